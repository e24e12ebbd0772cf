package descentlab.python;

import descentlab.experiment.OwnModel;

/**
 * The losses of models of somebody's own data as code: parameters are one vector w, layer by layer the weights and the biases;
 * D features, H hidden units, K scores.
 */
record OwnLoss(OwnModel model, Dialect dialect) {

    private static final String LINE = """
            def scores(w, X):
                \"""A score of each row; the last entry of w is the bias.\"""
                return X @ w[:-1] + w[-1]
            """;

    private static final String SEVERAL = """
            def scores(w, X):
                \"""K scores of each row; the last entries of w are the biases.\"""
                return X @ w[: K * D].reshape(K, D).T + w[K * D :]
            """;

    private static final String HIDDEN = """
            def layers(w):
                \"""Weights and biases of the hidden layer, then those of the scores.\"""
                first, second, third = H * D, H * (D + 1), H * (D + 1) + K * H
                return w[:first].reshape(H, D), w[first:second], w[second:third].reshape(K, H), w[third:]


            def scores(w, X):
                W, b, V, c = layers(w)
                return %s
            """;

    private static final String SQUARED = """
            def lost(z, y):
                \"""Half the mean squared error.\"""
                return np.mean((z - y) ** 2) / 2
            """;

    private static final String LOGISTIC = """
            def lost(z, y):
                \"""The mean logistic loss.\"""
                return %s
            """;

    private static final String SOFTMAX = """
            def lost(z, y):
                \"""The mean cross entropy.\"""
            %s""";

    private static final String SOFTMAX_BY_HAND = """
                z = z - z.max(axis=1, keepdims=True)
                return np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(y)), y])
            """;

    private static final String LOSS = """
            def loss(w, rows=slice(None)):
                return lost(scores(w, X[rows]), y[rows])%s
            """;

    private static final String SOFTMAX_SLOPE = """
                error = np.exp(z - z.max(axis=1, keepdims=True))
                error /= error.sum(axis=1, keepdims=True)
                error[np.arange(len(rows)), y[rows]] -= 1
                error /= len(rows)
            """;

    private static final String SLOPE = """
            def gradient(w, rows):
                z = scores(w, X[rows])
            %s    return %s
            """;

    private static final String HIDDEN_SLOPE = """
            def gradient(w, rows):
                W, b, V, c = layers(w)
                h = np.maximum(X[rows] @ W.T + b, 0)
                z = %s
            %s    back = error @ V * (h > 0)
                parts = back.T @ X[rows], back.sum(axis=0), error.T @ h, error.sum(axis=0)
                return np.concatenate([part.ravel() for part in parts])
            """;

    /** Scores, what is lost by them, and the loss that is trained on, which may have a penalty. */
    String code() {
        String penalty = model == OwnModel.RIDGE ? " + PENALTY / 2 * (w[:-1] @ w[:-1])" : "";
        return scores() + "\n\n" + lost() + "\n\n" + LOSS.formatted(penalty);
    }

    private String scores() {
        if (model.hasHiddenLayer()) {
            return HIDDEN.formatted(output(rectified("X @ W.T + b") + " @ V.T + c"));
        }
        return model == OwnModel.SOFTMAX ? SEVERAL : LINE;
    }

    /** Of a unit at exactly 0 the lab takes the slope for 0, as these do. */
    private String rectified(String of) {
        return switch (dialect) {
            case TORCH -> "torch.relu(" + of + ")";
            case JAX -> "jax.nn.relu(" + of + ")";
            default -> "np.maximum(" + of + ", 0)";
        };
    }

    private String output(String all) {
        return model.ofClasses() ? all : "(" + all + ")[:, 0]";
    }

    private String lost() {
        return switch (model.loss()) {
            case SQUARED -> SQUARED;
            case LOGISTIC -> LOGISTIC.formatted(TableCode.logistic(dialect, "y"));
            case SOFTMAX -> SOFTMAX.formatted(switch (dialect) {
                case TORCH -> "    return torch.nn.functional.cross_entropy(z, y)\n";
                case JAX -> "    return -np.mean(jax.nn.log_softmax(z)[np.arange(len(y)), y])\n";
                default -> SOFTMAX_BY_HAND;
            });
        };
    }

    /** The gradient by hand, in NumPy. */
    String slope() {
        String error = switch (model.loss()) {
            case SQUARED -> "    error = (z - y[rows]) / len(rows)\n";
            case LOGISTIC -> "    error = (1 / (1 + np.exp(-z)) - y[rows]) / len(rows)\n";
            case SOFTMAX -> SOFTMAX_SLOPE;
        };
        if (model.hasHiddenLayer()) {
            String column = model.ofClasses() ? "" : "    error = error[:, None]\n";
            return HIDDEN_SLOPE.formatted(output("h @ V.T + c"), error + column);
        }
        String all = model == OwnModel.SOFTMAX
                ? "np.append((error.T @ X[rows]).ravel(), error.sum(axis=0))"
                : "np.append(error @ X[rows], error.sum())";
        return SLOPE.formatted(error, all + (model == OwnModel.RIDGE ? " + PENALTY * np.append(w[:-1], 0)" : ""));
    }
}
