package descentlab.experiment;

import descentlab.dataset.Airfoil;
import descentlab.dataset.ZipfText;
import descentlab.model.EmpiricalRisk;
import descentlab.model.LinearRegression;
import descentlab.model.LogisticRegression;
import descentlab.model.Measure;
import descentlab.model.WeightErrorByBand;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A learning task: a data set with a model that can be fitted to it. The only place that says which go together, and
 * what they are made of. Names and sizes are at hand; the data is read or made when first asked for, which takes its
 * time: not to be done on a thread that somebody waits for.
 */
public enum Task {
    /** Linear regression on the wind tunnel's measurements. */
    AIRFOIL(Airfoil.NAME, LinearRegression.NAME, Airfoil.TRAINING_ROWS) {
        @Override
        public EmpiricalRisk problem() {
            return new LinearRegression().on(Airfoil.training());
        }
    },

    /** Logistic regression on synthetic text, with the error of the weights by word frequency. */
    ZIPF_TEXT(ZipfText.NAME, LogisticRegression.NAME, ZipfText.DOCUMENTS) {
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

    private final String data;
    private final String model;
    private final int examples;

    Task(String data, String model, int examples) {
        this.data = data;
        this.model = model;
        this.examples = examples;
    }

    /** Name of the data set, as in links. */
    public String data() {
        return data;
    }

    /** Name of the model, as in links. */
    public String model() {
        return model;
    }

    /** Examples to train with. */
    public int examples() {
        return examples;
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

    /** The task that a link names; without a model the data's own, without data the first data set. */
    static Task read(QueryReader reader) {
        String data = reader.text("data").orElse(AIRFOIL.data);
        Optional<String> model = reader.text("model");
        List<Task> onData = Arrays.stream(values()).filter(task -> task.data.equals(data)).toList();
        if (onData.isEmpty()) {
            reader.problem("data", data, allData());
            return AIRFOIL;
        }
        return onData.stream()
                .filter(task -> model.isEmpty() || task.model.equals(model.get()))
                .findFirst()
                .orElseGet(() -> {
                    reader.problem("model", model.orElse(""), pairs());
                    return onData.getFirst();
                });
    }

    /** The names of all data sets, those of pictures too. */
    static String allData() {
        return Stream.concat(Arrays.stream(values()).map(Task::data), ImageExperiment.DATA.stream())
                .collect(Collectors.joining(", "));
    }

    /** Which models go with which data. */
    static String pairs() {
        return Arrays.stream(values())
                .map(task -> task.model + " with data=" + task.data)
                .collect(Collectors.joining(", "));
    }
}
