package descentlab.lab;

import descentlab.dataset.PictureSet;
import descentlab.dataset.Preparation;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Loss;
import descentlab.model.Perceptron;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.CurvatureWatch;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.stream.Stream;

/** Small networks whose curvature is looked at while they train. */
final class EdgeExamples {

    private static final int PICTURES = 500;
    private static final int STEPS = 1500;
    private static final int PICTURES_OF_SMALL = 2000;
    private static final int EPOCHS_OF_SMALL = 40;
    private static final int BATCH_OF_SMALL = 32;
    private static final int STEPS_BETWEEN_LOOKS = 250;

    private EdgeExamples() {}

    /** Two hidden layers by the squared error and full batches, as in arXiv 2103.00065. */
    static TrainingExperiment squared(String... runs) {
        return fullBatch(Loss.SQUARED, runs);
    }

    /** The same by cross-entropy. */
    static TrainingExperiment crossEntropy(String... runs) {
        return fullBatch(Loss.CROSS_ENTROPY, runs);
    }

    private static TrainingExperiment fullBatch(Loss loss, String... runs) {
        return new TrainingExperiment(
                task(new Perceptron(List.of(32, 32), Activation.TANH, loss), new Preparation(false, true)),
                PICTURES,
                new TrainingPlan(PICTURES, STEPS, PICTURES, 0, false).with(new CurvatureWatch(true, 0, false)),
                methods(runs));
    }

    /** One hidden layer of ten units on small pictures, so small that all of its spectrum can be looked at. */
    static TrainingExperiment small(String... runs) {
        PictureTask task = task(
                new Perceptron(List.of(10), Activation.TANH, Loss.CROSS_ENTROPY), new Preparation(true, false));
        return new TrainingExperiment(
                task,
                PICTURES_OF_SMALL,
                new TrainingPlan(BATCH_OF_SMALL, EPOCHS_OF_SMALL, task.every(PICTURES_OF_SMALL), 0, true)
                        .with(new CurvatureWatch(true, STEPS_BETWEEN_LOOKS, true)),
                methods(runs));
    }

    private static PictureTask task(Perceptron perceptron, Preparation preparation) {
        return new PictureTask(PictureSet.FASHION_MNIST, Architecture.MLP, perceptron, preparation);
    }

    private static List<Method> methods(String... runs) {
        return Stream.of(runs).map(MethodSpec::parse).toList();
    }
}
