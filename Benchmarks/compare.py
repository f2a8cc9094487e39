"""Runs the engine and the other frameworks in turn, several rounds side by side, and writes the comparison.

Usage: compare.py DATA_FOLDER SUREFOOT_BENCHMARK RESULTS.md

The environment says how: ROUNDS (5), RESUME=1 to go on with a run that was cut off, ONLY=W1,W4 for some workloads,
FULL=1 for all rows where fewer are the rule. Every run's figures are kept in DATA_FOLDER/results.jsonl.
"""
import os
import sys

from comparison.figures import Figures
from comparison.report import document
from comparison.rounds import cores, run_all
from comparison.tasks import tasks

data, ours, results = sys.argv[1:4]
setting = os.environ.get
rounds, full = int(setting("ROUNDS", "5")), setting("FULL") == "1"
only = set(filter(None, setting("ONLY", "").split(",")))
lines = run_all(
    tasks(len(cores()), only), rounds, os.path.join(data, "results.jsonl"),
    lambda task: task.command(data, ours, sys.executable, full), resume=setting("RESUME") == "1")
words = [f"{name}={setting(name)}" for name in ("ROUNDS", "ONLY", "FULL", "RESUME") if setting(name)]
text = document(Figures(lines), rounds, " ".join(words + ["make benchmark"]), only)
with open(results, "w") as file:
    file.write(text)
print(text)
