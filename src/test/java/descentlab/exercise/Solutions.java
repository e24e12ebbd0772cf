package descentlab.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Solves the questions from the text that a student sees, by means of its own, and knows the mistakes that a student may
 * make in each. It was written before the reasons that the checkers give, and asks no checker anything.
 */
final class Solutions {

    /**
     * A question solved.
     *
     * @param right the entries
     * @param bound whether the number is a bound, so that "< 0.25" says it, too
     */
    record Solution(double[] right, Mistakes mistakes, boolean bound) {}

    private Solutions() {}

    static Solution of(Mistakes mistakes, double... right) {
        return new Solution(right, mistakes, false);
    }

    static Solution bound(Mistakes mistakes, double... right) {
        return new Solution(right, mistakes, true);
    }

    /** By exercise and part. */
    static final Map<String, Function<String, Solution>> ALL = Map.ofEntries(
            Map.entry("distances/apart", Solutions::apart),
            Map.entry("distances/length", Solutions::length),
            Map.entry("distances/shift", Solutions::shift),
            Map.entry("turned-objective/hessian", Solutions::hessian),
            Map.entry("turned-objective/eigenvalues", Solutions::turnedEigenvalues),
            Map.entry("turned-objective/stable-rate", Solutions::turnedRate),
            Map.entry("gerschgorin/discs", Solutions::discs),
            Map.entry("gerschgorin/eigenvalues", Solutions::inDiscs),
            Map.entry("rescaled/rescale", Solutions::rescale),
            Map.entry("rescaled/discs", Solutions::rescaledDiscs),
            Map.entry("rescaled/bound", Solutions::bound),
            Map.entry("real-training/rate", Solutions::rate),
            Map.entry("gentler-decay/clock", Solutions::clock),
            Map.entry("gentler-decay/forgets", Solutions::forgets),
            Map.entry("real-network/momentum", NetworkSolutions::momentum),
            Map.entry("real-network/units", NetworkSolutions::units),
            Map.entry("real-network/half", NetworkSolutions::half));

    private static double[] times(double[][] m, double x, double y, double divisor) {
        return new double[] {(m[0][0] * x + m[0][1] * y) / divisor, (m[1][0] * x + m[1][1] * y) / divisor};
    }

    private record Turned(double r, double[][] u, double[] c, double[] delta) {
        double x() {
            return c[0] - delta[0];
        }

        double y() {
            return c[1] - delta[1];
        }
    }

    private static Turned turned(String prompt) {
        double[][] u = Prompts.matrices(prompt).stream().filter(m -> m[0].length == 2).findFirst().orElseThrow();
        List<double[][]> columns = Prompts.matrices(prompt).stream().filter(m -> m[0].length == 1).toList();
        return new Turned(
                Prompts.number(prompt, "U=\\tfrac{1}{"),
                u,
                new double[] {columns.get(0)[0][0], columns.get(0)[1][0]},
                new double[] {columns.get(1)[0][0], columns.get(1)[1][0]});
    }

    private static Solution apart(String prompt) {
        Turned t = turned(prompt);
        double[][] u = t.u();
        double[][] back = {{u[0][0], u[1][0]}, {u[0][1], u[1][1]}};
        double[][] unsigned = {{u[0][0], Math.abs(u[0][1])}, {Math.abs(u[1][0]), u[1][1]}};
        double[] v = times(u, t.x(), t.y(), t.r());
        return of(
                Mistakes.of(v)
                        .usualEntries()
                        .add("swapped entries", "swap|order|exchang", v[1], v[0])
                        .add("transpose", "transpose|U\\^\\\\top", times(back, t.x(), t.y(), t.r()))
                        .add("no scaling by the denominator", "denominator|divi", times(u, t.x(), t.y(), 1))
                        .add("only Uc", "Uc", times(u, t.c()[0], t.c()[1], t.r()))
                        .add("only U delta", "delta", times(u, t.delta()[0], t.delta()[1], t.r()))
                        .add(
                                "sum for difference",
                                "sum|add",
                                times(u, t.c()[0] + t.delta()[0], t.c()[1] + t.delta()[1], t.r()))
                        .add("not turned", "not turned|c-\\\\delta", t.x(), t.y())
                        .add("minus of U forgotten", "minus|sign", times(unsigned, t.x(), t.y(), t.r()))
                        .add("sign of the first entry", "sign", -v[0], v[1])
                        .add("sign of the second entry", "sign", v[0], -v[1]),
                v);
    }

