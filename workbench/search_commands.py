"""``workbench search``: train one drawing with other numbers in its parameters, within a budget."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Mapping

import graphs
from graphs.message import Message, say
from graphs.project import Project
from workbench.reporting import Reporter, spoken
from workbench.searching import How, Search, SearchError, Trial, checked


def search(opened: tuple[Project, str], arguments: argparse.Namespace, reporter: Reporter) -> int:
    """Search, tell each trial when it is over and the best at the end; Ctrl+C ends it. Returns the exit code."""
    from workbench.headless import CannotStart, prepared

    project, title = opened
    wishes = dict(part.partition("=")[::2] for part in arguments.vary)
    try:
        found = Search(
            prepared(project, arguments), checked(wishes) or None, arguments.budget, How(arguments.how), None,
            arguments.search_seed, threads=arguments.threads,
        )  # fmt: skip
    except (SearchError, CannotStart) as error:
        reporter.error(error.message)
        return 2
    reporter.line(
        say("{title}: {n} of {all} networks, {how}.", title=title, n=min(found.budget, found.size), all=found.size,
            how=spoken(say(found.how.value)))
    )  # fmt: skip
    previous = signal.signal(signal.SIGINT, lambda *_: found.stop())
    try:
        for trial in found.run():
            reporter.record({"event": "trial", **told(trial)}, line_of(trial))
    finally:
        signal.signal(signal.SIGINT, previous)
    best = found.best
    if best is None:
        reason = found.trials[0].trouble if found.trials else "–"
        reporter.error(say("No network could be trained: {reason}", reason=reason))
        return 1
    reporter.record({"event": "best", **told(best)}, say("Best: {line}", line=spoken(line_of(best))))
    if arguments.save is not None:
        graphs.save(found.drawn(best.values), arguments.save)
    return 0


def told(trial: Trial) -> Mapping[str, object]:
    """A trial as an object for programs."""
    return {
        "number": trial.number, "values": dict(trial.values), "parent": trial.parent or None, "loss": trial.loss,
        "validation": dict(trial.figures), "parameters": trial.parameters, "seconds": trial.seconds,
        "run": trial.folder, "trouble": trial.trouble,
    }  # fmt: skip


def values_of(trial: Trial) -> str:
    """The values of a trial in a row: ``hidden 16, depth 2``."""
    return ", ".join(f"{name} {value:g}" for name, value in trial.values.items())


def line_of(trial: Trial) -> Message:
    """A trial as a line for people."""
    if trial.trouble:
        return say("{n}. {values}: {trouble}", n=trial.number, values=values_of(trial), trouble=trial.trouble)
    return say(
        "{n}. {values}: validation loss {loss}, {parameters} parameters, {seconds} s",
        n=trial.number, values=values_of(trial), loss=f"{trial.loss:.4g}", parameters=trial.parameters,
        seconds=f"{trial.seconds:.1f}",
    )  # fmt: skip
