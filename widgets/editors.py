"""The boxes a value is typed into: one per kind of value, and one table that says which is for which.

Every editor shows a value without telling anyone and tells ``edited`` when a person changed it, never otherwise. The
mouse wheel only turns a box that has the focus, so that scrolling a panel changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from graphs.catalogue import FieldInfo
from widgets import theme
from widgets.boxes import ChoiceBox, FractionBox, WholeBox
from widgets.controls import Switch, Text, colour, icon
from widgets.entries import EntryError, read, written
from widgets.language import tr


class ValueEditor(QWidget):
    """A box for one value. ``edited`` carries the new value after a person changed it."""

    edited = Signal(object)

    def takes(self, value: Any) -> bool:
        """Whether this box can show the value as it is; otherwise it is shown as text."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; nobody is told."""
        raise NotImplementedError

    def name_for_readers(self, name: str, description: str) -> None:
        """Tell screen readers what the box is for."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(child.parentWidget(), QAbstractSpinBox):
                child.setAccessibleName(name)
                child.setAccessibleDescription(description)


def _row(editor: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    return layout


class NumberEditor(ValueEditor):
    """One number: a spin box, whole or with a fraction, inside the bounds of its field."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self._whole = info.editor == "int"
        self.box: WholeBox | FractionBox = WholeBox(info) if self._whole else FractionBox(info)
        theme.hold_width(self.box, 104)
        layout = _row(self)
        layout.addWidget(self.box)
        if info.unit:
            layout.addWidget(Text(info.unit, role="muted", size=12))
        layout.addStretch(1)
        self.setFocusProxy(self.box)
        self.box.valueChanged.connect(self._turned)

    @Slot(int)
    @Slot(float)
    def _turned(self, value: float) -> None:
        self.edited.emit(int(value) if self._whole else float(value))

    def takes(self, value: Any) -> bool:
        """A number inside the bounds."""
        right = isinstance(value, int) if self._whole else isinstance(value, int | float)
        return right and not isinstance(value, bool) and self.box.minimum() <= value <= self.box.maximum()

    def set_value(self, value: Any) -> None:
        """Show the number; what is being typed stays while the number is the same."""
        if self.box.value() != value:
            blocked = self.box.blockSignals(True)
            self.box.setValue(value)
            self.box.blockSignals(blocked)


class PairEditor(ValueEditor):
    """Rows and columns: two boxes with a link between them. While linked, turning one turns both."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self.boxes = (WholeBox(info), WholeBox(info))
        self.link = QToolButton()
        self.link.setCheckable(True)
        self.link.setChecked(True)
        self.link.setAutoRaise(True)
        self.link.setFixedSize(24, 24)
        self.link.setStyleSheet("QToolButton:checked { background: transparent; }")
        self.link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.link.setIconSize(QSize(16, 16))
        layout = _row(self)
        layout.setSpacing(4)
        layout.addWidget(self.boxes[0], 100)
        layout.addWidget(self.link)
        layout.addWidget(self.boxes[1], 100)
        if info.unit:
            layout.addSpacing(4)
            layout.addWidget(Text(info.unit, role="muted", size=12))
        layout.addStretch(1)
        for box in self.boxes:
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(47)
            box.setMaximumWidth(72)
            box.valueChanged.connect(self._turned)
        self.link.toggled.connect(self._linked)
        self.setFocusProxy(self.boxes[0])
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words and the picture of the link."""
        words = (
            tr("Linked: rows and columns are equal")
            if self.link.isChecked()
            else tr("Not linked: rows and columns on their own")
        )
        self.link.setToolTip(words)
        self.link.setAccessibleName(words)
        linked = self.link.isChecked()
        self.link.setIcon(
            icon("mdi6.link-variant" if linked else "mdi6.link-variant-off", "accent" if linked else "muted")
        )

    def name_for_readers(self, name: str, description: str) -> None:
        """Tell screen readers which box is for the rows and which for the columns."""
        for box, words in zip(
            self.boxes, (tr("{name}, rows", name=name), tr("{name}, columns", name=name)), strict=True
        ):
            box.setAccessibleName(words)
            box.setAccessibleDescription(description)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "link"):
            self.retranslate()

    @Slot(int)
    def _turned(self, value: int) -> None:
        if self.link.isChecked():
            self._show(value, value)
        first, second = (box.value() for box in self.boxes)
        self.edited.emit(first if first == second else [first, second])

    @Slot(bool)
    def _linked(self, linked: bool) -> None:
        self.retranslate()
        first, second = (box.value() for box in self.boxes)
        if linked and first != second:
            self._show(first, first)
            self.edited.emit(first)

    def _show(self, *values: int) -> None:
        for box, value in zip(self.boxes, values, strict=True):
            if box.value() != value:
                blocked = box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(blocked)

    @staticmethod
    def _both(value: Any) -> tuple[Any, ...]:
        return tuple(value) if isinstance(value, list | tuple) else (value, value)

    def takes(self, value: Any) -> bool:
        """One or two whole numbers inside the bounds."""
        pair = self._both(value)
        low, high = self.boxes[0].minimum(), self.boxes[0].maximum()
        return len(pair) == 2 and all(
            isinstance(one, int) and not isinstance(one, bool) and low <= one <= high for one in pair
        )

    def set_value(self, value: Any) -> None:
        """Show both numbers; two different ones open the link."""
        pair = self._both(value)
        self._show(*pair)
        if pair[0] != pair[1] and self.link.isChecked():
            blocked = self.link.blockSignals(True)
            self.link.setChecked(False)
            self.link.blockSignals(blocked)
            self.retranslate()