    private static Solution length(String prompt) {
        Turned t = turned(prompt);
        double v = Math.hypot(t.x(), t.y());
        double[] w = times(t.u(), t.x(), t.y(), t.r());
        return of(
                Mistakes.of(v)
                        .usual()
                        .add("off by one, above", "off by one|by 1", v + 1)
                        .add("off by one, below", "off by one|by 1", v - 1)
                        .add("sum of the sizes", "add|sum", Math.abs(w[0]) + Math.abs(w[1]))
                        .add("sum of the sizes, not turned", "add|sum", Math.abs(t.x()) + Math.abs(t.y()))
                        .add("no scaling by the denominator", "denominator|divi", v * t.r())
                        .add(
                                "difference of lengths",
                                "difference of|lengths",
                                Math.hypot(t.c()[0], t.c()[1]) - Math.hypot(t.delta()[0], t.delta()[1]))
                        .add(
                                "sum of vectors",
                                "c\\+\\\\delta",
                                Math.hypot(t.c()[0] + t.delta()[0], t.c()[1] + t.delta()[1]))
                        .add("length of c", "length of \\$c\\$|\\|c\\\\?\\|", Math.hypot(t.c()[0], t.c()[1])),
                v);
    }

    private static Solution shift(String prompt) {
        double small = Prompts.number(prompt, "eigenvalues of $Q$ are $");
        double large = Prompts.number(prompt, "$" + Mistakes.typed(small) + "$ and $");
        double v = 1 / small;
        return of(
                Mistakes.of(v)
                        .usual()
                        .add("largest eigenvalue", "least", 1 / large)
                        .add("condition number", "condition", large / small)
                        .add("the largest eigenvalue itself", "eigenvalue", large)
                        .add("difference of the shifts", "difference", 1 / small - 1 / large)
                        .add("sum of the shifts", "sum|add", 1 / small + 1 / large),
                v);
    }

    private static Solution hessian(String prompt) {
        return of(
                Mistakes.of(4.2, -3.8, -3.8, 4.2)
                        .usualEntries()
                        .add("sign off the diagonal", "sign", 4.2, 3.8, 3.8, 4.2)
                        .add("swapped entries", "swap|diagonal", -3.8, 4.2, 4.2, -3.8)
                        .add("mixed term not shared", "mixed|two places|shared|twice", 4.2, -7.6, -7.6, 4.2)
                        .add("mixed term in one place", "symmetric|two places|mixed", 4.2, -7.6, 0, 4.2)
                        .add("coefficients copied", "coefficient|mixed|diagonal", 2.1, -3.8, -3.8, 2.1)
                        .add("the bowl that is not turned", "not turned", 0.2, 0, 0, 4)
                        .add("the eigenvalues", "eigenvalue", 0.4, 0, 0, 8),
                4.2, -3.8, -3.8, 4.2);
    }

    private static Solution turnedEigenvalues(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double a = m[0][0];
        double b = m[0][1];
        return of(
                Mistakes.inAnyOrder(a + b, a - b)
                        .usualEntries()
                        .add("sign of one", "sign", -(a + b), a - b)
                        .add("diagonal entries", "diagonal", a, a)
                        .add("the entries", "entries", a, b)
                        .add("one of them twice", "twice|both|only one", a - b, a - b)
                        .add("the other twice", "twice|both|only one", a + b, a + b)
                        .add("trace and determinant", "trace", 2 * a, a * a - b * b)
                        .add("forgotten root", "root|square", a + b * b, a - b * b)
                        .add("roots", "root", Math.sqrt(a + b), Math.sqrt(a - b)),
                a + b, a - b);
    }

    private static Solution turnedRate(String prompt) {
        double small = Prompts.number(prompt, "whose eigenvalues are $");
        double large = Prompts.number(prompt, "$" + Mistakes.typed(small) + "$ and $");
        return bound(
                Mistakes.of(2 / large)
                        .usual()
                        .add("one over the largest", "one step|twice that", 1 / large)
                        .add("flat direction", "flat", 2 / small)
                        .add("one over the smallest", "flat|smallest", 1 / small)
                        .add("fastest rate", "fastest", 2 / (small + large))
                        .add("not doubled", "not doubled", 4 / large)
                        .add("the largest eigenvalue", "eigenvalue", large)
                        .add("condition number", "condition", large / small),
                2 / large);
    }

