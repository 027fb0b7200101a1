"""From the training thread to the window: one timer empties the queue, hands events on, and lets views draw.

The timer runs in the window's thread, ten times a second and only while there is a training; most of its beats only
look whether something has turned. Events are handed on and drawn as seldom as keeps the window's part of the computing
small, and at once when the training pauses, ends or says what is wrong. Each tick takes a bounded time, so that a
training that tells much cannot make the window stutter; what is left comes with the next tick.
"""

from __future__ import annotations

import math
import queue
import sys
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from widgets.canvas.strip import NodeStatistics
from widgets.language import tr
from workbench.engine.events import Event, RunStarted, Sample, Scalars
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run
from workbench.gathering import coalesce
from workbench.node_numbers import NodeNumbers
from workbench.past import DRAWN, Past
from workbench.views.history import recorded

if TYPE_CHECKING:
    from workbench.session import Session
    from workbench.views.card import View

INTERVAL = 100
"""Milliseconds between two ticks, at least, and between two looks at whether something has turned."""

SLOWEST = 1500
"""Milliseconds between two ticks when drawing is dear."""

HURRY = 20
"""Milliseconds between two ticks when the training has ended and not all it told was handed on."""

SHARE = 0.02
"""The part of a core that the window's thread may take while a training runs, with everything it does.

Python lets only one thread compute, so a training that waits for its turn, with all the threads of torch that wait for
it, loses up to twice what the window takes.
"""

SWITCH = 0.001
"""Seconds after which a thread that computes in Python lets another one go on, while a training runs. Between each two
of its operations on tensors the training may lose its turn to the window, for so long; Python's own is five times this.
"""

PYTHONS = sys.getswitchinterval()
"""The same as Python has it, when nothing is trained."""

BUDGET = 0.008
"""Seconds of computing that a tick may spend on handing events on, and half of what it may take by the clock on a busy
machine; at least one event is handed on in each."""

STALLS = 20_000
"""How many durations of ticks are kept."""


BETWEEN_PICTURES = 80
"""Milliseconds between the making of two views' pictures ahead of a training, in which the window answers."""

CANVAS_EVERY = 2
"""Ticks between two drawings of what is live in the drawing: gradients on wires, numbers on nodes."""

TURN = 4
"""Milliseconds between two turns of drawing while a person goes through a run."""


class ShowsTraining(Protocol):
    """What the bridge needs of a canvas."""

    def set_gradients(
        self, norms: Mapping[tuple[Any, ...], float | None] | None, low: float = 1e-3, high: float = 1.0
    ) -> None:
        """Show the gradient norm of outputs on their wires, between the ends ``low`` and ``high``; None shows none.

        Keys are (node, port), inside blocks (node, port, way).
        """

    def set_statistics(self, statistics: Mapping[int, NodeStatistics]) -> None:
        """Show numbers and lines on nodes; an empty mapping shows none."""


