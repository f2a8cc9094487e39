"""The training loops of three frameworks, the same for every network: batches in the order given, all rows met."""
from common import Laps, keras_module


def torch_loop(torch, step_loss, parameters, x, y, batch, orders, fused=True, epsilon=1e-7):
    """Trains one pass for each order (a tensor of row numbers); returns the laps and the passes' mean losses."""
    optimiser = torch.optim.Adam(parameters, 1e-3, eps=epsilon, fused=fused or None)
    losses, laps = [], Laps()
    for order in orders:
        order, sums = torch.as_tensor(order), []
        for start in range(0, len(order), batch):
            rows = order[start:start + batch]
            optimiser.zero_grad(set_to_none=True)
            loss = step_loss(x[rows], y[rows])
            loss.backward()
            optimiser.step()
            sums.append(loss.detach() * len(rows))
        losses.append(torch.stack(sums).sum().item() / len(order))
        laps.lap()
    return laps, losses


def jax_adam(epsilon, rate=1e-3, beta1=0.9, beta2=0.999):
    """Adam as two functions: the initial state of parameters, and a step."""
    import jax
    import jax.numpy as jnp
    each = jax.tree_util.tree_map

    def state(parameters):
        return each(jnp.zeros_like, parameters), each(jnp.zeros_like, parameters), jnp.zeros((), jnp.float32)

    def step(parameters, gradients, state):
        first, second, count = state
        count = count + 1
        first = each(lambda m, g: beta1 * m + (1 - beta1) * g, first, gradients)
        second = each(lambda v, g: beta2 * v + (1 - beta2) * g * g, second, gradients)
        scaled = rate * jnp.sqrt(1 - beta2 ** count) / (1 - beta1 ** count)
        moved = each(lambda w, m, v: w - scaled * m / (jnp.sqrt(v) + epsilon), parameters, first, second)
        return moved, (first, second, count)

    return state, step


def jax_step(batch_loss, epsilon=1e-7):
    """One step as a function of parameters, the optimiser's state and a batch."""
    import jax
    state, adam = jax_adam(epsilon)

    def step(parameters, optimiser, x, y):
        loss, gradients = jax.value_and_grad(batch_loss)(parameters, x, y)
        parameters, optimiser = adam(parameters, gradients, optimiser)
        return parameters, optimiser, loss

    return state, step


def jax_loop(batch_loss, parameters, x, y, batch, passes, epsilon=1e-7):
    """Trains in order, one compiled call a step; returns the laps and the passes' mean losses."""
    import jax
    import jax.numpy as jnp
    state, step = jax_step(batch_loss, epsilon)
    compiled, optimiser = jax.jit(step, donate_argnums=(0, 1)), state(parameters)
    losses, laps = [], Laps()
    for _ in range(passes):
        sums = []
        for start in range(0, len(x), batch):
            rows = slice(start, start + batch)
            parameters, optimiser, loss = compiled(parameters, optimiser, x[rows], y[rows])
            sums.append(loss * len(x[rows]))
        losses.append(float(jnp.stack(sums).sum()) / len(x))
        laps.lap()
    return laps, losses


def keras_loop(model, x, y, batch, passes, loss, shuffle=False, epsilon=1e-7):
    """Trains with one call of fit; returns the laps and the passes' mean losses."""
    keras = keras_module()

    class Clock(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            self.laps = Laps()

        def on_epoch_end(self, epoch, logs=None):
            self.laps.lap()

    clock = Clock()
    model.compile(optimizer=keras.optimizers.Adam(1e-3, epsilon=epsilon), loss=loss)
    history = model.fit(x, y, batch_size=batch, epochs=passes, shuffle=shuffle, verbose=0, callbacks=[clock])
    return clock.laps, history.history["loss"]
