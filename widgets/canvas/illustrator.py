"""Makes the pictures of a network from its plan, and keeps those that an edit did not reach.

A picture that is kept is the very same object: what was painted from it is kept with it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, KeysView, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from graphs.diagnosis import Diagnostic
from graphs.layer import Family, Port
from graphs.meaning import Plan, Source, Step
from graphs.memory import collecting_later
from graphs.network import Network, Node, Wire
from graphs.ports import arrives_later
from graphs.tensors import Kind, TensorSpec
from widgets.canvas.picture import NodePicture, Picture, WirePicture, node_picture, whose_weights

_SHARE_STEPS = 120
"""One for every pixel of the line that shows a share."""


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

    @property
    def plain(self) -> bool:
        """Whether the step says all: the node works, nothing is wrong, and no weights come from elsewhere."""
        return self.step is not None and self.surroundings[2] is None and self.node.share is None


class Illustrator:
    """Makes pictures and keeps those of nodes and wires that did not change, so that an edit costs what it reached."""

    def __init__(self) -> None:
        self._kept: dict[int, _Kept] = {}
        self._wiring: _Wiring | None = None
        self._wires: list[tuple[TensorSpec | None, WirePicture]] = []
        self._towards: tuple[tuple[int, ...], set[int]] = ((), set())
        self._drawn: tuple[Plan, Mapping[int, Diagnostic], Picture] | None = None
        self._down = self._inside = False
        self._total = 0
        self._kinds: tuple[Kind, ...] = ()
        self._sources: KeysView[Source] = {}.keys()

    def forget(self) -> None:
        """Make every picture anew next time: the language changed."""
        self._kept.clear()
        self._wiring, self._wires, self._drawn = None, [], None

    def picture(self, network: Network, plan: Plan, diagnostics: Iterable[Diagnostic]) -> Picture:
        """Make the picture of a network with its plan and its problems."""
        self._inside = network.block_name is not None
        down = network.direction == "down"
        if down != self._down:
            self._down = down
            self._kept.clear()
        problems: dict[int, Diagnostic] = {}
        for diagnostic in diagnostics:
            problems.setdefault(diagnostic.node, diagnostic)
        wiring = _wiring(network)
        nodes = network.nodes
        if self._kept and self._drawn is not None and self._drawn[0] is plan and self._drawn[1] == problems:
            return self._moved(self._drawn[2], network)  # every other edit makes another plan
        with collecting_later(len(nodes) - len(self._kept)):
            picture = self._anew(network, plan, problems, wiring, nodes)
        self._drawn = plan, problems, picture
        return picture

    def _moved(self, picture: Picture, network: Network) -> Picture:
        """The picture with everything where it lies now."""
        nodes = network.nodes
        for node in nodes:
            old = self._kept[node.id]
            if old.node is not node:
                self._kept[node.id] = old._replace(node=node)
        return replace(
            picture,
            positions=tuple([node.position for node in nodes]),
            frames=tuple(network.frames.values()),
            notes=tuple(network.notes.values()),
        )

    def _anew(
        self,
        network: Network,
        plan: Plan,
        problems: Mapping[int, Diagnostic],
        wiring: _Wiring,
        nodes: Sequence[Node],
    ) -> Picture:
        total = sum([step.cost.parameters.number for step in plan.steps])
        kept: dict[int, _Kept] = {}
        steps, specs, waiting = plan.by_node, plan.specs, plan.waiting
        calm = self._wiring is wiring and total == self._total
        kinds = tuple([spec.kind for spec in specs.values()])
        alike = calm and kinds == self._kinds and specs.keys() == self._sources
        self._total, self._kinds, self._sources = total, kinds, specs.keys()
        for node in nodes:
            identity = node.id
            step, problem = steps.get(identity), problems.get(identity)
            old = self._kept.get(identity)
            if calm and old is not None and old.plain and old.node is node and old.step is step and problem is None:
                kept[identity] = old  # the planner gives another step where anything else arrives
                continue
            if (
                alike and old is not None and old.plain and old.node is node and problem is None
                and identity not in wiring.exact and _looks_like(old.step, step)
            ):  # fmt: skip
                kept[identity] = old._replace(step=step)  # only sizes are other ones, and it shows none
                continue
            coming = tuple([(port, index, specs.get(source)) for port, index, source in wiring.arriving[identity]])
            going = wiring.leaving[identity]
            share = _share(step, total)
            source = whose_weights(network, node) if node.share is not None or identity in wiring.tied else None
            surroundings = (coming, going, problem.message if problem else None, share, source, identity in waiting)
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
            self._down,
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
        if old is not None and old.node is node and node.id not in wiring.exact:
            kinds = [spec and spec.kind for *_, spec in old.surroundings[0]]
            same = old.surroundings[1:] == surroundings[1:] and kinds == [spec and spec.kind for *_, spec in coming]
            if same and _looks_like(old.step, step):
                return _Kept(node, step, surroundings, old.key, old.picture)  # only sizes are other ones
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
        new = node_picture(network, node, step, coming, going, outputs, message, share, source, waiting=waits)
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
            ends = self._inside and Family.INPUT_OUTPUT  # from a block's Outputs the gradient comes in
            towards = {step.node for step in plan.steps if step.layer.family in (Family.LOSS, ends)}
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
            frozenset((*(node for node, ports in inputs.items() if _several(ports, arriving[node])), *placed, *ends)),
            {node: (inputs[node], network.output_ports(node)) for node in placed},
        )
    return network.wiring["drawn"]  # type: ignore[no-any-return]


def _looks_like(step: Step | None, other: Step | None) -> bool:
    """Whether two steps of a node without rows for sizes look the same on its face."""
    return (
        step is not None
        and other is not None
        and (step.layer is other.layer or step.layer == other.layer)
        and step.cost.parameters.number == other.cost.parameters.number
        and len(step.copies) == len(other.copies)
        and [spec.kind for spec in step.outputs.values()] == [spec.kind for spec in other.outputs.values()]
        and [spec.kind for spec in step.weights.values()] == [spec.kind for spec in other.weights.values()]
    )


def _several(ports: Sequence[Port], arriving: Sequence[tuple[str, int, Source]]) -> bool:
    """Whether more than one port shows: a quiet one only does while a wire is there."""
    return (
        len(ports) > 1 and sum(not port.quiet or any(name == port.name for name, *_ in arriving) for port in ports) > 1
    )


def _share(step: Step | None, total: int) -> float:
    """A node's part of all parameters, in steps the eye can see, so that a change elsewhere leaves most nodes alone."""
    if step is None or not total or not step.cost.parameters.number:
        return 0.0
    return math.ceil(step.cost.parameters.number / total * _SHARE_STEPS) / _SHARE_STEPS
