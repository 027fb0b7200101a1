"""Boxes that the wheel turns only while they have the focus, so that scrolling a panel changes nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from graphs.catalogue import FieldInfo
from widgets import theme
from widgets.entries import limits

_LARGEST_INT = 2**31 - 1


class WholeBox(QSpinBox):
    """A box for a whole number; the wheel turns it only while it has the focus."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        low, high = limits(info)
        self.setRange(int(max(low, -_LARGEST_INT)), int(min(high, _LARGEST_INT)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(False)
        theme.hold_height(self, 30)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only with the focus; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FractionBox(QDoubleSpinBox):
    """A box for a number with a fraction, written as briefly as it can be (``0.001``, ``1e-05``)."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None):
        super().__init__(parent)
        self.mixed = False
        self.lineEdit().textEdited.connect(self._typed)
        low, high = limits(info)
        self.setDecimals(12)
        self.setRange(max(low, -1e15), min(high, 1e15))
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        theme.hold_height(self, 30)

    def textFromValue(self, value: float) -> str:
        """Write ``0.5``, not ``0.500000000000``; nothing where several numbers differ."""
        return "" if self.mixed else f"{value:.12g}"

    def set_mixed(self, mixed: bool) -> None:
        """Say whether the box stands for several numbers that differ; it then shows none until one is typed."""
        self.mixed = mixed
        self.setSuffix("")  # has Qt write the text again

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.mixed = False

    def valueFromText(self, text: str) -> float:
        """Read ``1e-5`` too."""
        try:
            return float(text)
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let every beginning of a number be typed."""
        try:
            value = float(text)
        except ValueError:
            state = (
                QValidator.State.Intermediate
                if re.fullmatch(r"[-+]?[\d.]*(e[-+]?\d*)?", text.lower())
                else QValidator.State.Invalid
            )
            return (state, text, position)
        inside = self.minimum() <= value <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate, text, position)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only with the focus; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceBox(QComboBox):
    """A list to choose from; the wheel turns it only while it has the focus."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        theme.hold_height(self, 30)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only with the focus; otherwise the panel scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
