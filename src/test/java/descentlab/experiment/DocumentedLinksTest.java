package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                .contains(table(TrainingExperiment.OWN_PARAMETERS));
    }

    /** What is read is what is declared: each default reads back, and no other name is known. */
    @Test
    void whatIsDeclaredIsWhatIsRead() {
        assertThat(SurfaceExperiment.initial().settings().keySet()).isSubsetOf(names(SurfaceExperiment.PARAMETERS));
        assertThat(TrainingExperiment.initial().settings().keySet()).isSubsetOf(names(TrainingExperiment.PARAMETERS));
        assertThat(Tasks.on("silhouettes").orElseThrow().initial().settings().keySet())
                .isSubsetOf(names(TrainingExperiment.PARAMETERS));
        assertThat(known(SurfaceExperiment.PAGE, Map.of())).containsExactlyInAnyOrderElementsOf(names(SurfaceExperiment.PARAMETERS));
        List<String> ofTables = names(TrainingExperiment.PARAMETERS);
        List<String> ofPictures = names(TrainingExperiment.PARAMETERS);
        ofTables.remove("pictures");
        ofTables.removeAll(names(NetworkParameters.ALL));
        List<String> ofPerceptrons = new ArrayList<>(ofPictures);
        ofPerceptrons.remove("init");
        assertThat(known(TrainingExperiment.PAGE, Map.of("data", List.of("silhouettes"), "model", List.of("mlp"))))
                .containsExactlyInAnyOrderElementsOf(ofPerceptrons);
        ofPictures.removeAll(names(NetworkParameters.OF_PERCEPTRON));
        ofPictures.remove("init");
        assertThat(known(TrainingExperiment.PAGE, Map.of())).containsExactlyInAnyOrderElementsOf(ofTables);
        assertThat(known(TrainingExperiment.PAGE, Map.of("data", List.of("silhouettes"))))
                .containsExactlyInAnyOrderElementsOf(ofPictures);
    }

    /** What a reader knows beside the optimizers, as it says where it is asked for something else. */
    private static List<String> known(String page, Map<String, List<String>> query) {
        Map<String, List<String>> other = new HashMap<>(query);
        other.put("nosuch", List.of("1"));
        List<String> all = new ArrayList<>(List.of(Experiment.read(page, other)
                .problems()
                .getFirst()
                .allowed()
                .replaceAll(".* are ", "")
                .split(", ")));
        assertThat(all.remove("run")).isTrue();
        return all;
    }

    private static List<String> names(List<? extends LinkParameter<?, ?>> parameters) {
        return parameters.stream().map(LinkParameter::name).collect(Collectors.toList());
    }
}
