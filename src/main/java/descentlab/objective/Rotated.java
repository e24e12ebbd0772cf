package descentlab.objective;

import descentlab.linalg.Rotation2;
import descentlab.notation.Decimal;
import java.util.Optional;

/**
 * An objective turned about the origin: f(R'x), where R turns counter-clockwise. Its contours are those of f turned
 * by R; the eigenvalues of its Hessian are those of f.
 */
public record Rotated(Objective objective, Rotation2 rotation) implements Objective {

    @Override
    public double value(double x1, double x2) {
        return objective.value(first(x1, x2), second(x1, x2));
    }

    @Override
    public double valueAndGradient(double x1, double x2, double[] gradient) {
        double value = objective.valueAndGradient(first(x1, x2), second(x1, x2), gradient);
        double g1 = gradient[0];
        double g2 = gradient[1];
        gradient[0] = rotation.first(g1, g2);
        gradient[1] = rotation.second(g1, g2);
        return value;
    }

    @Override
    public void hessian(double x1, double x2, double[] hessian) {
        objective.hessian(first(x1, x2), second(x1, x2), hessian);
        double a = hessian[0];
        double b = hessian[1];
        double d = hessian[2];
        double c = rotation.cos();
        double s = rotation.sin();
        hessian[0] = c * c * a - 2 * c * s * b + s * s * d;
        hessian[1] = c * s * (a - d) + (c * c - s * s) * b;
        hessian[2] = s * s * a + 2 * c * s * b + c * c * d;
    }

    @Override
    public Optional<String> undefinedAt(double x1, double x2) {
        return objective.undefinedAt(first(x1, x2), second(x1, x2))
                .map(why -> why + ", since turning brings that point to (" + Decimal.write(first(x1, x2)) + ", "
                        + Decimal.write(second(x1, x2)) + ")")
                .or(() -> Objective.super.undefinedAt(x1, x2));
    }

    @Override
    public Optional<Curvature> constantHessian() {
        return objective.constantHessian().map(unturned -> {
            double[] h = new double[3];
            hessian(0, 0, h);
            return new Curvature(h[0], h[1], h[2]);
        });
    }

    private double first(double x1, double x2) {
        return rotation.cos() * x1 + rotation.sin() * x2;
    }

    private double second(double x1, double x2) {
        return -rotation.sin() * x1 + rotation.cos() * x2;
    }
}
