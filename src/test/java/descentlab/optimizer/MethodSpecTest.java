package descentlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of stages. */
class MethodSpecTest {

    @Test
    void anOptimizerAloneIsAMethod() {
        Method alone = MethodSpec.parse("adagrad(lr=0.4)");
        assertThat(alone).isEqualTo(OptimizerSpec.parse("adagrad(lr=0.4)"));
        assertThat(alone.stages()).containsExactly(new Stage(0, (Optimizer) alone, false));
        assertThat(alone.withRate(0.1)).isEqualTo(OptimizerSpec.parse("adagrad(lr=0.1)"));
    }

    @Test
    void readsEachStageWithItsHandover() {
        Method method = MethodSpec.parse("adagrad(lr=0.4)~8~sgd(lr=0.1)~20~sgd(lr=0.01,keep=true)");
        assertThat(method.stages())
                .containsExactly(
                        new Stage(0, OptimizerSpec.parse("adagrad(lr=0.4)"), false),
                        new Stage(8, OptimizerSpec.parse("sgd(lr=0.1)"), false),
                        new Stage(20, OptimizerSpec.parse("sgd(lr=0.01)"), true));
        assertThat(method.lr()).isEqualTo(0.01);
        assertThat(MethodSpec.print(method.withRate(0.5)))
                .isEqualTo("adagrad(lr=0.4)~8~sgd(lr=0.1)~20~sgd(lr=0.5,keep=true)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            adagrad()~8~sgd()                                     | adagrad(lr=0.1)~8~sgd(lr=0.1)
            sgd(lr=0.10) ~ 008 ~ sgd( keep = true , lr = 0.2 )    | sgd(lr=0.1)~8~sgd(lr=0.2,keep=true)
            sgd()~8~sgd(keep=false)                               | sgd(lr=0.1)~8~sgd(lr=0.1)
            adam()~3~adam(keep=true,schedule=step(4,0.5),eps=0)   | adam(lr=0.1)~3~adam(lr=0.1,eps=0,schedule=step(4,0.5),keep=true)
            """)
    void printsInOneWay(String came, String printed) {
        String written = MethodSpec.print(MethodSpec.parse(came));
        assertThat(written).isEqualTo(printed);
        assertThat(MethodSpec.print(MethodSpec.parse(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
            sgd(keep=true)                                  |  4 | keep          | keep is for a later stage
            sgd(keep=true)~8~sgd()                          |  4 | keep          | keep is for a later stage
            sgd()~8~adagrad(lr=1,keep=true)                 | 21 | keep=true     | not from sgd to adagrad; without it adagrad starts afresh
            sgd()~8~torch.sgd(keep=true)                    | 18 | keep=true     | between stages of one kind
            sgd()~8~sgd(keep=1)                             | 17 | 1             | true or false for keep
            sgd()~8~sgd(keep=true,keep=true)                | 22 | keep          | each key once
            sgd()~8~sgd(rate=1)                             | 12 | rate          | lr, schedule, keep
            sgd()~0~sgd()                                   |  6 | 0             | a whole number above 0
            sgd()~-1~sgd()                                  |  6 | -1            | a whole number above 0
            sgd()~8.5~sgd()                                 |  6 | 8.5           | a whole number above 0
            sgd()~1e3~sgd()                                 |  6 | 1e3           | a whole number above 0
            sgd()~9999999999999999999~sgd()                 |  6 | 9999999999999999999 | a whole number above 0
            sgd()~~sgd()                                    |  6 | ""            | a whole number above 0
            sgd()~ 8 ~sgd()~ 8 ~sgd()                       | 17 | 8             | a whole number above 8
            sgd()~8~sgd()~5~sgd()                           | 14 | 5             | a whole number above 8
            sgd()~8                                         |  7 | ""            | an optimizer after the handover
            sgd()~8~                                        |  8 | ""            | one of sgd
            ~8~sgd()                                        |  0 | ""            | one of sgd
            sgd()~8~sgd(lr=x)                               | 15 | x             | a number from 0
            sgd()~8~adagrid()                               |  8 | adagrid       | one of sgd
            sgd()~8~sgd() x                                 | 14 | x             | nothing after the closing bracket
            """)
    void saysWhatWasWrongWhereAndWhatIsAllowed(String spec, int position, String came, String allowed) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> MethodSpec.parse(spec))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.came()).isEqualTo(came);
                    assertThat(refused.allowed()).contains(allowed);
                });
    }

    private static String stages(int count) {
        StringBuilder spec = new StringBuilder("sgd(lr=0.1)");
        for (int i = 1; i < count; i++) {
            spec.append('~').append(i).append("~sgd(lr=0.1)");
        }
        return spec.toString();
    }

    @Test
    void eightStagesAreTheMost() {
        assertThat(MethodSpec.print(MethodSpec.parse(stages(8)))).isEqualTo(stages(8));
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> MethodSpec.parse(stages(9)))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(stages(8).length());
                    assertThat(refused.allowed()).isEqualTo("at most 8 stages");
                });
        assertThatExceptionOfType(SpecException.class).isThrownBy(() -> MethodSpec.parse("~".repeat(1_000_000)));
    }

    @Test
    void aHandoverThatCannotBeIsRefusedWhereItStands() {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> MethodSpec.parse(
                        "sgd()~8~sgd()~20~sgd()", at -> at < 20 ? Optional.empty() : Optional.of("less than 20")))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(14);
                    assertThat(refused.came()).isEqualTo("20");
                    assertThat(refused.allowed()).isEqualTo("less than 20");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "adagrad(lr=0.4)~8~sgd(lr=0.001..10)",
        "adagrad(lr=0.001..10,eps=0.001)~8~sgd(lr=0.1)~9~adagrad(lr=0.001)",
        "sgd(lr=0.001)~8~sgd(lr=0.001..0.1,keep=true)",
    })
    void oneStageHasARange(String spec) {
        SweepSpec sweep = SweepSpec.parse(spec);
        assertThat(sweep.print()).isEqualTo(spec);
        assertThat(sweep.at(5).stages().get(sweep.stage()).optimizer().lr()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
            sgd(lr=0.1)~8~sgd(lr=0.1)                  | 25 | ""      | a range of rates in one stage
            sgd(lr=0.1..1)~8~sgd(lr=0.1..2)            | 24 | 0.1..2  | one range in all stages, and there is one in stage 1
            sgd(lr=1..1)~8~sgd(lr=0.1)                 |  7 | 1..1    | the smaller first
            sgd(lr=0.1)~8~adam(lr=1..2,keep=true)      | 27 | keep=true | between stages of one kind
            """)
    void aSweepTakesOneRange(String spec, int position, String came, String allowed) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> SweepSpec.parse(spec))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.came()).isEqualTo(came);
                    assertThat(refused.allowed()).contains(allowed);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            adagrad(lr=0.4)                                               | Adagrad
            adagrad(lr=0.4)~8~sgd(lr=0.1)                                 | Adagrad, then Gradient descent
            adagrad(lr=0.4)~8~adagrad(lr=0.1,keep=true)~9~adam(lr=0.1)    | Adagrad, then at 0.1, then Adam
            sgd(lr=0.1)~8~sgd(lr=0.1)                                     | Gradient descent, then afresh
            adam(lr=0.1)~8~adam(lr=0.1,beta1=0,keep=true)                 | Adam, then with other settings
            """)
    void isCalledByItsStages(String spec, String title) {
        assertThat(MethodSpec.parse(spec).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            sgd                          | sgd()
            torch.adam                   | torch.adam()
            adagrad(lr=0.4)~8~sgd        | adagrad(lr=0.4)~8~sgd()
            sgd ~ 8 ~ adam               | sgd()~ 8 ~adam()
            """)
    void bracketsThatAreMissingArePutIn(String without, String with) {
        assertThat(MethodSpec.bracketed(without)).contains(with);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd()", "adagrad(lr=0.4)~8~sgd()", "", "~", "sgd(", "8", "sgd lr=0.1"})
    void whereNoneAreMissingNoneArePutIn(String text) {
        assertThat(MethodSpec.bracketed(text)).isEmpty();
    }

    @Test
    void stagesThatCannotBeAreNone() {
        Stage first = new Stage(0, OptimizerSpec.parse("sgd()"), false);
        Stage later = new Stage(8, OptimizerSpec.parse("adam()"), false);
        List.of(
                        List.of(first),
                        Collections.nCopies(9, first),
                        List.of(later, later),
                        List.of(first, first),
                        List.of(first, new Stage(8, later.optimizer(), true)))
                .forEach(stages -> assertThatIllegalArgumentException().isThrownBy(() -> new Staged(stages)));
    }
}
