"""The arithmetic of a training and nothing else: weights, players, batches, one step after the other.

Whoever calls it puts its random numbers in force first (``with training.random:``) and does with the numbers what they
like. The trainer runs one; a second one, made from the same seed, serves to time threads and to look for the node that
broke.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from graphs.compiler import compile, read_weights, write_weights
from graphs.layers.input_output import Input
from graphs.meaning import Plan
from graphs.message import Message, say
from graphs.modules.places import set_training
from graphs.planning import plan
from graphs.players import chosen_nodes
from graphs.project import Project
from graphs.recipe import Recipe
from graphs.schedules import Plateau
from graphs.techniques import EMA, SWA, AlwaysTaught, Balance
from workbench.data import Prepared
from workbench.data.concerns import concerns
from workbench.engine.augmenting import Augmenter
from workbench.engine.averages import Average
from workbench.engine.balancing import drawing_weights, weighed
from workbench.engine.checkpoint import State, load_checkpoint, save_checkpoint
from workbench.engine.control import Command, NextRecipe, Reduced, ResumeSchedule, SetLearningRate
from workbench.engine.device import choose_threads, most_threads
from workbench.engine.evaluation import Visitor, evaluate, metric_names
from workbench.engine.events import DataNotice, Scalars
from workbench.engine.execution import set_up
from workbench.engine.faults import FieldError, FolderError, NotFinite
from workbench.engine.foothold import Foothold
from workbench.engine.live import Live
from workbench.engine.optimizer_state import put_together, taken_apart
from workbench.engine.patience import Flat
from workbench.engine.pieces import Pieces
from workbench.engine.players import Mover, StepProbe
from workbench.engine.randomness import OwnRandom
from workbench.engine.streaming import Streamed, batches_of, columns_of, cut, few, memory_note

STRIDES = (7, 9, 11, 13, 17, 1)
"""Metrics are measured every so many steps: the first that shares no factor with an epoch,
so that every batch has its turn.
"""

SALT = {"batches": 1, "validation": 2, "probe": 3, "average": 4}
"""What is added to the recipe's seed for streams of random numbers apart from the training's own."""


def input_fields(meaning: Plan) -> dict[str, str]:
    """Which column of the data each Input node reads, by the node's name."""
    return {step.name: step.layer.field for step in meaning.steps if isinstance(step.layer, Input)}


def check_fields(meaning: Plan, prepared: Prepared) -> None:
    """Raise FieldError at the first Input node whose column the data do not have, or have in another shape."""
    known = prepared.dataset.fields()
    for step in meaning.steps:
        if not isinstance(step.layer, Input):
            continue
        field, spec = step.layer.field, step.outputs["y"]
        if field not in known:
            raise FieldError(
                say("{node} asks for the field {field}, and the data {data} has: {known}.", node=step.name, field=field,
                    data=prepared.dataset.name, known=", ".join(known)),
                say("Choose one of these fields at the node, or other data in the recipe."),
                step.node,
            )  # fmt: skip
        got = known[field]
        numbers = all(isinstance(dim, int) for dim in (*got.dims, *spec.dims))
        if numbers and got.dims != spec.dims:
            raise FieldError(
                say("{node} expects {expected} from the field {field}, and the data {data} gives {got}.",
                node=step.name,
                    expected=spec.text, field=field, data=prepared.dataset.name, got=got.text),
                say("Choose the data in the recipe again, so that the drawing adapts, or set the node's shape."),
                step.node,
            )  # fmt: skip


