"""The nodes of a network in execution order, each among its wires: what the planner walks through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graphs.elements import NEXT, Wire
from graphs.layer import Layer
from graphs.layers.scan import State
from graphs.meaning import Source
from graphs.network import Network
from graphs.ports import arrives_later

Slots = tuple[tuple[str, bool, tuple[Source, ...]], ...]
"""For every port of a layer that is wired its name, whether it takes many, and where its values come from."""


@dataclass(frozen=True)
class WiredNode:
    """A node among its wires: its layer type or block, what is wired to each port, the first needed port that is
    empty. The same object as the last time while nothing of that has changed. It is ``direct`` when every wire brings
    what its source gives: none comes from a node that is left out or passed by."""

    node: int
    kind: type[Layer] | None
    block: Network | None
    inputs: Mapping[str, tuple[Source, ...]]
    sources: tuple[Source, ...]
    missing: str | None
    slots: Slots
    wires: tuple[Wire, ...]
    direct: bool = False

    def with_only(self, network: Network, there: Callable[[Source], bool]) -> WiredNode | None:
        """The node among the wires that are left; None when one that it needs is not there."""
        inputs = {port: tuple(filter(there, sources)) for port, sources in self.inputs.items()}
        needed = {port.name for port in network.input_ports(self.node) if not port.optional}
        if any(not sources and port in needed for port, sources in inputs.items()):
            return None
        inputs = {port: sources for port, sources in inputs.items() if sources}
        return _wired(self.node, self.kind, self.block, inputs, self.missing, self.wires)


def wired_nodes(network: Network) -> list[WiredNode]:
    """The nodes that take part, in execution order; looked at anew only when a wire or a type changed."""
    if "places" not in network.wiring:
        arriving, before = network.wires_by_target(), network.kept.get("places", {})
        through, silent = _left_out(network, arriving)
        absent = through.keys() | silent
        example = {node.type: node.id for node in network.by_id.values()}
        types = {kind: (network.layer_class(node), network.block_of(node)) for kind, node in example.items()}
        found = [
            _among_wires(
                network, identity, arriving.get(identity, ()), through, silent, before.get(identity), absent, types
            )
            for identity in network.order()
            if identity not in through and identity not in silent
        ]
        network.wiring["through"] = through
        network.wiring["places"] = found
        network.kept["places"] = {place.node: place for place in found}
    return network.wiring["places"]  # type: ignore[no-any-return]


def passed_by(network: Network) -> Mapping[int, Source]:
    """For every bypassed node the source whose value it hands on."""
    wired_nodes(network)
    return network.wiring["through"]  # type: ignore[no-any-return]


def _left_out(network: Network, arriving: Mapping[int, tuple[Wire, ...]]) -> tuple[dict[int, Source], set[int]]:
    """What takes no part: for every bypassed node the source whose value it hands on; and the muted nodes, with those
    that cannot do without them."""
    through: dict[int, Source] = {}
    silent: set[int] = set()
    if all(node.mode == "works" for node in network):
        return through, silent
    for identity in network.order():
        node, wires = network.node(identity), arriving.get(identity, ())
        if node.mode == "works" and silent.isdisjoint([wire.source for wire in wires]):
            continue
        ports = network.input_ports(identity)
        if node.mode == "bypassed" and ports and not arrives_later(node, ports[0].name):
            first = next((wire for wire in wires if wire.target_port == ports[0].name), None)
            if first is not None and first.source not in silent:
                through[identity] = through.get(first.source, Source(first.source, first.source_port))
                continue
        lacking = any(
            coming and not port.optional and all(wire.source in silent for wire in coming)
            for port in ports
            if (coming := [wire for wire in wires if wire.target_port == port.name]) is not None
        )
        if node.mode != "works" or lacking:
            silent.add(identity)
    return through, silent


def _among_wires(
    network: Network,
    identity: int,
    wires: tuple[Wire, ...],
    through: Mapping[int, Source],
    silent: set[int],
    before: WiredNode | None,
    absent: set[int],
    types: Mapping[str, tuple[type[Layer] | None, Network | None]],
) -> WiredNode:
    kind, block = types[network.node(identity).type]
    direct = absent.isdisjoint([wire.source for wire in wires])
    if direct and before is not None and before.direct and before.kind is kind and kind and before.wires == wires:
        return before
    wired: dict[str, tuple[Source, ...]] = {}
    for wire in wires:
        if wire.source not in silent:
            source = through.get(wire.source, Source(wire.source, wire.source_port))
            wired[wire.target_port] = (*wired.get(wire.target_port, ()), source)
    if kind is None and block is None:
        return WiredNode(identity, None, None, wired, (), None, (), wires, direct)
    ports = network.input_ports(identity)
    wired = {port: sources for port, sources in wired.items() if kind is not State or port != NEXT}
    inputs = {port.name: wired[port.name] for port in ports if port.name in wired}
    missing = next((port.name for port in ports if port.name not in wired and not port.optional), None)
    found = _wired(identity, kind, block, inputs, missing, wires, direct)
    return before if before is not None and before == found else found


def _wired(
    node: int,
    kind: type[Layer] | None,
    block: Network | None,
    inputs: Mapping[str, tuple[Source, ...]],
    missing: str | None,
    wires: tuple[Wire, ...],
    direct: bool = False,
) -> WiredNode:
    sources = tuple([source for arriving in inputs.values() for source in arriving])
    slots = (
        ()
        if kind is None
        else tuple([(port.name, port.many, inputs[port.name]) for port in kind.inputs if port.name in inputs])
    )
    return WiredNode(node, kind, block, inputs, sources, missing, slots, wires, direct)
