"""Reference values for products with the Hessian, by PyTorch's double backward in float64.

Kept out of the build: python3 make_curvature.py OUT writes curvature.json and, for points that no formula gives, their
parameters as signed bytes, which times the scale of their tensor are the parameters exactly.
"""
import json
import sys
from math import sqrt
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
OUT = Path(sys.argv[1])
LABELS = [3, 0, 9, 7, 1, 1, 8]
SAMPLES = 300


def pictures(count, side=28):
    """Entry i of all is 0.5 + 0.5 cos(0.013 i), rounded to float32 as pictures are."""
    i = torch.arange(count * side * side)
    x = (0.5 + 0.5 * torch.cos(0.013 * i)).float().double()
    return x.reshape(count, 1, side, side), torch.tensor([LABELS[k % len(LABELS)] for k in range(count)])


def conv(n, c):
    return [("weight", (n, c, 5, 5)), ("bias", (n,))]


def dense(n, c):
    return [("weight", (n, c)), ("bias", (n,))]


F = torch.nn.functional


def lenet(act, pool):
    shapes = conv(6, 1) + conv(16, 6) + dense(120, 400) + dense(84, 120) + dense(10, 84)

    def scores(x, w):
        x = pool(act(F.conv2d(x, w[0], w[1], padding=2)), 2)
        x = pool(act(F.conv2d(x, w[2], w[3])), 2).flatten(1)
        return F.linear(act(F.linear(act(F.linear(x, w[4], w[5])), w[6], w[7])), w[8], w[9])
    return shapes, scores


def perceptron(act, inputs, *hidden):
    widths = [inputs, *hidden, 10]
    shapes = [s for a, b in zip(widths, widths[1:]) for s in dense(b, a)]

    def scores(x, w):
        x = x.flatten(1)
        for i in range(0, len(w), 2):
            x = F.linear(x, w[i], w[i + 1])
            x = act(x) if i + 2 < len(w) else x
        return x
    return shapes, scores


def by_formula(shapes):
    w = []
    for k, (kind, shape) in enumerate(shapes):
        count = int(torch.tensor(shape).prod())
        fan = 1 if kind == "bias" else count // shape[0]
        w.append((torch.sin(0.37 * torch.arange(count) + k) / sqrt(fan)).reshape(shape))
    return w


def direction(shapes):
    return [torch.cos(0.73 * torch.arange(int(torch.tensor(s).prod())) + k).reshape(s) for k, (_, s) in enumerate(shapes)]


def loss_of(scores, x, y, kind):
    def loss(w):
        o = scores(x, w)
        if kind == "cross-entropy":
            return F.cross_entropy(o, y)
        return ((o - F.one_hot(y, 10)) ** 2).sum() / 2 / len(y)
    return loss


def product(loss, w, v):
    w = [p.clone().requires_grad_() for p in w]
    g = torch.autograd.grad(loss(w), w, create_graph=True)
    return torch.autograd.grad(sum((a * b).sum() for a, b in zip(g, v)), w)


def trained(loss, w, steps, lr):
    w = [p.clone().requires_grad_() for p in w]
    adam = torch.optim.Adam(w, lr=lr)
    for _ in range(steps):
        adam.zero_grad()
        loss(w).backward()
        adam.step()
    return [p.detach() for p in w]


def kept(name, w):
    scales, data, back = [], bytearray(), []
    for p in w:
        scale = float(p.abs().max() / 127)
        q = torch.round(p / scale).to(torch.int8)
        scales.append(scale)
        data += bytes(q.flatten().numpy().tobytes())
        back.append(q.double() * scale)
    (OUT / f"{name}.bin").write_bytes(data)
    return scales, back


