"""A project: a network, a recipe and notes, with the weights it learned. All change goes through `Project.apply`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from psygnal import Signal

from graphs.edits import Edit
from graphs.network import Network
from graphs.recipe import DataChoice, Recipe

if TYPE_CHECKING:
    import numpy

WeightKey = tuple[int, str]
"""Where a weight lives: the id of its node and its name inside the node (``weight``, ``running_mean``)."""


@dataclass(frozen=True)
class About:
    """Where a project comes from and what to do with it: shown in the gallery and beside the drawing."""

    preset: str = ""
    year: int | None = None
    source: str = ""
    summary: str = ""
    look_for: str = ""
    textbook: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    reached: str = ""
    errata: str = ""


@dataclass(frozen=True)
class Change:
    """What `Project.changed` tells: the edit that was done, and the one that takes it back."""

    edit: Edit
    inverse: Edit


class Project:
    """A network with its recipe, notes and weights.

    ``weights`` maps (node id, name inside the node) to numpy arrays; they follow the node through renaming and moving.
    They are the result of a training, not part of the document that undo walks through. ``trusted`` says that a person
    has agreed to run Python code of its own (`PythonModule`); it is never written to a file. ``opened`` are the ways to
    the blocks that are shown open where they stand, each a list of (node, copy): how one looks at it, so no edit.
    """

    changed = Signal(Change)

    def __init__(
        self,
        network: Network | None = None,
        recipe: Recipe | None = None,
        title: str = "Untitled",
        notes: str = "",
        about: About | None = None,
    ):
        self.network = Network() if network is None else network  # an empty one is false
        self.recipe = recipe or Recipe(data=DataChoice(name="digits"))
        self.title = title
        self.notes = notes
        self.about = about or About()
        self.weights: dict[WeightKey, numpy.ndarray] = {}
        self.extra: Mapping[str, Any] = {}
        self.trusted = False
        self.opened: tuple[tuple[tuple[int, int], ...], ...] = ()

    def apply(self, edit: Edit) -> Edit:
        """Do an edit, tell everyone who listens, and return its inverse. Raises NetworkError, and then nothing has
        changed."""
        inverse = edit.apply(self)
        self.changed.emit(Change(edit, inverse))
        return inverse

    @property
    def frozen_weights(self) -> dict[WeightKey, numpy.ndarray[Any, Any]]:
        """The weights the project holds of nodes that are frozen: a training that starts anew leaves them."""
        frozen = {node.id for node in self.network if node.frozen}
        return {key: value for key, value in self.weights.items() if key[0] in frozen}

    def copy(self) -> Project:
        """Return an independent copy: what a run keeps as its snapshot."""
        other = Project(self.network.copy(), self.recipe, self.title, self.notes, replace(self.about))
        other.weights, other.extra = dict(self.weights), self.extra
        other.trusted, other.opened = self.trusted, self.opened
        return other
