package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.optimizer.MethodSpec;
import descentlab.training.TrainingPlan;
import descentlab.tuning.RateSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A link says how a rate is looked for, and is read back as the same. */
class SearchParametersTest {

    private static Reading<TrainingExperiment> read(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=airfoil&search=test&run=sgd() | search=test&run",
        "data=airfoil&search=sweep&from=0.001&to=10&batches=50&trials=9&run=sgd() | search=sweep&from=0.001&to=10&batches=50&trials=9&run",
        "data=silhouettes&search=test&batches=100&run=sgd() | search=test&batches=100&run",
        "data=silhouettes&run=sgd() | true&run",
        "data=airfoil&search=study&trials=6&decades=2.5&run=sgd(lr=0.1) | search=study&trials=6&decades=2.5&run"})
    void allOfItIsReadAndWritten(String link, String written) {
        TrainingExperiment experiment = read(link).orThrow();
        assertThat(experiment.query()).contains(written.strip());
        assertThat(read(experiment.query()).orThrow()).isEqualTo(experiment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "search=best | search", "from=0.1 | from", "trials=9 | trials", "search=test&from=0 | from", "search=test&from=-1 | from",
        "search=test&from=NaN | from", "search=test&from=1&to=1 | to", "search=test&from=2&to=1 | to", "search=test&to=1e7 | to",
        "search=test&batches=19 | batches", "search=test&batches=1001 | batches", "search=sweep&trials=1 | trials",
        "search=sweep&trials=42 | trials", "search=test&batches=ten | batches", "search=test&search=sweep | search",
        "decades=2 | decades", "search=study&decades=0 | decades",
        "search=study&decades=9 | decades"})
    void whatCannotBeIsNamed(String query, String parameter) {
        Reading<TrainingExperiment> reading = read(query.strip() + "&run=sgd(lr=0.1)");
        assertThat(reading.problems()).extracting(Problem::parameter).containsExactly(parameter.strip());
        // And what a page opens on then can be written and read.
        String query2 = reading.experiment().query();
        assertThat(read(query2).experiment()).isEqualTo(reading.experiment());
    }

    @Test
    void withoutASearchNothingOfItStays() {
        TrainingExperiment searched = read("search=sweep&from=0.001&trials=5&run=sgd()").orThrow();
        Reading<? extends Experiment> none = searched.with("search", "none");
        assertThat(none.problems()).isEmpty();
        assertThat(none.experiment()).isEqualTo(read("run=sgd()").orThrow()).isEqualTo(searched.withoutSearch());
        Reading<? extends Experiment> test = searched.with("search", "test");
        assertThat(((TrainingExperiment) test.experiment()).plan().search())
                .isEqualTo(new RateSearch(RateSearch.Kind.TEST, 0.001, 100, 300, 5, 3));
    }

    /** Else a rate that is taken over would have all of it computed anew. */
    @Test
    void theQuestionIsTheSameWhateverRatesThereAre() {
        String rest = "data=silhouettes&model=mlp&pictures=500&batch=50&search=test&";
        String asked = RateQuestion.of(read(rest + "epochs=3&curvature=edge&run=adagrad(lr=0.1)~500~sgd(lr=0.2)").orThrow()).query();
        assertThat(RateQuestion.of(read(rest + "epochs=9&run=adagrad(lr=0.7)").orThrow()).query()).isEqualTo(asked);
        assertThat(RateQuestion.of(read(rest + "epochs=9&run=adagrad(lr=0.7,eps=0.1)").orThrow()).query()).isNotEqualTo(asked);
        assertThat(RateQuestion.of(read(rest + "seed=1&run=adagrad(lr=0.7)").orThrow()).query()).isNotEqualTo(asked);
        assertThat(read(asked).orThrow().query()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "search=sweep&data=silhouettes&batch=4096&batches=100&run=sgd() | batches", "search=study&epochs=1000&trials=41&run=sgd() | trials",
        "search=study&data=silhouettes&epochs=50&run=sgd() | trials", "search=study&run=adagrad(lr=0) | run",
        "search=study&run=adagrad()&run=adagrad(lr=101) | run"})
    void aPageOpensWhateverItsSearchWouldTakeAndItIsRefusedWhereItIsToBeComputed(String query, String parameter) {
        TrainingExperiment searched = read(query.strip()).orThrow();
        assertThat(RateQuestion.refusal(searched)).map(Problem::parameter).contains(parameter.strip());
        assertThat(RateQuestion.refusal(read("search=test&run=sgd()").orThrow())).isEmpty();
    }

    @Test
    void aStudyIsAboutTheRatesThereAre() {
        TrainingExperiment study = read("data=silhouettes&model=mlp&pictures=500&search=study&epochs=3&curvature=edge&run=adagrad(lr=0.1)").orThrow();
        TrainingExperiment asked = RateQuestion.of(study);
        assertThat(asked.runs()).isEqualTo(study.runs());
        assertThat(asked.plan().epochs()).isEqualTo(3);
        assertThat(asked.plan().curvature().on()).isFalse();
        assertThat(read(asked.query()).orThrow()).isEqualTo(asked);
    }

    @Test
    void aRateGoesIntoTheFirstStageOfItsMethod() {
        TrainingExperiment training = read("search=test&run=sgd(lr=0.1)&run=adagrad(lr=0.1)~500~sgd(lr=0.2)").orThrow();
        TrainingExperiment answered = RateQuestion.answered(training, 1, 0.03);
        assertThat(answered.runs()).extracting(MethodSpec::print)
                .containsExactly("sgd(lr=0.1)", "adagrad(lr=0.03)~500~sgd(lr=0.2)");
        assertThat(answered.plan()).isEqualTo(training.plan());
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e7}) {
            assertThat(RateQuestion.answered(training, 0, rate)).isEqualTo(training);
        }
        assertThat(RateQuestion.answered(training, 2, 0.1)).isEqualTo(training);
        assertThat(RateQuestion.answered(training, -1, 0.1)).isEqualTo(training);
    }

    @Test
    void namesTellTwoOfAKindApart() {
        TrainingExperiment training = read("run=sgd(lr=0.1)&run=adagrad(lr=0.1)&run=adagrad(lr=0.1,eps=0.1)").orThrow();
        assertThat(RateQuestion.name(training, 0)).isEqualTo("Gradient descent");
        assertThat(RateQuestion.name(training, 1)).isEqualTo("Adagrad (lr=0.1)");
        assertThat(RateQuestion.name(training, 2)).isEqualTo("Adagrad (lr=0.1, eps=0.1)");
    }

    @Test
    void aPlanAloneHasNothingBeside() {
        TrainingPlan plan = read("data=silhouettes&search=test&landscape=path&ratemaps=true&run=sgd()").orThrow().plan();
        assertThat(plan.alone()).isEqualTo(read("data=silhouettes&run=sgd()").orThrow().plan());
    }
}
