"""What the engine is to reach, and whether it did."""
import dataclasses
import statistics

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
    Target("W1", 1, "keras", 40), Target("W1", 1, "torch", 18), Target("W1", 1, "sklearn", 11),
    Target("W1", 1, "jax", 1.4),
    Target("W2", 1, "best", 1.8), Target("W2", 2, "best", 2),
    Target("W3", 1, "best", 1.5), Target("W3", 2, "best", 1.5),
    Target("W4", 1, "best", 1.1), Target("W4", 1, "torch", 1.3), Target("W4", 2, "best", 1.1),
    Target("W4", 2, "torch", 1.3),
    Target("W5", 1, "lightgbm", 0.9), Target("W5", 2, "lightgbm", 0.9),
]
WHOLE_PROCESS = [("keras", 30), ("torch", 15)]
ACCURACY_POINTS = 0.2
SCALING = {"W2": 1.8, "W3": 1.8, "W4": 1.8}
MEMORY = {"W1": 2, "W2": 2, "W3": 2, "W4": 2}
GROWTH = 1.1
STREAM_MIB = 2048
PRODUCT_SHARE = 0.85


def verdict(value, least):
    return "met" if value >= least else f"missed by {100 * (1 - value / least):.0f} %"


def cores(count):
    return "one core" if count == 1 else f"{count} cores"


def judged(figures, only):
    """Rows of what, measured, the same by processor time, asked, verdict; of the workloads asked for, if any are."""
    rows = [judged_speed(figures, target) for target in SPEED if not only or target.workload in only]
    for workload, least in SCALING.items():
        one, two = (figures.median(workload, OURS, threads, "speed") for threads in (1, 2))
        if one and two:
            rows.append(row(f"{workload}: speed on two cores over one", two / one, least))
    rows += [judged_product_share(figures, threads) for threads in (1, 2)]
    rows.append(judged_accuracy(figures))
    for peer, least in WHOLE_PROCESS:
        ratio, cpu = (figures.ratio("W6", peer, 1, field) for field in ("process_s", "process_cpu_s"))
        if ratio:
            rows.append(row(f"W6: whole process, {peer} over ours", ratio[0], least, by_cpu=f"{cpu[0]:.1f}"))
    for workload, least in MEMORY.items():
        peaks = [figures.median(workload, peer, 1, "peak_rss_kib") for peer in ("torch", OURS)]
        if all(peaks):
            rows.append(row(f"{workload}: peak memory, torch over ours", peaks[0] / peaks[1], least))
    return [each for each in rows + [judged_growth(figures), judged_stream(figures)] if each]


def row(what, value, bound, by_cpu="", at_most=False):
    """A measured value beside its bound, at least or at most."""
    reached = (bound / value if at_most else value / bound) if value else 1
    word = "met" if reached >= 1 else f"missed by {100 * (1 - reached):.0f} %"
    return [what, f"{value:.2f}", by_cpu, f"{'at most ' if at_most else ''}{bound:g}", word]


def judged_accuracy(figures):
    """How far the trees' test accuracy lies from LightGBM's, in points."""
    ours, theirs = (figures.median("W5", peer, 1, "test_acc") for peer in (OURS, "lightgbm"))
    if ours is None or theirs is None:
        return None
    return row("W5: accuracy below LightGBM's, points", max(0, 100 * (theirs - ours)), ACCURACY_POINTS, at_most=True)


def judged_growth(figures):
    """The highest of the times a row over the lowest, from a thousand to a million rows."""
    lines = figures.values("growth", OURS, 1, "us_per_row")
    if not lines:
        return None
    medians = [statistics.median(line[size] for line in lines) for size in lines[0]]
    return row("Time a row, 10³ to 10⁶ rows: highest over lowest", max(medians) / min(medians), GROWTH, at_most=True)


def judged_stream(figures):
    peak = figures.median("stream", OURS, 1, "peak_rss_kib")
    return peak and row("2 million rows of 50 as a stream: peak MiB", peak / 1024, STREAM_MIB, at_most=True)


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


def judged_product_share(figures, threads):
    """W4's operations a second over the better of the two rates of its largest product."""
    speed = figures.median("W4", OURS, threads, "speed")
    rates = [figures.median("gemm", peer, threads, "gigaflops") for peer in (OURS, "numpy")]
    rates = [rate for rate in rates if rate]
    if not speed or not rates:
        return None
    share = speed * W4_OPERATIONS / 1e9 / max(rates)
    what = f"W4, {cores(threads)}: share of the machine's matrix product ({max(rates):.0f} GFLOP/s)"
    return [what, f"{share:.2f}", "", f"{PRODUCT_SHARE:g}", verdict(share, PRODUCT_SHARE)]
