package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.exercise.Exhibit.TypedMatrix.Shown;
import descentlab.exercise.OrderPart.Line;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;

/** The chapter's third exercise: Gerschgorin's circle theorem. */
final class Gerschgorin {

    static final Exercise EXERCISE = Exercise.of(
            "gerschgorin",
            "Where eigenvalues can be",
            "Gerschgorin's discs tell where eigenvalues lie at a glance. Compute some, prove the theorem, and find out"
                    + " what it does not say.",
            "Exercise 3",
            Gerschgorin::parts);

    private static final double CLEARLY = 1e-6;

    private Gerschgorin() {}

    private static List<Part> parts(Random random) {
        return List.of(
                Drawn.one(random, Gerschgorin::discs),
                Drawn.one(random, Gerschgorin::eigenvalues),
                place(random),
                proof().shuffled(random),
                falseClaim(),
                together());
    }

    /** Beside it another matrix, as the figure prints centers and radii. */
    private static EntriesPart discs(Random random) {
        double[] m = new double[9];
        for (int i = 0; i < 9; i++) {
            m[i] = i % 4 == 0 ? Tex.between(random, 4, 12) : Tex.between(random, -3, 3);
        }
        double[] answer = new double[6];
        for (int i = 0; i < 3; i++) {
            answer[2 * i] = m[4 * i];
            answer[2 * i + 1] = Math.abs(m[3 * i + (i + 1) % 3]) + Math.abs(m[3 * i + (i + 2) % 3]);
        }
        return new EntriesPart(
                new Assignment(
                        "discs",
                        "Three discs",
                        "Give the center and the radius of each row's disc of $" + Tex.matrix(3, m) + "$.",
                        List.of(
                                "The center of a row's disc is its diagonal entry.",
                                "The radius is the sum of the absolute values of the row's other entries."),
                        "Row by row, center and radius: "
                                + String.join(
                                        ", ",
                                        List.of(
                                                "$" + Tex.number(answer[0]) + "$ and $" + Tex.number(answer[1]) + "$",
                                                "$" + Tex.number(answer[2]) + "$ and $" + Tex.number(answer[3]) + "$",
                                                "$" + Tex.number(answer[4]) + "$ and $" + Tex.number(answer[5]) + "$"))
                                + ".")
                        .beside(Exhibit.OtherMatrix.of(
                                "Another matrix, and its rows' discs: point at one to see how it is made.",
                                new double[] {1, 0, 2},
                                new double[] {-1, -3, 0},
                                new double[] {1, 1, 6})),
                3,
                2,
                List.of("center", "radius"),
                DiscReasons.of(m, answer));
    }

    /** Beside it another matrix, as the figure prints the eigenvalues. */
    private static EntriesPart eigenvalues(Random random) {
        int middle = Tex.between(random, 3, 9);
        int b = Tex.between(random, 1, 4) * (random.nextBoolean() ? 1 : -1);
        return new EntriesPart(
                new Assignment(
                        "eigenvalues",
                        "Eigenvalues in their discs",
                        "What are the eigenvalues of $" + Tex.matrix(2, middle, b, b, middle)
                                + "$, in any order? (Both discs have center $" + middle + "$ and radius $" + Math.abs(b)
                                + "$: where in them do the eigenvalues lie?)",
                        List.of(
                                "$\\det(M-\\lambda I)=(" + middle + "-\\lambda)^2-" + b * b + "$.",
                                "$" + middle + "-\\lambda=\\pm" + Math.abs(b) + "$."),
                        "$" + (middle - Math.abs(b)) + "$ and $" + (middle + Math.abs(b))
                                + "$: both on the rim. The theorem's bound is reached, so it cannot be made tighter.")
                        .beside(Exhibit.OtherMatrix.of(
                                "Another matrix, whose two discs coincide. Let them grow from the diagonal, and see how far the"
                                        + " eigenvalues go with them.",
                                new double[] {-2, 1},
                                new double[] {1, -2})),
                2,
                1,
                List.of(),
                Rules.inAnyOrder(
                        middle - Math.abs(b),
                        middle + Math.abs(b),
                        Rules.trap("That is the center of both discs, the diagonal entry, twice.", middle, middle),
                        Rules.trap("Those are center and radius; the eigenvalues lie on the rim.", middle, Math.abs(b)),
                        Rules.trap("Those are the matrix's entries; the eigenvalues lie on the rim about the center.", middle, b),
                        Rules.trap("Those are a diameter from the center, twice too far.", middle - 2 * b, middle + 2 * b),
                        Rules.trap("$b$ came in squared: a root is missing.", middle - b * b, middle + b * b),
                        Rules.trap(
                                "A root too many: the distance from the center is $|b|$.",
                                middle - Math.sqrt(Math.abs(b)), middle + Math.sqrt(Math.abs(b))),
                        Rules.trap("That is plus and minus the radius; add the center.", -b, b),
                        Rules.trap(
                                "Those are the trace and the determinant: sum and product of the eigenvalues.",
                                2 * middle, middle * middle - b * b)));
    }

