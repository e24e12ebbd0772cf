package descentlab.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How networks are built, for pictures of any side and any number of classes; in the order they are offered. */
public enum Architecture {
    /** Softmax regression: scores = W x + b. */
    SOFTMAX("softmax", "Softmax regression") {
        @Override
        Network build(int side, int classes) {
            int pixels = side * side;
            return new Network(
                    this, side, classes, 0, List.of(new Dense("dense", 0, pixels, pixels, classes, Activation.NONE)));
        }
    },
    /** A perceptron with one hidden layer of 256 rectified units; others are built by {@link Perceptron}. */
    MLP("mlp", "Perceptron") {
        @Override
        Network build(int side, int classes) {
            return Perceptron.USUAL.build(side, classes);
        }
    },
    /**
     * LeNet (LeCun, Bottou, Bengio and Haffner 1998) as the course has it: sigmoids, average pooling, no connection
     * table, softmax at the end.
     */
    LENET("lenet", "LeNet") {
        @Override
        Network build(int side, int classes) {
            return lenet(this, side, classes, Activation.SIGMOID, Pooling.AVERAGE);
        }

        @Override
        public int leastSide() {
            return LENETS_LEAST_SIDE;
        }
    },
    /** LeNet with rectified units and maximum pooling. */
    LENET_RELU("lenet-relu", "LeNet, ReLU") {
        @Override
        Network build(int side, int classes) {
            return lenet(this, side, classes, Activation.RELU, Pooling.MAX);
        }

        @Override
        public int leastSide() {
            return LENETS_LEAST_SIDE;
        }
    };

    private static final int PADDING = 2;

    /** Halved by the first pooling and cut by four by the second convolution, two pixels are left for the second pooling. */
    private static final int LENETS_LEAST_SIDE = 12;

    private static final int CHANNELS_1 = 6;
    private static final int CHANNELS_2 = 16;
    private static final int DENSE_1 = 120;
    private static final int DENSE_2 = 84;

    private record Shape(int side, int classes) {}

    private final String parameter;
    private final String title;
    private final Map<Shape, Network> networks = new ConcurrentHashMap<>();

    Architecture(String parameter, String title) {
        this.parameter = parameter;
        this.title = title;
    }

    private static Network lenet(
            Architecture architecture, int side, int classes, Activation activation, Pooling pooling) {
        Convolution conv1 = new Convolution("conv1", 0, 1, side + 2 * PADDING, CHANNELS_1, activation, pooling);
        Convolution conv2 = new Convolution(
                "conv2", conv1.end(), CHANNELS_1, conv1.pooled(), CHANNELS_2, activation, pooling);
        Layer fc1 = new Dense("fc1", conv2.end(), conv2.outputStride(), conv2.outputStride(), DENSE_1, activation);
        Layer fc2 = new Dense("fc2", fc1.end(), DENSE_1, fc1.outputStride(), DENSE_2, activation);
        Layer fc3 = new Dense("fc3", fc2.end(), DENSE_2, fc2.outputStride(), classes, Activation.NONE);
        return new Network(architecture, side, classes, PADDING, List.of(conv1, conv2, fc1, fc2, fc3));
    }

    abstract Network build(int side, int classes);

    /** How many pixels a picture must have from side to side. */
    public int leastSide() {
        return 1;
    }

    /**
     * The network for such pictures, always the same.
     *
     * @param side pixels of a picture from left to right and from top to bottom
     * @param classes how many classes there are
     */
    public Network on(int side, int classes) {
        return networks.computeIfAbsent(new Shape(side, classes), shape -> build(shape.side, shape.classes));
    }

    /** Name in links. */
    public String parameter() {
        return parameter;
    }

    /** Name in sentences. */
    public String title() {
        return title;
    }

    /** The one of that name in links. */
    public static Optional<Architecture> named(String name) {
        return Arrays.stream(values()).filter(each -> each.parameter.equals(name)).findFirst();
    }
}
