package descentlab.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.Version;
import com.vaadin.flow.shared.ApplicationConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;

/** Which scripts a page will fetch, in the order in which it needs them, as the build tells it. None while developing. */
@org.springframework.stereotype.Component
class PageScripts {

    private static final String TOLD = "/META-INF/VAADIN/webapp/scripts.properties";

    private final Properties told;

    @Autowired
    PageScripts() {
        this(read());
    }

    PageScripts(Properties told) {
        this.told = told;
    }

    /** What the first script imports. */
    List<String> atStart() {
        return of("start").toList();
    }

    /** What is needed when the server has made the page: the client, and what the page is made of. */
    List<String> afterwards(String path) {
        Optional<Class<? extends Component>> view = RouteConfiguration.forApplicationScope().getRoute(path);
        return Stream.concat(of("client"), view.map(BundleUtils::getChunkId).stream().flatMap(this::of)).toList();
    }

    /** What is no module among them: that of push, which Flow's client waits for before it begins. */
    List<String> ofPush() {
        return told.isEmpty() ? List.of() : List.of(ApplicationConstants.VAADIN_PUSH_JS + "?v=" + Version.getBuildHash());
    }

    private Stream<String> of(String name) {
        return Stream.of(told.getProperty(name, "").split(" ")).filter(file -> !file.isEmpty());
    }

    private static Properties read() {
        Properties told = new Properties();
        try (InputStream in = PageScripts.class.getResourceAsStream(TOLD)) {
            if (in != null) {
                told.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return told;
    }
}
