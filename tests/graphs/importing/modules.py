"""Modules as people write them, with what makes them hard to read."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import torch
from torch import nn
from torch.nn import functional as F


class Twice(nn.Module):
    """A layer used twice, and a ReLU used three times."""

    def __init__(self) -> None:
        super().__init__()
        self.linear, self.relu = nn.Linear(4, 4), nn.ReLU()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.relu(self.linear(self.relu(self.linear(self.relu(x)))))


class Residual(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.linear, self.norm = nn.Linear(4, 4), nn.LayerNorm(4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.norm(self.linear(x))


class BlockTwice(nn.Module):
    """A module with modules inside, used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.block, self.head = Residual(), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.block(self.block(x)))


class Dead(nn.Module):
    """What is calculated and never used: the exponential goes, the layer with weights stays."""

    def __init__(self) -> None:
        super().__init__()
        self.linear, self.unused = nn.Linear(4, 4), nn.Linear(4, 3)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        _, _ = x.exp(), self.unused(x)
        return self.linear(x)


class Constants(nn.Module):
    """Tensors that are no parameters: a bare attribute, one made on the way, buffers that are saved and not saved."""

    table: torch.Tensor
    unsaved: torch.Tensor

    def __init__(self) -> None:
        super().__init__()
        self.linear, self.bare = nn.Linear(4, 4), torch.tensor([1.0, 2.0, 3.0, 4.0])
        self.register_buffer("table", torch.arange(4.0))
        self.register_buffer("unsaved", torch.ones(4), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x) * self.bare + torch.tensor([[0.5, 1.0, 2.0, 3.0]]) + self.table - self.unsaved


