package descentlab.model;

import descentlab.linalg.FloatKernels;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A classifier of gray pictures of 28 x 28 pixels: layers whose last gives a score for each of 10 classes. Its loss is
 * the softmax cross-entropy, loss = log(sum_j exp(o_j)) - o_label. All parameters are one vector, layer by layer,
 * weight before bias, in the order and layout that PyTorch has them. Immutable.
 */
public final class Network {

    /** Pixels of a picture from left to right and from top to bottom. */
    public static final int SIDE = 28;

    /** Classes. */
    public static final int CLASSES = 10;

    private static final int PADDING = 2;
    private static final int PADDED = SIDE + 2 * PADDING;
    private static final int HIDDEN = 256;
    private static final int CHANNELS_1 = 6;
    private static final int CHANNELS_2 = 16;
    private static final int DENSE_1 = 120;
    private static final int DENSE_2 = 84;

    /** Softmax regression: scores = W x + b. */
    public static final Network SOFTMAX = new Network(
            "softmax",
            "Softmax regression",
            0,
            List.of(new Dense("dense", 0, SIDE * SIDE, SIDE * SIDE, CLASSES, Activation.NONE)));

    /** A perceptron with one hidden layer of 256 rectified units. */
    public static final Network MLP = mlp();

    /**
     * LeNet (LeCun, Bottou, Bengio and Haffner 1998) as the course has it: sigmoids, average pooling, no connection
     * table, softmax at the end.
     */
    public static final Network LENET = lenet("lenet", "LeNet", Activation.SIGMOID, Pooling.AVERAGE);

    /** LeNet with rectified units and maximum pooling. */
    public static final Network LENET_RELU = lenet("lenet-relu", "LeNet, ReLU", Activation.RELU, Pooling.MAX);

    /** Every network, in the order it is offered. */
    public static final List<Network> ALL = List.of(SOFTMAX, MLP, LENET, LENET_RELU);

    private final String name;
    private final String title;
    private final int padding;
    private final List<Layer> layers;
    private final List<Parameter> parameters;
    private final int size;

    private Network(String name, String title, int padding, List<Layer> layers) {
        this.name = name;
        this.title = title;
        this.padding = padding;
        this.layers = layers;
        this.parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
        this.size = layers.getLast().end();
    }

    private static Network mlp() {
        Layer hidden = new Dense("hidden", 0, SIDE * SIDE, SIDE * SIDE, HIDDEN, Activation.RELU);
        Layer output = new Dense("output", hidden.end(), HIDDEN, hidden.outputStride(), CLASSES, Activation.NONE);
        return new Network("mlp", "Perceptron", 0, List.of(hidden, output));
    }

    private static Network lenet(String name, String title, Activation activation, Pooling pooling) {
        Convolution conv1 = new Convolution("conv1", 0, 1, PADDED, CHANNELS_1, activation, pooling);
        Convolution conv2 = new Convolution(
                "conv2", conv1.end(), CHANNELS_1, conv1.pooled(), CHANNELS_2, activation, pooling);
        Layer fc1 = new Dense("fc1", conv2.end(), conv2.outputStride(), conv2.outputStride(), DENSE_1, activation);
        Layer fc2 = new Dense("fc2", fc1.end(), DENSE_1, fc1.outputStride(), DENSE_2, activation);
        Layer fc3 = new Dense("fc3", fc2.end(), DENSE_2, fc2.outputStride(), CLASSES, Activation.NONE);
        return new Network(name, title, PADDING, List.of(conv1, conv2, fc1, fc2, fc3));
    }

    /** Name in links. */
    public String name() {
        return name;
    }

    /** Name in sentences. */
    public String title() {
        return title;
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

    /** The network of that name in links. */
    public static Optional<Network> named(String name) {
        return ALL.stream().filter(network -> network.name.equals(name)).findFirst();
    }

    List<Layer> layers() {
        return layers;
    }

    int padding() {
        return padding;
    }

    /**
     * Starting values: weights uniform within sqrt(6 / (fan in + fan out)) of zero (Glorot and Bengio 2010), biases
     * zero.
     *
     * @param w holds zeros, receives the values
     */
    public void initialize(double[] w, Random random) {
        for (Parameter parameter : parameters) {
            if (!parameter.bias()) {
                double bound = Math.sqrt(6.0 / (parameter.fanIn() + parameter.fanOut()));
                for (int i = parameter.offset(); i < parameter.end(); i++) {
                    w[i] = bound * (2 * random.nextDouble() - 1);
                }
            }
        }
    }

    /** Working memory for this network; one thread at a time. */
    NetworkPass pass() {
        return pass(FloatKernels.create());
    }

    NetworkPass pass(FloatKernels kernels) {
        return new NetworkPass(this, kernels);
    }
}
