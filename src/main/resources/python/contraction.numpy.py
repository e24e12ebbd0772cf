# By what factor a step of gradient descent, with momentum or without, shrinks the distance along an eigenvector.
import numpy as np

eta, beta, flat, steep = ${eta}, ${beta}, ${flat}, ${steep}


def factor(eigenvalue):
    """The larger of the sizes of the roots of z^2 - (1 + beta - eta eigenvalue) z + beta."""
    half = (1 + beta - eta * eigenvalue) / 2
    root = np.emath.sqrt(half * half - beta)
    return max(abs(half + root), abs(half - root))


def distances(eigenvalue, steps=60):
    x, v, way = 1.0, 0.0, [1.0]
    for _ in range(steps):
        v = beta * v + eigenvalue * x
        x -= eta * v
        way.append(abs(x))
    return way


worst = max(factor(flat), factor(steep))
print("flat-factor", factor(flat))
print("steep-factor", factor(steep))
print("worst", worst)
print("best-eta", 2 / (flat + steep))
print("largest-eta", 2 * (1 + beta) / steep)
print("steps-a-digit", -1 / np.log10(worst) if worst < 1 else np.inf)

try:
    import matplotlib.pyplot as plt

    plt.semilogy(distances(flat), label="flat")
    plt.semilogy(distances(steep), label="steep")
    plt.legend()
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
