package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.exercise.OrderPart.Line;
import descentlab.linalg.ComplexMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The chapter's first exercise: orthogonal changes of coordinates keep distances. */
final class Distances {

    // Before the exercise, which is made of it.
    private static final int[][] TRIPLES = {{3, 4, 5}, {5, 12, 13}, {8, 15, 17}, {7, 24, 25}};

    private static final Exhibit OTHER_ARROWS = new Exhibit.Arrows(
            "Other arrows than yours: drag $c$ and $\\delta$, turn $U$, and watch the lengths.");

    static final Exercise EXERCISE = Exercise.of(
            "distances",
            "Turning keeps distances",
            "An orthogonal change of coordinates moves everything and stretches nothing; why, and what it is good for.",
            "Exercise 1",
            Distances::parts);

    private Distances() {}

    private static List<Part> parts(Random random) {
        List<Part> parts = new ArrayList<>(Drawn.clear(random, Distances::turned));
        parts.add(proof().shuffled(random));
        parts.add(meaning());
        parts.add(Drawn.one(random, Distances::mostSensitive));
        return parts;
    }

    /** Two vectors, turned. Beside them other arrows, as the figure prints lengths. */
    private static List<Part> turned(Random random) {
        int[] triple = TRIPLES[random.nextInt(TRIPLES.length)];
        double a = triple[0];
        double b = triple[1];
        double r = triple[2];
        int[] gap = random.nextBoolean() ? new int[] {3, 4} : new int[] {4, -3};
        int scale = Tex.between(random, 1, 3);
        double[] apart = {gap[0] * scale, gap[1] * scale};
        double[] delta = {Tex.between(random, -3, 3), Tex.between(random, -3, 3)};
        double[] c = {delta[0] + apart[0], delta[1] + apart[1]};
        double[] turned = {(a * apart[0] - b * apart[1]) / r, (b * apart[0] + a * apart[1]) / r};
        String u = "U=\\tfrac{1}{" + (int) r + "}" + Tex.matrix(2, a, -b, b, a);
        String vectors = "c=" + Tex.column(c) + ",\\; \\delta=" + Tex.column(delta);
        return List.of(
                new EntriesPart(
                        new Assignment(
                                "apart",
                                "Try one",
                                "Here is an orthogonal matrix $" + u + "$, and two vectors $" + vectors
                                        + "$. What is $Uc-U\\delta$?",
                                List.of(
                                        "$U$ is linear: $Uc-U\\delta=U(c-\\delta)$ saves half of the work.",
                                        "$c-\\delta=" + Tex.column(apart) + "$."),
                                "$Uc-U\\delta=U(c-\\delta)=\\tfrac{1}{" + (int) r + "}"
                                        + Tex.column(turned[0] * r, turned[1] * r) + "$.")
                                .beside(OTHER_ARROWS),
                        2,
                        1,
                        List.of(),
                        Rules.values(
                                turned,
                                Rules.trap(
                                        "These are the right entries in the wrong order: swapped.", turned[1], turned[0]),
                                Rules.trap(
                                        "That is $\\delta-c$, turned: the other way round, so each sign is opposite.",
                                        -turned[0], -turned[1]),
                                Rules.trap(
                                        "That turns by the transpose, $U^\\top$: row times vector, not column.",
                                        (a * apart[0] + b * apart[1]) / r, (a * apart[1] - b * apart[0]) / r),
                                Rules.trap(
                                        "The denominator is missing: divide by $" + (int) r + "$.",
                                        turned[0] * r, turned[1] * r),
                                Rules.trap(
                                        "That is $Uc$ alone; $U\\delta$ is to be subtracted.",
                                        (a * c[0] - b * c[1]) / r, (b * c[0] + a * c[1]) / r),
                                Rules.trap(
                                        "That is $U\\delta$ alone; it is to be subtracted from $Uc$.",
                                        (a * delta[0] - b * delta[1]) / r, (b * delta[0] + a * delta[1]) / r),
                                Rules.trap(
                                        "That is the sum $Uc+U\\delta$; the difference is asked for.",
                                        (a * (c[0] + delta[0]) - b * (c[1] + delta[1])) / r,
                                        (b * (c[0] + delta[0]) + a * (c[1] + delta[1])) / r),
                                Rules.trap("That is $c-\\delta$, not turned yet.", apart[0], apart[1]),
                                Rules.trap(
                                        "Mind the minus in the first row of $U$.",
                                        (a * apart[0] + b * apart[1]) / r, turned[1]))),
                new NumberPart(
                        new Assignment(
                                "length",
                                "How far apart?",
                                "How long is $Uc-U\\delta$, with the same $c=" + Tex.column(c) + "$, $\\delta="
                                        + Tex.column(delta) + "$ and $" + u + "$?",
                                List.of("Square the entries, add, take the root.", "Compare with $\\|c-\\delta\\|$."),
                                "$\\|Uc-U\\delta\\|=" + 5 * scale + "$, which is $\\|c-\\delta\\|=\\sqrt{"
                                        + Tex.number(apart[0] * apart[0]) + "+" + Tex.number(apart[1] * apart[1])
                                        + "}$ as well.")
                                .beside(OTHER_ARROWS),
                        5 * scale,
                        new NumberPart.Trap(
                                25 * scale * scale,
                                "That is the square of the length: take the root.",
                                Slip.SQUARE),
                        new NumberPart.Trap(5 * scale + 1, "Off by one: count again."),
                        new NumberPart.Trap(5 * scale - 1, "Off by one: count again."),
                        new NumberPart.Trap(
                                Math.abs(turned[0]) + Math.abs(turned[1]),
                                "That adds up the sizes of the entries; a length is the root of the sum of their"
                                        + " squares."),
                        new NumberPart.Trap(
                                Math.abs(apart[0]) + Math.abs(apart[1]),
                                "That adds up the sizes of the entries of $c-\\delta$; a length is the root of the sum"
                                        + " of squares."),
                        new NumberPart.Trap(5 * scale * r, "The denominator is missing: divide by $" + (int) r + "$."),
                        new NumberPart.Trap(
                                Math.hypot(c[0], c[1]) - Math.hypot(delta[0], delta[1]),
                                "That is the difference of the lengths; the length of the difference is asked for."),
                        new NumberPart.Trap(
                                Math.hypot(c[0] + delta[0], c[1] + delta[1]),
                                "That is the length of $c+\\delta$; the vectors are subtracted."),
                        new NumberPart.Trap(
                                Math.hypot(c[0], c[1]), "That is the length of $c$ alone.")));
    }

