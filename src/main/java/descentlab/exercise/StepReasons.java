package descentlab.exercise;

import descentlab.exercise.NumberPart.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The mistakes one may make with a step, and what to say of them. */
final class StepReasons {

    private StepReasons() {}

    static Trap[] sum(AdagradStep step) {
        int square = step.g() * step.g();
        List<Trap> traps = new ArrayList<>(List.of(
                new Trap(step.before(), "That is the old sum; the square of the new gradient is added to it."),
                new Trap(square, "That is the new square alone; those before it stay in the sum."),
                new Trap(step.before() + Math.abs(step.g()), "The gradient comes in squared."),
                new Trap(step.before() + 2 * Math.abs(step.g()), "That adds $2g$; the square is $g$ times $g$."),
                new Trap(step.before() - square, "Squares are added, whichever sign the gradient has."),
                new Trap(Math.sqrt(step.sum()), "That is the root of the sum; $s$ is the sum itself.", Slip.ROOT)));
        if (step.eps() > 0) {
            traps.add(new Trap(step.sum() + step.eps(), "$\\epsilon$ is added under the root only; it is no part of $s$."));
        }
        if (!step.earlier().isEmpty()) {
            int plain = step.earlier().stream().mapToInt(Integer::intValue).sum() + step.g();
            traps.add(new Trap(plain, "That adds up the gradients; $s$ adds up their squares."));
            traps.add(new Trap(plain * plain, "Each gradient is squared before they are added."));
        }
        return clear(traps, step.sum());
    }

    static Trap[] change(AdagradStep step) {
        List<Trap> traps = common(step, change -> change);
        traps.add(new Trap(-step.change(), "The step goes against the gradient: it is subtracted.", Slip.SIGN));
        return clear(traps, step.change());
    }

    static Trap[] next(AdagradStep step) {
        List<Trap> traps = common(step, change -> step.x() + change);
        traps.add(new Trap(step.x() - step.change(), "The step goes against the gradient: it is subtracted."));
        traps.add(new Trap(step.change(), "That is the change; the place is asked for, $x$ plus the change."));
        traps.add(new Trap(-step.change(), "That is the step itself; subtract it from $x$."));
        return clear(traps, step.next());
    }

    /** @param place what is answered by whoever thinks that the coordinate changes by that much */
    private static List<Trap> common(AdagradStep step, DoubleUnaryOperator place) {
        double moved = -step.lr() * step.g();
        int under = step.sum() + step.eps();
        List<Trap> traps = new ArrayList<>(List.of(
                trap(place, moved / under, "Divide by the root."),
                trap(
                        place,
                        moved / Math.sqrt(step.before() + step.eps()),
                        "That divides by the root of the old sum: the new square is added first."),
                trap(
                        place,
                        moved / Math.sqrt(step.before() + Math.abs(step.g()) + step.eps()),
                        "The gradient comes into $s$ squared."),
                trap(
                        place,
                        moved / Math.sqrt(step.g() * step.g() + step.eps()),
                        "That takes the new square alone; those before it stay in the sum."),
                trap(place, -step.g() / (double) step.root(), "That leaves out the rate $\\eta$."),
                trap(place, -step.lr() / step.root(), "That is the rate; the step is the rate times the gradient."),
                trap(place, moved, "That is a step of plain gradient descent: divide by the root of $s$.")));
        if (step.eps() > 0) {
            traps.add(trap(
                    place,
                    moved / (Math.sqrt(step.sum()) + step.eps()),
                    "That adds $\\epsilon$ outside the root; it stands inside."));
            traps.add(trap(
                    place, moved / Math.sqrt(step.sum()), "That leaves out $\\epsilon$, and here it is large enough to matter."));
        }
        return traps;
    }

    private static Trap trap(DoubleUnaryOperator place, double change, String message) {
        return new Trap(place.applyAsDouble(change), message);
    }

    static Trap[] twoSteps(double first, double second, double lr, int curvature) {
        double root = Math.hypot(first, second);
        double last = lr * second / root;
        return clear(
                List.of(
                        new Trap(second, "That is where the first step leads; there is a second."),
                        new Trap(
                                second - lr,
                                "That is two steps of the same length: the second one divides by the root of both squares."),
                        new Trap(
                                second - lr * second / first,
                                "The second step divides by the root of both squares, not of the first alone."),
                        new Trap(second - lr * first / root, "The second gradient is that at the new place."),
                        new Trap(second - lr * second / (curvature * root * root), "Divide by the root of $s$."),
                        new Trap(second + last, "Each step goes against the gradient: it is subtracted."),
                        new Trap(second - second / root, "That leaves out the rate $\\eta$ in the second step."),
                        new Trap(last, "That is the length of the second step; the place is asked for.")),
                second - last);
    }

    static Trap[] momentum(int x, int v, int g, double beta, double lr) {
        double velocity = beta * v + g;
        return clear(
                List.of(
                        new Trap(x - lr * (v + g), "The old velocity is to be multiplied by $\\beta$."),
                        new Trap(
                                x - lr * (beta * v + (1 - beta) * g),
                                "That takes an average: the gradient comes in whole, not times $1-\\beta$."),
                        new Trap(x - lr * beta * v, "The new gradient is to be added to the velocity."),
                        new Trap(x - lr * beta * (v + g), "Only the old velocity is multiplied by $\\beta$, not the gradient."),
                        new Trap(x - lr * v, "That goes on with the old velocity; it is renewed before the step."),
                        new Trap(x - lr * g, "That is a step of plain gradient descent, without the velocity."),
                        new Trap(x + lr * velocity, "The velocity adds up gradients, and the step goes against them: subtract it."),
                        new Trap(x - velocity, "That leaves out the rate $\\eta$."),
                        new Trap(velocity, "That is the new velocity; the place is asked for."),
                        new Trap(-lr * velocity, "That is the change; the place is asked for, $x$ plus the change.")),
                x - lr * velocity);
    }

    /** Without those that are the answer: whoever gives it makes no mistake. */
    private static Trap[] clear(List<Trap> traps, double value) {
        return traps.stream()
                .filter(trap -> Math.abs(trap.value() - value) > 1e-9)
                .toArray(Trap[]::new);
    }
}
