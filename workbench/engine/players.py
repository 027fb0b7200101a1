"""Players at work: each minimises its own losses by moving its own weights with its own optimizer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import torch
from torch import Tensor, nn

from graphs import recipe
from graphs.layer import Family
from graphs.meaning import Plan, Source
from graphs.message import say
from graphs.modules.places import fixed, followers
from graphs.modules.starting import rates
from graphs.modules.tree import Program, Tree
from graphs.schedules import Moment
from graphs.techniques import Precision
from workbench.engine.faults import DrawingError
from workbench.engine.optimizers import build_optimizer
from workbench.engine.patience import Flat
from workbench.engine.stepping import Descent, Draws, Piece


class StepProbe(Protocol):
    """What a player needs of a probe that looks into the very step that trains."""

    inputs_need_gradients: bool

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """Which outputs the step shall give besides the losses."""

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """See the tapped tensors between forward and backward."""

    def gather(self, mover: Mover) -> None:
        """See the gradients between backward and the optimizer's step."""

    def settle(self, mover: Mover) -> None:
        """See the weights after the optimizer's step."""


class Runner(Protocol):
    """Computes what a program computes, in a way of its own."""

    def __call__(self, inputs: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
        """Compute the outputs of the program."""

    def forget(self) -> None:
        """Begin anew: other weights learn now."""


class Mover:
    """A player of the recipe on a compiled network: its program, its weights, its optimizer.

    ``losses`` and ``metrics`` are the outputs it asks for; ``parameters`` are the weights it moves, by node. ``chosen``
    are the nodes it may move (`graphs.players.chosen_nodes`), every one that leads to its losses without. ``moved``
    counts its steps; the moving averages of what it moves follow after each. ``held`` says that a person's learning
    rate stands in for the schedule; ``plateau`` is what the schedule knows of the validation losses.
    """

    def __init__(
        self,
        player: recipe.Player,
        tree: Tree,
        chosen: frozenset[int] | None = None,
        precision: Precision = Precision.FULL,
    ):
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
        self.descent = Descent(player, self.parameters, self.optimizer, precision)
        self._factors: dict[int, float] = {}
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
        self._runner: Runner | None = None

    def run_by(self, make: Callable[[Program], Runner] | None) -> None:
        """Let another way compute all steps from now on, by one program, measured or not; None is the plain way."""
        self._runner = make(self._measured) if make is not None else None

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

    def move(self, inputs: Mapping[str, Tensor], pieces: Sequence[Piece] = ()) -> Tensor:
        """Take one step on a batch, or on its ``pieces`` where it is computed in some; return the total loss, a tensor
        of shape () that still lies on the device.
        """
        return self._step(pieces or (Piece(1.0, inputs),), self.program, 0)[0]

    def move_measured(self, inputs: Mapping[str, Tensor], pieces: Sequence[Piece] = ()) -> tuple[Tensor, Tensor | None]:
        """Take the same step and also return what `shown` names, as one tensor (n); None when that is nothing."""
        return self._step(pieces or (Piece(1.0, inputs),), self._measured, len(self._shown))

    def _step(self, pieces: Sequence[Piece], program: Program | Runner, shown: int) -> tuple[Tensor, Tensor | None]:
        program = program if self._runner is None else self._runner
        if self.descent.quick and len(pieces) == 1:
            outputs = program(pieces[0].inputs)
            total = self.total(outputs[: len(self.losses)])
            self.descent.take_quickly(total)
            self._moved()
            return total.detach(), torch.stack([v.detach().float() for v in outputs[-shown:]]) if shown else None
        found: list[tuple[float, Tensor]] = []

        def forward(piece: Piece) -> Tensor:
            outputs = program(piece.inputs)
            if shown:
                found.append((piece.share, torch.stack([value.detach().float() for value in outputs[-shown:]])))
            return self.total(outputs[: len(self.losses)])

        loss = self.descent.take(forward, pieces)
        self._moved()
        return loss, _mean(found[: len(pieces)])

    def total(self, losses: tuple[Tensor, ...]) -> Tensor:
        """The loss to minimise: the sum of the losses, each as often as a person has said while it runs."""
        if self._factors:
            losses = tuple(
                loss * self._factors[source.node] if source.node in self._factors else loss
                for source, loss in zip(self.losses, losses, strict=True)
            )
        return losses[0] if len(losses) == 1 else torch.stack(losses).sum()

    def weigh(self, node: int, factor: float) -> None:
        """Let a loss count so many times as much as in the drawing from the next step on."""
        self._factors[node] = factor
        if factor == 1:
            del self._factors[node]

    def _moved(self) -> None:
        self.moved += 1
        for follower in self.followers:
            follower.update(self.moved)

    def move_watched(
        self,
        inputs: Mapping[str, Tensor],
        measure: bool,
        probes: Iterable[StepProbe],
        pieces: Sequence[Piece] = (),
    ) -> tuple[Tensor, Tensor | None]:
        """Take the same step with probes looking; measure as `move_measured` does when ``measure``.

        The probes' taps are further outputs of the same calculation, so the weights come out the same to the last bit.
        Where a batch is computed in pieces, they look into the first.
        """
        probes = tuple(probes)
        pieces = pieces or (Piece(1.0, inputs),)
        if self._runner is not None:
            return self._watched_aside(inputs, measure, probes, pieces)
        shown = self._shown if measure else ()
        taps = [probe.taps(self) for probe in probes]
        wanted = tuple(dict.fromkeys((*self.losses, *shown, *(source for own in taps for source in own))))
        needs_gradients = any(probe.inputs_need_gradients for probe in probes)
        program, found = self.tree.program(wanted), list[tuple[float, Tensor]]()

        def forward(piece: Piece) -> Tensor:
            given, first = piece.inputs, not found
            if first and needs_gradients:
                given = {
                    name: value.detach().requires_grad_() if value.is_floating_point() else value
                    for name, value in given.items()
                }
            values = dict(zip(wanted, program(given), strict=True))
            loss = self.total(tuple(values[source] for source in self.losses))
            if first:
                for probe, own in zip(probes, taps, strict=True):
                    probe.watch(self, tuple(values[source] for source in own))
            measured = torch.stack([values[source].detach().float() for source in shown]) if shown else loss.detach()
            found.append((piece.share, measured))
            return loss

        def gather() -> None:
            for probe in probes:
                probe.gather(self)

        loss = self.descent.take(forward, pieces, gather)
        for probe in probes:
            probe.settle(self)
        self._moved()
        return loss, _mean(found[: len(pieces)]) if shown else None

    def _watched_aside(
        self, inputs: Mapping[str, Tensor], measure: bool, probes: Sequence[StepProbe], pieces: Sequence[Piece]
    ) -> tuple[Tensor, Tensor | None]:
        """Show the probes the first piece as it is drawn, put everything back, and take the step as every other one.

        What is compiled or recorded rounds differently, so a step must not be computed otherwise when somebody looks.
        """
        taps = [probe.taps(self) for probe in probes]
        wanted = tuple(dict.fromkeys((*self.losses, *(source for own in taps for source in own))))
        given = pieces[0].inputs
        if any(probe.inputs_need_gradients for probe in probes):
            given = {n: v.detach().requires_grad_() if v.is_floating_point() else v for n, v in given.items()}
        buffers = list(self.tree.buffers())
        kept, draws = [buffer.clone() for buffer in buffers], Draws(self.descent.device)
        for parameter in self.parameters:
            parameter.grad = None
        with self.descent.half():
            values = dict(zip(wanted, self.tree.program(wanted)(given), strict=True))
            loss = self.total(tuple(values[source] for source in self.losses))
        for probe, own in zip(probes, taps, strict=True):
            probe.watch(self, tuple(values[source] for source in own))
        loss.backward()  # type: ignore[no-untyped-call]
        for probe in probes:
            probe.gather(self)
        with torch.no_grad():
            for buffer, old in zip(buffers, kept, strict=True):
                buffer.copy_(old)
        draws.again()
        taken = self._step(pieces, self._measured, len(self._shown) if measure else 0)
        for probe in probes:
            probe.settle(self)
        return taken

    # ------------------------------------------------------------------ who learns

    def sleep(self, nodes: Iterable[int]) -> None:
        """Let these nodes keep their weights for now, and all others of this player learn."""
        still = set(nodes)
        kept = {id(p) for node, own in self.nodes.items() if node not in still for p in own.values()}
        awake = [parameter for parameter in self.parameters if id(parameter) in kept]
        if self._runner is not None and [*map(id, awake)] != [*map(id, self.descent.awake)]:
            self._runner.forget()
        self.descent.awake = awake
        for parameter in self.parameters:
            if id(parameter) not in kept:
                parameter.grad = None

    def shown(self) -> tuple[Source, ...]:
        """What is measured besides the total loss, in order: each loss when there are several, and the metrics."""
        return self._shown


def _mean(found: list[tuple[float, Tensor]]) -> Tensor | None:
    """The mean of what pieces of a batch have shown, by their shares; None for nothing."""
    if not found:
        return None
    if len(found) == 1:
        return found[0][1]
    return torch.stack([share * values for share, values in found]).sum(0)


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
