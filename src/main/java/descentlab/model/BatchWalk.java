package descentlab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A whole batch's way through a network with norms: between two norms parts of the batch go on by themselves, and at a norm they meet
 * for its statistics, of some units at a time. Both are shared by cores, and done in slices. How many parts there are depends on the
 * batch alone: the numbers are the same on any number of cores.
 */
abstract class BatchWalk {

    /** Units of whose statistics a task is. */
    private static final int BLOCK = 32;

    final Network network;

    /** Pictures in each part. */
    final int[] counts;

    final List<BatchNorm> norms = new ArrayList<>();
    final List<NormStatistics> statistics = new ArrayList<>();

    /** Which layer each norm is, and behind them how many layers there are. */
    private final int[] at;

    private final Stages stages;
    private final List<Stages.Step> forth = new ArrayList<>();
    private final List<Stages.Step> both = new ArrayList<>();

    /** The first picture of each part. */
    private final int[] starts;

    BatchWalk(Network network, int parts, Crew crew) {
        this.network = network;
        this.counts = new int[parts];
        this.starts = new int[parts];
        List<Layer> layers = network.layers();
        this.at = IntStream.rangeClosed(0, layers.size())
                .filter(i -> i == layers.size() || layers.get(i) instanceof BatchNorm)
                .toArray();
        int most = parts;
        for (int norm = 0; norm < network.norms(); norm++) {
            BatchNorm layer = (BatchNorm) layers.get(at[norm]);
            norms.add(layer);
            statistics.add(new NormStatistics(layer.units));
            most = Math.max(most, blocks(layer));
        }
        this.stages = new Stages(crew, most);
        plan(parts);
    }

    private void plan(int parts) {
        int last = norms.size();
        for (int norm = 0; norm < last; norm++) {
            int next = norm;
            forth.add(new Stages.Step(parts, part -> forth(next, part)));
            forth.add(new Stages.Step(blocks(norms.get(norm)), block -> gather(next, from(block), to(next, block))));
        }
        both.addAll(forth);
        both.add(new Stages.Step(parts, part -> {
            forth(last, part);
            turn(part, starts[part], counts[part]);
            back(last, part);
        }));
        for (int norm = last - 1; norm >= 0; norm--) {
            int next = norm;
            both.add(new Stages.Step(
                    blocks(norms.get(norm)), block -> gatherSlopes(next, from(block), to(next, block))));
            both.add(new Stages.Step(parts, part -> back(next, part)));
        }
    }

    private static int blocks(BatchNorm norm) {
        return (norm.units + BLOCK - 1) / BLOCK;
    }

    private static int from(int block) {
        return block * BLOCK;
    }

    private int to(int norm, int block) {
        return Math.min((block + 1) * BLOCK, norms.get(norm).units);
    }

    /** Through the norm before, and on to the one of a number, or to the end. A part may be empty: the last batch of an epoch is short. */
    private void forth(int norm, int part) {
        if (norm == 0) {
            read(part, starts[part], counts[part]);
        }
        if (counts[part] > 0) {
            forward(part, norm == 0 ? 0 : at[norm - 1], at[norm], counts[part]);
        }
    }

    private void back(int norm, int part) {
        if (counts[part] == 0) {
            return;
        }
        int begin = norm == 0 ? 0 : at[norm - 1] + 1;
        backward(part, begin, Math.min(at[norm] + 1, network.layers().size()), counts[part]);
        if (norm > 0) {
            descend(norm - 1, part, at[norm - 1], counts[part]);
        }
    }

    private void begin(int from, int to, List<Stages.Step> steps) {
        for (int part = 0; part < counts.length; part++) {
            starts[part] = from + (int) ((long) (to - from) * part / counts.length);
            counts[part] = from + (int) ((long) (to - from) * (part + 1) / counts.length) - starts[part];
        }
        for (NormStatistics each : statistics) {
            each.count = to - from;
        }
        stages.begin(steps);
    }

    /** Begins with the statistics alone. */
    final void beginForth(int from, int to) {
        begin(from, to, forth);
    }

    /** Begins with the way forth and back. */
    final void beginBoth(int from, int to) {
        begin(from, to, both);
    }

    /** Goes on, for a task at least; true once it is done. */
    final boolean goOn(BooleanSupplier over) {
        return stages.goOn(over);
    }

    /** Reads a part's pictures. */
    abstract void read(int part, int from, int count);

    /** Takes them through layers {@code begin} to {@code end}, exclusive. */
    abstract void forward(int part, int begin, int end, int count);

    /** From the scores to their gradients. */
    abstract void turn(int part, int from, int count);

    /** Takes them back through layers. */
    abstract void backward(int part, int begin, int end, int count);

    /** Takes them back through the activation of a norm, which is that layer. */
    abstract void descend(int norm, int part, int layer, int count);

    /** Takes the statistics of some units of a norm. */
    abstract void gather(int norm, int from, int to);

    /** Takes the sums that the way back through a norm needs, of some units. */
    abstract void gatherSlopes(int norm, int from, int to);

    /**
     * Arrays at each norm, of all parts.
     *
     * @param of a part's arrays, by layer
     * @param behind 0 for a norm's input, 1 for its output
     */
    final List<float[][]> atNorms(IntFunction<float[][]> of, int behind) {
        return IntStream.range(0, norms.size())
                .mapToObj(norm -> IntStream.range(0, counts.length)
                        .mapToObj(part -> of.apply(part)[at[norm] + behind])
                        .toArray(float[][]::new))
                .toList();
    }

    /** Has the parts of a batch share its statistics. */
    final void share(NetworkPass pass) {
        for (int norm = 0; norm < norms.size(); norm++) {
            ((BatchNorm.Running) pass.passes[at[norm]]).share(statistics.get(norm));
        }
    }

    /** Pictures that a part has of a batch, at most. */
    static int most(int batch, int parts) {
        return (batch + parts - 1) / parts;
    }
}
