package descentlab.rule;

import descentlab.notation.Expression;
import descentlab.notation.ExpressionWriter;
import java.util.Set;

/** Rules in TeX. */
final class RuleTex {

    private static final Set<String> GREEK = Set.of("alpha", "beta", "gamma", "rho", "mu", "tau");

    private RuleTex() {}

    /** A name: one letter as it is, Greek ones as such, others upright. */
    static String name(String name) {
        if (name.equals("lr")) {
            return "\\eta";
        }
        if (name.equals("eps")) {
            return "\\epsilon";
        }
        String letters = name.replaceAll("[0-9]+$", "");
        String digits = name.substring(letters.length());
        String base = GREEK.contains(letters)
                ? "\\" + letters
                : letters.length() == 1 ? letters : "\\mathrm{" + letters.replace("_", "\\_") + "}";
        return digits.isEmpty() ? base : base + "_{" + digits + "}";
    }

    static String of(Expression value) {
        return ExpressionWriter.tex(value, RuleTex::name);
    }
}
