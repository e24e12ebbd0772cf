package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entry of the catalogue promises. */
class CatalogueTest {

    static List<NamedObjective> all() {
        return Objectives.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void minimaAreFlatLowestAndShown(NamedObjective entry) {
        double lowest = Double.NaN;
        for (Point minimum : entry.minima()) {
            double[] g = new double[2];
            double f = entry.function().valueAndGradient(minimum.x1(), minimum.x2(), g);
            assertThat(StrictMath.hypot(g[0], g[1])).isLessThan(1e-12);
            lowest = Double.isNaN(lowest) ? f : lowest;
            assertThat(f).as("all global minima lie at one height").isCloseTo(lowest, within(1e-12));
            assertThat(shown(entry, minimum)).isTrue();
        }
        Window window = entry.window();
        for (int i = 0; i <= 100 && !entry.minima().isEmpty(); i++) {
            for (int j = 0; j <= 100; j++) {
                double x1 = window.x1Min() + (window.x1Max() - window.x1Min()) * i / 100;
                double x2 = window.x2Min() + (window.x2Max() - window.x2Min()) * j / 100;
                assertThat(entry.function().value(x1, x2)).isGreaterThanOrEqualTo(lowest - 1e-12);
            }
        }
    }

    private static boolean shown(NamedObjective entry, Point point) {
        Window window = entry.window();
        return point.x1() > window.x1Min() && point.x1() < window.x1Max()
                && point.x2() > window.x2Min() && point.x2() < window.x2Max();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStartIsShownAndNotFlat(NamedObjective entry) {
        assertThat(shown(entry, entry.start())).isTrue();
        double[] g = new double[2];
        entry.function().valueAndGradient(entry.start().x1(), entry.start().x2(), g);
        assertThat(StrictMath.hypot(g[0], g[1])).isGreaterThan(1e-3);
        assertThat(entry.note()).isNotBlank().endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativesAreThoseOfTheValue(NamedObjective entry) {
        Objective f = entry.function();
        Random random = new Random(6);
        double[] before = new double[2];
        double[] after = new double[2];
        double[] h = new double[3];
        double step = 1e-5;
        for (int round = 0; round < 50; round++) {
            double x1 = 0.1 + 2 * random.nextDouble();
            double x2 = -0.1 - 2 * random.nextDouble();
            double[] g = new double[2];
            assertThat(f.valueAndGradient(x1, x2, g)).isEqualTo(f.value(x1, x2));
            f.hessian(x1, x2, h);
            near(g[0], (f.value(x1 + step, x2) - f.value(x1 - step, x2)) / (2 * step));
            near(g[1], (f.value(x1, x2 + step) - f.value(x1, x2 - step)) / (2 * step));
            f.valueAndGradient(x1 - step, x2, before);
            f.valueAndGradient(x1 + step, x2, after);
            near(h[0], (after[0] - before[0]) / (2 * step));
            near(h[1], (after[1] - before[1]) / (2 * step));
            f.valueAndGradient(x1, x2 - step, before);
            f.valueAndGradient(x1, x2 + step, after);
            near(h[2], (after[1] - before[1]) / (2 * step));
        }
    }

    private static void near(double actual, double difference) {
        assertThat(actual).isCloseTo(difference, within(2e-5 * Math.max(1, Math.abs(difference))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aConstantHessianIsWhatItSays(NamedObjective entry) {
        double[] h = new double[3];
        NamedObjective turned = entry.rotated(30);
        turned.function().constantHessian().ifPresent(constant -> {
            turned.function().hessian(0.7, -3, h);
            assertThat(constant).isEqualTo(new Curvature(h[0], h[1], h[2]));
        });
    }

    @Test
    void theQuadraticsAmongThemAreKnownAsSuch() {
        assertThat(all().stream()
                        .filter(entry -> entry.function().constantHessian().isPresent())
                        .map(NamedObjective::name))
                .containsExactly("ellipse", "rotated", "saddle", "booth", "matyas");
    }

    @Test
    void whereADerivativeIsMissingItCountsAsZero() {
        double[] g = new double[2];
        Objectives.named("ravine").orElseThrow().function().valueAndGradient(0, -2, g);
        assertThat(g).containsExactly(0, -10);
        double f = Objectives.named("ackley").orElseThrow().function().valueAndGradient(0, 0, g);
        assertThat(f).isZero();
        assertThat(g).containsExactly(0, 0);
    }
}
