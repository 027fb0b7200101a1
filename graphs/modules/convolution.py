"""Convolutions that torch lacks. Each class stands alone and can be copied."""

from __future__ import annotations

import math

import torch
from torch import nn


class CausalConv1d(nn.Module):
    """A convolution along (N, C, T) that sees this step and earlier ones only (van den Oord et al. 2016).

    dilation·(kernel_size − 1) zeros stand before the first step, none behind the last.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int,
        dilation: int = 1,
        stride: int = 1,
        groups: int = 1,
        bias: bool = True,
    ):
        super().__init__()
        self.before = dilation * (kernel_size - 1)
        self.conv = nn.Conv1d(
            in_channels, out_channels, kernel_size, stride=stride, dilation=dilation, groups=groups, bias=bias
        )

    @property
    def weight(self) -> torch.Tensor:
        """The filters (out_channels, in_channels/groups, kernel_size), for other layers to use."""
        return self.conv.weight

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, out_channels, ⌊(T − 1)/stride⌋ + 1)."""
        filtered: torch.Tensor = self.conv(nn.functional.pad(x, (self.before, 0)))
        return filtered


class SeparableConv2d(nn.Module):
    """Filter each channel of (N, C, H, W) alone, then mix them with a kernel of 1 (Howard et al. 2017).

    The first step has no bias, because the second has one.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | tuple[int, int],
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
        dilation: int | tuple[int, int] = 1,
        bias: bool = True,
    ):
        super().__init__()
        self.depthwise = nn.Conv2d(
            in_channels, in_channels, kernel_size, stride, padding, dilation, groups=in_channels, bias=False
        )
        self.pointwise = nn.Conv2d(in_channels, out_channels, 1, bias=bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, out_channels, H', W')."""
        mixed: torch.Tensor = self.pointwise(self.depthwise(x))
        return mixed


class LocallyConnected2d(nn.Module):
    """A convolution over (N, C, H, W) that shares nothing: every place has weights of its own.

    ``places`` are the rows and columns that come out. ``weight`` is (places, C·k·k, out_channels), ``bias``
    (out_channels, rows, columns).
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        places: tuple[int, int],
        kernel_size: tuple[int, int],
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
        bias: bool = True,
    ):
        super().__init__()
        self.places, self.kernel_size, self.stride, self.padding = places, kernel_size, stride, padding
        seen = in_channels * kernel_size[0] * kernel_size[1]
        bound = 1 / math.sqrt(seen)
        self.weight = nn.Parameter(torch.empty(places[0] * places[1], seen, out_channels).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_channels, *places).uniform_(-bound, bound)) if bias else None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, out_channels, rows, columns)."""
        return self.weighed(x, self.weight)

    def weighed(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Return what these weights make of ``x``, and the bias of its own."""
        windows = nn.functional.unfold(x, self.kernel_size, padding=self.padding, stride=self.stride)
        products = torch.bmm(windows.permute(2, 0, 1), weight)
        y = products.permute(1, 2, 0).reshape(len(x), -1, *self.places)
        return y if self.bias is None else y + self.bias
