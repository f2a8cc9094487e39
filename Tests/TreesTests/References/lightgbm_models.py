"""LightGBM on tables from the formula; prints the numbers quoted in LightGBMReferenceTests.swift.

Run from this folder with lightgbm 4 installed.
"""
import lightgbm
import numpy as np
from formula import classes, features, numbers, weights

rows = 600
x = features(rows)
common = dict(num_leaves=8, learning_rate=0.1, min_data_in_leaf=1, min_sum_hessian_in_leaf=4.5, min_data_in_bin=1,
              max_bin=255, verbose=-1, num_threads=1, deterministic=True, force_col_wise=True, seed=1)


def run(name, columns, y, rounds=30, weight=None, categorical=None, start=0, **more):
    init = np.full(rows, start) if start else None
    data = lightgbm.Dataset(x[:, columns], y, weight=weight, init_score=init,
                            categorical_feature=categorical or "auto", params=common)
    model = lightgbm.train({**common, **more}, data, rounds)
    p = start + model.predict(x[:, columns])
    print(name, [float(f"{v:.7g}") for v in np.ravel(p)[: 9 if p.ndim > 1 else 4]], "sum",
          f"{np.sum(np.asarray(p)**2):.8g}",
          "gain", [float(f"{v:.6g}") for v in model.feature_importance("gain")],
          "splits", list(map(int, model.feature_importance("split"))))


y, two, three, w = numbers(rows), classes(rows, 2), classes(rows, 3), weights(rows)
print("targets", y[:4], y.sum(), two.sum(), np.bincount(three.astype(int)), w[:3])
run("numeric", [0, 1], y, objective="regression")
run("missing", [0, 1, 2], y, objective="regression", lambda_l2=1.5, lambda_l1=0.5)
run("weighted", [0, 1, 2], y, rounds=20, weight=w, objective="regression")
run("binary", [0, 1, 2], two, objective="binary")
run("three", [0, 1, 2], three, objective="multiclass", num_class=3)
run("levels", [0, 3], y, categorical=[1], objective="regression", cat_smooth=5, cat_l2=2, min_data_per_group=10)
run("huber", [0, 1, 2], y, objective="huber", alpha=0.5, start=np.median(y))
run("depth", [0, 1], two, objective="binary", max_depth=2, min_gain_to_split=0.5)
