package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.linalg.Symmetric2;
import org.junit.jupiter.api.Test;

class QuadraticTest {

    @Test
    void onlyTheSymmetricPartOfQCounts() {
        Quadratic skew = new Quadratic(2, 3, 1, 4, 0.5, -1, 7);
        Quadratic symmetric = new Quadratic(2, 2, 2, 4, 0.5, -1, 7);
        double[] g = new double[2];
        double[] h = new double[2];
        assertThat(skew.valueAndGradient(1.5, -2, g)).isEqualTo(symmetric.valueAndGradient(1.5, -2, h));
        assertThat(g).containsExactly(h);
    }

    /** To the sign of a zero, whatever is left out of the formula where nothing would come of it. */
    @Test
    void itsGradientIsTheFormulaToTheLastBit() {
        double[] some = {0.0, -0.0, 0.3, -1.7, Double.MIN_VALUE, -Double.MIN_VALUE, -1e300};
        double[] g = new double[2];
        for (double q : some) {
            for (double off : new double[] {0.0, -0.0, 0.2}) {
                for (double c1 : some) {
                    for (double c2 : new double[] {0.0, -0.0, 1.1}) {
                        for (double x1 : some) {
                            for (double x2 : some) {
                                new Quadratic(q, off, off, 4, c1, c2, 0).valueAndGradient(x1, x2, g);
                                assertThat(Double.doubleToRawLongBits(g[0]))
                                        .isEqualTo(Double.doubleToRawLongBits(q * x1 + off * x2 + c1));
                                assertThat(Double.doubleToRawLongBits(g[1]))
                                        .isEqualTo(Double.doubleToRawLongBits(off * x1 + 4 * x2 + c2));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void knowsItsMinimizerAndHowItIsWritten() {
        NamedObjective entry = Objectives.of(new Quadratic(2, 1, 1, 3, -1, 0.5, 1));
        Point minimizer = entry.minima().getFirst();
        double[] g = new double[2];
        entry.function().valueAndGradient(minimizer.x1(), minimizer.x2(), g);
        assertThat(g[0]).isCloseTo(0, within(1e-15));
        assertThat(g[1]).isCloseTo(0, within(1e-15));
        assertThat(entry.formula()).isEqualTo("x_1^2 + x_1 x_2 + 1.5\\,x_2^2 - x_1 + 0.5\\,x_2 + 1");
    }

    @Test
    void aSaddleHasNoMinimizer() {
        assertThat(Objectives.of(new Quadratic(1, 0, 0, -1, 0, 0, 0)).minima()).isEmpty();
        assertThat(Objectives.of(new Quadratic(0, 0, 0, 0, 0, 0, 0)).formula()).isEqualTo("0");
    }

    @Test
    void theConditionNumberOfTheChaptersObjectivesIsTwenty() {
        assertThat(new Quadratic(0.2, 0, 0, 4, 0, 0, 0).curvature().conditionNumber()).isCloseTo(20, within(1e-14));
        Symmetric2 printed = new Quadratic(4.2, -3.8, -3.8, 4.2, 0, 0, 0).curvature();
        assertThat(printed.smallest()).isCloseTo(0.4, within(1e-15));
        assertThat(printed.largest()).isCloseTo(8, within(1e-14));
        assertThat(new Symmetric2(1, 2, 1).conditionNumber()).isNaN();
    }

    @Test
    void turningKeepsTheEigenvalues() {
        double[] h = new double[3];
        Objectives.named("ellipse").orElseThrow().rotated(33).function().hessian(1, 2, h);
        Symmetric2 turned = new Symmetric2(h[0], h[1], h[2]);
        assertThat(turned.smallest()).isCloseTo(0.2, within(1e-14));
        assertThat(turned.largest()).isCloseTo(4, within(1e-14));
    }
}
