"""Losses over classes and over numbers that torch lacks, and torch's own with a factor. Each class stands alone."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn


class WeightedLoss(nn.Module):
    """One of torch's losses times a factor; ``read`` turns labels (N) into ``numbers`` or ``signs`` shaped like x.

    ``class_weights`` say how much each class counts; ``pos_weight`` how much a yes counts beside a no.
    """

    def __init__(
        self,
        loss: str,
        factor: float = 1.0,
        read: str = "",
        class_weights: tuple[float, ...] = (),
        pos_weight: float | None = None,
        **options: float | str | bool,
    ):
        super().__init__()
        self.loss = getattr(nn, loss)(**options)
        # They belong to the recipe and not to what was learned, so no file of weights keeps them.
        for name, value in (("weight", class_weights or None), ("pos_weight", pos_weight)):
            if value is not None:
                delattr(self.loss, name)
                self.loss.register_buffer(name, torch.tensor(value), persistent=False)
        self.factor = factor
        self.read = read

    def forward(self, x: torch.Tensor, target: torch.Tensor, *more: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        if self.read and not target.is_floating_point():
            numbers = 2 * target - 1 if self.read == "signs" else target
            target = numbers.to(x.dtype).reshape(x.shape)
        loss: torch.Tensor = self.loss(x, target, *more)
        return self.factor * loss


class ClassCrossEntropyLoss(nn.Module):
    """Cross-entropy of scores (N, classes), a sequence of them (N, T, classes) or an image (N, classes, H, W).

    ``target`` has the classes as int64: (N), (N, T) or (N, H, W). Places where it is ``ignore_index`` do not count.
    The mean over all counted places is weighted by ``class_weights``.
    """

    weights: torch.Tensor | None

    def __init__(
        self,
        factor: float = 1.0,
        label_smoothing: float = 0.0,
        ignore_index: int = -100,
        class_weights: tuple[float, ...] = (),
    ):
        super().__init__()
        self.factor = factor
        self.label_smoothing = label_smoothing
        self.ignore_index = ignore_index
        self.register_buffer("weights", torch.tensor(class_weights) if class_weights else None, persistent=False)

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        if x.dim() == 3:
            x, target = x.flatten(0, 1), target.flatten()
        weights = None if self.weights is None else self.weights.to(x.dtype)
        loss = F.cross_entropy(x, target, weights, ignore_index=self.ignore_index, label_smoothing=self.label_smoothing)
        return self.factor * loss


class LogCoshLoss(nn.Module):
    """Mean of ln cosh(x − t), written so that large errors do not overflow; shapes alike or labels (N) for (N, 1)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        error = x - target.to(x.dtype).reshape(x.shape)
        # ln cosh e = e + softplus(-2e) - ln 2
        return self.factor * (error + F.softplus(-2 * error) - 0.6931471805599453).mean()


class QuantileLoss(nn.Module):
    """Mean of max(q·e, (q − 1)·e) with e = t − x (Koenker & Bassett 1978); labels (N) count as numbers for (N, 1)."""

    def __init__(self, quantile: float = 0.5, factor: float = 1.0):
        super().__init__()
        self.quantile = quantile
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        error = target.to(x.dtype).reshape(x.shape) - x
        return self.factor * torch.maximum(self.quantile * error, (self.quantile - 1) * error).mean()


class AbsolutePenalty(nn.Module):
    """Sum of the sizes of all numbers of an example, mean over the batch."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * x.abs().sum() / x.shape[0]


class SquaredPenalty(nn.Module):
    """Half the sum of the squares of all numbers of an example, mean over the batch."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * 0.5 * x.square().sum() / x.shape[0]


class EntropyLoss(nn.Module):
    """Entropy −Σ p ln p of softmax(x) over the last axis, mean over the rest, in nats; ``spread`` turns the sign."""

    def __init__(self, spread: bool = False, factor: float = 1.0):
        super().__init__()
        self.factor = -factor if spread else factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        logs = F.log_softmax(x, dim=-1)
        return -self.factor * (logs.exp() * logs).sum(-1).mean()


class FocalLoss(nn.Module):
    """Cross-entropy times (1 − p_t)^γ: softmax for labels (N) of (N, classes), sigmoid for anything else.

    In the sigmoid form ``alpha`` weighs a yes and 1 − alpha a no; with softmax it is a plain factor (Lin et al. 2017,
    eq. 4 and 5).
    """

    def __init__(self, gamma: float = 2.0, alpha: float | None = None, factor: float = 1.0):
        super().__init__()
        self.gamma = gamma
        self.alpha = alpha
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        if not target.is_floating_point() and x.shape[-1] > 1:
            entropy = F.cross_entropy(x, target, reduction="none")
            balance: torch.Tensor | float = 1.0 if self.alpha is None else self.alpha
        else:
            t = target.to(x.dtype).reshape(x.shape)
            entropy = F.binary_cross_entropy_with_logits(x, t, reduction="none")
            balance = 1.0 if self.alpha is None else self.alpha * t + (1 - self.alpha) * (1 - t)
        # A power below 1 has an endless slope at 0.
        missing = (1 - torch.exp(-entropy)).clamp(min=1e-8)
        return self.factor * (balance * missing**self.gamma * entropy).mean()


class DistillationLoss(nn.Module):
    """α·T²·KL(teacher ‖ student), both at temperature T, plus (1 − α)·cross-entropy with the label.

    ``x`` and ``teacher`` (N, classes) are scores, ``target`` (N) int64 (Hinton et al. 2015). The teacher gets no
    gradient.
    """

    def __init__(self, temperature: float = 4.0, alpha: float = 0.9, factor: float = 1.0):
        super().__init__()
        self.temperature = temperature
        self.alpha = alpha
        self.factor = factor

    def forward(self, x: torch.Tensor, teacher: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        soft = F.log_softmax(x / self.temperature, dim=1)
        wanted = F.log_softmax(teacher.detach() / self.temperature, dim=1)
        divergence = F.kl_div(soft, wanted, reduction="batchmean", log_target=True) * self.temperature**2
        return self.factor * (self.alpha * divergence + (1 - self.alpha) * F.cross_entropy(x, target))


class CTCLoss(nn.Module):
    """Connectionist temporal classification of scores ``x`` (N, T, classes); the log-softmax is inside.

    ``target`` (N, S) has the classes in order; places with ``blank`` are padding unless ``target_lengths`` (N) says how
    many count. ``input_lengths`` (N) says how many steps count, else all (Graves et al. 2006).
    """

    def __init__(self, blank: int = 0, zero_infinity: bool = False, factor: float = 1.0):
        super().__init__()
        self.blank = blank
        self.zero_infinity = zero_infinity
        self.factor = factor

    def forward(
        self,
        x: torch.Tensor,
        target: torch.Tensor,
        input_lengths: torch.Tensor | None = None,
        target_lengths: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        steps = torch.arange(target.shape[1], device=target.device)
        counts = target != self.blank if target_lengths is None else steps < target_lengths[:, None]
        if input_lengths is None:
            input_lengths = torch.full((x.shape[0],), x.shape[1], device=x.device)
        loss = F.ctc_loss(
            F.log_softmax(x, dim=2).transpose(0, 1),
            target[counts],
            input_lengths,
            counts.sum(1),
            self.blank,
            zero_infinity=self.zero_infinity,
        )
        return self.factor * loss
