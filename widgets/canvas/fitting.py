"""Showing everything: as large as there is room, and with nothing under what stands over the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from widgets.canvas.decorations import frame_titles
from widgets.canvas.geometry import Box
from widgets.canvas.levels import below_crumbs
from widgets.canvas.node_painter import extra_height

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

AIR = 24.0
"""How many pixels stay free around the drawing."""

MARGIN = 16.0
"""How far from the edge what stands over a drawing keeps."""

_WIRE_AIR = 6.0
"""How many of them a wire leaves that runs around the outermost nodes."""

_MANY_WIRES = 400
"""From so many wires on their ways are not looked up: a drawing so large is shown so small that they lie in the air."""


def fit(canvas: Canvas) -> None:
    """Show everything of a canvas, up to its natural size."""
    view = canvas.view
    crumbs = float(max(0, below_crumbs(canvas.breadcrumbs, 0)))
    area = with_words(canvas, view.root.everything())
    area = with_wires(canvas, area, view.fitting(area, air=AIR, above=crumbs)[1])
    over = _stands_over(canvas)
    strip = canvas.legend.geometry().bottom() + 8.0 - AIR if canvas.legend.isVisibleTo(canvas) else 0.0
    foot = canvas.height() - canvas.zoom_bar.y() + 8.0 - AIR if canvas.zoom_bar.isVisibleTo(canvas) else 0.0
    # From the largest on: where nothing is in the corners, nothing has to be kept clear of.
    for above, below in ((crumbs, 0.0), (max(crumbs, strip), 0.0), (crumbs, foot), (max(crumbs, strip), foot)):
        centre, factor = view.fitting(area, air=AIR, above=above, below=below)
        if not any(_lies_over(canvas, place, centre, factor) for place in over):
            break
    corner = view.item.scenePos()
    left, top, right, bottom = area
    here = (left - corner.x(), top - corner.y(), right - corner.x(), bottom - corner.y())
    view.show_area(here, air=AIR, above=above, below=below)
    canvas.fitted = view.fitting(here, air=AIR, above=above, below=below)


def stay_fitted(canvas: Canvas) -> None:
    """Fit again where nobody has moved a canvas since it was fitted, and something that came since lies over it."""
    if canvas.fitted is None:
        return
    view = canvas.view
    centre, factor = canvas.fitted
    moved = view.to_scene(QPointF(view.viewport().rect().center())) - centre
    if view.zoom() != factor or max(abs(moved.x()), abs(moved.y())) * factor > _WIRE_AIR:
        return
    here = centre + view.item.scenePos()
    if any(_lies_over(canvas, place, here, factor) for place in _stands_over(canvas)):
        fit(canvas)


def _stands_over(canvas: Canvas) -> list[QRectF]:
    """The places of what stands over the drawing: its zoom, its legend, and where that will tell of gradients."""
    places = [QRectF(widget.geometry()) for widget in (canvas.legend, canvas.zoom_bar) if widget.isVisibleTo(canvas)]
    if canvas.legend.isVisibleTo(canvas):
        width = canvas.legend.width_with_gradients()
        right = float(canvas.width()) - MARGIN
        places.append(QRectF(right - width, float(canvas.legend.y()), width, float(canvas.legend.height())))
    return places


def with_words(canvas: Canvas, area: Box) -> Box:
    """An area with the words of problems that reach below the lowest nodes."""
    drawing = canvas.view.root.drawing
    lowest = [
        float(drawing.boxes[index, 3]) + extra_height(node)
        for index, node in enumerate(drawing.picture.nodes)
        if node.problem
    ]
    return area[0], area[1], area[2], max([area[3], *lowest])


def with_wires(canvas: Canvas, area: Box, factor: float) -> Box:
    """An area grown by what wires need that run around its edge, at a zoom: they may lie in the air around it."""
    drawing = canvas.view.root.drawing
    if not 0 < len(drawing.picture.wires) <= _MANY_WIRES or canvas.view.root.steps > 1:
        return area
    boxes = [drawing.wire_box(wire) for wire in range(len(drawing.picture.wires))]
    air = (AIR - _WIRE_AIR) / factor
    return (
        min(area[0], min(box[0] for box in boxes) + air),
        min(area[1], min(box[1] for box in boxes) + air),
        max(area[2], max(box[2] for box in boxes) - air),
        max(area[3], max(box[3] for box in boxes) - air),
    )


def _lies_over(canvas: Canvas, widget: QRectF, centre: QPointF, factor: float) -> bool:
    """Whether something of the drawing would lie under a widget's place if a point were the middle of the view at a
    zoom."""
    view = canvas.view
    if view.root.steps > 1:
        return True  # earlier steps fill every corner
    middle = QPointF(view.viewport().width() / 2, view.viewport().height() / 2)
    place = widget.adjusted(-8, -8, 8, 8)
    under = QRectF(
        (place.topLeft() - middle) / factor + centre,
        (place.bottomRight() - middle) / factor + centre,
    )
    drawing = view.root.drawing
    if drawing.visible_nodes((under.left(), under.top(), under.right(), under.bottom())).size:
        return True
    notes = (QRectF(*note.position, *note.size) for note in drawing.picture.notes)
    titles = (title.place for title in frame_titles(drawing, factor))
    return any(under.intersects(rect) for rect in (*notes, *titles))


def sees_all(canvas: Canvas) -> bool:
    """Whether the whole drawing is in view: then a map of it tells nothing."""
    left, top, right, bottom = canvas.view.root.everything()
    seen, air = canvas.view.seen(), 1.0 / canvas.zoom()
    return (
        seen.left() <= left + air
        and seen.top() <= top + air
        and seen.right() >= right - air
        and seen.bottom() >= bottom - air
    )
