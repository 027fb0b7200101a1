"""The bar under the drawing for whoever walks through the network: play, step, speed, a slider, the example."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QSlider, QSpinBox, QToolButton, QWidget

from widgets import theme
from widgets.controls import IconButton, Text, colour, icon
from widgets.language import tr
from workbench.engine.stations import Beat, Phase

HEIGHT = 60
SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)
COLOURS = {Phase.FORWARD: "accent", Phase.BACKWARD: "warning", Phase.UPDATE: "success"}
"""What the three parts of a walk are marked with."""


class Parts(QWidget):
    """A line over the slider that says which part of the way is which."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._beats: tuple[Beat, ...] = ()
        self.setFixedHeight(18)

    def set_beats(self, beats: tuple[Beat, ...]) -> None:
        """Show another way."""
        self._beats = beats
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line for each part, in its colour, with its name as far as there is room."""
        painter = QPainter(self)
        painter.setFont(theme.ui_font(theme.TEXT_HINT, 600))
        count = max(len(self._beats) - 1, 1)
        names = {Phase.FORWARD: tr("Forward"), Phase.BACKWARD: tr("Backward"), Phase.UPDATE: tr("Update")}
        room, handle = self.width() - 16.0, 8.0
        for phase, name in names.items():
            places = [place for place, beat in enumerate(self._beats) if beat.phase is phase]
            if not places:
                continue
            left = handle + room * max(places[0] - 0.5, 0) / count
            right = handle + room * min(places[-1] + 0.5, count) / count
            painter.fillRect(QRectF(left + 1, 15, right - left - 2, 3), colour(COLOURS[phase]))
            painter.setPen(colour("text"))
            wide = painter.fontMetrics().horizontalAdvance(name)
            if phase is Phase.UPDATE:
                left = min(left, self.width() - wide - 2.0)
            if right - left > wide + 4 or phase is Phase.UPDATE:
                painter.drawText(QRectF(left + 1, 0, max(right - left, wide + 2), 14), 0, name)
        painter.end()


class WalkBar(QWidget):
    """The bar. ``stepped`` asks to go so many stops, ``gone`` to go to one, ``toggled`` to play or to rest."""

    stepped = Signal(int)
    gone = Signal(int)
    toggled = Signal()
    closed = Signal()
    exampleChosen = Signal(int)  # noqa: N815 - signals are named as Qt names them
    playerChosen = Signal(str)  # noqa: N815
    timeChosen = Signal(int)  # noqa: N815

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.speed, self.playing = 1.0, False
        self._said, self._players, self._player = "", tuple[str, ...](), ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.first = IconButton("mdi6.skip-previous", "text", 18)
        self.back = IconButton("mdi6.chevron-left", "text", 20)
        self.play = IconButton("mdi6.play", "text", 22)
        self.play.setFixedSize(36, 34)
        self.on = IconButton("mdi6.chevron-right", "text", 20)
        self.pace, self.player = QToolButton(), QToolButton()
        for chip in (self.pace, self.player):
            chip.setProperty("role", "chip")
            chip.setFixedHeight(24)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            chip.setMenu(QMenu(chip))
        for speed in SPEEDS:
            self.pace.menu().addAction(f"{speed:g} ×").triggered.connect(partial(self.set_speed, speed))
        self.parts, self.slider = Parts(), QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.name = Text(role="muted", size=theme.TEXT_SECONDARY)
        self.example = QSpinBox()
        self.example.setKeyboardTracking(False)
        self.example.setMaximumWidth(86)
        self.time_name, self.time = Text(role="muted", size=theme.TEXT_SECONDARY), QSpinBox()
        self.time.setKeyboardTracking(False)
        self.time.setMaximumWidth(74)
        self.close_button = IconButton("mdi6.close", "text", 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP_LARGE, 4, theme.GAP, 4)
        row.setSpacing(theme.GAP_TINY)
        for widget in (self.first, self.back, self.play, self.on, self.pace):
            row.addWidget(widget)
        row.addSpacing(theme.GAP)
        middle = QWidget()
        column = QHBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        self._track = _Track(self.parts, self.slider)
        column.addWidget(self._track, 1)
        row.addWidget(middle, 1)
        row.addSpacing(theme.GAP)
        row.addWidget(self.player)
        row.addWidget(self.time_name)
        row.addWidget(self.time)
        row.addWidget(self.name)
        row.addWidget(self.example)
        row.addSpacing(theme.GAP_TINY)
        row.addWidget(self.close_button)
        self.first.clicked.connect(lambda: self.gone.emit(0))
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.play.clicked.connect(self.toggled)
        self.slider.valueChanged.connect(self.gone)
        self.close_button.clicked.connect(self.closed)
        self.example.valueChanged.connect(self._choose_example)
        self.time.valueChanged.connect(self._choose_time)
        self.set_walk((), 0, 1, (), "")
        self.set_time(0, 0)
        self.retranslate()

    def set_walk(
        self, beats: tuple[Beat, ...], example: int, examples: int, players: tuple[str, ...], player: str
    ) -> None:
        """Go along another way; with no beats nothing can be pressed but close."""
        blockers = [QSignalBlocker(self.slider), QSignalBlocker(self.example)]
        self.parts.set_beats(beats)
        self.slider.setRange(0, max(len(beats) - 1, 0))
        self.example.setRange(1, max(examples, 1))
        self.example.setValue(example + 1)
        self._players, self._player = players, player
        menu = self.player.menu()
        menu.clear()
        for name in players:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == player)
            action.triggered.connect(partial(self._choose_player, name))
        self.player.setVisible(len(players) > 1)
        for widget in (self.first, self.back, self.play, self.on, self.slider, self.example):
            widget.setEnabled(bool(beats))
        self.retranslate()
        del blockers

    def set_time(self, time: int, length: int) -> None:
        """Offer the time steps of the scans that are walked into; none where none is open."""
        with QSignalBlocker(self.time):
            self.time.setRange(1, max(length, 1))
            self.time.setValue(time + 1)
        for widget in (self.time_name, self.time):
            widget.setVisible(length > 0)

    def show_place(self, place: int, said: str) -> None:
        """Show at which stop one is, and say it."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(place)
        self._said = said
        self.slider.setAccessibleDescription(said)
        self.slider.setToolTip(said)

    def set_playing(self, playing: bool) -> None:
        """Show whether it plays."""
        self.playing = playing
        self._name_play()

    def set_speed(self, speed: float, checked: bool = False) -> None:
        """Play so many times as fast."""
        self.speed = speed
        self.pace.setText(f"{speed:g} ×")
        self.pace.setAccessibleName(tr("Speed {speed}", speed=f"{speed:g} ×"))

    def change_speed(self, steps: int) -> None:
        """Play faster, or slower."""
        place = SPEEDS.index(self.speed) + steps
        self.set_speed(SPEEDS[min(max(place, 0), len(SPEEDS) - 1)])

    @Slot(int)
    def _choose_example(self, number: int) -> None:
        self.exampleChosen.emit(number - 1)

    @Slot(int)
    def _choose_time(self, time: int) -> None:
        self.timeChosen.emit(time - 1)

    def _choose_player(self, name: str, checked: bool = False) -> None:
        self.playerChosen.emit(name)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Step through the network"))
        self.first.set_words(tr("Back to the beginning (Home)"))
        self.back.set_words(tr("One step back (←)"))
        self.on.set_words(tr("One step on (→)"))
        self.slider.setAccessibleName(tr("Steps of the walk"))
        self.pace.setToolTip(tr("How fast it plays; + and − change it"))
        self.player.setText(tr("Player {name}", name=self._player))
        self.player.setAccessibleName(tr("Whose step is walked through"))
        self.player.setToolTip(tr("Whose step is walked through"))
        self.name.setText(tr("Example"))
        self.example.setAccessibleName(tr("Which training example walks"))
        self.example.setToolTip(tr("Which training example walks"))
        self.time_name.setText(tr("Time step"))
        self.time.setAccessibleName(tr("Which time step of the open scan is walked through"))
        self.time.setToolTip(tr("Which time step of the open scan is walked through"))
        self.close_button.set_words(tr("End the walk (Esc)"))
        self.set_speed(self.speed)
        self._name_play()
        self.parts.update()

    def _name_play(self) -> None:
        self.play.setIcon(icon("mdi6.pause" if self.playing else "mdi6.play", "text"))
        self.play.set_words(tr("Pause (Space)") if self.playing else tr("Play (Space)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "close_button"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._name_play()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of a bar, and a line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("window"))
        painter.fillRect(0, 0, self.width(), 1, colour("line"))
        painter.end()


class _Track(QWidget):
    """The slider with its parts over it."""

    def __init__(self, parts: Parts, slider: QSlider):
        super().__init__()
        from PySide6.QtWidgets import QVBoxLayout

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(parts)
        column.addWidget(slider)
        column.addStretch(1)
