"""What the canvas shows, as plain values: one picture per node, per wire, frame and note, made from the network's plan.

The painters read only this, so that what changes a picture is what it is compared by, and a node that stays the same
keeps its very picture (and the pixels painted from it) through every edit elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graphs.catalogue import fields_of
from graphs.diagnosis import Diagnostic
from graphs.elements import Mode
from graphs.layer import Family, Layer, Port
from graphs.meaning import Plan, Source, Step
from graphs.message import Message, counted
from graphs.network import Frame, Network, Node, Note, Wire
from graphs.ports import arrives_later
from graphs.tensors import Kind, TensorSpec
from graphs.weight_choices import Use, chosen
from widgets.canvas.geometry import (
    NODE_WIDEST,
    NODE_WIDTH,
    PILL_HEIGHT,
    PILL_WIDTH,
    Point,
    full_height,
    port_columns,
    port_lines,
)
from widgets.language import tr

_AXES_SHOWN = 3
_BLOCK_ROWS = 6
_SHARE_STEPS = 120
"""One for every pixel of the line that shows a share."""


@dataclass(frozen=True)
class Row:
    """One line on the face of a node: a word, a value, and the expression the value follows (``=classes``).

    ``name`` is the parameter that a double-click on the line lets a person change; empty where there is none.
    """

    label: str
    value: str
    follows: str = ""
    name: str = ""


@dataclass(frozen=True)
class PortPicture:
    """One port: its name, the kind it carries or takes, how far along its edge it lies, whether a wire is there."""

    name: str
    kind: Kind
    line: float
    connected: bool
    needed: bool


@dataclass(frozen=True)
class NodePicture:
    """Everything that shows on a node except where it is and whether it is selected.

    ``share`` is this node's part of the network's parameters, 0 to 1. ``problem`` is what is wrong, in words.
    ``block`` says that the node opens; ``repeat`` how often it is repeated, as it stands on its corner. ``left_out``
    says that it is muted, or cannot do without a node that is.
    """

    id: int
    name: str
    type: str
    family: Family
    width: float
    height: float
    rows: tuple[Row, ...] = ()
    foot: str = ""
    inputs: tuple[PortPicture, ...] = ()
    outputs: tuple[PortPicture, ...] = ()
    pill: bool = False
    share: float = 0.0
    problem: str = ""
    waiting: bool = False
    frozen: bool = False
    known: bool = True
    block: bool = False
    repeat: str = ""
    mode: Mode = "works"
    left_out: bool = False
    down: bool = False


@dataclass(frozen=True)
class WirePicture:
    """One wire: the kind of tensor on it and its shape in words, ``?`` while that is not known.

    ``learns`` says that the wire leads to a loss, so that a gradient comes back along it. ``later`` says that what it
    carries arrives in the next time step.
    """

    wire: Wire
    kind: Kind
    text: str
    known: bool
    learns: bool = False
    later: bool = False


@dataclass(frozen=True)
class Picture:
    """The whole drawing. ``positions`` holds the upper left corners of the nodes, in the order of ``nodes``."""

    nodes: tuple[NodePicture, ...] = ()
    positions: tuple[Point, ...] = ()
    wires: tuple[WirePicture, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    place: Mapping[int, int] = field(default_factory=dict)
    down: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of tensors on the wires, in a fixed order: what the legend explains."""
        seen = {wire.kind for wire in self.wires if wire.known}
        return tuple(kind for kind in Kind if kind in seen)


class _Wiring(NamedTuple):
    """The wires of a network as the pictures need them; worked out anew only when a wire or a type changed."""

    wires: tuple[Wire, ...]
    sources: tuple[Source, ...]
    arriving: Mapping[int, list[tuple[str, int, Source]]]
    leaving: Mapping[int, frozenset[str]]
    tied: frozenset[int]
    later: tuple[bool, ...]  # for each wire whether it leads into the next time step
    exact: frozenset[int]
    """The nodes on whose rows sizes are written: those of several ports, blocks, and the ports of a block."""
    ports: Mapping[int, tuple[tuple[Port, ...], tuple[Port, ...]]]
    """The ports of the nodes that place a block: they may change while the node stays the same."""


