"""Boosted trees against LightGBM with the same settings, on tables of one's own.

Usage: trees_against_lightgbm.py TABLES SUREFOOT_BENCHMARK [SPLITS]

TABLES holds an index.json, a list of objects with id, path (a CSV file), target, task (classification or
regression), na, id_columns, train and test (files of row numbers). Both learn from the training rows with
their common presets and are scored on the test rows; then again on SPLITS (10) random splits of the
training rows alone, since few test rows decide little. AUC for two classes, macro-F1 for more, RMSE for numbers.
"""
import json
import os
import subprocess
import sys
import tempfile

import lightgbm
import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

tables, ours = sys.argv[1:3]
splits = int(sys.argv[3]) if len(sys.argv) > 3 else 10


def read(entry):
    """Features as float32 (levels coded, missing NaN), which columns are levels, and targets."""
    import csv
    with open(os.path.join(tables, entry["path"]), encoding=entry["encoding"], newline="") as file:
        header, *rows = list(csv.reader(file, delimiter=entry["sep"]))
    columns, categorical = [], []
    for place, name in enumerate(header):
        if name == entry["target"] or name in entry["id_columns"]:
            continue
        values = [row[place] for row in rows]
        try:
            columns.append([float(v) if v != entry["na"] else np.nan for v in values])
        except ValueError:
            levels = sorted(set(values) - {entry["na"]})
            # A text that nearly every row has to itself is no level.
            if len(levels) > 100:
                continue
            code = {level: k for k, level in enumerate(levels)}
            categorical.append(len(columns))
            columns.append([code.get(v, np.nan) for v in values])
    targets = [row[header.index(entry["target"])] for row in rows]
    if entry["task"] == "regression":
        y, objective, classes = np.array(targets, float), "regression", 1
    else:
        names = sorted(set(targets))
        if "positive" in entry:
            names = sorted(names, key=lambda n: n == entry["positive"])
        y, classes = np.array([names.index(t) for t in targets], float), len(names)
        objective = "binary" if classes == 2 else "multiclass"
    return np.array(columns, np.float32).T, categorical, y.astype(np.float32), objective, classes


def surefoot(x, y, test, categorical, objective, classes):
    with tempfile.TemporaryDirectory() as folder:
        for name, values in [("train_x", x), ("train_y", y), ("test_x", test)]:
            np.ascontiguousarray(values, np.float32).tofile(f"{folder}/{name}.f32")
        with open(f"{folder}/request.json", "w") as file:
            json.dump({"objective": objective, "classes": classes, "columns": x.shape[1],
                       "categorical": categorical}, file)
        subprocess.run([ours, "fit", folder], check=True, capture_output=True)
        return np.fromfile(f"{folder}/prediction.f32", np.float32).reshape(len(test), -1)


def lightgbm_(x, y, test, categorical, objective, classes):
    settings = {"objective": objective, "verbose": -1, "num_threads": 1, "deterministic": True,
                "force_col_wise": True}
    if objective == "multiclass":
        settings["num_class"] = classes
    data = lightgbm.Dataset(x, y, categorical_feature=categorical)
    return lightgbm.train(settings, data, 100).predict(test).reshape(len(test), -1)


def score(objective, y, predicted):
    if objective == "binary":
        return roc_auc_score(y, predicted[:, 0])
    if objective == "multiclass":
        return f1_score(y, predicted.argmax(1), average="macro")
    return float(np.sqrt(np.mean((predicted[:, 0].astype(float) - y) ** 2)))


with open(os.path.join(tables, "index.json")) as file:
    entries = [e for e in json.load(file) if e.get("modality") == "tabular"]
print("| table | metric | Surefoot | LightGBM | ratio | mean of %d splits | LightGBM | ratio |" % splits)
print("|---|---|---|---|---|---|---|---|")
for entry in entries:
    x, categorical, y, objective, classes = read(entry)
    train, test = (np.loadtxt(os.path.join(tables, entry[k]), dtype=int) for k in ("train", "test"))
    kind = (categorical, objective, classes)

    def both(train, test):
        return [score(objective, y[test], f(x[train], y[train], x[test], *kind)) for f in (surefoot, lightgbm_)]

    once, many = both(train, test), []
    for seed in range(splits):
        order = np.random.default_rng(seed).permutation(train)
        many.append(both(order[len(order) // 5:], order[:len(order) // 5]))
    mean = np.mean(many, axis=0) if many else [np.nan, np.nan]
    metric = {"binary": "AUC", "multiclass": "macro-F1", "regression": "RMSE"}[objective]
    digits = 0 if once[1] > 100 else 4
    numbers = [f"{v:.{digits}f}" for v in once] + [f"{once[0] / once[1]:.4f}"]
    numbers += [f"{v:.{digits}f}" for v in mean] + [f"{mean[0] / mean[1]:.4f}"]
    print(f"| {entry['id']} | {metric} | " + " | ".join(numbers) + " |", flush=True)
