"""The application around the window: Qt, the look, the net for exceptions, and what is opened first."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

import graphs
from presets.registry import UnknownPreset
from widgets.language import tr
from workbench import __version__, dialogs, loading
from workbench.app import FIRST, is_file
from workbench.appearance import Appearance
from workbench.crash import Net
from workbench.engine.runs import runs_folder
from workbench.keeping import why
from workbench.recovery import offer_recovery
from workbench.session import Session
from workbench.settings import SCALES, Settings
from workbench.tabs import Source
from workbench.window import Window

SETTLED_AFTER = 1000
"""How long after the window is shown everything it is made of is there, in milliseconds."""
TOUR_AFTER = 1500
"""How long after the first start of all the tour is offered, in milliseconds."""
_log = logging.getLogger("workbench")


def application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication, named so that settings have their place."""
    running = QApplication.instance()
    for each in (QCoreApplication.setOrganizationName, QCoreApplication.setApplicationName):
        each("Workbench")  # settings have their place by these names
    if not isinstance(running, QApplication):
        _take_scale(Settings())
    app = running if isinstance(running, QApplication) else QApplication(list(arguments))
    app.setApplicationVersion(__version__)
    app.setApplicationDisplayName("")
    return app


def _take_scale(settings: Settings) -> None:
    """Show everything as large as was chosen: Qt asks for it once, before there is a window.

    Who sets the variable in the environment has the last word.
    """
    if settings.scale != SCALES[0]:
        os.environ.setdefault("QT_SCALE_FACTOR", str(settings.scale / 100))


class Shell:
    """Qt, settings, look, session and window, put together."""

    def __init__(self, arguments: Sequence[str] = ()):
        self.app = application(arguments)
        self.settings = Settings()
        self.settings.use_folder_of_runs()
        self.settings.claim_tabs()
        self.appearance = Appearance(self.app, self.settings)
        self.appearance.dress()
        self.net = Net()
        self.window: Window | None = None

    @property
    def session(self) -> Session:
        """The session of the project in front; there must be a window."""
        assert self.window is not None
        return self.window.session

    def open_window(self, what: str | None = None) -> Window:
        """Make the window with a preset, a file or the tabs of the last time in it, and show it."""
        kept, front = self._kept()
        shown = kept[front] if kept and what is None else None
        # The panels show a project, so one is opened before a comparison that was in front.
        projects = [source for source in kept if not source.sides]
        first = shown if shown in projects else projects[0] if projects and what is None else Source(None, FIRST)
        if what is not None:
            first = Source(Path(what)) if is_file(what) else Source(None, what)
        session, trouble = self._session(first)
        window = self.window = Window(session, self.settings, self.appearance)
        self.net.spread(self._fell)
        place_of_first = kept.index(first) if first in kept else 0
        for place, source in enumerate(kept):
            if source is not first and (what is None or source.write() != first.write()):
                before = what is not None or place < place_of_first
                window.tabs.add(source, len(window.tabs) - 1 if before else None, show=False)
        geometry = self.settings.bytes_of("geometry")
        if geometry is None or not window.restoreGeometry(geometry):
            self._place(window)
        window.show()
        if trouble is not None:
            QTimer.singleShot(0, window, partial(self._tell, first, trouble))
        elif first.path is not None:
            self.settings.remember(first.path)
        if shown is not None and shown.sides:
            QTimer.singleShot(0, window, lambda: window.tabs.show(shown))
        QTimer.singleShot(0, window, partial(_offer, window))
        QTimer.singleShot(SETTLED_AFTER, loading.settled)
        if what is None and not self.settings.toured:
            QTimer.singleShot(TOUR_AFTER, window, lambda: window.tour.offer())
        return window

    def _kept(self) -> tuple[list[Source], int]:
        """The tabs of the last time, as far as they can be opened still, and which was in front."""
        if not self.settings.restores_tabs:
            return [], 0
        lines, front = self.settings.tabs
        there = [(place, source) for place, line in enumerate(lines) if (source := Source.read(line)).is_there]
        return [source for _, source in there], next((n for n, (place, _) in enumerate(there) if place == front), 0)

    @staticmethod
    def _session(source: Source) -> tuple[Session, Exception | None]:
        """Open what comes first; where that cannot be, the first preset, and why."""
        session = Session()
        try:
            if source.path is not None:
                session.open(source.path)
            else:
                session.open_preset(source.preset, source.size)
        except (UnknownPreset, graphs.DocumentError, OSError) as error:
            session.open_preset(FIRST)
            return session, error
        return session, None

    @staticmethod
    def _place(window: Window) -> None:
        """Nearly as large as the screen, in its middle."""
        room = window.screen().availableGeometry()
        window.resize(min(1680, round(0.94 * room.width())), min(1000, round(0.92 * room.height())))
        frame = window.frameGeometry()
        frame.moveCenter(room.center())
        window.move(frame.topLeft())

    def _tell(self, source: Source, error: Exception) -> None:
        if self.window is None:
            return
        if source.path is None:
            self.window.toast.say(why(error), milliseconds=12_000)
        else:
            dialogs.tell(self.window, tr("{name} cannot be opened", name=source.path.name), why(error))

    def _fell(self, sentence: str, report: str) -> None:
        """Keep the work first, then say what happened."""
        kept = True
        try:
            for tab in self.window.tabs.projects if self.window is not None else ():
                tab.session.autosave()
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


def _offer(window: Window) -> None:
    """Offer what the last session left behind: work that was not saved, then trainings that wait."""
    offer_recovery(window)
    if (runs_folder() / ".queue" / "queue.json").exists():
        from workbench.queue_offer import offer_queue

        offer_queue(window)
