package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.ImageData;
import descentlab.dataset.Images;
import descentlab.dataset.Preparation;
import descentlab.dataset.Silhouettes;
import descentlab.landscape.Finding;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Activation;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.model.ShardedNetwork;
import descentlab.optimizer.MethodSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is trained with norms: it learns, its curvature and its landscape are those of the pictures they are measured on. */
class NormedTrainingTest {

    private static final int PICTURES = 700;
    private static final ImageData DATA = new ImageData(
            "some",
            "Some",
            Silhouettes.standard().training().first(PICTURES),
            Silhouettes.standard().test().first(200));
    private static final Network NETWORK =
            new Perceptron(List.of(8, 6), Activation.TANH, Norm.BATCH, Loss.CROSS_ENTROPY).on(14, 10);
    private static final Preparation SMALL = new Preparation(true, false);

    private static Training training(String run, TrainingPlan plan, Crew crew) {
        return new Training(NETWORK, DATA, SMALL, MethodSpec.parse(run), plan, crew);
    }

    private static Training trained(String run, TrainingPlan plan) {
        Training training = training(run, plan, Crew.NONE);
        training.finish();
        return training;
    }

    private static double ownLoss(Images images, double[] w, int pictures) {
        return new ShardedNetwork(NETWORK, images, pictures, Crew.NONE)
                .lossAndGradient(w, IntStream.range(0, pictures).toArray(), 0, pictures, new double[w.length]);
    }

    @Test
    void itLearnsAndItsLayersAreMeasured() {
        Training training = trained("adagrad(lr=0.05)", new TrainingPlan(50, 8, 350, 3, true));
        assertThat(training.outcome()).isInstanceOf(Outcome.Finished.class);
        assertThat(training.tests().getFirst().accuracy()).isLessThan(0.4);
        assertThat(training.tests().getLast().accuracy()).isGreaterThan(0.6);
        assertThat(training.trace().columns()).contains("hidden1.gradient", "norm1.gradient", "norm2.rate50", "output.rate95");
        int gradient = training.trace().columns().indexOf("norm1.gradient");
        assertThat(training.trace().last(gradient)).isPositive().isFinite();
        assertThat(training.fitted()).containsKeys("norm1.weight", "norm2.bias").doesNotContainKey("hidden1.bias");
    }

    @Test
    void coresAndSlicesChangeNoBit() {
        TrainingPlan plan = new TrainingPlan(64, 2, 250, 3, true).with(new CurvatureWatch(true, 5, false));
        Training whole = trained("adam(lr=0.01)", plan);
        Training sliced = training("adam(lr=0.01)", plan, new Crew(2));
        while (!sliced.advance(() -> true)) {
            // on
        }
        assertThat(sliced.parameters()).containsExactly(whole.parameters());
        for (String name : List.of("loss", "testLoss", "testAccuracy", "lambda1", "edge", "norm2.gradient")) {
            int column = whole.trace().columns().indexOf(name);
            for (int row = 0; row < whole.trace().rows(); row++) {
                assertThat(Double.valueOf(sliced.trace().at(row, column))).as(name).isEqualTo(Double.valueOf(whole.trace().at(row, column)));
            }
        }
        int lambda = whole.trace().columns().indexOf("lambda1");
        assertThat(IntStream.range(0, whole.trace().rows()).filter(row -> whole.trace().at(row, lambda) > 0)).hasSizeGreaterThan(2);
    }