    private static OrderPart proof() {
        return new OrderPart(
                new Assignment(
                        "proof",
                        "Prove it",
                        "Put together a proof that $\\|c-\\delta\\|_2=\\|Uc-U\\delta\\|_2$ for every orthogonal"
                                + " $U$. Some"
                                + " of the lines do not belong.",
                        List.of(
                                "Begin with the square of the right side: roots are awkward.",
                                "Write the square of a length as a product, $\\|v\\|_2^2=v^\\top v$.",
                                "Orthogonal means $U^\\top U=I$, and that is all that is needed of $U$."),
                        "$\\|Uc-U\\delta\\|_2^2=\\|U(c-\\delta)\\|_2^2=(c-\\delta)^\\top U^\\top U(c-\\delta)"
                                + "=(c-\\delta)^\\top(c-\\delta)=\\|c-\\delta\\|_2^2$, by linearity, the definition of"
                                + " the norm and $U^\\top U=I$; lengths are not negative, so the roots are equal too."),
                List.of(
                        Line.step(
                                "linear",
                                "$\\|Uc-U\\delta\\|_2^2=\\|U(c-\\delta)\\|_2^2$, since $U$ is linear.",
                                ""),
                        Line.step(
                                "product",
                                "$\\|U(c-\\delta)\\|_2^2=\\bigl(U(c-\\delta)\\bigr)^\\top U(c-\\delta)$ by the"
                                        + " definition of"
                                        + " the norm.",
                                ""),
                        Line.step(
                                "transpose",
                                "That product is $(c-\\delta)^\\top U^\\top U\\,(c-\\delta)$.",
                                "It says “that product”, and no product has been written yet.",
                                "product"),
                        Line.step("orthogonal", "$U$ is orthogonal, so $U^\\top U=I$.", ""),
                        Line.step(
                                "cancel",
                                "So it equals $(c-\\delta)^\\top(c-\\delta)=\\|c-\\delta\\|_2^2$.",
                                "It needs the form with $U^\\top U$ in the middle, and that $U^\\top U$ is the"
                                        + " identity.",
                                "transpose",
                                "orthogonal"),
                        Line.step(
                                "roots",
                                "Neither length is negative, so the roots are equal:"
                                        + " $\\|Uc-U\\delta\\|_2=\\|c-\\delta\\|_2$.",
                                "Roots may be taken once the squares are known to be equal.",
                                "linear",
                                "cancel"),
                        Line.distractor(
                                "symmetric",
                                "$U$ is orthogonal, so $U^\\top=U$.",
                                "That is symmetry, another property. A turn by $90°$ is orthogonal and not symmetric."),
                        Line.distractor(
                                "determinant",
                                "$\\det U=\\pm 1$, so $U$ keeps all lengths.",
                                "A shear has determinant 1 as well, and it stretches: the determinant tells of areas."),
                        Line.distractor(
                                "inequality",
                                "$\\|U(c-\\delta)\\|\\le\\|U\\|\\,\\|c-\\delta\\|$, so both sides are equal.",
                                "An inequality in one direction does not make two things equal.")));
    }

