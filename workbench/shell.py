"""The application around the window: Qt, the look, the net for exceptions, and what is opened first."""

from __future__ import annotations

import logging
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import graphs
from presets.registry import UnknownPreset
from widgets.language import tr
from workbench import __version__, dialogs, loading
from workbench.app import FIRST, is_file
from workbench.appearance import Appearance
from workbench.crash import Net
from workbench.session import Session
from workbench.settings import Settings
from workbench.window import Window

SETTLED_AFTER = 1000
"""How long after the window is shown everything it is made of is there, in milliseconds."""
TOUR_AFTER = 1500
"""How long after the first start of all the tour is offered, in milliseconds."""
_log = logging.getLogger("workbench")


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, named so that settings have their place."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(list(arguments))
    app.setOrganizationName("Workbench")
    app.setApplicationName("Workbench")
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName("")
    return app


class Shell:
    """Qt, settings, look, session and window, put together."""

    def __init__(self, arguments: Sequence[str] = ()):
        self.app = application(arguments)
        self.settings = Settings()
        self.settings.use_folder_of_runs()
        self.appearance = Appearance(self.app, self.settings)
        self.appearance.dress()
        self.session = Session()
        self.net = Net()
        self.window: Window | None = None

    def open_window(self, what: str | None = None) -> Window:
        """Make the window with a preset in it, show it, and open the file if one was named."""
        preset = FIRST if what is None or is_file(what) else what
        try:
            self.session.open_preset(preset)
        except UnknownPreset as error:
            self.session.open_preset(FIRST)
            QTimer.singleShot(0, partial(self._tell_unknown, error))
        window = Window(self.session, self.settings, self.appearance)
        self.window = window
        self.net.spread(self._fell)
        geometry = self.settings.bytes_of("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            self._place(window)
        window.show()
        if what is not None and is_file(what):
            window.open_at_start(Path(what))
        else:
            QTimer.singleShot(0, window.files.offer_recovery)
        QTimer.singleShot(SETTLED_AFTER, loading.settled)
        if what is None and not self.settings.toured:
            QTimer.singleShot(TOUR_AFTER, window, lambda: window.tour.offer())
        return window

    @staticmethod
    def _place(window: Window) -> None:
        """Nearly as large as the screen, in its middle."""
        room = window.screen().availableGeometry()
        window.resize(min(1680, round(0.94 * room.width())), min(1000, round(0.92 * room.height())))
        frame = window.frameGeometry()
        frame.moveCenter(room.center())
        window.move(frame.topLeft())

    def _tell_unknown(self, error: UnknownPreset) -> None:
        if self.window is not None:
            self.window.toast.say(tr(error.message), milliseconds=12_000)

    def _fell(self, sentence: str, report: str) -> None:
        """Keep the work first, then say what happened."""
        kept = True
        try:
            self.session.autosave()
        except (OSError, graphs.DocumentError) as error:
            _log.error("The work could not be kept: %s", error)
            kept = False
        dialogs.Report(sentence, report, kept, self.window).exec()

    def run(self, what: str | None = None) -> int:
        """Open the window and live until it closes; Ctrl+C in the terminal closes it."""
        window = self.open_window(what)
        signal.signal(signal.SIGINT, lambda *_: window.close())
        # Python looks at signals only between its own instructions, so Qt has to let it run now and then.
        ticks = QTimer()
        ticks.start(250)
        ticks.timeout.connect(lambda: None)
        code = self.app.exec()
        self.net.gather()
        return code
