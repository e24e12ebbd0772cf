"""Eigenvalues, Gerschgorin discs, condition numbers and diagonally preconditioned matrices."""
import numpy as np

# Both came from a generator once; written out, they do not depend on its version.
SPD5 = [
    [4.226080177633711, 3.0108319643891956, 2.5558286582433936, 0.9698193525259141, 0.07236885471491361],
    [3.0108319643891956, 4.466470587820168, 2.993224269638894, -0.4998553509790846, -0.10623472798898981],
    [2.5558286582433936, 2.993224269638894, 5.414996972373501, -0.3604491858743022, -1.6766069953992688],
    [0.9698193525259141, -0.4998553509790846, -0.3604491858743022, 5.2945440192615, 1.4336389426835818],
    [0.07236885471491361, -0.10623472798898981, -1.6766069953992688, 1.4336389426835818, 1.634255894346002],
]
BADLY_SCALED = [
    [54159.61363814086, 200.6695847032969, 26.412433701756523, -2356.916639484898],
    [200.6695847032969, 2.6944468581572014, 0.14370622227357008, -1.2247188462718255],
    [26.41243370175652, 0.14370622227357008, 0.03538736976428746, -0.6607819853725585],
    [-2356.9166394848976, -1.2247188462718255, -0.6607819853725586, 548.7369620440045],
]
MATRICES = {
    "ellipse Hessian": [[0.2, 0], [0, 4]],
    "rotated Hessian": [[4.2, -3.8], [-3.8, 4.2]],
    "2x2": [[2, 1], [1, 3]],
    "nonsymmetric": [[1, 2, 0], [-3, 4, 1], [0.5, 0, -2]],
    "rotation": [[0, -1], [1, 0]],
    "complex": [[1 + 2j, 0.5j, 0], [0.2, -1j, 0.3], [0, 0.1 + 0.1j, 3]],
    "spd5": SPD5,
    "badly scaled": BADLY_SCALED,
    "defective": [[2, 1, 0], [0, 2, 1], [0, 0, 2]],
    "hilbert6": [[1 / (1 + i + j) for j in range(6)] for i in range(6)],
}


def spectrum():
    return {
        "about": "complex numbers as [re, im]; discs as [centre re, centre im, row radius, column radius]; numpy",
        "cases": [case(name, np.array(rows, dtype=complex)) for name, rows in MATRICES.items()],
    }


def case(name, matrix):
    diagonal = np.diag(matrix)
    sizes = np.abs(matrix)
    radii = zip(sizes.sum(1) - np.abs(diagonal), sizes.sum(0) - np.abs(diagonal))
    found = {
        "name": name,
        "matrix": pairs(matrix),
        "eigenvalues": pairs(eigenvalues(matrix)),
        "discs": [[center.real, center.imag, row.item(), column.item()]
                  for center, (row, column) in zip(diagonal.tolist(), radii)],
    }
    if is_hermitian(matrix) and (np.linalg.eigvalsh(matrix) > 0).all():
        scale = 1 / np.sqrt(diagonal.real)
        scaled = scale[:, None] * matrix * scale
        found["kappa"] = kappa(matrix)
        found["preconditioned"] = pairs(scaled)
        found["preconditioned_eigenvalues"] = np.linalg.eigvalsh(scaled).tolist()
        found["preconditioned_kappa"] = kappa(scaled)
    return found


def is_hermitian(matrix):
    return np.allclose(matrix, matrix.conj().T, rtol=1e-12)


def eigenvalues(matrix):
    if is_hermitian(matrix):
        return np.linalg.eigvalsh(matrix)
    # Of a conjugate pair, whose real parts differ by rounding at most, the upper one comes first.
    return np.array(sorted(np.linalg.eigvals(matrix).tolist(), key=lambda z: (round(z.real, 9), -z.imag)))


def kappa(matrix):
    values = np.linalg.eigvalsh(matrix)
    return (values[-1] / values[0]).item()


def pairs(numbers):
    return np.stack([numbers.real, numbers.imag], -1).tolist()
