"""A cell drawn from gates becomes torch's fused layer, and a fused layer becomes a drawn cell; weights are kept.

What a person drew is known again by its graph: every node has to do what the node of `graphs.drawn_cells` does,
whatever it is called and wherever it lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import networkx
from networkx.algorithms.isomorphism import DiGraphMatcher

from graphs.arrangement import arrange
from graphs.block_edits import MoveWeights, PutBlock
from graphs.drawn_cells import CELLS, LENGTHS, take_lengths
from graphs.edits import Batch, Connect, Disconnect, Edit
from graphs.elements import NEXT, Node, Scan
from graphs.expressions import is_expression
from graphs.gate_packing import packed_gates
from graphs.gate_reading import gated_cell
from graphs.layers.recurrent import GRU, LSTM, RNN
from graphs.meaning import Copy, Plan, Source, Step
from graphs.message import Message, say
from graphs.network import Network, NetworkError
from graphs.planning import plan, plan_body

if TYPE_CHECKING:
    from graphs.project import Project

FUSED = ("RNN", "LSTM", "GRU")
"""The cells that torch has as one fast layer of the same name."""

_EVEN = ("Add", "Multiply")  # their two inputs may change places


@dataclass(frozen=True)
class PutNode:
    """Put a changed node in the place of the one with its id; nothing may be wired to ports it does not have."""

    node: Node

    def apply(self, project: Project) -> Edit:
        """Put it there; the inverse puts the old one back."""
        old = project.network.node(self.node.id)
        project.network.put_node(self.node)
        return PutNode(old)

    def label(self, project: Project) -> Message:
        """``Replace lstm``."""
        return say("Replace {node}", node=self.node.name)


@dataclass(frozen=True)
class KnownCell:
    """What a drawn cell is: which cell, how many numbers its states have, and which of its nodes play which part.

    ``parts`` are the names of its nodes by the names they have in `graphs.drawn_cells`.
    """

    kind: str
    hidden: int
    bias: bool
    initial: str
    nonlinearity: str
    parts: Mapping[str, str]


def known_cell(copy: Copy) -> KnownCell | None:
    """Say which cell one copy of a scan is, or None when it is none that is known."""
    body, marks = copy.body, _marks(copy)
    states = [step for step in body.steps if step.carried is not None]
    inputs = [step for step in body.steps if step.is_entrance and step.carried is None and step.node != marks]
    if any(source.node == marks for step in body.steps for row in step.inputs.values() for source in row):
        return None
    if not states or len(inputs) != 1 or len(states[0].outputs["y"].dims) != 1:
        return None
    hidden, arriving = states[0].outputs["y"].dims[0], inputs[0].outputs["y"]
    if not isinstance(hidden, int) or not isinstance(arriving.dims[-1], int):
        return None
    drawn = _graph(body, marks)
    types = sorted(step.layer.type_name() for step in body.steps if step.node != marks)
    for kind, bias, initial, bend in _variants():
        template = _template(kind, bias, initial, bend)
        if types != sorted(node.type for node in template):
            continue
        meant = plan_body(template, {"hidden": hidden}, {"x": arriving}, stepping=True)
        found = DiGraphMatcher(_graph(meant), drawn, _same_node, _same_wires)
        if found.is_isomorphic():
            parts = {meant.by_node[a].name: body.by_node[b].name for a, b in found.mapping.items()}
            return KnownCell(kind, hidden, bias, initial, bend.lower(), parts)
    return None


def _marks(copy: Copy) -> int | None:
    """The Input of a cell that only says how many steps of each example are real."""
    name = copy.loop.lengths if copy.loop is not None else ""
    return next((step.node for step in copy.body.steps if name and step.is_entrance and step.name == name), None)


def _variants() -> Iterator[tuple[str, bool, str, str]]:
    for kind in CELLS:
        for bias in (True, False):
            for initial in ("zeros", "given"):
                for bend in ("Tanh", "ReLU") if kind == "RNN" else ("Tanh",):
                    yield kind, bias, initial, bend


@cache
def _template(kind: str, bias: bool, initial: str, bend: str, lengths: bool = False) -> Network:
    network = Network()
    more = {"bend": bend} if kind == "RNN" else {}
    block = network.define("Cell", hidden=64)
    CELLS[kind](block, bias=bias, initial=initial, **more)
    if lengths:
        take_lengths(block)
    return block


def _graph(body: Plan, without: int | None = None) -> networkx.DiGraph[int]:
    """A plan as a graph whose nodes know their layers and whose edges know their ports."""
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    ports: dict[tuple[int, int], list[tuple[str, str]]] = {}

    def wire(source: Source, target: int, port: str) -> None:
        ports.setdefault((source.node, target), []).append((source.port, port))

    for step in body.steps:
        if step.node == without:
            continue
        graph.add_node(step.node, layer=step.layer)
        for port, sources in step.inputs.items():
            for source in sources:
                wire(source, step.node, "" if step.layer.type_name() in _EVEN else port)
        if step.carried is not None and step.carried.next is not None:
            wire(step.carried.next, step.node, NEXT)
    graph.add_edges_from((a, b, {"ports": sorted(found)}) for (a, b), found in ports.items())
    return graph


def _same_node(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["layer"] == other["layer"])


def _same_wires(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["ports"] == other["ports"])


# ---------------------------------------------------------------------- drawn → fused


@dataclass(frozen=True)
class _Fusing:
    """What takes the place of a drawn cell: a fused layer, the ports that mean the same, and how its weights get
    there. ``state`` is the name of the State whose size is the layer's."""

    kind: str
    hidden: int
    bias: bool
    nonlinearity: str
    state: str
    ports: Mapping[str, str]
    weights: tuple[Edit, ...]


