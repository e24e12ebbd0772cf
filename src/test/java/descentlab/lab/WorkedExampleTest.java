package descentlab.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.Silhouettes;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.model.Measure;
import descentlab.training.Bench;
import descentlab.training.Comparison;
import descentlab.training.Series;
import descentlab.training.Training;
import descentlab.training.Trials;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the examples are true. */
class WorkedExampleTest {

    private static final int LOSS = Training.LOSS;
    private static final int FIRST_BAND = Training.COLUMNS.size();

    private static List<Training> train(WorkedExample example) {
        TrainingExperiment experiment = example.experiment();
        List<Training> trainings = experiment.runs().stream()
                .map(run -> new Training(
                        ((TableTask) experiment.task()).problem(), ((TableTask) experiment.task()).measure(), run, experiment.plan()))
                .toList();
        trainings.forEach(training -> training.finish());
        return trainings;
    }

    private static double at(Training training, int point, int column) {
        return training.trace().values(point)[column];
    }

    private static double last(Training training, int column) {
        return at(training, training.trace().rows() - 1, column);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkLeadsToTheExample(WorkedExample example) {
        assertThat(WorkedExample.of(TrainingExperiment.read(EncodedQuery.read(example.experiment().query())).orThrow())).contains(example);
    }

    @ParameterizedTest
    @EnumSource
    void formulasAreClosed(WorkedExample example) {
        assertThat(example.background()).allSatisfy(text -> assertThat(text.split("\\$", -1).length % 2).isOne());
    }

    @Test
    void aClockForEachWordHelpsRareWordsAndAGlobalOneDoesNot() {
        List<Training> trainings = train(WorkedExample.RARE_WORDS);
        assertThat(trainings.stream().map(each -> "%.2f".formatted(last(each, FIRST_BAND + 4))))
                .containsExactly("0.66", "0.66", "0.49", "0.48");
    }

    @Test
    void adamFallsAtTheSmallestRatesInARangeTestAndAdagradLast() {
        TrainingExperiment example = WorkedExample.WHICH_RATE.experiment();
        List<Double> steepest = example.runs().reversed().stream()
                .map(run -> {
                    Series test = new Training(TableTask.AIRFOIL.problem(), Measure.NONE, run, example.plan()).search(example.plan().search());
                    test.finish();
                    return test.fitted().get("steepest")[0];
                })
                .toList();
        assertThat(steepest).hasSize(3).isSorted();
    }

    @Test
    void adamLeadsTheStudyAndItMayBeSaid() {
        TrainingExperiment example = WorkedExample.A_FAIR_STUDY.experiment();
        PictureTask task = (PictureTask) example.task();
        List<Trials> trials = example.runs().stream()
                .map(run -> new Trials(
                        Bench.ofPictures(task.network(), Silhouettes.standard(), example.examples(), task.preparation(), example.plan(), Crew.NONE),
                        run,
                        example.plan().search().decades(),
                        example.plan().search().trials(),
                        example.plan().seed()))
                .toList();
        trials.forEach(each -> each.finish());
        Comparison comparison = new Comparison(trials);
        comparison.finish();
        assertThat(comparison.fitted().get("leader")).containsExactly(2);
        assertThat(comparison.fitted().get("confirmed")).containsExactly(1, 1, 1);
        assertThat(Arrays.stream(comparison.fitted().get("ahead")).min().orElseThrow()).isGreaterThan(0.95);
    }

    @Test
    void scratchAndConciseLieOnEachOther() {
        List<Training> trainings = train(WorkedExample.SCRATCH_AND_CONCISE);
        Training textbook = trainings.get(0);
        Training torch = trainings.get(1);
        for (int point = 0; point < textbook.trace().rows(); point++) {
            assertThat(at(torch, point, LOSS)).isCloseTo(at(textbook, point, LOSS), within(1e-7));
            if (at(textbook, point, 0) == 2) {
                assertThat(at(textbook, point, LOSS)).isCloseTo(0.2426, within(5e-5));
            }
        }
        assertThat(last(textbook, LOSS)).isCloseTo(0.2421, within(5e-5));
    }

    @Test
    void adagradIsBelowAQuarterAfterFourTenthsOfAnEpochAndGradientDescentAtTheEnd() {
        List<Training> trainings = train(WorkedExample.THREE_ON_AIRFOIL);
        Training adagrad = trainings.get(0);
        for (int point = 0; point < adagrad.trace().rows(); point++) {
            assertThat(at(adagrad, point, LOSS) < 0.25).isEqualTo(at(adagrad, point, 0) >= 0.4);
        }
        Training descent = trainings.get(1);
        for (int point = 0; point < descent.trace().rows(); point++) {
            assertThat(at(descent, point, LOSS) < 0.25).isEqualTo(at(descent, point, 0) == 2);
        }
    }
}
