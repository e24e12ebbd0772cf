# The regret of Adagrad on sparse features in a box, with gradients by autograd, beside what is promised.
import math

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
sparse = ${sparse}
features, rounds, width, edge = 50, 20_000, 2.0, 1.0
${random}

random = stream(0, 4)
truth = [random.uniform() * edge - edge / 2 for _ in range(features)]
frequency = [float(i) ** -sparse for i in range(1, features + 1)]

x, s = torch.zeros(features, requires_grad=True), torch.zeros(features)
loss_so_far = 0.0
count, total, squares = torch.zeros(features), torch.zeros(features), torch.zeros(features)
for _ in range(rounds):
    there, z = torch.zeros(features), torch.zeros(features)
    for i in range(features):
        if random.uniform() < frequency[i]:
            there[i], z[i] = 1, truth[i] + (edge / 2 if random.bits(1) else -edge / 2)
    loss = (there * (x - z) ** 2).sum() / 2
    (g,) = torch.autograd.grad(loss, x)
    loss_so_far += loss.item()
    count += there
    total += z
    squares += z * z
    s += g * g
    rate = torch.where(s > 0, width / math.sqrt(2) / s.sqrt(), 0)
    x = (x - rate * g).clamp(-edge, edge).detach().requires_grad_()

best = torch.where(count > 0, total / count, 0).clamp(-edge, edge)
least = ((count * best**2 - 2 * best * total + squares).sum() / 2).item()
print("adagrad", loss_so_far - least)
print("adagrad-bound", (math.sqrt(2) * width * s.sqrt().sum()).item())
