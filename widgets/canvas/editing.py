"""What keys and menus do on the canvas: remove, duplicate, copy, paste, move by the grid, rename, tidy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from graphs.edits import Batch, ChangeNode, Edit, MoveNodes
from graphs.elements import Mode
from graphs.message import say
from graphs.network import NetworkError, Wire
from graphs.project import Project
from widgets import theme
from widgets.canvas.aligning import Side, aligned, distributed
from widgets.canvas.clipping import OFFSET, duplicated, pasted, read, upper_left, written
from widgets.canvas.commands import (
    accepts,
    connected_edit,
    main_ports,
    put_behind,
    remove,
    replaced,
    usual_size,
    wire_between,
    with_definitions,
)
from widgets.canvas.drawing import PortPlace
from widgets.canvas.frames import name_field
from widgets.canvas.geometry import TITLE, snapped
from widgets.canvas.keys import ARROWS, Combination, combination, table
from widgets.canvas.wiring import drop_layer, kind_at
from widgets.language import tr
from widgets.ready import brought

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_BEHIND = 72.0
_PANNED = 4
"""So many steps of the grid the paper moves at a press."""


class Editing(QObject):
    """The commands of a canvas; each is one edit that the editor is asked for."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.name_field: QLineEdit | None = None
        self._table: Mapping[Combination, Callable[[], object]] | None = None

    # ------------------------------------------------------------------ keys

    @Slot(QKeyEvent)
    def key(self, event: QKeyEvent) -> None:
        """Do what a key means on the canvas; keys that mean nothing here go on to the window."""
        key, standard = event.key(), QKeySequence.StandardKey
        commanding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key in ARROWS and not event.modifiers() & commanding:
            self.nudge(*ARROWS[Qt.Key(key)], steps=5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.matches(standard.SelectAll):
            self.canvas.select_all()
        elif event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.Cut):
            self.cut()
        elif event.matches(standard.Paste):
            self.paste()
        elif (what := self._keys().get(combination(key, event.modifiers()))) is not None:
            what()
        else:
            event.ignore()

    def _keys(self) -> Mapping[Combination, Callable[[], object]]:
        if self._table is None:
            self._table = table(self.canvas)
        return self._table

    def centre(self) -> QPointF:
        """The middle of what was selected last, or of the view."""
        chosen = self.canvas.selection()
        if chosen and (box := self.view.drawing.box(chosen[-1])) is not None:
            return QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return self.view.to_scene(QPointF(self.view.viewport().rect().center()))

    def nudge(self, dx: float, dy: float, *, steps: int = 1) -> None:
        """Move what is selected by steps of the grid; presses in a row are one step of undo."""
        chosen, picked = self.canvas.selection(), self.view.picked
        if self.view.editor is None:
            return
        if picked is not None and picked[0] == "note":
            self.canvas.frames.nudge_note(picked[1], dx * steps, dy * steps)
        if not chosen:
            return
        network = self.view.network
        moved = tuple(
            (n, (network.node(n).position[0] + dx * steps, network.node(n).position[1] + dy * steps)) for n in chosen
        )
        self.view.editor.do(MoveNodes(moved), gesture=f"nudge {chosen}")

    def pan(self, dx: float, dy: float) -> None:
        """Look at what lies further in a direction, the same way on the screen at every zoom."""
        self.view.pan_by(QPointF(-dx, -dy) * (_PANNED / self.view.zoom()))

    def resize(self, dx: float, dy: float) -> None:
        """Make the note that is picked larger or smaller by a step of the grid."""
        picked = self.view.picked
        if picked is not None and picked[0] == "note" and self.view.editor is not None:
            self.canvas.frames.resize_note(picked[1], dx, dy)

    def open(self) -> None:
        """Open what is selected: go into a block, write on a note, explain a layer."""
        picked = self.view.picked
        if picked is not None and picked[0] == "note":
            self.canvas.frames.write_note(picked[1])
        elif self.canvas.selection():
            self.canvas.open_node(self.canvas.selection()[-1])

    def leave(self) -> None:
        """Give up a layout under way; else select nothing; else go out of the block that is open."""
        if self.canvas.tidying.busy:
            self.canvas.tidying.cancel()
        elif self.canvas.selection() or self.view.picked is not None:
            self.view.set_selection(())
        else:
            self.canvas.levels.out()

    # ------------------------------------------------------------------ commands

    def delete(self) -> None:
        """Remove what is selected, or the note that is picked."""
        chosen, picked = self.canvas.selection(), self.view.picked
        if picked is not None and picked[0] == "note":
            self.canvas.frames.drop_note(picked[1])
        elif chosen:
            self.view.request(remove(self.view.network, chosen))

    def duplicate(self) -> None:
        """Put a copy beside what is selected, reading from the same layers, and select it."""
        chosen = self.canvas.selection()
        if chosen:
            ids, edit = duplicated(self.view.network, chosen)
            if self.view.request(edit):
                self.view.set_selection(ids)

    def copy(self) -> None:
        """Put what is selected on the clipboard, as text."""
        if self.canvas.selection():
            QGuiApplication.clipboard().setText(written(self.view.network, self.canvas.selection()))
            self.canvas.statusText.emit(tr("{n} nodes copied", n=len(self.canvas.selection())))

    def cut(self) -> None:
        """Copy and remove what is selected."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Place what is on the clipboard: beside where it was copied, or in the middle when that is not seen."""
        part = read(QGuiApplication.clipboard().text()) if self.view.editor is not None else None
        if part is None:
            return
        left, top = upper_left(part)
        step = OFFSET
        while self.view.drawing.nodes_in((left + step[0], top + step[1], left + step[0] + 1, top + step[1] + 1)):
            step = (step[0] + OFFSET[0], step[1] + OFFSET[1])
        area = self.view.visible_area()
        if not (area[0] < left + step[0] < area[2] and area[1] < top + step[1] < area[3]):
            x, y = snapped(((area[0] * 2 + area[2]) / 3, (area[1] + area[3]) / 2))
            step = (x - left, y - top)
        ids, edit = pasted(self.view.network, part, step)
        if self.view.request(edit):
            self.view.set_selection(ids)

    def replace(self) -> None:
        """Search for a layer that takes the place of the selected ones; what fits of values and wires is kept."""
        chosen = self.canvas.selection()
        if self.view.editor is None or not chosen:
            return
        self.canvas.search_for(self.centre(), partial(self._replaced, chosen))
        self.canvas.search.only_layers()

    def _replaced(self, nodes: tuple[int, ...], type_name: str) -> None:
        if self.view.editor is None:
            return
        network = self.view.network
        present = [node for node in nodes if node in network and network.node(node).type != type_name]
        if len(present) == 1:
            self.view.request(replaced(network, present[0], type_name))
        elif present:
            tried = network.copy()
            edits: list[Edit] = []
            try:
                for node in present:
                    edits.append(replaced(tried, node, type_name))
                    edits[-1].apply(Project(tried))
            except NetworkError as error:
                self.view.refuse(error.message)
                return
            self.view.request(Batch(tuple(edits), say("Replace {n} nodes by {type}", n=len(edits), type=type_name)))
        self.view.set_selection(nodes)

    def align(self, side: Side) -> None:
        """Put an edge, the centres or the wires of what is selected on one line."""
        if self.view.editor is not None:
            edit = aligned(self.view.network, self.view.drawing, self.canvas.selection(), side)
            if edit is not None:
                self.view.request(edit)

    def distribute(self, *, across: bool) -> None:
        """Make the gaps between what is selected equal."""
        if self.view.editor is not None:
            edit = distributed(self.view.network, self.view.drawing, self.canvas.selection(), across=across)
            if edit is not None:
                self.view.request(edit)

    def set_mode(self, mode: Mode) -> None:
        """Mute or bypass what is selected; when all of it is so already, use it again."""
        if self.view.editor is None:
            return
        network = self.view.network
        chosen = [network.node(node) for node in self.canvas.selection()]
        if mode == "bypassed":
            stuck = [node for node in chosen if main_ports(network, node.id) is None]
            if stuck:
                self.view.refuse(
                    say("{node} has nothing to hand on, so it cannot be bypassed. Mute it.", node=stuck[0].name)
                )
            chosen = [node for node in chosen if node not in stuck]
        wanted: Mode = "works" if all(node.mode == mode for node in chosen) else mode
        edits: list[Edit] = [ChangeNode(node.id, mode=wanted) for node in chosen if node.mode != wanted]
        if not edits:
            return
        words = {
            "muted": say("Mute {n} nodes", n=len(edits)),
            "bypassed": say("Bypass {n} nodes", n=len(edits)),
            "works": say("Use {n} nodes again", n=len(edits)),
        }
        self.view.request(edits[0] if len(edits) == 1 else Batch(tuple(edits), words[wanted]))

    def toggle_freeze(self) -> None:
        """Freeze what is selected; when all of it is frozen, let it learn."""
        if self.view.editor is not None and self.canvas.selection():
            network = self.view.network
            self.freeze(not all(network.node(node).frozen for node in self.canvas.selection()))

    def freeze(self, frozen: bool) -> None:
        """Keep the weights of what is selected as they are, or let them learn."""
        edits: list[Edit] = [ChangeNode(node, frozen=frozen) for node in self.canvas.selection()]
        said = say("Freeze {n} nodes", n=len(edits)) if frozen else say("Let {n} nodes learn", n=len(edits))
        self.view.request(edits[0] if len(edits) == 1 else Batch(tuple(edits), said))

    def add(self, type_name: str, at: QPointF | None = None, *, insert: bool = True) -> int | None:
        """Place a layer; on a wire it is inserted. Returns its id, or None when it was refused."""
        if self.view.editor is None:
            return None
        if at is None:
            at = self.view.to_scene(QPointF(self.view.viewport().rect().center()))
            insert = False
        wire = self.view.drawing.wire_at((at.x(), at.y()), self.view.reach(12.0)) if insert else None
        return drop_layer(self.view, type_name, at, wire)

    def add_connected(self, type_name: str, at: QPointF, port: PortPlace) -> None:
        """Place a layer at the loose end of a wire, and join it."""
        network, node, before = brought(self.view.network, type_name, (0.0, 0.0))
        type_name = node.type
        own = accepts(network, type_name, kind_at(self.view, port), at_output=not port.is_output)
        if own is None:
            return
        width, height, line = usual_size(type_name)
        corner = (at.x() if port.is_output else at.x() - width, at.y() - line)
        if self.view.drawing.down:
            corner = (at.x() - width / 2, at.y() if port.is_output else at.y() - height)
        node = replace(node, position=self.view.room.kept(snapped(corner), (width, height)))
        source, target = (
            ((port.node, port.port), (node.id, own.name))
            if port.is_output
            else ((node.id, own.name), (port.node, port.port))
        )
        wire = Wire(*source, *target) if port.is_output else wire_between(network, *source, *target)
        if self.view.request(with_definitions(before, connected_edit(network, node, [wire]), node)):
            self.view.set_selection((node.id,))

    def add_after(self) -> None:
        """Search for a layer that takes what the selected node gives; it is put behind it, on the wires that leave."""
        chosen = self.canvas.selection()
        if self.view.editor is None or not chosen:
            return
        node, box = chosen[-1], self.view.drawing.box(chosen[-1])
        port = next((port for port in self.view.network.output_ports(node) if not port.quiet), None)
        if port is None or box is None:
            self.view.refuse(say("{node} gives nothing that could go on.", node=self.view.network.node(node).name))
            return
        x, y = self.view.drawing.port_position(node, port.name, output=True) or (box[2], box[1])
        place = PortPlace(node, port.name, True, (x, y))
        at = QPointF(x, y + _BEHIND) if self.view.drawing.down else QPointF(x + _BEHIND, y)
        self.canvas.search_for(at, partial(self._added_after, place, at), place)

    def _added_after(self, place: PortPlace, at: QPointF, type_name: str) -> None:
        network, node, before = brought(self.view.network, type_name, (0.0, 0.0))
        leaving = [w for w in network.wires_out_of(place.node) if w.source_port == place.port]
        if not leaving or main_ports(network, node.type) is None:
            self.add_connected(type_name, at, place)
            return
        try:
            edit = put_behind(network, self.view.drawing, node, leaving, (at.x(), at.y()), self.view.room)
        except NetworkError as error:
            self.view.refuse(error.message)
            return
        if self.view.request(with_definitions(before, edit, node)):
            self.view.set_selection((node.id,))

    # ------------------------------------------------------------------ rename in place

    def rename(self) -> None:
        """Put a field over the name of the last selected node, or over the title of the frame that is picked."""
        chosen, picked = self.canvas.selection(), self.view.picked
        if picked is not None and picked[0] == "frame":
            self.canvas.frames.rename_frame(picked[1])
        if picked is not None or not chosen:
            return
        node = chosen[-1]
        self.view.bring_into_view(node)
        rect = self.canvas.node_rect(node)
        place = QRect(
            round(rect.left()),
            round(rect.top() - 2),
            max(130, round(rect.width())),
            max(28, round(TITLE * self.view.zoom())),
        )
        name = self.view.network.node(node).name
        words = tr("New name of the node")
        self.name_field = name_field(
            self.canvas, name, words, place, theme.TEXT_BASE, partial(self._renamed, node), self._named
        )

    def _named(self) -> None:
        self.name_field = None

    def _renamed(self, node: int, name: str) -> None:
        network = self.view.network
        if node not in network or name == network.node(node).name:
            return
        problem = network.name_problem(name, node)
        if problem is not None:
            self.view.refuse(problem)
        else:
            self.view.request(ChangeNode(node, name=name))
