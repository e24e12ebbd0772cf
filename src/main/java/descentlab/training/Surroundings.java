package descentlab.training;

import descentlab.landscape.Finding;
import descentlab.landscape.LandscapeSitting;
import descentlab.landscape.Path;
import descentlab.model.Crew;
import descentlab.model.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The loss around the paths of trainings that have ended, or so far; those that were ended before their end have no part in it. */
public final class Surroundings {

    /** Parameters of a network of which the way is taken down even if nobody has asked for it yet: some 4 MB of it, at most. */
    private static final int CHEAP = 32_768;

    /** Of the work, about, what another start is. */
    private static final double OTHER_SHARE = 0.3;

    private final LandscapeSitting sitting;
    private final List<Integer> trainings;

    /** Null where there is none. */
    private final OtherStart other;

    private Surroundings(LandscapeSitting sitting, List<Integer> trainings, OtherStart other) {
        this.sitting = sitting;
        this.trainings = trainings;
        this.other = other;
    }

    /**
     * Whether trainings of a network of so many parameters take down their way, thinned: where the plan asks for the loss around it, and
     * where it is so small that it may be asked for later.
     */
    public static boolean takesWay(TrainingPlan plan, int parameters) {
        return plan.slice().on() || parameters <= CHEAP;
    }

    /**
     * Those of trainings by one plan.
     *
     * @return nothing if nobody asked for it, or none of them came to its end
     */
    public static Optional<Surroundings> of(List<Training> trainings, TrainingPlan plan, Network network, Crew crew) {
        List<Integer> arrived = those(trainings, each -> each.outcome() instanceof Outcome.Finished);
        return plan.slice().on() && !arrived.isEmpty()
                ? Optional.of(new Surroundings(
                        sitting(trainings, arrived, plan, network, crew),
                        arrived,
                        plan.slice().other().isPresent()
                                ? new OtherStart(trainings.get(arrived.getFirst()), plan, network, crew)
                                : null))
                : Optional.empty();
    }

    /**
     * Those of the ways so far of trainings by one plan, which go on as if nobody had asked. No other start is trained for it.
     *
     * @return nothing if nobody asked for it, or none of them has gone anywhere
     */
    public static Optional<Surroundings> soFar(List<Training> trainings, TrainingPlan plan, Network network, Crew crew) {
        List<Integer> gone = those(trainings, each ->
                (each.outcome() == null || each.outcome() instanceof Outcome.Finished) && each.trace().rows() > 1);
        return plan.slice().on() && !gone.isEmpty()
                ? Optional.of(new Surroundings(sitting(trainings, gone, plan, network, crew), gone, null))
                : Optional.empty();
    }

    private static List<Integer> those(List<Training> trainings, Predicate<Training> which) {
        return IntStream.range(0, trainings.size()).filter(i -> which.test(trainings.get(i))).boxed().toList();
    }

    private static LandscapeSitting sitting(
            List<Training> trainings, List<Integer> which, TrainingPlan plan, Network network, Crew crew) {
        List<Path> paths = which.stream().map(i -> trainings.get(i).path().orElseThrow()).toList();
        return new LandscapeSitting(network, trainings.getFirst().images().orElseThrow(), paths, plan.slice(), plan.seed(), crew);
    }

    /** Goes on, for a piece at least, until {@code over}; true once all is found. */
    public boolean goOn(BooleanSupplier over) {
        return sitting.goOn(over) && (other == null || other.goOn(over));
    }

    /** What has been found so far; grows. */
    public List<Finding> found() {
        return other == null ? sitting.found() : Stream.concat(sitting.found().stream(), other.found().stream()).toList();
    }

    /** Which of the trainings each path is of. */
    public List<Integer> trainings() {
        return trainings;
    }

    /** The share of the work that is done, 0 to 1. */
    public double share() {
        return other == null ? sitting.share() : (1 - OTHER_SHARE) * sitting.share() + OTHER_SHARE * other.share();
    }
}
