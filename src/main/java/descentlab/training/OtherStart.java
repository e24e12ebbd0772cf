package descentlab.training;

import descentlab.landscape.BetweenStarts;
import descentlab.landscape.Finding;
import descentlab.model.Crew;
import descentlab.model.Network;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Trains once more from another start, and works out the loss between both nets; nothing if the other diverges. */
final class OtherStart {

    private final Training first;
    private final TrainingPlan plan;
    private final Network network;
    private final Crew crew;
    private final Training other;
    private BetweenStarts line;
    private List<Finding> found = List.of();
    private boolean over;

    /** @param first one that has ended, by a plan that names another start */
    OtherStart(Training first, TrainingPlan plan, Network network, Crew crew) {
        this.first = first;
        this.plan = plan;
        this.network = network;
        this.crew = crew;
        this.other = first.from(plan.slice().other().orElseThrow());
    }

    /** Goes on, for a piece at least, until {@code end}; true once all is found. */
    boolean goOn(BooleanSupplier end) {
        if (over || !other.advance(end)) {
            return over;
        }
        if (!(other.outcome() instanceof Outcome.Finished)) {
            over = true;
            return true;
        }
        if (line == null) {
            line = new BetweenStarts(
                    network, first.images().orElseThrow(), first.path().orElseThrow(), other.path().orElseThrow(), plan.slice(), plan.seed(), crew);
        }
        if (line.goOn(end)) {
            found = List.of(line.found());
            over = true;
        }
        return over;
    }

    /** What it trains. */
    Training training() {
        return other;
    }

    /** What was found; empty before. */
    List<Finding> found() {
        return found;
    }

    /** The share of the work that is done, 0 to 1, about. */
    double share() {
        return over ? 1 : 0.9 * other.done() / Math.max(1, other.total());
    }
}
