package descentlab.sheet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import descentlab.account.SignedIn;
import descentlab.controls.Permalink;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.experiment.Problem;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** An exercise on paper, a sheet for each, with what is to be said of how many and by which numbers. */
@StyleSheet("descentlab/practice.css")
@StyleSheet("descentlab/sheet.css")
abstract class PaperPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String PARAMETER = "exercise";

    private final Pictures pictures;
    private Exercise exercise;
    private SheetOrder order;

    PaperPage(Pictures pictures) {
        this.pictures = pictures;
        addClassNames("page", "paper");
    }

    /** Where it is, without its parameters. */
    abstract String path(Exercise exercise);

    /** A few words on which kind of page it is, after the exercise's title. */
    abstract String kind();

    /** What stands on a sheet. */
    abstract Component sheet(Exercise exercise, SheetOrder.Copy copy);

    /** A link to the other page; none for whom it is not. */
    abstract Anchor other(Exercise exercise, SheetOrder order);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get(PARAMETER).orElse("");
        exercise = Exercises.on(pictures.best())
                .named(id)
                .orElseThrow(() -> new NotFoundException("There is no exercise “" + id + "”."));
        SheetOrder.Read read = SheetOrder.read(event.getLocation().getQueryParameters().getParameters());
        order = read.order();
        removeAll();
        add(settings());
        if (!read.problems().isEmpty()) {
            add(warning(read.problems()));
        }
        order.of(exercise).forEach(copy -> {
            Section page = new Section(heading(copy), sheet(exercise, copy));
            page.addClassName("sheet");
            add(page);
        });
    }

    @Override
    public String getPageTitle() {
        return (exercise == null ? "An exercise" : exercise.title()) + ", " + kind() + " · Descent Lab";
    }

    private Component settings() {
        Anchor back = new Anchor("exercises/" + exercise.id(), "Back to the exercise");
        back.addClassName("back");
        Button print = new Button("Print", click -> getElement().executeJs("window.print()"));
        print.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Button redraw = new Button("Other numbers", click -> go(order.redrawn(new Random())));
        Div row = new Div(field("Sheets", order.copies(), SheetOrder.MOST_COPIES,
                copies -> new SheetOrder(copies, order.parts(), order.seed())));
        if (exercise.endless()) {
            row.add(field("Questions", order.parts(), SheetOrder.MOST_PARTS,
                    parts -> new SheetOrder(order.copies(), parts, order.seed())));
        }
        row.add(redraw, print);
        if (SignedIn.teacher().isPresent()) {
            row.add(other(exercise, order));
        }
        row.addClassName("row");
        Div settings = new Div(back, row);
        settings.addClassName("sheet-settings");
        return settings;
    }

    private static Component warning(List<Problem> problems) {
        Paragraph warning = new Paragraph(Permalink.sentences(problems));
        warning.addClassNames("say", "warn", "sheet-settings");
        warning.getElement().setAttribute("role", "alert");
        return warning;
    }

    private IntegerField field(String label, int value, int most, IntFunction<SheetOrder> order) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setMaxErrorMessage("At most " + most + ".")
                .setMinErrorMessage("At least 1.")
                .setBadInputErrorMessage("Please give a whole number from 1 to " + most + "."));
        field.setValue(value);
        field.addValueChangeListener(change -> {
            if (change.getValue() != null && change.getValue() >= 1 && change.getValue() <= most) {
                go(order.apply(change.getValue()));
            }
        });
        return field;
    }

    private void go(SheetOrder other) {
        UI.getCurrent().navigate(path(exercise), QueryParameters.fromString(other.query()));
    }

    private Component heading(SheetOrder.Copy copy) {
        Span number = new Span("No. " + copy.number() + " of " + order.copies() + ", numbers " + order.seed());
        number.addClassName("sheet-number");
        Header heading = new Header(new H1(exercise.title() + (kind().equals(SheetView.KIND) ? "" : ", " + kind())), number);
        heading.addClassName("sheet-head");
        return heading;
    }
}
