package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import descentlab.notation.ExpressionException;
import descentlab.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TypedObjectiveTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    static Stream<JsonNode> cases() {
        return Golden.cases("objectives.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithAutomaticDifferentiation(JsonNode reference) {
        GoldenObjectiveTest.agrees(TypedObjective.parse(reference.get("expression").asString()), reference);
    }

    private static double value(String expression, double x1, double x2) {
        return TypedObjective.parse(expression).value(x1, x2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x1^2           |  -9", "2^-x1          | 0.125", "2^3^2        | 512", "-2^2            |  -4",
                "1+2^-1          | 1.5", "x1--x2          |   8", "x1*-x2       | -15", "--x1            |   3",
                "6/x1*2          |   4", "6-x1-2         |   1", "2^-1^2       | 0.5", "+x1             |   3",
                "x1^-2*9         |   1", "-x1^-1*-3      |   1", "(-x1)^2      |   9", ".5*x1           | 1.5",
                "5.*x1           |  15", "1e1*x1         |  30", "2E-1*x1      | 0.6", "1e+1            |  10",
                "min(x1,x2,2)    |   2", "max(1,x1,x2)   |   5", "abs(-x1)     |   3", "log(e)          |   1",
                "log(e^x1)       |   3", "sqrt(x1+x2+1)  |   3", "cos(pi)      |  -1", "exp(0)          |   1",
                "atan(1)*4-pi    |   0", "x1^0           |   1", "0^0          |   1", "x1 ^ 2 + x2     |  14",
                "2^(1+1)^x1     | 256", "-(-x1)^2*2   | -18", "1-2-3+4      |   0", "0*x1         |   0",
            })
    void isReadAsMathematicsIsWritten(String expression, double expected) {
        assertThat(value(expression.strip(), 3, 5)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            nullValues = "nothing",
            textBlock = """
            x1+             |  3 | nothing | x1, x2, pi
            ""              |  0 | nothing | a number, x1
            x1 x2           |  3 | x2      | as in 2*x1, or 1/(2*x1) and 1/2*x1
            2x1             |  1 | x1      | as in 2*x1, or 1/(2*x1) and 1/2*x1
            (x1)(x2)        |  4 | (       | as in 2*x1, or 1/(2*x1) and 1/2*x1
            2sin(x1)        |  1 | sin     | as in 2*x1, or 1/(2*x1) and 1/2*x1
            (x1) 3          |  5 | 3       | an operator
            1 2             |  2 | 2       | an operator
            x1**2           |  3 | *       | ^ for powers
            x3              |  0 | x3      | x1, x2, pi, e
            sinus(x1)       |  0 | sinus   | sin, cos
            SIN(x1)         |  0 | SIN     | in small letters
            sin x1          |  0 | sin     | '('
            sin(x1,x2)      |  6 | ","     | min and max only
            (x1,x2)         |  3 | ","     | min and max only
            min(x1)         |  6 | )       | another argument of min
            sin()           |  4 | )       | a number, x1
            ()              |  1 | )       | a number, x1
            (x1             |  3 | nothing | ')' for each
            x1)             |  2 | )       | only after its '('
            0x1F            |  0 | 0x1F    | a number such as
            1.2.3           |  0 | 1.2.    | a number such as
            1e999           |  0 | 1e999   | a number such as
            2e+x1           |  0 | 2e+     | digits after the e
            x1%2            |  2 | %       | + - * / ^
            x1²             |  2 | ²       | + - * / ^
            x1 − x2         |  3 | −       | + - * / ^
            "if(x1>0,1,2)"  |  5 | >       | + - * / ^
            random()        |  0 | random  | sin, cos
            x1.x2           |  2 | .       | an operator
            x1^2+x2)*3      |  7 | )       | only after its '('
            max(x1,         |  7 | nothing | a number, x1
            (x1 x2)         |  4 | x2      | as in 2*x1, or 1/(2*x1) and 1/2*x1
            1e              |  1 | e       | as in 2*x1, or 1/(2*x1) and 1/2*x1
            0x1             |  1 | x1      | as in 2*x1, or 1/(2*x1) and 1/2*x1
            foo(            |  0 | foo     | one of the functions
            x1(x2)          |  2 | (       | as in 2*x1, or 1/(2*x1) and 1/2*x1
            SIN(            |  0 | SIN     | in small letters
            x1,x2           |  2 | ","     | min and max only
            .               |  0 | .       | a number such as
            """)
    void saysWhatWasWrongWhereAndWhatIsAllowed(String expression, int position, String came, String allowed) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> TypedObjective.parse(expression == null ? "" : expression))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.came()).isEqualTo(came == null ? "" : came);
                    assertThat(refused.allowed()).contains(allowed);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1+", "(", "-", "^2", "sin("})
    void refusesWhatIsTooLongOrTooDeep(String piece) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> TypedObjective.parse(piece.repeat(1_000_000)))
                .withMessageContaining("at most 200 characters");
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> TypedObjective.parse("(".repeat(41) + "x1" + ")".repeat(41)))
                .withMessageContaining("40 deep");
    }

    private static double[] derivatives(String expression, double x1, double x2) {
        TypedObjective f = TypedObjective.parse(expression);
        double[] g = new double[2];
        double[] h = new double[3];
        assertThat(f.valueAndGradient(x1, x2, g)).isEqualTo(f.value(x1, x2));
        f.hessian(x1, x2, h);
        return new double[] {g[0], g[1], h[0], h[1], h[2]};
    }

    @Test
    void powersAreDifferentiatedAtZeroToo() {
        assertThat(derivatives("x1^2+x2^3", 0, 0)).containsExactly(0, 0, 2, 0, 0);
        assertThat(derivatives("x1^1+x2^0", 0, 0)).containsExactly(1, 0, 0, 0, 0);
        assertThat(derivatives("x1^4", -2, 0)).containsExactly(-32, 0, 48, 0, 0);
        assertThat(derivatives("x1^-1", 2, 0)).containsExactly(-0.25, 0, 0.25, 0, 0);
        assertThat(derivatives("x1^17", -1, 0)).containsExactly(17, 0, -272, 0, 0);
        assertThat(derivatives("x1^2.5+x2^1.5", 0, 0)).containsExactly(0, 0, 0, 0, INFINITY);
        assertThat(derivatives("x1^0.5", 0, 0)[0]).isEqualTo(INFINITY);
        assertThat(derivatives("x1^x2", 0, 2)).startsWith(0, 0, 2).endsWith(0);
        assertThat(derivatives("2^x1", 0, 0)[0]).isCloseTo(StrictMath.log(2), within(1e-16));
    }

    @Test
    void whereADerivativeIsMissingTheMeanOfTheSidesStandsIn() {
        assertThat(derivatives("abs(x1)", 0, 0)).containsExactly(0, 0, 0, 0, 0);
        assertThat(derivatives("abs(x1)", -3, 0)).containsExactly(-1, 0, 0, 0, 0);
        assertThat(derivatives("max(x1,x2)", 1, 1)).containsExactly(0.5, 0.5, 0, 0, 0);
        assertThat(derivatives("max(x1,x2)", 2, 1)).containsExactly(1, 0, 0, 0, 0);
        assertThat(derivatives("min(x1,x2)", 2, 1)).containsExactly(0, 1, 0, 0, 0);
        assertThat(derivatives("max(x1^2,-x1)", 0, 0)).containsExactly(-0.5, 0, 1, 0, 0);
        assertThat(derivatives("max(x1,-x1)", 0, 0)).containsExactly(derivatives("abs(x1)", 0, 0));
    }

    @Test
    void whatHasNoValueIsNotANumberAndNoException() {
        assertThat(value("log(x1)", -1, 0)).isNaN();
        assertThat(value("sqrt(x1)", -1, 0)).isNaN();
        assertThat(value("asin(x1)", 2, 0)).isNaN();
        assertThat(value("x1^0.5", -1, 0)).isNaN();
        assertThat(value("x1^(1/3)", -8, 0)).isNaN();
        assertThat(value("1/x1", 0, 0)).isEqualTo(INFINITY);
        assertThat(value("0*log(x1)", -1, 0)).isNaN();
        assertThat(value("max(x1,log(x2))", 1, -1)).isNaN();
        assertThat(value("1e200*(1e200*x1)", 1e-300, 0)).isCloseTo(1e100, within(1e86));
    }

    @Test
    void farOutTanhIsFlatAndNotUndefined() {
        assertThat(derivatives("tanh(x1)", 400, 0)).containsExactly(0, 0, -0.0, 0, 0);
        assertThat(derivatives("tanh(x1)", 19, 0)[0]).isCloseTo(4 * StrictMath.exp(-38), within(1e-30));
    }

    @Test
    void knowsAQuadraticWhenItSeesOne() {
        assertThat(TypedObjective.parse("0.1*x1^2+2*x2^2-x1+3").constantHessian())
                .hasValue(new Curvature(0.2, 0, 4));
        assertThat(TypedObjective.parse("(x1+x2)^2/4-x1*x2").constantHessian())
                .hasValue(new Curvature(0.5, -0.5, 0.5));
        assertThat(TypedObjective.parse("x1^3").constantHessian()).isEmpty();
        assertThat(Objectives.of(TypedObjective.parse("(x1-1)^2+2*(x2+3)^2")).minima())
                .containsExactly(new Point(1, -3));
        assertThat(Objectives.of(TypedObjective.parse("x1^2-x2^2")).minima()).isEmpty();
        assertThat(Objectives.of(TypedObjective.parse("exp(x1)")).minima()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1*x1^2+2*x2^2        | 0.1\\,x_1^{2} + 2\\,x_2^{2}",
                "sin(x1)*cos(x2)        | \\sin\\left(x_1\\right)\\,\\cos\\left(x_2\\right)",
                "1/(1+x1^2)             | \\frac{1}{1 + x_1^{2}}",
                "x1+sqrt(x2)            | x_1 + \\sqrt{x_2}",
                "(x1-1)^2*3             | \\left(x_1 - 1\\right)^{2} \\cdot 3",
                "x1*(x1+x2)             | x_1\\,\\left(x_1 + x_2\\right)",
                "-x1^2-(x1-x2)          | -x_1^{2} - \\left(x_1 - x_2\\right)",
                "1e-9*x1*atan(x2)       | 10^{-9}\\,x_1\\,\\arctan\\left(x_2\\right)",
                "e^-x1*pi               | e^{-x_1}\\,\\pi",
            })
    void isWrittenInTex(String expression, String tex) {
        assertThat(TypedObjective.parse(expression.strip()).tex()).isEqualTo(tex);
    }

    @Test
    void barsStandForAbs() {
        assertThat(TypedObjective.parse("abs(x1)").tex()).isEqualTo("\\left|x_1\\right|");
    }

    @Test
    void isWrittenWithTheBracketsItNeeds() {
        assertThat(TypedObjective.parse(" ( (x1) - (x2 - 1) ) * ((2)) ").text()).isEqualTo("(x1-(x2-1))*2");
        assertThat(TypedObjective.parse("((-x1))^2 + (-(x1^2)) + 2^(-x1)").text())
                .isEqualTo("(-x1)^2+-x1^2+2^-x1");
        assertThat(TypedObjective.parse("max( x1 , 0.50 )").text()).isEqualTo("max(x1,0.5)");
    }
}
