"""The network as data: placed layers with stable ids, joined by wires between named ports.

The graph is a private networkx MultiDiGraph. `Network.add` is how presets draw in code; everything a person does goes
through `graphs.edits`, which use the few primitive changes at the end of the class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

import networkx

from graphs.catalogue import UnknownLayer, layer_type
from graphs.elements import NEXT, Direction, Frame, NetworkError, Node, Note, Scan, Wire, plain, why_not_named
from graphs.layer import Layer, Port
from graphs.message import Message, say
from graphs.ports import arrives_later, in_order, is_port, ports_of_block
from graphs.shelf import Outlet, Shelf

__all__ = ["Frame", "Network", "NetworkError", "Node", "Note", "Outlet", "Scan", "Wire", "plain"]

_ENDS = attrgetter("source", "source_port", "target", "target_port", "index")
_AT_PORT = attrgetter("target_port", "index")


class Network:
    """A graph of nodes and wires, with named parameters (``classes``, ``features``) that expressions may use.

    ``blocks`` are the sub-networks of the project, themselves networks: their Input and Output nodes are the ports of
    every node that places them, their parameters have their defaults here and their values at each place.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or Shelf(self)
        self._graph: networkx.MultiDiGraph[int] = networkx.MultiDiGraph()
        self._nodes: dict[int, Node] = {}
        self._names: dict[str, int] = {}
        self._next = 1
        self.parameters: dict[str, int | float] = {}
        self.frames: dict[int, Frame] = {}
        self.notes: dict[int, Note] = {}
        self.direction: Direction = "right"
        self.revision = 0
        self.memo: dict[str, Any] = {}
        """What others calculated about this revision (the plan); emptied by every change."""
        self.wiring: dict[str, Any] = {}
        """What others calculated about nodes, types and wires alone; kept while only parameters change."""
        self.kept: dict[str, Any] = {}
        """What the planner last found; it looks itself whether that still holds."""

    # ------------------------------------------------------------------ blocks

    @property
    def blocks(self) -> Mapping[str, Network]:
        """The blocks of the project by name, also those that are placed nowhere."""
        return self._shelf.blocks

    @property
    def block_name(self) -> str | None:
        """The name of the block that this network is; None for the network of the project."""
        return self._shelf.name_of(self)

    def define(self, name: str, **parameters: int | float) -> Network:
        """Make a new, empty block with parameters and their defaults, and return it to be drawn in."""
        block = Network(self._shelf)
        block.parameters = dict(parameters)
        self.put_block(name, block)
        return block

    def put_block(self, name: str, block: Network) -> None:
        """Put a block on the project's shelf under a name that no layer type and no other block has."""
        problem = why_not_named(name)
        if problem is not None:
            raise NetworkError(problem)
        if name in self.blocks or self.ports_of(name, inputs=True) is not None:
            raise NetworkError(say("There is already a block or layer type called {name}.", name=name))
        block._shelf = self._shelf
        self._shelf.blocks[name] = block
        self._shelf.forget()

    def drop_block(self, name: str) -> Network:
        """Take a block off the shelf and return it; raises NetworkError while it is placed somewhere."""
        if name not in self.blocks:
            raise NetworkError(say("There is no block called {name}.", name=name))
        places = [*self._shelf.root, *(node for block in self.blocks.values() for node in block)]
        user = next((node for node in places if node.type == name), None)
        if user is not None:
            raise NetworkError(say("{node} is a copy of {block}. Remove it first.", node=user.name, block=name))
        block = self._shelf.blocks.pop(name)
        self._shelf.forget()
        return block

    def rename_block(self, old: str, new: str) -> None:
        """Give a block another name, at every place where it stands. Raises NetworkError when it cannot have it."""
        problem = why_not_named(new)
        if problem is not None:
            raise NetworkError(problem)
        if new in self.blocks or self.ports_of(new, inputs=True) is not None:
            raise NetworkError(say("There is already a block or layer type called {name}.", name=new))
        if old not in self.blocks:
            raise NetworkError(say("There is no block called {name}.", name=old))
        self._shelf.blocks[new] = self._shelf.blocks.pop(old)
        for network in (self._shelf.root, *self.blocks.values()):
            for node in network:
                if node.type == old:
                    network.put_node(replace(node, type=new))
        self._shelf.forget()

    def block_of(self, node: int) -> Network | None:
        """The block that a node places, or None when it is a layer."""
        return self.blocks.get(self.node(node).type)

    def contains_block(self, name: str) -> bool:
        """Whether a block is placed in this network or in any block inside it."""
        if "blocks" not in self.wiring:
            self.wiring["blocks"] = {node.type for node in self.by_id.values() if node.type in self.blocks}
        inside = self.wiring["blocks"]
        return name in inside or any(self.blocks[kind].contains_block(name) for kind in inside)

    # ------------------------------------------------------------------ reading

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes in order of their ids."""
        return tuple([self._nodes[identity] for identity in sorted(self._nodes)])

    @property
    def wires(self) -> tuple[Wire, ...]:
        """All wires, sorted."""
        if "wires" not in self.wiring:
            readers = [wires for _, targets in self._graph.adjacency() for wires in targets.values()]
            self.wiring["wires"] = tuple(
                sorted([data["wire"] for many in readers for data in many.values()], key=_ENDS)
            )
        return self.wiring["wires"]  # type: ignore[no-any-return]

    @property
    def by_id(self) -> dict[int, Node]:
        """The nodes by their ids, in no particular order."""
        return dict(self._nodes)

    @property
    def next_id(self) -> int:
        """The id the next node, frame or note gets; ids are never given twice."""
        return self._next

    def node(self, key: int | str) -> Node:
        """Return a node by id or name; raises NetworkError naming what there is."""
        identity = self._names.get(key) if isinstance(key, str) else key
        if identity is None or identity not in self._nodes:
            raise NetworkError(say("There is no node {key} in this network.", key=key))
        return self._nodes[identity]

    def __contains__(self, key: int | str) -> bool:
        return key in self._names if isinstance(key, str) else key in self._nodes

    def __len__(self) -> int:
        return len(self._nodes)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def wires_into(self, node: int, port: str | None = None) -> tuple[Wire, ...]:
        """The wires that end at a node, or at one of its ports, in their order."""
        found = [wire for _, _, wire in self._graph.in_edges(node, data="wire")]
        return tuple(sorted([wire for wire in found if port is None or wire.target_port == port], key=_AT_PORT))

    def wires_by_target(self) -> dict[int, tuple[Wire, ...]]:
        """What `wires_into` says of every node that a wire ends at, in one look."""
        found: dict[int, list[Wire]] = {}
        for wire in self.wires:
            found.setdefault(wire.target, []).append(wire)
        return {node: tuple(sorted(wires, key=_AT_PORT)) for node, wires in found.items()}

    def wires_out_of(self, node: int, port: str | None = None) -> tuple[Wire, ...]:
        """The wires that start at a node, or at one of its ports."""
        found = [wire for _, _, wire in self._graph.out_edges(node, data="wire")]
        return tuple(sorted([wire for wire in found if port is None or wire.source_port == port], key=_ENDS))

    def readers(self, node: int) -> int:
        """How many wires start at a node."""
        return int(self._graph.out_degree(node))

    def order(self) -> list[int]:
        """Node ids so that sources come first; among equals the smaller id, so random numbers are drawn in a stable
        order."""
        if "order" not in self.wiring:
            self.wiring["order"] = in_order(dict(self._onward().adjacency()))
        return list(self.wiring["order"])

    def _onward(self) -> networkx.MultiDiGraph[int]:
        """The graph without the wires that arrive one step later: it has no circles."""
        if "onward" not in self.wiring:
            later = [edge for edge in self._graph.edges(keys=True) if arrives_later(self.node(edge[1]), edge[2][1])]
            onward = self._graph.copy() if later else self._graph
            onward.remove_edges_from(later)
            self.wiring["onward"] = onward
        return self.wiring["onward"]

    def ancestors(self, node: int) -> set[int]:
        """Every node whose output reaches this one."""
        return set(networkx.ancestors(self._onward(), node))

    def descendants(self, node: int) -> set[int]:
        """Every node this one's output reaches."""
        return set(networkx.descendants(self._onward(), node))

    def input_ports(self, node: int) -> tuple[Port, ...]:
        """The input ports of a node; of an unknown layer type, the ports its wires use."""
        return self._ports(node, inputs=True)

    def output_ports(self, node: int) -> tuple[Port, ...]:
        """The output ports of a node; of an unknown layer type, the ports its wires use."""
        return self._ports(node, inputs=False)

    def _ports(self, node: int, *, inputs: bool) -> tuple[Port, ...]:
        known = self.ports_of(self.node(node).type, inputs=inputs)
        if known is not None:
            return known
        wires = self.wires_into(node) if inputs else self.wires_out_of(node)
        return tuple(Port(n) for n in sorted({w.target_port if inputs else w.source_port for w in wires}))

    def ports_of(self, type: str, *, inputs: bool) -> tuple[Port, ...] | None:
        """The ports of a layer type or a block; None when this program knows neither."""
        block = self.blocks.get(type)
        if block is not None:
            return ports_of_block(block, inputs=inputs)
        try:
            kind = layer_type(type)
        except UnknownLayer:
            return None
        return kind.inputs if inputs else kind.outputs

    def layer_class(self, node: int) -> type[Layer] | None:
        """The layer type of a node, or None when it places a block or this program does not know it."""
        try:
            return None if (kind := self.node(node).type) in self.blocks else layer_type(kind)
        except UnknownLayer:
            return None

    def free_name(self, wanted: str) -> str:
        """Return ``wanted`` or, when it is taken or not allowed, the next free name like it (``conv2``)."""
        base = re.sub(r"\W", "_", wanted, flags=re.ASCII).strip("_").lower() or "node"
        if base[0].isdigit() and not base.isdigit():
            base = f"node_{base}"  # counting on would never make a name of it
        candidate = wanted if self.name_problem(wanted) is None else base
        number = 1
        while self.name_problem(candidate) is not None:
            number += 1
            candidate = f"{base.rstrip('0123456789') or base}{number}"
        return candidate

    def name_problem(self, name: str, node: int | None = None) -> Message | None:
        """Say why a node may not have this name, or None when it may."""
        problem = why_not_named(name)
        if problem is not None:
            return problem
        if self._names.get(name, node) != node:
            return say("There is already a node called {name}.", name=name)
        return None

    def why_not(self, wire: Wire) -> Message | None:
        """Say why this wire cannot be drawn (no such port, filled input, a cycle, the same wire), or None when it
        can."""
        if (problem := self._misfit(wire)) is not None:
            return problem
        back = wire.source != wire.target and arrives_later(self.node(wire.target), wire.target_port)
        if not back and (wire.source == wire.target or networkx.has_path(self._onward(), wire.target, wire.source)):
            source, target = self.node(wire.source).name, self.node(wire.target).name
            return say(
                "A wire from {source} to {target} would make a circle: {target} already leads to {source}.",
                source=source, target=target,
            )  # fmt: skip
        return None

    def _misfit(self, wire: Wire, *, anywhere: bool = False) -> Message | None:
        for identity in (wire.source, wire.target):
            if identity not in self._graph:
                return say("There is no node {key} in this network.", key=identity)
        source, target = self.node(wire.source), self.node(wire.target)
        known_out = self.ports_of(source.type, inputs=False)
        if not anywhere and known_out is not None and wire.source_port not in [p.name for p in known_out]:
            return say("{node} has no output called {port}.", node=source.name, port=wire.source_port)
        if self.ports_of(target.type, inputs=True) is not None:
            port = next((p for p in self.input_ports(wire.target) if p.name == wire.target_port), None)
            if port is None and not anywhere:
                return say("{node} has no input called {port}.", node=target.name, port=wire.target_port)
            arriving = self.wires_into(wire.target, wire.target_port)
            if arriving and port is not None and not port.many:
                first = self.node(arriving[0].source).name
                return say(
                    "{node}'s input {port} already has a wire from {first}. Remove it first, or join the two with "
                    "Add or Concat.",
                    node=target.name, port=port.name, first=first,
                )  # fmt: skip
            if any(w.index == wire.index for w in arriving):
                return say(
                    "{node} already has a wire at place {n} of {port}.",
                    node=target.name, n=wire.index, port=wire.target_port,
                )  # fmt: skip
        key = (wire.source_port, wire.target_port, wire.index)
        if self._graph.has_edge(wire.source, wire.target, key):
            return say("{a} is already connected to {b} there.", a=source.name, b=target.name)
        return None

    def free_index(self, node: int, port: str) -> int:
        """The next place at a port that takes many wires."""
        return 1 + max((w.index for w in self.wires_into(node, port)), default=-1)

    # ------------------------------------------------------------------ building in code

    def add(self, type: str, *sources: Outlet | list[Outlet], name: str | None = None, **given: Any) -> Outlet:
        """Place a layer, wire ``sources`` to its inputs in order, and return its first output.

        Named arguments are parameters, or wires where they name an input port; ``repeat`` and ``copies`` repeat a
        block, ``scan`` runs it once per time step, ``share`` is the outlet of a node whose weights this one uses.
        Raises `NetworkError` or `UnknownLayer`.
        """
        block = self.blocks.get(type)
        accepted = block.parameters if block is not None else layer_type(type).model_fields
        inputs = self.ports_of(type, inputs=True) or ()
        outputs = self.ports_of(type, inputs=False) or ()
        placing: dict[str, Any] = {}
        if block is not None:
            placing = {key: given.pop(key) for key in ("repeat", "copies", "scan") if key in given}
        if isinstance(given.get("share"), Outlet):
            placing["share"] = given.pop("share").node
            placing["average"] = given.pop("average", None)
        ports = {port.name for port in inputs}
        wired = {key: given.pop(key) for key in list(given) if key in ports and isinstance(given[key], Outlet | list)}
        unknown = sorted(set(given) - set(accepted))
        if unknown:
            known = ", ".join(accepted)
            raise NetworkError(
                say("{type} has no parameter {name}. It has: {known}.", type=type, name=unknown[0], known=known)
            )
        name = self.free_name(type) if name is None else name
        node = Node(self._next, type, name, {key: plain(value) for key, value in given.items()}, **placing)
        self.put_node(node)
        free = [port for port in inputs if port.name not in wired]
        for port in free:
            if not sources:
                break
            if port.many:
                wired[port.name], sources = (
                    [s for one in sources for s in (one if isinstance(one, list) else [one])],
                    (),
                )
            else:
                wired[port.name], sources = sources[0], sources[1:]
        if sources:
            raise NetworkError(say("{type} has no input for {n} more wires.", type=type, n=len(sources)))
        for port_name, outlets in wired.items():
            for index, outlet in enumerate(outlets if isinstance(outlets, list) else [outlets]):
                self.put_wire(Wire(outlet.node, outlet.port, node.id, port_name, index))
        return Outlet(self, node.id, outputs[0].name if outputs else "")

    def carry(self, value: Outlet, to: Outlet) -> None:
        """Let a State (``to``) have this value in the next step."""
        self.put_wire(Wire(value.node, value.port, to.node, NEXT))

    # ------------------------------------------------------------------ primitive changes, used by edits and files

    def put_node(self, node: Node) -> None:
        """Place a new node, or put a changed one in the place of the old one with the same id."""
        problem = self.name_problem(node.name, node.id)
        if problem is not None:
            raise NetworkError(problem)
        own = self.block_name
        used = self.blocks.get(node.type)
        if own is not None and used is not None and (node.type == own or used.contains_block(own)):
            raise NetworkError(say("{block} cannot contain itself.", block=own))
        old = self._nodes.get(node.id)
        if old is not None:
            del self._names[old.name]
        self._graph.add_node(node.id)
        self._nodes[node.id], self._names[node.name] = node, node.id
        self._next = max(self._next, node.id + 1)
        self._touch(rewired=old is None or old.type != node.type, ports=is_port(node))
        if old is None or old.mode != node.mode:
            self.wiring.pop("places", None)  # who takes part; the wires stay as they are

    def drop_node(self, node: int) -> None:
        """Take away a node that has no wires left."""
        if self._graph.degree(node):
            raise NetworkError(say("{node} still has wires.", node=self.node(node).name))
        del self._names[self.node(node).name]
        self._graph.remove_node(node)
        del self._nodes[node]
        self._touch()

    def put_wire(self, wire: Wire, *, back: bool = False) -> None:
        """Draw a wire, or put ``back`` one that was there; raises NetworkError with the reason when it cannot be."""
        problem = self.why_not(wire) if not back else None
        if problem is not None:
            raise NetworkError(problem)
        self._graph.add_edge(wire.source, wire.target, key=(wire.source_port, wire.target_port, wire.index), wire=wire)
        self._touch()

    def put_wires(self, wires: Iterable[Wire]) -> None:
        """Draw all the wires of a file, looking for circles once at the end; raises NetworkError with the reason.

        One look per wire would make a network of thousands of nodes slow to open. On an error the network is of no use.
        A wire at a port that has gone is kept: the diagnosis speaks of it.
        """
        for wire in wires:
            problem = self._misfit(wire, anywhere=True)
            if problem is not None:
                raise NetworkError(problem)
            self._graph.add_edge(
                wire.source, wire.target, key=(wire.source_port, wire.target_port, wire.index), wire=wire
            )
        self._touch()
        try:
            circle = [edge[0] for edge in networkx.find_cycle(self._onward())]
        except networkx.NetworkXNoCycle:
            return
        names = [self.node(identity).name for identity in (*circle[:8], circle[0])]
        raise NetworkError(say("The wires go in a circle: {nodes}. Remove one of them.", nodes=" → ".join(names)))

    def keep_ids_below(self, next_id: int) -> None:
        """Give no id below ``next_id`` any more: a file remembers the ids of nodes that are gone."""
        self._next = max(self._next, next_id)

    def drop_wire(self, wire: Wire) -> None:
        """Take away a wire."""
        key = (wire.source_port, wire.target_port, wire.index)
        if not self._graph.has_edge(wire.source, wire.target, key):
            raise NetworkError(say("There is no such wire: {wire}.", wire=wire))
        self._graph.remove_edge(wire.source, wire.target, key)
        self._touch()

    def put_frame(self, frame: Frame) -> None:
        """Draw or change a frame."""
        self.frames[frame.id] = frame
        self._next = max(self._next, frame.id + 1)

    def put_note(self, note: Note) -> None:
        """Stick or change a note."""
        self.notes[note.id] = note
        self._next = max(self._next, note.id + 1)

    def set_parameter(self, name: str, value: int | float | None) -> None:
        """Give a parameter of the network a value; None takes it away."""
        if value is None:
            self.parameters.pop(name, None)
        else:
            self.parameters[name] = value
        self._touch(rewired=False, ports=False)

    def place(self, positions: Mapping[int, tuple[float, float]]) -> None:
        """Move nodes; shapes and plans stay as they are."""
        for identity, position in positions.items():
            self._nodes[identity] = self._nodes[identity].moved(position)

    def copy(self) -> Network:
        """Return an independent copy (a snapshot for a run)."""
        other = self._copied(None)
        for name, block in self.blocks.items():
            other._shelf.blocks[name] = block._copied(other._shelf)
        return other

    def _copied(self, shelf: Shelf | None) -> Network:
        other = Network(shelf)
        other._graph = self._graph.copy()
        other._nodes, other._names, other._next = dict(self._nodes), dict(self._names), self._next
        other.parameters, other.frames, other.notes = dict(self.parameters), dict(self.frames), dict(self.notes)
        other.direction = self.direction
        return other

    def named(self, names: Iterable[str]) -> tuple[int, ...]:
        """The ids of nodes by their names."""
        return tuple(self.node(name).id for name in names)

    def _touch(self, *, rewired: bool = True, ports: bool = True) -> None:
        self.revision += 1
        self.memo.clear()
        if rewired:
            self.wiring.clear()
        if self._shelf.root is not self:
            self._shelf.forget(self, rewired=rewired, ports=ports or rewired)
