package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.dataset.CsvLayout;
import descentlab.dataset.DataException;
import descentlab.dataset.ReferenceData;
import descentlab.dataset.ShapedData;
import descentlab.model.DataFit;
import descentlab.model.TargetLoss;
import descentlab.objective.Objective;
import descentlab.training.InitialParameters;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to trainings on somebody's own data. */
class OwnTaskTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static Reading<TrainingExperiment> read(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target=y&rows=40&test=0",
                "model=ridge&target=a+b%26%3D%3Cscript%3E&rows=40&missing=fill&penalty=0.5",
                "model=mlp&target=y&rows=150000&hidden=3&epochs=3&every=9000",
                "model=mlp-classifier&target=y&rows=40&header=false&delimiter=tab&decimal=comma&init=zero",
                "model=softmax&target=y&rows=40&split=7&shuffle=false&run=adagrad(lr=0.1)~40~sgd(lr=0.2)"
            })
    void aLinkReadsBackAsItself(String query) {
        Reading<TrainingExperiment> reading = read("data=own:" + KEY + "&" + query);
        assertThat(reading.problems()).isEmpty();
        TrainingExperiment experiment = reading.experiment();
        assertThat(read(experiment.query()).orThrow()).isEqualTo(experiment);
        TrainingExperiment opened = experiment.opened();
        assertThat(opened.runs()).isNotEmpty();
        assertThat(read(opened.query()).orThrow()).isEqualTo(opened);
        assertThat(opened.isQuick()).isEqualTo(experiment.examples() < 1000);
    }

    @Test
    void whatIsUsualIsWhatALinkNeedNotSay() {
        for (OwnModel model : OwnModel.ALL) {
            String query = "data=own:" + KEY + "&target=y&rows=40&model=" + model.parameter();
            assertThat(read(query).orThrow().task()).isEqualTo(OwnParameters.usual(KEY, model, "y", 40));
        }
    }

    /** Fields of the data's page are asked one by one, of any model. */
    @Test
    void eachFieldTakesWhatLinksDoAndNothingElse() {
        TrainingExperiment ridge = OwnParameters.usual(KEY, OwnModel.RIDGE, "y", 40).initial();
        assertThat(((OwnTask) ((TrainingExperiment) ridge.with("penalty", "0.25").orThrow()).task()).penalty()).isEqualTo(0.25);
        assertThat(ridge.with("penalty", "-1").problems()).hasSize(1);
        assertThat(ridge.with("delimiter", "bar").problems()).hasSize(1);
        assertThat(ridge.with("header", "maybe").problems()).hasSize(1);
        TrainingExperiment perceptron = OwnParameters.usual(KEY, OwnModel.MLP, "y", 40).initial();
        assertThat(((OwnTask) ((TrainingExperiment) perceptron.with("hidden", "64").orThrow()).task()).hidden()).isEqualTo(64);
        assertThat(perceptron.with("hidden", "65").problems()).hasSize(1);
        assertThat(perceptron.with("hidden", "0").problems()).hasSize(1);
        CsvLayout.Wish said = ((OwnTask) ((TrainingExperiment) perceptron.with("delimiter", "tab").orThrow()).task()).shaping().wish();
        assertThat(said).isEqualTo(new CsvLayout.Wish(Optional.of('\t'), Optional.empty(), Optional.empty()));
    }

    @Test
    void perceptronsStartInAWayOfTheirOwn() {
        assertThat(read("data=own:" + KEY + "&model=mlp&target=y&rows=9").orThrow().plan().initial())
                .isEqualTo(InitialParameters.OWN);
        assertThat(read("data=own:" + KEY + "&target=y&rows=9").orThrow().plan().initial())
                .isEqualTo(InitialParameters.NORMAL);
    }

    @Test
    void aFieldChangesOneThing() {
        TrainingExperiment experiment = read("data=own:" + KEY + "&target=y&rows=40").orThrow().opened();
        TrainingExperiment changed = (TrainingExperiment) experiment.with("rows", "20").orThrow();
        assertThat(changed.examples()).isEqualTo(20);
        assertThat(changed.runs()).isEqualTo(experiment.runs());
        assertThat(experiment.withTask(TableTask.AIRFOIL)).isEqualTo(TableTask.AIRFOIL.initial());
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(read("data=own:" + KEY).problems()).extracting(Problem::parameter).contains("target", "rows");
        assertThat(read("data=own:xyz&target=y&rows=9").problems()).extracting(Problem::parameter).containsExactly("data");
        assertThat(read("data=own:" + KEY + "&model=lenet&target=y&rows=9").problems())
                .extracting(Problem::parameter)
                .containsExactly("model");
        assertThat(read("data=own:" + KEY + "&model=mlp&target=y&rows=9&norm=batch").problems())
                .as("its perceptrons have none")
                .extracting(Problem::parameter)
                .containsExactly("norm");
        assertThat(read("data=own:" + KEY + "&target=y&rows=200000&epochs=1000&every=200000").problems())
                .extracting(Problem::parameter, Problem::tooMuch)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("epochs", true));
        assertThat(read("data=own:" + KEY + "&target=y&rows=9&test=0.7&hidden=65&penalty=-1").problems())
                .extracting(Problem::parameter)
                .containsExactlyInAnyOrder("test", "hidden", "penalty");
        assertThat(read("target=y").problems()).extracting(Problem::parameter).containsExactly("target");
    }

    /** The surface of a line is the mean loss of its two parameters, wherever one looks. */
    @Test
    void aLinesLossIsASurface() throws DataException {
        ShapedData all = ReferenceData.shape(ReferenceData.cases().findFirst().orElseThrow());
        for (int feature = 0; feature < all.table().width(); feature++) {
            Objective centered = LineSurface.of(all, feature, true).objective().function();
            Objective shifted = LineSurface.of(all, feature, false).objective().function();
            ShapedData.Scale scale = all.scales().get(feature);
            double shift = scale.mean() / scale.deviation();
            double[] w = new double[(int) new DataFit(all, TargetLoss.SQUARED, 0, 0).parameters()];
            DataFit.Pass pass = new DataFit(all, TargetLoss.SQUARED, 0, 0).pass();
            for (double[] at : new double[][] {{0, 0}, {0.7, -0.3}, {-1.5, 1.5}}) {
                w[feature] = at[0];
                w[w.length - 1] = at[1];
                double loss = pass.addLoss(w, all.training(), 0, all.training().length, 0) / all.training().length;
                assertThat(centered.value(at[0], at[1])).isCloseTo(loss, within(1e-4));
                assertThat(shifted.value(at[0], at[1] - at[0] * shift)).isCloseTo(loss, within(1e-4));
            }
            w[feature] = 0;
        }
    }

    @Test
    void wishesOfALinkAreTheShapings() {
        OwnTask task = (OwnTask) read("data=own:" + KEY + "&target=y&rows=9&header=false&delimiter=semicolon").orThrow().task();
        assertThat(task.shaping().wish())
                .isEqualTo(new CsvLayout.Wish(Optional.of(';'), Optional.empty(), Optional.of(false)));
        assertThat(task.data()).isEqualTo("own:" + KEY);
    }
}
