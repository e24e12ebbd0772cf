package descentlab.run;

import descentlab.experiment.Experiment;
import descentlab.training.Series;
import descentlab.training.Training;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What runs leave to others that differ from them at most in methods and in what is worked out of the series at the end: the series of
 * one that is paused, and those of the last trainings on pictures that have ended, as many as there is room for.
 */
final class Estates {

    private static final String LANDSCAPE = "landscape|slice|otherseed";
    private static final Pattern AT_THE_END = parameters(LANDSCAPE);
    private static final Pattern AT_THE_END_AND_METHODS = parameters(LANDSCAPE + "|run");

    /** @param bytes that the series take, about */
    private record Left(List<Series> series, long bytes) {}

    private final long most;
    /** The latest last. */
    private final Map<RunId, Left> ended = new LinkedHashMap<>();
    private long bytes;

    /** @param most bytes of what has ended */
    Estates(long most) {
        this.most = most;
    }

    private static Pattern parameters(String names) {
        return Pattern.compile("(^|&)(" + names + ")=[^&]*");
    }

    private static boolean alike(Pattern butFor, String one, String other) {
        return butFor.matcher(one).replaceAll("").equals(butFor.matcher(other).replaceAll(""));
    }

    /** Keeps what a run that has ended leaves; what was kept longest goes for it. */
    synchronized void keep(Run run, List<Series> series, long size) {
        if (series.isEmpty() || size <= 0 || size > most) {
            return;
        }
        forget(run.id());
        ended.put(run.id(), new Left(series, size));
        bytes += size;
        for (Iterator<Left> oldest = ended.values().iterator(); bytes > most; ) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** Nobody can ask for it again. */
    synchronized void forget(RunId id) {
        Optional.ofNullable(ended.remove(id)).ifPresent(left -> bytes -= left.bytes());
    }

    /** Whether all that an experiment trains is there, of a run whose series have ended. */
    boolean holdAllOf(Run before, Experiment next) {
        return alike(AT_THE_END, before.experiment(), next.query()) && !left(before).isEmpty();
    }

    /** Whether all that an experiment trains is there as far as a paused run is, with the ways that led there. */
    boolean holdWaysOf(Run before, Experiment next) {
        return alike(AT_THE_END, before.experiment(), next.query())
                && before.paused()
                && before.computation()
                        .filter(series -> series.areAll(each -> each instanceof Training training && training.takesWay()))
                        .isPresent();
    }

    /** Of a run whose series have ended, though something may still be worked out of them. */
    private synchronized List<Series> left(Run run) {
        return run.computation()
                .map(SeriesComputation::ended)
                .filter(series -> !series.isEmpty())
                .or(() -> Optional.ofNullable(ended.get(run.id())).map(Left::series))
                .orElse(List.of());
    }

    /** What a run leaves to another; one that was paused has come to its end with that. Null leaves nothing. */
    List<Series> claim(Run before, Run next) {
        if (before == null || !alike(AT_THE_END_AND_METHODS, before.experiment(), next.experiment())) {
            return List.of();
        }
        if (before.paused() && before.computation().isPresent()) {
            List<Series> series = before.computation().get().bequeath();
            before.cancel();
            return series;
        }
        return left(before);
    }
}
