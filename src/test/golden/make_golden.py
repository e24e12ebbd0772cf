#!/usr/bin/env python3
"""Makes the reference values of the tests again, src/test/resources/descentlab/golden/*.json.

Run by hand when a reference is to be added, never by the build. Needs NumPy and PyTorch; the files were made with NumPy
2.2 and PyTorch 2.6 (Debian 13: python3-numpy, python3-torch).

    src/test/golden/make_golden.py            writes the files
    src/test/golden/make_golden.py --check    compares them with what it would write, to 1e-12, and tells what differs

Nothing here is taken from the application: the derivatives are autograd's, the optimizers torch.optim's or the formulas
in textbook.py, the eigenvalues LAPACK's.
"""
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch

import descents
import ranges
import spectra
import stages
import trainings
from descents import Objective

FOLDER = Path(__file__).parents[1] / "resources/descentlab/golden"
TORCH = "torch.optim " + torch.__version__.split("+")[0]

STARTS = {"rosenbrock": [-1.2, 1.0], "beale": [1.0, 1.5], "himmelblau": [0.0, 0.0], "saddle": [-2.0, 0.001]}
START = [-5.0, -2.0]
STEPS = 20

# Where the gradient is so steep that methods which follow its size need smaller rates.
STEEP = {"rosenbrock", "beale", "himmelblau"}
# What has come farther than this has run away, and its digits are worth nothing.
FAR = 1e6

SCHEDULED = ["ellipse", "himmelblau", "custom-hinge"]
SCHEDULES = ["constant", "invsqrt(1)", "exponential(0.9)", "step(5,0.5)", "cosine(15)", "warmup(6)"]
SECOND_ORDER = {"newton", "diagonal"}

POINTS = [
    [-1.6574033314255026, -1.0527579736156012], [1.2050978608255876, 0.32864814425747113],
    [-1.6234854310384033, -0.2674922390541048], [-0.0837948074366639, -1.3610443414516857],
    [0.9383086056368581, -1.5453119203143864], [-0.43508723801735183, 0.0669607304854547],
]


def objectives():
    """Value and derivatives at some points."""
    cases = []
    for name in descents.OBJECTIVES:
        objective = Objective(name)
        cases += [{
            "objective": name, "expression": objective.expression, "x": x, "value": objective.value(x),
            "gradient": objective.gradient(x).tolist(), "hessian": objective.hessian(x).tolist(),
        } for x in POINTS]
    return {"about": "value, gradient, Hessian by torch autograd, float64", "cases": cases}


def surface():
    """Whole ways, by every optimizer."""
    cases = []
    for name in descents.OBJECTIVES:
        for convention, optimizer, settings in textbook_runs(name) + torch_runs(name):
            if optimizer in SECOND_ORDER and name.startswith("custom"):
                continue  # where curvature comes near 0, a step throws any rounding error far away
            trace = [x.tolist() for x in way(name, convention, optimizer, settings, STARTS.get(name, START), STEPS)]
            if len(trace) > STEPS and np.abs(trace).max() < FAR:
                cases.append({
                    "objective": name, "expression": descents.OBJECTIVES[name], "convention": convention,
                    "optimizer": optimizer, "hyperparameters": settings, "start": trace[0], "trace": trace,
                })
    return {
        "about": "x after each step, from step 0; float64; textbook = the formulas in src/test/golden/textbook.py, "
                 f"pytorch = {TORCH}",
        "cases": cases,
    }


def way(name, convention, optimizer, settings, start, steps):
    step = descents.stepper(convention, optimizer, settings, start)
    return descents.way(Objective(name), step, start, steps, optimizer in SECOND_ORDER)


