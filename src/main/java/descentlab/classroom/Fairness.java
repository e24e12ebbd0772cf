package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.run.RunService.Way;
import descentlab.training.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a question that a run decides can be answered by thinking, rather than by a coin. */
final class Fairness {

    /** The best must be ahead of the second by that share of the larger of both. */
    private static final double LEAD = 0.1;

    private static final int DIGITS = 3;

    private Fairness() {}

    /**
     * Why a question is not to be asked; nothing if it is fair.
     *
     * @param around the ways with one step less, as asked, and with one step more; the first two alike of a race of one step
     */
    static Optional<String> refusal(Question.OfRace question, SurfaceExperiment race, List<List<Way>> around) {
        List<Way> ends = around.get(1);
        return switch (question) {
            case Question.Winner winner -> winner(race, around);
            case Question.Place(int series) -> nowhere(race, series, ends);
            case Question.FinalValue(int series) -> nowhere(race, series, ends);
            case Question.Diverges diverges -> Optional.empty();
        };
    }

    private static Optional<String> nowhere(SurfaceExperiment race, int series, List<Way> ends) {
        return Double.isInfinite(f(ends.get(series)))
                ? Optional.of(Question.name(race, series) + " diverges: no answer would be right. Ask whether it does.")
                : Optional.empty();
    }

    private static Optional<String> winner(SurfaceExperiment race, List<List<Way>> around) {
        List<Integer> order = IntStream.range(0, race.runs().size())
                .boxed()
                .sorted(Comparator.comparingDouble(series -> f(around.get(1).get(series))))
                .toList();
        int best = order.get(0);
        int second = order.get(1);
        double lowest = f(around.get(1).get(best));
        double next = f(around.get(1).get(second));
        if (Double.isInfinite(lowest)) {
            return Optional.of("All of them diverge: no answer would be right.");
        }
        String both = Question.name(race, best) + " (f = " + rounded(lowest) + ") and " + Question.name(race, second)
                + " (f = " + rounded(next) + ")";
        if (next - lowest < LEAD * Math.max(Math.abs(lowest), Math.abs(next))) {
            return Optional.of(both + " end within a tenth of each other: nobody can tell them apart by thinking."
                    + " Change a rate or the number of steps.");
        }
        boolean turns = around.stream().anyMatch(ways -> f(ways.get(best)) >= f(ways.get(second)));
        return turns
                ? Optional.of(both + " change places within a step of the end: the answer would be chance."
                        + " Change a rate or the number of steps.")
                : Optional.empty();
    }

    /** What has diverged is behind all else. */
    private static double f(Way way) {
        return way.outcome() instanceof Outcome.Diverged || !Double.isFinite(way.f()) ? Double.POSITIVE_INFINITY : way.f();
    }

    private static String rounded(double value) {
        return Double.isInfinite(value)
                ? "none, it diverges"
                : Decimal.write(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue());
    }
}
