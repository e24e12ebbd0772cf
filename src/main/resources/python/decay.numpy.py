# What noise of variance 1 leaves of f = h x^2 / 2, in the mean over all noise, at rates that stay, fall like the root, and like t.
import math

eta, h, steps = ${eta}, ${curvature}, 100_000


def mean(rate):
    """E f after each step, of the point and of the average of the points, from x = 1."""
    square, cross, total = 1.0, 0.0, 0.0  # E x^2, E A x, E A^2 with A the sum of the points
    last, average = [h / 2], [h / 2]
    for t in range(1, steps + 1):
        a = 1 - rate(t) * h
        square = a * a * square + rate(t) ** 2
        total += 2 * a * cross + square
        cross = a * cross + square
        last.append(h / 2 * square)
        average.append(h / 2 * total / t**2)
    return last, average


constant, _ = mean(lambda t: eta)
root, average = mean(lambda t: eta / math.sqrt(t))
line, _ = mean(lambda t: eta / t)
print("constant", constant[-1])
print("root", root[-1])
print("average", average[-1])
print("line", line[-1])
print("root-slope", math.log10(root[-1] / root[steps // 10]))
print("line-slope", math.log10(line[-1] / line[steps // 10]))

try:
    import matplotlib.pyplot as plt

    for curve, label in ((constant, "eta"), (root, "eta/sqrt(t)"), (average, "its average"), (line, "eta/t")):
        plt.loglog(range(1, steps + 1), curve[1:], label=label)
    plt.legend()
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
