package descentlab.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.anatomy.Term.Role;
import descentlab.objective.Objectives;
import descentlab.objective.Objective;
import descentlab.objective.Point;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the anatomy of a step promises, of every optimizer. */
class AnatomyContractTest {

    private static final int STEPS = 60;
    private static final Point START = new Point(-1.5, 2);
    private static final double[] NOISES = {0, 0.3};

    /** Settings that call upon every line that there is. */
    private static final List<String> SPECS = List.of(
            "momentum(lr=0.01,beta=0)", "nesterov(lr=0.01,beta=0)", "counter(lr=0.02,c=0)",
            "adagrad(lr=0.5,power=0.3,memory=0.9)", "adadelta(lr=0.5)", "sgd(lr=0.01,schedule=invsqrt(1))",
            "momentum(lr=0.01,schedule=exponential(0.9))", "adam(lr=0.1,schedule=step(7,0.5))",
            "adagrad(lr=0.5,schedule=cosine(40))", "rmsprop(lr=0.05,schedule=warmup(10))",
            "torch.sgd(lr=0.01,momentum=0.9,dampening=0.5,weight_decay=0.1)",
            "torch.sgd(lr=0.01,momentum=0.9,nesterov=true,weight_decay=0.1)", "torch.sgd(lr=0.01,weight_decay=0.1)",
            "torch.adagrad(lr=0.5,lr_decay=0.1,weight_decay=0.2,initial_accumulator_value=0.3)",
            "torch.rmsprop(lr=0.01,centered=true)", "torch.rmsprop(lr=0.01,momentum=0.5,weight_decay=0.1)",
            "torch.rmsprop(lr=0.01,momentum=0.5,centered=true)", "torch.adadelta(lr=1,weight_decay=0.1)",
            "torch.adam(lr=0.1,amsgrad=true,weight_decay=0.1)", "torch.adamw(lr=0.1,weight_decay=0.3,amsgrad=true)",
            "torch.adamax(lr=0.1,weight_decay=0.1)", "torch.nadam(lr=0.1,weight_decay=0.1,decoupled_weight_decay=true)",
            "torch.radam(lr=0.01,weight_decay=0.1,decoupled_weight_decay=true)", "torch.radam(lr=0.01,beta2=0.9)",
            "adagrad(lr=0.4)~8~momentum(lr=0.01)~30~adam(lr=0.1)",
            "torch.nadam(lr=0.1)~9~torch.nadam(lr=0.05,beta1=0.8,keep=true)",
            "adam(lr=0.1)~9~adam(lr=0.05,beta1=0.8,beta2=0.99,keep=true)",
            "torch.radam(lr=0.01)~9~torch.radam(lr=0.005,beta2=0.9,keep=true)");

    static Stream<Method> methods() {
        return Stream.concat(
                Optimizers.all().stream().map(AnatomyContractTest::initial), SPECS.stream().map(MethodSpec::parse));
    }

    /** At a rate that keeps it in bounds. */
    private static Method initial(OptimizerKind kind) {
        return kind.withRate(kind.initial(), Math.min(kind.initial().lr(), 0.001));
    }

    private static Objective himmelblau() {
        return Objectives.named("himmelblau").orElseThrow().function();
    }

    private static Anatomy anatomy(Method method, int step, double noise) {
        return new Dissection(himmelblau(), method, START, step, noise, 5).advance(() -> false).orElseThrow();
    }

    private static Term only(Anatomy anatomy, Role role) {
        return anatomy.terms().stream().filter(term -> term.role() == role).reduce((a, b) -> b).orElseThrow();
    }

    /** To the last bit; and so are the gradient, the memories and the rates. */
    @ParameterizedTest
    @MethodSource("methods")
    void theLastLineIsWhereTheRunWent(Method method) {
        for (double noise : NOISES) {
            Descent descent = new Descent(himmelblau(), method, START, STEPS, noise, 5);
            descent.advance(STEPS);
            int rows = descent.trace().rows();
            assertThat(rows).as("%s goes on", method).isGreaterThan(20);
            for (int step = 1; step < rows; step++) {
                Anatomy anatomy = anatomy(method, step, noise);
                assertThat(anatomy.step()).isEqualTo(step);
                for (int i = 0; i < 2; i++) {
                    String what = method + ", step " + step + ", x" + (i + 1);
                    assertThat(anatomy.terms().getFirst().values()[i]).as(what)
                            .isEqualTo(descent.trace().at(step - 1, Descent.X1 + i));
                    assertThat(anatomy.terms().get(1).values()[i]).as(what)
                            .isEqualTo(descent.trace().at(step - 1, Descent.G1 + i));
                    assertThat(only(anatomy, Role.NEXT).values()[i]).as(what)
                            .isEqualTo(descent.trace().at(step, Descent.X1 + i));
                    rateIs(anatomy, i, descent.trace().at(step, Descent.RATE1 + i), what);
                }
                memoriesAre(anatomy, descent, step);
            }
        }
    }

