"""Submits the training to a Ray cluster: python ray/train_ray.py --workers 4 [--gpu] -- --model target

The project's folder must be at the same path on every machine, as on a shared disk.
"""

import argparse
import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
# This folder is called ray as well and must not hide the package.
sys.path = [place for place in sys.path if Path(place or ".").resolve() != PROJECT / "ray"]

from ray.train import RunConfig, ScalingConfig  # noqa: E402
from ray.train.torch import TorchTrainer  # noqa: E402


def train_on_worker(settings):
    # Ray has formed the process group; the code is the one torchrun starts.
    sys.path.insert(0, settings["project"])
    os.chdir(settings["project"])
    import train

    train.main(settings["words"])


def main():
    words = sys.argv[1:]
    cut = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--gpu", action="store_true", help="one GPU for each worker")
    options = parser.parse_args(words[:cut])
    TorchTrainer(
        train_on_worker,
        train_loop_config={"project": str(PROJECT), "words": words[cut + 1:]},
        scaling_config=ScalingConfig(num_workers=options.workers, use_gpu=options.gpu),
        run_config=RunConfig(name="surefoot", storage_path=str(PROJECT / "out" / "ray")),
    ).fit()


if __name__ == "__main__":
    main()
