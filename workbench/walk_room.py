"""Where a walk takes place: the drawing, and its panel as a dock of its own round it or in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from widgets.language import tr
from workbench.docks import RIGHT, Grip


class WalkRoom(QMainWindow):
    """Holds the drawing in its middle and the panel at its right, until somebody drags the panel to another side."""

    def __init__(self, drawing: QWidget, panel: QWidget):
        super().__init__(None, Qt.WindowType.Widget)
        self.setDockOptions(QMainWindow.DockOption.AllowNestedDocks)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCentralWidget(drawing)
        self.dock = QDockWidget(self)
        self.dock.setObjectName("dock-walk")
        self.dock.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable
        )
        self._grip = Grip(self.dock)
        self.dock.setTitleBarWidget(self._grip)
        self.dock.setWidget(panel)
        self.addDockWidget(RIGHT, self.dock)
        self.retranslate()

    def give(self, width: int) -> None:
        """Make the panel so many pixels wide."""
        self.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)

    def leave(self) -> None:
        """Let the drawing go, and take the panel away from wherever it is."""
        self.dock.hide()
        self.takeCentralWidget()

    def retranslate(self) -> None:
        """Name the panel."""
        title = tr("Step through the network")
        self.dock.setWindowTitle(title)
        self.dock.setAccessibleName(title)
        self._grip.set_title(title)

    def hideEvent(self, event: QHideEvent) -> None:
        """A panel in a window of its own goes with its drawing."""
        super().hideEvent(event)
        if self.dock.isFloating():
            self.dock.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """It comes back with it."""
        super().showEvent(event)
        self.dock.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_grip"):
            self.retranslate()
