"""The time machine: one scrubber under everything, which moves all views and the colours of the drawing together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from widgets import theme
from widgets.controls import Button, IconButton, Text, colour, icon
from widgets.language import tr
from workbench.track import Track
from workbench.views.ring import Ring

if TYPE_CHECKING:
    from workbench.film import FilmCamera
    from workbench.project_tab import ProjectTab
    from workbench.timeline import Timeline
    from workbench.window import Window

HEIGHT = 72
PLAYED = 20.0
"""How many seconds the film of a whole run lasts at single speed, however long the run is."""

BETWEEN = 33
"""Milliseconds between two pictures while it plays."""

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


def place(machine: TimeMachine, window: Window) -> None:
    """Put the time machine under everything, as wide as the window."""
    bar = QToolBar(window)
    bar.setObjectName("time_machine")
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setContentsMargins(0, 0, 0, 0)
    bar.setStyleSheet("QToolBar { border: none; padding: 0; spacing: 0; }")
    bar.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
    bar.toggleViewAction().setVisible(False)
    bar.addWidget(machine)
    window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)
    window.docks.add_region(machine)


class TimeMachine(QWidget):
    """Play, track, branch and *Live* for the project in front. While an earlier step is shown, an accent line goes
    round the drawing, and round every view."""

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        self._tab: ProjectTab | None = None
        self._ring: Ring | None = None
        self._camera: FilmCamera | None = None
        self.speed = 1.0
        self._offered: tuple[bool, bool] | None = None
        self._at = 0.0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.first = IconButton("mdi6.skip-previous", "text", 18)
        self.play = IconButton("mdi6.play", "text", 20)
        self.next = IconButton("mdi6.skip-next", "text", 18)
        self.play.setFixedSize(34, 32)
        self.pace = QToolButton()
        self.pace.setProperty("role", "chip")
        self.pace.setFixedHeight(24)
        self.pace.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._speeds = QMenu(self.pace)
        for speed in SPEEDS:
            self._speeds.addAction(f"{speed:g} ×").triggered.connect(partial(self.set_speed, speed))
        self.pace.setMenu(self._speeds)
        self.film = IconButton("mdi6.movie-open-outline", "text", 18)
        self.film.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._films = QMenu(self.film)
        self._films.aboutToShow.connect(self._offer_films)
        self.film.setMenu(self._films)
        self.two = IconButton("mdi6.compare", "text", 18)
        self.track = Track()
        self.said = Text(role="muted", size=theme.TEXT_SECONDARY)
        self.said.hide()
        self.branch = Button("", "mdi6.source-branch")
        self.live = Button()
        for button in (self.branch, self.live):
            button.setMinimumHeight(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP_LARGE, 0, theme.GAP_LARGE, 0)
        row.setSpacing(theme.GAP_TINY)
        for widget in (self.first, self.play, self.next, self.pace, self.film, self.two):
            row.addWidget(widget)
        row.addSpacing(theme.GAP)
        row.addWidget(self.track, 1)
        row.addSpacing(theme.GAP)
        row.addWidget(self.said)
        row.addWidget(self.branch)
        row.addSpacing(theme.GAP_TINY)
        row.addWidget(self.live)
        self._clock = QTimer(self)
        self._clock.setInterval(BETWEEN)
        self._clock.timeout.connect(self._show_next)
        self.first.clicked.connect(partial(self._go_by, -1))
        self.next.clicked.connect(partial(self._go_by, 1))
        self.play.clicked.connect(self.toggle)
        self.track.playWanted.connect(self.toggle)
        self.live.clicked.connect(self.go_live)
        self.branch.clicked.connect(self._branch)
        self.two.clicked.connect(self._compare)
        self.retranslate()

    # ------------------------------------------------------------------ whose run

    @property
    def timeline(self) -> Timeline | None:
        """The run that is gone through."""
        return self._tab.timeline if self._tab is not None else None

    def follow(self, tab: ProjectTab) -> None:
        """Go through the run of the project in front."""
        if tab is self._tab:
            self.refresh()
            return
        self.stop()
        if self._tab is not None:
            self._tab.timeline.changed.disconnect(self.refresh)
            self._tab.timeline.moved.disconnect(self._moved)
            self._put_ring(False)
        self._tab = tab
        tab.timeline.changed.connect(self.refresh)
        tab.timeline.moved.connect(self._moved)
        self.track.set_timeline(tab.timeline)
        self.refresh()
        self._moved(tab.timeline.position)

    def set_shown(self, shown: bool) -> None:
        """Show it with the bar it lies in, or give its room to the others."""
        bar = self.parentWidget()
        if bar is not None:
            bar.setVisible(shown)

    @Slot()
    def refresh(self) -> None:
        """Show whether there is something to go through, and which step it is."""
        timeline = self.timeline
        there = timeline is not None and not timeline.is_empty
        kept = there and timeline is not None and any(step <= timeline.shown for step in timeline.checkpoints)
        if (there, kept) == self._offered:
            return  # it is asked at every event of a training
        self._offered = there, kept
        for widget in (self.first, self.play, self.next, self.film, self.two, self.track):
            widget.setEnabled(there)
        self.branch.setEnabled(kept)
        self.live.setEnabled(there)

    @Slot(object)
    def _moved(self, step: int | None = None) -> None:
        back = self.timeline is not None and self.timeline.position is not None
        self._put_ring(back)
        role = "small" if back else "success"
        if self.live.property("role") != role:
            self.live.setProperty("role", role)
            self.live.style().unpolish(self.live)
            self.live.style().polish(self.live)
        self._name_live()
        self.refresh()

    def _put_ring(self, around: bool) -> None:
        if around and self._ring is None and self._tab is not None:
            self._ring = Ring(self._tab.canvas, 4)
        elif not around and self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    # ------------------------------------------------------------------ going

    def _go_by(self, places: int, checked: bool = False) -> None:
        if self.timeline is not None:
            self.stop()
            self.timeline.go_by(places)

    @Slot()
    def go_live(self) -> None:
        """Show the present again."""
        self.stop()
        if self.timeline is not None:
            self.timeline.go(None)

    @property
    def playing(self) -> bool:
        """Whether the film runs."""
        return self._clock.isActive()

    @Slot()
    def toggle(self) -> None:
        """Play from here, from the start where the present is shown; or stop."""
        timeline = self.timeline
        if self.playing or timeline is None or timeline.is_empty:
            self.stop()
            return
        if timeline.position is None:
            timeline.go(0)
        self._at = float(timeline.shown)
        self._clock.start()
        self._name_play()

    def stop(self) -> None:
        """Stop the film where it is."""
        if self._clock.isActive():
            self._clock.stop()
            self._name_play()

    def set_speed(self, speed: float, checked: bool = False) -> None:
        """Play so many times as fast."""
        self.speed = speed
        self._name_play()

    @Slot()
    def _show_next(self) -> None:
        timeline = self.timeline
        if timeline is None or timeline.position is None:
            self.stop()
            return
        if abs(timeline.position - self._at) > 1:
            self._at = float(timeline.position)  # a hand moved it meanwhile
        self._at += max(timeline.last, 1) * self.speed * BETWEEN / 1000 / PLAYED
        timeline.go(int(self._at))
        if timeline.position is None:
            self.stop()

    # ------------------------------------------------------------------ films and branches

    @Slot()
    def _offer_films(self) -> None:
        from workbench.film import offer

        self._films.clear()
        if self._tab is not None:
            offer(self._films, self._tab, self._take_film)

    def _take_film(self, what: QWidget, name: str) -> None:
        from workbench.film import take_film

        assert self._tab is not None
        self.stop()
        take_film(self._tab, what, name, self)

    def show_filming(self, camera: FilmCamera) -> None:
        """Tell how far a film is; the film button gives it up."""
        self._camera = camera
        camera.told.connect(self._filmed)
        camera.done.connect(self._film_done)
        self._filmed(0, len(camera.steps))
        self.film.setMenu(None)  # type: ignore[arg-type]
        self.film.setIcon(icon("mdi6.close", "text"))
        self.film.set_words(tr("Give the film up"))
        self.film.clicked.connect(camera.stop)

    @Slot(int, int)
    def _filmed(self, number: int, of: int) -> None:
        self.said.setText(tr("film: {n} of {of} pictures", n=number, of=of))
        self.said.show()

    @Slot(object, str)
    def _film_done(self, path: object, trouble: str) -> None:
        camera, self._camera = self._camera, None
        self.said.hide()
        if camera is not None:
            self.film.clicked.disconnect(camera.stop)
            camera.deleteLater()
        self.film.setMenu(self._films)
        self.film.setIcon(icon("mdi6.movie-open-outline", "text"))
        self.film.set_words(tr("Save a film of the run"))
        if self._tab is not None and (path is not None or trouble):
            self._tab.say(tr("The film is written to {path}.", path=path) if path is not None else trouble)

    @Slot()
    def _branch(self) -> None:
        from workbench.branch_dialog import branch_here

        if self._tab is not None:
            self.stop()
            branch_here(self._tab)

    @Slot()
    def _compare(self) -> None:
        from workbench.two_runs import compare_runs

        if self._tab is not None:
            self.stop()
            compare_runs(self._tab, self)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Time machine"))
        self.track.setAccessibleName(tr("Time machine"))
        self.first.set_words(tr("Back to the picture before"))
        self.next.set_words(tr("On to the next picture"))
        self.film.set_words(tr("Save a film of the run"))
        self.two.set_words(tr("Put another run beside this one"))
        self.pace.setToolTip(tr("How fast the film plays; at 1 × a whole run takes 20 seconds"))
        self.branch.setText(tr("Branch"))
        self.branch.setToolTip(tr("Go on from the last checkpoint before this step, with what you have changed since"))
        self._name_play()
        self._name_live()
        self.track.refresh()

    def _name_play(self) -> None:
        self.play.setIcon(icon("mdi6.pause" if self.playing else "mdi6.play", "text"))
        self.play.set_words(tr("Stop the film") if self.playing else tr("Play the run as a film"))
        self.pace.setText(f"{self.speed:g} ×")
        self.pace.setAccessibleName(tr("Speed {speed}", speed=f"{self.speed:g} ×"))

    def _name_live(self) -> None:
        back = self.timeline is not None and self.timeline.position is not None
        self.live.setText(tr("Back to live") if back else tr("Live"))
        self.live.setIcon(icon("mdi6.restart" if back else "mdi6.record", "text" if back else "success"))
        self.live.setIconSize(QSize(14, 14))
        self.live.setToolTip(tr("Show the present again") if back else tr("The present is shown and followed"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "_clock"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._name_play()
            self._name_live()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a bar, and a line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
