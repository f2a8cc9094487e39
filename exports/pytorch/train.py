"""Trains the pilot's network or the target on the pilot's rows, on one process or on many.

    python train.py --model pilot
    torchrun --nproc-per-node 2 train.py --model target

A step takes the same rows of the same batch whatever the number of processes, so that one and many agree
up to rounding.
"""

import argparse

import numpy
import torch

from configuration import ROOT, load_configuration
from data import load_data
from evaluate import predict, report
from networks import set_places
from parallel import Team
from tasks import Task, model_and_inputs


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", choices=["pilot", "target"], default="target")
    parser.add_argument("--fold", type=int, help="train on this fold, from 1, and score its held-out rows")
    parser.add_argument("--epochs", type=int, help="instead of the configured number")
    parser.add_argument("--steps", type=int, help="end after so many steps, to try things out")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint")
    parser.add_argument("--from-config", action="store_true", help="random weights, no download")
    parser.add_argument("--tiny", action="store_true", help="few layers and random weights, for a try")
    parser.add_argument("--out", default="out", help="the folder for checkpoints and results")
    return parser.parse_args(words)


class Run:
    """One training: rows, model, optimiser and where it stands."""

    def __init__(self, options):
        configuration = load_configuration()
        if configuration[options.model]["kind"] in ("classical", "prompt"):
            raise SystemExit(f"config.toml has no network to train as [{options.model}]; see README.md")
        self.options, self.team = options, Team()
        self.settings = configuration[options.model] | {
            "from_config": options.from_config or options.tiny, "tiny": options.tiny}
        configuration[options.model] = self.settings
        self.data = load_data()
        self.rows, self.watched = self.choose_rows()
        self.targets = torch.from_numpy(self.data.training_source.targets)
        self.task = Task(self.data.task, self.data.classes, self.data.training_source.targets[self.rows])
        torch.manual_seed(self.settings["seed"])
        model, self.inputs, self.test_inputs = model_and_inputs(
            options.model, configuration, self.data, self.rows, self.task)
        self.model = model.to(self.team.device)
        self.team.copy_from_leader(self.model)
        # Dropout inside pretrained models: other masks on every process.
        torch.manual_seed(self.settings["seed"] + 1 + self.team.rank)
        self.weights = None
        if self.settings.get("class_weights"):
            self.weights = self.task.class_weights(self.data.training_source.targets[self.rows])
        self.optimiser = self.make_optimiser()
        self.folder = ROOT / options.out / options.model
        self.epochs = options.epochs or self.settings["epochs"]
        self.batches = -(-len(self.rows) // self.settings["batch"])
        self.epoch, self.step, self.best, self.waited = 0, 0, None, 0
        self.best_numbers = None
        counts = f"{len(self.rows)} training rows, {self.trained():,} trained numbers"
        self.log(f"{counts}, processes: {self.team.size}")

    def choose_rows(self):
        """Training rows, and rows to watch for stopping early; none where the epochs are fixed."""
        if self.options.fold:
            return self.data.folds[self.options.fold - 1][0], numpy.array([], dtype=int)
        if self.settings.get("patience"):
            return self.data.folds[0]
        return self.data.training_rows, numpy.array([], dtype=int)

    def make_optimiser(self):
        trained = [value for value in self.model.parameters() if value.requires_grad]
        rate = self.settings["learning_rate"]
        if self.settings["optimiser"] == "adamw":
            return torch.optim.AdamW(trained, lr=rate, weight_decay=self.settings["weight_decay"])
        if self.settings["optimiser"] == "sgd":
            return torch.optim.SGD(
                trained, lr=rate, momentum=0.9, weight_decay=self.settings["weight_decay"])
        return torch.optim.Adam(trained, lr=rate, eps=1e-7)

    def trained(self):
        return sum(value.numel() for value in self.model.parameters() if value.requires_grad)

    def log(self, text):
        if self.team.leads:
            print(text, flush=True)

    def train(self):
        if self.options.resume:
            self.load()
        while self.epoch < self.epochs and not self.is_done():
            loss = self.train_epoch()
            self.epoch += 1
            text = f"epoch {self.epoch}  loss {loss:.4f}"
            if len(self.watched):
                watched = self.watched_loss()
                self.remember(watched)
                text += f"  validation {watched:.4f}"
            self.log(text)
            self.save()
        self.take_best()

    def take_best(self):
        """Takes the best epoch's numbers where epochs were compared; the checkpoint has the last ones too."""
        if self.best_numbers:
            self.model.load_state_dict(self.best_numbers)

    def is_done(self):
        stopped = self.settings.get("patience") and self.waited >= self.settings["patience"]
        return stopped or (self.options.steps and self.step >= self.options.steps)

    def train_epoch(self):
        """One pass over the rows in an order drawn from seed and epoch; the mean loss."""
        self.model.train()
        generator = torch.Generator().manual_seed(self.settings["seed"] * 100_003 + self.epoch)
        order = torch.from_numpy(self.rows)[torch.randperm(len(self.rows), generator=generator)]
        total = torch.zeros((), device=self.team.device)
        for batch in order.split(self.settings["batch"]):
            total += self.train_batch(batch)
            self.step += 1
            if self.options.steps and self.step >= self.options.steps:
                break
        return float(self.team.gather(total[None], torch.zeros(1, dtype=int), 1)) / len(order)

    def train_batch(self, batch):
        """One step; returns the sum of this process's losses."""
        mine, places = self.team.share(batch)
        # Equally many parts on every process, because shared batch norms wait for each other.
        parts = -(-(-(-len(batch) // self.team.size)) // self.settings.get("rows_at_once", len(batch)))
        total = torch.zeros((), device=self.team.device)
        self.optimiser.zero_grad(set_to_none=True)
        for rows, where in zip(mine.tensor_split(parts), places.tensor_split(parts)):
            losses = self.losses(rows, where, len(batch))
            (losses.sum() / len(batch)).backward()
            total += losses.sum().detach()
        self.team.add_gradients(self.model)
        self.add_penalty()
        if "clip_norm" in self.settings:
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.settings["clip_norm"])
        self.set_rate()
        self.optimiser.step()
        return total

    def losses(self, rows, places, batch):
        set_places(self.model, self.settings["seed"], self.step, places, batch)
        device = self.team.device
        with torch.autocast(device.type, torch.bfloat16, enabled=self.uses_bfloat16()):
            outputs = self.model(self.inputs(rows, device))
        losses = self.task.losses(outputs.float(), self.targets[rows].to(device))
        if self.weights is not None:
            losses = losses * self.weights[self.targets[rows].long()].to(device)
        return losses

    def uses_bfloat16(self):
        return bool(self.settings.get("mixed_precision")) and self.team.device.type == "cuda"

    def add_penalty(self):
        """l2 / 2 · Σw² over weights, never biases, as in the pilot."""
        for name, value in self.model.named_parameters():
            if value.grad is not None and self.settings.get("l2") and value.ndim > 1 and "bias" not in name:
                value.grad.add_(value.detach(), alpha=self.settings["l2"])

    def set_rate(self):
        """A linear rise over the warm-up, then a linear fall to 0; constant without a warm-up."""
        if "warm_up" not in self.settings:
            return
        total = max(1, self.epochs * self.batches)
        rising = max(1, round(self.settings["warm_up"] * total))
        share = min((self.step + 1) / rising, max(0.0, (total - self.step) / max(1, total - rising)))
        for group in self.optimiser.param_groups:
            group["lr"] = self.settings["learning_rate"] * share

    def watched_loss(self):
        outputs = predict(self.model, self.inputs, self.watched, self.team, self.settings)
        return float(self.task.losses(outputs, self.targets[self.watched].to(self.team.device)).mean())

    def remember(self, loss):
        """Keeps the numbers of the best epoch so far."""
        if self.best is None or loss < self.best:
            self.best, self.waited = loss, 0
            numbers = self.model.state_dict()
            self.best_numbers = {name: value.detach().clone() for name, value in numbers.items()}
        else:
            self.waited += 1

    def save(self):
        if self.team.leads:
            self.folder.mkdir(parents=True, exist_ok=True)
            state = {
                "model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(),
                "epoch": self.epoch, "step": self.step, "best": self.best, "waited": self.waited,
                "best_numbers": self.best_numbers}
            torch.save(state, self.folder / "checkpoint.new")
            (self.folder / "checkpoint.new").replace(self.folder / "checkpoint.pt")

    def load(self):
        place = self.folder / "checkpoint.pt"
        if place.exists():
            state = torch.load(place, map_location=self.team.device, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.epoch, self.step, self.best = state["epoch"], state["step"], state["best"]
            self.waited, self.best_numbers = state["waited"], state["best_numbers"]
            self.log(f"resumed after epoch {self.epoch}")

    def score(self):
        """Predicts the held-out rows and reports the metrics."""
        if self.options.fold:
            rows = self.data.folds[self.options.fold - 1][1]
            inputs, targets = self.inputs, self.data.training_source.targets[rows]
        else:
            rows = numpy.arange(len(self.data.test_rows))
            inputs, targets = self.test_inputs, self.data.test_targets
        outputs = predict(self.model, inputs, rows, self.team, self.settings)
        scores = self.task.scores(outputs).cpu().numpy()
        return report(self.options.model, scores, targets, self.folder, self.team, fold=self.options.fold)


def main(words=None):
    run = Run(arguments(words))
    run.train()
    result = run.score()
    run.team.end()
    return result


if __name__ == "__main__":
    main()
