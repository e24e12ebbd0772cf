package descentlab.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody who is sent a page's link reads of it before following it. It is written for strangers: nothing that only the link's
 * owner knows.
 *
 * @param title in a few words
 * @param sentence what is there, in a sentence or two without markup
 */
public record LinkWords(String title, String sentence) {

    /** What the links of a feature's pages say. */
    public interface Source {

        /**
         * @param path from the application's root on, as in {@code lesson/adagrad}
         * @param query decoded
         * @return nothing if it is no page of this feature, or the page says what is wrong with the link
         */
        Optional<LinkWords> ofLink(String path, Map<String, List<String>> query);
    }
}
