"""What a followed module becomes before it is drawn: layers, and the values that pass between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphs.message import Message, say
from graphs.tensors import TensorSpec


@dataclass(eq=False)
class Value:
    """One output of a placed layer.

    ``spec`` is what the drawing knows of it, ``shape`` its shape in the module, None where the batch is. A value
    without a batch that has no axis of size 1 in its place gains one in the drawing: then ``lead`` is 0, else 1.
    """

    item: Item
    port: str
    spec: TensorSpec
    shape: tuple[int | None, ...]
    lead: int = 1

    def axis(self, dim: int) -> int:
        """An axis of the module as the drawing counts it, without the batch; raises `Unfit` for the batch itself."""
        found = dim % max(len(self.shape), 1) - self.lead
        if found < 0:
            raise Unfit(say("it works along the examples of a batch"))
        return found


@dataclass(eq=False)
class Item:
    """A layer that will be placed. ``path`` is where its weights lie in the module, None when it has none.

    ``visit`` is the call of the module it happened in, ``order`` when. ``name`` is what it would like to be called.
    """

    type: str
    parameters: dict[str, Any]
    inputs: dict[str, list[Value]]
    visit: Any
    order: float
    name: str
    path: str | None = None
    share: Item | None = None
    outputs: dict[str, Value] = field(default_factory=dict)

    @property
    def sources(self) -> Iterator[Value]:
        """Everything that arrives, in the order of the ports."""
        for values in self.inputs.values():
            yield from values


class Unfit(Exception):  # noqa: N818 - it says what the operation is
    """An operation for which there is no layer, or not with what arrives; ``message`` says why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def operation_name(target: Any) -> str:
    """``softmax`` for torch's function, a tensor's method, and the ``aten.softmax.int`` of an exported module."""
    name = target if isinstance(target, str) else target.__name__
    return str(name).split(".")[0]


def reason(error: Exception) -> Message | str:
    """Why something failed: our own sentence, or the first line of what Python or torch said."""
    first = error.args[0] if error.args else None
    if isinstance(first, Message):
        return first
    lines = str(error).strip().splitlines()
    return lines[0][:200].rstrip(".") if lines else type(error).__name__


@dataclass(eq=False)
class Reading:
    """A whole module as layers: its inputs, everything in order, and its results by name."""

    inputs: list[Item]
    items: list[Item]
    outputs: dict[str, Value]
    training_only: frozenset[str] = frozenset()
