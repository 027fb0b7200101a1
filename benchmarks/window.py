"""How soon the window can be used, what it costs a training, and how long it ever stands still.

Start-up is measured in processes of their own, from the call to a drawn window that has answered an event; between two
of them a process imports nothing but the libraries that the window is made of, which is the least it could take. The
training
runs in pairs, with the window open and without, so that a busy machine slows both.

    python benchmarks/window.py [--starts 7] [--steps 400] [--pairs 3] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BEAT = 5
"""Milliseconds between two beats of the timer that feels for stalls."""

START = """
import os, sys, time
begin = float(sys.argv[1])
import workbench.cli
from workbench import app
shell = app.shell()
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
window = shell.open_window("lenet5")
shell.app.processEvents()
window.grab()
QTest.mouseClick(window.canvas.view.viewport(), Qt.MouseButton.LeftButton)
print(time.time() - begin, "torch" in sys.modules)
sys.stdout.flush()
os._exit(0)
"""

LIBRARIES = """
import sys, time
begin = float(sys.argv[1])
import PySide6.QtWidgets, networkx, numpy, pydantic, psutil, psygnal
print(time.time() - begin)
"""


@dataclass(frozen=True)
class Row:
    """One measured number beside what it should be, if anything: at most ``budget``, or at least when ``at_least``."""

    name: str
    value: float
    unit: str
    budget: float | None
    at_least: bool = False

    @property
    def good(self) -> bool:
        """Whether the number keeps its budget."""
        if self.budget is None:
            return True
        return self.value >= self.budget if self.at_least else self.value <= self.budget


def start_up(times: int, home: Path) -> list[Row]:
    """Seconds from starting Python to a window that has answered a click, of some starts in fresh processes.

    Python keeps what it has compiled, as it does for anyone who starts a program twice.
    """
    environment = os.environ | {
        f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "compiled")

    def seconds(source: str) -> float:
        command = [sys.executable, "-c", source, repr(time.time())]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        if "True" in done.stdout:
            raise SystemExit("The window loaded torch before it was shown.")
        return float(done.stdout.split()[0])

    # The first start compiles the sources and is not counted.
    found = [(seconds(START), seconds(LIBRARIES)) for _ in range(times + 1)][1:]
    window, libraries = (statistics.median(column) for column in zip(*found, strict=True))
    return [
        Row("start-up to a usable window", window, "s", 1.5),
        Row("the same, the quickest", min(start for start, _ in found), "s", 1.5),
        Row("the imports of its libraries alone", libraries, "s", None),
        Row("start-up ÷ imports of libraries", statistics.median(start / alone for start, alone in found), "", None),
    ]


SETTLED = 100
"""Steps after which a training is measured: what is loaded and made for the first of them is not its pace."""


def without_window(steps: int, folder: Path, threads: int) -> float:
    """Steps per second of LeNet-5 trained by a worker that nobody watches, on as many threads as the watched one."""
    import presets
    from workbench.engine.control import Control
    from workbench.engine.events import RunFailed, Scalars
    from workbench.engine.trainer import Trainer
    from workbench.worker import Worker

    control = Control()
    worker = Worker(lambda: Trainer(presets.build("lenet5"), folder, control, threads=threads))
    worker.start()
    begin: tuple[int, float] | None = None
    while worker.alive:
        time.sleep(0.02)
        for event in worker.drain():
            if isinstance(event, RunFailed):
                raise SystemExit(str(event.message))
            if isinstance(event, Scalars) and "train/loss" in event.values:
                step, now = int(event.steps[-1]), time.perf_counter()
                if begin is None and step >= SETTLED:
                    begin = step, now
                elif begin is not None and step - begin[0] >= steps:
                    control.stop()
                    worker.join(30)
                    return (step - begin[0]) / (now - begin[1])
    raise SystemExit("The training ended before it was measured.")


class Watched:
    """The real window, with a timer that feels how long it ever stands still."""

    def __init__(self, home: Path):
        from workbench import loading

        loading.begin()
        from PySide6.QtCore import QSettings, QTimer

        from workbench.appearance import Appearance
        from workbench.session import Session
        from workbench.settings import Settings
        from workbench.shell import application
        from workbench.window import Window

        self.app = application(["workbench"])
        settings = Settings(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
        appearance = Appearance(self.app, settings)
        appearance.dress()
        self.session = Session()
        self.session.open_preset("lenet5")
        self.window = Window(self.session, settings, appearance)
        self.window.resize(1680, 1000)
        self.window.show()
        QTimer.singleShot(1000, loading.settled)
        self.stalls: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._felt)
        self._timer.start()

    def _felt(self) -> None:
        now = time.perf_counter()
        self.stalls.append(max(0.0, now - self._last - BEAT / 1000))
        self._last = now

    def warm_up(self) -> float:
        """Load PyTorch behind the open window; return the longest stall in seconds."""
        self.window.warmup.begin()
        while not self.window.warmup.ready:
            self.app.processEvents()
            time.sleep(0.001)
        return self.window.warmup.stall

    def steps_per_second(self, steps: int) -> tuple[float, int]:
        """Train with everything visible for some steps after the first; return their rate and the number of threads."""
        from PySide6.QtCore import QEventLoop

        from workbench.engine.events import RunFailed, RunStarted, Scalars

        self.session.open_preset("lenet5")
        marks: list[tuple[int, float]] = []
        threads = [1]
        loop = QEventLoop()

        def take(event: object) -> None:
            if isinstance(event, RunFailed):
                raise SystemExit(str(event.message))
            if isinstance(event, RunStarted):
                threads[0] = event.threads
            if isinstance(event, Scalars) and "train/loss" in event.values and event.steps[-1] >= SETTLED:
                if not marks:
                    self.stalls.clear()
                marks.append((int(event.steps[-1]), time.perf_counter()))
                if marks[-1][0] - marks[0][0] >= steps:
                    loop.quit()

        self.session.events.connect(take)
        self.window.training.toggle()
        loop.exec()
        self.session.events.disconnect(take)
        self.window.stop_and_wait()
        (first, begin), (last, end) = marks[0], marks[-1]
        return (last - first) / (end - begin), threads[0]


def measure(starts: int, steps: int, pairs: int) -> list[Row]:
    """Everything, in the order of the table."""
    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        os.environ |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        rows = start_up(starts, home)
        watched = Watched(home)
        rows.append(Row("longest stall while PyTorch is loaded", 1000 * watched.warm_up(), "ms", 1000))
        ratios, stalls = [], []
        for number in range(pairs):
            rate, threads = watched.steps_per_second(steps)
            stalls += watched.stalls
            ratios.append(rate / without_window(steps, home / f"run{number}", threads))
        stalls.sort()
        rows.append(Row("steps/s with the window ÷ without", statistics.median(ratios), "", 0.95, at_least=True))
        rows.append(
            Row("stall of the window while training, p99", 1000 * stalls[int(0.99 * (len(stalls) - 1))], "ms", 50)
        )
        rows.append(Row("longest stall of the window while training", 1000 * stalls[-1], "ms", 250))
    return rows


def main() -> int:
    """Measure, print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    rows = measure(chosen.starts, chosen.steps, chosen.pairs)
    if chosen.json:
        for row in rows:
            print(
                json.dumps(
                    {"name": row.name, "value": row.value, "unit": row.unit, "budget": row.budget, "good": row.good}
                )
            )
        return 0
    print(f"{'':45} {'measured':>12} {'budget':>12}")
    for row in rows:
        if row.budget is None:
            print(f"{row.name:45} {row.value:9.2f} {row.unit:>2}")
            continue
        sign = "≥" if row.at_least else "≤"
        verdict = "good" if row.good else "over"
        print(f"{row.name:45} {row.value:9.2f} {row.unit:>2} {sign:>5} {row.budget:g} {row.unit:>2}   {verdict}")
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # Without the window's own farewell, which would ask about unsaved weights.
    os._exit(code)
