"""Two runs beside each other in the window: a view of both, their difference, and nodes coloured by 1 − CKA."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

import presets
from tests.workbench.desk import Desk
from widgets import language, theme
from workbench.engine.trainer import Trainer
from workbench.run_list import RunList, open_run
from workbench.two_runs import DIFFERENCE, TwoRuns, compare_runs


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs of XOR from different seeds."""
    patch = pytest.MonkeyPatch()
    patch.setattr("os.fsync", lambda file: None)
    folder = tmp_path_factory.mktemp("two")
    for seed in (0, 1):
        project = presets.build("xor_relu")
        project.recipe = project.recipe.model_copy(update={"seed": seed, "epochs": 40})
        for _ in Trainer(project, folder / f"seed-{seed}", threads=1).run():
            pass
    patch.undo()
    return folder


@pytest.fixture
def beside(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, runs: Path) -> Iterator[TwoRuns]:
    """The window of two runs over a window in which the first is open."""
    monkeypatch.setenv("WORKBENCH_RUNS", str(runs))
    theme.apply(qapp, theme.LIGHT)
    desk = Desk(qapp, tmp_path, preset="xor_relu", size=(1280, 800))
    open_run(desk.window, runs / "seed-0")
    monkeypatch.setattr(RunList, "ask", lambda self: setattr(self, "chosen", runs / "seed-1") or "open")
    found = compare_runs(desk.window.tab, desk.window)
    assert found is not None
    desk.wait(lambda: found.compared is not None, what="the comparison")
    yield found
    if isValid(found):
        found.close()
    QTest.qWait(50)
    desk.leave()
    language.install(qapp, {})
    theme.apply(qapp, theme.LIGHT)


def test_a_view_of_both_is_shown_then_their_difference_and_nodes_are_coloured(beside: TwoRuns) -> None:
    tab, found = beside._tab, beside.compared
    beside.which.choose("feature_maps")
    QTest.qWait(50)
    one, other = beside.cards
    assert one.isVisible() and other.isVisible()
    assert one.history.latest is found.samples[0]["feature_maps"]
    assert other.history.latest is found.samples[1]["feature_maps"]
    assert one.history.latest.data["examples"].tolist() == other.history.latest.data["examples"].tolist()
    shown = tab.canvas.view.root.statistics
    assert set(found.apart) <= set(shown) and all(shown[node].apart is not None for node in found.apart)
    assert max(shown[node].apart for node in found.apart) == 1
    node = next(node for node in found.apart if shown[node].name)
    assert shown[node].value == f"{found.apart[node]:.3f}" and shown[node].name == "1 − CKA"
    beside.mode.choose(DIFFERENCE)
    assert not beside.cards[1].isVisible() and "less" in beside.names[0].full_text
    scale = beside.cards[0].history.latest.data["scale/0"]
    assert not scale.any()  # the first node is the input, which both see alike
    # A view that does not draw differences itself gets the picture that serves them all; one that has none says why.
    beside.which.choose("decision_boundary")
    assert beside.mode.value == DIFFERENCE and beside.apart is not None and beside.apart.isVisible()
    assert not beside.cards[0].isVisible() and not beside.cards[1].isVisible()
    one, other = (samples["decision_plane"].data["classes"] for samples in found.samples)
    assert (beside.apart.shown == (one != other)).all()
    beside.mode.choose("side")
    assert not beside.apart.isVisible() and beside.cards[0].isVisible() and beside.cards[1].isVisible()
    beside.close()
    assert all(statistics.apart is None for statistics in tab.canvas.view.root.statistics.values())


def test_it_follows_the_time_machine(beside: TwoRuns) -> None:
    timeline, before = beside._tab.timeline, beside.compared
    timeline.go(0)
    for _ in range(500):
        if beside.compared is not before:
            break
        QTest.qWait(20)
    assert beside.compared.steps == (0, 0)
    assert all(card.looks_back for card in beside.cards)
