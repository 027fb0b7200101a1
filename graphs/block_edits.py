"""Changes of blocks: inside one, on the shelf, how often one is repeated; one made of a selection, one taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import networkx

from graphs.edits import AddNode, Batch, Connect, Edit, RemoveNode
from graphs.elements import Copies, Node, Wire, plain
from graphs.expressions import is_expression, names_in
from graphs.meaning import Plan
from graphs.message import Message, say
from graphs.network import Network, NetworkError
from graphs.planning import plan
from graphs.ports import arrives_later
from graphs.project import WeightKey
from graphs.regrouping import as_around, must_not_part_sharers, renamed_places

if TYPE_CHECKING:
    from graphs.project import Project


class _Inside:
    """A project as an edit sees it that works inside a block: its network is the block."""

    def __init__(self, project: Project, network: Network):
        self._project, self.network = project, network

    def __getattr__(self, name: str) -> Any:
        return getattr(self._project, name)


@dataclass(frozen=True)
class Inside:
    """Do an edit in a block; every place of the block follows."""

    block: str
    edit: Edit

    def _view(self, project: Project) -> Any:
        if self.block not in project.network.blocks:
            raise NetworkError(say("There is no block called {name}.", name=self.block))
        return _Inside(project, project.network.blocks[self.block])

    def apply(self, project: Project) -> Edit:
        """Do it there; the inverse is done there too."""
        return Inside(self.block, self.edit.apply(self._view(project)))

    def label(self, project: Project) -> Message:
        """What the inner edit says, and where."""
        return say("{what} in {block}", what=self.edit.label(self._view(project)), block=self.block)


@dataclass(frozen=True)
class PutBlock:
    """Put a block on the project's shelf. The edit carries the block, so doing it again brings back the same one."""

    name: str
    block: Network

    def apply(self, project: Project) -> Edit:
        """Put it there; the inverse takes it off."""
        project.network.put_block(self.name, self.block)
        return DropBlock(self.name)

    def label(self, project: Project) -> Message:
        """``Make block Residual``."""
        return say("Make block {name}", name=self.name)


@dataclass(frozen=True)
class DropBlock:
    """Take a block that is placed nowhere off the shelf."""

    name: str

    def apply(self, project: Project) -> Edit:
        """Take it off; the inverse puts the same block back."""
        return PutBlock(self.name, project.network.drop_block(self.name))

    def label(self, project: Project) -> Message:
        """``Remove block Residual``."""
        return say("Remove block {name}", name=self.name)


@dataclass(frozen=True)
class RenameBlock:
    """Give a block another name; every node that places it follows."""

    block: str
    name: str

    def apply(self, project: Project) -> Edit:
        """Rename it; the inverse gives the old name back."""
        project.network.rename_block(self.block, self.name)
        return RenameBlock(self.name, self.block)

    def label(self, project: Project) -> Message:
        """``Rename Residual``."""
        return say("Rename {node}", node=self.block)


@dataclass(frozen=True)
class SetRepeat:
    """Say how many copies of a block a node places (a number, an ``=`` text, or None for one), and where they lie."""

    node: int
    repeat: int | str | None
    copies: Copies = "inside"

    def apply(self, project: Project) -> Edit:
        """Set it; the inverse sets what was there."""
        node = project.network.node(self.node)
        project.network.put_node(replace(node, repeat=self.repeat, copies=self.copies))
        return SetRepeat(self.node, node.repeat, node.copies)

    def label(self, project: Project) -> Message:
        """``Repeat layer1``."""
        return say("Repeat {node}", node=project.network.node(self.node).name)


@dataclass(frozen=True)
class MoveWeights:
    """Let learned weights follow their layers into a block or out of one: where each was and where it goes."""

    moves: tuple[tuple[WeightKey, WeightKey], ...]

    def apply(self, project: Project) -> Edit:
        """Move those that are there; the inverse moves them back."""
        moved = {new: project.weights.pop(old) for old, new in self.moves if old in project.weights}
        project.weights.update(moved)
        return MoveWeights(tuple((new, old) for old, new in self.moves))

    def label(self, project: Project) -> Message:
        """Never shown alone."""
        return say("Nothing")


