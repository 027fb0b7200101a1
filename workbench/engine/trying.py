"""A trained network on an example of one's own: drawn, typed, or read from a file.

Everything is brought into the form and the scale of the examples the network has learned from, with what the run's own
scaler knows; what it answers comes back in the units and the names of its data.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from graphs.layers.input_output import Input, Output
from graphs.meaning import Source, Step
from graphs.message import say
from graphs.tensors import Kind, TensorSpec
from workbench.data import DataSet, Task
from workbench.engine.asking import Asked, CannotAsk
from workbench.engine.events import Array
from workbench.engine.probes.predictions import centred, holds_chances, told_apart
from workbench.engine.probes.probe import find_answer
from workbench.engine.probes.showing import field_of, picture_dims, pictures
from workbench.engine.roles import AnswerAndTruth, Shape, answering, copying, inputs_of
from workbench.engine.writing import said, tokens_of

LOOKED_AT = 256
"""How many training examples tell what a drawn picture should look like."""

INK = 0.25
"""From this share of the way between paper and ink on, a place counts as drawn on."""

GRIDS = (8, 10, 12, 14, 16, 20, 24)
"""Through how many cells a side a drawing is tried to be seen, to make it as soft as the examples."""

LIKELY = 5
"""How many classes are told, the likeliest first."""


class Given(StrEnum):
    """How a person gives what an Input holds."""

    PICTURE = "picture"
    TEXT = "text"
    NUMBERS = "numbers"
    SERIES = "series"


@dataclass(frozen=True)
class Wish:
    """Something the network wants to be given: the Input's name, its column, its form, and how it is given.

    ``grey`` says that a picture has one channel and can be drawn; ``names`` are those of its numbers, where they have
    some.
    """

    name: str
    field: str
    spec: TensorSpec
    way: Given
    grey: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reply:
    """What a network says to one example, as far as it says it.

    ``shares`` are the likeliest classes with their probabilities, ``numbers`` named numbers in ``unit``, ``picture``
    (h, w, 3) uint8 is what it saw, ``drawn`` (h, w, 3) what it drew, ``classes`` (h, w) uint8 a map of places.
    ``boxes`` (n, 4) are centre, width and height as shares of the picture, with ``scores`` (n,) and ``kinds`` (n,) by
    name. ``tags`` are pairs of a word and the class it was given.
    """

    shares: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    unit: str = ""
    picture: Array | None = None
    drawn: Array | None = None
    classes: Array | None = None
    names: tuple[str, ...] = ()
    boxes: Array | None = None
    scores: Array | None = None
    kinds: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing that can be shown."""
        return not self.shares and not self.numbers and not self.tags and all(
            each is None for each in (self.drawn, self.classes, self.boxes)
        )  # fmt: skip


