"""Writes the benchmark's data once: a 20,000 x 30 CSV, its 80/20 split with seed 42, the initial weights and
the order of the training rows in each epoch, so that every framework trains on the same numbers.

Usage: make_data.py FOLDER
"""
import os
import sys

import numpy as np

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
rows, columns, epochs = 20_000, 30, 10


def table(seed):
    """A binary target that depends on the features smoothly, with an interaction and noise."""
    draw = np.random.default_rng(seed)
    x = draw.standard_normal((rows, columns))
    hidden = np.tanh(x @ draw.standard_normal((columns, 8)) / 3) @ draw.standard_normal(8)
    score = hidden + 0.8 * x[:, 0] * x[:, 1] + 0.3 * draw.standard_normal(rows)
    x = x * draw.uniform(0.5, 3, columns) + draw.uniform(-2, 2, columns)
    return x, (score > 0).astype(int)


def glorot(draw, inputs, units):
    limit = np.sqrt(6 / (inputs + units))
    return draw.uniform(-limit, limit, (inputs, units))


x, y = table(1)
with open(os.path.join(folder, "data.csv"), "w") as file:
    file.write(",".join([f"x{c}" for c in range(columns)] + ["y"]) + "\n")
    for features, label in zip(x, y):
        file.write(",".join(f"{v:.7g}" for v in features) + f",{label}\n")

# Split and order are lines of row numbers: the test rows, then one line of training rows an epoch.
split = np.random.default_rng(42).permutation(rows)
test, training = split[: rows // 5], split[rows // 5:]
order = np.random.default_rng(7)
with open(os.path.join(folder, "rows.txt"), "w") as file:
    for line in [test] + [training[order.permutation(len(training))] for _ in range(epochs)]:
        file.write(" ".join(map(str, line)) + "\n")

# Layer by layer W, row-major [inputs][units], then b.
draw = np.random.default_rng(11)
with open(os.path.join(folder, "initial.txt"), "w") as file:
    for inputs, units in [(30, 128), (128, 64), (64, 1)]:
        values = np.concatenate([glorot(draw, inputs, units).ravel(), np.zeros(units)]).astype(np.float32)
        file.write(" ".join(f"{v:.9g}" for v in values) + "\n")