    private static double[] discsOf(double[][] m, boolean columns, Function<double[], Double> radius) {
        int n = m.length;
        double[] discs = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double[] others = new double[n - 1];
            int at = 0;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    others[at++] = columns ? m[j][i] : m[i][j];
                }
            }
            discs[2 * i] = m[i][i];
            discs[2 * i + 1] = radius.apply(others);
        }
        return discs;
    }

    private static double sizes(double[] others) {
        double sum = 0;
        for (double each : others) {
            sum += Math.abs(each);
        }
        return sum;
    }

    private static double plain(double[] others) {
        double sum = 0;
        for (double each : others) {
            sum += each;
        }
        return sum;
    }

    private static double[] radii(double[] discs, Function<double[], Double> change) {
        double[] changed = discs.clone();
        for (int i = 0; i < discs.length; i += 2) {
            changed[i + 1] = change.apply(new double[] {discs[i], discs[i + 1]});
        }
        return changed;
    }

    private static double[] pairsSwapped(double[] discs) {
        double[] swapped = discs.clone();
        for (int i = 0; i < discs.length; i += 2) {
            swapped[i] = discs[i + 1];
            swapped[i + 1] = discs[i];
        }
        return swapped;
    }

    /** Centers first, then radii. */
    private static double[] oneAfterTheOther(double[] discs) {
        int n = discs.length / 2;
        double[] listed = new double[discs.length];
        for (int i = 0; i < n; i++) {
            listed[i] = discs[2 * i];
            listed[n + i] = discs[2 * i + 1];
        }
        return listed;
    }

    private static Mistakes discMistakes(double[] v) {
        return Mistakes.of(v)
                .add("swapped entries", "swap|center.*radius|exchang", pairsSwapped(v))
                .add("diameter", "diameter|twice", radii(v, disc -> 2 * disc[1]))
                .add("half the radius", "half", radii(v, disc -> disc[1] / 2))
                .add("diagonal entry counted", "diagonal", radii(v, disc -> Math.abs(disc[0]) + disc[1]))
                .add("right end for the radius", "diagonal|end", radii(v, disc -> disc[0] + disc[1]))
                .add("sign of the radii", "sign|negative", radii(v, disc -> -disc[1]))
                .add("listed column by column", "column|order|row by row|line", oneAfterTheOther(v));
    }

    private static Solution discs(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double[] v = discsOf(m, false, Solutions::sizes);
        double[] negative = v.clone();
        for (int i = 0; i < v.length; i += 2) {
            negative[i] = -v[i];
        }
        return of(
                discMistakes(v)
                        .add("columns for rows", "column", discsOf(m, true, Solutions::sizes))
                        .add("forgotten absolute value", "absolute|sizes", discsOf(m, false, Solutions::plain))
                        .add(
                                "size of the sum",
                                "absolute|sizes",
                                discsOf(m, false, others -> Math.abs(plain(others))))
                        .add(
                                "largest for sum",
                                "largest|sum|add",
                                discsOf(m, false, o -> Math.max(Math.abs(o[0]), Math.abs(o[1]))))
                        .add("root of squares", "root|square", discsOf(m, false, o -> Math.hypot(o[0], o[1])))
                        .add("sign of the centers", "sign", negative),
                v);
    }

    private static Solution inDiscs(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double a = m[0][0];
        double b = Math.abs(m[0][1]);
        return of(
                Mistakes.inAnyOrder(a - b, a + b)
                        .usualEntries()
                        .add("the center twice", "center|diagonal", a, a)
                        .add("center and radius", "center|entries", a, b)
                        .add("the entries", "entries|center", a, m[0][1])
                        .add("diameters", "diameter|twice", a - 2 * b, a + 2 * b)
                        .add("forgotten root", "root|square", a - b * b, a + b * b)
                        .add("one root too many", "root", a - Math.sqrt(b), a + Math.sqrt(b))
                        .add("one of them twice", "twice|both|only one", a - b, a - b)
                        .add("the other twice", "twice|both|only one", a + b, a + b)
                        .add("plus and minus the radius", "radius|center|entries|diagonal", -b, b)
                        .add("trace and determinant", "trace", 2 * a, a * a - b * b),
                a - b, a + b);
    }

    private static Solution rescale(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double p = m[0][0];
        double off = m[0][1];
        double q = m[1][1];
        double rho = off / Math.sqrt(p * q);
        return of(
                Mistakes.of(1, rho, rho, 1)
                        .usualEntries()
                        .add("rows divided by the diagonal", "row|root|both sides", 1, off / p, off / q, 1)
                        .add("columns divided by the diagonal", "column|root|both sides", 1, off / q, off / p, 1)
                        .add("forgotten root", "root", 1 / p, off / (p * q), off / (p * q), 1 / q)
                        .add("forgotten root off the diagonal", "root", 1, off / (p * q), off / (p * q), 1)
                        .add("not rescaled off the diagonal", "off the diagonal|off-diagonal|divi", 1, off, off, 1)
                        .add(
                                "from the left only",
                                "left|both sides|one side",
                                Math.sqrt(p), off / Math.sqrt(p), off / Math.sqrt(q), Math.sqrt(q))
                        .add(
                                "from the right only",
                                "right|both sides|one side",
                                Math.sqrt(p), off / Math.sqrt(q), off / Math.sqrt(p), Math.sqrt(q))
                        .add("Q itself", "\\$Q\\$|not rescaled|itself", p, off, off, q)
                        .add("swapped entries", "swap|diagonal", rho, 1, 1, rho)
                        .add("sign off the diagonal", "sign", 1, -rho, -rho, 1)
                        .add("diagonal not rescaled", "diagonal", p, rho, rho, q)
                        .add("zero off the diagonal", "off the diagonal|zero|off-diagonal", 1, 0, 0, 1),
                1, rho, rho, 1);
    }

    private static Solution rescaledDiscs(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double rho = m[0][1];
        double[] v = {1, rho, 1, rho};
        return of(
                discMistakes(v)
                        .add("ends of the interval", "end", 1 - rho, 1 + rho, 1 - rho, 1 + rho)
                        .add("square of the radius", "square|root", 1, rho * rho, 1, rho * rho)
                        .add("center at 0", "center", 0, rho, 0, rho)
                        .add("second disc swapped", "swap|center", 1, rho, rho, 1),
                v);
    }

    private static Solution bound(String prompt) {
        double r = Prompts.number(prompt, "radius be $r=");
        double v = (1 + r) / (1 - r);
        return bound(
                Mistakes.of(v)
                        .usual()
                        .add("largest eigenvalue only", "largest", 1 + r)
                        .add("smallest eigenvalue only", "smallest", 1 - r)
                        .add("one over the smallest", "largest|numerator|smallest", 1 / (1 - r))
                        .add("width of the interval", "width|difference", 2 * r)
                        .add("the radius", "radius", r)
                        .add("one over the radius", "radius", 1 / r)
                        .add("sign lost below", "below|denominator|smallest", (1 + r) / (r - 1)),
                v);
    }

    private static Solution rate(String prompt) {
        double lr = Prompts.number(prompt, "\\eta=");
        double s = Prompts.number(prompt, "$s=");
        double v = lr / Math.sqrt(s);
        return of(
                Mistakes.of(v)
                        .add("sign", "sign", -v)
                        .add("factor 2", "twice", 2 * v)
                        .add("half", "half", v / 2)
                        .add("upside down", "upside|other way|invert", 1 / v)
                        .add("forgotten root", "root", lr / s)
                        .add("one root too many", "root", lr / Math.sqrt(Math.sqrt(s)))
                        .add("rate left out", "\\\\eta|rate", 1 / Math.sqrt(s))
                        .add("multiplied", "multipl|divi", lr * Math.sqrt(s))
                        .add("root of the sum", "root", Math.sqrt(s))
                        .add("rate under the root", "under the root|root", Math.sqrt(lr / s))
                        .add("off by a power of ten", "ten|decimal", v / 10),
                v);
    }

    private static Solution clock(String prompt) {
        double g = Prompts.number(prompt, "gradient is $");
        double lr = Prompts.number(prompt, "\\eta=");
        double t = Prompts.number(prompt, "at step $");
        double v = lr / (g * Math.sqrt(t));
        return of(
                Mistakes.of(v)
                        .add("sign", "sign", -v)
                        .add("factor 2", "twice", 2 * v)
                        .add("half", "half", v / 2)
                        .add("upside down", "upside|other way|invert", 1 / v)
                        .add("forgotten root", "root|by \\$s\\$", lr / (g * g * t))
                        .add("gradient left out", "gradient", lr / Math.sqrt(t))
                        .add("first step", "first step", lr / g)
                        .add("gradients not squared", "square", lr / Math.sqrt(g * t))
                        .add("root of the gradient's part only", "root", lr / (g * t))
                        .add("root of the steps' part only", "root|square", lr / (g * g * Math.sqrt(t)))
                        .add("rate left out", "\\\\eta|rate", 1 / (g * Math.sqrt(t)))
                        .add("off by one, a step early", "step", lr / (g * Math.sqrt(t - 1)))
                        .add("off by one, a step late", "step", lr / (g * Math.sqrt(t + 1)))
                        .add("multiplied", "multipl|divi", lr * g * Math.sqrt(t)),
                v);
    }

    private static Solution forgets(String prompt) {
        double m = Prompts.number(prompt, "memory $m=");
        double g = Prompts.number(prompt, "always $");
        double v = g * g / (1 - m);
        return of(
                Mistakes.of(v)
                        .usual()
                        .add("one square only", "one squared|older", g * g)
                        .add("not squared", "square", g / (1 - m))
                        .add("divided by m", "1-m", g * g / m)
                        .add("multiplied by 1-m", "divi|average|multipl", g * g * (1 - m))
                        .add("multiplied by m", "multipl|divi|m\\\\,|memory", g * g * m)
                        .add("two terms only", "two|first|older", g * g * (1 + m))
                        .add("divided by 1+m", "1-m|sign", g * g / (1 + m))
                        .add("memory squared", "memory|m\\^2|square", g * g / (1 - m * m))
                        .add("gradient left out", "gradient|g\\^2", 1 / (1 - m)),
                v);
    }
}
