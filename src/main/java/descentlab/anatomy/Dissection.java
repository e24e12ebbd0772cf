package descentlab.anatomy;

import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.training.Descent;
import descentlab.training.StepTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds the anatomy of a step, by going there. Owned by one computation. */
public final class Dissection {

    private static final int STEPS_BETWEEN_LOOKS = 128;

    private final Descent descent;
    private final int step;
    private final int before;

    /**
     * @param step whose anatomy is asked, from 1
     * @param noise deviation of the gradient noise, at least 0
     * @param seed of the noise
     */
    public Dissection(Objective objective, Method method, Point start, int step, double noise, long seed) {
        this.descent = Descent.withoutHistory(objective, method, start, step, noise, seed);
        this.step = step;
        this.before = Math.max(0, step - Anatomy.LONGEST);
    }

    /**
     * Computes on.
     *
     * @param over whether to come back
     * @return the anatomy, once it is there
     * @throws NoSuchStep if the run ends before that step
     */
    public Optional<Anatomy> advance(BooleanSupplier over) {
        while (descent.done() < before) {
            if (descent.advance((int) Math.min(STEPS_BETWEEN_LOOKS, before - descent.done()))) {
                throw new NoSuchStep(step, descent.done() - 1);
            }
            if (over.getAsBoolean()) {
                return Optional.empty();
            }
        }
        List<StepTaken> steps = new ArrayList<>();
        while (descent.done() < step) {
            long reached = descent.done();
            steps.add(descent.observe().orElseThrow(() -> new NoSuchStep(step, reached)));
        }
        return Optional.of(Anatomy.of(steps));
    }

    /** A run has ended before the step that is asked for. */
    public static final class NoSuchStep extends RuntimeException {

        private final long last;

        NoSuchStep(long step, long last) {
            super("there is no step " + step + ": the run ends after step " + last);
            this.last = last;
        }

        /** The last step that there is. */
        public long last() {
            return last;
        }
    }
}
