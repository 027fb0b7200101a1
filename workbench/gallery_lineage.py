"""The lineage of the presets: from left to right who came from whom, and on each arrow what was new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QWidget

import presets
from graphs.message import say
from presets.lineage import Step
from widgets import theme
from widgets.controls import colour, tinted
from widgets.language import tr
from workbench.gallery_cards import first_sentence, title_of, wrapped

STATION = QSize(136, 56)
ACROSS, BELOW = 120, 28
TITLE, AIR = 40, 8


class Station(QAbstractButton):
    """One architecture. A click chooses it, a double-click or Enter opens it; one whose preset does not come along yet
    stands in its place with a dashed outline."""

    opened = Signal(str)
    picked = Signal(str)

    def __init__(self, step: Step, parent: QWidget | None = None):
        super().__init__(parent)
        self.step = step
        self.setFixedSize(STATION)
        self.toggled.connect(self._toggled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._year = str(step.year)
        self.setText(tr(say(step.title)))
        name = self.text()
        new = tr("new: {what}", what=tr(say(step.new))) if step.new else ""
        if step.preset:
            info = presets.info(step.preset)
            self.setCheckable(True)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            name, self._year = title_of(info), str(info.year)
            self.setToolTip(f"{name}: {first_sentence(tr(say(info.summary)))}")
        else:
            self.setToolTip(tr("A later step of the story. No preset of it comes along yet; the layers it needs do."))
        missing = "" if step.preset else tr("no preset yet")
        self.setAccessibleName(", ".join(part for part in (name, self._year, new, missing) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and year in a box; a ring where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        chosen = self.isChecked() or self.hasFocus()
        here = bool(self.step.preset)
        edge = "accent" if chosen else "edge" if self.underMouse() or not here else "line"
        line = Qt.PenStyle.SolidLine if here else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour(edge), 2 if chosen else 1, line))
        painter.setBrush(tinted("accent", 0.12) if self.isChecked() else colour("raised" if here else "window"))
        painter.drawRoundedRect(box, theme.RADIUS_CARD, theme.RADIUS_CARD)
        inner = box.adjusted(8, 6, -8, -6)
        painter.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        painter.setPen(colour("text" if here else "muted"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter), name)
        painter.setFont(theme.number_font(theme.TEXT_HINT))
        painter.setPen(colour("muted"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter), self._year)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        if on:
            self.picked.emit(self.step.preset)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if self.step.preset:
            self.opened.emit(self.step.preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, Space chooses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.step.preset:
            self.setChecked(True)
            self.opened.emit(self.step.preset)
        else:
            super().keyPressEvent(event)


class _Map(QWidget):
    """The stations at their places and the arrows between them."""

    def __init__(self, lines: Mapping[str, Sequence[Step]], parent: QWidget | None = None):
        super().__init__(parent)
        self.stations: dict[str, Station] = {}
        self._titles: list[tuple[str, int]] = []
        self._lines = lines
        self._group = QButtonGroup(self)
        top, right = AIR, 0
        for title, steps in lines.items():
            self._titles.append((title, top))
            places = _places(steps)
            for step in steps:
                station = Station(step, self)
                column, lane = places[step.name]
                x, y = AIR + column * (STATION.width() + ACROSS), top + TITLE + lane * (STATION.height() + BELOW)
                station.move(x, y)
                self.stations[step.name] = station
                if step.preset:
                    self._group.addButton(station)
                right = max(right, x + STATION.width())
            lanes = 1 + max(lane for _, lane in places.values())
            top += TITLE + lanes * (STATION.height() + BELOW) + AIR
        self.setFixedSize(right + AIR, max(top, 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Titles, arrows, and what was new."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for title, top in self._titles:
            painter.setFont(theme.ui_font(theme.TEXT_TITLE, theme.SEMIBOLD))
            painter.setPen(colour("text"))
            painter.drawText(QRectF(AIR, top, 400, 24), int(Qt.AlignmentFlag.AlignVCenter), tr(say(title)))
        for steps in self._lines.values():
            for step in steps:
                if step.parent:
                    self._arrow(painter, self.stations[step.parent].geometry(), step)

    def _arrow(self, painter: QPainter, parent: QRect, step: Step) -> None:
        child = self.stations[step.name].geometry()
        start = QPointF(parent.right() + 1, parent.center().y())
        end = QPointF(child.left() - 2, child.center().y())
        painter.setPen(QPen(colour("edge"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(start)
        bend = start.x() + 12
        path.cubicTo(QPointF(bend, start.y()), QPointF(start.x(), end.y()), QPointF(bend + 6, end.y()))
        path.lineTo(end)
        painter.drawPath(path)
        head = QPainterPath(end)
        head.lineTo(end - QPointF(7, 4))
        head.lineTo(end - QPointF(7, -4))
        head.closeSubpath()
        painter.fillPath(head, colour("edge"))
        room = QRectF(bend + 8, end.y() - 48, end.x() - bend - 18, 44)
        painter.setPen(colour("muted"))
        words = tr(say(step.new))
        painter.setFont(theme.ui_font(theme.TEXT_HINT))
        wrapped(painter, words, room, theme.TEXT_HINT, centred=True)


def _places(steps: Sequence[Step]) -> dict[str, tuple[int, int]]:
    """The column and the lane of every station: as many columns as ancestors, siblings below each other."""
    places: dict[str, tuple[int, int]] = {}
    for step in steps:
        column, lane = (0, 0) if not step.parent else (places[step.parent][0] + 1, places[step.parent][1])
        taken = set(places.values())
        while (column, lane) in taken:
            lane += 1
        places[step.name] = (column, lane)
    return places


class LineageView(QScrollArea):
    """All lines of descent. ``chosen`` carries the preset that was chosen, ``opened`` the one to open."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, lines: Mapping[str, Sequence[Step]], parent: QWidget | None = None):
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._map = _Map(lines)
        self.setWidget(self._map)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Lineage of the presets"))
        for station in self._map.stations.values():
            # From signal to signal: a function made here would hold on to the dialog when nobody needs it any more.
            station.picked.connect(self.chosen)
            station.opened.connect(self.opened)
        for station in [one for one in self._map.stations.values() if one.step.preset][:1]:
            station.setChecked(True)

    @property
    def stations(self) -> Mapping[str, Station]:
        """The stations by their names."""
        return self._map.stations

    @property
    def current(self) -> str:
        """The preset that is chosen, or empty."""
        return next((station.step.preset for station in self.stations.values() if station.isChecked()), "")
