package descentlab.lab;

import descentlab.dataset.PictureSet;
import descentlab.dataset.Preparation;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Loss;
import descentlab.model.Perceptron;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.stream.Stream;

/** Trainings beside which rates are looked for, or optimizers compared. */
final class TuningExamples {

    private static final int PICTURES = 2000;
    private static final int UNITS = 32;
    private static final int BATCH = 50;
    private static final int EVERY = 200;
    private static final int TRIALS = 10;

    private TuningExamples() {}

    /** A table, by batches that are large enough for a range test. */
    static TrainingExperiment test(String... runs) {
        RateSearch usual = RateSearch.NONE;
        return new TrainingExperiment(
                TableTask.AIRFOIL,
                TableTask.AIRFOIL.examples(),
                new TrainingPlan(BATCH, 4, EVERY, 0, true, InitialParameters.NORMAL)
                        .with(new RateSearch(
                                RateSearch.Kind.TEST, usual.from(), usual.to(), usual.batches(), usual.trials(), usual.decades())),
                methods(runs));
    }

    /** One hidden layer, twice through some pictures that are always there. */
    static TrainingExperiment study(String... runs) {
        RateSearch usual = RateSearch.NONE;
        PictureTask task = new PictureTask(
                PictureSet.SILHOUETTES,
                Architecture.MLP,
                new Perceptron(List.of(UNITS), Activation.TANH, Loss.CROSS_ENTROPY),
                Preparation.NONE);
        return new TrainingExperiment(
                task,
                PICTURES,
                new TrainingPlan(BATCH, 2, task.every(PICTURES), 0, true)
                        .with(new RateSearch(
                                RateSearch.Kind.STUDY, usual.from(), usual.to(), usual.batches(), TRIALS, usual.decades())),
                methods(runs));
    }

    private static List<Method> methods(String... runs) {
        return Stream.of(runs).map(MethodSpec::parse).toList();
    }
}
