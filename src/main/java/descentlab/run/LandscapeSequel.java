package descentlab.run;

import descentlab.landscape.Finding;
import descentlab.training.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The loss around the paths of a run's trainings, at the end or so far, told as it is found. */
final class LandscapeSequel implements Sequel {

    private static final long PROGRESS_EVERY = Duration.ofMillis(400).toNanos();

    private final Surroundings surroundings;
    private final LandscapeDetail.SoFar soFar;
    private int told;
    private long lastProgress;
    private boolean done;

    /** @param soFar null once all trainings have ended */
    LandscapeSequel(Surroundings surroundings, LandscapeDetail.SoFar soFar) {
        this.surroundings = surroundings;
        this.soFar = soFar;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        done = surroundings.goOn(over);
        return done;
    }

    @Override
    public List<Object> fresh() {
        List<Finding> found = surroundings.found();
        List<Object> fresh = new ArrayList<>();
        found.subList(told, found.size()).forEach(each -> fresh.add(LandscapeDetail.of(each, surroundings.trainings(), soFar)));
        told = found.size();
        long now = System.nanoTime();
        if (!fresh.isEmpty() || done || now - lastProgress > PROGRESS_EVERY) {
            lastProgress = now;
            fresh.add(LandscapeDetail.progress(surroundings.share(), soFar));
        }
        return fresh;
    }

    @Override
    public Object cut(Cut why) {
        return LandscapeDetail.cut(why, surroundings.share(), soFar);
    }
}
