package descentlab.lab;

import descentlab.dataset.PictureSet;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Architecture;
import descentlab.optimizer.MethodSpec;
import descentlab.training.TrainingPlan;
import java.util.stream.Stream;

/** Networks whose learning rates are taken down as pictures. */
final class RateExamples {

    private static final int PICTURES = 6000;
    private static final int BATCH = 32;
    private static final int EPOCHS = 3;

    private RateExamples() {}

    /** Softmax regression, a few times through some pictures: a weight for each class on each pixel. */
    static TrainingExperiment softmax(String... runs) {
        PictureTask task = new PictureTask(PictureSet.FASHION_MNIST, Architecture.SOFTMAX);
        return new TrainingExperiment(
                task,
                PICTURES,
                new TrainingPlan(BATCH, EPOCHS, task.every(PICTURES), 0, true).withRateMaps(true),
                Stream.of(runs).map(MethodSpec::parse).toList());
    }
}
