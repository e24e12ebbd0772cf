package descentlab.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.Pictures;
import descentlab.shell.LinkWords;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sheets there are, and what their links say. */
class SheetPathsTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "drills, true", "drills/solutions, true", "distances, true", "nothing, false", "nothing/solutions, false", "drills/other, false",
        "/solutions, false", "'', false"
    })
    void onlyExercisesHaveSheets(String name, boolean there) {
        SheetPaths paths = new SheetPaths(
                new Pictures(new FashionMnist(home, home, new Download(URI.create("http://localhost:9/")))));
        assertThat(paths.sheetPages().path()).isEqualTo("sheet");
        assertThat(paths.sheetPages().exists().test(name)).isEqualTo(there);
        Optional<LinkWords> words = paths.sheetLinks().ofLink("sheet/" + name, Map.of());
        assertThat(words.isPresent()).isEqualTo(there);
        words.ifPresent(some -> assertThat(some.sentence()).startsWith("On paper, with blanks: "));
    }
}
