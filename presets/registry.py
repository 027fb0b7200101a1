"""How a preset is declared, found and built: a decorated function that returns a project."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import presets
from graphs.arrangement import arrange
from graphs.message import Message, mark, say
from graphs.packages import likeliest_first
from graphs.project import About, Project
from presets.errata import ERRATA

Size = Literal["small", "full"]


@dataclass(frozen=True)
class PresetInfo:
    """What the gallery and the command line tell about a preset before it is built.

    ``summary`` is one paragraph, ``look_for`` what to watch while it trains, ``reached`` what its recipe reached when
    it was measured. ``textbook`` are ids of the catalogue of architectures. ``sizes`` names what `build` offers:
    ``small`` trains on a laptop in about a minute, ``full`` is the architecture of its source, exactly.
    """

    name: str
    title: str
    chinese: str
    family: str
    year: int
    source: str
    summary: str
    look_for: str
    textbook: tuple[str, ...]
    reached: str = ""
    views: tuple[str, ...] = ("curves", "gradients")
    sizes: tuple[str, ...] = ("small", "full")


@dataclass(frozen=True)
class Preset:
    """A preset: what is told about it, and the function that draws it."""

    info: PresetInfo
    draw: Callable[[Size], Project]


class UnknownPreset(KeyError):  # noqa: N818 - it says what happened
    """There is no preset of this name; ``suggestion`` is the nearest there is, or None."""

    def __init__(self, name: str):
        near = difflib.get_close_matches(name, names(), n=1, cutoff=0.4)
        self.name, self.suggestion = name, near[0] if near else None
        self.message: Message = (
            say("There is no preset {name}. Did you mean {near}?", name=name, near=self.suggestion)
            if self.suggestion
            else say("There is no preset {name}. There are: {names}.", name=name, names=", ".join(names()))
        )
        super().__init__(name)

    def __str__(self) -> str:
        return str(self.message)


def preset(info: PresetInfo) -> Callable[[Callable[[Size], Project]], Preset]:
    """Declare a preset: the decorated function draws it in a size."""

    def declare(draw: Callable[[Size], Project]) -> Preset:
        return Preset(info, draw)

    return declare


def _in(module: str) -> list[Preset]:
    return [value for value in vars(importlib.import_module(module)).values() if isinstance(value, Preset)]


@cache
def found() -> Mapping[str, Preset]:
    """Every preset by name, in the order of their years: found by looking into this package."""
    every: dict[str, Preset] = {}
    for module in pkgutil.iter_modules(presets.__path__):
        for each in _in(f"presets.{module.name}"):
            if each.info.name in every:
                raise ValueError(f"Two presets are called {each.info.name}.")
            every[each.info.name] = each
    return dict(sorted(every.items(), key=lambda item: (item[1].info.year, item[0])))


@cache
def _called(name: str) -> Preset:
    """Find one preset, first where its name stands; raises `UnknownPreset`."""
    for module in likeliest_first(presets, f'"{name}"'):
        for each in _in(module):
            if each.info.name == name:
                return each
    raise UnknownPreset(name)


def names() -> list[str]:
    """The names of all presets, oldest architecture first."""
    return list(found())


def info(name: str) -> PresetInfo:
    """What is told about a preset; raises `UnknownPreset` with the nearest name."""
    return _called(name).info


def build(name: str, size: Size = "small") -> Project:
    """Draw a preset as a project of its own; raises `UnknownPreset` with the nearest name, ValueError for another
    size."""
    told = info(name)
    if size not in told.sizes:
        raise ValueError(f"{name} comes in the sizes {', '.join(told.sizes)}, not {size}.")
    project = _called(name).draw(size)
    project.title = told.title
    project.about = About(
        told.name, told.year, told.source, told.summary, told.look_for, told.textbook, told.views, told.reached,
        ERRATA.get(name, ""),
    )  # fmt: skip
    for network in (project.network, *project.network.blocks.values()):
        if all(node.position == (0.0, 0.0) for node in network):
            network.place(arrange(network))
    return project


CLASSIFIERS = mark("Classifiers")
REGRESSION = mark("Regression")
FIRST_STEPS = mark("First steps")
CONVOLUTIONAL = mark("Convolutional networks")
RECURRENT = mark("Recurrent networks")
TRANSFORMERS = mark("Transformers")
GENERATIVE = mark("Generative models")
REPRESENTATIONS = mark("Learning representations")
SCENES = mark("Detection and segmentation")
OTHER = mark("Other ways to learn")
