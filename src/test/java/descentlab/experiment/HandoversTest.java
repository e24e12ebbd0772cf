package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where links may hand over, and what becomes of handovers when something else is changed. */
class HandoversTest {

    private static Reading<? extends Experiment> read(String link) {
        String[] parts = link.split("\\?", 2);
        return Experiment.read(parts[0], EncodedQuery.read(parts[1]));
    }

    private static List<String> specs(Experiment experiment) {
        return experiment.runs().stream().map(MethodSpec::print).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "lab/surface?steps=20&run=adagrad(lr=0.4)~8~sgd(lr=0.1)~19~sgd(lr=0.01,keep=true)",
        "lab/training?batch=10&epochs=2&run=adagrad(lr=0.4)~10~sgd(lr=0.1)~2990~sgd(lr=0.01)",
        "lab/training?batch=64&epochs=2&run=adagrad(lr=0.4)~1500~sgd(lr=0.1)~1564~sgd(lr=0.01)",
        "lab/training?data=silhouettes&run=adagrad(lr=0.03)~256~adagrad(lr=0.003,keep=true)",
    })
    void aLinkWithStagesReadsBackTheSame(String link) {
        Experiment experiment = read(link).orThrow();
        assertThat(specs(experiment)).singleElement().asString().contains("~");
        assertThat(read(experiment.link()).orThrow()).isEqualTo(experiment);
        assertThat(read(experiment.link()).orThrow().link()).isEqualTo(experiment.link());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            lab/surface?run=sgd                                  | brackets after the name, though nothing stands in them: run=sgd()
            lab/surface?run=adagrad(lr=0.4)~8~sgd                | brackets after the name, though nothing stands in them: run=adagrad(lr=0.4)~8~sgd()
            lab/surface?run=nosuch                               | one of 
            lab/training?run=sgd~15~sgd                          | an opening bracket, as in sgd(lr=0.1) (at character 4)
            lab/surface?run=sgd()~20~sgd()                       | a handover before the end, which is at 20 steps (at character 7)
            lab/surface?steps=8&run=sgd()~3~sgd()~9~sgd()        | before the end, which is at 8 steps (at character 15)
            lab/surface?steps=0&run=sgd()~1~sgd()                | before the end, which is at 0 steps
            lab/surface?run=sgd()~8~adam(keep=true)              | not from sgd to adam
            lab/training?run=sgd()~3000~sgd()                    | before the end, which is at 3000 examples (at character 7)
            lab/training?run=sgd()~15~sgd()                      | at the end of a batch, as 10 or 20 (at character 7)
            lab/training?run=sgd()~5~sgd()                       | at the end of a batch, as 10 (at character 7)
            lab/training?run=sgd()~2995~sgd()                    | at the end of a batch, as 2990 (at
            lab/training?batch=64&run=sgd()~1536~sgd()           | at the end of a batch, as 1500 or 1564
            lab/training?batch=64&run=sgd()~1490~sgd()           | at the end of a batch, as 1472 or 1500
            lab/training?batch=1500&epochs=1&run=sgd()~1~sgd()   | a handover at the end of a batch, of which there is none before the end
            lab/training?run=sgd()~10~newton()                   | an optimizer that needs gradients only
            lab/training?data=silhouettes&run=sgd()~100~sgd()    | at the end of a batch, as 256
            """)
    void aHandoverThatCannotBeIsRefusedWithWhatCan(String link, String allowed) {
        Reading<? extends Experiment> reading = read(link);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.parameter()).isEqualTo("run");
            assertThat(problem.allowed()).contains(allowed);
            assertThat(problem.tooMuch()).isFalse();
        });
        assertThat(reading.experiment().runs()).isEmpty();
    }

    @Test
    void aFieldThatWouldLeaveAHandoverBehindIsRefused() {
        Experiment race = read("lab/surface?steps=20&run=sgd()~8~adagrad()").orThrow();
        assertThat(race.with("steps", "9").problems()).isEmpty();
        assertThat(race.with("steps", "8").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.parameter()).isEqualTo("steps");
            assertThat(problem.sentence()).contains("the handover at 8 steps", "before the end, which is at 8 steps");
        });
        Experiment training = read("lab/training?run=sgd()~1510~adagrad()").orThrow();
        assertThat(training.with("batch", "5").problems()).isEmpty();
        assertThat(training.with("batch", "20").problems()).singleElement().satisfies(problem ->
                assertThat(problem.allowed()).contains("the handover at 1510 examples", "as 1500 or 1520"));
        assertThat(training.with("epochs", "1").problems()).singleElement();
        assertThat(training.with("epochs", "x").problems()).singleElement().satisfies(problem ->
                assertThat(problem.allowed()).contains("a whole number"));
    }

    @Test
    void whatIsChangedWithoutAFieldKeepsTheStagesThatStillCanBe() {
        SurfaceExperiment race = (SurfaceExperiment) read("lab/surface?run=sgd()~5~adagrad()~9~adam()").orThrow();
        assertThat(specs(race.withSteps(9))).containsExactly("sgd(lr=0.1)~5~adagrad(lr=0.1)");
        assertThat(specs(race.withSteps(5))).containsExactly("sgd(lr=0.1)");
        assertThat(specs(race.withSteps(10))).isEqualTo(specs(race));
        TrainingExperiment training = (TrainingExperiment) read("lab/training?epochs=3&run=sgd()~1510~adagrad()").orThrow();
        TrainingPlan plan = training.plan();
        assertThat(specs(training.withPlan(new TrainingPlan(20, 3, plan.every(), 0, true, plan.initial()))))
                .containsExactly("sgd(lr=0.1)");
        TrainingExperiment other = training.withTask(TableTask.ZIPF_TEXT);
        assertThat(read(other.link()).problems()).isEmpty();
    }

    @Test
    void aRateIsTheLastStagesAndALabLeavesStagesAlone() {
        SurfaceExperiment race = (SurfaceExperiment) read("lab/surface?objective=rosenbrock&run=sgd()~5~sgd(lr=0.4)").orThrow();
        assertThat(specs(race.withRate(0, 0.2))).containsExactly("sgd(lr=0.1)~5~sgd(lr=0.2)");
        List<Method> left = LabRates.initial().on(race).advance(() -> false).orElseThrow().experiment().runs();
        assertThat(left).isEqualTo(race.runs());
    }

    @Test
    void aSweepAroundARaceIsOverTheLastStagesRates() {
        SurfaceExperiment race = (SurfaceExperiment) read("lab/surface?run=sgd()~5~sgd(lr=0.4)").orThrow();
        SweepExperiment sweep = SweepExperiment.around(race);
        assertThat(sweep.query()).contains("run=sgd(lr=0.1)~5~sgd(lr=0.001..10)");
        assertThat(SweepExperiment.read(EncodedQuery.read(sweep.query())).orThrow()).isEqualTo(sweep);
        assertThat(SweepExperiment.read(Map.of("run", List.of("sgd()~20~sgd(lr=1..2)"))).problems()).hasSize(1);
    }

    /** Eight runs of eight stages are a link still. */
    @Test
    void asManyStagesAsThereMayBeFitALink() {
        StringBuilder run = new StringBuilder("torch.adam(lr=0.123)");
        for (int i = 1; i < Method.MOST_STAGES; i++) {
            run.append('~').append(1000 * i).append("~torch.adam(lr=0.123,keep=true)");
        }
        String query = "steps=20000" + ("&run=" + run).repeat(8);
        assertThat(EncodedQuery.fits(query)).isTrue();
        assertThat(read("lab/surface?" + query).orThrow().runs()).hasSize(8);
    }
}
