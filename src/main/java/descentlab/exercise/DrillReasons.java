package descentlab.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes one may make with a bowl, and what to say of them. */
final class DrillReasons {

    private DrillReasons() {}

    /** Where it is diagonal, its diagonal entries are the eigenvalues, and whoever says so makes no mistake. */
    private static boolean coupled(Bowl bowl) {
        return bowl.b() != 0;
    }

    static Rules.Trap[] eigenvalues(Bowl bowl) {
        double trace = bowl.a() + bowl.d();
        double root = bowl.large() - bowl.small();
        double det = bowl.a() * bowl.d() - bowl.b() * bowl.b();
        List<Rules.Trap> traps = new ArrayList<>(List.of(
                Rules.trap("Those are the trace and the determinant: sum and product of the eigenvalues.", trace, det),
                Rules.trap(
                        "The root of the discriminant is missing.",
                        (trace - root * root) / 2, (trace + root * root) / 2),
                Rules.trap("The root, too, is to be halved.", trace / 2 - root, trace / 2 + root),
                Rules.trap("Each is off by one: their sum is to be the trace.", bowl.small() + 1, bowl.large() + 1),
                Rules.trap("Each is off by one: their sum is to be the trace.", bowl.small() - 1, bowl.large() - 1)));
        if (coupled(bowl)) {
            traps.add(Rules.trap("Those are the diagonal entries.", bowl.a(), bowl.d()));
        }
        return traps.toArray(Rules.Trap[]::new);
    }

    static NumberPart.Trap[] kappa(Bowl bowl) {
        List<NumberPart.Trap> traps = new ArrayList<>(List.of(
                new NumberPart.Trap(
                        1 / bowl.kappa(), "The other way round: a condition number is at least 1.", Slip.UPSIDE_DOWN),
                new NumberPart.Trap(
                        bowl.large() - bowl.small(), "That is the difference of the eigenvalues, not their quotient."),
                new NumberPart.Trap(
                        bowl.large() * bowl.small(), "That is the product of the eigenvalues, the determinant."),
                new NumberPart.Trap(bowl.large() + bowl.small(), "That is the sum of the eigenvalues, the trace."),
                new NumberPart.Trap(bowl.large(), "That is the largest eigenvalue; divide it by the smallest."),
                new NumberPart.Trap(bowl.small(), "That is the smallest eigenvalue; divide the largest by it.")));
        if (coupled(bowl)) {
            traps.add(diagonalEntries(bowl));
        }
        return traps.toArray(NumberPart.Trap[]::new);
    }

    private static NumberPart.Trap diagonalEntries(Bowl bowl) {
        return new NumberPart.Trap(
                Math.max(bowl.a(), bowl.d()) / Math.min(bowl.a(), bowl.d()),
                "That is the quotient of the diagonal entries; they are not the eigenvalues.");
    }

    static NumberPart.Trap[] stableRate(Bowl bowl) {
        List<NumberPart.Trap> traps = new ArrayList<>(List.of(
                new NumberPart.Trap(1 / bowl.large(), "There the steepest direction is solved in one step. Twice"
                        + " that is the bound.", Slip.HALF),
                new NumberPart.Trap(2 / bowl.small(), "That is the bound of the flat direction; the steep one is"
                        + " stricter."),
                new NumberPart.Trap(1 / bowl.small(), "There the flat direction is solved in one step; the steep one is"
                        + " stricter."),
                new NumberPart.Trap(
                        2 / (bowl.small() + bowl.large()), "That is the fastest rate, not the largest stable one."),
                new NumberPart.Trap(bowl.large(), "That is the largest eigenvalue itself; the rate is 2 over it."),
                new NumberPart.Trap(bowl.kappa(), "That is the condition number.")));
        if (coupled(bowl)) {
            traps.add(new NumberPart.Trap(
                    2 / Math.max(bowl.a(), bowl.d()), "That is 2 over a diagonal entry, which is no eigenvalue."));
        }
        return traps.toArray(NumberPart.Trap[]::new);
    }

