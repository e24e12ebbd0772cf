package descentlab.curvature;

import java.util.function.BooleanSupplier;

/** A symmetric matrix A that is known by its products A v, each worked out in parts. */
public interface Products {

    /** Rows of A. */
    int size();

    /** Begins with A v; v is not to be changed before the end. */
    void begin(double[] v);

    /** Goes on with it, for a part at least, until {@code over}; true once it is done. */
    boolean goOn(BooleanSupplier over);

    /** Writes A v. */
    void end(double[] product);
}
