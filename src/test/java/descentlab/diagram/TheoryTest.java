package descentlab.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.State;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The diagrams' numbers, each by another way than the diagram's own. */
class TheoryTest {

    private static double number(String theory, String name, double... at) {
        return Theories.named(theory).orElseThrow().draw(at).numbers().get(name);
    }

    /** By the optimizer itself, from the distances of many steps apart. */
    @ParameterizedTest
    @CsvSource({"0.4,0,0.2", "0.4,0,4", "0.1,0.8,0.2", "0.1,0.8,4", "0.05,0.95,1", "0.6,0.5,4", "0.3,0.2,0.2"})
    void momentumShrinksADistanceByItsFactor(double eta, double beta, double lambda) {
        State state = OptimizerSpec.parse("momentum(lr=" + eta + ",beta=" + beta + ")").start(1);
        double[] x = {1};
        double most = 0;
        // Of a complex pair the size goes up and down: the largest of a window stands for it.
        double early = 0;
        for (int step = 1; step <= 340; step++) {
            state.step(x, new double[] {lambda * x[0]});
            if (step > 40 && step <= 140) {
                early = Math.max(early, Math.abs(x[0]) * Math.pow(Contraction.factor(eta, beta, lambda), -step));
            } else if (step > 240) {
                most = Math.max(most, Math.abs(x[0]) * Math.pow(Contraction.factor(eta, beta, lambda), -step));
            }
        }
        assertThat(most / early).isCloseTo(1, within(0.02));
    }

