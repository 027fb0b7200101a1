"""What a network gives back of what it was shown, and how far each example is from its copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.probe import Moment, ValidationProbe
from workbench.engine.probes.showing import curve_axis, curves, ends_of, picture_dims, pictures
from workbench.engine.roles import Copying, copying, spec_of

if TYPE_CHECKING:
    from workbench.engine.training import Training

ERRORS = 2048
"""Of how many validation examples the error is kept at most."""


class Reconstructions(ExampleProbe):
    """A few examples as they were shown, as they should come back, and as they came back.

    Pictures: ``shown``, ``wanted`` and ``back`` (n, h, w, 3), uint8, all drawn between the same two numbers, those of
    what is wanted. Curves and lists: the same names, (n, steps), float32. ``wanted`` is missing where it is what was
    shown. ``errors`` (n,), float64: the mean square of each difference; ``examples`` (n,) are the rows.
    """

    name: ClassVar[str] = "reconstructions"
    title: ClassVar[str] = mark("Reconstructions")
    most: ClassVar[int] = 8

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._copied: Copying | None = None

    def suits(self, training: Training) -> bool:
        """Auto-encoders, and networks that clean what they are shown."""
        self._copied = copying(training.plan)
        if self._copied is None or not self.choose_examples(training):
            return False
        spec = spec_of(training.plan, self._copied.answer)
        return picture_dims(spec) is not None or curve_axis(spec) is not None

    def collect(self, training: Training) -> list[Sample]:
        """Ask for the copies as they are after the step just taken."""
        if self._copied is None or not self.is_time(training):
            return []
        back, wanted, shown = self.ask(training, self._copied.values)
        back = self._copied.copy(back)
        spec = spec_of(training.plan, self._copied.answer)
        dims = picture_dims(spec)
        data: dict[str, Array] = {
            "errors": (back.double() - wanted.double()).flatten(1).square().mean(1).cpu().numpy(),
            "examples": np.asarray(self.rows, dtype=np.int64),
        }
        given = {"back": back, "shown": shown}
        if self._copied.truth != self._copied.shown:
            given["wanted"] = wanted
        if dims is not None:
            given = {name: value.reshape(len(value), *dims) for name, value in given.items()}
            ends = ends_of(wanted.reshape(len(wanted), *dims))
            data |= {name: pictures(value, ends) for name, value in given.items()}
        else:
            data |= {name: curves(value, spec) for name, value in given.items()}
        return [Sample(self.name, training.step, data, {"truth": self.truth, "part": (self.part,)})]


class ReconstructionErrors(ValidationProbe):
    """How far each validation example is from its copy, after each validation.

    A sample has ``errors`` (n,), float64: mean squares, at most 2,048; and where the data have labels ``groups`` (n,),
    int64, with their names in the label ``groups``.
    """

    name: ClassVar[str] = "reconstruction_errors"
    title: ClassVar[str] = mark("Reconstruction errors")
    moment: ClassVar[Moment] = Moment.VALIDATION

    def __init__(self, every: int = 1, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._chunks: list[Tensor] = []
        self._copied: Copying | None = None

    def suits(self, training: Training) -> bool:
        """Networks that give back what they are shown, with validation examples."""
        copied = copying(training.plan)
        self._chunks = []
        if copied is None or not training.part("validation"):
            return False
        self._copied = copied
        self.sources = (copied.answer, copied.truth)
        return True

    def visit(self, values: tuple[Tensor, ...]) -> None:
        """Measure a chunk, on the device."""
        back, wanted = values
        back = self._copied.copy(back) if self._copied is not None else back
        self._chunks.append((back.double() - wanted.double()).flatten(1).square().mean(1))

    def collect(self, training: Training) -> list[Sample]:
        """Tell what was measured since the last call."""
        if not self._chunks:
            return []
        errors = torch.cat(self._chunks).cpu().numpy()
        self._chunks = []
        data: dict[str, Array] = {"errors": errors[:ERRORS]}
        labels: dict[str, tuple[str, ...]] = {}
        table = training.prepared.parts.validation
        if "label" in table.columns and table["label"].ndim == 1 and len(table) == len(errors):
            groups = np.asarray(table["label"][:ERRORS], dtype=np.int64)
            names = training.prepared.dataset.class_names()
            data["groups"] = groups
            labels["groups"] = names or tuple(str(n) for n in range(int(groups.max()) + 1))
        return [Sample(self.name, training.step, data, labels)]
