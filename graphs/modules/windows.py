"""Attention inside windows of an image. The class stands alone and can be copied."""

from __future__ import annotations

import math

import torch
from torch import nn
from torch.nn import functional as F


class ShiftedWindowAttention(nn.Module):
    """Multi-head attention inside windows of ``window_size`` that are moved by ``shift_size`` (Liu et al. 2021).

    ``x`` is (N, H, W, C). Places are filled up to whole windows; windows that a shift has glued together do not see
    each other. A window as large as the image is not shifted. With ``cosine`` queries and keys are compared by
    their angle, and a small network weighs how far apart two places are (Liu et al. 2022, Swin Transformer V2). Weights
    have torchvision's names.
    """

    relative_position_index: torch.Tensor

    def __init__(
        self,
        dim: int,
        num_heads: int,
        window_size: tuple[int, int] = (7, 7),
        shift_size: tuple[int, int] = (0, 0),
        qkv_bias: bool = True,
        proj_bias: bool = True,
        attention_dropout: float = 0.0,
        dropout: float = 0.0,
        cosine: bool = False,
    ):
        super().__init__()
        self.num_heads, self.window_size, self.shift_size = num_heads, window_size, shift_size
        self.attention_dropout, self.dropout = attention_dropout, dropout
        self.qkv = nn.Linear(dim, 3 * dim, bias=qkv_bias)
        self.proj = nn.Linear(dim, dim, bias=proj_bias)
        self.cosine = cosine
        rows, columns = window_size
        if cosine:
            self.logit_scale = nn.Parameter(torch.log(10 * torch.ones(num_heads, 1, 1)))
            self.cpb_mlp = nn.Sequential(nn.Linear(2, 512), nn.ReLU(), nn.Linear(512, num_heads, bias=False))
            self.register_buffer("relative_coords_table", self.distances())
        else:
            table = torch.zeros((2 * rows - 1) * (2 * columns - 1), num_heads)
            self.relative_position_bias_table = nn.Parameter(nn.init.trunc_normal_(table, std=0.02))
        places = torch.stack(torch.meshgrid(torch.arange(rows), torch.arange(columns), indexing="ij")).flatten(1)
        apart = places[:, :, None] - places[:, None, :]
        index = (apart[0] + rows - 1) * (2 * columns - 1) + apart[1] + columns - 1
        self.register_buffer("relative_position_index", index.flatten())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, H, W, C)."""
        n, height, width, channels = x.shape
        rows, columns = self.window_size
        x = F.pad(x, (0, 0, 0, -width % columns, 0, -height % rows))
        down, across = x.shape[1] // rows, x.shape[2] // columns
        shift = (self.shift_size[0] if down > 1 else 0, self.shift_size[1] if across > 1 else 0)
        if sum(shift):
            x = torch.roll(x, shifts=(-shift[0], -shift[1]), dims=(1, 2))
        x = x.view(n, down, rows, across, columns, channels).permute(0, 1, 3, 2, 4, 5)
        x = x.reshape(n * down * across, rows * columns, channels)
        x = self.attend(x, self.mask(x, down, across, shift) if sum(shift) else None)
        x = x.view(n, down, across, rows, columns, channels).permute(0, 1, 3, 2, 4, 5)
        x = x.reshape(n, down * rows, across * columns, channels)
        if sum(shift):
            x = torch.roll(x, shifts=shift, dims=(1, 2))
        return x[:, :height, :width, :].contiguous()

    def attend(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """Attention inside windows (windows, places, C); ``mask`` (windows of one image, places, places) is added."""
        windows, places, channels = x.shape
        parts = self.project(x).reshape(windows, places, 3, self.num_heads, channels // self.num_heads)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        if self.cosine:
            scores = F.normalize(q, dim=-1) @ F.normalize(k, dim=-1).transpose(-2, -1)
            scores = scores * torch.clamp(self.logit_scale, max=math.log(100.0)).exp()
        else:
            scores = (q * (channels // self.num_heads) ** -0.5).matmul(k.transpose(-2, -1))
        scores = scores + self.bias(places)
        if mask is not None:
            scores = scores.view(-1, mask.shape[0], self.num_heads, places, places) + mask[:, None]
            scores = scores.view(-1, self.num_heads, places, places)
        weights = F.dropout(F.softmax(scores, dim=-1), p=self.attention_dropout, training=self.training)
        found = self.proj(weights.matmul(v).transpose(1, 2).reshape(windows, places, channels))
        return F.dropout(found, p=self.dropout, training=self.training)

    def project(self, x: torch.Tensor) -> torch.Tensor:
        """Queries, keys and values side by side; compared by angle, keys have no bias."""
        bias: torch.Tensor | None = self.qkv.bias
        if self.cosine and bias is not None:
            bias = bias.clone()
            bias[len(bias) // 3 : 2 * len(bias) // 3].zero_()
        return F.linear(x, self.qkv.weight, bias)

    def bias(self, places: int) -> torch.Tensor:
        """What is added to the scores of two places for where they lie to each other: (1, heads, places, places)."""
        table = self.cpb_mlp(self.relative_coords_table) if self.cosine else self.relative_position_bias_table
        bias = table.view(-1, self.num_heads)[self.relative_position_index].view(places, places, -1)
        bias = bias.permute(2, 0, 1).contiguous().unsqueeze(0)
        return 16 * torch.sigmoid(bias) if self.cosine else bias

    def distances(self) -> torch.Tensor:
        """Steps down and across between two places of a window, far ones squeezed together: (1, rows, columns, 2)."""
        steps = [torch.arange(-(n - 1), n, dtype=torch.float32) for n in self.window_size]
        apart = torch.stack(torch.meshgrid(steps, indexing="ij")).permute(1, 2, 0).contiguous().unsqueeze(0)
        apart = 8 * apart / torch.tensor([max(1, n - 1) for n in self.window_size])
        return torch.sign(apart) * torch.log2(torch.abs(apart) + 1.0) / 3.0

    def mask(self, x: torch.Tensor, down: int, across: int, shift: tuple[int, int]) -> torch.Tensor:
        """−100 between places that were not neighbours before the shift, 0 elsewhere."""
        rows, columns = self.window_size
        region = x.new_zeros(down * rows, across * columns)
        count = 0
        for low, high in ((0, -rows), (-rows, -shift[0]), (-shift[0], None)):
            for left, right in ((0, -columns), (-columns, -shift[1]), (-shift[1], None)):
                region[low:high, left:right] = count
                count += 1
        region = region.view(down, rows, across, columns).permute(0, 2, 1, 3).reshape(down * across, rows * columns)
        apart = region.unsqueeze(1) - region.unsqueeze(2)
        return apart.masked_fill(apart != 0, -100.0)
