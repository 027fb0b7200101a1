"""How long a frame of the canvas takes while a hand pans, zooms and drags, with 1000 and with 5000 nodes, and how long
an edit of 500 nodes until it is redrawn.

``python benchmarks/canvas.py [--nodes 500 1000 5000] [--frames 60] [--json]`` prints medians and 95th percentiles
beside the budget, in milliseconds of the window's own thread (events and painting). A window of 1600 × 1000 is drawn;
without a screen it is drawn offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import graphs
from graphs.diagnosis import Diagnostic, diagnose
from graphs.edits import ChangeNode, Edit, SetParameter
from graphs.history import History
from graphs.meaning import Plan
from graphs.summary import Summary, summary
from widgets.canvas import Canvas

BUDGETS = {500: 16.0, 1000: 16.0, 5000: 20.0}
"""Milliseconds a frame may take (95th percentile), by number of nodes."""

EDIT_BUDGET = 10.0
"""Milliseconds from an edit to the new plan, its costs and problems, and the redrawn canvas, of 500 nodes."""

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


def frames(app: QApplication, step: Callable[[int], None], count: int) -> tuple[float, float]:
    """Do a step and draw, many times; return median and 95th percentile in milliseconds of this thread."""
    times = []
    for number in range(count):
        start = time.thread_time()
        step(number)
        app.processEvents()
        times.append((time.thread_time() - start) * 1e3)
    return statistics.median(times), sorted(times)[int(0.95 * (len(times) - 1))]


def measure(app: QApplication, nodes: int, count: int) -> dict[str, tuple[float, float]]:
    """Measure every line of the table for one size."""
    project = residual(nodes)
    editor = OpenProject(project)
    start = time.thread_time()
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    canvas.resize(1600, 1000)
    canvas.show()
    app.processEvents()
    opened = (time.thread_time() - start) * 1e3
    found = {"open and draw": (opened, opened)}
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
    canvas.close()
    canvas.deleteLater()
    return found


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
            print(f"{nodes:,} nodes, milliseconds{'':16}median     p95  budget")
        for name, (median, late) in measure(app, nodes, asked.frames).items():
            limit = None if name == "open and draw" else budget
            if name.startswith("edit"):
                limit = EDIT_BUDGET if nodes <= 500 else None
            held = held and (limit is None or late < limit)
            if asked.json:
                print(json.dumps({"nodes": nodes, "what": name, "median": median, "p95": late, "budget": limit}))
            else:
                print(f"  {name:34}{median:8.1f}{late:8.1f}{'' if limit is None else f'{limit:8.0f}'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
