package descentlab.run;

import descentlab.experiment.TrainingExperiment;
import descentlab.training.Bench;
import descentlab.training.Comparison;
import descentlab.training.Series;
import descentlab.training.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A fair study of the optimizers of a training: trials of each, and then a comparison. */
final class StudyCourse extends BesideTrainings {

    /** What the series after the optimizers' is called. */
    static final String COMPARISON = "comparison";

    private final TrainingExperiment experiment;
    private final Supplier<Bench> found;
    private final List<Trials> trials = new ArrayList<>();
    private Bench bench;

    /**
     * @param trainings of the same experiment
     * @param bench made once what {@code trainings} begins is there
     */
    StudyCourse(TrainingExperiment experiment, Course trainings, Supplier<Bench> bench) {
        super(trainings);
        this.experiment = experiment;
        this.found = bench;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(trainings.names());
        names.add(COMPARISON);
        return names;
    }

    @Override
    public Series next(List<Series> before) {
        if (before.size() == experiment.runs().size()) {
            return new Comparison(trials);
        }
        if (bench == null) {
            try {
                bench = found.get();
            } catch (IllegalArgumentException few) {
                throw new CourseException("There is nothing to compare by: " + few.getMessage() + ".");
            }
        }
        trials.add(new Trials(
                bench,
                experiment.runs().get(before.size()),
                experiment.plan().search().decades(),
                experiment.plan().search().trials(),
                experiment.plan().seed()));
        return trials.getLast();
    }
}
