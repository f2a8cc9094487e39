"""Medians, spreads and ratios of the lines that the rounds left."""
import statistics

from comparison.tasks import OURS


class Figures:
    """The lines without a fault, by task."""

    def __init__(self, lines):
        self.lines = {}
        self.faults = {}
        for line in lines:
            place = (line["workload"], line["peer"], line["threads"])
            if "error" in line:
                self.faults[place] = line["error"]
            else:
                self.lines.setdefault(place, []).append(line)

    def values(self, workload, peer, threads, field):
        """A field of all rounds; `speed` is rows a second of the warm pass, `cpu` its processor µs a row."""
        def value(line):
            if field == "speed":
                return line["rows"] / line["warm_s"]
            if field == "cpu":
                return line["warm_cpu_s"] / line["rows"] * 1e6
            return line.get(field)
        found = [value(line) for line in self.lines.get((workload, peer, threads), [])]
        return [value for value in found if value is not None]

    def median(self, workload, peer, threads, field):
        values = self.values(workload, peer, threads, field)
        return statistics.median(values) if values else None

    def ratio(self, workload, peer, threads, field="speed"):
        """How many times better we are: the medians' ratio and its lowest and highest within a round; or None.

        Of `speed` ours over the peer's, of everything else the peer's over ours.
        """
        ours, theirs = (self.by_round(workload, name, threads, field) for name in (OURS, peer))
        if not ours or not theirs:
            return None

        def over(a, b):
            return a / b if field == "speed" else b / a
        both = [over(ours[number], theirs[number]) for number in ours if number in theirs]
        middle = over(statistics.median(ours.values()), statistics.median(theirs.values()))
        return middle, min(both, default=middle), max(both, default=middle)

    def by_round(self, workload, peer, threads, field):
        lines = self.lines.get((workload, peer, threads), [])
        return dict(zip([line["round"] for line in lines], self.values(workload, peer, threads, field)))

    def peers(self, workload, threads):
        """The programs that ran, ours first."""
        return [peer for name, peer, count in self.lines if (name, count) == (workload, threads)]

    def best_peer(self, workload, threads):
        """The fastest of the others, or None."""
        others = [peer for peer in self.peers(workload, threads) if peer != OURS]
        return max(others, key=lambda peer: self.median(workload, peer, threads, "speed"), default=None)
