package descentlab.python;

import static descentlab.python.RulePart.ATOM;

import descentlab.rule.Span;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a rule in single precision is rounded in a script, which is how the lab rounds it: what has a value for each element is
 * of single precision, and everything that meets it is rounded to that before; sums and what has one value for a tensor are of
 * double precision. What has a value for each element is always an array, if maybe of one entry, so that a number of Python's
 * beside it never widens it, in no version of NumPy.
 */
record SingleCode(Dialect dialect) {

    /** Whole exponents up to this size are products in the lab. */
    static final int MULTIPLIED_OUT = 16;

    /** Functions that are computed in double precision and rounded once. */
    private static final Set<String> ANALYSIS = Set.of("exp", "log", "sin", "cos", "tanh");

    /** Beside elements; a number of Python's is rounded by the library itself. */
    RulePart operand(RulePart of) {
        return of.plain() ? of : rounded(of);
    }

    /** Rounded, also if it is a number of Python's. */
    RulePart rounded(RulePart of) {
        return of.ofElements() ? of : once(of);
    }

    /** What is divided by elements: PyTorch, below Keras too, takes a number of Python's times the reciprocal, which rounds twice. */
    RulePart dividend(RulePart of) {
        return dialect == Dialect.NUMPY ? of : rounded(of);
    }

    /** What was computed in double precision, rounded to a value for each element. */
    RulePart once(RulePart of) {
        return new RulePart("single(" + of.code() + ")", ATOM, of.array(), of.whole(), false, Span.ELEMENT);
    }

    /** The rounded value in double precision; a number that has no more digits than a float may stay as it is. */
    RulePart widened(RulePart of) {
        return of.plain() && (of.code().equals("t") || isExact(of.code())) ? of : rounded(of).as("double(" + rounded(of).code() + ")");
    }

    private static boolean isExact(String code) {
        try {
            double value = Double.parseDouble(code);
            return value == (float) value;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    /** A power of elements with a whole exponent from 0 on. */
    RulePart product(RulePart base, int exponent) {
        return switch (exponent) {
            case 0 -> RulePart.number("1");
            case 1 -> base;
            case 2 -> RulePart.of(base.within(ATOM) + (base.code().matches("\\w+") ? "**2" : " ** 2"), RulePart.POWER, base);
            default -> base.as("whole_power(" + base.code() + ", " + exponent + ")");
        };
    }

    /** A function of operands some of which are elements. */
    RulePart function(String function, RulePart... of) {
        if (ANALYSIS.contains(function)) {
            return once(of[0].asArray("np." + function + "(double(" + of[0].code() + "))"));
        }
        String arguments = Arrays.stream(of)
                .map(each -> dialect == Dialect.NUMPY ? operand(each) : rounded(each))
                .map(RulePart::code)
                .collect(Collectors.joining(", "));
        return new RulePart("np." + function + "(" + arguments + ")", ATOM, true, RulePart.of("", ATOM, of).whole(), false, Span.ELEMENT);
    }
}
