"""The reference network in PyTorch, 10 epochs of 5 batches from given weights and in a given order.

Run from this folder with torch installed; prints the numbers quoted in ReferenceNetworkTests.swift."""
import torch
from formula import features, parameters

torch.set_num_threads(1)
rows, columns = 160, 30
x = torch.tensor(features(rows, columns), dtype=torch.float64).float()
d = x.double()
y = ((d[:, 0] + d[:, 1] - d[:, 2] + 2 * d[:, 3] * d[:, 4]) > 0).float()[:, None]
net = torch.nn.Sequential(
    torch.nn.Linear(30, 128), torch.nn.ReLU(), torch.nn.Linear(128, 64), torch.nn.ReLU(), torch.nn.Linear(64, 1))
shapes = [(30, 128), (128, 64), (64, 1)]
given = parameters(shapes)
with torch.no_grad():
    for i, (inputs, units) in enumerate(shapes):
        net[2 * i].weight.copy_(torch.tensor(given[2 * i]).double().reshape(inputs, units).T.float())
        net[2 * i].bias.copy_(torch.tensor(given[2 * i + 1]).float())


def trajectory(optimiser):
    for epoch in range(1, 11):
        order = [(7 * p + 13 * epoch) % rows for p in range(rows)]
        losses = []
        for k in range(0, rows, 32):
            batch = order[k:k + 32]
            optimiser.zero_grad()
            loss = torch.nn.functional.binary_cross_entropy_with_logits(net(x[batch]), y[batch])
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)


start = [p.detach().clone() for p in net.parameters()]
for name, make in [
    ("adam", lambda p: torch.optim.Adam(p, lr=0.001, eps=1e-7)),
    ("momentum", lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9)),
    ("sgd", lambda p: torch.optim.SGD(p, lr=0.05)),
]:
    with torch.no_grad():
        for p, s in zip(net.parameters(), start):
            p.copy_(s)
    print(name, ", ".join(f"{v:.8f}" for v in trajectory(make(net.parameters()))))
    print("  sum of absolute parameters", f"{sum(p.detach().double().abs().sum().item() for p in net.parameters()):.6f}")
print("positives", int(y.sum()))
