package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Eigenvalues by hand, and later steps too, without end and ever harder. What the first {@link #FIRST} ask is never
 * changed: stored progress refers to them by their numbers.
 */
final class Drills {

    static final Exercise EXERCISE = new Exercise(
            "drills",
            "Eigenvalue drills",
            "Eigenvalues, condition numbers and learning rates by hand, and later steps of Adagrad, too: always another,"
                    + " at rising difficulty.",
            "Practice",
            Exercise.ENDLESS,
            Drills::part);

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int KINDS = 5;

    /** How many there are before further kinds join. */
    static final int FIRST = KINDS * Bowl.HARDEST;

    private Drills() {}

    /** The drill of that index: each of the first kinds once, then all again a level harder, and then further ones. */
    static Part part(long seed, int index) {
        Random source = new Random(seed ^ SPREAD * (index + 1L));
        return index < FIRST
                ? Drawn.one(source, random -> part(random, index, 1 + index / KINDS))
                : LaterDrills.part("drill-" + (index + 1), index - FIRST, source);
    }

    private static Part part(Random random, int index, int level) {
        Bowl bowl = Bowl.random(random, level);
        String id = "drill-" + (index + 1);
        return switch (index % KINDS) {
            case 0 -> eigenvalues(id, bowl);
            case 1 -> kappa(id, bowl);
            case 2 -> stableRate(id, bowl);
            case 3 -> direction(id, bowl);
            default -> level < 3 ? scalingFails(id, random) : rescaled(id, Bowl.random(random, level));
        };
    }

    private static final String BY_HAND = "$\\lambda^2-(\\text{trace})\\,\\lambda+\\det=0$.";

    private static String equation(Bowl bowl) {
        double trace = clean(bowl.a() + bowl.d());
        double det = clean(bowl.a() * bowl.d() - bowl.b() * bowl.b());
        return "$\\lambda^2-" + Tex.number(trace) + "\\lambda+" + Tex.number(det) + "=0$";
    }

    static double clean(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    static String both(Bowl bowl) {
        return "$\\lambda_{\\min}=" + shown(bowl.small()) + "$ and $\\lambda_{\\max}=" + shown(bowl.large()) + "$";
    }

    static String shown(double value) {
        double short6 = clean(value);
        return short6 == value ? Tex.number(value) : Tex.number(begun(value)) + "\\ldots";
    }

    /** The first five digits: dots may follow digits that go on, and not rounded ones. */
    private static double begun(double value) {
        return new BigDecimal(value).round(new MathContext(5, RoundingMode.DOWN)).doubleValue();
    }

    static EntriesPart eigenvalues(String id, Bowl bowl) {
        return new EntriesPart(
                new Assignment(
                        id,
                        "Eigenvalues",
                        "What are the eigenvalues of $" + bowl.tex() + "$, in any order?",
                        List.of(BY_HAND, "Here " + equation(bowl) + "."),
                        equation(bowl) + " has the solutions " + both(bowl) + "."),
                2,
                1,
                List.of(),
                Rules.inAnyOrder(bowl.small(), bowl.large(), DrillReasons.eigenvalues(bowl)));
    }

    static NumberPart kappa(String id, Bowl bowl) {
        return new NumberPart(
                new Assignment(
                        id,
                        "Condition number",
                        "What is the condition number of $" + bowl.tex() + "$?",
                        List.of(
                                "The largest eigenvalue over the smallest.",
                                "The eigenvalues solve " + equation(bowl) + "."),
                        "With " + both(bowl) + ", $\\kappa=" + shown(bowl.kappa()) + "$."),
                bowl.kappa(),
                DrillReasons.kappa(bowl));
    }

    static NumberPart stableRate(String id, Bowl bowl) {
        return NumberPart.bound(
                new Assignment(
                        id,
                        "Largest stable rate",
                        "Up to which learning rate does gradient descent on $\\tfrac12x^\\top Qx$ stay stable, with $Q="
                                + bowl.tex() + "$?",
                        List.of(
                                "Along an eigenvector each step multiplies by $1-\\eta\\lambda$.",
                                "$2/\\lambda_{\\max}$, and the eigenvalues solve " + equation(bowl) + "."),
                        "$2/\\lambda_{\\max}=2/" + shown(bowl.large()) + rounded(2 / bowl.large()) + "$."),
                2 / bowl.large(),
                DrillReasons.stableRate(bowl));
    }

    /** A number to three digits, with the sign that is true of it. */
    static String rounded(double value) {
        String digits = Terms.rounded(value);
        return (Math.abs(Double.parseDouble(digits) - value) < 1e-12 ? "=" : "\\approx") + digits;
    }

    static EntriesPart direction(String id, Bowl bowl) {
        return new EntriesPart(
                new Assignment(
                        id,
                        "The sensitive direction",
                        "In which direction must $c$ change to move the minimizer of $\\tfrac12x^\\top Qx+c^\\top"
                                + " x$ the"
                                + " farthest, with $Q=" + bowl.tex() + "$? Give any vector of that direction.",
                        List.of(
                                "The minimizer moves by $-Q^{-1}\\delta$.",
                                "It is an eigenvector of the smallest eigenvalue, $" + shown(bowl.small()) + "$."),
                        "Along the eigenvector of $\\lambda_{\\min}=" + shown(bowl.small()) + "$: $"
                                + Tex.column(
                                        Math.round(bowl.flat1() * 1e4) / 1e4, Math.round(bowl.flat2() * 1e4) / 1e4)
                                + "$, or any multiple of it."),
                2,
                1,
                List.of(),
                Rules.direction(bowl.flat1(), bowl.flat2(), DrillReasons.direction(bowl)));
    }

    private static ChoicePart scalingFails(String id, Random random) {
        List<Option> options = new ArrayList<>();
        int m = Tex.between(random, 3, 9);
        int b = Tex.between(random, 1, m - 1);
        Bowl alike = new Bowl(m, b, m, m - b, m + b, 1, -1);
        options.add(new Option(
                "$" + alike.tex() + "$",
                true,
                "Yes: with equal diagonal entries the rescaling only divides by a number, and $\\kappa$ stays at $"
                        + shown(alike.kappa()) + "$."));
        while (options.size() < 3) {
            int small = Tex.between(random, 1, 3);
            int large = small * Tex.between(random, 4, 20);
            int off = Tex.between(random, 0, (int) Math.sqrt(small * large / 4.0));
            String tex = "$" + Tex.matrix(2, small, off, off, large) + "$";
            if (options.stream().noneMatch(option -> option.text().equals(tex))) {
                options.add(new Option(
                        tex,
                        false,
                        "Its diagonal entries differ much, and that is what the rescaling repairs."));
            }
        }
        Collections.shuffle(options, random);
        return new ChoicePart(
                new Assignment(
                        id,
                        "When diagonal scaling fails",
                        "Which of these matrices has the same condition number before and after the rescaling by its"
                                + " diagonal, $\\operatorname{diag}(Q)^{-1/2}Q\\operatorname{diag}(Q)^{-1/2}$?",
                        List.of("What does the rescaling do to a matrix whose diagonal entries are equal?"),
                        "The one with equal diagonal entries: all entries are divided by the same number."),
                options);
    }

    static NumberPart rescaled(String id, Bowl bowl) {
        return new NumberPart(
                new Assignment(
                        id,
                        "After diagonal scaling",
                        "What is the condition number of $" + bowl.tex()
                                + "$ once rescaled by its diagonal, $\\operatorname{diag}(Q)^{-1/2}Q"
                                + "\\operatorname{diag}(Q)^{-1/2}$?",
                        List.of(
                                "Rescaled it is $" + Tex.matrix(2, 1, 0, 0, 1).replace("0", "\\rho")
                                        + "$ with $\\rho=Q_{12}/\\sqrt{Q_{11}Q_{22}}$.",
                                "$(1+|\\rho|)/(1-|\\rho|)$."),
                        "$|\\rho|=" + Terms.rounded(Math.abs(bowl.b()) / Math.sqrt(bowl.a() * bowl.d()))
                                + "$, so $\\kappa=(1+|\\rho|)/(1-|\\rho|)\\approx" + Terms.rounded(bowl.rescaledKappa())
                                + "$; before it was $" + shown(bowl.kappa()) + "$."),
                bowl.rescaledKappa(),
                DrillReasons.rescaled(bowl));
    }
}
