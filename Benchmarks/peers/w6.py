"""W6: the whole way from a CSV file to test accuracy on W1's network; the process is what is timed. Peers: keras,
torch."""
import os

from common import FOLDER, PEER, Laps, keras_module, report, torch_module

import numpy as np

ROWS, BATCH, PASSES = 16_000, 32, 10


def by_keras():
    keras = keras_module()
    model = keras.Sequential([
        keras.layers.Input((30,)), keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy")
    model.fit(x[:ROWS], y[:ROWS], batch_size=BATCH, epochs=PASSES, verbose=0)
    return model.predict(x[ROWS:], verbose=0)[:, 0] > 0.5


def by_torch():
    torch = torch_module()
    nn = torch.nn
    model = nn.Sequential(nn.Linear(30, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 1))
    optimiser, criterion = torch.optim.Adam(model.parameters(), 1e-3, fused=True), nn.BCEWithLogitsLoss()
    features, targets = torch.from_numpy(x), torch.from_numpy(y)[:, None]
    for _ in range(PASSES):
        for rows in torch.randperm(ROWS).split(BATCH):
            optimiser.zero_grad(set_to_none=True)
            criterion(model(features[rows]), targets[rows]).backward()
            optimiser.step()
    with torch.no_grad():
        return model(features[ROWS:])[:, 0].numpy() > 0


laps = Laps()
values = np.loadtxt(os.path.join(FOLDER, "w6.csv"), delimiter=",", skiprows=1, dtype=np.float32)
x, y = values[:, :-1], np.ascontiguousarray(values[:, -1])
x = np.ascontiguousarray((x - x[:ROWS].mean(0)) / x[:ROWS].std(0))
right = {"keras": by_keras, "torch": by_torch}[PEER]() == (y[ROWS:] > 0.5)
laps.lap()
report("W6", laps, ROWS * PASSES, accuracy=right.mean())
