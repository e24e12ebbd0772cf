package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.exercise.Exhibit.TypedMatrix.Shown;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.Condition;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.Spectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The chapter's fourth exercise: what the discs say of the matrix rescaled by its diagonal. */
final class Rescaled {

    private static final Exhibit ANOTHER = Exhibit.OtherMatrix.of(
            "Another matrix that is rescaled: both of its discs are the same.",
            new double[] {1, 0.3},
            new double[] {0.3, 1});

    static final Exercise EXERCISE = Exercise.of(
            "rescaled",
            "The cheap preconditioner",
            "Dividing by the diagonal costs nearly nothing. The discs tell what it is worth, and when they tell"
                    + " nothing.",
            "Exercise 4",
            Rescaled::parts);

    /** A radius that is 1 may come out as the number before it, as roots are rounded. */
    private static final double ROUNDING = 1e-12;

    private Rescaled() {}

    private static List<Part> parts(Random random) {
        List<Part> parts = new ArrayList<>(Drawn.clear(random, Rescaled::computed));
        parts.addAll(List.of(silence(), silentMatrix(), noGain()));
        return parts;
    }

    /** Beside the first the discs alone, as the next ask for their numbers; beside those a matrix of other numbers. */
    private static List<Part> computed(Random random) {
        int a = Tex.between(random, 1, 3);
        int b = Tex.between(random, 4, 10);
        int tenths = Tex.oneOf(random, 2, 4, 5, 6, 8);
        double rho = tenths / 10.0;
        double off = Math.round(rho * a * b * 10) / 10.0;
        String q = "Q=" + Tex.matrix(2, a * a, off, off, b * b);
        return List.of(
                new EntriesPart(
                        new Assignment(
                                "rescale",
                                "Rescale one",
                                "What is $\\operatorname{diag}(Q)^{-1/2}\\,Q\\,\\operatorname{diag}(Q)^{-1/2}$"
                                        + " for $" + q
                                        + "$?",
                                List.of(
                                        "Entry $ij$ is $Q_{ij}/\\sqrt{Q_{ii}Q_{jj}}$.",
                                        "The diagonal becomes $1$; off it, divide by $" + a + "\\cdot" + b + "$."),
                                "$" + Tex.matrix(2, 1, rho, rho, 1) + "$: the diagonal is $1$, and $"
                                        + Tex.number(off) + "/(" + a + "\\cdot" + b + ")=" + Tex.number(rho) + "$.")
                                .beside(new Exhibit.TypedMatrix(2, Shown.DISCS)),
                        2,
                        2,
                        List.of(),
                        Rules.values(
                                new double[] {1, rho, rho, 1},
                                Rules.trap(
                                        "Each row is divided by its diagonal entry. Divide from both sides by the roots,"
                                                + " and it stays symmetric.",
                                        1, off / (a * a), off / (b * b), 1),
                                Rules.trap(
                                        "Each column is divided by its diagonal entry. Divide from both sides by the"
                                                + " roots, and it stays symmetric.",
                                        1, off / (b * b), off / (a * a), 1),
                                Rules.trap(
                                        "A root is missing: that divides by the diagonal entries on both sides.",
                                        1.0 / (a * a), off / (a * a * b * b), off / (a * a * b * b), 1.0 / (b * b)),
                                Rules.trap(
                                        "A root is missing: divide by $\\sqrt{Q_{11}Q_{22}}$.",
                                        1, off / (a * a * b * b), off / (a * a * b * b), 1),
                                Rules.trap("The entries off the diagonal are to be divided, too.", 1, off, off, 1),
                                Rules.trap(
                                        "That is rescaled from the left only; it needs both sides.",
                                        a, off / a, off / b, b),
                                Rules.trap(
                                        "That is rescaled from the right only; it needs both sides.",
                                        a, off / b, off / a, b),
                                Rules.trap("That is $Q$ itself, not rescaled.", a * a, off, off, b * b),
                                Rules.trap("Swapped: the ones belong to the diagonal.", rho, 1, 1, rho),
                                Rules.trap("The diagonal is to be rescaled, too.", a * a, rho, rho, b * b),
                                Rules.trap("The entries off the diagonal do not become zero.", 1, 0, 0, 1))),
                new EntriesPart(
                        new Assignment(
                                "discs",
                                "Its discs",
                                "Give center and radius of each disc of $" + Tex.matrix(2, 1, rho, rho, 1) + "$.",
                                List.of("Rescaled by its diagonal, every matrix has its discs about the same point."),
                                "Both have center $1$ and radius $" + Tex.number(rho) + "$.")
                                .beside(ANOTHER),
                        2,
                        2,
                        List.of("center", "radius"),
                        DiscReasons.of(new double[] {1, rho, rho, 1}, 1, rho, 1, rho)),
                NumberPart.bound(
                        new Assignment(
                                "bound",
                                "A bound on the condition number",
                                "All discs of a rescaled symmetric matrix have center $1$; let the largest radius"
                                        + " be $r="
                                        + Tex.number(rho) + "$. Which bound on"
                                        + " $\\kappa=\\lambda_{\\max}/\\lambda_{\\min}$"
                                        + " follows?",
                                List.of(
                                        "Between which two numbers do all eigenvalues lie?",
                                        "$\\kappa\\le(1+r)/(1-r)$."),
                                "All eigenvalues lie between $1-r$ and $1+r$, so $\\kappa\\le(1+r)/(1-r)="
                                        + Tex.fraction(10 + tenths, 10 - tenths) + "$.")
                                .beside(ANOTHER),
                        (1 + rho) / (1 - rho),
                        new NumberPart.Trap(1 + rho, "That bounds the largest eigenvalue. And the smallest?"),
                        new NumberPart.Trap(1 - rho, "That bounds the smallest eigenvalue. And the largest?"),
                        new NumberPart.Trap(1 / (1 - rho), "The largest eigenvalue is not 1 but up to $1+r$."),
                        new NumberPart.Trap(2 * rho, "That is the width of the interval; a quotient is asked for."),
                        new NumberPart.Trap(rho, "That is the radius itself."),
                        new NumberPart.Trap(1 / rho, "That is one over the radius."),
                        new NumberPart.Trap(
                                (1 + rho) / (rho - 1),
                                "Mind the sign of the denominator: the smallest is $1-r$.",
                                Slip.SIGN),
                        new NumberPart.Trap(
                                (1 - rho) / (1 + rho),
                                "Upside down: $\\kappa$ is at least 1.",
                                Slip.UPSIDE_DOWN)));
    }

