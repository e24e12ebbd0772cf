package descentlab.shell;

import java.util.Optional;

/**
 * What a page is called where others speak of it.
 *
 * @param kind what it is, as in {@code Lesson}
 * @param title its own title
 */
public record NamedPage(String kind, String title) {

    /** The names of a feature's pages. */
    public interface Source {

        /**
         * @param path from the application's root on, as {@code lesson/adagrad#heading}; with a query where the address has one
         * @return nothing if it is no page of this feature
         */
        Optional<NamedPage> at(String path);
    }
}
