"""Chips: the small buttons in the header of a live view that choose a scale, a mode or a part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from widgets.language import tr

HEIGHT = 24
"""The height of a chip in logical pixels: the smallest target that is easy to hit."""

WIDEST = 104
"""The widest text of a chip, in logical pixels; a longer one ends in dots and stands in full in the tool tip."""


class Chip(QToolButton):
    """A chip that is on or off: a log axis, smoothing."""

    def __init__(self, parent: QWidget | None = None, *, on: bool = False):
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setChecked(on)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_words(self, text: str, tip: str) -> None:
        """Say what the chip is called and what it does."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)


class ChoiceChip(QToolButton):
    """A chip that opens a short list of which one is on; the chip shows that one."""

    chosen = Signal(str)
    """Another choice was made; carries its key."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._texts: dict[str, str] = {}
        self._value = ""
        self._tip = ""
        self._list = QMenu(self)
        self.setMenu(self._list)

    @property
    def value(self) -> str:
        """The key of the choice that is on."""
        return self._value

    def set_choices(self, texts: Mapping[str, str], tip: str, value: str | None = None) -> None:
        """Offer choices, from key to words; what was on stays on where it still exists. Emits nothing."""
        wanted = self._value if value is None else value
        self._value = wanted if wanted in texts else next(iter(texts), "")
        self._tip = tip
        if dict(texts) != self._texts:
            self._texts = dict(texts)
            self._list.clear()
            group = QActionGroup(self._list)
            for key, text in self._texts.items():
                action = self._list.addAction(text)
                action.setData(key)
                action.setCheckable(True)
                action.triggered.connect(partial(self.choose, key))
                group.addAction(action)
        self._say()

    @Slot()
    def choose(self, key: str, checked: bool = True) -> None:
        """Put another choice on and tell of it."""
        if key != self._value and key in self._texts:
            self._value = key
            self._say()
            self.chosen.emit(key)
        else:
            self._say()

    def _say(self) -> None:
        text = self._texts.get(self._value, "")
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, WIDEST))
        self.setToolTip(f"{self._tip}: {text}" if self.text() != text else self._tip)
        self.setAccessibleName(tr("{what}: {choice}", what=self._tip, choice=text) if self._tip else text)
        for action in self._list.actions():
            action.setChecked(action.data() == self._value)
