"""Multi-head attention in PyTorch, in double precision: outputs and gradients.

Run from this folder with torch installed; prints the numbers quoted in PyTorchAttentionTests.swift."""
import torch
from formula import even, features
from running import Running

torch.set_num_threads(1)
rows, queries, width, heads = 2, 3, 4, 2


def show(name, values):
    print(name)
    values = values.detach().flatten().tolist()
    for start in range(0, len(values), 6):
        print("  " + " ".join(f"{value:.9f}," for value in values[start:start + 6]))


def single(values):
    """Numbers as the engine takes them in: rounded to floats."""
    return torch.tensor(values, dtype=torch.float64).float().double()


def mark(gradient):
    """One number that tells a gradient: its values weighted by even numbers."""
    return sum(g * even(50_000 + k) for k, g in enumerate(gradient.flatten().tolist()))


def attend(name, forward, sources, parameters):
    """Output, the first source's gradient, and every parameter's mark in our layout, [in][out]."""
    output = forward(*sources)
    y = single([2 * even(20_000 + k) - 1 for k in range(output.numel())]).reshape(output.shape)
    torch.nn.functional.mse_loss(output, y).backward()
    show(f"{name} output", output)
    for number, source in enumerate(sources):
        show(f"{name} gradient of input {number}", source.grad)
    print("  marks " + " ".join(f"{mark(gradient()):.9f}," for gradient in parameters))


def own(layer):
    return [lambda: layer.in_proj_weight.grad.T, lambda: layer.in_proj_bias.grad,
            lambda: layer.out_proj.weight.grad.T, lambda: layer.out_proj.bias.grad]


def source(start, positions, columns, stride):
    """Each row's numbers start `stride` further on, since a row's features are those of all inputs."""
    values = [features(1, positions * columns, start + row * stride)[0] for row in range(rows)]
    return single(values).reshape(rows, positions, columns).requires_grad_()


causal = torch.triu(torch.ones(queries, queries, dtype=torch.bool), 1)
padding = torch.tensor([[False, False, True], [True, False, False]])
for name, settings in [("self", {}), ("causal", {"attn_mask": causal}),
                       ("padded", {"key_padding_mask": padding})]:
    layer = torch.nn.MultiheadAttention(width, heads, batch_first=True).double()
    Running().fill_attention(layer)
    x = source(0, queries, width, 12)
    attend(name, lambda x: layer(x, x, x, need_weights=False, **settings)[0], [x], own(layer))

# A memory of other length and width; queries first, then keys and values side by side.
running = Running()
layer = torch.nn.MultiheadAttention(width, heads, batch_first=True, kdim=5, vdim=5).double()
with torch.no_grad():
    layer.q_proj_weight.copy_(running.matrix(width, width).T)
    first = running.bias(width)
    both = running.matrix(5, 2 * width)
    layer.k_proj_weight.copy_(both[:, :width].T)
    layer.v_proj_weight.copy_(both[:, width:].T)
    layer.in_proj_bias.copy_(torch.cat([first, running.bias(2 * width)]))
running.fill_linear(layer.out_proj)
x, memory = source(0, queries, width, 22), source(12, 2, 5, 22)
attend("cross", lambda x, m: layer(x, m, m, need_weights=False)[0], [x, memory], [
    lambda: layer.q_proj_weight.grad.T, lambda: layer.in_proj_bias.grad[:width],
    lambda: torch.cat([layer.k_proj_weight.grad.T, layer.v_proj_weight.grad.T], 1),
    lambda: layer.in_proj_bias.grad[width:], lambda: layer.out_proj.weight.grad.T,
    lambda: layer.out_proj.bias.grad])
