"""Two networks beside each other: which nodes they share, what changed at those, what was added and removed.

The left network is taken as the older one: *added* means only the right one has it. Blocks are compared inside, where
both networks place one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graphs.catalogue import ParameterError, check_parameters, fields_of
from graphs.costs import summary
from graphs.expressions import ExpressionError, resolve
from graphs.matching import match
from graphs.meaning import PlacedBlock, Plan, Step
from graphs.message import counted, mark
from graphs.network import Network, Node
from graphs.planning import plan
from graphs.tensors import TensorSpec


class Status(StrEnum):
    """What became of a node."""

    SAME = mark("same")
    CHANGED = mark("changed")
    ADDED = mark("added")
    REMOVED = mark("removed")


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same at a pair of nodes.

    ``what`` is a parameter by its name, or ``type``, ``output``, ``inputs``, or what is set beside the
    parameters (``repeat``, ``frozen``, ``share``, ``scan``);
    ``parameters`` where only what arrives makes their number another. A value is None where that side has no such
    thing.
    """

    what: str
    left: str | None
    right: str | None


@dataclass(frozen=True)
class Place:
    """A node in one of the networks: its id there, its words, what leaves it, and what it costs for one example."""

    node: int
    name: str
    type: str
    output: TensorSpec | None
    parameters: int
    multiply_adds: int


@dataclass(frozen=True)
class Row:
    """A pair of nodes, or one that the other network has not. ``inside`` compares the blocks they place; its costs are
    those of the first copy."""

    status: Status
    left: Place | None
    right: Place | None
    differences: tuple[Difference, ...] = ()
    inside: Comparison | None = None

    @property
    def name(self) -> str:
        """What the pair is called: one name, or both where they differ."""
        names = dict.fromkeys(place.name for place in (self.left, self.right) if place is not None)
        return " → ".join(names)

    @property
    def parameters(self) -> int:
        """How many parameters the right node has more than the left one."""
        return (self.right.parameters if self.right else 0) - (self.left.parameters if self.left else 0)


@dataclass(frozen=True)
class Total:
    """What a whole network costs for one example."""

    parameters: int
    multiply_adds: int
    nodes: int


@dataclass(frozen=True)
class Comparison:
    """Two networks, row by row in an order that suits both."""

    left: Total
    right: Total
    rows: tuple[Row, ...]

    def count(self, status: Status) -> int:
        """How many rows have a status."""
        return sum(row.status is status for row in self.rows)

    @property
    def is_same(self) -> bool:
        """Whether no node differs, inside blocks neither."""
        return all(row.status is Status.SAME for row in self.rows)

    def walk(self, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Row]]:
        """Every row with the names that lead to it, the rows inside a block after the block."""
        for row in self.rows:
            here = (*path, row.name)
            yield here, row
            if row.inside is not None:
                yield from row.inside.walk(here)


def compare(left: Network, right: Network) -> Comparison:
    """Compare two networks. Faults are no hindrance: a node without a shape is compared by its parameters."""
    before, after = plan(left), plan(right)
    sums = [summary(network) for network in (left, right)]
    totals = [
        Total(one.parameters, one.multiply_adds, len(network)) for one, network in zip(sums, (left, right), strict=True)
    ]
    return _Comparing().compared(left, before, right, after, totals[0], totals[1])