    /** Beside it a larger matrix than is to be built next. */
    private static ChoicePart silence() {
        return new ChoicePart(
                new Assignment(
                        "silence",
                        "When it says nothing",
                        "The largest radius of a rescaled positive definite matrix is $r=1.2$. What do the discs say of"
                                + " its condition number?",
                        List.of("What is the smallest number in a disc about $1$ with radius $1.2$?"),
                        "Nothing: the discs reach below $0$, so they leave open how close to $0$ the smallest"
                                + " eigenvalue"
                                + " is. The matrix may be well conditioned all the same.")
                        .beside(Exhibit.OtherMatrix.of(
                                "A rescaled matrix with that radius: its discs, and where its eigenvalues are.",
                                new double[] {1, 0.4, 0.4, 0.4},
                                new double[] {0.4, 1, 0.4, 0.4},
                                new double[] {0.4, 0.4, 1, 0.4},
                                new double[] {0.4, 0.4, 0.4, 1})),
                List.of(
                        new Option(
                                "Nothing: the discs reach below 0.",
                                true,
                                "Yes. From $r=1$ on there is no lower bound on $\\lambda_{\\min}$ above $0$, and"
                                        + " with it no"
                                        + " bound on $\\kappa$."),
                        new Option(
                                "$\\kappa\\le|(1+r)/(1-r)|=11$.",
                                false,
                                "The formula comes from $\\lambda_{\\min}\\ge1-r$, and that is $-0.2$ here: no help."),
                        new Option(
                                "The matrix has a negative eigenvalue.",
                                false,
                                "The discs reach below $0$, but they only bound where eigenvalues *can* be. The"
                                        + " matrix is"
                                        + " positive definite.")));
    }

