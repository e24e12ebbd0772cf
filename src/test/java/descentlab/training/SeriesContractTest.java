package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import descentlab.dataset.ImageData;
import descentlab.dataset.Preparation;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.TableTask;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.objective.Minima;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.Window;
import descentlab.optimizer.HeatSpec;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.SweepSpec;
import descentlab.tuning.RateSearch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every series keeps to, with every optimizer. */
class SeriesContractTest {

    private static final ImageData PICTURES = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(200),
            Silhouettes.standard().test().first(40));

    /** Settings under which an optimizer keeps all that it can keep. */
    private static final List<String> RICH = List.of(
            "torch.rmsprop(lr=0.01,centered=true,momentum=0.5)",
            "torch.adam(lr=0.01,amsgrad=true)",
            "adagrad(lr=0.1,schedule=cosine(40))",
            "momentum(lr=0.01,schedule=warmup(9))");

    /** Handovers within what a copy has before it and after it, and one where an epoch ends. */
    private static final List<String> STAGED = List.of(
            "torch.rmsprop(lr=0.01,centered=true)~1~torch.rmsprop(lr=0.005,momentum=0.5,keep=true)~35~adagrad(lr=0.1)",
            "adam(lr=0.1,schedule=cosine(40))~21~adam(lr=0.01,beta1=0.5,keep=true)~200~torch.nadam()~231~torch.nadam(keep=true)",
            "sgd(lr=0.01)~7~momentum(lr=0.001)~14~sgd(lr=0.01)~70~torch.adam(lr=0.001,amsgrad=true)");

    private static final Network NORMED =
            new Perceptron(List.of(9), Activation.TANH, Norm.BATCH, Loss.CROSS_ENTROPY).on(28, 10);

    private record Kind(String name, Supplier<Series> start) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                        both().map(run -> new Kind("descent of " + MethodSpec.print(run), () -> descent(run))),
                        firstOrder().map(run -> new Kind("table by " + MethodSpec.print(run), () -> table(run))),
                        Stream.of(RateSearch.Kind.TEST, RateSearch.Kind.SWEEP).flatMap(kind -> firstOrder().flatMap(run -> Stream.of(
                                new Kind(kind + " on a table by " + MethodSpec.print(run), () -> ((Training) table(run)).search(search(kind))),
                                new Kind(kind + " on pictures by " + MethodSpec.print(run), () -> ((Training) pictures(run)).search(search(kind)))))),
                        Stream.of("adagrad(lr=0.1)", "sgd(lr=1000)", "adam(lr=0.01)~300~sgd(lr=0.1)").map(MethodSpec::parse).flatMap(run -> Stream.of(
                                new Kind("trials on a table by " + MethodSpec.print(run), () -> new Trials(
                                        Bench.ofTable(TableTask.AIRFOIL.problem(), TABLE), run, 3, 3, 1)),
                                new Kind("trials on pictures by " + MethodSpec.print(run), () -> new Trials(
                                        Bench.ofPictures(Architecture.SOFTMAX.on(28, 10), PICTURES, 100, Preparation.NONE, FEW, Crew.NONE),
                                        run, 2, 3, 1)))),
                        firstOrder().map(run -> new Kind("pictures by " + MethodSpec.print(run), () -> pictures(run))),
                        Stream.of("adagrad(lr=0.1)", "adam(lr=0.01)~300~sgd(lr=0.1)").map(MethodSpec::parse).map(run -> new Kind(
                                "pictures with a norm by " + MethodSpec.print(run), () -> new Training(NORMED, PICTURES, run, FEW, Crew.NONE))),
                        Stream.of(
                                new Kind("descent that diverges", () -> new Descent(
                                        Objectives.named("rosenbrock").orElseThrow().function(),
                                        OptimizerSpec.parse("sgd(lr=0.1)"),
                                        new Point(-3, 2),
                                        500,
                                        0.1,
                                        3)),
                                new Kind("descent whose second stage diverges", () -> new Descent(
                                        Objectives.named("rosenbrock").orElseThrow().function(),
                                        MethodSpec.parse("adagrad(lr=0.1)~30~sgd(lr=0.1)~31~adagrad(lr=0.1)"),
                                        new Point(-3, 2),
                                        500,
                                        0.1,
                                        3)),
                                new Kind("basins", () -> new Basins(
                                        Objectives.named("rosenbrock").orElseThrow().function(),
                                        MethodSpec.parse("adam(lr=0.1)~9~sgd(lr=0.01)"),
                                        new StartGrid(new Window(-3, 3, -3, 3), 6, 5),
                                        new Minima(List.of(new Point(1, 1)), List.of(0.0), 0.2),
                                        60,
                                        0.1,
                                        0.1,
                                        3)),
                                new Kind("heat map", () -> new HeatMap(
                                        Objectives.named("rosenbrock").orElseThrow().function(),
                                        HeatSpec.parse("adam(lr=0.001..10,beta2=0..0.9)"),
                                        6,
                                        5,
                                        new Point(-3, 2),
                                        60,
                                        0.1,
                                        3)),
                                new Kind("cloud", () -> new NoiseCloud(
                                        Objectives.named("ellipse").orElseThrow().function(),
                                        MethodSpec.parse("torch.adam(lr=0.1,amsgrad=true)"),
                                        new Point(-3, 2),
                                        60,
                                        0.1,
                                        3,
                                        20,
                                        7)),
                                new Kind("sweep", () -> sweep("adam(lr=0.001..10)")),
                                new Kind("sweep of a stage", () -> sweep("adam(lr=0.1)~9~sgd(lr=0.001..10)"))))
                .flatMap(each -> each);
    }

    private static final TrainingPlan TABLE = new TrainingPlan(7, 2, 100, 3, true, InitialParameters.NORMAL);
    private static final TrainingPlan FEW = new TrainingPlan(32, 2, 60, 3, true);

    private static Stream<Method> both() {
        return Stream.concat(
                Optimizers.all().stream().map(OptimizerKind::initial),
                Stream.of(RICH, STAGED).flatMap(List::stream).map(MethodSpec::parse));
    }

    private static Stream<Method> firstOrder() {
        return both().filter(run -> !run.secondOrder());
    }

    private static Series descent(Method run) {
        return new Descent(
                Objectives.named("ellipse").orElseThrow().function(), run, new Point(-5, -2), 900, 0.2, 5);
    }

    private static Series table(Method run) {
        return new Training(
                TableTask.AIRFOIL.problem(),
                TableTask.AIRFOIL.measure(),
                run,
                TABLE);
    }

    private static Series pictures(Method run) {
        return new Training(
                Architecture.SOFTMAX.on(28, 10), PICTURES, run, new TrainingPlan(32, 2, 60, 3, true), Crew.NONE);
    }

    private static RateSearch search(RateSearch.Kind kind) {
        return new RateSearch(kind, 1e-4, 10, 25, 3, 3);
    }

    private static Series sweep(String spec) {
        return new Sweep(
                Objectives.named("ellipse").orElseThrow().function(),
                SweepSpec.parse(spec),
                21,
                new Point(-5, -2),
                60,
                0.1,
                3);
    }

    /** All that it has come to, but for what the clock has a part in. */
    private static List<Object> all(Series series) {
        Trace trace = series.trace();
        return List.of(
                trace.columns(),
                IntStream.range(0, trace.rows() * trace.stride())
                        .filter(i -> !trace.columns().get(i % trace.stride()).equals("seconds"))
                        .mapToObj(i -> trace.at(i / trace.stride(), i % trace.stride()))
                        .toList(),
                series.done(),
                String.valueOf(series.outcome()),
                series.result(),
                series.fitted().entrySet().stream()
                        .map(each -> each.getKey() + Arrays.toString(each.getValue()))
                        .toList());
    }

    private static void pieces(Series series, int count) {
        for (int i = 0; i < count || series.midway(); i++) {
            series.advance(() -> true);
        }
    }

    /** So that a series can branch at any row, and be gone on with elsewhere. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aCopyGoesOnToTheSameRowsAndChangesNothingOfTheOther(Kind kind) {
        Series whole = kind.start().get();
        whole.finish();
        for (int before : new int[] {0, 1, 3, 8}) {
            Series series = kind.start().get();
            pieces(series, before);
            List<Object> here = all(series);
            Series copy = series.copy();
            assertThat(all(copy)).isEqualTo(here);
            copy.finish();
            assertThat(all(copy)).as("the copy after %d pieces", before).isEqualTo(all(whole));
            assertThat(all(series)).as("the other, meanwhile").isEqualTo(here);
            Series second = series.copy();
            while (!(second.advance(() -> true) & series.advance(() -> true))) {
                // on, each within what the other has begun
            }
            assertThat(all(series)).as("the other, later").isEqualTo(all(whole));
            assertThat(all(second)).as("a second copy beside it").isEqualTo(all(whole));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void rowsOnlyGrowAndItEndsOnce(Kind kind) {
        Series series = kind.start().get();
        int rows = 0;
        while (!series.advance(() -> true)) {
            assertThat(series.outcome()).isNull();
            assertThat(series.trace().rows()).isGreaterThanOrEqualTo(rows);
            assertThat(series.done()).isBetween(0L, series.total());
            rows = series.trace().rows();
        }
        List<Object> end = all(series);
        series.end(new Outcome.Cancelled());
        assertThat(series.advance(() -> false)).isTrue();
        assertThat(all(series)).isEqualTo(end);
        assertThat(series.trace().values()).hasSize(series.trace().rows() * series.trace().stride());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsStoppedSaysSoAndGoesOnNoMore(Kind kind) {
        Series series = kind.start().get();
        pieces(series, 2);
        if (series.outcome() == null) {
            series.end(new Outcome.Cancelled());
            List<Object> end = all(series);
            assertThat(series.outcome()).isEqualTo(new Outcome.Cancelled());
            assertThat(series.advance(() -> false)).isTrue();
            assertThat(all(series)).isEqualTo(end);
        }
    }

    @Test
    void withinABatchThereIsNoCopy() {
        Series series = pictures(OptimizerSpec.parse("sgd(lr=0.1)"));
        while (!series.midway()) {
            series.advance(() -> true);
        }
        assertThatIllegalStateException().isThrownBy(series::copy);
    }
}
