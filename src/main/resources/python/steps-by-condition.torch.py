# How many steps a digit takes on a bowl with the eigenvalues 1 and kappa, measured with PyTorch's own SGD.
import torch

torch.set_default_dtype(torch.float64)
kappa = ${kappa}
eigenvalues = torch.tensor([1.0, kappa])


def distance_after(steps, **settings):
    x = torch.ones(2, requires_grad=True)
    optimizer = torch.optim.SGD([x], **settings)
    for _ in range(steps):
        optimizer.zero_grad()
        (0.5 * (eigenvalues * x**2).sum()).backward()
        optimizer.step()
    return x.detach().norm()


# At the best rate both distances shrink by the same factor in each step.
shrinks = distance_after(5, lr=2 / (1 + kappa)) / distance_after(4, lr=2 / (1 + kappa))
print("descent", (-1 / torch.log10(shrinks)).item())

# Momentum at its best is critically damped: the factor shows in the long run only, as the roots' size.
root = torch.tensor(kappa).sqrt()
beta = (((root - 1) / (root + 1)) ** 2).item()
eta = 4 / (1 + root.item()) ** 2
print("beta", beta)
print("eta", eta)
print("after 100 steps, with momentum:", distance_after(100, lr=eta, momentum=beta).item())
