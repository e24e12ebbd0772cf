package descentlab.python;

/** What a rule in a script steps at once, which is also what {@code np.sum} of it is over. */
enum Stepped {
    /** A point, in double precision. */
    POINT,
    /** The tensors of a model one after the other as a vector, in double precision. */
    VECTOR,
    /** The same in single precision. */
    FLOAT_VECTOR,
    /** Each tensor of a network by itself, in single precision. */
    TENSORS;

    /** Whether there are several tensors in it. */
    boolean several() {
        return this == VECTOR || this == FLOAT_VECTOR;
    }

    /** Whether what it steps is in double precision. */
    boolean inDouble() {
        return this == POINT || this == VECTOR;
    }
}
