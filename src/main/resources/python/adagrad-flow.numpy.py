# Adagrad along one coordinate, step by step and as a flow: x^2 = x0^2 - 4 eta sqrt(S).
import numpy as np

eta, start = ${eta}, ${start}

x, s, way = start, 0.0, [start]
while len(way) <= 400 or x * x > 1e-20 * s:
    s += x * x  # the curvature cancels: it may be 1
    x -= eta * x / np.sqrt(s)
    way.append(abs(x))

limit = start**2 / (4 * eta)
print("flow-root", limit)
print("root", np.sqrt(s))
print("flow-contraction", eta / limit)
print("contraction", eta / np.sqrt(s))

try:
    import matplotlib.pyplot as plt

    left = np.exp(-np.linspace(0, 60, 240))  # of x^2
    time = -limit * (1 - left) / (2 * eta) - start**2 / (8 * eta**2) * np.log(left)
    plt.semilogy(time, start * np.sqrt(left), label="flow")
    plt.semilogy(way, label="Adagrad")
    plt.xlim(0, 400)
    plt.legend()
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
