"""The pilot's metrics with percentile bootstrap intervals."""

import numpy


def accuracy(scores, targets):
    return float((scores.argmax(1) == targets).mean())


def area_under_roc(scores, targets):
    """One class against the rest, averaged; of two classes the second one. None where a class is absent."""
    return over_classes(scores, targets, roc)


def area_under_pr(scores, targets):
    """Average precision: precision at each threshold weighted by the recall it adds."""
    return over_classes(scores, targets, average_precision)


def over_classes(scores, targets, metric):
    labels = [1] if scores.shape[1] == 2 else range(scores.shape[1])
    values = [metric(scores[:, label], targets == label) for label in labels]
    return None if any(value is None for value in values) else float(numpy.mean(values))


def ties(scores, positive):
    """Positives and negatives at each different score, best first."""
    order = numpy.argsort(-scores, kind="stable")
    ends = numpy.flatnonzero(numpy.append(numpy.diff(scores[order]) != 0, True))
    positives = numpy.diff(numpy.append(0, numpy.cumsum(positive[order])[ends]))
    negatives = numpy.diff(numpy.append(0, numpy.cumsum(~positive[order])[ends]))
    return positives, negatives


def roc(scores, positive):
    positives, negatives = ties(scores, positive)
    if positives.sum() == 0 or negatives.sum() == 0:
        return None
    above = numpy.cumsum(positives) - positives
    return float((negatives * (above + positives / 2)).sum() / (positives.sum() * negatives.sum()))


def average_precision(scores, positive):
    positives, negatives = ties(scores, positive)
    if positives.sum() == 0:
        return None
    found, passed = numpy.cumsum(positives), numpy.cumsum(positives + negatives)
    return float((positives * found / passed).sum() / positives.sum())


def class_f1(predicted, targets, label):
    both = (predicted == label).sum() + (targets == label).sum()
    return None if both == 0 else 2 * ((predicted == label) & (targets == label)).sum() / both


def f1(scores, targets):
    value = class_f1(scores.argmax(1), targets, 1)
    return None if value is None else float(value)


def macro_f1(scores, targets):
    values = [class_f1(scores.argmax(1), targets, label) for label in range(scores.shape[1])]
    return float(numpy.mean([value for value in values if value is not None]))


def log_loss(scores, targets):
    return float(-numpy.log(numpy.maximum(scores[numpy.arange(len(targets)), targets], 1e-7)).mean())


def rmse(scores, targets):
    return float(numpy.sqrt(((scores[:, 0] - targets) ** 2).mean()))


def mean_absolute_error(scores, targets):
    return float(numpy.abs(scores[:, 0] - targets).mean())


def r_squared(scores, targets):
    spread = ((targets - targets.mean()) ** 2).mean()
    return None if spread == 0 else float(1 - ((scores[:, 0] - targets) ** 2).mean() / spread)


CLASSIFICATION = {
    "accuracy": accuracy, "area-under-roc": area_under_roc, "area-under-pr": area_under_pr,
    "macro-f1": macro_f1, "log-loss": log_loss,
}
BY_TASK = {
    "binary": CLASSIFICATION | {"f1": f1},
    "multiclass": CLASSIFICATION,
    "regression": {"rmse": rmse, "mean-absolute-error": mean_absolute_error, "r-squared": r_squared},
}
LOWER_IS_BETTER = {"log-loss", "rmse", "mean-absolute-error"}


def interval(metric, scores, targets, seed, resamples=None):
    """(value, low, high): the metric and the 95 % of its resamples in the middle."""
    count = len(targets)
    resamples = resamples or min(2000, max(200, 10_000_000 // max(count, 1)))
    generator = numpy.random.default_rng(seed)
    values = []
    for _ in range(resamples):
        rows = generator.integers(0, count, count)
        value = metric(scores[rows], targets[rows])
        if value is not None:
            values.append(value)
    low, high = numpy.percentile(values, [2.5, 97.5]) if values else (numpy.nan, numpy.nan)
    return metric(scores, targets), float(low), float(high)
