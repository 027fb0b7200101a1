"""What is changed while a training runs, besides the learning rate: loss weights, dropout, which nodes learn."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from torch import nn

from graphs.meaning import Plan
from graphs.modules.scan import TeacherForcing
from graphs.modules.tree import Tree
from graphs.techniques import Teaching
from workbench.engine.control import (
    NEXT_RECIPE,
    Command,
    NextRecipe,
    ResumeSchedule,
    SetDropout,
    SetFrozen,
    SetLearningRate,
    SetLossWeight,
)
from workbench.engine.players import Mover

_CHANCES = ("p", "dropout")


def chances(tree: Tree, node: int) -> Iterator[tuple[nn.Module, str]]:
    """The modules of a node that drop something by chance, and the attribute that says how often."""
    for part in tree.parts(node).values():
        for module in part.modules():
            name = type(module).__name__
            known = _CHANCES if "Drop" in name or "Stochastic" in name else _CHANCES[1:]
            for attribute in known:
                if isinstance(getattr(module, attribute, None), float):
                    yield module, attribute


def loss_weight(plan: Plan, node: int) -> float | None:
    """How much a loss counts in the drawing; None for a node that is no loss with a weight."""
    step = plan.by_node.get(node)
    value = getattr(step.layer, "weight", None) if step is not None else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


class Live:
    """The live changes of one training, on its tree and its players."""

    def __init__(self, tree: Tree, movers: list[Mover]):
        self._tree, self._movers = tree, movers
        self.frozen: set[int] = set()
        self._teachers = [module for module in tree.modules() if isinstance(module, TeacherForcing)]
        self._taught = [module.p for module in self._teachers]

    def change(self, command: Command) -> bool:
        """Make a change that holds from the next step on; whether there is anything it is about."""
        if isinstance(command, SetLossWeight):
            drawn = loss_weight(self._tree.plan, command.node)
            movers = [mover for mover in self._movers if any(s.node == command.node for s in mover.losses)]
            if not drawn or not movers:
                return False
            for mover in movers:
                mover.weigh(command.node, command.value / drawn)
            return True
        if isinstance(command, SetDropout):
            found = list(chances(self._tree, command.node))
            for module, attribute in found:
                setattr(module, attribute, command.value)
            return bool(found)
        if isinstance(command, SetFrozen):
            if not any(command.node in mover.nodes for mover in self._movers):
                return False
            (self.frozen.add if command.frozen else self.frozen.discard)(command.node)
            return True
        return False

    def asleep(self, mover: Mover, epochs: float) -> set[int]:
        """The nodes of a player that keep their weights now: frozen by hand, or not thawed yet."""
        awake = mover.player.awake(epochs)
        nodes = list(mover.nodes)
        return self.frozen | set(nodes[: max(0, len(nodes) - awake)] if awake is not None else ())

    def keep_still(self, nodes: Iterable[int]) -> None:
        """Let running averages and dropout of nodes rest that do not learn now."""
        for node in nodes:
            for part in self._tree.parts(node).values():
                part.eval()

    def teach(self, teaching: Teaching, epochs: float) -> None:
        """Give the teachers the chance they have after so many epochs."""
        for module, drawn in zip(self._teachers, self._taught, strict=True):
            module.p = drawn * teaching.share(epochs)

    @property
    def teachers(self) -> int:
        """How many TeacherForcing nodes there are."""
        return len(self._teachers)


def written(command: Command, plan: Plan) -> tuple[str, float | str] | None:
    """A command as a line of the run's log: its name and its value; None for one that changes no number."""
    match command:
        case SetLearningRate(value, player):
            return f"learning_rate/{player or '*'}", value
        case ResumeSchedule(player):
            return f"learning_rate/{player or '*'}", "schedule"
        case SetLossWeight(node, value):
            return f"loss_weight/{plan.by_node[node].name}", value
        case SetDropout(node, value):
            return f"dropout/{plan.by_node[node].name}", value
        case SetFrozen(node, frozen):
            return f"frozen/{plan.by_node[node].name}", float(frozen)
        case NextRecipe(anew):
            return NEXT_RECIPE, float(anew)
    return None


def read(name: str, value: Any, nodes: Mapping[str, int]) -> Command | None:
    """A line of a run's log as the command it was; None for what the training does by itself or only watches.

    ``nodes`` maps names of nodes to their ids.
    """
    if name == NEXT_RECIPE:
        return NextRecipe(bool(value))
    kind, _, what = name.partition("/")
    if kind == "learning_rate":
        player = None if what == "*" else what
        return ResumeSchedule(player) if value == "schedule" else SetLearningRate(float(value), player)
    node = nodes.get(what)
    if node is None or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    makers: Mapping[str, Any] = {"loss_weight": SetLossWeight, "dropout": SetDropout}
    if kind in makers:
        made: Command = makers[kind](node, float(value))
        return made
    return SetFrozen(node, bool(value)) if kind == "frozen" else None


class Script:
    """Live changes to be made again: lines of a run's log, each made after its step.

    ``earlier`` gives those that a resumed run made before its checkpoint, which keeps learning rates itself, but for
    one that was changed just after it was written.
    """

    def __init__(self, lines: Iterable[tuple[int, str, Any]]):
        self._lines = deque(lines)

    def due(self, step: int) -> bool:
        """Whether there is a change to be made now."""
        return bool(self._lines) and self._lines[0][0] <= step

    def take(self, plan: Plan) -> Command | None:
        """The next change; None for a line the training writes by itself."""
        _, name, value = self._lines.popleft()
        return read(name, value, {step.name: step.node for step in plan.steps})

    def earlier(self, plan: Plan, now: int) -> Iterator[tuple[int, Command]]:
        """Every change with its step that has to be made again ``now``."""
        nodes = {step.name: step.node for step in plan.steps}
        for step, name, value in self._lines:
            command = read(name, value, nodes)
            if command is None or isinstance(command, NextRecipe):
                continue
            if step == now or not isinstance(command, SetLearningRate | ResumeSchedule):
                yield step, command
