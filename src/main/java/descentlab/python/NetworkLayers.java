package descentlab.python;

import descentlab.model.Architecture;
import descentlab.model.Network;
import descentlab.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A network's layers as each library has them, in order: what its parameters' shapes say, and its activations and pooling. */
final class NetworkLayers {

    /** A layer with parameters: the index of its weight among all tensors, its shape, and where it stands. */
    private record Weighted(int index, List<Integer> shape, boolean first, boolean last) {

        boolean convolves() {
            return shape.size() == 4;
        }

        int outputs() {
            return shape.get(0);
        }

        int inputs() {
            return shape.get(1);
        }
    }

    private final Network network;
    private final boolean sigmoid;
    private final List<Weighted> layers = new ArrayList<>();

    NetworkLayers(Network network, Architecture architecture) {
        this.network = network;
        sigmoid = architecture == Architecture.LENET;
        List<Parameter> all = network.parameters();
        for (int i = 0; i < all.size(); i += 2) {
            layers.add(new Weighted(i, all.get(i).shape(), i == 0, i == all.size() - 2));
        }
    }

    boolean convolves() {
        return layers.getFirst().convolves();
    }

    boolean rectifies() {
        return !sigmoid && layers.size() > 1;
    }

    boolean squashes() {
        return sigmoid;
    }

    /** The shapes of all tensors, weight and bias layer by layer, as PyTorch has them. */
    String shapes() {
        return network.parameters().stream()
                .map(each -> each.shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", each.bias() ? ",)" : ")")))
                .collect(Collectors.joining(", ", "SHAPES = [", "]"));
    }

    /** As objects of the classes that stand in the program. */
    String byHand() {
        List<String> made = new ArrayList<>();
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                made.add("Convolution(" + layer.index + ")");
                made.add(sigmoid ? "Sigmoid(), MeanPooling()" : "Rectifier(), MaxPooling()");
            } else {
                flatten(made, layer, "Flatten()");
                made.add("Dense(" + layer.index + ")");
                activate(made, layer, sigmoid ? "Sigmoid()" : "Rectifier()");
            }
        }
        return made.stream().collect(Collectors.joining(", ", "LAYERS = [", "]"));
    }

    /** As modules of torch.nn. */
    String ofTorch() {
        List<String> made = new ArrayList<>();
        String activation = sigmoid ? "Sigmoid()" : "ReLU()";
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                made.add("Conv2d(" + layer.inputs() + ", " + layer.outputs() + ", 5" + (layer.first ? ", padding=2)" : ")"));
                made.add(activation);
                made.add(sigmoid ? "AvgPool2d(2)" : "MaxPool2d(2)");
            } else {
                flatten(made, layer, "Flatten()");
                made.add("Linear(" + layer.inputs() + ", " + layer.outputs() + ")");
                activate(made, layer, activation);
            }
        }
        return made.stream().map(each -> "        torch.nn." + each + ",\n").collect(Collectors.joining());
    }

    /** As lines that take a batch through, with JAX. */
    String ofJax() {
        StringBuilder lines = new StringBuilder();
        String activation = sigmoid ? "jax.nn.sigmoid(%s)" : "jax.nn.relu(%s)";
        boolean flat = false;
        for (Weighted layer : layers) {
            String weight = "p[" + layer.index + "]";
            String bias = "p[" + (layer.index + 1) + "]";
            if (layer.convolves()) {
                String padding = layer.first ? "[(2, 2), (2, 2)]" : "\"VALID\"";
                String convolved = "jax.lax.conv_general_dilated(x, " + weight + ", (1, 1), " + padding + ") + " + bias + "[:, None, None]";
                lines.append("    x = ").append(activation.formatted(convolved)).append('\n');
                lines.append("    x = x.reshape(*x.shape[:2], x.shape[2] // 2, 2, x.shape[3] // 2, 2).")
                        .append(sigmoid ? "mean" : "max")
                        .append("(axis=(3, 5))\n");
            } else {
                lines.append(flat ? "" : "    x = x.reshape(len(x), -1)\n");
                flat = true;
                String scores = "x @ " + weight + ".T + " + bias;
                lines.append("    x = ").append(layer.last ? scores : activation.formatted(scores)).append('\n');
            }
        }
        return lines.toString();
    }

    /** As layers of Keras, colors last, but for the order in which a dense layer takes them. */
    String ofKeras() {
        List<String> made = new ArrayList<>();
        String activation = sigmoid ? ", activation=\"sigmoid\")" : ", activation=\"relu\")";
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                if (layer.first) {
                    made.add("ZeroPadding2D(2)");
                }
                made.add("Conv2D(" + layer.outputs() + ", 5" + activation);
                made.add(sigmoid ? "AveragePooling2D(2)" : "MaxPooling2D(2)");
            } else {
                flatten(made, layer, convolves() ? "Permute((3, 1, 2))" : "", "Flatten()");
                made.add("Dense(" + layer.outputs() + (layer.last ? ")" : activation));
            }
        }
        return made.stream().map(each -> "        keras.layers." + each + ",\n").collect(Collectors.joining());
    }

    private void flatten(List<String> made, Weighted layer, String... by) {
        boolean before = layers.stream().anyMatch(other -> other.index < layer.index && !other.convolves());
        for (String each : by) {
            if (!before && !each.isEmpty()) {
                made.add(each);
            }
        }
    }

    private static void activate(List<String> made, Weighted layer, String activation) {
        if (!layer.last) {
            made.add(activation);
        }
    }
}
