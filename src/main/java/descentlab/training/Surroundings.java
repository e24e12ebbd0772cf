package descentlab.training;

import descentlab.landscape.Finding;
import descentlab.landscape.LandscapeSitting;
import descentlab.landscape.Path;
import descentlab.model.Crew;
import descentlab.model.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The loss around the paths of trainings that have ended; those that did not come to their end have no part in it. */
public final class Surroundings {

    /** Parameters of a network of which the way is taken down even if nobody has asked for it yet: some 4 MB of it, at most. */
    private static final int CHEAP = 32_768;

    private final LandscapeSitting sitting;
    private final List<Integer> trainings;

    private Surroundings(LandscapeSitting sitting, List<Integer> trainings) {
        this.sitting = sitting;
        this.trainings = trainings;
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
        List<Integer> arrived = IntStream.range(0, trainings.size())
                .filter(i -> trainings.get(i).outcome() instanceof Outcome.Finished)
                .boxed()
                .toList();
        if (!plan.slice().on() || arrived.isEmpty()) {
            return Optional.empty();
        }
        List<Path> paths = arrived.stream().map(i -> trainings.get(i).path().orElseThrow()).toList();
        return Optional.of(new Surroundings(
                new LandscapeSitting(
                        network, trainings.getFirst().images().orElseThrow(), paths, plan.slice(), plan.seed(), crew),
                arrived));
    }

    /** Goes on, for a piece at least, until {@code over}; true once all is found. */
    public boolean goOn(BooleanSupplier over) {
        return sitting.goOn(over);
    }

    /** What has been found so far; grows. */
    public List<Finding> found() {
        return sitting.found();
    }

    /** Which of the trainings each path is of. */
    public List<Integer> trainings() {
        return trainings;
    }

    /** The share of the work that is done, 0 to 1. */
    public double share() {
        return sitting.share();
    }
}
