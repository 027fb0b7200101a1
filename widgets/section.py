"""A part of a panel under a title that folds it away, and that is as it was left the next time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.controls import Text, colour, icon


class Section(QWidget):
    """A title one can fold, with a remark at its right and content below.

    ``key`` names the section in the settings, where it is remembered whether it is open. Text is set by whoever owns the
    section, in the language of the window.
    """

    def __init__(self, key: str, parent: QWidget | None = None):
        super().__init__(parent)
        self._key = f"sections/{key}"
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setMinimumHeight(26)
        font = self.button.font()
        font.setWeight(font.Weight.DemiBold)
        self.button.setFont(font)
        self.remark = Text(role="muted", size=12)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.button)
        head.addWidget(self.remark, 1)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.content)
        self.button.toggled.connect(self._toggled)
        self.button.setChecked(QSettings().value(self._key, True, type=bool))
        self._show()

    def set_title(self, title: str, remark: str = "") -> None:
        """Write the title and the muted remark at its right."""
        self.button.setText(title)
        self.button.setAccessibleName(title)
        self.remark.setText(remark)
        self.remark.setToolTip(remark)

    @property
    def is_open(self) -> bool:
        """Whether the content is unfolded."""
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold, and remember it."""
        self.button.setChecked(is_open)

    @Slot(bool)
    def _toggled(self, is_open: bool) -> None:
        QSettings().setValue(self._key, is_open)
        self._show()

    def _show(self) -> None:
        self.content.setVisible(self.is_open)
        self.button.setIcon(icon("mdi6.chevron-down" if self.is_open else "mdi6.chevron-right", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the chevron in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "content"):
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above divides the section from what comes before."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