def textbook_runs(name):
    steep = name in STEEP
    runs = [
        ("sgd", {"lr": 0.001 if steep else 0.4}),
        ("momentum", {"lr": 0.001 if steep else 0.6, "beta": 0.25}),
        ("momentum", {"lr": 0.001 if steep else 0.1, "beta": 0.9}),
        ("nesterov", {"lr": 0.001 if steep else 0.1, "beta": 0.8}),
        ("counter", {"lr": 0.001 if steep else 0.4, "c": 1.0}),
        ("adagrad", {"lr": 0.4, "eps": 1e-06}),
        ("adagrad", {"lr": 2.0, "eps": 1e-06}),
        ("adagrad", {"lr": 0.4, "eps": 1e-06, "power": 0.25, "memory": 0.9}),
        ("rmsprop", {"lr": 0.4, "gamma": 0.9, "eps": 1e-06}),
        ("adadelta", {"rho": 0.9, "eps": 1e-05}),
        ("adam", {"lr": 0.4, "beta1": 0.9, "beta2": 0.999, "eps": 1e-06}),
        ("yogi", {"lr": 0.4, "beta1": 0.9, "beta2": 0.999, "eps": 0.001}),
        ("newton", {"lr": 1.0}),
        ("newton", {"lr": 0.5}),
        ("diagonal", {"lr": 0.5}),
    ]
    if name in SCHEDULED:
        for schedule in SCHEDULES:
            runs.append(("sgd", {"lr": 0.001 if steep else 0.4, "schedule": schedule}))
            runs.append(("counter", {"lr": 0.001 if steep else 0.4, "c": 0.0, "schedule": schedule}))
            runs.append(("adagrad", {"lr": 0.4, "eps": 1e-06, "schedule": schedule}))
    return [("textbook", optimizer, settings) for optimizer, settings in runs]


def torch_runs(name):
    slow, fast = (0.0005, 0.0005) if name in STEEP else (0.02, 0.05)
    betas = {"lr": 0.1, "betas": [0.9, 0.999], "eps": 1e-08}
    runs = [
        ("sgd", {"lr": fast, "momentum": 0, "dampening": 0, "weight_decay": 0, "nesterov": False}),
        ("sgd", {"lr": slow, "momentum": 0.9, "dampening": 0, "weight_decay": 0, "nesterov": False}),
        ("sgd", {"lr": slow, "momentum": 0.9, "dampening": 0, "weight_decay": 0, "nesterov": True}),
        ("sgd", {"lr": slow, "momentum": 0.8, "dampening": 0.1, "weight_decay": 0.01, "nesterov": False}),
        ("adagrad", {
            "lr": 0.4, "lr_decay": 0, "eps": 1e-10, "weight_decay": 0, "initial_accumulator_value": 0}),
        ("adagrad", {
            "lr": 0.4, "lr_decay": 0.05, "eps": 1e-10, "weight_decay": 0.01, "initial_accumulator_value": 0.1}),
        ("rmsprop", {
            "lr": 0.05, "momentum": 0, "alpha": 0.99, "eps": 1e-08, "centered": False, "weight_decay": 0}),
        ("rmsprop", {
            "lr": 0.05, "momentum": 0.5, "alpha": 0.9, "eps": 1e-08, "centered": True, "weight_decay": 0}),
        ("adadelta", {"lr": 1.0, "rho": 0.9, "eps": 1e-06, "weight_decay": 0}),
        ("adam", {**betas, "weight_decay": 0, "amsgrad": False}),
        ("adam", {**betas, "weight_decay": 0, "amsgrad": True}),
        ("adamw", {**betas, "weight_decay": 0.05, "amsgrad": False}),
        ("adamax", {**betas, "weight_decay": 0}),
        ("nadam", {**betas, "weight_decay": 0, "momentum_decay": 0.004}),
        ("radam", {**betas, "weight_decay": 0}),
    ]
    return [("pytorch", optimizer, settings) for optimizer, settings in runs]


VARIANTS = [
    "torch.sgd(lr=0.01,weight_decay=0.1)", "torch.sgd(lr=0.01,dampening=0.5)",
    "torch.sgd(lr=0.001,momentum=0.9,nesterov=true,weight_decay=0.1)", "nesterov(lr=0.001,beta=0.7)",
    "torch.adagrad(lr=0.3,weight_decay=0.1,eps=0.01)", "torch.rmsprop(weight_decay=0.1,momentum=0.9)",
    "torch.rmsprop(lr=0.1,centered=true,alpha=0.8)", "torch.adadelta(weight_decay=0.2,rho=0.8,eps=0.001,lr=0.5)",
    "torch.adam(lr=0.2,weight_decay=0.1,amsgrad=true,beta1=0.8,beta2=0.9)", "torch.adamw(lr=0.2)",
    "torch.adamw(lr=0.2,amsgrad=true,weight_decay=0.3)",
    "torch.adamax(lr=0.2,weight_decay=0.3,eps=0.1,beta1=0.5,beta2=0.6)",
    "torch.nadam(lr=0.2,weight_decay=0.3,momentum_decay=0.1)",
    "torch.nadam(lr=0.2,weight_decay=0.3,decoupled_weight_decay=true)",
    "torch.radam(lr=0.2,weight_decay=0.3,beta2=0.9)",
    "torch.radam(lr=0.2,weight_decay=0.3,decoupled_weight_decay=true)",
]
DEFAULTS = [f"torch.{name}()" for name in descents.OPTIMIZERS]
RATED = ["torch.sgd(lr=0.001", "torch.adamw(lr=0.2", "torch.nadam(lr=0.2", "torch.adagrad(lr_decay=0.1,lr=0.5"]
LAST_STEP = 60
FROM = [-1.3, 0.7]


