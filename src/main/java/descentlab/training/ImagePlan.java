package descentlab.training;

/**
 * How to train on pictures.
 *
 * @param batch pictures in a batch; the last of an epoch may be smaller
 * @param epochs times through the pictures; after each, and before the first, the test pictures are classified
 * @param every pictures between points of the curve, about: a point is made at the end of a batch
 * @param seed of the initial parameters and the order
 * @param shuffle a new random order each epoch, or that of the file
 */
public record ImagePlan(int batch, int epochs, int every, long seed, boolean shuffle) {

    public ImagePlan {
        if (batch < 1 || epochs < 0 || every < 1) {
            throw new IllegalArgumentException("batch and every must be at least 1, epochs at least 0");
        }
    }
}
