"""Weights as the drawing says they start, and how fast each learns; drawn from the random numbers in force."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import init
from torch.nn.modules.conv import _ConvTransposeNd

from graphs.meaning import Plan, Step
from graphs.modules.places import module_at
from graphs.starts import WAYS, Start

_STACKED: tuple[tuple[type[nn.Module], int], ...] = (
    (nn.LSTM, 4), (nn.LSTMCell, 4), (nn.GRU, 3), (nn.GRUCell, 3),
)  # fmt: skip
"""Modules that lay the matrices of their gates on each other; each gate starts by itself."""


@dataclass(frozen=True)
class _Owner:
    """A module where it stands, the start that holds for it, and how many times as fast as its player it learns."""

    step: Step
    module: nn.Module
    start: Start | None
    rate: float


def _owners(branch: nn.Module, meaning: Plan, start: Start | None = None, rate: float = 1.0) -> Iterator[_Owner]:
    """Walk through a tree: inside a block its own start holds before the block's, and the rates are multiplied."""
    for step in meaning.steps:
        if step.share is not None:
            continue
        mine, fast = step.start or start, step.rate * rate
        learned = step.carried is not None and step.carried.start is not None
        if learned or (step.call is not None and step.call.is_module):
            module = module_at(branch, (step.name,))
            if module is not None:
                yield _Owner(step, module, mine, fast)
        for copy in step.copies:
            inner = module_at(branch, copy.path)
            if inner is not None:
                yield from _owners(inner, copy.body, mine, fast)


def rates(branch: nn.Module, meaning: Plan) -> dict[int, float]:
    """How many times as fast as its player each parameter learns, by ``id(parameter)``; those that differ from 1."""
    return {
        id(parameter): owner.rate
        for owner in _owners(branch, meaning)
        if owner.rate != 1.0
        for parameter in owner.module.parameters()
    }


def start_weights(branch: nn.Module, meaning: Plan) -> None:
    """Give every weight of a tree the start its node asks for.

    What asks for nothing keeps its numbers, and draws no random number more or less than without.
    """
    with torch.no_grad():
        for owner in _owners(branch, meaning):
            if owner.start is not None:
                start_module(owner.module, owner.start)


def start_module(module: nn.Module, start: Start) -> None:
    """Start the weights and biases of one module, and the forget gate of an LSTM.

    A weight with one axis (of a normalisation) has no numbers that arrive and leave, so ways that ask for them leave it
    as it is.
    """
    way = WAYS[start.way]
    with torch.no_grad():
        for holder in module.modules():
            for name, tensor in holder.named_parameters(recurse=False):
                if "bias" in name:
                    if start.bias is not None:
                        init.constant_(tensor, start.bias)
                elif start.way != "torch" and (tensor.dim() >= 2 or not way.shaped):
                    for part in _parts(holder, name, tensor):
                        _fill(holder, part, start)
            if start.forget is not None and isinstance(holder, nn.LSTM | nn.LSTMCell):
                _open_forget_gate(holder, start.forget)


def _parts(module: nn.Module, name: str, tensor: Tensor) -> tuple[Tensor, ...]:
    """The matrices in a weight: one for each gate, one each for query, key and value, else the weight itself."""
    count = next((number for kind, number in _STACKED if isinstance(module, kind)), 1)
    if isinstance(module, nn.MultiheadAttention) and name == "in_proj_weight":
        count = 3
    return tuple(tensor.chunk(count)) if tensor.dim() >= 2 else (tensor,)


def _fill(module: nn.Module, tensor: Tensor, start: Start) -> None:
    """Start one weight. A transposed convolution is laid out the other way round: inputs first, in groups."""
    if not isinstance(module, _ConvTransposeNd):
        _FILLS[start.way](tensor, start, getattr(module, "groups", 1))
        return
    groups = module.groups
    inputs, outputs, *kernel = tensor.shape
    turned = torch.empty(groups * outputs, inputs // groups, *kernel, dtype=tensor.dtype, device=tensor.device)
    _FILLS[start.way](turned, start, groups)
    back = turned.reshape(groups, outputs, inputs // groups, *kernel).transpose(1, 2)
    tensor.copy_(back.reshape(tensor.shape))


def _truncated(tensor: Tensor, start: Start, groups: int) -> None:
    mean, std = start.number("mean"), start.number("std")
    if std == 0:
        init.constant_(tensor, mean)
    else:
        init.trunc_normal_(tensor, mean, std, mean - 2 * std, mean + 2 * std)


def _identity(tensor: Tensor, start: Start, groups: int) -> None:
    if tensor.dim() == 2:
        init.eye_(tensor)
    elif tensor.dim() <= 5:
        init.dirac_(tensor, groups)


def _kaiming(tensor: Tensor, start: Start, fill: Callable[[Tensor, float], object]) -> None:
    """He et al. 2015, eq. 10 and 14: a deviation of √(2 / ((1 + s²)·n_in))."""
    fan_in = tensor[0].numel()
    fill(tensor, math.sqrt(2.0 / (1.0 + start.number("slope") ** 2) / fan_in))


_Filling = Callable[[Tensor, Start, int], object]

_FILLS: Mapping[str, _Filling] = {
    "zeros": lambda tensor, start, groups: init.zeros_(tensor),
    "constant": lambda tensor, start, groups: init.constant_(tensor, start.number("value")),
    "uniform": lambda tensor, start, groups: init.uniform_(tensor, start.number("low"), start.number("high")),
    "normal": lambda tensor, start, groups: init.normal_(tensor, start.number("mean"), start.number("std")),
    "truncated_normal": _truncated,
    "xavier_uniform": lambda tensor, start, groups: init.xavier_uniform_(tensor, start.number("gain")),
    "xavier_normal": lambda tensor, start, groups: init.xavier_normal_(tensor, start.number("gain")),
    "kaiming_uniform": lambda tensor, start, groups: _kaiming(
        tensor, start, lambda weight, std: init.uniform_(weight, -math.sqrt(3.0) * std, math.sqrt(3.0) * std)
    ),
    "kaiming_normal": lambda tensor, start, groups: _kaiming(
        tensor, start, lambda weight, std: init.normal_(weight, 0.0, std)
    ),
    "orthogonal": lambda tensor, start, groups: init.orthogonal_(tensor, start.number("gain")),
    "identity": _identity,
}


def _open_forget_gate(module: nn.LSTM | nn.LSTMCell, value: float) -> None:
    """Let the biases of the forget gate sum to ``value``. PyTorch lays the gates down as i, f, g, o, and adds two
    biases."""
    size = module.hidden_size
    for name, tensor in module.named_parameters(recurse=False):
        if name.startswith("bias_ih"):
            tensor[size : 2 * size] = value
        elif name.startswith("bias_hh"):
            tensor[size : 2 * size] = 0.0
