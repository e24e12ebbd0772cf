package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.List;
import java.util.Random;

/**
 * A classifier of square gray pictures: layers whose last gives a score for each class, and a {@link Loss} of the scores, as
 * a rule the softmax cross-entropy. All parameters are one vector, layer by layer, weight before bias, in the order and
 * layout that PyTorch has them. Immutable.
 */
public final class Network {

    private final Architecture architecture;
    private final int side;
    private final int classes;
    private final int padding;
    private final List<Layer> layers;
    private final Loss loss;
    private final List<Parameter> parameters;
    private final int size;

    /** Null where it has no norms. */
    private final FoldedNorms folded;

    /**
     * @param side pixels of a picture from left to right and from top to bottom
     * @param classes how many there are
     * @param padding pixels of black around a picture
     */
    Network(Architecture architecture, int side, int classes, int padding, List<Layer> layers) {
        this(architecture, side, classes, padding, layers, Loss.CROSS_ENTROPY);
    }

    /** The same with a loss that is chosen. */
    Network(Architecture architecture, int side, int classes, int padding, List<Layer> layers, Loss loss) {
        this.architecture = architecture;
        this.side = side;
        this.classes = classes;
        this.padding = padding;
        this.layers = layers;
        this.loss = loss;
        this.parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.size = layers.getLast().end();
        this.folded = normed() ? new FoldedNorms(this) : null;
    }

    /** Name in links. */
    public String name() {
        return architecture.parameter();
    }

    /** Name in sentences. */
    public String title() {
        return architecture.title();
    }

    /** Pixels of a picture from left to right and from top to bottom. */
    public int side() {
        return side;
    }

    /** How many classes it tells apart. */
    public int classes() {
        return classes;
    }

    /** Number of parameters. */
    public int size() {
        return size;
    }

    /** The tensors that the parameters make up. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * A layer's part of the vector of parameters, weight and bias.
     *
     * @param name as in its parameters' names
     * @param from its first parameter
     * @param to the one after its last
     */
    public record Span(String name, int from, int to) {}

    /** Where each layer's parameters stand, in the order of the layers. */
    public List<Span> spans() {
        return layers.stream()
                .map(layer -> {
                    String weight = layer.parameters().getFirst().name();
                    return new Span(weight.substring(0, weight.indexOf('.')), layer.offset, layer.end());
                })
                .toList();
    }

    /** What it is trained by. */
    public Loss loss() {
        return loss;
    }

    /** Multiply-adds that the gradient of one picture's loss takes, about: forth, and back to what comes before a layer. */
    public long gradientWork() {
        return 3 * forward() - layers.getFirst().work();
    }

    /** Those that a {@link HessianProduct} takes for one picture: from 1.5 gradients, in one layer, up to 2.7. */
    public long productWork() {
        return 8 * forward() - 5 * layers.getFirst().work();
    }

    private long forward() {
        return layers.stream().mapToLong(Layer::work).sum();
    }

    /** The same of other layers. */
    Network of(List<Layer> others) {
        return new Network(architecture, side, classes, padding, others, loss);
    }

    /** Whether a picture's scores depend on all others of its batch. */
    public boolean normed() {
        return norms() > 0;
    }

    /** How many layers are norms. */
    int norms() {
        return (int) layers.stream().filter(BatchNorm.class::isInstance).count();
    }

    /** It with the statistics of its norms held; null where it has none. */
    FoldedNorms folded() {
        return folded;
    }

    /** Bytes that a batch's way forth and back takes where it is run whole; 0 where no layer wants that. */
    public long batchBytes(int batch) {
        long values = layers.stream().mapToLong(Layer::inputStride).sum() + layers.getLast().outputStride();
        return normed() ? 2 * Float.BYTES * values * batch : 0;
    }

    List<Layer> layers() {
        return layers;
    }

    int padding() {
        return padding;
    }

    /**
     * Starting values: weights uniform within sqrt(6 / (fan in + fan out)) of zero (Glorot and Bengio 2010), biases
     * zero; a norm scales by 1.
     *
     * @param w holds zeros, receives the values
     */
    public void initialize(double[] w, Random random) {
        layers.forEach(layer -> layer.initialize(w, random));
    }

    /** Working memory for this network; one thread at a time. */
    NetworkPass pass() {
        return pass(FloatKernels.create());
    }

    NetworkPass pass(FloatKernels kernels) {
        return new NetworkPass(this, kernels, NetworkPass.CHUNK);
    }
}
