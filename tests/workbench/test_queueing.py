"""Trainings that wait for their turn: added, put in order, trained one after another, still there after a restart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import graphs
from graphs.edits import Disconnect
from tests.workbench.desk import LEFT, NONE, Desk
from tests.workbench.engine.small import flowers, trainer
from workbench.cli import main
from workbench.engine.events import EpochDone
from workbench.engine.runs import Run, list_runs, new_run_folder
from workbench.queue_dialog import QueueDialog
from workbench.queue_offer import offer_queue
from workbench.queueing import FILE, QueueError, RunQueue, Turn
from workbench.session import RunState


@pytest.fixture(autouse=True)
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))
    return tmp_path / "runs"


def titles(waiting: RunQueue) -> list[str]:
    return [entry.title for entry in waiting.entries()]


def test_added_ordered_and_taken_out() -> None:
    waiting = RunQueue()
    first, second, third = (waiting.add(flowers(), title) for title in "abc")
    waiting.move(third.id, -1)
    assert titles(waiting) == ["a", "c", "b"]
    waiting.move(first.id, 5)
    assert titles(waiting) == ["c", "b", "a"]
    waiting.remove(second.id)
    assert titles(RunQueue()) == ["c", "a"]  # another program sees the same
    assert sorted(path.name for path in waiting.folder.glob("*.workbench")) == ["0001.workbench", "0003.workbench"]
    assert waiting.add(flowers(), "d").id == 4  # a number is never given twice
    with pytest.raises(QueueError, match="no training with the number 2"):
        waiting.remove(2)


def test_what_is_drawn_later_does_not_reach_a_training_that_waits() -> None:
    project, waiting = flowers(), RunQueue()
    entry = waiting.add(project, "flowers")
    project.apply(Disconnect(project.network.wires[0]))
    assert graphs.diagnose(waiting.project(entry.id).network) == []


def test_only_one_program_trains_and_one_that_died_is_taken_over(tmp_path: Path) -> None:
    waiting = RunQueue()
    entry = waiting.add(flowers(), "flowers")
    with waiting.take_over():
        waiting.begin(entry.id, tmp_path / "run")
        with pytest.raises(QueueError, match="Another window or program"):
            RunQueue().take_over()
        with pytest.raises(QueueError, match="Stop it first"):
            waiting.remove(entry.id)
        assert waiting.next() is None
    with RunQueue().take_over():
        left = waiting.next()
        assert left is not None and left.folder == str(tmp_path / "run")  # it goes on in its run folder


def test_a_kill_while_the_list_is_written_leaves_the_old_one_or_the_new(tmp_path: Path) -> None:
    script = (
        "import os, presets\nfrom workbench.queueing import RunQueue\n"  # what trains is not needed, and slow to load
        "waiting = RunQueue()\nwaiting.add(presets.build('mlp'), 'first')\n"
        "replace = os.replace\n"
        "def killed(a, b):\n    os.kill(os.getpid(), 9) if str(b).endswith('queue.json') else replace(a, b)\n"
        "os.replace = killed\nwaiting.add(presets.build('mlp'), 'second')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], env=os.environ | {"PYTHONPATH": str(Path.cwd())}, timeout=120)
    assert done.returncode == -9
    waiting = RunQueue()
    assert titles(waiting) == ["first"]
    assert waiting.add(flowers(), "third").id == 2  # nobody is locked out


def test_a_damaged_list_is_told_and_not_written_over() -> None:
    waiting = RunQueue()
    waiting.add(flowers(), "flowers")
    (waiting.folder / FILE).write_text("{")
    for wish in (waiting.entries, lambda: waiting.add(flowers(), "more")):
        with pytest.raises(QueueError, match="cannot be read"):
            wish()
    assert (waiting.folder / FILE).read_text() == "{"


def saved(folder: Path, name: str, epochs: int = 1) -> str:
    path = folder / f"{name}.workbench"
    graphs.save(flowers(epochs=epochs), path)
    return str(path)


def test_several_are_trained_one_after_another_and_a_failed_one_is_said(
    tmp_path: Path, runs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, other = saved(tmp_path, "good"), saved(tmp_path, "other")
    assert main(["train", good, str(tmp_path / "gone.workbench"), other, "--threads", "1"]) == 1
    told = capsys.readouterr().err
    assert "1 of 3" in told and "3 of 3" in told and "gone.workbench" in told
    assert sorted(run.state for run in list_runs(runs)) == ["finished", "finished"]
    assert main(["train", good, other, "--run-dir", str(tmp_path / "run")]) == 2
    assert "--run-dir is about one training" in capsys.readouterr().err


def test_the_queue_on_the_command_line(tmp_path: Path, runs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = saved(tmp_path, "good"), saved(tmp_path, "bad")
    assert main(["queue", "add", bad, good, "--epochs", "2"]) == 0
    waiting = RunQueue()
    (waiting.folder / "0001.workbench").write_bytes(b"nothing")  # the first one cannot be read any more
    assert main(["queue", "run", "--threads", "1"]) == 1
    capsys.readouterr()
    assert main(["queue", "--json"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["state"], second["state"]) == ("failed", "done") and first["said"] and "loss" in second["said"]
    with Run.open(Path(second["run"])) as run:
        assert run.meta("epochs") == 2
    assert main(["queue", "retry", "1"]) == 0 and waiting.entry(1).turn is Turn.WAITING
    assert main(["queue", "move", "1", "1"]) == 0 and [entry.id for entry in waiting.entries()] == [2, 1]
    assert main(["queue", "remove", "1"]) == 0 and main(["queue", "clear"]) == 0
    assert waiting.entries() == ()
    assert main(["queue", "remove", "one"]) == 1


# ---------------------------------------------------------------------- in the window


def choose(desk: Desk, dialog: QueueDialog, title: str) -> None:
    """Click the row of a training."""
    (item,) = dialog.tree.findItems(title, Qt.MatchFlag.MatchExactly)
    QTest.mouseClick(dialog.tree.viewport(), LEFT, NONE, dialog.tree.visualItemRect(item).center())
    assert dialog.tree.currentItem() is item


def test_train_later_and_the_list(desk: Desk) -> None:
    desk.window.actions_table["train_later"].trigger()
    waiting = desk.window.queue.list
    waiting.add(flowers(epochs=1), "flowers")
    (waiting.folder / "0001.workbench").write_bytes(b"nothing")  # the first one cannot be read any more
    desk.window.actions_table["queue"].trigger()
    dialog = desk.window.findChild(QueueDialog)
    assert dialog is not None and dialog.isVisible()
    titles_shown = [dialog.tree.topLevelItem(row).text(0) for row in range(dialog.tree.topLevelItemCount())]
    assert titles_shown == [waiting.entry(1).title, "flowers"]
    choose(desk, dialog, "flowers")
    desk.press(dialog.wishes["earlier"])
    assert [entry.id for entry in waiting.entries()] == [2, 1]
    desk.press(dialog.wishes["later"])
    desk.press(dialog.start)
    desk.wait(lambda: all(entry.over for entry in waiting.entries()), 60, "the queue")
    failed, done = waiting.entries()
    assert (failed.turn, done.turn) == (Turn.FAILED, Turn.DONE) and "loss" in done.said
    assert desk.window.tabs.front is desk.window.tab  # the tab it was trained in came behind
    assert [tab.session.title for tab in desk.window.tabs.projects][-1] == "Flowers"
    desk.wait(lambda: not desk.window.queue.active, 10, "the rest of the queue")
    with RunQueue().take_over():
        pass  # others may train again
    desk.press(dialog.clear_ended)
    assert waiting.entries() == ()
    dialog.close()


def test_a_stop_lets_the_queue_rest_and_the_training_wait(desk: Desk) -> None:
    runner = desk.window.queue
    runner.list.add(flowers(epochs=5000), "long")
    runner.list.add(flowers(epochs=1), "short")
    runner.start()
    desk.wait(lambda: runner.current is not None and desk.window.tabs.projects[-1].session.control is not None, 60)
    tab = desk.window.tabs.projects[-1]
    desk.wait(lambda: tab.session.state is RunState.RUNNING, 60, "the training")
    tab.training.stop()
    desk.wait(lambda: runner.current is None, 60, "the stop")
    assert [entry.turn for entry in runner.list.entries()] == [Turn.WAITING, Turn.WAITING]
    assert not runner.active and Path(runner.list.entries()[0].folder).exists()  # it goes on there


def test_the_next_start_offers_to_go_on_where_the_queue_stood(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []
    answers = iter(("later", "go_on"))

    def ask(parent: object, title: str, others: int) -> str:
        asked.append((title, others))
        return next(answers)

    monkeypatch.setattr("workbench.dialogs.ask_queue", ask)
    waiting = RunQueue()
    first = waiting.add(flowers(epochs=2), "first")
    waiting.add(flowers(epochs=1), "second")
    offer_queue(desk.window)
    assert not asked and "2 trainings wait" in desk.window.toast.text
    folder = new_run_folder("first")
    events = trainer(waiting.project(first.id), folder).run()
    waiting.begin(first.id, folder)
    while not isinstance(next(events), EpochDone):
        pass
    events.close()  # as if the program had died in the second epoch
    offer_queue(desk.window)
    assert asked == [("first", 1)] and not desk.window.queue.active
    assert waiting.entry(first.id).turn is Turn.WAITING
    offer_queue(desk.window)
    desk.wait(lambda: all(entry.over for entry in waiting.entries()), 60, "the queue")
    assert [entry.turn for entry in waiting.entries()] == [Turn.DONE, Turn.DONE]
    with Run.open(folder) as run:
        assert [name for _, _, name, _ in run.log() if name in ("started", "resumed")] == ["started", "resumed"]
