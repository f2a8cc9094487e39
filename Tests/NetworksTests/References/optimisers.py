"""50 steps of every optimiser in PyTorch: plain, with gradients clipped by norm, and with a schedule.

Run from this folder with torch installed; prints the rows of PyTorchOptimiserTests.swift: the losses of
steps 1, 10, 20, 30, 40 and 50, and the sum of the absolute parameters at the end."""
import torch
from formula import features
from running import Running

torch.set_num_threads(1)
rows, width = 40, 4
x = torch.tensor(features(rows, width), dtype=torch.float64).float()
y = torch.tensor(features(rows, 2, 20_000), dtype=torch.float64).float()


def path(make, clip=None, scheduled=False):
    running = Running()
    net = torch.nn.Sequential(torch.nn.Linear(width, 6), torch.nn.Tanh(), torch.nn.Linear(6, 2))
    running.fill_linear(net[0])
    running.fill_linear(net[2])
    optimiser = make(net.parameters())
    schedule = None
    if scheduled:
        schedule = torch.optim.lr_scheduler.SequentialLR(optimiser, [
            torch.optim.lr_scheduler.LinearLR(optimiser, start_factor=1 / 5, end_factor=1, total_iters=4),
            torch.optim.lr_scheduler.CosineAnnealingLR(
                optimiser, T_max=40, eta_min=0.1 * optimiser.defaults["lr"]),
        ], milestones=[5])
    losses = []
    for step in range(1, 51):
        chosen = [(8 * step + 3 * k) % rows for k in range(8)]
        optimiser.zero_grad()
        loss = torch.nn.functional.mse_loss(net(x[chosen]), y[chosen])
        loss.backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(net.parameters(), clip)
        optimiser.step()
        # The schedule reaches its end at step 45 and stays there; PyTorch's would turn round.
        if schedule and step < 46:
            schedule.step()
        losses.append(loss.item())
    size = sum(p.detach().double().abs().sum().item() for p in net.parameters())
    return [losses[k - 1] for k in (1, 10, 20, 30, 40, 50)] + [size]


o = torch.optim
for name, make in [
    ("SGD(learningRate: 0.1)", lambda p: o.SGD(p, lr=0.1)),
    ("SGD(learningRate: 0.05, momentum: 0.9)", lambda p: o.SGD(p, lr=0.05, momentum=0.9)),
    ("SGD(learningRate: 0.05, momentum: 0.9, nesterov: true)",
     lambda p: o.SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
    ("RMSProp(learningRate: 0.005)", lambda p: o.RMSprop(p, lr=0.005)),
    ("Adam(learningRate: 0.01)", lambda p: o.Adam(p, lr=0.01, eps=1e-7)),
    ("AdamW(learningRate: 0.01, weightDecay: 0.1)", lambda p: o.AdamW(p, lr=0.01, weight_decay=0.1)),
]:
    for words, arguments in [
        ("plain", {}), ("clipped", {"clip": 0.15}), ("scheduled", {"scheduled": True})
    ]:
        print(f"{name} {words}: " + ", ".join(f"{value:.7f}" for value in path(make, **arguments)))
