package descentlab.training;

import java.util.stream.IntStream;

/**
 * What a network made of the test pictures.
 *
 * @param epoch after how many epochs
 * @param loss mean loss over the test pictures
 * @param accuracy share that was classified right, 0 to 1
 * @param classes number of classes
 * @param confusion how many of class i were taken for class j, at {@code i * classes + j}
 * @param predicted the class each test picture was taken for; shared, not to be written
 */
public record TestEvaluation(int epoch, double loss, double accuracy, int classes, int[] confusion, byte[] predicted) {

    static TestEvaluation of(int epoch, double loss, byte[] labels, byte[] predicted, int classes) {
        int[] confusion = new int[classes * classes];
        for (int i = 0; i < labels.length; i++) {
            confusion[labels[i] * classes + predicted[i]]++;
        }
        int right = IntStream.range(0, classes).map(c -> confusion[c * classes + c]).sum();
        return new TestEvaluation(epoch, loss, (double) right / labels.length, classes, confusion, predicted);
    }

    /** How many pictures of a class were taken for another one, or for it. */
    public int count(int label, int takenFor) {
        return confusion[label * classes + takenFor];
    }
}
