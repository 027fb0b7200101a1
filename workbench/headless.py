"""Training without a window: the same trainer, its events printed instead of drawn."""

from __future__ import annotations

import argparse
import json
import signal
from pathlib import Path
from typing import Any

import pydantic

import graphs
from graphs.catalogue import layer_types
from graphs.edits import SetParameter
from graphs.message import Message, say
from graphs.project import Project
from graphs.recipe import Recipe
from workbench.advising import Advice
from workbench.beginnings import CannotBegin, begin
from workbench.data import DataError
from workbench.engine.control import Control
from workbench.metric_words import device_words
from workbench.reporting import Reporter, as_record
from workbench.session import Session, last_weights, trained_by


class CannotStart(Exception):  # noqa: N818 - it says what is the matter
    """The training cannot begin; ``message`` says why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def changed(project: Project, arguments: argparse.Namespace) -> Recipe:
    """Return the project's recipe with what the command line changes; raises `CannotStart` naming what is wrong."""
    recipe = project.recipe
    changes: dict[str, Any] = {}
    for name in ("epochs", "batch_size", "seed", "device"):
        if getattr(arguments, name) is not None:
            changes[name] = getattr(arguments, name)
    if arguments.learning_rate is not None:
        changes["players"] = [
            {
                **player.model_dump(),
                "optimizer": {**player.optimizer.model_dump(), "learning_rate": arguments.learning_rate},
            }
            for player in recipe.players
        ]
    if arguments.folds is not None:
        changes["data"] = {**recipe.data.model_dump(), "folds": arguments.folds, "fold": None}
    try:
        return Recipe.model_validate(_set_in({**recipe.model_dump(), **changes}, arguments.recipe))
    except pydantic.ValidationError as error:
        what = error.errors()[0]
        place = ".".join(str(part) for part in what["loc"])
        raise CannotStart(say("{place}: {why}.", place=place, why=what["msg"])) from error


def _set_in(recipe: dict[str, Any], texts: list[str]) -> dict[str, Any]:
    """Set values in a recipe as it stands in a file: ``average.type=EMA``, ``players.0.optimizer.type=LBFGS``.

    A new type begins with its own defaults, and so does each step of ``augment=Rotation,AddedNoise``. Raises
    `CannotStart` for a place there is not.
    """
    known: dict[str, Any] = json.loads(json.dumps(recipe))
    for text in texts:
        place, sign, value = text.partition("=")
        *way, name = place.split(".")
        holder: Any = known
        try:
            for part in way:
                holder = holder[int(part)] if isinstance(holder, list) else holder[part]
            if not sign or not name or not isinstance(holder, dict) or (name not in holder and "type" not in holder):
                raise KeyError(name)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise CannotStart(
                say("--recipe takes PLACE=VALUE, such as average.type=EMA or accumulate=4. It got {text}.", text=text)
            ) from error
        try:
            meant = json.loads(value)
        except ValueError:
            meant = _listed(value) if isinstance(holder.get(name), list) else value
        if name == "type":
            holder.clear()
        holder[name] = meant
    return known


def _set_at_node(project: Project, text: str) -> SetParameter:
    """``loss.label_smoothing=0.1`` as an edit; raises `CannotStart` for a node, a parameter or a value there is not."""
    place, sign, value = text.partition("=")
    name, dot, parameter = place.rpartition(".")
    kind = layer_types().get(project.network.node(name).type) if name in project.network else None
    if not sign or not dot or kind is None or parameter not in kind.model_fields:
        raise CannotStart(
            say("--node takes NAME.PARAMETER=VALUE of a node of the drawing, such as loss.label_smoothing=0.1. It got "
                "{text}.", text=text)
        )  # fmt: skip
    try:
        meant = json.loads(value)
    except ValueError:
        meant = value
    return SetParameter(project.network.node(name).id, parameter, meant)


def _listed(text: str) -> list[Any]:
    """A list as one types it: ``0.8,0.1,0.1`` are numbers, ``Rotation,AddedNoise`` types with their defaults."""
    try:
        return list(json.loads(f"[{text}]"))
    except ValueError:
        return [{"type": one.strip()} for one in text.split(",")]


def _data_settings(texts: list[str]) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise CannotStart(say("--set takes NAME=VALUE, such as gate=XOR. It got {text}.", text=text))
        for convert in (int, float):
            try:
                settings[name] = convert(value)
                break
            except ValueError:
                continue
        else:
            settings[name] = value
    return settings


