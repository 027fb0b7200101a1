"""What a drawing means: its steps in execution order, where each value comes from, and the faults. `graphs.planning`
works it out; shapes, costs, problems, code and programs read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graphs.layer import Arithmetic, Call, Cost, Family, Layer, ShapeError
from graphs.message import Message
from graphs.tensors import TensorSpec


class Source(NamedTuple):
    """One output of a node: where a value comes from.

    ``path`` leads into blocks: the node that places each block, from the outermost, and the number of its copy.
    """

    node: int
    port: str
    path: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Copy:
    """One copy of a placed block: the names that lead to its modules from where it is placed, and its own plan."""

    path: tuple[str, ...]
    body: Plan


class PlacedBlock(Layer):
    """A block stands here: a sub-network with ports and parameters of its own."""

    family = Family.BLOCK
    block: str

    @classmethod
    def type_name(cls) -> str:
        """Every placed block is a Block."""
        return "Block"


@dataclass(frozen=True)
class Step:
    """A node that works: its layer with resolved parameters, where its inputs come from, what it gives and costs.

    ``inputs`` has an entry per connected port, in the order of the layer's ports; a port that takes many has several
    sources. A placed block has no call but ``copies``, each fed by the one before. ``share`` is the node whose weights
    this one uses: it then has none of its own.
    """

    node: int
    name: str
    layer: Layer
    inputs: Mapping[str, tuple[Source, ...]]
    outputs: Mapping[str, TensorSpec]
    call: Call | None
    cost: Cost
    arithmetic: tuple[Arithmetic, ...]
    frozen: bool
    copies: tuple[Copy, ...] = ()
    share: int | None = None

    @property
    def is_entrance(self) -> bool:
        """Whether this is an Input: nothing runs here, a value comes from outside."""
        return self.call is None and not self.copies and not self.inputs

    @property
    def is_exit(self) -> bool:
        """Whether this is an Output: nothing runs here, a value leaves under this name."""
        return self.call is None and not self.copies and bool(self.inputs)


@dataclass(frozen=True)
class Fault:
    """A node that does not work, and why. ``parameter`` or ``port`` say which place on the node is meant; ``inside`` is
    the fault in the block that the node places, and ``copies`` its copies up to the one with the fault."""

    node: int
    message: Message
    port: str = ""
    parameter: str = ""
    shape: ShapeError | None = None
    inside: Fault | None = None
    copies: tuple[Copy, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Plan:
    """The meaning of a network: steps in execution order, the faults, and the nodes whose shape is not known because
    of them."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    waiting: frozenset[int]
    by_node: Mapping[int, Step] = field(repr=False)
    specs: Mapping[Source, TensorSpec] = field(repr=False)

    def step(self, node: int) -> Step | None:
        """The step of a node, or None when it has a fault or waits."""
        return self.by_node.get(node)

    def spec(self, node: int, port: str) -> TensorSpec | None:
        """What leaves a port, or None when it is not known."""
        return self.specs.get(Source(node, port))

    def needed(self, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
        """The steps that the wanted outputs depend on, in execution order."""
        live: set[int] = set()
        todo = [source.path[0][0] if source.path else source.node for source in wanted]
        while todo:
            node = todo.pop()
            if node not in live and node in self.by_node:
                live.add(node)
                todo += [s.node for sources in self.by_node[node].inputs.values() for s in sources]
        return tuple(step for step in self.steps if step.node in live)
