package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import descentlab.notation.ExpressionException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any text and of any expression. */
class RandomExpressionTest {

    private static final String[] FUNCTIONS = {
        "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "sqrt", "abs"
    };

    private static String expression(Random random, int depth) {
        int kind = depth == 0 ? random.nextInt(3) : 3 + random.nextInt(5);
        return switch (kind) {
            case 0 -> "x" + (1 + random.nextInt(2));
            case 1 -> String.valueOf(random.nextInt(1, 9) / 4.0);
            case 2 -> random.nextBoolean() ? "pi" : "x1";
            case 3 -> FUNCTIONS[random.nextInt(FUNCTIONS.length)] + "(" + expression(random, depth - 1) + ")";
            case 4 -> (random.nextBoolean() ? "min(" : "max(") + expression(random, depth - 1) + ","
                    + expression(random, depth - 1) + ")";
            case 5 -> "(" + expression(random, depth - 1) + ")^" + "-".repeat(random.nextInt(2))
                    + (random.nextBoolean() ? random.nextInt(6) : "(" + expression(random, depth - 1) + ")");
            case 6 -> "-(" + expression(random, depth - 1) + ")";
            default -> "(" + expression(random, depth - 1) + ")" + "+-*/".charAt(random.nextInt(4)) + "("
                    + expression(random, depth - 1) + ")";
        };
    }

    private interface Check {
        void of(TypedObjective f, double x1, double x2);
    }

    private static void onRandomExpressions(int rounds, Check check) {
        Random random = new Random(12);
        for (int round = 0; round < rounds; round++) {
            String text = expression(random, 1 + random.nextInt(4));
            if (text.length() <= TypedObjective.LONGEST) {
                check.of(TypedObjective.parse(text), 0.2 + random.nextDouble(), 0.3 + 2 * random.nextDouble());
            }
        }
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        onRandomExpressions(500, (f, x1, x2) -> {
            TypedObjective again = TypedObjective.parse(f.text());
            assertThat(again.text()).isEqualTo(f.text());
            assertThat(again.value(x1, x2)).isEqualTo(Double.valueOf(f.value(x1, x2)));
            assertThat(again.tex()).isEqualTo(f.tex());
        });
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        double step = 1e-6;
        int[] compared = {0};
        onRandomExpressions(1_500, (typed, x1, x2) -> {
            TypedObjective f = TypedObjective.stepwise(typed.text());
            double[] g = new double[2];
            double[] left = new double[2];
            double[] right = new double[2];
            double[] h = new double[3];
            f.valueAndGradient(x1, x2, g);
            f.hessian(x1, x2, h);
            double size = size(f, x1, x2, g, h);
            // Far up or near a kink a difference quotient says nothing.
            if (!(size < 100) || kink(f, x1, x2, step)) {
                return;
            }
            compared[0]++;
            double near = 1e-4 * Math.max(1, size);
            f.valueAndGradient(x1 - step, x2, left);
            f.valueAndGradient(x1 + step, x2, right);
            assertThat(g[0])
                    .as(f.text())
                    .isCloseTo((f.value(x1 + step, x2) - f.value(x1 - step, x2)) / (2 * step), within(near));
            assertThat(h[0]).as(f.text()).isCloseTo((right[0] - left[0]) / (2 * step), within(near));
            f.valueAndGradient(x1, x2 - step, left);
            f.valueAndGradient(x1, x2 + step, right);
            assertThat(g[1])
                    .as(f.text())
                    .isCloseTo((f.value(x1, x2 + step) - f.value(x1, x2 - step)) / (2 * step), within(near));
            assertThat(h[1]).as(f.text()).isCloseTo((right[0] - left[0]) / (2 * step), within(near));
            assertThat(h[2]).as(f.text()).isCloseTo((right[1] - left[1]) / (2 * step), within(near));
        });
        assertThat(compared[0]).isGreaterThan(250);
    }

