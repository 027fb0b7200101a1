"""An optimizer's memory as tensors and JSON, there and back: nothing of it is ever pickled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor


def taken_apart(optimizer: torch.optim.Optimizer, prefix: str) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """The state of an optimizer: its tensors under names that begin with ``prefix``, and everything else as JSON.

    A list (LBFGS keeps its last moves) becomes tensors with numbers behind its name.
    """
    tensors: dict[str, Tensor] = {}
    rest: dict[str, Any] = {}
    for index, state in optimizer.state_dict()["state"].items():
        for name, value in state.items():
            key = f"{index}/{name}"
            if isinstance(value, Tensor):
                tensors[prefix + key] = value
            elif isinstance(value, list) and all(isinstance(one, Tensor) for one in value):
                rest[key] = {"tensors": len(value)}
                tensors |= {f"{prefix}{key}/{place}": one for place, one in enumerate(value)}
            elif isinstance(value, list):
                # LBFGS's room for the products of its two loops: only what it computes anew is in there.
                rest[key] = {"room": len(value)}
            else:
                rest[key] = value
    return tensors, rest


def put_together(
    optimizer: torch.optim.Optimizer, prefix: str, tensors: Mapping[str, Tensor], rest: Mapping[str, Any]
) -> None:
    """Give an optimizer back the state that `taken_apart` gave, lying in memory as the weights do."""
    weights = [parameter for group in optimizer.param_groups for parameter in group["params"]]
    known: dict[str, Any] = optimizer.state_dict()
    state: dict[int, dict[str, Any]] = {}
    for name, value in tensors.items():
        if name.startswith(prefix):
            index, key = name.removeprefix(prefix).split("/", 1)
            if "/" not in key:
                state.setdefault(int(index), {})[key] = _laid_like(weights[int(index)], value)
    for name, kept in rest.items():
        index, key = name.split("/", 1)
        found: Any = kept
        if isinstance(kept, Mapping) and "tensors" in kept:
            found = [tensors[f"{prefix}{name}/{place}"].clone() for place in range(int(kept["tensors"]))]
        elif isinstance(kept, Mapping):
            found = [None] * int(kept["room"])
        state.setdefault(int(index), {})[key] = found
    known["state"] = state
    optimizer.load_state_dict(known)


def _laid_like(weight: Tensor, value: Tensor) -> Tensor:
    """A copy that has a weight's strides where it has its shape: fused kernels walk through both side by side."""
    if value.shape != weight.shape:
        return value.clone()
    return torch.empty_like(weight, dtype=value.dtype, device=value.device).copy_(value)
