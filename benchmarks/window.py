"""How soon the window can be used, what it costs a training, how long it ever stands still, and what looking costs.

Start-up is measured in processes of their own, from the call to a drawn window that has answered an event; between two
of them a process imports nothing but the libraries that the window is made of, which is the least it could take.
Trainings run in pairs, with the window and its default views open and without, so that a busy machine slows both; the
timer that feels for stalls runs in a training of its own, since it takes its part. Then finished runs are gone through
with the time machine (see ``looking``), and with ``--views`` every view there is is drawn from a run of its own.

    python benchmarks/window.py [--starts 7] [--seconds 12] [--pairs 3] [--views] [--threads N] [--json]
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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.looking import Looked
    from graphs.project import Project
    from graphs.recipe import Recipe

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


SETTLED = 60
"""Steps after which a training is measured: what is loaded and made for the first of them is not its pace."""


@dataclass(frozen=True)
class Paced:
    """A preset whose steps take about so long, with its batch size, and what is asked of it with the window open."""

    preset: str
    batch: int
    budget: float

    @property
    def name(self) -> str:
        """How a row calls it."""
        return f"{self.preset}, {self.batch} a step"

    def recipe(self, project: Project) -> Recipe:
        """Its recipe with this batch size, and far more epochs than are measured."""
        return project.recipe.model_copy(update={"batch_size": self.batch, "epochs": 100_000, "patience": None})


PACES = (Paced("lenet5", 64, 0.95), Paced("digit_mlp", 32, 0.85))
"""About ten milliseconds a step, and about one."""


def force_threads(count: int) -> None:
    """Let every training compute on so many threads, instead of trying which number is quicker."""
    from workbench.engine import trainer

    vars(trainer)["timed_threads"] = lambda build, device: count


class Meter:
    """Counts the steps of a training from the settled ones on, and says when it has gone on for long enough."""

    def __init__(self, seconds: float):
        self.seconds = seconds
        self._first: tuple[int, float, float] | None = None
        self._last = (0, 0.0, 0.0)

    def take(self, event: object) -> bool:
        """Look at an event; whether enough was seen."""
        from workbench.engine.events import RunFailed, Scalars

        if isinstance(event, RunFailed):
            raise SystemExit(str(event.message))
        if not isinstance(event, Scalars) or "train/loss" not in event.values or event.steps[-1] < SETTLED:
            return False
        self._last = int(event.steps[-1]), time.perf_counter(), time.thread_time()
        if self._first is None:
            self._first = self._last
        return self._last[1] - self._first[1] >= self.seconds

    @property
    def begun(self) -> bool:
        """Whether settled steps were seen."""
        return self._first is not None

    @property
    def rate(self) -> float:
        """Steps per second."""
        assert self._first is not None
        return (self._last[0] - self._first[0]) / (self._last[1] - self._first[1])

    @property
    def own(self) -> float:
        """The part of a core that the thread took which asks this."""
        assert self._first is not None
        return (self._last[2] - self._first[2]) / (self._last[1] - self._first[1])


def without_window(paced: Paced, seconds: float, folder: Path, threads: int) -> float:
    """Steps per second of a training by a worker that nobody watches, on as many threads as the watched one."""
    import presets
    from graphs.edits import SetRecipe
    from workbench.engine.control import Control
    from workbench.engine.trainer import Trainer
    from workbench.worker import Worker

    project = presets.build(paced.preset)
    project.apply(SetRecipe(paced.recipe(project)))
    control, meter = Control(), Meter(seconds)
    worker = Worker(lambda: Trainer(project, folder, control, threads=threads))
    worker.start()
    while worker.alive:
        time.sleep(0.02)
        if any([meter.take(event) for event in worker.drain()]):
            control.stop()
            worker.join(30)
            return meter.rate
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

    def steps_per_second(self, paced: Paced, seconds: float, *, feel: bool = False) -> tuple[Meter, int]:
        """Train with everything visible for some time; return what was counted and the number of threads.

        With ``feel`` the stalls are felt, which takes a part of the time.
        """
        from PySide6.QtCore import QEventLoop

        from graphs.edits import SetRecipe
        from workbench.engine.events import RunStarted

        self.session.open_preset(paced.preset)
        self.session.do(SetRecipe(paced.recipe(self.session.project)))
        meter, threads, loop = Meter(seconds), [1], QEventLoop()

        def take(event: object) -> None:
            if isinstance(event, RunStarted):
                threads[0] = event.threads
            begun, done = meter.begun, meter.take(event)
            if feel and meter.begun and not begun:
                self.stalls.clear()
                self._last = time.perf_counter()
                self._timer.start()
            if done:
                loop.quit()

        self.session.events.connect(take)
        self.window.training.toggle()
        loop.exec()
        self._timer.stop()
        self.session.events.disconnect(take)
        self.window.stop_and_wait()
        return meter, threads[0]


def training(watched: Watched, home: Path, seconds: float, pairs: int) -> list[Row]:
    """What the window takes of trainings, pair by pair, and how long it stands still in one more."""
    rows = []
    for paced in PACES:
        ratios, rates, own = [], [], []
        for number in range(pairs):
            meter, threads = watched.steps_per_second(paced, seconds)
            own.append(100 * meter.own)
            rates.append(without_window(paced, seconds, home / f"{paced.preset}{number}", threads))
            ratios.append(meter.rate / rates[-1])
        took = 1000 / statistics.median(rates)
        rows += [
            Row(f"{paced.name}, {took:.1f} ms: window ÷ none", statistics.median(ratios), "", paced.budget, True),
            Row("   the same, of each pair: lowest", min(ratios), "", None),
            Row("   the same, of each pair: highest", max(ratios), "", None),
            Row("   the window's thread while it trains", statistics.median(own), "%", None),
        ]  # fmt: skip
    watched.steps_per_second(PACES[0], seconds, feel=True)
    stalls = sorted(watched.stalls)
    return [
        *rows,
        Row("stall of the window while training, p99", 1000 * stalls[int(0.99 * (len(stalls) - 1))], "ms", 50),
        Row("longest stall of the window while training", 1000 * stalls[-1], "ms", 250),
    ]


def going_through(found: list[Looked]) -> list[Row]:
    """What a drag through a run takes, and the probes of a run without a window."""
    rows = []
    for looked in found:
        frames = sorted(looked.frames)
        if frames:
            rows += [
                Row(f"{looked.preset}: dragging, a frame, p95", frames[int(0.95 * (len(frames) - 1))], "ms", 16),
                Row(f"{looked.preset}: dragging, a frame, median", statistics.median(frames), "ms", 16),
                Row(f"{looked.preset}: until everything has followed", statistics.median(looked.follows), "ms", None),
                Row(f"{looked.preset}: probes' part of a short run", 100 * looked.share, "%", None),
            ]
    return rows


def measure(starts: int, seconds: float, pairs: int, all_views: bool) -> tuple[list[Row], list[Looked]]:
    """Everything, in the order of the table."""
    from benchmarks.looking import look

    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        os.environ |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        rows = start_up(starts, home) if starts else []
        watched = Watched(home)
        watched._timer.start()
        rows.append(Row("longest stall while PyTorch is loaded", 1000 * watched.warm_up(), "ms", 1000))
        watched._timer.stop()
        rows += training(watched, home, seconds, pairs) if pairs else []
        found = look(watched.window, home, seconds, all_views)
    return [*rows, *going_through(found)], found


def print_views(found: list[Looked]) -> None:
    """Print what every view costs: its probe at each step of a training, itself at each other step that is drawn."""
    from workbench.views import views

    print(f"\n{'view':22} {'seen in':20} {'probe, ms a step':>18} {'paint, ms an update':>20}")
    rest = dict(views())
    for looked in found:
        for name, paint in looked.paints.items():
            probe = rest.pop(name).probe
            took = "none" if not probe else f"{looked.probes[probe]:.3f}" if probe in looked.probes else "–"
            print(f"{name:22} {looked.preset:20} {took:>18} {paint:20.2f}")
    if rest:
        print(f"not seen: {', '.join(rest)}")


def main() -> int:
    """Measure, print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=12.0)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--views", action="store_true", help="draw every view there is from a run of its own, too")
    parser.add_argument("--threads", type=int, help="how many threads trainings compute on; else each finds out")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.threads:
        force_threads(chosen.threads)
    rows, found = measure(chosen.starts, chosen.seconds, chosen.pairs, chosen.views)
    if chosen.json:
        for row in rows:
            print(
                json.dumps(
                    {"name": row.name, "value": row.value, "unit": row.unit, "budget": row.budget, "good": row.good}
                )
            )
        return 0
    print(f"{'':58} {'measured':>12} {'budget':>12}")
    for row in rows:
        if row.budget is None:
            print(f"{row.name:58} {row.value:9.2f} {row.unit:>2}")
            continue
        sign = "≥" if row.at_least else "≤"
        verdict = "good" if row.good else "over"
        print(f"{row.name:58} {row.value:9.2f} {row.unit:>2} {sign:>5} {row.budget:g} {row.unit:>2}   {verdict}")
    if chosen.views:
        print_views(found)
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # Without the window's own farewell, which would ask about unsaved weights.
    os._exit(code)
