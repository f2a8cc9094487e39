"""Fits the pilot's linear model with scikit-learn on the pilot's rows and scores the held-out ones."""

import numpy
from sklearn.linear_model import LogisticRegression, Ridge

from configuration import ROOT, load_configuration
from data import load_data
from evaluate import report
from parallel import Team

SPARSE_TERMS = 20_000  # terms of texts a linear model reads in the pilot, ten times a network's


def main():
    configuration = load_configuration()
    settings = configuration["linear"]
    data = load_data()
    training, test = data.encoded(terms_limit=SPARSE_TERMS)
    rows = data.training_rows
    targets = data.training_source.targets[rows]
    if data.task == "regression":
        model = Ridge(alpha=settings["l2"]).fit(training[rows], targets)
        scores = model.predict(test)[:, None]
    else:
        # The penalty is l2 / 2 · Σw² beside the sum of the losses, so that C is its inverse.
        model = LogisticRegression(C=1 / settings["l2"], max_iter=1000)
        model.fit(training[rows], targets)
        scores = numpy.asarray(model.predict_proba(test))
    report("linear", scores, data.test_targets, ROOT / "out" / "linear", Team())


if __name__ == "__main__":
    main()
