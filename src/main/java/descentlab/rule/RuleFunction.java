package descentlab.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions of rules. */
enum RuleFunction {
    SQRT(1),
    ABS(1),
    SIGN(1),
    EXP(1),
    LOG(1),
    SIN(1),
    COS(1),
    TANH(1),
    MIN(2),
    MAX(2),
    /** where(c, a, b): a where c is not 0, else b. */
    WHERE(3),
    /** first(a, b): a in the first step, b in later ones. */
    FIRST(2),
    /** Over the elements of a tensor. */
    SUM(1),
    MEAN(1),
    NORM(1),
    /** Over the elements of all tensors. */
    ALLSUM(1),
    ALLMEAN(1),
    ALLNORM(1);

    private static final Map<String, RuleFunction> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(RuleFunction::word, Function.identity()));

    /** Fewest arguments; also the most, but for min and max, which take any number from two. */
    final int arguments;

    RuleFunction(int arguments) {
        this.arguments = arguments;
    }

    /** Null if there is none of that name. */
    static RuleFunction named(String name) {
        return BY_NAME.get(name);
    }

    static String words() {
        return Arrays.stream(values()).map(RuleFunction::word).collect(Collectors.joining(", "));
    }

    /** How it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean many() {
        return this == MIN || this == MAX;
    }
}
