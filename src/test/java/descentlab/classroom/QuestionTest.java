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
    void twinsAreToldApartByTheirSettings() {
        assertThat(new Question.Winner().options(race("sgd(lr=0.1)", "adagrad(lr=0.4)", "adagrad(lr=2)")))
                .containsExactly("Gradient descent", "Adagrad (lr=0.4)", "Adagrad (lr=2)");
    }

    @Test
    void aBranchIsToldFromItsParentByItsStages() {
        assertThat(new Question.Winner()
                        .options(race("adagrad(lr=0.4)", "adagrad(lr=0.4)~8~sgd(lr=0.1)", "adagrad(lr=0.4)~8~adagrad(lr=0.1)")))
                .containsExactly("Adagrad", "Adagrad, then Gradient descent", "Adagrad, then at 0.1");
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
