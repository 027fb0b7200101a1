"""What a person does with cells on the canvas: draw a layer from gates, fuse a drawing into one, add a ready cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Slot

from graphs.block_edits import Inside, MoveWeights
from graphs.cell_edits import FUSED, draw_layer, fuse_cell, shelved_cell
from graphs.edits import AddNode, Batch, Edit
from graphs.elements import Node, Scan
from graphs.meaning import Plan
from graphs.message import mark, say
from graphs.network import Network, NetworkError
from graphs.project import Project
from graphs.weight_packing import PackWeights
from widgets.canvas.geometry import FULL_LINE, GRID, NODE_WIDTH, snapped

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

READY: Mapping[str, str] = {
    "RNN": mark("Elman cell, drawn"),
    "LSTM": mark("LSTM cell, drawn"),
    "PeepholeLSTM": mark("LSTM cell with peepholes, drawn"),
    "CoupledLSTM": mark("LSTM cell with coupled gates, drawn"),
    "GRU": mark("GRU cell, drawn"),
    "TextbookGRU": mark("GRU cell of the textbooks, drawn"),
}
"""The cells that come along drawn from gates: what they are called, by their keys in `graphs.drawn_cells.CELLS`."""

Exchange = Callable[[Project, int, Plan], Batch]


class ScanCommands(QObject):
    """The commands about scans of a canvas; each is one edit."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view

    def _selected(self) -> Node | None:
        chosen = self.canvas.selection()
        if self.view.editor is None or len(chosen) != 1 or chosen[0] not in self.view.network:
            return None
        return self.view.network.node(chosen[0])

    def fusible(self) -> int | None:
        """The one selected node, when it is a block that runs over time."""
        node = self._selected()
        return node.id if node is not None and node.scan is not None else None

    def drawable(self) -> int | None:
        """The one selected node, when it is a layer that can be drawn from gates."""
        node = self._selected()
        return node.id if node is not None and node.type in FUSED else None

    @Slot()
    def fuse(self) -> None:
        """Put the fused layer in the place of the selected drawn cell; its weights stay."""
        self._exchange(self.fusible(), fuse_cell)

    @Slot()
    def draw(self) -> None:
        """Draw the selected fused layer from gates; its weights stay."""
        self._exchange(self.drawable(), draw_layer)

    def _exchange(self, node: int | None, exchange: Exchange) -> None:
        editor = self.view.editor
        if editor is None or node is None:
            return
        try:
            edit = exchange(editor.project, node, editor.plan)
        except NetworkError as error:
            self.view.refuse(error.message)
            return
        inside, outside = self.canvas.levels.inside, self.canvas.levels.outside
        if inside is None or outside is None:
            self.view.request(edit)
        else:
            whole = _from_inside(outside.project, inside.block, node, edit)
            try:
                outside.do(whole)
            except NetworkError as error:
                self.view.refuse(error.message)
        self.view.set_selection((node,))

    def add(self, kind: str, at: QPointF | None = None) -> int | None:
        """Place a cell that is drawn from gates and runs over time; its block comes along. Returns the node's id."""
        if self.view.editor is None:
            return None
        if at is None:
            at = self.view.to_scene(QPointF(self.view.viewport().rect().center()))
        network = self.view.network
        name, before = shelved_cell(network, kind)
        x, y = snapped((at.x() - NODE_WIDTH / 2, at.y() - FULL_LINE))
        while self.view.drawing.nodes_in((x + 1, y + 1, x + NODE_WIDTH - 1, y + 70)):
            y += GRID
        place = self.view.room.kept((x, y), (NODE_WIDTH, 96.0))
        node = Node(network.next_id, name, network.free_name(kind.lower()), {}, place, scan=Scan())
        if not self.view.request(Batch((*before, AddNode(node)), say("Add {node}", node=node.name))):
            return None
        self.view.set_selection((node.id,))
        return node.id


def _from_inside(project: Project, block: str, node: int, edit: Batch) -> Edit:
    """An exchange inside a block with the weights of every place of the block: they belong to nodes outside."""
    moves = {old[1]: new[1] for one in edit.edits if isinstance(one, MoveWeights) for old, new in one.moves}
    packs = [one for one in edit.edits if isinstance(one, PackWeights)]
    others = tuple(one for one in edit.edits if not isinstance(one, MoveWeights | PackWeights))
    name = project.network.blocks[block].node(node).name
    places = [
        (owner, key, f"{path}{name}.", rest)
        for owner, key in project.weights
        if owner in project.network
        for path, rest in _rests(project.network, project.network.node(owner), key, "", block, node)
    ]
    outer = [((owner, key), (owner, path + moves[rest])) for owner, key, path, rest in places if rest in moves]
    packed = [
        replace(pack, node=owner, before=path)
        for pack in packs
        for owner, path in dict.fromkeys((owner, path) for owner, _, path, _ in places)
    ]
    return Batch((Inside(block, Batch(others, edit.text)), MoveWeights(tuple(outer)), *packed), edit.text)


def _rests(network: Network, placed: Node, key: str, path: str, block: str, node: int) -> Iterator[tuple[str, str]]:
    """What of a weight's key belongs to a node of a block, wherever below ``placed`` the block lies, and what precedes
    it."""
    inner = network.block_of(placed.id)
    if inner is None:
        return
    number = re.match(r"\d+\.", key) if placed.repeat is not None else None
    if number is not None:
        key, path = key[number.end() :], path + number.group()
    first, dot, rest = key.partition(".")
    for one in inner:
        beside = one.repeat is not None and one.copies == "beside"
        if not dot or not (first == one.name or (beside and _stem(first) == _stem(one.name))):
            continue
        if placed.type == block and one.id == node:
            yield path, rest
        yield from _rests(inner, one, rest, f"{path}{first}.", block, node)


def _stem(name: str) -> str:
    return name.rstrip("0123456789")