def _choose_data(session: Session, arguments: argparse.Namespace) -> None:
    if arguments.data is None and not arguments.settings:
        return
    chosen = session.project.recipe.data
    name = arguments.data or chosen.name
    known = dict(chosen.parameters) if name == chosen.name else {}
    try:
        session.do(session.choose_data(name, {**known, **_data_settings(arguments.settings)}))
    except DataError as error:
        raise CannotStart(error.message) from error
    except pydantic.ValidationError as error:
        what = error.errors()[0]
        place = ".".join(str(part) for part in what["loc"])
        raise CannotStart(say("{place}: {why}.", place=place, why=what["msg"])) from error


def train(
    opened: tuple[Project, str] | None,
    arguments: argparse.Namespace,
    reporter: Reporter,
    control: Control | None = None,
) -> int:
    """Train a project, or go on with a run (``--resume``); returns the exit code."""
    from workbench.engine.faults import FolderError
    from workbench.engine.folding import resumed, trainer_for
    from workbench.engine.runs import new_run_folder
    from workbench.engine.trainer import Trainer

    control = control or Control()
    try:
        trainer: Any
        if opened is None and arguments.replay is not None:
            from workbench.engine.replaying import Replay

            trainer = replay = Replay(arguments.replay, arguments.run_dir, control, arguments.threads, arguments.trust)
            project = replay.project
        elif arguments.branch is not None:
            project, folder = _branched(opened, arguments, reporter)
            trainer = Trainer(project, folder, control, resume=True, threads=arguments.threads)
        elif opened is None:
            trainer = resumed(arguments.resume, control)
            project = trainer.project
            project.trusted = arguments.trust
        else:
            project, name = opened
            # A preset's own weights are part of it; a file's are what was learned before, and training starts anew.
            keep = arguments.go_on or bool(project.weights and project.about.preset == arguments.what)
            project = prepared(project, arguments)
            keep = _begun(project, arguments, keep, reporter) or keep
            folder = arguments.run_dir or new_run_folder(name)
            trainer = trainer_for(project, folder, control, threads=arguments.threads, keep_weights=keep)
    except CannotStart as error:
        reporter.error(error.message)
        return 2
    except FolderError as error:
        reporter.error(error.message)
        return 1
    return watch(trainer, project, arguments, reporter, control)


def _branched(
    opened: tuple[Project, str] | None, arguments: argparse.Namespace, reporter: Reporter
) -> tuple[Project, Path]:
    """Make the folder of a branch, and return it with the project it trains: the run's own, or one that was changed."""
    from workbench.branches import planned_steps, run_named
    from workbench.engine.branching import branch, nearest
    from workbench.engine.runs import new_run_folder

    parent = run_named(arguments.branch)
    project = opened[0] if opened is not None else trained_by(parent)
    project.trusted = arguments.trust
    project = prepared(project, arguments)
    at = nearest(parent, arguments.at)
    planned = planned_steps(parent, project)
    if planned is not None and at >= planned:
        raise CannotStart(
            say("Step {step} is where {n} epochs end. Give more with --epochs, or an earlier step with --at.",
                step=at, n=project.recipe.epochs)
        )  # fmt: skip
    folder = arguments.run_dir or new_run_folder(project.title)
    branch(parent, at, folder, project)
    if reporter.as_json:
        reporter.record({"event": "branch", "parent": parent.name, "step": at})
    reporter.line(say("Goes on from step {step} of {run}, where its last checkpoint before is.",
                      step=at, run=parent.name))  # fmt: skip
    return project, folder


def prepared(project: Project, arguments: argparse.Namespace) -> Project:
    """A project with the data and the recipe of the command line; raises `CannotStart` when it cannot be trained."""
    session = Session(project)
    _choose_data(session, arguments)
    for text in arguments.nodes:
        session.do(_set_at_node(session.project, text))
    session.project.recipe = changed(session.project, arguments)
    problem = session.why_not_train
    if problem is not None:
        node = project.network.node(problem.node).name if problem.node in project.network else ""
        raise CannotStart(say("{node}: {problem}", node=node, problem=problem.message))
    return session.project


def _begun(project: Project, arguments: argparse.Namespace, keep: bool, reporter: Reporter) -> bool:
    """Put the weights of ``--weights-from`` into the project and say what fits; whether there are any."""
    if arguments.weights_from is None:
        return False
    if not keep:
        project.weights = {}
    try:
        found = begin(project, arguments.weights_from)
    except CannotBegin as error:
        raise CannotStart(error.message) from error
    project.apply(found.edit)
    if reporter.as_json:
        reporter.record({"event": "weights", "taken": found.taken, "anew": found.anew, "unused": found.unused})
    reporter.line(found.message)
    return True