class Training:
    """Weights, players and batches of one project on one device.

    ``step`` counts the batches trained on. In a round of as many batches as the busiest player has updates, a player
    with ``n`` updates moves on the last ``n`` of them, in the order of the recipe: a critic with five updates moves on
    every batch, the generator once, after it.
    """

    def __init__(self, project: Project, prepared: Prepared, device: torch.device, threads: int):
        recipe: Recipe = project.recipe
        self.recipe, self.device, self.prepared = recipe, device, prepared
        self.notes: tuple[Message, ...] = ()
        if recipe.balance is Balance.WEIGHTS:
            project, self.notes = weighed(project, prepared)
        self.random = OwnRandom(recipe.seed, device, threads, recipe.deterministic, recipe.tf32)
        meaning = plan(project.network)
        if not meaning.faults:
            check_fields(meaning, prepared)
        with self.random:
            self.tree = compile(project.network, trust=project.trusted).to(device)
        self.plan = self.tree.plan
        self.tree.requires_grad_(False)
        self.movers = [
            Mover(player, self.tree, chosen_nodes(project.network, player), recipe.precision)
            for player in recipe.players
        ]
        self.live = Live(self.tree, self.movers)
        self._foothold = Foothold(self.tree.modules())
        self.notes += set_up(recipe, self.tree, self.movers, self.live.teachers)
        self.fields = input_fields(self.plan)
        needed = set().union(*(mover.program.inputs for mover in self.movers))
        for mover in self.movers:
            needed |= set(self.tree.program(mover.losses + mover.metrics).inputs)
        self._parts = {
            "training": prepared.parts.training,
            "validation": prepared.parts.validation,
            "test": prepared.parts.test,
        }
        self._on_device: dict[str, Mapping[str, Any]] = {}
        self._told_files = 0
        columns = self.part("training")
        if not columns:
            raise FieldError(
                say("There are no examples to train on."),
                say("Give the training a share in the recipe's split, or choose other data."),
            )
        used = {name: columns[name] for name in columns if name in needed}
        chances = drawing_weights(self.plan, prepared) if recipe.balance is Balance.SAMPLING else None
        size = recipe.examples_a_step(len(next(iter(columns.values()))))
        self.batches = batches_of(columns, needed, size, recipe.order, recipe.seed + SALT["batches"], chances)
        self.notes += memory_note(columns, self.batches.size)
        self.pieces = Pieces(self.plan, recipe, used)
        read = {name: field for name, field in self.fields.items() if name in used}
        known = few(prepared.parts.training) if recipe.augment else prepared.parts.training
        self.augmenter = Augmenter(recipe.augment, prepared.dataset, prepared.scaler, known, read)
        self.notes += tuple(said for _, said in concerns(recipe.augment, prepared.dataset))
        chosen = recipe.average
        self.average = Average(self.tree, chosen, self._look_at_all) if isinstance(chosen, EMA | SWA) else None
        self.uses_average = True
        self.step = 0
        self.round = self._round()
        self.names = metric_names(self.plan)
        per_epoch = self.batches.per_epoch
        self.stride = 1 if per_epoch < 8 else next(s for s in STRIDES if math.gcd(s, per_epoch) == 1)
        self._losses: list[tuple[list[int], list[Tensor]]] = [([], []) for _ in self.movers]
        self._shown: list[tuple[list[int], list[Tensor]]] = [([], []) for _ in self.movers]
        self._rates: list[tuple[int, list[float]]] = []
        self._scheduled = [mover for mover in self.movers if mover.player.schedule.changes]
        self._alone = len(self.movers) == 1
        self._thaws = any(mover.player.thaw_every is not None for mover in self.movers)
        self._rests = any(mover.player.begins or mover.player.ends is not None for mover in self.movers)
        self._teaches = self.live.teachers > 0 and not isinstance(recipe.teaching, AlwaysTaught)
        self.train_mode()

    def _round(self) -> list[list[int]]:
        longest = max(mover.player.updates for mover in self.movers)
        return [
            [place for place, mover in enumerate(self.movers) if batch >= longest - mover.player.updates]
            for batch in range(longest)
        ]

    def let_move(self, chosen: Mover) -> None:
        """Build gradients for the weights of one player only."""
        for mover in self.movers:
            if mover is not chosen:
                for parameter in mover.parameters:
                    parameter.requires_grad_(False)
        for parameter in chosen.descent.awake:
            parameter.requires_grad_(True)

    def train_mode(self) -> None:
        """Let dropout drop and running averages run, but not in nodes that keep everything they have.

        These are frozen, sleep until they thaw, or were frozen by hand while the training runs.
        """
        set_training(self.tree, self.plan)
        self._foothold.forget()
        epochs = self.step / self.per_epoch
        for mover in self.movers:
            asleep = self.live.asleep(mover, epochs)
            mover.sleep(asleep)
            if mover.player.plays(epochs):
                self.live.keep_still(asleep & set(mover.nodes))
        self.tree.requires_grad_(False)
        if self._alone:
            self.let_move(self.movers[0])

    def part(self, name: str) -> Mapping[str, Any]:
        """The examples of a part (``training``, ``validation``, ``test``) by Input name: tensors on the device, or
        what reads them from their files.
        """
        if name not in self._on_device:
            self._on_device[name] = columns_of(self._parts[name], self.fields, self.device)
        return self._on_device[name]

    @property
    def per_epoch(self) -> int:
        """How many steps make an epoch."""
        return self.batches.per_epoch

    @property
    def epoch(self) -> int:
        """How many epochs are complete."""
        return self.step // self.per_epoch

    @property
    def parameters(self) -> int:
        """How many numbers the network has to learn or keep frozen."""
        return sum(parameter.numel() for parameter in self.tree.parameters())

    # ------------------------------------------------------------------ stepping

    def next_batch(self) -> dict[str, Tensor]:
        """The next batch by Input name, each (n, ...), varied as the recipe says."""
        inputs = self.batches.next()
        return inputs if self.augmenter.idle else self.augmenter(inputs)

    def advance(self, probes: Sequence[StepProbe] = ()) -> None:
        """Train on one batch. Losses stay on the device until `fetch`.

        Raises what torch raises, as NodeError with its node.
        """
        if self._alone:
            self._foothold.mark()
        inputs = self.next_batch()
        step = self.step + 1
        measure = step % self.stride == 0
        if self._scheduled:
            self.follow_schedules(measure)
        if (self._thaws or self._rests) and self.step:
            self._thaw()
        if self._teaches:
            self.live.teach(self.recipe.teaching, self.step / self.per_epoch)
        mixed = None if self.pieces.plain else self.pieces.mixed(inputs)
        for place in self.round[self.step % len(self.round)]:
            mover = self.movers[place]
            if self._rests and not mover.player.plays(self.step / self.per_epoch):
                continue
            if not self._alone:
                self.let_move(mover)
            steps, losses = self._losses[place]
            shown = None
            pieces = () if mixed is None else self.pieces.of(mixed, mover)
            if probes:
                loss, shown = mover.move_watched(inputs, measure, probes, pieces)
            elif measure:
                loss, shown = mover.move_measured(inputs, pieces)
            else:
                loss = mover.move(inputs, pieces)
            if shown is not None:
                self._shown[place][0].append(step)
                self._shown[place][1].append(shown)
            steps.append(step)
            losses.append(loss)
        self.step = step
        self._foothold.leave()
        if self.average is not None:
            self.average.after_step()
            if step % self.per_epoch == 0:
                self.average.after_epoch(self.epoch, self.recipe.epochs)

    def _thaw(self) -> None:
        """Let those nodes learn and those players play whose time has come, at the very step at which it does."""
        before, now = (self.step - 1) / self.per_epoch, self.step / self.per_epoch
        players = [mover.player for mover in self.movers]
        if any((p.awake(before), p.plays(before)) != (p.awake(now), p.plays(now)) for p in players):
            self.train_mode()

    def _look_at_all(self) -> None:
        """Run the network over all training examples as in training, in the order of the table, without a gradient."""
        columns, size = self.part("training"), max(2, self.batches.size)
        program = self.tree.program(self.movers[0].losses)
        with self.random.aside(self.recipe.seed + SALT["average"]), torch.no_grad():
            for start in range(0, self.batches.count, size):
                start = min(start, max(0, self.batches.count - 2))  # no batch of one
                program(cut(columns, program.inputs, start, min(start + size, self.batches.count)))

    def follow_schedules(self, write: bool = False) -> None:
        """Give every player the learning rate of the next step; ``write`` it down for the curve."""
        per_epoch, steps = self.per_epoch, self.per_epoch * self.recipe.epochs
        for mover in self.movers:
            mover.follow(self.step, per_epoch, steps)
        if write:
            self._rates.append((self.step + 1, [mover.learning_rate for mover in self._scheduled]))

    def take_back(self) -> None:
        """Put everything where it was before a step that was broken off, so that it can be taken again.

        How many random numbers it has drawn depends on where it broke, so they begin anew, from the seed and the step.
        """
        if self._foothold.go_back():
            self.batches.back()
        self.random.begin_anew(self.recipe.seed, self.step)

    def change(self, command: Command | Reduced) -> bool:
        """Make a change that holds from the next step on; return whether there is anything it is about."""
        if isinstance(command, NextRecipe):
            if command.anew:
                self.random.begin_anew(self.recipe.seed, self.step)
            return True
        if not isinstance(command, SetLearningRate | ResumeSchedule | Reduced):
            done = self.live.change(command)
            self.train_mode()
            return done
        chosen = self.named(command.player)
        for mover in chosen:
            if isinstance(command, SetLearningRate):
                mover.hold(command.value)
            elif isinstance(command, ResumeSchedule):
                mover.release()
            else:
                mover.plateau.reductions = command.reductions
        self.follow_schedules()
        return bool(chosen)

    def named(self, player: str | None) -> list[Mover]:
        """The players of a name, or with None all of them."""
        return [mover for mover in self.movers if player in (None, mover.name)]

    def see_validation(self, loss: float) -> list[Reduced]:
        """Let schedules that wait for a plateau look at a validation loss; return those that saw one."""
        found = []
        for mover in self.movers:
            schedule = mover.player.schedule
            if isinstance(schedule, Plateau) and mover.plateau.see(loss, schedule.patience):
                found.append(Reduced(mover.plateau.reductions, mover.name))
        return found

    @property
    def pending(self) -> int:
        """How many losses wait on the device."""
        return max(len(steps) for steps, _ in self._losses)

    def notices(self) -> list[DataNotice]:
        """What has happened to files since this was asked last: which could not be read, and who had to read anew."""
        parts = [part for part in self._on_device.values() if isinstance(part, Streamed)]
        if not parts:
            return []
        news = [DataNotice(self.step, message) for message in parts[0].readers.news]
        parts[0].readers.news.clear()
        failed = {file: why for part in parts for file, why in part.failed.items()}
        if len(failed) > self._told_files:
            self._told_files = len(failed)
            file, why = next(reversed(failed.items()))
            message = say("{count} files could not be read and are passed over, the last of them {file}: {why}.",
                          count=len(failed), file=file, why=why)  # fmt: skip
            news.append(DataNotice(self.step, message, tuple(failed)))
        return news

    def fetch(self) -> list[Scalars | DataNotice]:
        """Bring the losses and metrics since the last fetch from the device, in one go, and what happened to files.

        Raises NotFinite at the first bad step.
        """
        found: list[Scalars] = []
        bad: list[int] = []
        for place, mover in enumerate(self.movers):
            steps, losses = self._losses[place]
            if steps:
                values = torch.stack(losses).cpu().double().numpy()
                tag = "train/loss" if self._alone else f"train/loss/{mover.name}"
                found.append(Scalars(np.array(steps, dtype=np.int64), {tag: values}))
                bad += [step for step, good in zip(steps, np.isfinite(values), strict=True) if not good][:1]
            shown_steps, shown = self._shown[place]
            if shown_steps:
                table = torch.stack(shown).cpu().double().numpy()
                names = [f"train/{self.names[source]}" for source in mover.shown()]
                arrays = {name: np.ascontiguousarray(table[:, column]) for column, name in enumerate(names)}
                found.append(Scalars(np.array(shown_steps, dtype=np.int64), arrays))
            self._losses[place], self._shown[place] = ([], []), ([], [])
        if self._rates:
            steps_of_rates = np.array([step for step, _ in self._rates], dtype=np.int64)
            columns = np.array([rates for _, rates in self._rates], dtype=np.float64)
            named = {f"lr/{mover.name}": columns[:, place].copy() for place, mover in enumerate(self._scheduled)}
            found.append(Scalars(steps_of_rates, named))
            self._rates = []
        if bad:
            raise NotFinite(min(bad), tuple(found))
        return [*found, *self.notices()]

    def evaluate(self, part: str, visitors: tuple[Visitor, ...] = ()) -> dict[str, float]:
        """Measure losses and metrics on a part; the training's random numbers and running averages stay as they are."""
        with self.averaged(), self.random.aside(self.recipe.seed + SALT["validation"]):
            return evaluate(self.tree, self.part(part), self.batches.size, visitors)

    def averaged(self) -> AbstractContextManager[None]:
        """Where the network has its averaged weights, if the recipe averages and there is an average already."""
        if self.average is not None and self.average.ready and self.uses_average:
            return self.average.in_force()
        return contextlib.nullcontext()

    # ------------------------------------------------------------------ keeping

    def tensors(self) -> dict[str, Tensor]:
        """Everything that makes the next step what it will be, as tensors by name."""
        kept: dict[str, Tensor] = self.weights()
        for place, mover in enumerate(self.movers):
            kept |= taken_apart(mover.optimizer, f"optimizer/{place}/")[0]
        if self.average is not None:
            kept |= {f"average/{name}": value for name, value in self.average.tensors().items()}
        kept |= {f"random/{name}": value for name, value in self.random.current().items()}
        return kept | {f"batches/{name}": value for name, value in self.batches.tensors().items()}

    def weights(self) -> dict[str, Tensor]:
        """Weights and running averages as they are kept: ``weights/<node>/<name inside the node>``."""
        return {
            f"weights/{node}/{key}": torch.from_numpy(value) for (node, key), value in read_weights(self.tree).items()
        }

    def engine_state(self) -> dict[str, Any]:
        """What the next step needs besides tensors, as JSON: of optimizers, scalers and the average."""
        return {
            "optimizers": [taken_apart(mover.optimizer, "")[1] for mover in self.movers],
            "scalers": [mover.descent.numbers() for mover in self.movers],
            "averaged": self.average.count if self.average is not None else 0,
        }

    def save(self, path: Path, state: State) -> None:
        """Write a checkpoint. Raises NotFinite, and writes nothing, when a weight is no longer a finite number."""
        tensors = self.tensors()
        for name, value in tensors.items():
            if name.startswith("weights/") and value.is_floating_point() and not bool(torch.isfinite(value).all()):
                raise NotFinite(self.step + 1)
        save_checkpoint(path, tensors, state)

    def take_weights(self, path: Path) -> None:
        """Put the weights of a checkpoint of this run into the network and leave everything else as it is."""
        from workbench.engine.checkpoint import read_weights as read_kept

        write_weights(self.tree, read_kept(path))

    def restore(self, path: Path) -> State:
        """Go back to a checkpoint. Raises FolderError when it belongs to another drawing."""
        tensors, state = load_checkpoint(path)
        weights = {}
        for name, value in tensors.items():
            if name.startswith("weights/"):
                _, node, key = name.split("/", 2)
                weights[int(node), key] = value.numpy()
        anew = write_weights(self.tree, weights)
        if anew:
            raise FolderError(
                say("The checkpoint does not fit the drawing at {node}.", node=self.plan.by_node[anew[0]].name),
                say("Start the training anew, or open the project as the run has kept it."),
                anew[0],
            )
        rest = dict(state.engine)
        for place, mover in enumerate(self.movers):
            known = rest["optimizers"][place] if "optimizers" in rest else {}
            put_together(mover.optimizer, f"optimizer/{place}/", tensors, known)
            mover.descent.restore(rest["scalers"][place] if "scalers" in rest else {})
            mover.learning_rate = state.learning_rates.get(mover.name, mover.learning_rate)
            mover.held = mover.name in state.held
            if mover.name in state.plateaus:
                mover.plateau = Flat.of(state.plateaus[mover.name])
        self.random.set({name.split("/")[1]: value for name, value in tensors.items() if name.startswith("random/")})
        self.batches.restore(
            {n.split("/")[1]: v for n, v in tensors.items() if n.startswith("batches/")}, state.position
        )
        if self.average is not None:
            own = {n.removeprefix("average/"): v for n, v in tensors.items() if n.startswith("average/")}
            self.average.restore(own, int(rest["averaged"]))
        self.step = state.step
        if state.batch not in (0, self.batches.size):  # another recipe: as far in the run, in steps of another size
            self.step = state.epoch * self.per_epoch + self.batches.position // self.batches.size
        for mover in self.movers:
            mover.moved = self.moves_of(mover, self.step)
        self.train_mode()
        return state

    def moves_of(self, mover: Mover, step: int) -> int:
        """How many steps a player has taken when so many batches are done: it moves on the last ones of a round."""
        rounds, rest = divmod(step, len(self.round))
        return rounds * mover.player.updates + max(0, rest - len(self.round) + mover.player.updates)


def timed_threads(build: Callable[[int], Training], device: str) -> int:
    """Choose how many threads a run has for life, by timing steps of a copy that ``build`` makes."""
    most = most_threads()
    if device != "cpu" or most == 1:
        return most
    copy = build(most)
    for mover in copy.movers:
        mover.run_by(None)  # compiling would take longer than anything the trial could find
    with copy.random:
        return choose_threads(copy.advance, most)