class _Kept(NamedTuple):
    """The picture of a node with what it was made from: at first sight, and in full."""

    node: Node
    step: Step | None
    surroundings: tuple[Any, ...]
    key: tuple[Any, ...]
    picture: NodePicture


class Illustrator:
    """Makes pictures and keeps those of nodes and wires that did not change, so that an edit costs what it reached."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}
        self._wiring: _Wiring | None = None
        self._wires: list[tuple[TensorSpec | None, WirePicture]] = []
        self._towards: tuple[tuple[int, ...], set[int]] = ((), set())
        self._down = False

    def forget(self) -> None:
        """Make every picture anew next time: the language changed."""
        self._kept.clear()
        self._wiring, self._wires = None, []

    def picture(self, network: Network, plan: Plan, diagnostics: Iterable[Diagnostic]) -> Picture:
        """Make the picture of a network with its plan and its problems."""
        down = network.direction == "down"
        if down != self._down:
            self._down = down
            self._kept.clear()
        problems: dict[int, Diagnostic] = {}
        for diagnostic in diagnostics:
            problems.setdefault(diagnostic.node, diagnostic)
        total = sum(step.cost.parameters.number for step in plan.steps)
        wiring = _wiring(network)
        nodes = network.nodes
        kept: dict[int, _Kept] = {}
        steps, specs, waiting = plan.by_node, plan.specs, plan.waiting
        for node in nodes:
            identity = node.id
            step, problem = steps.get(identity), problems.get(identity)
            coming = tuple([(port, index, specs.get(source)) for port, index, source in wiring.arriving[identity]])
            going = wiring.leaving[identity]
            share = _share(step, total)
            source = _source(network, node) if node.share is not None or identity in wiring.tied else None
            surroundings = (coming, going, problem.message if problem else None, share, source, identity in waiting)
            old = self._kept.get(identity)
            if old is None or old.node is not node or old.step is not step or old.surroundings != surroundings:
                old = self._looked_at(old, network, plan, wiring, node, step, surroundings)
            kept[identity] = old
        self._kept = kept
        return Picture(
            tuple(old.picture for old in kept.values()),
            tuple(node.position for node in nodes),
            self._wire_pictures(plan, wiring),
            tuple(network.frames.values()),
            tuple(network.notes.values()),
            {node.id: place for place, node in enumerate(nodes)},
            down,
        )

    @staticmethod
    def _looked_at(
        old: _Kept | None,
        network: Network,
        plan: Plan,
        wiring: _Wiring,
        node: Node,
        step: Step | None,
        surroundings: tuple[Any, ...],
    ) -> _Kept:
        """Look closer at a node that something happened to or around: its picture is kept if nothing of it shows."""
        coming, going, message, share, source, waits = surroundings
        leaving = [*step.outputs.values(), *step.weights.values()] if step is not None else []
        if node.id in wiring.exact:
            seen = (*coming, *leaving)
        else:
            seen = (*[(port, spec and spec.kind) for port, _, spec in coming], *[spec.kind for spec in leaving])
        key = (
            node.type, node.name, node.title, node.parameters, node.repeat, node.mode, node.frozen, seen, going,
            message, step.layer if step else None, len(step.copies) if step else 0,
            step.cost.parameters.number if step else 0, share, source, waits, wiring.ports.get(node.id),
        )  # fmt: skip
        if old is not None and old.key == key:
            return _Kept(node, step, surroundings, key, old.picture)
        outputs = {port.name: plan.spec(node.id, port.name) for port in network.output_ports(node.id)}
        new = _node_picture(network, node, step, coming, going, outputs, message, share, source, waiting=waits)
        return _Kept(node, step, surroundings, key, old.picture if old is not None and old.picture == new else new)

    def _wire_pictures(self, plan: Plan, wiring: _Wiring) -> tuple[WirePicture, ...]:
        """The wires, each with what it carries and whether it leads to a loss."""
        if self._wiring is wiring:
            before: Iterable[tuple[TensorSpec | None, WirePicture] | None] = self._wires
        else:
            known = {old[1].wire: old for old in self._wires}
            before = [known.get(wire) for wire in wiring.wires]
        towards = self._leading_to_a_loss(plan, wiring)
        self._wires = []
        for wire, source, later, old in zip(wiring.wires, wiring.sources, wiring.later, before, strict=True):
            spec, learns = plan.specs.get(source), wire.target in towards
            if old is None or old[1].learns != learns or (old[0] is not spec and old[0] != spec):
                kind, text = (Kind.TENSOR, "?") if spec is None else (spec.kind, spec.text)
                old = (spec, WirePicture(wire, kind, text, spec is not None, learns, later))
            self._wires.append(old)
        self._wiring = wiring
        return tuple([picture for _, picture in self._wires])

    def _leading_to_a_loss(self, plan: Plan, wiring: _Wiring) -> set[int]:
        """The nodes that a gradient comes back through; the same while the same nodes work and are wired the same."""
        working = tuple([step.node for step in plan.steps])
        if self._wiring is not wiring or self._towards[0] != working:
            towards = {step.node for step in plan.steps if step.layer.family is Family.LOSS}
            for step in reversed(plan.steps):
                if step.node in towards:
                    towards.update([source.node for sources in step.inputs.values() for source in sources])
            self._towards = working, towards
        return self._towards[1]


def _wiring(network: Network) -> _Wiring:
    """The wires of a network with their ends, kept while only parameters, names and places change."""
    if "drawn" not in network.wiring:
        wires = network.wires
        arriving: dict[int, list[tuple[str, int, Source]]] = {node: [] for node in network.by_id}
        leaving: dict[int, set[str]] = {node: set() for node in arriving}
        sources = tuple(Source(wire.source, wire.source_port) for wire in wires)
        for wire, source in zip(wires, sources, strict=True):
            arriving[wire.target].append((wire.target_port, wire.index, source))
            leaving[wire.source].add(wire.source_port)
        going = {node: frozenset(ports) for node, ports in leaving.items()}
        inputs = {node: network.input_ports(node) for node in arriving}
        quiet = {(node, port.name) for node, ports in inputs.items() for port in ports if port.quiet}
        nodes = network.nodes
        placed = [node.id for node in nodes if node.type in network.blocks]
        ends = [node.id for node in nodes if network.block_name is not None and node.type in ("Input", "Output")]
        network.wiring["drawn"] = _Wiring(
            wires,
            sources,
            arriving,
            going,
            frozenset(wire.target for wire in wires if (wire.target, wire.target_port) in quiet),
            tuple(arrives_later(network.node(wire.target), wire.target_port) for wire in wires),
            frozenset((*(node for node, ports in inputs.items() if len(ports) > 1), *placed, *ends)),
            {node: (inputs[node], network.output_ports(node)) for node in placed},
        )
    return network.wiring["drawn"]  # type: ignore[no-any-return]


def _share(step: Step | None, total: int) -> float:
    """A node's part of all parameters, in steps the eye can see, so that a change elsewhere leaves most nodes alone."""
    if step is None or not total or not step.cost.parameters.number:
        return 0.0
    return math.ceil(step.cost.parameters.number / total * _SHARE_STEPS) / _SHARE_STEPS


