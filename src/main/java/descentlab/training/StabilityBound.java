package descentlab.training;

import descentlab.notation.Decimal;
import descentlab.objective.Curvature;
import descentlab.objective.Objective;
import descentlab.optimizer.Diagonal;
import descentlab.optimizer.Newton;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Schedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The learning rate above which an optimizer with a constant rate diverges on a quadratic, whatever the start.
 *
 * <p>Along each eigenvector of the Hessian the update is a linear recurrence; it is stable as long as the roots of its
 * characteristic polynomial lie in the unit circle (Jury's conditions). With the eigenvalue lambda that gives
 * <ul>
 *   <li>gradient descent: lr &lt; 2/lambda;
 *   <li>momentum beta (Polyak 1964): lr &lt; 2(1 + beta)/lambda, over 1 - dampening if there is dampening;
 *   <li>Nesterov as in PyTorch: lr &lt; 2(1 + beta)/((1 + 2 beta) lambda);
 *   <li>diagonal preconditioning: lr &lt; 2/lambda with the eigenvalues of diag(H)^-1 H; Newton's method: lr &lt; 2.
 * </ul>
 * The first three are those of {@link StabilityFactor}. Weight decay adds to every eigenvalue. The largest one decides. If the smallest is below 0 there is no minimum and
 * no rate is stable.
 *
 * @param rate the bound on lr; 0 if no rate is stable
 * @param formula the bound as a formula in plain text
 * @param ingredients what its symbols stand for here
 */
public record StabilityBound(double rate, String formula, String ingredients) {

    private static final MathContext SHOWN = new MathContext(6);
    private static final MathContext SUGGESTED = new MathContext(2, RoundingMode.DOWN);
    private static final double ROUNDING = 1e-9;

    /** The bound for an optimizer on an objective, if it is one of those above on a quadratic at a constant rate. */
    public static Optional<StabilityBound> of(Objective objective, Optimizer optimizer) {
        if (!optimizer.schedule().equals(Schedule.CONSTANT)) {
            return Optional.empty();
        }
        return objective.constantHessian().flatMap(hessian -> switch (optimizer) {
            case Newton newton -> Optional.of(new StabilityBound(2, "2", ""));
            case Diagonal diagonal -> diagonal(hessian);
            default -> StabilityFactor.of(optimizer)
                    .filter(StabilityFactor::uniform)
                    .flatMap(found -> gradient(hessian, found.factor(), found.formula(), found.weightDecay()));
        });
    }

    /** factor over the largest eigenvalue, which takes the place of %s in the formula. */
    private static Optional<StabilityBound> gradient(
            Curvature hessian, double factor, String formula, double weightDecay) {
        double smallest = hessian.smallest();
        double largest = hessian.largest();
        if (smallest + weightDecay < -ROUNDING * Math.abs(largest)) {
            return Optional.of(new StabilityBound(
                    0, "", "the smallest eigenvalue of the Hessian is " + shown(smallest) + ", below 0"));
        }
        double curvature = largest + weightDecay;
        if (!(curvature > 0 && factor / curvature <= Double.MAX_VALUE)) {
            return Optional.empty();
        }
        String eigenvalue = weightDecay == 0 ? "λₘₐₓ" : "(λₘₐₓ + weight_decay)";
        return Optional.of(new StabilityBound(
                factor / curvature,
                String.format(Locale.ROOT, formula, eigenvalue),
                "λₘₐₓ = " + shown(largest) + " is the largest eigenvalue of the Hessian"));
    }

    private static Optional<StabilityBound> diagonal(Curvature hessian) {
        if (!(hessian.d11() > 0 && hessian.d22() > 0)) {
            return Optional.empty();
        }
        // diag(H)^-1 H has ones on the diagonal; its eigenvalues are 1 +- d12 / sqrt(d11 d22).
        double off = Math.abs(hessian.d12()) / Math.sqrt(hessian.d11() * hessian.d22());
        if (off > 1) {
            return Optional.of(new StabilityBound(
                    0, "", "the smallest eigenvalue of diag(H)^-1 H is " + shown(1 - off) + ", below 0"));
        }
        return Optional.of(new StabilityBound(
                2 / (1 + off),
                "2/λₘₐₓ",
                "λₘₐₓ = " + shown(1 + off) + " is the largest eigenvalue of diag(H)^-1 H"));
    }

    /** True if the rate is above the bound by more than rounding. */
    public boolean crossedBy(double lr) {
        return lr > rate * (1 + ROUNDING);
    }

    /** What a rate above the bound means, in a sentence with the numbers. */
    public String sentence(double lr) {
        if (rate == 0) {
            return "There is no minimum: " + ingredients + ", so that no learning rate keeps the descent in place.";
        }
        return crossing(lr) + "; lr = " + Decimal.write(suggestion().orElseThrow()) + " works.";
    }

    /** That a rate is above a bound that is not 0, without a full stop. */
    String crossing(double lr) {
        String bound = formula.equals("2") ? "2" : formula + " = " + shown(rate);
        return "lr = " + shown(lr) + " is above " + bound + (ingredients.isEmpty() ? "" : ", where " + ingredients);
    }

    /** A rate that works: half the bound, rounded down to two digits; empty if there is none. */
    public OptionalDouble suggestion() {
        return rate == 0 ? OptionalDouble.empty() : OptionalDouble.of(twoDigits(rate / 2));
    }

    /** A rate rounded down to two digits. */
    static double twoDigits(double rate) {
        return new BigDecimal(rate).round(SUGGESTED).doubleValue();
    }

    private static String shown(double value) {
        return Decimal.write(new BigDecimal(value).round(SHOWN).doubleValue());
    }
}
