package descentlab.python;

import descentlab.model.Activation;
import descentlab.model.Loss;
import descentlab.model.Norm;

/** The layers of networks and their gradients in NumPy, in single precision as the lab has them. */
final class LayersByHand {

    private static final String CONVOLUTION = """
            def windows(x):
                return np.lib.stride_tricks.sliding_window_view(x, (5, 5), axis=(2, 3))


            class Convolution:
                def __init__(self, index):
                    self.w, self.b = index, index + 1

                def forward(self, p, x):
                    self.windows = windows(x)
                    z = np.tensordot(self.windows, p[self.w], axes=([1, 4, 5], [1, 2, 3])) + p[self.b]
                    return z.transpose(0, 3, 1, 2)

                def backward(self, p, g, dz):
                    g[self.w] = np.tensordot(dz, self.windows, axes=([0, 2, 3], [0, 2, 3]))
                    g[self.b] = dz.sum(axis=(0, 2, 3))
                    if self.w == 0:
                        return None  # nobody asks for the pictures' own
                    around = windows(np.pad(dz, ((0, 0), (0, 0), (4, 4), (4, 4))))
                    dx = np.tensordot(around, p[self.w][:, :, ::-1, ::-1], axes=([1, 4, 5], [0, 2, 3]))
                    return dx.transpose(0, 3, 1, 2)
            """;

    private static final String DENSE = """
            class Dense:
                def __init__(self, index):
                    self.w, self.b = index, index + 1

                def forward(self, p, x):
                    self.x = x
                    return x @ p[self.w].T + p[self.b]

                def backward(self, p, g, dz):
                    g[self.w], g[self.b] = dz.T @ self.x, dz.sum(axis=0)
                    return dz @ p[self.w]
            """;

    private static final String NORM = """
            class Unbiased:
                \"""Weights alone: a bias would be taken away with the mean.\"""

                def __init__(self, index):
                    self.w = index

                def forward(self, p, x):
                    self.x = x
                    return x @ p[self.w].T

                def backward(self, p, g, dz):
                    g[self.w] = dz.T @ self.x
                    return dz @ p[self.w]


            class BatchNorm:
                \"""By the batch's own means and variances, or by those that are held.\"""

                def __init__(self, index):
                    self.gamma, self.beta, self.held = index, index + 1, None

                def forward(self, p, z):
                    self.taken = self.held or (z.mean(axis=0), z.var(axis=0))
                    mean, variance = self.taken
                    self.i = 1 / np.sqrt(variance + np.float32(%s))
                    self.n = (z - mean) * self.i
                    return p[self.gamma] * self.n + p[self.beta]

                def backward(self, p, g, du):
                    g[self.beta], g[self.gamma] = du.sum(axis=0), (du * self.n).sum(axis=0)
                    return p[self.gamma] * self.i * (du - (g[self.beta] + self.n * g[self.gamma]) / np.float32(len(du)))
            """;

    private static final String FLATTEN = """
            class Flatten:
                def forward(self, p, x):
                    self.shape = x.shape
                    return x.reshape(len(x), -1)

                def backward(self, p, g, dy):
                    return dy.reshape(self.shape)
            """;

    private static final String SIGMOID = """
            class Sigmoid:
                def forward(self, p, z):
                    self.y = 1 / (1 + np.exp(-z))
                    return self.y

                def backward(self, p, g, dy):
                    return dy * self.y * (1 - self.y)
            """;

    private static final String RECTIFIER = """
            class Rectifier:
                def forward(self, p, z):
                    self.y = np.maximum(z, 0)
                    return self.y

                def backward(self, p, g, dy):
                    return dy * (self.y > 0)
            """;

    private static final String TANH = """
            class Tanh:
                def forward(self, p, z):
                    self.y = np.tanh(z)
                    return self.y

                def backward(self, p, g, dy):
                    return dy * (1 - self.y**2)
            """;

