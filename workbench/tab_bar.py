"""The row of tabs above the drawing: a name each, a dot while something is unsaved, a sign while it trains."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from graphs.message import say
from widgets.controls import THEME_CHANGES, IconButton, icon
from widgets.language import tr
from workbench.tab import Mark

WIDEST = 220
"""The width of a tab at most, in logical pixels; what is longer is cut with an ellipsis."""
NARROWEST = 128
"""The width below which a tab is not pressed together, in logical pixels."""

_PICTURES = {
    Mark.TRAINS: ("mdi6.play", "accent"),
    Mark.PAUSED: ("mdi6.pause", "accent"),
    Mark.COMPARES: ("mdi6.compare", "muted"),
}


class _Cross(IconButton):
    """Closes a tab; while its project is not saved it is a dot, which becomes a cross under the mouse."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__("mdi6.close", "muted", 14, parent)
        self.setFixedSize(24, 24)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard closes a tab with a key
        self.dirty = False

    def restyle(self) -> None:
        """Draw the dot or the cross."""
        dot = self.dirty and not self.underMouse()
        self.setIconSize(QSize(10, 10) if dot else QSize(14, 14))
        self.setIcon(icon("mdi6.circle", "accent") if dot else icon("mdi6.close", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "dirty"):
            self.restyle()

    def event(self, event: QEvent) -> bool:
        """Turn the dot into a cross under the mouse."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.restyle()
        return done


class TabBar(QTabBar):
    """Tabs that can be dragged to another place. ``closeWanted`` carries the place of the one to close."""

    closeWanted = Signal(int)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("projects")
        self.setDocumentMode(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(14, 14))
        self.setDrawBase(False)
        self.name()

    def name(self) -> None:
        """Say what the bar is."""
        self.setAccessibleName(tr("Open projects"))
        self.setToolTip(tr("Every open project has a tab: drag it to another place, close it with the middle button"))

    def put(self, place: int) -> None:
        """Make room for a tab."""
        self.insertTab(place, "")
        cross = _Cross(self)
        cross.clicked.connect(self._crossed)
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)

    def cross(self, place: int) -> IconButton:
        """The button that closes a tab."""
        button = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
        assert isinstance(button, IconButton)
        return button

    def describe(self, place: int, name: str, tip: str, dirty: bool, mark: Mark) -> None:
        """Show what a tab is called, where it lies, whether it is saved and what it is doing."""
        if self.tabText(place) != name:
            self.setTabText(place, name.replace("&", "&&"))
        self.setTabToolTip(place, tip)
        picture = _PICTURES.get(mark)
        self.setTabIcon(place, icon(*picture) if picture is not None else QIcon())
        words = [name, *([tr("not saved")] if dirty else []), *([tr(say(mark))] if mark else [])]
        self.setAccessibleTabName(place, ", ".join(words))
        cross = self.cross(place)
        assert isinstance(cross, _Cross)
        cross.set_words(tr("Close {name} (Ctrl+W)", name=name))
        if cross.dirty != dirty or cross.icon().isNull():
            cross.dirty = dirty
            cross.restyle()

    def _crossed(self) -> None:
        sender = self.sender()
        for place in range(self.count()):
            if self.tabButton(place, QTabBar.ButtonPosition.RightSide) is sender:
                self.closeWanted.emit(place)
                return

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its name, up to a bound."""
        size = super().tabSizeHint(index)
        return QSize(min(size.width(), WIDEST), size.height())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Never so narrow that a name cannot be told from another: then the bar scrolls."""
        size = self.tabSizeHint(index)
        return QSize(min(size.width(), NARROWEST), size.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button closes a tab."""
        place = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and place >= 0:
            self.closeWanted.emit(place)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Delete closes."""
        if event.key() == Qt.Key.Key_Delete:
            self.closeWanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name()
