"""The reference network as scikit-learn's MLPClassifier; it draws its own weights and order, so its loss may
differ a little. Usage: sklearn_peer.py FOLDER"""
import warnings

from common import BATCH, EPOCHS, Clock, load, report

from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
x, y, test, orders, _ = load()
model = MLPClassifier((128, 64), batch_size=BATCH, max_iter=EPOCHS, alpha=0.0, epsilon=1e-7, tol=0,
                      n_iter_no_change=1000, random_state=42)
tx, ty = x[orders[0]], y[orders[0]]
clock = Clock()
model.fit(tx, ty)
clock.stop()
report("scikit-learn", clock, model.loss_, model.score(x[test], y[test]))
