package descentlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import descentlab.admission.AdmittedPages;
import descentlab.browser.BrowserTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A server visits its own pages. */
class PageRehearsalIT extends BrowserTest {

    /** What each page that is visited unless somebody says otherwise has, and no other of them. */
    private static final Map<String, String> PAGES = Map.of(
            "/", "home-race",
            "lesson/adagrad", "lesson-text",
            "lab/surface", "race-surface",
            "exercises/turned-objective", "answering",
            "lab/spectrum", "matrix-editor",
            "lab/training", "training-chart",
            "class", "class-form");

    @Autowired
    private AdmittedPages open;

    @Test
    void eachPageIsMadeAndLeft() throws Exception {
        int before = open.count();
        try (Visitor visitor = new Visitor(URI.create(address("/")))) {
            for (Map.Entry<String, String> page : PAGES.entrySet()) {
                assertThat(visitor.visit(page.getKey().replaceFirst("^/", ""))).as(page.getKey()).contains(page.getValue());
            }
            visitor.visit("class"); // the last one's request to leave is followed by the next request
        }
        assertThat(open.count()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void theyAreThoseThatAServerVisitsUnlessToldOtherwise() throws IOException {
        Matcher usual = Pattern.compile("\\$\\{DESCENTLAB_REHEARSAL:(.*)}")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")));
        assertThat(usual.find()).isTrue();
        assertThat(usual.group(1).split(",")).containsExactlyInAnyOrderElementsOf(PAGES.keySet());
    }

    @Test
    void whatIsNoPageEndsIt() {
        try (Visitor visitor = new Visitor(URI.create(address("/")))) {
            assertThatThrownBy(() -> visitor.visit("exercises/none")).hasMessage("/exercises/none answered 404");
        }
    }
}
