"""The program is killed at any instant, inside a save too: what was kept before is offered back, whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graphs.document import load
from graphs.journal import Journal

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20

NURSERY = '''
"""Import once, then fork one child for each kill; tell for each which edit it had kept for certain."""
import json, os, random, signal, sys, time
from pathlib import Path
import presets
from graphs.edits import Describe, SetParameter
from workbench.session import Session

folder, kills = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)
real_replace, real_fsync = os.replace, os.fsync

def die(*given):
    os.kill(os.getpid(), signal.SIGKILL)

def replaced(*given):
    real_replace(*given)
    die()

def live(number, pipe, fatal, after):
    """Edit, keep, save, edit, keep, save, … until the end; every kept edit is told once it is certain."""
    path = folder / f"net{number}.workbench"
    session = Session(presets.build("lenet5"))
    session.save(path)
    c1 = session.project.network.node("C1").id
    for edit in range(1, 100_000):
        session.do(SetParameter(c1, "out_channels", edit))
        session.do(Describe(notes=f"edit {edit} " + "x" * (edit % 50) * 400))
        if edit == after and fatal is not None:
            name, act = fatal
            setattr(os, name, act)
        if edit % 3 == number % 3:
            session.save()
        else:
            session.autosave()
        os.write(pipe, f"{edit}\\n".encode())

# Five ways to die inside a save or an autosave, and then at random instants.
FATAL = [("fsync", die), ("replace", die), ("replace", replaced), ("fsync", die), ("replace", replaced)]
for number in range(kills):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        fatal = FATAL[number] if number < len(FATAL) else None
        live(number, writing, fatal, 5 + number % 3)
        os._exit(0)
    os.close(writing)
    first = os.read(reading, 64)  # it has begun
    if number >= len(FATAL):
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(child, signal.SIGKILL)
    said = first
    while part := os.read(reading, 65536):
        said += part
    _, status = os.waitpid(child, 0)
    os.close(reading)
    whole = [int(line) for line in said.decode().split("\\n")[:-1]]
    print(json.dumps({"number": number, "certain": whole[-1], "signal": os.WTERMSIG(status)}), flush=True)
'''


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork exist on Linux and macOS only")
def test_killed_at_twenty_instants_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NURSERY, str(tmp_path), str(KILLS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == KILLS and {one["signal"] for one in told} == {9}
    offered = 0
    for one in told:
        path = tmp_path / f"net{one['number']}.workbench"
        saved = load(path)  # the file itself is whole, always
        kept = Journal(path).offer()
        offered += kept is not None
        project = kept or saved
        edit = int(project.notes.split()[1])
        assert one["certain"] <= edit <= one["certain"] + 1, one
        assert project.network.node("C1").parameters["out_channels"] == edit
    assert 0 < offered  # some died with work that no save had taken
