package descentlab.claims;

import descentlab.dataset.ImageData;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Silhouettes;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.landscape.Finding;
import descentlab.landscape.Finding.Along;
import descentlab.landscape.Finding.Line;
import descentlab.landscape.Finding.Outlook;
import descentlab.landscape.Finding.Track;
import descentlab.landscape.Finding.Walk;
import descentlab.landscape.Shares;
import descentlab.model.Crew;
import descentlab.optimizer.Method;
import descentlab.training.Surroundings;
import descentlab.training.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is found of the loss around the paths of trainings on the silhouettes. */
final class Slices {

    /** Of the test's pictures, which are not what is asked about. */
    private static final int TESTED = 50;

    private final Map<String, List<Finding>> found = new HashMap<>();

    /**
     * @param what a number of the whole, or of the path or line of that number after a colon, from 1
     * @param query a link's
     */
    synchronized double of(String what, String query) {
        List<Finding> all = found.computeIfAbsent(query, Slices::find);
        String[] named = what.split(":");
        int which = named.length > 1 ? Integer.parseInt(named[1]) - 1 : 0;
        Outlook outlook = (Outlook) all.getFirst();
        Track track = outlook.paths().get(which);
        return switch (named[0]) {
            case "parameters" -> ((PictureTask) read(query).task()).network().size();
            case "own-both" -> percent(track.own());
            case "walk-both" -> percent(only(all, Walk.class, 0).walk());
            case "traveled" -> track.traveled();
            case "off-start" -> track.off()[0];
            case "off-most" -> Arrays.stream(track.off()).max().orElseThrow();
            case "start" -> only(all, Along.class, which).losses()[0];
            case "start-foot" -> only(all, Along.class, which).feet()[0];
            case "barrier" -> barrier(only(all, Line.class, which), Line::asItIs);
            case "barrier-matched" -> barrier(only(all, Line.class, which), Line::matched);
            case "barrier-shuffled" -> barrier(only(all, Line.class, which), Line::shuffled);
            default -> throw new IllegalArgumentException("nothing of a landscape is called " + what);
        };
    }

    private static double percent(Shares shares) {
        return 100 * (shares.first() + shares.second());
    }

    private interface Losses {
        double[] of(Line line);
    }

    /** How high the loss comes above the straight line between the two ends' losses. */
    private static double barrier(Line line, Losses which) {
        double[] losses = which.of(line);
        double first = losses[0];
        double last = losses[losses.length - 1];
        return IntStream.range(0, losses.length)
                .mapToDouble(i -> losses[i] - first - line.at()[i] * (last - first))
                .max()
                .orElseThrow();
    }

    private static <F extends Finding> F only(List<Finding> all, Class<F> kind, int which) {
        return all.stream().filter(kind::isInstance).map(kind::cast).skip(which).findFirst().orElseThrow();
    }

    private static TrainingExperiment read(String query) {
        return TrainingExperiment.read(EncodedQuery.read(query)).orThrow();
    }

    private static List<Finding> find(String query) {
        TrainingExperiment experiment = read(query);
        PictureTask task = (PictureTask) experiment.task();
        if (task.set() != PictureSet.SILHOUETTES) {
            throw new IllegalArgumentException("the silhouettes are always there; not so " + task.set());
        }
        ImageData all = Silhouettes.standard();
        ImageData data = new ImageData(
                all.name(), all.title(), all.training().first(experiment.examples()), all.test().first(TESTED));
        List<Training> trainings = new ArrayList<>();
        for (Method run : experiment.runs()) {
            trainings.add(trainings.isEmpty()
                    ? new Training(task.network(), data, task.preparation(), run, experiment.plan(), Crew.ofAllCores())
                    : trainings.getFirst().beside(run));
        }
        trainings.forEach(Training::finish);
        Surroundings surroundings =
                Surroundings.of(trainings, experiment.plan(), task.network(), Crew.ofAllCores()).orElseThrow();
        while (!surroundings.goOn(() -> false)) {
            // on
        }
        return surroundings.found();
    }
}
