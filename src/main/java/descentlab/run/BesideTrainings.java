package descentlab.run;

import descentlab.training.Series;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A course of what is worked out of a training's trainings: it takes their data, their turns and their room, and has few rows of its own. */
abstract class BesideTrainings implements Course {

    final Course trainings;

    /** @param trainings of the same experiment */
    BesideTrainings(Course trainings) {
        this.trainings = trainings;
    }

    @Override
    public List<String> names() {
        return trainings.names();
    }

    @Override
    public final RunService.Kind kind() {
        return trainings.kind();
    }

    @Override
    public final CompletableFuture<?> begin() {
        return trainings.begin();
    }

    @Override
    public final boolean atHand() {
        return trainings.atHand();
    }

    @Override
    public final void over() {
        trainings.over();
    }

    @Override
    public final long memory() {
        return trainings.memory();
    }

    /** Few. */
    @Override
    public final long rows() {
        return 0;
    }

    /** Nobody reads it by frames. */
    @Override
    public final Object header(List<Series> all) {
        return names();
    }
}
