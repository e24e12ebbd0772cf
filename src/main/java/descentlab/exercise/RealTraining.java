package descentlab.exercise;

import descentlab.exercise.ChoicePart.Option;
import descentlab.experiment.Ended;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The chapter's fifth exercise: Adagrad on real data, against others. */
final class RealTraining {

    /** With LeNet trained on pictures of that name. */
    static Exercise on(String pictures) {
        return Exercise.of(
                "real-training",
                "Adagrad at work",
                "Real trainings, LeNet's among them: predict, reach a goal, read the rates, compare.",
                "Exercise 5",
                random -> parts(random, LeNet.on(pictures)));
    }

    private static final double GOAL = 0.245;

    private RealTraining() {}

    private static TrainingExperiment training(int epochs, String... runs) {
        return TrainingExperiment.read(Map.of("epochs", List.of(String.valueOf(epochs)), "run", List.of(runs)))
                .orThrow();
    }

    private static List<Part> parts(Random random, LeNet lenet) {
        return List.of(
                prediction(),
                goal(),
                lenet.goal(),
                Drawn.one(random, RealTraining::rate),
                lenet.readRates(random),
                lenet.comparison(),
                compare());
    }

    private static PredictionPart prediction() {
        return new PredictionPart(
                new Assignment(
                        "prediction",
                        "Before the run",
                        "Linear regression on the airfoil measurements, batches of 10, two epochs, rate $0.1$ for both:"
                                + " which has the lower loss in the end?",
                        List.of("$0.1$ is Adagrad's usual rate. For plain gradient descent on noisy batches it is"
                                + " large."),
                        "Adagrad: its rates shrink, so that the noise of the batches averages out, while gradient"
                                + " descent"
                                + " at $0.1$ keeps jumping about the minimum."),
                List.of(training(2, "adagrad(lr=0.1)", "sgd(lr=0.1)")),
                List.of("Adagrad", "Plain gradient descent"),
                ended -> {
                    List<Ended> both = ended.getFirst();
                    return !both.getLast().sound() || both.getFirst().last() <= both.getLast().last() ? 0 : 1;
                },
                "Adagrad's rates shrink as it goes, and the batches' noise with them.");
    }

    private static GoalPart goal() {
        TrainingExperiment initial = training(1, "adagrad(lr=0.01)");
        return new GoalPart(
                new Assignment(
                        "goal",
                        "Reach a loss",
                        "With Adagrad at $\\eta=0.01$ two epochs are not enough. Find settings of Adagrad, in at"
                                + " most two"
                                + " epochs, with which the loss ends below $" + GOAL + "$.",
                        List.of(
                                "At $0.01$ two epochs end at $0.324$: the rates shrink before it is there. Try larger ones.",
                                "Not too large: at $0.3$ the noise of the batches keeps it at $0.247$. Look around $0.1$."),
                        "For instance $\\eta=0.1$ or $0.2$ with batches of 10 and two epochs: they end at $0.2426$ and $0.2446$."),
                initial,
                experiment -> Terms.of(experiment)
                        .data(initial)
                        .atMostEpochs(2)
                        .onlyAdagrad(run -> true)
                        .complaint(),
                ended -> Terms.belowWith(ended, GOAL));
    }

    /** Beside it such a training, whose curve tells nothing of a single weight. */
    private static NumberPart rate(Random random) {
        int root = Tex.between(random, 4, 20);
        double value = 0.1 / root;
        return new NumberPart(
                new Assignment(
                        "rate",
                        "What a sum makes of a rate",
                        "After a training with Adagrad at $\\eta=0.1$ a weight's sum of squared gradients is $s="
                                + root * root + "$. What is its effective rate?",
                        List.of("$\\eta/\\sqrt{s}$; $\\epsilon=10^{-6}$ does not matter here."),
                        "$0.1/\\sqrt{" + root * root + "}=0.1/" + root + "\\approx" + Terms.rounded(value) + "$.")
                        .beside(new Exhibit.Training(
                                training(2, "adagrad(lr=0.1)"),
                                "A training of this kind. Each weight's rate falls as its own sum grows, and the loss settles.")),
                value,
                new NumberPart.Trap(0.1 / (root * root), "Divide by the root of $s$."),
                new NumberPart.Trap(0.1 / Math.sqrt(root), "One root too many: $s$ is under one root only."),
                new NumberPart.Trap(1.0 / root, "That leaves out the rate $\\eta$.", Slip.TENFOLD),
                new NumberPart.Trap(0.1 * root, "Divide by the root; that multiplies by it."),
                new NumberPart.Trap(root, "That is the root of $s$; the rate is $\\eta$ divided by it."),
                new NumberPart.Trap(Math.sqrt(0.1) / root, "Only $s$ is under the root, not the rate."));
    }

    /** Beside it a training in which little is gained: where much is has to be thought out. */
    private static ChoicePart compare() {
        return new ChoicePart(
                new Assignment(
                        "compare",
                        "When is it worth it?",
                        "In which training would you expect most of Adagrad, compared with plain gradient descent?",
                        List.of("For which features does one global rate shrink too early?"),
                        "With words as features: most are rare, and a rare word's weight keeps a large rate until"
                                + " the word"
                                + " has been seen.")
                        .beside(new Exhibit.Training(
                                training(2, "adagrad(lr=0.1)", "sgd(lr=0.01)"),
                                "Dense features, all standardized, and each optimizer at a rate that suits it.")),
                List.of(
                        new Option(
                                "Text, where most words are rare",
                                true,
                                "Yes: each word's rate follows its own count and its own gradients."),
                        new Option(
                                "A few dense features that are all standardized",
                                false,
                                "There all coordinates are much alike, and one rate suits them all."),
                        new Option(
                                "A deep network that trains for weeks",
                                false,
                                "There it is the decay that hurts: the rates go to zero while there is still far to go."
                                        + " RMSProp and Adam forget instead.")));
    }
}
