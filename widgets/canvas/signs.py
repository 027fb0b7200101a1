"""Small things on the canvas that belong to blocks: the signs at the edge of an open one, the button that opens one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from graphs.layer import Family
from widgets import theme
from widgets.canvas.geometry import Box
from widgets.icons import pixmap

STEM = 10.0
"""How far from the edge of the frame a sign stands, in canvas units."""


def paint_sign(
    painter: QPainter,
    name: str,
    box: QRectF,
    colour: str,
    stem: str,
    *,
    selected: bool,
    hover: bool,
    problem: bool = False,
) -> None:
    """Paint the sign of an Input or Output near the edge of the frame: its name in a small field, and a ``stem`` to the
    edge: ``left``, ``right``, ``top`` or ``bottom``. What is wrong is red, selected or not."""
    look = theme.current()
    painter.setPen(QPen(QColor(look.edge), theme.LINE_WIRE))
    if stem == "left":
        painter.drawLine(QPointF(-STEM, box.center().y()), QPointF(0, box.center().y()))
    elif stem == "right":
        painter.drawLine(QPointF(box.right(), box.center().y()), QPointF(box.right() + STEM, box.center().y()))
    elif stem == "top":
        painter.drawLine(QPointF(box.center().x(), -STEM), QPointF(box.center().x(), 0))
    else:
        painter.drawLine(QPointF(box.center().x(), box.bottom()), QPointF(box.center().x(), box.bottom() + STEM))
    edge = look.danger if problem else look.accent if selected else look.edge if hover else look.line
    painter.setPen(QPen(QColor(edge), 2 if selected or problem else 1))
    painter.setBrush(QColor(theme.tint(colour, look.raised, 0.12)))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_SMALL, theme.RADIUS_SMALL)
    font = theme.ui_font(theme.TEXT_HINT, theme.SEMIBOLD)
    painter.setFont(font)
    painter.setPen(QColor(look.text))
    room = box.adjusted(7, 0, -7, 0)
    words = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)


EXPANDER = 18.0
"""The side of the button at the upper right corner of a block that opens it where it stands."""


def expander_of(box: Box) -> QRectF:
    """Where that button is on a closed block, in canvas units: above its title, over none of its text."""
    return QRectF(box[2] - 6.0 - EXPANDER, box[1] + 5.0 - EXPANDER, EXPANDER, EXPANDER)


def paint_expander(painter: QPainter, box: QRectF, family: Family) -> None:
    """Paint the button that opens a block where it stands: on its upper edge, as a tab stands."""
    look = theme.current()
    place = expander_of((box.left(), box.top(), box.right(), box.bottom()))
    painter.setPen(QPen(QColor(look.families[family]), theme.LINE))
    painter.setBrush(QColor(look.raised))
    painter.drawRoundedRect(place, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    drawn = pixmap("mdi6.arrow-expand-all", family, 12, 2.0)
    painter.drawPixmap(place.adjusted(3, 3, -3, -3), drawn, QRectF(drawn.rect()))
