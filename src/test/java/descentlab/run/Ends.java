package descentlab.run;

import descentlab.training.Series;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears how series end, and how all of them do: an outcome, or why it could not be done. */
final class Ends implements SeriesComputation.Listener {

    private final List<Series> series = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** Those that have ended, in that order. */
    List<Series> series() {
        return series;
    }

    /** What was told of all of them. */
    List<String> told() {
        return told;
    }

    @Override
    public void ended(int index, Series each) {
        series.add(each);
    }

    @Override
    public void allEnded(String outcome) {
        told.add(outcome);
    }

    @Override
    public void failed(String message) {
        told.add(message);
    }
}