def watch(trainer: Any, project: Project, arguments: argparse.Namespace, reporter: Reporter, control: Control) -> int:
    """Train, and tell what happens; Ctrl+C stops after the present batch. Returns the exit code."""
    previous = signal.signal(signal.SIGINT, lambda *_: control.stop())
    try:
        return _watched(trainer, project, arguments, reporter)
    finally:
        signal.signal(signal.SIGINT, previous)


def _watched(trainer: Any, project: Project, arguments: argparse.Namespace, reporter: Reporter) -> int:
    code = 1
    steps = 1
    advice = Advice()
    for event in trainer.run():
        advice.take(event)
        if reporter.as_json:
            record = as_record(event)
            if record["event"] != "sample":
                reporter.record(record)
        match type(event).__name__:
            case "RunStarted":
                steps = event.steps
                reporter.line(
                    say(
                        "{steps} steps on {device}, seed {seed}. Run: {folder}",
                        steps=event.steps,
                        device=device_words(event.device, event.threads),
                        seed=event.seed,
                        folder=event.folder,
                    )
                )
            case "Progress":
                pace = f"{event.steps_per_second:,.0f} ({event.examples_per_second:,.0f})/s"
                text = f"{event.step}/{steps}  {pace}  {event.seconds_left:,.0f} s"
                reporter.bar(event.step, steps, text)
            case "EpochDone" if event.validation:
                numbers = "  ".join(f"{name} {value:.4g}" for name, value in event.validation.items())
                reporter.line(say("epoch {epoch}: validation {numbers}", epoch=event.epoch, numbers=numbers))
            case "DataNotice":
                reporter.line(event.message)
            case "FoldDone":
                numbers = "  ".join(f"{name} {value:.4g}" for name, value in event.validation.items())
                reporter.line(
                    say("fold {fold} of {folds}: {numbers}", fold=event.fold + 1, folds=event.folds, numbers=numbers)
                )
            case "RunFailed":
                where = f"{project.network.node(event.node).name}: " if event.node in project.network else ""
                reporter.line(say("{where}{message} {remedy}", where=where, message=event.message, remedy=event.remedy))
            case "RunFinished":
                code = 0
                numbers = "  ".join(f"{name} {value:.4g}" for name, value in (event.test or event.validation).items())
                if event.deviation:
                    spread = "  ".join(
                        f"{name} {event.validation[name]:.4g} ± {value:.2g}" for name, value in event.deviation.items()
                    )
                    reporter.line(say("All folds: {numbers}", numbers=spread))
                elif event.tested_step not in (None, event.steps):
                    reporter.line(say("The weights kept and tested are those of step {step}.", step=event.tested_step))
                if not reporter.as_json:
                    seconds = f"{event.seconds:.1f}"
                    sentence = say(
                        "{steps} steps in {seconds} s. Test: {numbers}",
                        steps=event.steps,
                        seconds=seconds,
                        numbers=numbers,
                    )
                    reporter.record({}, sentence)
    if advice.findings and not reporter.as_json:
        reporter.line(say("The advisor says:"))
        for sentence in advice.sentences(project):
            reporter.line(say("  {sentence}", sentence=sentence))
    if code == 0 and getattr(arguments, "save", None) is not None:
        return _save(project, trainer.folder, arguments.save, reporter)
    return code


def _save(project: Project, folder: Path, path: Path, reporter: Reporter) -> int:
    project.weights = last_weights(folder)
    try:
        graphs.save(project, path)
    except graphs.DocumentError as error:
        reporter.error(error.message)
        return 1
    reporter.line(say("Written to {path}.", path=path))
    return 0


def evaluate(arguments: argparse.Namespace, reporter: Reporter) -> int:
    """Measure one run, or the mean of the answers of several, on a part of the data; returns the exit code."""
    from workbench.engine.ensembles import evaluate_runs
    from workbench.engine.faults import RunError

    try:
        found = evaluate_runs(arguments.what, arguments.part)
    except RunError as error:
        reporter.error(error.message)
        return 1
    numbers = "  ".join(f"{name} {value:.4g}" for name, value in found.items())
    names = [Path(run).name for run in arguments.what]
    sentence = say("{n} runs on the {part} examples: {numbers}", n=len(names), part=arguments.part, numbers=numbers)
    reporter.record({"runs": names, "part": arguments.part, **found}, sentence)
    return 0
