"""Reference values for the rates of softmax regression as pictures, by PyTorch's gradients in float64.

Kept out of the build: python3 make_rate_maps.py OUT writes rate-maps.json.
"""
import json
import sys
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
SIDE, CLASSES, COUNT, BATCH, STEPS = 6, 3, 40, 8, 15
PIXELS = SIDE * SIDE


def gray(k, p):
    """Pixel 0 is never lit, the last ones more and more often."""
    lit = p > 0 and (5 * k + p * p) % PIXELS < p
    return 20 + (37 * k + 11 * p) % 230 if lit else 0


X = torch.tensor([[gray(k, p) for p in range(PIXELS)] for k in range(COUNT)]).double().div(255).float().double()
Y = torch.tensor([(3 * k + k // 5) % CLASSES for k in range(COUNT)])


def start():
    w = torch.sin(0.37 * torch.arange(CLASSES * PIXELS)).reshape(CLASSES, PIXELS) / SIDE
    return [w, torch.zeros(CLASSES)]


def median(values):
    values = sorted(values)
    return values[(len(values) - 1) // 2] if values else None


def case(spec, eps, lr, rate, cap):
    w = [p.clone().requires_grad_() for p in start()]
    s = [torch.zeros_like(p) for p in w]
    for step in range(STEPS):
        rows = [(step * BATCH + i) % COUNT for i in range(BATCH)]
        g = torch.autograd.grad(torch.nn.functional.cross_entropy(X[rows] @ w[0].T + w[1], Y[rows]), w)
        with torch.no_grad():
            for p, q, d in zip(w, s, g):
                q += d * d
                p -= rate(q, step + 1) * d
    r = [rate(q, STEPS) for q in s]
    lit = (X > 0).double().mean(0)
    logs = torch.log10(r[0]).mean(0)
    used = lit > 0
    x, y = torch.log10(lit[used]), logs[used]
    same = float(y.max() - y.min()) < 1e-9
    correlation = None if same else float(torch.corrcoef(torch.stack([x, y]))[0, 1])
    edges = [0, 0.01, 0.1, 0.5, 2]
    bands = [[float(r[0][c, p]) for c in range(CLASSES) for p in range(PIXELS) if a <= lit[p] < b]
             for a, b in zip(edges, edges[1:])]
    capped = cap(s[0])
    return {
        "run": spec, "lit": lit.tolist(), "squares": s[0].flatten().tolist(), "rates": r[0].flatten().tolist(),
        "pixels": logs.tolist(), "correlation": correlation, "medians": [median(b) for b in bands],
        "capped": capped.flatten().int().tolist(),
    }


def none(s):
    return torch.zeros_like(s, dtype=torch.bool)


def adagrad(eps, lr):
    return case(f"adagrad(lr={lr},eps={eps})", eps, lr, lambda s, t: lr / torch.sqrt(s + eps), lambda s: s < 10 * eps)


CASES = [
    adagrad(1e-6, 0.05),
    adagrad(1e-3, 0.05),
    case("torch.adagrad(lr=0.05,lr_decay=0.1,eps=0.01)", 0.01, 0.05,
         lambda s, t: 0.05 / (1 + (t - 1) * 0.1) / (torch.sqrt(s) + 0.01), lambda s: torch.sqrt(s) < 0.1),
    case("sgd(lr=0.5,schedule=invsqrt(1))", 0, 0.5, lambda s, t: torch.full_like(s, 0.5 / (t + 1) ** 0.5), none),
]
ABOUT = ("softmax regression on 6 x 6 pixels and 3 classes, 15 steps by batches of 8 of 40 pictures in order: what is to be "
         "known of the rates, by PyTorch " + torch.__version__ + " in float64; make_rate_maps.py says of what")
Path(sys.argv[1], "rate-maps.json").write_text(json.dumps({"about": ABOUT, "cases": CASES}))