    /**
     * A block of two rows with the eigenvalues p +- qi, and a third row that is coupled to them by its own disc only:
     * p + k and p - k on the diagonal, and off it two numbers whose product is -(q^2 + k^2).
     */
    private static PlacePart place(Random random) {
        int p = Tex.between(random, -3, 3);
        int k = Tex.between(random, 1, 2);
        int q = Tex.between(random, 1, 2);
        int product = q * q + k * k;
        int b = product == 8 ? Tex.oneOf(random, 2, 4) : Tex.oneOf(random, 1, product);
        int sign = random.nextBoolean() ? 1 : -1;
        int t = p + Tex.oneOf(random, -4, -3, 3, 4);
        int r = Tex.between(random, -1, 1);
        int s = Tex.oneOf(random, -1, 1);
        double[][] rows = {{p + k, sign * b, 0}, {-sign * (product / b), p - k, 0}, {r, s, t}};
        ComplexMatrix matrix = ComplexMatrix.rows(rows);
        List<Complex> values = List.of(new Complex(p, q), new Complex(p, -q), new Complex(t));
        String block = Tex.matrix(2, p + k, sign * b, -sign * (product / b), p - k);
        return new PlacePart(
                new Assignment(
                        "place",
                        "Place them in the plane",
                        "Put a marker on each eigenvalue of $" + Tex.matrix(3, Arrays.stream(rows)
                                        .flatMapToDouble(Arrays::stream)
                                        .toArray())
                                + "$. Its rows' discs are drawn; the markers start at their centers. Drag the markers, or"
                                + " choose one and use the arrow keys, or type the places.",
                        List.of(
                                "The third column has one entry only, on the diagonal: expand $\\det(M-\\lambda I)$"
                                        + " along it.",
                                "$" + t + "$ is one. The others are those of $" + block + "$, which have the sum $"
                                        + 2 * p + "$ and the product $" + (p * p + q * q) + "$.",
                                "$\\lambda^2" + (p == 0 ? "" : Tex.plus(-2 * p) + "\\lambda") + Tex.plus(p * p + q * q)
                                        + "=0$ has no real root: $\\lambda=" + (p == 0 ? "" : p) + "\\pm\\sqrt{-" + q * q + "}$."),
                        "$" + t + "$ from the third column, and $" + (p == 0 ? "" : p) + "\\pm " + (q == 1 ? "" : q) + "i$ from the block $"
                                + block + "$, whose characteristic polynomial is $(" + p + "-\\lambda)^2+" + q * q
                                + "$. All lie in the union of the discs, as the theorem says" + empty(matrix, values) + "."),
                matrix,
                values);
    }

    /** Which disc holds no eigenvalue, if there is one, to be added to a sentence. */
    private static String empty(ComplexMatrix matrix, List<Complex> values) {
        return GerschgorinDisc.ofRows(matrix).stream()
                .filter(disc -> values.stream().allMatch(value -> disc.outside(value) > CLEARLY))
                .findFirst()
                .map(disc -> ", though row " + (disc.index() + 1) + "'s disc holds none of them")
                .orElse("");
    }

