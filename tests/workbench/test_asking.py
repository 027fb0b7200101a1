"""The panels that ask a trained network, in the real window: checks at a node, why it said that, attacks."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget

from tests.workbench.desk import Desk
from tests.workbench.engine.small import train
from tests.workbench.engine.test_explaining import pictures, words
from tests.workbench.test_every_control import unexplained
from widgets import language, theme
from workbench.asking_panels import AT_NODE
from workbench.attack_panel import PIXEL, VOTES, Attacks
from workbench.help_dialog import page_for
from workbench.help_panels import PANELS
from workbench.inquiry import Inquiry
from workbench.node_checks import SIGHT, WORTH, NodeChecks
from workbench.run_list import open_run
from workbench.session import Session
from workbench.settings import Language
from workbench.why_panel import TRUE, PlaceBox, Why


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))
    theme.apply(qapp, theme.LIGHT)
    found = Desk(qapp, tmp_path, preset="xor_relu", size=(1280, 800))
    yield found
    found.leave()
    language.install(qapp, {})
    theme.apply(qapp, theme.LIGHT)


def panel(desk: Desk, action: str, name: str, kind: type[Inquiry]) -> Inquiry:
    """Open a panel by its action and wait for its answer."""
    desk.window.actions_table[action].trigger()
    found = desk.window.docks.docks[name].widget()
    assert isinstance(found, kind)
    answered(desk, found)
    return found


def answered(desk: Desk, found: Inquiry) -> None:
    desk.wait(lambda: not found.busy, what="an answer")
    QTest.qWait(30)


def test_a_trained_network_is_asked_in_every_way(desk: Desk, tmp_path: Path) -> None:
    project = pictures()
    project.recipe = project.recipe.model_copy(update={"epochs": 1, "batch_size": 256})
    _, trained = train(project, tmp_path / "runs" / "digits")
    desk.session.adopt(project, None)
    open_run(desk.window, tmp_path / "runs" / "digits")
    before = desk.document()
    desk.window.canvas.select((desk.id("conv"),))
    menu = desk.window.canvas.menu.build()
    assert {desk.window.actions_table[identity] for identity in AT_NODE} <= set(menu.actions())

    checks = panel(desk, "check_gradient", "checks", NodeChecks)
    assert "all" in checks.said.text() and checks.table.rowCount() > 10 and not checks.errors.is_empty()
    checks.export_csv(tmp_path / "slopes.csv")
    assert len((tmp_path / "slopes.csv").read_text(encoding="utf-8-sig").splitlines()) > 80
    desk.window.actions_table["check_sight"].trigger()
    answered(desk, checks)
    assert checks.mode.value == SIGHT and checks.field.box == (3, 6, 3, 6)
    checks.cell[0].setValue(0)
    assert checks.field.box == (0, 3, 3, 6)
    desk.window.actions_table["check_worth"].trigger()
    answered(desk, checks)
    kind, (ablation, _, measured, ranks, _) = checks.answer
    assert kind == WORTH and list(ranks) == [0, 1, 2, 3]
    assert f"{measured.after['accuracy']:.4g}" in checks.said.text() and measured.examples == 256
    weights = trained.weights()[desk.id("conv"), "weight"]
    np.testing.assert_array_equal(ablation.asked.tree.conv.weight.numpy(), weights)
    assert unexplained(desk.window.docks.docks["checks"]) == []
    assert page_for(desk.window) == "panel:checks"

    why = panel(desk, "why", "why", Why)
    assert why.answer["found"].method == "Integrated gradients" and "Explained" in why.said.text()
    why.method.choose("Grad-CAM")
    why.target.choose(TRUE)
    answered(desk, why)
    assert why.answer["at"] == "conv" and why.answer["found"].target == why.answer["right"]
    why.example.number.setValue(5)
    answered(desk, why)
    why.export_png(tmp_path / "why.png")
    why.export_csv(tmp_path / "why.csv")
    assert np.loadtxt(tmp_path / "why.csv", delimiter=",").shape == (8, 8)
    assert unexplained(desk.window.docks.docks["why"]) == []

    attacks = panel(desk, "attacks", "attacks", Attacks)
    assert attacks.answer["found"].strength == pytest.approx(0.05) and not attacks.curve.is_empty()
    first = attacks.answer["curve"]
    attacks.epsilon.slider.setValue(60)
    answered(desk, attacks)
    assert attacks.answer["found"].strength == pytest.approx(0.3) and attacks.answer["curve"] is first
    attacks.mode.choose(PIXEL)
    answered(desk, attacks)
    assert attacks.answer["pixel"] is None
    desk.press(attacks.search)
    answered(desk, attacks)
    assert attacks.answer["pixel"].asked >= 200
    attacks.mode.choose(VOTES)
    answered(desk, attacks)
    assert attacks.answer["found"].votes.sum() == 1000 and "votes" in attacks.said.text()
    assert unexplained(desk.window.docks.docks["attacks"]) == []
    desk.appearance.speak(Language.CHINESE)
    QTest.qWait(50)
    assert "票" in attacks.said.text()
    assert {"checks", "why", "attacks"} <= set(PANELS)
    assert desk.document() == before and isinstance(desk.window.docks.docks["why"], QDockWidget)


def test_a_drawing_that_was_not_trained_is_asked_too_and_refusals_are_sentences(desk: Desk) -> None:
    desk.session.adopt(words(), None)
    why = panel(desk, "why", "why", Why)
    assert len(why.words.places(300)) == len([word for word in why.answer["words"] if word]) > 3
    attacks = panel(desk, "attacks", "attacks", Attacks)
    assert attacks.said.text().startswith("Words cannot be changed a little") and attacks.sheet.is_empty()
    desk.window.canvas.select((desk.id("tokens"),))
    checks = panel(desk, "check_gradient", "checks", NodeChecks)
    assert "has no gradient" in checks.said.text()
    desk.window.canvas.select(())
    answered(desk, checks)
    assert checks.said.text().startswith("Select a node")


def test_cancel_ends_the_asking_and_the_answer_stays_away(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.session.adopt(pictures(), None)
    why = panel(desk, "why", "why", Why)
    monkeypatch.setattr("workbench.engine.explaining.SAMPLES", 10**7)
    why.method.choose("LIME")
    desk.wait(lambda: why.cancel.isVisible(), what="the bar of progress")
    QTest.mouseClick(why.cancel, Qt.MouseButton.LeftButton)
    answered(desk, why)
    assert why.answer["found"].method == "Integrated gradients" and not why.cancel.isVisible()


def test_a_pause_is_asked_about_the_present(desk: Desk) -> None:
    project = pictures()
    project.recipe = project.recipe.model_copy(update={"epochs": 50, "batch_size": 64})
    desk.session.adopt(project, None)
    desk.session.train(threads=1)
    desk.wait(lambda: desk.session.state == "running", what="the training")
    desk.session.pause()
    desk.wait(lambda: desk.session.state == "paused", what="the pause")
    why = panel(desk, "why", "why", Why)
    desk.wait(lambda: why.known is not None and why.known[1].step == desk.window.tab.timeline.last, what="the present")
    assert isinstance(desk.session, Session)
    desk.session.stop()


def test_a_place_is_said_by_row_and_column_or_by_step(qtbot) -> None:
    box = PlaceBox()
    qtbot.addWidget(box)
    box.set_places((4, 5))
    box.setValue(7)
    assert box.text() == "row 1, column 2" and box.valueFromText("2, 3") == 13
    box.set_places((12,))
    box.setValue(2)
    assert box.text() == "step 3" and box.valueFromText("step 3") == 2
    box.setValue(-1)
    assert box.text() == "all steps"