    /** Beside it arrows: that lengths stay was proved just before. */
    private static ChoicePart meaning() {
        return new ChoicePart(
                new Assignment(
                        "meaning",
                        "What it is good for",
                        "$f(x)=\\tfrac12x^\\top Qx+c^\\top x$ with $Q=U^\\top\\Lambda U$ has its minimizer at"
                                + " $-Q^{-1}c$."
                                + " Somebody perturbs $c$ by $\\delta$. Why may we look at it in the coordinates $Ux$,"
                                + " where the matrix is $\\Lambda$?",
                        List.of("What is the length of $U\\delta$? And of $U$ times the minimizer's shift?"),
                        "By what was proved, neither the perturbation's length nor the length of the minimizer's shift"
                                + " changes. In the new coordinates the shift is $-\\Lambda^{-1}U\\delta$: each"
                                + " coordinate of the perturbation divided by its own eigenvalue.")
                        .beside(OTHER_ARROWS),
                List.of(
                        new Option(
                                "Lengths are the same there, of the perturbation and of the shift it causes.",
                                true,
                                "Yes: so the question how much a perturbation matters is one about $\\Lambda$"
                                        + " alone, and"
                                        + " each coordinate is divided by its own eigenvalue."),
                        new Option(
                                "There the minimizer does not move.",
                                false,
                                "It does: by $-\\Lambda^{-1}U\\delta$."),
                        new Option(
                                "There all eigenvalues are 1.",
                                false,
                                "The eigenvalues stay what they are; a turn does not change them. Making them 1 takes a"
                                        + " rescaling, and that is what preconditioning is.")));
    }

    /** Beside it another matrix, as the figure prints how far its minimizer moves. */
    private static NumberPart mostSensitive(Random random) {
        int smallest = Tex.oneOf(random, 2, 4, 5, 8);
        int largest = smallest * Tex.between(random, 3, 9);
        double value = 10.0 / smallest;
        return new NumberPart(
                new Assignment(
                        "shift",
                        "The worst perturbation",
                        "The eigenvalues of $Q$ are $" + Tex.number(smallest / 10.0) + "$ and $"
                                + Tex.number(largest / 10.0) + "$. How far can the minimizer of"
                                + " $\\tfrac12x^\\top Qx+c^\\top x$ move when $c$ changes by a vector of length 1?",
                        List.of(
                                "The shift is $-Q^{-1}\\delta$. What are the eigenvalues of $Q^{-1}$?",
                                "The worst direction is the eigenvector of the smallest eigenvalue."),
                        "By $1/\\lambda_{\\min}=1/" + Tex.number(smallest / 10.0) + "=" + Tex.number(value)
                                + "$, when $\\delta$ points along the flattest direction.")
                        .beside(new Exhibit.Perturbation(
                                ComplexMatrix.rows(new double[] {2, 1}, new double[] {1, 3}),
                                "Another $Q$: drag $c$, or turn the change, and see where the minimizer goes.")),
                value,
                new NumberPart.Trap(
                        smallest / 10.0,
                        "That is the smallest eigenvalue itself; the way round is $1/\\lambda$.",
                        Slip.UPSIDE_DOWN),
                new NumberPart.Trap(largest / 10.0, "That is the largest eigenvalue; which one matters, and which way"
                        + " round?"),
                new NumberPart.Trap(
                        value - 10.0 / largest, "That is the difference of the longest and the shortest shift."),
                new NumberPart.Trap(
                        value + 10.0 / largest, "That is the sum of both shifts; $\\delta$ points along one direction."),
                new NumberPart.Trap(
                        10.0 / largest, "That is the least it can move: the direction in which $f$ is steepest."),
                new NumberPart.Trap(
                        (double) largest / smallest, "That is the condition number: how the worst compares with"
                                + " the best."));
    }
}
