"""The textbook's update rules and the learning-rate schedules, in NumPy, as their formulas are written.

g is the gradient at x, t counts steps from 1, and everything that is remembered starts at 0. A rule is made with its
settings and the number of coordinates; it is then called as rule(x, g, h, lr, t), h being the Hessian at x or None, and
gives the next x.
"""
import math
import re

import numpy as np


def sgd(n):
    """x -= lr g"""
    return lambda x, g, h, lr, t: x - lr * g


def momentum(n, beta=0.9):
    """v = beta v + g; x -= lr v"""
    v = np.zeros(n)

    def rule(x, g, h, lr, t):
        v[:] = beta * v + g
        return x - lr * v
    return rule


def nesterov(n, beta=0.9):
    """v = beta v + g; x -= lr (g + beta v)"""
    v = np.zeros(n)

    def rule(x, g, h, lr, t):
        v[:] = beta * v + g
        return x - lr * (g + beta * v)
    return rule


def counter(n, c=1.0):
    """n_i += 1 where g_i is not 0; x_i -= lr / sqrt(n_i + c) g_i"""
    seen = np.zeros(n)

    def rule(x, g, h, lr, t):
        seen[:] += g != 0
        # Where nothing was seen yet there is nothing to do, even if c is 0.
        return x - np.divide(lr * g, np.sqrt(seen + c), out=np.zeros(n), where=g != 0)
    return rule


def adagrad(n, eps=1e-6, power=0.5, memory=1.0):
    """s = memory s + g^2; x -= lr g / (s + eps)^power"""
    s = np.zeros(n)

    def rule(x, g, h, lr, t):
        s[:] = memory * s + g * g
        return x - lr * g / (s + eps) ** power
    return rule


def rmsprop(n, gamma=0.9, eps=1e-6):
    """s = gamma s + (1 - gamma) g^2; x -= lr g / sqrt(s + eps)"""
    s = np.zeros(n)

    def rule(x, g, h, lr, t):
        s[:] = gamma * s + (1 - gamma) * g * g
        return x - lr * g / np.sqrt(s + eps)
    return rule


def adadelta(n, rho=0.9, eps=1e-5):
    """s = rho s + (1 - rho) g^2; u = sqrt(d + eps) / sqrt(s + eps) g; d = rho d + (1 - rho) u^2; x -= lr u"""
    s, d = np.zeros(n), np.zeros(n)

    def rule(x, g, h, lr, t):
        s[:] = rho * s + (1 - rho) * g * g
        u = np.sqrt(d + eps) / np.sqrt(s + eps) * g
        d[:] = rho * d + (1 - rho) * u * u
        return x - lr * u
    return rule


def adam(n, beta1=0.9, beta2=0.999, eps=1e-6):
    """v, s moving averages of g and g^2, both divided by 1 - beta^t; x -= lr v / (sqrt(s) + eps)"""
    return _moments(n, beta1, beta2, eps, lambda s, g: beta2 * s + (1 - beta2) * g * g)


def yogi(n, beta1=0.9, beta2=0.999, eps=1e-3):
    """s += (1 - beta2) sign(g^2 - s) g^2, otherwise adam"""
    return _moments(n, beta1, beta2, eps, lambda s, g: s + (1 - beta2) * np.sign(g * g - s) * g * g)


def _moments(n, beta1, beta2, eps, second):
    v, s = np.zeros(n), np.zeros(n)

    def rule(x, g, h, lr, t):
        v[:] = beta1 * v + (1 - beta1) * g
        s[:] = second(s, g)
        return x - lr * (v / (1 - beta1 ** t)) / (np.sqrt(s / (1 - beta2 ** t)) + eps)
    return rule


def newton(n):
    """x -= lr H^-1 g; no step where g is 0"""
    return lambda x, g, h, lr, t: x - lr * np.linalg.solve(h, g) if g.any() else x


def diagonal(n):
    """x -= lr g / diag(H); no step in a coordinate whose g is 0"""
    return lambda x, g, h, lr, t: x - lr * np.divide(g, np.diag(h), out=np.zeros(n), where=g != 0)


RULES = {rule.__name__: rule for rule in (
    sgd, momentum, nesterov, counter, adagrad, rmsprop, adadelta, adam, yogi, newton, diagonal)}
DEFAULT_RATES = {"adadelta": 1.0, "newton": 1.0, "diagonal": 1.0}

# The rate of step t. As with PyTorch's schedulers the first step of exponential, step and cosine runs at the base rate.
SCHEDULES = {
    "constant": lambda lr, t: lr,
    "invsqrt": lambda lr, t, c: lr / math.sqrt(t + c),
    "exponential": lambda lr, t, gamma: lr * gamma ** (t - 1),
    "step": lambda lr, t, every, factor: lr * factor ** ((t - 1) // every),
    "cosine": lambda lr, t, steps: 0.0 if t - 1 >= steps else lr * (1 + math.cos(math.pi * (t - 1) / steps)) / 2,
    "warmup": lambda lr, t, steps: lr * min(1.0, t / steps),
}


def schedule(text):
    """The schedule written so, as in step(10,0.5): its name and its arguments."""
    name, arguments = re.fullmatch(r"(\w+)(?:\((.*)\))?", text).groups()
    return name, [float(argument) for argument in arguments.split(",")] if arguments else []
