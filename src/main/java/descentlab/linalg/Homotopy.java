package descentlab.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * The eigenvalues of M(t) = D + t (M - D) as t runs from 0 to 1, D being the diagonal of M: the argument behind the
 * counting part of Gerschgorin's theorem. At t = 0 path i starts at diagonal entry i; then every eigenvalue moves
 * continuously while its disc grows with radius t r.
 *
 * <p>The eigenvalues of neighboring t are matched so that the squared distances sum to the least. Where two of them
 * meet, which path goes on as which is a matter of taste.
 *
 * @param t the parameters, from 0 to 1
 * @param paths for each eigenvalue its place at each t
 */
public record Homotopy(double[] t, List<List<Complex>> paths) {

    /** Follows the eigenvalues of a matrix in equal steps of t. */
    public static Homotopy of(ComplexMatrix matrix, int steps) {
        int n = matrix.size();
        double[] t = new double[steps + 1];
        Complex[] current = new Complex[n];
        List<List<Complex>> paths = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            current[i] = matrix.diagonal(i);
            paths.add(new ArrayList<>(List.of(current[i])));
        }
        for (int k = 1; k <= steps; k++) {
            t[k] = (double) k / steps;
            current = matched(current, Spectrum.of(matrix.fadeOffDiagonal(t[k])).values());
            for (int i = 0; i < n; i++) {
                paths.get(i).add(current[i]);
            }
        }
        return new Homotopy(t, paths);
    }

    /** The values in the order that keeps them nearest to the given places: an exact assignment over subsets. */
    private static Complex[] matched(Complex[] places, List<Complex> values) {
        int n = places.length;
        double unit = unit(places, values);
        double[] least = new double[1 << n];
        int[] choice = new int[1 << n];
        Arrays.fill(least, 1, least.length, Double.POSITIVE_INFINITY);
        for (int taken = 1; taken < least.length; taken++) {
            int place = Integer.bitCount(taken) - 1;
            for (int v = 0; v < n; v++) {
                if ((taken >> v & 1) == 1) {
                    double distance = places[place].subtract(values.get(v)).norm() / unit;
                    double cost = least[taken ^ 1 << v] + distance * distance;
                    if (cost < least[taken]) {
                        least[taken] = cost;
                        choice[taken] = v;
                    }
                }
            }
        }
        Complex[] ordered = new Complex[n];
        for (int place = n - 1, taken = least.length - 1; place >= 0; place--) {
            ordered[place] = values.get(choice[taken]);
            taken ^= 1 << choice[taken];
        }
        return ordered;
    }

    /** Keeps the squares of distances finite and away from 0. */
    private static double unit(Complex[] places, List<Complex> values) {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < places.length; i++) {
            largest = Math.max(largest, Math.max(places[i].norm(), values.get(i).norm()));
        }
        return largest;
    }
}
