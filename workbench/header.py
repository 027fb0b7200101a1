"""The row above the canvas: the project's name, and what the network costs in all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets import theme
from widgets.controls import colour, counted_bytes
from widgets.language import tr
from workbench.session import Session

HEIGHT = 38


class Header(QWidget):
    """``61,706 parameters  416,520 multiply-adds  241 KiB of weights  5.1 MiB to train``: each number with its word.

    What has no room at the right is left out from the end; the tool tip always says all of it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None):
        super().__init__(parent)
        self.session = session
        self.setFixedHeight(HEIGHT)
        self.name = QLabel()
        self.name.setContentsMargins(14, 0, 14, 0)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.numbers = [QLabel() for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(16)
        row.addWidget(self.name)
        row.addStretch(1)
        for label in self.numbers:
            label.setTextFormat(Qt.TextFormat.RichText)
            row.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def refresh(self) -> None:
        """Show the name and the numbers as they are now."""
        summary = self.session.summary
        dirty = "" if self.session.is_clean else f' <span style="color:{colour("accent").name()}">●</span>'
        self.name.setText(f"{_escaped(tr(self.session.heading))}{dirty}")
        batch = self.session.project.recipe.batch_size
        texts = (
            tr("{n} parameters", n=_bold(f"{summary.parameters:,}")),
            tr("{n} multiply-adds", n=_bold(f"{summary.multiply_adds:,}")),
            tr("{n} of weights", n=_bold(counted_bytes(summary.weight_bytes))),
            tr("{n} to train", n=_bold(counted_bytes(summary.training_bytes(batch)))),
        )
        for label, text in zip(self.numbers, texts, strict=True):
            label.setText(f'<span style="color:{colour("muted").name()}">{text}</span>')
        plain = ", ".join(text.replace("<b>", "").replace("</b>", "") for text in texts)
        self.numbers[3].setToolTip(
            tr(
                "Estimated memory of a step with {n} examples: weights, gradients, optimizer, activations.",
                n=batch,
            )
        )
        for label in self.numbers:
            label.setStyleSheet(f"QLabel b {{ color: {colour('text').name()}; }}")
        self.setToolTip(plain)
        self.setAccessibleName(f"{tr(self.session.heading)}: {plain}")
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.name.sizeHint().width() - 40
        for label in self.numbers:
            room -= label.sizeHint().width() + 16
            label.setVisible(room >= 0)

    def resizeEvent(self, event: QEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def retranslate(self) -> None:
        """Set fonts and texts."""
        self.name.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        for label in self.numbers:
            label.setFont(theme.number_font(theme.TEXT_SECONDARY))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "numbers"):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name stands on an accent line, as a tab that is open; a hairline closes the row."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        painter.fillRect(0, self.height() - 2, self.name.width(), 2, colour("accent"))


def _bold(number: str) -> str:
    return f'<b style="color:{colour("text").name()}; font-weight:600">{number}</b>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
