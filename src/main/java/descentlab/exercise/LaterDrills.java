package descentlab.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What drills go on with once the first kinds have been done at all their levels: further kinds join from round to round,
 * and the numbers go on growing.
 */
final class LaterDrills {

    /**
     * A kind, and the round in which it joins.
     *
     * @param since from 0
     */
    private record Joining(DrillKind kind, int since) {}

    private static final List<Joining> KINDS = List.of(
            new Joining(LaterDrills::adagrad, 0),
            new Joining(LaterDrills::bestRate, 0),
            new Joining((id, random, level) -> Drills.eigenvalues(id, Bowl.larger(random, level)), 0),
            new Joining((id, random, level) -> Drills.kappa(id, Bowl.larger(random, level)), 0),
            new Joining(LaterDrills::discBound, 1),
            new Joining((id, random, level) -> Drills.stableRate(id, Bowl.larger(random, level)), 0),
            new Joining(Steps::momentum, 1),
            new Joining((id, random, level) -> Drills.direction(id, Bowl.larger(random, level)), 0),
            new Joining(LaterDrills::threeEigenvalues, 2),
            new Joining((id, random, level) -> Drills.rescaled(id, Bowl.larger(random, level)), 0),
            new Joining(Steps::twoSteps, 2),
            new Joining(LaterDrills::otherUnit, 3));

    private LaterDrills() {}

    /**
     * Draws one.
     *
     * @param place among the later drills, from 0
     * @param random draws the same whenever asked
     */
    static Part part(String id, int place, Random random) {
        int round = 0;
        int left = place;
        while (left >= kinds(round).size()) {
            left -= kinds(round).size();
            round++;
        }
        DrillKind kind = kinds(round).get(left);
        int level = 2 + round;
        return Drawn.one(random, source -> kind.make(id, source, level));
    }

    private static List<DrillKind> kinds(int round) {
        return KINDS.stream().filter(each -> each.since() <= round).map(Joining::kind).toList();
    }

    /** The sum, the step and the place in turn. */
    private static Part adagrad(String id, Random random, int level) {
        return switch (level % 3) {
            case 0 -> Steps.change(id, random, level);
            case 1 -> Steps.sum(id, random, level);
            default -> Steps.next(id, random, level);
        };
    }

    private static NumberPart bestRate(String id, Random random, int level) {
        Bowl bowl = Bowl.larger(random, level);
        String sum = Tex.number(Drills.clean(bowl.a() + bowl.d()));
        return new NumberPart(
                new Assignment(
                        id,
                        "The rate that suits both",
                        "At which learning rate does gradient descent on $\\tfrac12x^\\top Qx$ shrink both eigendirections"
                                + " of $Q=" + bowl.tex() + "$ by the same factor?",
                        List.of(
                                "$1-\\eta\\lambda_{\\min}=-(1-\\eta\\lambda_{\\max})$.",
                                "$2/(\\lambda_{\\min}+\\lambda_{\\max})$, and the sum of the eigenvalues is the trace."),
                        "$2/(\\lambda_{\\min}+\\lambda_{\\max})=2/" + sum + Drills.rounded(2 / (bowl.a() + bowl.d()))
                                + "$: the sum of the eigenvalues is the trace, so they need not be known."),
                2 / (bowl.a() + bowl.d()),
                DrillReasons.bestRate(bowl));
    }

    private static NumberPart discBound(String id, Random random, int level) {
        int[][] m = new int[3][3];
        for (int i = 0; i < 3; i++) {
            m[i][i] = Tex.between(random, 2, 8 + Growth.of(level));
            for (int j = 0; j < i; j++) {
                m[i][j] = Tex.between(random, -4, 4);
                m[j][i] = m[i][j];
            }
        }
        Discs discs = new Discs(m);
        return NumberPart.bound(
                new Assignment(
                        id,
                        "What the discs allow",
                        "Which upper bound on the largest eigenvalue do the discs of $"
                                + Tex.matrix(3, Arrays.stream(m).flatMapToInt(Arrays::stream).asDoubleStream().toArray())
                                + "$ give?",
                        List.of(
                                "The matrix is symmetric, so its eigenvalues are real: how far to the right does each disc"
                                        + " reach?",
                                "Each row's diagonal entry plus the sizes of its other entries; the largest of the three."),
                        "The discs reach to $" + discs.end(0) + "$, $" + discs.end(1) + "$ and $" + discs.end(2)
                                + "$: no eigenvalue is above $" + discs.bound() + "$."),
                discs.bound(),
                discs.traps());
    }

