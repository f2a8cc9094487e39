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
