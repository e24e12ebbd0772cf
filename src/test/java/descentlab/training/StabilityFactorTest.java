package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A little below its factor an optimizer comes to rest on x^2/2, a little above it runs away. */
class StabilityFactorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sgd(lr=1) | 2", "momentum(lr=1,beta=0.9) | 3.8",
        "nesterov(lr=1,beta=0.9) | 1.357142857142857", "torch.sgd(lr=1,momentum=0.9,dampening=0.5) | 7.6",
        "adagrad(lr=1) | 2", "torch.rmsprop(lr=1,momentum=0.5) | 3", "adam(lr=1) | 38", "torch.adam(lr=1,beta1=0) | 2",
        "yogi(lr=1,beta1=0.5) | 6"})
    void theFactorIs(String spec, double factor) {
        assertThat(StabilityFactor.of(OptimizerSpec.parse(spec)).orElseThrow().factor()).isCloseTo(factor, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd(lr=1)", "momentum(lr=1,beta=0.9)", "nesterov(lr=1,beta=0.8)",
        "torch.sgd(lr=1,momentum=0.9,nesterov=true)", "torch.sgd(lr=1,momentum=0.7,dampening=0.3)"})
    void itIsWhereStepsBeginToGrow(String spec) {
        Optimizer optimizer = OptimizerSpec.parse(spec);
        double factor = StabilityFactor.of(optimizer).orElseThrow().factor();
        assertThat(after(optimizer, 0.99 * factor)).isLessThan(1e-3);
        assertThat(after(optimizer, 1.01 * factor)).isGreaterThan(1e3);
    }

    private static double after(Optimizer optimizer, double lambda) {
        State state = optimizer.start(1);
        double[] x = {1};
        for (int i = 0; i < 4000 && Math.abs(x[0]) < 1e9; i++) {
            state.step(x, new double[] {lambda * x[0]});
        }
        return Math.abs(x[0]);
    }

    /** v = beta1 v + (1 - beta1) g; x -= r v, as Adam's is with fixed s. */
    @Test
    void averagedGradientsGrowBeyondTheirs() {
        double factor = StabilityFactor.of(OptimizerSpec.parse("adam(lr=1)")).orElseThrow().factor();
        for (double share : new double[] {0.99, 1.01}) {
            double x = 1;
            double v = 0;
            for (int i = 0; i < 20_000 && Math.abs(x) < 1e9; i++) {
                v = 0.9 * v + 0.1 * x * share * factor;
                x -= v;
            }
            assertThat(Math.abs(x) > 1).isEqualTo(share > 1);
        }
    }

    @Test
    void theCorrectionOfAdamsAverageWearsOff() {
        StabilityFactor adam = StabilityFactor.of(OptimizerSpec.parse("adam(lr=1)")).orElseThrow();
        assertThat(adam.correction(1)).isCloseTo(10, within(1e-9));
        assertThat(adam.correction(200)).isCloseTo(1, within(1e-6));
        assertThat(StabilityFactor.of(OptimizerSpec.parse("adagrad(lr=1)")).orElseThrow().correction(1)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton(lr=1)", "diagonal(lr=1)", "torch.nadam(lr=1)", "torch.radam(lr=1)", "torch.adamax(lr=1)",
        "torch.sgd(lr=1,momentum=0.9,dampening=1)"})
    void whatHasNoSuchLineHasNone(String spec) {
        assertThat(StabilityFactor.of(OptimizerSpec.parse(spec))).isEmpty();
    }
}