class Bridge(QObject):
    """Brings the events of the session's worker to the session, the views and the canvas, in the window's thread.

    It starts by itself when the session trains and stops when the training has ended and everything was handed on.
    """

    ticked = Signal()
    """Events were handed on and views have drawn; at most ten times a second."""
    playersChanged = Signal(tuple, str)  # noqa: N815 - signals are named as Qt names them
    """Several players have gradients of their own: their names, and whose the wires show; no names end that."""

    def __init__(self, session: Session, canvas: ShowsTraining | None = None, parent: QObject | None = None):
        super().__init__(parent)
        self.session = session
        self.canvas = canvas
        self.frame_times: deque[float] = deque(maxlen=STALLS)
        """Seconds each tick took, the latest last."""
        self._views: list[View] = []
        self._waiting: deque[Event] = deque()
        self._drew = 0.0
        self._wires: dict[str, dict[tuple[Any, ...], float | None]] = {}
        self._ranges: dict[str, tuple[float, float]] = {}
        self._shown = ""
        self._named: tuple[str, ...] = ()
        self._wires_stale = False
        self._seen = True
        self._nodes = NodeNumbers()
        self._past = Past()
        self._words: Mapping[int, str] = {}
        self._apart: Mapping[int, float] = {}
        self._back: int | None = None
        self._turn = 0
        self.scrub_times: deque[float] = deque(maxlen=STALLS)
        """Seconds of computing that each frame of going through a run took, the latest last."""
        self._drawer = QTimer(self)
        self._drawer.timeout.connect(self._draw_next)
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._used, self._ticked, self._pace = time.thread_time(), 0.0, float(INTERVAL)
        self._timer.timeout.connect(self._beat)
        self._ahead = False
        self._maker = QTimer(self)
        self._maker.setInterval(BETWEEN_PICTURES)
        self._maker.timeout.connect(self._prepare_one)
        session.changed.connect(self._session_changed)
        session.replaced.connect(self._session_replaced)

    # ------------------------------------------------------------------ views

    @property
    def views(self) -> tuple[View, ...]:
        """The views that receive events."""
        self._views = [view for view in self._views if isValid(view)]
        return tuple(self._views)

    def add_view(self, view: View) -> None:
        """Hand every event to a view from now on; one that was deleted is let go by itself."""
        if view not in self.views:
            self._views.append(view)
        if self._back is not None:
            view.look_back(self._back)
        if self._ahead:
            self._maker.start()

    @Slot()
    def prepare_views(self) -> None:
        """Make the pictures of the views from now on before they are needed, one at a time while nothing else is done.

        Made at the first numbers of a training they would wait for it, and it for them.
        """
        self._ahead = True
        self._maker.start()

    @Slot()
    def _prepare_one(self) -> None:
        view = next((view for view in self.views if not view.prepared), None)
        if view is None:
            self._maker.stop()
        else:
            view.prepare()

    def set_seen(self, seen: bool) -> None:
        """Draw on the canvas, or not while it lies behind another tab; when it is seen again it is up to date."""
        self._seen = seen
        if seen:
            self._draw_on_canvas(numbers=True)
            for view in self.views:
                view.refresh()

    def remove_view(self, view: View) -> None:
        """Hand nothing to a view any more."""
        self._views = [other for other in self.views if other is not view]

    @Slot(str)
    def show_gradients_of(self, player: str) -> None:
        """Let the wires show the gradients of another player; each has its own losses, so its own gradients."""
        if player in self._wires and player != self._shown:
            self._shown = player
            self.playersChanged.emit(self._named, player)
            self._wires_stale = True
            self._draw_on_canvas(numbers=False)

    def advise(self, words: Mapping[int, str]) -> None:
        """Put a lamp with these words on nodes of the drawing."""
        self._words = words
        self._nodes.advise(words)
        self._draw_on_canvas(numbers=True)

    def show_apart(self, apart: Mapping[int, float]) -> None:
        """Colour nodes by how far apart two runs are there, 0 to 1, the brightest where that is most; with nothing
        they look as usual."""
        self._apart = dict(apart)
        self._nodes.stale = True
        self._draw_on_canvas(numbers=True)

    def retranslate(self) -> None:
        """Say the numbers on nodes in the language of the window."""
        self._nodes.stale = True
        self._draw_on_canvas(numbers=True)

    def show_run(self, run: Run) -> None:
        """Let every view draw a run that was recorded, and the drawing what it keeps of it."""
        self._begin()
        self._past.begin(self.session.project.network)
        for probe in DRAWN:
            self._past.take_all(recorded(run, probe) if probe == DRAWN[0] else run.samples(probe))
        for sample in run.samples(DRAWN[0]):
            self._widen(sample)
        self._show_past(None)
        for view in self.views:
            view.show_run(run)
        self._draw_on_canvas(numbers=True)

    # ------------------------------------------------------------------ looking back

    @Slot(object)
    def look_back(self, step: int | None) -> None:
        """Let views and drawing show the run as it was after a step, or with None as it is now.

        They are drawn one after the other in short frames, so that a hand that drags is never held up.
        """
        self._back = step
        for view in self.views:
            view.look_back(step)
        self._show_past(step)
        if not self._drawer.isActive():
            self._drawer.start(TURN)

    def look_back_at_once(self, step: int | None) -> None:
        """Do so and draw everything before returning: a picture of a film is taken next."""
        self.look_back(step)
        self._drawer.stop()
        self._draw_on_canvas(numbers=True)
        for view in self.views:
            view.refresh()

    def _show_past(self, step: int | None) -> None:
        self._wires.clear()
        for sample in self._past.gradients(step):
            self._take_gradients(sample)
        self._nodes = self._past.numbers(step)
        self._nodes.advise(self._words)
        self._wires_stale = True

    @Slot()
    def _draw_next(self) -> None:
        """Draw the wires and nodes, then one view a turn: what they have drawn is painted between the turns."""
        spent, views = time.thread_time(), self.views
        if self._wires_stale or self._nodes.stale:
            self._draw_on_canvas(numbers=True)
        else:
            for _ in views:
                view = views[self._turn % len(views)]
                self._turn += 1
                if view.refresh():
                    break
            else:
                self._drawer.stop()
        self.scrub_times.append(time.thread_time() - spent)

    # ------------------------------------------------------------------ the clock

    @property
    def interval(self) -> int:
        """Milliseconds from a tick to the next one, as it is now, unless something turns meanwhile."""
        return self._timer.interval() if self._waiting else round(self._pace)

    @property
    def active(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @property
    def longest_tick(self) -> float:
        """The longest a tick has held the window up so far, in seconds."""
        return max(self.frame_times, default=0.0)

    def start(self) -> None:
        """Look at the queue from now on; called when a training begins."""
        if not self._timer.isActive():
            self._used, self._pace = time.thread_time(), float(INTERVAL)
            self._timer.start(INTERVAL)
            sys.setswitchinterval(SWITCH)

    def _stop(self) -> None:
        self._timer.stop()
        sys.setswitchinterval(PYTHONS)

    def close(self) -> None:
        """Let go of the session, the views and the timer."""
        self._stop()
        self._maker.stop()
        self._drawer.stop()
        self.session.changed.disconnect(self._session_changed, missing_ok=True)
        self.session.replaced.disconnect(self._session_replaced, missing_ok=True)
        self._views.clear()

    @Slot()
    def _beat(self) -> None:
        """Tick when it is time to, or when something has turned."""
        worker = self.session.worker
        late = 1000 * (time.perf_counter() - self._ticked) >= self._pace - INTERVAL / 2
        if late or self._waiting or worker is None or worker.turned or not worker.alive:
            self.tick()

    @Slot()
    def tick(self) -> None:
        """Hand on what has come, for a bounded time, and let whoever can be seen draw."""
        start = self._ticked = time.perf_counter()
        worker = self.session.worker
        # Asked before the queue is emptied: what a dying thread puts there last must not be left behind.
        alive = worker is not None and worker.alive
        if worker is not None:
            worker.turned = False
            new = _taken(worker.events, start + BUDGET / 2)
            if new:
                self._waiting = coalesce([*self._waiting, *new])
        begun, computed = time.perf_counter(), time.thread_time()
        while self._waiting:
            self._hand_on(self._waiting.popleft())
            if time.thread_time() - computed > BUDGET or time.perf_counter() - begun > 2 * BUDGET:
                break
        done = not alive and not self._waiting
        # What was told must not pile up: the next tick comes soon, and few of them draw.
        self._timer.setInterval(HURRY if self._waiting and not alive else INTERVAL)
        if not self._waiting or start - self._drew > SLOWEST / 1000:
            self._drew = start
            self._keep_share()
            self._draw(done)
        self.frame_times.append(time.perf_counter() - start)
        self.ticked.emit()
        now = self.session.worker
        if done and (now is None or (now is worker and now.events.empty())):
            self._stop()

    # ------------------------------------------------------------------ inside

    def _draw(self, done: bool) -> None:
        for view in self.views:
            view.refresh()
        self._ticks += 1
        due = done or self._ticks % CANVAS_EVERY == 0
        self._draw_on_canvas(wires=due, numbers=due)

    def _keep_share(self) -> None:
        """Draw less often where what came since the last time was dear, so that the training has its time."""
        used, self._used = time.thread_time() - self._used, time.thread_time()
        wanted = min(max(1000 * used / SHARE, INTERVAL), SLOWEST)
        self._pace = (self._pace + wanted) / 2

    def _hand_on(self, event: Event) -> None:
        self._past.take(event)
        if isinstance(event, RunStarted):
            self._begin()
            self._nodes.begin(self.session.project.network)
            self._past.begin(self.session.project.network)
        elif self._back is not None:
            if isinstance(event, Sample) and event.probe == "gradient_norms":
                self._widen(event)  # the drawing stays in the past, on a scale that is the run's own
        elif isinstance(event, Scalars):
            self._nodes.take_scalars(event)
        elif isinstance(event, Sample) and event.probe == "gradient_norms":
            self._take_gradients(event)
            self._nodes.take_gradients(event)
        elif isinstance(event, Sample) and event.probe == "gates":
            self._nodes.take_gates(event)
        self.session.handle(event)
        for view in self.views:
            view.take(event)
        if isinstance(event, RunStarted) and event.step > 0:
            self._recall(event)

    def _recall(self, started: RunStarted) -> None:
        """Give the views what a resumed run has measured before."""
        folder = self.session.run_folder
        if folder is None:
            return
        try:
            run = Run.open(folder)
        except FolderError:
            # The training itself tells what is wrong with the folder; the curves begin where it goes on.
            return
        with run:
            self._past.take_all(recorded(run, DRAWN[0], started.step))
            self._past.take_all(run.samples(DRAWN[1], last=started.step))
            for view in self.views:
                for event in recorded(run, view.probe, started.step):
                    view.take(event)

    def _begin(self) -> None:
        self._wires.clear()
        self._ranges.clear()
        self._wires_stale = True
        self._nodes.clear()

    def _take_gradients(self, sample: Sample) -> None:
        norms = sample.data.get("wire_norms")
        if norms is None:
            return
        nodes, ports = sample.data["wire_nodes"].tolist(), sample.labels["wire_ports"]
        player = sample.labels.get("player", ("",))[0]
        known: dict[tuple[Any, ...], float | None] = dict(
            zip(zip(nodes, ports, strict=True), norms.tolist(), strict=True)
        )
        inner = sample.data.get("inner_norms")
        if inner is not None:
            ways = [tuple(tuple(map(int, d.split(":"))) for d in w.split("/")) for w in sample.labels["inner_ways"]]
            places = zip(sample.data["inner_nodes"].tolist(), sample.labels["inner_ports"], ways, strict=True)
            known |= dict(zip(places, inner.tolist(), strict=True))
        self._wires[player] = known
        self._widen(sample)
        self._wires_stale = True

    def _widen(self, sample: Sample) -> None:
        """Let the scale of a player reach from the weakest gradient of the run to the strongest."""
        found = [sample.data[name] for name in ("wire_norms", "inner_norms") if name in sample.data]
        player = sample.labels.get("player", ("",))[0]
        norms = np.concatenate([np.zeros(0), *found])
        there = norms[np.isfinite(norms) & (norms > 0)]
        if len(there):
            low, high = self._ranges.get(player, (math.inf, 0.0))
            self._ranges[player] = (min(low, float(there.min())), max(high, float(there.max())))

    def _draw_on_canvas(self, *, numbers: bool, wires: bool = True) -> None:
        if self.canvas is None or not self._seen:
            return
        if self._wires_stale and (wires or self._shown not in self._wires):
            self._wires_stale = False
            if self._shown not in self._wires:
                self._shown = next(iter(self._wires), "")
            names = tuple(self._wires) if len(self._wires) > 1 else ()
            if names != self._named:
                self._named = names
                self.playersChanged.emit(names, self._shown)
            low, high = self._ranges.get(self._shown, (1e-3, 1.0))
            self.canvas.set_gradients(self._wires.get(self._shown) or None, low, high)
        if numbers and self._nodes.stale:
            shown = self._nodes.statistics()
            most = max(self._apart.values(), default=0.0) or 1.0
            for node, apart in self._apart.items():
                known = shown.get(node, NodeStatistics())
                shown[node] = replace(known, value=f"{apart:.3f}", name=tr("1 − CKA"), apart=apart / most)
            self.canvas.set_statistics(shown)

    @Slot()
    def _session_changed(self) -> None:
        if not isValid(self):
            return
        worker = self.session.worker
        if worker is not None and (worker.alive or not worker.events.empty()):
            self.start()
        for view in self.views:
            view.show_state()

    @Slot()
    def _session_replaced(self) -> None:
        if not isValid(self):
            return
        self._begin()
        self._past.clear()
        self._back = None
        for view in self.views:
            view.set_frozen(False)
            view.clear()
        self._draw_on_canvas(numbers=True)


def _taken(events: queue.SimpleQueue[Event], deadline: float) -> list[Event]:
    """Take what is in a queue, without waiting and not longer than until ``deadline``."""
    found: list[Event] = []
    while True:
        try:
            found.append(events.get_nowait())
        except queue.Empty:
            return found
        if len(found) % 256 == 0 and time.perf_counter() > deadline:
            return found
