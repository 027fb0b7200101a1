"""What torch itself must not do while a module is followed: it would look for numbers where there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
import torch.utils.checkpoint

from graphs.message import say

TWICE = (torch.utils.checkpoint.checkpoint,)
"""Calculates a part of a network again in the backward pass, to save memory; what it gives is what the part gives."""


class OwnBackward(TypeError):  # noqa: N818 - it says what the code has
    """Code with a backward pass of its own: no layer and no record of operations would keep it."""


def straight(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Do once what `TWICE` does."""
    for name in ("use_reentrant", "preserve_rng_state", "context_fn", "determinism_check", "debug", "early_stop"):
        kwargs.pop(name, None)
    return function(*args, **kwargs)


_FUNCTION: Any = torch.autograd.Function
_CHECKPOINTS: Any = torch.utils.checkpoint
_APPLY = _FUNCTION.__dict__["apply"]


def _apply(cls: Any, *args: Any, **kwargs: Any) -> Any:
    """``torch.autograd.Function.apply`` for tensors with numbers; anything else stands for a tensor."""
    if any(isinstance(one, torch.Tensor) and type(one) not in (torch.Tensor, torch.nn.Parameter) for one in args):
        raise OwnBackward(say("it has a backward pass of its own"))
    return _APPLY.__get__(None, cls)(*args, **kwargs)


@contextmanager
def guarded() -> Iterator[None]:
    """For a while, checkpoints do nothing and backward passes of somebody's own are refused."""
    _FUNCTION.apply = classmethod(_apply)
    _CHECKPOINTS.checkpoint = straight
    try:
        yield
    finally:
        _FUNCTION.apply = _APPLY
        _CHECKPOINTS.checkpoint = TWICE[0]
