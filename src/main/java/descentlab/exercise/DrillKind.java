package descentlab.exercise;

import java.util.Random;

/** A kind of drill. */
@FunctionalInterface
interface DrillKind {

    /**
     * Draws one.
     *
     * @param level from 1; how hard it is
     */
    Part make(String id, Random random, int level);
}
