package descentlab.objective;

import descentlab.linalg.Symmetric2;
import descentlab.notation.Decimal;
import java.util.Optional;

/** What can be said of a quadratic: its minimizer and how it is written. */
final class Quadratics {

    private Quadratics() {}

    /** -H^-1 c by Cramer's rule, if the Hessian H is positive definite. */
    static Optional<Point> minimizer(Quadratic f) {
        Symmetric2 h = f.curvature();
        double determinant = h.determinant();
        if (!(h.a() > 0 && determinant > 0)) {
            return Optional.empty();
        }
        double x1 = (-f.c1() * h.d() + f.c2() * h.b()) / determinant;
        double x2 = (-f.c2() * h.a() + f.c1() * h.b()) / determinant;
        return Double.isFinite(x1) && Double.isFinite(x2) ? Optional.of(new Point(x1, x2)) : Optional.empty();
    }

    /** The polynomial in TeX, without terms that are zero. */
    static String formula(Quadratic f) {
        StringBuilder tex = new StringBuilder();
        term(tex, f.q11() / 2, "x_1^2");
        term(tex, (f.q12() + f.q21()) / 2, "x_1 x_2");
        term(tex, f.q22() / 2, "x_2^2");
        term(tex, f.c1(), "x_1");
        term(tex, f.c2(), "x_2");
        term(tex, f.b(), "");
        return tex.isEmpty() ? "0" : tex.toString();
    }

    private static void term(StringBuilder tex, double factor, String monomial) {
        if (factor == 0) {
            return;
        }
        double size = Math.abs(factor);
        tex.append(factor < 0 ? (tex.isEmpty() ? "-" : " - ") : (tex.isEmpty() ? "" : " + "));
        if (size != 1 || monomial.isEmpty()) {
            tex.append(number(size)).append(monomial.isEmpty() ? "" : "\\,");
        }
        tex.append(monomial);
    }

    private static String number(double size) {
        String written = Decimal.write(size);
        int exponent = written.indexOf('e');
        return exponent < 0
                ? written
                : written.substring(0, exponent) + "\\cdot 10^{" + written.substring(exponent + 1) + "}";
    }
}
