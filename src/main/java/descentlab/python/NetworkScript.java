package descentlab.python;

import descentlab.dataset.DataSheet;
import descentlab.dataset.Download;
import descentlab.dataset.FashionMnist;
import descentlab.dataset.PictureSet;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TrainingExperiment;
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
                return images[:PICTURES], labels[8:][:PICTURES], test_images, test_labels[8:]
            """;

    private static final String START = """
            def start():
                \"""Glorot's: weights uniform, biases 0.\"""
                random, tensors = %s, []
                for shape in SHAPES:
                    bound = math.sqrt(6 / (math.prod(shape[1:]) + math.prod(shape) // shape[1])) if shape[1:] else 0
                    drawn = [bound * (2 * random.uniform() - 1) if bound else 0.0 for _ in range(math.prod(shape))]
                    tensors.append(np.array(drawn).reshape(shape))
                return tensors
            """;

    private static final String NUMPY_RUN = """
            def accuracy(w):
                p = unpack(w)
                told = [scores(p, tests[i : i + 500]).argmax(axis=1) for i in range(0, len(tests), 500)]
                return (np.concatenate(told) == test_y).mean()


            def run(step):
                w, seen, losses, curve = np.concatenate([each.ravel() for each in start()]), 0, [], Curve()
                for t, rows in enumerate(batches(), 1):
                    now, g = gradient(w, rows)
                    if not math.isfinite(now):
                        break  # it has run away
                    w = step(t, w, g)
                    curve.add(now, len(rows), lambda: accuracy(w))
                return curve
            """;

    private static final String TORCH_RUN = """
            def network():
                net = torch.nn.Sequential(
            %s    )
                with torch.no_grad():
                    for parameter, tensor in zip(net.parameters(), start()):
                        parameter.copy_(torch.from_numpy(tensor))
                return net


            @torch.no_grad()
            def accuracy(net):
                told = [net(tests[i : i + 500]).argmax(dim=1) for i in range(0, len(tests), 500)]
                return (torch.cat(told) == test_y).double().mean().item()


            def run(make):
                net, curve = network(), Curve()
                optimizer = make(list(net.parameters()))
                for rows in batches():
                    optimizer.zero_grad()
                    now = torch.nn.functional.cross_entropy(net(X[rows]), y[rows])
                    if not math.isfinite(now.item()):
                        break  # it has run away
                    now.backward()
                    optimizer.step()
                    curve.add(now.item(), len(rows), lambda: accuracy(net))
                return curve
            """;

    private static final String JAX_RUN = """
            def unpack(w):
                \"""The tensors that a vector holds.\"""
                tensors, at = [], 0
                for shape in SHAPES:
                    count = math.prod(shape)
                    tensors.append(w[at : at + count].reshape(shape))
                    at += count
                return tensors


            @jax.jit
            def scores(w, x):
                p = unpack(w)
            %s    return x


            @jax.jit
            @jax.value_and_grad
            def gradient(w, x, labels):
                o = jax.nn.log_softmax(scores(w, x))
                return -o[jnp.arange(len(labels)), labels].mean()


            def accuracy(w):
                told = [scores(w, tests[i : i + 500]).argmax(axis=1) for i in range(0, len(tests), 500)]
                return float((jnp.concatenate(told) == test_y).sum()) / len(tests)


            def run(step):
                w, curve = jnp.concatenate([jnp.array(each.ravel(), dtype=jnp.float32) for each in start()]), Curve()
                for t, rows in enumerate(batches(), 1):
                    rows = np.array(rows)
                    now, g = gradient(w, X[rows], y[rows])
                    if not math.isfinite(now):
                        break  # it has run away
                    w = step(t, w, g)
                    curve.add(float(now), len(rows), lambda: accuracy(w))
                return curve
            """;

    private static final String KERAS_RUN = """
            def network():
                model = keras.Sequential([
                    keras.Input((%d, %d, 1)),
            %s    ])
                model.set_weights([each.transpose(2, 3, 1, 0) if each.ndim == 4 else each.T for each in start()])
                return model


            def accuracy(model):
                return float((model.predict(tests, batch_size=500, verbose=0).argmax(axis=1) == test_y).mean())


            def run(optimizers):
                model, curve, last = network(), Curve(), None
                for rows in batches():
                    optimizer = optimizers.next()
                    if optimizer is not last:
                        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
                        model.compile(optimizer=optimizer, loss=loss, run_eagerly=type(optimizer).__name__ == "ByHand")
                        last = optimizer
                    model.reset_metrics()
                    now = float(np.ravel(model.train_on_batch(X[rows], y[rows]))[0])
                    if not math.isfinite(now):
                        break  # it has run away
                    curve.add(now, len(rows), lambda: accuracy(model))
                return curve
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
        this.layers = new NetworkLayers(task.network(), task.architecture());
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
                .addAsItIs(PICTURES.formatted(task.set().side()));
        script.chapter("## The network\n\n" + task.title() + ", with the loss\n\n$$" + task.loss() + "$$");
        if (dialect == Dialect.NUMPY) {
            LayersByHand.addFor(script, layers);
        } else {
            script.addAsItIs(layers.shapes());
        }
        script.chapter("## Its first weights\n\nThey come from the lab's generator and the seed, so that they are the lab's.")
                .addAsItIs(Helper.RANDOM)
                .addAsItIs(START.formatted(Helper.stream("SEED", SeededRandom.INITIAL_PARAMETERS)));
        runs.addRules(script);
        script.chapter("## A run\n\nBatch by batch in the lab's own order, by its generator and the seed.")
                .addAsItIs(Batches.code(training.plan().shuffle(), "PICTURES"))
                .addAsItIs(CURVE)
                .addAsItIs(run());
        script.chapter("## The training\n\nThe mean losses since the point before, now and then, and the share of test pictures"
                        + " that are told right. Single precision: the first 20 steps agree to 1e-4, later ones as two computers do.")
                .addAsItIs(read() + "\n" + runs.sizes("[math.prod(shape) for shape in SHAPES]") + runs.list() + "\n" + OUTCOME);
        script.chapter("## The picture").addAsItIs(Batches.CURVES);
    }

    private String constants() {
        TrainingPlan plan = training.plan();
        String quiet = dialect == Dialect.NUMPY ? dialect.inDouble() + "\n\n" : "";
        return quiet + "PICTURES = " + training.examples() + "\nBATCH, EPOCHS, EVERY, SEED = " + plan.batch() + ", "
                + plan.epochs() + ", " + plan.every() + ", " + plan.seed();
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

    private String run() {
        return switch (dialect) {
            case NUMPY -> NUMPY_RUN;
            case TORCH -> TORCH_RUN.formatted(layers.ofTorch());
            case JAX -> JAX_RUN.formatted(layers.ofJax());
            case KERAS -> KERAS_RUN.formatted(task.network().side(), task.network().side(), layers.ofKeras());
        };
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
