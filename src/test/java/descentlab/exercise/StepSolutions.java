package descentlab.exercise;

import descentlab.exercise.Solutions.Solution;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Momentum;
import descentlab.optimizer.Schedule;
import descentlab.optimizer.State;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.Collectors;

/** Takes the steps that are asked for by the optimizers themselves; otherwise as the {@link Solutions}. */
final class StepSolutions {

    private static final Pattern EARLIER = Pattern.compile("gradients so far were (.*?)\\. Its");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private StepSolutions() {}

    private static final Map<String, Function<String, Solution>> KINDS = Map.of(
            "The new sum", StepSolutions::sum,
            "The step", StepSolutions::change,
            "The new place", StepSolutions::next,
            "Two steps", StepSolutions::twoSteps,
            "A step of momentum", StepSolutions::momentum);

    /** By the title, as steps and as drills. */
    static final Map<String, Function<String, Solution>> ALL = Stream.of("steps/", "drills/")
            .flatMap(exercise -> KINDS.entrySet().stream()
                    .map(kind -> Map.entry(exercise + kind.getKey(), kind.getValue())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** A coordinate as the text says it. */
    private record Coordinate(double[] earlier, double g, double lr, double eps, double x) {

        static Coordinate read(String prompt) {
            Matcher listed = EARLIER.matcher(prompt);
            double[] earlier = listed.find()
                    ? NUMBER.matcher(listed.group(1)).results().mapToDouble(each -> Double.parseDouble(each.group())).toArray()
                    : new double[] {Math.sqrt(Prompts.number(prompt, "$s="))};
            return new Coordinate(
                    earlier,
                    Prompts.number(prompt, "$g="),
                    known(prompt, "\\eta=", 1),
                    known(prompt, "\\epsilon=", 0),
                    known(prompt, "$x=", 0));
        }

        private static double known(String prompt, String name, double otherwise) {
            return prompt.contains(name) ? Prompts.number(prompt, name) : otherwise;
        }

        double before() {
            return Arrays.stream(earlier).map(each -> each * each).sum();
        }

        /** After Adagrad itself has taken the steps before and this one. */
        double[] sumAndPlace() {
            State adagrad = new Adagrad(lr, eps, 0.5, 1, Schedule.CONSTANT).start(1);
            for (double each : earlier) {
                adagrad.step(new double[1], new double[] {each});
            }
            double[] place = {x};
            adagrad.step(place, new double[] {g});
            return new double[] {adagrad.memories().getFirst().values()[0], place[0]};
        }
    }

    private static Solution sum(String prompt) {
        Coordinate c = Coordinate.read(prompt);
        double v = c.sumAndPlace()[0];
        double square = c.g() * c.g();
        double plain = Arrays.stream(c.earlier()).sum() + c.g();
        Mistakes mistakes = Mistakes.of(v)
                .add("old sum", "old sum", c.before())
                .add("new square alone", "alone", square)
                .add("not squared", "squared", c.before() + Math.abs(c.g()))
                .add("doubled", "2g", c.before() + 2 * Math.abs(c.g()))
                .add("subtracted", "added", c.before() - square)
                .add("root", "root", Math.sqrt(v))
                .add("eps in the sum", "epsilon", v + c.eps())
                .add("twice", "twice", 2 * v);
        if (c.earlier().length > 1 || prompt.contains("were")) {
            mistakes.add("gradients added up", "squares", plain).add("squared after adding", "squared", plain * plain);
        }
        return Solutions.of(mistakes, v);
    }

    private static Solution change(String prompt) {
        Coordinate c = Coordinate.read(prompt);
        double v = c.sumAndPlace()[1];
        return Solutions.of(wrongSteps(c, v, change -> change).add("sign", "against", -v), v);
    }

    private static Solution next(String prompt) {
        Coordinate c = Coordinate.read(prompt);
        double v = c.sumAndPlace()[1];
        return Solutions.of(
                wrongSteps(c, v, change -> c.x() + change)
                        .add("uphill", "against", 2 * c.x() - v)
                        .add("the change", "the change", v - c.x())
                        .add("the step", "step itself", c.x() - v),
                v);
    }

    private static Mistakes wrongSteps(Coordinate c, double value, DoubleUnaryOperator place) {
        double sum = c.before() + c.g() * c.g();
        double moved = -c.lr() * c.g();
        double size = Math.abs(c.g());
        Mistakes mistakes = Mistakes.of(value)
                .add("forgotten root", "root", place.applyAsDouble(moved / (sum + c.eps())))
                .add("old sum", "old sum", place.applyAsDouble(moved / Math.sqrt(c.before() + c.eps())))
                .add("not squared", "squared", place.applyAsDouble(moved / Math.sqrt(c.before() + size + c.eps())))
                .add("new square alone", "alone", place.applyAsDouble(moved / Math.sqrt(size * size + c.eps())))
                .add("rate left out", "leaves out the rate", place.applyAsDouble(-c.g() / Math.sqrt(sum + c.eps())))
                .add("gradient left out", "the rate times", place.applyAsDouble(-c.lr() / Math.sqrt(sum + c.eps())))
                .add("plain descent", "plain", place.applyAsDouble(moved))
                .add("eps outside", "outside", place.applyAsDouble(moved / (Math.sqrt(sum) + c.eps())))
                .add("eps left out", "leaves out \\$\\\\epsilon", place.applyAsDouble(moved / Math.sqrt(sum)));
        return mistakes;
    }

    private static Solution twoSteps(String prompt) {
        double first = Prompts.number(prompt, "$x=");
        double lr = Prompts.number(prompt, "\\eta=");
        double curvature = 2 * coefficient(prompt);
        State adagrad = new Adagrad(lr, 0, 0.5, 1, Schedule.CONSTANT).start(1);
        double[] place = {first};
        adagrad.step(place, new double[] {curvature * place[0]});
        double second = place[0];
        adagrad.step(place, new double[] {curvature * place[0]});
        double root = Math.hypot(first, second);
        double step = second - place[0];
        return Solutions.of(
                Mistakes.of(place[0])
                        .add("one step", "first step", second)
                        .add("same length twice", "same length", first - 2 * lr)
                        .add("first square alone", "not of the first", second - lr * second / first)
                        .add("first gradient again", "at the new place", second - lr * first / root)
                        .add("forgotten root", "root", second - lr * second / (curvature * root * root))
                        .add("uphill", "against", second + step)
                        .add("rate left out", "leaves out", second - second / root)
                        .add("the step", "length of the second", step),
                place[0]);
    }

    /** Before x^2, a whole number or a fraction. */
    private static double coefficient(String prompt) {
        Matcher fraction = Pattern.compile("f\\(x\\)=\\\\tfrac\\{(\\d+)}\\{(\\d+)}x").matcher(prompt);
        if (fraction.find()) {
            return Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
        }
        return prompt.contains("f(x)=x") ? 1 : Prompts.number(prompt, "f(x)=");
    }

    private static Solution momentum(String prompt) {
        double x = Prompts.number(prompt, "$x=");
        double v = Prompts.number(prompt, "$v=");
        double g = Prompts.number(prompt, "$g=");
        double beta = Prompts.number(prompt, "\\beta=");
        double lr = Prompts.number(prompt, "\\eta=");
        State state = new Momentum(lr, beta, Schedule.CONSTANT).start(1);
        state.step(new double[1], new double[] {v});
        double[] place = {x};
        state.step(place, new double[] {g});
        double velocity = beta * v + g;
        return Solutions.of(
                Mistakes.of(place[0])
                        .add("not decayed", "beta", x - lr * (v + g))
                        .add("average", "average", x - lr * (beta * v + (1 - beta) * g))
                        .add("gradient left out", "new gradient", x - lr * beta * v)
                        .add("gradient decayed", "not the gradient", x - lr * beta * (v + g))
                        .add("old velocity", "old velocity", x - lr * v)
                        .add("plain descent", "plain", x - lr * g)
                        .add("uphill", "against", x + lr * velocity)
                        .add("rate left out", "leaves out", x - velocity)
                        .add("the velocity", "new velocity", velocity)
                        .add("the change", "the change", -lr * velocity),
                place[0]);
    }
}
