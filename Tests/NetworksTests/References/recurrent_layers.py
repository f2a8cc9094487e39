"""50 steps of a stack of two GRUs, and of an LSTM both ways over padded sequences, in PyTorch.

Run from this folder with torch installed; prints the numbers quoted in PyTorchRecurrent.swift."""
import torch
from formula import even, features
from running import Running
from trajectory import classes, rows, trajectory

torch.set_num_threads(1)
time, width = 7, 4

# The stack: a whole sequence, then a last state.
running = Running()
first = torch.nn.GRU(width, 5, batch_first=True)
second = torch.nn.GRU(5, 6, batch_first=True)
head = torch.nn.Linear(6, classes)
running.fill_recurrent(first)
running.fill_recurrent(second)
running.fill_linear(head)
x = torch.tensor(features(rows, time * width), dtype=torch.float64).float().reshape(rows, time, width)
trajectory(
    "GRU", lambda x, _: head(second(first(x)[0])[0][:, -1]),
    [*first.parameters(), *second.parameters(), *head.parameters()], x)

# Both ways: each row has 1 to 7 valid positions, the others are padding.
running = Running()
lstm = torch.nn.LSTM(width, 5, batch_first=True, bidirectional=True)
head = torch.nn.Linear(10, classes)
running.fill_recurrent(lstm)
running.fill_recurrent(lstm, "l0_reverse")
running.fill_linear(head)
lengths = torch.tensor([1 + int(even(40_000 + r) * time) for r in range(rows)])


def both_ways(x, chosen):
    packed = torch.nn.utils.rnn.pack_padded_sequence(
        x, lengths[chosen], batch_first=True, enforce_sorted=False)
    _, (state, _) = lstm(packed)
    return head(torch.cat([state[0], state[1]], 1))


trajectory("LSTM", both_ways, [*lstm.parameters(), *head.parameters()], x)
