"""When probes look: at their own distance, but never for more than a twentieth of the training's time."""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.engine.control import AttachProbe, DetachProbe, SetProbe
from workbench.engine.events import Sample
from workbench.engine.probes.probe import Moment, Probe, StepProbe, ValidationProbe

if TYPE_CHECKING:
    from workbench.engine.training import Training

SHARE = 0.05
"""The part of the training's time that all probes together may take."""

PLANNED = 0.7
"""How much of that is planned with. The rest is for what nobody books: first looks, writing, colder caches."""

GRACE = 0.01
"""Seconds all probes together may take at once on top of their share, so that the first pictures come at once."""


BEGINNING, AT_ONCE = 0.05, 0.05
"""First looks are dear, since what they need is made and loaded for them. All of them together may have cost this part
of the training's time and so many seconds before one more probe looks for the first time: they are spread over a run's
beginning."""

LATER, LATER_AT_MOST = 0.5, 0.02
"""Which part of its first look the second one of a probe is expected to cost, and at most how many seconds: what took
long may have been loaded only once."""

LATELY = 5
"""The next look is expected to cost what the middle one of so many has cost."""


class Account:
    """What one probe has cost so far, in seconds, and how many times it looked.

    ``once`` is the first look, which makes the programs and loads what they need: it comes once, so it is told as spent
    but does not count when the probe looks again. A single slow look is paid for by what it took, and does not make
    the next one seem dear.
    """

    def __init__(self, probe: Probe):
        self.probe, self.spent, self.once, self.looks, self.last = probe, 0.0, 0.0, 0, 0.0
        self._lately: deque[float] = deque(maxlen=LATELY)

    @property
    def expected(self) -> float:
        """What another look will cost, as far as anybody knows."""
        return statistics.median(self._lately) if self._lately else min(LATER * self.once, LATER_AT_MOST)

    def allows(self, seconds: float, part: float) -> bool:
        """Whether another look keeps the cost below this probe's ``part`` of what all may take of ``seconds``, the time
        trained so far."""
        if self.looks >= self.probe.eager and time.perf_counter() - self.last < self.probe.patience:
            return False
        return self.spent - self.once + self.expected <= part * (PLANNED * SHARE * seconds + GRACE)

    def book(self, seconds: float) -> None:
        """Write down a look."""
        self.spent += seconds
        self.looks += 1
        if self.looks == 1:
            self.once = seconds
        else:
            self._lately.append(seconds)
        self.last = time.perf_counter()


