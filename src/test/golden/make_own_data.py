"""Makes golden/own-data.json: a small messy file, and what NumPy and PyTorch make of it. Run: python3 make_own_data.py"""
import base64
import json
import math

import numpy as np
import torch

MASK = (1 << 48) - 1


class JavaRandom:
    """java.util.Random, as its specification has it."""

    def __init__(self, seed):
        self.x = (seed ^ 0x5DEECE66D) & MASK

    def bits(self, count):
        self.x = (self.x * 0x5DEECE66D + 0xB) & MASK
        return self.x >> (48 - count)

    def below(self, bound):
        if bound & (bound - 1) == 0:
            return (bound * self.bits(31)) >> 31
        while True:
            u = self.bits(31)
            r = u % bound
            if u - r + bound - 1 < 1 << 31:
                return r


def generator(seed, purpose):
    m = (1 << 64) - 1
    z = (seed + 0x9E3779B97F4A7C15 * (purpose + 1)) & m
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & m
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & m
    z ^= z >> 31
    return JavaRandom(z & MASK)


SPLIT = 4
rng = np.random.default_rng(7)
n = 60
area = np.round(rng.uniform(20, 160, n), 1)
rooms = rng.integers(1, 6, n)
city = rng.choice(["Köln", "Aachen; Süd", "Bonn"], n, p=[0.5, 0.2, 0.3])
price = np.round(2.5 * area + 20 * rooms + 30 * (city == "Köln") + rng.normal(0, 15, n), 2)
kind = np.where(price < 250, "small", np.where(price < 380, "middle", "large"))
missing_area = {3, 17, 41}
missing_city = {8}
missing_price = {5}

lines = ['Fläche;Zimmer;Stadt;Land;Preis;Art']
for i in range(n):
    a = "" if i in missing_area else str(area[i]).replace(".", ",")
    c = "n/a" if i in missing_city else '"%s"' % city[i]
    p = "" if i in missing_price else ("%.2f" % price[i]).replace(".", ",")
    lines.append(f"{a};{rooms[i]};{c};DE;{p};{kind[i]}")
content = "\r\n".join(lines).encode("latin-1")

NAMES = sorted(["Köln", "Aachen; Süd", "Bonn"])


def split(kept, share, seed):
    order = list(kept)
    random = generator(seed, SPLIT)
    for i in range(len(order) - 1, 0, -1):
        j = random.below(i + 1)
        order[i], order[j] = order[j], order[i]
    tests = math.floor(share * len(kept) + 0.5)
    return sorted(order[tests:]), sorted(order[:tests])


def shape(target, fill, share, seed):
    needs = set() if fill else missing_area | missing_city
    if target == "price":
        others = missing_price
        columns = [area, rooms.astype(float)]
        holes = [missing_area, set()]
    else:
        others = set()
        needs = needs | (set() if fill else missing_price)
        columns = [area, rooms.astype(float), price]
        holes = [missing_area, set(), missing_price]
    kept = [i for i in range(n) if i not in others and i not in needs]
    train, test = split(kept, share, seed)
    dense = []
    for column, hole in zip(columns, holes):
        x = column.astype(float).copy()
        x[list(hole)] = np.nan
        mean = np.nanmean(x[train])
        x[np.isnan(x)] = mean
        dense.append((x - x[train].mean()) / x[train].std())
    cities = city.copy()
    usual = max(NAMES, key=lambda name: (sum(city[i] == name for i in train if i not in missing_city), -NAMES.index(name)))
    for i in missing_city:
        cities[i] = usual
    groups = [[f"Stadt = {name}" for name in NAMES]]
    hot = [(cities[:, None] == np.array(NAMES)[None, :]).astype(float)]
    if target == "price":
        kinds = sorted(set(kind))
        groups.append([f"Art = {name}" for name in kinds])
        hot.append((kind[:, None] == np.array(kinds)[None, :]).astype(float))
    x = np.hstack([np.array(dense).T] + hot)
    if target == "price":
        y = (price - price[train].mean()) / price[train].std()
    else:
        y = np.array([sorted(set(kind)).index(k) for k in kind]).astype(float)
    return x, y, train, test, kept


