"""The rows of the recipe's form that are not plain parameters: lists to choose from, and three shares to type."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from graphs.message import Message
from widgets import theme
from widgets.controls import Text
from widgets.editors import ChoiceBox
from widgets.forms import LABEL_WIDTH
from widgets.language import tr


def read_split(text: str) -> tuple[float, float, float] | None:
    """Read three shares: ``70 / 15 / 15`` or ``0.7, 0.15, 0.15``; None when they are not that."""
    try:
        numbers = [float(part) for part in re.split(r"[/,;\s%]+", text.strip(" %")) if part]
    except ValueError:
        return None
    if (
        len(numbers) != 3
        or min(numbers) < 0
        or numbers[0] <= 0
        or not abs(sum(numbers) - (1 if sum(numbers) < 1.5 else 100)) < 1e-6
    ):
        return None
    whole = sum(numbers)
    first, second = numbers[0] / whole, numbers[1] / whole
    return first, second, max(0.0, 1.0 - first - second)


def written_split(split: tuple[float, float, float]) -> str:
    """Write three shares as percentages: ``70 / 15 / 15``."""
    return " / ".join(f"{100 * share:.4g}" for share in split)


class Chooser(QWidget):
    """A name and a list to choose from; ``chosen`` carries the value behind the line a person chose."""

    chosen = Signal(object)

    def __init__(self, box: ChoiceBox | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.label = Text()
        theme.hold_width(self.label, LABEL_WIDTH)
        self.box = box or ChoiceBox()
        self.error = Text(role="danger", size=12, wrap=True)
        self.error.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.error)
        self._value: object = None
        self.box.activated.connect(self._activated)

    @Slot(int)
    def _activated(self, index: int) -> None:
        self.error.hide()
        self.chosen.emit(self.box.itemData(index))

    def offer(self, label: str, tip: str, choices: list[tuple[str, object]], value: object) -> None:
        """Show the choices as (words, value) with one of them chosen; nobody is told."""
        self.label.setText(label)
        self.setToolTip(tip)
        self.box.setAccessibleName(label)
        self.box.clear()
        for words, behind in choices:
            self.box.addItem(words, behind)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show another of the choices; nobody is told."""
        self._value = value
        found = (i for i in range(self.box.count()) if self.box.itemData(i) == value)
        self.box.setCurrentIndex(next(found, -1))

    def show_problem(self, message: Message) -> None:
        """Say why a choice cannot be had, and show the one that stays."""
        self.error.setText(tr(message))
        self.error.show()
        self.show_value(self._value)