def _node_picture(
    network: Network,
    node: Node,
    step: Step | None,
    specs: Sequence[tuple[str, int, TensorSpec | None]],
    going: frozenset[str],
    given: Mapping[str, TensorSpec | None],
    problem: Message | None,
    share: float,
    source: Message | None,
    *,
    waiting: bool,
) -> NodePicture:
    kind = network.layer_class(node.id)
    known = kind is not None or network.block_of(node.id) is not None
    by_port = {name: spec for name, _, spec in reversed(specs)}
    connected = {name for name, _, _ in specs}
    inputs = tuple(p for p in network.input_ports(node.id) if not p.quiet or p.name in connected)
    outputs = tuple(p for p in network.output_ports(node.id) if not p.quiet or p.name in going)
    pill = kind is not None and kind.pill and len(inputs) <= 1
    rows: tuple[Row, ...] = ()
    if not pill:
        block = network.block_of(node.id)
        if block is not None:
            rows = (*(_port_rows(inputs, by_port) if len(inputs) > 1 else ()), *_block_rows(node, block, step))
        elif network.block_name is not None and node.type in ("Input", "Output"):
            rows = _entrance_rows(step)  # the port of a block: which field of the data it is means nothing here
        else:
            rows = _port_rows(inputs, by_port) if len(inputs) > 1 else _parameter_rows(node, kind, step)
    height = PILL_HEIGHT if pill else full_height(max(len(rows), len(inputs) if len(inputs) > 1 else 0, len(outputs)))
    width = PILL_WIDTH if pill else _width(rows)
    down = network.direction == "down"

    def _lines(count: int) -> tuple[float, ...]:
        return port_columns(count, width) if down else port_lines(count, pill=pill, height=height)

    left_out = step is None and problem is None and not waiting and known and node.mode != "bypassed"
    return NodePicture(
        node.id,
        node.title or node.name,
        node.type,
        kind.family if kind is not None else Family.BLOCK if node.scan is None else Family.SCAN,
        width,
        height,
        rows,
        _foot(known, step, node, left_out, source),
        _ports(inputs, by_port, connected, _lines(len(inputs)), needed=True),
        _ports(outputs, given, going, _lines(len(outputs)), needed=False),
        pill,
        share,
        tr(problem) if problem is not None else "",
        waiting,
        node.frozen,
        known,
        network.block_of(node.id) is not None,
        _repeat_text(node, step),
        node.mode,
        left_out,
        down,
    )


