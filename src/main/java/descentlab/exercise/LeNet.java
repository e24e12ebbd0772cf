package descentlab.exercise;

import descentlab.dataset.FashionMnist;
import descentlab.dataset.Silhouettes;
import descentlab.exercise.ReadingPart.Asked;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The parts of the fifth exercise that train LeNet. On Fashion-MNIST they take its first 6,000 pictures and three epochs,
 * so that a run takes a few seconds and a class can wait for its checks; where it is not there they take the
 * silhouettes, and say so. The goals lie between what was measured at the rates beside them.
 *
 * @param data name of the pictures
 * @param pictures how many to train on
 * @param batch pictures in a batch
 * @param accuracy share of the test pictures to be told right in the goal
 * @param tells how many of a hundred test pictures are told right by {@link #GOOD}, about
 * @param what which pictures these are, as a sentence
 */
record LeNet(String data, int pictures, int batch, double accuracy, int tells, String what) {

    private static final LeNet REAL = new LeNet(
            FashionMnist.NAME,
            6000,
            16,
            0.7,
            72,
            "The pictures are Fashion-MNIST's: the first 6,000 to train on; it is tested on all 10,000 test pictures.");

    private static final LeNet DRAWN = new LeNet(
            Silhouettes.NAME,
            Silhouettes.TRAINING,
            32,
            0.85,
            94,
            "Fashion-MNIST is not on this server (the training lab can fetch it). The pictures are silhouettes instead:"
                    + " synthetic ones of the same size and classes, which are easier to tell apart.");

    private static final String SLOW = "adagrad(lr=0.005)";
    private static final String GOOD = "adagrad(lr=0.02)";

    /** On pictures of that name, or on the silhouettes. */
    static LeNet on(String pictures) {
        return pictures.equals(FashionMnist.NAME) ? REAL : DRAWN;
    }

    private TrainingExperiment experiment(long seed, String... runs) {
        return TrainingExperiment.read(Map.of(
                        "data", List.of(data),
                        "pictures", List.of(String.valueOf(pictures)),
                        "batch", List.of(String.valueOf(batch)),
                        "epochs", List.of("3"),
                        "seed", List.of(String.valueOf(seed)),
                        "run", List.of(runs)))
                .orThrow();
    }

    GoalPart goal() {
        TrainingExperiment initial = experiment(0, SLOW);
        return new GoalPart(
                new Assignment(
                        "lenet",
                        "LeNet with Adagrad",
                        "LeNet learns to tell ten garments apart. " + what + " At $\\eta=0.005$ Adagrad is not there"
                                + " after three epochs. Find a rate with which it tells more than "
                                + Math.round(100 * accuracy) + " % of the test pictures right. Each run takes some"
                                + " seconds, and so does the check.",
                        List.of(
                                "For the first few dozen steps a sigmoid network hardly moves: the early rate matters.",
                                "Too small a rate is used up before it gets away, too large a one saturates the"
                                        + " sigmoids. Look between $0.01$ and $0.03$."),
                        "With $\\eta=0.02$ it tells some " + tells + " % right."),
                initial,
                experiment -> Terms.of(experiment)
                        .onlyOptimizers(initial)
                        .onlyAdagrad(run -> run.power() == 0.5 && run.memory() == 1)
                        .complaint(),
                ended -> Terms.aboveWith(ended, accuracy));
    }

    ReadingPart readRates(Random random) {
        int seed = Tex.between(random, 1, 999);
        return new ReadingPart(
                new Assignment(
                        "rates",
                        "Read the effective rates",
                        "Below, Adagrad trains LeNet at $\\eta=0.02$ from a start of your own (seed " + seed + "). "
                                + what + " When it has finished, read in the table of the layers the *median* effective"
                                + " rate of the first convolution, conv1, and of the last dense layer, fc3. The server"
                                + " trains it again to check what you read.",
                        List.of(
                                "The effective rate of a weight is $\\eta/\\sqrt{s}$; the table shows quantiles of it for"
                                        + " each layer, at the last point of the run.",
                                "Three digits are enough: copy them from the column “rate, median”, not from “median at"
                                        + " first”."),
                        "They are far apart. A weight's rate is $\\eta$ over the root of its own sum: where the single weights'"
                                + " gradients have been small the rate is above $\\eta=0.02$, and where they have been"
                                + " larger it is smaller. (The column “gradient” is another thing: the norm of a whole"
                                + " layer's gradient in the last batch, which is large in a layer of many weights.) The"
                                + " column beside shows that all rates have only fallen since the first steps. One"
                                + " global rate could not serve all layers."),
                experiment(seed, GOOD),
                List.of(Asked.of("conv1, median rate", "conv1.rate50"), Asked.of("fc3, median rate", "fc3.rate50")));
    }

    PredictionPart comparison() {
        return new PredictionPart(
                new Assignment(
                        "comparison",
                        "Two optimizers on LeNet",
                        "The same network, the same start, three epochs. " + what + " Adagrad at $\\eta=0.02$, and plain"
                                + " gradient descent at $\\eta=0.5$, a rate 25 times as large: which tells more of the"
                                + " test pictures right in the end?",
                        List.of(
                                "How large are the gradients of a sigmoid network's first layers at the start?",
                                "The first steps of Adagrad are of length $\\eta$ however small the gradients are."),
                        "Adagrad, by far. The sigmoids' slopes, a quarter at most, multiply up on the way back, so that"
                                + " the first layers' gradients are tiny. Plain gradient descent multiplies them by one"
                                + " rate and has hardly left the start after three epochs; Adagrad divides by their size"
                                + " and gets going at once."),
                List.of(experiment(0, GOOD, "sgd(lr=0.5)")),
                List.of(
                        "Adagrad, clearly",
                        "Plain gradient descent, clearly",
                        "Neither: they are within five of a hundred pictures"),
                ended -> {
                    double lead = ended.getFirst().getFirst().last() - ended.getFirst().getLast().last();
                    return Math.abs(lead) <= 0.05 ? 2 : lead > 0 ? 0 : 1;
                },
                "Adagrad divides by the size of the gradients, which are tiny in a sigmoid network's first layers.");
    }
}
