"""What a person does with blocks on the canvas: make one of a selection, take one apart, repeat it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from graphs.block_edits import SetRepeat, dissolve_block, make_block
from graphs.edits import AddNode, Batch, Edit, MoveNodes
from graphs.message import say
from graphs.network import Network, NetworkError
from widgets.canvas.geometry import GRID, NODE_WIDTH, full_height

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def free_block_name(network: Network, wanted: str = "Block") -> str:
    """A name that no layer type and no block has yet."""
    number = 1
    while network.ports_of(name := f"{wanted}{number}", inputs=True) is not None:
        number += 1
    return name


class BlockCommands(QObject):
    """The commands about blocks of a canvas; each is one edit."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view

    def block_selected(self) -> int | None:
        """The one selected node, when it places a block."""
        chosen = self.canvas.selection()
        if self.view.editor is None or len(chosen) != 1 or self.view.network.block_of(chosen[0]) is None:
            return None
        return chosen[0]

    @Slot()
    def make(self) -> None:
        """Turn what is selected into a block with one copy in its place, and let a person name it."""
        chosen, editor = self.canvas.selection(), self.view.editor
        if editor is None:
            return
        try:
            edit = make_block(editor.project, chosen, free_block_name(self.view.network))
        except NetworkError as error:
            self.view.refuse(error.message)
            return
        placed = self.view.network.next_id
        if self.view.request(edit):
            self.view.set_selection((placed,))
            self.canvas.statusText.emit("")

    @Slot()
    def dissolve(self) -> None:
        """Put what the selected block holds in its place."""
        node, editor = self.block_selected(), self.view.editor
        if editor is None:
            return
        if node is None:
            self.view.refuse(say("Select one block to take it apart."))
            return
        if self.view.places.door(node) is not None:
            self.view.places.close(node)  # what it holds goes where it stands closed
        before = {one.id for one in self.view.network}
        try:
            edit = self._with_room(node, dissolve_block(editor.project, node, editor.plan))
        except NetworkError as error:
            self.view.refuse(error.message)
            return
        if self.view.request(edit):
            self.view.set_selection(one.id for one in self.view.network if one.id not in before or one.id == node)

    def _with_room(self, node: int, edit: Batch) -> Edit:
        """Let what was inside begin where the block stood, and move what lies in the way to the right or down."""
        network, drawing = self.view.network, self.view.drawing
        new = [one.node for one in edit.edits if isinstance(one, AddNode)]
        box = drawing.box(node)
        if not new or box is None:
            return edit
        left, top = min(one.position[0] for one in new), min(one.position[1] for one in new)
        right = max(one.position[0] for one in new) + NODE_WIDTH
        bottom = max(one.position[1] for one in new) + full_height(3)
        here = network.node(node).position
        in_place = any(one.position == here for one in new)  # it was made here: everything goes back to where it was
        dx, dy = (0.0, 0.0) if in_place else (here[0] - left, here[1] - top)
        moves = {one.id: (one.position[0] + dx, one.position[1] + dy) for one in new}
        across, down = right + dx - box[2], bottom + dy
        if not in_place and across > 0:
            step = -(-across // GRID) * GRID
            for other in drawing.nodes_in((box[2] + 1, top + dy - 24, math.inf, down + 24)):
                if other != node:
                    x, y = network.node(other).position
                    moves[other] = (x + step, y)
        return Batch((*edit.edits, MoveNodes(tuple(moves.items()))), edit.text)

    def repeat(self, node: int, times: int | str | None) -> bool:
        """Say how many copies of its block a node places, one after the other."""
        return self.view.request(SetRepeat(node, times, self.view.network.node(node).copies))

    @Slot()
    def open(self) -> None:
        """Go into the selected block."""
        node = self.block_selected()
        if node is not None:
            self.canvas.levels.enter(node)

    @Slot()
    def step_in(self) -> None:
        """Deal with what is inside the selected block, where it stands: it is opened if it is not open yet."""
        node, places = self.block_selected(), self.canvas.places
        if node is None or (places.door(node) is None and not places.open(node)):
            return
        door = places.door(node)
        if door is not None:
            places.step_into((*self.canvas.levels.way, door))
            first = next(iter(self.view.network.order()), None)
            self.view.set_selection(() if first is None else (first,))

    @Slot()
    def open_here(self) -> None:
        """Open the selected block where it stands, or close it again."""
        node = self.block_selected()
        if node is not None:
            self.canvas.places.toggle(node)
