"""W3: a Transformer encoder on documents of 64 tokens, batch 32, one pass in order and a warm one. Peers: keras, torch,
jax.

Vocabulary 8,000, width 128, learned positions, 2 layers (normalised after each addition) of 4 heads and 256 hidden
units, ReLU, the mean over positions, 2 classes, no dropout. Adam's epsilon is 1e-8 here.
"""
from common import PEER, ROWS, keras_module, read, report, torch_module, weights

import numpy as np
from loops import jax_loop, keras_loop, torch_loop

BATCH, VOCABULARY, LENGTH, WIDTH, HEADS, HIDDEN, LAYERS = 32, 8_000, 64, 128, 4, 256, 2
EPSILON = 1e-8
x, y = read("w3_t.i32", (-1, LENGTH), ROWS), read("w3_y.i32", (-1,), ROWS)
LAYER = [(3 * WIDTH, WIDTH), (3 * WIDTH,), (WIDTH, WIDTH), (WIDTH,), (HIDDEN, WIDTH), (HIDDEN,), (WIDTH, HIDDEN),
         (WIDTH,), (WIDTH,), (WIDTH,), (WIDTH,), (WIDTH,)]
initial = weights("w3_init.f32", [(LENGTH, WIDTH), (VOCABULARY, WIDTH), *(LAYER * LAYERS), (2, WIDTH), (2,)])


def by_torch():
    torch = torch_module()
    nn = torch.nn

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.positions = nn.Parameter(torch.empty(LENGTH, WIDTH))
            self.tokens = nn.Embedding(VOCABULARY, WIDTH)
            layer = nn.TransformerEncoderLayer(WIDTH, HEADS, HIDDEN, dropout=0.0, batch_first=True)
            self.encoder = nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False)
            self.head = nn.Linear(WIDTH, 2)

        def forward(self, tokens):
            return self.head(self.encoder(self.tokens(tokens) + self.positions).mean(1))

    model = Model()
    with torch.no_grad():
        for parameter, value in zip(model.parameters(), initial):
            parameter.copy_(torch.from_numpy(value))
    criterion = nn.CrossEntropyLoss()
    order = torch.arange(len(x))
    return torch_loop(torch, lambda a, b: criterion(model(a), b), model.parameters(),
                      torch.from_numpy(x.astype(np.int64)), torch.from_numpy(y.astype(np.int64)), BATCH,
                      [order, order], epsilon=EPSILON)


def by_keras():
    keras = keras_module()
    layers = keras.layers

    class Embedding(layers.Layer):
        def __init__(self):
            super().__init__()
            self.tokens, self.positions = layers.Embedding(VOCABULARY, WIDTH), layers.Embedding(LENGTH, WIDTH)

        def call(self, tokens):
            return self.tokens(tokens) + self.positions(keras.ops.arange(LENGTH))

    inputs = layers.Input((LENGTH,), dtype="int32")
    blocks = [Embedding()]
    hidden = blocks[0](inputs)
    for _ in range(LAYERS):
        attention, first, second = layers.MultiHeadAttention(HEADS, WIDTH // HEADS), *(
            layers.LayerNormalization(epsilon=1e-5) for _ in range(2))
        up, down = layers.Dense(HIDDEN, activation="relu"), layers.Dense(WIDTH)
        hidden = first(hidden + attention(hidden, hidden))
        hidden = second(hidden + down(up(hidden)))
        blocks.append((attention, up, down, first, second))
    head = layers.Dense(2, activation="softmax")
    model = keras.Model(inputs, head(layers.GlobalAveragePooling1D()(hidden)))
    blocks[0].positions.set_weights([initial[0]])
    blocks[0].tokens.set_weights([initial[1]])
    for number, (attention, up, down, first, second) in enumerate(blocks[1:]):
        packed, bias, out, out_bias, w1, b1, w2, b2, g1, n1, g2, n2 = initial[2 + 12 * number:14 + 12 * number]
        each = []
        for weight, offset in zip(np.split(packed, 3), np.split(bias, 3)):
            each += [weight.T.reshape(WIDTH, HEADS, -1), offset.reshape(HEADS, -1)]
        attention.set_weights(each_in_order(attention, each) + [out.T.reshape(HEADS, -1, WIDTH), out_bias])
        for layer, values in ((up, [w1.T, b1]), (down, [w2.T, b2]), (first, [g1, n1]), (second, [g2, n2])):
            layer.set_weights(values)
    head.set_weights([initial[-2].T, initial[-1]])
    return keras_loop(model, x, y, BATCH, 2, "sparse_categorical_crossentropy", epsilon=EPSILON)


def each_in_order(attention, query_key_value):
    """Keras lists the weights of query, value and key in an order of its own; the paths tell it."""
    place = {"query": 0, "key": 2, "value": 4}
    ordered = []
    for variable in attention.weights[:6]:
        name = variable.path.split("/")[-2]
        ordered.append(query_key_value[place[name] + (variable.path.endswith("bias"))])
    return ordered


def by_jax():
    import jax
    import jax.numpy as jnp

    def normalised(values, gain, offset):
        mean = values.mean(-1, keepdims=True)
        variance = ((values - mean) ** 2).mean(-1, keepdims=True)
        return (values - mean) * jax.lax.rsqrt(variance + 1e-5) * gain + offset

    def encoder(hidden, layer):
        packed, bias, out, out_bias, w1, b1, w2, b2, g1, n1, g2, n2 = layer
        parts = (hidden @ packed.T + bias).reshape(*hidden.shape[:2], 3, HEADS, -1).transpose(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].swapaxes(-1, -2) / np.sqrt(WIDTH // HEADS)
        mixed = (jax.nn.softmax(scores) @ parts[2]).transpose(0, 2, 1, 3).reshape(hidden.shape)
        hidden = normalised(hidden + mixed @ out.T + out_bias, g1, n1)
        return normalised(hidden + jax.nn.relu(hidden @ w1.T + b1) @ w2.T + b2, g2, n2)

    def loss(p, tokens, classes):
        hidden = p[1][tokens] + p[0]
        for number in range(LAYERS):
            hidden = encoder(hidden, p[2 + 12 * number:14 + 12 * number])
        logits = jax.nn.log_softmax(hidden.mean(1) @ p[-2].T + p[-1])
        return -jnp.mean(jnp.take_along_axis(logits, classes[:, None], 1))

    return jax_loop(loss, [jnp.asarray(values) for values in initial], x, y, BATCH, 2, epsilon=EPSILON)


laps, losses = {"keras": by_keras, "torch": by_torch, "jax": by_jax}[PEER]()
report("W3", laps, len(x), loss=losses[0])
