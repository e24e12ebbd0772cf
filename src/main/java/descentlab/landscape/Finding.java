package descentlab.landscape;

import java.util.List;

/** What a {@link LandscapeSitting} has found, piece by piece. Losses are means over the first pictures of the training's. */
public sealed interface Finding {

    /** In place of a path's number: that of the first one's optimizer from another start. */
    int OTHER_START = -1;

    /**
     * Where the plane is, and the paths on it: before everything else.
     *
     * @param kind how it was chosen
     * @param left of the window that is looked at, by the plane's first coordinate
     * @param bottom by its second
     * @param size of the window, to the right and up
     * @param side points of the finest grid, to the right and up, its edges included
     * @param pictures how many the loss is the mean of at first
     * @param of how many there are
     * @param shares of the variance of all paths together that lie along their two main directions
     * @param paths one for each path, in their order
     */
    record Outlook(
            PlaneKind kind,
            double left,
            double bottom,
            double size,
            int side,
            int pictures,
            int of,
            double[] shares,
            List<Track> paths)
            implements Finding {}

    /**
     * A path on the plane.
     *
     * @param x first coordinates of its points' feet
     * @param y second ones
     * @param off how far each point is off the plane
     * @param epochs when it was there
     * @param traveled distance from its start to its end
     * @param own how much of it lies in its own two main directions
     */
    record Track(double[] x, double[] y, double[] off, double[] epochs, double traveled, Shares own) {}

    /**
     * The loss on a grid in the window.
     *
     * @param stride points of the finest grid from one to the next
     * @param pictures how many the loss is the mean of
     * @param losses row by row from the lower left
     * @param errors standard error of each as an estimate of the mean over all of the training's pictures
     */
    record Grid(int stride, int pictures, double[] losses, double[] errors) implements Finding {}

    /**
     * The losses along a path, over the same pictures as the grid at first.
     *
     * @param path which one
     * @param losses at its points
     * @param errors standard error of each
     * @param feet losses at the nearest points of the plane
     */
    record Along(int path, double[] losses, double[] errors, double[] feet) implements Finding {}

    /**
     * A random walk of as many points as the first path has and as many dimensions.
     *
     * @param walk how much of it lies in its own two main directions
     */
    record Walk(Shares walk) implements Finding {}

    /**
     * Losses on the straight line from the end of the first path to that of another.
     *
     * @param path which other; {@link #OTHER_START} for the first one's optimizer from another start
     * @param at shares of the way
     * @param asItIs to the other end as it is
     * @param shuffled to the same network with its hidden units in a random order
     * @param matched to that with its hidden units put in the order that fits the first network's
     * @param moved hidden units that stand elsewhere after matching than as it was
     * @param units hidden units in all
     */
    record Line(int path, double[] at, double[] asItIs, double[] shuffled, double[] matched, int moved, int units)
            implements Finding {}
}
