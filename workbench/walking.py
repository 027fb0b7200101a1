"""Walking through the network in the window: the bar, the lights on the drawing, the panel, and what they tell.

The walk itself is recorded in a thread, on a copy of the training (`workbench.engine.rehearsal`). A training that runs
is paused first and asked to keep its state; it goes on later as if nothing was.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from graphs.document import DocumentError
from graphs.message import Message
from widgets.canvas.lights import Lights, Spot, Travel
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import CheckpointKind, CheckpointSaved, RunFailed, RunFinished
from workbench.engine.faults import FolderError
from workbench.engine.stations import Beat, Phase, Request, Walk, beats
from workbench.errands import Errand
from workbench.session import RunState, trained_by
from workbench.walk_bar import WalkBar
from workbench.walk_panel import WIDTH, WalkPanel, phase_name
from workbench.walk_room import WalkRoom
from workbench.walk_station import size_words

if TYPE_CHECKING:
    from workbench.project_tab import ProjectTab

BEAT = 1600
"""Milliseconds a stop is shown while it plays, at single speed."""


class Walking(QObject):
    """One walk through the network of a project, from when it is begun until it is ended.

    It listens to the training of the project and to its drawing: when either changes what was walked through, it ends
    or begins anew.
    """

    def __init__(self, tab: ProjectTab):
        super().__init__(tab)
        self._tab, self.session, self.canvas = tab, tab.session, tab.canvas
        self.walk: Walk | None = None
        self.beats: tuple[Beat, ...] = ()
        self.place = 0
        self._copy: Any = None  # the rehearsal, made in the errand's thread
        self._of: object = None
        self._request = Request(opened=self._opened())
        self._wants = False
        self._waits = self._ended = False
        self._errand = Errand(self)
        self.bar, self.panel, self.lights = WalkBar(), WalkPanel(), Lights(tab.canvas)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._play_on)
        self._lay()
        self._add_keys()
        self.bar.stepped.connect(self.step)
        self.bar.gone.connect(self.go)
        self.bar.toggled.connect(self.toggle)
        self.bar.closed.connect(tab.end_walk)
        self.bar.exampleChosen.connect(self._choose_example)
        self.bar.playerChosen.connect(self._choose_player)
        self.bar.timeChosen.connect(self._choose_time)
        self.panel.chosen.connect(self.go)
        self.panel.update_page.worked.connect(self._worked)
        self.session.events.connect(self._take)
        self.session.project.changed.connect(self._edited)
        tab.timeline.moved.connect(self._look_back)
        tab.canvas.places.toggled.connect(self.opened_or_closed)
        self.begin()

    # ------------------------------------------------------------------ the places in the window

    def _lay(self) -> None:
        """Put the panel's dock beside the drawing and the bar under both; the panels of the window make room."""
        tab, column = self._tab, self._tab.column
        place = column.indexOf(tab.canvas)
        column.removeWidget(tab.canvas)
        self.room = WalkRoom(tab.canvas, self.panel)
        column.insertWidget(place, self.room, 1)
        column.addWidget(self.bar)
        wide = tab.width() + (700 if not tab.main.docks.aside else 0)
        tab.main.docks.put_aside(True)
        self.room.show()
        self.room.give(WIDTH if wide < 1500 else WIDTH + 120)
        tab.fit_now()
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        if isValid(self.canvas):
            self._tab.fit_now()
            self.lights.update()

    def _add_keys(self) -> None:
        """Keys for everything, while the keyboard is on the drawing or the bar; in the panel those it does not need."""
        rows = (
            (("Space",), self.toggle, False),
            (("Right", "PgDown"), partial(self.step, 1), True),
            (("Left", "PgUp"), partial(self.step, -1), True),
            (("Home",), partial(self.go, 0), False),
            (("End",), partial(self.go, 1 << 20), False),
            (("+", "="), partial(self._faster, 1), False),
            (("-",), partial(self._faster, -1), False),
            (("Escape",), self._tab.end_walk, True),
        )
        self._keys: list[tuple[QWidget, QAction]] = []
        for keys, do, everywhere in rows:
            for places, some in (
                ((self.canvas.view, self.bar), keys),
                ((self.panel,), keys[-1:] if everywhere else ()),
            ):
                if not some:
                    continue
                action = QAction(self)
                action.setShortcuts([QKeySequence(key) for key in some])
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                action.triggered.connect(_plainly(do))
                for place in places:
                    place.addAction(action)
                    self._keys.append((place, action))

    def end(self) -> None:
        """Take everything away; the drawing and the panels are as they were."""
        self._ended = True  # what is still computed is dropped: nobody waits for it
        self._clock.stop()
        self.panel.time.rest()
        self.session.events.disconnect(self._take, missing_ok=True)
        self.session.project.changed.disconnect(self._edited, missing_ok=True)
        self._tab.timeline.moved.disconnect(self._look_back)
        self.canvas.places.toggled.disconnect(self.opened_or_closed)
        for place, action in self._keys:
            if isValid(place):
                place.removeAction(action)
        self.lights.leave()
        tab = self._tab
        column = tab.column
        at = column.indexOf(self.room)
        column.removeWidget(self.room)
        self.room.leave()
        column.insertWidget(at, tab.canvas, 1)
        tab.canvas.show()
        for widget in (self.bar, self.panel, self.room):
            widget.hide()
            widget.deleteLater()
        if tab.is_front and tab.is_shown:
            tab.main.docks.put_aside(False)
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, tab, tab.fit_now)
        self.deleteLater()

    # ------------------------------------------------------------------ recording

    def begin(self) -> None:
        """Record the walk: at once, or when the training has paused and kept its state."""
        if self.session.state in (RunState.RUNNING, RunState.STARTING):
            self._waits = True
            self.panel.wait()
            self.session.pause()
            return
        if self.session.state is RunState.PAUSED and not self._waits and self._copy is None:
            self._waits = True
            self._keep()
            return
        if self._errand.busy:
            self._wants = True
            return
        folder, at, request, copy = self._folder(), self._tab.timeline.position, self._request, self._copy
        project = self.session.project.copy()
        self.panel.wait()

        def work() -> Any:
            from workbench.worker import warm_up

            warm_up()
            from workbench.engine.rehearsal import rehearsed

            return rehearsed(copy, project, folder, at, request)

        self._errand.begin(work, self._recorded)

    def _keep(self) -> None:
        if self.session.control is not None:
            self.session.control.keep()

    def _folder(self) -> Path | None:
        """The run whose weights are walked through: the present one, or the last of the drawing as it is."""
        folder = self.session.run_folder or self._tab.timeline.folder
        if folder is None:
            return None
        try:
            return folder if self.session.trains_the_same(trained_by(folder)) else None
        except (FolderError, DocumentError):
            return None  # a run that is gone is no reason not to walk: the project has weights as well

    def _recorded(self, found: tuple[Any, Walk | None, Message | None]) -> None:
        if self._ended:
            return
        self._copy, walk, trouble = found
        if self._wants:
            self._wants = False
            self.begin()
            return
        if walk is None:
            assert trouble is not None
            self.bar.set_walk((), 0, 1, (), "")
            self.bar.set_time(0, 0)
            self.lights.show_at(None, (), (), "", back=False)
            self.walk, self.beats = None, ()
            self.panel.show_trouble(trouble)
            return
        before = self.beats[self.place] if self.beats and self.place < len(self.beats) else None
        self.walk, self.beats, self.place = walk, beats(walk), -1
        players = walk.players if len(walk.players) > 1 else ()
        self.bar.set_walk(self.beats, walk.request.example, walk.examples, players, walk.player)
        self.bar.set_time(min(walk.request.time, max(walk.length - 1, 0)), walk.length)
        self.panel.set_walk(walk)
        same = next((n for n, beat in enumerate(self.beats) if beat == before), 0)
        self.go(same)

    @Slot(int)
    def _choose_example(self, example: int) -> None:
        self._ask(example=example)

    @Slot(str)
    def _choose_player(self, player: str) -> None:
        self._ask(player=player)

    @Slot(int)
    def _choose_time(self, time: int) -> None:
        self._ask(time=time)

    def _ask(self, **changes: Any) -> None:
        now = self._request
        self._request = Request(**{
            "player": now.player, "example": now.example, "count": now.count, "opened": self._opened(),
            "time": now.time, **changes,
        })  # fmt: skip
        self.begin()

    def _opened(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The blocks that are open on the drawing, with all that lies around them."""
        ways = {tuple((int(door[0]), int(door[1])) for door in way) for way in self.session.project.opened}
        inside = self.canvas.levels.base
        if inside:
            ways.add(tuple((int(door[0]), int(door[1])) for door in inside))
        return tuple(sorted({way[: depth + 1] for way in ways for depth in range(len(way))}))

    # ------------------------------------------------------------------ going

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._clock.isActive()

    @Slot()
    def toggle(self) -> None:
        """Play from here, from the beginning where the end is shown; or rest."""
        if self.playing or not self.beats:
            self.rest()
            return
        if self.place >= len(self.beats) - 1:
            self.go(0)
        self._clock.start(round(BEAT / self.bar.speed))
        self.bar.set_playing(True)

    def rest(self) -> None:
        """Play no further."""
        self._clock.stop()
        self.bar.set_playing(False)

    @Slot()
    def _play_on(self) -> None:
        if self.place >= len(self.beats) - 1:
            self.rest()
            return
        self._clock.setInterval(round(BEAT / self.bar.speed))
        self.go(self.place + 1)

    def _faster(self, steps: int) -> None:
        self.bar.change_speed(steps)

    @Slot(int)
    def step(self, steps: int) -> None:
        """Go so many stops on, or back, and rest there."""
        self.rest()
        self.go(self.place + steps)

    @Slot(int)
    def go(self, place: int) -> None:
        """Go to a stop."""
        if not self.beats or self.walk is None:
            return
        place = min(max(place, 0), len(self.beats) - 1)
        if place == self.place:
            return
        self.place = place
        self._show()

    @property
    def said(self) -> str:
        """Where one is, in words."""
        if self.walk is None or not self.beats:
            return ""
        beat = self.beats[self.place]
        station = self.walk.stations[beat.station]
        name = station.name
        if station.timed:
            name = tr("{node} at time step {step}", node=name, step=self.bar.time.value())
        return tr("{part}, stop {n} of {all}: {name}", part=phase_name(beat.phase), n=self.place + 1,
                  all=len(self.beats), name=name)  # fmt: skip

    def _show(self) -> None:
        walk, beat = self.walk, self.beats[self.place]
        assert walk is not None
        station = walk.stations[beat.station]
        self.bar.show_place(self.place, self.said)
        self.panel.show_beat(beat)
        back = beat.phase is Phase.BACKWARD
        passed = [_spot(walk, other) for other in self.beats[: self.place] if other.phase is beat.phase]
        travels: list[Travel] = []
        if beat.phase is Phase.FORWARD:
            for source, one in zip(station.arriving, station.inputs, strict=True):
                if source.path == station.path:
                    travels.append(Travel(source.node, station.node, size_words(one.shape) or short_number(one.mean)))
        elif back:
            slope = next(filter(None, station.back), None)
            text = f"‖∂L‖ {short_number(slope.norm, 2)}" if slope is not None else ""
            for other in walk.stations:
                for source in other.arriving:
                    if source.node == station.node and source.path == station.path == other.path and other.comes_back:
                        travels.append(Travel(station.node, other.node, text))
        words = station.sizes if beat.phase is Phase.FORWARD else "" if back else self.panel.update_page.result
        here = _spot(walk, beat)
        self.lights.show_at(here, passed, tuple(dict.fromkeys(travels)), words, back=back)
        if not here[0] and not self.canvas.levels.base:
            self.canvas.view.bring_into_view(here[1])

    @Slot(str)
    def _worked(self, result: str) -> None:
        """Another weight was chosen: say at its node what becomes of it."""
        walk, weight = self.walk, self.panel.update_page.weight
        if walk is None or weight is None or not self.beats or self.place < 0:
            return
        if self.beats[self.place].phase is Phase.UPDATE:
            station = walk.stations[weight.station]
            self.lights.show_at((station.path, station.node), (), (), result, back=False)

    # ------------------------------------------------------------------ what happens meanwhile

    def _take(self, event: object) -> None:
        """Follow the training: it pauses and keeps its state for us; when it has gone on, the walk is of the past."""
        if not isValid(self):
            return
        name = type(event).__name__
        if name == "Paused" and self._waits:
            self._keep()
        elif isinstance(event, CheckpointSaved) and event.kind is CheckpointKind.LAST and self._waits:
            if self.session.state is RunState.PAUSED:
                self._waits = False
                self._copy = None
                self._record_kept()
        elif name == "Paused" or isinstance(event, RunFinished | RunFailed):
            self._waits, self._copy = False, None
            if name != "Paused":
                self.begin()
            else:
                self._waits = True
                self._keep()

    def _record_kept(self) -> None:
        """Record on the state that was just kept."""
        self._copy = None
        self._waits = True  # so that it is not asked for once more
        try:
            self.begin()
        finally:
            self._waits = False

    def _edited(self, change: object) -> None:
        """The drawing or the recipe is another: walk through what it is now."""
        if isValid(self):
            self.rest()
            self._copy = None
            QTimer.singleShot(0, self, self._anew)

    @Slot()
    def _anew(self) -> None:
        if self.session.why_not_train is not None:
            self._tab.end_walk()
            return
        self._ask()

    @Slot()
    def opened_or_closed(self) -> None:
        """A block was opened or closed on the drawing: walk into it, or past it."""
        if self._opened() != self._request.opened:
            self.rest()
            self._ask()

    @Slot(object)
    def _look_back(self, step: int | None) -> None:
        """Another step of the run is looked at: walk through the network as it was then."""
        self.rest()
        self._copy = None
        if not self.session.running:
            self._ask()


def _spot(walk: Walk, beat: Beat) -> Spot:
    station = walk.stations[beat.station]
    return station.path, station.node


def _plainly(do: Any) -> Any:
    """A slot that does without the state an action sends."""

    def run(checked: bool = False) -> None:
        do()

    return run


def begin_walk(tab: ProjectTab) -> Walking | None:
    """Begin a walk in a tab, or say why there can be none."""
    from workbench.obtaining import lacking
    from workbench.trusting import may_run

    session = tab.session
    problem = session.why_not_train
    if problem is not None:
        tab.main.docks.reveal("problems")
        tab.say(tr(problem.message))
        return None
    if lacking(session.data_set) is not None:
        tab.say(tr("The data are not here yet. Press Train: it fetches them first."))
        return None
    if not may_run(session.project, tab.main, tr(session.heading)):
        return None
    if tab.main.layout_name == "classroom":  # it covers the window, and has borrowed the drawing
        tab.main.lay("design")
    return Walking(tab)
