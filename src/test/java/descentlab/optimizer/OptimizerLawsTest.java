package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of one optimizer or between two, beyond what all promise. */
class OptimizerLawsTest {

    private static final int STEPS = 60;

    /** Parameters after some steps along random gradients, every third of which is zero in one coordinate. */
    private static double[] walk(String spec) {
        return walk(spec, 1);
    }

    private static double[] walk(String spec, double scale) {
        State state = OptimizerSpec.parse(spec).start(3);
        double[] x = {1, -2, 3};
        Random random = new Random(11);
        for (int t = 0; t < STEPS; t++) {
            double[] g = {random.nextGaussian(), random.nextGaussian(), t % 3 == 0 ? 0 : random.nextGaussian()};
            for (int i = 0; i < g.length; i++) {
                g[i] *= scale;
            }
            state.step(x, g);
        }
        return x;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "momentum(beta=0)                          | sgd()",
                "nesterov(beta=0)                          | sgd()",
                "nesterov(lr=0.02,beta=0.8)                | torch.sgd(lr=0.02,momentum=0.8,nesterov=true)",
                "torch.sgd(lr=0.1,dampening=0.5)           | sgd()",
                "adagrad(lr=0.1,power=0)                   | sgd()",
                "adagrad(lr=0.1,eps=0)                     | torch.adagrad(lr=0.1,eps=0)",
                "rmsprop(lr=0.1,eps=0)                     | torch.rmsprop(lr=0.1,eps=0,alpha=0.9)",
                "rmsprop(lr=0.1,gamma=0.75,eps=0)          | adagrad(lr=0.2,memory=0.75,eps=0)",
                "adadelta(eps=1e-6)                        | torch.adadelta()",
                "adam(lr=0.001,eps=1e-8)                   | torch.adam()",
                "torch.adam(lr=0.1)                        | torch.adamw(lr=0.1,weight_decay=0)",
                "torch.adam(lr=0.1,beta1=0,beta2=0,eps=0.01) | torch.rmsprop(lr=0.1,alpha=0,eps=0.01)",
                // AMSGrad without averages is AdaMax that forgets nothing.
                "torch.adam(lr=0.1,beta1=0,beta2=0,amsgrad=true,eps=0.01)"
                        + " | torch.adamax(lr=0.1,beta1=0,beta2=0.9999999999999999,eps=0.01)",
            })
    void theSameMethodUnderTwoNames(String one, String other) {
        // Or nothing is compared.
        assertThat(OptimizerSpec.parse(one)).isNotEqualTo(OptimizerSpec.parse(other));
        double[] a = walk(one);
        double[] b = walk(other);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isFinite().isCloseTo(b[i], within(1e-13));
        }
    }

    @Test
    void onDenseGradientsTheCounterIsTheGlobalClock() {
        State counter = OptimizerSpec.parse("counter(lr=0.3,c=2)").start(2);
        State global = OptimizerSpec.parse("sgd(lr=0.3,schedule=invsqrt(2))").start(2);
        double[] a = {1, 1};
        double[] b = {1, 1};
        for (int t = 1; t < STEPS; t++) {
            double[] g = {1.0 / t, -2};
            counter.step(a, g);
            global.step(b, g);
        }
        assertThat(a).containsExactly(b);
    }

    @Test
    void theCounterCountsWhatWasSeen() {
        State state = OptimizerSpec.parse("counter(lr=1,c=0)").start(2);
        double[] x = {0, 0};
        for (int t = 0; t < 8; t++) {
            state.step(x, new double[] {1, t == 7 ? 1 : 0});
        }
        assertThat(state.memories().getFirst().values()).containsExactly(8, 1);
        assertThat(state.rates()).containsExactly(1 / Math.sqrt(8), 1);
        assertThat(x[1]).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adagrad(lr=0.4,eps=0)", "torch.adagrad(lr=0.4,eps=0)", "rmsprop(lr=0.4,eps=0)",
                "torch.rmsprop(lr=0.4,eps=0)", "adam(lr=0.4,eps=0)", "torch.adam(lr=0.4,eps=0,amsgrad=true)",
                "torch.adamax(lr=0.4,eps=0)", "torch.nadam(lr=0.4,eps=0)"
            })
    void adaptiveMethodsDoNotSeeTheGradientsScale(String spec) {
        double[] plain = walk(spec);
        double[] scaled = walk(spec, 1024);
        for (int i = 0; i < plain.length; i++) {
            assertThat(scaled[i]).isCloseTo(plain[i], within(1e-12));
        }
    }

    @Test
    void amsgradsRateNeverRises() {
        State state = OptimizerSpec.parse("torch.adam(amsgrad=true,beta2=0.5)").start(1);
        double[] x = {0};
        state.step(x, new double[] {100});
        for (int t = 0; t < 10; t++) {
            state.step(x, new double[] {1e-3});
        }
        assertThat(state.memories().getLast().values()[0]).isEqualTo(5000);
    }

    @Test
    void yogiForgetsABurstMoreSlowlyThanAdam() {
        State adam = OptimizerSpec.parse("adam(beta2=0.9)").start(1);
        State yogi = OptimizerSpec.parse("yogi(beta2=0.9)").start(1);
        for (State state : new State[] {adam, yogi}) {
            double[] x = {0};
            state.step(x, new double[] {10});
            for (int t = 0; t < 20; t++) {
                state.step(x, new double[] {0.1});
            }
        }
        assertThat(yogi.memories().get(1).values()[0]).isCloseTo(10 - 20 * 0.1 * 0.01, within(1e-12));
        assertThat(adam.memories().get(1).values()[0]).isLessThan(2);
    }

    @Test
    void decoupledDecayShrinksWithoutAGradient() {
        double[] x = {1, -2};
        OptimizerSpec.parse("torch.adamw(lr=0.5,weight_decay=0.1)").start(2).step(x, new double[2]);
        assertThat(x).containsExactly(0.95, -1.9);
    }

    @Test
    void aConstantGradientLeavesCenteredRmspropFinite() {
        State state = OptimizerSpec.parse("torch.rmsprop(centered=true,alpha=0.5,eps=0)").start(1);
        double[] x = {0};
        for (int t = 0; t < 2000; t++) {
            state.step(x, new double[] {0.1});
        }
        assertThat(x[0]).isFinite();
    }

    @Test
    void newtonSolvesAQuadraticInOneStepAndDiagonalDoesIfTheAxesFit() {
        Hessian hessian = (x, into) -> System.arraycopy(new double[] {0, 2, 1, 2, 0, 0, 1, 0, 4}, 0, into, 0, 9);
        double[] x = {3, -1, 2};
        double[] g = {2 * -1 + 2, 2 * 3, 3 + 4 * 2};
        State newton = OptimizerSpec.parse("newton()").start(3, hessian);
        newton.step(x, g);
        for (double each : x) {
            assertThat(each).isCloseTo(0, within(1e-15));
        }
        assertThat(newton.rates()).containsExactly(1, 1, 1);

        double[] y = {3, -1};
        State diagonal = OptimizerSpec.parse("diagonal(lr=0.5)").start(2, (at, into) -> {
            into[0] = 0.2;
            into[1] = 7;
            into[2] = 7;
            into[3] = 4;
        });
        diagonal.step(y, new double[] {0.6, -4});
        assertThat(y[0]).isCloseTo(1.5, within(1e-15));
        assertThat(y[1]).isCloseTo(-0.5, within(1e-15));
        assertThat(diagonal.rates()).containsExactly(2.5, 0.125);
    }

    @Test
    void aSingularHessianIsSaidAndNotThrown() {
        Hessian singular = (x, into) -> System.arraycopy(new double[] {1, 2, 2, 4}, 0, into, 0, 4);
        State newton = OptimizerSpec.parse("newton()").start(2, singular);
        double[] x = {1, 1};
        newton.step(x, new double[2]);
        assertThat(x).containsExactly(1, 1);
        assertThat(newton.obstacle()).isEmpty();
        newton.step(x, new double[] {1, 0});
        assertThat(x[0]).isNaN();
        assertThat(newton.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("singular"));

        State diagonal = OptimizerSpec.parse("diagonal()").start(2, (at, into) -> into[0] = 2);
        double[] y = {1, 1};
        diagonal.step(y, new double[] {1, 0});
        assertThat(y).containsExactly(0.5, 1);
        diagonal.step(y, new double[] {1, 1});
        assertThat(y[1]).isInfinite();
        assertThat(diagonal.obstacle()).hasValueSatisfying(why -> assertThat(why).contains("x2"));
    }
}
