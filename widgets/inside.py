"""A block opened: one copy of it as an open project of its own, so that canvas and panels work inside as outside.

Whatever is done there is an edit of the block, and every other copy follows. Shapes and problems are those of the copy
that was opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple, cast

from graphs.block_edits import Inside
from graphs.catalogue import FieldInfo
from graphs.costs import Summary, summary_of
from graphs.diagnosis import Diagnostic, diagnose_body
from graphs.edits import AddNode, Batch, ChangeNode, Connect, Disconnect, Edit, RemoveNode, ReplaceType
from graphs.meaning import Copy, Plan
from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from widgets.editor import Editor


class Door(NamedTuple):
    """One step into a block: the node that places it, and which of its copies."""

    node: int
    copy: int = 0


Way = tuple[Door, ...]
"""The doors from the network of the project to where one is; empty outside all blocks."""


def copies_of(meaning: Plan, node: int) -> tuple[Copy, ...]:
    """The copies a node places, as far as they are worked out: up to the one with a fault."""
    step = meaning.step(node)
    if step is not None:
        return step.copies
    return next((fault.copies for fault in meaning.faults if fault.node == node), ())


def copies_in(meaning: Plan, network: Network, block: str) -> int:
    """How many copies of a block there are in a network, with those in other blocks."""
    count = 0
    for node in network:
        inner = network.block_of(node.id)
        if inner is not None:
            copies = copies_of(meaning, node.id)
            stated = node.repeat if isinstance(node.repeat, int) else 1
            lacking = max(0, stated - len(copies))  # not worked out while something before them is wrong
            count += len(copies) + lacking if node.type == block else 0
            count += sum(copies_in(copy.body, inner, block) for copy in copies)
            count += lacking * copies_in(_UNKNOWN, inner, block) if lacking else 0
    return count


_UNKNOWN = Plan((), (), frozenset(), {}, {})


def way_to_fault(root: Network, meaning: Plan, node: int) -> tuple[Way, int]:
    """The way to what is wrong at a node: through blocks to the innermost one, and the node there."""
    way: Way = ()
    fault = next((one for one in meaning.faults if one.node == node), None)
    while fault is not None and fault.inside is not None and fault.copies:
        way = (*way, Door(fault.node, len(fault.copies) - 1))
        node, fault = fault.inside.node, fault.inside
    return (way, node) if network_at(root, way) is not None else ((), node)


def network_at(root: Network, way: Way) -> Network | None:
    """The network one sees at the end of a way, or None when the way is gone."""
    network = root
    for door in way:
        block = network.block_of(door.node) if door.node in network else None
        if block is None:
            return None
        network = block
    return network


def way_to(root: Network, block: str) -> Way | None:
    """The shortest way into a block, at its first place; None when it is placed nowhere."""
    ways: list[tuple[Way, Network]] = [((), root)]
    seen = {""}
    for way, network in ways:  # it grows while it is read: all doors of one depth before the next
        for node in network:
            inner = network.block_of(node.id)
            if inner is not None:
                if node.type == block:
                    return (*way, Door(node.id))
                if node.type not in seen:
                    seen.add(node.type)
                    ways.append(((*way, Door(node.id)), inner))
    return None


def as_far_as_it_goes(root: Network, way: Way) -> Way:
    """The longest beginning of a way that is still there: undo may have taken a block away while it was open."""
    while network_at(root, way) is None:
        way = way[:-1]
    return way


def meaning_at(root: Network, meaning: Plan, way: Way) -> Plan:
    """The plan of the copy at the end of a way; where nothing is known, every node waits."""
    for door in way:
        copies = copies_of(meaning, door.node)
        if not copies:
            network = network_at(root, way)
            nodes = frozenset(node.id for node in network) if network is not None else frozenset()
            return Plan((), (), nodes, {}, {})
        meaning = copies[min(door.copy, len(copies) - 1)].body
    return meaning


class _Drawn:
    """A project whose network is the block; everything else is the project's own."""

    def __init__(self, project: Project, way: Way):
        self._project, self._way = project, way
        self.weights: dict[Any, Any] = {}  # the keys of learned weights are ids of the outer network

    @property
    def network(self) -> Network:
        network = network_at(self._project.network, self._way)
        return network if network is not None else Network()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)


