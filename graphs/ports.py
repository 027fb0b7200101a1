"""The ports of a placed block: the Inputs, Outputs and States inside it, by their names; and which node comes when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from graphs.elements import NEXT, STATE, Node
from graphs.layer import Port

if TYPE_CHECKING:
    from graphs.network import Network


def ports_of_block(block: Network, *, inputs: bool) -> tuple[Port, ...]:
    """The ports of a block: its Inputs and the States whose start is given; or its Outputs and every State, which
    stands for the value after the last step of a scan. Looked up once for each revision of the block."""
    key = "inputs" if inputs else "outputs"
    if key not in block.memo:
        block.memo[key] = _ports(block.nodes, inputs)
    return block.memo[key]  # type: ignore[no-any-return]


def _ports(nodes: Iterable[Node], inputs: bool) -> tuple[Port, ...]:
    nodes = tuple(nodes)
    if not inputs:
        return tuple(Port(node.name) for kind in ("Output", STATE) for node in nodes if node.type == kind)
    given = [node.name for node in nodes if node.type == STATE and node.parameters.get("initial") == "given"]
    arriving = (Port(node.name, optional=may_be_missing(node)) for node in nodes if node.type == "Input")
    return (*arriving, *map(Port, given))


def may_be_missing(node: Node) -> bool:
    """Whether a node is an Input that may be left out."""
    return node.type == "Input" and node.parameters.get("optional") is True


def arrives_later(node: Node, port: str) -> bool:
    """Whether what is wired to a port of a node arrives there one time step later: at the ``next`` of a State."""
    return port == NEXT and node.type == STATE


def is_port(node: Node) -> bool:
    """Whether a node inside a block is a port of it."""
    return node.type in ("Input", "Output", STATE)


def in_order(readers: Mapping[int, Iterable[int]]) -> list[int]:
    """Nodes so that sources come first, among equals the smaller one; ``readers`` are those that read each node."""
    waits = dict.fromkeys(readers, 0)
    for targets in readers.values():
        for target in targets:
            waits[target] += 1
    ready, found = [node for node, count in waits.items() if not count], []
    heapify(ready)
    while ready:
        node = heappop(ready)
        found.append(node)
        for reader in readers[node]:
            waits[reader] -= 1
            if not waits[reader]:
                heappush(ready, reader)
    return found
