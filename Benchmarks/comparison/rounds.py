"""Runs the tasks in turn, round by round, and keeps every line of figures in a file."""
import json
import os
import resource
import shutil
import subprocess
import sys
import time

from comparison.tasks import OURS

# What a line says instead of figures.
NOT_THERE = "not in this program"
LIMIT_SECONDS = 900


def cores():
    """The processors this process may use."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else list(range(os.cpu_count() or 1))


def pinned(command, threads):
    """The command on as many processors as it has threads, where that can be said."""
    if not shutil.which("taskset"):
        return command
    return ["taskset", "-c", ",".join(map(str, cores()[:threads]))] + command


def machine_ticks():
    """Processor seconds that the whole machine has spent at work since it started; None where it does not say."""
    try:
        with open("/proc/stat") as file:
            user, nice, system = map(int, file.readline().split()[1:4])
        return (user + nice + system) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return None


def run(task, command):
    """A task's line of figures, with the whole process's seconds and what others took of the machine meanwhile."""
    before, ticks, start = resource.getrusage(resource.RUSAGE_CHILDREN), machine_ticks(), time.perf_counter()
    line = {"task": task.key, "workload": task.workload, "peer": task.peer, "threads": task.threads}
    try:
        done = subprocess.run(pinned(command, task.threads), capture_output=True, text=True, env=task.environment(),
                              timeout=LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        return line | {"error": f"took more than {LIMIT_SECONDS} s"}
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        if task.peer == OURS and "no workload" in done.stderr:
            return line | {"error": NOT_THERE}
        last = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
        return line | {"error": last[-300:]}
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    line |= json.loads(done.stdout.strip().splitlines()[-1])
    line |= {"peer": task.peer, "process_s": wall, "process_cpu_s": cpu}
    if ticks is not None:
        line["others"] = max(0.0, (machine_ticks() - ticks - cpu) / wall)
    return line


def kept(path):
    """The lines of an earlier run."""
    if not os.path.exists(path):
        return []
    with open(path) as file:
        return [json.loads(line) for line in file if line.endswith("\n")]


def run_all(tasks, rounds, path, command, resume):
    """Every task in every round; each line is in the file before the next task starts. Returns all lines."""
    lines = [line for line in kept(path) if "error" not in line] if resume else []
    with open(path, "w") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    done = {(line["round"], line["task"]) for line in lines}
    missing = set()
    for number in range(1, rounds + 1):
        for task in tasks:
            if (number, task.key) in done or task.workload in missing or task.once and number > 1:
                continue
            line = run(task, command(task)) | {"round": number}
            lines.append(line)
            with open(path, "a") as file:
                file.write(json.dumps(line) + "\n")
            if line.get("error") == NOT_THERE:
                missing.add(task.workload)
            print(f"round {number} of {rounds}: {task.key}: {told(line)}", file=sys.stderr, flush=True)
    return lines


def told(line):
    """One line for whoever watches."""
    if "error" in line:
        return line["error"]
    if "gigaflops" in line:
        return f"{line['gigaflops']:.1f} GFLOP/s"
    return f"{line['warm_s']:.3f} s" if "warm_s" in line else f"{line['process_s']:.1f} s"
