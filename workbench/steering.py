"""What a person changes in the drawing while it trains reaches the training: loss weights, dropout, what is frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.layer import Family
from graphs.meaning import Plan
from graphs.planning import plan
from graphs.project import Project

if TYPE_CHECKING:
    from workbench.engine.control import Control


@dataclass(frozen=True)
class Held:
    """What of one node can be changed while it trains; None for what it does not have."""

    weight: float | None
    chance: float | None
    frozen: bool


def held(project: Project) -> dict[int, Held]:
    """What every node of a drawing has of it now."""
    meaning: Plan = plan(project.network)
    found = {}
    for step in meaning.steps:
        kind, layer = step.layer.type_name(), step.layer
        weight = getattr(layer, "weight", None) if layer.family is Family.LOSS else None
        chance = getattr(layer, "p" if "Drop" in kind or "Stochastic" in kind else "dropout", None)
        found[step.node] = Held(
            float(weight) if isinstance(weight, int | float) else None,
            float(chance) if isinstance(chance, int | float) else None,
            step.frozen,
        )
    return found


def rates(project: Project) -> dict[str, float]:
    """The learning rate of each player in the recipe."""
    return {player.name: player.optimizer.learning_rate for player in project.recipe.players}


class Steering:
    """Compares the drawing with the one that trains, and tells the training what of it has changed.

    A change taken back by undo is taken back in the training too. Everything else that is drawn meanwhile is for the
    next training.
    """

    def __init__(self, project: Project, control: Control):
        self._control, self._sent = control, held(project)
        self._rates = rates(project)

    def follow(self, project: Project) -> int:
        """Send what differs from what was sent last; return how many changes that were."""
        count = 0
        for node, now in held(project).items():
            before = self._sent.get(node)
            if before is None or before == now:
                continue
            if now.weight is not None and before.weight is not None and now.weight != before.weight:
                self._control.set_loss_weight(node, now.weight)
                count += 1
            if now.chance is not None and before.chance is not None and now.chance != before.chance < 1 > now.chance:
                self._control.set_dropout(node, now.chance)
                count += 1
            if now.frozen != before.frozen:
                self._control.set_frozen(node, now.frozen)
                count += 1
            self._sent[node] = now
        return count

    def follow_rates(self, project: Project) -> int:
        """Send the learning rates of the recipe that differ from what was sent last; return how many those were."""
        changed = {name: rate for name, rate in rates(project).items() if self._rates.get(name, rate) != rate}
        for name, rate in changed.items():
            self._control.set_learning_rate(rate, name)
        self._rates |= changed
        return len(changed)
