package descentlab.rule;

/**
 * What the nodes of a rule's graph compute. Transcendental ones are {@link StrictMath}'s, so that a link gives the same bits
 * on every machine.
 */
enum Op {
    CONSTANT(0, 0),
    /** The scheduled rate of this step. */
    LR(0, 0),
    /** The number of this step, from 1. */
    T(0, 0),
    /** A parameter, by its number. */
    PARAMETER(0, 0),
    /** How many elements there are in this tensor. */
    COUNT(0, 0),
    /** How many there are in all. */
    ALL_COUNT(0, 0),
    /** The parameters, as they are when the step begins. */
    X(0, 1),
    /** The gradient there. */
    G(0, 1),
    /** What was remembered, by its number. */
    STATE(0, 1),
    /** Over the elements of this tensor, in order. */
    SUM(1, 1),
    /** Over all elements of all tensors, in order. */
    ALL_SUM(1, 1),
    ADD(2, 1),
    SUBTRACT(2, 1),
    MULTIPLY(2, 1),
    DIVIDE(2, 4),
    NEGATE(1, 1),
    POWER(2, 40),
    SQRT(1, 4),
    ABS(1, 1),
    SIGN(1, 2),
    EXP(1, 25),
    LOG(1, 25),
    SIN(1, 25),
    COS(1, 25),
    TANH(1, 25),
    MIN(2, 1),
    MAX(2, 1),
    /** 1 where a &lt; b, else 0. */
    LESS(2, 2),
    AT_MOST(2, 2),
    EQUAL(2, 2),
    UNEQUAL(2, 2),
    /** b where a is not 0, else c. */
    WHERE(3, 2);

    /** How many operands it has, the first of a, b, c. */
    final int operands;

    /** What it costs for one element, in additions, roughly. */
    final int cost;

    Op(int operands, int cost) {
        this.operands = operands;
        this.cost = cost;
    }

    boolean isSum() {
        return this == SUM || this == ALL_SUM;
    }

    /** The result for operands that are known. */
    double of(double a, double b, double c) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case POWER -> StrictMath.pow(a, b);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> sign(a);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TANH -> StrictMath.tanh(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case LESS -> a < b ? 1 : 0;
            case AT_MOST -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            case UNEQUAL -> a != b ? 1 : 0;
            case WHERE -> a != 0 ? b : c;
            default -> throw new IllegalStateException(this + " has no operands");
        };
    }

    /** -1, 0 or 1; 0 for either zero. */
    static double sign(double a) {
        return a == 0 ? 0 : Math.signum(a);
    }

    /** A power in single precision. */
    static float power(float a, float b) {
        return (float) StrictMath.pow(a, b);
    }

    /** The same as {@link #sign(double)} in single precision. */
    static float sign(float a) {
        return a == 0 ? 0 : Math.signum(a);
    }
}
