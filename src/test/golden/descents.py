"""Objectives, and ways of optimizers on them: of the textbook's rules and of torch.optim."""
import re

import numpy as np
import torch

import textbook

OBJECTIVES = {
    "ellipse": "0.1*x1^2 + 2*x2^2",
    "rotated": "0.1*(x1+x2)^2 + 2*(x1-x2)^2",
    "rosenbrock": "(1-x1)^2 + 100*(x2-x1^2)^2",
    "beale": "(1.5-x1+x1*x2)^2 + (2.25-x1+x1*x2^2)^2 + (2.625-x1+x1*x2^3)^2",
    "himmelblau": "(x1^2+x2-11)^2 + (x1+x2^2-7)^2",
    "saddle": "x1^2 - x2^2",
    "custom-trig": "sin(x1)*cos(x2) + 0.05*(x1^2+x2^2)",
    "custom-exp": "exp(-x1^2)+log(1+x2^2)+sqrt(1+x1^2)",
    "custom-abs": "abs(x1) + 0.5*abs(x2)^3",
    # Left of x1 = -4 the gradient by x2 is 0, so that one coordinate is seen more often than the other.
    "custom-hinge": "0.1*x1^2 + max(x1+4,0)*x2^2",
}
FUNCTIONS = {name: getattr(torch, name) for name in ("sin", "cos", "exp", "log", "sqrt", "abs")}
FUNCTIONS["max"] = lambda a, least: torch.clamp(a, min=least)

OPTIMIZERS = {
    "sgd": torch.optim.SGD, "adagrad": torch.optim.Adagrad, "rmsprop": torch.optim.RMSprop,
    "adadelta": torch.optim.Adadelta, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW,
    "adamax": torch.optim.Adamax, "nadam": torch.optim.NAdam, "radam": torch.optim.RAdam,
}


class Objective:
    """A function of two variables with the derivatives that autograd gives."""

    def __init__(self, name):
        self.expression = OBJECTIVES[name]
        self.code = compile(self.expression.replace("^", "**"), name, "eval")

    def __call__(self, x):
        return eval(self.code, FUNCTIONS, {"x1": x[0], "x2": x[1]})

    def value(self, x):
        return self(torch.tensor(x, dtype=torch.float64)).item()

    def gradient(self, x):
        at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        return torch.autograd.grad(self(at), at)[0].numpy()

    def hessian(self, x):
        return torch.autograd.functional.hessian(self, torch.tensor(x, dtype=torch.float64)).numpy()


def stepper(convention, optimizer, settings, start):
    """An optimizer at its start: step(g, h) takes a gradient there, and the Hessian or None, and gives the next x."""
    settings = dict(settings)
    name, arguments = textbook.schedule(settings.pop("schedule", "constant"))
    if convention == "pytorch":
        return torch_stepper(OPTIMIZERS[optimizer], settings, start, schedulers(name, arguments)[0])
    lr = settings.pop("lr", textbook.DEFAULT_RATES.get(optimizer, 0.1))
    rule = textbook.RULES[optimizer](len(start), **settings)
    x, t = np.array(start, dtype=float), 0

    def step(g, h=None):
        nonlocal x, t
        t += 1
        x = rule(x, g, h, textbook.SCHEDULES[name](lr, t, *arguments), t)
        return x
    return step


def torch_stepper(optimizer, settings, start, scheduler):
    """The same of torch.optim; scheduler makes what changes the rate after each step."""
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    stepping = optimizer([x], **settings)
    scheduling = scheduler(stepping)

    def step(g, h=None):
        x.grad = torch.from_numpy(np.array(g))
        stepping.step()
        scheduling.step()
        return x.detach().numpy().copy()
    return step


def schedulers(name, arguments):
    """PyTorch's own schedulers for a schedule, as far as it has any; warmup(n) it has in two ways."""
    rates = torch.optim.lr_scheduler
    by_formula = lambda stepping: rates.LambdaLR(
        stepping, lambda done: textbook.SCHEDULES[name](1.0, done + 1, *arguments))
    if name == "exponential":
        return [lambda stepping: rates.ExponentialLR(stepping, arguments[0])]
    if name == "step":
        return [lambda stepping: rates.StepLR(stepping, int(arguments[0]), arguments[1])]
    if name == "cosine":
        return [lambda stepping: rates.CosineAnnealingLR(stepping, int(arguments[0]))]
    if name == "warmup":
        steps = int(arguments[0])
        return [by_formula, lambda stepping: rates.LinearLR(stepping, 1 / steps, total_iters=steps - 1)]
    return [by_formula]


def way(objective, step, start, steps, second_order=False):
    """x at the start and after each step, as far as numbers are finite."""
    x = np.array(start, dtype=float)
    yield x
    for _ in range(steps):
        try:
            x = step(objective.gradient(x), objective.hessian(x) if second_order else None)
        except np.linalg.LinAlgError:
            return
        if not np.isfinite(x).all():
            return
        yield x


def parse(spec):
    """A spec as links have it, torch.adam(lr=0.1,beta1=0.8): its convention, name and settings."""
    name, keys = re.fullmatch(r"([\w.]+)\((.*)\)", spec).groups()
    settings = {key: value if key == "schedule" else setting(value)
                for key, value in re.findall(r"(\w+)=(\w+\([^)]*\)|[^,]+)", keys)}
    if not name.startswith("torch."):
        return "textbook", name, settings
    if "beta1" in settings or "beta2" in settings:
        settings["betas"] = (settings.pop("beta1", 0.9), settings.pop("beta2", 0.999))
    return "pytorch", name.removeprefix("torch."), settings


def setting(text):
    return text == "true" if text in ("true", "false") else float(text)
