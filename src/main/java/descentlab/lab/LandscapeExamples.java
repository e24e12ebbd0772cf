package descentlab.lab;

import descentlab.dataset.PictureSet;
import descentlab.dataset.Preparation;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.landscape.PlaneKind;
import descentlab.landscape.SlicePlan;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Loss;
import descentlab.model.Perceptron;
import descentlab.optimizer.MethodSpec;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Networks of which the loss around the optimizers' paths is drawn. */
final class LandscapeExamples {

    private static final int PICTURES = 2000;
    private static final int BATCH = 32;
    private static final int EPOCHS = 10;
    private static final int UNITS = 32;
    private static final int OTHER_SEED = 10;

    private LandscapeExamples() {}

    /** One hidden layer, some times through a few pictures, in the plane of the paths' main directions. */
    static TrainingExperiment paths(String... runs) {
        return drawn(PictureSet.FASHION_MNIST, new SlicePlan(PlaneKind.PATH, PICTURES), runs);
    }

    /** The same network from two starts, on pictures that are always there. */
    static TrainingExperiment twoStarts(String run) {
        return drawn(PictureSet.SILHOUETTES, new SlicePlan(PlaneKind.PATH, SlicePlan.USUAL, OptionalLong.of(OTHER_SEED)), run);
    }

    private static TrainingExperiment drawn(PictureSet set, SlicePlan slice, String... runs) {
        PictureTask task = new PictureTask(
                set,
                Architecture.MLP,
                new Perceptron(List.of(UNITS), Activation.TANH, Loss.CROSS_ENTROPY),
                Preparation.NONE);
        return new TrainingExperiment(
                task,
                PICTURES,
                new TrainingPlan(BATCH, EPOCHS, task.every(PICTURES), 0, true).with(slice),
                Stream.of(runs).map(MethodSpec::parse).toList());
    }
}
