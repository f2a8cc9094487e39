"""W2: a convolutional network on 28 x 28 pictures, batch 64, one pass in order and a warm one. Peers: keras,
torch, jax.

Convolution 3 x 3 (32) - pooling 2 - convolution 3 x 3 (64) - pooling 2 - Dense 128 - 10, without padding, ReLU.
PyTorch runs channels-last with fused Adam, its fastest way here.
"""
from common import PEER, ROWS, keras_module, read, report, torch_module, weights

import numpy as np
from loops import jax_loop, keras_loop, torch_loop

BATCH = 64
x = read("w2_x.f32", (-1, 28, 28, 1), ROWS)
y = read("w2_y.i32", (-1,), ROWS)
initial = weights("w2_init.f32", [
    (3, 3, 1, 32), (32,), (3, 3, 32, 64), (64,), (1600, 128), (128,), (128, 10), (10,)])


def by_keras():
    layers = keras_module().layers
    model = keras_module().Sequential([
        layers.Input((28, 28, 1)), layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(),
        layers.Conv2D(64, 3, activation="relu"), layers.MaxPooling2D(), layers.Flatten(),
        layers.Dense(128, activation="relu"), layers.Dense(10, activation="softmax")])
    model.set_weights(initial)
    return keras_loop(model, x, y, BATCH, 2, "sparse_categorical_crossentropy")


def by_torch():
    torch = torch_module()
    nn = torch.nn
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 128), nn.ReLU(), nn.Linear(128, 10))
    kernels = [initial[0].transpose(3, 2, 0, 1), initial[2].transpose(3, 2, 0, 1)]
    # PyTorch flattens channels first.
    first = initial[4].reshape(5, 5, 64, 128).transpose(3, 2, 0, 1).reshape(128, 1600)
    values = [kernels[0], initial[1], kernels[1], initial[3], first, initial[5], initial[6].T, initial[7]]
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), values):
            parameter.copy_(torch.from_numpy(value.copy()))
    model = model.to(memory_format=torch.channels_last)
    pictures = torch.from_numpy(x.reshape(-1, 1, 28, 28)).to(memory_format=torch.channels_last)
    criterion = nn.CrossEntropyLoss()
    order = torch.arange(len(x))
    return torch_loop(torch, lambda a, b: criterion(model(a), b), model.parameters(), pictures,
                      torch.from_numpy(y.astype(np.int64)), BATCH, [order, order])


def by_jax():
    import jax
    import jax.numpy as jnp

    def convolution(values, kernel, bias):
        form = ("NHWC", "HWIO", "NHWC")
        return jax.nn.relu(jax.lax.conv_general_dilated(values, kernel, (1, 1), "VALID", dimension_numbers=form) + bias)

    def pooling(values):
        return jax.lax.reduce_window(values, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")

    def loss(p, pictures, classes):
        hidden = pooling(convolution(pictures, p[0], p[1]))
        hidden = pooling(convolution(hidden, p[2], p[3])).reshape(len(pictures), -1)
        logits = jax.nn.relu(hidden @ p[4] + p[5]) @ p[6] + p[7]
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), classes[:, None], 1))

    return jax_loop(loss, [jnp.asarray(values) for values in initial], x, y, BATCH, 2)


laps, losses = {"keras": by_keras, "torch": by_torch, "jax": by_jax}[PEER]()
report("W2", laps, len(x), loss=losses[0])
