"""Loss and accuracy: what a person reads off the curves."""

import csv

import numpy as np
import pytest

from tests.workbench.views.samples import scalars, started
from widgets.plots.curves import CurvePlot
from workbench.engine.events import Scalars
from workbench.metric_words import percent
from workbench.views.curves import Curves


@pytest.fixture
def curves(qtbot) -> Curves:
    view = Curves()
    qtbot.addWidget(view)
    view.resize(560, 300)
    view.show()
    view.take(started(100))
    return view


def test_the_best_validation_is_marked_and_stays_when_it_gets_worse(curves):
    for step, loss in ((20, 0.5), (40, 0.3), (60, 0.4)):
        curves.take(scalars("val/loss", [loss], step))
    assert curves.best("val/loss") == 0.3


def test_the_best_accuracy_is_the_highest(curves):
    curves.take(scalars("val/accuracy", [0.8, 0.95, 0.9], 20))
    assert curves.best("val/accuracy") == 0.95


def test_validation_accuracy_stands_as_one_number(curves):
    curves.take(scalars("val/accuracy", [0.9889], 40))
    curves.refresh()
    assert (curves.figure_name.full_text, curves.figure.full_text) == ("validation accuracy", "98.9 %")
    assert percent(1.0) == "100.0 %"


def test_metrics_have_a_picture_of_their_own_behind_a_chip(curves):
    curves.take(scalars("train/loss", [1.0]))
    assert curves._shown.isHidden()
    curves.take(scalars("train/accuracy", [0.5]))
    assert not curves._shown.isHidden()
    loss = curves.plot()
    curves._shown.choose("accuracy")
    assert curves.plot() is not loss
    assert curves.plot().values_table().header == ("step", "train/accuracy")


def test_a_perceptron_whose_loss_reaches_zero_gets_a_linear_axis(curves):
    curves.take(scalars("train/loss", [0.5, 0.2, 0.0]))
    assert not curves._log.isChecked()


def test_whoever_chose_the_log_axis_keeps_it(curves):
    curves._log.click()
    curves._log.click()
    curves.take(scalars("train/loss", [0.5, 0.0]))
    assert curves._log.isChecked()


def test_two_players_have_a_line_each(curves):
    curves.take(scalars("train/loss/critic", [1.0, 0.9]))
    curves.take(scalars("train/loss/generator", [2.0, 2.1]))
    assert curves.plot().values_table().header == ("step", "train/loss/critic", "train/loss/generator")


def test_the_result_of_the_test_is_no_curve(curves):
    curves.take(scalars("test/loss", [0.1], 100))
    curves.take(scalars("lr/all", [0.001], 0))
    assert curves.is_empty()


def test_numbers_are_saved_as_they_were_measured_not_smoothed(curves, tmp_path):
    values = np.random.default_rng(0).random(50)
    curves.take(Scalars(np.arange(1, 51), {"train/loss": values}))
    curves.export_csv(tmp_path / "loss.csv")
    with (tmp_path / "loss.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["step", "train/loss"]
    assert [float(row[1]) for row in rows[1:]] == values.tolist()


def test_a_new_run_forgets_the_metrics_of_the_last_one(curves):
    curves.take(scalars("train/accuracy", [0.5]))
    curves._shown.choose("accuracy")
    curves.take(started(10))
    assert len(curves.findChildren(CurvePlot)) >= 1 and curves._shown.isHidden()
    assert curves.plot() is curves._plots["loss"]
