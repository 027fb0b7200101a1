"""How long a frame of the canvas takes while a hand pans, zooms and drags, with 1000 and with 5000 nodes, also while a
training colours the wires; how long an edit of 500 nodes takes until it is redrawn; and what opening, selecting all and
tidying hold up.

``python benchmarks/canvas.py [--nodes 500 1000 5000] [--frames 60] [--json]`` prints, beside the budget, the quickest,
the median and the 95th percentile in milliseconds of CPU time of the window's own thread (events and painting), and the
median by the clock. A window of 1600 × 1000 is drawn; without a screen it is drawn offscreen.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1]))

import graphs
from graphs.costs import Summary, summary
from graphs.diagnosis import Diagnostic, diagnose
from graphs.edits import ChangeNode, Edit, SetParameter
from graphs.history import History
from graphs.meaning import Plan
from widgets.canvas import Canvas

BUDGETS = {500: 16.0, 1000: 16.0, 5000: 20.0}
"""Milliseconds a frame may take (95th percentile), by number of nodes."""

EDIT_BUDGET = 10.0
"""Milliseconds from an edit to the new plan, its costs and problems, and the redrawn canvas, of 500 nodes."""

STALL_BUDGET = 100.0
"""Milliseconds that anything may hold up the window, by the clock: opening, selecting all, tidying."""

ONCE = ("plan, costs and problems", "open and draw", "select all", "tidy")
"""What is done once; of a tidy the longest turn counts."""

TICK = 6
"""Frames between two colourings of the wires: a training colours them at most ten times a second."""

COLUMNS = 50


class OpenProject:
    """A project as the window gives it to the canvas."""

    def __init__(self, project: graphs.Project):
        self.project = project
        self.history = History(project)

    @property
    def plan(self) -> Plan:
        """What the drawing means."""
        return graphs.plan(self.project.network)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is wrong with it."""
        return diagnose(self.project.network)

    @property
    def summary(self) -> Summary:
        """What it costs."""
        return summary(self.project.network)

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """Apply an edit as one step."""
        self.history.do(edit, gesture)


