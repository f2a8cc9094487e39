"""W5: 100 boosted trees of 31 leaves on 80,000 rows of 30, learning rate 0.1, 255 bins, binning included.
Peer: lightgbm."""
from common import THREADS, Laps, read, report

import lightgbm

ROWS = 80_000
x, y = read("w5_x.f32", (-1, 30)), read("w5_y.f32", (-1,))
settings = {"objective": "binary", "num_leaves": 31, "learning_rate": 0.1, "max_bin": 255, "num_threads": THREADS,
            "verbose": -1}
laps = Laps()
model = lightgbm.train(settings, lightgbm.Dataset(x[:ROWS], y[:ROWS]), 100)
laps.lap()
report("W5", laps, ROWS, accuracy=((model.predict(x[ROWS:]) > 0.5) == (y[ROWS:] > 0.5)).mean())
