"""Tables made by a formula, so that Swift (Formula.swift) and Python see the same data without a file."""
import numpy as np


def even(i):
    """A double from 0 to 1 that looks random, from a whole number: two rounds of multiply and shift."""
    h = (i * 2654435761 + 974711) % 2**32
    h ^= h >> 16
    h = h * 2246822519 % 2**32
    h ^= h >> 13
    h = h * 3266489917 % 2**32
    h ^= h >> 16
    return h / 2**32


def steps(rows, column, most):
    """One column of whole numbers from 1 to `most`."""
    return np.array([1 + int(even(1000 * column + 100_000 * most + r) * most) for r in range(rows)], np.float32)


def noise(rows, start):
    return np.array([even(start + r) for r in range(rows)])


def features(rows):
    """Four columns: 100 steps, 60 steps, 40 steps with every seventh missing, and 12 levels from 0."""
    x = np.stack([steps(rows, 0, 100), steps(rows, 1, 60), steps(rows, 2, 40), steps(rows, 3, 12) - 1], axis=1)
    x[::7, 2] = np.nan
    return x


def signal(x):
    """What the targets depend on."""
    x = x.astype(float)
    third = np.where(np.isnan(x[:, 2]), 25, x[:, 2])
    return np.abs(x[:, 0] - 40) / 30 + x[:, 1] * third / 1200 + ((x[:, 3] * 5) % 12 > 6)


def numbers(rows):
    """A number a row, in quarters so that both languages round alike."""
    return np.floor(4 * (signal(features(rows)) + noise(rows, 7_000_000))).astype(np.float32) / 4


def classes(rows, count):
    """Classes about equally large."""
    z = signal(features(rows)) + noise(rows, 8_000_000)
    bounds = {2: [2.1], 3: [1.8, 2.5]}[count]
    return np.digitize(z, bounds).astype(np.float32)


def weights(rows):
    """Row weights that average 1."""
    w = np.floor(1 + 4 * noise(rows, 9_000_000))
    return (w / w.mean()).astype(np.float32)
