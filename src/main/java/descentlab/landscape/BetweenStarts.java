package descentlab.landscape;

import descentlab.dataset.Images;
import descentlab.model.Crew;
import descentlab.model.Network;
import descentlab.model.PlaneLoss;
import descentlab.random.SeededRandom;
import java.util.function.BooleanSupplier;

/**
 * The loss between two nets that one optimizer has come to from different starts. There the order of hidden units is another from the
 * beginning, so that matching them has something to do.
 */
public final class BetweenStarts {

    private final StraightLine line;

    /**
     * @param images those that both have learned from
     * @param first where the one went
     * @param other where the other went
     */
    public BetweenStarts(Network network, Images images, Path first, Path other, SlicePlan plan, long seed, Crew crew) {
        int pictures = LandscapeSitting.portion(network, Math.min(plan.pictures(), images.count()));
        line = new StraightLine(
                network,
                new PlaneLoss(network, images, crew),
                pictures,
                first,
                other,
                Finding.OTHER_START,
                SeededRandom.PROBES.generator(seed + 2));
    }

    /** Goes on, for a piece at least, until {@code over}; true once all is found. */
    public boolean goOn(BooleanSupplier over) {
        return line.goOn(over);
    }

    /** What was found. */
    public Finding.Line found() {
        return line.found();
    }
}