def _repeat_text(node: Node, step: Step | None) -> str:
    """What stands on the corner of a repeated block: ``× 3``."""
    count = len(step.copies) if step is not None and step.copies else node.repeat
    return f"× {count}" if count not in (None, 1) else ""


def _entrance_rows(step: Step | None) -> tuple[Row, ...]:
    """What comes in or goes out at a port of a block."""
    spec = next(iter(step.outputs.values()), None) if step is not None else None
    return (Row(tr("shape"), spec.text.replace("×", " × ")),) if spec is not None else ()


def _block_rows(node: Node, block: Network, step: Step | None) -> tuple[Row, ...]:
    """The parameters of a block with their values at this place."""
    given = getattr(step.layer, "arguments", {}) if step is not None else {}
    rows = []
    for name, default in block.parameters.items():
        raw = node.parameters.get(name, default)
        follows = raw if isinstance(raw, str) and raw.startswith("=") and name in given else ""
        rows.append(Row(name, value_text(given.get(name, raw)), follows, name))
    return tuple(rows[:_BLOCK_ROWS])


def _ports(
    ports: Sequence[Port],
    specs: Mapping[str, TensorSpec | None],
    connected: Iterable[str],
    lines: Sequence[float],
    *,
    needed: bool,
) -> tuple[PortPicture, ...]:
    used = set(connected)
    made = []
    for port, line in zip(ports, lines, strict=True):
        spec = specs.get(port.name)
        kind = spec.kind if spec is not None else port.kinds[0] if port.kinds else Kind.TENSOR
        made.append(PortPicture(port.name, kind, line, port.name in used, needed and not port.optional))
    return tuple(made)


