"""What is run in every round: one process for each workload, program and number of threads."""
import dataclasses
import os

OURS = "Surefoot"
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Rows of one pass where all of them would take the slowest peer too long; FULL=1 trains on all.
ROWS = {"W2": 3_840, "W3": 1_280, "W4": 15_360}
# The peers at one thread, and at two where a workload is worth splitting.
PEERS = {
    "W1": (["keras", "torch", "torch-fused", "sklearn", "jax"], ["torch-fused", "jax"]),
    "W2": (["torch", "keras", "jax"],) * 2,
    "W3": (["torch", "keras", "jax"],) * 2,
    "W4": (["torch", "keras", "jax"],) * 2,
    "gemm": (["numpy"],) * 2,
    "W5": (["lightgbm"],) * 2,
    "W6": (["keras", "torch"], []),
    "growth": ([], None),
    "stream": ([], None),
}
# Run in the first round alone: they compile for a minute, or only say whether the loss is the same.
ONCE = {("W1", "keras-order"), ("W1", "torch-compiled")}


@dataclasses.dataclass(frozen=True)
class Task:
    """One program on one workload."""
    workload: str
    peer: str
    threads: int

    @property
    def key(self):
        return f"{self.workload} {self.peer} {self.threads}"

    @property
    def once(self):
        return (self.workload, self.peer) in ONCE

    def command(self, data, ours, python, full):
        rows = None if full else ROWS.get(self.workload)
        if self.peer == OURS:
            command = [ours, self.workload, data, "--threads", str(self.threads)]
            return command + (["--rows", str(rows)] if rows else [])
        script = os.path.join(HERE, "peers", self.workload.lower() + ".py")
        return [python, script, self.peer, data, str(self.threads)] + ([str(rows)] if rows else [])

    def environment(self):
        """The process's variables; settings meant for our use of OpenBLAS are kept from numpy's."""
        values = dict(os.environ)
        if self.peer == "numpy":
            for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
                values.pop(name, None)
        return values


def tasks(cores, only):
    """All of them, ours before the peers of each workload."""
    result = []
    for workload, by_threads in PEERS.items():
        if only and workload not in only:
            continue
        for threads, peers in enumerate(by_threads, start=1):
            if peers is None or threads > cores:
                continue
            extra = [peer for name, peer in sorted(ONCE) if name == workload and threads == 1]
            result += [Task(workload, peer, threads) for peer in [OURS, *peers, *extra]]
    return result
