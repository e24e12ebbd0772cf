package descentlab.python;

import descentlab.objective.Quadratic;
import java.util.List;

/** x'Qx/2 + c'x + b from its numbers, without terms that are zero. */
final class QuadraticFormula {

    private QuadraticFormula() {}

    static FunctionCode of(Quadratic f) {
        double off = (f.q12() + f.q21()) / 2;
        String value = sum(
                term(f.q11() / 2, "x1**2"),
                term(off, "x1 * x2"),
                term(f.q22() / 2, "x2**2"),
                term(f.c1(), "x1"),
                term(f.c2(), "x2"),
                term(f.b(), ""));
        return FunctionCode.of(
                List.of(),
                value.contains("x") ? value : "0 * x1 + " + value,
                sum(term(f.q11(), "x1"), term(off, "x2"), term(f.c1(), "")),
                sum(term(off, "x1"), term(f.q22(), "x2"), term(f.c2(), "")),
                Literal.real(f.q11()),
                Literal.real(off),
                Literal.real(f.q22()));
    }

    /** With its sign before it; empty if it is zero. */
    private static String term(double factor, String of) {
        if (factor == 0) {
            return "";
        }
        double size = Math.abs(factor);
        String number = of.isEmpty() ? Literal.real(size) : size == 1 ? "" : Literal.number(size) + " * ";
        return (factor < 0 ? " - " : " + ") + number + of;
    }

    private static String sum(String... terms) {
        String sum = String.join("", terms);
        if (sum.isEmpty()) {
            return "0.0";
        }
        return sum.startsWith(" + ") ? sum.substring(3) : "-" + sum.substring(3);
    }
}