def residual(nodes: int) -> graphs.Project:
    """Rows of convolutions, norms, activations and pooling with a shortcut every eight nodes."""
    net = graphs.Network()
    x = shortcut = net.add("Input", name="image", field="image", shape=(8, 32, 32))
    places = {x.node: (0.0, 0.0)}
    for number in range(1, nodes):
        if number % 8 == 0:
            x = shortcut = net.add("Add", x, shortcut, name=f"add{number}")
        elif number % 3 == 0:
            x = net.add("Conv2d", x, name=f"conv{number}", out_channels=8, kernel_size=3, padding=1)
        elif number % 3 == 1:
            x = net.add("BatchNorm2d", x, name=f"bn{number}")
        else:
            x = net.add("ReLU", x, name=f"relu{number}")
        places[x.node] = (number % COLUMNS * 216.0, number // COLUMNS * 168.0)
    net.place(places)
    return graphs.Project(net)


class Times(NamedTuple):
    """Milliseconds: the quickest, the median and the 95th percentile of CPU time, and the median by the clock."""

    quickest: float
    median: float
    late: float
    wall: float


def frames(app: QApplication, step: Callable[[int], None], count: int) -> Times:
    """Do a step and draw, many times."""
    cpu, wall = [], []
    for number in range(count):
        start, started = time.thread_time(), time.perf_counter()
        step(number)
        app.processEvents()
        cpu.append((time.thread_time() - start) * 1e3)
        wall.append((time.perf_counter() - started) * 1e3)
    late = sorted(cpu)[int(0.95 * (len(cpu) - 1))]
    return Times(min(cpu), statistics.median(cpu), late, statistics.median(wall))


def measure(app: QApplication, nodes: int, count: int) -> dict[str, Times]:
    """Measure every line of the table for one size."""
    project = residual(nodes)
    editor = OpenProject(project)
    canvas = Canvas()
    canvas.reduced_motion = True
    canvas.resize(1600, 1000)
    canvas.show()
    app.processEvents()

    def meant(number: int) -> None:
        assert not editor.diagnostics and editor.summary.parameters

    found = {"plan, costs and problems": frames(app, meant, 1)}
    found["open and draw"] = frames(app, lambda number: canvas.set_editor(editor), 1)
    found["select all"] = frames(app, lambda number: canvas.select_all(), 1)
    canvas.select(())
    view, rest = canvas.view, 250
    fitted = canvas.zoom()
    middle = project.network.nodes[nodes // 2 + COLUMNS // 2].id

    def pan(number: int) -> None:
        view.pan_by(QPointF(-24.0, -8.0 if number % 40 < 20 else 8.0) / canvas.zoom())

    for name, zoom in (("pan, everything seen", fitted), ("pan at 45 %", 0.45), ("pan at 100 %", 1.0)):
        canvas.reveal(middle)
        canvas.set_zoom(zoom)
        QTest.qWait(rest)
        found[name] = frames(app, pan, count)
    ends = [(wire.wire.source, wire.wire.source_port) for wire in view.drawing.picture.wires]

    norms = [{end: 10 ** (2 * math.sin(end[0] + turn) - 2) for end in ends} for turn in range(4)]

    def trained(number: int) -> None:
        if number % TICK == 0:
            canvas.set_gradients(norms[number // TICK % 4], 1e-4, 1.0)
        pan(number)

    for name, zoom in (("pan at 45 %, training", 0.45), ("pan at 100 %, training", 1.0)):
        canvas.reveal(middle)
        canvas.set_zoom(zoom)
        QTest.qWait(rest)
        found[name] = frames(app, trained, count)
    canvas.set_gradients(None)
    for name, zoom in (("zoom between 70 and 200 %", 0.7), ("zoom from far to near", fitted)):
        canvas.reveal(middle)
        canvas.set_zoom(zoom)
        QTest.qWait(rest)
        found[name] = frames(
            app, lambda number: canvas.set_zoom(canvas.zoom() * (1.08 if number % 30 < 15 else 1 / 1.08)), count
        )
    for name, zoom in (("drag at 100 %", 1.0), ("drag, everything seen", fitted)):
        canvas.reveal(middle)
        canvas.set_zoom(zoom)
        QTest.qWait(rest)
        found[name] = frames(app, lambda number: view.show_moved({middle: (24.0 * (number % 8), 24.0)}), count)
        view.show_moved({})
    ids = {node.name: node.id for node in project.network.nodes}
    last = max(name for name in ids if name.startswith("relu"))
    canvas.reveal(middle)
    canvas.set_zoom(1.0)
    for name, change in (
        ("edit one name", lambda number: ChangeNode(ids[last], name=f"relu_{number}")),
        ("edit the last layers", lambda number: ChangeNode(ids[last], mode=("works", "bypassed")[number % 2])),
        ("edit the shape of everything", lambda number: SetParameter(ids["image"], "shape", (8, 32 + number % 7, 32))),
    ):
        QTest.qWait(rest)
        found[name] = frames(app, lambda number, change=change: editor.do(change(number)), min(count, 30))  # type: ignore[misc]
    found["tidy"] = tidied(app, canvas)
    canvas.close()
    canvas.deleteLater()
    return found


def tidied(app: QApplication, canvas: Canvas) -> Times:
    """Lay everything out anew, in its thread; what each turn of the window's own loop takes meanwhile."""
    canvas.tidy()
    cpu, wall = [], []
    while canvas.tidying.busy:
        start, started = time.thread_time(), time.perf_counter()
        app.processEvents()
        cpu.append((time.thread_time() - start) * 1e3)
        wall.append((time.perf_counter() - started) * 1e3)
        time.sleep(0.005)
    start, started = time.thread_time(), time.perf_counter()
    app.processEvents()
    cpu.append((time.thread_time() - start) * 1e3)
    wall.append((time.perf_counter() - started) * 1e3)
    return Times(min(cpu), statistics.median(cpu), max(cpu), max(wall))


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; 0 when every budget is held, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--nodes", type=int, nargs="+", default=list(BUDGETS))
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--json", action="store_true", help="one JSON object per line of the table")
    asked = parser.parse_args(arguments)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    held = True
    for nodes in asked.nodes:
        budget = min((limit for size, limit in BUDGETS.items() if size >= nodes), default=BUDGETS[5000])
        if not asked.json:
            print(f"{nodes:,} nodes, milliseconds{'':16}quickest  median     p95  by clock  budget")
        for name, taken in measure(app, nodes, asked.frames).items():
            limit: float | None = STALL_BUDGET if name in ONCE else budget
            if name.startswith("edit"):
                limit = EDIT_BUDGET if nodes <= 500 else None
            held = held and (limit is None or taken.late < limit)
            if asked.json:
                print(json.dumps({"nodes": nodes, "what": name, **taken._asdict(), "budget": limit}))
            else:
                row = f"{taken.quickest:8.1f}{taken.median:8.1f}{taken.late:8.1f}{taken.wall:10.1f}"
                print(f"  {name:34}{row}{'' if limit is None else f'{limit:8.0f}'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
