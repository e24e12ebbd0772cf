package descentlab.training;

import descentlab.landscape.SlicePlan;
import descentlab.tuning.RateSearch;

/**
 * How to go through the data.
 *
 * @param batch examples in a batch; the last of an epoch may be smaller
 * @param epochs times through the data
 * @param every examples between rows, counted across epochs; a row is made at the end of a batch, and also at 0 and at
 *     the end
 * @param seed of the initial parameters and the order
 * @param shuffle a new random order each epoch, or the order of the file
 * @param initial how the parameters start
 * @param curvature whether that of a network's loss is measured
 * @param rateMaps whether a network's effective learning rates are taken down as pictures
 * @param slice whether a network's loss around the paths is drawn, for which its way is taken down
 * @param search whether a good rate is looked for beside the training, which is nothing to it
 */
public record TrainingPlan(
        int batch,
        int epochs,
        int every,
        long seed,
        boolean shuffle,
        InitialParameters initial,
        CurvatureWatch curvature,
        boolean rateMaps,
        SlicePlan slice,
        RateSearch search) {

    public TrainingPlan {
        if (batch < 1 || epochs < 0 || every < 1) {
            throw new IllegalArgumentException("batch and every must be at least 1, epochs at least 0");
        }
    }

    /** A plan by which no curvature is measured. */
    public TrainingPlan(
            int batch, int epochs, int every, long seed, boolean shuffle, InitialParameters initial) {
        this(batch, epochs, every, seed, shuffle, initial, CurvatureWatch.NONE, false, SlicePlan.NONE, RateSearch.NONE);
    }

    /** A plan for a network, which starts in its own way. */
    public TrainingPlan(int batch, int epochs, int every, long seed, boolean shuffle) {
        this(batch, epochs, every, seed, shuffle, InitialParameters.OWN);
    }

    /** The same with the curvature watched so. */
    public TrainingPlan with(CurvatureWatch watch) {
        return new TrainingPlan(batch, epochs, every, seed, shuffle, initial, watch, rateMaps, slice, search);
    }

    /** The same with the rates taken down as pictures, or not. */
    public TrainingPlan withRateMaps(boolean taken) {
        return new TrainingPlan(batch, epochs, every, seed, shuffle, initial, curvature, taken, slice, search);
    }

    /** The same from another start, in another order. */
    public TrainingPlan with(long other) {
        return new TrainingPlan(batch, epochs, every, other, shuffle, initial, curvature, rateMaps, slice, search);
    }

    /** The same with the loss around the paths drawn so. */
    public TrainingPlan with(SlicePlan drawn) {
        return new TrainingPlan(batch, epochs, every, seed, shuffle, initial, curvature, rateMaps, drawn, search);
    }

    /** The same with a rate looked for so. */
    public TrainingPlan with(RateSearch other) {
        return new TrainingPlan(batch, epochs, every, seed, shuffle, initial, curvature, rateMaps, slice, other);
    }

    /** The same, so many times through the data, with a row at its start and its end, and few between. */
    public TrainingPlan through(int times) {
        return new TrainingPlan(batch, times, Integer.MAX_VALUE, seed, shuffle, initial);
    }

    /** The same with nothing measured, drawn or looked for beside. */
    public TrainingPlan alone() {
        return new TrainingPlan(batch, epochs, every, seed, shuffle, initial);
    }
}
