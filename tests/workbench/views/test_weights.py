"""Weights: as a heat map and as a histogram, now and at any earlier step."""

import numpy as np
import pytest

from tests.workbench.views.samples import started, weights
from widgets.plots.columns import ColumnPlot
from widgets.plots.heatmap import HeatMap
from workbench.views.weights import HISTOGRAM, WeightsView


@pytest.fixture
def view(qtbot) -> WeightsView:
    made = WeightsView()
    qtbot.addWidget(made)
    made.resize(560, 300)
    made.show()
    made.take(started(100))
    for step in (1, 11, 21):
        made.take(weights(step))
    made.refresh()
    return made


def test_the_newest_weights_are_a_heat_map_on_one_scale_for_the_run(view):
    assert isinstance(view.plot(), HeatMap)
    assert np.allclose([row[1:] for row in view.plot().values_table().rows], weights(21).data["matrix/0"])
    assert view.plot().limits() == pytest.approx((-1.21, 1.21))
    assert "after step 21" in view._when.full_text and "3×4" in view._when.full_text


def test_the_slider_goes_back_and_follows_again_at_its_end(view):
    view._slider.setValue(0)
    assert np.allclose([row[1:] for row in view.plot().values_table().rows], weights(1).data["matrix/0"])
    assert view.plot().limits() == pytest.approx((-1.21, 1.21))  # the same colours as at the end
    view.take(weights(31))
    view.refresh()
    assert "after step 1 " in view._when.full_text  # one who looks back is not pulled forward
    view._slider.setValue(view._slider.maximum())
    view.take(weights(41))
    view.refresh()
    assert "after step 41" in view._when.full_text


def test_a_histogram_stands_between_the_least_and_the_greatest(view):
    view._mode.choose(HISTOGRAM)
    assert isinstance(view.plot(), ColumnPlot)
    rows = view.plot().values_table().rows
    assert [row[1] for row in rows] == weights(21).data["counts/0"].tolist()
    assert rows[0][0] == pytest.approx(-1.21 + 2.42 / 80)


def test_the_selected_node_shows_its_own(view):
    view.follow((4,))
    assert view._node.value == "F6" and view.plot().limits() == pytest.approx((-2.42, 2.42))
