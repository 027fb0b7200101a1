"""What goes into a network: a few examples as they arrive, sounds with their spectrum, clouds, clips and volumes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.message import mark
from graphs.tensors import Kind
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.showing import ends_of, pictures
from workbench.engine.roles import seen_input

if TYPE_CHECKING:
    from workbench.engine.training import Training

SLICES = 32
"""How many slices of a volume or frames of a clip are kept, evenly spread."""

LONGEST = 4096
"""How many numbers of a sound are kept, evenly spread; its spectrum is taken of all."""

FAINTEST = -100.0
"""What is weaker than this is drawn as if it were so, in decibels below the loudest."""


class Inputs(ExampleProbe):
    """A few validation examples as the network gets them, scaled and all; they stay the same, so they are kept once.

    The label ``shape`` says what they are: *image*: ``image`` (n, h, w, 3), uint8. *signal*: ``wave`` (n, steps) and
    ``spectrum`` (n, frequencies, frames), float32, in decibels below the loudest, of Hann windows of ``window`` (2,),
    int64, numbers and steps. *sequence*: ``steps`` (n, T, F), float32. *points*: ``points`` (n, m, 3), float32.
    *volume*: ``slices`` (n, d, h, w, 3), uint8, and ``depths`` (d,), int64: which ones they are.
    """

    name: ClassVar[str] = "inputs"
    title: ClassVar[str] = mark("What goes in")
    weight: ClassVar[float] = 0.05
    most: ClassVar[int] = 6

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._sample: dict[str, Array] | None = None
        self._shape = ""

    def suits(self, training: Training) -> bool:
        """Networks that get something to look at or to listen to."""
        step = seen_input(training.plan)
        self._sample = None
        if step is None or not self.choose_examples(training) or step.name not in self.inputs:
            return False
        values, kind = self.inputs[step.name].float(), step.outputs["y"].kind
        self._shape = kind.value
        match kind:
            case Kind.IMAGE:
                self._sample = {"image": pictures(values)}
            case Kind.SIGNAL:
                self._sample = heard(values[:, 0])
            case Kind.SEQUENCE:
                self._sample = {"steps": np.asarray(values.cpu().numpy())}
            case Kind.POINTS:
                self._sample = {"points": np.asarray(values.cpu().numpy())}
            case Kind.VOLUME:
                self._sample = sliced(values)
        return self._sample is not None

    def collect(self, training: Training) -> list[Sample]:
        """Tell the examples once."""
        if self._sample is None:
            return []
        data, self._sample = {**self._sample, "examples": np.asarray(self.rows, dtype=np.int64)}, None
        labels = {"shape": (self._shape,), "truth": self.truth, "part": (self.part,)}
        return [Sample(self.name, training.step, data, labels)]


def heard(waves: Tensor) -> dict[str, Array]:
    """Sounds (n, T) and their spectra: the size of each frequency in windows that overlap by three quarters."""
    length = waves.shape[1]
    size = 2 ** min(max(int(math.log2(max(length, 32) / 8)), 4), 8)
    hop = size // 4
    window = torch.hann_window(size, device=waves.device)
    found = torch.stft(waves, size, hop, window=window, center=True, pad_mode="constant", return_complex=True).abs()
    loudest = found.amax((1, 2), keepdim=True).clamp(min=1e-12)
    spectrum = (20 * torch.log10((found / loudest).clamp(min=10 ** (FAINTEST / 20)))).cpu().numpy()
    places = np.unique(np.linspace(0, length - 1, min(LONGEST, length)).round().astype(int))
    return {
        "wave": np.ascontiguousarray(waves[:, torch.from_numpy(places)].cpu().numpy()),
        "spectrum": np.asarray(spectrum, dtype=np.float32),
        "window": np.array([size, hop], dtype=np.int64),
    }


def sliced(volumes: Tensor) -> dict[str, Array]:
    """Volumes or clips (n, C, D, H, W) as pictures of their slices or frames, all of one example equally bright."""
    count, channels, depth = volumes.shape[:3]
    places = np.unique(np.linspace(0, depth - 1, min(SLICES, depth)).round().astype(int))
    chosen = volumes[:, :, torch.from_numpy(places)].transpose(1, 2)
    flat = chosen.reshape(count, len(places) * channels, *volumes.shape[3:])
    low, high = (end.repeat_interleave(len(places), 0) for end in ends_of(flat))
    seen = pictures(chosen.reshape(count * len(places), channels, *volumes.shape[3:]), (low, high))
    return {"slices": seen.reshape(count, len(places), *seen.shape[1:]), "depths": places.astype(np.int64)}
