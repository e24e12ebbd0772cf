package descentlab.python;

import descentlab.experiment.TrainingExperiment;
import descentlab.random.SeededRandom;

/** The order in which a training goes through its examples. */
record Batches(long examples, long batch) {

    private static final String CODE = """
            def batches():
                \"""The rows of each batch of all epochs; an epoch's last one may be smaller.\"""
                order = list(range(%s))
            %s    for epoch in range(EPOCHS):
            %s        for first in range(0, len(order), BATCH):
                        yield order[first : first + BATCH]
            """;

    private static final String SHUFFLE = """
                    for i in range(len(order) - 1, 0, -1):  # a new order each epoch
                        j = random.below(i + 1)
                        order[i], order[j] = order[j], order[i]
            """;

    /** Draws the losses. */
    static final String CURVES = """
            try:
                import matplotlib.pyplot as plt

                for name, curve in curves:
                    plt.plot(*zip(*curve), label=name)
                plt.xlabel("epoch")
                plt.ylabel("loss")
                plt.legend()
                plt.show()
            except ImportError:
                pass  # no picture without Matplotlib
            """;

    Batches(TrainingExperiment training) {
        this(training.examples(), training.plan().batch());
    }

    /** Batches until so many examples have been seen. */
    long until(long seen) {
        return seen / examples * in(examples) + in(seen % examples);
    }

    private long in(long some) {
        return (some + batch - 1) / batch;
    }

    /**
     * The code that gives them, one after the other.
     *
     * @param count of the examples, as an expression
     */
    static String code(boolean shuffle, String count) {
        return shuffle
                ? CODE.formatted(count, "    random = " + Helper.stream("SEED", SeededRandom.ORDER) + "\n", SHUFFLE)
                : CODE.formatted(count, "", "");
    }
}
