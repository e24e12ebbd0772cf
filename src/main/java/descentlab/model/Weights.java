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
        for (int layer = 0; layer < prepared.length; layer++) {
            network.layers().get(layer).prepare(all, prepared[layer]);
        }
    }
}