    /** Where a formula has a rate for each coordinate, it is the one of the row; Adadelta's is that times lr. */
    private static void rateIs(Anatomy anatomy, int i, double rate, String what) {
        anatomy.terms().stream()
                .filter(term -> term.role() == Role.RATE && term.symbol().equals("\\alpha_i"))
                .forEach(term -> assertThat(term.values()[term.values().length == 1 ? 0 : i]).as(what).isEqualTo(rate));
    }

    private static void memoriesAre(Anatomy anatomy, Descent descent, int row) {
        for (Term term : anatomy.terms()) {
            String column = switch (term.symbol()) {
                case "D" -> "d";
                case "s_{\\max}" -> "smax";
                default -> term.symbol();
            };
            int at = descent.trace().columns().indexOf(column + "1");
            if (term.role() == Role.MEMORY) {
                assertThat(at).as(column).isPositive();
                assertThat(term.values()).as(column).containsExactly(
                        descent.trace().at(row, at), descent.trace().at(row, at + 1));
            }
        }
    }

    /** The step is the difference of two points but for the rounding of the sum, and for weight decay beforehand. */
    @ParameterizedTest
    @MethodSource("methods")
    void theLinksOfAChainAddUpToTheStep(Method method) {
        for (int step : new int[] {1, 2, 9, 10, 17, 40}) {
            Anatomy anatomy = anatomy(method, step, 0.1);
            if (anatomy.chain().isEmpty()) {
                continue;
            }
            double[] whole = only(anatomy, Role.STEP).values();
            for (int i = 0; i < 2; i++) {
                int at = i;
                double sum = anatomy.chain().stream().mapToDouble(link -> link.values()[at]).sum();
                double size = anatomy.chain().stream().mapToDouble(link -> Math.abs(link.values()[at])).sum();
                assertThat(sum).as("%s, step %d", method, step).isCloseTo(whole[i], within(1e-12 * size + 1e-300));
            }
            assertThat(anatomy.chain().getFirst().step()).isEqualTo(step);
            assertThat(anatomy.chain().stream().filter(link -> !link.older())).hasSizeLessThanOrEqualTo(Anatomy.LONGEST);
        }
    }

    /** Whoever remembers a sum of gradients shows it as a chain. */
    @Test
    void momentumHasAChain() {
        List<String> chained = methods().filter(method -> method.stages().size() == 1)
                .filter(method -> !anatomy(method, 20, 0).chain().isEmpty())
                .map(method -> Optimizers.of(method.last()).name())
                .distinct()
                .toList();
        assertThat(chained).containsExactlyInAnyOrder("momentum", "nesterov", "adam", "yogi", "torch.sgd", "torch.rmsprop",
                "torch.adam", "torch.adamw", "torch.adamax", "torch.nadam", "torch.radam");
    }

    @Test
    void adagradsLinesAreThoseOfTheBook() {
        Anatomy anatomy = new Dissection(
                Objectives.named("ellipse").orElseThrow().function(),
                OptimizerSpec.parse("adagrad(lr=0.4,eps=0.01)"), new Point(-5, -2), 2, 0, 0)
                .advance(() -> false).orElseThrow();
        assertThat(anatomy.terms().stream().map(term -> term.symbol() + (term.formula().isEmpty() ? "" : " = " + term.formula())))
                .containsExactly(
                        "x", "g", "\\eta", "s = s + g^2", "r = \\sqrt{s + \\epsilon}", "\\alpha_i = \\frac{\\eta}{r}",
                        "\\Delta = -\\alpha_i\\, g", "x' = x + \\Delta");
        // numpy: s = 1 + g1**2; 0.4 / sqrt(s + 0.01) with g1 = 0.2 * (-5 + 0.4 / sqrt(1.01))
        double x = -5 + 0.4 / Math.sqrt(1.01);
        double g = 0.2 * x;
        double s = 1 + g * g;
        assertThat(only(anatomy, Role.MEMORY).values()[0]).isCloseTo(s, within(1e-14));
        assertThat(only(anatomy, Role.RATE).values()[0]).isCloseTo(0.4 / Math.sqrt(s + 0.01), within(1e-14));
        assertThat(anatomy.terms().get(3).numbers().getFirst()).isEqualTo("1 + (-0.9204)^2 = 1.847");
        assertThat(anatomy.terms().get(5).numbers().getFirst()).isEqualTo("\\frac{0.4}{1.363} = 0.2935");
    }

    @Test
    void aStepAfterTheEndIsRefused() {
        Dissection past = new Dissection(
                Objectives.named("ellipse").orElseThrow().function(),
                OptimizerSpec.parse("sgd(lr=1e6)"), new Point(-5, -2), 50, 0, 0);
        assertThatThrownBy(() -> past.advance(() -> false))
                .isInstanceOfSatisfying(Dissection.NoSuchStep.class, refused -> assertThat(refused.last()).isLessThan(50));
    }

    @Test
    void aLongWayIsGoneInPortions() {
        Dissection far = new Dissection(himmelblau(), OptimizerSpec.parse("adam(lr=0.001)"), START, 1000, 0, 0);
        int portions = 0;
        while (far.advance(() -> true).isEmpty()) {
            portions++;
        }
        assertThat(portions).isBetween(5, 20);
    }
}
