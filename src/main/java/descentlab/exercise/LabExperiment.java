package descentlab.exercise;

import descentlab.experiment.ImageExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;

/** An experiment in one of the labs. */
public sealed interface LabExperiment {

    /** The lab's page and the experiment's query. */
    String link();

    /** The experiment's query. */
    String query();

    /** A race on a surface. */
    record Surface(SurfaceExperiment experiment) implements LabExperiment {
        @Override
        public String link() {
            return "lab/surface?" + query();
        }

        @Override
        public String query() {
            return experiment.query();
        }
    }

    /** A training on pictures. */
    record Pictures(ImageExperiment experiment) implements LabExperiment {
        @Override
        public String link() {
            return "lab/training?" + query();
        }

        @Override
        public String query() {
            return experiment.query();
        }
    }

    /** A training. */
    record Training(TrainingExperiment experiment) implements LabExperiment {
        @Override
        public String link() {
            return "lab/training?" + query();
        }

        @Override
        public String query() {
            return experiment.query();
        }
    }
}
