"""Other runs over the curves of this one: chosen from a menu, told apart by name, kept when a new training begins."""

from pathlib import Path

import numpy as np
import pytest

from tests.workbench.views.samples import scalars, started
from workbench.engine.runs import Run
from workbench.views.curves import OTHER, Curves


def recorded(folder: Path, title: str, start: float) -> None:
    """A finished run of five steps on the disk."""
    with Run.create(folder, title=title) as run:
        run.add_scalars(scalars("train/loss", [start / n for n in range(1, 6)]))
        run.add_scalars(scalars("val/loss", [start], 5))
        run.add_scalars(scalars("val/accuracy", [0.5], 5))
        run.set_meta("state", "finished")
        run.commit()


@pytest.fixture
def curves(qtbot, tmp_path, monkeypatch) -> Curves:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path))
    for name, start in (("one", 3.0), ("two", 4.0)):
        recorded(tmp_path / name, name, start)
    view = Curves()
    qtbot.addWidget(view)
    view.resize(620, 300)
    view.show()
    view.take(started(10))
    view.take(scalars("train/loss", [2.0, 1.0, 0.5]))
    view.refresh()
    return view


def choose(view: Curves, name: str, on: bool = True) -> None:
    view._over.aboutToShow.emit()
    action = next(action for action in view._over.actions() if action.text().startswith(name))
    action.setChecked(on)


def overlaid(view: Curves) -> list[str]:
    return [name for name in view.plot().names() if name.startswith(OTHER)]


def test_a_run_is_laid_over_this_one_with_its_name(curves):
    choose(curves, "one")
    assert overlaid(curves) == ["run:one/train/loss", "run:one/val/loss"]
    assert curves.plot().value("run:one/train/loss") == pytest.approx(0.6)
    assert curves.plot().value("train/loss") == 0.5
    assert "train of one · " in curves.plot().summary()
    header = curves.plot().values_table().header
    assert header == ("step", "train/loss", "run:one/train/loss", "run:one/val/loss")
    curves._shown.choose("accuracy")
    assert overlaid(curves) == ["run:one/val/accuracy"]


def test_several_runs_share_the_axes_and_each_can_be_let_go(curves):
    choose(curves, "one")
    choose(curves, "two")
    assert len(overlaid(curves)) == 4
    choose(curves, "one", on=False)
    assert {name.split("/")[0] for name in overlaid(curves)} == {"run:two"}


def test_a_new_training_keeps_what_it_is_compared_with(curves):
    choose(curves, "two")
    curves.take(started(10))
    curves.take(scalars("train/loss", [5.0]))
    curves.refresh()
    assert len(overlaid(curves)) == 2 and curves.plot().value("train/loss") == 5.0
    assert np.isfinite(curves.plot().value("run:two/train/loss"))


def test_without_another_run_the_menu_says_so(curves, tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "empty"))
    curves._over.aboutToShow.emit()
    assert [action.text() for action in curves._over.actions()] == ["There is no other run yet"]


def test_a_run_that_is_gone_meanwhile_is_passed_over(curves, tmp_path):
    curves._over.aboutToShow.emit()
    action = next(action for action in curves._over.actions() if action.text().startswith("one"))
    for path in (tmp_path / "one").iterdir():
        path.unlink()
    action.setChecked(True)
    assert overlaid(curves) == []
