"""Writes the benchmark's data and initial weights once, so that every framework trains on the same numbers.

Usage: make_data.py FOLDER

Files are little-endian 32-bit floats (.f32) or whole numbers (.i32) without a header. Weights lie layer by
layer, each layer's weight before its bias. Those of W1, W2 and W4 are [inputs][units], a convolution's
[height][width][inputs][outputs], and pictures are flattened [height][width][channels]. Those of W3 lie in the
order and layout ([units][inputs]) of torch's named_parameters().
"""
import os
import sys

import numpy as np

FOLDER = sys.argv[1]


def floats(name, values):
    np.ascontiguousarray(values, dtype="<f4").tofile(os.path.join(FOLDER, name + ".f32"))


def integers(name, values):
    np.ascontiguousarray(values, dtype="<i4").tofile(os.path.join(FOLDER, name + ".i32"))


def limited(draw, fans, shape):
    """Uniform within the limits of Glorot and Bengio (2010) for the sum of a weight's two fans."""
    limit = np.sqrt(6 / fans)
    return draw.uniform(-limit, limit, shape).astype(np.float32)


def dense(draw, widths):
    """The weights and zero biases of a stack of dense layers."""
    parts = []
    for inputs, units in zip(widths, widths[1:]):
        parts += [limited(draw, inputs + units, (inputs, units)), np.zeros(units)]
    return parts


def joined(parts):
    return np.concatenate([np.ravel(part) for part in parts])


def table(rows, columns, seed):
    """A binary target that depends on the features smoothly, with one interaction and some noise."""
    draw = np.random.default_rng(seed)
    x = draw.standard_normal((rows, columns)).astype(np.float32)
    directions = draw.standard_normal((columns, 8)).astype(np.float32)
    smooth = np.tanh(x @ directions / 3) @ draw.standard_normal(8)
    score = smooth + 0.8 * x[:, 0] * x[:, 1] + 0.3 * draw.standard_normal(rows)
    x = x * draw.uniform(0.5, 3, columns) + draw.uniform(-2, 2, columns)
    return x.astype(np.float32), (score > 0).astype(np.float32)


def pictures(count, seed):
    """scikit-learn's 8 x 8 digits, enlarged three times, at a random place of 28 x 28 noisy pixels."""
    from sklearn.datasets import load_digits
    digits = load_digits()
    draw = np.random.default_rng(seed)
    chosen = draw.integers(0, len(digits.target), count)
    large = np.repeat(np.repeat(digits.images[chosen] / 16, 3, axis=1), 3, axis=2).astype(np.float32)
    result = (0.1 * draw.standard_normal((count, 28, 28))).astype(np.float32)
    for picture, digit, (top, left) in zip(result, large, draw.integers(0, 5, (count, 2))):
        picture[top:top + 24, left:left + 24] += digit
    return result, digits.target[chosen]


def small_table():
    """W1, and W6's file of the same rows before they are standardised; the last 4,000 are for testing."""
    x, y = table(20_000, 30, 1)
    with open(os.path.join(FOLDER, "w6.csv"), "w") as file:
        file.write(",".join([f"x{column}" for column in range(30)] + ["y"]) + "\n")
        for features, label in zip(x, y):
            file.write(",".join(f"{value:.7g}" for value in features) + f",{label:.0f}\n")
    floats("w1_x", (x - x[:16_000].mean(0)) / x[:16_000].std(0))
    floats("w1_y", y)
    order = np.random.default_rng(7)
    integers("w1_perm", [order.permutation(16_000) for _ in range(40)])
    floats("w1_init", joined(dense(np.random.default_rng(11), [30, 128, 64, 1])))


def digits():
    """W2 and W4."""
    for name, count, seed in [("w2", 12_000, 2), ("w4", 60_000, 3)]:
        x, y = pictures(count, seed)
        floats(name + "_x", x)
        integers(name + "_y", y)
    draw = np.random.default_rng(12)
    kernels = []
    for inputs, outputs in [(1, 32), (32, 64)]:
        kernels += [limited(draw, 9 * (inputs + outputs), (3, 3, inputs, outputs)), np.zeros(outputs)]
    floats("w2_init", joined(kernels + dense(draw, [1600, 128, 10])))
    floats("w4_init", joined(dense(np.random.default_rng(14), [784, 1024, 1024, 10])))


def documents():
    """W3: 4,000 documents of 64 of 8,000 tokens, common ones more often; a few tell the class."""
    draw = np.random.default_rng(4)
    y = draw.integers(0, 2, 4_000)
    share = 1 / np.arange(1, 8_001) ** 0.9
    tokens = draw.choice(8_000, (4_000, 64), p=share / share.sum())
    telling = draw.random((4_000, 64)) < 0.06
    tokens = np.where(telling, 100 + 2 * draw.integers(0, 40, (4_000, 64)) + y[:, None], tokens)
    integers("w3_t", tokens)
    integers("w3_y", y)
    draw = np.random.default_rng(13)
    parts = [0.02 * draw.standard_normal((64, 128)), draw.uniform(-0.05, 0.05, (8_000, 128))]
    norm = [np.ones(128), np.zeros(128)]
    for _ in range(2):
        parts += [limited(draw, 4 * 128, (3 * 128, 128)), np.zeros(3 * 128)]
        for units, inputs in [(128, 128), (256, 128), (128, 256)]:
            parts += [limited(draw, units + inputs, (units, inputs)), np.zeros(units)]
        parts += norm + norm
    floats("w3_init", joined(parts + [limited(draw, 2 + 128, (2, 128)), np.zeros(2)]))


def large_table():
    """W5; the last 20,000 rows are for testing."""
    x, y = table(100_000, 30, 5)
    floats("w5_x", x)
    floats("w5_y", y)


os.makedirs(FOLDER, exist_ok=True)
for part in (small_table, digits, documents, large_table):
    part()
open(os.path.join(FOLDER, "complete"), "w").close()
