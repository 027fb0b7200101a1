"""Rewind and branch from a terminal: train --branch RUN --at STEP, and the tree that runs shows."""

import json
from pathlib import Path

import pytest

import graphs
from tests.workbench.engine.small import flowers
from workbench.cli import main
from workbench.engine.keeping import Checkpoints, step_checkpoints
from workbench.engine.runs import Run, as_tree, list_runs


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What was printed, a record a line."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run of two epochs of seven steps, with a checkpoint every fifth step."""
    monkeypatch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step % 5 == 0)
    monkeypatch.setattr("workbench.engine.trainer.FETCH_SECONDS", 0.0)
    monkeypatch.setattr("os.fsync", lambda file: None)
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))
    graphs.save(flowers(epochs=2), tmp_path / "flowers.workbench")
    folder = tmp_path / "runs" / "first"
    assert main(["train", str(tmp_path / "flowers.workbench"), "--run-dir", str(folder), "--threads", "1"]) == 0
    return folder


def test_a_branch_goes_on_with_another_learning_rate_and_stands_under_its_parent(
    parent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    words = ["train", "--branch", "first", "--at", "12", "--learning-rate", "0.001", "--epochs", "3", "--json"]
    child = tmp_path / "runs" / "second"
    assert main([*words, "--threads", "1", "--run-dir", str(child)]) == 0
    records = told(capsys)
    assert records[0] == {"event": "branch", "parent": "first", "step": 10}
    assert records[-1]["event"] == "finished" and records[-1]["steps"] == 21
    with Run.open(child) as run:
        assert run.scalars("train/loss")[0].tolist() == list(range(1, 22))
        rates, values = run.scalars(next(tag for tag in run.tags() if tag.startswith("lr/")))
        assert values[rates > 10].max() == 0.001 and values[rates <= 10].max() == 0.02
    assert main(["runs", "--json"]) == 0
    listed = {record["run"]: record for record in told(capsys)}
    assert (listed["second"]["parent"], listed["second"]["branched_at"]) == ("first", 10)
    assert listed["first"]["parent"] is None
    assert main(["runs"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("first ") and lines[1].startswith(" └ second ") and "@10" in lines[1]
    assert [(depth, run.id) for depth, run in as_tree(list_runs())] == [(0, "first"), (1, "second")]


def test_a_changed_file_goes_on_from_the_run(parent: Path, tmp_path: Path) -> None:
    graphs.save(flowers(epochs=3, dropout=0.5), tmp_path / "other.workbench")
    child = tmp_path / "runs" / "other"
    words = ["train", str(tmp_path / "other.workbench"), "--branch", str(parent), "--at", "5"]
    assert main([*words, "--run-dir", str(child), "--threads", "1"]) == 0
    assert min(step for step in step_checkpoints(child) if step) > 5  # its own; those before are its parent's
    with Run.open(child) as run:
        assert run.info().branched_at == 5 and run.info().step == 21


def test_a_call_that_cannot_be_says_why(parent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--branch", str(parent)]) == 2
    assert "is where 2 epochs end" in capsys.readouterr().err
    assert main(["train", "--branch", "nowhere", "--at", "3"]) == 1
    assert "There is no run nowhere" in capsys.readouterr().err
    assert main(["train", "lenet5", "--at", "3"]) == 2
    assert "--at goes with --branch" in capsys.readouterr().err
