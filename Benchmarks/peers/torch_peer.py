"""The reference network in PyTorch, eager. Usage: torch_peer.py FOLDER plain|fused"""
import sys

from common import BATCH, EPOCHS, SHAPES, Clock, load, report

import torch

torch.set_num_threads(1)
fused = sys.argv[2] == "fused"
x, y, test, orders, weights = load()
net = torch.nn.Sequential(*[layer for inputs, units in SHAPES for layer in
                            (torch.nn.Linear(inputs, units), torch.nn.ReLU())][:-1])
with torch.no_grad():
    for i in range(3):
        net[2 * i].weight.copy_(torch.from_numpy(weights[2 * i].T.copy()))
        net[2 * i].bias.copy_(torch.from_numpy(weights[2 * i + 1]))
tx, ty = torch.from_numpy(x), torch.from_numpy(y)[:, None]
optimiser = torch.optim.Adam(net.parameters(), 0.001, eps=1e-7, fused=fused or None)
criterion = torch.nn.BCEWithLogitsLoss()
orders = [torch.from_numpy(order) for order in orders]
clock = Clock()
for epoch in range(EPOCHS):
    losses = []
    for k in range(0, len(orders[epoch]), BATCH):
        batch = orders[epoch][k:k + BATCH]
        optimiser.zero_grad(set_to_none=True)
        loss = criterion(net(tx[batch]), ty[batch])
        loss.backward()
        optimiser.step()
        losses.append(loss.detach())
    mean = torch.stack(losses).mean().item()
clock.stop()
with torch.no_grad():
    right = (net(tx[test]) > 0) == (ty[test] > 0.5)
report("PyTorch, fused Adam" if fused else "PyTorch", clock, mean, right.float().mean())
