"""The reference network in Keras on TensorFlow. Usage: keras_peer.py FOLDER [same-order]

Timed as people use it: one call of fit that shuffles by itself. With `same-order` it trains one epoch a call
in the shared order instead, which is slower and only says whether the loss is the same.
"""
import sys

from common import BATCH, EPOCHS, SHAPES, Clock, load, report

import numpy as np
import tensorflow as tf

tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
import keras

x, y, test, orders, weights = load()
layers = [keras.layers.Dense(units, activation="relu" if units > 1 else "sigmoid") for _, units in SHAPES]
model = keras.Sequential([keras.layers.Input((30,))] + layers)
model.set_weights(weights)
model.compile(optimizer=keras.optimizers.Adam(0.001), loss="binary_crossentropy")
settings = dict(batch_size=BATCH, verbose=0)
tx, ty = x[orders[0]], y[orders[0]]
clock = Clock()
if "same-order" in sys.argv:
    for order in orders:
        history = model.fit(x[order], y[order], epochs=1, shuffle=False, **settings)
else:
    history = model.fit(tx, ty, epochs=EPOCHS, **settings)
clock.stop()
accuracy = np.mean((model.predict(x[test], verbose=0)[:, 0] > 0.5) == (y[test] > 0.5))
report("Keras (TensorFlow)", clock, history.history["loss"][-1], accuracy)
