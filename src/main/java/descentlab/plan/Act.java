package descentlab.plan;

import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;

/** What a step of a plan does with the class. */
public sealed interface Act {

    /** Nothing: the teacher speaks. */
    record Tell() implements Act {}

    /** Shows an experiment, a race at its start and at rest. */
    record Show(Experiment experiment) implements Act {}

    /** Asks what a race will do. */
    record Ask(SurfaceExperiment race, Question question) implements Act {}

    /** Has everyone try something of one optimizer of a race, counted from 0. */
    record Try(SurfaceExperiment race, TryTask.Vary vary, int series) implements Act {}

    /** Counts the step's minutes down on all screens. */
    record Time() implements Act {}

    /**
     * Has everyone open a page.
     *
     * @param path from the application's root on
     */
    record Visit(String path) implements Act {}
}
