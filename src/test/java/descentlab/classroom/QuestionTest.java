package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Questions about races in words. */
class QuestionTest {

    private static SurfaceExperiment race(String... runs) {
        return SurfaceExperiment.read(Map.of("run", List.of(runs))).orThrow();
    }

    @Test
    void optimizersAreNamedWithTheirRates() {
        assertThat(new Question.Winner().options(race("sgd(lr=0.1)", "adagrad(lr=0.4)", "adagrad(lr=2)")))
                .containsExactly("Gradient descent (rate 0.1)", "Adagrad (rate 0.4)", "Adagrad (rate 2)");
        assertThat(new Question.Winner().options(race("sgd(lr=0.1)", "sgd(lr=0.1,schedule=invsqrt(1))")))
                .as("of one rate")
                .containsExactly("Gradient descent (rate 0.1)", "Gradient descent (rate 0.1, schedule invsqrt(1))");
        assertThat(new Question.Winner().options(race("momentum(lr=0.1,beta=0.5)", "sgd(lr=0.1,schedule=step(5,0.5))")))
                .containsExactly("Momentum (rate 0.1, beta 0.5)", "Gradient descent (rate 0.1, schedule step(5,0.5))");
    }

    @Test
    void aRuleIsNamedWithoutItsTextUnlessThereAreTwo() {
        String rule = "rule(lr=0.4,a=0.5,do=v=a*v+g;x=x-lr*v)";
        assertThat(new Question.Winner().options(race(rule, "sgd(lr=0.1)")))
                .containsExactly("Your own rule (rate 0.4, a 0.5)", "Gradient descent (rate 0.1)");
        assertThat(new Question.Winner().options(race(rule, rule.replace("x=x-lr*v", "x=x-lr*g*a"))))
                .containsExactly(
                        "Your own rule (lr=0.4,a=0.5,do=v=a*v+g;x=x-lr*v)", "Your own rule (lr=0.4,a=0.5,do=v=a*v+g;x=x-lr*g*a)");
    }

    @Test
    void aTryVariesTheRateOfARule() {
        TryTask task = TryTask.of(TryTask.Vary.RATE, race("rule(lr=0.4,do=x=x-lr*g)"), 0);
        assertThatCode(() -> task.check(race("rule(lr=0.1,do=x=x-lr*g)"))).doesNotThrowAnyException();
        assertThatExceptionOfType(ClassroomException.class).isThrownBy(() -> task.check(race("rule(lr=0.1,do=x=x-lr*g/2)")));
        assertThatExceptionOfType(ClassroomException.class).isThrownBy(() -> task.check(race("sgd(lr=0.1)")));
    }

    @Test
    void aBranchIsToldFromItsParentByItsStages() {
        assertThat(new Question.Winner()
                        .options(race("adagrad(lr=0.4)", "adagrad(lr=0.4)~8~sgd(lr=0.1)", "adagrad(lr=0.4)~8~adagrad(lr=0.1)")))
                .containsExactly("Adagrad (rate 0.4)", "Adagrad, then Gradient descent (rate 0.1)", "Adagrad, then at 0.1");
        assertThat(new Question.Winner().options(race("sgd(lr=0.1)~8~adam(lr=0.1)", "sgd(lr=0.1)~9~adam(lr=0.1)")))
                .containsExactly(
                        "Gradient descent, then Adam (lr=0.1)~8~adam(lr=0.1)",
                        "Gradient descent, then Adam (lr=0.1)~9~adam(lr=0.1)");
    }

    @Test
    void whenARateIsAskedForItIsTheLastStages() {
        TryTask task = TryTask.of(TryTask.Vary.RATE, race("sgd(lr=0.1)~8~adam(lr=0.1)"), 0);
        assertThatCode(() -> task.check(race("sgd(lr=0.1)~8~adam(lr=0.3)"))).doesNotThrowAnyException();
        assertThatExceptionOfType(ClassroomException.class).isThrownBy(() -> task.check(race("sgd(lr=0.3)~8~adam(lr=0.1)")));
        assertThatExceptionOfType(ClassroomException.class).isThrownBy(() -> task.check(race("sgd(lr=0.1)~9~adam(lr=0.1)")));
    }
}