class SwitchEditor(ValueEditor):
    """Yes or no: a switch with the word beside it."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self.switch = Switch()
        self._word = Text(role="muted", size=12)
        layout = _row(self)
        layout.addWidget(self.switch)
        layout.addWidget(self._word)
        layout.addStretch(1)
        self.setFocusProxy(self.switch)
        self.switch.clicked.connect(self._clicked)

    @Slot()
    def _clicked(self) -> None:
        self._say()
        self.edited.emit(self.switch.isChecked())

    def _say(self) -> None:
        self._word.setText(tr("on") if self.switch.isChecked() else tr("off"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def takes(self, value: Any) -> bool:
        """Yes or no."""
        return isinstance(value, bool)

    def set_value(self, value: Any) -> None:
        """Turn the switch without telling."""
        self.switch.setChecked(value)
        self._say()


class ChoiceEditor(ValueEditor):
    """One of a few words."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self._choices: Sequence[Any] = tuple(info.choices)
        self.box = ChoiceBox()
        self.box.addItems([written(choice) for choice in self._choices])
        layout = _row(self)
        layout.addWidget(self.box, 1)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._chosen)

    @Slot(int)
    def _chosen(self, index: int) -> None:
        self.edited.emit(self._choices[index])

    def takes(self, value: Any) -> bool:
        """One of the choices."""
        return value in self._choices

    def set_value(self, value: Any) -> None:
        """Choose without telling."""
        self.box.setCurrentIndex(self._choices.index(value))


class TextEditor(ValueEditor):
    """Anything else, typed: a word, a shape such as ``1, 32, 32``, or arithmetic that begins with ``=``.

    ``edited`` carries what `read` made of the text; ``refused`` carries the message when it made nothing of it.
    """

    refused = Signal(object)
    _accented = False

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self._info = info
        self._shown = ""
        self.line = QLineEdit()
        theme.hold_height(self.line, 30)
        layout = _row(self)
        layout.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.line.editingFinished.connect(self._finished)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Escape puts the text back as it was."""
        if (
            event.type() == QEvent.Type.KeyPress
            and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape
            and self.line.text() != self._shown
        ):
            self.line.setText(self._shown)
            return True
        return False

    @Slot()
    def _finished(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            return
        try:
            value = read(self._info, text)
        except EntryError as error:
            self.refused.emit(error.message)
            return
        self._shown = text
        self.edited.emit(value)

    def takes(self, value: Any) -> bool:
        """Everything can be written."""
        return True

    def set_value(self, value: Any) -> None:
        """Write the value; what is being typed stays."""
        text = written(value)
        if text != self._shown:
            self._shown = text
            self.line.setText(text)

    def forget(self) -> None:
        """Show nothing, as if nothing had been typed."""
        self._shown = ""
        self.line.clear()

    def set_accented(self, accented: bool) -> None:
        """Write arithmetic in the accent, everything else in the colour of text."""
        self._accented = accented
        self.line.setStyleSheet(f"color: {colour('accent').name()};" if accented else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._accented:
            self.set_accented(True)

    def begin(self, text: str) -> None:
        """Let the person go on typing after ``text``."""
        self.line.setText(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(len(text))


EDITORS: dict[str, Callable[[FieldInfo], ValueEditor]] = {
    "int": NumberEditor,
    "float": NumberEditor,
    "pair": PairEditor,
    "bool": SwitchEditor,
    "choice": ChoiceEditor,
    "shape": TextEditor,
    "numbers": TextEditor,
    "text": TextEditor,
}
"""Which box is for which kind of value; what is not named here is typed."""


def editor_for(info: FieldInfo) -> ValueEditor:
    """Make the box for a field."""
    return EDITORS.get(info.editor, TextEditor)(info)
