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
        public Optional<FirstScreen> at(String path, String place) {
            return path.startsWith("lesson") ? said(path + " & " + place) : Optional.empty();
        }

        @Override
        public Optional<FirstScreen> own(String path, QueryParameters query) {
            return query.getParameters().isEmpty() ? Optional.empty() : said(path + ", part " + query.getSingleParameter("part").orElseThrow());
        }

        private Optional<FirstScreen> said(String text) {
            made.add(text);
            return Optional.of(new FirstScreen(new Paragraph(text), List.of("descentlab/lesson.css")));
        }
    }));

    @Test
    void areAPagesWordsAtItsPlaceWithItsStyles() {
        assertThat(words.html("lesson/one?part=2#three"))
                .contains("<link rel=\"stylesheet\" href=\"descentlab/lesson.css\"><p>lesson/one &amp; three</p>");
        assertThat(words.html("lesson/one").orElseThrow()).endsWith("<p>lesson/one &amp; </p>");
        assertThat(words.html("class/ABCD")).isEmpty();
    }

    @Test
    void areMadeOnceForAllAndOnesOwnForEach() {
        for (int times = 0; times < 2; times++) {
            words.html("lesson/one?part=2#three");
            assertThat(words.own("lesson/one?part=2#three").orElseThrow()).endsWith("<p>lesson/one, part 2</p>");
        }
        words.html("lesson/one");
        assertThat(words.own("lesson/one")).isEmpty();
        assertThat(made).containsExactly("lesson/one & three", "lesson/one, part 2", "lesson/one, part 2", "lesson/one & ");
    }
}
