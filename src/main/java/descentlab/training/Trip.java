package descentlab.training;

/**
 * A {@link Walk} from a start to its end: after so many steps, or where the next one leads to what is not finite. Of the way
 * it knows the last finite point, which is the last row of the same race.
 */
final class Trip {

    private final Walk walk;
    private final int steps;
    private final double goal;
    private double f;
    private int reached;
    private boolean lost;
    private boolean strayed;

    /**
     * @param goal a value of the objective; -infinity where none is looked for
     */
    Trip(Walk walk, int steps, double goal) {
        this.walk = walk;
        this.steps = steps;
        this.goal = goal;
    }

    private Trip(Trip other) {
        walk = other.walk.copy();
        steps = other.steps;
        goal = other.goal;
        f = other.f;
        reached = other.reached;
        lost = other.lost;
        strayed = other.strayed;
    }

    Trip copy() {
        return new Trip(this);
    }

    /** Stands at a start. */
    Trip begin(double x1, double x2, long seed) {
        f = Double.NaN;
        reached = -1;
        lost = false;
        strayed = false;
        look(walk.begin(x1, x2, seed));
        return this;
    }

    /**
     * Takes so many steps at most.
     *
     * @return true once it is over
     */
    boolean advance(int most) {
        int stop = (int) Math.min(steps, (long) walk.taken() + most);
        while (!lost && walk.taken() < stop) {
            walk.handOverIfDue();
            look(walk.step(walk.relay().state()));
        }
        return over();
    }

    private void look(boolean finite) {
        if (!finite) {
            lost = true;
            return;
        }
        f = walk.f();
        strayed |= walk.far();
        if (f <= goal && reached < 0) {
            reached = walk.taken();
        }
    }

    boolean over() {
        return lost || walk.taken() == steps;
    }

    /** Steps taken, one that was lost too. */
    int taken() {
        return walk.taken();
    }

    /** x1 where it was last, NaN if nothing was finite at the start. */
    double x1() {
        return last(0);
    }

    /** x2 there. */
    double x2() {
        return last(1);
    }

    private double last(int i) {
        return !lost ? walk.x()[i] : Double.isNaN(f) ? Double.NaN : walk.previous()[i];
    }

    /** The objective there. */
    double f() {
        return f;
    }

    /** After how many steps the objective was first at the goal or below it; NaN if it never was. */
    double reached() {
        return reached < 0 ? Double.NaN : reached;
    }

    /** Whether it ran away. */
    boolean diverged() {
        return lost || strayed;
    }

    /** How it ended: its number in {@link Outcome#NAMES}. */
    int outcome() {
        return Outcome.NAMES.indexOf(
                diverged() ? Outcome.Diverged.NAME : walk.slope() <= Descent.FLAT ? Outcome.Converged.NAME : Outcome.Finished.NAME);
    }
}
