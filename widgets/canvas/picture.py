"""What the canvas shows, as plain values: one picture per node, per wire, frame and note, made from the network's plan.

The painters read only this, so that what changes a picture is what it is compared by, and a node that stays the same
keeps its very picture (and the pixels painted from it) through every edit elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphs.catalogue import fields_of
from graphs.elements import Mode
from graphs.layer import Family, Layer, Port
from graphs.meaning import Step
from graphs.message import Message, counted
from graphs.network import Frame, Network, Node, Note, Wire
from graphs.tensors import Kind, TensorSpec
from graphs.weight_choices import Use, chosen
from widgets.canvas.geometry import (
    NODE_WIDEST,
    NODE_WIDTH,
    PILL_HEIGHT,
    PILL_WIDEST,
    PILL_WIDTH,
    Point,
    full_height,
    port_columns,
    port_lines,
)
from widgets.language import tr

_AXES_SHOWN = 3
_BLOCK_ROWS = 6


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

    def __hash__(self) -> int:
        known = self.__dict__.get("_hash")
        if known is None:  # kept: every frame looks up what was painted from this
            known = hash((self.id, self.name, self.type, self.rows, self.foot, self.inputs, self.outputs, self.problem))
            object.__setattr__(self, "_hash", known)
        return int(known)


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


def node_picture(
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
    """The picture of a node: with its step, what arrives at its ports and leaves them, and what is wrong with it."""
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
    width = _pill_width(node.name) if pill else _width(node.name, rows)
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


def _width(name: str, rows: Sequence[Row]) -> float:
    """148, or wider where the name or a row needs it; letters are seven units wide, in the name nearly nine."""
    lines = (30.0 + 6.2 * len(row.label) + 7.0 * (len(row.value) + len(row.follows)) for row in rows)
    wanted = max((48.0 + 8.6 * len(name), *lines))
    return min(NODE_WIDEST, NODE_WIDTH if wanted <= NODE_WIDTH else -(-wanted // 4) * 4)


def _pill_width(name: str) -> float:
    """64, or wider where the name needs it."""
    return min(PILL_WIDEST, max(PILL_WIDTH, -(-(12.0 + 7.0 * len(name)) // 4) * 4))


def whose_weights(network: Network, node: Node) -> Message | None:
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
