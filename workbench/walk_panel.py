"""What is told beside the drawing while one walks through the network: this station, time, a weight, the whole way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import Text, colour, tinted
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.stations import Beat, Phase, Walk
from workbench.walk_bar import COLOURS
from workbench.walk_station import StationPage
from workbench.walk_table import WalkTable
from workbench.walk_time import TimePage
from workbench.walk_update import UpdatePage

WIDTH = 420


def phase_name(phase: Phase) -> str:
    """The name of a part of the walk in the language of the window."""
    return {Phase.FORWARD: tr("Forward"), Phase.BACKWARD: tr("Backward"), Phase.UPDATE: tr("Update")}[phase]


class _Chip(QWidget):
    """The part of the walk one is in, on a ground of its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._phase = Phase.FORWARD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_phase(self, phase: Phase) -> None:
        """Show another part."""
        self._phase = phase
        self.setAccessibleName(phase_name(phase))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The name with air round it."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(phase_name(self._phase)) + 30, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted pill with a line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = COLOURS[self._phase]
        painter.setPen(colour(token))
        painter.setBrush(tinted(token, 0.12))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 11, 11)
        painter.setFont(theme.ui_font(theme.TEXT_SECONDARY, 600))
        painter.setPen(colour("text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), phase_name(self._phase))
        painter.end()


class WalkPanel(QWidget):
    """The panel. ``chosen`` asks to go to a station of the way."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._walk: Walk | None = None
        self._beat: Beat | None = None
        self._trouble: Message | None = None
        self.setMinimumWidth(340)
        self.chip, self.title = _Chip(), Text(size=theme.TEXT_TITLE, weight=600, elide=True)
        self.kind = Text(role="muted", size=theme.TEXT_SECONDARY)
        self.line = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(theme.GAP_LARGE, theme.GAP, theme.GAP_LARGE, 0)
        head.addWidget(self.chip)
        head.addSpacing(theme.GAP)
        head.addWidget(self.title, 1)
        head.addWidget(self.kind)
        under = QHBoxLayout()
        under.setContentsMargins(theme.GAP_LARGE, 2, theme.GAP_LARGE, theme.GAP_TINY)
        under.addWidget(self.line)
        self.station, self.time, self.update_page, self.table = StationPage(), TimePage(), UpdatePage(), WalkTable()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page in (self.station, self.time, self.update_page, self.table):
            self.tabs.addTab(page, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(under)
        column.addWidget(self.tabs, 1)
        self.table.chosen.connect(self.chosen)
        self.retranslate()
        self.wait()

    def sizeHint(self) -> QSize:
        """Wide enough for a formula and its numbers."""
        return QSize(WIDTH, 500)

    def wait(self) -> None:
        """Say that the example is on its way."""
        self._trouble = None
        if self._walk is None:
            self.chip.hide()
            self.tabs.hide()
            self.title.setText(tr("The example is on its way…"))
            self.line.setText(tr("The network is computed once forwards and once backwards."))

    def show_trouble(self, trouble: Message) -> None:
        """Say why there is nothing to walk through."""
        self._trouble, self._walk, self._beat = trouble, None, None
        self.chip.hide()
        self.tabs.hide()
        self.kind.setText("")
        self.title.setText(tr("There is nothing to walk through"))
        self.line.setText(tr(trouble))

    def set_walk(self, walk: Walk) -> None:
        """Tell of another walk."""
        self._walk, self._trouble = walk, None
        self.chip.show()
        self.tabs.show()
        self.tabs.setTabVisible(1, bool(walk.times))
        self.tabs.setTabVisible(2, bool(walk.weights))
        self.time.set_walks(walk.times, walk.truth)
        self.update_page.set_walk(walk)
        self.table.set_walk(walk)

    def show_beat(self, beat: Beat) -> None:
        """Tell of another stop."""
        walk = self._walk
        if walk is None:
            return
        before, self._beat = self._beat, beat
        station = walk.stations[beat.station]
        self.chip.show_phase(beat.phase)
        self.table.show_station(beat.station)
        self.update_page.choose(beat.station)
        if beat.phase is Phase.UPDATE:
            self.title.setText(tr("One weight in numbers"))
            self.kind.setText("")
            if before is None or before.phase is not Phase.UPDATE:
                self.tabs.setCurrentWidget(self.update_page)
            self._write_line()
            return
        self.title.setText(station.name)
        self.kind.setText(station.kind)
        self.station.show_station(station, beat.phase)
        if self.tabs.currentWidget() is self.update_page:
            self.tabs.setCurrentWidget(self.station)
        self._write_line()

    def _write_line(self) -> None:
        walk = self._walk
        if walk is None:
            return
        first = walk.request.example + 1
        who = tr("Example {n}", n=first) if walk.count == 1 else tr(
            "Examples {first} to {last}, the first is drawn", first=first, last=first + walk.count - 1)  # fmt: skip
        if walk.truth:
            who = tr("{who}, truth: {name}", who=who, name=tr(say(walk.truth)))
        after = tr("untrained weights") if not walk.step else tr("weights after step {n}", n=f"{walk.step:,}")
        self.line.setText(tr("{who}; {weights}; loss {loss}", who=who, weights=after, loss=short_number(walk.loss, 4)))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Walk-through"))
        for place, name in enumerate((tr("Here"), tr("Through time"), tr("A weight"), tr("The whole way"))):
            self.tabs.setTabText(place, name)
        self.tabs.tabBar().setAccessibleName(tr("Pages of the walk-through"))
        if self._trouble is not None:
            self.show_trouble(self._trouble)
        elif self._walk is None:
            self.wait()
        elif self._beat is not None:
            if self._beat.phase is Phase.UPDATE:
                self.title.setText(tr("One weight in numbers"))
            self.chip.show_phase(self._beat.phase)
            self.table.set_walk(self._walk)
            self._write_line()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "table"):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a panel, and a line at its left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        painter.fillRect(0, 0, 1, self.height(), colour("line"))
        painter.end()
