package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeatSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "momentum(lr=0.001..10.0,beta=0.0..0.99)",
                "adagrad(lr=0.1..1.0,eps=1.0E-8..1.0,power=0.3)",
                "torch.sgd(lr=0.1..1.0,momentum=0.0..0.9,nesterov=false,schedule=invsqrt(1))",
            })
    void whatIsWrittenReadsBackAsTheSame(String text) {
        HeatSpec spec = HeatSpec.parse(text);
        assertThat(HeatSpec.parse(spec.print())).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            momentum(lr=0.1..1)                         | a range of rates and one of another key
            momentum(lr=0.1,beta=0..0.9)                | a range of rates and one of another key
            momentum()                                  | a range of rates and one of another key
            adam(lr=0.1..1,beta1=0..0.9,beta2=0..0.9)   | a range of rates and one of another key
            momentum(lr=0.1..1,beta=0.9..0)             | the smaller first
            momentum(lr=0.1..1,beta=0..1)               | to below 1 for beta
            momentum(lr=0..1,beta=0..0.9)               | above 0
            momentum(lr=0.1..1,beta=0..x)               | for beta
            momentum(lr=0.1..1,beta=..)                 | for beta
            torch.adam(lr=0.1..1,amsgrad=false..true)   | true or false
            torch.sgd(lr=0.1..1,momentum=0..0.9,nesterov=true) | momentum
            momentum(lr=0.1..1,beta=0..0.9)~3~sgd()     | nothing after the closing bracket
            """)
    void aWrongSpecSaysWhatIsAllowed(String text, String allowed) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> HeatSpec.parse(text))
                .satisfies(refused -> assertThat(refused.allowed()).contains(allowed));
    }

    @Test
    void valuesAreEvenAndOverTwoDecadesEvenInTheirLogarithm() {
        assertThat(HeatSpec.parse("momentum(lr=0.1..1,beta=0..0.9)").values(4)).containsExactly(new double[] {0, 0.3, 0.6, 0.9}, within(1e-15));
        double[] eps = HeatSpec.parse("adagrad(lr=0.1..1,eps=1e-8..1)").values(5);
        assertThat(eps).startsWith(1e-8).endsWith(1);
        assertThat(eps[2]).isCloseTo(1e-4, within(1e-15));
    }

    static Stream<Optimizer> optimizers() {
        return Optimizers.all().stream().map(OptimizerKind::initial);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aroundAnOptimizerIsItself(Optimizer optimizer) {
        for (OptimizerKind.Key key : HeatSpec.keys(optimizer)) {
            HeatSpec spec = HeatSpec.around(optimizer, key);
            double value = Optimizers.of(optimizer).values(optimizer).get(key.name());
            assertThat(optimizer.lr()).isBetween(spec.from(), spec.to());
            assertThat(value).isBetween(spec.least(), spec.most());
            assertThat(spec.at(optimizer.lr(), value)).isEqualTo(optimizer);
            assertThat(HeatSpec.parse(spec.print())).isEqualTo(spec);
        }
    }
}
