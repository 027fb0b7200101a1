"""What a network makes out of nothing but chance, always from the same numbers, so that one can watch it get better."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.layers.input_output import Input
from graphs.meaning import Source
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.engine.begun import begun_from
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.showing import curve_axis, curves, ends_of, picture_dims, pictures
from workbench.engine.roles import (
    CHANCE,
    DRAWN,
    Copying,
    Diffusion,
    code_of,
    copying,
    diffusion,
    judged,
    kind_of,
    made,
    spec_of,
)

if TYPE_CHECKING:
    from workbench.engine.training import Training

PICTURES, POINTS = 16, 256
"""How many samples are made: pictures and curves, points of a plane."""

STEPS = 40
"""In how many steps a diffusion model takes the noise away."""

FRAMES = 8
"""How many moments of that are kept."""


class GeneratedSamples(ExampleProbe):
    """Samples made from fixed chance: by a generator, by the decoder of a variational auto-encoder, or out of noise.

    A sample has ``made``: pictures (n, h, w, 3), uint8; points (n, 2) or curves (n, steps), float32; ``real`` has as
    many examples of the data. Where noise is taken away step by step there are also ``film`` and ``noised`` (8, n, …):
    from noise to sample, and from an example to noise; and ``times`` (8,), int64: the time step of each moment of
    ``film``. The label ``way`` says who made them: generator, decoder or diffusion.
    """

    name: ClassVar[str] = "generated"
    title: ClassVar[str] = mark("Generated samples")
    most: ClassVar[int] = POINTS
    patience: ClassVar[float] = 1.0

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._way = ""
        self._given: tuple[Source, ...] = ()
        self._chance: dict[str, Tensor] = {}
        self._wanted: Source | None = None
        self._noise: Diffusion | None = None
        self._copied: Copying | None = None
        self._spec = TensorSpec.of(Kind.FEATURES, 1)
        self._real = torch.zeros(0)

    def suits(self, training: Training) -> bool:
        """Networks that make something out of chance that can be seen."""
        meaning = training.plan
        self._given, self._chance, self._wanted, self._noise = (), {}, None, diffusion(meaning)
        self._copied = None
        copied, fake = copying(meaning), made(meaning)
        like: Source | None = None
        if self._noise is not None:
            self._way, self._wanted, like = "diffusion", self._noise.answer, self._noise.clean
        elif fake is not None:
            steps = meaning.needed((fake,))
            self._way, self._wanted = "generator", fake
            self._given = tuple(Source(step.node, "y") for step in steps if step.layer.type_name() == CHANCE)
            spec = spec_of(meaning, fake)
            inputs = [step for step in meaning.steps if isinstance(step.layer, Input)]
            alike = [step for step in inputs if step.outputs["y"].dims == spec.dims]
            like = Source(alike[0].node, "y") if alike else None
        elif copied is not None:
            code = code_of(meaning, copied)
            if code is not None and kind_of(meaning, code) == DRAWN:
                self._way, self._wanted, self._given, like = "decoder", copied.answer, (code,), copied.truth
                self._copied = copied
        if self._wanted is None or like is None or not self.choose_examples(training):
            return False
        self._spec = spec_of(meaning, like)
        if not is_plane(self._spec) and picture_dims(self._spec) is None and curve_axis(self._spec) is None:
            return False
        count = min(POINTS if is_plane(self._spec) else PICTURES, len(self.rows))
        self.rows, self.truth = self.rows[:count], self.truth[:count]
        self.inputs = {name: column[:count] for name, column in self.inputs.items()}
        (self._real,) = self.ask(training, (like,))
        own = torch.Generator().manual_seed(training.recipe.seed + self.salt)
        for source in self._given:
            dims = [dim for dim in spec_of(meaning, source).dims if isinstance(dim, int)]
            self._chance[meaning.by_node[source.node].name] = torch.randn(count, *dims, generator=own).to(
                training.device
            )
        if self._noise is not None:
            self._chance["noise"] = torch.randn(self._real.shape, generator=own).to(training.device)
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Make the samples with the network as it is after the step just taken."""
        if self._wanted is None or not self.is_time(training):
            return []
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.no_grad(), training.random.aside(training.recipe.seed + self.salt):
                data = self._film(training, self._noise) if self._noise is not None else self._at_once(training)
        finally:
            for module, mode in modes.items():
                module.training = mode
        labels = {"way": (self._way,), "axes": training.prepared.dataset.feature_names()}
        return [Sample(self.name, training.step, {**data, "real": self._seen(self._real)}, labels)]

    def _at_once(self, training: Training) -> dict[str, Array]:
        assert self._wanted is not None
        if self._given and self._given[0].path:
            values = begun_from(training.tree, self._given[0], self._wanted)(next(iter(self._chance.values())))
        else:
            program = training.tree.program_from(self._given, (self._wanted,))
            (values,) = program({**self.inputs, **self._chance})
        return {"made": self._seen(self._copied.copy(values) if self._copied is not None else values)}

    def _film(self, training: Training, noise: Diffusion) -> dict[str, Array]:
        """Take the noise away in even steps, without new chance (DDIM, η = 0: Song, Meng & Ermon 2021, eq. 12)."""
        mixed = Source(noise.mixed.node, "noisy")
        program = training.tree.program_from((mixed, noise.time), (noise.answer,))
        module = training.tree.get_submodule(noise.mixed.name)
        kept = module.get_buffer("alphas_cumprod")
        times = np.unique(np.linspace(0, len(kept) - 1, min(STEPS, len(kept))).round().astype(int))[::-1].tolist()
        chosen = set(np.linspace(0, len(times) - 1, FRAMES - 1).round().astype(int).tolist())
        now, clock = self._chance["noise"], training.plan.by_node[noise.time.node].name
        film, told = [], []
        for place, time in enumerate(times):
            if place in chosen:
                film.append(now)
                told.append(time)
            step = torch.full((len(now),), time, dtype=torch.long, device=now.device)
            (seen,) = program({**self.inputs, noise.mixed.name: now, clock: step})
            alpha = kept[time]
            clean = (now - (1 - alpha).sqrt() * seen) / alpha.sqrt()
            before = kept[times[place + 1]] if place + 1 < len(times) else torch.ones_like(alpha)
            now = before.sqrt() * clean + (1 - before).sqrt() * seen
        film.append(now)
        noised = [self._real]
        for time in reversed(told):
            noised.append(kept[time].sqrt() * self._real + (1 - kept[time]).sqrt() * self._chance["noise"])
        return {
            "made": self._seen(now),
            "film": np.stack([self._seen(one) for one in film]),
            "noised": np.stack([self._seen(one) for one in noised]),
            "times": np.array([*told, -1], dtype=np.int64),
        }

    def _seen(self, values: Tensor) -> Array:
        """Samples as they are drawn: points, pictures between the same two numbers as the data, or curves."""
        if is_plane(self._spec):
            return np.asarray(values.float().cpu().numpy())
        dims = picture_dims(self._spec)
        if dims is None:
            return curves(values, self._spec)
        real = self._real.reshape(len(self._real), *dims)
        return pictures(values.reshape(len(values), *dims), ends_of(real, each=False))


