package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimizer of the catalogue promises. */
class OptimizerContractTest {

    private static final int DIMENSION = 3;
    private static final Hessian IDENTITY = (x, into) -> {
        Arrays.fill(into, 0);
        for (int i = 0; i < x.length; i++) {
            into[i * x.length + i] = 1;
        }
    };

    static List<OptimizerKind> kinds() {
        return Optimizers.all();
    }

    static Stream<OptimizerKind> adagrads() {
        return kinds().stream().filter(kind -> kind.name().endsWith("adagrad"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aZeroGradientMovesNothing(OptimizerKind kind) {
        State state = withoutDecay(kind).start(DIMENSION, IDENTITY);
        double[] x = {1, -2, 3};
        for (int t = 0; t < 5; t++) {
            state.step(x, new double[DIMENSION]);
        }
        assertThat(x).containsExactly(1, -2, 3);
    }

    /** At its defaults, but for the weight decay of AdamW, which is there to move x without a gradient. */
    private static Optimizer withoutDecay(OptimizerKind kind) {
        Map<String, Double> values =
                kind.key("weight_decay").isPresent() ? Map.of("weight_decay", 0.0) : Map.of();
        return kind.make(values, Schedule.CONSTANT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutEpsACoordinateThatNeverHadAGradientStandsStill(OptimizerKind kind) {
        Map<String, Double> values = new HashMap<>();
        for (String key : List.of("eps", "c", "weight_decay")) {
            kind.key(key).ifPresent(known -> values.put(key, 0.0));
        }
        State state = kind.make(values, Schedule.CONSTANT).start(DIMENSION, IDENTITY);
        double[] x = {1, -2, 3};
        for (int t = 0; t < 10; t++) {
            state.step(x, new double[] {0.5, 0, -1});
        }
        assertThat(x[1]).isEqualTo(-2);
        assertThat(x[0]).isFinite();
        assertThat(x[2]).isFinite();
        assertThat(state.rates()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theFirstStepGoesDownhillInEveryCoordinate(OptimizerKind kind) {
        State state = withoutDecay(kind).start(DIMENSION, IDENTITY);
        double[] x = {0, 0, 0};
        state.step(x, new double[] {0.5, -4, 1e-3});
        assertThat(x[0]).isNegative();
        assertThat(x[1]).isPositive();
        assertThat(x[2]).isNegative();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void coordinatesDoNotMeetUnlessTheHessianTiesThem(OptimizerKind kind) {
        State together = kind.initial().start(2, IDENTITY);
        State apart = kind.initial().start(1, IDENTITY);
        double[] pair = {1, -2};
        double[] single = {-2};
        Random random = new Random(5);
        for (int t = 0; t < 20; t++) {
            double g = random.nextGaussian();
            together.step(pair, new double[] {random.nextGaussian(), g});
            apart.step(single, new double[] {g});
        }
        assertThat(pair[1]).isEqualTo(single[0]);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void memoriesHaveNamesOfTheirOwn(OptimizerKind kind) {
        assertThat(kind.initial().start(DIMENSION, IDENTITY).memories())
                .extracting(State.Memory::symbol)
                .doesNotHaveDuplicates()
                .allSatisfy(symbol -> assertThat(symbol).matches("[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theGradientIsLeftUntouchedAndTheStateHasTheParametersShape(OptimizerKind kind) {
        State state = kind.initial().start(DIMENSION, IDENTITY);
        double[] x = {1, -2, 3};
        double[] g = {0.5, -4, 0};
        state.step(x, g);
        assertThat(g).containsExactly(0.5, -4, 0);
        assertThat(state.rates()).hasSize(DIMENSION).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(state.memories()).allSatisfy(memory -> assertThat(memory.values()).hasSize(DIMENSION));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFreshStartGivesTheSameTrace(OptimizerKind kind) {
        assertThat(walk(kind.initial())).containsExactly(walk(kind.initial()));
    }

    private static double[] walk(Optimizer optimizer) {
        State state = optimizer.start(DIMENSION, IDENTITY);
        Random random = new Random(3);
        double[] x = {1, -2, 3};
        double[] g = new double[DIMENSION];
        for (int t = 0; t < 50; t++) {
            Arrays.setAll(g, i -> random.nextGaussian());
            state.step(x, g);
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRateOfZeroMovesNothing(OptimizerKind kind) {
        State state = kind.make(Map.of("lr", 0.0), Schedule.CONSTANT).start(DIMENSION, IDENTITY);
        double[] x = {1, -2, 3};
        state.step(x, new double[] {1, 2, 3});
        assertThat(x).containsExactly(1, -2, 3);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theScheduleScalesTheRate(OptimizerKind kind) {
        double[] steady = {1, -2, 3};
        double[] warming = {1, -2, 3};
        double[] g = {0.5, -4, 2};
        kind.initial().start(DIMENSION, IDENTITY).step(steady, g);
        double lr = kind.initial().lr();
        kind.make(Map.of("lr", 2 * lr), new Schedule.Warmup(2)).start(DIMENSION, IDENTITY).step(warming, g);
        assertThat(warming).containsExactly(steady);
    }

    @ParameterizedTest
    @MethodSource("adagrads")
    void adagradsFirstStepIsTheRateWhateverTheGradient(OptimizerKind kind) {
        State state = kind.make(Map.of("lr", 0.1, "eps", 0.0), Schedule.CONSTANT).start(DIMENSION);
        double[] x = {0, 0, 0};
        state.step(x, new double[] {1e-3, -1e3, 7});
        assertThat(x[0]).isCloseTo(-0.1, within(1e-15));
        assertThat(x[1]).isCloseTo(0.1, within(1e-15));
        assertThat(x[2]).isCloseTo(-0.1, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("adagrads")
    void adagradWithoutEpsStandsStillWhereThereWasNoGradient(OptimizerKind kind) {
        State state = kind.make(Map.of("eps", 0.0), Schedule.CONSTANT).start(DIMENSION);
        double[] x = {1, 2, 3};
        state.step(x, new double[DIMENSION]);
        assertThat(x).containsExactly(1, 2, 3);
    }

    @Test
    void schedulesStartWhereTheySay() {
        assertThat(new Schedule.InvSqrt(1).rate(2, 3)).isEqualTo(1);
        assertThat(new Schedule.Exponential(0.5).rate(8, 1)).isEqualTo(8);
        assertThat(new Schedule.Exponential(0.5).rate(8, 3)).isEqualTo(2);
        assertThat(new Schedule.Step(10, 0.1).rate(1, 10)).isEqualTo(1);
        assertThat(new Schedule.Step(10, 0.5).rate(1, 11)).isEqualTo(0.5);
        assertThat(new Schedule.Cosine(4).rate(1, 3)).isCloseTo(0.5, within(1e-16));
        assertThat(new Schedule.Cosine(4).rate(1, 5)).isZero();
        assertThat(new Schedule.Warmup(4).rate(1, 1)).isEqualTo(0.25);
        assertThat(new Schedule.Warmup(4).rate(1, 9)).isEqualTo(1);
    }
}
