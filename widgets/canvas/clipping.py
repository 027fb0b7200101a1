"""Copy and paste: what was cut out of a drawing, as text that any window or editor of texts can carry.

The text is a small project (JSON) with the nodes, the wires among them, frames that lie wholly inside, and the blocks
they place; so it is read by what reads files, and nothing in it can run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphs.block_edits import PutBlock
from graphs.document import DocumentError, from_snapshot, snapshot
from graphs.edits import AddNode, Batch, Connect, Edit, PutFrame
from graphs.message import say
from graphs.network import Network, NetworkError, Node
from graphs.project import Project
from widgets.canvas.geometry import GRID, Point

OFFSET = (GRID, GRID)


def clipped(network: Network, nodes: Iterable[int]) -> Network:
    """A network of its own with these nodes, the wires among them, and what belongs to them."""
    chosen = set(nodes)
    part = Network()
    wanted = {network.node(node).type for node in chosen} & set(network.blocks)
    while (
        more := {node.type for name in wanted for node in network.blocks[name] if node.type in network.blocks} - wanted
    ):
        wanted |= more
    whole = network.copy()  # so that the blocks are copies too
    for name in sorted(wanted):
        part.put_block(name, whole.blocks[name])
    for node in sorted(chosen):
        placed = network.node(node)
        part.put_node(placed if placed.share in chosen else replace(placed, share=None, average=None))
    part.put_wires(wire for wire in network.wires if wire.source in chosen and wire.target in chosen)
    for frame in network.frames.values():
        if frame.nodes and chosen.issuperset(frame.nodes):
            part.put_frame(frame)
    return part


def written(network: Network, nodes: Iterable[int]) -> str:
    """What is copied, as text for the clipboard."""
    return snapshot(Project(clipped(network, nodes), title="")).decode("utf-8")


def read(text: str) -> Network | None:
    """What a text of the clipboard holds; None when it was not copied from a canvas."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        network = from_snapshot(text.encode("utf-8")).network
    except (DocumentError, NetworkError):
        return None  # whatever is on the clipboard was not copied from a canvas
    return network if len(network) else None


def upper_left(part: Network) -> Point:
    """The upper left corner of what was copied."""
    return min(node.position[0] for node in part), min(node.position[1] for node in part)


def pasted(network: Network, part: Network, offset: Point = OFFSET) -> tuple[tuple[int, ...], Edit]:
    """The edit that places a copied part moved by ``offset``, and the ids its nodes get."""
    names, edits = _blocks(network, part)
    first = network.next_id
    ids = {node.id: first + place for place, node in enumerate(part.nodes)}
    taken: set[str] = set()
    for node in part.nodes:
        name = _unused(network, node.name, taken)
        taken.add(name)
        x, y = node.position
        edits.append(
            AddNode(
                replace(
                    node,
                    id=ids[node.id],
                    type=names.get(node.type, node.type),
                    name=name,
                    position=(x + offset[0], y + offset[1]),
                    share=ids.get(node.share) if node.share is not None else None,
                )
            )
        )
    for wire in part.wires:
        edits.append(Connect(replace(wire, source=ids[wire.source], target=ids[wire.target])))
    for place, frame in enumerate(part.frames.values()):
        edits.append(PutFrame(replace(frame, id=first + len(ids) + place, nodes=tuple(ids[n] for n in frame.nodes))))
    return tuple(ids.values()), Batch(tuple(edits), say("Paste {n} nodes", n=len(ids)))


def duplicated(network: Network, nodes: Iterable[int]) -> tuple[tuple[int, ...], Edit]:
    """The edit that puts copies beside nodes of a network, and the ids of the copies.

    The copies read from the same layers outside as the originals; what the originals feed stays theirs.
    """
    chosen = sorted(set(nodes))
    part = clipped(network, chosen)
    ids, edit = pasted(network, part)
    assert isinstance(edit, Batch)
    new = dict(zip((node.id for node in part.nodes), ids, strict=True))
    outside = [
        Connect(replace(wire, target=new[wire.target]))
        for node in chosen
        for wire in network.wires_into(node)
        if wire.source not in new
    ]
    edits = [
        AddNode(replace(one.node, share=network.node(old).share, average=network.node(old).average))
        if isinstance(one, AddNode) and (old := _old(new, one.node)) is not None and one.node.share is None
        else one
        for one in edit.edits
    ]
    return ids, Batch((*edits, *outside), say("Duplicate {n} nodes", n=len(ids)))


def _old(new: Mapping[int, int], node: Node) -> int | None:
    return next((old for old, identity in new.items() if identity == node.id), None)


def _blocks(network: Network, part: Network) -> tuple[dict[str, str], list[Edit]]:
    """Bring the blocks of a copied part along: equal ones are there already, others get a name that is free."""
    names: dict[str, str] = {}
    made: list[Edit] = []
    for name in sorted(part.blocks, key=lambda one: (_depth(part, one), one)):  # undone, the outer ones go first
        block = part.blocks[name]
        there = network.blocks.get(name)
        if there is not None and _content(there) == _content(block):
            continue
        free, number = name, 1
        while network.ports_of(free, inputs=True) is not None or free in names.values():
            number += 1
            free = f"{name}{number}"
        names[name] = free
        made.append(PutBlock(free, block))
    changed = {old: new for old, new in names.items() if old != new}
    for edit in made:
        assert isinstance(edit, PutBlock)
        for node in edit.block:
            if node.type in changed:
                edit.block.put_node(replace(node, type=changed[node.type]))
    return names, made


def _depth(part: Network, name: str) -> int:
    """How deep blocks lie inside a block."""
    inner = {node.type for node in part.blocks[name]} & set(part.blocks)
    return 1 + max((_depth(part, one) for one in inner), default=0)


def _content(block: Network) -> tuple[object, ...]:
    """What a block is, wherever its nodes lie."""
    nodes = tuple(replace(node, position=(0.0, 0.0)) for node in block.nodes)
    return nodes, block.wires, tuple(sorted(block.parameters.items()))


def _unused(network: Network, wanted: str, taken: set[str]) -> str:
    name = network.free_name(wanted)
    base, number = name.rstrip("0123456789") or "node", 2
    while name in taken or network.name_problem(name) is not None:
        name, number = f"{base}{number}", number + 1
    return name
