"""scikit-learn's decision trees on tables from the formula.

Prints the numbers quoted in DecisionTreeReferenceTests.swift.

Run from this folder with scikit-learn 1.4 or later installed.
"""
import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor
from formula import classes, features, numbers, weights

rows = 300
x, y, w = features(rows), numbers(rows), weights(rows)


def show(name, model, columns, target, weight=None):
    model.fit(x[:, columns], target, sample_weight=weight)
    tree = model.tree_
    found = []

    def walk(node):
        if tree.children_left[node] < 0:
            found.append(f"{tree.n_node_samples[node]}")
            return
        found.append(f"{tree.feature[node]}<={tree.threshold[node]:g}{'m' if tree.missing_go_to_left[node] else ''}")
        walk(tree.children_left[node])
        walk(tree.children_right[node])

    walk(0)
    p = model.predict_proba(x[:, columns]) if hasattr(model, "predict_proba") else model.predict(x[:, columns])
    print(name, " ".join(found), "sum", f"{np.sum(p**2):.8g}", "importance", np.round(model.feature_importances_, 6),
          "root", f"{tree.impurity[0]:.7g}")


show("gini", DecisionTreeClassifier(max_depth=3, min_samples_leaf=5, random_state=0), [0, 1], classes(rows, 3))
show("entropy", DecisionTreeClassifier(criterion="entropy", max_leaf_nodes=6, random_state=0), [0, 1, 2],
     classes(rows, 2))
show("variance", DecisionTreeRegressor(max_leaf_nodes=7, min_samples_leaf=8, random_state=0), [0, 1, 2], y)
show("weighted", DecisionTreeRegressor(max_depth=3, min_impurity_decrease=0.01, random_state=0), [0, 1], y, w)
