package descentlab.exercise;

/** By how much drawn numbers are larger at later levels: without end, and ever more slowly. */
final class Growth {

    private static final double PACE = 4;

    private Growth() {}

    /** 0 at level 1, 6 at level 4, 12 at level 20. */
    static int of(int level) {
        return (int) Math.round(PACE * Math.log(level));
    }
}
