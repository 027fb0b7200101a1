"""What a branch of a run would be: what has changed since the run was trained, and how far it would go."""

from __future__ import annotations

from pathlib import Path

from graphs.document import to_json
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run, runs_folder
from workbench.session import trained_by

WORDS = {
    "epochs": mark("epochs"),
    "batch_size": mark("batch size"),
    "players": mark("optimizer and learning rate"),
    "data": mark("data"),
    "seed": mark("seed"),
}
"""What the parts of a recipe are called that people change most."""


def changes(before: Project, now: Project) -> list[Message]:
    """What is different from what a run was trained with, a few words each."""
    found: list[Message] = []
    if to_json(before)["network.json"] != to_json(now)["network.json"]:
        found.append(say("the drawing"))
    old, new = before.recipe.model_dump(), now.recipe.model_dump()
    different = [name for name in new if new[name] != old.get(name)]
    found += [Message(WORDS[name]) for name in different if name in WORDS]
    if any(name not in WORDS for name in different):
        found.append(say("other parts of the recipe"))
    return found


def planned_steps(folder: Path, project: Project) -> int | None:
    """How many steps a project trained on from this run would have in all; None where batches are of another size."""
    with Run.open(folder) as run:
        per_epoch = int(run.meta("steps_per_epoch", 0))
    before = trained_by(folder)
    same = before.recipe.batch_size == project.recipe.batch_size and before.recipe.data == project.recipe.data
    return project.recipe.epochs * per_epoch if same and per_epoch else None


def run_named(what: Path) -> Path:
    """The folder of a run: as it was given, or by the id that lists of runs show. Raises FolderError without one."""
    for folder in (what, runs_folder() / what):
        if Run.exists(folder):
            return folder
    raise FolderError(
        say("There is no run {run}.", run=what),
        say("Name its folder, or its id as the list of runs has it."),
    )
