"""How a node looks up close: a card with a stripe, an icon, a name, its key numbers, and ports on its edges.

A node is painted once into a pixmap for its picture, its state and the zoom; afterwards a frame only copies pixels.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from graphs.layer import Family
from graphs.tensors import Kind
from widgets import theme
from widgets.canvas.card import NodeState, paint_behind, paint_card, paint_outline
from widgets.canvas.curves import curve_of
from widgets.canvas.geometry import AIR, FOOT, ROW, TITLE
from widgets.canvas.opened import Sign
from widgets.canvas.picture import NodePicture, PortPicture, Row
from widgets.canvas.signs import paint_expander, paint_sign
from widgets.canvas.strip import NodeStatistics, line_of_text, paint_strip
from widgets.icons import FAMILY_ICONS, OUTPUT_ICON, colour_of, outline, pixmap
from widgets.language import tr

if TYPE_CHECKING:
    import numpy

    from widgets.canvas.drawing import Drawing

MARGIN = 14.0
"""Canvas units around a node that its halo, its shadow and its ports may use."""

STRIPE = 4.0
ERROR_LINES = 3
LINE_HEIGHT = 14.0
PORT, PORT_HOVER = 9.0, 11.0
FAINT = 0.45
"""How strongly is painted what takes no part."""


def extra_height(node: NodePicture) -> float:
    """How far a problem written as the foot reaches below the box of a node, in canvas units."""
    if not node.problem:
        return 0.0
    return LINE_HEIGHT * (ERROR_LINES if node.pill else max(0, len(_wrapped(node.problem, node.width - 24)) - 1))


def icon_name(node: NodePicture) -> str:
    """The icon of a node: its family's, except where a result leaves."""
    return OUTPUT_ICON if node.type == "Output" else FAMILY_ICONS[node.family]


def paint_icon(painter: QPainter, name: str, token: str | Family, place: QRectF) -> None:
    """Paint an icon sharply at any zoom, and as a shape into a file that knows no pixels."""
    engine = painter.paintEngine()
    if engine is not None and engine.type() in (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf):
        painter.fillPath(outline(name, place), QColor(colour_of(token)))
        return
    ratio = float(max(1, math.ceil(painter.worldTransform().m11() - 0.01)))
    drawn = pixmap(name, token, round(place.width()), ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, drawn, QRectF(drawn.rect()))


@lru_cache(maxsize=512)
def _wrapped(text: str, width: float) -> tuple[str, ...]:
    """Break a sentence into at most three lines, as its language does it; the last ends in … when there is more."""
    font = theme.ui_font(theme.TEXT_HINT)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    lines = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    if len(lines) > ERROR_LINES:
        rest = text[starts[ERROR_LINES - 1] :]
        shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines[ERROR_LINES - 1 :] = [shown]
    return tuple(lines)


