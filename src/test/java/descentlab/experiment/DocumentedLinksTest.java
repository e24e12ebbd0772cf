package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/links.md says of parameters is what their declarations say. */
class DocumentedLinksTest {

    static String table(List<? extends LinkParameter<?, ?>> parameters) {
        return parameters.stream()
                .map(DocumentedLinksTest::row)
                .collect(Collectors.joining("", "| parameter | holds | without it | meaning |\n| --- | --- | --- | --- |\n", ""));
    }

    private static <E, T> String row(LinkParameter<E, T> parameter) {
        String initial = parameter.initial() == null ? "" : "`" + parameter.kind().write(parameter.initial()) + "`";
        return "| `" + parameter.name() + "` | " + parameter.kind().allowed() + " | " + initial + " | " + parameter.help() + " |\n";
    }

    @Test
    void everyParameterStandsInItsLabsTable() throws IOException {
        String page = Files.readString(Path.of("docs", "links.md"));
        assertThat(page)
                .contains(table(SurfaceExperiment.PARAMETERS))
                .contains(table(TrainingExperiment.PARAMETERS))
                .contains(table(ImageExperiment.PARAMETERS));
    }

    /** What is read is what is declared: each default reads back, and no other name is known. */
    @Test
    void whatIsDeclaredIsWhatIsRead() {
        assertThat(SurfaceExperiment.initial().settings().keySet()).isSubsetOf(names(SurfaceExperiment.PARAMETERS));
        assertThat(TrainingExperiment.initial().settings().keySet()).isSubsetOf(names(TrainingExperiment.PARAMETERS));
        assertThat(ImageExperiment.initial("silhouettes").settings().keySet())
                .isSubsetOf(names(ImageExperiment.PARAMETERS));
        for (String page : List.of(SurfaceExperiment.PAGE, TrainingExperiment.PAGE)) {
            Reading<? extends Experiment> reading = Experiment.read(page, Map.of("nosuch", List.of("1")));
            List<String> declared = page.equals(SurfaceExperiment.PAGE)
                    ? names(SurfaceExperiment.PARAMETERS)
                    : names(TrainingExperiment.PARAMETERS);
            assertThat(reading.problems().getFirst().allowed().replaceAll(".* are ", "").split(", "))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(declared.stream(), Stream.of("run")).toList());
        }
    }

    private static List<String> names(List<? extends LinkParameter<?, ?>> parameters) {
        return parameters.stream().map(LinkParameter::name).collect(Collectors.toList());
    }
}
