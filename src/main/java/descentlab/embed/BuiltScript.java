package descentlab.embed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The script of pages in frames, as the frontend's build has named and parted it. */
final class BuiltScript {

    private static final String PAGE = "META-INF/VAADIN/webapp/embed.html";

    private BuiltScript() {}

    /** What stands in a page's head for it, relative to the application's root; empty if the frontend was not built. */
    static Optional<List<Element>> elements() {
        return Built.HEAD;
    }

    private static final class Built {

        static final Optional<List<Element>> HEAD = read();

        private static Optional<List<Element>> read() {
            try (InputStream in = BuiltScript.class.getClassLoader().getResourceAsStream(PAGE)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(List.copyOf(
                                Jsoup.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                        .head()
                                        .select("script[src], link[rel=modulepreload], link[rel=stylesheet]")));
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        }
    }
}
