package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "descentlab.shell")
class FirstWordsTest extends BrowserlessTest {

    private final List<String> made = new ArrayList<>();

    private final FirstWords words = new FirstWords(List.of(path -> Optional.empty(), new FirstScreen.Source() {
        @Override
        public Optional<FirstScreen> at(String path) {
            return Optional.empty();
        }

        @Override
        public Optional<FirstScreen> at(String path, QueryParameters query, String place) {
            String said = path + " <" + query.getQueryString() + "> " + place;
            made.add(said);
            return path.startsWith("lesson")
                    ? Optional.of(new FirstScreen(new Paragraph(said), List.of("descentlab/lesson.css"), path.endsWith("own")))
                    : Optional.empty();
        }
    }));

    @Test
    void areAPagesWordsAtItsPlaceWithItsStyles() {
        assertThat(words.html("lesson/one?part=2#three").orElseThrow())
                .isEqualTo("<link rel=\"stylesheet\" href=\"descentlab/lesson.css\"><p>lesson/one &lt;part=2&gt; three</p>");
        assertThat(words.html("lesson/one").orElseThrow()).endsWith("<p>lesson/one &lt;&gt; </p>");
        assertThat(words.html("class/ABCD")).isEmpty();
    }

    @Test
    void areMadeOnceForAllButForThoseThatAreOnesOwn() {
        for (int times = 0; times < 3; times++) {
            words.html("lesson/one#a");
            words.html("lesson/own");
        }
        words.html("lesson/one#b");
        assertThat(made).containsExactly("lesson/one <> a", "lesson/own <> ", "lesson/own <> ", "lesson/own <> ", "lesson/one <> b");
    }
}
