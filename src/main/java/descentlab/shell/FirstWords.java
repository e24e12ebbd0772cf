package descentlab.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.dom.ElementUtil;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** The first screens of all pages: for a page's first answer, and as HTML for who is brought to the page from another one. */
@Component
public class FirstWords {

    /** A class comes to a page all at once. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int MOST_KEPT = 100;

    private final List<FirstScreen.Source> sources;
    private final Map<String, String> sheets = new ConcurrentHashMap<>();

    /** By the address. */
    private final Cache<String, String> alike = Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    public FirstWords(List<FirstScreen.Source> sources) {
        this.sources = List.copyOf(sources);
    }

    Optional<FirstScreen> of(String path, VaadinRequest asked) {
        return sources.stream().flatMap(source -> source.at(path, asked).stream()).findFirst();
    }

    /** The style sheets that a first screen needs beside those of every page. */
    Stream<String> sheets(FirstScreen screen) {
        return screen.styles().stream().map(each -> sheets.computeIfAbsent(each, FirstWords::read));
    }

    /**
     * A page's first screen with links to its styles, made once for all.
     *
     * @param address from the application's root on, with its query and the place in the page where it has them
     * @return nothing if the page has none
     */
    public Optional<String> html(String address) {
        return Optional.ofNullable(alike.getIfPresent(address)).or(() -> {
            String[] parts = address.split("#", 2);
            String place = parts.length > 1 ? parts[1] : "";
            Optional<String> made = first(source -> source.at(page(address)[0], place));
            made.ifPresent(html -> alike.put(address, html));
            return made;
        });
    }

    /** What the same page shows next to who has the current page's lock, if it begins with what concerns them alone. */
    public Optional<String> own(String address) {
        String[] page = page(address);
        QueryParameters query = page.length > 1 ? QueryParameters.fromString(page[1]) : QueryParameters.empty();
        return first(source -> source.own(page[0], query));
    }

    /** Its path, and its query if there is one. */
    private static String[] page(String address) {
        return address.split("#", 2)[0].split("\\?", 2);
    }

    private Optional<String> first(Function<FirstScreen.Source, Optional<FirstScreen>> screen) {
        return sources.stream().flatMap(source -> screen.apply(source).stream()).findFirst().map(FirstWords::html);
    }

    /** Flow escapes what is text. */
    public static String html(FirstScreen screen) {
        Document html = new Document("");
        html.outputSettings().prettyPrint(false); // a space more or less is seen
        screen.styles().forEach(sheet -> html.appendElement("link").attr("rel", "stylesheet").attr("href", sheet));
        html.appendChild(ElementUtil.toJsoup(html, screen.content().getElement()));
        return html.html();
    }

    private static String read(String sheet) {
        try (InputStream in = FirstWords.class.getResourceAsStream("/META-INF/resources/" + sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
