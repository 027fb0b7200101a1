"""Pictures that travel into another world and back, and a picture that is painted, with the style it is after."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.painted import Grams, Journey, Painted, grams, journeys, painted
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.showing import ends_of, pictures

if TYPE_CHECKING:
    from workbench.engine.training import Training


class Journeys(ExampleProbe):
    """A few pictures of either world, what they become in the other, and what comes back.

    A sample has ``start/0``, ``across/0``, ``home/0`` and the same with 1: pictures (n, h, w, 3), uint8, all of one
    scale; ``errors`` (2,), float64: the mean distance between what set out and what came home, in the data's units. The
    label ``worlds`` names the two Inputs.
    """

    name: ClassVar[str] = "journeys"
    title: ClassVar[str] = mark("There and back")
    most: ClassVar[int] = 6

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._ways: tuple[Journey, ...] = ()

    def suits(self, training: Training) -> bool:
        """Drawings with two worlds and a way back into each."""
        self._ways = journeys(training.plan)
        return bool(self._ways) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Send the examples across and back, as the network is after the step just taken."""
        if not self._ways or not self.is_time(training):
            return []
        values = self.ask(training, tuple(source for way in self._ways for source in way))
        ends = ends_of(values[0], each=False)
        low, high = ends
        for start in (values[0], values[3]):
            low, high = low.minimum(ends_of(start, each=False)[0]), high.maximum(ends_of(start, each=False)[1])
        data: dict[str, Array] = {}
        for number in (0, 1):
            for place, word in enumerate(("start", "across", "home")):
                data[f"{word}/{number}"] = pictures(values[3 * number + place], (low, high))
        apart = [(values[3 * number] - values[3 * number + 2]).abs().double().mean() for number in (0, 1)]
        data["errors"] = np.array([float(error) for error in apart])
        names = tuple(training.plan.by_node[way.start.node].name for way in self._ways)
        return [Sample(self.name, training.step, data, {"worlds": names, "part": (self.part,)})]


class Canvas(ExampleProbe):
    """The picture that is learned, as it is now, and the pictures it is painted after.

    A sample has ``picture`` (h, w, 3) and ``models`` (n, h, w, 3), uint8, drawn between the same two numbers, those of
    the models. The label ``models`` names their Inputs.
    """

    name: ClassVar[str] = "canvas"
    title: ClassVar[str] = mark("Painting")
    most: ClassVar[int] = 1

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._painted: Painted | None = None

    def suits(self, training: Training) -> bool:
        """Drawings in which a picture learns."""
        self._painted = painted(training.plan)
        return self._painted is not None and bool(self._painted.models) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Look at the picture as it is after the step just taken."""
        if self._painted is None or not self.is_time(training):
            return []
        picture, *models = self.ask(training, (self._painted.picture, *self._painted.models))
        low, high = ends_of(models[0][:1], each=False)
        for other in models[1:]:
            low, high = low.minimum(ends_of(other[:1], False)[0]), high.maximum(ends_of(other[:1], False)[1])
        data: dict[str, Array] = {
            "picture": pictures(picture[:1], (low, high))[0],
            "models": np.concatenate([pictures(one[:1], (low, high)) for one in models]),
        }
        names = tuple(training.plan.by_node[source.node].name for source in self._painted.models)
        return [Sample(self.name, training.step, data, {"models": names})]


class GramMatrices(ExampleProbe):
    """Which features occur together in a picture that is painted, and in the style that is wanted.

    A sample has ``made/0``, ``wanted/0`` and so on: Gram matrices (C, C), float32. The label ``layers`` names the
    losses that compare them.
    """

    name: ClassVar[str] = "grams"
    title: ClassVar[str] = mark("Gram matrices")
    most: ClassVar[int] = 1

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._pairs: tuple[Grams, ...] = ()

    def suits(self, training: Training) -> bool:
        """Drawings with a loss between two Gram matrices."""
        self._pairs = grams(training.plan)
        return bool(self._pairs) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Read the matrices as they are after the step just taken."""
        if not self._pairs or not self.is_time(training):
            return []
        values = self.ask(training, tuple(source for pair in self._pairs for source in (pair.made, pair.wanted)))
        data: dict[str, Array] = {}
        for number in range(len(self._pairs)):
            data[f"made/{number}"] = np.asarray(values[2 * number][0].float().cpu().numpy())
            data[f"wanted/{number}"] = np.asarray(values[2 * number + 1][0].float().cpu().numpy())
        return [Sample(self.name, training.step, data, {"layers": tuple(pair.name for pair in self._pairs)})]
