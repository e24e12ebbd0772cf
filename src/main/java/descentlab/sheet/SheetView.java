package descentlab.sheet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Part;
import descentlab.prose.Prose;

/** An exercise to be printed, with blanks. */
@Route(SheetView.FOLDER + "/:" + PaperPage.PARAMETER)
@AnonymousAllowed
class SheetView extends PaperPage {

    static final String KIND = "a sheet to print";
    static final String FOLDER = "sheet";

    SheetView(Pictures pictures) {
        super(pictures);
    }

    static String link(Exercise exercise, SheetOrder order) {
        return FOLDER + "/" + exercise.id() + "?" + order.query();
    }

    @Override
    String path(Exercise exercise) {
        return FOLDER + "/" + exercise.id();
    }

    @Override
    String kind() {
        return KIND;
    }

    @Override
    Anchor other(Exercise exercise, SheetOrder order) {
        return new Anchor(SolutionsView.link(exercise, order), "Solutions");
    }

    @Override
    Component sheet(Exercise exercise, SheetOrder.Copy copy) {
        Div all = new Div(name());
        int number = 0;
        for (Part part : copy.parts()) {
            number++;
            Section asked = new Section(
                    new H2(number + ". " + part.task().title()),
                    Prose.of(part.task().prompt()),
                    Blank.of(part, copy.seed() + number));
            asked.addClassName("sheet-part");
            all.add(asked);
        }
        return all;
    }

    private static Component name() {
        Span line = new Span();
        line.addClassName("sheet-line");
        Div name = new Div(new Span("Name"), line);
        name.addClassName("sheet-name");
        return name;
    }
}
