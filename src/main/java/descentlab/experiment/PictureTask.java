package descentlab.experiment;

import descentlab.dataset.DataSheet;
import descentlab.dataset.PictureSet;
import descentlab.dataset.Preparation;
import descentlab.model.Architecture;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.optimizer.MethodSpec;
import descentlab.training.InitialParameters;
import descentlab.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network to be trained on pictures.
 *
 * @param set the pictures
 * @param architecture how the network is built
 * @param perceptron how it is built if that is {@link Architecture#MLP}; else the usual one
 * @param preparation what is done to the pictures first
 */
public record PictureTask(PictureSet set, Architecture architecture, Perceptron perceptron, Preparation preparation)
        implements Task {

    /** What is trained where a link names none, the first that such pictures are large enough for. */
    private static final List<Architecture> USUAL = List.of(Architecture.LENET, Architecture.MLP);

    private static final Size SIZE = new Size(256, 5, InitialParameters.OWN, 4, 50, 4096, 4000, "points");

    /** Of fewer pictures: smaller batches and more epochs. */
    private static final Size SMALL =
            new Size(32, 20, SIZE.initial(), SIZE.mostRuns(), SIZE.mostEpochs(), SIZE.mostBatch(), SIZE.mostRows(), SIZE.rows());

    private static final int ROWS_IN_EPOCH = 20;

    /** Pictures that are few, through which a training may go more often, and how many are seen then. */
    private static final int FEW = 2000;

    private static final int MOST_SEEN = 750_000;

    static final int MOST_EPOCHS = 2000;

    public PictureTask {
        if (architecture != Architecture.MLP
                && !(perceptron.equals(Perceptron.USUAL) && preparation.equals(Preparation.NONE))) {
            throw new IllegalArgumentException(architecture + " is built in one way, and sees the pictures as they are");
        }
    }

    /** A network as it is usually built, and the pictures as they are. */
    public PictureTask(PictureSet set, Architecture architecture) {
        this(set, architecture, Perceptron.USUAL, Preparation.NONE);
    }

    /** A set's tasks, the usual one first; small pictures have no LeNet, and a perceptron instead. */
    static Stream<PictureTask> on(PictureSet set) {
        return architectures(set).map(architecture -> new PictureTask(set, architecture));
    }

    private static Stream<Architecture> architectures(PictureSet set) {
        return Stream.concat(USUAL.stream().filter(each -> fits(each, set)).limit(1), Arrays.stream(Architecture.values()))
                .distinct()
                .filter(each -> fits(each, set));
    }

    private static boolean fits(Architecture architecture, PictureSet set) {
        return architecture.leastSide() <= set.side();
    }

    /** The network to be trained. */
    public Network network() {
        return architecture == Architecture.MLP
                ? perceptron.on(preparation.side(set.side()), set.classes())
                : architecture.on(set.side(), set.classes());
    }

    /** What is done to the sums of its hidden units. */
    public Norm norm() {
        return perceptron.norm();
    }

    @Override
    public DataSheet sheet() {
        return set.sheet();
    }

    @Override
    public String model() {
        return architecture.parameter();
    }

    @Override
    public String title() {
        return architecture.title();
    }

    @Override
    public String loss() {
        return network().loss().tex();
    }

    @Override
    public int examples() {
        return set.training();
    }

    @Override
    public Size size() {
        return set.training() > FEW ? SIZE : SMALL;
    }

    /** Times through so many pictures, at most. */
    static int mostEpochs(int trained) {
        return trained > FEW ? SIZE.mostEpochs() : Math.min(MOST_EPOCHS, MOST_SEEN / trained);
    }

    @Override
    public int every(int trained) {
        return Math.max(1, trained / ROWS_IN_EPOCH);
    }

    /** LeNet from one start by the three optimizers of the course's story; on Fashion-MNIST at rates found by a sweep. */
    @Override
    public TrainingExperiment initial() {
        return switch (set) {
            case FASHION_MNIST ->
                initial(SIZE.batch(), SIZE.epochs(), "sgd(lr=1.4)", "adagrad(lr=0.075)", "adam(lr=0.009)");
            // A sixth of the pictures: smaller batches and more epochs, or none would leave the first plateau.
            case SILHOUETTES ->
                initial(SIZE.batch() / 4, 2 * SIZE.epochs(), "sgd(lr=1.4)", "adagrad(lr=0.03)", "adam(lr=0.003)");
            // A perceptron, which has no plateau to leave: the rates of three by which it learns about as fast.
            case DIGITS -> initial(SMALL.batch(), SMALL.epochs(), "sgd(lr=0.3)", "adagrad(lr=0.03)", "adam(lr=0.003)");
        };
    }

    private TrainingExperiment initial(int batch, int epochs, String... runs) {
        return new TrainingExperiment(
                this,
                examples(),
                new TrainingPlan(batch, epochs, every(examples()), 0, true),
                Stream.of(runs).map(MethodSpec::parse).toList());
    }

    /** The networks' names, in words. */
    static String models() {
        return inWords(Arrays.stream(Architecture.values()));
    }

    /** The names of those for the pictures of this task, in words. */
    String modelsThere() {
        String names = inWords(Arrays.stream(Architecture.values()).filter(each -> fits(each, set)));
        int least = Architecture.LENET.leastSide();
        return set.side() < least
                ? names + " (LeNet's pictures have at least " + least + " x " + least + " pixels, these " + set.side() + " x "
                        + set.side() + ")"
                : names;
    }

    private static String inWords(Stream<Architecture> some) {
        return some.map(Architecture::parameter).collect(Collectors.joining(", ", "one of ", ""));
    }
}
