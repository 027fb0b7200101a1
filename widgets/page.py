"""A column of things that scrolls up and down and is always as high as its words need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Page(QScrollArea):
    """A page that scrolls up and down, never sideways."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(self.inside)
        self.inside.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere in another width, so the height follows."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow content that grew or shrank."""
        if watched is self.inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def settle(self) -> None:
        """Lay everything out now, from the inside outwards, so that nothing is ever seen squeezed."""
        for widget in reversed(self.inside.findChildren(QWidget)):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        self.column.activate()
        self.fit()

    def fit(self) -> None:
        """Be as high as the words need in this width; Qt's own minimum does not count broken lines."""
        height = self.column.heightForWidth(self.viewport().width())
        if height > 0 and height != self.inside.minimumHeight():
            self.inside.setMinimumHeight(height)
