package descentlab.plan;

import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Question;
import descentlab.classroom.TryTask;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import java.util.Optional;

/** What a step of a plan does with the class. */
public sealed interface Act {

    /** Nothing: the teacher speaks. */
    record Tell() implements Act {}

    /** Shows an experiment, a race at its start and at rest. */
    record Show(Experiment experiment) implements Act {}

    /**
     * Asks something.
     *
     * @param with the experiment that is shown with it; a question of a race has one
     * @param peer whether the class says how sure it is, talks it over, and votes again, before it sees any votes
     */
    record Ask(Optional<Experiment> with, Question question, boolean peer) implements Act {

        /** The question in words. */
        public String text() {
            return question instanceof OwnQuestion own ? own.words() : question.text(with.orElseThrow());
        }
    }

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
