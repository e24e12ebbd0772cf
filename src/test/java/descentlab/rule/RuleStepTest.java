package descentlab.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step in parts is the compiled one, and says what in it is no number. */
class RuleStepTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s=s+g^2;x=x-lr*g/sqrt(s+1e-6)",
                "state p=1;p=p*0.9;v=0.9*v+0.1*g;x=x-lr*v/(1-p)",
                "d=g/max(1,allnorm(g));x=x-lr*d*norm(x)/(norm(d)+1e-9)",
                "k=sum(abs(g))*mean(x);x=x-lr*where(g>x,g^3,-g)*k+t^0.3*sign(x)",
                "m=first(g,0.5*m+g);x=x*(1-lr);x=x-lr*m*exp(-t/9)+allsum(1)*allmean(g)*min(g,x,1)"
            })
    void itsPartsAreThoseOfTheCompiledStep(String text) {
        Rule rule = Rule.parse(text);
        Update update = new Update(rule, new double[0], new int[] {3});
        Random random = new Random(5);
        double[] x = random.doubles(3, -1, 1).toArray();
        for (int t = 1; t <= 20; t++) {
            double[] g = random.doubles(3, -1, 1).toArray();
            List<double[]> before = new ArrayList<>();
            for (int i = 0; i < rule.remembered().size(); i++) {
                before.add(update.state(i).clone());
            }
            List<RuleStep.Assigned> parts = new RuleStep(rule, new double[0], before, 0.1, t, x, g).assigned();
            assertThat(parts).hasSameSizeAs(text.replaceAll("state[^;]*;", "").split(";"));
            update.step(0.1, t, x, g, new double[3]);
            assertThat(parts.getLast().name()).isEqualTo("x");
            assertThat(parts.getLast().values()).containsExactly(x);
        }
    }

    private static String obstacle(String text, double... g) {
        return new RuleStep(Rule.parse(text), new double[0], List.of(new double[2]), 0.1, 1, new double[] {-5, -2}, g)
                .obstacle()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s=s+g^2;x=x-lr*g/sqrt(s)              | For x2 the rule divides 0 by 0: sqrt(s) is 0 there",
                "s=s+g^2;x=x-lr/s                      | For x2 the rule divides by zero: s is 0 there",
                "s=s+g;r=s-3;x=x-lr*g/r                | For x1 the rule divides by zero: r is 0 there",
                "x=x-lr*g/0                            | For x1 the rule divides by zero",
                "s=s-g;x=x-lr*g/sqrt(s+1)              | For x1 the rule takes the root of a negative number: s+1 is -2 there",
                "s=s+g;x=x-lr*log(s)                   | For x2 the rule takes the logarithm of what has none: s is 0 there",
                "s=s+g;x=x-lr*(s-4)^0.3                | For x1 the rule raises -1 to the power of 0.3, which is no real number",
                "s=s+g;x=x-lr*where(g>0,s,1/g)         | For x2 the rule divides by zero: g is 0 there",
                "s=s+g;x=x-lr*where(g==0,0,1/g)        | ''",
                "s=s+g;x=x-exp(1e9*s)                  | ''",
                "s=s+g;x=x-sum(1/g)                    | For x2 the rule divides by zero: g is 0 there",
            })
    void saysWhatThereIsNoNumberFor(String rule, String said) {
        assertThat(obstacle(rule, 3, 0)).isEqualTo(said);
    }

    @Test
    void whatWasNoNumberBeforeIsNotBlamedOnTheStep() {
        assertThat(new RuleStep(
                                Rule.parse("s=s+g;x=x-s"), new double[0], List.of(new double[] {Double.NaN, 0}), 1, 2,
                                new double[2], new double[] {1, 1})
                        .obstacle())
                .isEmpty();
    }
}
