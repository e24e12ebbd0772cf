package descentlab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows first: it stands in the page's first answer already, before the browser has asked for the
 * page's state, and the view shows the same again in its place.
 *
 * @param content made for this answer; it is never attached to a page
 * @param styles the style sheets that it needs beside those of every page, under {@code META-INF/resources}
 */
public record FirstScreen(Component content, List<String> styles) {

    public FirstScreen {
        styles = List.copyOf(styles);
    }

    /** The first screens of a feature's pages. */
    public interface Source {

        /** @param path as in {@code lab/surface}; the first page's is empty */
        Optional<FirstScreen> at(String path);

        /** That of a page that begins with what concerns who asks: still without a state, and the same when the page comes. */
        default Optional<FirstScreen> at(String path, VaadinRequest asked) {
            return at(path);
        }

        /**
         * That of a page to which a class is brought, alike for all.
         *
         * @param place the part of the page, by its id; empty if it is the page's begin
         */
        default Optional<FirstScreen> at(String path, String place) {
            return at(path);
        }

        /** What the same page shows next to who has the current page's lock, if it begins with what concerns them alone. */
        default Optional<FirstScreen> own(String path, QueryParameters query) {
            return Optional.empty();
        }
    }
}
