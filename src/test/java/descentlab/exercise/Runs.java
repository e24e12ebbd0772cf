package descentlab.exercise;

import descentlab.training.Series;
import descentlab.optimizer.Method;
import descentlab.dataset.PictureSet;
import descentlab.experiment.TableTask;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.Descent;
import descentlab.training.Trace;
import descentlab.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs what an answer asks for, as the server does, and has it judged. What was run is kept. */
public final class Runs {

    static final FashionMnist FASHION_MNIST =
            new FashionMnist(Path.of("target", "none"), FashionMnist.DEBIAN, new Download(Download.SOURCE));

    private static final Map<Experiment, List<Ended>> KEPT = new ConcurrentHashMap<>();

    private Runs() {}

    public static Verdict judge(RunPart part, Answer given) {
        return switch (part.plan(given)) {
            case RunPart.Plan.Refused(Verdict verdict) -> verdict;
            case RunPart.Plan.Run(List<Experiment> experiments) ->
                part.verdict(given, experiments.stream().map(Runs::of).toList());
        };
    }

    static List<Ended> of(Experiment experiment) {
        return KEPT.computeIfAbsent(experiment, Runs::run);
    }

    private static List<Ended> run(Experiment experiment) {
        return experiment.runs().stream().map(run -> ended(run, series(experiment, run))).toList();
    }

    private static Ended ended(Method run, Series series) {
        series.finish();
        Trace trace = series.trace();
        return new Ended(
                run,
                series.outcome(),
                series.result(),
                IntStream.range(0, trace.stride()).boxed().collect(Collectors.toMap(trace.columns()::get, trace::last)));
    }

    private static Series series(Experiment experiment, Method run) {
        return switch (experiment) {
            case SurfaceExperiment e ->
                new Descent(e.objective().function(), run, e.start(), e.steps(), e.noise(), e.seed());
            case TrainingExperiment e -> switch (e.task()) {
                case TableTask task -> new Training(task.problem(), task.measure(), run, e.plan());
                case OwnTask task -> throw new IllegalArgumentException("no exercise is about somebody's own data");
                case PictureTask task ->
                    new Training(
                            task.network(), pictures(task, e.examples()), task.preparation(), run, e.plan(), Crew.ofAllCores());
            };
            case SpectrumExperiment matrix -> throw new IllegalArgumentException("nothing runs of a matrix");
        };
    }

    private static ImageData pictures(PictureTask task, int count) {
        try {
            ImageData all = task.set() == PictureSet.SILHOUETTES
                    ? Silhouettes.standard()
                    : FASHION_MNIST.find().orElseThrow();
            return new ImageData(all.name(), all.title(), all.training().first(count), all.test());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
