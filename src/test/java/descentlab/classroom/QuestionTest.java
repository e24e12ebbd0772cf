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
