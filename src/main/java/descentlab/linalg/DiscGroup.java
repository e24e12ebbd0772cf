package descentlab.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * Discs that hang together, and the eigenvalues in them. Gerschgorin's theorem counts: a union of k discs that touches
 * no other disc holds exactly k eigenvalues.
 *
 * <p>Discs that touch hang together, also if rounding keeps them apart by 1e-9 of the largest disc's reach
 * |center| + radius. An eigenvalue goes to the group it lies deepest in.
 *
 * @param discs positions in the list of discs, ascending
 * @param eigenvalues positions in the list of eigenvalues, ascending
 */
public record DiscGroup(List<Integer> discs, List<Integer> eigenvalues) {

    private static final double TOLERANCE = 1e-9;

    public DiscGroup {
        discs = List.copyOf(discs);
        eigenvalues = List.copyOf(eigenvalues);
    }

    /** The connected groups of the discs, by their first disc, with the eigenvalues shared out among them. */
    public static List<DiscGroup> of(List<GerschgorinDisc> discs, List<Complex> eigenvalues) {
        double tolerance = tolerance(discs);
        List<List<Integer>> groups = new ArrayList<>();
        boolean[] placed = new boolean[discs.size()];
        for (int first = 0; first < discs.size(); first++) {
            if (!placed[first]) {
                groups.add(connected(first, discs, placed, tolerance));
            }
        }
        int[] owner = eigenvalues.stream()
                .mapToInt(value -> nearest(groups, discs, value))
                .toArray();
        return IntStream.range(0, groups.size())
                .mapToObj(g -> new DiscGroup(
                        groups.get(g),
                        IntStream.range(0, owner.length).filter(e -> owner[e] == g).boxed().toList()))
                .toList();
    }

    /** By how much rounding may put an eigenvalue outside its disc. */
    public static double tolerance(List<GerschgorinDisc> discs) {
        return TOLERANCE * discs.stream().mapToDouble(d -> d.center().norm() + d.radius()).max().orElse(0);
    }

    private static List<Integer> connected(
            int first, List<GerschgorinDisc> discs, boolean[] placed, double tolerance) {
        List<Integer> group = new ArrayList<>(List.of(first));
        placed[first] = true;
        for (int next = 0; next < group.size(); next++) {
            GerschgorinDisc disc = discs.get(group.get(next));
            for (int other = 0; other < discs.size(); other++) {
                if (!placed[other] && disc.gap(discs.get(other)) <= tolerance) {
                    placed[other] = true;
                    group.add(other);
                }
            }
        }
        return group.stream().sorted().toList();
    }

    private static int nearest(List<List<Integer>> groups, List<GerschgorinDisc> discs, Complex value) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups.size(); g++) {
            for (int d : groups.get(g)) {
                double outside = discs.get(d).outside(value);
                if (outside < least) {
                    least = outside;
                    nearest = g;
                }
            }
        }
        return nearest;
    }
}
