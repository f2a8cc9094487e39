"""Losses and their gradients in PyTorch, on outputs and targets by formula, in double precision.

Run from this folder with torch installed; prints the numbers quoted in PyTorchLossTests.swift."""
import torch
from formula import even, features

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
F = torch.nn.functional


def numbers(rows, columns, start=0, scale=1.0):
    # The engine gets the features as single-precision numbers.
    return (scale * torch.tensor(features(rows, columns, start)).float()).double()


def show(name, loss, output):
    output = output.detach().requires_grad_()
    value = loss(output)
    value.backward()
    print(f"{name}: {value.item():.10f}")
    slopes = output.grad.flatten().tolist()
    for start in range(0, len(slopes), 6):
        print("  " + " ".join(f"{slope:.9f}," for slope in slopes[start:start + 6]))


output = numbers(5, 3, scale=3.0)
numeric = numbers(5, 3, 500)
binary = torch.tensor([1.0 if even(600 + i) < 0.4 else 0.0 for i in range(15)]).reshape(5, 3)
shares = torch.softmax(numbers(5, 3, 700, scale=2.0), 1).float().double()
row_weights = torch.tensor([1.0, 2.0, 0.0, 0.5, 1.5])

show("mean absolute error", lambda p: F.l1_loss(p, numeric), output)
show("Huber 0.8", lambda p: F.huber_loss(p, numeric, delta=0.8), output)
show("hinge", lambda p: torch.clamp(1 - (2 * binary - 1) * p, min=0).mean(), output)
show("binary cross-entropy, positives 2.5", lambda p: F.binary_cross_entropy_with_logits(
    p, binary, pos_weight=torch.tensor(2.5)), output)
show("binary cross-entropy, smoothing 0.2", lambda p: F.binary_cross_entropy_with_logits(
    p, binary * 0.8 + 0.1), output)
show("Kullback-Leibler", lambda p: F.kl_div(F.log_softmax(p, 1), shares, reduction="batchmean"), output)


def normals(p, t):
    def normal(v):
        return torch.distributions.Normal(v[:, :2], torch.exp(v[:, 2:] / 2))
    return torch.distributions.kl_divergence(normal(p), normal(t)).sum(1).mean()


show("normal distributions", lambda p: normals(p, numbers(5, 4, 800)), numbers(5, 4, scale=2.0))
weights = row_weights / row_weights.mean()
show("mean absolute error, rows weighted", lambda p: ((p - numeric).abs().mean(1) * weights).mean(), output)

logits = numbers(4, 6 * 5, scale=2.0).reshape(4, 6, 5)
labels = [[1, 2, 3, 4], [2, 2, 3], [4], [1, 1, 1]]


def ctc(z):
    return F.ctc_loss(
        F.log_softmax(z, 2).transpose(0, 1), torch.tensor(sum(labels, [])), torch.tensor([6] * 4),
        torch.tensor([len(row) for row in labels]), blank=0, reduction="sum") / 4


show("CTC", ctc, logits)
