"""The rate of numpy's product of 256 x 1024 by 1024 x 1024 floats, in billions of operations a second. Peer: numpy."""
import json
import time

from common import PEER, THREADS

import numpy as np

a = np.random.default_rng(1).random((256, 1024), dtype=np.float32)
b = np.random.default_rng(2).random((1024, 1024), dtype=np.float32)
result = np.empty((256, 1024), np.float32)
rates = []
for _ in range(9):
    start = time.perf_counter()
    for _ in range(20):
        np.matmul(a, b, out=result)
    rates.append(20 * 2 * 256 * 1024 * 1024 / (time.perf_counter() - start) / 1e9)
print(json.dumps({"workload": "gemm", "peer": PEER, "threads": THREADS, "gigaflops": sorted(rates)[4]}))
