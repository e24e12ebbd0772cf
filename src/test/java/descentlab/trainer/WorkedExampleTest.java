package descentlab.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.experiment.TrainingExperiment;
import descentlab.training.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
                        experiment.task().problem(), experiment.task().measure(), run, experiment.plan()))
                .toList();
        trainings.forEach(training -> training.advance(Integer.MAX_VALUE));
        return trainings;
    }

    private static double at(Training training, int point, int column) {
        return training.points(point)[column];
    }

    private static double last(Training training, int column) {
        return at(training, training.pointCount() - 1, column);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkLeadsToTheExample(WorkedExample example) {
        Map<String, List<String>> query = Arrays.stream(example.experiment().query().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> pair[0], Collectors.mapping(pair -> pair[1], Collectors.toList())));
        assertThat(WorkedExample.of(TrainingExperiment.read(query).orThrow())).contains(example);
    }

    @ParameterizedTest
    @EnumSource
    void formulasAreClosed(WorkedExample example) {
        assertThat(example.background()).allSatisfy(text -> assertThat(text.split("\\$", -1).length % 2).isOne());
    }

    @Test
    void allLearnFrequentWordsEquallyAndTheGlobalRateLeavesRareOnesBehind() {
        List<Training> trainings = train(WorkedExample.RARE_WORDS);
        int rarest = FIRST_BAND + 4;
        assertThat(trainings).allSatisfy(each -> assertThat(last(each, FIRST_BAND)).isBetween(0.205, 0.225));
        assertThat(last(trainings.get(0), rarest)).isCloseTo(0.72, within(0.005));
        assertThat(last(trainings.get(1), rarest)).isCloseTo(0.52, within(0.005));
        assertThat(last(trainings.get(2), rarest)).isCloseTo(0.47, within(0.005));
    }

    @Test
    void scratchAndConciseLieOnEachOther() {
        List<Training> trainings = train(WorkedExample.SCRATCH_AND_CONCISE);
        Training textbook = trainings.get(0);
        Training torch = trainings.get(1);
        for (int point = 0; point < textbook.pointCount(); point++) {
            assertThat(at(torch, point, LOSS)).isCloseTo(at(textbook, point, LOSS), within(1e-7));
            if (at(textbook, point, 0) == 2) {
                assertThat(at(textbook, point, LOSS)).isCloseTo(0.2426, within(5e-5));
            }
        }
        assertThat(last(textbook, LOSS)).isCloseTo(0.2421, within(5e-5));
    }

    @Test
    void adagradIsAtTheBottomFirst() {
        List<Training> trainings = train(WorkedExample.THREE_ON_AIRFOIL);
        double bottom = last(trainings.get(0), LOSS);
        assertThat(at(trainings.get(0), 2, LOSS)).isLessThan(bottom + 0.01);
        assertThat(at(trainings.get(1), 2, LOSS)).isGreaterThan(bottom + 0.1);
        assertThat(last(trainings.get(1), LOSS)).isGreaterThan(bottom + 0.005);
    }
}
