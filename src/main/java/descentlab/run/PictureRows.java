package descentlab.run;

import descentlab.model.Network;
import descentlab.training.ImageTraining;
import descentlab.training.Outcome;
import descentlab.training.TestEvaluation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A training on pictures as rows, handed from the computing thread to the one that writes them: {@link
 * ImageTraining#COLUMNS}, then the loss and accuracy on the test pictures, then each layer's columns. What a row does
 * not have is NaN: the test columns but at 0 examples and after each epoch, and at 0 examples all that only a batch
 * tells.
 */
final class PictureRows implements ImageComputation.Listener {

    private static final List<String> TEST = List.of("testLoss", "testAccuracy");

    /** What the writer is told. */
    sealed interface Event {}

    record Rows(List<double[]> rows) implements Event {}

    /** An optimizer has ended; the parameters by the names of their tensors. */
    record SeriesEnd(int series, Outcome outcome, Map<String, double[]> parameters) implements Event {}

    /** All is over; {@code failure} is empty if nothing went wrong. */
    record Over(String failure) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private int series;
    private int points;
    private int evaluations;

    static List<String> columns(Network network) {
        int shared = ImageTraining.COLUMNS.size();
        List<String> all = ImageTraining.columns(network);
        return Stream.of(all.subList(0, shared), TEST, all.subList(shared, all.size()))
                .flatMap(List::stream)
                .toList();
    }

    /** The next event; null if there is none for so long. */
    Event poll(Duration longest) throws InterruptedException {
        return events.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void advanced(int at, List<ImageTraining> trainings) {
        take(at, trainings.get(at), false);
    }

    private void take(int at, ImageTraining training, boolean all) {
        if (at != series) {
            series = at;
            points = 0;
            evaluations = 0;
        }
        List<double[]> rows = new ArrayList<>();
        int stride = training.columns().size();
        List<TestEvaluation> tests = training.evaluations();
        if (evaluations == 0 && !tests.isEmpty()) {
            evaluations = 1;
            double[] first = new double[stride];
            Arrays.fill(first, Double.NaN);
            Arrays.fill(first, 0, ImageTraining.COLUMNS.size(), 0);
            first[ImageTraining.LOSS] = Double.NaN;
            rows.add(row(first, tests.getFirst()));
        }
        double[] fresh = training.points(points);
        for (int from = 0; from < fresh.length; from += stride) {
            double[] point = Arrays.copyOfRange(fresh, from, from + stride);
            boolean epochEnds = point[1] % training.data().training().count() == 0;
            if (epochEnds && tests.size() <= evaluations && !all) {
                break; // its test is still to come
            }
            rows.add(row(point, epochEnds && tests.size() > evaluations ? tests.get(evaluations++) : null));
            points++;
        }
        if (!rows.isEmpty()) {
            events.add(new Rows(rows));
        }
    }

    private static double[] row(double[] point, TestEvaluation test) {
        int shared = ImageTraining.COLUMNS.size();
        double[] row = new double[point.length + TEST.size()];
        System.arraycopy(point, 0, row, 0, shared);
        row[shared] = test == null ? Double.NaN : test.loss();
        row[shared + 1] = test == null ? Double.NaN : test.accuracy();
        System.arraycopy(point, shared, row, shared + TEST.size(), point.length - shared);
        return row;
    }

    @Override
    public void ended(int at, ImageTraining training, Outcome outcome) {
        take(at, training, true);
        Map<String, double[]> parameters = new LinkedHashMap<>();
        double[] all = training.parameters();
        training.network()
                .parameters()
                .forEach(each -> parameters.put(each.name(), Arrays.copyOfRange(all, each.offset(), each.end())));
        events.add(new SeriesEnd(at, outcome, parameters));
    }

    @Override
    public void allEnded(String outcome) {
        events.add(new Over(outcome.equals("finished") ? "" : "The training was " + outcome + "."));
    }

    @Override
    public void failed(String message) {
        events.add(new Over(message));
    }
}