def torch_loss(w, x, y, spec):
    d = x.shape[1]
    if spec["hidden"]:
        h, k = spec["hidden"], spec["outputs"]
        at = 0
        w1 = w[at:at + h * d].reshape(h, d); at += h * d
        b1 = w[at:at + h]; at += h
        w2 = w[at:at + k * h].reshape(k, h); at += k * h
        z = torch.relu(x @ w1.T + b1) @ w2.T + w[at:at + k]
        weights = torch.cat([w1.flatten(), w2.flatten()])
    else:
        k = spec["outputs"]
        weights = w[:k * d]
        z = x @ weights.reshape(k, d).T + w[k * d:]
    if spec["classes"] and k > 1:
        loss = torch.nn.functional.cross_entropy(z, y.long())
    elif spec["classes"]:
        loss = torch.nn.functional.binary_cross_entropy_with_logits(z[:, 0], y)
    else:
        loss = ((z[:, 0] - y) ** 2).mean() / 2
    return loss + spec["penalty"] / 2 * (weights ** 2).sum()


def count(d, spec):
    h, k = spec["hidden"], spec["outputs"]
    return h * (d + 1) + k * (h + 1) if h else k * (d + 1)


cases = []
for name, target, fill, spec in [
    ("linear", "price", True, dict(hidden=0, outputs=1, classes=False, penalty=0)),
    ("linear", "price", False, dict(hidden=0, outputs=1, classes=False, penalty=0)),
    ("ridge", "price", True, dict(hidden=0, outputs=1, classes=False, penalty=0.3)),
    ("softmax", "kind", True, dict(hidden=0, outputs=3, classes=True, penalty=0)),
    ("mlp", "price", True, dict(hidden=5, outputs=1, classes=False, penalty=0)),
    ("mlp-classifier", "kind", False, dict(hidden=4, outputs=3, classes=True, penalty=0)),
]:
    x, y, train, test, kept = shape(target, fill, 0.25, 3)
    d = x.shape[1]
    w0 = np.sin(np.arange(1, count(d, spec) + 1)) / 2
    w = torch.tensor(w0, requires_grad=True)
    tx, ty = torch.tensor(x[train]), torch.tensor(y[train])
    loss = torch_loss(w, tx, ty, spec)
    loss.backward()
    test_loss = torch_loss(torch.tensor(w0), torch.tensor(x[test]), torch.tensor(y[test]), dict(spec, penalty=0))
    # Four epochs of Adam, in the order of the file, from zero.
    v = torch.zeros(count(d, spec), dtype=torch.float64, requires_grad=True)
    losses = []
    if not spec["hidden"]:
        optimizer = torch.optim.Adam([v], lr=0.05)
        for epoch in range(4):
            for at in range(0, len(train), 10):
                optimizer.zero_grad()
                torch_loss(v, tx[at:at + 10], ty[at:at + 10], spec).backward()
                optimizer.step()
            losses.append(torch_loss(v, tx, ty, spec).item())
    places = sorted(train + test)
    if spec["classes"]:
        shares = np.array([(y[train] == k).mean() for k in range(3)])
        baseline = [float(-np.log(shares[y[train].astype(int)]).mean()), float(-np.log(shares[y[test].astype(int)]).mean())]
    else:
        baseline = [float((y[train] ** 2).mean() / 2), float((y[test] ** 2).mean() / 2)]
    cases.append(dict(
        model=name, target="Preis" if target == "price" else "Art", fill=fill, hidden=spec["hidden"], penalty=spec["penalty"],
        training=[places.index(i) for i in train], test=[places.index(i) for i in test],
        features=x[places].tolist(), targets=y[places].tolist(), loss=loss.item(), gradient=w.grad.tolist(),
        testLoss=test_loss.item(), adam=losses, baseline=baseline))

json.dump(dict(
    about="A file in Latin-1 with semicolons and decimal commas, shaped by NumPy (split 3, test 0.25) and fitted by PyTorch"
          " in double precision: loss and gradient at w_i = sin(i + 1)/2, and losses after each of four epochs of"
          " torch.optim.Adam(lr=0.05) in batches of 10 in the order of the file, from zero. Made by"
          " src/test/golden/make_own_data.py.",
    content=base64.b64encode(content).decode(), cases=cases),
    open("../resources/descentlab/golden/own-data.json", "w"), indent=None)
