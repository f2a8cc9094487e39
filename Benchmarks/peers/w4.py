"""W4: Dense 1024 - 1024 - 10 on rows of 784, batch 256, one pass in order and a warm one. Peers: keras, torch, jax."""
from common import PEER, ROWS, keras_module, read, report, torch_module, weights

import numpy as np
from loops import jax_loop, keras_loop, torch_loop

BATCH = 256
WIDTHS = [(784, 1024), (1024, 1024), (1024, 10)]
x, y = read("w4_x.f32", (-1, 784), ROWS), read("w4_y.i32", (-1,), ROWS)
initial = weights("w4_init.f32", [shape for inputs, units in WIDTHS for shape in ((inputs, units), (units,))])


def by_keras():
    layers = keras_module().layers
    model = keras_module().Sequential([
        layers.Input((784,)), layers.Dense(1024, activation="relu"), layers.Dense(1024, activation="relu"),
        layers.Dense(10, activation="softmax")])
    model.set_weights(initial)
    return keras_loop(model, x, y, BATCH, 2, "sparse_categorical_crossentropy")


def by_torch():
    torch = torch_module()
    nn = torch.nn
    model = nn.Sequential(nn.Linear(784, 1024), nn.ReLU(), nn.Linear(1024, 1024), nn.ReLU(), nn.Linear(1024, 10))
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), initial):
            parameter.copy_(torch.from_numpy(value.T.copy()))
    criterion = nn.CrossEntropyLoss()
    order = torch.arange(len(x))
    return torch_loop(torch, lambda a, b: criterion(model(a), b), model.parameters(), torch.from_numpy(x),
                      torch.from_numpy(y.astype(np.int64)), BATCH, [order, order])


def by_jax():
    import jax
    import jax.numpy as jnp

    def loss(p, rows, classes):
        hidden = jax.nn.relu(rows @ p[0] + p[1])
        logits = jax.nn.relu(hidden @ p[2] + p[3]) @ p[4] + p[5]
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), classes[:, None], 1))

    return jax_loop(loss, [jnp.asarray(values) for values in initial], x, y, BATCH, 2)


laps, losses = {"keras": by_keras, "torch": by_torch, "jax": by_jax}[PEER]()
report("W4", laps, len(x), loss=losses[0])
