"""Plots: what a user sees while numbers come in, what they can click, and what they can take away."""

import csv
import subprocess
import sys

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from graphs.message import say
from widgets import theme as look
from widgets.controls import IconButton
from widgets.language import install
from widgets.plots.axes import linear_ticks, log_ticks, short_number, tick_number
from widgets.plots.bars import BarPlot
from widgets.plots.curves import CurvePlot, Role
from widgets.plots.decimation import Pyramid, Smoother
from widgets.plots.heatmap import HeatMap
from widgets.plots.matrix import MatrixPlot
from widgets.plots.plane import PlanePlot


def show(qtbot, plot, width=480, height=260):
    qtbot.addWidget(plot)
    plot.resize(width, height)
    plot.show()
    return plot


def picture(plot) -> QImage:
    QApplication.processEvents()
    return plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def has_colour(image: QImage, colour: str) -> bool:
    wanted = int(colour[1:], 16)
    return any(image.pixel(x, y) & 0xFFFFFF == wanted for x in range(image.width()) for y in range(image.height()))


def every_plot():
    curves, heat, matrix, plane, bars = CurvePlot(), HeatMap(), MatrixPlot(), PlanePlot(), BarPlot()
    curves.append("train", np.arange(5), np.array([3, 2, np.nan, 1, 0.5]))
    heat.set_values(np.array([[0.5, -1.0], [np.nan, 2.0]]), ("a", "b"), ("c", "d"), "diverging")
    matrix.set_counts(np.array([[9, 1], [0, 8]]), ("cat", "dog"))
    plane.set_points(np.array([[0, 0], [1, 1]]), np.array([0, 1]), ("no", "yes"))
    bars.set_values({"C1": 0.03, "C3": float("nan"), "C5": 0.0})
    return [curves, heat, matrix, plane, bars]


def test_numbers_are_written_the_way_people_read_them():
    written = [
        short_number(value) for value in (0.0131, 0, 1258, -2.5, 5.7e-5, 1e-7, 98.94, float("nan"), -float("inf"))
    ]
    assert written == ["0.0131", "0", "1,258", "−2.50", "5.7e−5", "1e−7", "98.9", "NaN", "−∞"]
    assert [tick_number(value) for value in (0.3, 0.01, 500, 1e-6, -0.5)] == ["0.3", "0.01", "500", "1e−6", "−0.5"]


