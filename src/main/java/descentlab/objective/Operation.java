package descentlab.objective;

/**
 * The scalar operations that typed expressions and their derivatives come down to. Transcendental ones are
 * {@link StrictMath}'s, so that a link gives the same bits on every machine.
 */
public enum Operation {
    CONSTANT(0),
    X1(0),
    X2(0),
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    NEGATE(1),
    /** a to the power of a whole constant, by repeated squaring. */
    WHOLE_POWER(2),
    POWER(2),
    /** a^b log a, the derivative of a^b by b; its limit 0 at a = 0 where b is above 0. */
    POWER_LOG(2),
    /** a^b (log a)^2, with the same limit. */
    POWER_LOG_SQUARED(2),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    ACOS(1),
    ATAN(1),
    SINH(1),
    COSH(1),
    TANH(1),
    /** 1 / cosh(a)^2, the derivative of tanh, which 1 - tanh(a)^2 would lose to cancellation. */
    TANH_SLOPE(1),
    EXP(1),
    LOG(1),
    SQRT(1),
    ABS(1),
    /** -1, 0 or 1: the derivative of |a|, which at 0 counts as the mean of the one-sided ones. */
    SIGN(1),
    MIN(2),
    MAX(2),
    /** c where a &gt; b, d where a &lt; b, their mean where a = b: the derivative of a maximum. */
    SELECT(4);

    private final int operands;

    Operation(int operands) {
        this.operands = operands;
    }

    /** How many operands it has, the first of a, b, c, d. */
    public int operands() {
        return operands;
    }

    /** The result for operands known beforehand or read from registers; a, b, c, d as far as it has them. */
    double of(double a, double b, double c, double d) {
        return switch (this) {
            case CONSTANT, X1, X2 -> throw new IllegalStateException(this + " has no operands");
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case WHOLE_POWER -> wholePower(a, (int) b);
            case POWER -> StrictMath.pow(a, b);
            case POWER_LOG -> powerLog(a, b);
            case POWER_LOG_SQUARED -> powerLogSquared(a, b);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case TANH_SLOPE -> tanhSlope(a);
            case EXP -> StrictMath.exp(a);
            case LOG -> StrictMath.log(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> sign(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case SELECT -> select(a, b, c, d);
        };
    }

    static double powerLog(double a, double b) {
        return a == 0 && b > 0 ? 0 : StrictMath.pow(a, b) * StrictMath.log(a);
    }

    static double powerLogSquared(double a, double b) {
        double log = StrictMath.log(a);
        return a == 0 && b > 0 ? 0 : StrictMath.pow(a, b) * log * log;
    }

    static double tanhSlope(double a) {
        double cosh = StrictMath.cosh(a);
        return 1 / (cosh * cosh);
    }

    static double sign(double a) {
        return a == 0 ? 0 : Math.signum(a);
    }

    static double select(double a, double b, double c, double d) {
        return a > b ? c : a < b ? d : a == b ? (c + d) / 2 : Double.NaN;
    }

    /** a^n by repeated squaring; 1 / a^-n for n below 0; 1 for n = 0. */
    static double wholePower(double a, int n) {
        double power = 1;
        double square = a;
        for (int rest = Math.abs(n); ; square *= square) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            rest >>= 1;
            if (rest == 0) {
                return n < 0 ? 1 / power : power;
            }
        }
    }
}
