"""Gradient norms: lines for a few nodes, a heat map for many, players apart."""

from dataclasses import replace

import numpy as np
import pytest

from tests.workbench.views.samples import gradients, started
from workbench.views.gradients import BARS, HEAT_MAP, LINES, NORM, UPDATE, VANISHED, GradientNorms

DEEP = {f"layer{number}": 10.0**-number for number in range(1, 13)}


@pytest.fixture
def norms(qtbot) -> GradientNorms:
    view = GradientNorms()
    qtbot.addWidget(view)
    view.resize(560, 300)
    view.show()
    view.take(started(100))
    return view


def test_five_nodes_are_lines_and_twelve_a_heat_map(norms):
    norms.take(gradients(10, {"C1": 0.1, "C3": 0.2}))
    assert norms._mode.value == LINES
    norms.take(started(100))
    norms.take(gradients(10, DEEP))
    norms.refresh()
    assert norms._mode.value == HEAT_MAP
    assert norms.plot().values_table().header == ("", "10")


def test_a_chosen_mode_stays(norms):
    norms._mode.choose(BARS)
    norms.take(gradients(10, DEEP))
    norms.refresh()
    assert norms._mode.value == BARS
    assert dict(norms.plot().values_table().rows) == pytest.approx(DEEP)


def test_a_vanished_gradient_is_said_and_drawn_at_the_floor(norms):
    norms.take(gradients(10, {"C1": 0.0, "C3": 0.2}))
    norms.refresh()
    assert "C1, vanished" in norms.plot().summary()
    assert norms.plot().values_table().rows[0][1] == VANISHED


def test_not_a_number_is_no_small_number(norms):
    norms.take(gradients(10, {"C1": float("nan")}))
    norms.refresh()
    assert "C1 NaN" in norms.plot().summary()


def test_players_are_told_apart_and_can_be_shown_alone(norms):
    norms.take(gradients(10, {"D1": 0.1}, player="critic"))
    assert norms._who.isHidden()
    norms.take(gradients(11, {"G1": 0.3}, player="generator"))
    norms.refresh()
    assert not norms._who.isHidden() and norms.players == ("critic", "generator")
    assert "D1 · critic" in norms.plot().summary() and "G1 · generator" in norms.plot().summary()
    norms._who.choose("generator")
    assert norms.plot().summary().startswith("G1 0.3")


def test_rows_of_a_heat_map_measured_at_other_steps_show_their_last_value(norms):
    for step in (10, 20, 30):
        norms.take(gradients(step, {"D1": step / 100}, player="critic"))
    norms.take(gradients(20, {"G1": 0.01}, player="generator"))
    norms._mode.choose(HEAT_MAP)
    values, rows, columns = norms._heat(norms._shown())
    assert columns == ("10", "20", "30") and rows == ("D1 · critic", "G1 · generator")
    assert values[0].tolist() == pytest.approx([-1, np.log10(0.2), np.log10(0.3)])
    assert np.isnan(values[1, 0]) and values[1, 1:].tolist() == [-2, -2]


def test_how_far_a_step_moves_the_weights_is_the_other_thing_to_see(norms):
    for step in (10, 20):
        norms.take(gradients(step, {"C1": 0.1, "C3": 0.5}))
    norms.refresh()
    norms._what.choose(UPDATE)
    assert [row[1:] for row in norms.plot().values_table().rows] == [(0.002, 0.01), (0.002, 0.01)]
    norms.take(gradients(30, {"C1": 0.2, "C3": 0.5}))
    norms._mode.choose(BARS)
    assert dict(norms.plot().values_table().rows) == pytest.approx({"C1": 0.004, "C3": 0.01})
    norms._what.choose(NORM)
    assert dict(norms.plot().values_table().rows) == pytest.approx({"C1": 0.2, "C3": 0.5})


def test_the_copies_of_a_repeated_block_stand_each_for_itself(norms):
    sample = gradients(10, {"chain": 0.5, "scores": 0.2})
    copies = {"copy_nodes": np.array([1, 1]), "copy_norms": np.array([0.3, 0.4]), "copy_updates": np.array([0.1, 0.2])}
    norms.take(replace(sample, data=sample.data | copies, labels=sample.labels | {"copies": ("chain.0", "chain.1")}))
    norms._mode.choose(BARS)
    assert dict(norms.plot().values_table().rows) == pytest.approx({"chain.0": 0.3, "chain.1": 0.4, "scores": 0.2})
