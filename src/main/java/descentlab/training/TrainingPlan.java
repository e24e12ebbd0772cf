package descentlab.training;

/**
 * How to go through the data.
 *
 * @param batch examples in a batch; the last of an epoch may be smaller
 * @param epochs times through the data
 * @param every examples between evaluations of the loss, counted across epochs; also evaluated at 0 and at the end
 * @param seed of the initial parameters and the order
 * @param shuffle a new random order each epoch, or the order of the file
 * @param initial how the parameters start
 */
public record TrainingPlan(
        int batch, int epochs, int every, long seed, boolean shuffle, InitialParameters initial) {}
