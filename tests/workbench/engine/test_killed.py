"""A training is killed at twenty instants, inside a step, a checkpoint and a database write too; each goes on, the same
to the last bit."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbench.engine.small import curve, finished, flowers, same_weights, train
from workbench.engine.events import Scalars
from workbench.engine.runs import FILE, Run
from workbench.engine.trainer import Trainer

ROOT = Path(__file__).parents[3]
KILLS = 20
EPOCHS = 8

NURSERY = '''
"""Import once, then fork one child for each kill; tell for each which step it had told when it died."""
import json, os, random, signal, sys, time
from pathlib import Path
from tests.workbench.engine.small import flowers, trainer
from workbench.engine import EpochDone, RunFinished
from workbench.engine import trainer as engine
from workbench.engine.runs import Run
from workbench.engine.stepping import Descent
from workbench.worker import warm_up
import torch
torch.set_num_threads(1)
warm_up()  # what the first step loads is loaded once, not by every child

folder, kills, epochs = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(11)
engine.EPOCH_CHECKPOINT_SECONDS = 0.0  # a checkpoint after every epoch

def die(*given):
    os.kill(os.getpid(), signal.SIGKILL)

def after(act):
    def both(*given, **more):
        act(*given, **more)
        die()
    return both

# Ways to die: in a step, before and after its weights are new; in a checkpoint, before and after each of its three
# deeds; in a write to the database, before and after it is certain.
FATAL = [
    (Descent, "take_quickly", die), (Descent, "take_quickly", after(Descent.take_quickly)),
    (os, "fsync", die), (os, "fsync", after(os.fsync)),
    (os, "replace", die), (os, "replace", after(os.replace)),
    (os, "link", die), (os, "link", after(os.link)),
    (Run, "commit", die), (Run, "commit", after(Run.commit)), (Run, "add_scalars", die),
    (Run, "add_scalars", after(Run.add_scalars)), (Run, "set_meta", after(Run.set_meta)),
]

def live(number, pipe, fatal, at):
    made = trainer(flowers(epochs=epochs), folder / str(number))
    for event in made.run():
        if isinstance(event, EpochDone):
            os.write(pipe, f"{event.step}\\n".encode())
            if fatal is not None and event.epoch == at:
                setattr(*fatal)
        if isinstance(event, RunFinished):
            os.write(pipe, b"0\\n")
            time.sleep(60)

for number in range(kills):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        live(number, writing, FATAL[number] if number < len(FATAL) else None, 2 + number % 3)
        os._exit(0)
    os.close(writing)
    if number >= len(FATAL):
        os.read(reading, 3)  # it has begun
        time.sleep(chance.uniform(0.0, 0.08))
        os.kill(child, signal.SIGKILL)
    said = b""
    while part := os.read(reading, 65536):
        said += part
    _, status = os.waitpid(child, 0)
    os.close(reading)
    print(json.dumps({"number": number, "signal": os.WTERMSIG(status)}), flush=True)
'''


@pytest.mark.skipif(sys.platform != "linux", reason="forking with torch loaded is safe on Linux only")
def test_killed_at_twenty_instants_every_run_goes_on_to_the_same_bits(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NURSERY, str(tmp_path), str(KILLS), str(EPOCHS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == KILLS and {one["signal"] for one in told} == {9}
    whole, _ = train(flowers(epochs=EPOCHS), tmp_path / "whole")
    with Run.open(tmp_path / "whole") as run:
        written = {tag: run.scalars(tag) for tag in run.tags()}
    assert "train/loss" in written and "val/loss" in written
    for number in range(KILLS):
        folder = tmp_path / str(number)
        with sqlite3.connect(folder / FILE) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        events = list(Trainer.resumed(folder, probes=()).run())
        assert finished(events).test == finished(whole).test, number
        assert same_weights(folder, tmp_path / "whole"), number
        with Run.open(folder) as run:
            for tag, (steps, values) in written.items():
                again, found = run.scalars(tag)
                assert again.tolist() == steps.tolist() and found.tobytes() == values.tobytes(), (number, tag)
        if any(isinstance(event, Scalars) and "train/loss" in event.values for event in events):
            told = curve(events)
            assert told.tobytes() == curve(whole)[len(curve(whole)) - len(told) :].tobytes(), number
