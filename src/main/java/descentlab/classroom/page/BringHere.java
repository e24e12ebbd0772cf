package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import descentlab.account.TeacherId;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.VisitedPage;
import descentlab.database.DatabaseState;

/**
 * Has a teacher bring the class to where they are: in a lesson to the heading that they read under, in an exercise to its part. Not every
 * page fetches Vaadin's buttons, so it has a plain one.
 */
final class BringHere extends Composite<Div> {

    /** The place of a page that its own list of places marks; else the page as its address has it. */
    private static final String WHERE = """
            const marked = document.querySelector('.part-steps [aria-current]') ?? document.querySelector('reading-place [aria-current]');
            return marked?.getAttribute('href')
              ?? location.pathname.slice(new URL(document.baseURI).pathname.length) + location.search;
            """;

    private final Rooms rooms;
    private final TeacherId teacher;
    private final RoomCode code;
    private final PageWords pages;
    private final NativeButton bring = new NativeButton("Bring the class here", click -> bring());
    private final Span said = new Span();

    BringHere(Rooms rooms, TeacherId teacher, RoomCode code, PageWords pages) {
        this.rooms = rooms;
        this.teacher = teacher;
        this.code = code;
        this.pages = pages;
        bring.setId("bring-here");
        said.getElement().setAttribute("role", "status");
        getContent().add(bring, said);
        getContent().addClassName("bring-here");
    }

    /** @param path of the page that the teacher has come to */
    void show(String path) {
        said.setText("");
        setVisible(VisitedPage.of(path).isPresent());
    }

    private void bring() {
        UI ui = UI.getCurrent();
        // The room may have to be read from the database, so not under the page's lock.
        getElement().executeJs(WHERE).then(String.class, where -> Thread.startVirtualThread(() -> tell(ui, to(where))));
    }

    /** Brings the class to a page; says what came of it. */
    String to(String where) {
        try {
            rooms.lectern(teacher, code).visit(where);
            return "All are brought to “" + pages.titleOf(where) + "”.";
        } catch (ClassroomException refused) {
            return refused.getMessage();
        } catch (RuntimeException failed) {
            if (!DatabaseState.isTold(failed)) {
                throw failed;
            }
            return DatabaseState.NOT_KEPT;
        }
    }

    private void tell(UI ui, String text) {
        try {
            ui.access(() -> said.setText(text));
        } catch (UIDetachedException gone) {
            // nobody looks any more
        }
    }
}
