package descentlab.exercise;

import descentlab.exercise.EntriesPart.Rule;
import descentlab.exercise.Rules.Trap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The mistakes one may make with centers and radii, and what to say of them. */
final class DiscReasons {

    private DiscReasons() {}

    /**
     * The rule for the row discs of a matrix.
     *
     * @param matrix row by row
     * @param discs center and radius of each row
     */
    static Rule of(double[] matrix, double... discs) {
        int n = discs.length / 2;
        List<Trap> traps = new ArrayList<>();
        traps.add(new Trap(
                "Center and radius are swapped.", each(n, (i, center) -> discs[2 * i + (center ? 1 : 0)])));
        traps.add(radii(
                "The diagonal entry is the center; it does not count in the radius: that is the right end of the disc.",
                discs,
                (i, center) -> discs[2 * i] + discs[2 * i + 1]));
        traps.add(radii(
                "The diagonal entry is the center; it does not count in the radius.",
                discs,
                (i, center) -> Math.abs(discs[2 * i]) + discs[2 * i + 1]));
        traps.add(radii("That is the diameter: twice the radius.", discs, (i, center) -> 2 * discs[2 * i + 1]));
        traps.add(new Trap(
                "The order is row by row: each line is one disc, its center and then its radius.",
                each(n, (i, center) -> listed(discs, 2 * i + (center ? 0 : 1)))));
        traps.add(new Trap(
                "Those are the ends of the interval that the disc covers.",
                each(n, (i, center) -> discs[2 * i] + (center ? -1 : 1) * discs[2 * i + 1])));
        traps.add(new Trap("The center is the diagonal entry, not 0.", each(n, (i, center) -> center ? 0 : discs[2 * i + 1])));
        traps.add(radii(
                "Those are sums down the columns; row discs add up along the rows.",
                discs,
                (i, center) -> sum(n, i, j -> Math.abs(matrix[n * j + i]))));
        traps.add(radii(
                "Entries count by their absolute values, so that signs do not cancel.",
                discs,
                (i, center) -> sum(n, i, j -> matrix[n * i + j])));
        traps.add(radii(
                "Entries count by their absolute values before they are added, so that signs do not cancel.",
                discs,
                (i, center) -> Math.abs(sum(n, i, j -> matrix[n * i + j]))));
        if (n > 2) {
            traps.add(radii(
                    "That is the largest of the row's other entries; the radius is the sum of their sizes.",
                    discs,
                    (i, center) -> others(n, i, j -> Math.abs(matrix[n * i + j])).max().orElse(0)));
            traps.add(radii(
                    "That is the root of the sum of squares; the radius is the sum of the sizes.",
                    discs,
                    (i, center) -> Math.sqrt(sum(n, i, j -> matrix[n * i + j] * matrix[n * i + j]))));
        }
        if (n == 2) {
            traps.add(new Trap("In the second line center and radius are swapped.", discs[0], discs[1], discs[3], discs[2]));
        }
        return Rules.values(discs, traps.stream().filter(trap -> n > 2 || !Arrays.equals(trap.entries(), discs)).toArray(Trap[]::new));
    }

    private static Trap radii(String message, double[] discs, ToDoubleBiFunction<Integer, Boolean> radius) {
        return new Trap(
                message,
                each(discs.length / 2, (i, center) -> center ? discs[2 * i] : radius.applyAsDouble(i, false)));
    }

    private static double[] each(int n, ToDoubleBiFunction<Integer, Boolean> entry) {
        double[] entries = new double[2 * n];
        for (int i = 0; i < n; i++) {
            entries[2 * i] = entry.applyAsDouble(i, true);
            entries[2 * i + 1] = entry.applyAsDouble(i, false);
        }
        return entries;
    }

    /** All centers first, then all radii. */
    private static double listed(double[] discs, int place) {
        int n = discs.length / 2;
        return place < n ? discs[2 * place] : discs[2 * (place - n) + 1];
    }

    private static DoubleStream others(int n, int row, IntToDoubleFunction entry) {
        return IntStream.range(0, n).filter(j -> j != row).mapToDouble(entry);
    }

    private static double sum(int n, int row, IntToDoubleFunction entry) {
        return others(n, row, entry).sum();
    }
}
