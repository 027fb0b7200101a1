"""Attention: every head small, one large over its words, over the image, over the training; long ones do not freeze."""

import time

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from tests.workbench.views.samples import attention, started
from widgets.plots.curves import CurvePlot
from widgets.plots.overlay import OverlayPlot
from widgets.plots.wordmap import WordMap
from workbench.engine.events import Sample
from workbench.views.attention import HISTORY, IMAGE, LAYERS, WHOLE, AttentionView, names_of, resampled


@pytest.fixture
def view(qtbot) -> AttentionView:
    made = AttentionView()
    qtbot.addWidget(made)
    made.resize(700, 360)
    made.show()
    made.take(started(100))
    return made


def tell(view: AttentionView, *samples: Sample) -> None:
    for sample in samples:
        view.take(sample)
    view.refresh()


def test_one_head_is_large_with_its_words_on_both_axes_and_the_mask_is_no_colour(view, qtbot):
    tell(view, attention(1))
    plot = view.plot()
    assert isinstance(plot, WordMap)
    table = plot.values_table()
    assert table.header[1:] == ("the", "room", "was", "lovely") and [row[0] for row in table.rows] == list(
        table.header[1:]
    )
    expected = attention(1).data["weights/0"][0, 0]
    assert np.allclose([row[1:] for row in table.rows], expected) and np.allclose(expected.sum(1), 1)
    qtbot.wait(50)
    assert len(plot._masked._places) == 6  # the triangle of the future
    assert plot.describe(0, 1) == "the may not see room"
    assert plot.describe(1, 0).startswith("room looks at the: 0.")
    assert plot._labels.shown() == ["the", "room", "was", "lovely"]


def test_a_click_on_a_small_head_makes_it_large(view, qtbot):
    tell(view, attention(1))
    qtbot.wait(50)
    qtbot.keyClick(view._small, Qt.Key.Key_Right)
    assert "first.attention, head 1" in view._large_name.full_text
    assert view.figure.text() == f"{np.exp(1.51):.1f} of 4"
    assert np.allclose(view.plot().values_table().rows[3][1:], attention(1).data["weights/0"][0, 1, 3])


def test_all_layers_stand_side_by_side_and_lead_to_each_other(view, qtbot):
    tell(view, attention(1))
    view._mode.choose(LAYERS)
    assert len(view._tiles) == 4
    view._small.tileChosen.emit(3)
    assert view._layer.value == "second.attention" and view._head == 1
    assert np.allclose(view._large.values_table().rows[2][1:], attention(1).data["weights/1"][0, 1, 2])
    view.follow((5,))
    assert view._layer.value == "first.attention"


def test_the_course_of_a_training_counts_the_keys_each_head_looks_at(view):
    tell(view, *(attention(step) for step in (1, 11, 21)))
    view._mode.choose(HISTORY)
    assert isinstance(view.plot(), CurvePlot)
    rows = view.plot().values_table().rows
    assert [row[0] for row in rows] == [1, 11, 21]
    assert [row[1] for row in rows] == pytest.approx(np.exp([0.51, 0.61, 0.71]).tolist())


def test_attention_to_patches_is_laid_over_the_image_of_the_class_token_or_of_a_chosen_row(view, qtbot):
    sample = attention(1, length=17, patches=True)
    tell(view, sample)
    view._mode.choose(IMAGE)
    plot = view.plot()
    assert isinstance(plot, OverlayPlot)
    looked = sample.data["looked/0"][0][:, 1:].reshape(2, 4, 4)
    assert np.allclose([row[2:] for row in plot.values_table().rows], looked.reshape(8, 4))
    qtbot.wait(50)
    assert view.grab().toImage().width() > 0
    view._large.choose(3)
    view._large.rowChosen.emit(3)
    assert np.allclose(plot.values_table().rows[0][2:], sample.data["weights/0"][0, 0, 3, 1:5])
    plot.tileChosen.emit(1)
    assert "head 1" in view._large_name.full_text
    assert view._large.values_table().header[1:3] == ("class token", "(0, 0)")


def test_without_an_image_there_is_no_such_choice(view):
    tell(view, attention(1))
    view._mode.choose(IMAGE)
    assert view._mode.value != IMAGE


def test_one_scale_for_all_heads_goes_from_nought_to_one(view):
    tell(view, attention(1))
    assert view._large.limits()[1] == pytest.approx(attention(1).data["weights/0"][0, 0].max())
    view._scale.choose(WHOLE)
    assert view._large.limits() == (0.0, 1.0)


@pytest.mark.parametrize(("heads", "length"), [(1, 1), (16, 24)])
def test_one_head_of_one_step_and_many_are_drawn(view, heads, length, qtbot):
    tell(view, attention(1, heads, length))
    qtbot.wait(50)
    assert view.grab().toImage().width() > 0
    assert len(view._tiles) == heads


def test_five_hundred_words_are_rolled_up_by_the_probe_and_drawn_at_once(view, qtbot):
    sample = attention(1, heads=8, length=90)
    for place in range(2):
        sample.data[f"sizes/{place}"] = np.array([640, 640])
        sample.labels[f"queries/{place}"] = sample.labels[f"keys/{place}"] = tuple(f"w{n}" for n in range(640)) * 2
    begin = time.perf_counter()
    tell(view, sample)
    view.grab()
    assert time.perf_counter() - begin < 3.0  # some hundredths of a second; a busy machine takes longer
    assert "640×640" in view._large_name.full_text
    assert view._large.values_table().rows[1][0] == "w7 … w13"


def test_rows_that_stand_for_several_say_from_where_to_where():
    assert names_of(("a", "b"), 2, 2) == ("a", "b")
    assert names_of((), 3, 3) == ("0", "1", "2")
    assert names_of(("a", "b", "c", "d"), 4, 2) == ("a … b", "c … d")
    assert resampled(np.eye(2), 4, 2).tolist() == [[1, 0], [1, 0], [0, 1], [0, 1]]


def test_a_click_on_a_row_frames_it_and_a_second_one_lets_it_go(view, qtbot):
    tell(view, attention(1))
    qtbot.wait(50)
    plot = view._large
    pane = plot.chart.pane.sceneBoundingRect()
    place = QPoint(round(pane.center().x()), round(pane.top() + 0.6 * pane.height()))
    qtbot.mouseClick(plot.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert plot.chosen == 2
    qtbot.wait(500)  # else it would be a double click
    qtbot.mouseClick(plot.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert plot.chosen is None
