package descentlab.training;

import descentlab.dataset.ByteImages;
import descentlab.dataset.Images;
import descentlab.model.ShardedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What becomes of the test pictures, evaluation after evaluation, a few pictures at a time. */
final class TestPictures {

    /** Pictures whose losses are added up before they are added to the others'. */
    private static final int CLASSIFIED_AT_ONCE = 500;

    private final ShardedNetwork network;
    private final ByteImages pictures;

    /** The pictures as the network sees them. */
    private final Images shown;

    private final List<TestEvaluation> evaluations = new ArrayList<>();
    private boolean classifies;
    private byte[] predicted;
    private int classified;
    private int end;
    private double loss;
    private boolean sound = true;

    TestPictures(ShardedNetwork network, ByteImages pictures, Images shown) {
        this.network = network;
        this.pictures = pictures;
        this.shown = shown;
        this.predicted = new byte[pictures.count()];
    }

    /** None so far, of a network. */
    TestPictures with(ShardedNetwork other) {
        return new TestPictures(other, pictures, shown);
    }

    /** One that goes on from here with another network, between two parts. */
    TestPictures copy(ShardedNetwork other) {
        TestPictures copy = with(other);
        copy.evaluations.addAll(evaluations);
        copy.predicted = predicted.clone();
        copy.classified = classified;
        copy.loss = loss;
        copy.sound = sound;
        return copy;
    }

    /** Goes on with an evaluation, for a part at least, of a network that has seen so many epochs; true once it is whole. */
    boolean goOn(double[] w, int epoch, BooleanSupplier over) {
        if (!classifies) {
            end = Math.min(classified + CLASSIFIED_AT_ONCE, pictures.count());
            network.beginClassifying(w, shown, classified, end, predicted);
            classifies = true;
        }
        if (!network.goOn(over)) {
            return false;
        }
        classifies = false;
        loss += network.endClassifying();
        classified = end;
        if (end < pictures.count()) {
            return false;
        }
        evaluate(epoch);
        return true;
    }

    private void evaluate(int epoch) {
        double mean = loss / pictures.count();
        sound = Double.isFinite(mean);
        if (sound) {
            evaluations.add(TestEvaluation.of(
                    epoch, mean, pictures.labels(), predicted, pictures.classes().size()));
        }
        predicted = new byte[pictures.count()];
        classified = 0;
        loss = 0;
    }

    /** Whether a part is under way. */
    boolean midway() {
        return classifies;
    }

    /** Whether the last loss was finite; if not it is no evaluation. */
    boolean sound() {
        return sound;
    }

    /** Those so far. */
    List<TestEvaluation> evaluations() {
        return evaluations;
    }
}
