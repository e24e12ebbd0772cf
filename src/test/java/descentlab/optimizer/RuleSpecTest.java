package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in the grammar of runs. */
class RuleSpecTest {

    private static final String OWN = "rule(lr=0.4,eps=1e-6,do=s=s+g^2;x=x-lr*g/sqrt(s+eps))";

    @Test
    void aRuleStandsWhereAnOptimizerDoes() {
        Optimizer read = OptimizerSpec.parse(" rule( do = s = s + g^2; x = x - lr*g/sqrt(s + eps) , eps=1e-6,lr=0.4)");
        assertThat(OptimizerSpec.print(read)).isEqualTo(OWN);
        assertThat(OptimizerSpec.parse(OWN)).isEqualTo(read).hasSameHashCodeAs(read);
        assertThat(Optimizers.of(read)).isEqualTo(Optimizers.of(OptimizerSpec.parse(OWN)));
        assertThat(Optimizers.of(read).keys()).extracting(OptimizerKind.Key::name).containsExactly("lr", "eps", "single");
        assertThat(read.memories()).containsExactly("s");
        double[] x = {-5, -2};
        read.start(2).step(x, new double[] {-1, 0});
        assertThat(x).containsExactly(-5 + 0.4 / Math.sqrt(1 + 1e-6), -2);
    }

    @Test
    void declaredParametersAreWrittenWhereTheyDiffer() {
        String text = "rule(lr=0.1,do=param a=0.9;v=a*v+g;x=x-lr*v)";
        assertThat(OptimizerSpec.print(OptimizerSpec.parse(text))).isEqualTo(text);
        Optimizer other = OptimizerSpec.with(OptimizerSpec.parse(text), "a", "0.5");
        assertThat(OptimizerSpec.print(other)).isEqualTo("rule(lr=0.1,a=0.5,do=param a=0.9;v=a*v+g;x=x-lr*v)");
        Optimizer scheduled = OptimizerSpec.with(other, "schedule", "step(10,0.5)");
        assertThat(OptimizerSpec.print(scheduled))
                .isEqualTo("rule(lr=0.1,a=0.5,schedule=step(10,0.5),do=param a=0.9;v=a*v+g;x=x-lr*v)");
        assertThat(OptimizerSpec.parse(OptimizerSpec.print(scheduled))).isEqualTo(scheduled);
    }

    @Test
    void stagesSweepsAndHeatsTakeRules() {
        String staged = "adagrad(lr=0.4)~8~rule(lr=0.1,do=v=0.9*v+g;x=x-lr*v)~16~rule(lr=0.01,do=v=0.9*v+g;x=x-lr*v,keep=true)";
        Method read = MethodSpec.parse(staged);
        assertThat(MethodSpec.print(read)).isEqualTo(staged);
        assertThat(read.title()).isEqualTo("Adagrad, then Your own rule, then at 0.01");
        assertThat(SweepSpec.parse("rule(lr=0.001..10,do=x=x-lr*g)").print()).isEqualTo("rule(lr=0.001..10,do=x=x-lr*g)");
        assertThat(HeatSpec.parse("rule(lr=0.001..10,a=0..0.9,do=v=a*v+g;x=x-lr*v)").print())
                .isEqualTo("rule(lr=0.001..10,a=0..0.9,do=v=a*v+g;x=x-lr*v)");
    }

    @Test
    void aStageThatKeepsGoesOnWithWhatIsRemembered() {
        String rule = "do=state p=1;p=p*0.5;v=0.9*v+g;x=x-lr*p*v)";
        State first = OptimizerSpec.parse("rule(lr=0.1," + rule).start(2);
        double[] x = {1, 2};
        double[] g = {0.5, -1};
        first.step(x, g);
        State second = OptimizerSpec.parse("rule(lr=0.1," + rule).start(2);
        second.continueFrom(first);
        double[] y = x.clone();
        first.step(x, g);
        second.step(y, g);
        assertThat(y).containsExactly(x);
        State.Mark mark = second.mark();
        double[] z = y.clone();
        second.step(y, g);
        mark.back();
        second.step(z, g);
        assertThat(z).containsExactly(y);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "rule                                     | 4  | do= and the rule",
                "rule()                                   | 6  | do= and the rule",
                "rule(lr=0.1)                             | 12 | do= and the rule",
                "rule(do=x=x-lr*q)                        | 15 | There are x, g",
                "rule(do=x=x-lr*g,do=x=x-g)               | 17 | each key once",
                "rule(q=1,do=x=x-lr*g)                    | 5  | each key once, of lr, single, schedule, do",
                "rule(x=1,do=x=x-lr*g)                    | 5  | each key once",
                "rule(a=1,a=2,do=x=x-a*g)                 | 9  | each key once",
                "rule(a=NaN,do=x=x-a*g)                   | 7  | a number from",
                "rule(a=1e13,do=x=x-a*g)                  | 7  | a number from",
                "rule(a=1,do=x=x-a*g;a=2)                 | 20 | a is a parameter",
                "rule(do=x=x-(lr*g)                       | 18 | a comma or a closing bracket",
                "rule(do=x=x-lr*g))                       | 17 | nothing after",
            })
    void isRefusedAtTheCharacter(String text, int position, String allowed) {
        SpecException refused = assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.parse(text))
                .actual();
        assertThat(refused.position()).as(refused.getMessage()).isEqualTo(position);
        assertThat(refused.allowed()).contains(allowed);
    }

    @Test
    void keepIsForEqualRules() {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> MethodSpec.parse("rule(do=x=x-lr*g)~5~rule(keep=true,do=x=x-lr*g*2)"))
                .withMessageContaining("between stages of one rule");
    }
}