def _port_rows(inputs: Sequence[Port], specs: Mapping[str, TensorSpec | None]) -> tuple[Row, ...]:
    rows = []
    for port in inputs:
        spec = specs.get(port.name)
        rows.append(Row(port.name, spec.text.replace("×", " × ") if spec is not None else ""))
    return tuple(rows)


def _parameter_rows(node: Node, kind: type[Layer] | None, step: Step | None) -> tuple[Row, ...]:
    """Up to three parameters that differ from their defaults, filled up to two by rank."""
    if kind is None:
        return tuple(Row(name, value_text(value)) for name, value in list(node.parameters.items())[:_AXES_SHOWN])
    shown = []
    for place, info in enumerate(fields_of(kind)):
        if not info.face:
            continue
        raw = node.parameters.get(info.name, info.default)
        value = getattr(step.layer, info.name) if step is not None else raw
        if info.editor == "pair" and isinstance(value, int):
            value = (value, value)
        text = value_text(value)
        if text:
            follows = raw if isinstance(raw, str) and raw.startswith("=") else ""
            differs = info.name in node.parameters
            shown.append(
                (
                    (not differs, -info.rank, place),
                    Row(tr(info.face), text, follows if step is not None else "", info.name),
                )
            )
    different = sum(1 for order, _ in shown if not order[0])
    chosen = sorted(shown, key=lambda item: item[0])[: min(3, max(2, different))]
    return tuple(row for _, row in sorted(chosen, key=lambda item: (item[0][1], item[0][2])))


def value_text(value: Any) -> str:
    """Write a value as it stands on a node: ``5 × 5``, ``yes``, ``0.5``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, tuple | list):
        return " × ".join(value_text(item) for item in value)
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)


def _width(rows: Sequence[Row]) -> float:
    """148, or wider where a row needs it; letters are taken as seven units wide."""
    wanted = max((30.0 + 6.2 * len(row.label) + 7.0 * (len(row.value) + len(row.follows)) for row in rows), default=0.0)
    return min(NODE_WIDEST, NODE_WIDTH if wanted <= NODE_WIDTH else -(-wanted // 4) * 4)


def _source(network: Network, node: Node) -> Message | None:
    """Whose weights a node uses or follows, in words; None for its own."""
    if node.share is not None and node.share not in network:
        return None
    use = chosen(network, node)
    return None if use.use is Use.OWN else use.words(network)


def _foot(known: bool, step: Step | None, node: Node, left_out: bool, source: Message | None) -> str:
    if not known:
        return tr("unknown layer type")
    if node.mode == "bypassed":
        return tr("bypassed: the input goes past")
    if left_out:
        return tr("muted: left out") if node.mode == "muted" else tr("left out with a muted node")
    if step is None:
        return ""
    number = step.cost.parameters.number
    if source is not None and (number == 0 or step.average is not None):
        return tr(source)
    if number == 0:
        return tr("no parameters")
    return tr("1 parameter") if number == 1 else tr("{n} parameters", n=counted(number))


def spoken(picture: NodePicture, step: Step | None) -> str:
    """What a screen reader says: ``C1, Conv2d, 6 filters, 6 by 28 by 28, 156 parameters, no problem``."""
    parts = [picture.name, picture.type]
    if step is not None and len(picture.inputs) <= 1:
        parts += [
            tr("{value} {word}", value=row.value.replace(" × ", tr(" by ")), word=row.label) for row in picture.rows[:1]
        ]
    spec = next(iter(step.outputs.values()), None) if step is not None else None
    if spec is not None:
        parts.append(tr(" by ").join(str(dim) for dim in spec.dims) if spec.dims else tr("one number"))
    if picture.foot:
        parts.append(picture.foot)
    parts.append(picture.problem or (tr("waits for the nodes before it") if picture.waiting else tr("no problem")))
    return tr(", ").join(parts)
