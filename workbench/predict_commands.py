"""What a trained network says to files of one's own, on the command line: ``workbench predict RUN FILE …``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphs.message import mark, say
from workbench.reporting import Reporter, spoken

if TYPE_CHECKING:
    from workbench.engine.trying import Reply, Trial

SURE = 0.5
"""Boxes a detector is less sure of than this are not told."""


def predict_arguments(command: argparse.ArgumentParser) -> None:
    """Add what ``workbench predict`` takes."""
    command.add_argument("run", metavar="RUN", type=Path, help=spoken(mark("the folder of a run")))
    what = mark("pictures, WAV sounds, texts, or numbers as CSV or NumPy; a CSV table gives an answer for each row")
    command.add_argument("files", metavar="FILE", nargs="+", type=Path, help=spoken(what))
    command.add_argument("--trust", action="store_true", help=spoken(mark("yes, run the Python code the file names")))


def predict(arguments: argparse.Namespace, reporter: Reporter) -> int:
    """Ask the network of a run about each file; returns the exit code: 1 when one of them could not be read."""
    from workbench.engine.asking import Asked, told
    from workbench.engine.faults import RunError
    from workbench.engine.trying import Trial

    try:
        trial = Trial(Asked.of_run(arguments.run, None, arguments.trust))
    except RunError as error:
        reporter.error(error.message)
        return 1
    failed = False
    for path in arguments.files:
        try:
            for name, given in _given(trial, path):
                answer = as_record(trial.reply(given))
                sentence = say("{file}: {answer}", file=name, answer=_words(answer))
                reporter.record({"file": name, **answer}, sentence)
        except RunError as error:
            reporter.error(told(error)[0])
            failed = True
    return int(failed)


def _given(trial: Trial, path: Path) -> list[tuple[str, dict[str, Any]]]:
    """What a file gives to the first thing the network wants: one example, or one for each row of a table."""
    import numpy as np

    from workbench.engine.trying import Given, numbers_of

    wish = trial.wishes[0]
    if wish.way is Given.NUMBERS and path.suffix.lower() != ".wav":
        table = numbers_of(path, wish)
        if table.ndim == 2 and len(table) > 1:
            return [
                (f"{path.name}:{row + 1}", {wish.name: trial.from_numbers(wish, one)})
                for row, one in enumerate(np.asarray(table))
            ]
    return [(path.name, {wish.name: trial.from_file(wish, path)})]


def as_record(reply: Reply) -> dict[str, Any]:
    """A reply as an object for programs: only what the network says."""
    found: dict[str, Any] = {}
    if reply.shares:
        found["class"] = next(iter(reply.shares))
        found["probabilities"] = dict(reply.shares)
    if reply.numbers:
        found["numbers"] = dict(reply.numbers)
    if reply.boxes is not None and reply.scores is not None:
        found["boxes"] = [
            {"kind": reply.kinds[place], "score": float(reply.scores[place]), "box": reply.boxes[place].tolist()}
            for place in range(len(reply.boxes))
            if reply.scores[place] >= SURE
        ]
    if reply.classes is not None:
        found["map"] = reply.classes.tolist()
    if reply.tags:
        found["tags"] = [list(pair) for pair in reply.tags]
    if reply.drawn is not None:
        found["drawn"] = reply.drawn.tolist()
    return found


def _words(answer: dict[str, Any]) -> str:
    """A reply as one line for people."""
    parts: list[str] = []
    if "class" in answer:
        parts.append(", ".join(f"{name} {100 * share:.1f} %" for name, share in answer["probabilities"].items()))
    if "numbers" in answer:
        parts.append(", ".join(f"{name} {value:.4g}" for name, value in answer["numbers"].items()))
    for box in answer.get("boxes", ()):
        place = ", ".join(f"{value:.3f}" for value in box["box"])
        parts.append(f"{box['kind']} {100 * box['score']:.0f} % ({place})")
    parts += [f"{word}/{tag}" for word, tag in answer.get("tags", ())]
    for name in ("map", "drawn"):
        if name in answer:
            parts.append(f"{len(answer[name])}×{len(answer[name][0])}")
    return "; ".join(parts) if parts else "–"
