package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerSpecTest {

    @Test
    void readsKeysDefaultsAndSchedules() {
        assertThat(OptimizerSpec.parse("adagrad(lr=0.4)"))
                .isEqualTo(new Adagrad(0.4, 1e-6, 0.5, 1, Schedule.CONSTANT));
        assertThat(OptimizerSpec.parse(" sgd ( lr = 1e-3 , schedule = step(10, 0.5) ) "))
                .isEqualTo(new Sgd(1e-3, new Schedule.Step(10, 0.5)));
        assertThat(OptimizerSpec.parse("torch.sgd(momentum=0.9,nesterov=true,weight_decay=.5)"))
                .isEqualTo(new TorchSgd(1e-3, 0.9, 0, 0.5, true, Schedule.CONSTANT));
        assertThat(OptimizerSpec.parse("momentum()")).isEqualTo(new Momentum(0.1, 0.9, Schedule.CONSTANT));
    }

    @Test
    void printsWhatDiffersFromTheDefaults() {
        assertThat(print("adagrad(eps=1e-6,lr=0.4,power=0.25)")).isEqualTo("adagrad(lr=0.4,power=0.25)");
        assertThat(print("sgd(schedule=constant)")).isEqualTo("sgd(lr=0.1)");
        assertThat(print("sgd(lr=2,schedule=invsqrt(1))")).isEqualTo("sgd(lr=2,schedule=invsqrt(1))");
        assertThat(print("torch.sgd(nesterov=true,momentum=0.9)"))
                .isEqualTo("torch.sgd(lr=0.001,momentum=0.9,nesterov=true)");
    }

    private static String print(String spec) {
        return OptimizerSpec.print(OptimizerSpec.parse(spec));
    }

    @Test
    void oneKeyIsSetAndTheRestKept() {
        Optimizer adagrad = OptimizerSpec.parse("adagrad(lr=0.4,power=0.25,schedule=warmup(5))");
        assertThat(OptimizerSpec.print(OptimizerSpec.with(adagrad, "memory", "0.5")))
                .isEqualTo("adagrad(lr=0.4,power=0.25,memory=0.5,schedule=warmup(5))");
        assertThat(OptimizerSpec.print(OptimizerSpec.with(adagrad, "schedule", "constant")))
                .isEqualTo("adagrad(lr=0.4,power=0.25)");
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.with(adagrad, "power", "3"))
                .satisfies(refused -> assertThat(refused.allowed()).isEqualTo("a number from 0 to 2 for power"));
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.with(adagrad, "power", "1,memory=0"));
    }

    static Stream<OptimizerKind> kinds() {
        return Optimizers.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsPrintedReadsBackTheSame(OptimizerKind kind) {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (OptimizerKind.Key key : kind.keys()) {
                if (key.flag()) {
                    continue; // flags may exclude other keys
                }
                double drawn = key.least() + random.nextDouble() * (Math.min(key.most(), 1) - key.least());
                values.put(key.name(), random.nextInt(3) == 0 ? key.initial() : drawn);
            }
            Schedules.Form form = Schedules.all().get(random.nextInt(Schedules.all().size()));
            double[] arguments =
                    form.keys().stream().mapToDouble(OptimizerKind.Key::initial).toArray();
            Optimizer optimizer = kind.make(values, form.make(arguments));
            assertThat(OptimizerSpec.parse(OptimizerSpec.print(optimizer))).isEqualTo(optimizer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
            adagrid(lr=0.4)              |  0 | adagrid     | adagrad
            adagrad                      |  7 | ""          | opening bracket
            adagrad lr=0.4               |  8 | lr=0.4      | opening bracket
            adagrad(lr=0.4               | 14 | ""          | closing bracket
            adagrad(lr=0.4))             | 15 | )           | nothing after
            adagrad(lr)                  | 10 | )           | '='
            adagrad(lr=)                 | 11 | ""          | a number from 0 to 1000000
            adagrad(lr=NaN)              | 11 | NaN         | a number
            adagrad(lr=Infinity)         | 11 | Infinity    | a number
            adagrad(lr=0x1p3)            | 11 | 0x1p3       | a number
            adagrad(lr=1f)               | 11 | 1f          | a number
            adagrad(lr=1e999)            | 11 | 1e999       | a number
            adagrad(lr=-0.4)             | 11 | -0.4        | a number from 0
            adagrad(lr=1e300)            | 11 | 1e300       | a number from 0
            adagrad(lr=1,lr=2)           | 13 | lr          | each key once
            adagrad(rate=1)              |  8 | rate        | lr, eps, power, memory, schedule
            adagrad(lr=1,)               | 13 | )           | each key once
            momentum(beta=1)             | 14 | 1           | to below 1
            torch.sgd(nesterov=1)        | 19 | 1           | true or false
            sgd(schedule=linear(1))      | 13 | linear      | constant, invsqrt(1)
            sgd(schedule=step(10))       | 20 | ))          | step(10,0.5)
            sgd(schedule=step(1.5,0.5))  | 18 | 1.5         | a whole number
            (lr=1)                       |  0 | (lr=1)      | one of
            """)
    void saysWhatWasWrongWhereAndWhatIsAllowed(String spec, int position, String came, String allowed) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.parse(spec))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.came()).isEqualTo(came);
                    assertThat(refused.allowed()).contains(allowed);
                });
    }

    @Test
    void refusesKeysThatDoNotGoTogether() {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.parse("torch.sgd(nesterov=true)"))
                .withMessageContaining("momentum above 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 1_000_000})
    void refusesWhatIsTooLongBeforeReadingIt(int length) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> OptimizerSpec.parse("(".repeat(length)))
                .withMessageContaining("at most 400 characters");
    }

    @Test
    void randomTextIsReadOrRefusedButNeverBreaks() {
        Random random = new Random(2);
        String alphabet = "adgrsml(),=.0159eE+- torch_\u00e9\u2212\n\t%&";
        for (int round = 0; round < 5_000; round++) {
            String text = IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                    .reduce(random.nextBoolean() ? "" : "adagrad(lr=", String::concat);
            Throwable thrown = catchThrowable(() -> OptimizerSpec.parse(text));
            assertThat(thrown).satisfiesAnyOf(
                    none -> assertThat(none).isNull(),
                    refused -> assertThat(refused).isInstanceOf(SpecException.class));
        }
    }
}
