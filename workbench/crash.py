"""When something fails that nobody expected: keep the work, say so with a log that can be copied, and go on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

LOG_LINES = 400
_log = logging.getLogger("workbench")
_QUIET = ("This plugin does not support", "QPropertyAnimation::updateState")
"""How Qt begins remarks about drawing without a screen; they are in the log and nowhere else."""


class Memory(logging.Handler):
    """Keeps the last lines of the log, for the report and for whoever wants to look."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=LOG_LINES)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(self.format(record))

    def text(self) -> str:
        """The lines, oldest first."""
        return "\n".join(self.lines)


class Net(QObject):
    """Catches what nobody caught, in any thread, and tells the window's thread about it.

    ``fell`` carries a sentence and the report. A second fall while the first is being told is only written to the log,
    so that an exception in every paint does not stack up dialogs.
    """

    fell = Signal(str, str)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.memory = Memory()
        self._tell: Callable[[str, str], None] | None = None
        self._telling = False
        self._before = (sys.excepthook, threading.excepthook)
        # Queued, so that no dialog opens in the middle of a paint or of another thread.
        self.fell.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def spread(self, tell: Callable[[str, str], None]) -> None:
        """Catch from now on; ``tell`` is called in the window's thread with a sentence and the report."""
        self._tell = tell
        root = logging.getLogger()
        root.addHandler(self.memory)
        _log.setLevel(logging.INFO)
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(self._qt_said)

    def gather(self) -> None:
        """Stop catching and put everything back."""
        self._tell = None
        logging.getLogger().removeHandler(self.memory)
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        _log.error("Nobody caught this:\n%s", text)
        self.fell.emit(f"{kind.__name__}: {error}", self.report(text))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        serious = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        _log.log(
            logging.ERROR if serious else logging.INFO if text.startswith(_QUIET) else logging.WARNING, "Qt: %s", text
        )
        if serious:
            self.fell.emit(text, self.report(text))

    def report(self, trace: str) -> str:
        """What a developer needs: versions, the trace, the last lines of the log."""
        from workbench.doctor import installed

        versions = ", ".join(f"{name} {version}" for name, version in installed().items())
        system = f"Python {platform.python_version()}, {platform.platform()}"
        return f"{system}\n{versions}\n\n{trace.rstrip()}\n\nLog:\n{self.memory.text()}"

    @Slot(str, str)
    def _show(self, sentence: str, report: str) -> None:
        if self._tell is None or self._telling:
            return
        self._telling = True
        try:
            self._tell(sentence, report)
        finally:
            self._telling = False
