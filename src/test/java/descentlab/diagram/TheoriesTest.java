package descentlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.Experiment;
import descentlab.experiment.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every theory. */
class TheoriesTest {

    static Stream<Theory> theories() {
        return Theories.all().stream();
    }

    /** As printed, and with each knob at its ends. */
    private static Stream<double[]> places(Theory theory) {
        List<Knob> knobs = theory.knobs();
        double[] initial = knobs.stream().mapToDouble(Knob::initial).toArray();
        return Stream.concat(
                Stream.of(initial),
                IntStream.range(0, knobs.size())
                        .boxed()
                        .flatMap(i -> Stream.of(knobs.get(i).least(), knobs.get(i).most()).map(value -> {
                            double[] at = initial.clone();
                            at[i] = value;
                            return at;
                        })));
    }

    @ParameterizedTest
    @MethodSource("theories")
    void whateverItsKnobsSayItCanBeDrawn(Theory theory) {
        assertThat(theory.knobs()).isNotEmpty().allSatisfy(knob -> assertThat(knob.initial()).isBetween(knob.least(), knob.most()));
        assertThat(places(theory)).allSatisfy(at -> {
            Diagram diagram = theory.draw(at);
            assertThat(diagram.numbers()).containsOnlyKeys(theory.numbers());
            assertThat(diagram.says()).endsWith(".").doesNotContain("NaN");
            assertThat(diagram.panels()).hasSizeBetween(1, 3).allSatisfy(panel -> assertThat(panel.curves())
                    .isNotEmpty()
                    .allSatisfy(curve -> assertThat(curve.x()).hasSizeLessThan(1000)));
        });
    }

    @ParameterizedTest
    @MethodSource("theories")
    void itIsTheSameEachTime(Theory theory) {
        double[] at = theory.knobs().stream().mapToDouble(Knob::initial).toArray();
        assertThat(theory.draw(at).numbers()).isEqualTo(theory.draw(at).numbers());
    }

    @ParameterizedTest
    @MethodSource("theories")
    void itsLabCanBeOpened(Theory theory) {
        assertThat(places(theory)).allSatisfy(at -> {
            Link link = Link.of(theory.lab(at));
            Experiment experiment = link.in(link.place()).orThrow();
            assertThat(experiment.runs()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("theories")
    void theDocumentationSaysWhatItTakesAndWhatCanBeReadOffIt(Theory theory) throws Exception {
        String row = Files.readAllLines(Path.of("docs/lessons.md")).stream()
                .filter(line -> line.startsWith("| `" + theory.name() + "`:"))
                .findFirst()
                .orElse("");
        assertThat(theory.knobs()).allSatisfy(knob -> assertThat(row).contains("`" + knob.name() + "`"));
        assertThat(theory.numbers()).allSatisfy(number -> assertThat(row).contains("`" + number + "`"));
    }
}
