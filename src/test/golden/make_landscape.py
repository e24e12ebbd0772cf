"""Reference values for slices of a network's loss, by PyTorch in float64.

Kept out of the build: python3 make_landscape.py OUT writes landscape.json.
"""
import json
import sys
from math import sqrt
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
LABELS = [3, 0, 9, 7, 1, 1, 8]
COUNT = 40
F = torch.nn.functional

i = torch.arange(COUNT * 28 * 28)
X = (0.5 + 0.5 * torch.cos(0.013 * i)).float().double().reshape(COUNT, 1, 28, 28)
Y = torch.tensor([LABELS[k % len(LABELS)] for k in range(COUNT)])


def conv(n, c):
    return [(n, c, 5, 5), (n,)]


def dense(n, c):
    return [(n, c), (n,)]


def lenet(act, pool):
    shapes = conv(6, 1) + conv(16, 6) + dense(120, 400) + dense(84, 120) + dense(10, 84)

    def scores(w):
        x = pool(act(F.conv2d(X, w[0], w[1], padding=2)), 2)
        x = pool(act(F.conv2d(x, w[2], w[3])), 2).flatten(1)
        return F.linear(act(F.linear(act(F.linear(x, w[4], w[5])), w[6], w[7])), w[8], w[9])
    return shapes, scores


def perceptron(act, *widths):
    shapes = [s for a, b in zip(widths, widths[1:]) for s in dense(b, a)]

    def scores(w):
        x = X.flatten(1)
        for k in range(0, len(w), 2):
            x = F.linear(x, w[k], w[k + 1])
            x = act(x) if k + 2 < len(w) else x
        return x
    return shapes, scores


def point(shapes, formula):
    w = []
    for k, shape in enumerate(shapes):
        count = int(torch.tensor(shape).prod())
        fan = 1 if len(shape) == 1 else count // shape[0]
        w.append((formula(torch.arange(count), k) / sqrt(fan)).reshape(shape))
    return w


PLACES = [(0, 0), (1, 0), (0, 1), (-0.75, 0.5), (2.5, -1.25), (-3, 3)]


def case(name, network, squared=False):
    shapes, scores = network
    o = point(shapes, lambda j, k: torch.sin(0.37 * j + k))
    u = point(shapes, lambda j, k: torch.cos(0.73 * j + k))
    v = point(shapes, lambda j, k: torch.sin(0.19 * j + 2 * k))
    found = []
    for a, b in PLACES:
        s = scores([p + a * q + b * r for p, q, r in zip(o, u, v)])
        each = ((s - F.one_hot(Y, 10)) ** 2).sum(1) / 2 if squared else F.cross_entropy(s, Y, reduction="none")
        found.append({"a": a, "b": b, "loss": float(each.mean()), "error": float(each.std() / sqrt(COUNT))})
    return {"network": name, "loss_kind": "squared" if squared else "cross-entropy", "places": found}


def directions(count, size):
    """A path whose point i has entry j sin(0.1 i (1 + j % 5)) + 0.02 cos(i j), its main directions by SVD."""
    p, j = torch.arange(count)[:, None], torch.arange(size)[None, :]
    x = (torch.sin(0.1 * p * (1 + j % 5)) + 0.02 * torch.cos(p * j * 1.0)).float().double()
    m = x - x.mean(0)
    uu, s, vt = torch.linalg.svd(m, full_matrices=False)
    two = m @ vt[:2].T
    off = (m - two @ vt[:2]).norm(dim=1)
    return {
        "count": count, "size": size, "shares": (s ** 2 / (s ** 2).sum())[:2].tolist(),
        "first": two[:, 0].tolist(), "second": two[:, 1].tolist(), "off": off.tolist(),
    }


CASES = [
    case("lenet", lenet(torch.sigmoid, F.avg_pool2d)),
    case("lenet-relu", lenet(torch.relu, F.max_pool2d)),
    case("softmax", perceptron(torch.relu, 784, 10)),
    case("tanh", perceptron(torch.tanh, 784, 12, 9, 10)),
    case("relu", perceptron(torch.relu, 784, 12, 9, 10), True),
]
ABOUT = ("mean losses of 40 pictures at o + a u + b v and their standard errors, and the main directions of a path, by PyTorch "
         + torch.__version__ + " in float64; make_landscape.py says of what")
Path(sys.argv[1], "landscape.json").write_text(
    json.dumps({"about": ABOUT, "cases": CASES, "directions": directions(14, 83)}))
