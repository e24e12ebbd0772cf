package descentlab.dataset;

import java.util.List;

/**
 * A file as it is learned from.
 *
 * @param table all rows that were kept
 * @param training rows to train on, rising
 * @param test rows to test with, rising; none of them trains
 * @param available how many there were to train on
 * @param features names, as many as there are features
 * @param scales by which each feature that is a number was brought to mean 0 and deviation 1, in their order
 * @param classes names by index; none where the target is a number
 * @param mean of the target where that is a number, in training, as it was measured; else 0
 * @param deviation of the same, by which it was divided; else 1
 * @param told sentences on what was left out, dropped and filled
 */
public record ShapedData(
        MixedTable table,
        int[] training,
        int[] test,
        int available,
        List<String> features,
        List<Scale> scales,
        List<String> classes,
        double mean,
        double deviation,
        List<String> told) {

    /** A mean and a population deviation, as measured in training. */
    public record Scale(double mean, double deviation) {}

    public ShapedData {
        features = List.copyOf(features);
        scales = List.copyOf(scales);
        classes = List.copyOf(classes);
        told = List.copyOf(told);
    }
}
