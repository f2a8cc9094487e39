"""What the engine is to reach, and whether it did."""
import dataclasses

from comparison.tasks import OURS

# Multiplications and additions of one row of W4, forward and backward; the features need no gradient.
W4_OPERATIONS = 3 * 2 * (784 * 1024 + 1024 * 1024 + 1024 * 10) - 2 * 784 * 1024


@dataclasses.dataclass(frozen=True)
class Target:
    """At least `least` times a peer's speed; `best` is the fastest peer."""
    workload: str
    threads: int
    peer: str
    least: float


SPEED = [
    Target("W1", 1, "keras", 40), Target("W1", 1, "torch", 18), Target("W1", 1, "torch-fused", 14),
    Target("W1", 1, "sklearn", 11), Target("W1", 1, "jax", 1.4), Target("W1", 2, "jax", 2),
    Target("W2", 1, "best", 1.8), Target("W2", 1, "torch", 2.5), Target("W2", 2, "best", 2),
    Target("W2", 2, "torch", 3),
    Target("W3", 1, "torch", 1.5), Target("W3", 2, "torch", 1.5),
    Target("W4", 1, "best", 1.1), Target("W4", 1, "torch", 1.3), Target("W4", 2, "best", 1.1),
    Target("W4", 2, "torch", 1.4),
    Target("W5", 1, "lightgbm", 0.9), Target("W5", 2, "lightgbm", 0.9),
]
SCALING = {"W2": 1.9}
PRODUCT_SHARE = 0.85


def verdict(value, least):
    return "met" if value >= least else f"missed by {100 * (1 - value / least):.0f} %"


def cores(count):
    return "one core" if count == 1 else f"{count} cores"


def judged(figures, only):
    """Rows of what, measured, the same by processor time, asked, verdict; of the workloads asked for, if any are."""
    rows = [judged_speed(figures, target) for target in SPEED if not only or target.workload in only]
    for workload, least in SCALING.items():
        if only and workload not in only:
            continue
        one, two = (figures.median(workload, OURS, threads, "speed") for threads in (1, 2))
        what = f"{workload}: speed on two cores over one"
        measured = [f"{two / one:.2f}", "", f"{least:g}", verdict(two / one, least)] if one and two else None
        rows.append([what, *(measured or ["not measured", "", f"{least:g}", ""])])
    for threads in (1, 2):
        row = product_share(figures, threads)
        if row:
            rows.append(row)
    return rows


def judged_speed(figures, target):
    """One row; processor time says more where other programs were busy, but only of one thread."""
    place = (target.workload, target.peer, target.threads)
    name = target.peer
    if target.peer == "best":
        place = (target.workload, figures.best_peer(target.workload, target.threads), target.threads)
        name = f"the fastest ({place[1]})" if place[1] else "the fastest"
    what = f"{target.workload}, {cores(target.threads)}: speed over {name}"
    ratio, cpu = figures.ratio(*place), figures.ratio(*place, field="cpu")
    if ratio is None:
        return [what, "not measured", "", f"{target.least:g}", ""]
    by_cpu = f"{cpu[0]:.2f}" if target.threads == 1 else ""
    measured = f"{ratio[0]:.2f} ({ratio[1]:.2f} – {ratio[2]:.2f})"
    return [what, measured, by_cpu, f"{target.least:g}", verdict(ratio[0], target.least)]


def product_share(figures, threads):
    """W4's operations a second over the better of the two rates of its largest product."""
    speed = figures.median("W4", OURS, threads, "speed")
    rates = [figures.median("gemm", peer, threads, "gigaflops") for peer in (OURS, "numpy")]
    rates = [rate for rate in rates if rate]
    if not speed or not rates:
        return None
    share = speed * W4_OPERATIONS / 1e9 / max(rates)
    what = f"W4, {cores(threads)}: share of the machine's matrix product ({max(rates):.0f} GFLOP/s)"
    return [what, f"{share:.2f}", "", f"{PRODUCT_SHARE:g}", verdict(share, PRODUCT_SHARE)]
