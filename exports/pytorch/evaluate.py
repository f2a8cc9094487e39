"""Scores predictions for the held-out rows with the pilot's metrics.

`python evaluate.py --model pilot` scores the last checkpoint again without training.
"""

import csv
import json

import torch

from configuration import load_configuration
from metrics import BY_TASK, interval


def predict(model, inputs, rows, team, settings):
    """Outputs for the rows, in their order and on every process."""
    model.eval()
    rows = torch.as_tensor(rows)
    mine, places = team.share(rows)
    parts = []
    with torch.no_grad():
        for some in mine.split(settings.get("rows_at_once", 256)):
            parts.append(model(inputs(some, team.device)).float())
        if not parts:
            parts.append(model(inputs(rows[:1], team.device)).float()[:0])
    return team.gather(torch.cat(parts), places, len(rows))


def report(which, scores, targets, folder, team, fold=None):
    """Prints every metric with its interval, and writes result.json and predictions.csv."""
    if not team.leads:
        return None
    configuration = load_configuration()
    settings = configuration["data"]
    expected = configuration.get("expected", {}).get(which) if fold is None else None
    result = {"model": which, "rows": len(targets), "metric": settings["metric"], "metrics": {}}
    print(f"{'metric':22} {'value':>8}  95 % interval")
    for name, metric in BY_TASK[settings["task"]].items():
        value, low, high = interval(metric, scores, targets, settings["seed"])
        if value is None:
            continue
        result["metrics"][name] = {"value": value, "low": low, "high": high}
        print(f"{name:22} {value:8.4f}  {low:.4f} to {high:.4f}")
    if expected:
        value = result["metrics"][settings["metric"]]["value"]
        result["expected"] = expected
        result["inside"] = expected["low"] <= value <= expected["high"]
        print(
            f"pilot's {settings['metric']}: {expected['value']:.4f}, {expected['low']:.4f} to"
            f" {expected['high']:.4f}; inside: {'yes' if result['inside'] else 'no'}")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "result.json").write_text(json.dumps(result, indent=2) + "\n")
    with open(folder / "predictions.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        names = [f"p({label})" for label in settings["classes"]]
        writer.writerow(["actual", *(names or ["predicted"])])
        writer.writerows([target, *row] for target, row in zip(targets.tolist(), scores.tolist()))
    return result


if __name__ == "__main__":
    from train import Run, arguments

    run = Run(arguments())
    run.load()
    run.take_best()
    run.score()
    run.team.end()
