"""Players at work: each minimises its own losses by moving its own weights with its own optimizer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

import torch
from torch import Tensor, nn

from graphs import recipe
from graphs.layer import Family
from graphs.meaning import Plan, Source
from graphs.message import say
from graphs.modules.places import fixed, followers
from graphs.modules.starting import rates
from graphs.modules.tree import Tree
from graphs.schedules import Moment
from workbench.engine.faults import DrawingError
from workbench.engine.optimizers import build_optimizer
from workbench.engine.patience import Flat


class StepProbe(Protocol):
    """What a player needs of a probe that looks into the very step that trains."""

    inputs_need_gradients: bool

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """Which outputs the step shall give besides the losses."""

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """See the tapped tensors between forward and backward."""

    def gather(self, mover: Mover) -> None:
        """See the gradients between backward and the optimizer's step."""


class Mover:
    """A player of the recipe on a compiled network: its program, its weights, its optimizer.

    ``losses`` and ``metrics`` are the outputs it asks for; ``parameters`` are the weights it moves, by node. ``chosen``
    are the nodes it may move (`graphs.players.chosen_nodes`), every one that leads to its losses without. ``moved``
    counts its steps; the moving averages of what it moves follow after each. ``held`` says that a person's learning
    rate stands in for the schedule; ``plateau`` is what the schedule knows of the validation losses.
    """

    def __init__(self, player: recipe.Player, tree: Tree, chosen: frozenset[int] | None = None):
        self.player, self.tree, self.name = player, tree, player.name
        plan = tree.plan
        self.losses = loss_sources(plan, player.losses)
        if not self.losses:
            raise DrawingError(
                say("The player {player} has no loss to minimise.", player=player.name),
                say("Add a loss node, CrossEntropyLoss for classes or MSELoss for numbers, and wire the target to it."),
            )
        reached = plan.needed(self.losses)
        wanted = chosen if chosen is not None else frozenset(player.moves) or None
        owners = {step.node if step.share is None else step.share for step in reached}
        still = fixed(tree, plan)
        found = {
            step.node: {name: p for name, p in tree.node_parameters(step.node).items() if id(p) not in still}
            for step in plan.steps
            if step.node in owners and (wanted is None or step.node in wanted)
        }
        self.nodes: dict[int, dict[str, nn.Parameter]] = {node: own for node, own in found.items() if own}
        self.parameters = list({id(p): p for own in self.nodes.values() for p in own.values()}.values())
        if not self.parameters:
            raise DrawingError(
                say(
                    "The player {player} has nothing to move: no node with weights that are free leads to its losses.",
                    player=player.name,
                ),
                say("Add a layer with weights, such as Linear, or unfreeze one."),
            )
        self._learning_rate = player.optimizer.learning_rate
        self.held = False
        self.plateau = Flat()
        self.optimizer = build_optimizer(self.parameters, player.optimizer, rates(tree, plan))
        mine = {id(parameter) for parameter in self.parameters}
        self.followers = [
            one for one in followers(tree, plan) if any(id(parameter) in mine for parameter in one.others.parameters())
        ]
        self.moved = 0
        self.program = tree.program(self.losses)
        reached_nodes = {step.node for step in reached}
        self.metrics = tuple(
            source for source in metric_sources(plan) if {s.node for s in plan.needed((source,))[:-1]} <= reached_nodes
        )
        self._shown = (self.losses if len(self.losses) > 1 else ()) + self.metrics
        self._measured = tree.program(self.losses + self._shown)

    def follow(self, step: int, per_epoch: int, steps: int) -> None:
        """Take the learning rate the schedule has for a step, unless a person has chosen one."""
        if not self.held and self.player.schedule.changes:
            moment = Moment(step=step, per_epoch=per_epoch, steps=steps, reductions=self.plateau.reductions)
            self.learning_rate = self.player.schedule.rate(self.player.optimizer.learning_rate, moment)

    def hold(self, value: float) -> None:
        """Use one learning rate instead of the schedule, until `release`."""
        self.learning_rate, self.held = value, True

    def release(self) -> None:
        """Let the schedule decide again."""
        self.learning_rate, self.held = self.player.optimizer.learning_rate, False

    @property
    def learning_rate(self) -> float:
        """How long this player's steps are now; a node's own rate multiplies it."""
        return self._learning_rate

    @learning_rate.setter
    def learning_rate(self, value: float) -> None:
        self._learning_rate = value
        for group in self.optimizer.param_groups:
            group["lr"] = value * group["rate"]

    def move(self, inputs: Mapping[str, Tensor]) -> Tensor:
        """Take one step on a batch; return the total loss, a tensor of shape () that still lies on the device."""
        loss = self._total(self.program(inputs))
        self._descend(loss)
        return loss.detach()

    @staticmethod
    def _total(losses: tuple[Tensor, ...]) -> Tensor:
        return losses[0] if len(losses) == 1 else torch.stack(losses).sum()

    def _descend(self, loss: Tensor, probes: tuple[StepProbe, ...] = ()) -> None:
        """Go backwards from the loss, show the gradients as they are to probes, clip them, and take the step."""
        for parameter in self.parameters:
            parameter.grad = None
        loss.backward()  # type: ignore[no-untyped-call]
        for probe in probes:
            probe.gather(self)
        player = self.player
        if player.clip_value is not None:
            nn.utils.clip_grad_value_(self.parameters, player.clip_value)
        if player.clip_norm is not None:
            nn.utils.clip_grad_norm_(self.parameters, player.clip_norm)
        self.optimizer.step()
        if player.clip_weights is not None:
            with torch.no_grad():
                for parameter in self.parameters:
                    parameter.clamp_(-player.clip_weights, player.clip_weights)
        self.moved += 1
        for follower in self.followers:
            follower.update(self.moved)

    def move_measured(self, inputs: Mapping[str, Tensor]) -> tuple[Tensor, Tensor | None]:
        """Take the same step and also return what `shown` names, as one tensor (n); None when that is nothing."""
        if not self._shown:
            return self.move(inputs), None
        outputs = self._measured(inputs)
        loss = self._total(outputs[: len(self.losses)])
        self._descend(loss)
        return loss.detach(), torch.stack([value.detach() for value in outputs[-len(self._shown) :]])

    def move_watched(
        self, inputs: Mapping[str, Tensor], measure: bool, probes: Iterable[StepProbe]
    ) -> tuple[Tensor, Tensor | None]:
        """Take the same step with probes looking; measure as `move_measured` does when ``measure``.

        The probes' taps are further outputs of the same calculation, so the weights come out the same to the last bit.
        """
        probes = tuple(probes)
        shown = self._shown if measure else ()
        taps = [probe.taps(self) for probe in probes]
        wanted = tuple(dict.fromkeys((*self.losses, *shown, *(source for own in taps for source in own))))
        if any(probe.inputs_need_gradients for probe in probes):
            inputs = {
                name: value.detach().requires_grad_() if value.is_floating_point() else value
                for name, value in inputs.items()
            }
        values = dict(zip(wanted, self.tree.program(wanted)(inputs), strict=True))
        loss = self._total(tuple(values[source] for source in self.losses))
        for probe, own in zip(probes, taps, strict=True):
            probe.watch(self, tuple(values[source] for source in own))
        self._descend(loss, probes)
        return loss.detach(), torch.stack([values[source].detach() for source in shown]) if shown else None

    def shown(self) -> tuple[Source, ...]:
        """What is measured besides the total loss, in order: each loss when there are several, and the metrics."""
        return self._shown


def loss_sources(plan: Plan, nodes: tuple[int, ...] = ()) -> tuple[Source, ...]:
    """The outputs of these loss nodes, or of every loss of the network when none is named."""
    return tuple(
        Source(step.node, next(iter(step.outputs)))
        for step in plan.steps
        if (step.node in nodes if nodes else step.layer.family is Family.LOSS)
    )


def metric_sources(plan: Plan) -> tuple[Source, ...]:
    """The outputs of every metric of the network."""
    return tuple(Source(s.node, next(iter(s.outputs))) for s in plan.steps if s.layer.family is Family.METRIC)