    private static final String SQUARES = """
            def squares(x):
                \"""The four pixels of each square of 2 x 2.\"""
                n, c, h, w = x.shape
                return x.reshape(n, c, h // 2, 2, w // 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, h // 2, w // 2, 4)


            def pixels(s):
                n, c, h, w, _ = s.shape
                return s.reshape(n, c, h, w, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(n, c, 2 * h, 2 * w)
            """;

    private static final String MEAN_POOLING = """
            class MeanPooling:
                def forward(self, p, x):
                    return squares(x).mean(axis=4)

                def backward(self, p, g, dy):
                    return pixels(np.repeat(dy[..., None] / 4, 4, axis=4))
            """;

    private static final String MAX_POOLING = """
            class MaxPooling:
                def forward(self, p, x):
                    s = squares(x)
                    self.first = s.argmax(axis=4)[..., None] == np.arange(4)
                    return s.max(axis=4)

                def backward(self, p, g, dy):
                    return pixels(self.first * dy[..., None])
            """;

    private static final String GRADIENT = """
            def scores(p, pictures):
                x = pictures.astype(np.float32) / np.float32(255)
            %s    for layer in LAYERS:
                    x = layer.forward(p, x)
                return x.astype(float)


            def unpack(w):
                \"""The tensors that a vector holds, in single precision.\"""
                tensors, at = [], 0
                for shape in SHAPES:
                    count = math.prod(shape)
                    tensors.append(w[at : at + count].reshape(shape).astype(np.float32))
                    at += count
                return tensors


            def gradient(w, rows):
                \"""The mean loss of some pictures, and its gradient by all weights.\"""
                p, g, at = unpack(w), [None] * len(SHAPES), np.arange(len(rows))
                o = scores(p, X[rows])
            %s    dy = (dy / len(rows)).astype(np.float32)
                for layer in reversed(LAYERS):
                    dy = layer.backward(p, g, dy)
                return loss.mean(), np.concatenate([each.ravel() for each in g]).astype(float)
            """;

    private static final String CROSS_ENTROPY = """
                o = o - o.max(axis=1, keepdims=True)
                log_sum = np.log(np.exp(o).sum(axis=1))
                loss = log_sum - o[at, y[rows]]
                dy = np.exp(o - log_sum[:, None])
                dy[at, y[rows]] -= 1
            """;

    private static final String SQUARED = """
                dy = o.copy()
                dy[at, y[rows]] -= 1
                loss = (dy**2).sum(axis=1) / 2
            """;

    private LayersByHand() {}

    /** Adds those that a network has. */
    static void addFor(SourceText script, NetworkLayers layers, Loss loss) {
        boolean normalizes = layers.normalizes();
        script.addAsItIs(layers.convolves() ? CONVOLUTION : "")
                .addAsItIs(DENSE)
                .addAsItIs(normalizes ? NORM.formatted(Literal.number(Norm.EPS)) : "")
                .addAsItIs(FLATTEN)
                .addAsItIs(layers.is(Activation.SIGMOID) ? SIGMOID : "")
                .addAsItIs(layers.is(Activation.TANH) ? TANH : "")
                .addAsItIs(layers.is(Activation.RELU) ? RECTIFIER : "")
                .addAsItIs(layers.convolves() ? SQUARES : "")
                .addAsItIs(layers.convolves() && layers.averages() ? MEAN_POOLING : "")
                .addAsItIs(layers.convolves() && !layers.averages() ? MAX_POOLING : "")
                .addAsItIs(layers.shapes() + "\n" + (normalizes ? layers.scales() + "\n" : "") + layers.byHand())
                .addAsItIs(GRADIENT.formatted(
                        layers.convolves() ? "    x = np.pad(x, ((0, 0), (2, 2), (2, 2)))[:, None]\n" : "",
                        loss == Loss.SQUARED ? SQUARED : CROSS_ENTROPY));
    }
}
