"""Gates: strips over words, what the memory is made of, how far the gradient reaches, how it all moved."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from tests.workbench.views.samples import gates, started
from widgets.canvas.strip import NodeStatistics
from widgets.plots.curves import CurvePlot
from widgets.plots.strips import Strip, StripPlot
from workbench.engine.events import Sample
from workbench.node_numbers import NodeNumbers
from workbench.views.gates import GATES, HISTORY, LAG, MEMORY, GatesView, decomposed


@pytest.fixture
def view(qtbot) -> GatesView:
    made = GatesView()
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    made.take(started(100))
    return made


def tell(view: GatesView, *samples: Sample) -> None:
    for sample in samples:
        view.take(sample)
    view.refresh()


def test_every_gate_is_a_strip_over_the_words_of_the_example(view, qtbot):
    tell(view, gates(1))
    table = view.plot().values_table()
    assert table.header == ("name", "unit", "the", "room", "was", "lovely")
    assert [row[0] for row in table.rows[::3]] == [
        "forget f", "input i", "output o", "candidate C̃", "memory C", "state h",
    ]  # fmt: skip
    sample = gates(1)
    assert [row[2:] for row in table.rows[:3]] == [tuple(row) for row in sample.data["parts/0"][0, 0].T.tolist()]
    assert view.figure.text() == "10.1 %" and view.figure_name.text() == "saturated gates"
    qtbot.wait(50)
    assert view._strips.shown_words() == ["the", "room", "was", "lovely"]


def test_a_click_and_the_arrow_keys_choose_a_step_through_all_strips(view, qtbot):
    tell(view, gates(1))
    qtbot.wait(50)
    strips = view._strips
    qtbot.keyClick(strips, Qt.Key.Key_Right)
    qtbot.keyClick(strips, Qt.Key.Key_Right)
    assert strips.chosen == 1 and "room" in strips.accessibleDescription()
    pane = strips.chart.pane.sceneBoundingRect()
    place = QPoint(round(pane.left() + 0.9 * pane.width()), round(pane.center().y()))
    qtbot.mouseClick(strips.chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert strips.chosen == 3
    assert strips.describe(0, 1, 3).startswith("forget f, unit 1, lovely: ")
    assert strips.describe(0, 1, 3).endswith("1 keeps the memory, 0 forgets it")


def test_the_memory_is_what_was_kept_and_what_was_written(view):
    tell(view, gates(1))
    view._mode.choose(MEMORY)
    names = [row[0] for row in view.plot().values_table().rows[::3]]
    assert names == ["kept f⊙C", "written i⊙C̃", "memory C", "state h"]
    half, memory = np.full((1, 3), 0.5), np.array([[1.0, 0.5, 0.25]])
    parts = {"f": half, "i": 0 * half, "o": half, "g": half, "c": memory, "h": half}
    assert np.array_equal(decomposed("LSTM", parts)["kept"], memory)  # with f = .5 and nothing written C halves
    assert not decomposed("LSTM", parts)["written"].any()
    assert decomposed("RNN", {"h": half}) == {}


def test_the_update_gate_of_torch_and_that_of_the_textbook_mean_the_opposite():
    parts = {"r": np.ones((1, 1)), "z": np.full((1, 1), 0.75), "n": np.ones((1, 1)), "h": np.ones((1, 1))}
    assert decomposed("GRU", parts)["written"].item() == 0.25
    assert decomposed("TextbookGRU", parts)["written"].item() == 0.75


def test_layers_of_all_kinds_share_one_axis_of_lags(view):
    tell(view, gates(1))
    view._mode.choose(LAG)
    assert isinstance(view.plot(), CurvePlot)
    table = view.plot().values_table()
    assert table.header == ("step", "lstm · LSTM/0", "lstm · LSTM/1", "gru, layer 2, backwards · GRU/0")
    assert [row[1] for row in table.rows] == [1, 0.5, 0.25, 0.125]


def test_the_shares_and_means_of_a_layer_over_the_training(view):
    tell(view, *(gates(step) for step in (1, 11, 21)))
    view._mode.choose(HISTORY)
    rows = view.plot().values_table().rows
    assert [row[0] for row in rows] == [1, 11, 21]
    assert [row[1] for row in rows] == pytest.approx([0.101, 0.111, 0.121])
    assert rows[0][2] == pytest.approx(gates(1).data["means/0"][0])


def test_another_layer_or_the_selected_node_shows_its_own_gates_and_the_curve_it_reads(view):
    tell(view, gates(1))
    view.follow((6,))
    assert view._layer.value == "gru, layer 2, backwards" and view._mode.value == GATES
    assert [row[0] for row in view.plot().values_table().rows[::3]] == [
        "reset r", "update z", "candidate h̃", "state h",
    ]  # fmt: skip
    assert view._strips._curve is not None and view.plot().values_table().header[2] == "step 0"


@pytest.mark.parametrize(("units", "steps"), [(1, 1), (64, 128)])
def test_one_number_and_many_are_drawn(view, units, steps, qtbot):
    tell(view, gates(1, units, steps, padded=steps // 4))
    qtbot.wait(50)
    assert len(view.plot().values_table().rows) == 6 * units
    assert view.grab().toImage().width() > 0
    assert 1 <= len(view._strips.shown_words()) <= steps
    assert bool(view._strips._masked._places) is (steps > 1)


def test_values_that_are_not_finite_are_hatched(view, qtbot):
    sample = gates(1)
    sample.data["parts/0"][0, 0, 1] = np.nan
    tell(view, sample)
    qtbot.wait(50)
    assert len(view._strips._holes._places) == 3
    assert "NaN" in view._strips.describe(0, 0, 1)


def test_strips_that_do_not_belong_together_are_refused(qtbot):
    plot = StripPlot()
    qtbot.addWidget(plot)
    with pytest.raises(ValueError, match="same number of steps"):
        plot.set_strips((Strip("a", np.zeros((2, 3)), "sequential", (0, 1)),), ("one", "two"))


def test_a_recurrent_node_wears_the_share_of_its_saturated_gates():
    numbers = NodeNumbers()
    numbers.take_gates(gates(100))
    assert numbers.stale
    assert numbers.statistics() == {5: NodeStatistics("20.0 %", "saturated"), 6: NodeStatistics("20.0 %", "saturated")}
