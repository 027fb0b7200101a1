"""A part of a panel under a title that folds it away, and that is as it was left the next time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from widgets.controls import Text, colour, icon
from widgets.language import tr


class Section(QWidget):
    """A title one can fold, with a remark at its right and content below.

    ``key`` names the section in the settings, where it is remembered whether it is open. Whoever owns the section sets
    its text, in the language of the window.
    """

    def __init__(self, key: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.key, self._key = key, f"sections/{key}"
        self.button = QToolButton()
        self._open = QSettings().value(self._key, True, type=bool)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        # The words stand flush with the content below them, the chevron after them.
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.button.setStyleSheet("QToolButton { padding: 2px 0; }")
        self.button.setMinimumHeight(26)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = self.button.font()
        font.setWeight(font.Weight.DemiBold)
        self.button.setFont(font)
        self.remark = Text(role="muted", size=12, elide=True)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.button)
        head.addWidget(self.remark, 1)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 8)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.content)
        self.button.clicked.connect(self._clicked)
        self._show()

    def set_title(self, title: str, remark: str = "") -> None:
        """Write the title and the muted remark at its right."""
        self.button.setText(title)
        self._say()
        self.remark.setText(remark)

    @property
    def is_open(self) -> bool:
        """Whether the content is unfolded."""
        return bool(self._open)

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold, and remember it."""
        self._open = is_open
        QSettings().setValue(self._key, is_open)
        self._show()

    @Slot()
    def _clicked(self) -> None:
        self.set_open(not self.is_open)

    def _say(self) -> None:
        title = self.button.text()
        self.button.setAccessibleName(
            tr("{title}, open", title=title) if self.is_open else tr("{title}, closed", title=title)
        )
        self.button.setToolTip(
            tr("Fold this away; it stays folded at every node") if self.is_open else tr("Show what is folded away here")
        )

    def _show(self) -> None:
        self._say()
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
