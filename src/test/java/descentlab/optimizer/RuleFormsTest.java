package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.rule.Rule;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer that can be a rule takes the steps of its rule, bit for bit. */
class RuleFormsTest {

    private static final int STEPS = 100;

    static Stream<String> specs() {
        return Stream.concat(
                Optimizers.all().stream()
                        .filter(kind -> !kind.secondOrder())
                        .map(kind -> OptimizerSpec.print(kind.initial())),
                Stream.of(
                        "sgd(lr=0.1,schedule=cosine(50))",
                        "counter(lr=0.5,c=0)",
                        "adagrad(lr=0.4,eps=0)",
                        "adagrad(lr=0.4,power=0.3,memory=0.9)",
                        "adagrad(lr=0.4,power=0.3,eps=0)",
                        "rmsprop(lr=0.1,eps=0,schedule=warmup(7))",
                        "adadelta(eps=0)",
                        "adam(lr=0.1,beta1=0,beta2=0.5,eps=0)",
                        "yogi(lr=0.2,beta2=0.9,eps=0)",
                        "torch.sgd(lr=0.05,momentum=0.9,dampening=0.5,weight_decay=0.1)",
                        "torch.sgd(lr=0.05,momentum=0.9,nesterov=true,weight_decay=0.1)",
                        "torch.sgd(lr=0.05,dampening=0.5)",
                        "torch.adagrad(lr=0.5,lr_decay=0.1,weight_decay=0.1,initial_accumulator_value=0.3)",
                        "torch.adagrad(lr=0.5,eps=0,lr_decay=0.1)",
                        "torch.rmsprop(lr=0.1,centered=true,momentum=0.5,weight_decay=0.01)",
                        "torch.rmsprop(lr=0.1,momentum=0.5,eps=0)",
                        "torch.rmsprop(lr=0.1,centered=true,eps=0)",
                        "torch.adadelta(weight_decay=0.1)",
                        "torch.adam(lr=0.1,amsgrad=true,beta2=0.5,weight_decay=0.1)",
                        "torch.adamw(lr=0.1,weight_decay=0.1,amsgrad=true)",
                        "torch.adamax(lr=0.1,weight_decay=0.1,eps=0)",
                        "torch.nadam(lr=0.1,weight_decay=0.1,momentum_decay=0.1)",
                        "torch.nadam(lr=0.1,weight_decay=0.1,decoupled_weight_decay=true)",
                        "torch.radam(lr=0.1,beta2=0.9,weight_decay=0.1)",
                        "torch.radam(lr=0.1,beta2=0.9,weight_decay=0.1,decoupled_weight_decay=true,eps=0)"));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aRuleTakesTheStepsOfItsOptimizer(String spec) {
        Optimizer optimizer = OptimizerSpec.parse(spec);
        RuleOptimizer rule = RuleForms.of(optimizer).orElseThrow();
        State one = optimizer.start(3);
        State other = rule.start(3);
        double[] x = {-5, -2, 1};
        double[] y = x.clone();
        for (int t = 1; t <= STEPS; t++) {
            one.step(x, gradient(x, t));
            other.step(y, gradient(y, t));
            assertThat(y).as(rule.rule() + " in step " + t).containsExactly(x);
            assertThat(x).doesNotContain(Double.NaN);
        }
        assertThat(other.memories()).extracting(State.Memory::symbol)
                .containsAll(one.memories().stream().map(State.Memory::symbol).filter(used -> isUsed(rule, used)).toList());
    }

    private static boolean isUsed(RuleOptimizer rule, String memory) {
        return rule.rule().text().contains(memory + "=");
    }

    /** Of a stable convex quadratic; the last coordinate has none at every third step. */
    private static double[] gradient(double[] x, int t) {
        return new double[] {0.2 * x[0], 4 * x[1], t % 3 == 0 ? 0 : x[2]};
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aRuleIsReadBackFromItsSpec(String spec) {
        RuleOptimizer rule = RuleForms.of(OptimizerSpec.parse(spec)).orElseThrow();
        String printed = OptimizerSpec.print(rule);
        assertThat(OptimizerSpec.parse(printed)).isEqualTo(rule);
        assertThat(OptimizerSpec.print(OptimizerSpec.parse(printed))).isEqualTo(printed);
        assertThat(RuleForms.of(rule)).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void inFloatAStepIsTheSameToItsPrecision(String spec) {
        Optimizer optimizer = OptimizerSpec.parse(spec);
        Optimizer rule = OptimizerSpec.with(RuleForms.of(optimizer).orElseThrow(), "single", "true");
        int n = 500;
        Random random = new Random(4);
        double[] x = random.doubles(n, -1, 1).toArray();
        double[] g = random.doubles(n, -1, 1).toArray();
        double[] narrow = x.clone();
        optimizer.start(n).step(x, g);
        rule.start(n).step(narrow, g);
        assertThat(narrow).isEqualTo(rounded(narrow)).isNotEqualTo(x);
        double off = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            off += (x[i] - narrow[i]) * (x[i] - narrow[i]);
            norm += x[i] * x[i];
        }
        assertThat(Math.sqrt(off / norm)).isLessThan(1e-5);
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> (float) value).toArray();
    }

    @Test
    void newtonAndDiagonalAreNoRules() {
        assertThat(Optimizers.all().stream().filter(kind -> RuleForms.of(kind.initial()).isEmpty()).map(OptimizerKind::name))
                .containsExactly("newton", "diagonal");
    }

    @Test
    void theRuleIsInOrdinaryWords() {
        assertThat(RuleForms.of(OptimizerSpec.parse("adagrad(lr=0.4)")).map(RuleOptimizer::rule).map(Rule::text))
                .contains("param eps=1e-6;s=s+g^2;x=x-lr/sqrt(s+eps)*g");
    }
}
