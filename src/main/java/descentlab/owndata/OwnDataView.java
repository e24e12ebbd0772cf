package descentlab.owndata;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.LearnerAccess;
import descentlab.dataset.DataException;
import descentlab.element.OwnFileInput;
import descentlab.experiment.OwnTask;
import java.util.concurrent.CompletableFuture;

/** Gives the server a file of one's own, shows what is in it, and makes of it something to train on. */
@Route(OwnDataView.PATH + "/:key?")
@AnonymousAllowed
@PageTitle("Your own data · Descent Lab")
@StyleSheet("descentlab/gallery.css")
@StyleSheet("descentlab/own-data.css")
class OwnDataView extends Div implements BeforeEnterObserver {

    static final String PATH = "own-data";

    private final OwnData files;
    private final Shelf shelf;
    private final Div kept = new Div();
    private final Div shown = new Div();

    OwnDataView(OwnData files, Shelf shelf) {
        this.files = files;
        this.shelf = shelf;
        addClassNames("page", "gallery", "own-data");
        OwnFileInput input = new OwnFileInput();
        input.addGivenListener(given -> open(given.getKey()));
        Paragraph what = new Paragraph("Train on a table of your own: comma, semicolon or tab between the cells, with or without a"
                + " header. It is kept on this server for you alone, found by others only through a link you give them,"
                + " and forgotten after 30 days without use, or as soon as you delete it. Leave out what names people.");
        what.addClassName("soft");
        add(new H1("Your own data"), what, input, shown, kept);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        if (!key.isEmpty() && !OwnTask.isKey(key)) {
            event.rerouteToError(NotFoundException.class, "No data has such a name.");
            return;
        }
        list();
        shown.removeAll();
        if (!key.isEmpty()) {
            look(key);
        }
    }

    private void open(String key) {
        if (OwnTask.isKey(key)) {
            list();
            UI.getCurrent().navigate(PATH + "/" + key);
        }
    }

    private void list() {
        kept.removeAll();
        kept.add(new OwnFiles(files.of(LearnerAccess.current()), key -> {
            files.delete(LearnerAccess.current(), key);
            shown.removeAll();
            list();
        }));
    }

    private void look(String key) {
        shown.add(new FileLook(shelf, key));
    }

    /** Shows what is computed elsewhere once it is there, if the page still is; or says why it is not. */
    static <T> void later(CompletableFuture<T> future, Div place, SerializableConsumer<T> show) {
        SerializableConsumer<T> shown = UI.getCurrent().accessLater(show, () -> {});
        SerializableConsumer<String> failed = UI.getCurrent().accessLater(why -> warn(place, why), () -> {});
        future.whenComplete((value, failure) -> {
            if (failure == null) {
                shown.accept(value);
            } else {
                failed.accept(why(failure));
            }
        });
    }

    static String why(Throwable failure) {
        return failure instanceof DataException || failure.getCause() instanceof DataException
                ? (failure instanceof DataException ? failure : failure.getCause()).getMessage()
                : "The data cannot be read just now. Try again in a moment.";
    }

    static void say(Div place, String text) {
        place.removeAll();
        Paragraph said = new Paragraph(text);
        said.getElement().setAttribute("role", "status");
        place.add(said);
    }

    private static void warn(Div place, String text) {
        place.removeAll();
        Paragraph said = new Paragraph(text);
        said.addClassNames("say", "warn");
        said.getElement().setAttribute("role", "alert");
        place.add(said);
    }

    static Anchor button(String href, String text) {
        Anchor anchor = new Anchor(href, text);
        anchor.addClassName("button-link");
        return anchor;
    }
}
