package descentlab.model;

/** A network's parameters in float, with what its layers make of them once for all passes. */
final class Weights {

    /** All parameters. */
    final float[] all;

    /** What each layer made of them. */
    final float[][] prepared;

    private final Network network;

    Weights(Network network) {
        this.network = network;
        this.all = new float[network.size()];
        this.prepared = network.layers().stream()
                .map(layer -> new float[layer.preparedLength()])
                .toArray(float[][]::new);
    }

    /** Takes other parameters. */
    void load(double[] parameters) {
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) parameters[i];
        }
        prepare(0);
    }

    /** Takes o + a u + b v, worked out in double, for passes that begin with the first layer's sums. */
    void load(double[] o, double[] u, double[] v, double a, double b) {
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (o[i] + a * u[i] + b * v[i]);
        }
        prepare(1);
    }

    private void prepare(int first) {
        for (int layer = first; layer < prepared.length; layer++) {
            network.layers().get(layer).prepare(all, prepared[layer]);
        }
    }
}
