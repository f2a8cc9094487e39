"""What the peers share: reading the benchmark's files, and the line of JSON they end with."""
import json
import os
import sys
import time

# One thread for every framework, before any of them is imported; run.sh also pins the process to one core.
for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS",
             "TF_NUM_INTEROP_THREADS"):
    os.environ[name] = "1"
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np

FOLDER = sys.argv[1]
SHAPES = [(30, 128), (128, 64), (64, 1)]
EPOCHS, BATCH = 10, 32


def load():
    """Standardised features, targets, test rows, training rows of each epoch, [W, b, W, b, W, b]."""
    table = np.loadtxt(os.path.join(FOLDER, "data.csv"), delimiter=",", skiprows=1, dtype=np.float32)
    x, y = table[:, :-1], np.ascontiguousarray(table[:, -1])
    with open(os.path.join(FOLDER, "rows.txt")) as file:
        lines = [np.array(line.split(), dtype=np.int64) for line in file]
    test, orders = lines[0], lines[1:]
    training = np.sort(orders[0])
    mean, deviation = x[training].mean(0, dtype=np.float64), x[training].std(0, dtype=np.float64)
    x = ((x - mean) / deviation).astype(np.float32)
    weights = []
    with open(os.path.join(FOLDER, "initial.txt")) as file:
        for (inputs, units), line in zip(SHAPES, file):
            values = np.array(line.split(), dtype=np.float32)
            weights += [values[:inputs * units].reshape(inputs, units), values[inputs * units:]]
    return x, y, test, orders, weights


class Clock:
    """Wall-clock and processor seconds from its making to stop()."""

    def __init__(self):
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def stop(self):
        self.wall, self.cpu = time.perf_counter() - self.wall, time.process_time() - self.cpu


def report(peer, clock, loss, accuracy):
    line = dict(peer=peer, seconds=clock.wall, cpu=clock.cpu, loss=float(loss), accuracy=float(accuracy))
    print(json.dumps(line), flush=True)
