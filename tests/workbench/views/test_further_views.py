"""What a person does with the views beyond the first ones, and what they then see."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.workbench.engine.makers import copier
from tests.workbench.engine.small import train
from tests.workbench.views import further_samples as samples
from tests.workbench.views.samples import started
from workbench.engine.events import Sample
from workbench.engine.runs import Run
from workbench.session import Session
from workbench.views import views
from workbench.views.card import View
from workbench.views.error_histogram import auc
from workbench.views.inputs import looked_at
from workbench.views.predictions import ONE, ROW, SCATTER, laid_over, overlaps
from workbench.views.probabilities import ALL, BOARD, HISTORY


def shown(qtbot, name: str, *told: Sample, session: Session | None = None) -> View:
    """A view on the screen that has heard of these samples."""
    made = views()[name](session)
    qtbot.addWidget(made)
    made.resize(620, 340)
    made.show()
    made.take(started(100))
    for sample in told:
        made.take(sample)
    made.refresh()
    return made


def test_probabilities_of_another_example_of_all_and_over_the_training(qtbot):
    view = shown(qtbot, "probabilities", *(samples.probabilities(step) for step in (1, 11, 21)))
    shares = samples.probabilities(21).data["probabilities"]
    assert [row[1] for row in view.plot().values_table().rows] == pytest.approx(shares[0].tolist())
    assert view.figure.full_text == f"{100 * shares[0, 0]:.1f} %"
    view._example.choose("2")
    assert [row[1] for row in view.plot().values_table().rows] == pytest.approx(shares[2].tolist())
    assert "truth kind 2, answer kind 0" in view._said.full_text
    view._mode.choose(ALL)
    assert np.allclose([row[1:] for row in view.plot().values_table().rows], shares)
    assert view.figure.full_text == "2 of 3"
    view._mode.choose(HISTORY)
    rows = view.plot().values_table().rows
    assert [row[0] for row in rows] == [1, 11, 21] and rows[-1][1] == pytest.approx(shares[0, 0])


def test_of_many_classes_the_likeliest_and_the_true_one_are_shown(qtbot):
    view = shown(qtbot, "probabilities", samples.probabilities(1, classes=40))
    names = [row[0] for row in view.plot().values_table().rows]
    assert len(names) <= 20 and "kind 0" in names


def test_forecasts_stand_behind_what_is_known(qtbot):
    view = shown(qtbot, "predictions", samples.numbers(5))
    assert view._mode.value == ONE
    view._example.choose("3")
    data = samples.numbers(5).data
    rows = view.plot().values_table().rows
    assert [row[2] for row in rows[:5]] == pytest.approx(data["before"][3].tolist())
    assert [row[1] for row in rows[5:8]] == [1, 2, 3] and [row[2] for row in rows[8:]] == pytest.approx(
        data["answer"][3]
    )
    view._mode.choose(ROW)
    assert [row[2] for row in view.plot().values_table().rows[:8]] == pytest.approx(data["truth"][:, 0])
    view._mode.choose(SCATTER)
    points = [row for row in view.plot().values_table().rows if row[0] == "number 1"]
    assert [row[1:] for row in points] == [
        pytest.approx(pair) for pair in zip(data["truth"][:, 0], data["answer"][:, 0], strict=True)
    ]
    error = np.sqrt(np.mean(np.square(data["answer"] - data["truth"])))
    assert view.figure.full_text == f"{error:.3f}"[:6]


def test_maps_and_frames_lie_over_their_pictures(qtbot):
    view = shown(qtbot, "predictions", samples.maps(2))
    data = samples.maps(2).data
    assert view.figure.full_text == f"{100 * (data['answer'] == data['truth']).mean():.1f} %"
    names = {row[0] for row in view.plot().values_table().rows}
    assert {"image · #0", "truth · #1", "answer · #0", "wrong · #1"} <= names
    over = laid_over(data["image"], data["truth"], np.array([[255.0, 0, 0]]))
    assert np.array_equal(over[0, 0, 0], data["image"][0, 0, 0]) and over[0, 2, 2, 0] > over[0, 2, 2, 1]
    view.take(samples.boxes(4))
    view.refresh()
    assert [len(some) for some in view.plot()._outlines] == [2, 4]  # an empty frame is none
    # Two squares of one half, a quarter of the side apart in both directions.
    assert overlaps(np.array([0.5, 0.5, 0.5, 0.5]), np.array([0.75, 0.5, 0.5, 0.5])) == pytest.approx(1 / 3)
    assert overlaps(np.array([0.2, 0.2, 0.1, 0.1]), np.array([0.8, 0.8, 0.1, 0.1])) == 0


def test_what_a_detector_finds_has_names_and_the_sure_ones_are_chosen(qtbot):
    view = shown(qtbot, "predictions", samples.found(3))
    assert view.figure.full_text == "1 of 3"  # right place and right name
    frames = view.plot()._outlines
    assert [(one.whose, one.words) for one in frames[0]] == [(0, ""), (1, "star"), (1, "ring")]
    assert "false alarms: 2" in view._words.full_text
    view._sure.choose("0.5")
    assert [len(some) for some in view.plot()._outlines] == [2, 3] and "false alarms: 1" in view._words.full_text


@pytest.mark.parametrize("kind", [{}, {"cleans": True}, {"curves": True}])
def test_copies_stand_below_what_was_shown(qtbot, kind):
    view = shown(qtbot, "reconstructions", *(samples.reconstructions(step, **kind) for step in (1, 5)))
    names = list(dict.fromkeys(str(row[0]).partition(" ·")[0] for row in view.plot().values_table().rows))
    wanted = ["wanted"] if "cleans" in kind else []
    assert names == ["shown", *wanted, "given back", *([] if "curves" in kind else ["difference"])]
    assert view.figure.full_text == "0.200"


def test_a_threshold_is_moved_by_the_slider_and_counts_both_groups(qtbot):
    view = shown(qtbot, "error_histogram", samples.errors(50))
    errors = samples.errors(50).data["errors"]
    assert view.threshold == pytest.approx(np.quantile(errors, 0.95))
    view._slider.setValue(400)
    above = errors > view.threshold
    assert view._words.full_text.endswith(f"{above.sum()} of 40")
    view._group.choose("1")
    assert "10 of 10 of odd, 0 of 30 others" in view._words.full_text
    assert view.plot().mark == pytest.approx(view.threshold)
    before = view.threshold
    view.take(samples.errors(60))
    view.refresh()
    assert view.threshold == before  # what a person has put somewhere stays there


def test_a_spot_in_the_code_is_decoded_with_the_weights_of_the_run(qtbot, tmp_path: Path):
    project = copier(code=2)
    _, made = train(project, tmp_path / "run", probes=None)
    tree = made._at_work.tree.eval()
    session = Session(project)
    view = views()["latent"](session)
    qtbot.addWidget(view)
    view.resize(620, 340)
    view.show()
    with Run.open(tmp_path / "run") as run:
        view.show_run(run)
    assert not view.is_empty() and "nearest decoded place" in view._words.full_text
    view._plane._spot.setPos(0.5, -0.25)
    assert "decoded with the weights after step" in view._words.full_text
    import torch

    with torch.no_grad():
        back = tree.back(tree.widen(torch.tensor([[0.5, -0.25]])).relu()).reshape(8, 8).numpy()
    low, high = view.history.latest.data["black"]
    grey = np.clip((back - low) / (high - low) * 255, 0, 255)
    assert np.abs(view._made._pictures[0][..., 0] - grey).max() <= 1
    view._plane.setFocus()
    QTest.keyClick(view._plane, Qt.Key.Key_Right)
    assert view._plane.spot[0] > 0.5 and view._plane.spot[1] == pytest.approx(-0.25)


def test_while_a_network_only_begins_the_grid_answers(qtbot):
    view = shown(qtbot, "latent", samples.codes(3))
    view._plane._spot.setPos(1.3, 1.3)
    assert np.array_equal(view._made._pictures[0], samples.codes(3).data["grid"][2])  # the upper right corner
    view._mode.choose("grid")
    assert len(view.plot()._pictures) == 9
    curves = shown(qtbot, "latent", samples.codes(3, curves=True))
    assert not curves.is_empty()


def test_samples_over_the_training_and_beside_the_data(qtbot):
    view = shown(qtbot, "generated", *(samples.generated(step) for step in (1, 11, 21)))
    assert len(view.plot()._pictures) == 4
    view._mode.choose("history")
    assert [str(name).partition(" ·")[0] for name in view.plot()._names[::4]] == ["step 1", "step 11", "step 21"]
    points = shown(qtbot, "generated", samples.generated(5, points=True))
    rows = points.plot().values_table().rows
    assert [row[2] for row in rows] == ["the data"] * 6 + ["made"] * 6


def test_a_film_of_points_is_moved_by_a_slider(qtbot):
    view = shown(qtbot, "film_strip", samples.generated(5, points=True))
    film = samples.generated(5, points=True).data["film"]
    found = [row[:2] for row in view.plot().values_table().rows if row[2] == "out of noise"]
    assert np.allclose(found, film[-1]) and view._when.full_text == "t = 0"
    view._slider.setValue(0)
    found = [row[:2] for row in view.plot().values_table().rows if row[2] == "out of noise"]
    assert np.allclose(found, film[0]) and view._when.full_text == "t = 20"


def test_the_balance_of_two_players(qtbot):
    view = shown(qtbot, "judging", *(samples.judging(step) for step in (1, 11)))
    rows = view.plot().values_table().rows
    assert rows[-1][1:] == (pytest.approx(samples.judging(11).data["real"].mean()), pytest.approx(0.3 / 11))
    assert view.figure.full_text == "2 of 3"
    view._mode.choose("kinds")
    assert view.plot().values_table().rows[0] == ("a", 0.7, pytest.approx(1 / 3))
    view._mode.choose("scores")
    assert sum(row[2] for row in view.plot().values_table().rows) == 10


def test_a_curve_is_read_where_a_person_points(qtbot):
    view = shown(qtbot, "activations", samples.activations(4))
    view._slider.setValue(160)
    assert view._words.full_text == "z = 2: ReLU 2, slope 1"
    view.follow((7,))
    assert view._node.value == "tanh" and "Tanh 0.964, slope 0.0707" in view._words.full_text
    assert view.figure.full_text == "10.0 %"


def test_words_have_names_and_examples_classes(qtbot):
    view = shown(qtbot, "embeddings", samples.embeddings(2))
    qtbot.waitUntil(lambda: [text.toPlainText() for text in view.plot()._texts] == list("abcde"))
    said: list[str] = []
    view.plot().say = said.append
    view.plot().hovered(QPointF(*samples.embeddings(2).data["points/0"][1]))
    assert said == ["b: nearest c, a"]
    view._node.choose("encoder")
    assert {row[2] for row in view.plot().values_table().rows} == {"zero", "one"}


def test_places_by_numbers_and_how_alike_they_are(qtbot):
    view = shown(qtbot, "positions", samples.positions(2))
    assert np.allclose([row[1:] for row in view.plot().values_table().rows], samples.positions(2).data["table/0"])
    view._mode.choose("alike")
    assert view.plot().limits() == (-1.0, 1.0)


@pytest.mark.parametrize("kind", ["image", "signal", "sequence", "points", "volume"])
def test_what_goes_in_is_shown_as_it_is(qtbot, kind):
    told = samples.inputs(1, kind)
    view = shown(qtbot, "inputs", told)
    if kind == "signal":
        assert np.allclose(view.plot().values_table().rows[0][1:], told.data["spectrum"][0, -1])  # high tones above
        view._mode.choose("wave")
        assert [row[2] for row in view.plot().values_table().rows] == pytest.approx(told.data["wave"][0].tolist())
    elif kind == "sequence":
        assert np.allclose([row[1:] for row in view.plot().values_table().rows], told.data["steps"][0].T)
    elif kind == "points":
        view._turn.setValue(0)
        rows = view.plot().values_table().rows
        assert np.allclose([row[0] for row in rows], told.data["points"][0, :, 0])
        assert [row[2] for row in rows].count("near") == pytest.approx(20 / 3, abs=1)
    else:
        assert len(view.plot()._pictures) == {"image": 2, "volume": 5}[kind]
    if kind != "image":
        view._example.choose("1")
        assert not view.is_empty()


def test_a_cloud_is_seen_from_where_one_stands():
    seen, near = looked_at(np.array([[0.0, 1.0, 0.0], [0.0, -1.0, 0.0], [0.0, 0.0, 1.0]]), 0.0)
    assert near[1] > near[0]  # what lies away is far
    assert seen[2, 1] == pytest.approx(np.cos(np.radians(25))) and seen[0, 0] == 0
    turned, _ = looked_at(np.array([[1.0, 0.0, 0.0]]), np.pi / 2)
    assert turned[0] == pytest.approx([0, np.sin(np.radians(25))])


def test_moves_are_shown_on_their_board(qtbot):
    view = shown(qtbot, "probabilities", samples.probabilities(3, classes=36))
    view._mode.choose(BOARD)
    shares = samples.probabilities(3, classes=36).data["probabilities"][0].reshape(6, 6)
    assert np.allclose([row[1:] for row in view.plot().values_table().rows], shares)


def test_where_there_are_faults_the_threshold_stands_behind_what_has_none(qtbot):
    sample = samples.errors(50)
    view = shown(qtbot, "error_histogram", replace(sample, labels={"groups": ("no fault", "stuck")}))
    errors, fault = sample.data["errors"], sample.data["groups"] > 0
    assert view.threshold == pytest.approx(np.quantile(errors[~fault], 0.95))
    alarms = int((errors[~fault] > view.threshold).sum())
    f1 = 2 * 10 / (2 * 10 + alarms)
    assert f"10 of 10 of any fault, {alarms} of 30 others; F1 {f1:.3f}" in view._words.full_text
    assert float(view.figure.full_text) == 1.0  # each fault has a larger error than all the others
    assert auc(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0])) == pytest.approx((0.5 + 1 + 0 + 1 + 1 + 1) / 6)