def test_the_library_of_plots_does_not_put_itself_before_the_net_for_exceptions():
    program = (
        "import sys, threading; net, thread = (lambda *_: None), (lambda *_: None);"
        "sys.excepthook, threading.excepthook = net, thread;"
        "import widgets, widgets.theme, widgets.plots.axes; assert 'pyqtgraph' not in sys.modules;"
        "import widgets.plots.curves; assert 'pyqtgraph' in sys.modules;"
        "assert (sys.excepthook, threading.excepthook) == (net, thread)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_ticks_are_round_and_inside():
    assert linear_ticks(0, 585, 6) == [0, 100, 200, 300, 400, 500]
    assert log_ticks(0.008, 2.5, 7) == pytest.approx([0.01, 0.03, 0.1, 0.3, 1])
    assert len(log_ticks(1e-12, 1, 5)) <= 5


def test_a_million_points_become_two_per_pixel_and_no_peak_is_lost():
    values = np.sin(np.arange(1_000_000) / 9000)
    values[777_777], values[123_456] = 50, -50
    pyramid = Pyramid()
    for start in range(0, len(values), 33_333):
        part = values[start : start + 33_333]
        pyramid.extend(np.arange(start, start + len(part), dtype=float), part)
    steps, drawn = pyramid.outline(800)
    assert len(drawn) <= 2 * 800 + 1
    assert (drawn.max(), drawn.min()) == (50, -50)
    assert steps[-1] == 999_999
    assert (np.diff(steps) >= 0).all()
    near, close = pyramid.outline(800, 777_700, 777_800)
    assert close.max() == 50
    assert len(near) == pytest.approx(101, abs=3)


def test_growing_in_pieces_draws_what_growing_at_once_draws():
    values = np.random.default_rng(0).normal(size=5000)
    whole, pieces = Pyramid(), Pyramid()
    whole.extend(np.arange(5000.0), values)
    for start in range(0, 5000, 7):
        pieces.extend(np.arange(start, min(start + 7, 5000), dtype=float), values[start : start + 7])
    for one, other in zip(whole.outline(100), pieces.outline(100), strict=True):
        np.testing.assert_array_equal(one, other)


def test_smoothing_goes_on_where_it_stopped_and_skips_what_is_not_a_number():
    values = np.random.default_rng(1).normal(size=1000)
    values[400:410] = np.nan
    expected, last = np.full(1000, np.nan), values[0]
    for place, value in enumerate(values):
        if np.isfinite(value):
            last = 0.9 * last + 0.1 * value
            expected[place] = last
    smoother = Smoother(0.9)
    found = np.concatenate([smoother.extend(part) for part in np.array_split(values, 13)])
    np.testing.assert_allclose(found, expected, rtol=1e-10)
    with pytest.raises(ValueError, match="at least 0 and below 1"):
        Smoother(1.0)


def test_curves_grow_and_say_their_present_values(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, CurvePlot(log=True, smoothing=0.9))
    plot.set_style("train", Role.TRAINING)
    plot.set_style("validation", "validation", say("validation"))
    for start in range(0, 300, 50):
        steps = np.arange(start, start + 50)
        plot.append("train", steps, 2 * np.exp(-steps / 80))
    plot.append("validation", [100, 200], [0.9, 0.4])
    plot.mark("validation", 200, "best 0.400")
    plot.set_present(299)
    assert plot.value("train", 100) == pytest.approx(2 * np.exp(-100 / 80))
    assert plot.value("validation") == 0.4
    assert plot.summary() == "train 0.0476, validation 0.400"
    image = picture(plot)
    assert has_colour(image, look.LIGHT.series[0])
    assert has_colour(image, look.LIGHT.series[1])
    assert has_colour(image, look.LIGHT.accent)


def test_a_gap_in_the_numbers_is_a_gap_in_the_line(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, CurvePlot())
    values = np.ones(100)
    plot.append("loss", np.arange(100), values)
    whole = picture(plot)
    plot.clear()
    values[40:60] = np.nan
    plot.append("loss", np.arange(100), values)
    gap = picture(plot)
    row = next(
        y for y in range(30, whole.height()) if whole.pixel(300, y) & 0xFFFFFF == int(look.LIGHT.series[0][1:], 16)
    )
    ink = [gap.pixel(x, row) == whole.pixel(100, row) for x in range(60, 450)]
    assert ink.count(True) == pytest.approx(0.8 * len(ink), rel=0.1)


def test_curves_of_unequal_length_are_refused_with_both_numbers(qtbot):
    plot = show(qtbot, CurvePlot())
    with pytest.raises(ValueError, match="3 steps, 2 values"):
        plot.append("loss", [1, 2, 3], [1, 2])


def test_the_mouse_reads_the_values_of_a_step(qtbot):
    plot = show(qtbot, CurvePlot())
    plot.append("loss", np.arange(101), np.arange(101) * 2.0)
    present = picture(plot)
    qtbot.mouseMove(plot.chart.viewport(), plot.chart.viewport().rect().center())
    qtbot.waitUntil(lambda: picture(plot) != present)
    qtbot.mouseMove(plot.chart.viewport(), QPoint(2, plot.chart.viewport().height() - 2))
    qtbot.waitUntil(lambda: picture(plot) == present)


def wheel(plot, notches):
    """Turn the wheel over the middle of a plot."""
    target = plot.chart.viewport()
    middle = QPointF(target.rect().center())
    turn = QPoint(0, 120 * notches)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(target, QWheelEvent(middle, target.mapToGlobal(middle), QPoint(), turn, *none, False))


def send(kind, target, place, button, held):
    """Give a widget a mouse event as the system would."""
    event = QMouseEvent(kind, place, target.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)


def double_click(qtbot, plot):
    """Click twice on the middle of a plot, with the events in the order that a real mouse has them."""
    target, left = plot.chart.viewport(), Qt.MouseButton.LeftButton
    middle = target.rect().center()
    qtbot.mouseClick(target, left, pos=middle)
    send(QEvent.Type.MouseButtonDblClick, target, QPointF(middle), left, left)
    qtbot.mouseRelease(target, left, pos=middle)


def drag(qtbot, plot, way):
    """Hold the left button and move the mouse across a plot."""
    target = plot.chart.viewport()
    start = target.rect().center()
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.25, 0.5, 0.75, 1):
        place = QPointF(start + QPoint(*way) * part)
        send(QEvent.Type.MouseMove, target, place, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=start + QPoint(*way))


