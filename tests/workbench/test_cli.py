"""Everything but drawing, from a terminal: for programs one JSON object a line, for people sentences."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import graphs
import presets
from graphs.edits import SetParameter
from workbench import cli
from workbench.engine.events import EpochDone, Event
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer

ROOT = Path(__file__).resolve().parents[2]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]], str]:
    """Run a command in this process: exit code, the JSON lines of stdout, and stderr."""
    code = cli.main([*words, "--json"])
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_presets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "presets")
    assert code == 0
    assert [line["name"] for line in lines] == presets.names()
    lenet = next(line for line in lines if line["name"] == "lenet5")
    assert {"name", "title", "family", "year", "sizes", "textbook"} <= set(lenet)
    assert lenet["textbook"] == ["A14"]


def test_layers_and_data_sets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "layers")
    assert code == 0 and len(lines) >= 35
    assert all({"type", "family", "inputs", "outputs", "parameters"} <= set(line) for line in lines)
    code, lines, _ = said(capsys, "datasets")
    assert code == 0 and "digits" in [line["name"] for line in lines]


def test_check_counts_a_good_network(capsys: pytest.CaptureFixture[str]) -> None:
    code, (line,), _ = said(capsys, "check", "lenet5")
    assert code == 0
    assert (line["parameters"], line["trainable"], line["multiply_adds"]) == (61_706, 61_706, 416_520)
    assert line["problems"] == []


def test_check_tells_what_is_wrong_and_exits_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "kernel_size", 7))
    graphs.save(project, tmp_path / "broken.workbench")
    code, (line,), _ = said(capsys, "check", str(tmp_path / "broken.workbench"))
    assert code == 1
    assert line["problems"][0]["node"] == "C5"
    assert "Set C1's padding to 1" in line["problems"][0]["fixes"]


def test_people_get_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "lenet5"]) == 0
    assert "61,706 parameters" in capsys.readouterr().out


def test_training_ends_with_the_test(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ("train", "softmax_regression", "--epochs", "2", "--seed", "0", "--run-dir", str(tmp_path / "run"))
    code, lines, _ = said(capsys, *words, "--threads", "1", "--save", str(tmp_path / "mine.workbench"))
    assert code == 0
    assert lines[0]["event"] == "started"
    last = lines[-1]
    assert (last["event"], last["epochs"]) == ("finished", 2)
    assert {"loss", "accuracy"} <= set(last["test"])
    learned = graphs.load(tmp_path / "mine.workbench")
    assert learned.weights[learned.network.node("scores").id, "weight"].shape == (10, 64)


def test_runs_are_listed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ("train", "mlp", "--epochs", "1", "--threads", "1", "--run-dir", str(tmp_path / "first"))
    assert said(capsys, *words)[0] == 0
    code, (line,), _ = said(capsys, "runs", "--runs", str(tmp_path))
    assert code == 0
    assert (line["run"], line["step"]) == ("first", line["steps"])
    assert cli.main(["runs", "--runs", str(tmp_path)]) == 0
    assert "first" in capsys.readouterr().out


def test_views_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "views")
    assert code == 0
    assert {"curves", "gradients", "decision_boundary", "confusion_matrix"} <= {line["name"] for line in lines}


def test_the_doctor_says_how_things_stand(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = said(capsys, "doctor")
    assert {"Python", "PyTorch", "Processor"} <= {line["subject"] for line in lines}
    assert code == (1 if any(line["state"] == "problem" for line in lines) else 0)


def test_the_same_seed_gives_the_same_numbers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ends = []
    for folder in ("a", "b"):
        words = ("train", "mlp", "--epochs", "2", "--seed", "5", "--threads", "1", "--run-dir", str(tmp_path / folder))
        ends.append(said(capsys, *words)[1][-1]["test"])
    assert ends[0] == ends[1]


def test_data_and_their_parameters_can_be_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ("train", "perceptron", "--set", "gate=XOR", "--run-dir", str(tmp_path / "run"), "--threads", "1")
    code, lines, _ = said(capsys, *words)
    assert code == 0
    assert lines[-1]["test"]["accuracy"] <= 0.75


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (["train", "lenet"], 2, "Did you mean lenet5"),
        (["check", "nowhere.workbench"], 1, "nowhere.workbench"),
        (["train"], 2, "needs a preset or a file"),
        (["train", "mlp", "--epochs", "0"], 2, "a whole number from 1"),
        (["train", "mlp", "--set", "noise"], 2, "NAME=VALUE"),
        (["train", "mlp", "--set", "noise=99"], 2, "noise"),
        (["train", "mlp", "--data", "moon"], 2, "Did you mean moons"),
        (["train", "mlp", "--learning-rate", "-1"], 2, "learning_rate"),
        (["train", "--resume", "no-such-run"], 1, "no run in"),
        (["dance", "--now"], 2, "at a time"),
        (["check"], 2, "what"),
    ],
)
def test_wrong_calls_are_answered_in_one_sentence(
    words: list[str], code: int, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = cli.main(words)
    except SystemExit as end:
        found = int(str(end.code))
    captured = capsys.readouterr()
    assert found == code
    assert text in captured.err
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_code_is_printed_and_runs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["export", "lenet5"]) == 0
    text = capsys.readouterr().out
    assert "class LeNet5(nn.Module):" in text
    compile(text, "printed", "exec")
    assert cli.main(["export", "lenet5", "-o", str(tmp_path / "lenet.py")]) == 0
    assert (tmp_path / "lenet.py").read_text(encoding="utf-8") == text
    assert cli.main(["export", "lenet5", "--class-name", "My_Net"]) == 0
    assert "class My_Net(nn.Module):" in capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        cli.main(["export", "lenet5", "--class-name", "3 nets"])
    assert end.value.code == 2
    assert "a class name such as Network3Nets, not 3 nets" in capsys.readouterr().err


KILLED = """
import os, sys
from workbench import cli
from workbench.engine import trainer
trainer.EPOCH_CHECKPOINT_SECONDS = 0.0  # a checkpoint after every epoch
whole = trainer.Trainer.run
def run(made):
    for event in whole(made):
        yield event
        if type(event).__name__ == "EpochDone" and event.epoch == 4:
            os.kill(os.getpid(), 9)
