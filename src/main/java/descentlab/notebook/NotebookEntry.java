package descentlab.notebook;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.Reading;
import descentlab.experiment.Titles;
import descentlab.progress.KeptExperiment;
import java.util.Optional;

/** A kept experiment with what its link says. */
record NotebookEntry(KeptExperiment kept, Optional<Experiment> experiment) {

    static NotebookEntry of(KeptExperiment kept) {
        return new NotebookEntry(kept, read(kept));
    }

    /** What a kept link says; empty if labs read it no more. */
    private static Optional<Experiment> read(KeptExperiment kept) {
        try {
            Reading<? extends Experiment> reading = Experiment.read(kept.page(), EncodedQuery.read(kept.query()));
            return Optional.ofNullable(reading.experiment());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Its name, or one made of what it says. */
    String title() {
        return kept.name().isEmpty() ? made() : kept.name();
    }

    /** A name made of what it says. */
    String made() {
        return experiment.map(Titles::of).orElse("An experiment of another version");
    }

    /** Whether an experiment is this one with a single parameter moved. */
    boolean variantOf(Experiment other) {
        return experiment.filter(mine -> Differences.oneParameter(mine, other)).isPresent();
    }
}