    private static OrderPart proof() {
        return new OrderPart(
                new Assignment(
                        "proof",
                        "Prove the theorem",
                        "Put together a proof that every eigenvalue $\\lambda$ of a matrix $A$ lies in one of the discs"
                                + " $|\\lambda-a_{ii}|\\le\\sum_{j\\ne i}|a_{ij}|$. Some of the lines do not belong.",
                        List.of(
                                "Begin with an eigenvector, and with its entry of largest size.",
                                "Read the eigenvalue equation in that row only, and separate the diagonal entry.",
                                "The triangle inequality, then that no entry is larger than the chosen one."),
                        "Let $Av=\\lambda v$ with $v\\ne0$ and $|v_i|$ largest. Row $i$ says"
                                + " $(\\lambda-a_{ii})v_i=\\sum_{j\\ne i}a_{ij}v_j$. So"
                                + " $|\\lambda-a_{ii}||v_i|\\le\\sum_{j\\ne i}|a_{ij}||v_j|\\le|v_i|\\sum_{j\\ne"
                                + " i}|a_{ij}|$,"
                                + " and $|v_i|>0$ divides out."),
                List.of(
                        Line.step(
                                "eigenvector",
                                "Let $Av=\\lambda v$ with $v\\ne0$, and let $v_i$ be an entry of $v$ of largest size.",
                                ""),
                        Line.step(
                                "positive",
                                "Since $v\\ne0$, $|v_i|>0$.",
                                "It speaks of $v_i$, and $v_i$ has not been introduced.",
                                "eigenvector"),
                        Line.step(
                                "row",
                                "Row $i$ of $Av=\\lambda v$ is $\\sum_j a_{ij}v_j=\\lambda v_i$.",
                                "It speaks of a row $i$ and of $v$, and nothing has said which.",
                                "eigenvector"),
                        Line.step(
                                "separate",
                                "So $(\\lambda-a_{ii})v_i=\\sum_{j\\ne i}a_{ij}v_j$.",
                                "It is row $i$ with the diagonal term moved over; row $i$ has to be written first.",
                                "row"),
                        Line.step(
                                "triangle",
                                "By the triangle inequality $|\\lambda-a_{ii}|\\,|v_i|\\le\\sum_{j\\ne"
                                        + " i}|a_{ij}|\\,|v_j|$.",
                                "It takes sizes on both sides of an equation that is not there yet.",
                                "separate"),
                        Line.step(
                                "largest",
                                "For every $j$, $|v_j|\\le|v_i|$.",
                                "It holds because of how $i$ was chosen, and $i$ has not been chosen yet.",
                                "eigenvector"),
                        Line.step(
                                "bound",
                                "So $|\\lambda-a_{ii}|\\,|v_i|\\le|v_i|\\sum_{j\\ne i}|a_{ij}|$.",
                                "It replaces each $|v_j|$ in the inequality before by $|v_i|$: that needs the"
                                        + " inequality,"
                                        + " and that $|v_j|\\le|v_i|$.",
                                "triangle",
                                "largest"),
                        Line.step(
                                "divide",
                                "Dividing by $|v_i|$: $|\\lambda-a_{ii}|\\le\\sum_{j\\ne i}|a_{ij}|$.",
                                "It divides the last inequality by $|v_i|$: that has to stand there, and $|v_i|$"
                                        + " has to be"
                                        + " known not to be $0$.",
                                "bound",
                                "positive"),
                        Line.distractor(
                                "diagonal",
                                "Let $i$ be the row whose diagonal entry $a_{ii}$ is largest.",
                                "The row has to be chosen by the eigenvector, not by the matrix: with another row the"
                                        + " bound on $|v_j|$ fails."),
                        Line.distractor(
                                "real",
                                "Since $A$ is symmetric, $\\lambda$ is real.",
                                "Nothing was said of $A$ being symmetric, and the theorem does not ask for it."),
                        Line.distractor(
                                "equal",
                                "For every $j$, $|v_j|=|v_i|$.",
                                "Only $\\le$ is true. An eigenvector such as $(1,0)$ has entries of different size.")));
    }

