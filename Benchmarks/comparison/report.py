"""The tables of RESULTS.md."""
import datetime
import statistics

from comparison import machine, targets
from comparison.tasks import OURS, PEERS

TITLES = {
    "W1": "W1: Dense 128 – 64 – 1 on 16,000 rows of 30, batch 32, 10 passes",
    "W2": "W2: two convolutions and two dense layers on 28 × 28 pictures, batch 64",
    "W3": "W3: Transformer encoder, 2 layers of width 128 on 64 tokens, batch 32",
    "W4": "W4: Dense 1024 – 1024 – 10 on rows of 784, batch 256",
    "W5": "W5: 100 boosted trees of 31 leaves on 80,000 rows of 30",
    "W6": "W6: from a CSV file to test accuracy, the whole process",
    "gemm": "The product of 256 × 1024 by 1024 × 1024 floats",
}


def markdown(header, rows):
    """A table; nothing for no rows."""
    if not rows:
        return ""
    lines = [header, ["---"] + ["---:"] * (len(header) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def spread(values, digits):
    if not values:
        return "–"
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{middle:,.{digits}f} ({low:,.{digits}f} – {high:,.{digits}f})"


def number(value, digits):
    return "–" if value is None else f"{value:,.{digits}f}"


def speed_table(figures, workload, threads):
    header = [f"{workload}, {targets.cores(threads)}", "rows a second", "ours is faster", "CPU µs a row", "ratio",
              "with start-up, s", "whole process, s", "loss", "accuracy", "peak MiB"]
    rows = []
    for peer in figures.peers(workload, threads):
        place = (workload, peer, threads)
        ratio, cpu = figures.ratio(*place), figures.ratio(*place, field="cpu")
        peak = figures.median(*place, "peak_rss_kib")
        rows.append([
            peer, spread(figures.values(*place, "speed"), 0), f"{ratio[0]:.2f}" if ratio else "–",
            number(figures.median(*place, "cpu"), 1), f"{cpu[0]:.2f}" if cpu else "–",
            number(figures.median(*place, "train_s"), 2), number(figures.median(*place, "process_s"), 1),
            number(figures.median(*place, "loss"), 5), number(figures.median(*place, "test_acc"), 4),
            number(peak / 1024 if peak else None, 0)])
    return markdown(header, rows)


def process_table(figures):
    header = ["W6, one core", "whole process, s", "ours is faster", "CPU, s", "ratio", "accuracy"]
    rows = []
    for peer in figures.peers("W6", 1):
        ratios = [figures.ratio("W6", peer, 1, field) for field in ("process_s", "process_cpu_s")]
        rows.append([peer, spread(figures.values("W6", peer, 1, "process_s"), 2), f"{ratios[0][0]:.1f}",
                     number(figures.median("W6", peer, 1, "process_cpu_s"), 2), f"{ratios[1][0]:.1f}",
                     number(figures.median("W6", peer, 1, "test_acc"), 4)])
    return markdown(header, rows)


def product_table(figures):
    rows = [[peer, str(threads), spread(figures.values("gemm", peer, threads, "gigaflops"), 1)]
            for threads in (1, 2) for peer in figures.peers("gemm", threads)]
    return markdown(["program", "cores", "GFLOP/s"], rows)


def memory_table(figures):
    """Peak memory of the whole process beside PyTorch's, and what the plan said beside what training took."""
    rows = []
    for workload in ("W1", "W2", "W3", "W4"):
        ours, torch = (figures.median(workload, peer, 1, "peak_rss_kib") for peer in (OURS, "torch"))
        if ours is None:
            continue
        planned, used = (figures.median(workload, OURS, 1, field) for field in ("arena_bytes", "used_bytes"))
        rows.append([workload, number(ours / 1024, 0), number(torch / 1024 if torch else None, 0),
                     f"{torch / ours:.1f}" if torch else "–", number(planned / 2**20 if planned else None, 1),
                     number(used / 2**20 if used is not None else None, 1)])
    header = ["one core", "ours, peak MiB", "PyTorch, peak MiB", "PyTorch over ours", "planned for training, MiB",
              "taken while training, MiB"]
    return markdown(header, rows)


def scaling_table(figures):
    rows = []
    for workload in ("W1", "W2", "W3", "W4", "W5"):
        one, two = (figures.median(workload, OURS, threads, "speed") for threads in (1, 2))
        if one and two:
            rows.append([workload, number(one, 0), number(two, 0), f"{two / one:.2f}"])
    return markdown(["ours", "rows a second, one core", "two cores", "ratio"], rows)


def size_tables(figures):
    parts = []
    growth = figures.values("growth", OURS, 1, "us_per_row")
    if growth:
        sizes = list(growth[0])
        middle = {size: statistics.median(line[size] for line in growth) for size in sizes}
        low = min(middle.values())
        rows = [[f"{int(size):,}", f"{middle[size]:.2f}", f"{middle[size] / low:.2f}"] for size in sizes]
        parts.append("Growth: one pass over rows of 50 features, one core.\n\n" + markdown(
            ["rows", "CPU µs a row", "over the lowest"], rows))
    peak = figures.median("stream", OURS, 1, "peak_rss_kib")
    if peak:
        data = figures.median("stream", OURS, 1, "data_bytes") / 2**20
        rows = figures.median("stream", OURS, 1, "rows")
        speed = figures.median("stream", OURS, 1, "speed")
        parts.append(f"Stream: {rows:,.0f} rows of 50 features from a file, {data:,.0f} MiB on disk: peak "
                     f"{peak / 1024:,.0f} MiB of the whole process (data minus peak: {data - peak / 1024:,.0f} MiB), "
                     f"{speed:,.0f} rows a second.")
    return parts


def document(figures, rounds, command, only):
    """The whole of RESULTS.md, or of the workloads asked for."""
    others = [line["others"] for lines in figures.lines.values() for line in lines if "others" in line]
    busy = f" Other programs used {statistics.median(others):.2f} cores at the median run, {max(others):.2f} at most." \
        if others else ""
    today = datetime.date.today().isoformat()
    parts = [
        "# The training engine beside others", machine.description(),
        f"{today}, `{command}`. Medians (lowest – highest) of {rounds} rounds; the programs take turns within a "
        f"round, each in a process of its own, pinned to as many cores as it has threads.{busy}",
        "Rows a second are those of the warm pass: after the first one for the peers, so that neither compilation nor "
        "tracing counts; all of training for ours, the taking of memory included. A ratio above 1 says that ours is "
        "better. \"With start-up\" is the first training, compilation included. Initial weights and the order of rows "
        "are shared, except by keras in W1, which shuffles by itself (keras-order, run once, is in the shared "
        "order), scikit-learn and W6.",
        "## Targets", markdown(["", "measured", "by CPU time", "at least", ""], targets.judged(figures, only))]
    for workload, by_threads in PEERS.items():
        if (workload, OURS, 1) in figures.faults:
            parts.append(f"## {TITLES.get(workload, workload)}\n\n{figures.faults[workload, OURS, 1]}.")
        elif workload in TITLES and figures.peers(workload, 1):
            parts.append("## " + TITLES[workload])
            special = {"W6": process_table, "gemm": product_table}.get(workload)
            parts += [special(figures)] if special else [
                speed_table(figures, workload, threads) for threads in (1, 2) if figures.peers(workload, threads)]
    for title, tables in [("Memory", [memory_table(figures)]), ("Two cores", [scaling_table(figures)]),
                          ("Many rows", size_tables(figures))]:
        if any(tables):
            parts += ["## " + title, *tables]
    broken = [f"- {' '.join(map(str, place))}: {fault}" for place, fault in figures.faults.items() if place[1] != OURS]
    if broken:
        parts.append("## Programs that did not run\n\n" + "\n".join(broken))
    return "\n\n".join(parts) + "\n"