class OpenBlock:
    """What the canvas and the panels are given while a block is open. It is an `Editor`."""

    def __init__(self, outside: Editor, way: Way):
        self.outside, self.way = outside, way
        self._drawn = _Drawn(outside.project, way)

    @property
    def project(self) -> Project:
        """The project as it looks from inside the block: its network is the block."""
        return cast(Project, self._drawn)

    @property
    def block(self) -> str:
        """The name of the block."""
        return self.project.network.block_name or ""

    @property
    def plan(self) -> Plan:
        """Shapes, costs and faults of the copy that is open."""
        return meaning_at(self.outside.project.network, self.outside.plan, self.way)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong in the copy that is open."""
        return diagnose_body(self.project.network, self.plan)

    @property
    def summary(self) -> Summary:
        """What the whole network costs, for shares are of the whole; and each node of the copy that is open."""
        return replace(self.outside.summary, nodes=summary_of(self.plan).nodes)

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """Do an edit in the block as one step of undo of the project; wires outside follow its ports."""
        self.outside.do(_with_ports(self.outside.project, self.block, edit), gesture)


_PORTS = ("Input", "Output")


def _flat(edit: Edit) -> Iterator[Edit]:
    if isinstance(edit, Batch):
        for one in edit.edits:
            yield from _flat(one)
    else:
        yield edit


def _ports_after(block: Network, edit: Edit) -> dict[int, tuple[str, str]]:
    """The ports of a block after an edit inside: type and name of its Input and Output nodes, by id."""
    ports = {node.id: (node.type, node.name) for node in block if node.type in _PORTS}
    for one in _flat(edit):
        if isinstance(one, RemoveNode):
            ports.pop(one.node, None)
        elif isinstance(one, AddNode) and one.node.type in _PORTS:
            ports[one.node.id] = (one.node.type, one.node.name)
        elif isinstance(one, ChangeNode) and one.node in ports and one.name is not None:
            ports[one.node] = (ports[one.node][0], one.name)
        elif isinstance(one, ReplaceType) and one.node in ports and one.type not in _PORTS:
            ports.pop(one.node)
    return ports


def _with_ports(project: Project, name: str, edit: Edit) -> Edit:
    """An edit inside a block with what follows from it outside: wires at a port that goes are cut, those at one that
    gets another name keep to it."""
    root = project.network
    block = root.blocks.get(name)
    inside = Inside(name, edit)
    if block is None:
        return inside
    before = {node.id: (node.type, node.name) for node in block if node.type in _PORTS}
    after = _ports_after(block, edit)
    changed = {port: after.get(identity) for identity, port in before.items() if after.get(identity) != port}
    if not changed:
        return inside
    cut: list[Edit] = []
    joined: list[Edit] = []
    for network in (root, *root.blocks.values()):
        own = network.block_name
        for node in network:
            if node.type != name:
                continue
            for kind, wires in (("Input", network.wires_into(node.id)), ("Output", network.wires_out_of(node.id))):
                for wire in wires:
                    port = wire.target_port if kind == "Input" else wire.source_port
                    if (kind, port) not in changed:
                        continue
                    new = changed[kind, port]
                    edits: list[tuple[list[Edit], Edit]] = [(cut, Disconnect(wire))]
                    if new is not None and new[0] == kind:
                        into = replace(wire, target_port=new[1])
                        edits.append((joined, Connect(into if kind == "Input" else replace(wire, source_port=new[1]))))
                    for where, one in edits:
                        where.append(one if own is None else Inside(own, one))
    return Batch((*cut, inside, *joined), inside.label(project)) if cut else inside


def opened(outside: Editor, way: Way) -> Editor:
    """The project itself, or the block at the end of a way as one."""
    return OpenBlock(outside, way) if way else outside


def block_fields(block: Network) -> tuple[FieldInfo, ...]:
    """The parameters of a block as a form shows them."""
    said = mark("a parameter of the block, used inside as =name")
    return tuple(
        FieldInfo(name, said, value, "int" if isinstance(value, int) else "float")
        for name, value in block.parameters.items()
    )
