# Adagrad along one coordinate, by PyTorch, and where its root ends as a flow: at x0^2 / (4 eta).
import torch

torch.set_default_dtype(torch.float64)
eta, start = ${eta}, ${start}

x = torch.tensor([start], requires_grad=True)
optimizer = torch.optim.Adagrad([x], lr=eta, eps=0)
way = [start]
while len(way) <= 400 or x.item() ** 2 > 1e-20 * optimizer.state[x]["sum"].item():
    optimizer.zero_grad()
    (x**2 / 2).sum().backward()
    optimizer.step()
    way.append(abs(x.item()))

root = optimizer.state[x]["sum"].sqrt().item()
print("flow-root", start**2 / (4 * eta))
print("root", root)
print("contraction", eta / root)

try:
    import matplotlib.pyplot as plt

    plt.semilogy(way)
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
