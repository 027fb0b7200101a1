"""The row above the drawing: the tabs, a button for a new one, and what the network in front costs in all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTabBar, QWidget

from widgets import theme
from widgets.controls import IconButton, colour, counted_bytes
from widgets.language import tr
from workbench.session import Session

HEIGHT = 38


class Header(QWidget):
    """``61,706 parameters  416,520 multiply-adds  241 KiB of weights  5.1 MiB to train``: each number with its word.

    What has no room at the right is left out from the end; the tool tip always says all of it.
    """

    def __init__(self, session: Session, tabs: QTabBar, parent: QWidget | None = None):
        super().__init__(parent)
        self.session, self.tabs = session, tabs
        theme.hold_height(self, HEIGHT)
        self.plus = IconButton("mdi6.plus", "text", 18)
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shows_numbers = True
        self.numbers = [QLabel() for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(0)
        row.addWidget(tabs)
        row.addSpacing(4)
        row.addWidget(self.plus)
        row.addStretch(1)
        for label in self.numbers:
            label.setTextFormat(Qt.TextFormat.RichText)
            row.addSpacing(16)
            row.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_session(self, session: Session) -> None:
        """Tell of another project from the next `refresh` on."""
        self.session = session

    def show_numbers(self, shown: bool) -> None:
        """Show what the network costs, or nothing where no single network is shown."""
        self._shows_numbers = shown
        self.fit()

    def refresh(self) -> None:
        """Show the numbers as they are now."""
        summary = self.session.summary
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
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Give the tabs their room first, and leave out the numbers that have none."""
        # The gaps before numbers that are left out stay.
        tabs = self.tabs.sizeHint().expandedTo(self.tabs.minimumSizeHint()).width()
        room = self.width() - tabs - self.plus.width() - 32 - 16 * len(self.numbers)
        for label in self.numbers:
            room -= label.sizeHint().width()
            shown = room >= 0 and self._shows_numbers
            if label.isHidden() is shown:
                label.setVisible(shown)

    def event(self, event: QEvent) -> bool:
        """Words take more room once they have their style, and tabs come and go."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and hasattr(self, "numbers"):
            self.fit()
        return done

    def resizeEvent(self, event: QEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def retranslate(self) -> None:
        """Set fonts and texts."""
        self.plus.set_words(tr("New drawing in a tab (Ctrl+T)"))
        for label in self.numbers:
            label.setFont(theme.number_font(theme.sized(theme.TEXT_SECONDARY)))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "numbers"):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline closes the row."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))


def _bold(number: str) -> str:
    return f'<b style="color:{colour("text").name()}; font-weight:600">{number}</b>'
