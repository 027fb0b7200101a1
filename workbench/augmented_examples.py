"""What augmentation does to some examples, drawn before and after while one turns its numbers."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import THEME_CHANGES, Button, Text, colour
from widgets.language import tr
from workbench.data import DataError
from workbench.errands import Errand

if TYPE_CHECKING:
    from graphs.project import Project
    from workbench.data import Prepared
    from workbench.engine.previewing import BeforeAfter, Look

EXAMPLES = 5
"""How many examples are drawn."""
_REST = 120
_GAP, _HEAD = 4.0, 16.0
_log = logging.getLogger("workbench.augmented")


class ExampleStrip(QWidget):
    """Small pictures, curves or sentences: above as the examples are, below as training sees them.

    Without ``both`` there is the upper row alone.
    """

    def __init__(self, parent: QWidget | None = None, both: bool = True):
        super().__init__(parent)
        self.pairs: tuple[BeforeAfter, ...] = ()
        self._rows = 2 if both else 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: tuple[BeforeAfter, ...]) -> None:
        """Draw these examples."""
        self.pairs = pairs
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @property
    def _said(self) -> bool:
        return bool(self.pairs) and self.pairs[0].before.values.ndim != 3 and bool(self.pairs[0].before.words)

    def sizeHint(self) -> QSize:
        """High enough for square pictures in the width there is; sentences need a line each."""
        if not self.pairs:
            return QSize(240, 0)
        if self._said or self.pairs[0].before.values.ndim == 1:
            return QSize(240, int(self._rows * (_HEAD + 17 * len(self.pairs))))
        return QSize(240, int(self._rows * (_HEAD + self._side())))

    def _side(self) -> float:
        return max(24.0, (self.width() - _GAP * (EXAMPLES - 1)) / EXAMPLES)

    def resizeEvent(self, event: object) -> None:
        """Pictures stay square."""
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both rows under their names."""
        if not self.pairs:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(11))
        half = self.height() / 2
        rows = ((0.0, tr("as they are"), "before"), (half, tr("as training sees them"), "after"))
        for top, words, which in rows[: self._rows]:
            painter.setPen(colour("muted"))
            painter.drawText(QRectF(0, top, self.width(), _HEAD), Qt.AlignmentFlag.AlignLeft, words)
            for number, pair in enumerate(self.pairs):
                self._draw(painter, getattr(pair, which), number, top + _HEAD)

    def _draw(self, painter: QPainter, look: Look, number: int, top: float) -> None:
        values = look.values
        if look.words or values.ndim == 1:
            words = look.words or ", ".join(f"{value:.3g}" for value in values.tolist())
            line = QRectF(0, top + 17 * number, self.width(), 17)
            painter.setPen(colour("text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, self.width()))  # fmt: skip
            return
        side = self._side()
        area = QRectF(number * (side + _GAP), top, side, side - 4)
        if values.ndim == 3:
            side = min(area.width(), area.height())
            area = QRectF(area.left(), area.top(), side, side)
            image = QImage(values.tobytes(), values.shape[1], values.shape[0], 3 * values.shape[1],
                           QImage.Format.Format_RGB888)  # fmt: skip
            painter.drawImage(area, image)
            self._overlay(painter, look, area)
            return
        painter.fillRect(area, colour("sunken"))
        low, high = float(values.min()), float(values.max())
        painter.setPen(QPen(colour("accent"), 1))
        for wave in values[:3]:
            step = max(1, len(wave) // 120)
            few = wave[::step]
            points = [
                QPointF(
                    area.left() + place / max(1, len(few) - 1) * area.width(),
                    area.bottom() - 2 - (float(value) - low) / ((high - low) or 1.0) * (area.height() - 4),
                )
                for place, value in enumerate(few)
            ]
            painter.drawPolyline(QPolygonF(points))

    def _overlay(self, painter: QPainter, look: Look, area: QRectF) -> None:
        """The mask as a tint, the boxes as frames."""
        if look.cover is not None:
            tint = QColor(colour("accent"))
            tint.setAlpha(110)
            high, wide = look.cover.shape
            image = QImage(wide, high, QImage.Format.Format_ARGB32)
            image.fill(Qt.GlobalColor.transparent)
            for y, x in zip(*look.cover.nonzero(), strict=True):
                image.setPixelColor(int(x), int(y), tint)
            painter.drawImage(area, image)
        if look.boxes is not None:
            painter.setPen(QPen(colour("warning"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for x, y, wide, high in look.boxes.tolist():
                if wide > 0 and high > 0:
                    painter.drawRect(QRectF(
                        area.left() + (x - wide / 2) * area.width(), area.top() + (y - high / 2) * area.height(),
                        wide * area.width(), high * area.height(),
                    ))  # fmt: skip

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES:
            self.update()


class AugmentedExamples(QWidget):
    """The strip, and a button that draws other random numbers.

    The data are loaded and varied in a thread: the window goes on while PyTorch or a large set is on its way. A change
    that comes meanwhile is drawn next, those between are left out.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.strip = ExampleStrip()
        self.again = Button(tr("Draw again"), "mdi6.dice-5-outline")
        self.again.setToolTip(tr("The same examples with other random numbers"))
        self.word = Text(role="muted", size=12, wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.word, 1)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.strip)
        column.addLayout(row)
        self.again.clicked.connect(self.draw_again)
        self.seed = 0
        self._project: Project | None = None
        self._known: tuple[object, Prepared] | None = None
        self._drawn: object = None
        self._errand = Errand(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something newer than what is drawn is on its way."""
        return self._rest.isActive() or self._errand.busy

    def show_project(self, project: Project) -> None:
        """Draw what the pipeline of a project does to its examples, as soon as nobody turns anything."""
        self._project = project
        if self.isVisible() and self._wanted() != self._drawn:
            self._rest.start()

    def _wanted(self) -> object:
        recipe = self._project.recipe if self._project is not None else None
        return (recipe.augment, recipe.data, recipe.seed, self.seed) if recipe is not None else None

    @Slot()
    def draw_again(self) -> None:
        """Draw other random numbers."""
        self.seed += 1
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is drawn when it is seen."""
        super().showEvent(event)
        if self._wanted() != self._drawn:
            self._rest.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._rest.stop()
        super().hideEvent(event)

    @Slot()
    def _begin(self) -> None:
        if self._project is None or self._errand.busy:
            return
        self._drawn = self._wanted()
        recipe, seed, known = self._project.recipe, self.seed, self._known
        key = (recipe.data, recipe.seed)

        def work() -> tuple[tuple[BeforeAfter, ...], Message | None]:
            from workbench.engine.loading import load_data
            from workbench.engine.previewing import pairs

            try:
                prepared = known[1] if known is not None and known[0] == key else load_data(project)
                self._known = (key, prepared)
                return pairs(prepared, recipe.augment, seed, EXAMPLES), None
            except DataError as error:
                return (), error.message
            except Exception:  # a preview that fails must not end the window; the log has the whole story
                _log.exception("The examples could not be drawn.")
                return (), say("The examples cannot be drawn. Train tells why.")

        project = self._project
        if not self.strip.pairs:
            self.word.setText(tr("The examples are on their way…"))
        self._errand.begin(work, self._take)

    def _take(self, drawn: tuple[tuple[BeforeAfter, ...], Message | None]) -> None:
        found, message = drawn
        self.strip.show_pairs(found)
        if message is not None:
            self.word.setText(tr(message))
        elif found:
            self.word.setText(tr("{n} examples, variation {seed}", n=len(found), seed=self.seed))
        else:
            self.word.setText(tr("Nothing in these data varies."))
        if self._wanted() != self._drawn and self.isVisible():
            self._rest.start()