    /** Beside it all of the typed matrix: it is found by trying. */
    private static EntriesPart falseClaim() {
        return new EntriesPart(
                new Assignment(
                        "false-claim",
                        "What it does not say",
                        "Somebody claims: *each row's disc contains an eigenvalue*. Break the claim: give a real"
                                + " $2\\times2$ matrix with a row disc in which there is none.",
                        List.of(
                                "The theorem puts every eigenvalue into *some* disc. Both may lie in the same one.",
                                "Two discs that do not touch hold one eigenvalue each, so they have to overlap."
                                        + " Make one"
                                        + " disc small and the other large.",
                                "Try eigenvalues that are not real: a diagonal of $1,-1$ and off-diagonal entries of"
                                        + " opposite sign."),
                        "$" + Tex.matrix(2, 1, -1, 2, -1) + "$ has the eigenvalues $\\pm i$. The first disc, about $1$"
                                + " with radius $1$, holds neither: $|i-1|=\\sqrt2$.")
                        .beside(new Exhibit.TypedMatrix(2, Shown.EIGENVALUES)),
                2,
                2,
                List.of(),
                Rules.numbers(Gerschgorin::breaksTheClaim));
    }

    private static Verdict breaksTheClaim(double[] m) {
        double largest = Math.max(Math.max(Math.abs(m[0]), Math.abs(m[1])), Math.max(Math.abs(m[2]), Math.abs(m[3])));
        if (largest > 1e9) {
            return Verdict.wrong("Entries up to 1,000,000,000 in size are enough.");
        }
        ComplexMatrix matrix = ComplexMatrix.rows(new double[] {m[0], m[1]}, new double[] {m[2], m[3]});
        List<Complex> values = Spectrum.of(matrix).values();
        String found = "Its eigenvalues are "
                + values.stream().map(Gerschgorin::shown).collect(Collectors.joining(" and ")) + ". ";
        for (GerschgorinDisc disc : GerschgorinDisc.ofRows(matrix)) {
            if (values.stream().allMatch(value -> disc.outside(value) > CLEARLY * (largest + 1e-300))) {
                return Verdict.right(found + "The disc of row " + (disc.index() + 1) + ", about "
                        + shown(disc.center()) + " with radius " + Terms.rounded(disc.radius()) + ", holds neither.");
            }
        }
        return Verdict.wrong(found + "Each of its discs holds one.");
    }

    private static String shown(Complex z) {
        double scale = z.norm();
        double re = Math.abs(z.getRealPart()) < 1e-12 * scale ? 0 : z.getRealPart();
        double im = Math.abs(z.getImaginaryPart()) < 1e-12 * scale ? 0 : z.getImaginaryPart();
        return ComplexText.print(new Complex(
                Double.parseDouble(Terms.rounded(re)), Double.parseDouble(Terms.rounded(im))));
    }

    /** Beside it both kinds of discs: that they hold the eigenvalues is seen, and why is asked. */
    private static ChoicePart together() {
        return new ChoicePart(
                new Assignment(
                        "transposed",
                        "Rows or columns",
                        "Why does each eigenvalue also lie in one of the *column* discs?",
                        List.of("Of which matrix are the column discs the row discs?"),
                        "$A^\\top$ has the eigenvalues of $A$, and the columns of $A$ are its rows.")
                        .beside(Exhibit.OtherMatrix.of(
                                "A matrix that is not symmetric. Show its column discs, too.",
                                new double[] {1, 0, 2},
                                new double[] {-1, -3, 0},
                                new double[] {1, 1, 6})),
                List.of(
                        new Option(
                                "$A^\\top$ has the same eigenvalues, and its rows are the columns of $A$.",
                                true,
                                "Yes: apply the theorem to the transpose. Both sets of discs hold; take whichever"
                                        + " is smaller."),
                        new Option(
                                "The column discs are as large as the row discs.",
                                false,
                                "They have the same centers but may have quite other radii."),
                        new Option(
                                "It does not, unless $A$ is symmetric.",
                                false,
                                "It does for every square matrix.")));
    }
}
