package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.notation.ExpressionException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseExpressionTest {

    private static boolean isRead(String text) {
        try {
            TypedObjective.parse(text);
            return true;
        } catch (ExpressionException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "x^2 + y^2; x1^2+x2^2", "2x1; 2*x1", "2(x1+1); 2*(x1+1)", "x1x2; x1*x2", "xy; x1*x2", "(x1)(x2); x1*x2",
        "x² + 3y²; x1^2+3*x2^2", "x₁² − 4x₂; x1^2-4*x2", "f(x, y) = x·y; x1*x2", "f = 2X1 + Y; 2*x1+x2",
        "|x1| + 10|x2|; abs(x1)+10*abs(x2)", "2 sin(x) cos(y); 2*sin(x1)*cos(x2)", "SIN(x); sin(x1)", "ln(x); log(x1)",
        "x**2; x1^2", "0,5x^2; 0.5*x1^2", "2πx; 2*pi*x1", "x^2y; x1^2*x2", "x^(2)y; x1^2*x2", "[x + 1]{y}; (x1+1)*x2",
        "1/2 + 3y; 1/2+3*x2", "1/2*x y; 1/2*x1*x2", "2e; 2*e", "2e3x; 2000*x1", "√(x); sqrt(x1)", "max(x, 0.5y); max(x1,0.5*x2)",
        "min((0,5), x); min(0.5,x1)", "-2x; -2*x1", "x(y+1); x1*(x2+1)", "x1^-2y; x1^-2*x2"
    })
    void isUnderstood(String typed, String meant) {
        assertThat(isRead(typed)).isFalse();
        assertThat(TypedObjective.parse(LooseExpression.strict(typed)).text()).isEqualTo(TypedObjective.parse(meant).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2x", "1/xy", "x/2y", "1/(2)x", "e^xy", "x2y", "x12", "x3", "z", "sin x", "sin^2(x)", "x 2", "(x)2",
        "2 3", "x²3", "|x", "x|", "|x|y||", "x = 2", "1,2,3", "x,y", "", "(", "x1x", "min(x)", "x__y"})
    void whatHasTwoReadingsOrNoneIsLeftToBeRefused(String typed) {
        assertThat(LooseExpression.strict(typed)).isEqualTo(typed);
        assertThat(isRead(typed)).isFalse();
    }

    private static final List<String> PIECES = List.of(
            "x1", "x2", "x", "y", "pi", "e", "1", "0", ".5", "2.", "1e-3", "0,5", "+", "-", "*", "/", "^", "(", ")", "[", "]", "|",
            ",", " ", "sin(", "min(", "max(", "ln(", "²", "₁", "−", "·", "√", "**", "=", "f(x)=", "\uD800", "é", "\t", "X", "_");

    @Test
    void whatLinksHaveMeansWhatItDidAndNothingElseIsMadeThanWhatIsRead() {
        Random random = new Random(5);
        int understood = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String typed = text.toString();
            String strict = LooseExpression.strict(typed);
            if (isRead(typed)) {
                assertThat(strict).isEqualTo(typed);
            } else if (!strict.equals(typed)) {
                assertThat(isRead(strict)).as(typed).isTrue();
                understood++;
            }
        }
        assertThat(understood).isGreaterThan(500);
    }

    /** Without its signs of multiplication an expression means the same, or is refused. */
    @Test
    void aProductWithoutItsSignIsTheProduct() {
        Random random = new Random(6);
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            String whole = product(random, 3);
            String typed = whole.replace("*", "").replace("x1", "x").replace("x2", "y");
            String strict = LooseExpression.strict(typed);
            if (!strict.equals(typed)) {
                understood++;
                TypedObjective meant = TypedObjective.parse(whole);
                TypedObjective read = TypedObjective.parse(strict);
                assertThat(read.text()).as(typed).isEqualTo(meant.text());
                assertThat(read.value(1.25, -0.75)).isEqualTo(meant.value(1.25, -0.75));
            }
        }
        assertThat(understood).isGreaterThan(5_000);
    }

    /** Numbers stand first in a product, as people write them. */
    private static String product(Random random, int depth) {
        String name = random.nextBoolean() ? "x1" : "x2";
        return switch (depth == 0 ? 0 : random.nextInt(6)) {
            case 0 -> name;
            case 1 -> (2 + random.nextInt(8)) + "*" + name + "*(" + product(random, depth - 1) + "+1)";
            case 2 -> name + "*(x1+" + product(random, depth - 1) + ")";
            case 3 -> "(" + product(random, depth - 1) + "+" + product(random, depth - 1) + ")*" + name;
            case 4 -> name + "^2*" + "(" + product(random, depth - 1) + "-" + product(random, depth - 1) + ")";
            default -> "sin(" + product(random, depth - 1) + ")*cos(" + name + ")";
        };
    }
}
