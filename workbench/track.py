"""The track of the time machine: a slider over the steps of a run that also draws what the run was like."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from widgets import theme
from widgets.controls import THEME_CHANGES, colour
from widgets.language import tr
from workbench.timeline import Timeline

HANDLE = 16.0
SIDE = 14.0
"""How far the track stays from the edges of its widget, so that the handle is never cut."""

LINE_TOP, LINE_BOTTOM, GROOVE, BELOW = 7.0, 27.0, 36.0, 58.0
"""Where the loss line begins and ends, where the groove lies, and the middle of the words below it."""

LINE_EVERY = 500
"""Milliseconds between two drawings of the track while a training goes on."""

PAGE = 10
"""How many places a page key goes."""


class Track(QSlider):
    """Goes through a `Timeline`: with the mouse, the wheel, arrows, page keys, Home and End.

    ``playWanted`` tells that Space was pressed.
    """

    playWanted = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.timeline: Timeline | None = None
        self._line: QPolygonF | None = None
        self._redrawn = QTimer(self)
        self._redrawn.setSingleShot(True)
        self._redrawn.setInterval(LINE_EVERY)
        self._redrawn.timeout.connect(self._redraw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(180)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(72)

    def set_timeline(self, timeline: Timeline | None) -> None:
        """Go through another run."""
        if self.timeline is not None:
            self.timeline.changed.disconnect(self.refresh)
            self.timeline.moved.disconnect(self._moved)
        self.timeline = timeline
        if timeline is not None:
            timeline.changed.connect(self.refresh)
            timeline.moved.connect(self._moved)
        self.refresh()

    def refresh(self) -> None:
        """Show how far the run is; while it goes on, everything is drawn anew only twice a second."""
        end = self.maximum()
        if self.timeline is not None:
            self.setRange(0, max(self.timeline.end, self.timeline.last, 1))
        if self.maximum() != end:
            self._redraw()
        elif not self._redrawn.isActive():
            self._redrawn.start()

    @Slot()
    def _redraw(self) -> None:
        self._line = None
        self._moved()

    def _moved(self, step: object = None) -> None:
        if self.timeline is None:
            return
        shown = self.timeline.shown
        self.setValue(shown)
        loss = self.timeline.loss_at(shown)
        said = tr("step {step} of {end}", step=f"{shown:,}", end=f"{self.maximum():,}")
        if math.isfinite(loss):
            said = tr("{step}, loss {loss}", step=said, loss=f"{loss:.4g}")
        self.setAccessibleDescription(said)
        self.update()

    # ------------------------------------------------------------------ where things are

    def x_of(self, step: float) -> float:
        """Where a step lies, in pixels of the widget."""
        return SIDE + (self.width() - 2 * SIDE) * step / max(self.maximum(), 1)

    def step_at(self, x: float) -> int:
        """Which step lies at a place."""
        share = (x - SIDE) / max(self.width() - 2 * SIDE, 1)
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(600, 72)

    # ------------------------------------------------------------------ hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the mouse is."""
        if event.button() is Qt.MouseButton.LeftButton and self.timeline is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setSliderDown(True)
            self.timeline.go(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is down; else say which step lies under it."""
        step = self.step_at(event.position().x())
        if self.isSliderDown() and self.timeline is not None:
            self.timeline.go(step)
        elif self.timeline is not None:
            self.setToolTip(self._words_at(step))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One place a notch."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if self.timeline is not None and turned:
            self.timeline.go_by(1 if turned < 0 else -1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from place to place, page keys ten, Home to the start, End and Esc to the present, Space plays."""
        key = event.key()
        by = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -PAGE, Qt.Key.Key_PageUp: PAGE,
        }  # fmt: skip
        if self.timeline is None:
            super().keyPressEvent(event)
        elif key in by:
            self.timeline.go_by(by[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.timeline.go(0)
        elif key in (Qt.Key.Key_End, Qt.Key.Key_Escape):
            self.timeline.go(None)
        elif key == Qt.Key.Key_Space:
            self.playWanted.emit()
        else:
            super().keyPressEvent(event)

    def _words_at(self, step: int) -> str:
        assert self.timeline is not None
        near = next((one for one in self.timeline.checkpoints if abs(self.x_of(one) - self.x_of(step)) <= 4), None)
        fork = next((name for at, name in self.timeline.forks if abs(self.x_of(at) - self.x_of(step)) <= 6), None)
        if fork is not None:
            return tr("The run {run} branched off here", run=fork)
        if near is not None:
            return tr("Step {step} is kept as a checkpoint: one can branch here", step=f"{near:,}")
        return tr("Drag to go through the run; arrows go from picture to picture, End goes back to the present")

    # ------------------------------------------------------------------ drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """The loss as a faint line, the groove with checkpoints, best and branches, the handle, and words below."""
        if self.timeline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        timeline = self.timeline
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawPolyline(self._loss_line())
        left, right = self.x_of(0), self.x_of(self.maximum())
        here, last = self.x_of(timeline.shown), self.x_of(timeline.last)
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, token in ((left, right, "line"), (left, last, "edge"), (left, here, "accent_fill")):
            painter.setBrush(colour(token))
            painter.drawRoundedRect(QRectF(start, GROOVE - 1.5, end - start, 3), 1.5, 1.5)
        painter.setPen(QPen(colour("edge"), 1.4))
        for step in timeline.checkpoints:
            x = self.x_of(step)
            painter.drawLine(QPointF(x, GROOVE - 5), QPointF(x, GROOVE + 5))
        for step, _ in timeline.forks:
            self._fork(painter, self.x_of(step))
        if timeline.parent_run:
            x = self.x_of(timeline.branched_at)
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.drawLine(QPointF(x, GROOVE + 7), QPointF(x, GROOVE - 9))
            painter.drawLine(QPointF(x, GROOVE - 9), QPointF(x - 6, GROOVE - 15))
        self._words(painter, timeline, here, left, right)
        self._handle(painter, here)

    def _handle(self, painter: QPainter, x: float) -> None:
        centre = QPointF(x, GROOVE)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, HANDLE / 2 + 3, HANDLE / 2 + 3)
        painter.setPen(QPen(colour("window"), 1.5))
        painter.setBrush(colour("accent_fill"))
        painter.drawEllipse(centre, HANDLE / 2, HANDLE / 2)

    def _fork(self, painter: QPainter, x: float) -> None:
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.drawLine(QPointF(x, GROOVE - 2), QPointF(x + 7, GROOVE - 9))
        painter.drawLine(QPointF(x + 7, GROOVE - 9), QPointF(x + 14, GROOVE - 9))

    def _words(self, painter: QPainter, timeline: Timeline, here: float, left: float, right: float) -> None:
        """The step that is shown, then what has room beside it: both ends, and the best."""
        strong = theme.number_font(theme.TEXT_SECONDARY, theme.SEMIBOLD)
        plain = theme.number_font(theme.TEXT_HINT)
        taken: list[tuple[float, float]] = []
        self._word(painter, tr("step {step}", step=f"{timeline.shown:,}"), here, strong, "text", taken)
        if timeline.best is not None:
            x = self.x_of(timeline.best)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("warning"))
            top = GROOVE + 7
            painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x - 4.5, top + 7), QPointF(x + 4.5, top + 7)]))
            words = tr("best, step {step}", step=f"{timeline.best:,}")
            self._word(painter, words, x, plain, "muted", taken)
        self._word(painter, "0", left, plain, "muted", taken)
        self._word(painter, f"{self.maximum():,}", right, plain, "muted", taken)

    def _word(
        self, painter: QPainter, text: str, x: float, font: QFont, token: str, taken: list[tuple[float, float]]
    ) -> None:
        width = QFontMetricsF(font).horizontalAdvance(text)
        start = min(max(x - width / 2, 2.0), self.width() - width - 2.0)
        if any(start < end + 8 and start + width > begin - 8 for begin, end in taken):
            return
        taken.append((start, start + width))
        painter.setFont(font)
        painter.setPen(colour(token))
        painter.drawText(QRectF(start, BELOW - 9, width + 2, 18), int(Qt.AlignmentFlag.AlignVCenter), text)

    def _loss_line(self) -> QPolygonF:
        """The loss over the groove, on a log axis where it is positive; a point for each pixel at most."""
        if self._line is not None:
            return self._line
        assert self.timeline is not None
        steps, values = self.timeline.losses()
        good = np.isfinite(values) & (values > 0)
        steps, values = steps[good], np.log(values[good])
        points: list[QPointF] = []
        if len(steps) > 1:
            columns = max(8, min(len(steps), int(self.width() // 2)))
            bounds = np.unique(np.linspace(0, len(steps), columns + 1).astype(int))
            sums = np.add.reduceat(values, bounds[:-1]) / np.diff(bounds)
            low, span = float(sums.min()), float(np.ptp(sums)) or 1.0
            across = SIDE + (self.width() - 2 * SIDE) * steps[bounds[:-1]] / max(self.maximum(), 1)
            heights = LINE_BOTTOM - (sums - low) / span * (LINE_BOTTOM - LINE_TOP)
            points = [QPointF(x, y) for x, y in zip(across.tolist(), heights.tolist(), strict=True)]
        self._line = QPolygonF(points)
        return self._line

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (*THEME_CHANGES, QEvent.Type.LanguageChange):
            self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the line for another width."""
        super().resizeEvent(event)
        self._line = None
