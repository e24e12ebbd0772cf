"""Ways of several stages: optimizers of which each takes over where the one before stops, with or without its memory."""
import numpy as np
import torch

import descents
import textbook


def parse(spec):
    """adagrad(lr=0.4)~8~sgd(lr=0.1): from when on, what, and whether it keeps; the first from 0."""
    parts = spec.split("~")
    stages = []
    for start, stage in zip([0] + [int(at) for at in parts[1::2]], parts[0::2]):
        convention, optimizer, settings = descents.parse(stage)
        stages.append((start, convention, optimizer, settings, settings.pop("keep", False)))
    return stages


class Textbook:
    """A textbook rule at its start, with a clock of its own."""

    def __init__(self, optimizer, settings, x):
        self.optimizer, self.x, self.t = optimizer, np.array(x, dtype=float), 0
        self.settle(settings)

    def settle(self, settings):
        settings = dict(settings)
        self.schedule, self.arguments = textbook.schedule(settings.pop("schedule", "constant"))
        self.lr = settings.pop("lr", textbook.DEFAULT_RATES.get(self.optimizer, 0.1))
        self.rule = textbook.RULES[self.optimizer](len(self.x), **settings)

    def go_on(self, settings):
        """With other settings, and with what the rule so far remembers."""
        before = memory(self.rule)
        self.settle(settings)
        for name, array in memory(self.rule).items():
            array[:] = before[name]

    def step(self, g, h):
        self.t += 1
        self.x = self.rule(self.x, g, h, textbook.SCHEDULES[self.schedule](self.lr, self.t, *self.arguments), self.t)
        return self.x


def memory(rule):
    """The arrays that a rule of the textbook writes to, by name."""
    cells = dict(zip(rule.__code__.co_freevars, rule.__closure__ or ()))
    return {name: cell.cell_contents for name, cell in cells.items() if isinstance(cell.cell_contents, np.ndarray)}


class Torch:
    """An optimizer of torch.optim at its start."""

    def __init__(self, optimizer, settings, x):
        self.x, self.t = torch.tensor(x, dtype=torch.float64, requires_grad=True), 0
        settings = dict(settings)
        self.schedule, self.arguments = textbook.schedule(settings.pop("schedule", "constant"))
        self.optimizer = descents.OPTIMIZERS[optimizer]([self.x], **settings)
        self.lr = self.optimizer.param_groups[0]["lr"]

    def go_on(self, settings):
        """With other settings in its group."""
        settings = dict(settings)
        self.schedule, self.arguments = textbook.schedule(settings.pop("schedule", "constant"))
        group = self.optimizer.param_groups[0]
        group.update(type(self.optimizer)([self.x], **settings).defaults)
        self.lr = group["lr"]

    def step(self, g, h):
        self.t += 1
        self.optimizer.param_groups[0]["lr"] = textbook.SCHEDULES[self.schedule](self.lr, self.t, *self.arguments)
        self.x.grad = torch.from_numpy(np.array(g))
        self.optimizer.step()
        return self.x.detach().numpy().copy()


def stepper(spec, start, of=lambda at: at):
    """step(g, h) gives the next x; of says how many steps a handover is."""
    stages = [(of(at), *rest) for at, *rest in parse(spec)]
    x, done, current = np.array(start, dtype=float), 0, None

    def step(g, h=None):
        nonlocal x, done, current
        for at, convention, optimizer, settings, keep in stages:
            if at == done and keep:
                current.go_on(settings)
            elif at == done:
                current = {"textbook": Textbook, "pytorch": Torch}[convention](optimizer, settings, x)
        done += 1
        x = current.step(g, h)
        return x
    return step


