"""Assesses an example of each form of data, exports it, trains the pilot's network with one and with two
processes, and compares its metric with the pilot's interval. The scores of one and two processes are compared
after one epoch, where nothing but the order of sums can set them apart, and at the end, where a deep network
has amplified even that.

    python Benchmarks/export_check.py --surefoot .build/release/surefoot --out DIR [EXAMPLE …]

Needs an environment with the packages of an exported project's requirements.txt, which none of the project's
own tests needs. One thread a process, so that a small machine suffices.
"""

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = [
    "medical-disease-classification", "nlp-sentiment-analysis", "vision-image-classification",
    "speech-keyword-spotting", "medical-genomics", "medical-drug-discovery", "finance-fraud-detection",
]
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}


def run(words, folder):
    done = subprocess.run(words, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} in {folder}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def exported(surefoot, example, out):
    """The folder of an example's project."""
    store, project = out / "check.sqlite", out / example
    sheet = REPOSITORY / "Examples" / f"{example}.yaml"
    words = [surefoot, "assess", sheet, "--store", store, "--out", out / "report", "--language", "en"]
    text = run(words, out)
    name = re.search(r"Kept as (\w+)", text).group(1)
    run([surefoot, "export", name, "--to", "pytorch", project, "--approach", "small-network", "--force",
         "--store", store], out)
    return project


def trained(project, processes, words, out):
    """(result, scores of the held-out rows) of a training by so many processes."""
    launcher = [sys.executable] if processes == 1 else [
        sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    run([*launcher, "train.py", "--model", "pilot", *words, "--out", f"{out}-{processes}"], project)
    folder = project / f"{out}-{processes}" / "pilot"
    with open(folder / "predictions.csv", encoding="utf-8") as file:
        scores = [[float(cell) for cell in line[1:]] for line in list(csv.reader(file))[1:]]
    return json.loads((folder / "result.json").read_text()), scores


def both(project, words, out):
    """(results of one and two processes, largest difference of a score)."""
    (one, first), (two, second) = (trained(project, count, words, out) for count in (1, 2))
    return (one, two), max(abs(a - b) for left, right in zip(first, second) for a, b in zip(left, right))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--surefoot", default=REPOSITORY / ".build/release/surefoot", type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("examples", nargs="*", default=EXAMPLES)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    print("| example | metric | pilot | interval | one process | two processes | inside | gap, one epoch | at the end |")
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    missed = 0
    for example in options.examples:
        project = exported(options.surefoot.resolve(), example, options.out.resolve())
        encoding = run([sys.executable, "features.py"], project).split()[-1]
        _, early = both(project, ["--epochs", "1"], "epoch")
        (one, two), late = both(project, [], "out")
        expected, metric = one["expected"], one["metric"]
        values = [result["metrics"][metric]["value"] for result in (one, two)]
        inside = one["inside"] and two["inside"]
        missed += not inside
        print(
            f"| {example} | {metric} | {expected['value']:.4f}"
            f" | {expected['low']:.4f} to {expected['high']:.4f} | {values[0]:.4f} | {values[1]:.4f}"
            f" | {'yes' if inside else 'no'} | {early:.1g} | {late:.1g} |", flush=True)
        print(f"{example}: encoding differs by {encoding}", file=sys.stderr, flush=True)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
