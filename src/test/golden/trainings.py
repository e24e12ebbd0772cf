"""Trainings: linear regression on the airfoil data, and LeNet's loss, gradients and first steps of Adagrad."""
from pathlib import Path

import numpy as np
import torch

import descents
import stages

AIRFOIL = Path(__file__).parents[3] / "src/main/resources/descentlab/dataset/airfoil_self_noise.dat"
EXAMPLES = 1500
EVERY = 500


def standardized():
    rows = np.loadtxt(AIRFOIL)
    rows = ((rows - rows.mean(0)) / rows.std(0))[:EXAMPLES]
    return rows[:, :-1], rows[:, -1]


def airfoil():
    """Losses by the number of examples seen, and the parameters at the end."""
    x, y = standardized()
    return {
        "about": "rows standardised by population mean/std of all 1503 rows, first 1500 used in file order, w=b=0, "
                 "loss=mean((Xw+b-y)^2/2) over the 1500, float64",
        "cases": [
            regression(x, y, "textbook", "adagrad", {"lr": 0.1, "eps": 1e-06}, 10, 2),
            regression(x, y, "textbook", "sgd", {"lr": 0.05}, 10, 2),
            regression(x, y, "textbook", "momentum", {"lr": 0.005, "beta": 0.9}, 10, 2),
            regression(x, y, "textbook", "adam", {"lr": 0.01, "beta1": 0.9, "beta2": 0.999, "eps": 1e-06}, 10, 2),
            regression(x, y, "pytorch", "adagrad", {"lr": 0.1}, 10, 4),
            regression(x, y, "pytorch", "rmsprop", {"lr": 0.01, "alpha": 0.9}, 50, 4),
        ],
    }


def staged():
    """The same by several stages."""
    x, y = standardized()
    cases = []
    for spec, batch, epochs in stages.TRAININGS:
        step = stages.stepper(spec, np.zeros(x.shape[1] + 1), lambda examples: examples // batch)
        cases.append({"spec": spec, **trained(x, y, step, batch, epochs)})
    return {"about": "as in airfoil.json, with handovers after so many examples", "cases": cases}


def regression(x, y, convention, optimizer, settings, batch, epochs):
    step = descents.stepper(convention, optimizer, settings, np.zeros(x.shape[1] + 1))
    return {
        "convention": convention, "optimizer": optimizer, "hyperparameters": settings,
        **trained(x, y, step, batch, epochs),
    }


def trained(x, y, step, batch, epochs):
    parameters = np.zeros(x.shape[1] + 1)
    losses = [[0, loss(x, y, parameters)]]
    for seen in range(batch, epochs * EXAMPLES + 1, batch):
        first = (seen - batch) % EXAMPLES
        parameters = step(gradient(x[first:first + batch], y[first:first + batch], parameters))
        if seen % EVERY == 0:
            losses.append([seen, loss(x, y, parameters)])
    return {
        "batch": batch, "epochs": epochs, "loss_by_examples": losses, "w": parameters[:-1].tolist(), "b": parameters[-1].item(),
    }


def residuals(x, y, parameters):
    return x @ parameters[:-1] + parameters[-1] - y


def loss(x, y, parameters):
    return (residuals(x, y, parameters) ** 2 / 2).mean().item()


def gradient(x, y, parameters):
    error = residuals(x, y, parameters)
    return np.append(x.T @ error, error.sum()) / len(y)


class LeNet(torch.nn.Module):
    """For pictures of 28 by 28, with sigmoids and average pooling."""

    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 6, 5, padding=2)
        self.conv2 = torch.nn.Conv2d(6, 16, 5)
        self.fc1 = torch.nn.Linear(400, 120)
        self.fc2 = torch.nn.Linear(120, 84)
        self.fc3 = torch.nn.Linear(84, 10)

    def forward(self, pictures):
        pool = torch.nn.functional.avg_pool2d
        planes = pool(torch.sigmoid(self.conv1(pictures)), 2)
        planes = pool(torch.sigmoid(self.conv2(planes)), 2)
        hidden = torch.sigmoid(self.fc1(planes.flatten(1)))
        return self.fc3(torch.sigmoid(self.fc2(hidden)))


def lenet():
    """Weights and pictures are given by formulas, which the file tells."""
    labels = torch.tensor([3, 0, 9, 7])
    pictures = (0.5 + 0.5 * torch.cos(0.013 * torch.arange(4 * 28 * 28, dtype=torch.float64))).reshape(4, 1, 28, 28)
    network = LeNet().double()
    with torch.no_grad():
        for k, parameter in enumerate(network.parameters()):
            fan_in = parameter[0].numel()
            entries = torch.sin(0.37 * torch.arange(parameter.numel(), dtype=torch.float64) + k) / fan_in ** 0.5
            parameter.copy_(entries.reshape(parameter.shape))
    adagrad = torch.optim.Adagrad(network.parameters(), lr=0.05)
    losses = []
    for step in range(5):
        adagrad.zero_grad()
        logits = network(pictures)
        cross_entropy = torch.nn.functional.cross_entropy(logits, labels)
        cross_entropy.backward()
        losses.append(cross_entropy.item())
        if step == 0:
            first = logits[0].tolist()
            gradients = [summary(name, parameter.grad) for name, parameter in network.named_parameters()]
        adagrad.step()
    return {
        "about": "parameter k (0-based, in the order listed), entry i (row-major): sin(0.37 i + k + 0)/sqrt(fan_in), "
                 "fan_in = entries per output unit (1 for a bias); input entry i: 0.5+0.5 cos(0.013 i + 0); float64",
        "labels": labels.tolist(), "loss": losses[0], "logits_of_example_0": first, "gradients": gradients,
        "adagrad_lr_0_05_losses_pytorch": losses,
    }


def summary(name, gradient):
    flat = gradient.flatten()
    places = sorted(set(np.linspace(0, len(flat) - 1, 12).astype(int).tolist()))
    return {
        "parameter": name, "shape": list(gradient.shape), "sum": flat.sum().item(), "l2": flat.norm().item(),
        "samples": [[place, flat[place].item()] for place in places],
    }
