package descentlab.optimizer;

/** Second derivatives of the function being minimized. */
@FunctionalInterface
public interface Hessian {

    /** Stands in where no second derivatives are to be had; asking it is a programming error. */
    Hessian NONE = (x, into) -> {
        throw new UnsupportedOperationException("this function gives no second derivatives");
    };

    /**
     * Writes the Hessian at x.
     *
     * @param x point, length n, left untouched
     * @param into receives n x n entries, row-major
     */
    void at(double[] x, double[] into);
}
