# The regret of Adagrad and of gradient descent with one rate, on sparse features in a box, beside what is promised.
import math

import numpy as np

sparse = ${sparse}
features, rounds, width, edge = 50, 20_000, 2.0, 1.0
${random}

random = stream(0, 4)
truth = np.array([random.uniform() * edge - edge / 2 for _ in range(features)])
frequency = [float(i) ** -sparse for i in range(1, features + 1)]

own, shared, s = np.zeros(features), np.zeros(features), np.zeros(features)
shared_sum = own_loss = shared_loss = 0.0
count, total, squares = np.zeros(features), np.zeros(features), np.zeros(features)
for _ in range(rounds):
    there, z = [], []
    for i in range(features):
        if random.uniform() < frequency[i]:
            there.append(i)
            z.append(truth[i] + (edge / 2 if random.bits(1) else -edge / 2))
    if not there:
        continue
    there, z = np.array(there), np.array(z)
    count[there] += 1
    total[there] += z
    squares[there] += z * z
    g, h = own[there] - z, shared[there] - z
    own_loss += (g * g).sum() / 2
    shared_loss += (h * h).sum() / 2
    s[there] += g * g
    shared_sum += (h * h).sum()
    own[there] = np.clip(own[there] - width / math.sqrt(2) / np.sqrt(s[there]) * g, -edge, edge)
    rate = width * math.sqrt(features) / math.sqrt(2) / math.sqrt(shared_sum)
    shared[there] = np.clip(shared[there] - rate * h, -edge, edge)

seen = count > 0
best = np.clip(total[seen] / count[seen], -edge, edge)
least = (count[seen] * best**2 - 2 * best * total[seen] + squares[seen]).sum() / 2
bound = math.sqrt(2) * width * np.sqrt(s).sum()
shared_bound = math.sqrt(2) * width * math.sqrt(features) * math.sqrt(shared_sum)
print("adagrad", own_loss - least)
print("adagrad-bound", bound)
print("descent", shared_loss - least)
print("descent-bound", shared_bound)
print("bounds-ratio", shared_bound / bound)
print("mean-regret", (own_loss - least) / rounds)
