"""Cross-validation: one run for each fold, the mean and the deviation of what they reach, and one test at the end."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graphs import document
from graphs.project import Project
from workbench.engine.control import Control
from workbench.engine.ensembles import evaluate_runs
from workbench.engine.events import Event, FoldDone, RunFailed, RunFinished
from workbench.engine.faults import FolderError
from workbench.engine.probes.probe import Probe
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer


def fold_folder(folder: Path, fold: int) -> Path:
    """Where the run of a fold lies, beside ``folder``: ``…_fold-1`` and so on."""
    return folder.with_name(f"{folder.name}_fold-{fold + 1}")


def mean_and_deviation(found: Iterable[Mapping[str, float]]) -> tuple[dict[str, float], dict[str, float]]:
    """The mean and the deviation (over n − 1) of each number over the folds; a single fold has the deviation 0."""
    rows = list(found)
    names = [name for name in rows[0] if all(name in row for row in rows)] if rows else []
    means = {name: statistics.fmean(row[name] for row in rows) for name in names}
    spread = {name: statistics.stdev([row[name] for row in rows]) if len(rows) > 1 else 0.0 for name in names}
    return means, spread


class CrossValidation:
    """Trains a project once for each fold of its recipe. It is iterated as a `Trainer` is.

    No fold is tested. At the end the test examples are asked once, of all folds together. With ``resume`` folds that
    have ended are not trained again, and the one that was stopped goes on.
    """

    def __init__(
        self,
        project: Project,
        folder: Path,
        control: Control | None = None,
        probes: Iterable[Probe] | None = None,
        resume: bool = False,
        threads: int | None = None,
        keep_weights: bool = False,
    ):
        # A run that stopped in a fold is known by the folder of that fold.
        self.project, self.folder = project.copy(), folder.with_name(re.sub(r"(_fold-\d+)?$", "", folder.name))
        self.control = control or Control()
        self._probes = None if probes is None else tuple(probes)
        self._resume, self._threads, self._keep_weights = resume, threads, keep_weights

    def run(self) -> Iterator[Event]:
        """Train fold after fold, and yield what happens: every event of the runs, but FoldDone where a fold has ended
        and one RunFinished for all at the end."""
        folds = self.project.recipe.data.folds or 1
        reached: list[Mapping[str, float]] = []
        folders: list[Path] = []
        last: RunFinished | None = None
        seconds = 0.0
        for fold in range(folds):
            folder = fold_folder(self.folder, fold)
            folders.append(folder)
            known = _ended(folder) if self._resume else None
            if known is not None:
                reached.append(known)
                yield FoldDone(folder.name, fold, folds, known)
                continue
            for event in self._trainer(fold, folder).run():
                if isinstance(event, RunFailed):
                    yield event
                    return
                if not isinstance(event, RunFinished):
                    yield event
                    continue
                if event.stopped:
                    yield event
                    return
                last, seconds = event, seconds + event.seconds
                reached.append(event.validation)
                yield FoldDone(folder.name, fold, folds, event.validation)
        means, spread = mean_and_deviation(reached)
        test = evaluate_runs(folders)
        yield RunFinished(
            folders[-1].name,
            self.project.recipe.epochs,
            last.steps if last is not None else 0,
            means,
            test,
            seconds,
            False,
            last.tested_step if last is not None else None,
            spread,
        )

    def _trainer(self, fold: int, folder: Path) -> Trainer:
        project = self.project.copy()
        data = project.recipe.data.model_copy(update={"fold": fold})
        project.recipe = project.recipe.model_copy(update={"data": data})
        going_on = self._resume and Run.exists(folder)
        return Trainer(project, folder, self.control, self._probes, going_on, self._threads, self._keep_weights)


def _ended(folder: Path) -> Mapping[str, float] | None:
    """What a fold has reached, if its run has ended."""
    try:
        with Run.open(folder) as run:
            if run.meta("state") != "finished":
                return None
            reached: Mapping[str, float] = run.meta("result")["validation"]
            return reached
    except FolderError:
        return None


def resumed(folder: Path, control: Control | None = None) -> Trainer | CrossValidation:
    """Go on with the run of a folder. That of a fold goes on with its cross-validation: this fold, then those after it.

    ``folder`` may also be the name all folds have in common. Raises FolderError when there is no run.
    """
    first = folder if Run.exists(folder) else fold_folder(folder, 0)
    with Run.open(first if Run.exists(first) else folder) as run:
        project = document.from_snapshot(run.meta("snapshot"))
    data = project.recipe.data
    if data.fold is None or not re.search(rf"_fold-{data.fold + 1}$", first.name):
        return Trainer(project, folder, control, resume=True)
    every = data.model_copy(update={"fold": None})
    project.recipe = project.recipe.model_copy(update={"data": every})
    return CrossValidation(project, folder, control, resume=True)


def trainer_for(
    project: Project,
    folder: Path,
    control: Control | None = None,
    resume: bool = False,
    threads: int | None = None,
    keep_weights: bool = False,
) -> Trainer | CrossValidation:
    """What trains a project: one run, or a run for each fold when the recipe asks for folds and names none."""
    data = project.recipe.data
    if data.folds is not None and data.fold is None:
        return CrossValidation(project, folder, control, None, resume, threads, keep_weights)
    return Trainer(project, folder, control, resume=resume, threads=threads, keep_weights=keep_weights)
