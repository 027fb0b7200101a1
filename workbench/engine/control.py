"""The handle on a running training: pause, go on, one step, stop, change the learning rate, watch other nodes.

Any thread may call it. The training looks at ``waiting`` between two steps, one attribute and no lock, and only when it
is set takes the lock and reads what is wanted; so a wish costs nothing until there is one and is honoured within one
batch.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.message import say

if TYPE_CHECKING:
    from workbench.engine.probes.probe import Probe


class ControlError(ValueError):
    """A wish that cannot be granted; the text says what was expected."""


@dataclass(frozen=True)
class SetLearningRate:
    """Give one player, or with None every player, another learning rate."""

    value: float
    player: str | None = None


@dataclass(frozen=True)
class ResumeSchedule:
    """Let the recipe's schedule decide again over the learning rate of one player, or with None of every player."""

    player: str | None = None


@dataclass(frozen=True)
class Reduced:
    """A player's schedule has seen this many plateaus so far; the training tells itself."""

    reductions: int
    player: str


@dataclass(frozen=True)
class SetLossWeight:
    """Let a loss node count so much in what its players minimise; what is validated keeps the drawing's weights."""

    node: int
    value: float


@dataclass(frozen=True)
class SetDropout:
    """Let a node drop with another chance."""

    node: int
    value: float


@dataclass(frozen=True)
class SetFrozen:
    """Let a node keep its weights, or learn again."""

    node: int
    frozen: bool


NEXT_RECIPE = "recipe/next"
"""The line of a run's log that says that it goes on with another recipe."""


@dataclass(frozen=True)
class NextRecipe:
    """Here the run goes on with another recipe; ``anew`` says that random numbers begin anew, as after a step that was
    broken off in the middle. The training tells itself."""

    anew: bool


@dataclass(frozen=True)
class AttachProbe:
    """Measure one more thing from the next step on; a probe of the same name is replaced."""

    probe: Probe


@dataclass(frozen=True)
class DetachProbe:
    """Stop measuring something."""

    name: str


@dataclass(frozen=True)
class SetProbe:
    """Change what a probe looks at: ``nodes`` limits it to these (None for all), ``every`` is its distance in steps."""

    name: str
    nodes: tuple[int, ...] | None = None
    every: int | None = None


@dataclass(frozen=True)
class Keep:
    """Write the state as it is now to the run's last checkpoint, so that it can be looked at."""


Command = (
    SetLearningRate
    | ResumeSchedule
    | SetLossWeight
    | SetDropout
    | SetFrozen
    | NextRecipe
    | AttachProbe
    | DetachProbe
    | SetProbe
    | Keep
)
"""A change that is made between two steps."""


class Control:
    """What a person wants of a training, kept until the training looks."""

    def __init__(self) -> None:
        self.waiting = False
        """Whether the training has to look here before its next step; read without the lock."""
        self._condition = threading.Condition()
        self._commands: deque[Command] = deque()
        self._paused = False
        self._stopped = False
        self._steps = 0
        self._epoch = False

    # ------------------------------------------------------------------ called by people

    def pause(self) -> None:
        """Let the current batch end, then wait."""
        with self._condition:
            self._paused = True
            self._changed()

    def resume(self) -> None:
        """Go on after a pause."""
        with self._condition:
            self._paused, self._steps, self._epoch = False, 0, False
            self._changed()

    def step_once(self) -> None:
        """Train on one batch and pause again; a running training pauses first."""
        with self._condition:
            self._paused = True
            self._steps += 1
            self._changed()

    def step_epoch(self) -> None:
        """Train to the end of the epoch, with its validation, and pause there."""
        with self._condition:
            self._paused, self._steps, self._epoch = False, 0, True
            self._changed()

    def stop(self) -> None:
        """End the run after the current batch; it can be resumed later."""
        with self._condition:
            self._stopped = True
            self._changed()

    def set_learning_rate(self, value: float, player: str | None = None) -> None:
        """Use another learning rate from the next step on, for one player or for all.

        Raises ControlError below 0 or above 100.
        """
        if not 0 <= value <= 100:
            raise ControlError(str(say("A learning rate is a number from 0 to 100. It gets {value}.", value=value)))
        self._send(SetLearningRate(float(value), player))

    def resume_schedule(self, player: str | None = None) -> None:
        """Let the recipe's schedule decide again from the next step on, for one player or for all."""
        self._send(ResumeSchedule(player))

    def set_loss_weight(self, node: int, value: float) -> None:
        """Let a loss count so much from the next step on. Raises ControlError below 0 or above a million."""
        if not 0 <= value <= 1e6:
            raise ControlError(str(say("A loss weight is a number from 0 to 1000000. It gets {value}.", value=value)))
        self._send(SetLossWeight(node, float(value)))

    def set_dropout(self, node: int, value: float) -> None:
        """Let a node drop with another chance from the next step on. Raises ControlError below 0, and from 1 on."""
        if not 0 <= value < 1:
            raise ControlError(
                str(say("A chance to drop is a number from 0 to below 1. It gets {value}.", value=value))
            )
        self._send(SetDropout(node, float(value)))

    def set_frozen(self, node: int, frozen: bool) -> None:
        """Let a node keep its weights from the next step on, or learn again."""
        self._send(SetFrozen(node, frozen))

    def attach(self, probe: Probe) -> None:
        """Measure one more thing from the next step on."""
        self._send(AttachProbe(probe))

    def detach(self, name: str) -> None:
        """Stop measuring something."""
        self._send(DetachProbe(name))

    def set_probe(self, name: str, nodes: tuple[int, ...] | None = None, every: int | None = None) -> None:
        """Choose the nodes a probe looks at (None for all) and how many steps lie between two looks."""
        self._send(SetProbe(name, nodes, every))

    def keep(self) -> None:
        """Write a checkpoint now, also while paused; it changes nothing of the training."""
        self._send(Keep())

    @property
    def paused(self) -> bool:
        """Whether a pause is wanted."""
        return self._paused

    @property
    def stopped(self) -> bool:
        """Whether a stop is wanted."""
        return self._stopped

    # ------------------------------------------------------------------ called by the training

    def commands(self) -> tuple[Command, ...]:
        """Take the changes that are waiting, in their order."""
        with self._condition:
            found = tuple(self._commands)
            self._commands.clear()
            self.waiting = self._paused or self._stopped
        return found

    def epoch_over(self) -> None:
        """An epoch has ended: whoever asked for one epoch gets the pause after it."""
        with self._condition:
            if self._epoch:
                self._paused, self._epoch = True, False
                self._changed()

    def may_step(self) -> bool:
        """Whether the next step may be taken now; uses up one of the single steps while paused."""
        with self._condition:
            if not self._paused:
                return True
            if self._steps:
                self._steps -= 1
                return True
            return False

    def wait(self) -> None:
        """Sleep until something is wanted that a paused training can do: go on, a step, a stop, a change."""
        with self._condition:
            self._condition.wait_for(lambda: not self._paused or self._steps or self._stopped or self._commands)

    def _send(self, command: Command) -> None:
        with self._condition:
            self._commands.append(command)
            self._changed()

    def _changed(self) -> None:
        self.waiting = True
        self._condition.notify_all()
