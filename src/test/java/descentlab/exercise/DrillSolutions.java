package descentlab.exercise;

import descentlab.exercise.Solutions.Solution;
import java.util.Map;
import java.util.function.Function;

/** Solves the drills, each a symmetric matrix of two rows; otherwise as the {@link Solutions}. */
final class DrillSolutions {

    private DrillSolutions() {}

    /** By the drill's title. */
    static final Map<String, Function<String, Solution>> ALL = Map.ofEntries(
            Map.entry("drills/Eigenvalues", DrillSolutions::eigenvalues),
            Map.entry("drills/Condition number", DrillSolutions::kappa),
            Map.entry("drills/Largest stable rate", DrillSolutions::stableRate),
            Map.entry("drills/The sensitive direction", DrillSolutions::direction),
            Map.entry("drills/After diagonal scaling", DrillSolutions::afterScaling));

    private record Symmetric(double a, double b, double d) {
        double root() {
            return Math.sqrt((a - d) * (a - d) + 4 * b * b);
        }

        double large() {
            return (a + d + root()) / 2;
        }

        double small() {
            return (a * d - b * b) / large();
        }
    }

    private static Symmetric symmetric(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        return new Symmetric(m[0][0], m[0][1], m[1][1]);
    }

    private static Solution eigenvalues(String prompt) {
        Symmetric q = symmetric(prompt);
        double s = q.small();
        double l = q.large();
        double trace = q.a() + q.d();
        double squared = q.root() * q.root();
        return Solutions.of(
                Mistakes.inAnyOrder(s, l)
                        .usualEntries()
                        .add("diagonal entries", "diagonal", q.a(), q.d())
                        .add("trace and determinant", "trace", trace, q.a() * q.d() - q.b() * q.b())
                        .add("forgotten root", "root|square", (trace - squared) / 2, (trace + squared) / 2)
                        .add("one of them twice", "twice|both|only one", l, l)
                        .add("the other twice", "twice|both|only one", s, s)
                        .add("upside down", "upside|one over|inverse", 1 / s, 1 / l)
                        .add("roots", "root", Math.sqrt(s), Math.sqrt(l))
                        .add("off by one, above", "off by one|by 1|trace", s + 1, l + 1)
                        .add("off by one, below", "off by one|by 1|trace", s - 1, l - 1)
                        .add("sign of one", "sign", -s, l)
                        .add("not halved under the root", "root|half|trace|determinant|product", trace / 2 - q.root(), trace / 2
                                + q.root()),
                s, l);
    }

    private static Solution kappa(String prompt) {
        Symmetric q = symmetric(prompt);
        double v = q.large() / q.small();
        double diagonal = Math.max(q.a(), q.d()) / Math.min(q.a(), q.d());
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("difference", "difference", q.large() - q.small())
                        .add("product", "product|determinant", q.large() * q.small())
                        .add("sum", "sum|trace", q.large() + q.small())
                        .add("largest eigenvalue", "eigenvalue", q.large())
                        .add("smallest eigenvalue", "eigenvalue", q.small())
                        .add("ratio of the diagonal entries", "diagonal", diagonal),
                v);
    }

    private static Solution stableRate(String prompt) {
        Symmetric q = symmetric(prompt);
        double l = q.large();
        double s = q.small();
        return Solutions.bound(
                Mistakes.of(2 / l)
                        .usual()
                        .add("one over the largest", "one step|twice that", 1 / l)
                        .add("flat direction", "flat", 2 / s)
                        .add("one over the smallest", "flat|smallest", 1 / s)
                        .add("fastest rate", "fastest", 2 / (s + l))
                        .add("largest diagonal entry", "diagonal", 2 / Math.max(q.a(), q.d()))
                        .add("the largest eigenvalue", "eigenvalue", l)
                        .add("condition number", "condition", l / s),
                2 / l);
    }

    private static Solution direction(String prompt) {
        Symmetric q = symmetric(prompt);
        double x = q.b();
        double y = q.small() - q.a();
        if (q.b() == 0) {
            x = q.a() < q.d() ? 1 : 0;
            y = 1 - x;
        }
        double size = Math.hypot(x, y);
        x /= size;
        y /= size;
        return Solutions.of(
                Mistakes.direction(x, y)
                        .add("the steep direction", "steep|largest", -y, x)
                        .add("sign of one entry", "sign", x, -y)
                        .add("swapped entries", "swap|order|exchang", y, x)
                        .add("first axis", "axis|diagonal", 1, 0)
                        .add("second axis", "axis|diagonal", 0, 1)
                        .add("first row of the matrix", "row", q.a(), q.b())
                        .add("second row of the matrix", "row", q.b(), q.d())
                        .add("the diagonal entries", "diagonal", q.a(), q.d())
                        .add("the eigenvalues", "eigenvalues", q.small(), q.large()),
                x, y);
    }

    private static Solution afterScaling(String prompt) {
        Symmetric q = symmetric(prompt);
        double rho = Math.abs(q.b()) / Math.sqrt(q.a() * q.d());
        double flat = Math.abs(q.b()) / (q.a() * q.d());
        double v = (1 + rho) / (1 - rho);
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("before the rescaling", "before", q.large() / q.small())
                        .add("largest eigenvalue only", "largest", 1 + rho)
                        .add("smallest eigenvalue only", "smallest", 1 - rho)
                        .add("one over the smallest", "largest|smallest", 1 / (1 - rho))
                        .add("the off-diagonal entry", "rho|off", rho)
                        .add("forgotten root in rho", "root", (1 + flat) / (1 - flat))
                        .add(
                                "ratio of the diagonal entries",
                                "diagonal entries",
                                Math.max(q.a(), q.d()) / Math.min(q.a(), q.d())),
                v);
    }
}
