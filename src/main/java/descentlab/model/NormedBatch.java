package descentlab.model;

import descentlab.dataset.Images;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * What a {@link ShardedNetwork} has besides where its network has norms. In training a batch is normalised by its own statistics. To
 * classify, those of the first {@value ShardedNetwork#STATISTICS} training pictures are taken at the parameters of that moment, and held fast: then the
 * class of a picture does not depend on which others are asked for with it, and nothing but the parameters decides it.
 */
final class NormedBatch {

    private final Images images;
    private final int sample;
    private final GradientWalk walk;
    private final FoldedNorms folded;
    private final Weights plain;
    private final double[] parameters;

    /** Those whose statistics are folded into the plain network; none before the first time. */
    private final double[] known;

    private double[] asked;
    private boolean isKnown;
    private boolean classifies;
    private boolean walks;

    NormedBatch(Network network, Images images, int batch, Crew crew, float[][] gradients, double[] losses) {
        this.images = images;
        this.sample = Math.min(ShardedNetwork.STATISTICS, images.count());
        this.walk = new GradientWalk(network, Math.max(batch, sample), crew, gradients, losses);
        this.folded = network.folded();
        this.plain = new Weights(folded.plain());
        this.parameters = new double[folded.plain().size()];
        this.known = new double[network.size()];
    }

    /** Begins with a batch's loss and gradient. */
    void beginBatch(Weights w, int[] rows, int from, int to) {
        classifies = false;
        walks = true;
        walk.begin(w, images, rows, from, to);
    }

    /** Begins with what is to be known before pictures can be classified; parameters are not to be changed before that is so. */
    void beginClassifying(Weights w, double[] of) {
        classifies = true;
        walks = !isKnown || !Arrays.equals(of, known);
        if (walks) {
            isKnown = false;
            asked = of;
            walk.beginStatistics(w, images, sample);
        }
    }

    /** Goes on with either, for a task at least; true once it is done. */
    boolean goOn(BooleanSupplier over) {
        if (walks && walk.goOn(over)) {
            walks = false;
            if (classifies) {
                System.arraycopy(asked, 0, known, 0, known.length);
                folded.fold(known, walk.statistics, parameters);
                plain.load(parameters);
                isKnown = true;
            }
        }
        return !walks;
    }

    /** The network that classifies. */
    Network network() {
        return folded.plain();
    }

    /** Its parameters. */
    Weights weights() {
        return plain;
    }
}
