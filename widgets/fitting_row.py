"""A row of words from which whole words leave where there is no room, instead of being cut or lying over each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget


class FittingRow(QWidget):
    """Labels at the left and at the right; those of ``gives_way`` leave one after the other, the first one first."""

    def __init__(
        self,
        left: Sequence[QLabel],
        right: Sequence[QLabel],
        gives_way: Sequence[QLabel],
        spacing: int = 12,
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self._labels, self._gives_way, self._spacing = (*left, *right), tuple(gives_way), spacing
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        for label in left:
            row.addWidget(label)
        row.addStretch(1)
        for label in right:
            row.addWidget(label)

    def minimumSizeHint(self) -> QSize:
        """As wide as the labels that never leave."""
        stay = [label for label in self._labels if label not in self._gives_way]
        return QSize(sum(self._room(label) for label in stay), super().minimumSizeHint().height())

    def _room(self, label: QLabel) -> int:
        return max(label.minimumWidth(), label.sizeHint().width()) + self._spacing if label.text() else 0

    def fit(self) -> None:
        """Show the labels that have room."""
        need = sum(self._room(label) for label in self._labels)
        for label in self._gives_way:
            shown = need <= self.width()
            if not shown:
                need -= self._room(label)
            if label.isHidden() is shown:
                label.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer have room."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Other words need other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done
