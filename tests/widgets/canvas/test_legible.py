"""What must be seen is seen: an error in red at every zoom, words that nothing lies over, titles above their nodes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from graphs.edits import PutFrame, SetParameter
from graphs.network import Frame
from tests.widgets.canvas.conftest import Hands
from widgets import theme
from widgets.canvas.decorations import frame_titles
from widgets.canvas.geometry import FOOT, TITLE
from widgets.canvas.node_painter import extra_height
from widgets.canvas.quiet import quiet_ports
from widgets.canvas.signs import expander_of


def edge_colours(hands: Hands, name: str, reach: int) -> set[str]:
    """The colours met on the way from ``reach`` pixels left of a node to as far inside, at its lower third."""
    rect = hands.canvas.node_rect(hands.id(name))
    hands.canvas.grab()  # so that what is painted once is there
    image = hands.canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    y = round((rect.top() + rect.height() * 0.75) * ratio)
    start, end = round((rect.right() - reach) * ratio), round((rect.right() + reach) * ratio)
    return {image.pixelColor(x, y).name().upper() for x in range(start, end + 1)}


@pytest.mark.parametrize("zoom", [0.2, 0.47, 1.0])
def test_an_error_is_red_at_every_zoom_and_what_is_selected_is_told_beside_it(hands: Hands, zoom: float) -> None:
    look = theme.current()
    hands.editor.do(SetParameter(hands.id("conv"), "kernel_size", 31))
    hands.canvas.set_zoom(zoom)
    assert look.danger.upper() in edge_colours(hands, "conv", 8)
    assert look.accent.upper() not in edge_colours(hands, "conv", 8)
    hands.canvas.select([hands.id("conv")])
    assert {look.danger.upper(), look.accent.upper()} <= edge_colours(hands, "conv", 8)
    hands.canvas.select([hands.id("head")])
    assert look.danger.upper() not in edge_colours(hands, "head", 8)


def test_the_ports_for_weights_leave_the_words_of_an_error_free(hands: Hands) -> None:
    view, conv = hands.canvas.view, hands.id("conv")
    hands.editor.do(SetParameter(conv, "kernel_size", 31))
    picture, box = view.drawing.node(conv), view.drawing.box(conv)
    assert extra_height(picture) > 0  # more than one line
    words = QRectF(box[0] + 14, box[3] - FOOT + 5, picture.width - 24, 14.0 + extra_height(picture))
    places = [place.position for _, place in quiet_ports(view, conv)]
    assert places
    for x, y in places:
        assert not words.intersects(QRectF(x - 4.6, y - 4.6, 9.2, 9.2))
    nothing = Qt.MouseButton.NoButton
    hands.move(hands.viewport, hands.middle("conv"), nothing)
    x, y = places[0]
    for down in (box[3] - 4, box[3] + 6, y):  # from the node over the words to the port, without losing it
        hands.move(hands.viewport, view.to_viewport(QPointF(x, down)).toPoint(), nothing)
        assert view.hovered == conv
    assert "weight" in hands.viewport.toolTip()
    hands.move(hands.viewport, view.to_viewport(QPointF(x, y + 30)).toPoint() + QPoint(0, 4), nothing)
    assert view.hovered is None


def test_the_button_that_opens_a_block_lies_over_no_text(hands: Hands) -> None:
    hands.canvas.select([hands.id("conv"), hands.id("act")])
    hands.canvas.blocks.make()
    block = next(node for node in hands.canvas.view.drawing.picture.nodes if node.block)
    box = hands.canvas.view.drawing.box(block.id)
    button = expander_of(box)
    title = QRectF(box[0], box[1] + 8, block.width, TITLE - 8)
    foot = QRectF(box[0], box[3] - FOOT, block.width, FOOT)
    assert not button.intersects(title) and not button.intersects(foot)
    spot = hands.canvas.view.to_viewport(button.center()).toPoint()
    hands.click(spot)
    assert block.id in hands.canvas.view.root.opened


def test_the_title_of_a_frame_stands_above_its_nodes_at_every_zoom(hands: Hands) -> None:
    hands.editor.do(PutFrame(Frame(1, "A classifier with one layer", (hands.id("flat"), hands.id("head")), 0)))
    drawing = hands.canvas.view.drawing
    tops = [drawing.box(hands.id(name))[1] for name in ("flat", "head")]
    frame = drawing.frame_box(1)
    for zoom in (0.08, 0.2, 0.34, 0.5, 0.64, 1.0, 2.0):
        (title,) = frame_titles(drawing, zoom)
        assert title.place.bottom() <= min(tops), f"covered at {zoom}"
        assert title.place.height() * zoom >= 12 and title.words == "A classifier with one layer"
        assert title.backed == (title.place.top() < frame[1] + 1 or title.place.right() > frame[2])
    assert not frame_titles(drawing, 1.0)[0].backed and frame_titles(drawing, 0.2)[0].backed


def test_fit_uses_the_room_there_is_and_leaves_what_stands_over_the_drawing_free(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.set_map_visible(True)
    canvas.fit()
    assert canvas.zoom() == 1.0  # never more than its natural size
    for size in ((620, 700), (900, 330), (1100, 470)):
        canvas.resize(*size)
        canvas.fit()
        rects = [canvas.node_rect(node.id) for node in canvas.view.drawing.picture.nodes]
        everything = QRectF(canvas.view.rect())
        for rect in rects:
            assert everything.contains(rect)
            for widget in (canvas.zoom_bar, canvas.legend):
                assert not rect.intersects(QRectF(widget.geometry())), size
        air = min(rect.left() for rect in rects), canvas.width() - max(rect.right() for rect in rects)
        if size[0] == 620:  # as wide as there is room, but for a step of the zoom
            assert 23.0 <= min(air) and max(air) <= 32.0


def test_what_tells_of_gradients_lies_on_no_node_when_a_training_begins(hands: Hands) -> None:
    canvas = hands.canvas
    norms = {(node.id, "y"): 0.1 for node in canvas.view.drawing.picture.nodes}

    def under() -> bool:
        legend = QRectF(canvas.legend.geometry())
        return any(canvas.node_rect(node.id).intersects(legend) for node in canvas.view.drawing.picture.nodes)

    for size in ((620, 700), (900, 330), (500, 420)):
        canvas.set_gradients(None)
        canvas.resize(*size)
        canvas.fit()
        zoom = canvas.zoom()
        canvas.set_gradients(norms, 1e-3, 1.0)
        assert canvas.legend.isVisible() and not under() and canvas.zoom() == zoom, size
    canvas.legend.show_players(("discriminator", "generator"), "generator")  # it grows: fitted again, once
    canvas.set_gradients(norms, 1e-4, 1.0)
    assert not under()
    canvas.zoom_bar.larger.click()
    zoom = canvas.zoom()
    canvas.set_gradients(norms, 1e-9, 1.0)
    assert canvas.zoom() == zoom  # what a person has chosen stays


def test_the_map_stays_away_while_everything_is_in_view(hands: Hands) -> None:
    canvas = hands.canvas
    canvas.set_map_visible(True)
    canvas.fit()
    assert not canvas.minimap.isVisible() and canvas.zoom_bar.isVisible() and canvas.map_visible
    for _ in range(4):
        canvas.zoom_bar.larger.click()
    assert canvas.minimap.isVisible() and canvas.zoom() > 1.6
    QTest.mousePress(canvas.minimap, Qt.MouseButton.LeftButton, pos=canvas.minimap.rect().center())
    canvas.fit()
    assert canvas.minimap.isVisible()  # a hand holds it
    QTest.mouseRelease(canvas.minimap, Qt.MouseButton.LeftButton, pos=canvas.minimap.rect().center())
    assert not canvas.minimap.isVisible()
    canvas.resize(400, 300)
    assert canvas.minimap.isVisible()
    canvas.set_map_visible(False)
    assert not canvas.minimap.isVisible() and not canvas.zoom_bar.isVisible()
