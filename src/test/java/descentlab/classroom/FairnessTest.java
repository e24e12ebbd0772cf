package descentlab.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private static final SurfaceExperiment RACE =
            SurfaceExperiment.read(Map.of("run", List.of("adagrad(lr=0.4)", "sgd(lr=0.1)", "sgd(lr=3)"))).orThrow();

    /** Ends at those values of f; what is not finite has diverged. */
    private static List<Way> ends(double... values) {
        return Arrays.stream(values)
                .mapToObj(f -> new Way(
                        RACE.runs().getFirst(),
                        Double.isFinite(f) ? new Outcome.Finished() : new Outcome.Diverged(3, "", OptionalDouble.empty()),
                        new double[2],
                        new Point(0, 0),
                        f))
                .toList();
    }

    private static Optional<String> winner(List<Way> before, List<Way> at, List<Way> after) {
        return Fairness.refusal(new Question.Winner(), RACE, List.of(before, at, after));
    }

    @Test
    void aClearWinnerIsAskedFor() {
        List<Way> clear = ends(0.5, 1, Double.NaN);
        assertThat(winner(clear, clear, clear)).isEmpty();
        List<Way> negative = ends(-1, -0.8, 3);
        assertThat(winner(negative, negative, negative)).isEmpty();
        List<Way> alone = ends(Double.NaN, 2, Double.NaN);
        assertThat(winner(alone, alone, alone)).isEmpty();
    }

    @Test
    void whatEndsWithinATenthIsNot() {
        List<Way> close = ends(1, 0.95, 7);
        assertThat(winner(close, close, close)).hasValueSatisfying(why -> assertThat(why)
                .startsWith("Gradient descent (rate 0.1) (f = 0.95) and Adagrad (rate 0.4) (f = 1) end within a tenth"));
        List<Way> same = ends(0, 0, 1);
        assertThat(winner(same, same, same)).as("both at the minimum").isPresent();
        List<Way> negative = ends(-1, -0.95, 3);
        assertThat(winner(negative, negative, negative)).isPresent();
    }

    @Test
    void whatTurnsAStepEarlierOrLaterIsNot() {
        List<Way> one = ends(0.5, 1, 7);
        List<Way> other = ends(1, 0.5, 7);
        assertThat(winner(other, one, one)).hasValueSatisfying(why -> assertThat(why).contains("change places"));
        assertThat(winner(one, one, other)).hasValueSatisfying(why -> assertThat(why).contains("change places"));
    }

    @Test
    void whatHasNoAnswerIsNot() {
        List<Way> lost = ends(Double.NaN, Double.NaN, Double.NaN);
        assertThat(winner(lost, lost, lost)).hasValueSatisfying(why -> assertThat(why).contains("All of them diverge"));
        List<Way> third = ends(1, 2, Double.NaN);
        List<List<Way>> around = List.of(third, third, third);
        assertThat(Fairness.refusal(new Question.Place(2), RACE, around)).isPresent();
        assertThat(Fairness.refusal(new Question.FinalValue(2), RACE, around)).isPresent();
        assertThat(Fairness.refusal(new Question.Place(0), RACE, around)).isEmpty();
        assertThat(Fairness.refusal(new Question.Diverges(2), RACE, around)).isEmpty();
    }
}
