package descentlab.objective;

/** Some results at a point. Implementations are immutable and may be shared between threads. */
@FunctionalInterface
interface Evaluation {

    /**
     * Evaluates at (x1, x2).
     *
     * @param others receives the second result and those after it
     * @return the first result
     */
    double at(double x1, double x2, double[] others);
}