def paint_node(
    painter: QPainter,
    node: NodePicture,
    state: NodeState,
    statistics: NodeStatistics | None = None,
    *,
    strip: bool = True,
) -> None:
    """Paint a node with its upper left corner at the origin, in canvas units; without its live ``strip`` where that is
    laid over it."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, node.width, node.height + (0.0 if node.pill else extra_height(node)))
    if isinstance(node, Sign):
        colour, chosen = look.families[node.family], state.selected
        wrong = bool(node.problem)
        paint_sign(painter, node.name, box, colour, node.stem, selected=chosen, hover=state.hover, problem=wrong)
        _ports(painter, node, state)
        return
    if node.block:
        paint_behind(painter, box, look)
    paint_card(painter, node, state, box, look)
    stripe = QColor(look.families[node.family])
    body = QPainterPath()
    body.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_NODE, theme.RADIUS_NODE)
    if statistics is not None and statistics.apart is not None:
        _apart(painter, body, box, statistics.apart, look)
    edge = QPainterPath()
    edge.addRect(QRectF(0, 0, STRIPE + 0.5, box.height()))
    painter.fillPath(edge.intersected(body), _flat(stripe, look) if node.frozen else stripe)
    if node.left_out or node.mode != "works":
        painter.setOpacity(FAINT)
    if node.pill:
        _pill(painter, node, stripe, look, statistics)
    else:
        _title(painter, node, stripe, look, statistics)
        if statistics is not None and statistics.fills:
            if strip:
                paint_strip(painter, node, statistics)
        else:
            _rows(painter, node, look)
            _foot(painter, node, box, stripe, look)
    painter.setOpacity(1.0)
    _out_of_work(painter, node, box, look)
    paint_outline(painter, node, state, box, look)
    if node.repeat:
        _repeated(painter, node.repeat, box, look)
    if node.block:
        paint_expander(painter, box, node.family)
    _ports(painter, node, state)


def _apart(painter: QPainter, body: QPainterPath, box: QRectF, share: float, look: theme.Theme) -> None:
    """Colour a node by how far another network is from it there: faintly all over, in full along its lower edge."""
    red, green, blue = theme.colormap("sequential", look)[round(255 * min(max(share, 0.0), 1.0))].tolist()
    full = QColor(red, green, blue)
    painter.fillPath(body, QColor(theme.tint(full.name(), look.raised, 0.16)))
    edge = QPainterPath()
    edge.addRect(QRectF(0, box.height() - 6, box.width(), 6))
    painter.fillPath(edge.intersected(body), full)


def paint_apart(
    painter: QPainter, drawing: Drawing, nodes: numpy.ndarray, statistics: Mapping[int, NodeStatistics]
) -> None:
    """Colour the boxes of nodes as `paint_node` does, where they are too small for more; nodes by their places."""
    look = theme.current()
    for place in nodes.tolist() if statistics else ():
        shown = statistics.get(drawing.picture.nodes[place].id)
        if shown is not None and shown.apart is not None:
            left, top, right, bottom = drawing.boxes[place].tolist()
            body = QPainterPath()
            body.addRect(QRectF(0, 0, right - left, bottom - top))
            painter.translate(left, top)
            _apart(painter, body, body.boundingRect(), shown.apart, look)
            painter.translate(-left, -top)


def _ports(painter: QPainter, node: NodePicture, state: NodeState) -> None:
    for ports, is_output in ((node.inputs, False), (node.outputs, True)):
        for port in ports:
            paint_port(painter, port_place(node, port, is_output=is_output), port, PORT_HOVER if state.hover else PORT)


def _repeated(painter: QPainter, text: str, box: QRectF, look: theme.Theme) -> None:
    """How many copies there are, on the lower right corner."""
    font = theme.number_font(theme.TEXT_HINT, theme.SEMIBOLD)
    width = QFontMetricsF(font).horizontalAdvance(text) + 14
    place = QRectF(box.right() - width + 4, box.bottom() - 9, width, 18)
    painter.setPen(QPen(QColor(look.raised), 2))
    painter.setBrush(QColor(look.families[Family.BLOCK]))
    painter.drawRoundedRect(place, 9, 9)
    line_of_text(painter, place, text, font, look.raised, Qt.AlignmentFlag.AlignHCenter)


def _out_of_work(painter: QPainter, node: NodePicture, box: QRectF, look: theme.Theme) -> None:
    """A slash over a muted node; over a bypassed one the wire that goes past."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.mode == "muted":
        painter.setPen(QPen(QColor(look.edge), theme.LINE_FOCUS))
        face = QRectF(14, 6, node.width - 28, 26) if node.pill else QRectF(14, TITLE + 4, node.width - 24, 30)
        painter.drawLine(face.bottomLeft(), face.topRight())
    elif node.mode == "bypassed" and node.inputs and node.outputs:
        start = port_place(node, node.inputs[0], is_output=False)
        end = port_place(node, node.outputs[0], is_output=True)
        painter.setPen(QPen(QColor(look.kinds[node.inputs[0].kind]), theme.LINE_WIRE))
        bend = QPointF(0, node.height / 3) if node.down else QPointF(node.width / 3, 0)
        path = QPainterPath(start)
        path.cubicTo(start + bend, end - bend, end)
        painter.drawPath(path)


def _flat(colour: QColor, look: theme.Theme) -> QColor:
    return QColor(theme.tint(colour.name(), look.raised, 0.45))


def _badges(node: NodePicture, statistics: NodeStatistics | None) -> list[tuple[str, str]]:
    badges = []
    if node.problem:
        badges.append(("mdi6.alert-circle", "danger"))
    if statistics is not None and statistics.advice:
        badges.append(("mdi6.lightbulb-on-outline", "warning"))
    if node.frozen:
        badges.append(("mdi6.snowflake", "muted"))
    if node.mode == "muted":
        badges.append(("mdi6.volume-off", "muted"))
    if node.mode == "bypassed":
        badges.append(("mdi6.debug-step-over", "muted"))
    return badges


