"""The code between an encoder and its decoder: where examples lie in it, and what lies between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.begun import begun_from
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.showing import Ends, curve_axis, curves, ends_of, picture_dims, pictures
from workbench.engine.roles import Copying, code_of, copying, size_of, spec_of

if TYPE_CHECKING:
    from workbench.engine.training import Training

POINTS = 400
"""How many examples are placed in the code."""

SIDE = 7
"""The grid of decoded places has so many along each side."""


class Codes(ExampleProbe):
    """Where validation examples lie in the code of an auto-encoder, and what the decoder makes of a grid over it.

    A sample has ``points`` (n, 2), float32: the codes themselves where they are two numbers, else along the two
    directions ``axes`` (2, d) in which they differ most, seen from their ``mean`` (d,), float32; ``share`` (2,),
    float64: which part of all their variance each direction has; ``labels`` (n,), int64, where the data have them.
    ``ends`` (4,), float64: left, right, bottom and top of the grid; ``grid`` (49, h, w, 3), uint8, or (49, steps),
    float32: what is decoded there, row by row from the top left. ``black`` (2,), float64: between which numbers
    pictures are drawn. The label ``classes`` names the labels.
    """

    name: ClassVar[str] = "codes"
    title: ClassVar[str] = mark("Latent space")
    weight: ClassVar[float] = 0.5
    most: ClassVar[int] = POINTS

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._copied: Copying | None = None
        self._code: Source | None = None
        self._classes: tuple[str, ...] = ()
        self._fixed: dict[str, Array] = {}

    def suits(self, training: Training) -> bool:
        """Auto-encoders whose code lies between encoder and decoder, a few numbers at one place."""
        self._copied = copying(training.plan)
        self._code = code_of(training.plan, self._copied) if self._copied is not None else None
        if self._copied is None or self._code is None or size_of(spec_of(training.plan, self._code)) < 2:
            return False
        spec = spec_of(training.plan, self._copied.answer)
        if (picture_dims(spec) is None and curve_axis(spec) is None) or not self.choose_examples(training):
            return False
        self._fixed, self._classes = {}, ()
        parts = training.prepared.parts
        table = parts.validation if self.part == "validation" else parts.training
        if "label" in table.columns and table["label"].ndim == 1:
            self._fixed["labels"] = np.asarray(table["label"][self.rows], dtype=np.int64)
            self._classes = training.prepared.dataset.class_names()
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Place the examples and decode the grid, as the network is after the step just taken."""
        copied, code = self._copied, self._code
        if copied is None or code is None or not self.is_time(training):
            return []
        spread, wanted = self.ask(training, (code, copied.truth))
        flat = spread.flatten(1).float()
        mean, axes, share = main_directions(flat)
        points = (flat - mean) @ axes.T
        low, high = points.amin(0), points.amax(0)
        across = torch.linspace(float(low[0]), float(high[0]), SIDE, device=flat.device)
        up = torch.linspace(float(high[1]), float(low[1]), SIDE, device=flat.device)
        places = torch.stack(torch.meshgrid(up, across, indexing="ij")[::-1], -1).reshape(-1, 2)
        spec = spec_of(training.plan, copied.answer)
        places = (mean + places @ axes).reshape(-1, *spread.shape[1:])
        decoded = copied.copy(decode(training, code, copied.answer, places))
        dims = picture_dims(spec)
        data: dict[str, Array] = {
            "points": points.cpu().numpy(),
            "mean": mean.cpu().numpy(),
            "axes": axes.cpu().numpy(),
            "share": share.double().cpu().numpy(),
            "ends": np.array([float(low[0]), float(high[0]), float(low[1]), float(high[1])]),
            **self._fixed,
        }
        if dims is not None:
            ends: Ends = ends_of(wanted.reshape(len(wanted), *dims), each=False)
            data["grid"] = pictures(decoded.reshape(len(decoded), *dims), ends)
            data["black"] = np.array([float(ends[0]), float(ends[1])])
        else:
            data["grid"] = curves(decoded, spec)
        return [Sample(self.name, training.step, data, {"classes": self._classes, "part": (self.part,)})]


def main_directions(codes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The mean (d) of codes (n, d), the two directions (2, d) in which they differ most, and their shares of the
    variance (2).

    Codes of two numbers keep their own axes, and their mean is 0. Each direction points so that its largest number is
    above zero: it does not turn round from one look to the next.
    """
    if codes.shape[1] == 2:
        variance = codes.var(0, correction=0)
        return codes.new_zeros(2), torch.eye(2, device=codes.device), variance / variance.sum().clamp(min=1e-30)
    mean = codes.mean(0)
    _, sizes, axes = torch.linalg.svd(codes - mean, full_matrices=False)
    axes, variance = axes[:2], sizes.square()
    if len(axes) < 2:
        axes = torch.cat([axes, axes.new_zeros(2 - len(axes), codes.shape[1])])
        variance = torch.cat([variance, variance.new_zeros(2 - len(variance))])
    largest = axes.gather(1, axes.abs().argmax(1, keepdim=True))
    return mean, axes * torch.where(largest < 0, -1.0, 1.0), variance[:2] / variance.sum().clamp(min=1e-30)


def decode(training: Training, code: Source, answer: Source, values: Tensor) -> Tensor:
    """What the decoder makes of codes (n, ...), in evaluation mode and without gradients."""
    run = begun_from(training.tree, code, answer)
    modes = {module: module.training for module in training.tree.modules()}
    training.tree.eval()
    try:
        with torch.no_grad(), training.random.aside(training.recipe.seed + 7):
            return run(values)
    finally:
        for module, mode in modes.items():
            module.training = mode