    static NumberPart.Trap[] bestRate(Bowl bowl) {
        List<NumberPart.Trap> traps = new ArrayList<>(List.of(
                new NumberPart.Trap(
                        1 / (bowl.small() + bowl.large()),
                        "A factor of 2 is missing: both factors are to have the same size.",
                        Slip.HALF),
                new NumberPart.Trap(2 / bowl.large(), "That is the largest stable rate; there the steep direction does not"
                        + " shrink at all."),
                new NumberPart.Trap(1 / bowl.large(), "There the steep direction is solved in one step, and the flat one is"
                        + " slower."),
                new NumberPart.Trap(1 / bowl.small(), "There the flat direction is solved in one step, and the steep one"
                        + " is not."),
                new NumberPart.Trap(2 / bowl.small(), "That is the bound of the flat direction; the steep one runs away."),
                new NumberPart.Trap(
                        2 / (bowl.large() - bowl.small()), "The sum of the eigenvalues divides, not their difference."),
                new NumberPart.Trap(
                        2 / (bowl.large() * bowl.small()), "The sum of the eigenvalues divides, not their product."),
                new NumberPart.Trap(
                        bowl.small() + bowl.large(), "That is the sum of the eigenvalues; the rate is 2 over it.")));
        return traps.toArray(NumberPart.Trap[]::new);
    }

    /** @param radii of the rows of a symmetric matrix */
    static NumberPart.Trap[] discBound(int[][] m, int[] radii) {
        int bound = Integer.MIN_VALUE;
        int least = Integer.MAX_VALUE;
        int unsigned = Integer.MIN_VALUE;
        int largestOther = Integer.MIN_VALUE;
        int diagonal = Integer.MIN_VALUE;
        int radius = Integer.MIN_VALUE;
        for (int i = 0; i < radii.length; i++) {
            int one = m[i][(i + 1) % 3];
            int other = m[i][(i + 2) % 3];
            bound = Math.max(bound, m[i][i] + radii[i]);
            least = Math.min(least, m[i][i] - radii[i]);
            unsigned = Math.max(unsigned, m[i][i] + one + other);
            largestOther = Math.max(largestOther, m[i][i] + Math.max(Math.abs(one), Math.abs(other)));
            diagonal = Math.max(diagonal, m[i][i]);
            radius = Math.max(radius, radii[i]);
        }
        int value = bound;
        return Stream.of(
                        new NumberPart.Trap(diagonal, "That is the largest diagonal entry, a center; its disc reaches farther."),
                        new NumberPart.Trap(radius, "That is the largest radius; a disc reaches that far from its center."),
                        new NumberPart.Trap(least, "That is the lower bound: how far to the left the discs reach."),
                        new NumberPart.Trap(
                                unsigned, "Entries count by their absolute values, so that signs do not cancel."),
                        new NumberPart.Trap(
                                largestOther, "The radius is the sum of the sizes of both other entries, not the larger one."),
                        new NumberPart.Trap(
                                diagonal + radius, "Center and radius are to be those of the same row."),
                        new NumberPart.Trap(m[0][0] + m[1][1] + m[2][2], "That is the trace, the sum of all eigenvalues."))
                .filter(trap -> trap.value() != value)
                .toArray(NumberPart.Trap[]::new);
    }

    static Rules.Trap[] three(Bowl bowl, int alone) {
        double trace = bowl.a() + bowl.d();
        double det = bowl.a() * bowl.d() - bowl.b() * bowl.b();
        double root = bowl.large() - bowl.small();
        return new Rules.Trap[] {
            Rules.trap("Those are the diagonal entries; two of the rows are coupled.", bowl.a(), bowl.d(), alone),
            Rules.trap("Those of the block are its trace and determinant: sum and product of its eigenvalues.", trace, det, alone),
            Rules.trap("The root, too, is to be halved.", trace / 2 - root, trace / 2 + root, alone),
            Rules.trap(
                    "Off by one: the sum of all is to be the trace.", bowl.small() + 1, bowl.large() + 1, alone + 1),
            Rules.trap(
                    "Off by one: the sum of all is to be the trace.", bowl.small() - 1, bowl.large() - 1, alone - 1),
            Rules.trap(
                    "The entry off the diagonal is not simply added and subtracted.",
                    bowl.a() + bowl.b(), bowl.d() - bowl.b(), alone)
        };
    }

