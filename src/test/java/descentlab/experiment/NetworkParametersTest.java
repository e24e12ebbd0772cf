package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Preparation;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Activation;
import descentlab.model.Loss;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.training.CurvatureWatch;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link says how a perceptron is built and whether its curvature is looked at, and is read back as the same. */
class NetworkParametersTest {

    private static final String LINK = "data=fashion-mnist&model=mlp&pictures=500&batch=500&epochs=1500&seed=0&shuffle=false"
            + "&every=500&hidden=32,32&activation=tanh&loss=squared&centered=true&curvature=edge&looks=50&run=sgd(lr=0.1)";

    private static Reading<TrainingExperiment> read(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query));
    }

    @Test
    void allOfItIsReadAndWritten() {
        TrainingExperiment experiment = read(LINK).orThrow();
        PictureTask task = (PictureTask) experiment.task();
        assertThat(task.perceptron()).isEqualTo(new Perceptron(List.of(32, 32), Activation.TANH, Loss.SQUARED));
        assertThat(task.preparation()).isEqualTo(new Preparation(false, true));
        assertThat(task.network().size()).isEqualTo(784 * 32 + 32 + 32 * 32 + 32 + 320 + 10);
        assertThat(task.loss()).contains("tfrac{1}{2n}");
        assertThat(experiment.plan().curvature()).isEqualTo(new CurvatureWatch(true, 50, false));
        assertThat(read(experiment.query()).orThrow()).isEqualTo(experiment);
    }

    @Test
    void whatIsUsualIsLeftOut() {
        String query = read("data=silhouettes&model=mlp&hidden=256&activation=relu&curvature=none").orThrow().query();
        assertThat(query).doesNotContain("hidden", "activation", "loss", "curvature", "looks");
        assertThat(read("data=silhouettes&model=mlp&halved=true").orThrow().task())
                .satisfies(task -> assertThat(((PictureTask) task).network().side()).isEqualTo(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "257", "32,", ",32", "a", "8,8,8,8,8", "1.5", "-3", "32;32", "99999999999"})
    void whatAreNoLayersIsRefused(String hidden) {
        Reading<TrainingExperiment> reading = read("data=silhouettes&model=mlp&hidden=" + hidden);
        assertThat(reading.problems()).extracting(Problem::parameter).containsExactly("hidden");
        assertThat(reading.experiment().task()).isEqualTo(Tasks.read(new QueryReader(
                EncodedQuery.read("data=silhouettes&model=mlp"))));
    }

    @Test
    void aNormIsReadAndWritten() {
        TrainingExperiment experiment = read("data=digits&model=mlp&hidden=32&norm=batch&run=sgd(lr=0.1)").orThrow();
        PictureTask task = (PictureTask) experiment.task();
        assertThat(task.norm()).isEqualTo(Norm.BATCH);
        assertThat(task.network().size()).isEqualTo(64 * 32 + 2 * 32 + 330);
        assertThat(task.network().normed()).isTrue();
        assertThat(experiment.query()).contains("&hidden=32&norm=batch&");
        assertThat(read(experiment.query()).orThrow()).isEqualTo(experiment);
        assertThat(experiment.with("norm", "none").orThrow().query()).doesNotContain("norm");
        assertThat(experiment.with("activation", "tanh").orThrow().query()).contains("activation=tanh&norm=batch");
        assertThat(experiment.with("model", "softmax").orThrow().query()).doesNotContain("norm");
        assertThat(experiment.with("curvature", "spectrum").problems()).isEmpty();
        assertThat(experiment.with("landscape", "random").problems()).isEmpty();
    }

    @Test
    void aNormWantsTwoPicturesInEachBatch() {
        String link = "data=digits&model=mlp&norm=batch&pictures=33&run=sgd(lr=0.1)&batch=";
        for (String batch : List.of("1", "2", "4", "8", "16", "32")) {
            Reading<TrainingExperiment> reading = read(link + batch);
            assertThat(reading.problems()).as(batch).singleElement().satisfies(problem -> {
                assertThat(problem.parameter()).isEqualTo("batch");
                assertThat(problem.came()).isEqualTo(batch);
                assertThat(problem.allowed()).contains("leaves no picture alone", "of 33 pictures");
            });
        }
        for (String batch : List.of("3", "11", "31", "33")) {
            assertThat(read(link + batch).problems()).as(batch).isEmpty();
        }
        assertThat(read(link.replace("norm=batch", "norm=none") + "1").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=silhouettes&model=mlp&norm=layer | norm",
        "data=silhouettes&model=mlp&norm=true | norm",
        "data=silhouettes&model=mlp&norm= | norm",
        "data=silhouettes&model=lenet&norm=batch | norm",
        "data=silhouettes&model=softmax&norm=batch | norm",
        "data=airfoil&norm=batch | norm",
        "data=silhouettes&model=lenet&hidden=32 | hidden",
        "data=silhouettes&loss=squared | loss",
        "data=airfoil&curvature=edge | curvature",
        "data=silhouettes&model=mlp&activation=softplus | activation",
        "data=silhouettes&model=mlp&loss=hinge | loss",
        "data=silhouettes&curvature=all | curvature",
        "data=silhouettes&looks=50 | looks",
        "data=airfoil&ratemaps=true | ratemaps",
        "data=silhouettes&ratemaps=maybe | ratemaps",
        "data=silhouettes&curvature=edge&looks=0 | looks",
        "data=airfoil&landscape=path | landscape",
        "data=silhouettes&landscape=pca | landscape",
        "data=silhouettes&slice=100 | slice",
        "data=silhouettes&landscape=none&slice=2000 | slice",
        "data=silhouettes&landscape=path&slice=0 | slice",
        "data=silhouettes&landscape=path&slice=2001 | slice",
        "data=silhouettes&landscape=path&slice=1e3 | slice",
        "data=silhouettes&pictures=500&epochs=1501 | epochs",
        "data=silhouettes&pictures=2001&epochs=51 | epochs"})
    void whatCannotBeIsNamed(String query, String parameter) {
        assertThat(read(query.strip()).problems()).extracting(Problem::parameter).containsExactly(parameter);
    }

    @Test
    void anotherNetworkForgetsHowAPerceptronWasBuilt() {
        Reading<? extends Experiment> changed = read(LINK).orThrow().with("model", "lenet");
        assertThat(changed.problems()).isEmpty();
        assertThat(((TrainingExperiment) changed.experiment()).task().model()).isEqualTo("lenet");
        assertThat(((TrainingExperiment) changed.experiment()).plan().curvature().on()).isTrue();
        Reading<? extends Experiment> wider = read(LINK).orThrow().with("hidden", "64");
        assertThat(((PictureTask) ((TrainingExperiment) wider.experiment()).task()).perceptron().hidden())
                .containsExactly(64);
    }

    @Test
    void ratesAsPicturesAreAskedFor() {
        TrainingExperiment asked = read("data=silhouettes&model=softmax&ratemaps=true&run=adagrad(lr=0.05)").orThrow();
        assertThat(asked.plan().rateMaps()).isTrue();
        assertThat(read(asked.query()).orThrow()).isEqualTo(asked);
        assertThat(asked.with("ratemaps", "false").orThrow().query()).doesNotContain("ratemaps");
        assertThat(((TrainingExperiment) asked.with("model", "lenet").orThrow()).plan().rateMaps()).isTrue();
        assertThat(((TrainingExperiment) asked.with("curvature", "edge").orThrow()).plan().rateMaps()).isTrue();
    }

    @Test
    void aLandscapeIsAskedFor() {
        TrainingExperiment asked = read("data=silhouettes&model=softmax&landscape=random&slice=100&run=sgd(lr=0.1)").orThrow();
        assertThat(asked.plan().slice()).isEqualTo(new SlicePlan(PlaneKind.RANDOM, 100));
        assertThat(read(asked.query()).orThrow()).isEqualTo(asked);
        assertThat(asked.with("landscape", "none").orThrow().query()).doesNotContain("landscape", "slice");
        assertThat(asked.with("landscape", "ends").orThrow().query()).contains("landscape=ends&slice=100");
        assertThat(asked.with("slice", "").orThrow().query()).contains("landscape=random").doesNotContain("slice");
        assertThat(asked.with("slice", "9000").problems()).extracting(Problem::parameter).containsExactly("slice");
        assertThat(asked.with("slice", "many").problems()).extracting(Problem::parameter).containsExactly("slice");
        TrainingExperiment without = read("data=silhouettes&run=sgd(lr=1)").orThrow();
        assertThat(without.with("slice", "100").problems()).extracting(Problem::parameter).containsExactly("slice");
        assertThat(without.with("slice", "").problems()).isEmpty();
    }

    @Test
    void anotherStartIsAskedForBesideALandscape() {
        TrainingExperiment asked = read("data=silhouettes&model=mlp&landscape=path&otherseed=7&run=sgd(lr=0.1)").orThrow();
        assertThat(asked.plan().slice()).isEqualTo(new SlicePlan(PlaneKind.PATH, SlicePlan.USUAL, OptionalLong.of(7)));
        assertThat(read(asked.query()).orThrow()).isEqualTo(asked);
        assertThat(asked.with("otherseed", "").orThrow().query()).contains("landscape=path").doesNotContain("otherseed");
        assertThat(asked.with("landscape", "none").orThrow().query()).doesNotContain("landscape", "otherseed");
        assertThat(asked.with("landscape", "ends").orThrow().query()).contains("landscape=ends", "otherseed=7");
        assertThat(asked.with("slice", "").orThrow().query()).contains("otherseed=7");
        for (String wrong : List.of("-1", "1000000", "a", "0.5", "1e3")) {
            assertThat(asked.with("otherseed", wrong).problems()).as(wrong).extracting(Problem::parameter).containsExactly("otherseed");
        }
        assertThat(read("data=silhouettes&otherseed=7&run=sgd(lr=1)").problems())
                .extracting(Problem::parameter)
                .containsExactly("otherseed");
    }

    @Test
    void withoutLooksThereIsNothingBetweenThem() {
        TrainingExperiment experiment = read(LINK).orThrow();
        assertThat(experiment.with("curvature", "none").orThrow().query()).doesNotContain("looks", "curvature");
        assertThat(experiment.with("looks", "").orThrow().query()).doesNotContain("looks").contains("curvature=edge");
        assertThat(experiment.with("curvature", "spectrum").orThrow().query()).contains("looks=50", "curvature=spectrum");
        assertThat(read("data=silhouettes&run=sgd(lr=1)").orThrow().with("looks", "50").problems())
                .extracting(Problem::parameter)
                .containsExactly("looks");
        assertThat(experiment.with("looks", "often").problems()).isNotEmpty();
    }
}