    /** Of a network that is large the diagonal is estimated, and that is told. */
    @Test
    void theSpectrumAtTheEndIsOfTheSample() {
        TrainingPlan plan = new TrainingPlan(50, 1, 50, 3, true).with(new CurvatureWatch(true, 0, true));
        ImageData few = new ImageData("few", "Few", DATA.training().first(50), DATA.test());
        for (int units : new int[] {3, 30}) {
            Network network = new Perceptron(List.of(units), Activation.TANH, Norm.BATCH, Loss.CROSS_ENTROPY).on(14, 10);
            Training training = new Training(network, few, SMALL, MethodSpec.parse("adagrad(lr=0.05)"), plan, Crew.NONE);
            training.finish();
            CurvaturePortrait portrait = training.portrait().orElseThrow();
            assertThat(portrait.exact()).isEqualTo(units == 3);
            assertThat(portrait.draws()).isEqualTo(units == 3 ? 0 : 256);
            assertThat(portrait.sample()).isEqualTo(50);
            assertThat(portrait.views()).hasSizeGreaterThan(3);
            assertThat(portrait.slope()).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PATH", "ENDS", "RANDOM"})
    void theLossAroundThePathsIsThatOfItsOwnPictures(PlaneKind kind) {
        TrainingPlan plan = new TrainingPlan(50, 4, 50, 3, true).with(new SlicePlan(kind, 600));
        Training first = trained("sgd(lr=0.2)", plan);
        Training second = first.beside(MethodSpec.parse("adagrad(lr=0.05)"));
        second.finish();
        List<Training> trainings = List.of(first, second);
        Surroundings surroundings = found(trainings, plan, Crew.NONE, () -> false);
        Images images = first.images().orElseThrow();
        List<Finding.Grid> grids = all(surroundings, Finding.Grid.class);
        assertThat(grids).extracting(Finding.Grid::pictures).as("all at once, and no more later").containsOnly(600).hasSize(4);
        for (int k = 0; k < 2; k++) {
            double[] losses = all(surroundings, Finding.Along.class).get(k).losses();
            assertThat(losses[losses.length - 1]).isCloseTo(ownLoss(images, trainings.get(k).parameters(), 600), within(2e-6));
        }
        if (kind == PlaneKind.RANDOM) {
            assertThat(grids.getLast().losses()[25 * 51 + 25]).isCloseTo(ownLoss(images, first.parameters(), 600), within(2e-6));
        }
        Finding.Line line = all(surroundings, Finding.Line.class).getFirst();
        int last = line.at().length - 1;
        for (double[] losses : List.of(line.asItIs(), line.shuffled(), line.matched())) {
            assertThat(losses[0]).isCloseTo(ownLoss(images, first.parameters(), 600), within(2e-6));
            assertThat(losses[last]).isCloseTo(ownLoss(images, second.parameters(), 600), within(2e-6));
        }
        assertThat(line.units()).isEqualTo(14);
        int[] asked = new int[1];
        Surroundings sliced = found(trainings, plan, new Crew(2), () -> ++asked[0] % 3 == 0);
        assertThat(sliced.found()).usingRecursiveComparison().isEqualTo(surroundings.found());
    }

    private static Surroundings found(List<Training> trainings, TrainingPlan plan, Crew crew, BooleanSupplier over) {
        Surroundings surroundings = Surroundings.of(trainings, plan, NETWORK, crew).orElseThrow();
        while (!surroundings.goOn(over)) {
            // on
        }
        return surroundings;
    }

    private static <F extends Finding> List<F> all(Surroundings of, Class<F> kind) {
        return of.found().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void trainingsThatShareANetworkDoNotDisturbEachOther() {
        TrainingPlan plan = new TrainingPlan(50, 2, 350, 3, true);
        Training first = training("sgd(lr=0.2)", plan, Crew.NONE);
        Training second = first.beside(MethodSpec.parse("adagrad(lr=0.05)"));
        // Each in turn for a batch or an evaluation, as they do in a run.
        boolean done = false;
        while (!done) {
            done = true;
            for (Training each : List.of(first, second)) {
                do {
                    done &= each.advance(() -> true);
                } while (each.midway());
            }
        }
        assertThat(first.parameters()).containsExactly(trained("sgd(lr=0.2)", plan).parameters());
        Training alone = trained("adagrad(lr=0.05)", plan);
        assertThat(second.parameters()).containsExactly(alone.parameters());
        assertThat(second.tests()).hasSameSizeAs(alone.tests());
        for (int i = 0; i < alone.tests().size(); i++) {
            assertThat(second.tests().get(i).loss()).isEqualTo(alone.tests().get(i).loss());
            assertThat(Arrays.equals(second.tests().get(i).predicted(), alone.tests().get(i).predicted())).isTrue();
        }
    }
}
