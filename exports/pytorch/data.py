"""The rows, the split and the folds of the pilot, read from the data folder."""

import csv
from dataclasses import dataclass, field

import numpy

from configuration import ROOT, load_configuration, load_json
from features import Encoder, PlaceEncoder

csv.field_size_limit(1 << 30)


@dataclass
class Column:
    """One column: `kind` is number, level, date, text or that of a sequence; a missing value is nan or the empty text."""

    name: str
    kind: str
    values: object


@dataclass
class Rows:
    """Labelled rows of one file: a table's columns, or a grid of equal-length numbers."""

    modality: str
    targets: numpy.ndarray
    columns: list = field(default_factory=list)
    grid: numpy.ndarray | None = None
    files: list = field(default_factory=list)


@dataclass
class Data:
    """What the pilot trained on and was tested on; row numbers count from 0."""

    training_source: Rows
    test_source: Rows
    training_rows: numpy.ndarray
    test_rows: numpy.ndarray
    folds: list
    classes: list
    task: str

    def encoded(self, rows=None, terms_limit=2000):
        """Encoded training and test features; `rows` narrows what the encoder is fitted on."""
        fitted = self.training_rows if rows is None else rows
        encoder = Encoder(self.training_source, fitted, terms_limit)
        training = encoder.encode(self.training_source)
        test = training if self.test_source is self.training_source else encoder.encode(self.test_source)
        return training, test[self.test_rows]

    def placed(self, rows, shape):
        """Training and test pixels or letters with their places kept, for convolutions."""
        encoder = PlaceEncoder(self.training_source, rows, shape)
        training = encoder.encode(self.training_source)
        test = training if self.test_source is self.training_source else encoder.encode(self.test_source)
        return training, test[self.test_rows]

    @property
    def test_targets(self):
        return self.test_source.targets[self.test_rows]


def load_data():
    """The pilot's rows and split."""
    settings = load_configuration()["data"]
    split = load_json("split.json")
    training = read_rows("rows", settings)
    separate = (ROOT / "data" / "test.csv").exists()
    test = read_rows("test", settings) if separate else training
    folds = [(numpy.array(fold["training"]), numpy.array(fold["held_out"])) for fold in split["folds"]]
    return Data(training, test, numpy.array(split["training"]), numpy.array(split["test"]), folds,
                settings["classes"], settings["task"])


def read_rows(name, settings):
    """One file's rows; its last column is the target."""
    with open(ROOT / "data" / f"{name}.csv", encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    header, cells = lines[0], lines[1:]
    targets = [line[-1] for line in cells]
    if settings["task"] == "regression":
        targets = numpy.array([float(target) for target in targets])
    else:
        index = {label: code for code, label in enumerate(settings["classes"])}
        targets = numpy.array([index[target] for target in targets])
    grid = ROOT / "data" / f"{name}.npy"
    if grid.exists():
        return Rows(settings["modality"], targets, grid=numpy.load(grid),
                    files=[line[0] for line in cells] if header[0] == "file" else [])
    columns = [
        Column(column, kind, typed([line[place] for line in cells], kind))
        for place, (column, kind) in enumerate(zip(header, settings["kinds"]))]
    return Rows(settings["modality"], targets, columns=columns)


def typed(values, kind):
    if kind != "number":
        return values
    return numpy.array([float(value) if value else numpy.nan for value in values])
