# By what factor a step of gradient descent, with momentum or without, shrinks the distance along an eigenvector.
import torch

torch.set_default_dtype(torch.float64)
eta, beta, eigenvalues = ${eta}, ${beta}, torch.tensor([${flat}, ${steep}])

# Two steps of momentum as a matrix: (x now, x before) to (x next, x now). Its eigenvalues are the factors.
for name, eigenvalue in zip(("flat-factor", "steep-factor"), eigenvalues.tolist()):
    step = torch.tensor([[1 + beta - eta * eigenvalue, -beta], [1.0, 0.0]])
    print(name, torch.linalg.eigvals(step).abs().max().item())

# The same by walking.
x = torch.ones(2, requires_grad=True)
optimizer = torch.optim.SGD([x], lr=eta, momentum=beta)
ways = [x.detach().abs().clone()]
for _ in range(60):
    optimizer.zero_grad()
    (0.5 * (eigenvalues * x**2).sum()).backward()
    optimizer.step()
    ways.append(x.detach().abs().clone())

try:
    import matplotlib.pyplot as plt

    plt.semilogy(torch.stack(ways), label=["flat", "steep"])
    plt.legend()
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