    /**
     * With a first coordinate in another unit.
     *
     * @param after the matrix in that unit
     */
    static NumberPart.Trap[] otherUnit(Bowl after, int unit) {
        double a = after.a() / (unit * unit);
        double b = after.b() / unit;
        double d = after.d();
        return Stream.of(
                        new NumberPart.Trap(kappa(a, b, d), "That is the condition number in the old unit."),
                        new NumberPart.Trap(
                                kappa(a / (unit * unit), b / unit, d),
                                "That is the other way round: $x_1$ is put in, so entries are multiplied."),
                        new NumberPart.Trap(
                                kappa(a * unit, after.b(), d), "$y_1$ is squared in the first entry, and so is the factor."),
                        new NumberPart.Trap(
                                kappa(after.a(), b, d), "The entry off the diagonal takes the factor, too, once."),
                        new NumberPart.Trap(
                                1 / after.kappa(), "The other way round: a condition number is at least 1.", Slip.UPSIDE_DOWN),
                        new NumberPart.Trap(after.large(), "That is the largest eigenvalue; divide it by the smallest."),
                        new NumberPart.Trap(after.small(), "That is the smallest eigenvalue; divide the largest by it."),
                        diagonalEntries(after))
                .filter(trap -> Double.isFinite(trap.value()) && Math.abs(trap.value() - after.kappa()) > 1e-9)
                .toArray(NumberPart.Trap[]::new);
    }

    /** Of [[a, b], [b, d]]; not a number where that is not positive definite. */
    private static double kappa(double a, double b, double d) {
        double root = Math.sqrt((a - d) * (a - d) + 4 * b * b);
        double small = (a + d - root) / 2;
        return small > 0 ? (a + d + root) / 2 / small : Double.NaN;
    }

    static Rules.Trap[] direction(Bowl bowl) {
        double x = bowl.flat1();
        double y = bowl.flat2();
        List<Rules.Trap> traps = new ArrayList<>();
        traps.add(Rules.trap("It is the eigenvector of the largest eigenvalue, the steep direction.", -y, x));
        if (coupled(bowl)) {
            traps.add(Rules.trap("One entry has the wrong sign.", x, -y));
            traps.add(Rules.trap("Its entries are swapped.", y, x));
            traps.add(Rules.trap("It is an axis, and the matrix is not diagonal.", 1, 0));
            traps.add(Rules.trap("It is an axis, and the matrix is not diagonal.", 0, 1));
            traps.add(Rules.trap("It is a row of the matrix.", bowl.a(), bowl.b()));
            traps.add(Rules.trap("It is a row of the matrix.", bowl.b(), bowl.d()));
        } else {
            traps.add(Rules.trap("Its entries are swapped: which axis has the smallest diagonal entry?", y, x));
            traps.add(Rules.trap("It is the row of the larger diagonal entry.", y * bowl.a(), x * bowl.d()));
        }
        traps.add(Rules.trap("It is made of the diagonal entries.", bowl.a(), bowl.d()));
        traps.add(Rules.trap("It is made of the eigenvalues; an eigenvector is asked for.", bowl.small(), bowl.large()));
        return traps.toArray(Rules.Trap[]::new);
    }

    static NumberPart.Trap[] rescaled(Bowl bowl) {
        double rho = Math.abs(bowl.b()) / Math.sqrt(bowl.a() * bowl.d());
        double flat = Math.abs(bowl.b()) / (bowl.a() * bowl.d());
        return new NumberPart.Trap[] {
            new NumberPart.Trap(bowl.kappa(), "That is the condition number before the rescaling."),
            new NumberPart.Trap(1 + rho, "That is the largest eigenvalue; divide it by the smallest."),
            new NumberPart.Trap(1 - rho, "That is the smallest eigenvalue; divide the largest by it."),
            new NumberPart.Trap(1 / (1 - rho), "The largest eigenvalue is $1+|\\rho|$, not 1."),
            new NumberPart.Trap(rho, "That is $|\\rho|$, the entry off the diagonal."),
            new NumberPart.Trap((1 + flat) / (1 - flat), "A root is missing in $\\rho=Q_{12}/\\sqrt{Q_{11}Q_{22}}$."),
            diagonalEntries(bowl)
        };
    }
}
