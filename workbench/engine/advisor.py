"""The advisor: looks at everything a training tells, and says at the node what the rules have to say.

It only reads events, so it changes no number of a training, and it can be asked of a finished run what it has said.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graphs.diagnosis import Diagnostic
from graphs.project import Project
from workbench.engine.advice import rules
from workbench.engine.advice.rule import Finding, Reading, Rule, Watched
from workbench.engine.events import Advised, Event, RunStarted, Sample, Scalars

META = "advice"
"""Under which name a run keeps what the advisor has said."""


SHARE = 0.01
"""The part of the training's time that asking may take; beyond it samples of probes are passed over."""

GRACE = 0.03
"""Seconds it may take on top of that, so that short trainings are looked at as a whole."""


class Hysteresis:
    """Counts readings in a row: it takes ``looks`` of one kind to change its mind."""

    def __init__(self, looks: int):
        self.looks, self.speaks = looks, False
        self._against = 0

    def see(self, holds: bool | None) -> bool:
        """Take a reading; return whether the mind has changed. None, in between, counts for what is."""
        if holds is None or holds is self.speaks:
            self._against = 0
            return False
        self._against += 1
        if self._against < self.looks:
            return False
        self.speaks, self._against = holds, 0
        return True


class Advisor:
    """Asks the rules about each event, and tells when one begins to speak or is quiet again.

    ``findings`` is everything said so far, in order; ``seconds`` is what the asking has cost.
    """

    def __init__(self, project: Project, earlier: Iterable[Mapping[str, Any]] = ()):
        self.watched = Watched(project)
        self.findings: list[Finding] = [Finding.of(kept) for kept in earlier]
        self.seconds, self._began = 0.0, time.thread_time()
        own = [type(rule)() for rule in rules().values()]  # each run has its own memory
        self._rules: dict[type, list[Rule]] = {}
        for rule in own:
            self._rules.setdefault(rule.hears, []).append(rule)
        self._minds: dict[tuple[str, str], Hysteresis] = {}

    def take(self, event: Event) -> list[Advised]:
        """Look at what the training tells; return what is to be said about it."""
        start = time.thread_time()
        if isinstance(event, Sample) and self.seconds > SHARE * (start - self._began) + GRACE:
            return []
        said: list[Advised] = []
        self.watched.see(event)
        if isinstance(event, RunStarted):
            said += self._go_on(event.step)
        if not isinstance(event, Scalars) or self.watched.completed:
            for rule in self._rules.get(type(event), ()):
                for reading in rule.see(event, self.watched):
                    said += self._hear(rule, reading)
        self.seconds += time.thread_time() - start
        return said

    def _go_on(self, step: int) -> Iterator[Advised]:
        """Say once more what was true when the run was left."""
        for place, found in enumerate(self.findings):
            if found.until is None and found.rule in rules():
                if found.rule == "not_finite" or found.step > step:
                    self.findings[place] = replace(found, until=step)  # another try
                    continue
                self._mind(rules()[found.rule], found.key).speaks = True
                yield told(found)

    def _mind(self, rule: Rule, key: str) -> Hysteresis:
        return self._minds.setdefault((rule.name, key), Hysteresis(rule.looks))

    def _hear(self, rule: Rule, reading: Reading) -> Iterator[Advised]:
        key = reading.key or str(reading.node)
        if not self._mind(rule, key).see(reading.holds):
            return
        now = self.watched.step
        if reading.holds:
            if sum(one.rule == rule.name and one.until is None for one in self.findings) >= rule.most:
                self._mind(rule, key).speaks = False
                return
            found = Finding(
                rule.name, key, reading.node, reading.name, now, reading.values, reading.inner, reading.block
            )
            self.findings.append(found)
            yield told(found)
            return
        for place, found in enumerate(self.findings):
            if (found.rule, found.key, found.until) == (rule.name, key, None):
                self.findings[place] = replace(found, until=now)
                yield told(self.findings[place])

    def kept(self) -> list[dict[str, Any]]:
        """Everything said so far, as the run keeps it."""
        return [found.as_json() for found in self.findings]


def told(found: Finding) -> Advised:
    """The event of a finding that begins, or that ends where it has an end."""
    ended = found.until is not None
    step = found.until if found.until is not None else found.step
    return Advised(step, found.rule, found.name, rules()[found.rule].message(found), not ended, found)


def diagnostic(found: Finding, project: Project) -> Diagnostic:
    """A finding as the list of problems shows it, with remedies that fit the project as it is now."""
    rule, network = rules()[found.rule], project.network
    place = network.blocks.get(found.block) if found.block else network
    node = found.inner if found.block and found.inner is not None else found.node
    there = place is not None and node in place
    hidden = there and place is not None and found.rule in place.node(node).quiet
    return Diagnostic(
        node if there else 0,
        rule.message(found),
        consequence=rule.consequence(found),
        fixes=tuple(rule.remedies(found, project)),
        rule=found.rule,
        block=found.block if there else "",
        hidden=hidden,
    )
