package descentlab.training;

import descentlab.random.RandomStream;
import descentlab.random.SeededRandom;
import java.util.stream.IntStream;

/** The way through the examples, epoch after epoch, batch by batch. */
final class Epochs {

    private final int[] order;
    private final int batch;
    private final long total;
    private final RandomStream random;
    private long seen;
    private int from;
    private int to;

    Epochs(int examples, TrainingPlan plan) {
        this.order = IntStream.range(0, examples).toArray();
        this.batch = plan.batch();
        this.total = (long) plan.epochs() * examples;
        this.random = plan.shuffle() ? SeededRandom.ORDER.generator(plan.seed()) : null;
    }

    private Epochs(Epochs other) {
        order = other.order.clone();
        batch = other.batch;
        total = other.total;
        random = other.random == null ? null : other.random.copy();
        seen = other.seen;
        from = other.from;
        to = other.to;
    }

    Epochs copy() {
        return new Epochs(this);
    }

    /** Chooses the next batch: {@link #order} from {@link #from} to {@link #to}, exclusive. */
    void beginBatch() {
        if (from == 0 && random != null) {
            shuffle();
        }
        to = Math.min(from + batch, order.length);
    }

    /** Counts it as seen. */
    void endBatch() {
        seen += to - from;
        from = to == order.length ? 0 : to;
    }

    /** Fisher and Yates, as Durstenfeld has it (CACM 7, 1964). */
    private void shuffle() {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    int[] order() {
        return order;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Examples in an epoch. */
    int examples() {
        return order.length;
    }

    /** Examples seen so far, across epochs. */
    long seen() {
        return seen;
    }

    /** Examples to see in all. */
    long total() {
        return total;
    }

    /** Whether no epoch is under way. */
    boolean between() {
        return from == 0;
    }
}