    /** Two rows that only know each other, and a third. */
    private static EntriesPart threeEigenvalues(String id, Random random, int level) {
        Bowl bowl = Bowl.whole(random, level);
        int alone = Tex.between(random, 1, 9 + Growth.of(level));
        int at = random.nextInt(3);
        int first = at == 0 ? 1 : 0;
        int last = at == 2 ? 1 : 2;
        double[] m = new double[9];
        m[4 * at] = alone;
        m[4 * first] = bowl.a();
        m[4 * last] = bowl.d();
        m[3 * first + last] = bowl.b();
        m[3 * last + first] = bowl.b();
        return new EntriesPart(
                new Assignment(
                        id,
                        "Three eigenvalues",
                        "What are the eigenvalues of $" + Tex.matrix(3, m) + "$, in any order?",
                        List.of(
                                "Row " + (at + 1) + " has one entry only, on the diagonal. What does that say?",
                                "$" + alone + "$ is one. The others are those of $" + bowl.tex() + "$."),
                        "$" + alone + "$, as row " + (at + 1) + " has no other entry, and those of $" + bowl.tex() + "$: "
                                + Drills.both(bowl) + "."),
                3,
                1,
                List.of(),
                Rules.inAnyOrder(
                        new double[] {bowl.small(), bowl.large(), alone}, DrillReasons.three(bowl, alone)));
    }

    /** Drawn from the matrix after the change, so that its eigenvalues are whole. */
    private static NumberPart otherUnit(String id, Random random, int level) {
        int unit = Tex.between(random, 2, 3);
        Bowl after = Bowl.whole(random, level);
        while (after.a() % (unit * unit) != 0 || after.b() % unit != 0) {
            after = Bowl.whole(random, level);
        }
        double a = after.a() / (unit * unit);
        double b = after.b() / unit;
        return new NumberPart(
                new Assignment(
                        id,
                        "In another unit",
                        "$f(x)=\\tfrac12x^\\top Qx$ has $Q=" + Tex.matrix(2, a, b, b, after.d())
                                + "$. The first coordinate is measured in another unit: $x_1=" + unit
                                + "\\,y_1$. What is the condition number of the matrix of $f$ in the coordinates $y_1$ and"
                                + " $x_2$?",
                        List.of(
                                "Put $x_1=" + unit + "\\,y_1$ into $f$ and collect: $y_1^2$ gets the factor $" + unit
                                        + "^2$, and $y_1x_2$ the factor $" + unit + "$.",
                                "The matrix becomes $" + after.tex() + "$."),
                        "The matrix becomes $" + after.tex() + "$. With " + Drills.both(after) + ", $\\kappa="
                                + Drills.shown(after.kappa()) + "$."),
                after.kappa(),
                DrillReasons.otherUnit(after, unit));
    }

    /** The discs of a symmetric matrix of whole numbers. */
    private record Discs(int[][] m) {

        int radius(int i) {
            return Math.abs(m[i][(i + 1) % 3]) + Math.abs(m[i][(i + 2) % 3]);
        }

        int end(int i) {
            return m[i][i] + radius(i);
        }

        int bound() {
            return Math.max(end(0), Math.max(end(1), end(2)));
        }

        NumberPart.Trap[] traps() {
            return DrillReasons.discBound(m, new int[] {radius(0), radius(1), radius(2)});
        }
    }
}
