"""Layers that draw random numbers. Each class stands alone, can be copied, and says what it does in evaluation mode."""

from __future__ import annotations

import torch
from torch import nn


class DropPath(nn.Module):
    """Set whole examples to zero with probability ``p`` and divide the others by 1 − p (Huang et al. 2016).

    In evaluation mode nothing is dropped and nothing is scaled.
    """

    def __init__(self, p: float = 0.1):
        super().__init__()
        self.p = p

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the examples of ``x`` (N, …) that stay, enlarged, and zeros for the others."""
        if not self.training or self.p == 0:
            return x
        keep = 1 - self.p
        stays = x.new_empty((x.shape[0], *[1] * (x.dim() - 1))).bernoulli_(keep)
        return x * stays.div_(keep)


class GaussianNoise(nn.Module):
    """x + std·ε with ε from N(0, 1) for every number while training; ``std`` in the unit of ``x``.

    In evaluation mode ``x`` itself.
    """

    def __init__(self, std: float = 0.1):
        super().__init__()
        self.std = std

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the noisy numbers, in the shape of ``x``."""
        return x + self.std * torch.randn_like(x) if self.training else x


class GaussianDropout(nn.Module):
    """x·ε with ε from N(1, p/(1 − p)) for every number while training (Srivastava et al. 2014, section 10).

    In evaluation mode ``x`` itself.
    """

    def __init__(self, p: float = 0.5):
        super().__init__()
        self.p = p

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the scaled numbers, in the shape of ``x``."""
        if not self.training:
            return x
        spread: float = (self.p / (1 - self.p)) ** 0.5
        return x * (1 + spread * torch.randn_like(x))


class Reparameterize(nn.Module):
    """z = μ + exp(½·logvar)·ε with ε from N(0, 1) (Kingma & Welling 2014, section 2.4).

    ``mean`` and ``logvar`` (the logarithm of the variance) have one shape. In evaluation mode z is the mean, unless
    ``sample_in_eval``.
    """

    def __init__(self, sample_in_eval: bool = False):
        super().__init__()
        self.sample_in_eval = sample_in_eval

    def forward(self, mean: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
        """Return z, in the shape of ``mean``."""
        if not self.training and not self.sample_in_eval:
            return mean
        return mean + torch.exp(0.5 * logvar) * torch.randn_like(mean)


class AddNoise(nn.Module):
    """One jump of the diffusion forward process: √ᾱ_t·x + √(1 − ᾱ_t)·ε (Ho, Jain & Abbeel 2020, equation 4).

    ``linear``: β goes evenly from ``beta_start`` to ``beta_end``. ``cosine``: ᾱ_t = f(t)/f(0) with
    f(t) = cos²((t/T + 0.008)/1.008·π/2) and β at most 0.999 (Nichol & Dhariwal 2021, equation 17). Step 0 is the first
    noisy one. It draws in evaluation mode too. ``alphas_cumprod`` (steps) follows from the arguments, so it is not
    saved.
    """

    def __init__(
        self, num_steps: int = 1000, schedule: str = "linear", beta_start: float = 1e-4, beta_end: float = 0.02
    ):
        super().__init__()
        if schedule == "linear":
            betas = torch.linspace(beta_start, beta_end, num_steps, dtype=torch.float64)
        else:
            t = torch.linspace(0, 1, num_steps + 1, dtype=torch.float64)
            f = torch.cos((t + 0.008) / 1.008 * torch.pi / 2).square()
            betas = (1 - f[1:] / f[:-1]).clamp(max=0.999)
        alphas_cumprod = torch.cumprod(1 - betas, dim=0).to(torch.get_default_dtype())
        self.register_buffer("alphas_cumprod", alphas_cumprod, persistent=False)

    def forward(self, x: torch.Tensor, step: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the noisy ``x`` (N, …) and the noise in it; ``step`` (N) int64 from 0 to num_steps − 1."""
        kept = self.get_buffer("alphas_cumprod").to(x.dtype)[step].reshape(-1, *[1] * (x.dim() - 1))
        noise = torch.randn_like(x)
        return kept.sqrt() * x + (1 - kept).sqrt() * noise, noise


class RandomTimestep(nn.Module):
    """A whole number from 0 to ``num_steps`` − 1 for every example, all equally likely, in evaluation mode too."""

    def __init__(self, num_steps: int = 1000):
        super().__init__()
        self.num_steps = num_steps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N) int64; of ``x`` (N, …) only the number of examples counts."""
        return torch.randint(self.num_steps, (x.shape[0],), device=x.device)


class RandomNormal(nn.Module):
    """Numbers from N(0, 1) in a given shape, new ones at every call, in evaluation mode too."""

    def __init__(self, shape: tuple[int, ...]):
        super().__init__()
        self.shape = tuple(shape)

    def forward(self, like: torch.Tensor) -> torch.Tensor:
        """Return (N, shape); of ``like`` (N, …) the number of examples, the place and the number type count."""
        dtype = like.dtype if like.is_floating_point() else torch.get_default_dtype()
        return torch.randn((like.shape[0], *self.shape), dtype=dtype, device=like.device)


class MaskTokens(nn.Module):
    """Hide a share ``p`` of the tokens and say what they were (Devlin et al. 2019, section 3.1).

    Of the chosen tokens 80 % become ``mask_token``, 10 % any ordinary token, 10 % stay. Tokens below ``first_ordinary``
    are special and never chosen. It draws in evaluation mode too, because the task does not exist without it.
    """

    def __init__(self, num_embeddings: int, mask_token: int = 0, p: float = 0.15, first_ordinary: int = 1):
        super().__init__()
        self.num_embeddings = num_embeddings
        self.mask_token = mask_token
        self.p = p
        self.first_ordinary = first_ordinary

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the masked tokens (N, T) and the targets (N, T): the token where it was chosen, else −100."""
        chosen = (torch.rand(x.shape, device=x.device) < self.p) & (x >= self.first_ordinary) & (x != self.mask_token)
        fate = torch.rand(x.shape, device=x.device)
        other = torch.randint(self.first_ordinary, self.num_embeddings, x.shape, device=x.device)
        masked = torch.where(chosen & (fate < 0.8), torch.full_like(x, self.mask_token), x)
        masked = torch.where(chosen & (fate >= 0.8) & (fate < 0.9), other, masked)
        return masked, torch.where(chosen, x, torch.full_like(x, -100))


class GumbelSoftmax(nn.Module):
    """softmax((x + g)/tau) with Gumbel noise g along ``dim`` (Jang, Gu & Poole 2017, equation 2).

    ``hard`` answers with a one at the largest share and zeros elsewhere, while the gradient is that of the shares. In
    evaluation mode there is no noise.
    """

    def __init__(self, tau: float = 1.0, hard: bool = False, dim: int = -1):
        super().__init__()
        self.tau = tau
        self.hard = hard
        self.dim = dim

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return shares that add up to 1 along ``dim``, in the shape of ``x``; ``x`` are unnormalised log shares."""
        if self.training:
            return nn.functional.gumbel_softmax(x, tau=self.tau, hard=self.hard, dim=self.dim)
        shares = torch.softmax(x / self.tau, dim=self.dim)
        if not self.hard:
            return shares
        best = shares.argmax(dim=self.dim, keepdim=True)
        return torch.zeros_like(shares).scatter(self.dim, best, 1.0) + (shares - shares.detach())
