package descentlab.experiment;

import descentlab.dataset.Airfoil;
import descentlab.dataset.DataSheet;
import descentlab.dataset.ZipfText;
import descentlab.model.EmpiricalRisk;
import descentlab.model.LinearRegression;
import descentlab.model.LogisticRegression;
import descentlab.model.Measure;
import descentlab.model.WeightErrorByBand;
import descentlab.optimizer.MethodSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A model to be fitted to a table. */
public enum TableTask implements Task {
    /** Linear regression on the wind tunnel's measurements. */
    AIRFOIL(Airfoil.SHEET, LinearRegression.NAME, LinearRegression.TITLE, LinearRegression.LOSS, Airfoil.TRAINING_ROWS, 2, "adagrad(lr=0.1)", "sgd(lr=0.01)", "momentum(lr=0.005)") {
        @Override
        public EmpiricalRisk problem() {
            return new LinearRegression().on(Airfoil.training());
        }
    },

    /**
     * Logistic regression on synthetic text, with the error of the weights by word frequency; each optimizer at the rate
     * with the least loss on text that it is not trained on: decision 0091.
     */
    ZIPF_TEXT(
            ZipfText.SHEET,
            LogisticRegression.NAME,
            LogisticRegression.TITLE,
            LogisticRegression.LOSS,
            ZipfText.DOCUMENTS,
            1,
            "sgd(lr=0.88)",
            "sgd(lr=14,schedule=invsqrt(1))",
            "counter(lr=9.8)",
            "adagrad(lr=0.44)") {
        @Override
        public EmpiricalRisk problem() {
            return new LogisticRegression(ZipfText.standard().table());
        }

        @Override
        public Measure measure() {
            return new WeightErrorByBand(ZipfText.standard());
        }

        @Override
        public List<ZipfText.Band> bands() {
            return ZipfText.standard().bands();
        }
    };

    private static final Size SIZE =
            new Size(10, 2, InitialParameters.NORMAL, 8, 1000, Integer.MAX_VALUE, 20_000, "evaluations");
    private static final int EVERY = 200;

    private final DataSheet sheet;
    private final String model;
    private final String title;
    private final String loss;
    private final int examples;
    private final int epochs;
    private final List<String> runs;

    /** @param epochs in what is shown first, by these runs */
    TableTask(
            DataSheet sheet, String model, String title, String loss, int examples, int epochs, String... runs) {
        this.sheet = sheet;
        this.model = model;
        this.title = title;
        this.loss = loss;
        this.examples = examples;
        this.epochs = epochs;
        this.runs = List.of(runs);
    }

    @Override
    public DataSheet sheet() {
        return sheet;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String loss() {
        return loss;
    }

    @Override
    public int examples() {
        return examples;
    }

    @Override
    public Size size() {
        return SIZE;
    }

    @Override
    public int every(int trained) {
        return EVERY;
    }

    @Override
    public TrainingExperiment initial() {
        return new TrainingExperiment(
                this,
                examples,
                new TrainingPlan(SIZE.batch(), epochs, EVERY, 0, true, SIZE.initial()),
                runs.stream().map(MethodSpec::parse).toList());
    }

    /** The model with its data. */
    public abstract EmpiricalRisk problem();

    /** What is measured beside the loss. */
    public Measure measure() {
        return Measure.NONE;
    }

    /** The bands of words that a weight error is measured for, {@code band1} first; empty where there are none. */
    public List<ZipfText.Band> bands() {
        return List.of();
    }

    /** Which models go with which data. */
    static String pairs() {
        return Arrays.stream(values())
                .map(task -> task.model + " with data=" + task.data())
                .collect(Collectors.joining(", "));
    }
}
