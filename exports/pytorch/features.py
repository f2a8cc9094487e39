"""Rows as numbers, as the pilot's encoder makes them: fitted on the training rows alone.

`python features.py` encodes the rows of data/reference.json and compares them with the pilot's own numbers.
"""

import math
from collections import Counter
from datetime import date

import numpy

from terms import terms

TEXTS = ("text", "nucleotides", "placed-nucleotides", "structure")
LIMIT = 10.0  # standard deviations an encoded value keeps: one wild cell must not throw a network off


def standardiser(values):
    """(mean, 1 / standard deviation); the second is 0 when the values do not vary."""
    values = numpy.asarray(values, dtype=numpy.float64)
    if values.size == 0:
        return 0.0, 0.0
    mean, deviation = values.mean(), values.std()
    return mean, 1 / deviation if deviation > 1e-12 * max(1, abs(mean)) else 0.0


def standardised(values, shift, scale):
    return numpy.clip((values - shift) * scale, -LIMIT, LIMIT).astype(numpy.float32)


def skewness(values):
    """The third standardised moment; 0 for fewer than three values."""
    if len(values) < 3 or values.std() == 0:
        return 0.0
    gaps = values - values.mean()
    return float((gaps**3).mean() / (gaps**2).mean() ** 1.5)


class NumberPart:
    """A number column: perhaps log(1 + x), the median for missing values, standardised, and a mark."""

    def __init__(self, values, rows):
        given = values[rows]
        present = given[~numpy.isnan(given)]
        skew = skewness(present)
        lowest = present.min() if present.size else 0
        # A long right tail of values that cannot be negative: sizes, counts, money.
        self.logarithm = bool(lowest >= 0 and skew > 2 and abs(skewness(numpy.log1p(present))) < skew)
        self.median = float(numpy.median(present)) if present.size else 0.0
        self.marks = 0 < present.size < len(rows)
        self.shift, self.scale = standardiser(self.filled(given))

    def filled(self, values):
        values = numpy.where(numpy.isnan(values), self.median, values)
        return numpy.sign(values) * numpy.log1p(numpy.abs(values)) if self.logarithm else values

    def encode(self, values):
        columns = []
        if self.scale > 0:
            columns.append(standardised(self.filled(values), self.shift, self.scale))
        if self.marks:
            columns.append(numpy.isnan(values).astype(numpy.float32))
        return columns