def make_block(project: Project, nodes: Iterable[int], name: str) -> Batch:
    """Make the edit that turns a selection into a block and puts one copy of it in its place, with its weights.

    What enters the selection becomes an Input of the block, what leaves it an Output; parameters of the network that
    are used inside become parameters of the block. Raises NetworkError when a path leaves the selection and comes
    back, or when the selection is empty or holds an Input or Output of the network.
    """
    network = project.network
    chosen = sorted(set(nodes))
    _must_be_a_whole(network, chosen)
    must_not_part_sharers(network, chosen)
    block = Network()
    block.parameters = {
        key: network.parameters[key] for key in sorted(_names(network, chosen) & set(network.parameters))
    }
    entering = sorted(
        {(w.source, w.source_port) for n in chosen for w in network.wires_into(n) if w.source not in chosen}
    )
    leaving = sorted(
        {(w.source, w.source_port) for n in chosen for w in network.wires_out_of(n) if w.target not in chosen}
    )
    for node in chosen:
        block.put_node(network.node(node))
    for node in chosen:
        for wire in network.wires_into(node):
            if wire.source in chosen:
                block.put_wire(wire)
    left = min(network.node(n).position[0] for n in chosen)
    right = max(network.node(n).position[0] for n in chosen)
    top = min(network.node(n).position[1] for n in chosen)
    inside = {}
    for place, (source, _) in enumerate(entering):
        label = block.free_name(network.node(source).name)
        start = Node(block.next_id, "Input", label, {}, (left - 216.0, top + 120.0 * place))
        block.put_node(start)
        inside[entering[place]] = start
    for n in chosen:
        for wire in network.wires_into(n):
            if (wire.source, wire.source_port) in inside:
                entrance = inside[wire.source, wire.source_port]
                block.put_wire(Wire(entrance.id, "y", wire.target, wire.target_port, wire.index))
    outside = {}
    for place, (source, port) in enumerate(leaving):
        label = block.free_name(f"{network.node(source).name}_out")
        end = Node(block.next_id, "Output", label, {}, (right + 216.0, top + 120.0 * place))
        block.put_node(end)
        block.put_wire(Wire(source, port, end.id, "x"))
        outside[source, port] = end
    middle = network.node(chosen[len(chosen) // 2]).position
    arguments = {key: f"={key}" for key in block.parameters}
    placed = Node(network.next_id, name, network.free_name(name.lower()), arguments, middle)
    wires = [Wire(source, port, placed.id, inside[source, port].name) for source, port in entering]
    wires += [
        Wire(placed.id, outside[w.source, w.source_port].name, w.target, w.target_port, w.index)
        for n in chosen
        for w in network.wires_out_of(n)
        if w.target not in chosen
    ]
    moves = tuple(
        ((node, key), (placed.id, f"{network.node(node).name}.{key}"))
        for node, key in project.weights
        if node in chosen
    )
    edits: list[Edit] = [PutBlock(name, block), *(RemoveNode(n) for n in chosen), AddNode(placed)]
    edits += [*(Connect(wire) for wire in wires), MoveWeights(moves), *renamed_places(project, chosen, (placed.id,))]
    return Batch(tuple(edits), say("Make block {name}", name=name))


def _must_be_a_whole(network: Network, chosen: list[int]) -> None:
    if not chosen:
        raise NetworkError(say("Choose the nodes that become a block."))
    for node in chosen:
        if network.node(node).type in ("Input", "Output"):
            raise NetworkError(
                say("{node} belongs to the network. Leave it outside the block.", node=network.node(node).name)
            )
    graph = networkx.DiGraph(
        (wire.source, wire.target)
        for wire in network.wires
        if not arrives_later(network.node(wire.target), wire.target_port)
    )
    graph.add_nodes_from(node.id for node in network)
    after = set().union(*(networkx.descendants(graph, node) for node in chosen)) - set(chosen)
    for node in sorted(after):
        back = networkx.descendants(graph, node) & set(chosen)
        if back:
            raise NetworkError(
                say(
                    "A path leaves the selection at {node} and comes back to {other}. Choose {node} too.",
                    node=network.node(node).name,
                    other=network.node(min(back)).name,
                )
            )


def _names(network: Network, nodes: Iterable[int]) -> set[str]:
    """The names that expressions of these nodes use."""
    raw = [value for n in nodes for value in (*network.node(n).parameters.values(), network.node(n).repeat)]
    return {name for value in raw for text in _expressions(value) for name in names_in(text)}


def _expressions(value: Any) -> Iterable[str]:
    if is_expression(value):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _expressions(item)


def dissolve_block(project: Project, node: int, meaning: Plan | None = None) -> Batch:
    """Make the edit that puts what a block holds in the place of one copy of it; no wire, value or weight is lost.

    Arithmetic over the block's own parameters becomes the number it came to here, unless the place passes a parameter
    of the network on under the same name. ``meaning`` is the plan of the copy it stands in, where it stands inside a
    block. Raises NetworkError when the node is no block, is repeated or has a fault.
    """
    network = project.network
    block, placed = network.block_of(node), network.node(node)
    step = (meaning or plan(network)).step(node)
    if block is None or step is None:
        raise NetworkError(say("{node} is not a block that works, so it cannot be taken apart.", node=placed.name))
    if placed.scan is not None:
        raise NetworkError(
            say(
                "{node} runs once per time step; taken apart it would run only once. Open it instead.", node=placed.name
            )
        )
    count = len(step.copies)
    if count != 1:
        raise NetworkError(
            say("{node} has {n} copies. Set its repeat to one, then take it apart.", node=placed.name, n=count)
        )
    must_not_part_sharers(network, (node,))
    body = step.copies[0].body
    same = {key for key, value in placed.parameters.items() if value == f"={key}" and key in network.parameters}
    inner = [one for one in block if one.type not in ("Input", "Output")]
    ids, new_nodes = _inner_nodes(network, placed, inner, same, {s.node: s for s in body.steps})
    wires = _inner_wires(network, block, node, ids)
    back = {one.name: one.id for one in inner}
    moves = []
    for where, key in project.weights:
        name, _, rest = key.removeprefix("0." if placed.repeat is not None else "").partition(".")
        if where == node and name in back:
            moves.append(((where, key), (ids[back[name]], rest)))
    edits: list[Edit] = [RemoveNode(node), *(AddNode(one) for one in new_nodes), *(Connect(wire) for wire in wires)]
    edits += [MoveWeights(tuple(moves)), *renamed_places(project, (node,), ids.values())]
    return Batch(tuple(edits), say("Take {node} apart", node=placed.name))


def _inner_nodes(
    network: Network, placed: Node, inner: list[Node], same: set[str], steps: Mapping[int, Any]
) -> tuple[dict[int, int], list[Node]]:
    """Give the nodes of a block ids, names and plain parameters for where they are put."""
    taken = {one.name for one in network if one.id != placed.id}
    ids: dict[int, int] = {}
    found = []
    fresh = max([network.next_id, *(one.id + 1 for one in inner)])
    for one in inner:
        free = one.id not in network or one.id == placed.id
        ids[one.id] = one.id if free and one.id not in ids.values() else fresh
        fresh += not free
        name, number = one.name, 1
        while name in taken:
            number += 1
            name = f"{one.name}{number}"
        taken.add(name)
        resolved = steps[one.id].layer if one.id in steps else None  # a muted node has no step
        parameters = {
            key: value
            if resolved is None or all(set(names_in(text)) <= same for text in _expressions(value))
            else plain(getattr(resolved, key))
            for key, value in one.parameters.items()
        }
        found.append(replace(one, id=ids[one.id], name=name, parameters=parameters))
    return ids, [as_around(one, placed, None if one.share is None else ids.get(one.share)) for one in found]


def _inner_wires(network: Network, block: Network, node: int, ids: Mapping[int, int]) -> list[Wire]:
    """Join what arrives at the block to what read its Inputs, and what fed its Outputs to what reads the block."""
    arriving = {wire.target_port: wire for wire in network.wires_into(node)}
    entrances = {one.id: one.name for one in block if one.type == "Input"}
    exits = {
        one.name: block.wires_into(one.id)[0] for one in block if one.type == "Output" and block.wires_into(one.id)
    }

    def origin(source: int, port: str) -> tuple[int, str]:
        if source in entrances:
            outer = arriving[entrances[source]]
            return outer.source, outer.source_port
        return ids[source], port

    wires = [
        Wire(*origin(wire.source, wire.source_port), ids[wire.target], wire.target_port, wire.index)
        for wire in block.wires
        if wire.target in ids
    ]
    for wire in network.wires_out_of(node):
        feeding = exits.get(wire.source_port)
        if feeding is None:
            reader = network.node(wire.target).name
            raise NetworkError(
                say(
                    "{reader} reads {port}, which {node} no longer gives. Cut that wire first.",
                    reader=reader, port=wire.source_port, node=network.node(node).name,
                )
            )  # fmt: skip
        wires.append(Wire(*origin(feeding.source, feeding.source_port), wire.target, wire.target_port, wire.index))
    return wires
