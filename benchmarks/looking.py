"""What looking costs: going through a run with the time machine, and every live view by itself.

Short runs are trained without a window, then opened in it and gone through: a hand drags the scrubber, sixty moves a
second, and each turn of the window's event loop is a frame. Times are processor time of the window's own thread, which
other programs change least.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.views.card import View
    from workbench.window import Window

SCRUBBED = ("lenet5", "lstm", "gan_ring")
"""Presets whose default views are dragged through: pictures, sequences, two players."""

SHOWING = (
    *SCRUBBED, "mlp", "autoencoder", "forecaster", "cgan", "show_attend_tell", "style_transfer", "blstm_ctc",
    "rnn_language_model", "sensor_autoencoder", "cyclegan", "spiking", "ddpm_moons", "gpt",
)  # fmt: skip
"""Presets that together have something to show for every view."""

MOVES, EVERY = 120, 1 / 60
"""How many moves of the mouse a drag is made of, and the seconds between two."""

IDLE = 2e-4
"""Seconds of computing below which a turn of the event loop drew nothing."""


@dataclass
class Looked:
    """What one preset's run has cost. Milliseconds, but for ``share``."""

    preset: str
    share: float = 0.0
    """The part of the training's time that all probes took."""
    frames: list[float] = field(default_factory=list)
    follows: list[float] = field(default_factory=list)
    """What it takes until all that can be seen has followed to another step."""
    probes: dict[str, float] = field(default_factory=dict)
    """What a probe took of each step of the training."""
    paints: dict[str, float] = field(default_factory=dict)
    """What a view took to draw and paint another step."""


def train(preset: str, folder: Path, seconds: float, found: Looked) -> None:
    """Train a preset for some seconds without a window, on one thread, and note what its probes took."""
    import presets
    from workbench.engine.control import Control
    from workbench.engine.events import RunFailed, RunStarted
    from workbench.engine.trainer import Trainer

    control, end, steps = Control(), float("inf"), 0
    trainer = Trainer(presets.build(preset), folder, control, threads=1)
    for event in trainer.run():
        if isinstance(event, RunFailed):
            raise SystemExit(f"{preset}: {event.message}")
        if isinstance(event, RunStarted):
            end = time.perf_counter() + seconds
        steps = max(steps, getattr(event, "step", 0))
        if time.perf_counter() > end:
            control.stop()
    sampler = trainer._sampler
    found.share = sampler.share(trainer.seconds)
    found.probes = {name: 1000 * each.spent / max(steps, 1) for name, each in sampler.accounts.items()}


class Hand:
    """Goes through runs in a window, as a person would."""

    def __init__(self, window: Window):
        from PySide6.QtWidgets import QApplication

        self.window = window
        self._app = QApplication.instance()

    def open(self, folder: Path) -> None:
        """Open a run and wait until it is drawn."""
        from workbench.run_list import open_run

        open_run(self.window, folder)
        self._rest(1.5)

    def _rest(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._turn()
            time.sleep(0.002)

    def _turn(self) -> float:
        """Let the window do what is due; return the seconds of its own computing."""
        start = time.thread_time()
        assert self._app is not None
        self._app.processEvents()
        return time.thread_time() - start

    def _mouse(self, kind: object, x: float, held: bool) -> None:
        from PySide6.QtCore import QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        track, place = self.window.time_machine.track, QPointF(x, 36)
        button = none if kind == QMouseEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind, place, track.mapToGlobal(place), button, left if held else none, Qt.KeyboardModifier.NoModifier  # type: ignore[call-overload]
        )  # fmt: skip
        QApplication.sendEvent(track, event)

    def drag(self) -> list[float]:
        """Drag the scrubber from one end to the other; return what each frame took, in milliseconds."""
        from PySide6.QtCore import QEvent

        track = self.window.time_machine.track
        first, last = track.x_of(0) + 3, track.x_of(track.maximum()) - 3
        self._mouse(QEvent.Type.MouseButtonPress, first, True)
        frames = []
        for move in range(MOVES):
            begin = time.perf_counter()
            start = time.thread_time()
            self._mouse(QEvent.Type.MouseMove, first + (last - first) * move / (MOVES - 1), True)
            told = time.thread_time() - start
            while True:
                turn = told + self._turn()
                told = 0.0
                if turn > IDLE:
                    frames.append(1000 * turn)
                if time.perf_counter() - begin >= EVERY:
                    break
                time.sleep(0.0005)
        self._mouse(QEvent.Type.MouseButtonRelease, last, False)
        self._rest(0.3)
        return frames

    def steps(self, count: int) -> list[int]:
        """Some steps of the run, from its beginning to its end."""
        last = self.window.tab.timeline.last
        return [max(1, round(last * (place + 0.5) / count)) for place in range(count)]

    def follow(self) -> list[float]:
        """Go to some steps, and each time wait until everything has followed; return what that took."""
        found = []
        for step in self.steps(24):
            start = time.thread_time()
            self.window.tab.timeline.go(step)
            quiet = 0
            while quiet < 4:
                quiet = quiet + 1 if self._turn() < IDLE else 0
                time.sleep(0.003)
            found.append(1000 * (time.thread_time() - start))
        self.window.tab.timeline.go(None)
        self._rest(0.2)
        return found

    def cards(self) -> Mapping[str, View]:
        """The views that are open, and those that could be, opened one after the other."""
        column = self.window.tab.views
        for name in column.missing():
            column.show_too(name)
        self._rest(0.5)
        return column.cards

    def paint(self, name: str, card: View) -> float | None:
        """What one view takes to draw another step, in milliseconds; None where it has nothing to show."""
        column = self.window.tab.views
        for other in column.cards.values():
            other.setVisible(other is card)
        self._rest(0.3)
        if card.is_empty():
            return None
        found = []
        for step in self.steps(14):
            card.look_back(step)
            start = time.thread_time()
            card.refresh()
            self._turn()
            self._turn()
            found.append(1000 * (time.thread_time() - start))
        card.look_back(None)
        return statistics.median(found[2:])


def look(window: Window, home: Path, seconds: float, all_views: bool) -> list[Looked]:
    """Train, open and go through what is dragged; with ``all_views`` see every view there is, once."""
    from workbench.views import views

    found, hand, seen = [], Hand(window), set[str]()
    for preset in SHOWING if all_views else SCRUBBED:
        looked = Looked(preset)
        folder = home / f"looked-{preset}"
        train(preset, folder, seconds, looked)
        hand.open(folder)
        if preset in SCRUBBED:
            hand.drag()  # once for what is made at the first time
            looked.frames, looked.follows = hand.drag() + hand.drag(), hand.follow()
        for name, card in dict(hand.cards()).items() if all_views else ():
            if name not in seen and (took := hand.paint(name, card)) is not None:
                seen.add(name)
                looked.paints[name] = took
        found.append(looked)
        if all_views and seen == set(views()):
            break
    return found
