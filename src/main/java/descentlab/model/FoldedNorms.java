package descentlab.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A network with norms whose statistics are held fast: a network without, since a norm is then a part of the affine map before it,
 * W'_j = gamma_j i_j W_j, b'_j = beta_j - gamma_j i_j m_j. Worked out in double.
 */
final class FoldedNorms {

    private final Network network;
    private final Network plain;

    FoldedNorms(Network network) {
        this.network = network;
        List<Layer> layers = new ArrayList<>();
        List<Layer> all = network.layers();
        for (int i = 0; i < all.size(); i++) {
            Dense dense = (Dense) all.get(i);
            boolean folds = i + 1 < all.size() && all.get(i + 1) instanceof BatchNorm;
            String weight = dense.parameters().getFirst().name();
            layers.add(new Dense(
                    weight.substring(0, weight.indexOf('.')),
                    layers.isEmpty() ? 0 : layers.getLast().end(),
                    dense.inputs,
                    dense.stride,
                    dense.outputs,
                    folds ? ((BatchNorm) all.get(++i)).activation : dense.activation));
        }
        this.plain = network.of(List.copyOf(layers));
    }

    /** The network without norms. */
    Network plain() {
        return plain;
    }

    /**
     * Its parameters.
     *
     * @param w those of the network with norms
     * @param statistics by which these normalise
     * @param into receives them
     */
    void fold(double[] w, List<NormStatistics> statistics, double[] into) {
        int norm = 0;
        int i = 0;
        for (Layer layer : plain.layers()) {
            Dense from = (Dense) network.layers().get(i++);
            Dense to = (Dense) layer;
            if (from.biased) {
                System.arraycopy(w, from.offset, into, to.offset, from.end() - from.offset);
                continue;
            }
            BatchNorm by = (BatchNorm) network.layers().get(i++);
            NormStatistics of = statistics.get(norm++);
            int biases = to.offset + to.outputs * to.inputs;
            for (int j = 0; j < to.outputs; j++) {
                double scale = w[by.offset + j] * of.inverse[j];
                for (int k = j * to.inputs; k < (j + 1) * to.inputs; k++) {
                    into[to.offset + k] = scale * w[from.offset + k];
                }
                into[biases + j] = w[by.offset + by.units + j] - scale * of.mean[j];
            }
        }
    }
}
