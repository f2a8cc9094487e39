"""W1: Dense 128 - 64 - 1 on 16,000 rows of 30, batch 32, 10 passes. Peers: keras, keras-order, torch, torch-fused,
torch-compiled, sklearn, jax.

keras is timed as people use it, one call of fit that shuffles by itself; keras-order trains in the shared order, one
call a pass, which is slower and only says whether the loss is the same. scikit-learn draws its own weights and order.
"""
from common import PEER, Laps, keras_module, read, report, torch_module, weights

import numpy as np
from loops import jax_step, keras_loop, torch_loop

ROWS, BATCH, PASSES = 16_000, 32, 10
WIDTHS = [(30, 128), (128, 64), (64, 1)]
x, y = read("w1_x.f32", (-1, 30)), read("w1_y.f32", (-1,))
orders = read("w1_perm.i32", (-1, ROWS))[:PASSES].astype(np.int64)
initial = weights("w1_init.f32", [shape for inputs, units in WIDTHS for shape in ((inputs, units), (units,))])
train_x, train_y, test_x, test_y = x[:ROWS], y[:ROWS], x[ROWS:], y[ROWS:] > 0.5


def by_keras():
    keras = keras_module()
    layers = [keras.layers.Dense(units, activation="relu" if units > 1 else "sigmoid") for _, units in WIDTHS]
    model = keras.Sequential([keras.layers.Input((30,))] + layers)
    model.set_weights(initial)
    if PEER == "keras":
        laps, losses = keras_loop(model, train_x, train_y, BATCH, PASSES, "binary_crossentropy", shuffle=True)
    else:
        model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy")
        laps = Laps()
        for order in orders:
            fit = model.fit(train_x[order], train_y[order], batch_size=BATCH, shuffle=False, verbose=0)
            laps.lap()
        losses = fit.history["loss"]
    return laps, losses[-1], np.mean((model.predict(test_x, verbose=0)[:, 0] > 0.5) == test_y)


def by_torch():
    torch = torch_module()
    layers = [torch.nn.Linear(*shape) for shape in WIDTHS]
    with torch.no_grad():
        for layer, weight, bias in zip(layers, initial[::2], initial[1::2]):
            layer.weight.copy_(torch.from_numpy(weight.T.copy()))
            layer.bias.copy_(torch.from_numpy(bias))
    model = torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1], torch.nn.ReLU(), layers[2])
    criterion = torch.nn.BCEWithLogitsLoss()

    def loss(features, targets):
        return criterion(model(features), targets)

    laps, losses = torch_loop(
        torch, torch.compile(loss) if PEER == "torch-compiled" else loss, model.parameters(),
        torch.from_numpy(train_x), torch.from_numpy(train_y)[:, None], BATCH, orders, fused=PEER != "torch")
    with torch.no_grad():
        right = (model(torch.from_numpy(test_x))[:, 0].numpy() > 0) == test_y
    return laps, losses[-1], right.mean()


def by_sklearn():
    import warnings
    from sklearn.neural_network import MLPClassifier
    warnings.filterwarnings("ignore")
    model = MLPClassifier((128, 64), batch_size=BATCH, max_iter=PASSES, alpha=0.0, epsilon=1e-7, tol=0,
                          n_iter_no_change=1000, random_state=42)
    laps = Laps()
    model.fit(train_x, train_y)
    laps.lap()
    for times in (laps.wall, laps.cpu):
        times[:] = [times[0] / PASSES] * PASSES
    return laps, model.loss_, model.score(test_x, test_y)


def by_jax():
    """One compiled call a pass, the steps in a scan: the fastest way to write it."""
    import jax
    import jax.numpy as jnp

    def logits(parameters, features):
        hidden = jax.nn.relu(features @ parameters[0] + parameters[1])
        hidden = jax.nn.relu(hidden @ parameters[2] + parameters[3])
        return (hidden @ parameters[4] + parameters[5])[:, 0]

    def loss(parameters, features, targets):
        z = logits(parameters, features)
        return jnp.mean(jnp.maximum(z, 0) - z * targets + jnp.log1p(jnp.exp(-jnp.abs(z))))

    state, step = jax_step(loss)

    @jax.jit
    def one_pass(parameters, optimiser, features, targets, order):
        def body(carried, rows):
            parameters, optimiser, value = step(*carried, features[rows], targets[rows])
            return (parameters, optimiser), value
        carried, values = jax.lax.scan(body, (parameters, optimiser), order.reshape(-1, BATCH))
        return *carried, values.mean()

    parameters = [jnp.asarray(values) for values in initial]
    optimiser, features, targets = state(parameters), jnp.asarray(train_x), jnp.asarray(train_y)
    laps = Laps()
    for order in orders:
        parameters, optimiser, mean = one_pass(parameters, optimiser, features, targets, jnp.asarray(order))
        mean = float(mean)
        laps.lap()
    return laps, mean, np.mean((np.asarray(logits(parameters, jnp.asarray(test_x))) > 0) == test_y)


FAMILIES = {"keras": by_keras, "torch": by_torch, "sklearn": by_sklearn, "jax": by_jax}
laps, loss, accuracy = FAMILIES[PEER.split("-")[0]]()
report("W1", laps, ROWS * PASSES, cold=PASSES, loss=loss, accuracy=accuracy)
