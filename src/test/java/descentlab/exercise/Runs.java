package descentlab.exercise;

import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.Descent;
import descentlab.training.ImageTraining;
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
        return switch (experiment) {
            case SurfaceExperiment e -> e.runs().stream()
                    .map(run -> {
                        Descent descent = new Descent(
                                e.objective().function(), run, e.start(), e.steps(), e.noise(), e.seed());
                        descent.advance(Integer.MAX_VALUE);
                        Trace trace = descent.trace();
                        return new Ended(run, descent.outcome(), trace.at(trace.rows() - 1, Trace.F), Map.of());
                    })
                    .toList();
            case ImageExperiment e -> e.runs().stream()
                    .map(run -> {
                        ImageTraining training =
                                new ImageTraining(e.network(), pictures(e), run, e.plan(), Crew.ofAllCores());
                        while (!training.advance(() -> false)) {
                            // on
                        }
                        return new Ended(
                                run,
                                training.outcome(),
                                training.evaluations().getLast().accuracy(),
                                readings(training));
                    })
                    .toList();
            case TrainingExperiment e -> e.runs().stream()
                    .map(run -> {
                        Training training =
                                new Training(e.task().problem(), e.task().measure(), run, e.plan());
                        while (!training.advance(100_000)) {
                            // on
                        }
                        double[] last = training.points(training.pointCount() - 1);
                        return new Ended(run, training.outcome(), last[Training.LOSS], Map.of());
                    })
                    .toList();
            case SpectrumExperiment matrix -> List.of();
        };
    }

    private static ImageData pictures(ImageExperiment experiment) {
        try {
            ImageData all = experiment.data().equals(Silhouettes.NAME)
                    ? Silhouettes.standard()
                    : FASHION_MNIST.find().orElseThrow();
            return new ImageData(all.name(), all.title(), all.training().first(experiment.pictures()), all.test());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Double> readings(ImageTraining training) {
        double[] last = training.points(training.pointCount() - 1);
        return IntStream.range(0, last.length).boxed().collect(Collectors.toMap(training.columns()::get, i -> last[i]));
    }
}
