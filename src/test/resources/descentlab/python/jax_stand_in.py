"""Where JAX is not installed: what the scripts use of its names, over PyTorch. It shows slips, not that JAX itself agrees."""
import sys
import types

import torch

jax, jnp = types.ModuleType("jax"), types.ModuleType("jax.numpy")


def tensor(value):
    if isinstance(value, (list, tuple)) and any(isinstance(each, (torch.Tensor, list)) for each in value):
        return torch.stack([tensor(each) for each in value])
    return torch.as_tensor(float(value) if isinstance(value, (int, float)) else value)


def lifted(name):
    function = getattr(torch, name)
    return lambda *values, **named: function(*[tensor(value) for value in values], **named)


for name in """abs arccos arcsin arctan cos cosh det diag exp expm1 isfinite log logaddexp maximum mean minimum sign sin sinh sqrt
               sum tan tanh where""".split():
    setattr(jnp, name, lifted(name))
jnp.array = lambda value, dtype=None: tensor(value).to(dtype or tensor(value).dtype)
jnp.asarray = lambda value, dtype=None: tensor(value).to(dtype or tensor(value).dtype)
jnp.reshape, jnp.ones_like, jnp.float64 = torch.reshape, torch.ones_like, torch.float64
jnp.stack = lambda values: torch.stack([tensor(value) for value in values])
jnp.concatenate, jnp.arange, jnp.linspace, jnp.float32 = torch.cat, torch.arange, torch.linspace, torch.float32
jnp.linalg, jnp.finfo = torch.linalg, lambda kind: torch.finfo(torch.float64)


def value_and_grad(f):
    def both(x, *others):
        x = x.detach().clone().requires_grad_()
        value = f(x, *others)
        return value.detach(), torch.autograd.grad(value, x)[0]
    return both


jax.numpy, jax.jit, jax.value_and_grad = jnp, lambda f: f, value_and_grad
jax.grad = lambda f: lambda *at: value_and_grad(f)(*at)[1]
jax.hessian = lambda f: lambda x: torch.autograd.functional.hessian(f, x)
jax.config = types.SimpleNamespace(update=lambda name, on: torch.set_default_dtype(torch.float64))
jax.nn = types.SimpleNamespace(
    sigmoid=torch.sigmoid, relu=torch.relu, log_softmax=lambda x: torch.log_softmax(x, -1))
jax.lax = types.SimpleNamespace(conv_general_dilated=lambda x, w, strides, padding:
    torch.nn.functional.conv2d(x, w, padding=0 if padding == "VALID" else padding[0][0]))
sys.modules["jax"], sys.modules["jax.numpy"] = jax, jnp
