"""Losses of 50 training steps of a classifier on eight rows each, as Trajectory.swift takes them."""
import torch
from formula import even

rows, classes = 40, 3
targets = torch.tensor([int(even(20_000 + r) * classes) for r in range(rows)])


def batch(step):
    """Eight rows for step number `step`, counted from 1."""
    return [(8 * step + 3 * k) % rows for k in range(8)]


def trajectory(name, forward, parameters, x):
    """Prints the losses; `forward` takes the rows and their indices and gives logits."""
    optimiser = torch.optim.Adam(parameters, lr=0.01, eps=1e-7)
    losses = []
    for step in range(1, 51):
        chosen = batch(step)
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(forward(x[chosen], chosen), targets[chosen])
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    print(name)
    for start in range(0, 50, 5):
        print("  " + " ".join(f"{value:.7f}," for value in losses[start:start + 5]))
