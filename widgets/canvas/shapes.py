"""Boxes and wires as Qt draws them in one call each: how the item of the scene draws what is far away."""

from __future__ import annotations

import numpy
from PySide6.QtCore import QLineF, QRectF

from widgets.canvas.drawing import Drawing

STRIPE_FAR = 6.0
"""How wide a stripe is where a node is only a box, in canvas units."""


class BoxesAndLines:
    """Boxes and straight wires as Qt takes them; only those that moved are made again."""

    def __init__(self) -> None:
        self._drawing: Drawing | None = None
        self._boxes = self._ends = self._seen = numpy.empty((0, 4))
        self._rects: list[QRectF] = []
        self._stripes: list[QRectF] = []
        self._lines: list[QLineF] = []

    def follow(self, drawing: Drawing) -> None:
        """Catch up with where nodes and wires are now."""
        if self._drawing is drawing and self._seen is drawing.ends:
            return  # whoever moves a node makes the ends of the wires anew
        self._seen = drawing.ends
        if self._drawing is not drawing:
            self._drawing = drawing
            boxes = drawing.boxes.tolist()
            self._rects = [QRectF(a, b, c - a, d - b) for a, b, c, d in boxes]
            self._stripes = [QRectF(a, b, STRIPE_FAR, d - b) for a, b, _, d in boxes]
            self._lines = [QLineF(*row) for row in drawing.ends.tolist()]
        else:
            for index in numpy.flatnonzero((drawing.boxes != self._boxes).any(axis=1)).tolist():
                a, b, c, d = drawing.boxes[index].tolist()
                self._rects[index] = QRectF(a, b, c - a, d - b)
                self._stripes[index] = QRectF(a, b, STRIPE_FAR, d - b)
            for index in numpy.flatnonzero((drawing.ends != self._ends).any(axis=1)).tolist():
                self._lines[index] = QLineF(*drawing.ends[index].tolist())
        self._boxes, self._ends = drawing.boxes.copy(), drawing.ends.copy()

    def rects(self, nodes: numpy.ndarray) -> list[QRectF]:
        """The boxes of nodes."""
        return self._rects if len(nodes) == len(self._rects) else [self._rects[index] for index in nodes.tolist()]

    def stripes(self, nodes: numpy.ndarray) -> list[QRectF]:
        """The left edges of nodes, which take their colour far away."""
        return [self._stripes[index] for index in nodes.tolist()]

    def lines(self, wires: numpy.ndarray) -> list[QLineF]:
        """Wires from end to end."""
        return self._lines if len(wires) == len(self._lines) else [self._lines[index] for index in wires.tolist()]