def some(t):
    t = t.flatten()
    step = max(1, len(t) // SAMPLES)
    return step, [float(f"{x:.12g}") for x in t[::step]]


def case(name, network, shapes, scores, kind, count, w, file=None, scales=None, side=28):
    x, y = pictures(count, side)
    loss = loss_of(scores, x, y, kind)
    tensors = []
    for (_, shape), h in zip(shapes, product(loss, w, direction(shapes))):
        step, values = some(h)
        tensors.append({"l2": float(h.norm()), "every": step, "values": values})
    out = {"name": name, "network": network, "loss_kind": kind, "pictures": count, "loss": float(loss(w)), "product": tensors}
    if file:
        out |= {"file": file + ".bin", "scales": scales}
    print(name, out["loss"], [t["l2"] for t in tensors])
    return out


cases = []
shapes, scores = lenet(torch.sigmoid, F.avg_pool2d)
cases.append(case("lenet, start", "lenet", shapes, scores, "cross-entropy", 40, by_formula(shapes)))
torch.manual_seed(1)
start = [torch.empty(s).uniform_(-1, 1) * (sqrt(6 / (s[0] + s[1]) / (25 if len(s) == 4 else 1)) if k == "weight" else 0)
         for k, s in shapes]
loss = loss_of(scores, *pictures(20), "cross-entropy")
for name, steps, lr in ("plateau", 20, 0.003), ("after", 400, 0.01):
    scales, w = kept(f"lenet-{name}", trained(loss, start, steps, lr))
    cases.append(case(f"lenet, {name}", "lenet", shapes, scores, "cross-entropy", 20, w, f"lenet-{name}", scales))
shapes, scores = lenet(torch.relu, F.max_pool2d)
cases.append(case("lenet-relu, start", "lenet-relu", shapes, scores, "cross-entropy", 40, by_formula(shapes)))
for act, name in (torch.tanh, "tanh"), (torch.relu, "relu"), (torch.sigmoid, "sigmoid"):
    for kind in "cross-entropy", "squared":
        shapes, scores = perceptron(act, 784, 12, 9)
        cases.append(case(f"{name}, {kind}", name, shapes, scores, kind, 40, by_formula(shapes)))

# All of a small network's Hessian: 64 pixels, 6 hidden units.
shapes, scores = perceptron(torch.tanh, 64, 6)
x, y = pictures(50, 8)
loss = loss_of(scores, x, y, "squared")
w = by_formula(shapes)
flat = torch.cat([p.flatten() for p in w])
cuts = [p.numel() for p in w]


def flat_loss(v):
    return loss([p.reshape(q.shape) for p, q in zip(v.split(cuts), w)])


def flat_scores(v):
    return scores(x, [p.reshape(q.shape) for p, q in zip(v.split(cuts), w)])


H = torch.func.hessian(flat_loss)(flat)
J = torch.func.jacrev(flat_scores)(flat).flatten(0, 1)
small = {"pictures": 50, "side": 8, "hidden": [6], "loss": float(flat_loss(flat)),
         "eigenvalues": torch.linalg.eigvalsh(H).flip(0).tolist(),
         "diagonal": torch.diagonal(H).tolist(),
         "gauss_newton_diagonal": ((J ** 2).sum(0) / 50).tolist()}
ce = torch.softmax(flat_scores(flat), 1)
Jp = torch.func.jacrev(flat_scores)(flat)
S = torch.diag_embed(ce) - ce[:, :, None] * ce[:, None, :]
small["gauss_newton_diagonal_of_cross_entropy"] = (torch.einsum("nip,nij,njp->p", Jp, S, Jp) / 50).tolist()
(OUT / "curvature.json").write_text(json.dumps({
    "about": "PyTorch 2.6, float64, by src/test/golden/make_curvature.py. Parameter k, entry i: sin(0.37 i + k)/sqrt(fan in),"
             " or the signed bytes of 'file' times 'scales'; direction: cos(0.73 i + k); pictures as of Patterns, labels"
             " [3,0,9,7,1,1,8] in turn. 'product': of the Hessian of the mean loss and the direction, tensor by tensor,"
             " every so many entries. 'small': a tanh perceptron with half the squared error and all of its Hessian.",
    "labels": LABELS, "cases": cases, "small": small}))
