# Adagrad's rates against the curvature, on logistic regression of a made-up text whose true weights are known.
import bisect
import math

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
batch, unit = ${batch}, ${unit}
${zipf}
${random}

X, y = map(torch.from_numpy, zipf_text())
random = stream(0, 4)
truth = torch.tensor([random.gaussian() for _ in range(500)])
own = torch.arange(500) % 10 == 9  # words that are counted in a unit of their own
X[:, own] *= unit
truth[own] /= unit

# The curvature is the variance of the gradient with labels drawn from the model, by Fisher's identity.
p = torch.sigmoid(X @ truth)
curvature = (p * (1 - p)) @ X**2 / len(y)
variance = (p - y) ** 2 @ X**2 / len(y) - ((p - y) @ X / len(y)) ** 2

random, order = stream(0, 2), list(range(len(y)))
w = torch.zeros(501, requires_grad=True)  # the last is the bias
s = torch.zeros(501)
for _ in range(math.ceil(max(1, 20 * batch / len(y)))):
    for i in range(len(y) - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]
    for first in range(0, len(y), batch):
        rows = order[first : first + batch]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(X[rows] @ w[:-1] + w[-1], y[rows])
        (g,) = torch.autograd.grad(loss, w)
        with torch.no_grad():  # by hand: torch.optim.Adagrad without eps divides 0 by 0 for a word not met yet
            s += g * g
            w -= torch.where(s > 0, 0.44 / s.sqrt(), 0) * g
rate = 0.44 / s[:-1].sqrt()


def slope(a, b):
    return np.polyfit(torch.log(a[~own]).numpy(), torch.log(b[~own]).numpy(), 1)[0]


print("slope", slope(curvature, rate))
print("variance-slope", slope(curvature, variance))

try:
    import matplotlib.pyplot as plt

    plt.loglog(curvature, rate, ".")
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
