package descentlab.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes a page's frame and first screen into its first answer, as HTML alone: a page's state is made only for a browser that
 * comes back for it. {@link MainLayout} takes them away when the page itself is there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // the policy that comes later allows its script
class FirstAnswer implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    /** Kept by nobody in between, and asked for anew. */
    private static final String FOR_ONE = "private, no-cache";

    /** A tab in the background draws no frame: there it starts after this many milliseconds. */
    private static final int WAIT_MILLIS = 1500;

    /**
     * The words are drawn before the application is fetched, which would take network and processor from them. It will ask for the
     * time zone, for which a browser first reads its tables of them: that is done in a task of its own. No style sheet of ours has
     * modules for the insides of Vaadin's elements, as its Lumo has: all of them would be read through for them at the first element
     * of each kind. What will be asked for is fetched beforehand: else each script is asked for when the one before it has come, on a
     * phone a tenth of a second each. First what makes the first question to the server; the rest while that makes the page.
     */
    private static final String START = """
            (() => {
              document.__lumoInjectorDisabled = true;
              const fetchThese = (scripts) => scripts.forEach((href) => {
                document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
              });
              let started = false;
              const start = () => {
                if (started) return;
                started = true;
                fetchThese([%s]);
                import('%s').then(() => {
                  fetchThese([%s]);
                  [%s].forEach((script) => fetch(script).catch(() => {})); // no module: the browser keeps it until it is asked for
                });
              };
              requestAnimationFrame(() => setTimeout(() => {
                Intl.DateTimeFormat();
                setTimeout(start);
              }));
              setTimeout(start, %d);
            })();
            """;

    private final transient FirstWords words;
    private final transient PageScripts scripts;

    FirstAnswer(FirstWords words, PageScripts scripts) {
        this.words = words;
        this.scripts = scripts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            write(page);
            page.getVaadinResponse().setHeader("Cache-Control", FOR_ONE); // it may say what concerns who asks alone
        });
    }

    void write(IndexHtmlResponse page) {
        String asked = page.getVaadinRequest().getPathInfo();
        String path = asked == null ? "" : asked.replaceAll("^/|/$", "");
        words.of(path, page.getVaadinRequest()).ifPresent(screen -> write(page.getDocument(), path, screen));
    }

    private void write(Document page, String path, FirstScreen screen) {
        MainLayout layout = new MainLayout();
        layout.addClassName(MainLayout.FIRST);
        layout.showRouterLayoutContent(screen.content());
        page.body().prepend(layout.getElement().getOuterHTML());
        page.body().select("[router-link]").removeAttr("router-link"); // not before there is a router
        for (Element door : page.body().select(".doors a")) {
            String href = door.attr("href");
            if (path.equals(href) || path.startsWith(href + "/")) {
                door.attr("aria-current", "page");
            }
        }
        for (Element script : page.head().select("script[type=module][src]")) {
            page.body().appendElement("script").appendChild(new DataNode(START.formatted(
                    quoted(scripts.atStart()), script.attr("src"), quoted(scripts.afterwards(path)), quoted(scripts.ofPush()), WAIT_MILLIS)));
            script.remove();
        }
        page.head().select("link[rel=modulepreload]").remove();
        words.sheets(screen).forEach(sheet -> page.head().appendElement("style").appendChild(new DataNode(sheet)));
    }

    private static String quoted(List<String> files) {
        return files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(","));
    }
}