class _Comparing:
    """One comparison; blocks that are placed in the same way many times are compared once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int, int], tuple[Comparison, Plan, Plan]] = {}

    def compared(self, left: Network, before: Plan, right: Network, after: Plan, old: Total, new: Total) -> Comparison:
        pairs = match(left, before, right, after)
        partners = {b: a for a, b in pairs if a is not None and b is not None}
        feeds = _Feeds(left, {a: a for a in partners.values()}), _Feeds(right, partners)
        rows = []
        for a, b in pairs:
            first = None if a is None else left.node(a)
            second = None if b is None else right.node(b)
            if first is None or second is None:
                status = Status.ADDED if first is None else Status.REMOVED
                rows.append(Row(status, _place(first, before), _place(second, after)))
                continue
            steps = before.step(first.id), after.step(second.id)
            differences = [*_parameters(left, first, steps[0], right, second, steps[1]), *_shapes(*steps)]
            alike = first.type == second.type
            sources = [feed.of(node.id, ports=alike) for feed, node in zip(feeds, (first, second), strict=True)]
            if sources[0] != sources[1]:
                words = [", ".join(left.node(node).name for _, nodes in row for node in nodes) for row in sources]
                differences.append(Difference("inputs", words[0] or None, words[1] or None))
            weights = [0 if step is None else step.cost.parameters.number for step in steps]
            if all(steps) and weights[0] != weights[1] and all(one.what == "output" for one in differences):
                differences.append(Difference("parameters", counted(weights[0]), counted(weights[1])))
            inside = self._inside(left, first, steps[0], right, second, steps[1])
            changed = bool(differences) or (inside is not None and not inside.is_same)
            status = Status.CHANGED if changed else Status.SAME
            rows.append(Row(status, _place(first, before), _place(second, after), tuple(differences), inside))
        return Comparison(old, new, tuple(rows))

    def _inside(
        self, left: Network, first: Node, before: Step | None, right: Network, second: Node, after: Step | None
    ) -> Comparison | None:
        old, new = left.block_of(first.id), right.block_of(second.id)
        if old is None or new is None:
            return None
        bodies = body_of(before), body_of(after)
        key = (id(old), id(new), id(bodies[0]), id(bodies[1]))
        if key not in self._known:
            found = self.compared(old, bodies[0], new, bodies[1], _total(bodies[0], old), _total(bodies[1], new))
            self._known[key] = (found, *bodies)  # the plans are kept so that no other takes their place in memory
        return self._known[key][0]


def body_of(step: Step | None) -> Plan:
    """What the first copy of a placed block means; an empty plan where it has a fault or nothing arrives."""
    return step.copies[0].body if step is not None and step.copies else _NOTHING


_NOTHING = Plan((), (), frozenset(), {}, {})


def _total(body: Plan, block: Network) -> Total:
    parameters = sum(step.cost.parameters.number for step in body.steps)
    return Total(parameters, sum(step.cost.multiply_adds.number for step in body.steps), len(block))


def _place(node: Node | None, planned: Plan) -> Place | None:
    if node is None:
        return None
    step = planned.step(node.id)
    if step is None:
        return Place(node.id, node.name, node.type, None, 0, 0)
    output = next(iter(step.outputs.values()), None)
    return Place(node.id, node.name, node.type, output, step.cost.parameters.number, step.cost.multiply_adds.number)


_Feed = tuple[str, tuple[int, ...]]
"""A port and the nodes of the left network that feed it."""


class _Feeds:
    """Where the inputs of a node come from, looking through nodes that the other network has not.

    A layer put in between is then told once, as added, and not again at the node after it.
    """

    def __init__(self, network: Network, partners: Mapping[int, int]):
        self._network, self._partners = network, partners
        self._through: dict[int, tuple[int, ...]] = {}
        for node in network.order():
            if node not in partners:
                self._through[node] = tuple(sorted({one for _, nodes in self.of(node) for one in nodes}))

    def of(self, node: int, *, ports: bool = True) -> tuple[_Feed, ...]:
        """What feeds a node, wire by wire in order; without ``ports`` all of it in one row, sorted."""
        found = []
        for wire in self._network.wires_into(node):
            partner = self._partners.get(wire.source)
            # Where a scan carries a value to the next step, what comes later leads back: that is not followed further.
            found.append((wire.target_port, self._through.get(wire.source, ()) if partner is None else (partner,)))
        if ports:
            return tuple(found)
        return (("", tuple(sorted({one for _, nodes in found for one in nodes}))),)


def _parameters(
    left: Network, first: Node, before: Step | None, right: Network, second: Node, after: Step | None
) -> Iterable[Difference]:
    """What differs in type and parameters; a parameter both have is compared as it resolves."""
    if first.type != second.type:
        yield Difference("type", first.type, second.type)
    old, new = _values(left, first, before), _values(right, second, after)
    for name in (*old, *(name for name in new if name not in old)):
        if old.get(name) != new.get(name):
            yield Difference(name, _text(old, name), _text(new, name))
    settings = [_settings(node) for node in (first, second)]
    for what, one in settings[0].items():
        other = settings[1][what]
        if one != other:
            yield Difference(what, _written(one), _written(other))


def _settings(node: Node) -> dict[str, Any]:
    """What is set at a node beside its parameters."""
    scan = node.scan
    return {
        "repeat": node.repeat,
        "frozen": node.frozen,
        "frozen_mode": node.frozen_mode,
        "start": None if node.start is None else node.start.way,
        "rate": node.rate,
        "share": node.share is not None and node.average is None,
        "average": None if node.average is None else node.average.decay,
        "scan": scan is not None,
        "steps": None if scan is None else scan.steps,
        "reverse": None if scan is None else scan.reverse,
        "end": None if scan is None else scan.end,
        "lengths": None if scan is None else scan.lengths,
    }


def _values(network: Network, node: Node, step: Step | None) -> dict[str, Any]:
    """The parameters of a node as they resolve, also where no shape arrives; else as they are written."""
    kind = network.layer_class(node.id)
    if kind is None:
        if step is not None and isinstance(step.layer, PlacedBlock):
            return dict(step.layer.arguments)
        block = network.block_of(node.id)
        return {**(block.parameters if block is not None else {}), **node.parameters}
    layer = None if step is None else step.layer
    if layer is None:
        try:
            given = {name: resolve(raw, network.parameters) for name, raw in node.parameters.items()}
            layer = check_parameters(kind, given)
        except (ExpressionError, ParameterError):
            return {info.name: node.parameters.get(info.name, info.default) for info in fields_of(kind)}
    return {info.name: getattr(layer, info.name) for info in fields_of(kind)}


def _shapes(before: Step | None, after: Step | None) -> Iterable[Difference]:
    if before is None or after is None:
        return
    old, new = next(iter(before.outputs.values()), None), next(iter(after.outputs.values()), None)
    if (old and (old.kind, old.dims)) != (new and (new.kind, new.dims)):
        yield Difference("output", old.text if old else None, new.text if new else None)


def _text(values: Mapping[str, Any], name: str) -> str | None:
    return _written(values[name]) if name in values else None


def _written(value: Any) -> str:
    if isinstance(value, tuple | list):
        return "×".join(_written(item) for item in value)
    if isinstance(value, bool):
        return mark("yes") if value else mark("no")
    if isinstance(value, float):
        return f"{value:g}"
    return "–" if value is None else str(value)
