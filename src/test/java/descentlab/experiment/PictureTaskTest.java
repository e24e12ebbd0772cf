package descentlab.experiment;

import descentlab.dataset.PictureSet;
import descentlab.model.Architecture;
import static org.assertj.core.api.Assertions.assertThat;

import descentlab.model.Network;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to a training on pictures says all of it, and is read back as the same. */
class PictureTaskTest {

    @ParameterizedTest
    @ValueSource(strings = {"fashion-mnist", "silhouettes", "digits"})
    void whatIsShownFirstIsReadBack(String data) {
        TrainingExperiment initial = Tasks.on(data).orElseThrow().initial();
        assertThat(TrainingExperiment.read(EncodedQuery.read(initial.query())).orThrow()).isEqualTo(initial);
        assertThat(initial.onPictures()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"softmax", "mlp", "lenet", "lenet-relu"})
    void everyNetworkHasItsName(String model) {
        String link = "data=fashion-mnist&model=" + model + "&pictures=1000&batch=32&epochs=3&seed=7&shuffle=false"
                + "&run=adam(lr=0.01)";
        TrainingExperiment experiment = TrainingExperiment.read(EncodedQuery.read(link)).orThrow();
        assertThat(experiment.query()).isEqualTo(link);
        assertThat(experiment.task())
                .isEqualTo(new PictureTask(PictureSet.FASHION_MNIST, Architecture.named(model).orElseThrow()));
        assertThat(experiment.runs()).containsExactly(OptimizerSpec.parse("adam(lr=0.01)"));
    }

    @Test
    void whatCannotBeIsNamed() {
        List<Problem> problems = TrainingExperiment.read(
                        EncodedQuery.read("data=silhouettes&model=resnet&pictures=10001&epochs=0&batch=0&init=zero"))
                .problems();
        assertThat(problems).extracting(Problem::parameter)
                .containsExactlyInAnyOrder("model", "pictures", "epochs", "batch", "init");
    }

    @Test
    void digitsAreTooSmallForLeNet() {
        assertThat(Tasks.on("digits").orElseThrow().model()).isEqualTo("mlp");
        assertThat(TrainingExperiment.read(EncodedQuery.read("data=digits&model=softmax")).orThrow().query())
                .startsWith("data=digits&model=softmax&batch=32&epochs=20");
        assertThat(TrainingExperiment.read(EncodedQuery.read("data=digits&model=lenet-relu")).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.parameter()).isEqualTo("model");
                    assertThat(problem.allowed()).isEqualTo(
                            "one of softmax, mlp (LeNet's pictures have at least 12 x 12 pixels, these 8 x 8)");
                });
    }

    @Test
    void tablesAreNotAskedForHere() {
        assertThat(TrainingExperiment.read(EncodedQuery.read("data=airfoil")).orThrow().onPictures()).isFalse();
        assertThat(TrainingExperiment.read(Map.of()).orThrow().onPictures()).isFalse();
    }
}
