package descentlab.experiment;

import descentlab.dataset.DataException;
import descentlab.dataset.DataSheet;
import descentlab.dataset.ShapedData;
import descentlab.dataset.Shaping;
import descentlab.model.DataFit;
import descentlab.optimizer.MethodSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model to be fitted to a file that somebody gave, which the link names by its content. What the file holds is known to who
 * keeps it; the link says how it is shaped, and on how many rows is trained.
 *
 * @param key the file: the first 160 bits of the SHA-256 of its content, in hexadecimal
 * @param kind what is fitted
 * @param shaping how the file becomes something to learn from
 * @param penalty lambda of ridge regression
 * @param hidden units of a hidden layer
 */
public record OwnTask(String key, OwnModel kind, Shaping shaping, double penalty, int hidden) implements Task {

    /** What the names of such data begin with in links. */
    public static final String PREFIX = "own:";

    /** Digits of a key. */
    public static final int KEY_LENGTH = 40;

    /** Hidden units, at most. */
    static final int MOST_HIDDEN = 64;

    /** Examples that each optimizer may see. */
    static final long MOST_SEEN = 20_000_000;

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{" + KEY_LENGTH + "}");
    private static final int ROWS_IN_EPOCH = 20;
    private static final int SMALL = 2_000;
    private static final int MIDDLE = 20_000;

    /** Whether a text is the key of a file. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * The model with its data.
     *
     * @throws DataException if they do not fit together
     */
    public DataFit fit(ShapedData data) throws DataException {
        if (shaping.rows() > data.available()) {
            throw new DataException("rows", String.valueOf(shaping.rows()), "at most " + data.available(), "rows was " + shaping.rows() + ", but " + data.available()
                    + " are there to train on, as the data is shaped by this link. Ask for rows=" + data.available() + ".");
        }
        if (kind == OwnModel.LOGISTIC && data.classes().size() != 2) {
            throw new DataException("model", kind.parameter(), "softmax or mlp-classifier", "Logistic regression tells two classes apart, and the target has "
                    + data.classes().size() + ". Softmax regression tells more.");
        }
        DataFit fit = new DataFit(
                data, kind.loss(), kind.hasHiddenLayer() ? hidden : 0, kind == OwnModel.RIDGE ? penalty : 0);
        if (fit.parameters() > DataFit.MOST_PARAMETERS) {
            throw new DataException(DataException.FILE, fit.parameters() + " parameters", "at most " + DataFit.MOST_PARAMETERS + " parameters", "These are " + fit.parameters() + " parameters: " + data.features().size()
                    + " features, each category counted; " + DataFit.MOST_PARAMETERS + " parameters are the most.");
        }
        return fit;
    }

    /** The same with another model for the same target. */
    public OwnTask withShaping(Shaping other) {
        return new OwnTask(key, kind, other, penalty, hidden);
    }

    @Override
    public DataSheet sheet() {
        return new DataSheet(
                PREFIX + key,
                "Your own data",
                false,
                "A file that somebody gave to this server; the column “" + shaping.target() + "” is to be predicted.",
                String.format(Locale.ROOT, "%,d train", shaping.rows()),
                "It is kept for who gave it and found by this link, on this server alone.",
                "Its licence is known to who gave it",
                List.of());
    }

    @Override
    public String model() {
        return kind.parameter();
    }

    @Override
    public String title() {
        return kind.title();
    }

    @Override
    public String loss() {
        return kind.tex();
    }

    @Override
    public int examples() {
        return shaping.rows();
    }

    @Override
    public Size size() {
        int epochs = examples() <= SMALL ? 20 : examples() <= MIDDLE ? 5 : 2;
        InitialParameters initial = kind.hasHiddenLayer() ? InitialParameters.OWN : InitialParameters.NORMAL;
        return new Size(10, epochs, initial, 8, 1000, 4096, 4000, "points");
    }

    @Override
    public int every(int trained) {
        return Math.max(1, trained / ROWS_IN_EPOCH);
    }

    @Override
    public TrainingExperiment initial() {
        return new TrainingExperiment(
                this,
                examples(),
                new TrainingPlan(
                        Math.min(size().batch(), examples()),
                        size().epochs(),
                        every(examples()),
                        0,
                        true,
                        size().initial()),
                Stream.of("adagrad(lr=0.1)", "sgd(lr=0.01)", "adam(lr=0.01)").map(MethodSpec::parse).toList());
    }
}
