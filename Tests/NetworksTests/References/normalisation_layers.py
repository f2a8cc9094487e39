"""Layer, RMS and batch normalisation in PyTorch: outputs, gradients, running statistics.

Run from this folder with torch installed; prints the numbers quoted in PyTorchNormalisationTests.swift."""
import torch
from formula import even, features
from running import Running

torch.set_num_threads(1)
rows, positions, width = 3, 2, 5


def show(name, values):
    print(name)
    values = values.detach().double().flatten().tolist()
    for start in range(0, len(values), 5):
        print("  " + " ".join(f"{value:.9f}," for value in values[start:start + 5]))


def numbers():
    x = torch.tensor(features(rows, positions * width), dtype=torch.float64).float().double()
    y = torch.tensor([2 * even(20_000 + k) - 1 for k in range(x.numel())], dtype=torch.float64).float().double()
    shape = (rows, positions, width)
    return x.reshape(shape).requires_grad_(), y.reshape(shape)


def gradients(name, layer, forward):
    """Output and gradients of the mean squared error, in double precision."""
    x, y = numbers()
    output = forward(x)
    torch.nn.functional.mse_loss(output, y).backward()
    show(f"{name} output", output)
    show(f"{name} input gradient", x.grad)
    for key, parameter in layer.named_parameters():
        show(f"{name} {key} gradient", parameter.grad)


layer = torch.nn.LayerNorm(width).double()
Running().fill_norm(layer)
gradients("layer", layer, layer)

root = torch.nn.RMSNorm(width, eps=1e-6).double()
with torch.no_grad():
    root.weight.copy_(Running().take(width, 0.1, 1.0))
gradients("rms", root, root)

batch = torch.nn.BatchNorm1d(width).double()
Running().fill_norm(batch)
over_channels = lambda x: batch(x.reshape(-1, width)).reshape(x.shape)
gradients("batch", batch, over_channels)
show("batch running mean", batch.running_mean)
show("batch running variance", batch.running_var)
batch.eval()
batch.zero_grad()
gradients("batch in use", batch, over_channels)

# Two steps of gradient descent with batches of 8 and 4 rows, then in use.
batch = torch.nn.BatchNorm1d(width)
Running().fill_norm(batch)
x = torch.tensor(features(12, width), dtype=torch.float64).float()
y = torch.tensor([2 * even(20_000 + k) - 1 for k in range(12 * width)], dtype=torch.float64).float().reshape(12, width)
optimiser = torch.optim.SGD(batch.parameters(), lr=0.5)
for chosen in (slice(0, 8), slice(8, 12)):
    optimiser.zero_grad()
    torch.nn.functional.mse_loss(batch(x[chosen]), y[chosen]).backward()
    optimiser.step()
batch.eval()
show("trained mean", batch.running_mean)
show("trained variance", batch.running_var)
show("trained gain", batch.weight)
show("trained output of two rows", batch(x[:2]))
