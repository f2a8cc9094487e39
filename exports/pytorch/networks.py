"""The small networks in plain PyTorch."""

import torch
from torch import nn

from parallel import SharedBatchNorm


class PlacedDropout(nn.Module):
    """Dropout whose mask depends on the step and on a row's place in the whole batch.

    Each row then drops the same units on one process as on many.
    """

    def __init__(self, rate, salt):
        super().__init__()
        self.rate, self.salt = rate, salt
        self.seed, self.step, self.places, self.rows = 0, 0, None, 0

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        generator = torch.Generator().manual_seed((self.seed * 1_000_003 + self.step) * 1_000 + self.salt)
        kept = torch.rand(self.rows, x.shape[1], generator=generator)[self.places] >= self.rate
        return x * kept.to(x.device) / (1 - self.rate)


def set_places(model, seed, step, places, rows):
    """Tells every dropout which rows of which step come next."""
    for part in model.modules():
        if isinstance(part, PlacedDropout):
            part.seed, part.step, part.places, part.rows = seed, step, places, rows


class DenseNetwork(nn.Sequential):
    """Dense layers with ReLU and dropout after each; the pilot's network.

    Weights begin uniform as after He et al. (2015), those of the last layer as after Glorot and Bengio
    (2010).
    """

    def __init__(self, inputs, widths, outputs, dropout):
        layers = []
        for salt, width in enumerate(widths):
            layers += [nn.Linear(inputs, width), nn.ReLU(), PlacedDropout(dropout, salt)]
            nn.init.kaiming_uniform_(layers[-3].weight, nonlinearity="relu")
            nn.init.zeros_(layers[-3].bias)
            inputs = width
        layers.append(nn.Linear(inputs, outputs))
        nn.init.xavier_uniform_(layers[-1].weight)
        nn.init.zeros_(layers[-1].bias)
        super().__init__(*layers)


class PlacedShift(PlacedDropout):
    """Moves each training picture [rows, channels, height, width] by up to so many pixels; zeros move in."""

    def __init__(self, pixels, salt):
        super().__init__(0.0, salt)
        self.pixels = pixels

    def forward(self, x):
        if not self.training or self.pixels == 0:
            return x
        generator = torch.Generator().manual_seed((self.seed * 1_000_003 + self.step) * 1_000 + self.salt)
        moves = torch.randint(0, 2 * self.pixels + 1, (self.rows, 2), generator=generator)[self.places]
        padded = nn.functional.pad(x, [self.pixels] * 4)
        down = (moves[:, :1] + torch.arange(x.shape[2])).to(x.device)
        right = (moves[:, 1:] + torch.arange(x.shape[3])).to(x.device)
        rows = torch.arange(len(x), device=x.device)[:, None, None]
        return padded.permute(0, 2, 3, 1)[rows, down[:, :, None], right[:, None, :]].permute(0, 3, 1, 2)


class PlacedNetwork(nn.Module):
    """Blocks of convolution, batch normalisation, ReLU and pooling by two; the pilot's network for what has places.

    Pictures have the shape [side, side, channels], sequences [length, letters], a picture one pixel wide.
    """

    def __init__(self, shape, filters, kernels, outputs, dropout, shift):
        super().__init__()
        self.shape = shape if len(shape) == 3 else [shape[0], 1, shape[1]]
        wide = len(shape) == 3
        channels, height, width = self.shape[2], self.shape[0], self.shape[1]
        layers = [PlacedShift(shift, len(filters))]
        for count, kernel in zip(filters, kernels):
            window = (kernel, kernel if wide else 1)
            layers += [
                nn.Conv2d(channels, count, window, padding=(kernel // 2, kernel // 2 if wide else 0), bias=False),
                SharedBatchNorm(count, affine=True), nn.ReLU(), nn.MaxPool2d((2, 2 if wide else 1))]
            nn.init.xavier_uniform_(layers[-4].weight)
            channels, height, width = count, height // 2, width // 2 if wide else 1
        head = nn.Linear(channels * height * width, outputs)
        nn.init.xavier_uniform_(head.weight)
        nn.init.zeros_(head.bias)
        self.blocks = nn.Sequential(*layers)
        self.head = nn.Sequential(nn.Flatten(), PlacedDropout(dropout, 0), head)

    def forward(self, x):
        return self.head(self.blocks(x.reshape(len(x), *self.shape).permute(0, 3, 1, 2)))


class FeatureTransformer(nn.Module):
    """FT-Transformer (Gorishniy et al., 2021): a token for each encoded column and one that is read off."""

    def __init__(self, inputs, outputs, layers, width, feed_forward, heads):
        super().__init__()
        limit = width**-0.5
        self.weight = nn.Parameter(torch.empty(inputs, width).uniform_(-limit, limit))
        self.bias = nn.Parameter(torch.empty(inputs, width).uniform_(-limit, limit))
        self.read_off = nn.Parameter(torch.empty(1, 1, width).uniform_(-limit, limit))
        block = nn.TransformerEncoderLayer(
            width, heads, feed_forward, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
        self.blocks = nn.TransformerEncoder(block, layers, enable_nested_tensor=False)
        self.head = nn.Sequential(nn.LayerNorm(width), nn.ReLU(), nn.Linear(width, outputs))

    def forward(self, x):
        tokens = x[:, :, None] * self.weight + self.bias
        tokens = torch.cat([self.read_off.expand(len(x), -1, -1), tokens], dim=1)
        return self.head(self.blocks(tokens)[:, 0])


class ResidualKeywords(nn.Module):
    """res8 and res15 of Tang and Lin (2018) on a log-mel picture, shape [rows, frames, bands]."""

    def __init__(self, outputs, layers, channels, pool, dilates):
        super().__init__()
        self.first = nn.Conv2d(1, channels, 3, padding=1, bias=False)
        self.pool = nn.AvgPool2d(pool) if pool else nn.Identity()
        gaps = [2 ** (layer // 3) if dilates else 1 for layer in range(layers)]
        self.convolutions = nn.ModuleList(
            nn.Conv2d(channels, channels, 3, padding=gap, dilation=gap, bias=False) for gap in gaps)
        self.norms = nn.ModuleList(SharedBatchNorm(channels, affine=False) for _ in gaps)
        self.head = nn.Linear(channels, outputs)

    def forward(self, x):
        x = self.pool(torch.relu(self.first(x[:, None])))
        kept = x
        for layer, (convolution, norm) in enumerate(zip(self.convolutions, self.norms)):
            x = torch.relu(convolution(x))
            # Every second layer closes a residual block.
            if layer % 2 == 1:
                x = x + kept
                kept = x
            x = norm(x)
        return self.head(x.mean((2, 3)))