def fuse_cell(project: Project, node: int, meaning: Plan | None = None) -> Batch:
    """Make the edit that puts torch's fused layer in the place of a cell that is drawn and runs as a scan.

    Its gates may be drawn with one Linear for all of them on each side, or with one for each gate, on the input and the
    state put together or on each alone. Weights, wires, name and place stay; the block stays on the shelf. ``meaning``
    is the plan of the copy it stands in, where it stands inside a block. Raises NetworkError in words when there is no
    fused layer for it.
    """
    network = project.network
    placed = network.node(node)
    step = (meaning or plan(network)).step(node)
    found = _fusible(network, placed, step)
    assert step is not None and placed.scan is not None
    count = len(step.copies)
    parameters: dict[str, Any] = {"hidden_size": _raw_size(network, placed, found)}
    parameters |= {"num_layers": count} if count > 1 else {}
    parameters |= {} if found.bias else {"bias": False}
    parameters |= {"nonlinearity": "relu"} if found.nonlinearity == "relu" else {}
    fused = replace(placed, type=found.kind, parameters=parameters, repeat=None, copies="inside", scan=None)
    ports = {**found.ports, placed.scan.lengths: "lengths"}
    return _exchanged(project, placed, fused, ports, found.weights, ())


def _fusible(network: Network, placed: Node, step: Step | None) -> _Fusing:
    """What takes the place of the cell a node draws; raises NetworkError when no fused layer can."""
    name = placed.name
    if step is None or placed.scan is None or network.block_of(placed.id) is None:
        raise NetworkError(
            say("{node} is not a drawn cell that runs over time, so no layer can take its place.", node=name)
        )
    found = _known(placed, step) or _gated(placed, step)
    if found is None:
        raise NetworkError(
            say("{node} is none of the cells that have a fast layer: {kinds}.", node=name, kinds=", ".join(FUSED))
        )
    if found.kind not in FUSED:
        raise NetworkError(
            say("{node} is a {kind}. GPUs have no fast layer for it, so it stays drawn.", node=name, kind=found.kind)
        )
    if placed.scan.reverse:
        raise NetworkError(
            say("{node} reads from the end. Only a bidirectional layer does that, with a second part that reads from "
                "the start.", node=name)
        )  # fmt: skip
    loop = step.copies[0].loop
    if loop is not None and loop.lengths in dict(loop.each):
        raise NetworkError(
            say("{node} is told by a mask which steps are real. A fused layer takes lengths: wire how many there are.",
                node=name)
        )  # fmt: skip
    _must_be_alone(network, placed)
    return found