    private static double size(TypedObjective f, double x1, double x2, double[] g, double[] h) {
        return Math.abs(f.value(x1, x2)) + Math.abs(g[0]) + Math.abs(g[1]) + Math.abs(h[0]) + Math.abs(h[1])
                + Math.abs(h[2]);
    }

    /** True if the second derivatives change by much within some steps, or fail to exist. */
    private static boolean kink(TypedObjective f, double x1, double x2, double step) {
        double[] here = new double[3];
        double[] there = new double[3];
        f.hessian(x1, x2, here);
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                f.hessian(x1 + 2 * i * step, x2 + 2 * j * step, there);
                for (int k = 0; k < 3; k++) {
                    if (!(Math.abs(here[k] - there[k]) < 1e-2 * Math.max(1, Math.abs(here[k])))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void compiledCodeAndSingleOperationsGiveTheSameBits() {
        onRandomExpressions(500, (typed, x1, x2) -> {
            TypedObjective f = TypedObjective.compiled(typed.text());
            TypedObjective stepwise = TypedObjective.stepwise(typed.text());
            double[] a = new double[3];
            double[] b = new double[3];
            assertThat(f.valueAndGradient(x1, x2, a)).isEqualTo(Double.valueOf(stepwise.valueAndGradient(x1, x2, b)));
            assertThat(a).containsExactly(b);
            f.hessian(x1, x2, a);
            stepwise.hessian(x1, x2, b);
            assertThat(a).containsExactly(b);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1^x2^x1+", "tan(tanh(sin(asin(x1*x2)/x2)))*", "min(x1,x2^x1)/", "atan(x1)^x2^", "sin("})
    void theLongestExpressionsAreReadQuickly(String piece) {
        String text = piece.repeat(Math.min(40, (TypedObjective.LONGEST - 2) / (piece.length() + 1)));
        String whole = piece.endsWith("(") ? text + "x1" + ")".repeat(text.length() / piece.length()) : text + "x2";
        assertTimeout(Duration.ofSeconds(2), () -> {
            TypedObjective f = TypedObjective.parse(whole);
            double[] h = new double[3];
            for (int i = 0; i < 100; i++) {
                f.hessian(0.3, 0.4, h);
            }
        });
    }

    /** What is compiled in the midst of a race does not bend it. */
    @Test
    void theBitsStayTheSameWhenCompilingBeginsToBeWorthIt() {
        TypedObjective f = TypedObjective.parse("sin(x1)*exp(-x2^2) + max(x1, x2)/3");
        TypedObjective stepwise = TypedObjective.stepwise(f.text());
        for (int i = 0; i < 300; i++) {
            double x = i / 100.0 - 1.5;
            assertThat(f.value(x, 0.3)).isEqualTo(Double.valueOf(stepwise.value(x, 0.3)));
        }
    }

    @Test
    void randomTextIsReadOrRefusedButNeverBreaks() {
        Random random = new Random(2);
        String[] pieces = {
            "x1", "x2", "x", "pi", "e", "1", ".", "5e", "-", "+", "*", "/", "^", "(", ")", ",", " ", "sin", "min(",
            "log(", "abs(", "\"", "'", "\\", "[", "]", "%", "=", "&&", "!", "²", "\u2212", "\ud83d\ude00", "\n", "\0",
            "0x", "_", "TRUE"
        };
        for (int round = 0; round < 8_000; round++) {
            String text = IntStream.range(0, random.nextInt(14))
                    .mapToObj(i -> pieces[random.nextInt(random.nextInt(4) == 0 ? pieces.length : 20)])
                    .reduce("", String::concat);
            Throwable thrown = catchThrowable(() -> TypedObjective.stepwise(text).value(1, 2));
            if (thrown instanceof ExpressionException refused) {
                assertThat(refused.position()).isBetween(0, text.length());
                assertThat(refused.allowed()).isNotBlank();
            } else if (thrown != null) {
                throw new AssertionError("broke on " + text, thrown);
            }
        }
    }
}
