"""Where Keras is not installed: what the scripts of surfaces and tables use of its names, over PyTorch, its optimizers by its
documentation. It shows slips, not that Keras itself agrees."""
import sys
import types

import torch

keras, ops = types.ModuleType("keras"), types.ModuleType("keras.ops")
torch.set_default_dtype(torch.float64)


class Variable:
    def __init__(self, value):
        self.value = torch.tensor(value)
        self.dtype = self.value.dtype

    @property
    def shape(self):
        return tuple(self.value.shape)

    def assign(self, value):
        assert torch.as_tensor(value).dtype == self.dtype and value.shape == self.shape
        self.value = torch.as_tensor(value).clone()


def tensor(value):
    value = value.value if isinstance(value, Variable) else value
    return torch.as_tensor(float(value) if isinstance(value, (int, float)) else value)


def lifted(function):
    return lambda *values: function(*[tensor(value) for value in values])


for name in "abs any array cos diag exp log maximum mean minimum sign sin sqrt sum tanh where".split():
    setattr(ops, name, lifted(getattr(torch, name, torch.as_tensor)))
ops.convert_to_tensor = lambda value, dtype=None: tensor(value).to(getattr(torch, dtype) if dtype else tensor(value).dtype)
ops.reshape, ops.ones_like = lambda value, shape: tensor(value).reshape(shape), torch.ones_like
ops.concatenate = torch.cat
ops.stop_gradient, ops.det, ops.solve = tensor, lifted(torch.linalg.det), lifted(torch.linalg.solve)
ops.convert_to_numpy = lambda value: tensor(value).numpy()
ops.cast = lambda value, dtype: value.to(dtype)


class Optimizer:
    def __init__(self, learning_rate):
        assert isinstance(learning_rate, float)  # as Keras has it
        self.learning_rate, self.kept = learning_rate, {}

    def apply(self, gradients, variables):
        for gradient, variable in zip(gradients, variables):
            self.update_step(gradient, variable, self.learning_rate)

    def assign(self, variable, value):
        variable.assign(value)

    def keep(self, name, value):
        self.kept[name] = value
        return value


class SGD(Optimizer):
    def __init__(self, learning_rate, momentum=0.0, nesterov=False):
        super().__init__(learning_rate)
        self.momentum, self.nesterov = momentum, nesterov

    def update_step(self, g, x, lr):
        m = self.keep("m", self.momentum * self.kept.get("m", 0) - lr * g)
        x.assign(x.value + (self.momentum * m - lr * g if self.nesterov else m))


class Adagrad(Optimizer):
    def __init__(self, learning_rate, initial_accumulator_value=0.1, epsilon=1e-7):
        super().__init__(learning_rate)
        self.kept["s"], self.epsilon = initial_accumulator_value, epsilon

    def update_step(self, g, x, lr):
        x.assign(x.value - lr * g / torch.sqrt(self.keep("s", self.kept["s"] + g**2) + self.epsilon))


class RMSprop(Optimizer):
    def __init__(self, learning_rate, rho=0.9, epsilon=1e-7):
        super().__init__(learning_rate)
        self.rho, self.epsilon = rho, epsilon

    def update_step(self, g, x, lr):
        s = self.keep("s", self.rho * self.kept.get("s", 0) + (1 - self.rho) * g**2)
        x.assign(x.value - lr * g / torch.sqrt(s + self.epsilon))


class Adadelta(Optimizer):
    def __init__(self, learning_rate, rho=0.95, epsilon=1e-7):
        super().__init__(learning_rate)
        self.rho, self.epsilon = rho, epsilon

    def update_step(self, g, x, lr):
        s = self.keep("s", self.rho * self.kept.get("s", 0) + (1 - self.rho) * g**2)
        d = torch.as_tensor(self.kept.get("d", 0.0))
        step = torch.sqrt(d + self.epsilon) / torch.sqrt(s + self.epsilon) * g
        self.keep("d", self.rho * d + (1 - self.rho) * step**2)
        x.assign(x.value - lr * step)


keras.ops, keras.Variable = ops, Variable
keras.config = types.SimpleNamespace(set_floatx=lambda name: None)
keras.optimizers = types.SimpleNamespace(
    Optimizer=Optimizer, SGD=SGD, Adagrad=Adagrad, RMSprop=RMSprop, Adadelta=Adadelta)
sys.modules["keras"], sys.modules["keras.ops"] = keras, ops
