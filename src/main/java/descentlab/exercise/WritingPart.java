package descentlab.exercise;

import descentlab.exercise.RuleToWrite.Finding;
import descentlab.exercise.RuleToWrite.Parting;
import descentlab.experiment.Ended;
import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.ExpressionException;
import descentlab.rule.Rule;
import descentlab.training.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * An optimizer to be written as an update rule, or a rule to be mended. The answer is the rule, in one line; it is judged by where
 * it goes.
 *
 * @param asked the optimizer
 * @param begun what stands there at first
 * @param broken whether that is a rule to be mended
 */
public record WritingPart(Assignment task, RuleToWrite asked, String begun, boolean broken) implements RunPart {

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 15;
    private static final double ROUNDING = 1e-13;

    /**
     * The race of the optimizer and a rule.
     *
     * @throws ExpressionException naming the character where the rule went wrong, what came and what is allowed
     */
    public SurfaceExperiment race(String rule) {
        return race(Rule.parse(rule), asked.grounds().getFirst());
    }

    private SurfaceExperiment race(Rule rule, ProvingGround ground) {
        return ground.of(asked.optimizer(ground), ground.run(rule));
    }

    @Override
    public boolean onPaper() {
        return false;
    }

    @Override
    public Plan plan(Answer answer) {
        try {
            Rule rule = read(answer);
            return new Plan.Run(List.of(race(rule, asked.grounds().getFirst())));
        } catch (IllegalArgumentException unreadable) {
            return new Plan.Refused(Verdict.unreadable(unreadable.getMessage()));
        }
    }

    private static Rule read(Answer answer) {
        if (answer.fields().size() != 1 || answer.blank()) {
            throw new IllegalArgumentException("The answer is one rule, as in `x = x - lr*g`.");
        }
        try {
            return Rule.parse(answer.fields().getFirst());
        } catch (ExpressionException refused) {
            String text = answer.fields().getFirst();
            String before = text.substring(0, Math.min(refused.position(), text.length()));
            long part = before.chars().filter(c -> c == ';').count() + 1;
            throw new IllegalArgumentException("The rule cannot be read: in its part " + part + " came "
                    + (refused.came().isEmpty() ? "nothing" : "`" + shown(refused.came()) + "`") + " where this may stand: "
                    + refused.allowed() + ".");
        }
    }

    private static String shown(String came) {
        return came.length() <= 40 ? came.replace('`', '\'') : came.substring(0, 40).replace('`', '\'') + "…";
    }

    @Override
    public Verdict judge(Answer answer, List<List<Ended>> ended) {
        Verdict compared = compared(answer);
        return compared.result() == Verdict.Result.WRONG
                        && ended.getFirst().getLast().outcome() instanceof Outcome.Diverged diverged
                ? new Verdict(
                        Verdict.Result.WRONG,
                        compared.message() + " In the race above it ran away: " + diverged.explanation(),
                        List.of(),
                        compared.shown())
                : compared;
    }

    /** Judges an answer by where its rule goes. Takes milliseconds, and the first time longer: not for a page's own thread. */
    public Verdict compared(Answer answer) {
        Rule rule;
        try {
            rule = read(answer);
        } catch (IllegalArgumentException unreadable) {
            return Verdict.unreadable(unreadable.getMessage());
        }
        if (broken && asked.same(rule, Rule.parse(begun))) {
            return Verdict.unreadable("It still does what it did: change what is wrong with it.");
        }
        String title = asked.title();
        return switch (asked.compare(rule)) {
            case Finding.Same same -> Verdict.right("Right. On " + asked.grounds().size()
                    + " surfaces it goes step by step where the lab's " + title + " goes.");
            case Finding.Variant(List<String> said, Parting parting) -> shown(Verdict.right(
                    "Right. It is a published variant, and no mistake, though not to the letter what was asked for: "
                            + String.join(" ", said) + " Here is where it parts from " + title + ": "
                            + told(parting, "and " + title + " goes")), rule, parting);
            case Finding.OtherEps(Parting parting) -> shown(Verdict.right("Right. It differs from the lab's " + title
                    + " by $\\epsilon$ alone, which matters where gradients are tiny: "
                    + told(parting, "and " + title + " goes")), rule, parting);
            case Finding.Mistaken(List<String> said, Parting parting) -> shown(Verdict.wrong(
                    String.join(" ", said) + " The race " + (isAbove(parting) ? "above" : "below") + " shows it: "
                            + told(parting, "and should lead")), rule, parting);
            case Finding.Elsewhere(Parting parting) -> shown(Verdict.wrong(
                    Verdict.UNEXPLAINED + " It does something else than " + title + ": "
                            + told(parting, "and should lead")), rule, parting);
        };
    }

    /** With the race in which it parts, unless that is the one in which the rule was written. */
    private Verdict shown(Verdict verdict, Rule rule, Parting parting) {
        return isAbove(parting) ? verdict : verdict.showing(race(rule, parting.ground()));
    }

    private boolean isAbove(Parting parting) {
        return parting.ground() == asked.grounds().getFirst();
    }

    /** What is to be said of a wrong answer's mistakes; empty if none is known, or it is not wrong. As {@link #compared}. */
    public String mistakes(Answer answer) {
        try {
            return asked.compare(read(answer)) instanceof Finding.Mistaken(List<String> said, Parting parting)
                    ? String.join(" ", said)
                    : "";
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** With as many digits as tell the two points apart. */
    private static String told(Parting parting, String instead) {
        double[] right = parting.right();
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS && parting.point().filter(alike(right, digits)).isPresent()) {
            digits++;
        }
        int shown = digits;
        return parting.ground().where() + " step " + parting.step() + " leads "
                + parting.point().map(point -> "to $" + point(point, shown) + "$").orElse("to no number")
                + ", " + instead + " to $" + point(right, shown) + "$.";
    }

    private static Predicate<double[]> alike(double[] right, int digits) {
        return point -> point(point, digits).equals(point(right, digits));
    }

    private static String point(double[] x, int digits) {
        double size = Math.max(Math.abs(x[0]), Math.abs(x[1]));
        return "(" + number(x[0], size, digits) + ", " + number(x[1], size, digits) + ")";
    }

    /** What is nothing but a rounding beside the other coordinate is 0. */
    private static String number(double value, double size, int digits) {
        double told = Math.abs(value) < ROUNDING * size ? 0 : value;
        return Tex.number(new BigDecimal(told).round(new MathContext(digits)).doubleValue());
    }
}
