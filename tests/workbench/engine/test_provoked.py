"""Trouble that is provoked: nothing hangs, nothing is lost, and each says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.compiler import compile
from graphs.modules.tree import NodeError
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice
from graphs.techniques import Balance, Descent
from tests.workbench.engine.small import curve, failed, finished, flowers, same_weights, train, trainer
from workbench.data.dataset import Table
from workbench.data.tables import Iris
from workbench.engine import Control, EpochDone, Failure, Paused, RunStarted
from workbench.engine.checkpoint import read_state, verify
from workbench.engine.faults import FolderError
from workbench.engine.keeping import Lock
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer

ROOT = Path(__file__).parents[3]


def stopped_after(project: Project, folder: Path, epochs: int) -> None:
    """Train some epochs with a checkpoint at the end of each, and stop."""
    control = Control()
    for event in trainer(project, folder, control).run():
        if isinstance(event, EpochDone) and event.epoch == epochs:
            control.stop()


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_damaged_checkpoint_falls_back_to_the_one_before_and_says_so(damage: str, tmp_path: Path) -> None:
    project = flowers(epochs=4, keep_every=1)
    whole, _ = train(project, tmp_path / "whole")
    stopped_after(project, tmp_path / "run", 3)
    last = tmp_path / "run" / "last.safetensors"
    content = bytearray(last.read_bytes())
    if damage == "flipped":
        content[-100] ^= 1
    last.write_bytes({"cut": content[: len(content) // 2], "flipped": content, "empty": b""}[damage])
    events = list(Trainer.resumed(tmp_path / "run", probes=()).run())
    started = events[0]
    assert isinstance(started, RunStarted) and started.step == 14
    (note,) = [str(note) for note in started.notes if "checkpoint" in str(note)]
    assert note.startswith("The checkpoint last.safetensors is damaged") and note.endswith("before, step 14.")
    assert finished(events).test == finished(whole).test
    assert same_weights(tmp_path / "whole", tmp_path / "run")
    with Run.open(tmp_path / "run") as run:
        assert any(name == "checkpoint" for _, _, name, _ in run.log())


def test_two_damaged_checkpoints_are_told(tmp_path: Path) -> None:
    stopped_after(flowers(epochs=4, keep_every=1), tmp_path / "run", 2)
    for name in ("last", "previous"):
        (tmp_path / "run" / f"{name}.safetensors").write_bytes(b"nothing")
    trouble = failed(list(Trainer.resumed(tmp_path / "run", probes=()).run()))
    assert trouble.kind is Failure.RUN_FOLDER and "damaged" in str(trouble.message)
    assert "start the training anew" in str(trouble.remedy)


def test_checkpoints_are_kept_every_so_many_epochs(tmp_path: Path) -> None:
    train(flowers(epochs=5, keep_every=2), tmp_path / "run")
    kept = sorted(path.name for path in (tmp_path / "run").glob("epoch-*.safetensors"))
    assert kept == ["epoch-00002.safetensors", "epoch-00004.safetensors"]
    assert read_state(tmp_path / "run" / kept[1]).step == 28
    for name in kept:
        verify(tmp_path / "run" / name)


def test_one_changed_bit_is_noticed(tmp_path: Path) -> None:
    train(flowers(epochs=1), tmp_path / "run")
    path = tmp_path / "run" / "last.safetensors"
    verify(path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)
    with pytest.raises(FolderError, match="sum does not agree"):
        verify(path)


def test_two_windows_on_one_run_folder(tmp_path: Path) -> None:
    control = Control()
    control.pause()
    first = trainer(flowers(), tmp_path / "run", control).run()
    assert isinstance(next(first), RunStarted)
    trouble = failed(list(trainer(flowers(), tmp_path / "run", resume=True).run()))
    assert trouble.kind is Failure.RUN_FOLDER
    assert "Another window or program is training" in str(trouble.message)
    assert "stop it there" in str(trouble.remedy)
    with Run.open(tmp_path / "run") as run:  # watching it does no harm
        assert run.info().state == "running"
    for event in first:
        if isinstance(event, Paused):
            control.resume()
    assert finished([event]).steps == 21
    with Lock(tmp_path / "run"):
        pass  # it is free again


ELSEWHERE = """
import sys
from pathlib import Path
from workbench.engine.keeping import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_run_is_kept_from_another_program_until_that_dies(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        with pytest.raises(FolderError, match="Another window"):
            Lock(tmp_path)
        other.kill()
        other.wait(30)
    Lock(tmp_path).close()


READ_ONLY = """
import os, sys
from pathlib import Path
from tests.workbench.engine.small import flowers, train
train(flowers(epochs=1), Path(sys.argv[1]).parent / "open")  # everything is loaded while it may be read
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
event = train(flowers(epochs=1), Path(sys.argv[1]) / "run")[0][-1]
print(type(event).__name__, event.kind.name)
print(event.message)
print(event.remedy)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of folders are others there")
def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and "pytest" in str(folder):
            folder.chmod(0o755)
    closed.chmod(0o555)
    told = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(closed)], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    lines = told.stdout.splitlines()
    assert lines and lines[0] == "RunFailed RUN_FOLDER", told.stderr
    assert "cannot be written" in lines[1] and "Choose another folder" in lines[2]


def table(path: Path, rows: int = 60) -> Path:
    """A small table of one's own: four numbers and a kind."""
    chance = np.random.default_rng(0)
    lines = ["a,b,c,d,kind"]
    for row in range(rows):
        lines.append(",".join(f"{value:.3f}" for value in chance.normal(size=4) + row % 3) + f",k{row % 3}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_data_file_that_vanishes_is_told_and_the_run_goes_on_when_it_is_back(tmp_path: Path) -> None:
    path = table(tmp_path / "own.csv")
    parameters = {"file": str(path), "target": "kind"}
    project = flowers(epochs=2, data=DataChoice(name="csv_classes", parameters=parameters))
    stopped_after(project, tmp_path / "run", 1)
    away = path.rename(tmp_path / "away.csv")
    trouble = failed(list(Trainer.resumed(tmp_path / "run", probes=()).run()))
    assert trouble.kind is Failure.DATA and "own.csv" in str(trouble.message)
    assert "missing files" in str(trouble.remedy)
    away.rename(path)
    assert finished(list(Trainer.resumed(tmp_path / "run", probes=()).run())).epochs == 2


def spoiled(monkeypatch: pytest.MonkeyPatch, change: Callable[[Table], Table]) -> None:
    """Let the flowers be other flowers."""
    load = Iris.load
    monkeypatch.setattr(Iris, "load", lambda self, seed=0: change(load(self, seed)))


def test_examples_with_missing_numbers_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(flowers: Table) -> Table:
        features = flowers["features"].copy()
        features[40:60, 2] = np.nan
        return Table({**flowers.columns, "features": features}, flowers.notes)

    spoiled(monkeypatch, broken)
    project = flowers()
    events, _ = train(project, tmp_path / "run")
    assert finished(events) and np.isfinite(curve(events)).all()
    assert any("20" in note for event in events for note in map(str, getattr(event, "notes", ())))


def test_labels_that_are_all_the_same_are_learned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(monkeypatch, lambda t: Table({**t.columns, "label": np.zeros_like(t["label"])}, t.notes))
    events, _ = train(flowers(epochs=4), tmp_path / "run")
    assert finished(events).test["accuracy"] == 1.0
    assert np.isfinite(curve(events)).all()


def test_a_batch_larger_than_the_set_is_the_set(tmp_path: Path) -> None:
    events, _ = train(flowers(epochs=2, batch_size=10_000), tmp_path / "run")
    assert finished(events).steps == 2


def test_a_class_nobody_trains_on_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiled(monkeypatch, lambda t: t.take(np.flatnonzero(t["label"] != 1)))
    for balance in Balance:
        events, _ = train(flowers(epochs=1, balance=balance), tmp_path / balance.name)
        assert np.isfinite(curve(events)).all() and finished(events).test["loss"] > 0


def test_one_example_a_step_cannot_be_normalised_and_says_where(tmp_path: Path) -> None:
    project = flowers(descent=Descent.SINGLE)
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.node == project.network.node("norm").id


def test_a_sequence_of_no_length_says_where() -> None:
    net = Network()
    x = net.add("Input", name="steps", field="steps", kind="sequence", shape=(5, 3), varies="T")
    net.add("Output", net.add("LSTM", x, name="lstm", hidden_size=4), name="y")
    with pytest.raises(NodeError, match="sequence length") as told:
        compile(net)(steps=torch.zeros(2, 0, 3))
    assert told.value.name == "lstm"


def test_a_gradient_that_is_not_finite_names_the_node_that_passed_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The root of nought is nought, but its slope is not finite: every result is good until the weights are not."""
    tanh = torch.nn.Tanh.forward
    monkeypatch.setattr(torch.nn.Tanh, "forward", lambda self, x: tanh(self, x) + 0 * (x - x.detach()).abs().sqrt())
    project = flowers()
    trouble = failed(train(project, tmp_path / "run")[0])
    assert trouble.kind is Failure.NOT_FINITE
    assert trouble.node == project.network.node("tanh").id
    assert "passes back gradients that are not finite at step 1" in str(trouble.message)
    with Run.open(tmp_path / "run") as run:
        (sample,) = run.samples("anomaly")
    assert sample.labels["node"] == ("tanh",) and sample.data["x"].shape == (8, 12)
