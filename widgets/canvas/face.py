"""Changing a value where it stands on the face of a node, without going to the inspector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from graphs.block_edits import SetRepeat
from graphs.catalogue import FieldInfo, fields_of
from graphs.edits import Edit, SetParameter
from graphs.message import mark, say
from graphs.network import Network
from widgets import theme
from widgets.entries import EntryError, read, written
from widgets.inside import block_fields
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

REPEAT = FieldInfo("repeat", mark("how many copies of the block follow each other"), 1, "int", bounds={"ge": 1})


def field_of(network: Network, node: int, name: str) -> FieldInfo | None:
    """What is known about a parameter that stands on a node."""
    block, kind = network.block_of(node), network.layer_class(node)
    if block is not None and name == "repeat" and name not in block.parameters:
        return REPEAT
    known = block_fields(block) if block is not None else fields_of(kind) if kind is not None else ()
    return next((info for info in known if info.name == name), None)


class FaceEditing(QObject):
    """Puts a field over a line of a node; Enter takes the value, Esc leaves it."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.field: QLineEdit | None = None

    @Slot(int, str)
    def open(self, node: int, name: str) -> None:
        """Let a person type a new value of a parameter."""
        info = field_of(self.view.network, node, name) if self.view.editor is not None else None
        box = self.view.pressing.row_box(node, name) or self.view.drawing.row_box(node, name)
        if info is None or box is None:
            return
        self.close()
        placed = self.view.network.node(node)
        raw: Any = placed.parameters.get(name, info.default)
        if info is REPEAT:
            raw = placed.repeat if placed.repeat is not None else 1
        field = QLineEdit(written(raw), self.view.viewport())
        field.setFont(theme.number_font(theme.TEXT_SECONDARY))
        field.setAccessibleName(tr("{name} of {node}", name=name, node=placed.name))
        field.setToolTip(
            tr(say(info.description)) + "\n" + tr("Enter takes the value, Esc leaves it. = begins arithmetic.")
        )
        rect = self.canvas.scene_to_viewport(box)
        width = max(90, rect.width())
        field.setGeometry(rect.right() - width + 1, rect.center().y() - 14, width, 28)
        field.selectAll()
        field.returnPressed.connect(lambda: self._take(node, info, field))
        field.editingFinished.connect(self.close)
        cancel = QAction(field)
        cancel.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        cancel.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        cancel.triggered.connect(self.close)
        field.addAction(cancel)
        self.field = field
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, node: int, info: FieldInfo, field: QLineEdit) -> None:
        if self.field is not field:
            return
        text = field.text()
        self.close()
        network = self.view.network
        if node not in network:
            return
        try:
            value = read(info, text)
        except EntryError as error:
            self.view.refuse(error.message)
            return
        edit: Edit = SetParameter(node, info.name, value)
        before = network.node(node).parameters.get(info.name, info.default)
        if info is REPEAT:
            before, copies = network.node(node).repeat, network.node(node).copies
            edit = SetRepeat(node, value, copies)
        if value != before:
            self.view.request(edit)

    @Slot()
    def close(self) -> None:
        """Take the field away."""
        field, self.field = self.field, None
        if field is not None:
            field.hide()
            field.deleteLater()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
