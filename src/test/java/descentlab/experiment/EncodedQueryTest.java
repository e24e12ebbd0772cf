package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule by which queries are read. */
class EncodedQueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // Typed into an address bar, which encodes spaces only.
        "f=x1+x2                                        | x1+x2",
        "f=x1%20+%20x2                                  | x1 + x2",
        "f=sin(x1)+2*x2^2                               | sin(x1)+2*x2^2",
        "f=1e+3*x1+x2/2                                 | 1e+3*x1+x2/2",
        // Python's requests: urllib.parse.quote_plus.
        "f=x1+%2B+x2                                    | x1 + x2",
        "f=x1%2Bx2                                      | x1+x2",
        "f=sin%28x1%29+%2B+2+%2A+x2%5E2                 | sin(x1) + 2 * x2^2",
        "f=x1+-+x2                                      | x1 - x2",
        "f=x1+x2&run=adagrad%28lr%3D0.4%29              | x1 x2",
        // JavaScript's URLSearchParams, which leaves the asterisk.
        "f=2+*+x1                                       | 2 * x1",
        // JavaScript's encodeURIComponent.
        "f=x1%20%2B%20x2&start=1%2C2                    | x1 + x2",
        // Our own links, and one that somebody has added to.
        "f=x1%2Bx2%5E2&run=adagrad(lr=0.4)              | x1+x2^2",
        "f=x1%2Bx2%5E2+1&run=adagrad(lr=0.4,power=0.25) | x1+x2^2+1",
    })
    void aPlusIsAPlusUnlessAFormWasEncoded(String query, String f) {
        assertThat(EncodedQuery.read(query).get("f")).containsExactly(f);
        assertThat(EncodedQuery.plain(query)).doesNotContain("+");
        assertThat(EncodedQuery.read(EncodedQuery.plain(query))).isEqualTo(EncodedQuery.read(query));
    }

    @Test
    void whatAPersonTypesAndWhatPythonSendsIsOneExperiment() {
        assertThat(SurfaceExperiment.read(EncodedQuery.read("f=x1%20+%20x2&start=1e+1,2&run=sgd(lr=0.1)")).orThrow())
                .isEqualTo(SurfaceExperiment.read(
                                EncodedQuery.read("f=x1+%2B+x2&start=1e%2B1%2C2&run=sgd%28lr%3D0.1%29"))
                        .orThrow());
        assertThat(SpectrumExperiment.read(EncodedQuery.read("matrix=1,2+1i;2-1i,3")).orThrow())
                .isEqualTo(SpectrumExperiment.read(EncodedQuery.read("matrix=1%2C2%2B1i%3B2-1i%2C3")).orThrow());
    }

    @Test
    void parametersKeepTheirOrder() {
        assertThat(EncodedQuery.read("run=a&seed=1&run=b&&x&=y").entrySet())
                .containsExactly(
                        Map.entry("run", List.of("a", "b")),
                        Map.entry("seed", List.of("1")),
                        Map.entry("x", List.of("")),
                        Map.entry("", List.of("y")));
        assertThat(EncodedQuery.read("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f=%", "f=%2", "f=%zz", "%g1=1"})
    void whatCannotBeDecodedIsNamed(String query) {
        assertThatThrownBy(() -> EncodedQuery.read(query))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("two hexadecimal digits follow each %");
    }

    /** Each lab reads the links that it writes, by page and query. */
    @Test
    void everyLinkReadsBackInItsLab() {
        for (Experiment experiment : List.of(
                SurfaceExperiment.initial(),
                SurfaceExperiment.read(Map.of("f", List.of("x1^2+1e-3*x2"), "run", List.of("sgd(lr=1e-5)")))
                        .orThrow(),
                TrainingExperiment.initial(),
                Tasks.on("silhouettes").orElseThrow().initial(),
                SpectrumExperiment.read(Map.of("matrix", List.of("2,1+1i;1-1i,3"))).orThrow())) {
            Link link = Link.of("https://lab.example/" + experiment.link() + "#top");
            assertThat(link.leadsTo(experiment.page())).isTrue();
            assertThat(link.in(experiment.page()).orThrow()).isEqualTo(experiment);
            assertThat(experiment.opened()).isEqualTo(experiment);
            assertThat(experiment.withRuns(experiment.runs())).isEqualTo(experiment);
        }
    }

    @Test
    void withoutOptimizersALabOpensOnItsOwn() {
        for (Experiment experiment : List.of(
                SurfaceExperiment.initial(), TrainingExperiment.initial(), Tasks.on("silhouettes").orElseThrow().initial())) {
            assertThat(experiment.withRuns(List.of()).opened()).isEqualTo(experiment);
        }
    }
}
