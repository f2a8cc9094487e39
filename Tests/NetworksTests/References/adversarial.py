"""50 steps of a generator against a discriminator in PyTorch, with either objective.

Run from this folder with torch installed; prints the numbers quoted in AdversarialTests.swift."""
import torch
from formula import features
from running import Running

torch.set_num_threads(1)
rows, width, noise, batch = 40, 6, 4, 8


def tensor(rows, columns, start=0):
    return torch.tensor(features(rows, columns, start), dtype=torch.float64).float()


x = tensor(rows, width) * 0.5 + 0.25


def networks():
    generator = torch.nn.Sequential(torch.nn.Linear(noise, 9), torch.nn.Tanh(), torch.nn.Linear(9, width))
    discriminator = torch.nn.Sequential(
        torch.nn.Linear(width, 8), torch.nn.LeakyReLU(0.01), torch.nn.Linear(8, 1))
    for network, start in [(generator, 1_000_000), (discriminator, 2_000_000)]:
        running = Running(start)
        running.fill_linear(network[0])
        running.fill_linear(network[2])
    return generator, discriminator


def game(name, loss, share):
    generator, discriminator = networks()
    moves = [torch.optim.Adam(n.parameters(), lr=0.01, betas=(0.5, 0.999), eps=1e-7)
             for n in (generator, discriminator)]
    ones, zeros = torch.ones(batch, 1), torch.zeros(batch, 1)
    losses = []
    for step in range(1, 51):
        data_pass, place = (step - 1) // 5 + 1, (step - 1) % 5
        order = [(3 * k + 7 * data_pass) % rows for k in range(rows)][place * batch:(place + 1) * batch]
        made = generator(tensor(batch, noise, 50_000 + batch * noise * step))
        moves[1].zero_grad()
        judged = share * (loss(discriminator(x[order]), ones) + loss(discriminator(made.detach()), zeros))
        judged.backward()
        moves[1].step()
        moves[0].zero_grad()
        fooled = share * loss(discriminator(made), ones)
        fooled.backward()
        moves[0].step()
        losses.append((judged.item(), fooled.item()))
    for who, column in [("discriminator", 0), ("generator", 1)]:
        print(name, who)
        for start in range(0, 50, 5):
            print("  " + " ".join(f"{pair[column]:.7f}," for pair in losses[start:start + 5]))


game("cross-entropy", torch.nn.functional.binary_cross_entropy_with_logits, 1)
game("least squares", torch.nn.functional.mse_loss, 0.5)
