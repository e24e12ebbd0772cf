package descentlab.python;

import descentlab.dataset.DataSheet;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.PictureSet;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Norm;
import descentlab.model.ShardedNetwork;
import descentlab.random.SeededRandom;
import descentlab.training.TrainingPlan;
import java.util.stream.Collectors;

/** Training a network on pictures, in single precision: the pictures, the network, the rules, a run of each, its losses. */
final class NetworkScript {

    private static final String READ = """
            def read(name, check):
                \"""A file's bytes: from this folder, from Debian's dataset-fashion-mnist, or fetched into this folder.\"""
                for folder in FOLDERS:
                    if (folder / name).exists():
                        break
                else:
                    folder = pathlib.Path(".")
                    with urllib.request.urlopen(SOURCE + name) as answer:
                        (folder / name).write_bytes(answer.read())
                data = gzip.decompress((folder / name).read_bytes())
                assert check in ("", hashlib.sha256(data).hexdigest()), f"{folder / name} is not what it should be"
                return np.frombuffer(data, np.uint8)
            """;

    private static final String PICTURES = """
            def pictures():
                \"""Pictures and labels to train on, and others to test with.\"""
                images, labels, test_images, test_labels = (read(name, check) for name, check in FILES.items())
                images, test_images = images[16:].reshape(-1, %1$d, %1$d), test_images[16:].reshape(-1, %1$d, %1$d)
            %2$s    return images[:PICTURES], labels[8:][:PICTURES], test_images, test_labels[8:]
            """;

    private static final String HALVED = """
                images, test_images = (
                    each.reshape(-1, %1$d, 2, %1$d, 2).mean(axis=(2, 4)).astype(np.float32) for each in (images, test_images)
                )
            """;

    private static final String CENTERED = """
                mean = images[:PICTURES].mean(axis=0)
                images, test_images = ((each - mean).astype(np.float32) for each in (images, test_images))
            """;

    private static final String START = """
            def start():
                \"""Glorot's: weights uniform, biases 0%3$s.\"""
                random, tensors = %1$s, []
                for %2$s:
                    bound = math.sqrt(6 / (math.prod(shape[1:]) + math.prod(shape) // shape[1])) if shape[1:] else 0
                    drawn = [bound * (2 * random.uniform() - 1) if bound else %4$s for _ in range(math.prod(shape))]
                    tensors.append(np.array(drawn).reshape(shape))
                return tensors
            """;

    private static final String CURVE = """
            class Curve(list):
                \"""Points of epoch and mean loss since the one before; and how many test pictures are told, epoch by epoch.\"""

                def __init__(self):
                    self.seen, self.sum, self.count, self.told = 0, 0.0, 0, []

                def add(self, now, count, accuracy):
                    before, self.seen = self.seen, self.seen + count
                    self.sum, self.count = self.sum + now * count, self.count + count
                    epoch = self.seen % PICTURES == 0
                    if epoch or self.seen // EVERY > before // EVERY:
                        self.append((self.seen / PICTURES, self.sum / self.count))
                        self.sum, self.count = 0.0, 0
                    if epoch:
                        self.told.append(accuracy())
            """;

    private static final String OUTCOME = """
            curves = [(name, run(optimizer)) for name, optimizer in RUNS]
            for name, curve in curves:
                for epoch, now in curve[: -1 : max(1, len(curve) // 8)] + curve[-1:]:
                    print(f"{name}: epoch {epoch:.4g}, loss = {now:.12g}")
                for epoch, told in enumerate(curve.told, 1):
                    print(f"{name}: after epoch {epoch}, test accuracy = {told:.4f}")
            """;

    private final TrainingExperiment training;
    private final PictureTask task;
    private final String server;
    private final Dialect dialect;
    private final NetworkLayers layers;
    private final Runs runs;

    NetworkScript(TrainingExperiment training, PictureTask task, String server, Dialect dialect) {
        this.training = training;
        this.task = task;
        this.server = server;
        this.dialect = dialect;
        this.layers = new NetworkLayers(task);
        this.runs = new Runs(
                training.runs(), dialect, new Batches(training)::until, stepped(dialect));
    }

    private static Stepped stepped(Dialect dialect) {
        return switch (dialect) {
            case NUMPY -> Stepped.VECTOR;
            case JAX -> Stepped.FLOAT_VECTOR;
            case TORCH, KERAS -> Stepped.TENSORS;
        };
    }

