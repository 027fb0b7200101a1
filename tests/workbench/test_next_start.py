"""The next start: the tabs of the last time are there again, and after a sudden end every unsaved one is offered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QSettings

import graphs
import presets
from workbench.settings import Settings

ROOT = Path(__file__).resolve().parents[2]

BEGIN = """
import json, os, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
from PySide6.QtTest import QTest
from graphs.edits import Describe
from workbench import dialogs, warmup
from workbench.shell import Shell
warmup.IDLE = 600_000  # on a busy machine two seconds are over before the window is looked at
asked = []
def recover(parent, names, when):
    asked.append(list(names))
    return "recover"
dialogs.ask_recover = recover
dialogs.ask_save = lambda *about: "discard"
shell = Shell(["workbench"])
shell.settings.toured = True
"""

EDIT_AND_DIE = """
window = shell.open_window("lenet5")
window.files.open(folder / "mine.workbench")
window.files.open_preset("perceptron")
window.files.open(folder / "clean.workbench")
window.files.new()
for number, tab in enumerate(window.tabs.projects):
    if tab.session.path is None or tab.session.path.stem == "mine":
        tab.session.do(Describe(notes=f"work {number}"))
end = time.monotonic() + 20
dirty = [tab.session for tab in window.tabs.projects if not tab.is_clean]
while not all(session.journal.file.is_file() for session in dirty) and time.monotonic() < end:
    QTest.qWait(50)
print(json.dumps(len(dirty)), flush=True)
os.kill(os.getpid(), 9)
"""

LOOK = """
window = shell.open_window()
QTest.qWait(200)
front = window.tabs.front
before = [bool(getattr(item, "is_there", False)) for item in window.tabs._items]
bar = window.tabs.bar
told = {
    "names": [bar.tabText(number) for number in range(bar.count())],
    "notes": sorted(tab.session.project.notes for tab in window.tabs.projects if not tab.is_clean),
    "asked": asked,
    "asleep": sum(before),
    "front": bar.tabText(bar.currentIndex()),
    "torch": "torch" in sys.modules,
}
print(json.dumps(told), flush=True)
window.close()
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Settings and data of a person of one's own."""
    names = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {**os.environ, **names, "QT_QPA_PLATFORM": "offscreen"}


def start(program: str, folder: Path, home: dict[str, str]) -> tuple[int, Any]:
    """Run a program in a process of its own; what it printed last, as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + program, str(folder)],
        cwd=ROOT, env=home, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL exists on Linux and macOS only")
def test_after_a_sudden_end_every_unsaved_tab_is_offered_back(tmp_path: Path, home: dict[str, str]) -> None:
    for name in ("mine", "clean"):
        graphs.save(presets.build("mlp"), tmp_path / f"{name}.workbench")
    code, dirty = start(EDIT_AND_DIE, tmp_path, home)
    assert code == -9 and dirty == 4

    _, told = start(LOOK, tmp_path, home)
    (offered,) = told["asked"]
    assert sorted(offered) == ["LeNet-5", presets.info("perceptron").title, "Untitled", "mine.workbench"]
    assert told["notes"] == ["work 0", "work 1", "work 2", "work 4"]
    assert sorted(told["names"]) == sorted(["mine", "clean", "LeNet-5", presets.info("perceptron").title, "Untitled"])
    assert not told["torch"]

    _, again = start(LOOK, tmp_path, home)  # that one ended in order: nothing is offered, the files are open again
    assert again["asked"] == [] and sorted(again["names"]) == ["clean", "mine"]


def test_a_second_program_leaves_the_tabs_of_the_first_alone(tmp_path: Path) -> None:
    def settings() -> Settings:
        return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))

    first, store = settings(), QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    first.claim_tabs()
    first.tabs, first.open_at_the_end = (["preset:mlp:small"], 0), [tmp_path / "a.workbench"]
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    began = psutil.Process(sleeper.pid).create_time()
    store.setValue("keeper", f"{sleeper.pid} {began:.2f}")  # as if another program had written all that
    store.sync()
    second = settings()
    second.claim_tabs()
    assert not second.keeps_tabs and second.tabs == ([], 0) and second.open_at_the_end == []
    second.tabs = (["preset:lenet5:small"], 0)
    sleeper.kill()
    sleeper.wait()
    third = settings()
    third.claim_tabs()
    assert third.tabs == (["preset:mlp:small"], 0) and third.open_at_the_end == [tmp_path / "a.workbench"]


def test_the_tabs_of_the_last_time_are_there_and_sleep(tmp_path: Path, home: dict[str, str]) -> None:
    path = tmp_path / "mine.workbench"
    graphs.save(presets.build("mlp"), path)
    first = 'window = shell.open_window("lenet5")\nwindow.files.open(folder / "mine.workbench")\n'
    first += 'window.files.open_preset("perceptron")\nwindow.tabs.walk(-1)\nwindow.close()\nprint(1)'
    start(first, tmp_path, home)
    compare = "from workbench.compare_dialog import show_with\n" + LOOK.replace(
        "window.close()", 'show_with(window, "lenet5")\nQTest.qWait(20)\nwindow.close()'
    )
    _, told = start(compare, tmp_path, home)
    assert told["names"] == ["LeNet-5", "mine", presets.info("perceptron").title]
    assert told["front"] == "mine" and told["asleep"] == 2

    # The comparison that was in front at the end is there again, and follows the two tabs it is of.
    more = '"sides": [side.tab is not None for side in getattr(front, "sides", ())],'
    _, told = start(LOOK.replace('"torch":', more + '"torch":'), tmp_path, home)
    assert told["names"] == ["LeNet-5", "mine", "LeNet-5 and mine", presets.info("perceptron").title]
    assert told["front"] == "LeNet-5 and mine" and told["sides"] == [True, True] and told["asleep"] == 1

    path.unlink()
    _, told = start(LOOK + "shell.settings.restores_tabs = False\n", tmp_path, home)
    assert told["names"] == ["LeNet-5", presets.info("perceptron").title] and told["front"] == "LeNet-5"

    _, told = start(LOOK, tmp_path, home)
    assert told["names"] == ["LeNet-5"]
