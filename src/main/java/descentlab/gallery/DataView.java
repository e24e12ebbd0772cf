package descentlab.gallery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.DataTable;
import descentlab.controls.FetchPictures;
import descentlab.dataset.Airfoil;
import descentlab.dataset.DataSheet;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Pictures;
import descentlab.dataset.ZipfText;
import descentlab.experiment.Tasks;
import descentlab.notation.Decimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What a data set is: examples, classes, origin, licence, checksums; and how to get it where it is missing. */
@StyleSheet("descentlab/gallery.css")
@AnonymousAllowed
@Route("data/:name?")
class DataView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS_SHOWN = 10;

    private final Pictures pictures;
    private DataSheet sheet = Tasks.SHEETS.getFirst();

    DataView(Pictures pictures) {
        this.pictures = pictures;
        addClassNames("page", "gallery");
    }

    @Override
    public String getPageTitle() {
        return sheet.title() + ", the data · Descent Lab";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("name").orElse(sheet.name());
        Optional<DataSheet> found =
                Tasks.SHEETS.stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, "There is no data set “" + name + "”; there are "
                    + String.join(", ", Tasks.SHEETS.stream().map(DataSheet::name).toList()) + ".");
            return;
        }
        sheet = found.get();
        show();
    }

    private void show() {
        removeAll();
        Anchor train = new Anchor("lab/training?data=" + sheet.name(), "Train on it");
        train.addClassName("button-link");
        addOpening(this, sheet);
        add(facts(), train, examples());
    }

    /** What it is, in words. */
    static Div firstScreen(DataSheet sheet) {
        Div page = new Div();
        page.addClassNames("page", "gallery");
        addOpening(page, sheet);
        return page;
    }

    private static void addOpening(Div page, DataSheet sheet) {
        page.add(others(sheet), new H1(sheet.title()));
        if (sheet.synthetic()) {
            Paragraph synthetic = new Paragraph("Synthetic: made by a program. Nothing in it was measured or collected.");
            synthetic.addClassName("say");
            page.add(synthetic);
        }
        page.add(new Paragraph(sheet.about()));
    }

    private static Component others(DataSheet sheet) {
        Nav nav = new Nav();
        nav.getElement().setAttribute("aria-label", "Data sets");
        nav.addClassName("data-sets");
        for (DataSheet each : Tasks.SHEETS) {
            Anchor link = new Anchor("data/" + each.name(), each.title());
            if (each.equals(sheet)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        nav.add(new Anchor("own-data", "Your own"));
        return nav;
    }

    private Component facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "Rows", new Span(sheet.rows()));
        fact(facts, "Origin", new Span(sheet.origin()));
        fact(facts, "Licence", new Span(sheet.licence()));
        Div checksums = new Div();
        for (DataSheet.Checksum checksum : sheet.checksums()) {
            checksums.add(new Div(new Span(checksum.file() + ", " + checksum.algorithm()), new Code(checksum.value())));
        }
        fact(facts, "Checksums", sheet.checksums().isEmpty()
                ? new Span("none: it has no files, the seed makes it the same everywhere")
                : checksums);
        return facts;
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    private Component examples() {
        return switch (sheet.name()) {
            case Airfoil.NAME -> section("First rows, as measured", airfoil());
            case ZipfText.NAME -> {
                Div place = new Div(new Paragraph("Counting words …"));
                loaded(WordTable.load(), place, words -> fill(place, words.table()));
                yield section("Words", place);
            }
            default -> PictureSet.named(sheet.name()).map(this::pictures).orElseGet(Div::new);
        };
    }

    private static Component airfoil() {
        return new DataTable(
                "The first " + ROWS_SHOWN + " of " + Airfoil.ROWS + " rows, before they are standardized",
                Stream.concat(Airfoil.training().featureNames().stream(), Stream.of(Airfoil.TARGET)).toList(),
                Airfoil.measured(ROWS_SHOWN).stream()
                        .map(row -> Arrays.stream(row).mapToObj(Decimal::write).toList())
                        .toList());
    }

    private Component pictures(PictureSet set) {
        Div place = new Div();
        if (pictures.seemThere(set)) {
            load(set, place);
        } else {
            offer(set, place);
        }
        return section("Examples by class", place);
    }

    private void load(PictureSet set, Div place) {
        fill(place, new Paragraph("Reading the pictures …"));
        loaded(pictures.load(set).thenApply(data -> data.map(PictureClass::of)), place, found -> {
            if (found.isEmpty()) {
                offer(set, place);
            } else {
                fill(place, new PictureTable(found.get()));
            }
        });
    }

    private void offer(PictureSet set, Div place) {
        Paragraph missing = new Paragraph(sheet.title() + " is not on this machine.");
        missing.addClassNames("say", "warn");
        fill(place, missing, new FetchPictures(pictures, () -> load(set, place)));
    }

    /** Shows what is computed elsewhere once it is there, if the page still is. */
    private static <T> void loaded(CompletableFuture<T> future, Div place, SerializableConsumer<T> show) {
        SerializableConsumer<T> shown = UI.getCurrent().accessLater(show, () -> {});
        SerializableConsumer<Throwable> failed = UI.getCurrent()
                .accessLater(
                        failure -> fill(place, new Paragraph("This cannot be read: the server's log says why.")),
                        () -> {});
        future.whenComplete((value, failure) -> {
            if (failure == null) {
                shown.accept(value);
            } else {
                failed.accept(failure);
            }
        });
    }

    private static void fill(Div place, Component... content) {
        place.removeAll();
        place.add(content);
    }

    private static Component section(String title, Component content) {
        Section section = new Section(new H2(title), content);
        section.addClassName("examples");
        return section;
    }
}
