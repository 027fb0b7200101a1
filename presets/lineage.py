"""Who came from whom: the architectures whose ideas were handed on, and what each brought that was new.

A station is found among the presets by the ids of the catalogue of architectures, so the lineage grows with them: one
whose preset does not exist is left out, and its children hang on the nearest ancestor that does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import presets
from graphs.message import mark


@dataclass(frozen=True)
class Station:
    """An architecture in the lineage: the ids it is known by, the one it came from, and what was new in at most six
    words. ``preferred`` names the preset that stands for it when several have the id."""

    name: str
    ids: tuple[str, ...]
    parent: str = ""
    new: str = ""
    preferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A station whose preset exists: the preset, the preset it hangs on (empty for the first), and what was new."""

    preset: str
    parent: str
    new: str


LINES: Mapping[str, tuple[Station, ...]] = {
    mark("Images"): (
        Station("lenet", ("A14",), preferred=("lenet5",)),
        Station("alexnet", ("A15",), "lenet", mark("ReLU, dropout, GPUs"), ("alexnet_2012", "alexnet")),
        Station("vgg", ("A16", "A17"), "alexnet", mark("only small filters, much deeper"), ("vgg16",)),
        Station("googlenet", ("A18",), "vgg", mark("several filter sizes side by side"), ("googlenet",)),
        Station(
            "resnet", ("A19", "A20", "A21", "A22"), "googlenet", mark("a shortcut around every block"), ("resnet50",)
        ),
        Station("densenet", ("A23",), "resnet", mark("shortcuts to all later layers"), ("densenet121",)),
    ),
    mark("Sequences"): (
        Station("rnn", ("A61", "A63"), preferred=("elman", "rnn")),
        Station("lstm", ("A65",), "rnn", mark("gates and a cell that remembers"), ("lstm",)),
        Station("gru", ("A68",), "lstm", mark("two gates, no separate cell"), ("gru",)),
        Station("attention", ("A73", "A74"), "gru", mark("looks back at every input"), ("bahdanau",)),
        Station("transformer", ("A95",), "attention", mark("attention alone, no recurrence"), ("transformer",)),
        Station("bert", ("A96",), "transformer", mark("encoder only, fills in hidden words"), ("bert",)),
        Station("gpt", ("A97",), "transformer", mark("decoder only, predicts the next word"), ("gpt",)),
        Station("vit", ("A102",), "transformer", mark("patches of an image as words"), ("vit_b_16", "vit")),
    ),
    mark("Generating"): (
        Station("autoencoder", ("A105", "A106"), preferred=("autoencoder",)),
        Station("vae", ("A108",), "autoencoder", mark("a code that can be sampled"), ("vae",)),
        Station("gan", ("A109",), "vae", mark("a critic instead of a distance"), ("gan",)),
        Station("diffusion", ("A115",), "gan", mark("noise taken away step by step"), ("diffusion", "ddpm")),
    ),
}
"""The lines of descent: each begins with a station that has no parent."""


def steps(line: Sequence[Station], known: Mapping[str, Iterable[str]]) -> tuple[Step, ...]:
    """Return the stations of a line that exist, parents first.

    ``known`` maps the names of presets to their ids in the catalogue of architectures.
    """
    found: dict[str, str] = {}
    parents = {station.name: station.parent for station in line}
    made = []
    for station in line:
        fitting = sorted(name for name, ids in known.items() if set(ids) & set(station.ids))
        preset = next((name for name in (*station.preferred, *fitting) if name in fitting), None)
        if preset is None or preset in found.values():
            continue
        above = station.parent
        while above and above not in found:
            above = parents[above]
        found[station.name] = preset
        made.append(Step(preset, found.get(above, ""), station.new if above else ""))
    return tuple(made)


def lineage() -> dict[str, tuple[Step, ...]]:
    """Return every line of which at least two stations exist, by its title."""
    known = {name: presets.info(name).textbook for name in presets.names()}
    lines = {title: steps(line, known) for title, line in LINES.items()}
    return {title: line for title, line in lines.items() if len(line) > 1}
