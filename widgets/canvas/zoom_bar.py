"""Beside the map: smaller, how large, larger, everything."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from widgets import theme
from widgets.icons import icon
from widgets.language import tr


class ZoomBar(QFrame):
    """Three buttons and the zoom in per cent."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.smaller, self.larger, self.everything = QToolButton(), QToolButton(), QToolButton()
        self.label = QLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(2)
        for widget in (self.smaller, self.label, self.larger, self.everything):
            layout.addWidget(widget)
            if isinstance(widget, QToolButton):
                widget.setAutoRaise(True)
                widget.setFixedSize(26, 26)
                widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.label.setFixedWidth(52)
        self.restyle()
        self.retranslate()

    def show_zoom(self, factor: float) -> None:
        """Write the zoom: ``100 %``."""
        self.label.setText(f"{round(factor * 100)} %")

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        for button, words in (
            (self.smaller, tr("Zoom out")),
            (self.larger, tr("Zoom in")),
            (self.everything, tr("Show everything (F)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.label.setAccessibleName(tr("Zoom"))

    def restyle(self) -> None:
        """Make the icons again in the colours of the theme."""
        self.label.setFont(theme.number_font(theme.TEXT_SECONDARY))
        for button, name in (
            (self.smaller, "mdi6.minus"), (self.larger, "mdi6.plus"), (self.everything, "mdi6.fit-to-screen-outline"),
        ):  # fmt: skip
            button.setIcon(icon(name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self.restyle()
