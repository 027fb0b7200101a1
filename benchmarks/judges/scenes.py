"""What detectors, segmenters and feed-forward networks reach, what the lab shows, and what transfer gains."""

from __future__ import annotations

import tempfile
from pathlib import Path

import presets
from benchmarks.judges import Trained, goal, judge
from benchmarks.judges.representing import told
from workbench.engine.events import RunFinished
from workbench.engine.trainer import Trainer

goal("grid_detector", "centernet", metric="mean_average_precision", at_least=0.8)
goal("unet", "fcn", metric="mean_io_u", at_least=0.85)
goal("best_practice_mlp", metric="accuracy", at_least=0.95)
goal("usual_mlp", "lenet5_1998", metric="accuracy", at_least=0.97)
goal("point_cnn", metric="accuracy", at_least=0.85)
goal("vanishing_gradients", metric="accuracy", at_most=0.7)


@judge("vanishing_gradients", figure="gradient of the first layer ÷ of the last, before the first step", at_most=1e-3)
def vanished(made: Trained) -> float:
    """‖∂L/∂W‖ of the chain's first layer over that of its last, for all training examples, as the lab opens."""
    training, _ = told(made)
    (mover,) = training.movers
    columns = training.part("training")
    training.tree.requires_grad_(True)
    mover.total(mover.program({name: columns[name] for name in mover.program.inputs})).backward()
    last = training.tree.plan.by_node[next(s.node for s in training.plan.steps if s.name == "chain")].copies[-1]
    first, final = (training.tree.get_submodule(".".join(("chain", name, "linear"))) for name in ("0", last.path[-1]))
    return float(first.weight.grad.norm() / final.weight.grad.norm())


def from_scratch(seed: int) -> float:
    """The accuracy on 5 to 9 of the same network and as many epochs, where nothing was learned before."""
    project = presets.build("transfer")
    beforehand, player = project.recipe.players
    plain = {"begins": 0.0, "thaw_every": None, "optimizer": beforehand.optimizer}
    players = (beforehand.model_copy(update={"ends": 0.0}), player.model_copy(update=plain))
    epochs = project.recipe.epochs - round(player.begins)
    project.recipe = project.recipe.model_copy(update={"players": players, "seed": seed, "epochs": epochs})
    with tempfile.TemporaryDirectory() as home:
        last = list(Trainer(project, Path(home) / "run", probes=(), threads=1).run())[-1]
    if not isinstance(last, RunFinished):
        raise RuntimeError(f"transfer from scratch, seed {seed}: {last}")
    return float(last.test["accuracy"])


@judge("transfer", figure="test accuracy on 5 to 9 less that of the same network from scratch", at_least=0.0)
def gained(made: Trained) -> float:
    """What the digits 0 to 4 have taught about 5 to 9."""
    return made.test["accuracy"] - from_scratch(made.seed)
