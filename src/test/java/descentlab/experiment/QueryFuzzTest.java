package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.fuzz.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a link says: what can be read of it is an experiment that its own link says again, and the rest is named. */
class QueryFuzzTest {

    private static final List<String> NAMES = List.of(
            "objective", "f", "q", "c", "b", "rotate", "start", "steps", "noise", "seed", "run", "points", "window", "columns",
            "rows", "data", "model", "batch", "epochs", "every", "shuffle", "init", "pictures", "matrix", "size", "kappa", "");

    @Provide
    Arbitrary<Map<String, List<String>>> queries() {
        Arbitrary<String> values = Texts.about(
                List.of("0", "1", "-1", "1.5", "1e9", "1e-9", "NaN", "Infinity", "true", "ellipse", "airfoil", "linear", ",", ";",
                        "sgd(lr=0.1)", "adam(lr=0.1..1)", "log(x1)", "1/0", "99999999999999999999", " ", "\u0000", "silhouettes"),
                List.of("ellipse", "sgd(lr=0.1)", "adagrad(lr=0.001..10)", "-5,-2", "20", "0.2,0;0,4", "0.1*x1^2+x2", "true",
                        "airfoil", "zipf-text", "zero", "fashion-mnist", "lenet", "-6,2,-3,2", "2,1;1,3", "201", "31x31", "momentum(lr=0.01..1,beta=0..0.9)"));
        return Arbitraries.maps(Arbitraries.of(NAMES), values.list().ofMinSize(1).ofMaxSize(3)).ofMaxSize(6);
    }

    @Property(tries = 3_000, seed = "41")
    void whatIsWrongIsNamed(@ForAll("queries") Map<String, List<String>> query) {
        List<Function<Map<String, List<String>>, Reading<?>>> readers = List.of(
                SurfaceExperiment::read,
                SweepExperiment::read,
                BasinExperiment::read,
                HeatExperiment::read,
                CloudExperiment::read,
                TrainingExperiment::read,
                FieldRequest::read,
                SpectrumExperiment::read,
                RandomMatrixRequest::read);
        for (Function<Map<String, List<String>>, Reading<?>> reader : readers) {
            Reading<?> reading = reader.apply(query);
            assertThat(reading.problems()).allSatisfy(problem -> {
                assertThat(problem.allowed()).isNotBlank();
                assertThat(problem.sentence()).isNotBlank().hasSizeLessThan(1_500);
                assertThat(problem.came()).hasSizeLessThan(170);
            });
            assertThat(reading.problems().isEmpty() && reading.experiment() == null).isFalse();
        }
    }

    @Property(tries = 2_000, seed = "42")
    void whatIsReadCanBeSaidInALink(@ForAll("queries") Map<String, List<String>> query) {
        SurfaceExperiment race = SurfaceExperiment.read(query).experiment();
        assertThat(EncodedQuery.fits(race.query())).isTrue();
        assertThat(SurfaceExperiment.read(EncodedQuery.read(race.query())).experiment()).isEqualTo(race);
        TrainingExperiment training = TrainingExperiment.read(query).experiment();
        assertThat(EncodedQuery.fits(training.query())).isTrue();
        assertThat(TrainingExperiment.read(EncodedQuery.read(training.query())).experiment()).isEqualTo(training);
        SweepExperiment sweep = SweepExperiment.read(query).experiment();
        assertThat(SweepExperiment.read(EncodedQuery.read(sweep.query())).experiment()).isEqualTo(sweep);
    }
}
