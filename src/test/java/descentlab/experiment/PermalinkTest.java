package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.objective.Point;
import descentlab.objective.Quadratic;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PermalinkTest {

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> parameters
                .computeIfAbsent(pair[0], name -> new ArrayList<>())
                .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    @Test
    void theInitialRaceIsReadable() {
        assertThat(SurfaceExperiment.initial().query())
                .isEqualTo("objective=ellipse&rotate=0&start=-5,-2&steps=20&noise=0&seed=0&run=sgd(lr=0.4)"
                        + "&run=momentum(lr=0.1,beta=0.8)&run=adagrad(lr=2)");
    }

    @Test
    void aSurfaceLinkReadsBackTheSame() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            SurfaceExperiment experiment = new SurfaceExperiment(
                    random.nextBoolean()
                            ? SurfaceExperiment.initial().choice()
                            : new ObjectiveChoice.General(new Quadratic(
                                    random.nextGaussian(), random.nextGaussian(), 0, 1e-7, 2.5e8, -3, 1)),
                    random.nextInt(-360, 360) / 7.0,
                    new Point(random.nextGaussian() * 1000, random.nextGaussian()),
                    random.nextInt(SurfaceExperiment.MOST_STEPS),
                    random.nextDouble(),
                    random.nextLong(1L << 53),
                    List.of(OptimizerSpec.parse("sgd(lr=0.1,schedule=invsqrt(1))"), OptimizerSpec.parse("adagrad(lr=1e-5)")));
            String query = experiment.query();
            assertThat(URI.create("/lab/surface?" + query).getRawQuery()).isEqualTo(query);
            assertThat(SurfaceExperiment.read(parameters(query)).orThrow()).isEqualTo(experiment);
        }
    }

    @Test
    void aLinkWithARuleReadsBackTheSame() {
        SurfaceExperiment experiment = SurfaceExperiment.initial()
                .withRuns(List.of(
                        OptimizerSpec.parse("rule(lr=0.4,a=0.5,do=state s=1;s=max(s,g^2)+(g>=0)*a;x=x-lr*where(g<x,g,-g)/s)"),
                        MethodSpec.parse("sgd(lr=0.1)~5~rule(lr=0.1,do=x=x-lr*g)~9~rule(lr=0.01,do=x=x-lr*g,keep=true)")));
        String query = experiment.query();
        assertThat(URI.create("/lab/surface?" + query).getRawQuery()).isEqualTo(query);
        assertThat(SurfaceExperiment.read(parameters(query)).orThrow()).isEqualTo(experiment);
    }

    @Test
    void aSweepLinkReadsBackTheSame() {
        SurfaceExperiment race = SurfaceExperiment.initial().withSteps(7);
        SweepExperiment sweep = SweepExperiment.around(race);
        assertThat(sweep.query())
                .isEqualTo("objective=ellipse&rotate=0&start=-5,-2&steps=7&noise=0&seed=0&run=sgd(lr=0.001..10)"
                        + "&run=momentum(lr=0.001..10,beta=0.8)&run=adagrad(lr=0.001..10)&points=41");
        assertThat(SweepExperiment.read(parameters(sweep.query())).orThrow()).isEqualTo(sweep);
    }

    @Test
    void aSweepStaysTheSameWhileRatesChangeWithinIt() {
        SurfaceExperiment race = SurfaceExperiment.initial();
        assertThat(SweepExperiment.around(race.withRate(0, 9.99))).isEqualTo(SweepExperiment.around(race));
        SweepExperiment wider = SweepExperiment.around(race.withRate(0, 2e-5).withRate(2, 300));
        assertThat(wider.runs()).allSatisfy(run -> {
            assertThat(run.from()).isEqualTo(1e-5);
            assertThat(run.to()).isEqualTo(1000);
        });
        assertThat(wider.points()).isEqualTo(81);
        SweepExperiment widest = SweepExperiment.around(race.withRate(0, 1e-300).withRate(2, 1e6));
        assertThat(SweepExperiment.read(parameters(widest.query())).orThrow()).isEqualTo(widest);
    }

    @Test
    void aTrainingLinkReadsBackTheSame() {
        TrainingExperiment initial = TrainingExperiment.initial();
        assertThat(TrainingExperiment.read(parameters(initial.query())).orThrow()).isEqualTo(initial);
        assertThat(initial.query())
                .startsWith("data=airfoil&model=linear&batch=10&epochs=2&seed=0&shuffle=true&init=normal&run=");
    }

    @Test
    void anotherTaskBringsItsOwnFirstExperimentUnlessTheUserHasMadeOne() {
        TrainingExperiment initial = TrainingExperiment.initial();
        assertThat(initial.withTask(TableTask.ZIPF_TEXT)).isEqualTo(TableTask.ZIPF_TEXT.initial());
        assertThat(initial.withTask(TableTask.ZIPF_TEXT).withTask(TableTask.AIRFOIL)).isEqualTo(initial);

        TrainingExperiment mine = TrainingExperiment.read(
                        parameters("data=zipf-text&batch=5000&epochs=500&run=adagrad(lr=0.2)"))
                .orThrow();
        TrainingExperiment moved = mine.withTask(TableTask.AIRFOIL);
        assertThat(moved.runs()).isEqualTo(mine.runs());
        assertThat(moved.plan().batch()).isEqualTo(1500);
        assertThat(TrainingExperiment.read(parameters(moved.query())).orThrow()).isEqualTo(moved);
        TrainingExperiment longest = TrainingExperiment.read(parameters("epochs=1000&run=adagrad(lr=0.2)"))
                .orThrow()
                .withTask(TableTask.ZIPF_TEXT);
        assertThat(TrainingExperiment.read(parameters(longest.query())).problems()).isEmpty();
    }

    @Test
    void whatCanBeReadOfABrokenLinkIsKept() {
        Reading<SurfaceExperiment> reading = SurfaceExperiment.read(
                parameters("objective=nowhere&steps=many&start=1,2&run=sgd(lr=1)&run=oops&utm=x"));
        assertThat(reading.problems()).extracting(Problem::parameter).containsExactly("objective", "steps", "run", "utm");
        assertThat(reading.experiment().start()).isEqualTo(new Point(1, 2));
        assertThat(reading.experiment().steps()).isEqualTo(20);
        assertThat(reading.experiment().runs()).hasSize(1);
    }

    @Test
    void longValuesAreShortenedWhenShown() {
        Problem problem = SurfaceExperiment.read(Map.of("objective", List.of("x".repeat(1_000_000))))
                .problems()
                .getFirst();
        assertThat(problem.came()).hasSizeLessThan(100);
    }
}
