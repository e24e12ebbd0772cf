package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.fuzz.Texts;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands for an optimizer: read, or refused by the grammar's own exception at a place within the text. */
class OptimizerSpecFuzzTest {

    @Provide
    Arbitrary<String> specs() {
        List<String> kinds = Optimizers.all().stream().map(OptimizerKind::name).toList();
        List<String> words = Stream.concat(
                        kinds.stream(),
                        Stream.of("(", ")", ",", "=", "lr", "beta", "eps", "schedule", "true", "false", "..", "0.1", "1e-3", "-1",
                                "1e999", "NaN", " ", "step", "invsqrt", "cosine", "warmup", "exponential", "constant", "1.5", "10", "$", "\\",
                                "~", "~8~", "~0~", "keep", "keep=true", "sgd(lr=0.1)~8~"))
                .toList();
        List<String> examples = Stream.concat(
                        Optimizers.all().stream().map(kind -> OptimizerSpec.print(kind.initial())),
                        Stream.of("sgd(lr=0.1,schedule=step(10,0.5))", "adam(lr=0.1,schedule=cosine(20))",
                                "torch.sgd(lr=0.1,momentum=0.9,nesterov=true,schedule=invsqrt(1))", "adagrad(lr=0.001..10)",
                                "momentum(lr=1e-3..1,beta=0.8,schedule=warmup(5))", "sgd(lr=0.4,schedule=exponential(0.99))",
                                "adagrad(lr=0.4)~8~sgd(lr=0.1)", "adam(lr=0.1)~8~adam(lr=0.001..1,keep=true)~ 20 ~sgd(lr=1)",
                                "sgd()~1~sgd()~2~sgd()~3~sgd()~4~sgd()~5~sgd()~6~sgd()~7~sgd(keep=true)"))
                .toList();
        return Texts.about(words, examples);
    }

    @Property(tries = 3_000, seed = "21")
    void oneIsReadBackEqualOrRefusedWithinTheText(@ForAll("specs") String text) {
        try {
            Optimizer read = OptimizerSpec.parse(text);
            assertThat(OptimizerSpec.parse(OptimizerSpec.print(read))).isEqualTo(read);
        } catch (SpecException refused) {
            within(refused, text);
        }
    }

    @Property(tries = 5_000, seed = "24")
    void aMethodIsReadBackEqualOrRefusedWithinTheText(@ForAll("specs") String text) {
        try {
            Method read = MethodSpec.parse(text);
            String printed = MethodSpec.print(read);
            assertThat(MethodSpec.parse(printed)).isEqualTo(read);
            assertThat(MethodSpec.print(MethodSpec.parse(printed))).isEqualTo(printed);
            assertThat(read.title()).isNotBlank();
        } catch (SpecException refused) {
            within(refused, text);
        }
    }

    @Property(tries = 3_000, seed = "22")
    void aRangeIsReadBackEqualOrRefusedWithinTheText(@ForAll("specs") String text) {
        try {
            SweepSpec read = SweepSpec.parse(text);
            assertThat(SweepSpec.parse(read.print())).isEqualTo(read);
            assertThat(read.rates(5)).isSorted();
        } catch (SpecException refused) {
            within(refused, text);
        }
    }

    private static void within(SpecException refused, String text) {
        assertThat(refused.position()).isBetween(0, text.length());
        assertThat(refused.allowed()).isNotBlank();
    }

    @Property(tries = 1_000, seed = "23")
    void oneKeyIsSetOrRefused(@ForAll("specs") String text) {
        Optimizer optimizer = OptimizerSpec.parse("adam(lr=0.1)");
        for (String key : List.of("lr", "beta1", "schedule", "nothing")) {
            try {
                OptimizerSpec.with(optimizer, key, text);
            } catch (SpecException refused) {
                assertThat(refused.allowed()).isNotBlank();
            }
        }
    }
}
