"""The use cases: one open project, its undo history, its file, and its training. No Qt: tests and scripts use it too.

A session is the `Editor` that every panel is given. Whatever happens to the project passes through it, so it is the one
place that autosaves, that knows whether something can be trained, and that brings learned weights back to the drawing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydantic
from psygnal import Signal

import graphs
import presets
from graphs.costs import Summary, summary
from graphs.diagnosis import Diagnostic, advise, diagnose, diagnose_players
from graphs.document import from_snapshot, to_json
from graphs.edits import Batch, Edit, SetNetworkParameter, SetParameter, SetRecipe
from graphs.history import History
from graphs.journal import Journal
from graphs.layer import Family
from graphs.layers.input_output import kind_and_numbers
from graphs.meaning import Plan
from graphs.message import Message, mark, say
from graphs.planning import plan
from graphs.project import Project, WeightKey
from graphs.recipe import DataChoice
from workbench.data import DataError, DataSet, data_set
from workbench.steering import Steering

if TYPE_CHECKING:
    from graphs.beginnings import Beginning
    from workbench.engine.control import Control
    from workbench.worker import Worker


class RunState(StrEnum):
    """What the training is doing."""

    IDLE = mark("idle")
    STARTING = mark("starting")
    RUNNING = mark("running")
    PAUSED = mark("paused")
    STOPPING = mark("stopping")


class CannotTrain(Exception):  # noqa: N818 - it says what is the matter
    """Training cannot start; ``message`` is the reason, ``node`` where it lies, if at a node."""

    def __init__(self, message: Message, node: int | None = None):
        super().__init__(str(message))
        self.message, self.node = message, node


class Session:
    """One open project and its training.

    ``replaced`` tells that another project is open, ``changed`` that the open one changed in any way (edit, undo, save,
    learned weights), ``events`` passes on every event of the training after the session has taken note of it.
    """

    replaced = Signal()
    changed = Signal()
    events = Signal(object)

    def __init__(self, project: Project | None = None, path: Path | None = None):
        self.worker: Worker | None = None
        self._taken: Mapping[WeightKey, Any] = {}
        self.control: Control | None = None
        self.state = RunState.IDLE
        self.run_folder: Path | None = None
        self._steering: Steering | None = None
        self.preset: tuple[str, str] | None = None
        """The preset that is open and its size, until it is saved as a file or something else is opened."""
        self._untitled = Journal.untitled()
        self._put(project or Project(), path)

    # ------------------------------------------------------------------ the open project

    def _put(self, project: Project, path: Path | None) -> None:
        self.project, self.path, self.preset = project, path, None
        self.history = History(project)
        self._trained = False
        self._journal = Journal(path) if path is not None else self._untitled
        self._keeps = False  # whether what the journal holds is of this session
        self.history.changed.connect(self.changed.emit)
        self.history.changed.connect(self._steer)
        self.replaced.emit()
        self.changed.emit()

    @property
    def title(self) -> str:
        """What the project is called: its file, else its own title."""
        return self.path.stem if self.path is not None else self.project.title

    @property
    def heading(self) -> Message:
        """The title as the window shows it: a preset's own is translated until it is saved, a person's never."""
        if self.path is None and self.project.about.preset:
            return Message(self.project.title)
        return say("{title}", title=self.title)

    @property
    def is_clean(self) -> bool:
        """Whether nothing would be lost if the project were closed now."""
        return self.history.is_clean and not self._trained

    def open_preset(self, name: str, size: str = "small") -> None:
        """Open a preset as a new, unsaved project; raises `presets.registry.UnknownPreset`."""
        self._put(presets.build(name, "full" if size == "full" else "small"), None)
        self.preset = name, size

    def new(self) -> None:
        """Open an empty project."""
        self._put(Project(), None)

    def open(self, path: Path) -> None:
        """Open a project file; raises `graphs.DocumentError`, and then the open project is untouched."""
        self._put(graphs.load(path), Path(path))

    def open_copy(self, path: Path) -> None:
        """Open what a file holds as a new project without a file; raises `graphs.DocumentError`."""
        self._put(graphs.load(path), None)

    def adopt(self, project: Project, path: Path | None) -> None:
        """Go on with a project recovered from an autosave: open and not yet saved."""
        self._put(project, path)
        self._trained = self._keeps = True
        self.changed.emit()

    def save(self, path: Path | None = None, thumbnail: bytes | None = None) -> Path:
        """Write the project to its file, or to another; raises `graphs.DocumentError`, and then the old file is as
        it was."""
        target = Path(path) if path is not None else self.path
        if target is None:
            raise ValueError("A project that was never saved needs a path.")
        graphs.save(self.project, target, thumbnail=thumbnail)
        self._journal.discard()
        if target != self.path:
            self.path, self.preset, self._journal = target, None, Journal(target)
        self._trained = False
        self.history.mark_clean()
        return target

    @property
    def journal(self) -> Journal:
        """Where what is not saved is kept."""
        return self._journal

    def autosave(self) -> None:
        """Keep what is not saved beside the file, so that a crash loses nothing.

        Raises `graphs.DocumentError` when the disk is full.
        """
        if self.is_clean:
            self.discard_autosave()
        else:
            self._journal.write(self.project)
            self._keeps = True

    def discard_autosave(self) -> None:
        """Forget what was kept: the person closed without saving, on purpose.

        What another session kept of the same file stays: it was to be offered later.
        """
        if self._keeps:
            self._journal.discard()
            self._keeps = False

    # ------------------------------------------------------------------ reading and changing

    @property
    def plan(self) -> Plan:
        """Shapes, costs and faults of the drawing as it is now."""
        return plan(self.project.network)

    @property
    def summary(self) -> Summary:
        """What the network costs."""
        memo = self.project.network.memo
        if "session.summary" not in memo:
            memo["session.summary"] = summary(self.project.network)
        return memo["session.summary"]  # type: ignore[no-any-return]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """Everything that keeps the project from training: the drawing, then the data, then the players."""
        network, recipe = self.project.network, self.project.recipe
        known = network.memo.get("session.diagnostics")
        frames = tuple(network.frames.values())  # players may name them
        if known is None or known[0] is not recipe or known[2] != frames:
            found = diagnose(network)
            found = found or [*self._data_problems(), *diagnose_players(network, recipe.players)]
            known = network.memo["session.diagnostics"] = (recipe, found, frames)
        return list(known[1])

    @property
    def advice(self) -> list[Diagnostic]:
        """What is not wrong but unwise."""
        return advise(self.project.network)

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """Apply an edit as one step of undo; raises `graphs.NetworkError`, and then nothing has changed."""
        self.history.do(edit, gesture)

    def undo(self) -> None:
        """Take back the last step."""
        self.history.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.history.redo()

    # ------------------------------------------------------------------ data

    @property
    def data_set(self) -> DataSet | None:
        """The data set of the recipe, or None when it cannot be had (the diagnostics say why)."""
        chosen = self.project.recipe.data
        try:
            return data_set(chosen.name, **chosen.parameters)
        except (DataError, pydantic.ValidationError):
            return None

    def choose_data(self, name: str, parameters: Mapping[str, Any] | None = None) -> Edit:
        """Make the edit that trains on other data: the recipe, and the network's parameters that this data sets.

        Raises `workbench.data.DataError` for an unknown name and pydantic's ValidationError for a parameter out of
        bounds.
        """
        chosen = data_set(name, **(parameters or {}))
        recipe = self.project.recipe
        choice = DataChoice(name=name, parameters=dict(parameters or {}), split=recipe.data.split)
        edits: list[Edit] = [SetRecipe(recipe.model_copy(update={"data": choice}))]
        known = self.project.network.parameters
        edits += [
            SetNetworkParameter(key, value)
            for key, value in chosen.scope().items()
            if key in known and known[key] != value
        ]
        return Batch(tuple(edits), say("Choose data {name}", name=name))

    def _data_problems(self) -> list[Diagnostic]:
        chosen = self.project.recipe.data
        network = self.project.network
        inputs = [s for s in self.plan.steps if s.layer.type_name() == "Input"]
        first = inputs[0].node if inputs else next((n.id for n in network), 0)
        try:
            fields = data_set(chosen.name, **chosen.parameters).fields()
        except DataError as error:
            return [Diagnostic(first, error.message, reason=say("Choose another data set in the recipe."))]
        except pydantic.ValidationError as error:
            what = error.errors()[0]
            place = ".".join(map(str, what["loc"]))
            message = say(
                "The data set {name} cannot be made: {place}: {why}.", name=chosen.name, place=place, why=what["msg"]
            )
            return [Diagnostic(first, message, parameter=place, reason=say("Choose another value in the recipe."))]
        found = []
        for step in inputs:
            field = str(getattr(step.layer, "field", ""))
            spec = next(iter(step.outputs.values()))
            given = fields.get(field)
            if given is None:
                message = say(
                    "{node} wants the field {field}. The data set {name} has {fields}.",
                    node=step.name, field=field, name=chosen.name, fields=", ".join(fields),
                )  # fmt: skip
                found.append(
                    Diagnostic(step.node, message, parameter="field", reason=say("Choose a field, or other data."))
                )
            elif given.dims != spec.dims or given.dtype != spec.dtype:
                message = say(
                    "{node} expects {field} as {expected}. The data set {name} gives {got}.",
                    node=step.name,
                    field=field,
                    expected=f"{spec.kind} {spec.text}",
                    name=chosen.name,
                    got=f"{given.kind} {given.text}",
                )
                fixes = (
                    graphs.Fix(
                        say("Give {node} the shape of the data", node=step.name),
                        self._shape_edit(step.node, given),
                    ),
                )
                found.append(Diagnostic(step.node, message, parameter="shape", fixes=fixes))
        return found

    def _shape_edit(self, node: int, given: graphs.TensorSpec) -> Edit:
        now = self.project.network.node(node).parameters
        wanted = {"shape": list(given.dims), **kind_and_numbers(given)}
        edits = tuple(SetParameter(node, k, v) for k, v in wanted.items() if k == "shape" or now.get(k, "auto") != v)
        return Batch(edits, say("Set {parameter} to {value}", parameter="shape", value=given.text))

    # ------------------------------------------------------------------ training

    @property
    def running(self) -> bool:
        """Whether a training is under way, also while it is paused."""
        return self.state is not RunState.IDLE

    @property
    def why_not_train(self) -> Diagnostic | None:
        """The first thing that keeps the project from training, or None."""
        if not len(self.project.network):
            return Diagnostic(0, say("There is nothing to train yet. Put layers on the canvas, or open a preset."))
        return next(iter(self.diagnostics), None)

    def begin_with(self, found: Beginning) -> None:
        """Take weights over, as one step of undo; the next training begins with them unless that is taken back."""
        self.do(found.edit)
        self._taken = found.weights

    @property
    def begins_with_taken(self) -> bool:
        """Whether weights were taken over since the last training, and are still there."""
        taken = self._taken
        return bool(taken) and all(self.project.weights.get(key) is value for key, value in taken.items())

    def train(
        self,
        run_folder: Path | None = None,
        resume: bool = False,
        threads: int | None = None,
        keep_weights: bool = False,
        branch: tuple[Path, int] | None = None,
    ) -> Worker:
        """Start training a snapshot of the project on the worker thread; with ``resume`` go on where the run stopped.

        ``branch`` goes on from a kept step of another run, named by its folder, with what fits of its weights.

        ``keep_weights`` begins with what the project has learned before, as a training does after `begin_with`; else
        every weight starts anew but for those of frozen nodes.

        Raises `CannotTrain` with the reason.
        """
        if self.running:
            raise CannotTrain(say("A training is running already. Stop it first."))
        problem = self.why_not_train
        if problem is not None and not resume:
            raise CannotTrain(problem.message, problem.node)
        from workbench.engine.control import Control
        from workbench.engine.runs import new_run_folder
        from workbench.worker import Worker

        self.control = Control()
        folder = run_folder or new_run_folder(self.title)
        snapshot, control = self.project.copy(), self.control
        keep_weights, self._taken = self.begins_with_taken or keep_weights, {}

        def make() -> Any:
            from workbench.engine.branching import branch as begin_branch
            from workbench.engine.folding import trainer_for

            if branch is not None:
                begin_branch(*branch, folder, snapshot)
            return trainer_for(snapshot, folder, control, resume or branch is not None, threads, keep_weights)

        self._steering = Steering(snapshot, control)
        self.run_folder = folder
        self.worker = Worker(make)
        self.state = RunState.STARTING
        self.worker.start()
        self.changed.emit()
        return self.worker

    def pause(self) -> None:
        """Pause the training after the present batch."""
        if self.control is not None and self.state is RunState.RUNNING:
            self.control.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        if self.control is not None and self.state is RunState.PAUSED:
            self.control.resume()

    def step_once(self) -> None:
        """Train one batch and pause; starts a training when there is none."""
        if not self.running:
            self.train()
        if self.control is not None:
            self.control.step_once()

    def step_epoch(self) -> None:
        """Train to the end of the epoch and pause; starts a training when there is none."""
        if not self.running:
            self.train()
        if self.control is not None:
            self.control.step_epoch()

    def stop(self) -> None:
        """Stop the training after the present batch; the run is kept and can be continued."""
        if self.control is not None and self.running:
            self.state = RunState.STOPPING
            self.control.stop()
            self.changed.emit()

    def set_learning_rate(self, value: float, player: str | None = None) -> None:
        """Change the learning rate of the running training from its next step on."""
        if self.control is not None and self.running:
            self.control.set_learning_rate(value, player)

    def resume_schedule(self, player: str | None = None) -> None:
        """Let the recipe's schedule decide again over the learning rate of the running training."""
        if self.control is not None and self.running:
            self.control.resume_schedule(player)

    def take_rates(self) -> int:
        """Let learning rates that were changed in the recipe hold in the running training as well; return how many."""
        return self._steering.follow_rates(self.project) if self.running and self._steering is not None else 0

    def relieve(self, offer: str) -> None:
        """Change the recipe so that a step needs less memory; ``offer`` is one of those a failed run has told."""
        from workbench.engine.memory import Relief, relieved

        self.do(SetRecipe(relieved(self.project.recipe, Relief(offer))))

    def _steer(self) -> None:
        """Let a loss weight, a dropout or a frozen node that was changed in the drawing reach the running training."""
        if self.running and self._steering is not None:
            self._steering.follow(self.project)

    def handle(self, event: Any) -> None:
        """Take note of an event of the training and pass it on; called in the thread of the window."""
        match type(event).__name__:
            case "RunStarted" | "Resumed":
                if self.state is not RunState.STOPPING:
                    self.state = RunState.RUNNING
            case "Paused":
                self.state = RunState.PAUSED
            case "RunFinished" | "RunFailed":
                self.state = RunState.IDLE
                self._bring_weights_back()
        self.events.emit(event)
        if type(event).__name__ in ("RunStarted", "Resumed", "Paused", "RunFinished", "RunFailed"):
            self.changed.emit()

    def trains_the_same(self, other: Project) -> bool:
        """Whether another project has the drawing, the data and the players of this one, so that its weights fit.

        How long and with which optimizer it trains may differ: that is what one changes before going on.
        """
        mine, recipe, theirs = self.project, self.project.recipe, other.recipe
        moves = [(player.name, player.losses, player.moves, player.frames) for player in recipe.players]
        return (
            to_json(mine)["network.json"] == to_json(other)["network.json"]
            and recipe.data == theirs.data
            and moves == [(player.name, player.losses, player.moves, player.frames) for player in theirs.players]
        )

    def _bring_weights_back(self) -> None:
        """Put the weights of the run's last checkpoint into the project, node by node; without one nothing changes."""
        if self.run_folder is None:
            return
        weights = last_weights(self.run_folder)
        if weights:
            network = self.project.network
            self.project.weights = {key: value for key, value in weights.items() if key[0] in network}
            self._trained = True

    @property
    def losses(self) -> tuple[int, ...]:
        """The ids of the loss nodes."""
        return tuple(s.node for s in self.plan.steps if s.layer.family is Family.LOSS)


def trained_by(folder: Path) -> Project:
    """The project that a run trains, as it was when the run began.

    Raises `workbench.engine.faults.FolderError` when there is no run, `graphs.DocumentError` when it is damaged.
    """
    from workbench.engine.runs import Run

    with Run.open(folder) as run:
        return from_snapshot(run.meta("snapshot"))


def last_weights(folder: Path) -> dict[tuple[int, str], Any]:
    """Read the weights of a run's newest checkpoint that is whole; empty when it has none yet. Needs no torch.

    Raises `workbench.engine.faults.FolderError` when there are some and all are damaged.
    """
    from workbench.engine.checkpoint import read_weights
    from workbench.engine.keeping import Checkpoints

    found = Checkpoints(folder).newest()
    return read_weights(found[0]) if found is not None else {}
