package descentlab.python;

import descentlab.experiment.PictureTask;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A network's layers as each library has them, in order: what its parameters' shapes say, and its norms, activations and pooling. */
final class NetworkLayers {

    /** A layer with parameters: the index of its weight among all tensors, its shape, and where it stands. */
    private record Weighted(int index, List<Integer> shape, boolean normed, boolean first, boolean last) {

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
    private final Activation activation;
    private final boolean averages;
    private final List<Weighted> layers = new ArrayList<>();

    NetworkLayers(PictureTask task) {
        network = task.network();
        averages = task.architecture() == Architecture.LENET;
        activation = switch (task.architecture()) {
            case SOFTMAX -> Activation.NONE;
            case MLP -> task.perceptron().activation();
            case LENET -> Activation.SIGMOID;
            case LENET_RELU -> Activation.RELU;
        };
        List<Parameter> all = network.parameters();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).vector()) {
                // Behind a norm's weights come gamma and beta in place of a bias.
                boolean normed = i + 2 < all.size() && all.get(i + 2).vector();
                layers.add(new Weighted(i, all.get(i).shape(), normed, i == 0, i == all.size() - 2));
            }
        }
    }

    boolean convolves() {
        return layers.getFirst().convolves();
    }

    boolean normalizes() {
        return network.normed();
    }

    boolean is(Activation which) {
        return activation == which;
    }

    boolean averages() {
        return averages;
    }

    /** The shapes of all tensors, weight and what belongs to its units layer by layer, as PyTorch has them. */
    String shapes() {
        return network.parameters().stream()
                .map(each -> each.shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", each.vector() ? ",)" : ")")))
                .collect(Collectors.joining(", ", "SHAPES = [", "]"));
    }

    /** The places of those that a norm scales by. */
    String scales() {
        return layers.stream()
                .filter(Weighted::normed)
                .map(each -> String.valueOf(each.index + 1))
                .collect(Collectors.joining(", ", "SCALES = {", "}  # which of them begin at 1: what norms scale by"));
    }

    /** As objects of the classes that stand in the program. */
    String byHand() {
        String active = switch (activation) {
            case SIGMOID -> "Sigmoid()";
            case TANH -> "Tanh()";
            default -> "Rectifier()";
        };
        List<String> made = new ArrayList<>();
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                made.add("Convolution(" + layer.index + ")");
                made.add(active + (averages ? ", MeanPooling()" : ", MaxPooling()"));
            } else {
                flatten(made, layer, "Flatten()");
                made.add(layer.normed
                        ? "Unbiased(" + layer.index + "), BatchNorm(" + (layer.index + 1) + ")"
                        : "Dense(" + layer.index + ")");
                activate(made, layer, active);
            }
        }
        return made.stream().collect(Collectors.joining(", ", "LAYERS = [", "]"));
    }

    /** As modules of torch.nn. */
    String ofTorch() {
        List<String> made = new ArrayList<>();
        String active = switch (activation) {
            case SIGMOID -> "Sigmoid()";
            case TANH -> "Tanh()";
            default -> "ReLU()";
        };
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                made.add("Conv2d(" + layer.inputs() + ", " + layer.outputs() + ", 5" + (layer.first ? ", padding=2)" : ")"));
                made.add(active);
                made.add(averages ? "AvgPool2d(2)" : "MaxPool2d(2)");
            } else {
                flatten(made, layer, "Flatten()");
                made.add("Linear(" + layer.inputs() + ", " + layer.outputs() + (layer.normed ? ", bias=False)" : ")"));
                if (layer.normed) {
                    made.add("BatchNorm1d(" + layer.outputs() + ", eps=" + Literal.number(Norm.EPS) + ", momentum=1.0)");
                }
                activate(made, layer, active);
            }
        }
        return made.stream().map(each -> "        torch.nn." + each + ",\n").collect(Collectors.joining());
    }

    /** As lines that take a batch through, with JAX. */
    String ofJax() {
        StringBuilder lines = new StringBuilder();
        String active = switch (activation) {
            case SIGMOID -> "jax.nn.sigmoid(%s)";
            case TANH -> "jnp.tanh(%s)";
            default -> "jax.nn.relu(%s)";
        };
        boolean flat = false;
        for (Weighted layer : layers) {
            String weight = "p[" + layer.index + "]";
            String bias = "p[" + (layer.index + 1) + "]";
            if (layer.convolves()) {
                String padding = layer.first ? "[(2, 2), (2, 2)]" : "\"VALID\"";
                String convolved = "jax.lax.conv_general_dilated(x, " + weight + ", (1, 1), " + padding + ") + " + bias + "[:, None, None]";
                lines.append("    x = ").append(active.formatted(convolved)).append('\n');
                lines.append("    x = x.reshape(*x.shape[:2], x.shape[2] // 2, 2, x.shape[3] // 2, 2).")
                        .append(averages ? "mean" : "max")
                        .append("(axis=(3, 5))\n");
            } else {
                lines.append(flat ? "" : "    x = x.reshape(len(x), -1)\n");
                flat = true;
                String scores = layer.normed
                        ? "normalized(x @ " + weight + ".T, " + bias + ", p[" + (layer.index + 2) + "], taken, held)"
                        : "x @ " + weight + ".T + " + bias;
                lines.append("    x = ").append(layer.last ? scores : active.formatted(scores)).append('\n');
            }
        }
        return lines.toString();
    }

    /** As layers of Keras, colors last, but for the order in which a dense layer takes them. */
    String ofKeras() {
        List<String> made = new ArrayList<>();
        String name = "\"" + activation.parameter() + "\"";
        String active = ", activation=" + name + ")";
        for (Weighted layer : layers) {
            if (layer.convolves()) {
                if (layer.first) {
                    made.add("ZeroPadding2D(2)");
                }
                made.add("Conv2D(" + layer.outputs() + ", 5" + active);
                made.add(averages ? "AveragePooling2D(2)" : "MaxPooling2D(2)");
            } else {
                flatten(made, layer, convolves() ? "Permute((3, 1, 2))" : "", "Flatten()");
                if (layer.normed) {
                    made.add("Dense(" + layer.outputs() + ", use_bias=False)");
                    made.add("BatchNormalization(epsilon=" + Literal.number(Norm.EPS) + ", momentum=0.0)");
                    made.add("Activation(" + name + ")");
                } else {
                    made.add("Dense(" + layer.outputs() + (layer.last ? ")" : active));
                }
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