def test_the_wheel_zooms_along_the_steps_and_new_values_do_not_take_the_view_away(qtbot):
    plot = show(qtbot, CurvePlot())
    plot.append("loss", np.arange(1001), np.linspace(2, 0, 1001))
    picture(plot)
    pane = plot.chart.pane
    assert pane.viewRange()[0] == [0, 1000]
    plot.append("loss", np.arange(1001, 1201), np.zeros(200))
    picture(plot)
    assert pane.viewRange()[0] == [0, 1200]
    for _ in range(8):
        wheel(plot, 1)
    picture(plot)
    left, right = pane.viewRange()[0]
    assert 0 < left < right < 1200
    bottom, top = pane.viewRange()[1]
    assert bottom > 0 and top < 2
    plot.append("loss", np.arange(1201, 1301), np.full(100, 5.0))
    picture(plot)
    assert pane.viewRange() == [[left, right], [bottom, top]]
    drag(qtbot, plot, (60, 0))
    assert pane.viewRange()[0][0] < left
    assert pane.viewRange()[0][1] - pane.viewRange()[0][0] == pytest.approx(right - left)
    double_click(qtbot, plot)
    picture(plot)
    assert pane.viewRange()[0] == [0, 1300]


def test_the_button_that_brings_everything_back_is_there_only_when_something_is_hidden(qtbot):
    plot = show(qtbot, CurvePlot())
    plot.append("loss", np.arange(100), np.arange(100.0))
    picture(plot)
    button = plot.findChild(IconButton)
    assert not button.isVisible()
    wheel(plot, 3)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    picture(plot)
    assert plot.chart.pane.viewRange()[0] == [0, 99]
    assert not button.isVisible()


def test_a_million_points_reach_the_screen_as_two_per_pixel(qtbot):
    plot = show(qtbot, CurvePlot(), 800, 300)
    plot.append("loss", np.arange(1_000_000), np.random.default_rng(0).normal(size=1_000_000))
    picture(plot)
    (curve,) = [
        item
        for item in plot.chart.plotItem.curves
        if len(item.getData()[0] if item.getData()[0] is not None else ()) > 0
    ]
    assert 100 < len(curve.getData()[0]) <= 2 * 800 + 1


def test_a_hidden_plot_does_no_work_until_it_is_shown(qtbot, monkeypatch):
    plot = show(qtbot, CurvePlot())
    plot.append("loss", np.arange(10), np.arange(10.0))
    picture(plot)
    plot.hide()
    refreshed = []
    monkeypatch.setattr(plot, "refresh", lambda: refreshed.append(True))
    for start in range(10, 50, 10):
        plot.append("loss", np.arange(start, start + 10), np.ones(10))
        QApplication.processEvents()
    assert refreshed == []
    plot.show()
    qtbot.waitUntil(lambda: refreshed == [True])


def test_many_values_between_two_frames_are_drawn_once(qtbot, monkeypatch):
    plot = show(qtbot, CurvePlot())
    plot.append("loss", np.arange(10), np.arange(10.0))
    picture(plot)
    QApplication.processEvents()
    refreshed, refresh = [], plot.refresh
    monkeypatch.setattr(plot, "refresh", lambda: (refreshed.append(True), refresh()))
    for step in range(10, 60):
        plot.append("loss", [step], [1.0])
        plot.set_present(step)
    qtbot.waitUntil(lambda: bool(refreshed))
    QApplication.processEvents()
    assert refreshed == [True]


