"""Loading PyTorch behind the open window: after two idle seconds, or when Train is pressed."""

from __future__ import annotations

import logging
import threading
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from workbench import loading

IDLE = 2000
"""How long nobody has touched anything before PyTorch is loaded, in milliseconds."""
_BEAT = 10
_log = logging.getLogger("workbench.warmup")
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Warmup(QObject):
    """Loads torch and one optimizer in a thread, and measures how long the window was held up meanwhile.

    ``finished`` carries the seconds it took and the longest time between two beats of a 10 ms timer, less its period,
    in seconds. ``began`` and ``finished`` each come once.
    """

    began = Signal()
    finished = Signal(float, float)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.ready = False
        self.running = False
        self.stall = 0.0
        self._thread: threading.Thread | None = None
        self._start = self._last = 0.0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self.begin)
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self._felt)

    def wait_for_rest(self) -> None:
        """Begin once nobody has touched mouse or keys for two seconds; nothing happens when it has begun already."""
        if self.running or self.ready:
            return
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch begins the two seconds anew."""
        if event.type() in _TOUCHES and self._idle.isActive():
            self._idle.start()
        return False

    @Slot()
    def begin(self) -> None:
        """Begin now; nothing happens when it has begun already."""
        if self.running or self.ready:
            return
        self._idle.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.running = True
        self._start = self._last = time.perf_counter()
        loading.unhurried()
        # The first live view needs pyqtgraph. Not in the thread: Qt for Python makes a class when it is first touched,
        # and two threads that do so at once end the process.
        import widgets.plots.curves
        import widgets.plots.matrix  # noqa: F401 - loaded so that they are there

        self._thread = threading.Thread(target=_load, name="warm-up", daemon=True)
        self.began.emit()
        self._thread.start()
        self._beat.start()

    @Slot()
    def _felt(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, now - self._last - _BEAT / 1000)
        self._last = now
        if self._thread is not None and not self._thread.is_alive():
            self._beat.stop()
            self.running, self.ready = False, True
            loading.settled()
            seconds = now - self._start
            _log.info(
                "PyTorch was loaded in %.1f s; the longest stall of the window was %.0f ms.", seconds, 1000 * self.stall
            )
            self.finished.emit(seconds, self.stall)


def _load() -> None:
    """Load torch and one optimizer; what goes wrong here is told by the training, in its own words."""
    from workbench.worker import warm_up

    warm_up()
