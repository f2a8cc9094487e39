"""What the peers share: the command line, thread counts, reading the data, clocks, and the line of JSON they end with.

Import this before any framework: thread counts are settings of the process. Every script is called
`SCRIPT PEER FOLDER THREADS [ROWS]` and runs one workload with one framework.
"""
import json
import os
import resource
import sys
import time

PEER, FOLDER, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3])
ROWS = int(sys.argv[4]) if len(sys.argv) > 4 else None

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS",
             "TF_NUM_INTEROP_THREADS", "NPROC"):
    os.environ[name] = str(THREADS)
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["JAX_PLATFORMS"] = "cpu"
os.environ["KERAS_BACKEND"] = "tensorflow"

import numpy as np


def read(name, shape, rows=None):
    """The first `rows` (or all) of a file of make_data.py; only they are read."""
    kind = np.dtype("<f4" if name.endswith("f32") else "<i4")
    count = -1 if rows is None else rows * int(np.prod(shape[1:], dtype=int))
    return np.fromfile(os.path.join(FOLDER, name), kind, count).reshape(shape)


def weights(name, shapes):
    """The initial weights, one array for each shape."""
    values = np.fromfile(os.path.join(FOLDER, name), "<f4")
    ends = np.cumsum([np.prod(shape, dtype=int) for shape in shapes])
    if ends[-1] != len(values):
        sys.exit(f"{name} holds {len(values)} numbers; this model has {ends[-1]}")
    return [part.reshape(shape).copy() for part, shape in zip(np.split(values, ends[:-1]), shapes)]


def torch_module():
    """PyTorch with the number of threads asked for."""
    import torch
    torch.set_num_threads(THREADS)
    torch.set_num_interop_threads(1)
    return torch


def keras_module():
    """Keras on TensorFlow with the number of threads asked for."""
    import tensorflow as tf
    tf.config.threading.set_intra_op_parallelism_threads(THREADS)
    tf.config.threading.set_inter_op_parallelism_threads(THREADS)
    import keras
    return keras


class Laps:
    """Wall-clock and processor seconds of the parts of a training, one after another."""

    def __init__(self):
        self.wall, self.cpu = [], []
        self.now = (time.perf_counter(), time.process_time())

    def lap(self):
        now = (time.perf_counter(), time.process_time())
        self.wall.append(now[0] - self.now[0])
        self.cpu.append(now[1] - self.now[1])
        self.now = now


def report(workload, laps, rows, cold=1, loss=None, accuracy=None):
    """Prints the figures of a training whose laps are equal parts.

    The first `cold` laps are the workload as a user meets it, tracing and compilation included. The warm pass is
    the laps after them; where there are none, the laps but the first, brought to the same number of rows.
    """
    later = slice(cold, None) if len(laps.wall) > cold else slice(1, None) if cold > 1 else slice(0, None)
    share = cold / len(laps.wall[later])
    train, warm, cpu = sum(laps.wall[:cold]), sum(laps.wall[later]) * share, sum(laps.cpu[later]) * share
    line = {"workload": workload, "peer": PEER, "threads": THREADS, "rows": rows, "train_s": train,
            "train_sps": rows / train, "warm_s": warm, "warm_cpu_s": cpu}
    if loss is not None:
        line["loss"] = float(loss)
    if accuracy is not None:
        line["test_acc"] = float(accuracy)
    line["peak_rss_kib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps(line), flush=True)
