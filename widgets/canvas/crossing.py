"""Nodes carried from one network to another on the same canvas: into a block that is open in place, or out of it.

What belongs to them goes along: the wires among them, their values, the frame that holds them all, their learned
weights. A wire they leave closes over the gap, as when they are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphs.block_edits import Inside, MoveWeights
from graphs.edits import AddNode, Batch, Connect, DropFrame, Edit, MoveNodes, PutFrame, RemoveNode, SetRecipe
from graphs.elements import plain
from graphs.expressions import is_expression, names_in
from graphs.meaning import Plan
from graphs.message import Message, say
from graphs.network import Network, NetworkError, Node, Wire
from graphs.project import Project, WeightKey
from graphs.recipe import Player
from graphs.regrouping import must_not_part_sharers
from widgets.canvas.geometry import Point
from widgets.editor import Editor
from widgets.inside import Way, meaning_at, network_at


def carried_across(
    outside: Editor,
    source: Way,
    nodes: Sequence[int],
    target: Way,
    places: Mapping[int, Point],
    insert: Callable[[Network, Node], Edit] | None = None,
) -> tuple[tuple[int, ...], Edit]:
    """The edit of the project that moves nodes from the network at the end of one way to that of another, and the ids
    they get there; ``insert`` makes the edit that puts one alone on a wire. Raises NetworkError where that makes no
    sense."""
    project = outside.project
    here, there = network_at(project.network, source), network_at(project.network, target)
    assert here is not None and there is not None
    if here is there:  # another copy of the same block
        return tuple(nodes), _in(here, MoveNodes(tuple((node, places[node]) for node in nodes)))
    _may_go(here, nodes)
    meaning = meaning_at(project.network, outside.plan, source)
    ids = {node: there.next_id + number for number, node in enumerate(sorted(nodes))}
    passed_on = _passed_on(project.network, source, target)
    placed: list[Node] = []
    for node, identity in ids.items():
        one = _with_numbers(here, here.node(node), meaning, passed_on, there)
        share = ids.get(one.share) if one.share is not None else None
        taken = {other.name for other in placed}
        placed.append(replace(one, id=identity, name=_free(there, one.name, taken), position=places[node], share=share))
    among = [wire for wire in here.wires if wire.source in ids and wire.target in ids]
    whole = [frame for frame in here.frames.values() if frame.nodes and set(frame.nodes) <= set(ids)]
    gone: list[Edit] = [*(DropFrame(frame.id) for frame in whole), *(RemoveNode(node) for node in ids)]
    gone += [Connect(wire) for wire in _closing(here, ids)]
    come: list[Edit] = [insert(there, placed[0])] if insert is not None else [AddNode(one) for one in placed]
    come += [Connect(replace(wire, source=ids[wire.source], target=ids[wire.target])) for wire in among]
    come += [
        PutFrame(replace(frame, id=there.next_id + len(ids) + number, nodes=tuple(ids[n] for n in frame.nodes)))
        for number, frame in enumerate(whole)
    ]
    said = _said(here, there, placed)
    edits = [_in(here, Batch(tuple(gone), said)), _in(there, Batch(tuple(come), said))]
    new_names = {node: one.name for node, one in zip(ids, placed, strict=True)}
    edits += _weights(project, source, target, ids, new_names)
    edits += _players(project, source, target, ids)
    return tuple(ids.values()), Batch(tuple(edits), said)


def _in(network: Network, edit: Edit) -> Edit:
    return Inside(network.block_name, edit) if network.block_name is not None else edit


def _said(here: Network, there: Network, placed: Sequence[Node]) -> Message:
    into = there.block_name is not None
    block = there.block_name or here.block_name
    if len(placed) == 1 and into:
        return say("Move {node} into {block}", node=placed[0].name, block=block)
    if len(placed) == 1:
        return say("Move {node} out of {block}", node=placed[0].name, block=block)
    if into:
        return say("Move {n} nodes into {block}", n=len(placed), block=block)
    return say("Move {n} nodes out of {block}", n=len(placed), block=block)


def _may_go(here: Network, nodes: Sequence[int]) -> None:
    for node in nodes:
        one = here.node(node)
        if one.type in ("Input", "Output", "State"):
            where = here.block_name
            if where is None:
                raise NetworkError(say("{node} belongs to the network. Leave it outside the block.", node=one.name))
            raise NetworkError(say("{node} belongs to {block}. Leave it inside.", node=one.name, block=where))
    must_not_part_sharers(here, nodes)


def _free(there: Network, wanted: str, taken: set[str]) -> str:
    name = there.free_name(wanted)
    base, number = name.rstrip("0123456789") or "node", 2
    while name in taken:
        name, number = there.free_name(f"{base}{number}"), number + 1
    return name


def _passed_on(root: Network, source: Way, target: Way) -> set[str]:
    """The parameters that mean the same in both: one block lies in the other and is given them under their own name."""
    deeper, around = (target, source) if len(target) > len(source) else (source, target)
    if deeper[:-1] != around:
        return set()
    outer = network_at(root, around)
    if outer is None:
        return set()
    values = outer.node(deeper[-1].node).parameters
    return {name for name in outer.parameters if values.get(name) == f"={name}"}


def _with_numbers(here: Network, node: Node, meaning: Plan, same: set[str], there: Network) -> Node:
    """The node with what follows from parameters of the network it leaves as the number it came to there."""
    step = meaning.step(node.id)
    own = set(here.parameters) - (same & set(there.parameters))
    values: dict[str, Any] = dict(node.parameters)
    for name, value in node.parameters.items():
        if any(own & set(names_in(text)) for text in _texts(value)) and step is not None:
            values[name] = plain(getattr(step.layer, name))
    repeat = node.repeat
    if isinstance(repeat, str) and own & set(names_in(repeat)) and step is not None:
        repeat = len(step.copies)
    return replace(node, parameters=values, repeat=repeat)


def _texts(value: Any) -> Iterator[str]:
    if is_expression(value):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _closing(here: Network, nodes: Mapping[int, int]) -> list[Wire]:
    """The wires that close the gap: from the one source of what goes to all that read it."""
    coming = {
        (wire.source, wire.source_port) for node in nodes for wire in here.wires_into(node) if wire.source not in nodes
    }
    going = [wire for node in nodes for wire in here.wires_out_of(node) if wire.target not in nodes]
    if len(coming) != 1:
        return []
    source, port = next(iter(coming))
    return [Wire(source, port, wire.target, wire.target_port, wire.index) for wire in going]


# ---------------------------------------------------------------------- what names the nodes from outside


def _key(root: Network, way: Way, node: int, name: str, rest: str) -> WeightKey | None:
    """Where a weight of a node at the end of a way lives; None where copies lie beside each other."""
    if not way:
        return node, rest
    network, path = root, ""
    for depth, door in enumerate(way):
        placed = network.node(door.node)
        if placed.repeat is not None and placed.copies == "beside":
            return None
        path += f"{placed.name}." if depth else ""
        path += f"{door.copy}." if placed.repeat is not None else ""
        inner = network.block_of(door.node)
        assert inner is not None
        network = inner
    return way[0].node, f"{path}{name}.{rest}"


def _weights(
    project: Project, source: Way, target: Way, ids: Mapping[int, int], names: Mapping[int, str]
) -> list[Edit]:
    """Learned weights go along, those of the copy one sees; every other copy of the block begins anew."""
    root, moves = project.network, []
    here = network_at(root, source)
    assert here is not None
    for old, new in ids.items():
        before = _key(root, source, old, here.node(old).name, "")
        after = _key(root, target, new, names[old], "")
        if before is not None and after is not None:
            moves += [
                ((owner, key), (after[0], after[1] + key.removeprefix(before[1])))
                for owner, key in project.weights
                if owner == before[0] and key.startswith(before[1])
            ]
    return [MoveWeights(tuple(moves))] if moves else []


def _players(project: Project, source: Way, target: Way, ids: Mapping[int, int]) -> list[Edit]:
    """Who moved a block moves what comes out of it; what goes into one is moved by whoever moves the block."""
    players = tuple(_renamed(player, source, target, ids) for player in project.recipe.players)
    if players == project.recipe.players:
        return []
    return [SetRecipe(project.recipe.model_copy(update={"players": players}))]


def _renamed(player: Player, source: Way, target: Way, ids: Mapping[int, int]) -> Player:
    named = set(player.moves)
    moves: Iterable[int] = named
    if not source and named & set(ids):
        left = named - set(ids)
        moves = left if left or player.frames else {target[0].node}
    elif not target and source[0].node in named:
        moves = named | set(ids.values())
    return player if set(moves) == named else player.model_copy(update={"moves": tuple(sorted(moves))})