def _known(placed: Node, step: Step) -> _Fusing | None:
    """A cell drawn as `graphs.drawn_cells` draws it: its weights only change their names."""
    cells = [known_cell(copy) for copy in step.copies]
    cell = cells[0]
    if cell is None or any(other is None or replace(other, parts=cell.parts) != cell for other in cells):
        return None
    ports = {cell.parts[part]: part for part in ("x", "y", "h", "c") if part in cell.parts}
    moves = tuple(
        ((placed.id, f"{prefix}{cell.parts[way]}.{part}"), (placed.id, f"{part}_{way}_l{layer}"))
        for layer, prefix in enumerate(_prefixes(placed, len(cells)))
        for way, part in (_weights(cell.bias) if cell.kind in FUSED else ())
    )
    return _Fusing(cell.kind, cell.hidden, cell.bias, cell.nonlinearity, cell.parts["h"], ports, (MoveWeights(moves),))


def _gated(placed: Node, step: Step) -> _Fusing | None:
    """A cell whose gates are drawn in another way: their rows are put together in torch's order."""
    cells = [gated_cell(copy) for copy in step.copies]
    first = cells[0]
    if first is None:
        return None
    packs: list[Edit] = []
    for layer, (cell, copy, prefix) in enumerate(zip(cells, step.copies, _prefixes(placed, len(cells)), strict=True)):
        if cell is None or (cell.kind, cell.states, cell.bias) != (first.kind, first.states, first.bias):
            return None
        packs.append(packed_gates(cell, copy, placed.id, layer, prefix))
    ports = {first.entrance: "x", first.exit: "y", **dict(zip(first.states, ("h", "c"), strict=False))}
    return _Fusing(first.kind, first.hidden, first.bias, first.nonlinearity, first.states[0], ports, tuple(packs))


def _must_be_alone(network: Network, placed: Node) -> None:
    user = next((one for one in network if one.share == placed.id), None)
    if user is not None or placed.share is not None:
        other = user.name if user is not None else network.node(placed.share or 0).name
        raise NetworkError(
            say("{node} and {other} share weights. Give each its own first.", node=placed.name, other=other)
        )


def _raw_size(network: Network, placed: Node, cell: _Fusing) -> Any:
    """How many numbers the states have, as arithmetic where the place says so."""
    block = network.block_of(placed.id)
    assert block is not None
    shape = block.node(cell.state).parameters.get("shape")
    name = str(shape[0])[1:].strip() if isinstance(shape, list) and len(shape) == 1 and is_expression(shape[0]) else ""
    raw = placed.parameters.get(name) if name in block.parameters else None
    return raw if is_expression(raw) else cell.hidden


def _weights(bias: bool) -> tuple[tuple[str, str], ...]:
    return tuple((way, part) for way in ("ih", "hh") for part in (("weight", "bias") if bias else ("weight",)))


def _prefixes(placed: Node, count: int) -> list[str]:
    """What the names of the weights of each copy begin with."""
    inside = placed.copies == "inside" and placed.repeat is not None
    return [f"{number}." if inside or count > 1 else "" for number in range(count)]


def _exchanged(
    project: Project,
    old: Node,
    new: Node,
    ports: Mapping[str, str],
    weights: tuple[Edit, ...],
    before: tuple[Edit, ...],
) -> Batch:
    """Cut all wires of a node, put another in its place, and draw them again to the ports that mean the same."""
    into, out = project.network.wires_into(old.id), project.network.wires_out_of(old.id)
    edits: list[Edit] = [*before, *(Disconnect(wire) for wire in (*into, *out)), PutNode(new)]
    edits += [Connect(replace(wire, target_port=ports[wire.target_port])) for wire in into]
    edits += [Connect(replace(wire, source_port=ports[wire.source_port])) for wire in out]
    return Batch((*edits, *weights), say("Replace {node}", node=old.name))


