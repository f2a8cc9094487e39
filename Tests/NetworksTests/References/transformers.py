"""50 steps of a Transformer encoder that classifies padded sequences and of a causal language model, in PyTorch.

Run from this folder with torch installed; prints the numbers quoted in PyTorchTransformerTests.swift."""
import torch
from formula import even
from running import Running

torch.set_num_threads(1)
nn = torch.nn
rows, time, vocabulary, width, heads, hidden, classes = 40, 7, 11, 8, 2, 12, 3


def batch(step):
    """Eight rows for step number `step`, counted from 1."""
    return [(8 * step + 3 * k) % rows for k in range(8)]


def indices(count, below, start):
    return torch.tensor([int(even(start + k) * below) for k in range(count)])


def trajectory(name, loss_of, parameters):
    optimiser = torch.optim.Adam(parameters, lr=0.01, eps=1e-7)
    losses = []
    for step in range(1, 51):
        optimiser.zero_grad()
        loss = loss_of(batch(step))
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
    print(name)
    for start in range(0, 50, 5):
        print("  " + " ".join(f"{value:.7f}," for value in losses[start:start + 5]))


# Tokens 1 ... 10, then padding with token 0; normalised after each part.
running = Running()
table = nn.Embedding(vocabulary, width, padding_idx=0)
positions = nn.Parameter(torch.empty(time, width))
with torch.no_grad():
    table.weight.copy_(running.table(vocabulary, width))
    table.weight[0] = 0
    positions.copy_(running.table(time, width))
blocks = [nn.TransformerEncoderLayer(width, heads, hidden, 0.0, "gelu", batch_first=True) for _ in range(2)]
for block in blocks:
    running.fill_attention(block.self_attn)
    running.fill_norm(block.norm1)
    running.fill_linear(block.linear1)
    running.fill_linear(block.linear2)
    running.fill_norm(block.norm2)
head = nn.Linear(width, classes)
running.fill_linear(head)
lengths = torch.tensor([1 + int(even(40_000 + row) * time) for row in range(rows)])
real = torch.arange(time)[None] < lengths[:, None]
tokens = torch.where(real, 1 + indices(rows * time, vocabulary - 1, 0).reshape(rows, time), 0)
labels = indices(rows, classes, 20_000)


def classifier(chosen):
    x, here = table(tokens[chosen]) + positions, real[chosen]
    for block in blocks:
        x = block(x, src_key_padding_mask=~here)
    mean = (x * here[..., None]).sum(1) / here.sum(1, keepdim=True)
    return nn.functional.cross_entropy(head(mean), labels[chosen])


trajectory("encoder", classifier, [
    table.weight, positions, *(p for block in blocks for p in block.parameters()), *head.parameters()])

# The next token at every position; waves as positions, normalised before each part and at the end.
running = Running()
table = nn.Embedding(vocabulary, width)
with torch.no_grad():
    table.weight.copy_(running.table(vocabulary, width))
blocks = [nn.TransformerEncoderLayer(width, heads, hidden, 0.0, "relu", batch_first=True, norm_first=True)
          for _ in range(2)]
for block in blocks:
    running.fill_norm(block.norm1)
    running.fill_attention(block.self_attn)
    running.fill_norm(block.norm2)
    running.fill_linear(block.linear1)
    running.fill_linear(block.linear2)
last = nn.LayerNorm(width)
running.fill_norm(last)
head = nn.Linear(width, vocabulary)
running.fill_linear(head)
angle = torch.arange(time)[:, None].double() / 10_000 ** (torch.arange(0, width, 2).double() / width)
waves = torch.stack([angle.sin(), angle.cos()], 2).reshape(time, width).float()
causal = torch.triu(torch.ones(time, time, dtype=torch.bool), 1)
tokens = indices(rows * time, vocabulary, 0).reshape(rows, time)
following = indices(rows * time, vocabulary, 20_000).reshape(rows, time)


def language_model(chosen):
    x = table(tokens[chosen]) + waves
    for block in blocks:
        x = block(x, src_mask=causal)
    return nn.functional.cross_entropy(head(last(x)).flatten(0, 1), following[chosen].flatten())


trajectory("decoder", language_model, [
    table.weight, *(p for block in blocks for p in block.parameters()), *last.parameters(), *head.parameters()])