def test_values_of_series_with_other_steps_share_one_table(qtbot):
    plot = show(qtbot, CurvePlot())
    plot.append("train", [0, 1, 2], [3.0, 2.0, 1.0])
    plot.append("validation", [2], [1.5])
    table = plot.values_table()
    assert table.header == ("step", "train", "validation")
    assert table.rows == [(0, 3.0, ""), (1, 2.0, ""), (2, 1.0, 1.5)]


def test_a_heat_map_colours_reads_and_hatches(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, HeatMap())
    plot.set_values(np.array([[-1.0, 0.0], [np.nan, 0.5]]), ("w1", "w2"), ("in", "out"), "diverging")
    assert plot.limits() == (-1.0, 1.0)
    image = picture(plot)
    assert has_colour(image, look.LIGHT.diverging[0])
    assert has_colour(image, look.LIGHT.danger)
    row, column = plot.cell_at(plot.width() * 0.7, plot.height() * 0.7)
    assert plot.describe(row, column) == "w2, out: 0.500"
    with pytest.raises(ValueError, match=r"rows and columns.*\(3,\)"):
        plot.set_values(np.zeros(3))


def test_a_wide_heat_map_is_made_smaller_before_it_is_drawn(qtbot):
    plot = show(qtbot, HeatMap())
    plot.set_values(np.random.default_rng(0).random((4, 20_000)))
    picture(plot)
    (image,) = [item for item in plot.chart.plotItem.items if isinstance(item, pyqtgraph.ImageItem)]
    assert image.image.shape[1] <= plot.width() * plot.devicePixelRatioF()
    assert image.image.dtype == np.uint8


def test_a_heat_map_zoomed_in_shows_every_column_it_has_there(qtbot):
    plot = show(qtbot, HeatMap())
    plot.set_values(np.arange(40_000.0).reshape(2, 20_000))
    plot.chart.pane.setRange(QRectF(5000, 0, 10, 2), padding=0)
    plot.following = [False, False]
    picture(plot)
    row, column = plot.cell_at(plot.width() / 2, plot.height() / 4)
    assert (row, 5000 <= column < 5010) == (0, True)
    (image,) = [item for item in plot.chart.plotItem.items if isinstance(item, pyqtgraph.ImageItem)]
    assert image.image.shape == (2, 10)


def test_a_confusion_matrix_tells_which_cell_was_clicked_by_mouse_and_by_keys(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, MatrixPlot())
    plot.set_counts(np.array([[9, 1, 0], [0, 8, 2], [0, 0, 7]]), ("cat", "dog", "owl"))
    image = picture(plot)
    assert has_colour(image, look.LIGHT.accent_fill)
    assert has_colour(image, look.LIGHT.warning)
    assert plot.mistakes() == [(1, 2, 2), (0, 1, 1)]
    assert plot.summary() == "24 of 27 right"
    clicked = []
    plot.cellClicked.connect(lambda row, column: clicked.append((row, column)))
    place = plot.chart.viewport().mapFrom(plot, plot.cell_area(1, 2).center().toPoint())
    qtbot.mouseClick(plot.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert plot.accessibleDescription() == "truth dog, predicted owl: 2"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(plot, key)
    assert clicked == [(1, 2), (0, 1)]
    with pytest.raises(ValueError, match="as many rows as columns"):
        plot.set_counts(np.zeros((2, 3)))


def test_a_plane_shows_the_background_it_is_given_and_the_points_in_the_colour_of_their_class(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, PlanePlot(), 320, 320)
    picture_of_scores = np.zeros((8, 8, 4), dtype=np.uint8)
    picture_of_scores[..., 1] = picture_of_scores[..., 3] = 255
    plot.set_background(picture_of_scores, (-0.5, 1.5, -0.5, 1.5))
    plot.set_points(np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 0, 0, 1]), ("no", "yes"))
    image = picture(plot)
    assert has_colour(image, "#00FF00")
    assert has_colour(image, plot.class_colour(0))
    assert has_colour(image, plot.class_colour(1))
    assert plot.summary() == "4 points of 2 classes"
    with pytest.raises(ValueError, match="uint8 colours"):
        plot.set_background(np.zeros((8, 8, 4)), (0, 1, 0, 1))


