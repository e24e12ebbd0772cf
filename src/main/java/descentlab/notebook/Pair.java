package descentlab.notebook;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Problem;
import descentlab.experiment.Titles;
import descentlab.experiment.TrainingExperiment;
import java.util.Optional;

/** Two experiments to be put side by side. */
record Pair(Experiment one, Experiment two) {

    /** Path of the page that does so. */
    static final String PAGE = "compare";

    static final String ONE = "one";
    static final String TWO = "two";

    private String query() {
        return SharedLink.parameter(ONE, one.link()) + "&" + SharedLink.parameter(TWO, two.link());
    }

    /** The link to the page that puts them side by side. */
    String link() {
        return PAGE + "?" + query();
    }

    /** Why they are not put side by side, in a sentence; empty if they can be. */
    Optional<String> refusal() {
        if (!one.page().equals(two.page())) {
            return Optional.of("The first is of the lab " + Titles.lab(one.page()) + ", the second of "
                    + Titles.lab(two.page()) + ": only experiments of one lab are compared.");
        }
        if (one instanceof TrainingExperiment a && two instanceof TrainingExperiment b && !alike(a, b)) {
            return Optional.of("The first trains on " + a.task().sheet().title() + ", the second on "
                    + b.task().sheet().title() + ": only losses on the same data are compared.");
        }
        return EncodedQuery.tooLong(query()).map(Problem::sentence);
    }

    private static boolean alike(TrainingExperiment one, TrainingExperiment two) {
        return one.task().data().equals(two.task().data());
    }
}