class Trial:
    """What a network wants to be given, and what it says to it. Raises CannotAsk for one that answers nothing."""

    def __init__(self, asked: Asked):
        self.asked, self.plan = asked, asked.plan
        self.dataset, self.scaler = asked.training.prepared.dataset, asked.training.prepared.scaler
        self._wanted = self._answers()
        steps = {step.node: step for source in self._wanted for step in inputs_of(self.plan, source)}
        self.wishes = tuple(wish for step in steps.values() if (wish := _wish(step, self.dataset)) is not None)
        if not self._wanted or not self.wishes:
            raise CannotAsk(
                say("This network takes nothing that could be drawn, typed or read from a file."),
                say("Open a network that reads pictures, numbers, series or text."),
            )
        self._placing: dict[str, tuple[float, float, float]] = {}

    def _answers(self) -> tuple[Source, ...]:
        """The outputs that are an answer: of the Output nodes, and what their losses compare."""
        found = [sources[0] for step in self.plan.steps if isinstance(step.layer, Output)
                 for sources in step.inputs.values() if sources]  # fmt: skip
        answer, foretold, copied = find_answer(self.plan), answering(self.plan), copying(self.plan)
        found += [answer.scores] if answer is not None else []
        found += [foretold[0].answer] if foretold is not None else []
        found += [copied.answer] if copied is not None else []
        return tuple(dict.fromkeys(found))

    # ------------------------------------------------------------------ giving

    def example(self, part: str, row: int) -> dict[str, Tensor]:
        """An example of the data by Input name, (1, ...), as the network is given it."""
        return self.asked.rows(part, [row % max(1, self.asked.count(part))])

    def shown(self, name: str, value: Tensor) -> Array:
        """What an Input was given, (1, ...), in the units of the data: (...)."""
        column = next(wish.field for wish in self.wishes if wish.name == name)
        values = value.detach().cpu().numpy()
        return np.asarray(self.scaler.original(column, values)[0])

    def text(self, wish: Wish, value: Tensor) -> str:
        """The words an Input of tokens was given, (1, T)."""
        return said(value[0].tolist(), self.dataset.vocabulary(wish.field))

    def ink(self, wish: Wish, value: Tensor) -> Array:
        """What a picture (1, ...) of one channel looks like on the drawing board: ink from 0 to 1, (h, w)."""
        low, high, _ = self.asked.outline(wish.name)
        side = picture_dims(wish.spec)
        assert side is not None
        flat = value.reshape(side[1:]).float()
        return np.asarray(((flat - low) / (high - low).clamp(min=1e-12)).clamp(0, 1).numpy(), dtype=np.float32)

    def from_ink(self, wish: Wish, ink: Array, placed: bool = True) -> Tensor:
        """A drawing (H, W) of any size, paper 0 and ink 1, as the network takes it: (1, ...).

        ``placed`` moves and sizes what is drawn as the examples are: to their mean height, with its centre at theirs,
        and no sharper than they are.
        """
        side = picture_dims(wish.spec)
        assert side is not None
        drawing = torch.from_numpy(np.ascontiguousarray(ink, dtype=np.float32))
        if placed and bool((drawing > INK).any()):
            drawing = _placed(drawing, *self._usual(wish, side[1:]))
        size = side[1:]
        small = torch.nn.functional.interpolate(drawing[None, None], size=size, mode="area")
        if placed:
            small = self._softened(wish, drawing, small)
        low, high, _ = self.asked.outline(wish.name)
        scaled = low + small.clamp(0, 1) * (high - low)
        return scaled.expand(1, *side).reshape(1, *(int(dim) for dim in wish.spec.dims)).contiguous()

    def _softened(self, wish: Wish, drawing: Tensor, sharp: Tensor) -> Tensor:
        """A drawing (1, 1, h, w) as soft as the examples: seen through as coarse a grid as makes it most like them."""
        wanted = float(torch.stack([_edges(one) for one in self._inked(wish, tuple(sharp.shape[2:]))]).mean())
        best = sharp
        for cells in GRIDS:
            if cells < min(sharp.shape[2:]):
                coarse = torch.nn.functional.interpolate(drawing[None, None], size=(cells, cells), mode="area")
                soft = torch.nn.functional.interpolate(
                    coarse, size=sharp.shape[2:], mode="bilinear", align_corners=False
                )
                if abs(float(_edges(soft[0, 0])) - wanted) < abs(float(_edges(best[0, 0])) - wanted):
                    best = soft
        return best

    def _inked(self, wish: Wish, size: tuple[int, ...]) -> Tensor:
        """The first training examples as ink from 0 to 1, (n, h, w)."""
        column = self.asked.training.part("training")[wish.name]
        rows = column[torch.arange(min(len(column), LOOKED_AT))].reshape(-1, *size).float()
        low, high, _ = self.asked.outline(wish.name)
        inked: Tensor = (rows - low) / (high - low).clamp(min=1e-12)
        return inked

    def _usual(self, wish: Wish, size: tuple[int, ...]) -> tuple[float, float, float]:
        """The mean height of what is drawn in the examples, and its centre, as shares of the picture's sides."""
        if wish.name not in self._placing:
            found = [_frame(one) for one in self._inked(wish, size)]
            known = np.array([one for one in found if one is not None] or [(1.0, 0.5, 0.5)])
            self._placing[wish.name] = tuple(known.mean(0).tolist())
        return self._placing[wish.name]

    def from_picture(self, wish: Wish, path: Path) -> Tensor:
        """A picture file as the network takes it, (1, ...): cut to its form around the middle, then scaled.

        Raises CannotAsk when the file cannot be read as a picture.
        """
        from PIL import Image, ImageOps, UnidentifiedImageError

        side = picture_dims(wish.spec)
        assert side is not None
        channels, height, width = side
        try:
            with Image.open(path) as picture:
                mode = "RGB" if channels >= 3 else "L"
                fitted = ImageOps.fit(picture.convert(mode), (width, height), Image.Resampling.BILINEAR)
                pixels = np.asarray(fitted, dtype=np.float32) / 255
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
            raise CannotAsk(
                say("{file} cannot be read as a picture: {why}.", file=path.name, why=str(error)),
                say("Choose a PNG, JPEG, BMP, GIF, TIFF or WebP file."),
            ) from error
        values = pixels.transpose(2, 0, 1) if pixels.ndim == 3 else pixels[None]
        if channels > len(values):
            values = np.repeat(values[:1], channels, 0)
        low, high = self._ends(wish)
        return self._scaled(wish, low + values[:channels] * (high - low))

    def _ends(self, wish: Wish) -> tuple[float, float]:
        """The least and the greatest number of the column before scaling."""
        low, high, _ = self.asked.outline(wish.name)
        if wish.field not in self.scaler.scales:
            return float(low), float(high)
        column = self.asked.training.part("training")[wish.name]
        values = self.scaler.original(wish.field, column[torch.arange(min(len(column), LOOKED_AT))].cpu().numpy())
        return float(values.min()), float(values.max())

    def from_numbers(self, wish: Wish, values: Sequence[float] | Array) -> Tensor:
        """Numbers in the units of the data, as many as one example has, as the network takes them: (1, ...).

        Raises CannotAsk when there are more or fewer.
        """
        given = np.asarray(values, dtype=np.float32)
        dims = tuple(int(dim) for dim in wish.spec.dims)
        if wish.way is Given.SERIES and given.size != math.prod(dims):
            given = _fitted(given, wish.spec, dims)
        if given.size != math.prod(dims):
            raise CannotAsk(
                say("{node} takes {want} numbers, and {got} are given.", node=wish.name, want=math.prod(dims),
                    got=int(given.size)),
                say("Give one number for each of its features, in their order."),
            )  # fmt: skip
        return self._scaled(wish, given.reshape(dims))

    def from_text(self, wish: Wish, text: str) -> tuple[Tensor, tuple[str, ...]]:
        """A text as tokens (1, T) int64, padded; and what of it the network has no token for."""
        numbers, strange = tokens_of(text, self.dataset.vocabulary(wish.field))
        row = torch.zeros(1, int(wish.spec.dims[0]), dtype=torch.long)
        kept = numbers[: row.shape[1]]
        row[0, : len(kept)] = torch.tensor(kept, dtype=torch.long)
        return row, strange

    def from_file(self, wish: Wish, path: Path) -> Tensor:
        """Whatever a file holds that the Input can take: a picture, a sound, a text, numbers. Raises CannotAsk."""
        match wish.way:
            case Given.PICTURE:
                return self.from_picture(wish, path)
            case Given.TEXT:
                return self.from_text(wish, _text_of(path))[0]
        return self.from_numbers(wish, numbers_of(path, wish))

    def _scaled(self, wish: Wish, values: Array) -> Tensor:
        dims = tuple(int(dim) for dim in wish.spec.dims)
        one = np.asarray(values, dtype=np.float32).reshape(1, *dims)
        return torch.from_numpy(np.ascontiguousarray(self.scaler.scale(wish.field, one), dtype=np.float32))

    # ------------------------------------------------------------------ answering

    def whole(self, given: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """What every Input is given, (1, ...): what was given, and for all else the first example of the data."""
        part = self.asked.parts()[0]
        return {**self.asked.rows(part, [0]), **given}

    def reply(self, given: Mapping[str, Tensor]) -> Reply:
        """Ask the network about one example: Input names and values (1, ...)."""
        inputs = self.whole(given)
        told: dict[str, object] = {}
        seen = next((wish for wish in self.wishes if wish.way is Given.PICTURE), None)
        if seen is not None:
            side = picture_dims(seen.spec)
            assert side is not None
            told["picture"] = pictures(inputs[seen.name].reshape(1, *side))[0]
        answer = find_answer(self.plan) if self.dataset.task is not Task.REGRESSION else None
        foretold, copied = answering(self.plan), copying(self.plan)
        if answer is not None:
            told["shares"] = self._shares(answer.scores, answer.threshold, answer.classes, inputs)
        elif foretold is not None:
            told |= self._foretold(*foretold, inputs)
        if copied is not None:
            told |= self._copied(copied.copy(self._value(copied.answer, inputs)), copied.answer)
        tags = self._tags(inputs)
        return Reply(**{**told, "tags": tags})  # type: ignore[arg-type]

    def _value(self, source: Source, inputs: Mapping[str, Tensor]) -> Tensor:
        return self.asked.value_at(source, inputs)

    def _shares(self, scores: Source, threshold: float, classes: int, inputs: Mapping[str, Tensor]) -> dict[str, float]:
        values = self._value(scores, inputs).float().reshape(1, -1)
        if values.shape[1] == 1:
            second = torch.sigmoid(values - threshold)
            values = torch.cat([1 - second, second], 1)
        else:
            values = values.softmax(1)
        names = self.dataset.class_names() or tuple(str(n) for n in range(classes))
        best = values[0].topk(min(LIKELY, values.shape[1]))
        return {names[n] if n < len(names) else str(n): float(p)
                for p, n in zip(best.values.tolist(), best.indices.tolist(), strict=True)}  # fmt: skip

    def _foretold(self, compared: AnswerAndTruth, shape: Shape, inputs: Mapping[str, Tensor]) -> dict[str, object]:
        match shape:
            case Shape.NUMBERS:
                value = self._value(compared.answer, inputs).float().numpy().reshape(1, -1)
                column = field_of(self.plan, compared.truth)
                own = self.scaler.original(column, value)[0].tolist()
                names = ("y",) if len(own) == 1 else tuple(f"y{n + 1}" for n in range(len(own)))
                return {"numbers": dict(zip(names, own, strict=True)), "unit": self.dataset.target_unit}
            case Shape.MAP:
                scores = self._value(compared.answer, inputs)
                chosen = (
                    scores.argmax(1)
                    if scores.shape[1] > 1
                    else (scores[:, 0] > (0.5 if holds_chances(compared) else 0.0)).long()
                )
                return {"classes": chosen[0].to(torch.uint8).numpy(), "names": self.dataset.class_names()}
            case Shape.BOXES:
                boxes = self._value(compared.answer, inputs).float().numpy().reshape(-1, 4)
                return {"boxes": boxes, "scores": np.ones(len(boxes), dtype=np.float32), "kinds": ("",) * len(boxes)}
        return self._detected(compared.by, inputs)

    def _detected(self, metric: Step, inputs: Mapping[str, Tensor]) -> dict[str, object]:
        """What a detector finds, as its metric reads it."""
        scores = self._value(metric.inputs["scores"][0], inputs)[0]
        boxes = self._value(metric.inputs["x"][0], inputs)[0].float()
        best, kinds = told_apart(metric, scores)
        boxes = centred(metric, boxes)
        names = self.dataset.class_names()
        words = tuple(names[n] if n < len(names) else str(n) for n in kinds.tolist())
        return {"boxes": boxes.numpy(), "scores": best.float().numpy(), "kinds": words}

    def _copied(self, copy: Tensor, answer: Source) -> dict[str, object]:
        side = picture_dims(self.plan.specs[answer])
        return {"drawn": pictures(copy.reshape(1, *side))[0]} if side is not None else {}

    def _tags(self, inputs: Mapping[str, Tensor]) -> tuple[tuple[str, str], ...]:
        """Each word with the class it is given, where a network tags words."""
        words = next((wish for wish in self.wishes if wish.way is Given.TEXT), None)
        names = self.dataset.class_names()
        if words is None or not names:
            return ()
        for source in self._wanted:
            spec = self.plan.specs[source]
            if spec.kind is Kind.SEQUENCE and spec.dims == (words.spec.dims[0], len(names)):
                chosen = self._value(source, inputs).argmax(-1)[0].tolist()
                vocabulary = self.dataset.vocabulary(words.field)
                row = inputs[words.name][0].tolist()
                return tuple((vocabulary[n], names[tag]) for n, tag in zip(row, chosen, strict=True) if n)
        return ()


def _wish(step: Step, dataset: DataSet) -> Wish | None:
    """How an Input is given by a person; None where it cannot be."""
    spec, column = step.outputs["y"], step.layer.field if isinstance(step.layer, Input) else ""
    if not all(isinstance(dim, int) for dim in spec.dims):
        return None
    side = picture_dims(spec)
    if side is not None and (spec.kind is Kind.IMAGE or column in ("pixels", "image")):
        return Wish(step.name, column, spec, Given.PICTURE, side[0] == 1)
    if spec.kind is Kind.TOKENS:
        return Wish(step.name, column, spec, Given.TEXT)
    if spec.kind is Kind.FEATURES and spec.dtype.startswith("float"):
        return Wish(step.name, column, spec, Given.NUMBERS, names=tuple(dataset.feature_names()))
    if spec.kind in (Kind.SIGNAL, Kind.SEQUENCE, Kind.POINTS, Kind.VOLUME, Kind.TENSOR):
        return Wish(step.name, column, spec, Given.SERIES) if spec.dtype.startswith("float") else None
    return None


def _frame(drawing: Tensor) -> tuple[float, float, float] | None:
    """The height of what is drawn in (H, W), and its centre down and across, as shares; None for an empty picture."""
    there = drawing > INK
    if not bool(there.any()):
        return None
    down, across = there.any(1).nonzero(), there.any(0).nonzero()
    top, bottom, left, right = (int(end) for end in (down[0], down[-1] + 1, across[0], across[-1] + 1))
    height, width = drawing.shape
    return (bottom - top) / height, (top + bottom) / 2 / height, (left + right) / 2 / width


def _edges(drawing: Tensor) -> Tensor:
    """How much of (h, w) ink is edge: the mean step between neighbours over the mean ink, ()."""
    steps = drawing.diff(dim=0).abs().sum() + drawing.diff(dim=1).abs().sum()
    edges: Tensor = steps / drawing.sum().clamp(min=1e-6)
    return edges


def _placed(drawing: Tensor, height: float, middle: float, across: float) -> Tensor:
    """A drawing (H, W) moved and sized so that what is drawn has this height and this centre, as shares."""
    found = _frame(drawing)
    assert found is not None
    factor = found[0] / max(height, 1e-3)  # how much of the old picture one side of the new one covers
    shift_y, shift_x = found[1] - factor * (middle - 0.5) - 0.5, found[2] - factor * (across - 0.5) - 0.5
    grid = torch.nn.functional.affine_grid(
        torch.tensor([[[factor, 0.0, 2 * shift_x], [0.0, factor, 2 * shift_y]]]), [1, 1, *drawing.shape],
        align_corners=False,
    )  # fmt: skip
    return torch.nn.functional.grid_sample(drawing[None, None], grid, align_corners=False)[0, 0]


def _fitted(values: Array, spec: TensorSpec, dims: tuple[int, ...]) -> Array:
    """A series that is longer is cut at its end, one that is shorter filled with zeros; (T,) and (T, n) are known."""
    time = 1 if spec.kind is Kind.SIGNAL else 0
    given = values[:, None] if values.ndim == 1 else values
    given = given.T if time == 1 and given.shape[0] != dims[0] else given
    if len(dims) != 2 or given.shape[1 - time] != dims[1 - time]:
        return values
    given = given[: dims[0]] if time == 0 else given[:, : dims[1]]
    missing = [(0, dims[0] - given.shape[0]), (0, dims[1] - given.shape[1])]
    return np.pad(given, missing)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotAsk(
            say("{file} cannot be read as a text: {why}.", file=path.name, why=str(error)),
            say("Choose a text file in UTF-8."),
        ) from error


def numbers_of(path: Path, wish: Wish) -> Array:
    """The numbers of a CSV, NumPy or WAV file, of any shape. Raises CannotAsk when there are none."""
    from workbench.data.own_files import read_wav

    try:
        match path.suffix.lower():
            case ".npy":
                return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)
            case ".wav":
                read = read_wav(path, int(wish.spec.dims[-1]))
                if read is None:
                    raise ValueError("it is no WAV file that is not compressed")
                return np.asarray(read[0], dtype=np.float32)
        return np.loadtxt(path, delimiter=",", dtype=np.float32, ndmin=1)
    except (OSError, ValueError) as error:
        raise CannotAsk(
            say("{file} cannot be read as numbers: {why}.", file=path.name, why=str(error)),
            say("Choose a CSV file of numbers alone, a NumPy array (.npy) or a WAV file."),
        ) from error
