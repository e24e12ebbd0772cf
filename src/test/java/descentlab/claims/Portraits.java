package descentlab.claims;

import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.ImageData;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Crew;
import descentlab.training.CurvaturePortrait;
import descentlab.training.CurvaturePortrait.Preconditioner;
import descentlab.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What is found of the curvature of the lesson's network, from several starts. Wants Fashion-MNIST. */
final class Portraits {

    private static final String MEASURED = "data=fashion-mnist&model=mlp&pictures=2000&batch=32&epochs=40&seed=%d&shuffle=true&hidden=10"
            + "&activation=tanh&halved=true&curvature=spectrum&looks=250&run=adagrad(lr=0.05)";

    /** Of the test's pictures, which are not what is asked about. */
    private static final int TESTED = 50;

    private static final FashionMnist PICTURES =
            new FashionMnist(Path.of("target", "none"), FashionMnist.DEBIAN, new Download(Download.SOURCE));

    private final Map<Integer, List<CurvaturePortrait>> found = new HashMap<>();

    static boolean possible() {
        return PICTURES.seemsThere();
    }

    /**
     * @param which the least, the greatest or the mean of the starts
     * @param what a number of the portrait, or which preconditioner's largest eigenvalue over the twentieth
     * @param starts seeds 0 and on
     */
    synchronized double of(String which, String what, int starts) {
        DoubleStream values = found.computeIfAbsent(starts, Portraits::measure).stream()
                .flatMapToDouble(portrait -> of(portrait, what));
        return switch (which) {
            case "least" -> values.min().orElseThrow();
            case "greatest" -> values.max().orElseThrow();
            case "mean" -> values.average().orElseThrow();
            default -> throw new IllegalArgumentException("least, greatest or mean, not " + which);
        };
    }

    private static DoubleStream of(CurvaturePortrait portrait, String what) {
        return switch (what) {
            case "parameters" -> DoubleStream.of(portrait.parameters());
            case "slope" -> DoubleStream.of(portrait.slope());
            case "correlation" -> DoubleStream.of(portrait.correlation());
            // how far the optimizer's own goes of the diagonal's way, in logarithms
            case "share" -> DoubleStream.of(Math.log(over20(portrait, Preconditioner.NONE) / over20(portrait, Preconditioner.OWN))
                    / Math.log(over20(portrait, Preconditioner.NONE) / over20(portrait, Preconditioner.DIAGONAL)));
            default -> over20s(portrait, Preconditioner.valueOf(what));
        };
    }

    private static double over20(CurvaturePortrait portrait, Preconditioner by) {
        return over20s(portrait, by).findFirst().orElseThrow();
    }

    private static DoubleStream over20s(CurvaturePortrait portrait, Preconditioner by) {
        return portrait.views().stream().filter(view -> view.by() == by).mapToDouble(CurvaturePortrait.View::over20);
    }

    private static List<CurvaturePortrait> measure(int starts) {
        try {
            ImageData all = PICTURES.find().orElseThrow();
            return IntStream.range(0, starts).parallel().mapToObj(seed -> measure(all, seed)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CurvaturePortrait measure(ImageData all, int seed) {
        TrainingExperiment experiment = TrainingExperiment.read(EncodedQuery.read(MEASURED.formatted(seed))).orThrow();
        PictureTask task = (PictureTask) experiment.task();
        Training training = new Training(
                task.network(),
                new ImageData("some", "Some", all.training().first(experiment.examples()), all.test().first(TESTED)),
                task.preparation(),
                experiment.runs().getFirst(),
                experiment.plan(),
                Crew.NONE);
        training.finish();
        return training.portrait().orElseThrow();
    }
}