OBJECTIVES = ["ellipse", "himmelblau", "custom-hinge"]
RACES = [
    "adagrad(lr=0.4)~8~sgd(lr=0.1)",
    "adagrad(lr=0.4)~8~adagrad(lr=0.1)",
    "adagrad(lr=0.4)~8~adagrad(lr=0.1,keep=true)",
    "adagrad(lr=0.4)~8~adagrad(lr=0.4,eps=0.001,power=0.25,memory=0.9,keep=true)",
    "sgd(lr=0.01)~5~momentum(lr=0.005)~12~nesterov(lr=0.002)",
    "momentum(lr=0.01)~7~momentum(lr=0.002,keep=true)~14~momentum(lr=0.002,beta=0.5,keep=true)",
    "sgd(lr=0.01,schedule=cosine(6))~6~sgd(lr=0.01,schedule=cosine(6))~12~sgd(lr=0.01,schedule=cosine(6))",
    "sgd(lr=0.01,schedule=exponential(0.9))~9~sgd(lr=0.02,schedule=exponential(0.8),keep=true)",
    "counter(lr=0.05)~6~counter(lr=0.02,c=0,keep=true)",
    "rmsprop(lr=0.3)~10~rmsprop(lr=0.03,gamma=0.8,keep=true)",
    "adadelta(lr=1)~10~adadelta(lr=0.5,rho=0.8,keep=true)",
    "adam(lr=0.3)~6~adam(lr=0.1,keep=true)",
    "adam(lr=0.3)~6~adam(lr=0.1,beta1=0.8,beta2=0.99,keep=true)~13~adam(lr=0.1)",
    "yogi(lr=0.3)~6~yogi(lr=0.1,beta1=0.5,keep=true)",
    "adam(lr=0.3)~10~newton(lr=0.5)~15~diagonal(lr=0.5)",
    "torch.sgd(lr=0.01,momentum=0.9)~5~torch.sgd(lr=0.001,momentum=0.9,keep=true)",
    "torch.sgd(lr=0.01,momentum=0.9,dampening=0.1)~5~torch.sgd(lr=0.001,momentum=0.5,dampening=0.2,keep=true)",
    "torch.adagrad(lr=0.4,lr_decay=0.1)~8~torch.adagrad(lr=0.2,lr_decay=0.2,keep=true)",
    "torch.rmsprop(lr=0.05,momentum=0.5)~8~torch.rmsprop(lr=0.02,alpha=0.9,momentum=0.9,keep=true)",
    "torch.adadelta(lr=1)~8~torch.adadelta(lr=0.5,rho=0.8,keep=true)",
    "torch.adam(lr=0.2,amsgrad=true)~8~torch.adam(lr=0.1,beta1=0.8,amsgrad=true,keep=true)",
    "torch.adamw(lr=0.2)~8~torch.adamw(lr=0.1,weight_decay=0.3,beta2=0.9,keep=true)",
    "torch.adamax(lr=0.2)~8~torch.adamax(lr=0.1,beta1=0.5,beta2=0.9,keep=true)",
    "torch.nadam(lr=0.2)~8~torch.nadam(lr=0.1,beta1=0.8,momentum_decay=0.01,keep=true)",
    "torch.radam(lr=0.2,beta2=0.9)~8~torch.radam(lr=0.1,beta2=0.99,keep=true)",
    "torch.adam(lr=0.2)~4~torch.adam(lr=0.1,schedule=step(5,0.5),keep=true)~9~adagrad(lr=0.4)~16~sgd(lr=0.001)",
]
TRAININGS = [
    ("adagrad(lr=0.1)~1500~sgd(lr=0.01)", 10, 2),
    ("sgd(lr=0.05)~500~sgd(lr=0.01)~2000~momentum(lr=0.005)", 10, 2),
    ("adam(lr=0.01)~1000~adam(lr=0.001,keep=true)", 50, 2),
    ("torch.adagrad(lr=0.1)~1250~torch.rmsprop(lr=0.01,alpha=0.9)", 50, 2),
    ("momentum(lr=0.005)~3000~momentum(lr=0.001,keep=true)", 500, 4),
]
