package descentlab.objective;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions that may be typed, by what an expression graph makes of them. */
enum ExpressionFunction {
    SIN(Operation.SIN),
    COS(Operation.COS),
    TAN(Operation.TAN),
    ASIN(Operation.ASIN),
    ACOS(Operation.ACOS),
    ATAN(Operation.ATAN),
    SINH(Operation.SINH),
    COSH(Operation.COSH),
    TANH(Operation.TANH),
    EXP(Operation.EXP),
    LOG(Operation.LOG),
    SQRT(Operation.SQRT),
    ABS(Operation.ABS),
    MIN(Operation.MIN),
    MAX(Operation.MAX);

    private static final Map<String, ExpressionFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ExpressionFunction::word, Function.identity()));

    final Operation operation;

    ExpressionFunction(Operation operation) {
        this.operation = operation;
    }

    /** Null if there is none of that name. */
    static ExpressionFunction named(String name) {
        return BY_NAME.get(name);
    }

    static String words() {
        return Arrays.stream(values()).map(ExpressionFunction::word).collect(Collectors.joining(", "));
    }

    /** How it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fewest arguments; also the most, but for min and max, which take any number from two. */
    int arguments() {
        return many() ? 2 : 1;
    }

    boolean many() {
        return this == MIN || this == MAX;
    }
}
