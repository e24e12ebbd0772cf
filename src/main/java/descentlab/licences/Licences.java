package descentlab.licences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What the build has written down of licences. */
final class Licences {

    private static final String OWN = "/META-INF/LICENSE";
    private static final String JAVA = "/META-INF/licences/java.json";

    /** Written by the production build of the browser's part, which development and the view tests do without. */
    private static final String BROWSER = "/META-INF/VAADIN/webapp/licences.json";

    private static final JsonMapper JSON = new JsonMapper();

    private Licences() {}

    /** The text of the application's own licence. */
    static String own() {
        try (InputStream text = Licences.class.getResourceAsStream(OWN)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Java libraries that are shipped. */
    static List<JavaLibrary> java() {
        return List.of(read(JAVA, JavaLibrary[].class));
    }

    /** All packages of the browser's part; none where that part was not built for production. */
    static List<BrowserPackage> browser() {
        return Licences.class.getResource(BROWSER) == null ? List.of() : List.of(read(BROWSER, BrowserPackage[].class));
    }

    /** The packages by the text of their licence: most of one author have the same. */
    static Map<String, List<BrowserPackage>> byText(List<BrowserPackage> packages) {
        Map<String, List<BrowserPackage>> byText = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (BrowserPackage each : packages) {
            String words = each.text().replaceAll("\\s+", " ").strip();
            byText.computeIfAbsent(
                            texts.computeIfAbsent(words, first -> each.text().strip()), text -> new ArrayList<>())
                    .add(each);
        }
        return byText;
    }

    private static <T> T read(String resource, Class<T> type) {
        try (InputStream json = Licences.class.getResourceAsStream(resource)) {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
