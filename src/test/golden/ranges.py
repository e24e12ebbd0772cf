"""Range tests on the airfoil data: one training whose rate grows from batch to batch, by PyTorch's gradients and optimizers."""
import numpy as np
import torch

import textbook
import trainings

CASES = [
    ("torch.sgd", {}, 10, 1e-4, 10.0, 100),
    ("torch.sgd", {"momentum": 0.9}, 10, 1e-5, 1.0, 150),
    ("torch.adam", {}, 10, 1e-5, 1.0, 100),
    ("torch.adagrad", {}, 10, 1e-4, 100.0, 120),
    ("adagrad", {}, 10, 1e-4, 100.0, 120),
    ("torch.sgd", {}, 10, 1e-9, 1e-7, 40),
    # By all rows there is no noise. Not beyond the stable rate: what grows there is rounding.
    ("torch.sgd", {}, 1500, 1e-5, 0.5, 300),
    ("torch.sgd", {}, 1500, 1e-5, 0.01, 60),
    ("torch.adam", {}, 1500, 1e-5, 0.1, 300),
    ("adagrad", {}, 1500, 1e-5, 0.3, 200),
]


def tests():
    return {
        "about": "data as in airfoil.json; the rate of batch i, from 0, is from (to/from)^(i/(batches-1)); losses of each batch before its step; "
                 "smoothed: mean weighted by beta^age, beta = 1 - 20/batches; start: the end of the first tenth; stopped where smoothed is over 4 times "
                 "its lowest from there on and over twice that at the start",
        "cases": [case(*each) for each in CASES],
    }


def case(optimizer, settings, batch, low, high, batches):
    x, y = (torch.from_numpy(each) for each in trainings.standardized())
    w = torch.zeros(x.shape[1] + 1, requires_grad=True)
    step = stepper(optimizer, settings, w)
    beta = 1 - 20 / batches
    losses, smoothed, rates = [], [], []
    memory = round(batches / 20)
    ended = "finished"
    for i in range(batches):
        rows = torch.arange(i * batch, (i + 1) * batch) % len(x)
        loss = ((x[rows] @ w[:-1] + w[-1] - y[rows]) ** 2 / 2).mean()
        w.grad = None
        loss.backward()
        rates.append(low * (high / low) ** (i / (batches - 1)))
        losses.append(loss.item())
        weights = beta ** np.arange(i, -1, -1)
        smoothed.append(float(weights @ np.array(losses) / weights.sum()))
        step(rates[-1], i + 1)
        start = 2 * memory - 1
        if i >= start and smoothed[-1] > max(4 * min(smoothed[start:]), 2 * smoothed[start]):
            ended = "diverged"
            break
    return {
        "run": spec(optimizer, settings), "batch": batch, "from": low, "to": high, "batches": batches, "losses": losses, "smoothed": smoothed, "outcome": ended,
        **found(rates, np.array(losses), np.array(smoothed), memory, beta),
    }


def stepper(optimizer, settings, w):
    if optimizer.startswith("torch."):
        made = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adagrad": torch.optim.Adagrad}[optimizer[6:]]([w], **settings)

        def by_torch(rate, _):
            made.param_groups[0]["lr"] = rate
            made.step()
        return by_torch
    rule = getattr(textbook, optimizer)(len(w), **settings)

    def by_formula(rate, t):
        with torch.no_grad():
            w.copy_(torch.from_numpy(np.asarray(rule(w.numpy().copy(), w.grad.numpy(), None, rate, t))))
    return by_formula


def spec(optimizer, settings):
    return f"{optimizer}({','.join(f'{key}={value}' for key, value in settings.items())})"


def found(rates, losses, smoothed, memory, beta):
    """Nothing where the loss comes no lower than 0.9 of the start, or by 4 deviations of its noise."""
    start = 2 * memory - 1
    lowest = start + int(np.argmin(smoothed[start:]))
    noise = np.sqrt(np.mean(np.diff(losses[:lowest + 1]) ** 2) / 2 * (1 - beta) / (1 + beta))
    if smoothed[lowest] >= min(0.9 * smoothed[start], smoothed[start] - 4 * noise):
        return {}
    places = [i for i in range(start, lowest + 1) if i + memory < len(smoothed)]
    steepest = min(places, key=lambda i: smoothed[i + memory] - smoothed[i - memory])
    return {"steepest": rates[steepest], "lowest": rates[lowest]}
