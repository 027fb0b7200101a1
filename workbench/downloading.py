"""A published data set is fetched in the window: a person is asked, a bar shows how far it is, and Cancel stops it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from graphs.message import say
from widgets.controls import Button, Picture, Text, colour, tinted
from widgets.language import tr
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Stage, size_words
from workbench.dialogs import Answer, Dialog
from workbench.obtaining import Obtaining, words

if TYPE_CHECKING:
    from workbench.project_tab import ProjectTab

LOOK = 100
"""How often the bar looks how far it is, in milliseconds."""

RATE_SECONDS = 3.0
"""Over how many seconds the speed is measured."""


def ask(dataset: Downloaded, parent: QWidget | None) -> bool:
    """Ask whether a data set may be fetched, saying how large it is, where from and where to."""
    title = tr("Download {title}?", title=tr(say(dataset.title)))
    hosts = ", ".join(dict.fromkeys(urlsplit(remote.urls[0]).netloc for remote in dataset.missing()))
    body = tr(
        "{size} come from {hosts} and are kept in {folder}, for all projects. The training begins when they are here.",
        size=size_words(dataset.to_fetch()), hosts=hosts, folder=dataset.folder(),
    )  # fmt: skip
    answers = [Answer("no", tr("Not now"), leaves=True), Answer("yes", tr("Download"), primary=True)]
    dialog = Dialog(title, body, answers, parent, ("mdi6.download", "accent"))
    answer = dialog.ask()
    dialog.deleteLater()
    return answer == "yes"


class DownloadBar(QWidget):
    """A row over the drawing: what is being fetched, how far it is, how long it will take, and Cancel."""

    def __init__(self, obtaining: Obtaining, then: Callable[[Obtaining], None], parent: QWidget | None = None):
        super().__init__(parent)
        self.obtaining, self._then = obtaining, then
        self._seen: list[tuple[float, str, int]] = []
        self.title = Text(weight=600, wrap=True)
        self.sentence = Text(role="muted", size=12, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel_button = Button()
        self.cancel_button.clicked.connect(self._cancel)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(Picture("mdi6.download", "accent", 20))
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)
        self.retranslate()
        self._timer.start()
        obtaining.start()

    def retranslate(self) -> None:
        """Say it in the language of the window."""
        self.title.setText(tr("Downloading {title}", title=tr(say(self.obtaining.dataset.title))))
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Stop the download; what has come is kept, and the next time it goes on"))
        self.bar.setAccessibleName(tr("How far the download is"))
        self._show()

    def _show(self) -> None:
        step = self.obtaining.step
        if step is None:
            self.sentence.setText(tr("The server is being called."))
            return
        self.bar.setRange(0, 1000 if step.total else 0)
        if step.total:
            self.bar.setValue(round(1000 * step.done / step.total))
        told = tr(words(step))
        left = self._left(step.file, step.done, step.total) if step.stage is Stage.DOWNLOADING else None
        self.sentence.setText(told if left is None else tr("{told}, {left} left", told=told, left=left))
        self.setAccessibleName(f"{self.title.full_text} {told}")

    def _left(self, file: str, done: int, total: int) -> str | None:
        """How long this file will take yet, at the speed of the last seconds."""
        now = time.monotonic()
        self._seen = [each for each in self._seen if each[1] == file and now - each[0] <= RATE_SECONDS]
        self._seen.append((now, file, done))
        begun, _, before = self._seen[0]
        if now - begun < 1 or done <= before:
            return None
        seconds = (total - done) * (now - begun) / (done - before)
        return tr("{n} s", n=round(seconds)) if seconds < 90 else tr("{n} min", n=round(seconds / 60))

    @Slot()
    def _look(self) -> None:
        self._show()
        if self.obtaining.over:
            self._end()

    @Slot()
    def _cancel(self) -> None:
        self.obtaining.cancel()
        self._end()  # a server that is silent holds up the thread for a while, and nobody here

    def _end(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.hide()
            self._then(self.obtaining)
            self.deleteLater()

    def leave(self) -> None:
        """The tab is closed: stop, and say nothing."""
        self.obtaining.cancel()
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_timer"):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A faint tint with a line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tinted("accent", 0.06, "window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("accent"))


class Downloads:
    """Fetches what a training wants before it begins: asks once for each data set, and remembers the answer yes."""

    def __init__(self, tab: ProjectTab):
        self._tab = tab
        self.bar: DownloadBar | None = None
        self._next: Callable[[], object] | None = None
        tab.going.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether something is being fetched."""
        return self.bar is not None

    def fetch(self, dataset: Downloaded, then: Callable[[], object]) -> None:
        """Fetch a data set if a person agrees or has agreed before, and do ``then`` when it is here."""
        settings = self._tab.main.settings
        if dataset.to_fetch() and dataset.name not in settings.downloads:
            if not ask(dataset, self._tab.main):
                return
            settings.allow_download(dataset.name)
        self._tab.banner.hide()
        self._next = then
        self.bar = DownloadBar(Obtaining(dataset), self._ended)
        self._tab.column.insertWidget(1, self.bar)
        self.bar.show()
        self._tab.changed.emit()

    def _ended(self, obtaining: Obtaining) -> None:
        then, self._next, self.bar = self._next, None, None
        title = tr(say(obtaining.dataset.title))
        self._tab.changed.emit()
        if obtaining.cancelled:
            self._tab.say(tr("The download of {title} was stopped. What has come is kept.", title=title))
        elif obtaining.failure is not None:
            remedy = say("Press Train to go on with the download, or choose other data in the recipe.")
            self._tab.banner.tell(obtaining.failure, remedy, None)
        else:
            self._tab.say(tr("{title} is here.", title=title))
            if then is not None:
                then()

    def _leave(self) -> None:
        if self.bar is not None:
            self.bar.leave()
            self.bar = None