    void write(SourceText script) {
        script.chapter("## What is asked\n\nEverything that the link says, as numbers.").addAsItIs(constants());
        script.chapter("## The pictures\n\n" + task.sheet().about() + "\n\n" + whereFrom())
                .addAsItIs(files())
                .addAsItIs(READ)
                .addAsItIs(PICTURES.formatted(task.set().side(), prepared()));
        script.chapter("## The network\n\n" + task.title() + normed() + ", with the loss\n\n$$" + task.loss() + "$$");
        if (dialect == Dialect.NUMPY) {
            LayersByHand.addFor(script, layers, task.network().loss());
        } else {
            script.addAsItIs(layers.shapes() + (layers.normalizes() ? "\n" + layers.scales() : ""));
        }
        script.chapter("## Its first weights\n\nThey come from the lab's generator and the seed, so that they are the lab's.")
                .addAsItIs(Helper.RANDOM)
                .addAsItIs(START.formatted(
                        Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS),
                        layers.normalizes() ? "k, shape in enumerate(SHAPES)" : "shape in SHAPES",
                        layers.normalizes() ? ", what norms scale by 1" : "",
                        layers.normalizes() ? "float(k in SCALES)" : "0.0"));
        runs.addRules(script);
        script.chapter("## A run\n\nBatch by batch in the lab's own order, by its generator and the seed.")
                .addAsItIs(Batches.code(training.plan().shuffle(), "PICTURES"))
                .addAsItIs(CURVE)
                .addAsItIs(new NetworkRun(task, layers, dialect).code());
        script.chapter("## The training\n\nThe mean losses since the point before, now and then, and the share of test pictures"
                        + " that are told right. Single precision: the first 20 steps agree to 1e-4, later ones as two computers do.")
                .addAsItIs(read() + "\n" + runs.sizes("[math.prod(shape) for shape in SHAPES]") + runs.list() + "\n" + OUTCOME);
        script.chapter("## The picture").addAsItIs(Batches.CURVES);
    }

    private String constants() {
        TrainingPlan plan = training.plan();
        String quiet = dialect == Dialect.NUMPY ? dialect.inDouble() + "\n\n" : "";
        return quiet + "PICTURES = " + training.examples() + "\nBATCH, EPOCHS, EVERY, SEED = " + plan.batch() + ", "
                + plan.epochs() + ", " + plan.every() + ", " + plan.seed()
                + (layers.normalizes()
                        ? "\nSTATISTICS = " + ShardedNetwork.STATISTICS + "  # of how many of the first pictures norms hold them for tests"
                        : "");
    }

    private String normed() {
        return layers.normalizes() ? ", its hidden units' sums normalized over the batch, $$" + Norm.TEX + "$$" : "";
    }

    private String prepared() {
        return (task.preparation().halved() ? HALVED.formatted(task.network().side()) : "")
                + (task.preparation().centered() ? CENTERED : "");
    }

    private String whereFrom() {
        return !task.set().comesAlong()
                ? "They are 30 MB, too many for a notebook: put the four files beside it, or have Debian's dataset-fashion-mnist,"
                        + " or let the code fetch them."
                : "They do not come with the notebook: the code fetches them from the lab once and keeps them beside it. Where"
                        + " there will be no lab, run this cell before, or save the four files beside it.";
    }

    private String files() {
        boolean real = !task.set().comesAlong();
        String source = real ? Download.SOURCE.toString() : server + "api/data/" + task.data() + "/";
        String folders = real
                ? "FOLDERS = [pathlib.Path(\".\"), pathlib.Path(" + Literal.quoted(FashionMnist.DEBIAN.toString()) + ")]"
                : "FOLDERS = [pathlib.Path(\".\")]";
        String prefix = real ? "" : task.data() + "-";
        return "SOURCE = " + Literal.quoted(source) + "\n" + folders + "\nFILES = {  # and their checksums\n"
                + FashionMnist.SHEET.checksums().stream()
                        .map(each -> entry(prefix, each, real))
                        .collect(Collectors.joining())
                + "}";
    }

    private static String entry(String prefix, DataSheet.Checksum file, boolean real) {
        return "    " + Literal.quoted(prefix + file.file() + ".gz") + ": " + Literal.quoted(real ? file.value() : "") + ",\n";
    }

    private String read() {
        String made = "X, y, tests, test_y = pictures()\n";
        String color = layers.convolves() ? "[:, None]" : "";
        return switch (dialect) {
            case NUMPY -> made;
            case TORCH -> made + "X, tests = (torch.from_numpy(each / np.float32(255))" + color + " for each in (X, tests))\n"
                    + "y, test_y = (torch.from_numpy(each.astype(int)) for each in (y, test_y))\n";
            case JAX -> made + "X, tests = (jnp.array(each / np.float32(255))" + color + " for each in (X, tests))\n"
                    + "y, test_y = (jnp.array(each.astype(int)) for each in (y, test_y))\n";
            case KERAS -> made + "X, tests = ((each / np.float32(255))[..., None] for each in (X, tests))\n";
        };
    }
}
