"""How examples and what is made like them are shown: as small pictures, as curves, in words."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source
from graphs.tensors import Kind, TensorSpec
from workbench.engine.events import Array
from workbench.engine.roles import inputs_of
from workbench.engine.training import Training

THUMBNAIL = 64
"""The longest side of a picture that is kept."""

PADDING = "<pad>"
"""The word that fills up short texts."""

Ends = tuple[Tensor, Tensor]
"""The numbers that are drawn black and white, each () or (n, 1, 1, 1)."""


def ends_of(values: Tensor, each: bool = True) -> Ends:
    """The least and the greatest number: of each picture (n, C, H, W), or of all together."""
    axes = (1, 2, 3) if each else (0, 1, 2, 3)
    return values.float().amin(axes, keepdim=True), values.float().amax(axes, keepdim=True)


def pictures(values: Tensor, ends: Ends | None = None) -> Array:
    """Pictures (n, C, H, W) as (n, h, w, 3) uint8, made smaller where they are large.

    Each is drawn from its own darkest to its own brightest number, unless ``ends`` say otherwise. One channel is grey,
    of two (the stones of two players) one is red and one blue, of more than three the first is shown.
    """
    image = values.detach().float()
    if image.shape[1] == 2:
        dark = image.amin((1, 2, 3), keepdim=True).expand(-1, 1, *image.shape[2:])
        image = torch.cat([image[:, :1], dark, image[:, 1:]], dim=1)
    elif image.shape[1] not in (1, 3):
        image = image[:, :1]
    low, high = ends_of(image) if ends is None else ends
    factor = math.ceil(max(image.shape[2:]) / THUMBNAIL)
    image = nn.functional.avg_pool2d(image, factor, ceil_mode=True) if factor > 1 else image
    scaled = (255 * (image - low) / (high - low).clamp(min=1e-12)).nan_to_num(0).clamp(0, 255).to(torch.uint8)
    return np.ascontiguousarray(scaled.expand(-1, 3, -1, -1).permute(0, 2, 3, 1).cpu().numpy())


def picture_dims(spec: TensorSpec) -> tuple[int, ...] | None:
    """The (C, H, W) in which an example can be seen: an image's own, of as many numbers as a square has, the square."""
    if spec.kind is Kind.IMAGE and all(isinstance(dim, int) for dim in spec.dims):
        return tuple(dim for dim in spec.dims if isinstance(dim, int))
    if spec.kind is Kind.FEATURES and isinstance(spec.features, int) and spec.features >= 36:
        side = math.isqrt(spec.features)
        return (1, side, side) if side * side == spec.features else None
    return None


def curve_axis(spec: TensorSpec) -> int | None:
    """The axis of time of one example that is a curve; 0 of a list of numbers, and None where there is none."""
    return {Kind.SIGNAL: 1, Kind.SEQUENCE: 0, Kind.FEATURES: 0}.get(spec.kind)


def curves(values: Tensor, spec: TensorSpec) -> Array:
    """The first number at each step of examples (n, ...), as (n, steps), float32."""
    if spec.kind is Kind.SIGNAL:
        values = values[:, 0]
    elif spec.kind is Kind.SEQUENCE:
        values = values[..., 0]
    return np.asarray(values.detach().float().cpu().numpy(), dtype=np.float32)


def show_examples(
    training: Training, source: Source, inputs: dict[str, Tensor], rows: Sequence[int], part: str
) -> tuple[dict[str, Array], dict[str, tuple[str, ...]]]:
    """What examples look like that a value is made of: ``image`` (n, h, w, 3), or the label ``said`` with words.

    Numbers are told in the data's own units.
    """
    steps = inputs_of(training.plan, source)
    dataset, parts = training.prepared.dataset, training.prepared.parts
    for step in steps:
        spec = step.outputs["y"]
        if spec.kind is Kind.IMAGE and step.name in inputs:
            return {"image": pictures(inputs[step.name])}, {}
    for step in steps:
        spec, field = step.outputs["y"], step.layer.field if isinstance(step.layer, Input) else ""
        if spec.kind is Kind.TOKENS and step.name in inputs and dataset.vocabulary(field):
            words = dataset.vocabulary(field)
            numbers = inputs[step.name].cpu().numpy().tolist()
            said = (" ".join(words[n] for n in row if 0 <= n < len(words) and words[n] != PADDING) for row in numbers)
            return {}, {"said": tuple(said)}
        if spec.kind is Kind.FEATURES and step.name in inputs:
            table = parts.validation if part == "validation" else parts.training
            values = training.prepared.scaler.original(field, np.asarray(table[field][np.asarray(rows)]))
            names = dataset.feature_names() or tuple(f"x{n + 1}" for n in range(values.shape[1]))
            several = (
                ", ".join(f"{name} {value:.4g}" for name, value in zip(names, row, strict=False))
                for row in values[:, :6].tolist()
            )
            return {}, {"said": tuple(several)}
        if spec.kind in (Kind.SIGNAL, Kind.SEQUENCE) and step.name in inputs:
            return {"curve": curves(inputs[step.name], spec)}, {}
    return {}, {}


def field_of(meaning: Plan, source: Source) -> str:
    """The column of the data that a value is, where it comes from one Input."""
    steps = [step for step in inputs_of(meaning, source) if isinstance(step.layer, Input)]
    return steps[0].layer.field if len(steps) == 1 and isinstance(steps[0].layer, Input) else ""
