package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.anatomy.Dissection;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.dataset.ZipfText;
import descentlab.model.Architecture;
import descentlab.model.Crew;
import descentlab.model.LogisticRegression;
import descentlab.model.WeightErrorByBand;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.RuleForms;
import descentlab.optimizer.RuleOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descents and trainings by rules of somebody's own. */
class RuleTrainingTest {

    private static Descent descent(Method method) {
        Descent descent = new Descent(
                Objectives.named("ellipse").orElseThrow().function(), method, new Point(-5, -2), 40, 0.1, 3);
        descent.advance(40);
        return descent;
    }

    @Test
    void aRaceByARuleIsThatOfItsOptimizer() {
        Descent one = descent(OptimizerSpec.parse("adam(lr=0.4)"));
        Descent other = descent(RuleForms.of(OptimizerSpec.parse("adam(lr=0.4)")).orElseThrow());
        assertThat(other.trace().columns()).isEqualTo(one.trace().columns());
        for (int row = 0; row <= 40; row++) {
            for (int column : new int[] {Descent.X1, Descent.X2, Descent.F, Descent.FIRST_MEMORY, Descent.FIRST_MEMORY + 3}) {
                assertThat(other.trace().at(row, column)).isEqualTo(one.trace().at(row, column));
            }
        }
        double taken = other.trace().at(7, Descent.X1) - other.trace().at(8, Descent.X1);
        assertThat(other.trace().at(8, Descent.RATE1)).isEqualTo(taken / other.trace().at(7, Descent.G1));
    }

    @Test
    void aRuleThatDividesByZeroEndsWithASentence() {
        Descent descent = descent(OptimizerSpec.parse("rule(lr=0.1,do=x=x-lr*g/0)"));
        assertThat(descent.outcome()).isInstanceOfSatisfying(Outcome.Diverged.class, diverged ->
                assertThat(diverged.explanation())
                        .contains("could not be taken from (-5.00, -2.00). For x1 the rule divides by zero; shown is"));
        assertThat(descent.trace().at(0, Descent.X1)).isEqualTo(-5);
    }

    @Test
    void aRuleThatBlowsUpEndsWithASentence() {
        Descent descent = descent(OptimizerSpec.parse("rule(lr=1,do=x=x+exp(abs(g)*50))"));
        assertThat(descent.outcome()).isInstanceOf(Outcome.Diverged.class);
    }

    private static Training training(Method method) {
        ZipfText text = ZipfText.standard();
        Training training = new Training(
                new LogisticRegression(text.table()),
                new WeightErrorByBand(text),
                method,
                new TrainingPlan(10, 1, 4_000, 0, true, InitialParameters.ZERO));
        training.finish();
        return training;
    }

    @Test
    void aTableIsTrainedByARuleAsByItsOptimizer() {
        Method method = OptimizerSpec.parse("adagrad(lr=0.3)");
        Training one = training(method);
        Training other = training(RuleForms.of(method.first()).orElseThrow());
        assertThat(other.trace().last(Training.LOSS)).isPositive().isEqualTo(one.trace().last(Training.LOSS));
    }

    private static Training network(Architecture network, Optimizer optimizer) {
        ImageData pictures = new ImageData(
                "some", "Some", Silhouettes.standard().training().first(256), Silhouettes.standard().test().first(20));
        Training training = new Training(
                network.on(28, 10), pictures, optimizer, new TrainingPlan(32, 1, 128, 3, true), Crew.NONE);
        training.finish();
        return training;
    }

    @ParameterizedTest
    @ValueSource(strings = {"adagrad(lr=0.02)", "momentum(lr=0.1)", "torch.adam(lr=0.003)"})
    void leNetIsTrainedByARuleAsByItsOptimizer(String spec) {
        Optimizer optimizer = OptimizerSpec.parse(spec);
        RuleOptimizer rule = RuleForms.of(optimizer).orElseThrow();
        double[] one = network(Architecture.LENET, optimizer).parameters();
        assertThat(network(Architecture.LENET, rule).parameters()).containsExactly(one);
        double[] single = network(Architecture.LENET, OptimizerSpec.with(rule, "single", "true")).parameters();
        double off = 0;
        double norm = 0;
        for (int i = 0; i < single.length; i++) {
            assertThat(single[i]).isEqualTo((float) single[i]);
            off += Math.pow(single[i] - one[i], 2);
            norm += Math.pow(one[i], 2);
        }
        assertThat(Math.sqrt(off / norm)).isPositive().isLessThan(1e-4);
    }

    /** Of a weight that has no gradient a rule's rate is none: the others' quantiles are told all the same. */
    @Test
    void ratesOfALayerAreOfTheWeightsThatHaveOne() {
        Training training = network(Architecture.LENET_RELU, OptimizerSpec.parse("rule(lr=0.01,do=x=x-lr*g)"));
        assertThat(training.rates()).contains(Double.NaN);
        Trace trace = training.trace();
        for (String column : trace.columns()) {
            if (column.contains(".rate")) {
                assertThat(trace.last(trace.columns().indexOf(column))).as(column).isCloseTo(0.01, within(1e-6));
            }
        }
    }

    /** Weights and bias are tensors of their own: of the bias alone the mean is itself. */
    @Test
    void reductionsAreOfATensor() {
        Training training = training(OptimizerSpec.parse("rule(lr=0.3,do=m=mean(g);x=x-lr*(g==m))"));
        double[] weight = training.fitted().get("weight");
        assertThat(weight).containsOnly(0);
        assertThat(training.fitted().get("bias")[0]).isNegative();
    }

    @Test
    void aStepByARuleIsToldAsAWhole() {
        Method method = MethodSpec.parse("sgd(lr=0.1)~3~rule(lr=0.4,do=s=s+g^2;x=x-lr*g/sqrt(s+1e-6))");
        var anatomy = new Dissection(
                        Objectives.named("ellipse").orElseThrow().function(), method, new Point(-5, -2), 5, 0.1, 3)
                .advance(() -> false)
                .orElseThrow();
        assertThat(anatomy.optimizer()).isEqualTo("rule");
        assertThat(anatomy.terms()).extracting("symbol").containsExactly("x", "g", "\\eta", "s", "x", "\\Delta", "x'");
        Descent descent = descent(method);
        assertThat(anatomy.terms().getLast().values())
                .containsExactly(descent.trace().at(5, Descent.X1), descent.trace().at(5, Descent.X2));
    }
}
