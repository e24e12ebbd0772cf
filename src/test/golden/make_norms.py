"""Reference values for perceptrons with batch normalization, by PyTorch in float64.

Kept out of the build: python3 make_norms.py OUT writes norms.json.
"""
import json
import sys
from math import sqrt
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
LABELS = [3, 0, 9, 7, 1, 1, 8]
SAMPLES = 60
F = torch.nn.functional


def pictures(count, side=28):
    """Entry i of all is 0.5 + 0.5 cos(0.013 i), rounded to float32 as pictures are."""
    i = torch.arange(count * side * side)
    x = (0.5 + 0.5 * torch.cos(0.013 * i)).float().double()
    return x.reshape(count, side * side), torch.tensor([LABELS[k % len(LABELS)] for k in range(count)])


def shapes_of(inputs, hidden):
    shapes = []
    for units in hidden:
        shapes += [(units, inputs), (units,), (units,)]
        inputs = units
    return shapes + [(10, inputs), (10,)]


def point(shapes, formula):
    w = []
    for k, shape in enumerate(shapes):
        count = int(torch.tensor(shape).prod())
        fan = 1 if len(shape) == 1 else count // shape[0]
        w.append((formula(torch.arange(count), k) / sqrt(fan)).reshape(shape))
    return w


def scores(x, w, act, fixed=None):
    """By the batch's own statistics, or by those of another."""
    for k in range(0, len(w) - 2, 3):
        z = F.linear(x, w[k])
        if fixed is None:
            x = F.batch_norm(z, None, None, w[k + 1], w[k + 2], training=True, eps=1e-5)
        else:
            other = F.linear(fixed, w[k])
            mean, var = other.mean(0), other.var(0, unbiased=False)
            x = F.batch_norm(z, mean, var, w[k + 1], w[k + 2], training=False, eps=1e-5)
            fixed = act(F.batch_norm(other, mean, var, w[k + 1], w[k + 2], training=False, eps=1e-5))
        x = act(x)
    return F.linear(x, w[-2], w[-1])


def mean_loss(o, y, kind):
    return F.cross_entropy(o, y) if kind == "cross-entropy" else ((o - F.one_hot(y, 10)) ** 2).sum() / 2 / len(y)


def some(t):
    flat = t.flatten()
    step = max(1, len(flat) // SAMPLES)
    return {"l2": float(flat.norm()), "every": step, "values": [float(f"{x:.12g}") for x in flat[::step]]}


def case(activation, act, kind, hidden, count):
    x, y = pictures(count)
    shapes = shapes_of(784, hidden)
    start = point(shapes, lambda i, k: torch.sin(0.37 * i + k))
    v = [torch.cos(0.73 * torch.arange(p.numel()) + k).reshape(p.shape) for k, p in enumerate(start)]
    w = [p.clone().requires_grad_() for p in start]
    loss = mean_loss(scores(x, w, act), y, kind)
    gradient = torch.autograd.grad(loss, w, create_graph=True)
    product = torch.autograd.grad(sum((a * b).sum() for a, b in zip(gradient, v)), w)
    # J'SJ v, by a vector-Jacobian product of S times a Jacobian-vector product.
    o, jv = torch.func.jvp(lambda *p: scores(x, p, act), tuple(start), tuple(v))
    p = torch.softmax(o, 1)
    sjv = (p * jv - p * (p * jv).sum(1, keepdim=True) if kind == "cross-entropy" else jv) / count
    gauss_newton = torch.func.vjp(lambda *q: scores(x, q, act), *start)[1](sjv)
    with torch.no_grad():
        classified = mean_loss(scores(x[20:], start, act, fixed=x[:20]), y[20:], kind)
        o, u, d = start, *(point(shapes, f) for f in (lambda i, k: torch.cos(0.73 * i + k), lambda i, k: torch.sin(0.19 * i + 2 * k)))
        places = [{"a": a, "b": b, "loss": float(mean_loss(scores(x, [p + a * q + b * r for p, q, r in zip(o, u, d)], act), y, kind))}
                  for a, b in ((0, 0), (1, 0), (0, 1), (0.5, -0.25), (-2, 3))]
    print(activation, kind, hidden, float(loss), [float(g.norm()) for g in gradient])
    return {"name": f"{activation}, {kind}, {hidden}", "activation": activation, "loss_kind": kind, "hidden": hidden,
            "pictures": count, "loss": float(loss), "classified": float(classified),
            "gradient": [some(g.detach()) for g in gradient], "product": [some(h) for h in product],
            "gauss_newton": [some(h) for h in gauss_newton], "places": places}


cases = [case(name, act, kind, hidden, 40)
         for name, act in (("tanh", torch.tanh), ("relu", torch.relu), ("sigmoid", torch.sigmoid))
         for kind, hidden in (("cross-entropy", [12, 9]), ("squared", [35]))]

# All of a small network's Hessian: 64 pixels, 6 hidden units.
x, y = pictures(50, 8)
start = point(shapes_of(64, [6]), lambda i, k: torch.sin(0.37 * i + k))
flat = torch.cat([p.flatten() for p in start])
cuts = [p.numel() for p in start]
H = torch.autograd.functional.hessian(lambda f: mean_loss(
    scores(x, [p.reshape(q.shape) for p, q in zip(f.split(cuts), start)], torch.tanh), y, "squared"), flat)
# torch.func.hessian of batch_norm is not symmetric in PyTorch 2.6; this is.
assert (H - H.T).abs().max() < 1e-12
small = {"pictures": 50, "side": 8, "hidden": [6], "diagonal": torch.diagonal(H).tolist(),
         "eigenvalues": torch.linalg.eigvalsh(H).flip(0).tolist()}
(Path(sys.argv[1]) / "norms.json").write_text(json.dumps({
    "about": "PyTorch 2.6, float64, by src/test/golden/make_norms.py: torch.nn.functional.batch_norm with training=True, eps 1e-5."
             " Parameter k, entry i: sin(0.37 i + k)/sqrt(fan in); direction: cos(0.73 i + k); pictures as of Patterns, labels"
             " [3,0,9,7,1,1,8] in turn. Gradients and products tensor by tensor, every so many entries. 'classified': the last"
             " 20 pictures by the statistics of the first 20. 'places': losses at o + a u + b v, o as above,"
             " u: cos(0.73 i + k)/sqrt(fan in), v: sin(0.19 i + 2 k)/sqrt(fan in). 'small': a tanh perceptron with half the"
             " squared error, 50 pictures of 8 x 8.",
    "labels": LABELS, "cases": cases, "small": small}))
