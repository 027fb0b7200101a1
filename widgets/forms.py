"""A form for the parameters of one node or of several: a row per parameter, an edit per change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from graphs.catalogue import FieldInfo, fields_of
from graphs.edits import Batch, Edit, SetParameter, Unset
from graphs.expressions import ExpressionError, is_expression, resolve
from graphs.message import Message, say
from graphs.network import Network, NetworkError
from widgets import theme
from widgets.controls import Text, icon
from widgets.editor import Editor
from widgets.editors import TextEditor, ValueEditor, editor_for
from widgets.entries import limits, written
from widgets.inside import block_fields
from widgets.language import tr

LABEL_WIDTH = 106
_gestures = count(1)


def plainly(value: Any) -> Any:
    """Make values comparable: rows as tuples, and two equal numbers of a pair as one."""
    if isinstance(value, list | tuple):
        row = tuple(plainly(item) for item in value)
        return row[0] if len(row) == 2 and row[0] == row[1] else row
    return value


def same(info: FieldInfo, one: Any, other: Any) -> bool:
    """Whether two raw values of a field mean the same; ``3`` and ``[3, 3]`` do for a pair."""
    if info.editor == "pair":
        return bool(plainly(one) == plainly(other))
    as_row = [tuple(value) if isinstance(value, list) else value for value in (one, other)]
    return bool(as_row[0] == as_row[1]) and isinstance(one, bool) == isinstance(other, bool)


def has_expression(value: Any) -> bool:
    """Whether a raw value is arithmetic, or a row with arithmetic in it."""
    if isinstance(value, list | tuple):
        return any(has_expression(item) for item in value)
    return is_expression(value)


def bounds_text(info: FieldInfo) -> str:
    """Say the bounds of a field: ``1 to 1,024``; nothing where there are none."""
    low, high = limits(info)
    if low == float("-inf") and high == float("inf"):
        return ""
    if high == float("inf"):
        return tr("at least {low}", low=f"{low:,g}")
    if low == float("-inf"):
        return tr("at most {high}", high=f"{high:,.12g}")
    return tr("{low} to {high}", low=f"{low:,.12g}", high=f"{high:,.12g}")


def _fields(network: Network, node: int) -> tuple[FieldInfo, ...] | None:
    """What a form shows of a node; None when its type is not known."""
    block, kind = network.block_of(node), network.layer_class(node)
    if block is not None:
        return block_fields(block)
    return tuple(fields_of(kind)) if kind is not None else None


@dataclass(frozen=True)
class Value:
    """What a row shows: the raw value, or that several nodes have different ones; what is said under it."""

    raw: Any = None
    mixed: bool = False
    result: Any = None
    problem: Message | None = None


class ParameterRow(QWidget):
    """One parameter: its name, its box, a way back to the default, and what is wrong with it in words.

    ``edited`` carries the name and the new raw value, `Unset.DEFAULT` for the default.
    """

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self.info = info
        self._value = Value()
        self._typed = False
        self.label = Text(info.name, elide=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        theme.hold_width(self.label, LABEL_WIDTH)
        self.box: ValueEditor = editor_for(info)
        self.text = self.box if isinstance(self.box, TextEditor) else TextEditor(info)
        self.result = Text(role="muted", size=12)
        self.reset = QToolButton()
        self.reset.setAutoRaise(True)
        self.reset.setFixedSize(24, 24)
        self.reset.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset.setIconSize(QSize(15, 15))
        keep = self.reset.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keep)
        self.error = Text(role="danger", size=12, wrap=True)
        self.error.hide()

        field = QHBoxLayout()
        field.setSpacing(8)
        field.addWidget(self.box, 1)
        if self.text is not self.box:
            field.addWidget(self.text, 1)
            self.text.hide()
        field.addWidget(self.result)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.label, 0, 0)
        grid.addLayout(field, 0, 1)
        grid.addWidget(self.reset, 0, 2)
        grid.addWidget(self.error, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.setMinimumHeight(34)

        self.box.edited.connect(self._edited)
        self.text.refused.connect(self._refused)
        if self.text is not self.box:
            self.text.edited.connect(self._edited)
            for child in (self.box, *self.box.findChildren(QWidget)):
                child.installEventFilter(self)
            self.text.line.installEventFilter(self)
        self.reset.clicked.connect(self._reset)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.retranslate()
        self._show_editor(False)

    # ------------------------------------------------------------------ what it shows

    @property
    def is_changed(self) -> bool:
        """Whether the value differs from the default."""
        return self._value.mixed or not same(self.info, self._value.raw, self.info.default)

    def show_value(self, value: Value) -> None:
        """Show a value, as text where the box could not show it truly."""
        was_text = self._typed
        self._value = value
        as_text = value.mixed or has_expression(value.raw) or not self.box.takes(value.raw)
        self._show_editor(as_text)
        if value.mixed:
            self.text.forget()
        elif as_text:
            self.text.set_value(value.raw)
        else:
            self.box.set_value(value.raw)
            if was_text and self.text is not self.box and self.text.line.hasFocus():
                self.box.setFocus()
        empty = {"shape": tr("one number, no axes"), "numbers": tr("no numbers")}.get(self.info.editor, "")
        self.text.line.setPlaceholderText(tr("mixed") if value.mixed else empty)
        expression = not value.mixed and has_expression(value.raw)
        self.text.set_accented(expression)
        self.result.setText(f"= {written(value.result)}" if expression and value.result is not None else "")
        self.result.setVisible(bool(self.result.text()))
        self.label.set_weight(600 if self.is_changed else 400)
        self.reset.setVisible(self.is_changed)
        self._say(value.problem)

    def show_problem(self, problem: Message) -> None:
        """Say under the field why a change was not taken."""
        self._say(problem)

    def _say(self, problem: Message | None) -> None:
        self.error.setText(tr(problem) if problem is not None else "")
        self.error.setVisible(problem is not None)
        for field in (self.text.line, *self.box.findChildren(QAbstractSpinBox)):
            if bool(field.property("wrong")) != (problem is not None):
                field.setProperty("wrong", problem is not None)
                field.style().unpolish(field)
                field.style().polish(field)

    def _show_editor(self, as_text: bool) -> None:
        self._typed = as_text
        if self.text is not self.box:
            self.box.setVisible(not as_text)
            self.text.setVisible(as_text)

    def retranslate(self) -> None:
        """Set every text in the language of the window."""
        info = self.info
        description = tr(say(info.description))
        facts = [fact for fact in (bounds_text(info), info.unit and tr("in {unit}", unit=info.unit)) if fact]
        facts.append(tr("default {value}", value=written(info.default)))
        tip = f"{description}\n{' · '.join(facts)}\n{tr('Type = for arithmetic such as =2*classes')}"
        for widget in (self.label, self.box, self.text):
            widget.setToolTip(tip)
        self.box.name_for_readers(info.name, description)
        self.text.name_for_readers(info.name, description)
        words = tr("Reset {name} to {value}", name=info.name, value=written(info.default))
        self.reset.setToolTip(words)
        self.reset.setAccessibleName(words)
        self.reset.setIcon(icon("mdi6.restart", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "error"):
            self.retranslate()

    # ------------------------------------------------------------------ what a person does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """``=`` in any box begins arithmetic; leaving the row ends the gesture."""
        if (
            event.type() == QEvent.Type.KeyPress
            and watched is not self.text.line
            and cast(QKeyEvent, event).text() == "="
        ):
            self.begin_expression()
            return True
        if event.type() == QEvent.Type.KeyPress and watched is self.text.line and self._typed:
            shown_as_text = self._value.mixed or has_expression(self._value.raw) or not self.box.takes(self._value.raw)
            if cast(QKeyEvent, event).key() == Qt.Key.Key_Escape and not shown_as_text:
                self.text.forget()
                self.show_value(self._value)
                return True
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
            if watched is self.text.line and self._typed and self.text.line.text() in ("", "="):
                self.show_value(self._value)
        return super().eventFilter(watched, event)

    @Slot()
    def begin_expression(self) -> None:
        """Let the person type arithmetic."""
        self._show_editor(True)
        self.text.set_accented(True)
        self.text.begin("=")

    @Slot()
    def _reset(self) -> None:
        self.edited.emit(self.info.name, Unset.DEFAULT)

    @Slot(object)
    def _edited(self, value: Any) -> None:
        self._say(None)
        self.edited.emit(self.info.name, value)

    @Slot(object)
    def _refused(self, problem: Message) -> None:
        self._say(problem)

    @Slot(QPoint)
    def _menu(self, place: QPoint) -> None:
        self.menu().popup(self.mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with this parameter besides typing."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        back = menu.addAction(tr("Reset {name} to {value}", name=self.info.name, value=written(self.info.default)))
        back.setEnabled(self.is_changed)
        back.triggered.connect(self._reset)
        menu.addAction(tr("Write arithmetic")).triggered.connect(self.begin_expression)
        return menu


class ParameterForm(QWidget):
    """The parameters of the selected nodes. It asks the editor for one edit per change.

    While a person keeps turning the same field the edits share a gesture, so one undo takes them all back; leaving the
    field or a second of rest ends the gesture. Of several nodes it shows what they have in common.
    """

    changed_count = Signal(int)
    """How many parameters differ from their defaults."""

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor = editor
        self._nodes: tuple[int, ...] = ()
        self._shape: tuple[Any, ...] = ()
        self.rows: dict[str, ParameterRow] = {}
        self._gesture = ""
        self._turning = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(1000)
        self._rest.timeout.connect(self._end_gesture)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_editor(self, editor: Editor | None) -> None:
        """Change another open project from now on."""
        self._editor = editor

    def set_nodes(self, nodes: Iterable[int]) -> None:
        """Show the parameters of these nodes, or what they have in common."""
        nodes = tuple(nodes)
        if nodes != self._nodes:
            self._end_gesture()
        self._nodes = nodes
        self.refresh()

    @property
    def changed_parameters(self) -> int:
        """How many parameters differ from their defaults."""
        return sum(row.is_changed for row in self.rows.values())

    def refresh(self) -> None:
        """Show the values as they are now; rows stay while the types of the nodes do."""
        if self._editor is None:
            return
        network = self._editor.project.network
        present = [network.node(n) for n in self._nodes if n in network]
        types = {node.type: _fields(network, node.id) for node in present}
        known = [kind for kind in types.values() if kind is not None]
        fields = [{info.name: info for info in infos} for infos in known] if len(known) == len(types) else []
        common: Mapping[str, FieldInfo] = fields[0] if fields else {}
        for other in fields[1:]:
            common = {
                name: info for name, info in common.items() if name in other and other[name].editor == info.editor
            }
        shape = (tuple(sorted(types)), tuple(common))
        if shape != self._shape:
            self._shape = shape
            self._rebuild(common)
        for name, row in self.rows.items():
            defaults = {kind: known_fields[name].default for kind, known_fields in zip(types, fields, strict=True)}
            row.show_value(self._value(row.info, [node.parameters.get(name, defaults[node.type]) for node in present]))
        self.changed_count.emit(self.changed_parameters)

    def _value(self, info: FieldInfo, raws: list[Any]) -> Value:
        assert self._editor is not None
        if any(not same(info, raws[0], raw) for raw in raws[1:]):
            return Value(mixed=True)
        result = problem = None
        step = self._editor.plan.step(self._nodes[0]) if self._nodes else None
        if has_expression(raws[0]) and step is not None:
            given = getattr(step.layer, "arguments", {})
            result = given.get(info.name, getattr(step.layer, info.name, None))
        elif has_expression(raws[0]):
            try:
                result = resolve(raws[0], self._editor.project.network.parameters)
            except ExpressionError as error:
                problem = error.message
        for diagnostic in self._editor.diagnostics:
            if diagnostic.parameter == info.name and diagnostic.node in self._nodes:
                problem = diagnostic.message
        return Value(raws[0], result=result, problem=problem)

    def _rebuild(self, fields: Mapping[str, FieldInfo]) -> None:
        for row in self.rows.values():
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for name, info in fields.items():
            row = ParameterRow(info)
            row.edited.connect(self._edit)
            row.left.connect(self._end_gesture)
            self._layout.addWidget(row)
            self.rows[name] = row

    @Slot()
    def _end_gesture(self) -> None:
        self._turning = ""

    @Slot(str, object)
    def _edit(self, name: str, value: Any) -> None:
        if self._editor is None:
            return
        if self._turning != name:
            self._turning, self._gesture = name, f"{name} {next(_gestures)}"
        self._rest.start()
        edits: tuple[Edit, ...] = tuple(SetParameter(node, name, value) for node in self._nodes)
        label = say("Set {name} of {n} nodes", name=name, n=len(edits))
        try:
            self._editor.do(edits[0] if len(edits) == 1 else Batch(edits, label), self._gesture)
        except NetworkError as error:
            self.rows[name].show_problem(error.message)
