package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ImageData;
import descentlab.dataset.Images;
import descentlab.dataset.Preparation;
import descentlab.dataset.Silhouettes;
import descentlab.landscape.Finding;
import descentlab.landscape.Path;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Activation;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Perceptron;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.MethodSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss around the paths of trainings: what is found, that it is true of the paths, and that nothing else decides it. */
class SurroundingsTest {

    private static final int PICTURES = 700;
    private static final ImageData DATA = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(PICTURES),
            Silhouettes.standard().test().first(20));
    private static final Network NETWORK =
            new Perceptron(List.of(6), Activation.TANH, Loss.CROSS_ENTROPY).on(14, 10);
    private static final Preparation SMALL = new Preparation(true, false);

    private static TrainingPlan plan(PlaneKind kind, int pictures) {
        return new TrainingPlan(50, 4, 50, 3, true).with(new SlicePlan(kind, pictures));
    }

    private static List<Training> trained(TrainingPlan plan, String... runs) {
        List<Training> trainings = new ArrayList<>();
        for (String run : runs) {
            trainings.add(
                    trainings.isEmpty()
                            ? new Training(NETWORK, DATA, SMALL, MethodSpec.parse(run), plan, Crew.NONE)
                            : trainings.getFirst().beside(MethodSpec.parse(run)));
            trainings.getLast().finish();
        }
        return trainings;
    }

    private static Surroundings found(List<Training> trainings, TrainingPlan plan, Crew crew, BooleanSupplier over) {
        Surroundings surroundings = Surroundings.of(trainings, plan, NETWORK, crew).orElseThrow();
        double share = 0;
        while (!surroundings.goOn(over)) {
            assertThat(surroundings.share()).isBetween(share, 1.0);
            share = surroundings.share();
        }
        assertThat(surroundings.share()).isEqualTo(1);
        return surroundings;
    }

    private static <F extends Finding> List<F> all(Surroundings of, Class<F> kind) {
        return of.found().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static double loss(Images images, double[] w, int pictures) {
        return new ShardedNetwork(NETWORK, images, pictures, Crew.NONE).classify(w, images, 0, pictures, new byte[images.count()])
                / pictures;
    }

    @Test
    void theCoarseComesBeforeTheFineAndMorePicturesLast() {
        TrainingPlan plan = plan(PlaneKind.PATH, 650);
        Surroundings surroundings = found(trained(plan, "sgd(lr=0.2)", "adagrad(lr=0.05)"), plan, Crew.NONE, () -> false);
        assertThat(surroundings.found().getFirst()).isInstanceOf(Finding.Outlook.class);
        List<Finding.Grid> grids = all(surroundings, Finding.Grid.class);
        assertThat(grids).extracting(Finding.Grid::stride).containsExactly(10, 5, 2, 1, 1);
        assertThat(grids).extracting(Finding.Grid::pictures).containsExactly(500, 500, 500, 500, 650);
        for (Finding.Grid grid : grids.subList(0, 3)) {
            int side = 50 / grid.stride() + 1;
            assertThat(grid.losses()).hasSize(side * side);
            for (int i = 0; i < grid.losses().length; i++) {
                int at = i / side * grid.stride() * 51 + i % side * grid.stride();
                assertThat(grid.losses()[i]).isEqualTo(grids.get(3).losses()[at]);
            }
        }
        assertThat(all(surroundings, Finding.Along.class)).hasSize(2);
        assertThat(all(surroundings, Finding.Walk.class)).hasSize(1);
        assertThat(all(surroundings, Finding.Line.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATH", "ENDS", "RANDOM"})
    void pathsAreWhereTheyAreAndTheirLossesTrue(PlaneKind kind) {
        TrainingPlan plan = plan(kind, 500);
        List<Training> trainings = trained(plan, "sgd(lr=0.2)", "adagrad(lr=0.05)", "adam(lr=0.01)");
        Surroundings surroundings = found(trainings, plan, Crew.NONE, () -> false);
        Finding.Outlook outlook = (Finding.Outlook) surroundings.found().getFirst();
        assertThat(outlook.kind()).isEqualTo(kind);
        Images images = trainings.getFirst().images().orElseThrow();
        for (int k = 0; k < trainings.size(); k++) {
            Path path = trainings.get(k).path().orElseThrow();
            Finding.Track track = outlook.paths().get(k);
            Finding.Along along = all(surroundings, Finding.Along.class).get(k);
            int last = path.points().length - 1;
            double[] end = trainings.get(k).parameters();
            assertThat(along.losses()[last]).isCloseTo(loss(images, end, 500), within(1e-6));
            for (int i = 0; i <= last; i++) {
                if (track.off()[i] < 1e-9) {
                    assertThat(along.feet()[i]).isCloseTo(along.losses()[i], within(1e-6));
                }
                if (kind != PlaneKind.RANDOM) {
                    assertThat(track.x()[i]).isBetween(outlook.left(), outlook.left() + outlook.size());
                    assertThat(track.y()[i]).isBetween(outlook.bottom(), outlook.bottom() + outlook.size());
                }
            }
            if (kind == PlaneKind.ENDS || kind == PlaneKind.RANDOM && k == 0) {
                assertThat(track.off()[last]).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void theSliceIsTheLossAtItsPoints() {
        TrainingPlan plan = plan(PlaneKind.RANDOM, 500);
        List<Training> trainings = trained(plan, "adagrad(lr=0.05)");
        Surroundings surroundings = found(trainings, plan, Crew.NONE, () -> false);
        Images images = trainings.getFirst().images().orElseThrow();
        // The middle of the window is where the path ends.
        Finding.Grid grid = all(surroundings, Finding.Grid.class).getLast();
        assertThat(grid.losses()[25 * 51 + 25]).isCloseTo(loss(images, trainings.getFirst().parameters(), 500), within(1e-6));
        double[] each = IntStream.range(0, 500)
                .mapToDouble(i -> new ShardedNetwork(NETWORK, images, 1, Crew.NONE)
                        .classify(trainings.getFirst().parameters(), images, i, i + 1, new byte[images.count()]))
                .toArray();
        double mean = Arrays.stream(each).average().orElseThrow();
        double variance = Arrays.stream(each).map(x -> (x - mean) * (x - mean)).sum() / 499;
        assertThat(grid.errors()[25 * 51 + 25])
                .isCloseTo(Math.sqrt(variance / 500 * (1 - 500.0 / PICTURES)), within(1e-6));
    }

    @Test
    void ofAllPicturesThereIsNoError() {
        TrainingPlan plan = plan(PlaneKind.PATH, 2000);
        Surroundings surroundings = found(trained(plan, "sgd(lr=0.2)"), plan, Crew.NONE, () -> false);
        Finding.Grid grid = all(surroundings, Finding.Grid.class).getLast();
        assertThat(grid.pictures()).isEqualTo(PICTURES);
        assertThat(grid.errors()).containsOnly(0);
    }

    @Test
    void coresAndSlicesChangeNothing() {
        TrainingPlan plan = plan(PlaneKind.PATH, 120);
        List<Training> trainings = trained(plan, "sgd(lr=0.2)", "adam(lr=0.01)");
        int[] asked = new int[1];
        Surroundings whole = found(trainings, plan, Crew.NONE, () -> false);
        Surroundings sliced = found(trainings, plan, new Crew(2), () -> ++asked[0] % 3 == 0);
        assertThat(asked[0]).isGreaterThan(1000);
        assertThat(sliced.found()).usingRecursiveComparison().isEqualTo(whole.found());
    }

    @Test
    void aShuffledNetworkIsTheSameAtItsEnd() {
        TrainingPlan plan = plan(PlaneKind.PATH, 200);
        Surroundings surroundings = found(trained(plan, "sgd(lr=0.2)", "adagrad(lr=0.05)"), plan, Crew.NONE, () -> false);
        Finding.Line line = all(surroundings, Finding.Line.class).getFirst();
        int last = line.at().length - 1;
        List<Finding.Along> along = all(surroundings, Finding.Along.class);
        for (double[] losses : List.of(line.asItIs(), line.shuffled(), line.matched())) {
            assertThat(losses[0]).isCloseTo(along.get(0).losses()[along.get(0).losses().length - 1], within(1e-6));
            assertThat(losses[last]).isCloseTo(along.get(1).losses()[along.get(1).losses().length - 1], within(1e-6));
        }
        assertThat(line.units()).isEqualTo(6);
    }

    @Test
    void anotherStartIsTrainedAndTheLineLeadsThere() {
        TrainingPlan plan = plan(PlaneKind.ENDS, 100).with(new SlicePlan(PlaneKind.ENDS, 100, OptionalLong.of(8)));
        List<Training> trainings = trained(plan, "adagrad(lr=0.05)", "sgd(lr=0.2)");
        Surroundings surroundings = found(trainings, plan, Crew.NONE, () -> true);
        List<Finding.Line> lines = all(surroundings, Finding.Line.class);
        assertThat(lines).extracting(Finding.Line::path).containsExactly(1, Finding.OTHER_START);
        Training other = new Training(NETWORK, DATA, SMALL, MethodSpec.parse("adagrad(lr=0.05)"), plan.with(8), Crew.NONE);
        other.finish();
        Images images = trainings.getFirst().images().orElseThrow();
        Finding.Line line = lines.getLast();
        int last = line.at().length - 1;
        assertThat(line.asItIs()[0]).isCloseTo(loss(images, trainings.getFirst().parameters(), 100), within(1e-6));
        assertThat(line.asItIs()[last]).isCloseTo(loss(images, other.parameters(), 100), within(1e-6));
        assertThat(line.matched()[last]).as("the same net in another order").isCloseTo(line.asItIs()[last], within(1e-6));
        assertThat(line.moved()).as("its units have no order in common with the first's").isPositive();
        assertThat(lines.getFirst().moved()).isZero();
        assertThat(all(surroundings, Finding.Outlook.class).getFirst().paths()).as("it is on no plane").hasSize(2);
    }

    /** Somebody else looks at the same trainings, or the same one does anew before the first look has come to its end. */
    @Test
    void twoLooksAtTheSameTrainingsDoNotMeet() {
        TrainingPlan plan = plan(PlaneKind.ENDS, 100).with(new SlicePlan(PlaneKind.ENDS, 100, OptionalLong.of(8)));
        List<Training> trainings = trained(plan, "adagrad(lr=0.05)");
        Surroundings one = Surroundings.of(trainings, plan, NETWORK, Crew.NONE).orElseThrow();
        Surroundings other = Surroundings.of(trainings, plan, NETWORK, Crew.NONE).orElseThrow();
        boolean both;
        do {
            boolean done = one.goOn(() -> true);
            both = other.goOn(() -> true) && done;
        } while (!both);
        List<Finding> alone = found(trained(plan, "adagrad(lr=0.05)"), plan, Crew.NONE, () -> false).found();
        assertThat(one.found()).usingRecursiveComparison().isEqualTo(alone);
        assertThat(other.found()).usingRecursiveComparison().isEqualTo(alone);
    }

    @Test
    void anotherStartThatDivergesLeadsNowhere() {
        TrainingPlan plan = plan(PlaneKind.PATH, 50).with(new SlicePlan(PlaneKind.PATH, 50, OptionalLong.of(8)));
        List<Training> trainings = trained(plan, "sgd(lr=0.2)");
        OtherStart other = new OtherStart(trainings.getFirst(), plan, NETWORK, Crew.NONE);
        other.training().end(new Outcome.Diverged(1, "far"));
        assertThat(other.goOn(() -> false)).isTrue();
        assertThat(other.found()).isEmpty();
        assertThat(other.share()).isEqualTo(1);
    }

    @Test
    void whatDivergedHasNoPart() {
        TrainingPlan plan = plan(PlaneKind.PATH, 100);
        Network squared = new Perceptron(List.of(6), Activation.TANH, Loss.SQUARED).on(14, 10);
        Training far = new Training(squared, DATA, SMALL, MethodSpec.parse("sgd(lr=1000000)"), plan, Crew.NONE);
        List<Training> trainings = List.of(far, far.beside(MethodSpec.parse("sgd(lr=0.1)")));
        trainings.forEach(Training::finish);
        assertThat(trainings.getFirst().outcome()).isInstanceOf(Outcome.Diverged.class);
        Surroundings surroundings = Surroundings.of(trainings, plan, squared, Crew.NONE).orElseThrow();
        assertThat(surroundings.trainings()).containsExactly(1);
        assertThat(Surroundings.of(trainings.subList(0, 1), plan, squared, Crew.NONE)).isEmpty();
    }

    private static Training until(Training training, int rows) {
        while (training.trace().rows() < rows) {
            training.advance(() -> true);
        }
        return training;
    }

    /** The plan with half as many epochs ends where that with all of them is paused. */
    @ParameterizedTest
    @EnumSource(names = {"PATH", "ENDS", "RANDOM"})
    void soFarItIsThatOfTrainingsThatEndThere(PlaneKind kind) {
        TrainingPlan half = new TrainingPlan(50, 2, 50, 3, true).with(new SlicePlan(kind, 100, OptionalLong.of(8)));
        TrainingPlan whole = plan(kind, 100).with(half.slice());
        List<Training> ended = trained(half.with(new SlicePlan(kind, 100)), "sgd(lr=0.2)", "adagrad(lr=0.05)");
        Training first = until(new Training(NETWORK, DATA, SMALL, MethodSpec.parse("sgd(lr=0.2)"), whole, Crew.NONE), ended.getFirst().trace().rows());
        Training second = until(first.beside(MethodSpec.parse("adagrad(lr=0.05)")), ended.getFirst().trace().rows());
        Surroundings soFar = Surroundings.soFar(List.of(first, second), whole, NETWORK, Crew.NONE).orElseThrow();
        while (!soFar.goOn(() -> true)) {
            // on
        }
        assertThat(first.done()).isEqualTo(2 * PICTURES);
        assertThat(first.outcome()).isNull();
        assertThat(soFar.found())
                .as("of another start there is nothing")
                .usingRecursiveComparison()
                .isEqualTo(found(ended, half.with(new SlicePlan(kind, 100)), Crew.NONE, () -> false).found());
        first.finish();
        second.finish();
        assertThat(found(List.of(first, second), whole, Crew.NONE, () -> false).found())
                .as("the end is as if nobody had looked")
                .usingRecursiveComparison()
                .isEqualTo(found(trained(whole, "sgd(lr=0.2)", "adagrad(lr=0.05)"), whole, Crew.NONE, () -> false).found());
    }

    @Test
    void soFarItIsOfThoseThatHaveGoneSomewhere() {
        TrainingPlan plan = plan(PlaneKind.PATH, 50);
        Training first = until(new Training(NETWORK, DATA, SMALL, MethodSpec.parse("sgd(lr=0.2)"), plan, Crew.NONE), 1);
        assertThat(Surroundings.soFar(List.of(first), plan, NETWORK, Crew.NONE)).as("it stands at its start").isEmpty();
        until(first, 2);
        Training stands = until(first.beside(MethodSpec.parse("sgd(lr=0.1)")), 1);
        Training far = until(first.beside(MethodSpec.parse("sgd(lr=0.1)")), 2);
        far.end(new Outcome.Diverged(1, "far"));
        Training arrived = first.beside(MethodSpec.parse("adagrad(lr=0.05)"));
        arrived.finish();
        Surroundings soFar = Surroundings.soFar(List.of(stands, far, first, arrived), plan, NETWORK, Crew.NONE).orElseThrow();
        assertThat(soFar.trainings()).containsExactly(2, 3);
        while (!soFar.goOn(() -> false)) {
            // on
        }
        assertThat(all(soFar, Finding.Grid.class).getLast().losses()).as("of a path of two points, too").doesNotContain(Double.NaN);
        assertThat(Surroundings.soFar(List.of(first), new TrainingPlan(50, 4, 50, 3, true), NETWORK, Crew.NONE)).isEmpty();
    }

    @Test
    void withoutBeingAskedOnlySmallOnesKeepTheirWay() {
        TrainingPlan plan = new TrainingPlan(50, 2, 50, 3, true);
        List<Training> trainings = trained(plan, "sgd(lr=0.2)");
        assertThat(trainings.getFirst().path()).isPresent();
        assertThat(Surroundings.of(trainings, plan, NETWORK, Crew.NONE)).isEmpty();
        Network large = new Perceptron(List.of(200), Activation.TANH, Loss.SQUARED).on(14, 10);
        Training training = new Training(large, DATA, SMALL, MethodSpec.parse("sgd(lr=0.1)"), plan, Crew.NONE);
        training.finish();
        assertThat(training.path()).isEmpty();
        assertThat(training.goingOnBy(MethodSpec.parse("sgd(lr=0.1)"))).as("itself").containsSame(training);
        assertThat(training.goingOnBy(MethodSpec.parse("sgd(lr=0.2)"))).isEmpty();
    }

    @Test
    void pathsAreThinnedEvenly() {
        for (int rows = 1; rows < 300; rows++) {
            Snapshots snapshots = new Snapshots(1000);
            for (int row = 0; row < rows; row++) {
                snapshots.row(row, new double[] {row, 2});
            }
            Path path = snapshots.copy().path(rows - 1, new double[] {rows - 1, 2});
            int count = path.points().length;
            assertThat(count).isLessThanOrEqualTo(32).isGreaterThanOrEqualTo(Math.min(rows, 16));
            assertThat(path.start()).containsExactly(0, 2);
            assertThat(path.end()).containsExactly(rows - 1, 2);
            double stride = count > 1 ? path.epochs()[1] : 0;
            for (int i = 0; i < count - 1; i++) {
                assertThat(path.epochs()[i]).isEqualTo(i * stride);
            }
        }
        assertThat(Snapshots.most(61_706)).isEqualTo(32);
        assertThat(Snapshots.most(1_000_000)).isEqualTo(12);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        TrainingPlan plan = plan(PlaneKind.PATH, 100);
        Training training = new Training(NETWORK, DATA, SMALL, MethodSpec.parse("sgd(lr=0.2)"), plan, Crew.NONE);
        while (training.trace().rows() < 9 || training.midway()) {
            training.advance(() -> true);
        }
        Training copy = training.copy();
        training.finish();
        copy.finish();
        assertThat(copy.path().orElseThrow()).usingRecursiveComparison().isEqualTo(training.path().orElseThrow());
    }
}
