package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.linalg.Rotation2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a typed objective has no value, or no slope, at a point. */
class UndefinedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            log(x1)             | log needs a positive argument, but x1 is -5
            log(-1)             | log needs a positive argument, but got -1
            log(0*x1)           | log needs a positive argument, but 0*x1 is 0
            sin(sqrt(x1+x2))    | sqrt needs an argument of at least 0, but x1+x2 is -7
            asin(x2)            | asin needs an argument from -1 to 1, but x2 is -2
            acos(3)             | acos needs an argument from -1 to 1, but got 3
            1/(x1+5)            | nothing can be divided by 0, and 1/(x1+5) does
            (x1+5)/(x2+2)       | nothing can be divided by 0, and (x1+5)/(x2+2) does
            x1^0.3              | a power of a negative number needs a whole exponent, but x1^0.3 is -5 to the power 0.3
            x1^(x2/4)           | a power of a negative number needs a whole exponent, but x1^(x2/4) is -5 to the power -0.5
            (x1+5)^-2           | 0 has no negative power, and (x1+5)^-2 asks for one
            (x1+5)^(x2)         | 0 has no negative power, and (x1+5)^x2 asks for one
            exp(exp(-x1))+exp(1000) | exp(1000) is too large for a number
            x1^500              | x1^500 is too large for a number
            exp(exp(10))-exp(exp(10)) | exp(exp(10)) is too large for a number
            min(exp(1000),log(-x2-9)) | log needs a positive argument, but -x2-9 is -7
            1/(1+exp(-1000*x1)) | exp(-1000*x1) is too large for a number
            cosh(1000*x1)       | cosh(1000*x1) is too large for a number
            sqrt(x1+5)          | sqrt(x1+5) has no finite slope there: sqrt needs a positive argument for that, but x1+5 is 0
            asin(x1+4)          | asin(x1+4) has no finite slope there: asin needs an argument between -1 and 1 for that, but x1+4 is -1
            (x1+5)^0.25         | (x1+5)^0.25 has no finite slope there: its base must be positive for that, and is 0
            x1^x2               | x1^x2 has no finite slope there: its base must be positive for that, and is -5
            """)
    void theOperationIsNamed(String expression, String why) {
        assertThat(TypedObjective.parse(expression).undefinedAt(-5, -2)).hasValue(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"atan(1/(x1+6))", "log(-x1)", "3", "abs(x1+5)", "(x1+5)^2"})
    void whatComesOutFiniteIsDefined(String expression) {
        assertThat(TypedObjective.parse(expression).undefinedAt(-5, -2)).isEmpty();
    }

    @Test
    void turningIsSaid() {
        Objective turned = new Rotated(TypedObjective.parse("log(x1)"), Rotation2.byDegrees(180));
        assertThat(turned.undefinedAt(-5, -2)).isEmpty();
        assertThat(turned.undefinedAt(5, 2)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("log needs a positive argument, but x1 is -5")
                .endsWith("since turning brings that point to (-5, -2)"));
    }

    @Test
    void whatIsDefinedNowhereHasNoMinimumToShow() {
        for (String expression : new String[] {"log(-1)", "1/0", "x1+log(-1)", "exp(1000)*x1^2", "1e-320*x1^2+1e-320*x2^2+x1"}) {
            assertThat(Objectives.of(TypedObjective.parse(expression)).minima()).as(expression).isEmpty();
        }
    }
}
