# How many steps a digit takes on a bowl with the eigenvalues 1 and kappa, each method at its best.
import numpy as np

kappa = ${kappa}


def steps(factor):
    return -1 / np.log10(factor)


def descent(kappa):
    return steps((kappa - 1) / (kappa + 1))


def momentum(kappa):
    return steps((np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1))


beta = ((np.sqrt(kappa) - 1) / (np.sqrt(kappa) + 1)) ** 2
print("descent", descent(kappa))
print("momentum", momentum(kappa))
print("eta", (1 + np.sqrt(beta)) ** 2 / kappa)
print("beta", beta)
print("ratio", descent(kappa) / momentum(kappa))

try:
    import matplotlib.pyplot as plt

    kappas = np.logspace(0.1, 6, 200)
    plt.loglog(kappas, descent(kappas), label="gradient descent")
    plt.loglog(kappas, momentum(kappas), label="momentum")
    plt.legend()
    plt.show()
except ImportError:
    pass  # without Matplotlib there is no picture
