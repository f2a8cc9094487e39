"""50 steps of a network of 2-D convolutions, and of one of 1-D and transposed ones, in PyTorch.

Run from this folder with torch installed; prints the numbers quoted in PyTorchConvolutionTests.swift."""
import torch
from formula import features
from running import Running
from torch.nn import functional as F
from trajectory import classes, rows, trajectory

torch.set_num_threads(1)


def kernel(running, window, channels, filters, biases=None):
    """A kernel [*window][channels][filters] in the engine's order, and its bias, one a filter unless told."""
    places = 1
    for size in window:
        places *= size
    weight = running.take(places * channels * filters, (6 / (places * (channels + filters))) ** 0.5)
    bias = running.bias(biases or filters)
    return weight.reshape(*window, channels, filters).requires_grad_(), bias.requires_grad_()


def first(weight):
    """From the engine's order of a kernel to PyTorch's [filters][channels][*window]."""
    return weight.permute(weight.dim() - 1, weight.dim() - 2, *range(weight.dim() - 2))


# Images of 8 by 9 with two channels.
running = Running()
w1, b1 = kernel(running, (3, 3), 2, 6)
w2, b2 = kernel(running, (2, 3), 6, 7)
w3, b3 = kernel(running, (2, 2), 7, 5)
head = torch.nn.Linear(5, classes)
running.fill_linear(head)
x = torch.tensor(features(rows, 8 * 9 * 2), dtype=torch.float64).float().reshape(rows, 8, 9, 2)


def images(x, _):
    h = F.max_pool2d(F.relu(F.conv2d(x.permute(0, 3, 1, 2), first(w1), b1, padding=1)), 2)
    h = torch.tanh(F.conv2d(h, first(w2), b2, stride=(1, 2), padding=2, dilation=2))
    h = F.avg_pool2d(h, (2, 1), stride=1)
    # Same padding of an even window: one zero more after the end.
    h = F.silu(F.conv2d(F.pad(h, (0, 1, 0, 1)), first(w3), b3))
    return head(h.mean((2, 3)))


trajectory("2-D", images, [w1, b1, w2, b2, w3, b3, *head.parameters()], x)

# Sequences of 12 positions with three channels.
running = Running()
w1, b1 = kernel(running, (3,), 3, 5)
w2, b2 = kernel(running, (3,), 4, 5, biases=4)  # transposed: from 5 to 4 channels
head = torch.nn.Linear(4, classes)
running.fill_linear(head)
x = torch.tensor(features(rows, 12 * 3), dtype=torch.float64).float().reshape(rows, 12, 3)


def sequences(x, _):
    h = F.gelu(F.conv1d(F.pad(x.transpose(1, 2), (4, 0)), first(w1), b1, dilation=2))
    h = F.avg_pool1d(h, 2)
    h = F.relu(F.conv_transpose1d(h, first(w2), b2, stride=2, padding=1))
    h = F.interpolate(h, scale_factor=2)
    return head(h.amax(2))


trajectory("1-D", sequences, [w1, b1, w2, b2, *head.parameters()], x)
