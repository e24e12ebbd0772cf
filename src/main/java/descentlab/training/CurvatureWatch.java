package descentlab.training;

import descentlab.model.Network;

/**
 * Whether the curvature of a network's loss is measured while it trains.
 *
 * @param on whether it is
 * @param every steps between two looks, whatever they cost; 0 for 50, or more where looks would take more than a quarter of the
 *     work of training
 * @param portrait whether the spectrum at the end is looked at closely
 */
public record CurvatureWatch(boolean on, int every, boolean portrait) {

    private static final long HEAVY = 1_000_000;

    /** Not at all. */
    public static final CurvatureWatch NONE = new CurvatureWatch(false, 0, false);

    public CurvatureWatch {
        if (every < 0 || !on && (every > 0 || portrait)) {
            throw new IllegalArgumentException("looks every " + every + " steps, " + (on ? "on" : "off"));
        }
    }

    /** Pictures over which a network's curvature is measured on the way, if there are as many: fewer where a product takes long. */
    public static int sample(Network network) {
        return network.productWork() > HEAVY ? 256 : 500;
    }
}