    @Test
    void gradientDescentOnTheChaptersBowl() {
        assertThat(number("contraction", "flat-factor", 0.4, 0, 0.2, 4)).isCloseTo(0.92, within(1e-12));
        assertThat(number("contraction", "steep-factor", 0.4, 0, 0.2, 4)).isCloseTo(0.6, within(1e-12));
        assertThat(number("contraction", "best-eta", 0.4, 0, 0.2, 4)).isCloseTo(2 / 4.2, within(1e-12));
        assertThat(number("contraction", "largest-eta", 0.4, 0.5, 0.2, 4)).isCloseTo(0.75, within(1e-12));
        // At the largest stable rate a step of momentum leaves all of the distance.
        assertThat(Contraction.factor(0.75, 0.5, 4)).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.4,5", "1,2", "2,1", "0.1,10"})
    void adagradsRootIsThatOfTheOptimizer(double eta, double start) {
        State state = OptimizerSpec.parse("adagrad(lr=" + eta + ",eps=0)").start(1);
        double[] x = {start};
        for (int step = 0; step < 200_000; step++) {
            state.step(x, new double[] {3 * x[0]});
        }
        double root = eta / (state.rates()[0] * 3);
        assertThat(number("adagrad-flow", "root", eta, start)).isCloseTo(root, within(1e-9 * root));
    }

    /** The flow's equations, by small steps. */
    @ParameterizedTest
    @CsvSource({"0.4,5", "1,2"})
    void theFlowSatisfiesItsEquation(double eta, double start) {
        Curve flow = Theories.named("adagrad-flow").orElseThrow().draw(new double[] {eta, start}).panels().getFirst().curves().getFirst();
        double h = 1e-4;
        // From a little way in, where the root is not zero: x = x0 - eta sqrt(t) + ..., S = x0^2 t.
        int at = 1;
        double x = start;
        double s = start * start * h;
        double t = h;
        x = Math.sqrt(start * start - 4 * eta * Math.sqrt(s));
        while (at < flow.x().length && flow.x()[at] < 60) {
            while (t < flow.x()[at]) {
                double middle = x - h / 2 * eta * x / Math.sqrt(s);
                double middleS = s + h / 2 * x * x;
                x -= h * eta * middle / Math.sqrt(middleS);
                s += h * middle * middle;
                t += h;
            }
            assertThat(flow.y()[at]).as("at time %s", flow.x()[at]).isCloseTo(x, within(2e-3 * start));
            at++;
        }
        assertThat(at).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void noRegretIsBeyondItsPromiseNorAdagradsPromiseBeyondTheOther(double sparse) {
        Diagram diagram = Theories.named("regret").orElseThrow().draw(new double[] {sparse});
        var curves = diagram.panels().getFirst().curves();
        for (int i = 0; i < curves.getFirst().x().length; i++) {
            assertThat(curves.get(1).y()[i]).isLessThan(curves.get(0).y()[i]);
            assertThat(curves.get(3).y()[i]).isLessThan(curves.get(2).y()[i]);
            // Each sums its own gradients; of the same ones Adagrad's promise is never the larger.
            assertThat(curves.get(2).y()[i]).isLessThan(curves.get(0).y()[i] * 1.05);
        }
    }

    /** The recursion of the second moments against a thousand trajectories. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,0.3", "0.5,0.1"})
    void theMeanOverAllNoiseIsThatOfManyRaces(double eta, double curvature) {
        Diagram diagram = Theories.named("decay").orElseThrow().draw(new double[] {eta, curvature});
        Random random = new Random(1);
        int races = 4000;
        int steps = 200;
        double last = 0;
        double average = 0;
        double line = 0;
        for (int race = 0; race < races; race++) {
            double x = 1;
            double sum = 0;
            double y = 1;
            for (int t = 1; t <= steps; t++) {
                x -= eta / Math.sqrt(t) * (curvature * x + random.nextGaussian());
                sum += x;
                y -= eta / t * (curvature * y + random.nextGaussian());
            }
            last += curvature / 2 * x * x / races;
            average += curvature / 2 * sum / steps * sum / steps / races;
            line += curvature / 2 * y * y / races;
        }
        var curves = diagram.panels().getFirst().curves();
        assertThat(at(curves.get(1), steps)).isCloseTo(last, within(0.08 * last));
        assertThat(at(curves.get(2), steps)).isCloseTo(average, within(0.08 * average));
        assertThat(at(curves.get(3), steps)).isCloseTo(line, within(0.08 * line));
    }

    private static double at(Curve curve, double place) {
        int i = 0;
        while (curve.x()[i] < place) {
            i++;
        }
        double part = Math.log(place / curve.x()[i - 1]) / Math.log(curve.x()[i] / curve.x()[i - 1]);
        return Math.exp(Math.log(curve.y()[i - 1]) * (1 - part) + Math.log(curve.y()[i]) * part);
    }

    @Test
    void inSmallBatchesARateIsHalfAPreconditionerAndInOneBatchAWholeOne() {
        assertThat(number("half-preconditioner", "slope", 10, 1)).isCloseTo(-0.5, within(0.02));
        assertThat(number("half-preconditioner", "slope", 8000, 1)).isCloseTo(-1, within(0.06));
        assertThat(number("half-preconditioner", "variance-slope", 10, 1)).isCloseTo(1, within(0.03));
    }

    /** In a unit a, curvature goes with a², and with noise the rate with 1/a, so that the dot stays on its line. */
    @Test
    void aWordInAnotherUnitSlidesAlongTheLine() {
        Theory half = Theories.named("half-preconditioner").orElseThrow();
        Curve before = half.draw(new double[] {10, 1}).panels().get(1).curves().get(3);
        Curve after = half.draw(new double[] {10, 3}).panels().get(1).curves().get(3);
        for (int i = 0; i < before.x().length; i++) {
            assertThat(after.x()[i] / before.x()[i]).isCloseTo(9, within(1e-6));
            assertThat(before.y()[i] / after.y()[i]).isCloseTo(3, within(0.4));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 20, 1000})
    void theBestRatesContractBothEigenvaluesAlike(double kappa) {
        double eta = 2 / (1 + kappa);
        assertThat(Contraction.factor(eta, 0, 1)).isCloseTo(StepsByCondition.descentFactor(kappa), within(1e-12));
        assertThat(Contraction.factor(eta, 0, kappa)).isCloseTo(StepsByCondition.descentFactor(kappa), within(1e-12));
        double beta = number("steps-by-condition", "beta", kappa);
        double rate = number("steps-by-condition", "eta", kappa);
        assertThat(Contraction.factor(rate, beta, 1)).isCloseTo(Math.sqrt(beta), within(1e-7));
        assertThat(Contraction.factor(rate, beta, kappa)).isCloseTo(Math.sqrt(beta), within(1e-7));
    }
}
