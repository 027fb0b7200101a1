"""Reading a module: what is tried, in which order, and what is said when nothing works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from graphs.message import Message
from graphs.network import Network

if TYPE_CHECKING:
    import torch
    from torch import nn


class ImportFailed(ValueError):  # noqa: N818 - it says what happened
    """A module that cannot be read; ``message`` says where and why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Imported:
    """A network that was read from a module. ``keys`` says where each weight of the module lies in the network: the
    same name but for names that cannot stand in a drawing."""

    network: Network
    keys: Mapping[str, str]


Examples: TypeAlias = "torch.Tensor | Sequence[torch.Tensor] | Mapping[str, torch.Tensor]"
"""One tensor, a row of tensors in the order of the arguments of ``forward``, or tensors by argument."""


def imported(module: nn.Module, example_inputs: Examples) -> Imported:
    """Read a module as `from_module` does, and say where its weights lie in the network."""
    from graphs.importing.following import read_module

    return read_module(module, example_inputs)


def from_module(module: nn.Module, example_inputs: Examples) -> Network:
    """Read a module as a network; weights stay where they are, but have the same names in both.

    ``example_inputs`` is one tensor, a row of tensors in the order of the arguments of ``forward``, or tensors by
    argument; the first axis of each is the batch, of any size. What torch does is followed in training and in use;
    results there are only in training become Outputs that are only in training. Modules with weights become blocks,
    equal ones copies of one block. A module that cannot be followed becomes a `PythonModule`. Raises `ImportFailed`.
    """
    return imported(module, example_inputs).network
