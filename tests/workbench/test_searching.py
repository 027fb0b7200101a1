"""A search for an architecture: from code, from the command line and at the desk."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import graphs
import presets
from workbench import cli
from workbench.search_dialog import SearchDialog
from workbench.searching import FIRST, How, Search, SearchError, Trial, checked, space_of
from workbench.session import Session


def test_a_space_is_what_the_data_do_not_set() -> None:
    project = presets.build("architecture_search")
    assert space_of(project) == {"hidden": (2, 4, 8, 16, 32), "depth": (1, 2, 3)}
    assert checked({"hidden": "16, 4，8", "rate": "0.5"}) == {"hidden": (4, 8, 16), "rate": (0.5,)}
    with pytest.raises(SearchError, match="commas"):
        checked({"hidden": "4 to 8"})
    with pytest.raises(SearchError, match="no parameter width"):
        Search(project, {"width": (1, 2)})
    with pytest.raises(SearchError, match="nothing to search"):
        Search(presets.build("xor_relu"), {})


@pytest.mark.parametrize("how", list(How))
def test_nothing_is_tried_twice_and_the_same_seed_tries_the_same(how: How, tmp_path: Path) -> None:
    def tried(seed: int) -> list[Trial]:
        search = Search(presets.build("architecture_search"), None, 15, how, None, seed, tmp_path)
        for number in range(1, search.size + 1):
            values, parent = search.proposal()
            loss = abs(values["hidden"] - 16) + abs(values["depth"] - 2)  # instead of a training
            search.trials.append(Trial(number, values, parent, loss))
        return search.trials

    first = tried(1)
    assert first == tried(1) != tried(2)
    assert len({tuple(trial.values.items()) for trial in first}) == 15  # the whole space, each once
    children = [trial for trial in first if trial.parent]
    assert bool(children) == (how is How.EVOLUTION)
    for child in children:
        parent = first[child.parent - 1]
        assert sum(child.values[name] != parent.values[name] for name in child.values) == 1
        assert child.number - parent.number <= FIRST  # the older ones have died


def test_it_trains_each_and_the_best_has_the_lowest_validation_loss(tmp_path: Path) -> None:
    search = Search(presets.build("architecture_search"), {"hidden": (2, 8), "depth": (1, 2)}, 3, epochs=1,
                    folder=tmp_path, threads=1)  # fmt: skip
    trials = list(search.run())
    assert len(trials) == 3 and all(math.isfinite(trial.loss) and trial.seconds > 0 for trial in trials)
    assert search.best is min(trials, key=lambda trial: trial.loss)
    again = graphs.summary(search.drawn(trials[0].values).network)
    assert trials[0].parameters == again.parameters
    assert any(Path(trials[0].folder).iterdir())


def test_a_value_that_does_not_fit_is_said_and_the_search_goes_on(tmp_path: Path) -> None:
    project = presets.build("architecture_search")
    search = Search(project, {"hidden": (-1, 4)}, 2, How.RANDOM, 1, folder=tmp_path, threads=1)
    trials = list(search.run())
    assert sorted(bool(trial.trouble) for trial in trials) == [False, True]
    assert search.best is not None and search.best.values == {"hidden": 4}


def test_the_command_line_tells_each_trial_and_keeps_the_best(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))
    kept = tmp_path / "best.workbench"
    words = ["search", "architecture_search", "--json", "--budget", "2", "--epochs", "1", "--vary", "hidden=2,4",
             "--threads", "1", "--save", str(kept)]  # fmt: skip
    assert cli.main(words) == 0
    told: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["event"] for one in told] == ["trial", "trial", "best"]
    assert told[2]["loss"] == min(one["loss"] for one in told[:2])
    assert graphs.load(kept).network.parameters["hidden"] == told[2]["values"]["hidden"]
    assert cli.main(["search", "architecture_search", "--vary", "width=1,2"]) == 2


def test_at_the_desk_trials_are_listed_and_the_best_is_taken_over(qtbot: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path))
    session = Session()
    session.open_preset("architecture_search")
    dialog = SearchDialog(None, session, threads=1)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.space["hidden"].text() == "2, 4, 8, 16, 32" and not dialog.take.isEnabled()
    dialog.space["hidden"].setText("2, 16")
    dialog.space["depth"].setText("2")
    dialog.epochs.setValue(1)
    dialog.start.click()
    assert dialog.running and not dialog.space["hidden"].isEnabled()
    qtbot.waitUntil(lambda: dialog._worker is None, timeout=60_000)
    assert dialog.tree.topLevelItemCount() == 2 and dialog.search is not None
    assert dialog.search.how is How.EVOLUTION
    best = dialog.search.best
    assert best is not None and dialog.chosen is best
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert session.project.network.parameters["hidden"] == best.values["hidden"]
    assert session.project.network.parameters["depth"] == 2
    session.undo()
    assert session.project.network.parameters["depth"] == 1
    dialog.space["depth"].setText("two")
    dialog.start.click()
    assert not dialog.running and "commas" in dialog.body.text()
    dialog.close()
