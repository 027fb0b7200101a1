"""What a drawing means: its steps in execution order, where each value comes from, and the faults. `graphs.planning`
works it out; shapes, costs, problems, code and programs read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pydantic

from graphs.edits import Edit
from graphs.elements import Average, FrozenMode
from graphs.layer import Arithmetic, Call, Cost, Family, Layer, ShapeError
from graphs.message import Message
from graphs.starts import Start
from graphs.tensors import Dim, TensorSpec


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
    loop: Loop | None = None

    @property
    def times(self) -> int:
        """How often the body runs for one example; once where the number of steps is a symbol."""
        return self.loop.length if self.loop is not None and isinstance(self.loop.length, int) else 1


@dataclass(frozen=True)
class Loop:
    """How a scan walks through time.

    ``each`` are the inputs that come step by step, with the axis of time of what arrives (the batch is axis 0);
    ``length`` is how many steps there are, ``steps`` how many where nothing comes step by step. ``end`` is the Output
    and the token that end it early. ``lengths`` is the input that says how many steps of each example are real; it may
    come step by step, as a mask.
    """

    each: tuple[tuple[str, int], ...]
    length: Dim
    steps: int | None = None
    reverse: bool = False
    end: tuple[str, int] | None = None
    lengths: str = ""


def loop_shape(loop: Loop | None) -> object:
    """What two scans have in common that have the same weights: all but how many time steps arrive."""
    return loop and (loop.each, loop.steps, loop.reverse, loop.end, loop.lengths)


@dataclass(frozen=True)
class Carried:
    """What a State does in a scan: the value that becomes its own in the next step, and how it starts.

    ``start`` builds the module of a learned start; ``given`` starts come from outside; others are ``fill`` everywhere.
    """

    start: Call | None = None
    given: bool = False
    fill: float = 0.0
    next: Source | None = None


class PlacedBlock(Layer):
    """A block stands here: a sub-network with ports and parameters of its own."""

    family = Family.BLOCK
    block: str
    arguments: dict[str, int | float] = pydantic.Field(default_factory=dict)

    @classmethod
    def type_name(cls) -> str:
        """Every placed block is a Block."""
        return "Block"


class PlacedScan(PlacedBlock):
    """A block stands here and runs once per time step."""

    family = Family.SCAN

    @classmethod
    def type_name(cls) -> str:
        """Every block that runs over time is a Scan."""
        return "Scan"


@dataclass(frozen=True)
class Step:
    """A node that works: its layer with resolved parameters, where its inputs come from, what it gives and costs.

    ``inputs`` has an entry per connected port, in the order of the layer's ports; a port that takes many has several
    sources. A placed block has no call but ``copies``, each fed by the one before. ``share`` is the node whose weights
    this one uses: it then has none of its own. ``follows`` is the node whose weights its own are the ``average`` of.
    ``weights`` are output ports that give a weight itself: the attribute of the module that is called like the port.
    ``start`` is how its weights start, ``rate`` how many times as fast as its player it learns.
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
    weights: Mapping[str, TensorSpec] = field(default_factory=dict)
    follows: int | None = None
    average: Average | None = None
    frozen_mode: FrozenMode = "eval"
    carried: Carried | None = None
    start: Start | None = None
    rate: float = 1.0

    def with_sizes(
        self,
        layer: Layer,
        outputs: Mapping[str, TensorSpec],
        call: Call | None,
        cost: Cost,
        arithmetic: tuple[Arithmetic, ...],
        weights: Mapping[str, TensorSpec],
    ) -> Step:
        """The same node with what it comes to where other sizes arrive; cheap, for an edit may reach every node."""
        other = object.__new__(Step)
        known = other.__dict__
        known.update(self.__dict__)
        known.pop("totals", None)
        known.update(layer=layer, outputs=outputs, call=call, cost=cost, arithmetic=arithmetic, weights=weights)
        return other

    @cached_property
    def totals(self) -> Totals:
        """What the node costs with everything inside it."""
        inner = [copy.body.totals for copy in self.copies]
        fixed = self.frozen or self.share is not None or self.follows is not None
        parameters, works = self.cost.parameters.number, self.call is not None
        return Totals(
            parameters,
            0 if fixed else sum(total.trainable for total in inner) if inner else parameters,
            self.cost.buffers,
            self.cost.multiply_adds.number,
            sum(copy.times * copy.body.totals.activation_bytes for copy in self.copies)
            if inner
            else works * sum(spec.bytes_per_example for spec in self.outputs.values()),
        )

    @property
    def is_entrance(self) -> bool:
        """Whether this is an Input or a State: nothing runs here, a value is there when the rest begins."""
        return self.call is None and not self.copies and not self.inputs

    @property
    def arrives(self) -> bool:
        """Whether a value comes here from outside: at an Input, or at a State whose start is given."""
        return self.is_entrance and (self.carried is None or self.carried.given)

    @property
    def is_exit(self) -> bool:
        """Whether this is an Output: nothing runs here, a value leaves under this name."""
        return self.call is None and not self.copies and bool(self.inputs)


@dataclass(frozen=True)
class Totals:
    """Numbers to learn and to keep, multiply-adds and bytes of activations of one example, of one node or many."""

    parameters: int = 0
    trainable: int = 0
    buffers: int = 0
    multiply_adds: int = 0
    activation_bytes: int = 0

    @classmethod
    def of(cls, parts: Iterable[Totals]) -> Totals:
        """Add up the totals of some nodes."""
        rows = [(p.parameters, p.trainable, p.buffers, p.multiply_adds, p.activation_bytes) for p in parts]
        return cls(*(sum(column) for column in zip(*rows, strict=True)))


@dataclass(frozen=True)
class Fix:
    """A change that mends a problem: its name on the button and the edit one click applies, as one step of undo."""

    title: Message
    edit: Edit


@dataclass(frozen=True)
class Fault:
    """A node that does not work, and why. ``parameter`` or ``port`` say which place on the node is meant; ``inside`` is
    the fault in the block that the node places, and ``copies`` its copies up to the one with the fault.
    ``fixes`` mend it."""

    node: int
    message: Message
    port: str = ""
    parameter: str = ""
    shape: ShapeError | None = None
    inside: Fault | None = None
    copies: tuple[Copy, ...] = field(default=(), repr=False)
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The meaning of a network: steps in execution order, the faults, and the nodes whose shape is not known because
    of them."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    waiting: frozenset[int]
    by_node: Mapping[int, Step] = field(repr=False)
    specs: Mapping[Source, TensorSpec] = field(repr=False)

    @cached_property
    def totals(self) -> Totals:
        """What all nodes cost; counted once, for the copies of a block share one plan."""
        return Totals.of(step.totals for step in self.steps)

    def step(self, node: int) -> Step | None:
        """The step of a node, or None when it has a fault or waits."""
        return self.by_node.get(node)

    def spec(self, node: int, port: str) -> TensorSpec | None:
        """What leaves a port, or None when it is not known."""
        return self.specs.get(Source(node, port))

    def needed(self, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
        """The steps that the wanted outputs depend on, in execution order."""
        live: set[int] = set()
        run: set[int] = set()  # a node of which only a weight is wanted does not run
        todo = [Source(source.path[0][0], "") if source.path else source for source in wanted]
        while todo:
            node, port, _ = todo.pop()
            if node in run or node not in self.by_node:
                continue
            step = self.by_node[node]
            live.add(node)
            if port in step.weights:
                todo += step.inputs.get(port, ())
            else:
                run.add(node)
                todo += [source for sources in step.inputs.values() for source in sources]
        return tuple(step for step in self.steps if step.node in live)
