"""The training thread tells everything through its queue, its own end included."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.workbench.engine.small import curve, finished, flowers, train, trainer
from workbench.engine import Control, Event, Failure, Paused, RunFailed
from workbench.worker import Worker, warm_up, warm_up_in_background

ROOT = Path(__file__).parents[2]


def everything(worker: Worker) -> list[Event]:
    """Wait for the end and take all events."""
    assert worker.join(60)
    return worker.drain()


def test_a_training_in_a_thread_gives_the_numbers_it_gives_here(tmp_path: Path) -> None:
    here, _ = train(flowers(), tmp_path / "here")
    worker = Worker(lambda: trainer(flowers(), tmp_path / "there"))
    worker.start()
    there = everything(worker)
    assert curve(there).tobytes() == curve(here).tobytes()
    assert finished(there).test == finished(here).test
    assert not worker.alive


def test_a_paused_training_waits_until_it_is_stopped(tmp_path: Path) -> None:
    control = Control()
    control.pause()
    worker = Worker(lambda: trainer(flowers(), tmp_path / "run", control))
    worker.start()
    while not isinstance(worker.events.get(timeout=60), Paused):
        pass
    assert not worker.join(0.1)
    control.stop()
    assert finished(everything(worker)).stopped


def test_whatever_goes_wrong_arrives_as_an_event() -> None:
    class Broken:
        """A trainer that ends the program."""

        def run(self) -> Iterator[Event]:
            """Raise what is not even an Exception."""
            raise SystemExit(3)

    worker = Worker(Broken)
    worker.start()
    (event,) = everything(worker)
    assert isinstance(event, RunFailed)
    assert event.kind is Failure.UNEXPECTED
    assert "SystemExit" in event.details


def test_warming_up_can_be_done_in_the_background() -> None:
    seconds: list[float] = []
    warm_up_in_background(seconds.append).join()
    assert len(seconds) == 1
    assert {"torch", "workbench.engine.trainer"} <= sys.modules.keys()
    assert warm_up() >= 0.0


def test_the_engine_and_the_worker_load_neither_torch_nor_qt() -> None:
    code = (
        "import sys, workbench.engine, workbench.worker, workbench.engine.runs, workbench.engine.device;"
        "print([name for name in ('torch', 'PySide6') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert told.stdout.strip() == "[]", told.stderr
