"""A film of a run: a view, the drawing or the whole window at one step after the other, as GIF or as numbered pictures.

GIFs are written by Pillow, pictures by Qt. The training goes on meanwhile; afterwards what was looked at before is
shown again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from widgets import theme
from widgets.language import tr

if TYPE_CHECKING:
    from workbench.project_tab import ProjectTab
    from workbench.time_machine import TimeMachine

PICTURES = 96
"""How many pictures a film has at most."""

EACH = 100
"""How long each is shown, in milliseconds."""

WIDEST = 1280
"""A wider picture is made smaller, in pixels."""

STRIP = 26
"""The height of the line below each picture that says which step it is."""


def offer(menu: QMenu, tab: ProjectTab, take: Callable[[QWidget, str], None]) -> None:
    """Offer everything a film can be taken of."""
    menu.addAction(tr("Film of the window…")).triggered.connect(partial(_chosen, take, tab.main, "window"))
    menu.addAction(tr("Film of the drawing…")).triggered.connect(partial(_chosen, take, tab.canvas, "drawing"))
    menu.addSeparator()
    for name, card in tab.views.cards.items():
        if card.isVisible() and not card.is_empty():
            words = tr("Film of {view}…", view=tr(card.title))
            menu.addAction(words).triggered.connect(partial(_chosen, take, card, name))


def _chosen(take: Callable[[QWidget, str], None], what: QWidget, name: str, checked: bool = False) -> None:
    take(what, name)


def take_film(tab: ProjectTab, what: QWidget, name: str, machine: TimeMachine) -> None:
    """Ask for a file and take the film; the time machine tells how far it is."""
    kinds = "GIF (*.gif);;PNG (*.png)"
    path, _ = QFileDialog.getSaveFileName(machine, tr("Save a film of the run"), f"{name}.gif", kinds)
    if path:
        machine.show_filming(FilmCamera(tab, what, Path(path), machine))


class FilmCamera(QObject):
    """Takes a film of a widget, one picture each time Qt has time. ``told`` says how far it is, ``done`` how it ended:
    a path, or None with what went wrong, or None and nothing when it was given up."""

    told = Signal(int, int)
    done = Signal(object, str)

    def __init__(self, tab: ProjectTab, what: QWidget, path: Path, parent: QObject | None = None):
        super().__init__(parent)
        self._tab, self._what, self._path = tab, what, path
        timeline = tab.timeline
        places = timeline.places or (0, timeline.last)
        chosen = np.unique(np.linspace(0, len(places) - 1, min(len(places), PICTURES)).round().astype(int))
        self.steps = tuple(places[place] for place in chosen.tolist())
        self._before = timeline.position
        self._taken: list[Any] = []
        self._number = 0
        self._writer: threading.Thread | None = None
        self._trouble = ""
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._turn)
        self._clock.start(0)

    def stop(self) -> None:
        """Give it up; nothing is written but pictures that are there already."""
        self._finish(None)

    @Slot()
    def _turn(self) -> None:
        if self._writer is not None:
            if not self._writer.is_alive():
                self._finish(None if self._trouble else self._path)
            return
        if self._number < len(self.steps):
            try:
                self._take(self.steps[self._number])
            except OSError as error:
                self._trouble = str(error)
                self._finish(None)
                return
            self._number += 1
            self.told.emit(self._number, len(self.steps))
        elif self._path.suffix.lower() == ".png":
            self._finish(self._path)
        else:
            self._tab.timeline.go(self._before)
            self._writer = threading.Thread(target=self._write, name="film")
            self._writer.start()

    def _take(self, step: int) -> None:
        timeline = self._tab.timeline
        timeline.go(step)
        self._tab.bridge.look_back_at_once(timeline.position)
        image = self.picture(step, timeline.end)
        if self._path.suffix.lower() == ".png":
            path = self._path.with_name(f"{self._path.stem}-{self._number + 1:04d}.png")
            if not image.save(str(path)):
                raise OSError(tr("{path} cannot be written: {why}.", path=path, why=tr("is the folder there")))
            return
        from PIL import Image

        image = image.convertToFormat(QImage.Format.Format_RGB888)
        size = image.width(), image.height()
        found = Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)
        self._taken.append(found.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))

    def picture(self, step: int, end: int) -> QImage:
        """The widget as it is now, with the step below it."""
        image = self._what.grab().toImage()
        image.setDevicePixelRatio(1.0)
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
        whole = QImage(QSize(image.width(), image.height() + STRIP), QImage.Format.Format_RGB32)
        look = theme.current()
        whole.fill(QColor(look.window))
        painter = QPainter(whole)
        painter.drawImage(0, 0, image)
        painter.setFont(theme.number_font(theme.TEXT_SECONDARY))
        painter.setPen(QColor(look.muted))
        place = QRectF(12, image.height(), image.width() - 24, STRIP)
        words = tr("step {step} of {end}", step=f"{step:,}", end=f"{end:,}")
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.fillRect(QRectF(0, image.height(), image.width() * step / max(end, 1), 2), QColor(look.accent_fill))
        painter.end()
        return whole

    def _write(self) -> None:
        """Write the GIF; in a thread of its own, since a long film takes seconds."""
        first, *rest = self._taken
        try:
            first.save(self._path, save_all=True, append_images=rest, duration=EACH, loop=0)
        except OSError as error:
            self._trouble = str(error)

    def _finish(self, path: Path | None) -> None:
        self._clock.stop()
        self._tab.timeline.go(self._before)
        self.done.emit(path, self._trouble)
