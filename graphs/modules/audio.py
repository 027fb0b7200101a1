"""From sound to pictures of sound: spectrograms, mel bands and cepstral coefficients.

Each class stands alone and can be copied. Windows, filters and cosines follow from the arguments and are not saved.
"""

from __future__ import annotations

import math

import torch
from torch import nn


def mel_filters(bins: int, sample_rate: float, n_mels: int, f_min: float, f_max: float) -> torch.Tensor:
    """Return triangles (n_mels, bins), evenly spaced in mel = 2595·log10(1 + f/700), each 1 at its peak; f in Hz."""
    low, high = (2595 * math.log10(1 + f / 700) for f in (f_min, f_max))
    corners = 700 * (10 ** (torch.linspace(low, high, n_mels + 2, dtype=torch.float64) / 2595) - 1)
    frequencies = torch.linspace(0, sample_rate / 2, bins, dtype=torch.float64)
    left, peak, right = corners[:-2, None], corners[1:-1, None], corners[2:, None]
    rising = (frequencies - left) / (peak - left)
    falling = (right - frequencies) / (right - peak)
    return torch.minimum(rising, falling).clamp(min=0).to(torch.get_default_dtype())


def cosines(count: int, length: int) -> torch.Tensor:
    """Return the first ``count`` rows of the orthonormal DCT-II matrix (length, length)."""
    n = torch.arange(length, dtype=torch.float64) + 0.5
    rows = torch.cos(math.pi / length * n * torch.arange(count, dtype=torch.float64)[:, None])
    rows *= math.sqrt(2 / length)
    rows[0] /= math.sqrt(2)
    return rows.to(torch.get_default_dtype())


def short_time_spectrum(
    x: torch.Tensor, window: torch.Tensor, hop_length: int, center: bool, squared: bool
) -> torch.Tensor:
    """Return magnitudes, or their squares, (N, C, n_fft/2 + 1, frames) of signals (N, C, T) under a window (n_fft)."""
    spectrum = torch.stft(
        x.flatten(0, 1), window.numel(), hop_length, window=window.to(x.dtype), center=center, return_complex=True
    )
    size = spectrum.real.square() + spectrum.imag.square() if squared else spectrum.abs()
    return size.reshape(*x.shape[:2], *size.shape[1:])


class Spectrogram(nn.Module):
    """The short-time Fourier transform of (N, C, T) under a Hann window: how strong each frequency is, frame by frame.

    ``power``: squares of the magnitudes. ``center``: the signal is mirrored at both ends, so that frames lie around
    their moment.
    """

    def __init__(self, n_fft: int = 256, hop_length: int = 128, power: bool = True, center: bool = True):
        super().__init__()
        self.hop_length, self.power, self.center = hop_length, power, center
        self.register_buffer("window", torch.hann_window(n_fft), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, n_fft/2 + 1, frames)."""
        return short_time_spectrum(x, self.get_buffer("window"), self.hop_length, self.center, self.power)


class MelFilterBank(nn.Module):
    """Add up the frequencies of a spectrogram (N, C, bins, frames) in bands as the ear divides them."""

    def __init__(self, bins: int, sample_rate: float, n_mels: int, f_min: float, f_max: float):
        super().__init__()
        self.register_buffer("filters", mel_filters(bins, sample_rate, n_mels, f_min, f_max), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, n_mels, frames)."""
        return torch.matmul(self.get_buffer("filters").to(x.dtype), x)


class MFCC(nn.Module):
    """Mel-frequency cepstral coefficients of (N, C, T): DCT-II of the logarithm of the mel bands of the power spectrum.

    The logarithm is natural and of the power plus 1e-6 (Davis & Mermelstein 1980).
    """

    def __init__(self, sample_rate: float, n_mfcc: int, n_mels: int, n_fft: int, hop_length: int):
        super().__init__()
        self.hop_length = hop_length
        self.register_buffer("window", torch.hann_window(n_fft), persistent=False)
        filters = mel_filters(n_fft // 2 + 1, sample_rate, n_mels, 0.0, sample_rate / 2)
        self.register_buffer("filters", filters, persistent=False)
        self.register_buffer("cosines", cosines(n_mfcc, n_mels), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, n_mfcc, frames)."""
        power = short_time_spectrum(x, self.get_buffer("window"), self.hop_length, True, True)
        bands = torch.matmul(self.get_buffer("filters").to(x.dtype), power)
        return torch.matmul(self.get_buffer("cosines").to(x.dtype), torch.log(bands + 1e-6))
