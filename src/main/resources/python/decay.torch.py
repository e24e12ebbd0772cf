# What noise of variance 1 leaves of f = h x^2 / 2 in the mean over all noise: three rates at once, in one tensor.
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
eta, h, steps = ${eta}, ${curvature}, 100_000

t = torch.arange(1, steps + 1).to(torch.get_default_dtype())
rates = eta * torch.stack([torch.ones_like(t), t**-0.5, 1 / t], dim=1)
shrinks = (1 - rates * h) ** 2
square = torch.ones(3)  # E x^2
for rate, shrink in zip(rates, shrinks):
    square = shrink * square + rate**2
constant, root, line = (h / 2 * square).tolist()
print("constant", constant)
print("root", root)
print("line", line)
