"""Where the paper lies under the view: panning, zooming, gliding, and the way between screen and canvas."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QEasingCurve, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box
from widgets.canvas.item import GraphItem, area_of

SMALLEST, LARGEST = 0.05, 4.0
STEP = 1.15
FINE = 64
"""Zooms are whole parts of 1/64 where nodes are copied from pixmaps, so that a pixmap fits to the pixel."""

_PAPER = 1_000_000.0
_MOVED_FOR = 140


class Camera(QGraphicsView):
    """A view of one graph item that can be moved about. ``zoomed`` tells that another part of the paper is seen."""

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.root = GraphItem()
        """The drawing that fills the view."""
        self.item = self.root
        """The drawing a person deals with; its units are those of every point here."""
        self.root.later = self._soon
        self.reduced_motion = False
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.setSceneRect(-_PAPER / 2, -_PAPER / 2, _PAPER, _PAPER)
        scene.addItem(self.root)
        self.setScene(scene)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self._came_to_rest)
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._glide)

    @property
    def drawing(self) -> Drawing:
        """What a person deals with, laid out."""
        return self.item.drawing

    def zoom(self) -> float:
        """Screen pixels per canvas unit."""
        return float(self.transform().m11())

    def reach(self, pixels: float) -> float:
        """A distance on the screen in canvas units, at most twice as many."""
        return min(pixels / self.zoom(), 2 * pixels)

    def to_scene(self, place: QPointF) -> QPointF:
        """A point of the viewport as a point of the canvas."""
        return self.viewportTransform().inverted()[0].map(place) - self.item.scenePos()

    def to_viewport(self, point: QPointF) -> QPointF:
        """A point of the canvas as a point of the viewport."""
        return self.viewportTransform().map(point + self.item.scenePos())

    def to_global(self, point: QPointF) -> QPoint:
        """A point of the canvas as a point of the screen."""
        return self.viewport().mapToGlobal(self.to_viewport(point).toPoint())

    def visible_area(self) -> Box:
        """What is seen, as left, top, right, bottom in canvas units."""
        return area_of(self.seen().translated(-self.item.scenePos()))

    def seen(self) -> QRectF:
        """What is seen, in units of the scene: those of the drawing that fills the view."""
        return self.viewportTransform().inverted()[0].mapRect(QRectF(self.viewport().rect()))

    def is_inside(self, point: QPointF) -> bool:
        """Whether a point of the canvas is seen."""
        return self.viewport().rect().contains(self.to_viewport(point).toPoint())

    def pan_by(self, delta: QPointF) -> None:
        """Move the paper by a distance in canvas units."""
        self._move_soon()
        zoom = self.zoom()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(delta.x() * zoom))
        down.setValue(down.value() - round(delta.y() * zoom))
        self.zoomed.emit()

    def set_zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom so that a point of the viewport (its middle when none is given) keeps what lies under it."""
        factor = self._allowed(factor)
        place = QPointF(self.viewport().rect().center()) if around is None else around
        before = self.to_scene(place)
        self._move_soon()
        self.setTransform(QTransform.fromScale(factor, factor))
        after = self.to_scene(place)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round((before.x() - after.x()) * factor))
        down.setValue(down.value() + round((before.y() - after.y()) * factor))
        self.zoomed.emit()

    @staticmethod
    def _allowed(factor: float) -> float:
        factor = min(LARGEST, max(SMALLEST, factor))
        return round(factor * FINE) / FINE if factor >= 0.55 else factor

    def show_area(
        self, area: Box, most: float = 1.0, air: float = 40.0, below: float = 0.0, above: float = 0.0
    ) -> None:
        """Zoom and pan so that an area fills the view, not larger than ``most``; gliding unless motion is reduced.

        ``air`` pixels stay free on all sides, ``below`` more at the lower edge and ``above`` at the upper.
        """
        self.glide_to(*self.fitting(area, most, air, below, above))

    def fitting(
        self, area: Box, most: float = 1.0, air: float = 40.0, below: float = 0.0, above: float = 0.0
    ) -> tuple[QPointF, float]:
        """The middle of the view and the zoom with which `show_area` shows an area."""
        width, height = max(1.0, area[2] - area[0]), max(1.0, area[3] - area[1])
        room = self.viewport().size()
        factor = min((room.width() - 2 * air) / width, (room.height() - 2 * air - below - above) / height, most)
        factor = min(LARGEST, max(SMALLEST, factor))
        factor = math.floor(factor * FINE) / FINE if factor >= 0.55 else factor
        return QPointF((area[0] + area[2]) / 2, (area[1] + area[3]) / 2 + (below - above) / 2 / factor), factor

    def glide_to(self, centre: QPointF, factor: float, milliseconds: int = 180) -> None:
        """Bring a point of the canvas to the middle of the view at a zoom."""
        self._animation.stop()
        here = self.to_scene(QPointF(self.viewport().rect().center()))
        if self.reduced_motion or not self.isVisible():
            self._look_at(centre, factor)
            self._came_to_rest()
            return
        self._animation.setDuration(milliseconds)
        self._animation.setStartValue(QRectF(here, QSizeF(self.zoom(), 1)))
        self._animation.setEndValue(QRectF(centre, QSizeF(factor, 1)))
        self._animation.start()

    @Slot(object)
    def _glide(self, value: QRectF) -> None:
        self._look_at(value.topLeft(), value.width())

    def _look_at(self, centre: QPointF, factor: float) -> None:
        self.set_zoom(factor)
        self.pan_by(self.to_scene(QPointF(self.viewport().rect().center())) - centre)

    def _move_soon(self) -> None:
        for item in self.items_shown():
            item.moving = True
        self._still.start(_MOVED_FOR)

    @Slot()
    def _came_to_rest(self) -> None:
        self._still.stop()
        for item in self.items_shown():
            item.moving = False
        self.viewport().update()

    def items_shown(self) -> Iterator[GraphItem]:
        """The drawing that fills the view, and those of blocks that are open where they stand."""
        waiting = [self.root]
        while waiting:
            yield (item := waiting.pop())
            waiting += [child for child in item.childItems() if isinstance(child, GraphItem)]

    def _soon(self) -> None:
        self._still.start(_MOVED_FOR)

    def bring_into_view(self, node: int) -> None:
        """Pan just enough that a node is seen."""
        box, area = self.drawing.box(node), self.visible_area()
        if box is None:
            return
        air = 30.0 / self.zoom()
        dx = min(0.0, box[0] - air - area[0]) + max(0.0, box[2] + air - area[2])
        dy = min(0.0, box[1] - air - area[1]) + max(0.0, box[3] + air - area[3])
        if dx or dy:
            self.pan_by(QPointF(-dx, -dy))
