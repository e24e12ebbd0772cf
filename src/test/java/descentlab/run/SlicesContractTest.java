package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.objective.MinimumSearch;
import descentlab.training.Trace;
import descentlab.training.Series;
import descentlab.experiment.BasinExperiment;
import descentlab.experiment.FieldGrid;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.Pictures;
import descentlab.experiment.FieldRequest;
import descentlab.experiment.LabRates;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SweepExperiment;
import descentlab.experiment.TrainingExperiment;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every computation gives the core back when it is told, after a small piece of work, and computes the same bits wherever
 * its slices end.
 */
class SlicesContractTest {

    /** What a computation said, without what the clock has a part in. */
    private record Under(Computation computation, Supplier<List<?>> said) {}

    /**
     * A computation, and what it is made of.
     *
     * @param pieces as many slices as it must at least take if each ends as soon as it may
     */
    private record Kind(String name, int pieces, Supplier<Under> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final int MOST_STEPS = 128;
    private static final int MOST_EXAMPLES = 200; // up to a point of the curve
    private static final int MOST_PICTURES = 32;
    private static final int MOST_CELLS = 128;

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("race", 3 * 5000 / MOST_STEPS, () ->
                        race("ellipse", "5000", "sgd(lr=0.1)", "adam(lr=0.1)", "momentum(lr=0.01)")),
                // Almost all of its work is the search for a rate that holds.
                new Kind("race that diverges", 20_000 / MOST_STEPS, () ->
                        race("rosenbrock", "20000", "sgd(lr=0.1)")),
                new Kind("sweep", 2 * 60 * 400 / MOST_STEPS / 2, SlicesContractTest::sweep),
                new Kind("basins", 200 * 500 / MOST_STEPS, SlicesContractTest::basins),
                new Kind("training on a table", 2 * 3 * 1500 / MOST_EXAMPLES, SlicesContractTest::table),
                new Kind("training on pictures", 2 * (2 * 512 + 3 * 2000) / MOST_PICTURES, () ->
                        pictures("softmax", "512", "256")),
                new Kind("training on pictures in one batch", 2 * (2 * 1000 + 3 * 2000) / MOST_PICTURES, () ->
                        pictures("softmax", "1000", "1000")),
                new Kind("contours", 160 * 120 / MOST_CELLS, SlicesContractTest::field),
                new Kind("proposal of rates", 2000 / MOST_STEPS, SlicesContractTest::rates));
    }

    private static SurfaceExperiment surface(String objective, String steps, String... runs) {
        return SurfaceExperiment.read(Map.of(
                        "objective", List.of(objective),
                        "steps", List.of(steps),
                        "start", List.of("-3,2"),
                        "run", List.of(runs)))
                .orThrow();
    }

    /** Hears how each series ends, and its rows without the seconds. */
    private static Under course(Course course) {
        List<Object> said = new ArrayList<>();
        SeriesComputation.Listener listener = new SeriesComputation.Listener() {
            @Override
            public void ended(int index, Series series) {
                said.add(index);
                said.add(series.outcome());
                series.fitted().forEach((name, values) -> said.add(Arrays.stream(values).boxed().toList()));
                Trace trace = series.trace();
                IntStream.range(0, trace.stride())
                        .filter(column -> !trace.columns().get(column).equals("seconds"))
                        .forEach(column -> IntStream.range(0, trace.rows())
                                .forEach(row -> said.add(trace.at(row, column))));
            }

            @Override
            public void allEnded(String outcome) {
                said.add(outcome);
            }

            @Override
            public void failed(String message) {
                throw new AssertionError(message);
            }
        };
        return new Under(SeriesComputation.sideBySide(course, listener), () -> said);
    }

    private static Under race(String objective, String steps, String... runs) {
        return course(new RaceCourse(surface(objective, steps, runs)));
    }

    private static Under sweep() {
        return course(MapCourse.of(
                SweepExperiment.read(Map.of(
                                "steps", List.of("400"),
                                "points", List.of("60"),
                                "run", List.of("adagrad(lr=0.001..1)", "adam(lr=0.001..1)")))
                        .orThrow(),
                null));
    }

    private static Under basins() {
        BasinExperiment basins = BasinExperiment.read(Map.of(
                        "steps", List.of("500"),
                        "columns", List.of("20"),
                        "rows", List.of("10"),
                        "run", List.of("adagrad(lr=0.4)")))
                .orThrow();
        return course(MapCourse.of(
                basins, new MinimumSearch(basins.race().objective()).advance(() -> false).orElseThrow()));
    }

    private static Under training(Map<String, List<String>> query) {
        Path nowhere = Path.of("target", "none");
        Pictures pictures = new Pictures(
                new FashionMnist(nowhere, nowhere, new Download(URI.create("http://localhost:9/"))));
        return course(new Courses(pictures, OwnTables.NONE).of(TrainingExperiment.read(query).orThrow()));
    }

    private static Under table() {
        return training(Map.of(
                "epochs", List.of("3"),
                "every", List.of("200"),
                "run", List.of("adagrad(lr=0.1)", "sgd(lr=0.01)")));
    }

    private static Under pictures(String model, String count, String batch) {
        return training(Map.of(
                "data", List.of("silhouettes"),
                "model", List.of(model),
                "pictures", List.of(count),
                "batch", List.of(batch),
                "epochs", List.of("2"),
                "run", List.of("sgd(lr=0.1)", "adagrad(lr=0.05)")));
    }

    private static Under pieces(Function<BooleanSupplier, Optional<List<?>>> work) {
        Pieces<List<?>> pieces = new Pieces<>(work);
        return new Under(pieces, pieces::result);
    }

    private static Under field() {
        FieldRequest request = FieldRequest.read(Map.of(
                        "objective", List.of("beale"),
                        "window", List.of("-4,4,-4,4"),
                        "columns", List.of("160"),
                        "rows", List.of("120")))
                .orThrow();
        FieldGrid grid = new FieldGrid(request);
        return pieces(over -> grid.advance(over).map(bytes -> List.of(ByteBuffer.wrap(bytes))));
    }

    private static Under rates() {
        LabRates.Search search = LabRates.initial().on(SurfaceExperiment.initial().withSteps(2000));
        return pieces(over -> search.advance(over).map(proposal -> List.of(proposal.experiment())));
    }

    /** Computes to the end; says in how many slices. */
    private static int compute(Under under, Supplier<BooleanSupplier> slices) {
        under.computation().begin().join();
        int count = 1;
        while (!under.computation().advance(slices.get())) {
            count++;
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSliceThatIsOverAtOnceHoldsLittleWork(Kind kind) {
        assertThat(compute(kind.make().get(), () -> () -> true)).isGreaterThanOrEqualTo(kind.pieces());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void slicesOfAnyLengthChangeNoBit(Kind kind) {
        Under whole = kind.make().get();
        compute(whole, () -> () -> false);
        assertThat(whole.said().get()).isNotEmpty();
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            Under sliced = kind.make().get();
            compute(sliced, () -> over(random.nextInt(40)));
            assertThat(sliced.said().get().equals(whole.said().get())).as("the same, seed %d", seed).isTrue();
        }
    }

    /** Over at the question of that number, and then for good. */
    private static BooleanSupplier over(int questions) {
        AtomicInteger left = new AtomicInteger(questions);
        return () -> left.getAndDecrement() <= 0;
    }
}
