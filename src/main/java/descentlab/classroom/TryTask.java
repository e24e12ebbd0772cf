package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What everyone is asked to try on one experiment.
 *
 * @param vary what each picks
 * @param experiment what all else is
 */
public record TryTask(Vary vary, SurfaceExperiment experiment) {

    /** What a student picks. */
    public enum Vary {
        /** Where to start. */
        START,
        /** The learning rate of the only optimizer. */
        RATE
    }

    /** Most steps that everyone tries: a class of hundreds is computed within a moment. */
    public static final int MOST_STEPS = 2000;

    private static final int DIGITS = 6;

    /**
     * The task on one optimizer of a race.
     *
     * @throws ClassroomException if nothing is picked, there is no such optimizer, or the race is too long for all
     */
    public static TryTask of(Vary vary, SurfaceExperiment experiment, int series) {
        if (vary == null) {
            throw new ClassroomException("Say first what each picks: a start or a learning rate.");
        }
        if (series < 0 || series >= experiment.runs().size()) {
            throw new ClassroomException("There is no optimizer " + series + " in this race.");
        }
        if (experiment.steps() > MOST_STEPS) {
            throw new ClassroomException("Everyone can try races of at most " + MOST_STEPS + " steps; this one has "
                    + experiment.steps() + ".");
        }
        return new TryTask(
                vary, experiment.withRuns(List.of(experiment.runs().get(series))));
    }

    /**
     * Checks that an experiment changes only what is to be picked.
     *
     * @throws ClassroomException if it changes more
     */
    public void check(SurfaceExperiment tried) {
        SurfaceExperiment allowed =
                switch (vary) {
                    case START -> experiment.withStart(tried.start());
                    case RATE -> tried.runs().size() == 1 ? rated(tried) : experiment;
                };
        if (!allowed.equals(tried)) {
            throw new ClassroomException("Only the " + (vary == Vary.START ? "start" : "rate") + " is yours to pick.");
        }
        if (height(tried) < leastStart()) {
            throw new ClassroomException("Where you start f is " + rounded(height(tried))
                    + "; allowed: a start where it is at least " + rounded(leastStart()) + ", as at the teacher's.");
        }
    }

    /**
     * The least f where somebody may start: as at the task's own start, or the minimum itself would be the answer. Not a
     * number where the start is not theirs to pick.
     */
    public double leastStart() {
        return vary == Vary.START ? height(experiment) : Double.NaN;
    }

    private static String rounded(double value) {
        return Decimal.write(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue());
    }

    private static double height(SurfaceExperiment race) {
        return race.objective().function().value(race.start().x1(), race.start().x2());
    }

    private SurfaceExperiment rated(SurfaceExperiment tried) {
        double rate = tried.runs().getFirst().lr();
        if (!(rate > 0)) {
            throw new ClassroomException("The rate was " + Decimal.write(rate) + "; allowed: one above zero.");
        }
        try {
            return experiment.withRate(0, rate);
        } catch (IllegalArgumentException impossible) {
            return experiment;
        }
    }
}
