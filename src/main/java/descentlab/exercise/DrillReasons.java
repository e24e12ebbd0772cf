package descentlab.exercise;

import java.util.ArrayList;
import java.util.List;

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