def settings():
    """Only where a way has led: weight decay, variants, defaults, and PyTorch's own schedulers."""
    cases = []
    for name in ["ellipse", "himmelblau", "rosenbrock", "saddle"]:
        for spec in VARIANTS + DEFAULTS:
            convention, optimizer, keys = descents.parse(spec)
            ends(cases, name, spec, descents.stepper(convention, optimizer, keys, FROM))
        for schedule in ["exponential(0.9)", "step(7,0.3)", "cosine(60)", "invsqrt(3)", "warmup(9)"]:
            for scheduler in descents.schedulers(*descents.textbook.schedule(schedule)):
                for rated in RATED:
                    optimizer, keys = descents.parse(rated + ")")[1:]
                    step = descents.torch_stepper(descents.OPTIMIZERS[optimizer], keys, FROM, scheduler)
                    ends(cases, name, f"{rated},schedule={schedule})", step)
    return {
        "about": f"x after {LAST_STEP} steps from (-1.3, 0.7) under {TORCH} and its lr_scheduler in float64: "
                 "weight decay, variants and schedules",
        "cases": cases,
    }


def ends(cases, name, spec, step):
    whole = list(descents.way(Objective(name), step, FROM, LAST_STEP))
    if len(whole) > LAST_STEP:
        cases.append({"spec": spec, "objective": name, "x": whole[-1].tolist()})


def staged():
    """Whole ways of several stages."""
    cases = []
    for name in stages.OBJECTIVES:
        start = STARTS.get(name, START)
        for spec in stages.RACES:
            second_order = any(optimizer in SECOND_ORDER for _, _, optimizer, _, _ in stages.parse(spec))
            step = stages.stepper(spec, start)
            trace = [x.tolist() for x in descents.way(Objective(name), step, start, STEPS, second_order)]
            if len(trace) > STEPS and np.abs(trace).max() < FAR and not (second_order and name.startswith("custom")):
                cases.append({"spec": spec, "objective": name, "expression": descents.OBJECTIVES[name],
                              "start": trace[0], "trace": trace})
    return {
        "about": "x after each step, from step 0; float64; each stage from a handover on afresh, or with keep=true the "
                 f"same rule, or optimizer of {TORCH}, with its memory and clock and other settings",
        "cases": cases,
    }


FILES = {
    "surface": surface, "stages": staged, "stages-airfoil": trainings.staged, "settings": settings, "objectives": objectives, "airfoil": trainings.airfoil, "range-tests": ranges.tests,
    "lenet": trainings.lenet, "spectrum": spectra.spectrum,
}


def text(golden):
    """JSON with each case in a line of its own."""
    return "{" + ",\n ".join(f"{json.dumps(key)}: {lines(value)}" for key, value in golden.items()) + "}\n"


def lines(value):
    if isinstance(value, list) and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(json.dumps(each, separators=(",", ":")) for each in value) + "\n ]"
    return json.dumps(value)


def differences(kept, made, where):
    """Where two files differ: numbers by more than 1e-12 of their size, or than rounding leaves of a sum that is 0."""
    if isinstance(kept, dict) and isinstance(made, dict) and kept.keys() == made.keys():
        return [found for key in kept for found in differences(kept[key], made[key], f"{where}.{key}")]
    if isinstance(kept, list) and isinstance(made, list) and len(kept) == len(made):
        return [found for i, pair in enumerate(zip(kept, made)) for found in differences(*pair, f"{where}[{i}]")]
    if isinstance(kept, float) and isinstance(made, float):
        return [] if math.isclose(kept, made, rel_tol=1e-12, abs_tol=1e-14) else [f"{where}: {kept} is {made} now"]
    return [] if kept == made else [f"{where}: {str(kept)[:80]} is {str(made)[:80]} now"]


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)  # or NAdam keeps a product in single precision
    np.seterr(over="ignore")  # what runs away is left out
    found = []
    for name, make in FILES.items():
        file, made = FOLDER / f"{name}.json", make()
        if "--check" in sys.argv:
            found += differences(json.loads(file.read_text()), json.loads(text(made)), name)
        else:
            file.write_text(text(made))
    if found:
        sys.exit("\n".join(found[:40]))


if __name__ == "__main__":
    main()
