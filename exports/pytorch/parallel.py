"""One process or many: started by `python`, `torchrun`, Slurm or Ray, the code is the same."""

import os

import torch
import torch.distributed as distributed
from torch import nn


class Team:
    """The processes that train together; a single one without a launcher."""

    def __init__(self):
        self.owns_group = "RANK" in os.environ and not distributed.is_initialized()
        if self.owns_group:
            distributed.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
        grouped = distributed.is_initialized()
        self.rank = distributed.get_rank() if grouped else 0
        self.size = distributed.get_world_size() if grouped else 1
        local = int(os.environ.get("LOCAL_RANK", 0))
        self.device = torch.device("cpu")
        if torch.cuda.is_available():
            self.device = torch.device("cuda", local % torch.cuda.device_count())
            torch.cuda.set_device(self.device)

    @property
    def leads(self):
        """Whether this process writes files and prints."""
        return self.rank == 0

    def share(self, rows):
        """This process's rows of a batch that is the same on every process, and their places in it."""
        places = torch.arange(self.rank, len(rows), self.size)
        return rows[places], places

    def copy_from_leader(self, model):
        """Every process begins with the first one's numbers."""
        if self.size > 1:
            for value in list(model.parameters()) + list(model.buffers()):
                distributed.broadcast(value.data, src=0)

    def add_gradients(self, model):
        """Adds all processes' gradients; each is a sum over rows already divided by the whole batch."""
        if self.size == 1:
            return
        trained = [value for value in model.parameters() if value.requires_grad]
        for value in trained:
            if value.grad is None:
                value.grad = torch.zeros_like(value)
        flat = torch.cat([value.grad.reshape(-1) for value in trained])
        distributed.all_reduce(flat)
        start = 0
        for value in trained:
            value.grad.copy_(flat[start:start + value.numel()].view_as(value))
            start += value.numel()

    def gather(self, values, places, rows):
        """Rows computed on several processes, put together in order on all of them."""
        whole = torch.zeros((rows, *values.shape[1:]), dtype=values.dtype, device=self.device)
        whole[places.to(self.device)] = values
        if self.size > 1:
            distributed.all_reduce(whole)
        return whole

    def end(self):
        if self.owns_group:
            distributed.destroy_process_group()


class SumOverTeam(torch.autograd.Function):
    """The sum of a tensor over all processes; gradients are summed likewise."""

    @staticmethod
    def forward(context, x):
        x = x.clone()
        distributed.all_reduce(x)
        return x

    @staticmethod
    def backward(context, gradient):
        return SumOverTeam.forward(context, gradient)


def sum_over_team(x):
    return SumOverTeam.apply(x) if distributed.is_initialized() else x


class SharedBatchNorm(nn.Module):
    """Batch normalisation by the statistics of the whole batch, whichever process holds its rows."""

    def __init__(self, channels, affine, momentum=0.1, epsilon=1e-5):
        super().__init__()
        self.momentum, self.epsilon = momentum, epsilon
        self.weight = nn.Parameter(torch.ones(channels)) if affine else None
        self.bias = nn.Parameter(torch.zeros(channels)) if affine else None
        self.register_buffer("mean", torch.zeros(channels))
        self.register_buffer("variance", torch.ones(channels))

    def forward(self, x):
        mean, variance = self.mean, self.variance
        if self.training:
            count = sum_over_team(x.new_tensor([x.numel() / x.shape[1]]))
            mean = sum_over_team(x.sum((0, 2, 3))) / count
            gaps = x - mean[:, None, None]
            variance = sum_over_team((gaps * gaps).sum((0, 2, 3))) / count
            with torch.no_grad():
                self.mean.lerp_(mean, self.momentum)
                self.variance.lerp_(variance * count / (count - 1), self.momentum)
        y = (x - mean[:, None, None]) * torch.rsqrt(variance[:, None, None] + self.epsilon)
        return y if self.weight is None else y * self.weight[:, None, None] + self.bias[:, None, None]


def share_batch_norms(model):
    """Replaces the batch normalisations of a model by shared ones with the same numbers."""
    for name, part in model.named_children():
        if isinstance(part, nn.BatchNorm2d):
            shared = SharedBatchNorm(part.num_features, part.affine, part.momentum or 0.1, part.eps)
            if part.affine:
                shared.weight.data.copy_(part.weight.data)
                shared.bias.data.copy_(part.bias.data)
            shared.mean.copy_(part.running_mean)
            shared.variance.copy_(part.running_var)
            setattr(model, name, shared)
        else:
            share_batch_norms(part)
    return model
