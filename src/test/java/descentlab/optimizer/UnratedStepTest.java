package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step whose rates nobody asks for is the same step. */
class UnratedStepTest {

    private static final int DIMENSION = 40;
    private static final int[] TENSORS = {7, DIMENSION};

    static Stream<Optimizer> optimizers() {
        return Optimizers.all().stream()
                .filter(kind -> !kind.secondOrder())
                .map(OptimizerKind::initial)
                .flatMap(each -> Stream.of(each, RuleForms.of(each).orElseThrow(), single(RuleForms.of(each).orElseThrow())));
    }

    private static Optimizer single(RuleOptimizer rule) {
        return OptimizerSpec.with(rule, RuleOptimizer.SINGLE, "true");
    }

    /** Rules with sums have passes of more than one kind. */
    static Stream<Optimizer> all() {
        Optimizer clipped = OptimizerSpec.parse("rule(lr=0.1,do=n=n+norm(g);s=s+g^2;x=x-lr*g/sqrt(s+n))");
        return Stream.concat(optimizers(), Stream.of(clipped, single((RuleOptimizer) clipped)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void goesWhereTheOtherGoes(Optimizer optimizer) {
        State rated = optimizer.start(TENSORS, Hessian.NONE);
        State unrated = optimizer.start(TENSORS, Hessian.NONE);
        Random random = new Random(3);
        double[] x = random.doubles(DIMENSION, -1, 1).toArray();
        double[] y = x.clone();
        for (int t = 1; t <= 9; t++) {
            double[] g = random.doubles(DIMENSION, -1, 1).toArray();
            rated.step(x, g);
            if (t % 3 == 0) {
                unrated.step(y, g);
                assertThat(unrated.rates()).as("rates in step " + t).containsExactly(rated.rates()).doesNotContain(Double.NaN);
            } else {
                unrated.stepUnrated(y, g);
            }
            assertThat(y).as("step " + t).containsExactly(x);
            assertThat(unrated.t()).isEqualTo(t);
        }
        for (int i = 0; i < rated.memories().size(); i++) {
            assertThat(unrated.memories().get(i).values()).containsExactly(rated.memories().get(i).values());
        }
        for (int i = 0; i < rated.numbers().size(); i++) {
            assertThat(unrated.numbers().get(i)).containsExactly(rated.numbers().get(i));
        }
    }

    /** Rather none than those of the step before. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void whoAsksAllTheSameGetsThemOrNone(Optimizer optimizer) {
        State state = optimizer.start(TENSORS, Hessian.NONE);
        double[] x = new Random(4).doubles(DIMENSION, 1, 2).toArray();
        state.step(x, x.clone());
        State twin = optimizer.start(TENSORS, Hessian.NONE);
        twin.continueFrom(state);
        double[] y = x.clone();
        double[] g = new Random(5).doubles(DIMENSION, 1, 2).toArray();
        state.step(x, g);
        twin.stepUnrated(y, g);
        if (optimizer instanceof RuleOptimizer) {
            assertThat(twin.rates()).containsOnly(Double.NaN);
        } else {
            assertThat(twin.rates()).containsExactly(state.rates());
        }
    }
}
