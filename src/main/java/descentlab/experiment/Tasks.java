package descentlab.experiment;

import descentlab.dataset.DataSheet;
import descentlab.dataset.PictureSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tasks there are: the only place that says which models go with which data. */
public final class Tasks {

    /** Every task, data set by data set, in the order they are offered; the first of a data set is its own. */
    public static final List<Task> ALL = Stream.concat(
                    Arrays.stream(TableTask.values()),
                    Arrays.stream(PictureSet.values()).flatMap(PictureTask::on))
            .toList();

    /** Every data set. */
    public static final List<DataSheet> SHEETS = ALL.stream().map(Task::sheet).distinct().toList();

    private Tasks() {}

    /** The first task on a data set; empty if there is none of that name. */
    public static Optional<Task> on(String data) {
        return onData(data).stream().findFirst();
    }

    private static List<Task> onData(String data) {
        return ALL.stream().filter(task -> task.data().equals(data)).toList();
    }

    /** The task that a link names; without a model the data's own, without data the first data set. */
    static Task read(QueryReader reader) {
        String data = reader.text("data").orElse(ALL.getFirst().data());
        Optional<String> model = reader.text("model");
        if (data.startsWith(OwnTask.PREFIX)) {
            return OwnParameters.read(reader, data, model);
        }
        List<Task> onData = onData(data);
        if (onData.isEmpty()) {
            reader.problem("data", data, names());
            return ALL.getFirst();
        }
        Task own = onData.getFirst();
        return onData.stream()
                .filter(task -> model.map(task.model()::equals).orElse(task == own))
                .findFirst()
                .orElseGet(() -> {
                    reader.problem("model", model.orElse(""), own instanceof PictureTask pictures ? pictures.modelsThere() : TableTask.pairs());
                    return own;
                });
    }

    /** The names of all data sets. */
    static String names() {
        return SHEETS.stream().map(DataSheet::name).collect(Collectors.joining(", "));
    }
}