trainer.Trainer.run = run
cli.main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL exists on Linux and macOS only")
def test_a_killed_training_goes_on_to_the_same_numbers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """SIGKILL in the middle, resume, and the end is bit for bit that of a training nobody disturbed."""
    words = ("train", "softmax_regression", "--epochs", "7", "--threads", "1")
    child = subprocess.run(
        [sys.executable, "-c", KILLED, *words, "--json", "--run-dir", str(tmp_path / "killed")],
        capture_output=True, text=True, cwd=ROOT, timeout=240, check=False,
    )  # fmt: skip
    assert child.returncode == -9, child.stderr
    assert "finished" not in [json.loads(line)["event"] for line in child.stdout.splitlines()]
    _, straight, _ = said(capsys, *words, "--run-dir", str(tmp_path / "straight"))
    _, resumed, _ = said(capsys, "train", "--resume", str(tmp_path / "killed"))
    assert [line["epoch"] for line in resumed if line["event"] == "epoch_done"] in ([4, 5, 6, 7], [5, 6, 7])
    one, other = straight[-1], resumed[-1]
    assert one["event"] == other["event"] == "finished"
    assert (one["test"], one["validation"], one["steps"]) == (other["test"], other["validation"], other["steps"])
    assert (tmp_path / "straight" / "last.safetensors").exists()


def test_ctrl_c_stops_and_keeps_the_run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Trainer.run

    def run(made: Trainer) -> Iterator[Event]:
        for event in whole(made):
            yield event
            if isinstance(event, EpochDone) and event.epoch == 1:
                signal.raise_signal(signal.SIGINT)  # what the terminal sends

    monkeypatch.setattr(Trainer, "run", run)
    words = ("train", "softmax_regression", "--epochs", "100000", "--threads", "1", "--run-dir", str(tmp_path / "run"))
    before = signal.getsignal(signal.SIGINT)
    try:
        code, lines, _ = said(capsys, *words)
    except KeyboardInterrupt:
        pytest.fail("Ctrl+C ended the program instead of the training")
    assert code == 0
    assert lines[-1]["event"] == "finished" and lines[-1]["stopped"]
    with Run.open(tmp_path / "run") as run:
        assert run.info().state == "stopped"
    assert signal.getsignal(signal.SIGINT) is before


def test_without_a_screen_the_window_says_so_in_one_sentence() -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    if sys.platform in ("win32", "darwin"):
        pytest.skip("these systems always have a screen")
    start = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "workbench"],
        capture_output=True,
        text=True,
        env={**bare, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )
    assert child.returncode == 1
    assert "workbench train lenet5" in child.stderr
    assert len(child.stderr.strip().splitlines()) == 1
    assert time.monotonic() - start < 60
