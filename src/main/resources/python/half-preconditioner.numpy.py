# Adagrad's rates against the curvature, on logistic regression of a made-up text whose true weights are known.
import bisect
import math

import numpy as np

batch, unit = ${batch}, ${unit}
${zipf}
${random}

X, y = zipf_text()
random = stream(0, 4)
truth = np.array([random.gaussian() for _ in range(500)])
own = np.arange(500) % 10 == 9  # words that are counted in a unit of their own
X[:, own] *= unit
truth[own] /= unit

p = 1 / (1 + np.exp(-X @ truth))
curvature = (p * (1 - p)) @ X**2 / len(y)
variance = (p - y) ** 2 @ X**2 / len(y) - ((p - y) @ X / len(y)) ** 2

random, order = stream(0, 2), list(range(len(y)))
w, bias, s, s_bias = np.zeros(500), 0.0, np.zeros(500), 0.0
for _ in range(math.ceil(max(1, 20 * batch / len(y)))):
    for i in range(len(y) - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]
    for first in range(0, len(y), batch):
        rows = order[first : first + batch]
        error = (1 / (1 + np.exp(-(X[rows] @ w + bias))) - y[rows]) / len(rows)
        g = error @ X[rows]
        s += g * g
        w -= np.where(s > 0, 0.44 / np.sqrt(np.where(s > 0, s, 1)), 0) * g
        s_bias += error.sum() ** 2
        bias -= 0.44 / math.sqrt(s_bias) * error.sum() if s_bias > 0 else 0
rate = 0.44 / np.sqrt(s)


def slope(a, b):
    return np.polyfit(np.log(a[~own]), np.log(b[~own]), 1)[0]


print("slope", slope(curvature, rate))
print("variance-slope", slope(curvature, variance))
print("descent-step", unit**2)
print("adagrad-step", unit)

try:
    import matplotlib.pyplot as plt

    plt.loglog(curvature, rate, ".")
    plt.loglog(curvature[own], rate[own], ".")
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
