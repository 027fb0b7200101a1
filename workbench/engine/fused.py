"""The step of torch's fused optimizers, without what torch prepares anew before each of them.

``optimizer.step()`` collects the weights, their gradients and their states into lists, groups these by device and kind
of number, and tells hooks and profilers, every time; in a small network that takes longer than the arithmetic itself.
Here the lists are made once, and the same kernel is called with the same tensors, so the weights come out the same to
the last bit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Kernel = Callable[[dict[str, Any], list[Tensor], tuple[list[Tensor], ...]], None]
"""Takes a step for a group of an optimizer: its settings, the gradients, and the lists of weights and states."""


class FusedStep:
    """Takes the steps of an optimizer; call it when the gradients are there.

    Where torch has something to do that is not a plain step (the first one, which makes the states; weights without a
    gradient), it leaves it to ``optimizer.step()``.
    """

    def __init__(self, optimizer: torch.optim.Optimizer, kernel: Kernel, states: tuple[str, ...]):
        self._optimizer, self._kernel, self._states = optimizer, kernel, states
        self._lists: list[tuple[dict[str, Any], tuple[list[Tensor], ...]]] = []

    def __call__(self) -> None:
        """Take one step."""
        if not self._lists:
            self._optimizer.step()
            self._collect()
            return
        found: list[list[Tensor]] = []
        for _, lists in self._lists:
            slopes = [parameter.grad for parameter in lists[0]]
            if any(slope is None for slope in slopes):
                self._optimizer.step()
                return
            found.append(slopes)  # type: ignore[arg-type]  # none of them is None
        with torch.no_grad():
            for (group, lists), given in zip(self._lists, found, strict=True):
                self._kernel(group, given, lists)

    def forget(self) -> None:
        """Collect the states anew: they were replaced."""
        self._lists = []

    def _collect(self) -> None:
        state = self._optimizer.state
        found = []
        for group in self._optimizer.param_groups:
            own: list[Tensor] = group["params"]
            kinds = {(parameter.device, parameter.dtype) for parameter in own}
            if len(kinds) != 1 or any(name not in state[parameter] for parameter in own for name in self._states):
                return
            found.append((group, (own, *([state[parameter][name] for parameter in own] for name in self._states))))
        self._lists = found


def _adam(group: dict[str, Any], slopes: list[Tensor], lists: tuple[list[Tensor], ...]) -> None:
    weights, means, squares, steps = lists
    torch._foreach_add_(steps, 1)
    beta1, beta2 = group["betas"]
    kernel = torch._fused_adamw_ if group["decoupled_weight_decay"] else torch._fused_adam_
    kernel(
        weights, slopes, means, squares, [], steps, amsgrad=False, lr=group["lr"], beta1=beta1, beta2=beta2,
        weight_decay=group["weight_decay"], eps=group["eps"], maximize=False,
    )  # fmt: skip


def _sgd(group: dict[str, Any], slopes: list[Tensor], lists: tuple[list[Tensor], ...]) -> None:
    torch._fused_sgd_(
        lists[0], slopes, lists[1] if len(lists) > 1 else [], weight_decay=group["weight_decay"],
        momentum=group["momentum"], lr=group["lr"], dampening=group["dampening"], nesterov=group["nesterov"],
        maximize=False, is_first_step=False,
    )  # fmt: skip


def fused_step(optimizer: torch.optim.Optimizer) -> FusedStep | None:
    """How an optimizer's steps are taken without preparation; None for one that has no such kernel here."""
    groups = optimizer.param_groups
    if not all(group.get("fused") and not group.get("maximize") for group in groups):
        return None
    kind = type(optimizer)
    if kind in (torch.optim.Adam, torch.optim.AdamW) and not any(g["amsgrad"] or g["capturable"] for g in groups):
        return FusedStep(optimizer, _adam, ("exp_avg", "exp_avg_sq", "step"))
    if kind is torch.optim.SGD:
        moves = {group["momentum"] != 0 for group in groups}
        if len(moves) == 1:
            return FusedStep(optimizer, _sgd, ("momentum_buffer",) if moves.pop() else ())
    return None
