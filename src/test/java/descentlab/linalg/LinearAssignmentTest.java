package descentlab.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An assignment is a permutation, and none is cheaper. */
class LinearAssignmentTest {

    private static double cost(double[][] costs, int[] columns) {
        return IntStream.range(0, columns.length).mapToDouble(i -> costs[i][columns[i]]).sum();
    }

    /** The least cost of rows from one on, by trying all. */
    private static double least(double[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < costs.length; j++) {
            if ((taken & 1 << j) == 0) {
                least = Math.min(least, costs[row][j] + least(costs, row + 1, taken | 1 << j));
            }
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7})
    void noneIsCheaper(int n) {
        Random random = new Random(n);
        for (int round = 0; round < 60; round++) {
            boolean whole = round % 2 == 0; // with many ties
            double[][] costs = new double[n][n];
            for (double[] row : costs) {
                Arrays.setAll(row, j -> whole ? random.nextInt(4) - 2 : random.nextGaussian());
            }
            int[] columns = LinearAssignment.of(costs);
            assertThat(columns).doesNotHaveDuplicates().hasSize(n);
            assertThat(cost(costs, columns)).isCloseTo(least(costs, 0, 0), within(1e-12));
        }
    }

    @Test
    void aHiddenPermutationIsFoundRowByRow() {
        int n = 120;
        Random random = new Random(5);
        int[] hidden = IntStream.range(0, n).map(i -> (47 * i + 11) % n).toArray();
        double[][] costs = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                costs[i][j] = random.nextDouble() - (hidden[i] == j ? 2 : 0);
            }
        }
        LinearAssignment assignment = new LinearAssignment(costs);
        int turns = 1;
        while (!assignment.goOn(() -> true)) {
            turns++;
        }
        assertThat(turns).isEqualTo(n);
        assertThat(assignment.columns()).containsExactly(hidden);
    }

    @Test
    void whatIsNoSquareOfFiniteNumbersIsRefused() {
        assertThatThrownBy(() -> new LinearAssignment(new double[][] {{1, 2}})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearAssignment(new double[][] {{1, 2}, {3}})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearAssignment(new double[][] {{Double.NaN}})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinearAssignment(new double[][] {{Double.POSITIVE_INFINITY}}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
