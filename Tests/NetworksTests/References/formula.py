"""Numbers made by a formula, so that Swift (Formula.swift) and Python see the same data without a file."""


def even(i):
    """A double from 0 to 1 that looks random, from a whole number: two rounds of multiply and shift."""
    h = (i * 2654435761 + 974711) % 2**32
    h ^= h >> 16
    h = h * 2246822519 % 2**32
    h ^= h >> 13
    h = h * 3266489917 % 2**32
    h ^= h >> 16
    return h / 2**32


def features(rows, columns, start=0):
    """Row-major values from -1 to 1."""
    return [[2 * even(start + r * columns + c) - 1 for c in range(columns)] for r in range(rows)]


def parameters(shapes, start=1_000_000):
    """[W row-major [inputs][units], b] for each shape: weights within the Glorot limits, biases small."""
    result = []
    for inputs, units in shapes:
        limit = (6 / (inputs + units)) ** 0.5
        result.append([limit * (2 * even(start + k) - 1) for k in range(inputs * units)])
        start += inputs * units
        result.append([0.1 * (2 * even(start + k) - 1) for k in range(units)])
        start += units
    return result
