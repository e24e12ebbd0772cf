package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;

/** What a teacher can lead: an experiment of one of the labs. */
public sealed interface Led {

    /** The experiment as a link's query. */
    String query();

    /** The page of its lab. */
    String page();

    /** A race on a surface. */
    record Surface(SurfaceExperiment experiment) implements Led {
        public static final String PAGE = "lab/surface";

        @Override
        public String query() {
            return experiment.query();
        }

        @Override
        public String page() {
            return PAGE;
        }
    }

    /** A training. */
    record Training(TrainingExperiment experiment) implements Led {
        public static final String PAGE = "lab/training";

        @Override
        public String query() {
            return experiment.query();
        }

        @Override
        public String page() {
            return PAGE;
        }
    }
}
