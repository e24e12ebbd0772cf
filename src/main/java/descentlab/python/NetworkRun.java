package descentlab.python;

import descentlab.experiment.PictureTask;
import descentlab.model.Loss;
import descentlab.model.Norm;

/** A run of a network in a script: its scores, its loss and gradient where the library has them, its accuracy, and the batches' way. */
record NetworkRun(PictureTask task, NetworkLayers layers, Dialect dialect) {

    private static final String NUMPY_RUN = """
            def accuracy(w):
                p = unpack(w)
            %s    told = [scores(p, tests[i : i + 500]).argmax(axis=1) for i in range(0, len(tests), 500)]
            %s    return (np.concatenate(told) == test_y).mean()


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
            %s    told = [net(tests[i : i + 500]).argmax(dim=1) for i in range(0, len(tests), 500)]
            %s    return (torch.cat(told) == test_y).double().mean().item()


            def run(make):
                net, curve = network(), Curve()
                optimizer = make(list(net.parameters()))
                for rows in batches():
                    optimizer.zero_grad()
                    now = %s
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


            %s


            @jax.jit
            @jax.value_and_grad
            def gradient(w, x, labels):
            %s

            def accuracy(w):
            %s    told = [scores(w, tests[i : i + 500]%s).argmax(axis=1) for i in range(0, len(tests), 500)]
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
                %s
                return model


            def accuracy(model):
            %s    return float((model.predict(tests, batch_size=500, verbose=0).argmax(axis=1) == test_y).mean())


            def run(optimizers):
                model, curve, last = network(), Curve(), None
                for rows in batches():
                    optimizer = optimizers.next()
                    if optimizer is not last:
                        loss = %s
                        model.compile(optimizer=optimizer, loss=loss, run_eagerly=type(optimizer).__name__ == "ByHand")
                        last = optimizer
                    model.reset_metrics()
                    now = float(np.ravel(model.train_on_batch(X[rows], y[rows]))[0])
                    if not math.isfinite(now):
                        break  # it has run away
                    curve.add(now, len(rows), lambda: accuracy(model))
                return curve
            """;

    /** Has norms keep the statistics of pictures that train, for those that test. */
    private static final String NUMPY_HOLD = """
                norms = [layer for layer in LAYERS if isinstance(layer, BatchNorm)]
                scores(p, X[:STATISTICS])
                for norm in norms:
                    norm.held = norm.taken
            """;

    private static final String NUMPY_RELEASE = """
                for norm in norms:
                    norm.held = None
            """;

    private static final String TORCH_HOLD = """
                net(X[:STATISTICS])  # by a momentum of 1 the statistics of these pictures are kept
                n = len(X[:STATISTICS])
                for norm in net:
                    if isinstance(norm, torch.nn.BatchNorm1d):
                        norm.running_var *= (n - 1) / n  # PyTorch keeps the variance of a sample, and divides by that of all
                net.eval()
            """;

    private static final String TORCH_RELEASE = """
                net.train()
            """;

    private static final String KERAS_HOLD = """
                model(X[:STATISTICS], training=True)  # by a momentum of 0 the statistics of these pictures are kept
            """;

    private static final String JAX_SCORES = """
            @jax.jit
            def scores(w, x):
                p = unpack(w)
            %s    return x""";

    private static final String JAX_NORMED = """
            def normalized(z, gamma, beta, taken, held):
                \"""By the batch's own means and variances, or by those that are held.\"""
                mean, variance = held[len(taken)] if held else (z.mean(axis=0), ((z - z.mean(axis=0)) ** 2).mean(axis=0))
                taken.append((mean, variance))
                return gamma * (z - mean) / jnp.sqrt(variance + %s) + beta


            def through(w, x, held):
                p, taken = unpack(w), []
            %s    return x, taken


            @jax.jit
            def scores(w, x, held=()):
                return through(w, x, held)[0]


            @jax.jit
            def statistics(w, x):
                return through(w, x, ())[1]""";

    private static final String JAX_CROSS_ENTROPY = """
                o = jax.nn.log_softmax(scores(w, x))
                return -o[jnp.arange(len(labels)), labels].mean()
            """;

    private static final String JAX_SQUARED = """
                error = scores(w, x) - jnp.where(labels[:, None] == jnp.arange(%d), 1.0, 0.0)
                return (error**2).sum(axis=1).mean() / 2
            """;

    private static final String KERAS_SQUARED = """
            def squared(labels, scores):
                told = keras.ops.one_hot(keras.ops.cast(keras.ops.reshape(labels, (-1,)), "int32"), %d)
                return keras.ops.sum((scores - told) ** 2, axis=-1) / 2


            """;

    /** The functions, of which {@code run} is one. */
    String code() {
        boolean normed = layers.normalizes();
        boolean squared = task.network().loss() == Loss.SQUARED;
        int classes = task.network().classes();
        int side = task.network().side();
        return switch (dialect) {
            case NUMPY -> NUMPY_RUN.formatted(normed ? NUMPY_HOLD : "", normed ? NUMPY_RELEASE : "");
            case TORCH -> TORCH_RUN.formatted(
                    layers.ofTorch(),
                    normed ? TORCH_HOLD : "",
                    normed ? TORCH_RELEASE : "",
                    squared
                            ? "((net(X[rows]) - torch.nn.functional.one_hot(y[rows], " + classes + ")) ** 2).sum(dim=1).mean() / 2"
                            : "torch.nn.functional.cross_entropy(net(X[rows]), y[rows])");
            case JAX -> JAX_RUN.formatted(
                    normed ? JAX_NORMED.formatted(Literal.number(Norm.EPS), layers.ofJax()) : JAX_SCORES.formatted(layers.ofJax()),
                    squared ? JAX_SQUARED.formatted(classes) : JAX_CROSS_ENTROPY,
                    normed ? "    held = statistics(w, X[:STATISTICS])\n" : "",
                    normed ? ", held" : "");
            case KERAS -> (squared ? KERAS_SQUARED.formatted(classes) : "") + KERAS_RUN.formatted(
                    side,
                    side,
                    layers.ofKeras(),
                    normed
                            ? "for variable, each in zip(model.trainable_variables, start()):\n        variable.assign(each.T)"
                            : "model.set_weights([each.transpose(2, 3, 1, 0) if each.ndim == 4 else each.T for each in start()])",
                    normed ? KERAS_HOLD : "",
                    squared ? "squared" : "keras.losses.SparseCategoricalCrossentropy(from_logits=True)");
        };
    }
}