def _title(
    painter: QPainter, node: NodePicture, stripe: QColor, look: theme.Theme, statistics: NodeStatistics | None
) -> None:
    paint_icon(painter, icon_name(node), node.family, QRectF(14, 8, 16, 16))
    font, small = theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD), theme.ui_font(theme.TEXT_HINT)
    badges, left, right = _badges(node, statistics), 38.0, node.width - 10.0
    room = right - left - 19.0 * len(badges)
    name_width = min(QFontMetricsF(font).horizontalAdvance(node.name) + 1, room)
    line_of_text(painter, QRectF(left, 1, name_width, TITLE), node.name, font, look.text, Qt.AlignmentFlag.AlignLeft)
    x = left + name_width + 5.0
    faint = painter.opacity()
    painter.setOpacity(1.0)
    for name, token in badges:
        paint_icon(painter, name, token, QRectF(x, 8.5, 15, 15))
        x += 19.0
    painter.setOpacity(faint)
    type_width = QFontMetricsF(small).horizontalAdvance(node.type)
    if x + 3.0 + type_width <= right and node.type.lower() != node.name.lower():
        line_of_text(painter, QRectF(x, 1, right - x, TITLE), node.type, small, look.muted, Qt.AlignmentFlag.AlignRight)


def _rows(painter: QPainter, node: NodePicture, look: theme.Theme) -> None:
    several = len(node.inputs) > 1
    for place, row in enumerate(node.rows):
        box = QRectF(14, TITLE + AIR / 2 + ROW * place, node.width - 24, ROW)
        _row(painter, row, box, look, several=several)


def _row(painter: QPainter, row: Row, box: QRectF, look: theme.Theme, *, several: bool) -> None:
    label_font = theme.ui_font(theme.TEXT_HINT)
    value_font = theme.number_font(theme.TEXT_SECONDARY)
    metrics = QFontMetricsF(value_font)
    value_width = min(metrics.horizontalAdvance(row.value) + 1, box.width())
    line_of_text(
        painter,
        box.adjusted(box.width() - value_width, 0, 0, 0),
        row.value,
        value_font,
        look.text,
        Qt.AlignmentFlag.AlignRight,
    )
    left = box.width() - value_width - 6.0
    if row.follows:
        width = min(metrics.horizontalAdvance(row.follows) + 1, max(0.0, left - 40.0))
        place = QRectF(box.left() + left - width, box.top(), width, box.height())
        line_of_text(painter, place, row.follows, value_font, look.accent, Qt.AlignmentFlag.AlignRight)
        left -= width + 6.0
    if left > 12:
        line_of_text(
            painter,
            QRectF(box.left(), box.top(), left, box.height()),
            row.label,
            label_font,
            look.muted,
            Qt.AlignmentFlag.AlignLeft,
        )


def _foot(painter: QPainter, node: NodePicture, box: QRectF, stripe: QColor, look: theme.Theme) -> None:
    top = node.height - FOOT
    painter.fillRect(QRectF(14, top, node.width - 24, 1), QColor(look.line))
    if node.share > 0 and not node.problem:
        painter.fillRect(QRectF(14, top - 0.5, max(2.0, (node.width - 24) * node.share), 2), stripe)
    small = theme.ui_font(theme.TEXT_HINT)
    if node.problem:
        for place, line in enumerate(_wrapped(node.problem, node.width - 24)):
            line_of_text(
                painter,
                QRectF(14, top + 5 + LINE_HEIGHT * place, node.width - 24, LINE_HEIGHT),
                line,
                small,
                look.danger,
                Qt.AlignmentFlag.AlignLeft,
            )
        return
    words = tr("no shape yet") if node.waiting else node.foot
    faint = painter.opacity()
    painter.setOpacity(1.0)  # why it is faint has to be read
    line_of_text(
        painter, QRectF(14, top + 1, node.width - 24, FOOT - 2), words, small, look.muted, Qt.AlignmentFlag.AlignLeft
    )
    painter.setOpacity(faint)


