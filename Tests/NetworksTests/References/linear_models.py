"""Ridge and logistic regression in scikit-learn, on data from the formula; prints the quoted numbers."""
import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from formula import even, features

f = lambda v: np.asarray(v, dtype=np.float32).astype(np.float64)
x = f(features(120, 4, start=5000))
noise = np.array([2 * even(9000 + i) - 1 for i in range(120)])
y = f(1.5 * x[:, 0] - 2 * x[:, 1] + 0.25 * x[:, 2] + 3 + 0.5 * noise)
w = f([0.5 + even(9500 + i) for i in range(120)])
show = lambda *a: print(*[np.array2string(np.atleast_1d(v), precision=9, separator=", ", max_line_width=200) for v in a])
for name, kw, sw in [("ridge 1", dict(alpha=1.0), None), ("ridge weighted", dict(alpha=2.5), w / w.mean())]:
    m = Ridge(**kw).fit(x, y, sample_weight=sw)
    print(name); show(m.coef_, m.intercept_)
wide = f(features(6, 9, start=7000))
m = Ridge(alpha=0.5).fit(wide, y[:6]); print("ridge wide"); show(m.coef_, m.intercept_)
label = (x[:, 0] - x[:, 1] + noise > 0).astype(int)
kw = dict(tol=1e-10, max_iter=10000)
m = LogisticRegression(C=1.0, **kw).fit(x, label); print("binary"); show(m.coef_, m.intercept_, m.predict_proba(x)[:3, 1])
m = LogisticRegression(C=2.0, **kw).fit(x, label, sample_weight=w / w.mean()); print("weighted"); show(m.coef_, m.intercept_)
three = np.digitize(x[:, 0] + 0.5 * x[:, 2] + 0.5 * noise, [-0.3, 0.4])
m = LogisticRegression(C=1.0, **kw).fit(x, three); print("three", np.bincount(three)); show(m.coef_.T, m.intercept_, m.predict_proba(x)[:2])

# Sparse rows: a tenth of the values of a wide table, the first column common and far from zero.
from scipy.sparse import csr_matrix


def sparse(rows, columns, start):
    dense = f(features(rows, columns, start=start))
    kept = np.array([even(start + 500_000 + i) < 0.1 for i in range(rows * columns)]).reshape(rows, columns)
    dense = np.where(kept, dense, 0)
    dense[:, 0] = np.where(np.arange(rows) % 3 == 0, 0, 2 + dense[:, 0])
    return csr_matrix(dense)


s = sparse(150, 40, 40_000)
noise = np.array([2 * even(60_000 + i) - 1 for i in range(150)])
w = f([0.5 + even(61_000 + i) for i in range(150)])
signal = np.asarray(s[:, :8].sum(axis=1)).ravel() - 1.5 + 0.5 * noise
y = f(2 * signal + 1)
exact = dict(solver="newton-cholesky", tol=1e-13, max_iter=1000)
show = lambda *a: print(*[np.array2string(np.atleast_1d(v).ravel(), precision=10, separator=", ", max_line_width=110, threshold=10_000) for v in a], sep="\n")
m = Ridge(alpha=0.7).fit(s.toarray(), y, sample_weight=w / w.mean()); print("sparse ridge"); show(m.coef_[:6], m.intercept_)
label = (signal > 0).astype(int)
m = LogisticRegression(C=2.0, **exact).fit(s.toarray(), label, sample_weight=w / w.mean()); print("sparse binary", label.mean()); show(m.coef_[0][:6], m.intercept_, m.predict_proba(s)[:3, 1])
three = np.digitize(signal, [-0.4, 0.4])
m = LogisticRegression(C=1.0, **exact).fit(s.toarray(), three); print("sparse three", np.bincount(three)); show(m.coef_.T[:3], m.intercept_, m.predict_proba(s)[:2])
wide = sparse(90, 1_100, 70_000)
y = f([2 * even(62_000 + i) + 1 for i in range(90)]) + np.asarray(wide[:, 0].todense()).ravel()
m = Ridge(alpha=0.3).fit(wide.toarray(), f(y)); print("sparse wide ridge"); show(m.coef_[:6], m.coef_.sum(), m.intercept_)
