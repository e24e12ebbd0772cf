package descentlab.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import descentlab.dataset.ZipfText;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.EmpiricalRisk;
import descentlab.optimizer.Method;
import descentlab.training.Bench;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A training on a table. */
final class TableCourse implements Course {

    /** Data is read or made at first use, once for all. */
    private static final Map<TableTask, CompletableFuture<EmpiricalRisk>> PROBLEMS = new ConcurrentHashMap<>();

    private record Header(
            String kind,
            String data,
            String model,
            int examples,
            int epochs,
            int batch,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Band> bands,
            List<RunFrames.SeriesHeader> series) {}

    /** The words that a column has the weight error of, by rank from 1, and how many documents one is in on average. */
    private record Band(String column, int first, int last, double documents) {}

    private final TrainingExperiment experiment;
    private final TableTask task;

    TableCourse(TrainingExperiment experiment, TableTask task) {
        this.experiment = experiment;
        this.task = task;
    }

    @Override
    public List<Method> runs() {
        return experiment.runs();
    }

    @Override
    public RunService.Kind kind() {
        return RunService.Kind.TRAINING;
    }

    @Override
    public CompletableFuture<?> begin() {
        return problem().thenCompose(read -> Rehearsal.of(task, read, experiment.runs()));
    }

    private CompletableFuture<EmpiricalRisk> problem() {
        return PROBLEMS.computeIfAbsent(task, any -> CompletableFuture.supplyAsync(
                any::problem, work -> Thread.ofPlatform().name("read-" + any.data()).daemon().start(work)));
    }

    @Override
    public long rows() {
        long columns = Training.COLUMNS.size() + task.measure().names().size();
        long examples = (long) experiment.plan().epochs() * experiment.examples();
        return experiment.runs().size() * (examples / experiment.plan().every() + 3) * columns * Double.BYTES;
    }

    @Override
    public Series next(List<Series> before) {
        return new Training(
                problem().join(), task.measure(), experiment.runs().get(before.size()), experiment.plan());
    }

    /** The same task for a study, once the data is there. */
    Bench bench() {
        return Bench.ofTable(problem().join(), experiment.plan());
    }

    @Override
    public Optional<Series> goingOn(Series from, int index) {
        return ((Training) from).goingOnBy(experiment.runs().get(index)).map(Series.class::cast);
    }

    @Override
    public Object header(List<Series> series) {
        return new Header(
                "training",
                task.data(),
                task.model(),
                task.examples(),
                experiment.plan().epochs(),
                experiment.plan().batch(),
                bands(),
                RunFrames.SeriesHeader.of(experiment.runs(), series));
    }

    private List<Band> bands() {
        List<String> columns = task.measure().names();
        List<ZipfText.Band> bands = task.bands();
        return IntStream.range(0, bands.size())
                .mapToObj(i -> new Band(
                        columns.get(i),
                        bands.get(i).first() + 1,
                        bands.get(i).end(),
                        bands.get(i).documents()))
                .toList();
    }
}
