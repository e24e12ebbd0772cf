package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.notation.Decimal;
import descentlab.optimizer.Adagrad;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Staged;
import descentlab.optimizer.Schedule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What an experiment keeps to; the first term that it breaks is the complaint. */
final class Terms {

    private static final double EPS = 1e-6;

    private final Experiment experiment;
    private String complaint = "";

    private Terms(Experiment experiment) {
        this.experiment = experiment;
    }

    static Terms of(Experiment experiment) {
        return new Terms(experiment);
    }

    String complaint() {
        return complaint;
    }

    private Terms unless(boolean kept, String otherwise) {
        if (!kept && complaint.isEmpty()) {
            complaint = otherwise;
        }
        return this;
    }

    /** A race on the same surface, from the same start. */
    Terms race(SurfaceExperiment asked) {
        return unless(
                        experiment instanceof SurfaceExperiment race
                                && race.surfaceQuery().equals(asked.surfaceQuery())
                                && race.noise() == 0,
                        "The objective is to stay " + asked.objective().title() + ", as it was.")
                .unless(
                        experiment instanceof SurfaceExperiment race && race.start().equals(asked.start()),
                        "The start is to stay at (" + Decimal.write(asked.start().x1()) + ", "
                                + Decimal.write(asked.start().x2()) + ").");
    }

    Terms atMostSteps(int most) {
        return experiment instanceof SurfaceExperiment race
                ? unless(race.steps() <= most, "At most " + most + " steps; these are " + race.steps() + ".")
                : this;
    }

    /** A training on the same data. */
    Terms data(TrainingExperiment asked) {
        return unless(
                experiment instanceof TrainingExperiment training && training.task() == asked.task(),
                "The data is to stay " + asked.task().data() + ".");
    }

    /** The same pictures, network and way through them; only the optimizers differ. */
    Terms onlyOptimizers(TrainingExperiment asked) {
        return unless(
                experiment.withRuns(asked.runs()).equals(asked),
                "Only the rate may be changed: pictures, network, batch size, epochs and seed are to stay as they were.");
    }

    Terms atMostEpochs(int most) {
        return experiment instanceof TrainingExperiment training
                ? unless(
                        training.plan().epochs() <= most,
                        "At most " + most + " epochs; these are " + training.plan().epochs() + ".")
                : this;
    }

    /**
     * Every optimizer is an Adagrad with a constant rate that satisfies the condition. Its eps is the usual one: a huge
     * one would make it another method, and the goal another one.
     */
    Terms onlyAdagrad(Predicate<Adagrad> condition) {
        unless(!experiment.runs().isEmpty(), "There is no optimizer in it.");
        for (Method run : experiment.runs()) {
            if (run instanceof Staged) {
                unless(false, "One optimizer from the first step to the last is asked for; " + MethodSpec.print(run)
                        + " hands over.");
                continue;
            }
            boolean kept = run instanceof Adagrad adagrad
                    && adagrad.schedule().equals(Schedule.CONSTANT)
                    && condition.test(adagrad);
            unless(
                    !(run instanceof Adagrad adagrad) || adagrad.eps() == EPS,
                    "eps is to stay at " + Decimal.write(EPS) + "; in " + MethodSpec.print(run) + " it does not.");
            unless(kept, "What it asks for does not fit " + MethodSpec.print(run) + ". Read again what may be"
                    + " changed.");
        }
        return this;
    }

    /** Right if some optimizer ended below the goal. */
    static Verdict belowWith(List<Ended> ended, double goal) {
        Optional<Ended> best = ended.stream().filter(Ended::sound).min(Comparator.comparingDouble(Ended::last));
        if (best.isEmpty()) {
            return Verdict.wrong("Run again on the server, every optimizer of it ran away.");
        }
        String came = "Run again on the server, " + MethodSpec.print(best.get().method()) + " ends at "
                + rounded(best.get().last());
        return best.get().last() < goal
                ? Verdict.right(came + ": the goal is reached.")
                : Verdict.wrong(came + "; the goal is below " + Decimal.write(goal) + ".");
    }

    /** Right if some optimizer ended above the goal, a share of pictures told right. */
    static Verdict aboveWith(List<Ended> ended, double goal) {
        Optional<Ended> best = ended.stream().filter(Ended::sound).max(Comparator.comparingDouble(Ended::last));
        if (best.isEmpty()) {
            return Verdict.wrong("Run again on the server, no training came to its end.");
        }
        String came = "Run again on the server, " + MethodSpec.print(best.get().method()) + " tells "
                + rounded(100 * best.get().last()) + " % of the test pictures right";
        return best.get().last() > goal
                ? Verdict.right(came + ": the goal is reached.")
                : Verdict.wrong(came + "; the goal is above " + rounded(100 * goal) + " %.");
    }

    static String rounded(double value) {
        return Decimal.write(new BigDecimal(value).round(new MathContext(3)).doubleValue());
    }
}
