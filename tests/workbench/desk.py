"""The window as a person at a desk uses it: with the mouse, the keys and the eyes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from graphs.document import snapshot
from graphs.network import Wire
from workbench.appearance import Appearance
from workbench.project_tab import ProjectTab
from workbench.session import Session
from workbench.settings import Settings
from workbench.window import Window

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Desk:
    """A window with a preset in it, its settings in a file of their own, and hands on it."""

    def __init__(self, app: QApplication, folder: Path, preset: str = "lenet5", size: tuple[int, int] = (1680, 1000)):
        self.app = app
        self.settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.appearance = Appearance(app, self.settings)
        session = Session()
        session.open_preset(preset)
        self.window = Window(session, self.settings, self.appearance)
        self.window.canvas.reduced_motion = True
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.events: list[Any] = []
        session.events.connect(self.events.append)
        self.window.tabs.came.connect(self._hear)
        # Torch is loaded when a test trains and not while it looks at menus.
        self.window.warmup._idle.stop()
        QTest.qWait(80)

    def _hear(self, tab: object) -> None:
        if isinstance(tab, ProjectTab):
            tab.session.events.connect(self.events.append)
            tab.canvas.reduced_motion = True

    # ------------------------------------------------------------------ eyes

    @property
    def session(self) -> Session:
        """The session of the tab in front."""
        return self.window.session

    @property
    def viewport(self) -> QWidget:
        """Where the drawing is."""
        return self.window.canvas.view.viewport()

    def id(self, name: str) -> int:
        """The id of a node by its name."""
        return self.session.project.network.node(name).id

    def names(self) -> set[str]:
        """The names of all nodes."""
        return {node.name for node in self.session.project.network}

    def wires(self) -> set[tuple[str, str]]:
        """Which nodes are joined."""
        network = self.session.project.network
        return {(network.node(w.source).name, network.node(w.target).name) for w in network.wires}

    def wire(self, source: str, target: str) -> Wire:
        """The wire between two nodes."""
        ends = (self.id(source), self.id(target))
        return next(w for w in self.session.project.network.wires if (w.source, w.target) == ends)

    def document(self) -> bytes:
        """The project as it would be written, to the last byte."""
        return snapshot(self.session.project)

    def middle(self, name: str) -> QPoint:
        """The middle of a node on the canvas."""
        return self.window.canvas.node_rect(self.id(name)).center().toPoint()

    def last(self, kind: type) -> Any:
        """The last event of a kind."""
        return next(event for event in reversed(self.events) if isinstance(event, kind))

    def count(self, kind: type) -> int:
        """How many events of a kind have come."""
        return sum(isinstance(event, kind) for event in self.events)

    def wait(self, until: Callable[[], object], seconds: float = 60.0, what: str = "it") -> None:
        """Let the window live until something is so."""
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, f"{what} did not happen; {[type(e).__name__ for e in self.events[-8:]]}"
            QTest.qWait(20)

    # ------------------------------------------------------------------ hands

    def press(self, button: QWidget) -> None:
        """Click a button with the mouse."""
        assert button.isVisible() and button.isEnabled(), button.accessibleName()
        QTest.mouseClick(button, LEFT)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, on: QWidget | None = None) -> None:
        """Press a key where the keyboard is, or on a widget."""
        QTest.keyClick(on or self.app.focusWidget() or self.window, key, modifiers)

    def click(self, name: str) -> None:
        """Click a node."""
        QTest.mouseClick(self.viewport, LEFT, NONE, self.middle(name))

    def move(self, on: QWidget, to: QPoint, buttons: Qt.MouseButton = LEFT) -> None:
        """Move the mouse with a button down; `QTest.mouseMove` would say that none is."""
        place = QPointF(to)
        event = QMouseEvent(
            QEvent.Type.MouseMove, place, QPointF(on.mapToGlobal(to)), Qt.MouseButton.NoButton, buttons, NONE
        )
        QApplication.sendEvent(on, event)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag on the canvas."""
        QTest.mousePress(self.viewport, LEFT, NONE, start)
        for step in range(1, 6):
            self.move(self.viewport, start + (end - start) * step / 5)
        QTest.mouseRelease(self.viewport, LEFT, NONE, end)

    def port(self, name: str, port: str, *, output: bool) -> QPoint:
        """Where a port is on the canvas."""
        return self.window.canvas.port_position(self.id(name), port, output).toPoint()

    def leave(self) -> None:
        """Close the window without a question, whatever state it is in."""
        self.window.stop_and_wait()
        self.window.files.may_leave = lambda: True  # type: ignore[method-assign]
        for tab in self.window.tabs.projects:
            tab.bridge.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
