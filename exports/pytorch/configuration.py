"""The project's configuration: every number comes from config.toml, none is written in the code."""

import json
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def load_configuration():
    """config.toml as nested dictionaries."""
    with open(ROOT / "config.toml", "rb") as file:
        return tomllib.load(file)


def load_json(name):
    """A JSON file of the data folder."""
    with open(ROOT / "data" / name, encoding="utf-8") as file:
        return json.load(file)
