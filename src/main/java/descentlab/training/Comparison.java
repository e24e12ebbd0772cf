package descentlab.training;

import descentlab.tuning.BestOf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Which of several optimizers' trials lead, and how surely: no rows, and once all trials are done what {@link #fitted} says. Comes after them.
 */
public final class Comparison implements Series {

    private final List<Trials> trials;
    private final Trace trace = new Trace(Trials.COLUMNS, 1, false);
    private Map<String, double[]> found = Map.of();
    private Outcome outcome;

    /** @param trials of the same task, by the same number of rates each */
    public Comparison(List<Trials> trials) {
        this.trials = List.copyOf(trials);
    }

    private Comparison(Comparison other) {
        trials = other.trials;
        found = other.found;
        outcome = other.outcome;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (outcome == null) {
            if (trials.stream().allMatch(Trials::isWhole)) {
                compare();
            }
            outcome = new Outcome.Finished();
        }
        return true;
    }

    private void compare() {
        List<BestOf> best = trials.stream().map(Trials::best).toList();
        int k = best.getFirst().trials();
        int leader = 0;
        for (int i = 1; i < best.size(); i++) {
            leader = best.get(i).expected(k) < best.get(leader).expected(k) ? i : leader;
        }
        BestOf first = best.get(leader);
        int at = leader;
        found = new LinkedHashMap<>();
        found.put("leader", new double[] {leader});
        double test = trials.get(at).result();
        found.put("confirmed", trials.stream()
                .mapToDouble(each -> each == trials.get(at) || test < each.result() || Double.isFinite(test) && Double.isNaN(each.result()) ? 1 : 0)
                .toArray());
        found.put("ahead", IntStream.range(0, best.size()).mapToDouble(i -> i == at ? 1 : first.ahead(best.get(i), k)).toArray());
    }

    /**
     * The {@code leader}'s index, how likely its best is {@code ahead} of each one's, 1 of its own, and whether what it chose is better than
     * what each one chose where it is tested, {@code confirmed}, 1 or 0; nothing where not all trials were done.
     */
    @Override
    public Map<String, double[]> fitted() {
        return found;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public long done() {
        return outcome == null ? 0 : 1;
    }

    @Override
    public long total() {
        return 1;
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void end(Outcome how) {
        outcome = outcome == null ? how : outcome;
    }

    @Override
    public Comparison copy() {
        return new Comparison(this);
    }

    @Override
    public double result() {
        return Double.NaN;
    }
}
