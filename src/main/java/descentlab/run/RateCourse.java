package descentlab.run;

import descentlab.tuning.RateSearch;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;

/** A search of rates for the optimizers of a training, which itself is not done. */
final class RateCourse extends BesideTrainings {

    private final RateSearch search;
    private final List<Series> begun = new ArrayList<>();

    /** @param trainings whose series are trainings */
    RateCourse(Course trainings, RateSearch search) {
        super(trainings);
        this.search = search;
    }

    @Override
    public Series next(List<Series> before) {
        begun.add(trainings.next(begun));
        return ((Training) begun.getLast()).search(search);
    }
}
