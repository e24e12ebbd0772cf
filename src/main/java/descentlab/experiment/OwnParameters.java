package descentlab.experiment;

import descentlab.dataset.CsvLayout;
import descentlab.dataset.Shaping;
import descentlab.experiment.LinkParameter.Choice;
import descentlab.experiment.LinkParameter.Count;
import descentlab.experiment.LinkParameter.Real;
import descentlab.experiment.LinkParameter.Seed;
import descentlab.experiment.LinkParameter.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a link says of a training on somebody's own data, beside what it says of every training. */
public final class OwnParameters {

    private static final int MOST_ROWS = 200_000;

    private static final LinkParameter<TrainingExperiment, String> TARGET = own(
            "target", "Target", "which column is to be predicted", new Text("the name of a column", "price"), null,
            task -> task.shaping().target());

    static final LinkParameter<TrainingExperiment, Integer> ROWS = own(
            "rows",
            "Rows that train",
            "how many train, from the first that do not test; the page of the data says how many there are",
            new Count(2, MOST_ROWS),
            null,
            task -> task.shaping().rows());

    private static final LinkParameter<TrainingExperiment, Boolean> FILL = own(
            "missing",
            "What is missing",
            "drop drops the row; fill takes the mean, or the most frequent category, of what trains",
            Choice.of(List.of(false, true), each -> each ? "fill" : "drop", each -> each ? "is filled" : "drops its row"),
            false,
            task -> task.shaping().fill());

    private static final LinkParameter<TrainingExperiment, Double> TEST = own(
            "test", "Share that tests", "the share of the rows that test and do not train", new Real(0, 0.5), 0.2,
            task -> task.shaping().test());

    private static final LinkParameter<TrainingExperiment, Long> SPLIT = own(
            "split", "Seed of the split", "decides which rows test", new Seed(), 0L, task -> task.shaping().split());

    private static final LinkParameter<TrainingExperiment, Boolean> HEADER = own(
            "header",
            "First line",
            "whether the first line names the columns; guessed without it",
            Choice.of(List.of(true, false), String::valueOf, each -> each ? "names the columns" : "is data"),
            null,
            task -> task.shaping().wish().header().orElse(null));

    private static final LinkParameter<TrainingExperiment, Character> DELIMITER = own(
            "delimiter",
            "Between cells",
            "what is between two cells; guessed without it",
            Choice.of(
                    List.of(',', ';', '\t'),
                    each -> each == ',' ? "comma" : each == ';' ? "semicolon" : "tab",
                    each -> each == ',' ? "comma" : each == ';' ? "semicolon" : "tab"),
            null,
            task -> task.shaping().wish().delimiter().orElse(null));

    private static final LinkParameter<TrainingExperiment, Boolean> DECIMAL = own(
            "decimal",
            "Decimal mark",
            "how one and a half is written, 1.5 or 1,5; guessed without it",
            Choice.of(List.of(false, true), each -> each ? "comma" : "point", each -> each ? "comma" : "point"),
            null,
            task -> task.shaping().wish().decimalComma().orElse(null));

    private static final LinkParameter<TrainingExperiment, Double> PENALTY = own(
            "penalty", "Penalty λ", "of ridge regression", new Real(0, 1e6), 0.1,
            task -> task.kind() == OwnModel.RIDGE ? (Double) task.penalty() : null);

    private static final LinkParameter<TrainingExperiment, Integer> HIDDEN = own(
            "hidden", "Hidden units", "of the perceptrons", new Count(1, OwnTask.MOST_HIDDEN), 16,
            task -> task.kind().hasHiddenLayer() ? (Integer) task.hidden() : null);

    private static final Choice<OwnModel> MODELS = Choice.of(
            OwnModel.ALL,
            OwnModel::parameter,
            each -> each.title() + (each.hasHiddenLayer() ? each.ofClasses() ? ", classes" : ", a number" : ""));

    /** How the file is written down, as the page of the data has it in fields. */
    public static final List<LinkParameter<TrainingExperiment, ?>> LAYOUT_FIELDS = List.of(HEADER, DELIMITER, DECIMAL);

    /** How it is shaped, whatever is fitted. */
    public static final List<LinkParameter<TrainingExperiment, ?>> SHAPING_FIELDS = List.of(FILL, TEST, SPLIT);

    /** What is said of ridge regression. */
    public static final List<LinkParameter<TrainingExperiment, ?>> RIDGE_FIELDS = List.of(PENALTY);

    /** What is said of perceptrons. */
    public static final List<LinkParameter<TrainingExperiment, ?>> PERCEPTRON_FIELDS = List.of(HIDDEN);

    /** All, in their order. */
    static final List<LinkParameter<TrainingExperiment, ?>> ALL =
            List.of(TARGET, ROWS, FILL, TEST, SPLIT, HEADER, DELIMITER, DECIMAL, PENALTY, HIDDEN);

    private OwnParameters() {}

    private static <T> LinkParameter<TrainingExperiment, T> own(
            String name,
            String label,
            String help,
            LinkParameter.Kind<T> kind,
            T initial,
            Function<OwnTask, T> value) {
        return new LinkParameter<>(
                name, label, help, kind, initial, e -> e.task() instanceof OwnTask task ? value.apply(task) : null);
    }

    /**
     * A task as it is where a link says no more than it has to.
     *
     * @param rows that train
     */
    public static OwnTask usual(String key, OwnModel kind, String target, int rows) {
        Shaping shaping = new Shaping(
                CsvLayout.Wish.NONE, target, kind.ofClasses(), FILL.initial(), TEST.initial(), SPLIT.initial(), rows);
        return new OwnTask(key, kind, shaping, PENALTY.initial(), HIDDEN.initial());
    }

    /** What a link says of such a task; names of files that cannot be are noted. */
    static OwnTask read(QueryReader reader, String data, Optional<String> model) {
        String key = data.substring(OwnTask.PREFIX.length());
        if (!OwnTask.isKey(key)) {
            reader.problem("data", data, OwnTask.PREFIX + " and the " + OwnTask.KEY_LENGTH
                    + " hexadecimal digits that the page of one's own data gives");
        }
        OwnModel kind = model.map(MODELS.named()::get).orElse(OwnModel.LINEAR);
        if (model.isPresent() && !MODELS.named().containsKey(model.get())) {
            reader.problem("model", model.get(), MODELS.allowed());
        }
        String target = TARGET.read(reader, "");
        if (target.isEmpty()) {
            reader.problem("target", "", TARGET.kind().allowed() + ", which is to be predicted");
        }
        if (!reader.has(ROWS.name())) {
            reader.problem(ROWS.name(), "", ROWS.kind().allowed() + ", how many train");
        }
        CsvLayout.Wish wish = new CsvLayout.Wish(
                Optional.ofNullable(DELIMITER.read(reader)),
                Optional.ofNullable(DECIMAL.read(reader)),
                Optional.ofNullable(HEADER.read(reader)));
        Shaping shaping = new Shaping(
                wish,
                target,
                kind.ofClasses(),
                FILL.read(reader),
                TEST.read(reader),
                SPLIT.read(reader),
                ROWS.read(reader, 2));
        return new OwnTask(OwnTask.isKey(key) ? key : "0".repeat(OwnTask.KEY_LENGTH), kind, shaping,
                PENALTY.read(reader), HIDDEN.read(reader));
    }
}