class Sampler:
    """Asks the probes of one training to look, in time and within their share.

    ``next_step`` is the only thing the training's inner loop reads: the next step (counted from 1) at which any probe
    wants to look. ``clock`` measures what they cost: on a CPU by the processor time of the training's thread, which no
    other program changes; on a GPU by the time that passes. ``seconds`` is everywhere how long the training has gone on
    by the clock on the wall, without pauses.
    """

    def __init__(self, probes: Iterable[Probe], training: Training):
        self.training = training
        self.clock = time.thread_time if training.device.type == "cpu" else time.perf_counter
        self._began: float | None = None
        self.accounts: dict[str, Account] = {}
        for probe in probes:
            if probe.suits(training):
                self.accounts[probe.name] = Account(probe)
        self.next_step = 0
        self.plan_ahead()

    def trained(self, seconds: float) -> float:
        """How long this training has gone on by the probes' own clock; what a resumed one did before is not counted."""
        now = self.clock() if self.training.device.type == "cpu" else seconds
        if self._began is None:
            self._began = now
        return now - self._began

    def share(self, seconds: float) -> float:
        """The part of the training's time that went to probes."""
        return self.spent() / max(self.trained(seconds), 1e-9)

    def change(self, command: AttachProbe | DetachProbe | SetProbe) -> bool:
        """Add, remove or adjust a probe; False when there is nothing here for it to measure or no probe of this
        name.
        """
        done = True
        if isinstance(command, AttachProbe):
            done = command.probe.suits(self.training)
            if done:
                # One that takes the place of another looks elsewhere, and goes on with what that one has spent.
                known = self.accounts.setdefault(command.probe.name, Account(command.probe))
                known.probe = command.probe
        elif isinstance(command, DetachProbe):
            done = self.accounts.pop(command.name, None) is not None
        elif command.name in self.accounts:
            probe = self.accounts[command.name].probe
            probe.nodes = command.nodes
            probe.every = command.every or probe.every
        else:
            done = False
        self.plan_ahead()
        return done

    def plan_ahead(self) -> None:
        """Work out the next step at which a probe wants to look."""
        step = self.training.step
        distances = [a.probe.every for a in self.accounts.values() if a.probe.moment is not Moment.VALIDATION]
        self.next_step = min((step - step % every + every for every in distances), default=2**62)

    def spent(self) -> float:
        """Seconds all probes have cost so far."""
        return sum(account.spent for account in self.accounts.values())

    def watching(self, seconds: float, forced: bool) -> list[StepProbe]:
        """The probes that shall look into the step that comes; ``forced`` while a person goes step by step."""
        coming, trained = self.training.step + 1, self.trained(seconds)
        found = [
            account.probe
            for account in self.accounts.values()
            if isinstance(account.probe, StepProbe) and self._due(account, coming, trained, forced)
        ]
        for probe in found:
            probe.begin(coming)
        return found

    def look(self, seconds: float, forced: bool) -> list[Sample]:
        """Let the probes look that look between two steps, after the step just taken."""
        samples: list[Sample] = []
        trained = self.trained(seconds)
        for account in list(self.accounts.values()):
            if account.probe.moment is Moment.BETWEEN and self._due(account, self.training.step, trained, forced):
                samples += self._timed(account)
        return samples

    def visitors(self) -> tuple[ValidationProbe, ...]:
        """The probes that see a validation."""
        return tuple(account.probe for account in self.accounts.values() if isinstance(account.probe, ValidationProbe))

    def harvest(self, moment: Moment) -> list[Sample]:
        """Bring what probes have gathered on the device; call it when the device has just been waited for."""
        return [s for account in self.accounts.values() if account.probe.moment is moment for s in self._timed(account)]

    def book(self, probe: StepProbe, seconds: float) -> None:
        """Write down what a look into a step has cost."""
        if probe.name in self.accounts:
            self.accounts[probe.name].book(seconds)

    def book_step(self, watching: Sequence[StepProbe], seconds: float, usual: float) -> None:
        """Write down what a watched step has cost: it took so long, and one that nobody watches takes ``usual``.

        On a CPU the difference is all of it, taps and what they keep alive, and each probe bears its part. On a GPU,
        where a step that was just sent has not been done yet, and while nobody knows what is usual (0), it is what the
        probes did themselves.
        """
        own = sum(probe.seconds for probe in watching)
        known = usual > 0 and own > 0 and self.training.device.type == "cpu"
        for probe in watching:
            self.book(probe, probe.seconds / own * max(0.0, seconds - usual) if known else probe.seconds)

    def charge(self, name: str, seconds: float) -> None:
        """Add what keeping a probe's sample has cost."""
        if name in self.accounts:
            self.accounts[name].spent += seconds

    def _due(self, account: Account, step: int, trained: float, forced: bool) -> bool:
        if forced:
            return True
        if step % account.probe.every:
            return False
        if account.looks == 0:
            return sum(each.once for each in self.accounts.values()) <= BEGINNING * trained + AT_ONCE
        probes = [each.probe for each in self.accounts.values() if each.probe.moment is not Moment.VALIDATION]
        return account.allows(trained, account.probe.weight / sum(probe.weight for probe in probes))

    def _timed(self, account: Account) -> list[Sample]:
        start = self.clock()
        samples = account.probe.collect(self.training)
        if account.probe.moment is Moment.STEP:
            account.spent += self.clock() - start
        else:
            account.book(self.clock() - start)
        return samples
