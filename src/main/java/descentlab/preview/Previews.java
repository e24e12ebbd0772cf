package descentlab.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import descentlab.client.Requester;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.heap.HeapShare;
import descentlab.optimizer.MethodSpec;
import descentlab.preview.CurvePicture.Curve;
import descentlab.run.RowStream;
import descentlab.run.RunService;
import descentlab.run.RunService.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Pictures of experiments, computed in the pool and kept for a while: who shares a link has many ask for one picture. */
@Component
class Previews {

    private static final int BESIDE = 300;
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunService runs;
    private final Cache<String, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(HeapShare.PREVIEWS.bytes())
            .weigher((String link, byte[] png) -> BESIDE + 2 * link.length() + png.length)
            .build();

    Previews(RunService runs) {
        this.runs = runs;
    }

    /**
     * The picture of what an experiment says, as PNG; the same whenever it is asked for.
     *
     * @throws descentlab.run.TooBusyException if the quotas are used up
     */
    byte[] of(Experiment experiment, Requester asking) throws InterruptedException {
        byte[] known = drawn.getIfPresent(experiment.link());
        if (known != null) {
            return known;
        }
        byte[] png = draw(experiment, asking);
        drawn.put(experiment.link(), png);
        return png;
    }

    private byte[] draw(Experiment experiment, Requester asking) throws InterruptedException {
        return switch (experiment) {
            case SurfaceExperiment race -> {
                List<Way> ways = await(race, asking);
                yield runs.compute(asking, new RacePicture(race, ways)::advance);
            }
            case TrainingExperiment training -> {
                List<Curve> curves = training.isQuick() ? curves(training, asking) : unknown(training);
                yield runs.compute(asking, () -> CurvePicture.of(curves));
            }
            case SpectrumExperiment spectrum -> runs.compute(asking, () -> DiscPicture.of(spectrum.matrix()));
        };
    }

    private List<Way> await(SurfaceExperiment race, Requester asking) throws InterruptedException {
        try {
            return runs.ways(asking, race, RacePicture.MOST_POINTS).get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : new IllegalStateException(failed.getCause());
        }
    }

    /** What takes long is not run for a picture of it. */
    private static List<Curve> unknown(TrainingExperiment training) {
        return training.runs().stream()
                .map(run -> new Curve(MethodSpec.print(run), List.of()))
                .toList();
    }

    private List<Curve> curves(TrainingExperiment training, Requester asking) throws InterruptedException {
        List<Curve> curves = new ArrayList<>();
        training.runs().forEach(run -> curves.add(new Curve(MethodSpec.print(run), new ArrayList<>())));
        try (RowStream rows = runs.rows(asking, training)) {
            int epoch = 0;
            int loss = 0;
            while (true) {
                switch (rows.poll(BEAT)) {
                    case null -> {}
                    case RowStream.Begun begun -> {
                        epoch = begun.columns().indexOf("epoch");
                        loss = begun.columns().indexOf("loss");
                    }
                    case RowStream.Rows some -> {
                        List<double[]> points = curves.get(some.series()).points();
                        for (int at = 0; at < some.values().length; at += some.stride()) {
                            add(points, some.values()[at + epoch], some.values()[at + loss]);
                        }
                    }
                    case RowStream.Ended ended -> {}
                    case RowStream.Over(String failure) -> {
                        if (!failure.isEmpty()) {
                            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, failure);
                        }
                        return curves;
                    }
                }
            }
        }
    }

    private static void add(List<double[]> points, double epoch, double loss) {
        if (Double.isFinite(loss)) {
            points.add(new double[] {epoch, loss});
        }
    }
}
