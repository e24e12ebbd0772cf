package descentlab.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a perceptron is built: fully connected layers.
 *
 * @param hidden units of each hidden layer, the first that sees the picture first; one layer at least
 * @param activation of the hidden units
 * @param norm of their sums before it
 * @param loss what it is trained by
 */
public record Perceptron(List<Integer> hidden, Activation activation, Norm norm, Loss loss) {

    /** Hidden layers, at most. */
    public static final int MOST_LAYERS = 4;

    /** Units of a hidden layer, at most. */
    public static final int MOST_UNITS = 256;

    /** One hidden layer of 256 rectified units, trained by cross-entropy. */
    public static final Perceptron USUAL =
            new Perceptron(List.of(MOST_UNITS), Activation.RELU, Loss.CROSS_ENTROPY);

    /** Networks that are kept for whoever asks for the same; links can say millions. */
    private static final int KEPT = 64;

    private record Shape(Perceptron perceptron, int side, int classes) {}

    private static final Map<Shape, Network> NETWORKS = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Network> eldest) {
            return size() > KEPT;
        }
    };

    public Perceptron {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty()
                || hidden.size() > MOST_LAYERS
                || hidden.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
            throw new IllegalArgumentException("hidden layers of " + hidden + " units");
        }
    }

    /** Without a norm. */
    public Perceptron(List<Integer> hidden, Activation activation, Loss loss) {
        this(hidden, activation, Norm.NONE, loss);
    }

    /** The network for such pictures; the same for the same ones, while it is in use. */
    public Network on(int side, int classes) {
        if (equals(USUAL)) {
            return Architecture.MLP.on(side, classes);
        }
        synchronized (NETWORKS) {
            return NETWORKS.computeIfAbsent(new Shape(this, side, classes), shape -> build(side, classes));
        }
    }

    Network build(int side, int classes) {
        List<Layer> layers = new ArrayList<>();
        int inputs = side * side;
        int stride = inputs;
        int offset = 0;
        for (int i = 0; i < hidden.size(); i++) {
            String number = hidden.size() == 1 ? "" : String.valueOf(i + 1);
            String name = "hidden" + number;
            if (norm == Norm.NONE) {
                layers.add(new Dense(name, offset, inputs, stride, hidden.get(i), activation));
            } else {
                layers.add(new Dense(name, offset, inputs, stride, hidden.get(i), Activation.NONE, false));
                layers.add(new BatchNorm("norm" + number, layers.getLast().end(), hidden.get(i), activation));
            }
            inputs = hidden.get(i);
            stride = layers.getLast().outputStride();
            offset = layers.getLast().end();
        }
        layers.add(new Dense("output", offset, inputs, stride, classes, Activation.NONE));
        return new Network(Architecture.MLP, side, classes, 0, List.copyOf(layers), loss);
    }
}
