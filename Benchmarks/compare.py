"""Runs every framework in turn, several rounds side by side, and prints and writes the comparison.

Usage: compare.py DATA_FOLDER SUREFOOT_BENCHMARK PYTHON ROUNDS RESULTS.md
"""
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time

data, ours, python, rounds, results = sys.argv[1:6]
here = os.path.dirname(os.path.abspath(__file__))
pin = ["taskset", "-c", "0"] if hasattr(os, "sched_getaffinity") else []


def peer(script, *more):
    return [python, os.path.join(here, "peers", script), data, *more]


COMMANDS = [[ours, data], peer("torch_peer.py", "plain"), peer("torch_peer.py", "fused"), peer("sklearn_peer.py"),
            peer("keras_peer.py")]


def run(command):
    """The command's JSON line, with the whole process's wall-clock and processor seconds."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(pin + command, capture_output=True, text=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    line = json.loads(done.stdout.strip().splitlines()[-1])
    line["process"] = wall
    line["process_cpu"] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return line


lines = {}
for round_number in range(int(rounds)):
    for command in COMMANDS:
        line = run(command)
        lines.setdefault(line["peer"], []).append(line)
        print(f"round {round_number + 1}: {line['peer']}: {line['seconds']:.3f} s", file=sys.stderr, flush=True)
# Keras is timed with its own shuffling; its loss is compared in the shared order, in a run that is not timed.
shared = run(peer("keras_peer.py", "same-order"))
for line in lines[shared["peer"]]:
    line["loss"] = shared["loss"]


def median(name, field):
    return statistics.median(line[field] for line in lines[name])


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            return next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


first = next(iter(lines))
header = ["", "training, s (lowest – highest)", "ratio", "training, CPU s", "ratio", "whole process, s", "ratio",
          "final loss", "accuracy"]
table = [header, ["---"] + ["---:"] * (len(header) - 1)]
for name in lines:
    row = [name]
    for field, spread in (("seconds", True), ("cpu", False), ("process", False)):
        text = f"{median(name, field):.3f}"
        if spread:
            values = [line[field] for line in lines[name]]
            text += f" ({min(values):.3f} – {max(values):.3f})"
        row += [text, f"{median(name, field) / median(first, field):.1f}"]
    table.append(row + [f"{median(name, 'loss'):.5f}", f"{median(name, 'accuracy'):.4f}"])
text = f"""# The reference network, side by side

Dense 128 ReLU – Dense 64 ReLU – Dense 1 sigmoid, Adam 0.001, binary cross-entropy, batch 32, 10 epochs, on 16,000
training rows of 30 features (20,000 rows, 80/20 split with seed 42). Every process on one core with one thread;
medians of {rounds} rounds, the frameworks in turn within a round. A ratio is a framework's median over ours. CPU
seconds do not count the time other programs took, so they are the ones to read on a busy machine. The loss is
the last epoch's mean from the same initial weights and batches; scikit-learn draws its own.

{processor()}, {platform.system()} {platform.machine()}. Made by `make benchmark`.

"""
text += "\n".join("| " + " | ".join(row) + " |" for row in table) + "\n"
with open(results, "w") as file:
    file.write(text)
print(text)