# ---------------------------------------------------------------------- fused → drawn


def draw_layer(project: Project, node: int, meaning: Plan | None = None) -> Batch:
    """Make the edit that draws a fused RNN, LSTM or GRU from gates: a block that runs as a scan, with its weights.

    ``meaning`` is the plan of the copy it stands in, where it stands inside a block. Raises NetworkError in words when
    it cannot be drawn so.
    """
    network = project.network
    placed = network.node(node)
    step = (meaning or plan(network)).step(node)
    layer = step.layer if step is not None else None
    if not isinstance(layer, RNN | LSTM | GRU):
        raise NetworkError(
            say("{node} is none of the layers that can be drawn from gates: {kinds}.",
                node=placed.name, kinds=", ".join(FUSED))
        )  # fmt: skip
    wired = {wire.target_port for wire in network.wires_into(node)}
    _drawable(placed, layer, wired)
    _must_be_alone(network, placed)
    kind = layer.type_name()
    states = ("h", "c") if kind == "LSTM" else ("h",)
    bend = "ReLU" if isinstance(layer, RNN) and layer.nonlinearity == "relu" else "Tanh"
    template = _template(kind, layer.bias, "given" if "h" in wired else "zeros", bend, "lengths" in wired)
    name, before = _on_the_shelf(network, kind, template)
    hidden = placed.parameters.get("hidden_size", layer.hidden_size)
    count = layer.num_layers
    raw_count = placed.parameters.get("num_layers", 1)
    drawn = replace(
        placed,
        type=name,
        parameters={"hidden": hidden},
        repeat=raw_count if count > 1 or is_expression(raw_count) else None,
        copies="inside",
        scan=Scan(lengths=LENGTHS if "lengths" in wired else ""),
    )
    moves = tuple(
        ((node, f"{part}_{way}_l{number}"), (node, f"{prefix}{way}.{part}"))
        for number, prefix in enumerate(_prefixes(drawn, count))
        for way, part in _weights(layer.bias)
    )
    ports = {port: port for port in ("x", "y", *states)} | {"lengths": LENGTHS}
    return _exchanged(project, placed, drawn, ports, (MoveWeights(moves),), before)


def _drawable(placed: Node, layer: RNN | LSTM | GRU, wired: set[str]) -> None:
    """Raise NetworkError where a fused layer does what one scan does not."""
    name = placed.name
    if layer.bidirectional:
        raise NetworkError(
            say("{node} reads in both directions. Draw two of one direction, one of them reversed, and join them.",
                node=name)
        )  # fmt: skip
    if layer.dropout and layer.num_layers > 1:
        raise NetworkError(
            say("{node} drops numbers between its layers. Set its dropout to 0, then it can be drawn.", node=name)
        )
    if isinstance(layer, LSTM) and len(wired & {"h", "c"}) == 1:
        raise NetworkError(say("{node} is given only one of h and c. Wire both or neither.", node=name))


def shelved_cell(network: Network, kind: str) -> tuple[str, tuple[Edit, ...]]:
    """The name of a block that draws a cell, and the edit that puts it on the shelf where it is not there yet.

    ``kind`` is a key of `graphs.drawn_cells.CELLS`; its States start with zeros.
    """
    return _on_the_shelf(network, kind, _template(kind, True, "zeros", "Tanh"))


def _on_the_shelf(network: Network, kind: str, template: Network) -> tuple[str, tuple[Edit, ...]]:
    """The name of a block that is this cell, and the edit that puts it on the shelf where it is not there yet."""
    for name, block in network.blocks.items():
        if _alike(block) == _alike(template):
            return name, ()
    name, number = f"Drawn{kind}", 1
    while name in network.blocks:
        number += 1
        name = f"Drawn{kind}{number}"
    block = template.copy()
    block.place(arrange(block))
    return name, (PutBlock(name, block),)


def _alike(block: Network) -> Any:
    nodes = [(node.id, node.type, node.name, sorted(map(str, node.parameters.items()))) for node in block]
    return block.parameters, nodes, block.wires
