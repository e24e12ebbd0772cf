package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import descentlab.shell.NamedPage;
import java.util.Optional;

/** On the wall, which page of the application all are on: what it is, its title, and where it is found. */
final class WallVisit extends Composite<Div> {

    private final PageWords pages;
    private final String root;
    private Optional<String> shown = Optional.empty();

    /** @param root the application's address, as students type it */
    WallVisit(PageWords pages, String root) {
        this.pages = pages;
        this.root = root;
        getContent().addClassName("visited");
    }

    void show(Optional<String> path) {
        if (path.equals(shown)) {
            return;
        }
        shown = path;
        getContent().removeAll();
        path.ifPresent(where -> {
            NamedPage page = pages.of(where);
            Span kind = new Span(page.kind());
            kind.addClassName("visited-kind");
            Span said = new Span("It is open on your screens, at");
            Span address = new Span(root + "/" + where.split("[?#]", 2)[0]);
            address.addClassName("visited-address");
            Div words = new Div(kind, new H2(page.title()), new Div(said, address));
            words.addClassNames("lobby-words", "visited-words");
            getContent().add(words);
        });
    }
}
