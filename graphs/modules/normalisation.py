"""Layers whose weights are brought to a scale before they are used. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class WeightNormLinear(nn.Linear):
    """A linear layer with w = g·v/‖v‖ for each output; g and v are learned (Salimans & Kingma 2016, equation 2).

    ``parametrizations.weight.original0`` is g (out, 1), ``original1`` is v (out, in), as torch names them.
    """

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__(in_features, out_features, bias=bias)
        nn.utils.parametrizations.weight_norm(self)


class WeightNormConv2d(nn.Conv2d):
    """A convolution with w = g·v/‖v‖ for each filter; g and v are learned. Takes the arguments of ``nn.Conv2d``."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | tuple[int, int],
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
        dilation: int | tuple[int, int] = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = "zeros",
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias,
            padding_mode,  # type: ignore[arg-type]
        )  # fmt: skip
        nn.utils.parametrizations.weight_norm(self)


class SpectralNormLinear(nn.Linear):
    """A linear layer whose weight is divided by its largest singular value (Miyato et al. 2018, algorithm 1).

    While training, each call refines the estimate by so many power iterations; in use it stays as it is.
    """

    def __init__(self, in_features: int, out_features: int, bias: bool = True, n_power_iterations: int = 1):
        super().__init__(in_features, out_features, bias=bias)
        nn.utils.parametrizations.spectral_norm(self, n_power_iterations=n_power_iterations)


class SpectralNormConv2d(nn.Conv2d):
    """A convolution whose filters, as one matrix (out, in·rows·columns), are divided by its largest singular value.

    Takes the arguments of ``nn.Conv2d``. While training, each call refines the estimate; in use it stays as it is.
    """

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | tuple[int, int],
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
        dilation: int | tuple[int, int] = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = "zeros",
        n_power_iterations: int = 1,
    ):
        super().__init__(
            in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias,
            padding_mode,  # type: ignore[arg-type]
        )  # fmt: skip
        nn.utils.parametrizations.spectral_norm(self, n_power_iterations=n_power_iterations)


class LayerNorm2d(nn.LayerNorm):
    """Layer normalisation over the channels of (N, C, H, W), at every pixel by itself (Liu et al. 2022)."""

    def __init__(self, channels: int, eps: float = 1e-6, elementwise_affine: bool = True):
        super().__init__(channels, eps=eps, elementwise_affine=elementwise_affine)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, H, W)."""
        last = x.permute(0, 2, 3, 1)
        last = nn.functional.layer_norm(last, self.normalized_shape, self.weight, self.bias, self.eps)
        return last.permute(0, 3, 1, 2)