def test_bars_stand_on_a_log_axis(qtbot):
    plot = show(qtbot, BarPlot())
    plot.set_values({"C1": 0.02, "C3": 0.3})
    low, high = plot.limits()
    assert low < 0.02 < 0.3 < high
    with pytest.raises(ValueError, match="0 < low < high"):
        plot.set_values({"C1": 1.0}, limits=(0.0, 1.0))


@pytest.mark.parametrize("number", range(5))
def test_every_plot_follows_theme_and_language_and_can_be_taken_away(number, qtbot, qapp, tmp_path):
    plot = show(qtbot, every_plot()[number])
    look.apply(qapp, look.LIGHT)
    light = picture(plot)
    look.apply(qapp, look.DARK)
    assert picture(plot) != light
    plot.export_png(tmp_path / "plot.png")
    exported = QImage(str(tmp_path / "plot.png"))
    assert exported.width() == 2 * plot.width()
    assert exported.pixelColor(1, exported.height() - 2).name().upper() == look.LIGHT.raised
    look.apply(qapp, look.LIGHT)
    assert picture(plot) == light
    plot.export_csv(tmp_path / "plot.csv")
    with (tmp_path / "plot.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    table = plot.values_table()
    assert tuple(rows[0]) == table.header
    assert len(rows) == len(table.rows) + 1
    install(qapp, {"Wait for it": "请稍候"}, "zh_CN")
    try:
        plot.set_empty_text(say("Wait for it"))
        plot.clear()
        chinese = picture(plot)
    finally:
        install(qapp, {})
    assert picture(plot) != chinese
    assert plot.accessibleName()
    assert plot.is_empty()


def test_a_plot_nobody_has_seen_can_be_taken_away(qtbot, tmp_path):
    plot = every_plot()[0]
    qtbot.addWidget(plot)
    plot.export_png(tmp_path / "plot.png")
    exported = QImage(str(tmp_path / "plot.png"))
    assert exported.size() == plot.sizeHint() * 2
    ink = int(look.LIGHT.series[0][1:], 16)
    lower_right = [
        (x, y) for x in range(exported.width() // 2, exported.width()) for y in range(200, exported.height())
    ]
    assert any(exported.pixel(x, y) & 0xFFFFFF == ink for x, y in lower_right)


def test_cells_too_small_for_gaps_keep_their_colour(qtbot, qapp):
    look.apply(qapp, look.LIGHT)
    plot = show(qtbot, MatrixPlot(), 300, 200)
    plot.set_counts(np.eye(100, dtype=int) * 5)
    assert has_colour(picture(plot), look.LIGHT.accent_fill)


def test_a_picture_that_cannot_be_written_says_where(qtbot, tmp_path):
    plot = show(qtbot, every_plot()[4])
    with pytest.raises(OSError, match="nowhere"):
        plot.export_png(tmp_path / "nowhere" / "plot.png")


@pytest.mark.parametrize("end", [1200, 12_000, 1_200_000])
def test_the_last_number_of_an_axis_has_room(qtbot, end):
    plot = show(qtbot, CurvePlot(log=True), 420, 200)
    plot.append("train", np.arange(1.0, 9.0), np.linspace(1.0, 0.1, 8))
    plot.set_end(end)
    qtbot.wait(30)
    axis, pane = plot.chart.axes["bottom"], plot.chart.pane
    assert axis.end == end and axis.past_end(pane.width()) > 10
    assert pane.sceneBoundingRect().right() + axis.past_end(pane.width()) <= plot.chart.width()