def _pill(
    painter: QPainter, node: NodePicture, stripe: QColor, look: theme.Theme, statistics: NodeStatistics | None
) -> None:
    glyph = QRectF(node.width / 2 - 12 + 2, 8, 24, 22)
    curve = curve_of(node.type)
    if curve is None:
        paint_icon(painter, icon_name(node), node.family, QRectF(node.width / 2 - 8, 9, 20, 20))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(stripe, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(glyph.left() + x * glyph.width(), glyph.top() + 1 + y * (glyph.height() - 2))
                    for x, y in curve
                ]
            )
        )
    font = theme.ui_font(theme.TEXT_HINT, theme.SEMIBOLD)
    line_of_text(painter, QRectF(6, 34, node.width - 10, 19), node.name, font, look.text, Qt.AlignmentFlag.AlignHCenter)
    painter.setOpacity(1.0)
    for place, (name, token) in enumerate(_badges(node, statistics)[:2]):
        paint_icon(painter, name, token, QRectF(node.width - 19, 4 + 17 * place, 15, 15))
    if node.problem:
        small = theme.ui_font(theme.TEXT_HINT)
        width = 148.0
        for place, line in enumerate(_wrapped(node.problem, width)):
            box = QRectF((node.width - width) / 2, node.height + 5 + LINE_HEIGHT * place, width, LINE_HEIGHT)
            line_of_text(painter, box, line, small, look.danger, Qt.AlignmentFlag.AlignHCenter)


def port_path(kind: Kind, centre: QPointF, size: float) -> QPainterPath:
    """The outline of a port: every kind has its own, so that colour is never alone."""
    path = QPainterPath()
    half, x, y = size / 2, centre.x(), centre.y()
    if kind in (Kind.IMAGE, Kind.VOLUME):
        path.addRect(x - half, y - half, size, size)
    elif kind in (Kind.SEQUENCE, Kind.SIGNAL, Kind.POINTS):
        path.addPolygon(_polygon((x - half * 1.25, y), (x, y - half * 0.8), (x + half * 1.25, y), (x, y + half * 0.8)))
    elif kind is Kind.TOKENS:
        path.addPolygon(_polygon((x - half, y), (x, y - half * 1.15), (x + half, y), (x, y + half * 1.15)))
    elif kind is Kind.SCALAR:
        path.addPolygon(_polygon((x - half * 0.8, y - half), (x + half, y), (x - half * 0.8, y + half)))
    else:
        path.addEllipse(centre, half, half)
    path.closeSubpath()
    return path


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in (*points, points[0])])


def port_place(node: NodePicture, port: PortPicture, *, is_output: bool) -> QPointF:
    """Where a port lies on its node: inputs left, outputs right; above and below where the drawing flows downwards."""
    if node.down:
        return QPointF(port.line, node.height if is_output else 0.0)
    return QPointF(node.width if is_output else 0.0, port.line)


def paint_port(
    painter: QPainter, centre: QPointF, port: PortPicture, size: float, *, strength: float = 1.0, glow: bool = False
) -> None:
    """Paint a port: a shape of its kind in a ring of the background; hollow while a needed input has no wire."""
    look = theme.current()
    colour = QColor(look.kinds[port.kind])
    path = port_path(port.kind, centre, size)
    if glow:
        light = QColor(look.accent)
        light.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(centre, size, size)
    if strength < 1.0:
        colour = QColor(theme.tint(colour.name(), look.surface, strength))
    painter.setPen(
        QPen(QColor(look.surface), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(QColor(look.surface))
    painter.drawPath(path)
    hollow = (port.needed and not port.connected) or port.kind is Kind.MASK
    inner = port_path(port.kind, centre, size - 2) if hollow else path
    painter.setPen(QPen(colour, 2) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush) if hollow else colour)
    painter.drawPath(inner)


def node_pixmap(
    node: NodePicture,
    state: NodeState,
    statistics: NodeStatistics | None,
    scale: float,
    ratio: float,
    strip: bool = True,
) -> QPixmap:
    """Paint a node into a pixmap: ``scale`` pixels per canvas unit, ``ratio`` device pixels per pixel."""
    side = 60.0 if node.pill and node.problem else 0.0
    width = (node.width + 2 * (MARGIN + side)) * scale * ratio
    height = (node.height + 2 * MARGIN + extra_height(node)) * scale * ratio
    pixmap = QPixmap(max(1, round(width)), max(1, round(height)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale * ratio, scale * ratio)
    painter.translate(MARGIN + side, MARGIN)
    paint_node(painter, node, state, statistics, strip=strip)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap_offset(node: NodePicture) -> tuple[float, float]:
    """How far left and above its node's corner a pixmap begins, in canvas units."""
    return MARGIN + (60.0 if node.pill and node.problem else 0.0), MARGIN