class LevelPart:
    """A category column as 0/1 columns: the thirty commonest levels, the others together, and missing."""

    def __init__(self, values, rows):
        counts = Counter(values[row] for row in rows)
        missing = counts.pop("", 0)
        seen = sorted(counts, key=lambda level: level.encode("utf-8"))
        # A level in fewer than one row in five hundred teaches nothing but that row.
        least = max(2, len(rows) // 500)
        common = sorted(seen, key=lambda level: -counts[level])[:30]
        kept = [level for level in seen if level in set(common) and counts[level] >= least]
        others = len(seen) - len(kept)
        self.places, self.other, self.missing, self.width = {}, None, None, 0
        if len(kept) == 2 and others == 0 and missing == 0:
            # Of two levels the first is what the second is not.
            self.places[kept[1]] = self.column()
        elif len(kept) + min(others, 1) + min(missing, 1) > 1:
            for level in kept:
                self.places[level] = self.column()
        if self.width and others:
            self.other = self.column()
        if 0 < missing < len(rows):
            self.missing = self.column()

    def column(self):
        self.width += 1
        return self.width - 1

    def encode(self, values):
        result = numpy.zeros((self.width, len(values)), dtype=numpy.float32)
        for row, value in enumerate(values):
            place = self.missing if value == "" else self.places.get(value, self.other)
            if place is not None:
                result[place, row] = 1
        return list(result)


class DatePart:
    """A date column as year, month, day of the week and, where times are written, the hour."""

    def __init__(self, values, rows):
        self.fits = [standardiser(part[rows][~numpy.isnan(part[rows])]) for part in self.parts(values)]

    @staticmethod
    def parts(values):
        """Written as 2024-03-05 or 2024-03-05T14.5, hours with the minutes as a fraction."""
        table = numpy.full((4, len(values)), numpy.nan)
        for row, value in enumerate(values):
            if value:
                day, _, hour = value.partition("T")
                year, month, day_of_month = (int(piece) for piece in day.split("-"))
                weekday = date(year, month, day_of_month).weekday()
                table[:, row] = (year + (month - 1) / 12, month, weekday, float(hour or 0))
        return table

    def encode(self, values):
        # A missing date stays at the mean, 0.
        return [numpy.nan_to_num(standardised(part, *fit)) for part, fit in zip(self.parts(values), self.fits)
                if fit[1] > 0]


class TermPart:
    """A text column as term weights, (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1), of length one.

    Salton and Buckley (1988); terms of a single training text, or of all, are left out.
    """

    def __init__(self, values, rows, limit, kind):
        self.kind = kind
        counts = Counter(term for row in rows for term in set(terms(values[row], kind)))
        # Words in every text do not tell texts apart; of letters and atoms every text has more or fewer.
        most = len(rows) - 1 if kind == "text" else len(rows)
        kept = sorted((-count, term) for term, count in counts.items() if 2 <= count <= most)[:limit]
        self.places = {term: place for place, (_, term) in enumerate(kept)}
        self.weights = [math.log((1 + len(rows)) / (1 - count)) + 1 for count, _ in kept]
        self.length = None
        if kind == "structure":
            self.sum_pieces([values[row] for row in rows])

    def sum_pieces(self, texts):
        """The pieces of a molecule add up: each count is divided by its usual size, all rows by their mean length."""
        squares, seen = numpy.zeros(len(self.weights)), numpy.zeros(len(self.weights))
        for text in texts:
            for term, count in self.counts(text).items():
                squares[self.places[term]] += count * count
                seen[self.places[term]] += 1
        self.weights = numpy.sqrt(seen / numpy.maximum(squares, 1))
        lengths = [sum((count * self.weights[self.places[term]]) ** 2 for term, count in self.counts(text).items())
                   for text in texts]
        self.length = numpy.sqrt(lengths).mean() or 1.0

    def counts(self, text):
        return Counter(term for term in terms(text, self.kind) if term in self.places)

    def encode(self, values):
        result = numpy.zeros((len(self.weights), len(values)), dtype=numpy.float32)
        for row, text in enumerate(values):
            for term, count in self.counts(text).items():
                place = self.places[term]
                if self.length is not None:
                    result[place, row] = count * self.weights[place] / self.length
                    continue
                result[place, row] = (1 + math.log(count)) * self.weights[place]
            length = numpy.linalg.norm(result[:, row])
            if self.length is None and length > 0:
                result[:, row] /= length
        return list(result)


class GridPart:
    """Pixels or sound features, each standardised by the training rows; constant ones are left out."""

    def __init__(self, grid, rows):
        given = grid[rows].astype(numpy.float64)
        means, variances = given.mean(0), given.var(0)
        self.kept = variances > 1e-8
        self.shift = means[self.kept]
        self.scale = 1 / numpy.sqrt(variances[self.kept])

    def encode(self, grid):
        return standardised(grid[:, self.kept], self.shift, self.scale)


class Encoder:
    """All parts of a data set; `terms_limit` terms are kept of a text data set, 300 of a text column."""

    def __init__(self, data, rows, terms_limit=2000):
        self.grid = GridPart(data.grid, rows) if data.grid is not None else None
        texts = sum(column.kind in TEXTS for column in data.columns)
        limit = terms_limit // max(1, texts) if data.modality == "text" else 300
        self.parts = []
        for column in data.columns:
            if column.kind in TEXTS:
                self.parts.append(TermPart(column.values, rows, limit, column.kind))
            else:
                part = {"number": NumberPart, "level": LevelPart, "date": DatePart}[column.kind]
                self.parts.append(part(column.values, rows))

    def encode(self, data):
        """Shape [rows, encoded columns], 32-bit."""
        if self.grid is not None:
            return self.grid.encode(data.grid)
        columns = []
        for column, part in zip(data.columns, self.parts):
            columns += part.encode(column.values)
        return numpy.stack(columns, axis=1)


class PlaceEncoder:
    """Pixels standardised channel by channel, or letters as 0/1 columns, for convolutions."""

    def __init__(self, data, rows, shape):
        self.shape = shape
        if data.grid is not None:
            given = data.grid[rows].reshape(-1, shape[-1])
            self.fits = [standardiser(channel) for channel in given.T]

    def encode(self, data):
        if data.grid is None:
            return self.letters(data.columns[0].values)
        pixels = data.grid.reshape(-1, self.shape[-1])
        columns = [standardised(channel, *fit) for channel, fit in zip(pixels.T, self.fits)]
        return numpy.stack(columns, axis=1).reshape(len(data.grid), -1)

    def letters(self, values):
        """Unknown letters, and missing ones at the end, are a quarter in each column."""
        length = self.shape[0]
        result = numpy.full((len(values), length, 4), 0.25, dtype=numpy.float32)
        for row, text in enumerate(values):
            for place, letter in enumerate(text.upper().replace("U", "T")[:length]):
                if letter in "ACGT":
                    result[row, place] = [letter == other for other in "ACGT"]
        return result.reshape(len(values), -1)


def largest_gap():
    """The largest difference from the pilot's own encoding of its first test rows."""
    from configuration import load_json
    from data import load_data

    data = load_data()
    reference = load_json("reference.json")
    encoded = Encoder(data.training_source, data.training_rows).encode(data.test_source)
    return float(numpy.abs(encoded[reference["rows"]] - numpy.array(reference["values"])).max())


if __name__ == "__main__":
    print(f"largest difference from the pilot's encoding: {largest_gap():.2g}")