    /** Beside it all of the typed matrix: it is found by trying. */
    private static EntriesPart silentMatrix() {
        return new EntriesPart(
                new Assignment(
                        "silent-matrix",
                        "Build one",
                        "Give a symmetric positive definite $3\\times3$ matrix for which the discs of its rescaled"
                                + " form say nothing: the largest radius is to be at least $1$.",
                        List.of(
                                "Start from a diagonal of ones: it is its own rescaled form.",
                                "Make all other entries the same $\\rho$. The eigenvalues are $1-\\rho$, twice, and"
                                        + " $1+2\\rho$."),
                        "With $1$ on the diagonal and $0.6$ elsewhere the radius is $1.2$, and the eigenvalues"
                                + " $0.4$, $0.4$"
                                + " and $2.2$ are positive: $\\kappa=5.5$.")
                        .beside(new Exhibit.TypedMatrix(3, Shown.RESCALED_TOO)),
                3,
                3,
                List.of(),
                Rules.numbers(m -> {
                    ComplexMatrix matrix = ComplexMatrix.real(3, (i, j) -> m[3 * i + j]);
                    String refused = refused(m, 3, matrix);
                    if (!refused.isEmpty()) {
                        return Verdict.wrong(refused);
                    }
                    return switch (DiagonalPreconditioning.of(matrix)) {
                        case DiagonalPreconditioning.Impossible impossible -> Verdict.wrong(impossible.reason());
                        case DiagonalPreconditioning.Applied applied -> applied.largestRadius() >= 1 - ROUNDING
                                ? Verdict.right("Positive definite, and the largest radius is "
                                        + Terms.rounded(applied.largestRadius()) + ": the discs say nothing.")
                                : Verdict.wrong("Positive definite, but the largest radius is "
                                        + Terms.rounded(applied.largestRadius()) + ", below 1: the discs do say"
                                        + " something.");
                    };
                }));
    }

    /** Beside it all of the typed matrix: it is found by trying. */
    private static EntriesPart noGain() {
        return new EntriesPart(
                new Assignment(
                        "no-gain",
                        "When rescaling gains nothing",
                        "Give a symmetric positive definite $2\\times2$ matrix with condition number at least"
                                + " $10$ that the"
                                + " rescaling by its diagonal does not improve at all.",
                        List.of(
                                "What does the rescaling do if the diagonal entries are equal?",
                                "$" + Tex.matrix(2, 1, 0, 0, 1).replace("0", "\\rho")
                                        + "$ has the eigenvalues $1\\pm\\rho$."),
                        "Equal diagonal entries and a large entry off the diagonal: $" + Tex.matrix(2, 1, 0.9, 0.9, 1)
                                + "$ has $\\kappa=1.9/0.1=19$ before and after. It is a long valley at $45°$.")
                        .beside(new Exhibit.TypedMatrix(2, Shown.RESCALED_TOO)),
                2,
                2,
                List.of(),
                Rules.numbers(m -> {
                    ComplexMatrix matrix = ComplexMatrix.real(2, (i, j) -> m[2 * i + j]);
                    String refused = refused(m, 2, matrix);
                    if (!refused.isEmpty()) {
                        return Verdict.wrong(refused);
                    }
                    double before = kappa(matrix);
                    double after = DiagonalPreconditioning.of(matrix)
                                    instanceof DiagonalPreconditioning.Applied applied
                            ? kappa(applied.matrix())
                            : Double.NaN;
                    String found = "Its condition number is " + Terms.rounded(before) + ", and "
                            + Terms.rounded(after) + " once rescaled. ";
                    if (before < 10 * (1 - 1e-9)) {
                        return Verdict.wrong(found + "It is to be at least 10.");
                    }
                    return after >= before * (1 - 1e-6)
                            ? Verdict.right(found + "No gain at all.")
                            : Verdict.wrong(found + "That is a gain.");
                }));
    }

    private static double kappa(ComplexMatrix matrix) {
        return Condition.of(matrix, Spectrum.of(matrix)) instanceof Condition.Known known ? known.kappa() : Double.NaN;
    }

    /** Why the entries are no moderate symmetric positive definite matrix, or empty if they are one. */
    private static String refused(double[] m, int n, ComplexMatrix matrix) {
        for (double entry : m) {
            if (Math.abs(entry) > 1e9) {
                return "Entries up to 1,000,000,000 in size are enough.";
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (m[n * i + j] != m[n * j + i]) {
                    return "It is not symmetric: entries " + (i + 1) + "," + (j + 1) + " and " + (j + 1) + ","
                            + (i + 1) + " differ.";
                }
            }
        }
        return Double.isNaN(kappa(matrix)) ? "It is not positive definite." : "";
    }
}
