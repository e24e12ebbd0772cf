package descentlab.training;

import descentlab.model.Network;
import descentlab.model.Parameter;
import descentlab.model.ShardedNetwork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A network on pictures: a batch is done by several cores, some pictures at a time. */
final class PictureBatches implements Batches {

    private final ShardedNetwork network;

    PictureBatches(ShardedNetwork network) {
        this.network = network;
    }

    @Override
    public int examples() {
        return network.images().count();
    }

    @Override
    public double[] start(TrainingPlan plan) {
        Network layers = network.network();
        double[] start = new double[layers.size()];
        layers.initialize(start, InitialParameters.random(plan.seed()));
        return start;
    }

    @Override
    public int betweenLooks() {
        return 0;
    }

    @Override
    public void begin(double[] w, int[] rows, int from, int to) {
        network.beginBatch(w, rows, from, to);
    }

    @Override
    public boolean goOn(BooleanSupplier over) {
        return network.goOn(over);
    }

    @Override
    public double end(double[] gradient) {
        return network.endBatch(gradient);
    }

    @Override
    public Map<String, double[]> named(double[] w) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (Parameter each : network.network().parameters()) {
            named.put(each.name(), Arrays.copyOfRange(w, each.offset(), each.end()));
        }
        return named;
    }

    @Override
    public Batches beside() {
        return this;
    }

    @Override
    public String unit() {
        return "pictures";
    }
}