def is_plane(spec: TensorSpec) -> bool:
    """Whether examples are points of a plane."""
    return spec.kind is Kind.FEATURES and spec.dims == (2,)


class Judging(ExampleProbe):
    """How a judge scores what is real and what was made, and which kinds of example the made ones are like.

    A sample has ``real`` and ``made`` (n,), float32: the scores; as probabilities where the loss reads them so, which
    the label ``scale`` says: *probability* or *score*. Where the data have classes ``kinds`` and ``truth`` (classes,),
    float64: shares of the made samples and of the examples, each made one counted as its nearest example's kind. The
    label ``classes`` names them.
    """

    name: ClassVar[str] = "judging"
    title: ClassVar[str] = mark("Generator and judge")
    most: ClassVar[int] = POINTS

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._sources: tuple[Source, ...] = ()
        self._chances = False
        self._labels: Array | None = None
        self._classes: tuple[str, ...] = ()
        self._examples: Tensor | None = None

    def suits(self, training: Training) -> bool:
        """Drawings with a judge that sees both what is real and what was made."""
        meaning = training.plan
        scores, fake = judged(meaning), made(meaning)
        if scores.real is None or scores.made is None or fake is None or not self.choose_examples(training):
            return False
        self._sources = (scores.real, scores.made, fake)
        self._chances = any(
            step.layer.type_name() == "AdversarialLoss" and scores.made in step.inputs.get("x", ())
            for step in meaning.steps
        )
        self._labels, self._classes, self._examples = None, (), None
        parts = training.prepared.parts
        table = parts.validation if self.part == "validation" else parts.training
        spec = spec_of(meaning, fake)
        inputs = [step for step in meaning.steps if isinstance(step.layer, Input)]
        real = [step.name for step in inputs if step.outputs["y"].dims == spec.dims]
        if real and "label" in table.columns and table["label"].ndim == 1:
            self._labels = np.asarray(table["label"][self.rows], dtype=np.int64)
            count = int(self._labels.max()) + 1
            names = training.prepared.dataset.class_names()
            self._classes = names or tuple(str(n) for n in range(count))
            self._examples = self.inputs[real[0]]
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Ask the judge as it is after the step just taken."""
        if not self._sources or not self.is_time(training):
            return []
        real, fake, samples = self.ask(training, self._sources)
        scores = [value.flatten(1).mean(1).float() for value in (real, fake)]
        if self._chances:
            scores = [score.sigmoid() for score in scores]
        data: dict[str, Array] = {"real": scores[0].cpu().numpy(), "made": scores[1].cpu().numpy()}
        if self._labels is not None and self._examples is not None:
            near = torch.cdist(samples.flatten(1).float(), self._examples.flatten(1).float()).argmin(1).cpu().numpy()
            count = len(self._classes)
            data["kinds"] = np.bincount(self._labels[near], minlength=count) / len(near)
            data["truth"] = np.bincount(self._labels, minlength=count) / len(self._labels)
        labels = {"scale": ("probability" if self._chances else "score",), "classes": self._classes}
        return [Sample(self.name, training.step, data, labels)]
