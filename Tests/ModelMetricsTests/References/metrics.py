"""scikit-learn's metrics on data from a formula; prints the numbers quoted in the tests.

Scores are rounded to 1/50 so that ties occur."""
import numpy as np
from sklearn import metrics as m


def even(i):
    h = (i * 2654435761 + 974711) % 2**32
    h ^= h >> 16
    h = h * 2246822519 % 2**32
    h ^= h >> 13
    h = h * 3266489917 % 2**32
    h ^= h >> 16
    return h / 2**32


n = 200
f = lambda v: np.asarray(v, np.float32).astype(float)
label = np.array([1 if even(i) < 0.35 else 0 for i in range(n)])
score = f([round((0.25 * label[i] + 0.7 * even(1000 + i)) * 50) / 50 for i in range(n)])
hard = (score >= 0.5).astype(int)
print("binary n", n, "positives", label.sum(), "distinct", len(set(score)))
print("accuracy %.12f" % m.accuracy_score(label, hard), "f1 %.12f" % m.f1_score(label, hard),
      "macro-f1 %.12f" % m.f1_score(label, hard, average="macro"))
print("auc %.12f" % m.roc_auc_score(label, score), "ap %.12f" % m.average_precision_score(label, score),
      "log-loss %.12f" % m.log_loss(label, np.clip(score, 1e-7, 1 - 1e-7)), "brier %.12f" % m.brier_score_loss(label, score))
print("confusion", m.confusion_matrix(label, hard).tolist())
fpr, tpr, thr = m.roc_curve(label, score, drop_intermediate=False)
print("roc points", len(fpr), "tpr at fpr index 10: %.12f %.12f threshold %.4f" % (fpr[10], tpr[10], thr[10]))
three = np.array([min(int(3 * even(2000 + i)), 2) for i in range(n)])
raw = np.array([[even(3000 + 3 * i + c) + 0.8 * (three[i] == c) + 0.05 for c in range(3)] for i in range(n)])
p = f(raw / raw.sum(1, keepdims=True))
hat = p.argmax(1)
print("three accuracy %.12f" % m.accuracy_score(three, hat), "macro-f1 %.12f" % m.f1_score(three, hat, average="macro"),
      "log-loss %.12f" % m.log_loss(three, p / p.sum(1, keepdims=True)),
      "auc %.12f" % np.mean([m.roc_auc_score(three == c, p[:, c]) for c in range(3)]))
actual = f([10 * even(4000 + i) for i in range(n)])
predicted = f(actual + np.array([2 * even(5000 + i) - 1 for i in range(n)]))
print("rmse %.12f" % m.mean_squared_error(actual, predicted) ** 0.5, "mae %.12f" % m.mean_absolute_error(actual, predicted),
      "r2 %.12f" % m.r2_score(actual, predicted))
