"""Branches: a run that goes on from a kept checkpoint of another, with something changed.

A branch is a run folder of its own with everything its parent had measured up to that step, so it can be gone through,
resumed and kept when the parent is gone. Changed nothing, it comes to the same numbers to the last bit. What was
changed in the drawing begins anew, weights and optimizer's memory of everything else go on.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from torch import Tensor

from graphs import document
from graphs.compiler import compile, write_weights
from graphs.message import say
from graphs.optimizers import LBFGS
from graphs.players import chosen_nodes
from graphs.project import Project
from workbench.engine.checkpoint import State, checkpoint_path, load_checkpoint, read_state, save_checkpoint
from workbench.engine.events import CheckpointKind
from workbench.engine.faults import FolderError
from workbench.engine.keeping import step_checkpoints, step_path, until
from workbench.engine.optimizer_state import put_together
from workbench.engine.players import Mover
from workbench.engine.runs import Run
from workbench.engine.training import Training

LEARNING_RATE = "learning_rate/"
"""What the names of the live changes begin with that concern the learning rate."""


def nearest(parent: Path, step: int | None) -> int:
    """The kept step of a run at or before ``step``; its last without one. Raises FolderError when there is none."""
    kept = sorted(step_checkpoints(parent))
    if step is not None:
        kept = [one for one in kept if one <= step]
    if not kept:
        raise FolderError(
            say("The run {run} keeps no checkpoint that one could go back to.", run=parent.name),
            say("Choose a later step, or train it anew: checkpoints are kept all along a run."),
        )
    return kept[-1]


def branch(parent: Path, step: int | None, folder: Path, project: Project) -> int:
    """Make a run folder that goes on from the parent's newest kept checkpoint at or before ``step``; return that step.

    ``project`` is what will be trained. A `workbench.engine.trainer.Trainer` with ``resume`` trains it. Raises
    FolderError when the parent has no such checkpoint, or when ``folder`` holds a run already.
    """
    at = nearest(parent, step)
    with Run.open(parent) as source:
        before = document.from_snapshot(source.meta("snapshot"))
        new = source.copy_to(folder)
    with new:
        new.drop_after(at)
        if _network(before) != _network(project):
            new.drop_controls("")
        elif before.recipe.players != project.recipe.players:
            new.drop_controls(LEARNING_RATE)
        for name, value in (
            ("parent", parent.name),
            ("branched_at", at),
            ("title", project.title),
            ("started", time.time()),
            ("state", "new"),
        ):
            new.set_meta(name, value)
        new.add_log(at, "branch", f"Goes on from step {at} of {parent.name}.")
        new.commit()
    for kept, path in step_checkpoints(parent).items():
        if kept < at:
            _same_file(path, step_path(folder, kept))
    tensors, state = load_checkpoint(step_path(parent, at))
    best = checkpoint_path(parent, CheckpointKind.BEST)
    if state.best is not None:
        if best.exists() and read_state(best).step == state.best[1]:
            _same_file(best, checkpoint_path(folder, CheckpointKind.BEST))
        else:
            state = replace(state, best=None)  # those weights are gone: the best is looked for anew
    # Why the parent stopped early is no reason for its branch to do so.
    save_checkpoint(checkpoint_path(folder, CheckpointKind.LAST), tensors, replace(state, patience=(None, 0, 0)))
    return at


def restored(training: Training, path: Path, run: Run) -> State:
    """Put a training where a checkpoint of its run is; in a branch that begins, what still fits of it."""
    state = read_state(path)
    before = run.meta(until(state.step))
    if run.meta("branched_at") != state.step or before is None:
        return training.restore(path)
    return take_up(training, path, document.from_snapshot(before))


def take_up(training: Training, path: Path, before: Project) -> State:
    """Begin where a checkpoint of another project stands: weights, optimizers and order as far as they fit.

    ``before`` is the project that wrote it. Random numbers go on unless the seed is another; learning rates do unless
    the player's own is another.
    """
    tensors, state = load_checkpoint(path)
    recipe, old = training.recipe, before.recipe
    weights = {}
    for name, value in tensors.items():
        if name.startswith("weights/"):
            _, node, key = name.split("/", 2)
            weights[int(node), key] = value.numpy()
    anew = write_weights(training.tree, weights)
    with training.random.aside(recipe.seed):
        tree = compile(before.network, trust=True)
    same_tree = not anew and _shapes(training.tree) == _shapes(tree)
    known = {
        player.name: (place, Mover(player, tree, chosen_nodes(before.network, player), old.precision))
        for place, player in enumerate(old.players)
    }
    for mover in training.movers:
        if mover.name not in known:
            continue
        place, was = known[mover.name]
        if type(mover.player.optimizer) is type(was.player.optimizer) and (
            same_tree or not isinstance(mover.player.optimizer, LBFGS)
        ):
            _give_memory(mover, was, place, tensors, state)
        same_rate = mover.player.optimizer.learning_rate == was.player.optimizer.learning_rate
        if same_rate and mover.player.schedule == was.player.schedule:
            mover.learning_rate = state.learning_rates.get(mover.name, mover.learning_rate)
            mover.held = mover.name in state.held
    if recipe.seed == old.seed:
        training.random.set({n.split("/")[1]: value for n, value in tensors.items() if n.startswith("random/")})
    training.step = state.step
    same_data = recipe.data == old.data and recipe.order == old.order and recipe.balance == old.balance
    if same_data and recipe.seed == old.seed and state.batch in (0, training.batches.size):
        order = {n.split("/")[1]: v for n, v in tensors.items() if n.startswith("batches/")}
        training.batches.restore(order, state.position)
    else:
        training.batches.go_to(state.step % training.per_epoch)
    if training.average is not None and recipe.average == old.average and same_tree:
        own = {n.removeprefix("average/"): v for n, v in tensors.items() if n.startswith("average/")}
        if own:
            training.average.restore(own, int(state.engine["averaged"]))
    for mover in training.movers:
        mover.moved = training.moves_of(mover, training.step)
    training.train_mode()
    return state


def _give_memory(mover: Mover, was: Mover, place: int, tensors: dict[str, Tensor], state: State) -> None:
    """Give an optimizer what it remembered of the parameters that are still there, in their new places."""
    new = {key: (index, parameter.shape) for index, (key, parameter) in enumerate(_parameters(mover))}
    places: dict[str, int] = {}
    for index, (key, parameter) in enumerate(_parameters(was)):
        if key in new and new[key][1] == parameter.shape:
            places[str(index)] = new[key][0]
    prefix = f"optimizer/{place}/"
    kept: dict[str, Tensor] = {}
    for name, value in tensors.items():
        old, _, rest = name.removeprefix(prefix).partition("/")
        if name.startswith(prefix) and old in places:
            kept[f"{prefix}{places[old]}/{rest}"] = value
    engine = state.engine["optimizers"][place] if "optimizers" in state.engine else {}
    others = {
        f"{places[old]}/{rest}": value
        for name, value in engine.items()
        for old, _, rest in [name.partition("/")]
        if old in places
    }
    put_together(mover.optimizer, prefix, kept, others)
    if "scalers" in state.engine:
        mover.descent.restore(state.engine["scalers"][place])


def _parameters(mover: Mover) -> Iterator[tuple[tuple[int, str], Tensor]]:
    """The parameters of a player in the order of its optimizer, by (node id, name inside the node)."""
    seen: set[int] = set()
    for node, own in mover.nodes.items():
        for name, parameter in own.items():
            if id(parameter) not in seen:
                seen.add(id(parameter))
                yield (node, name), parameter


def _shapes(tree: Any) -> dict[str, tuple[int, ...]]:
    return {name: tuple(value.shape) for name, value in tree.state_dict().items()}


def _network(project: Project) -> bytes:
    """The drawing as it would be written."""
    found: bytes = document.to_json(project)["network.json"]
    return found


def _same_file(source: Path, target: Path) -> None:
    """Give a file a second name; checkpoints are replaced and never written over. Without second names, copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