class Reader(nn.Module):
    """A recurrent network that starts from zeros it makes itself, and returns two results."""

    def __init__(self) -> None:
        super().__init__()
        self.embed, self.head = nn.Embedding(20, 8), nn.Linear(6, 3)
        self.lstm = nn.LSTM(8, 6, num_layers=2, batch_first=True)

    def forward(self, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        start = torch.zeros(2, tokens.size(0), 6)
        steps, (last, _) = self.lstm(self.embed(tokens), (start, start))
        return self.head(steps[:, -1]), self.head(last[-1])


class Looking(nn.Module):
    """Attention to itself and to a memory; two inputs, results in a dict."""

    def __init__(self) -> None:
        super().__init__()
        self.own = nn.MultiheadAttention(8, 2, batch_first=True)
        self.other = nn.MultiheadAttention(8, 2, batch_first=True)

    def forward(self, x: torch.Tensor, memory: torch.Tensor) -> dict[str, torch.Tensor]:
        y, _ = self.own(x, x, x, need_weights=False)
        z, weights = self.other(y, memory, memory)
        return {"seen": z, "weights": weights}


class Encoder(nn.Module):
    """torch's own Transformer encoder, whose forward is full of shortcuts."""

    def __init__(self) -> None:
        super().__init__()
        layer = nn.TransformerEncoderLayer(8, 2, 16, batch_first=True)
        self.encoder, self.head = nn.TransformerEncoder(layer, 3), nn.Linear(8, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoder(x).mean(1))


class Attention(nn.Module):
    """Attention written by hand, with arithmetic on shapes."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(8, 24), nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, steps, size = x.shape
        q, k, v = (t.view(n, steps, 2, size // 2).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        scores = (q @ k.transpose(-2, -1)) / math.sqrt(size // 2)
        return self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(n, steps, size))


class Fused(nn.Module):
    """Attention by torch's fused function, with dropout that asks for the mode."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out, self.p = nn.Linear(8, 24), nn.Linear(8, 8), 0.1

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, steps, size = x.size()
        q, k, v = (t.view(n, steps, 2, size // 2).transpose(1, 2) for t in self.qkv(x).split(size, dim=2))
        p = self.p if self.training else 0.0
        y = F.scaled_dot_product_attention(q, k, v, dropout_p=p, is_causal=True)
        return F.dropout(self.out(y.transpose(1, 2).contiguous().view(n, steps, size)), self.p, self.training)


class Tied(nn.Module):
    """A language model whose head has the weights of its embedding."""

    def __init__(self) -> None:
        super().__init__()
        self.embed, self.positions = nn.Embedding(30, 8), nn.Embedding(5, 8)
        self.body, self.head = Fused(), nn.Linear(8, 30, bias=False)
        self.head.weight = self.embed.weight

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        x = self.embed(tokens) + self.positions(torch.arange(tokens.size(1)))
        return self.head(x + self.body(x))


class Writer(nn.Module):
    """A small GPT; its two lists of modules take turns, so neither can be a block."""

    def __init__(self) -> None:
        super().__init__()
        self.embed, self.positions = nn.Embedding(30, 8), nn.Parameter(torch.randn(5, 8))
        self.blocks = nn.ModuleList([Attention() for _ in range(3)])
        self.norms = nn.ModuleList([nn.LayerNorm(8) for _ in range(3)])
        self.head = nn.Linear(8, 30)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        x = self.embed(tokens) + self.positions[: tokens.shape[1]]
        for block, norm in zip(self.blocks, self.norms, strict=True):
            x = x + block(norm(x))
        return self.head(x)


class Unet(nn.Module):
    """Modules in a list that is not called itself."""

    def __init__(self) -> None:
        super().__init__()
        self.down = nn.ModuleList([nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)])
        self.pool, self.up, self.out = nn.MaxPool2d(2), nn.ConvTranspose2d(8, 4, 2, 2), nn.Conv2d(8, 2, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        a = F.relu(self.down[0](x))
        b = F.relu(self.down[1](self.pool(a)))
        return self.out(torch.cat([self.up(b), a], 1))


class InPlace(nn.Module):
    """Changes tensors where they lie."""

    def __init__(self) -> None:
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.linear(x)
        F.relu_(y)
        y.mul_(2)
        return y + self.linear(y)


class Heads(NamedTuple):
    logits: torch.Tensor
    helper: torch.Tensor | None


class Helped(nn.Module):
    """A helping head that exists in training only."""

    def __init__(self) -> None:
        super().__init__()
        self.body, self.head, self.extra = nn.Linear(4, 4), nn.Linear(4, 2), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> Any:
        h = self.body(x).relu()
        return Heads(self.head(h), self.extra(h)) if self.training else self.head(h)


class Choosing(nn.Module):
    """What it does depends on the numbers that arrive."""

    def __init__(self, size: int = 4):
        super().__init__()
        self.size, self.linear = size, nn.Linear(size, size)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.linear(x) if x.sum() > 0 else x


class AroundChoosing(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.choice, self.last = nn.Linear(4, 4), Choosing(4), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.last(self.choice(self.first(x)))


class Noisy(nn.Module):
    """Does something else in training than in use."""

    def __init__(self, size: int = 4):
        super().__init__()
        self.size, self.linear = size, nn.Linear(size, size)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return 2 * self.linear(x) if self.training else self.linear(x)


class AroundNoisy(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.noisy, self.last = Noisy(4), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.last(self.noisy(x))


class OneProjection(nn.Module):
    """Attention as many write it: one projection, and its three parts moved in front of the batch."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(8, 24), nn.Linear(8, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        n, steps, size = x.shape
        q, k, v = self.qkv(x).reshape(n, steps, 3, 2, size // 2).permute(2, 0, 3, 1, 4)
        weights = torch.einsum("nhid,nhjd->nhij", q, k).mul(0.5).softmax(-1)
        return self.out((weights @ v).transpose(1, 2).reshape(n, steps, size))


class Causal(nn.Module):
    """Attention that hides later steps with a mask of its own making: added, and filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.embed, self.out = nn.Embedding(10, 8), nn.Linear(8, 8)

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        x, steps = self.embed(tokens), tokens.shape[1]
        mask = torch.triu(torch.full((steps, steps), float("-inf")), 1)
        x = (x @ x.transpose(1, 2) + mask).softmax(-1) @ x
        return self.out((x @ x.transpose(1, 2)).masked_fill(mask < 0, float("-inf")).softmax(-1) @ x)
