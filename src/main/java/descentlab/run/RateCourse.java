package descentlab.run;

import descentlab.tuning.RateSearch;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A search of rates for the optimizers of a training, which itself is not done. */
final class RateCourse implements Course {

    private final Course trainings;
    private final RateSearch search;
    private final List<Series> begun = new ArrayList<>();

    /** @param trainings whose series are trainings */
    RateCourse(Course trainings, RateSearch search) {
        this.trainings = trainings;
        this.search = search;
    }

    @Override
    public List<String> names() {
        return trainings.names();
    }

    @Override
    public RunService.Kind kind() {
        return trainings.kind();
    }

    @Override
    public CompletableFuture<?> begin() {
        return trainings.begin();
    }

    @Override
    public boolean atHand() {
        return trainings.atHand();
    }

    @Override
    public void over() {
        trainings.over();
    }

    @Override
    public long memory() {
        return trainings.memory();
    }

    /** Few. */
    @Override
    public long rows() {
        return 0;
    }

    @Override
    public Series next(List<Series> before) {
        begun.add(trainings.next(begun));
        return ((Training) begun.getLast()).search(search);
    }

    /** Nobody reads it by frames. */
    @Override
    public Object header(List<Series> all) {
        return names();
    }
}
