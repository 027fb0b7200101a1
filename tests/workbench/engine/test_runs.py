"""A run on the disk: what is written can be read, by others too, and survives a kill at any instant."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.workbench.engine.small import curve, finished, flowers, train
from workbench.engine import Sample, Scalars
from workbench.engine.checkpoint import load_checkpoint, read_state, read_weights
from workbench.engine.faults import FolderError
from workbench.engine.runs import FILE, Run, list_runs, new_run_folder, runs_folder
from workbench.engine.trainer import Trainer

ROOT = Path(__file__).parents[3]
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def test_numbers_and_samples_come_back_as_they_went_in(tmp_path: Path) -> None:
    with Run.create(tmp_path / "run", b"\x00snapshot", "A title") as run:
        run.add_scalars(Scalars(np.array([1, 2, 5]), {"train/loss": np.array([0.5, np.nan, 0.1])}))
        picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
        run.add_sample(Sample("plane", 5, {"picture": picture, "none": np.zeros((0, 2))}, {"classes": ("a", "b")}))
        run.add_control(2, "learning_rate/all", 0.01)
        run.commit()
        with Run.open(tmp_path / "run") as reader:  # another connection sees what is committed
            steps, values = reader.scalars("train/loss")
            assert steps.tolist() == [1, 2, 5]
            assert np.array_equal(values, [0.5, np.nan, 0.1], equal_nan=True)
            assert reader.scalars("train/loss", after=2)[0].tolist() == [5]
            (sample,) = reader.samples("plane")
            assert np.array_equal(sample.data["picture"], picture)
            assert sample.data["picture"].dtype == np.uint8
            assert sample.data["none"].shape == (0, 2)
            assert sample.labels == {"classes": ("a", "b")}
            assert reader.controls() == ((2, "learning_rate/all", 0.01),)
            assert reader.meta("snapshot") == b"\x00snapshot"
            assert (reader.tags(), reader.probes()) == (("train/loss",), ("plane",))
        run.drop_after(2)
        assert run.scalars("train/loss")[0].tolist() == [1, 2]
        assert run.sample_steps("plane") == ()


def test_a_folder_that_is_no_run_or_of_a_newer_program_says_so(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="There is no run in"):
        Run.open(tmp_path)
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / FILE).write_text("this is not a database, but it is long enough to look like one" * 20)
    with pytest.raises(FolderError, match="not a database"):
        Run.open(tmp_path / "text")
    with Run.create(tmp_path / "new") as run:
        run._connection.execute("PRAGMA user_version = 99")
    with pytest.raises(FolderError, match="version 99"):
        Run.open(tmp_path / "new")
    with pytest.raises(FolderError, match="holds a run already"):
        Run.create(tmp_path / "new")


def test_runs_are_listed_newest_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path))
    assert runs_folder() == tmp_path
    for number, title in enumerate(("LeNet-5", "数字")):
        with Run.create(new_run_folder(title), title=title) as run:
            run.set_meta("started", float(number))
            run.commit()
    (tmp_path / "not a run").mkdir()
    assert [info.title for info in list_runs()] == ["数字", "LeNet-5"]
    monkeypatch.delenv("WORKBENCH_RUNS")
    assert runs_folder().name == "runs"


def test_a_checkpoint_that_is_missing_damaged_or_of_another_format_says_so(tmp_path: Path) -> None:
    train(flowers(epochs=1), tmp_path / "run")
    path = tmp_path / "run" / "last.safetensors"
    tensors, state = load_checkpoint(path)
    assert state.step == 7
    assert {name.split("/")[0] for name in tensors} == {"weights", "optimizer", "random", "batches"}
    weights = read_weights(path)
    assert {key for _, key in weights} >= {"weight", "bias", "running_mean"}
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(FolderError, match="damaged"):
        read_state(path)
    path.write_bytes(content.replace(b'"format":"1"', b'"format":"7"', 1))
    with pytest.raises(FolderError, match="format 7"):
        read_state(path)
    with pytest.raises(FolderError, match="There is no checkpoint"):
        read_state(tmp_path / "run" / "nothing.safetensors")


WRITE = """
import sys
from pathlib import Path
import numpy as np
from workbench.engine import Scalars
from workbench.engine.runs import Run
run = Run.create(Path(sys.argv[1]))
step = 0
while True:
    for _ in range(50):
        step += 1
        run.add_scalars(Scalars(np.array([step]), {"train/loss": np.array([1 / step])}))
    run.commit()
    print(step, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL exists on Linux and macOS only")
def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", WRITE, str(tmp_path / "run")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = 0
    for line in child.stdout:
        told = int(line)
        if told >= 2000:
            break
    os.kill(child.pid, KILL)
    child.communicate()
    with Run.open(tmp_path / "run") as run:
        steps, values = run.scalars("train/loss")
        assert len(steps) >= told
        assert steps.tolist() == list(range(1, len(steps) + 1))
        assert values.tolist() == [1 / step for step in steps.tolist()]
    with sqlite3.connect(tmp_path / "run" / FILE) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_run_killed_before_its_first_checkpoint_begins_anew(tmp_path: Path) -> None:
    whole, _ = train(flowers(), tmp_path / "whole")
    train(flowers(), tmp_path / "run")
    (tmp_path / "run" / "last.safetensors").unlink()
    again = list(Trainer.resumed(tmp_path / "run", probes=()).run())
    assert curve(again).tobytes() == curve(whole).tobytes()
    with Run.open(tmp_path / "run") as run:
        assert json.dumps(run.meta("result")["test"]) == json.dumps(finished(whole).test)
