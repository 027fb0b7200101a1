"""Tidy: a new layout worked out in a thread, which one can cancel; then the nodes glide to their places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from graphs.arrangement import arranging
from graphs.edits import Batch, Edit, MoveNodes, SetDirection
from graphs.elements import Direction
from graphs.message import say
from widgets import theme
from widgets.canvas.geometry import Point
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

TIDY_FOR = 260
PATIENCE = 200
"""Milliseconds after which a layout that is still being worked out says so and offers Cancel."""


class _Signals(QObject):
    done = Signal(object, object)


class _Arranging(QRunnable):
    """Works out a layout off the window's thread: all it needs was gathered before."""

    def __init__(self, work: Callable[[], dict[int, Point]]):
        super().__init__()
        self._work = work
        self.signals = _Signals()

    def run(self) -> None:
        """Arrange, and tell the places."""
        self.signals.done.emit(self, self._work())


class Waiting(QFrame):
    """Says that a layout is being worked out, with a button that gives it up."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.words, self.cancel = QLabel(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.words)
        row.addWidget(self.cancel)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set its words."""
        self.words.setText(tr("Working out a layout…"))
        self.words.setFont(theme.ui_font(theme.TEXT_SECONDARY))
        self.cancel.setText(tr("Cancel"))
        self.cancel.setToolTip(tr("Leave every node where it is (Esc)"))
        self.cancel.setAccessibleName(tr("Cancel the layout"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class Tidying(QObject):
    """Lays the drawing out anew, or what is selected of it, as one step of undo."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self.waiting = Waiting(canvas)
        self.waiting.cancel.clicked.connect(self.cancel)
        self._arranging: _Arranging | None = None
        self._at_work: set[object] = set()  # with those given up: what a thread still runs must not go
        self._partly = False
        self._direction: Direction = "right"
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._say_so)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(TIDY_FOR)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._tidying)
        self._glide.finished.connect(self._tidied)
        self._places: dict[int, Point] = {}
        self._from: dict[int, Point] = {}

    @property
    def busy(self) -> bool:
        """Whether a layout is being worked out."""
        return self._arranging is not None

    @Slot()
    def all(self) -> None:
        """Lay everything out anew."""
        self._begin(None)

    @Slot()
    def selected(self) -> None:
        """Lay out anew what is selected, where it is; everything when less than two nodes are."""
        chosen = self.canvas.selection()
        self._begin(chosen if len(chosen) > 1 else None)

    @Slot()
    def turn(self) -> None:
        """Let the drawing flow from top to bottom, or from left to right again, laid out anew."""
        if self.view.editor is not None:
            self._begin(None, "right" if self.view.network.direction == "down" else "down")

    def _begin(self, nodes: tuple[int, ...] | None, direction: Direction | None = None) -> None:
        if self.view.editor is None or self._arranging is not None:
            return
        self._direction = direction or self.view.network.direction
        sizes = self.view.places.closed_sizes()
        self._partly = nodes is not None
        self._arranging = _Arranging(arranging(self.view.network, nodes, sizes, self._direction))
        self._arranging.setAutoDelete(False)
        self._at_work.add(self._arranging)
        self._arranging.signals.done.connect(self._arranged, Qt.ConnectionType.QueuedConnection)
        self._patience.start()
        QThreadPool.globalInstance().start(self._arranging)

    @Slot()
    def _say_so(self) -> None:
        self.waiting.adjustSize()
        self.waiting.move((self.canvas.width() - self.waiting.width()) // 2, 16)
        self.waiting.show()
        self.waiting.raise_()

    @Slot()
    def cancel(self) -> None:
        """Give the layout up: what the thread still finds is not wanted any more."""
        self._arranging = None
        self._patience.stop()
        self.waiting.hide()

    @Slot(object, object)
    def _arranged(self, arranging: object, places: dict[int, Point]) -> None:
        self._at_work.discard(arranging)
        if arranging is not self._arranging:
            return
        self.cancel()
        network = self.view.network
        self._places = {node: place for node, place in places.items() if node in network}
        self._from = {node: network.node(node).position for node in self._places}
        if self.canvas.reduced_motion or not self.canvas.isVisible():
            self._tidied()
        else:
            self._glide.start()

    @Slot(object)
    def _tidying(self, share: float) -> None:
        offsets = {
            n: ((x - self._from[n][0]) * share, (y - self._from[n][1]) * share) for n, (x, y) in self._places.items()
        }
        self.view.show_moved(offsets)

    @Slot()
    def _tidied(self) -> None:
        self.view.show_moved({})
        network = self.view.network
        moved = tuple(
            (n, place) for n, place in self._places.items() if n in network and network.node(n).position != place
        )
        edits: list[Edit] = [MoveNodes(moved)] if moved else []
        said = say("Tidy the layout")
        if network.direction != self._direction:
            edits.insert(0, SetDirection(self._direction))
            said = say("Turn the drawing")
        if edits and self.view.request(Batch(tuple(edits), said)) and not self._partly:
            self.canvas.fit()
