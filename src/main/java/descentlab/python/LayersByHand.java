package descentlab.python;

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
                o = o - o.max(axis=1, keepdims=True)
                log_sum = np.log(np.exp(o).sum(axis=1))
                dy = np.exp(o - log_sum[:, None])
                dy[at, y[rows]] -= 1
                dy = (dy / len(rows)).astype(np.float32)
                for layer in reversed(LAYERS):
                    dy = layer.backward(p, g, dy)
                return (log_sum - o[at, y[rows]]).mean(), np.concatenate([each.ravel() for each in g]).astype(float)
            """;

    private LayersByHand() {}

    /** Adds those that a network has. */
    static void addFor(SourceText script, NetworkLayers layers) {
        script.addAsItIs(layers.convolves() ? CONVOLUTION : "")
                .addAsItIs(DENSE)
                .addAsItIs(FLATTEN)
                .addAsItIs(layers.squashes() ? SIGMOID : "")
                .addAsItIs(layers.rectifies() ? RECTIFIER : "")
                .addAsItIs(layers.convolves() ? SQUARES : "")
                .addAsItIs(layers.convolves() && layers.squashes() ? MEAN_POOLING : "")
                .addAsItIs(layers.convolves() && layers.rectifies() ? MAX_POOLING : "")
                .addAsItIs(layers.shapes() + "\n" + layers.byHand())
                .addAsItIs(GRADIENT.formatted(
                        layers.convolves() ? "    x = np.pad(x, ((0, 0), (2, 2), (2, 2)))[:, None]\n" : ""));
    }
}
