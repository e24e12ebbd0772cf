package descentlab.experiment;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.training.TrainingPlan;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.Optional;

/** What a search of rates depends on, of all that a training's link says, and what becomes of the training by what is found. */
public final class RateQuestion {

    private RateQuestion() {}

    /**
     * The search beside a training, the same whatever rates its optimizers have, how long it trains and what it measures. Of stages it is the
     * first that is searched for. A study depends on all but what is measured.
     */
    public static TrainingExperiment of(TrainingExperiment training) {
        TrainingPlan plan = training.plan();
        if (plan.search().kind() == RateSearch.Kind.STUDY) {
            return training.withPlan(plan.alone().with(plan.search()));
        }
        RateSearch search = plan.search();
        int every = training.task().every(training.examples());
        List<Method> runs = training.runs().stream()
                .map(run -> (Method) at(run.first(), search.from()))
                .toList();
        return new TrainingExperiment(
                training.task(),
                training.examples(),
                new TrainingPlan(plan.batch(), 1, every, plan.seed(), plan.shuffle(), plan.initial()).with(search),
                runs);
    }

    /** Why a search cannot be done, or would be too much: asked where it is to be computed, for a page opens whatever its search would take. */
    public static Optional<Problem> refusal(TrainingExperiment search) {
        return SearchParameters.refusal(search);
    }

    /**
     * The training with a rate that was found.
     *
     * @param run for which of its methods, from 0
     * @return the training as it is if it has no such method, or the rate cannot be
     */
    public static TrainingExperiment answered(TrainingExperiment training, int run, double rate) {
        if (run < 0 || run >= training.runs().size() || !(rate > 0 && rate <= SearchParameters.MOST_RATE)) {
            return training;
        }
        Method before = training.runs().get(run);
        Method after = before.with(0, at(before.first(), rate));
        return training.withRuns(training.runs().stream().map(each -> each == before ? after : each).toList());
    }

    /** What a method is called beside others; two of one kind by all that they say but the rate. */
    public static String name(TrainingExperiment training, int run) {
        Method method = training.runs().get(run);
        String title = Optimizers.of(method.first()).title();
        boolean alone = training.runs().stream()
                        .filter(each -> Optimizers.of(each.first()).title().equals(title))
                        .count() == 1;
        return alone ? title : title + " (" + within(MethodSpec.print(method.first())) + ")";
    }

    private static String within(String spec) {
        return spec.substring(spec.indexOf('(') + 1, spec.length() - 1).replace(",", ", ");
    }

    private static Optimizer at(Optimizer optimizer, double rate) {
        return Optimizers.of(optimizer).withRate(optimizer, rate);
    }
}
