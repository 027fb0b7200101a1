"""Wires without a mouse: join what is selected, or choose from a list where a wire should go; cut what is joined."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from graphs.edits import Batch, Connect, Disconnect, Edit
from graphs.message import say
from graphs.network import Wire
from widgets.canvas.commands import kind_mismatch, wire_between
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_MOST = 24
"""How many places a list offers, the nearest ones."""


class Joining(QObject):
    """The commands about wires of a canvas; each is one edit."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.menu: QMenu | None = None

    def _fitting(self, source: int, target: int) -> list[Wire]:
        """The wires that could be drawn from one node to another, free ports first."""
        network = self.view.network
        found = []
        for out in network.output_ports(source):
            for port in network.input_ports(target):
                if out.quiet or port.quiet:
                    continue
                wire = wire_between(network, source, out.name, target, port.name)
                if network.why_not(wire) is None and kind_mismatch(network, wire) is None:
                    found.append(wire)
        return found

    @Slot()
    def join(self) -> None:
        """Join the selected nodes in the order they were selected; of one alone ask where its wire should go."""
        chosen = self.canvas.selection()
        if self.view.editor is None or not chosen:
            return
        if len(chosen) == 1:
            self._ask(chosen[0])
            return
        edits: list[Edit] = []
        for source, target in pairwise(chosen):
            wires = self._fitting(source, target)
            if not wires:
                names = {"a": self.view.network.node(source).name, "b": self.view.network.node(target).name}
                self.view.refuse(say("No output of {a} fits a free input of {b}.", **names))
                return
            edits.append(Connect(wires[0]))
        self.view.request(edits[0] if len(edits) == 1 else Batch(tuple(edits), say("Connect {n} nodes", n=len(chosen))))

    def _ask(self, node: int) -> None:
        network, box = self.view.network, self.view.drawing.box(node)
        if box is None:
            return

        def far(other: int) -> float:
            there = self.view.drawing.box(other)
            return abs(there[0] - box[2]) + abs(there[1] - box[1]) if there is not None else 0.0

        others = sorted((one.id for one in network if one.id != node), key=far)
        wires: list[Wire] = []
        for other in others:
            wires += self._fitting(node, other)
            if len(wires) >= _MOST:
                break
        if not wires:
            self.view.refuse(say("No free input fits what {node} gives.", node=network.node(node).name))
            return
        self.menu = QMenu(self.canvas)
        self.menu.setAccessibleName(tr("Where the wire should go"))
        for wire in wires[:_MOST]:
            several = len(network.input_ports(wire.target)) > 1
            words = network.node(wire.target).name + (f" · {wire.target_port}" if several else "")
            action = self.menu.addAction(words)
            action.setToolTip(tr("Draw a wire to {node}", node=words))
            action.triggered.connect(partial(self._connect, wire))
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.popup(self.view.to_global(self.canvas.editing.centre()))

    def _connect(self, wire: Wire, checked: bool = False) -> None:
        self.view.request(Connect(wire))

    @Slot()
    def cut(self) -> None:
        """Cut the wires between the selected nodes; of one alone those that arrive at it."""
        chosen = self.canvas.selection()
        if self.view.editor is None or not chosen:
            return
        network = self.view.network
        if len(chosen) == 1:
            wires = list(network.wires_into(chosen[0]))
        else:
            wires = [wire for wire in network.wires if wire.source in chosen and wire.target in chosen]
        if not wires:
            self.view.refuse(say("There is no wire to cut here."))
            return
        edits: list[Edit] = [Disconnect(wire) for wire in wires]
        self.view.request(edits[0] if len(edits) == 1 else Batch(tuple(edits), say("Cut {n} wires", n=len(edits))))
