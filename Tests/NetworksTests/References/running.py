"""Parameters from one running counter, in the order in which the engine declares them (Formula.swift)."""
import torch
from formula import even


class Running:
    def __init__(self, start=1_000_000):
        self.at = start

    def take(self, count, limit, centre=0.0):
        values = [centre + limit * (2 * even(self.at + k) - 1) for k in range(count)]
        self.at += count
        return torch.tensor(values, dtype=torch.float64).float()

    def matrix(self, inputs, outputs):
        """[inputs][outputs], within the Glorot limits."""
        return self.take(inputs * outputs, (6 / (inputs + outputs)) ** 0.5).reshape(inputs, outputs)

    def bias(self, count):
        return self.take(count, 0.1)

    def fill_linear(self, layer):
        with torch.no_grad():
            layer.weight.copy_(self.matrix(layer.in_features, layer.out_features).T)
            layer.bias.copy_(self.bias(layer.out_features))

    def fill_recurrent(self, layer, suffix="l0"):
        """One direction of a GRU or LSTM: input weights, hidden weights, input bias, hidden bias."""
        with torch.no_grad():
            for name in ["weight_ih", "weight_hh"]:
                weight = getattr(layer, f"{name}_{suffix}")
                weight.copy_(self.matrix(weight.shape[1], weight.shape[0]).T)
            for name in ["bias_ih", "bias_hh"]:
                bias = getattr(layer, f"{name}_{suffix}")
                bias.copy_(self.bias(bias.shape[0]))

    def table(self, rows, width):
        """An embedding's rows."""
        return self.take(rows * width, 0.5).reshape(rows, width)

    def fill_norm(self, layer):
        """Gains around 1, then biases."""
        with torch.no_grad():
            layer.weight.copy_(self.take(layer.weight.numel(), 0.1, 1.0))
            layer.bias.copy_(self.bias(layer.bias.numel()))

    def fill_attention(self, layer):
        """Self-attention: the three maps of the input side by side, then the output's."""
        with torch.no_grad():
            layer.in_proj_weight.copy_(self.matrix(layer.embed_dim, 3 * layer.embed_dim).T)
            layer.in_proj_bias.copy_(self.bias(3 * layer.embed_dim))
        self.fill_linear(layer.out_proj)
