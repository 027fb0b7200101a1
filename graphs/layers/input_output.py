"""Where data enters the drawing and where results leave it."""

from __future__ import annotations

from typing import Literal

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.sentences import change
from graphs.message import say
from graphs.tensors import AXES, Dim, Kind, TensorSpec

KindChoice = Literal[
    "auto", "image", "volume", "signal", "sequence", "features", "tokens", "index", "mask", "boxes", "points", "tensor"
]
"""What the axes of a tensor mean, or ``auto``: by their number."""

DTypeChoice = Literal["auto", "float32", "int64", "bool"]
"""The type of the numbers in torch's words, or ``auto``: by the kind."""

_BY_AXES = {0: Kind.INDEX, 1: Kind.FEATURES, 2: Kind.SEQUENCE, 3: Kind.IMAGE, 4: Kind.VOLUME}


def kind_of(axes: int) -> Kind:
    """The usual kind of a tensor with so many axes: 0 a label, 1 features, 2 a sequence, 3 an image, 4 a volume."""
    return _BY_AXES.get(axes, Kind.TENSOR)


def kind_with(axes: int, dtype: str) -> Kind:
    """The usual kind of a tensor with so many axes and numbers of this type: class maps have none of their own."""
    if dtype == "bool":
        return Kind.MASK
    if dtype == "int64":
        return {0: Kind.INDEX, 1: Kind.TOKENS}.get(axes, Kind.TENSOR)
    return kind_of(axes) if axes else Kind.TENSOR


def kind_and_numbers(spec: TensorSpec) -> dict[str, str]:
    """What an Input has to say in kind and dtype to give such a tensor: auto, where that is enough."""
    if TensorSpec.of(spec.kind, *spec.dims).dtype == spec.dtype:
        usual = spec.kind is kind_of(len(spec.dims))
        return {"kind": "auto" if usual else spec.kind.value, "dtype": "auto"}
    usual = spec.kind is kind_with(len(spec.dims), spec.dtype)
    return {"kind": "auto" if usual else spec.kind.value, "dtype": spec.dtype}


def fits(kind: Kind, shape: tuple[int, ...]) -> bool:
    """Whether a tensor of this kind can have these dimensions."""
    axes = AXES[kind]
    if axes is None:
        return True
    return len(axes) == len(shape) and all(
        not axis.isdigit() or int(axis) == size for axis, size in zip(axes, shape, strict=True)
    )


def _free_axes(kind: Kind, count: int) -> list[int]:
    """The axes whose size may differ from batch to batch: places in time and space, the number of boxes and points."""
    axes = AXES[kind]
    if axes is None:
        return list(range(count))
    return [place for place, axis in enumerate(axes) if axis in ("T", "D", "H", "W", "N")]


def wrong_kind(kind: Kind, shape: tuple[int, ...]) -> ShapeError:
    """The refusal when a chosen kind and a shape contradict each other, with the choice that always works."""
    axes = AXES[kind] or ()
    return ShapeError(
        "",
        say("A tensor of kind {kind} has the axes ({axes}).", kind=say(kind.value), axes=", ".join(axes)),
        say("The shape has {n} numbers: ({shape}).", n=len(shape), shape=", ".join(map(str, shape))),
        say("Choose auto, and the kind follows from how many numbers the shape has."),
        (change("kind", "auto"),),
    )


class Input(Layer):
    """Data enters here: one field of each example.

    Sizes with a letter in ``varies`` may differ from batch to batch; inputs with the same letter have the same size.
    """

    family = Family.INPUT_OUTPUT
    inputs = ()
    chinese = "输入"
    analogy = "The loading dock of a factory: everything the network will ever know comes in here."
    advice = "Place one for every field the drawing uses: the picture, and also the label the loss compares with."
    pitfall = (
        "If its shape differs from what the data brings, nothing downstream fits. Let the data choice set the numbers."
    )
    keywords = ("data", "source", "image", "label", "target")
    formula = r"x_1, \dots, x_N"
    source = "Rosenblatt 1958, the sensory units"

    field: str = Field("x", description="which field of the data arrives here", face="field", rank=1)
    shape: Shape = Field((), description="dimensions of one example, without the batch", face="shape")
    kind: KindChoice = Field("auto", description="what the axes mean; auto decides by how many there are")
    dtype: DTypeChoice = Field(
        "auto", description="numbers with a fraction, whole numbers, or yes and no; auto follows the kind"
    )
    varies: str = Field(
        "", description="letters for sizes that differ from batch to batch, such as T, or H W; empty when all are fixed"
    )

    optional: bool = Field(
        False, description="may be left out; what depends on it is then left out too, or does without"
    )

    @pydantic.field_validator("varies")
    @classmethod
    def _letters(cls, varies: str) -> str:
        if not all(word.isidentifier() and len(word) <= 12 for word in varies.split()):
            raise ValueError(
                say("Sizes that differ have short names, such as T, or H W. It got “{text}”.", text=varies[:60])
            )
        return varies

    @pydantic.field_validator("shape")
    @classmethod
    def _positive(cls, shape: tuple[int, ...]) -> tuple[int, ...]:
        if any(size < 1 for size in shape):
            raise ValueError(
                say("Every number of a shape is at least 1. It got ({shape}).", shape=", ".join(map(str, shape)))
            )
        return shape

    def _kind(self) -> Kind:
        if self.kind != "auto":
            return Kind(self.kind)
        return kind_of(len(self.shape)) if self.dtype == "auto" else kind_with(len(self.shape), self.dtype)

    def _numbers(self, kind: Kind) -> str:
        """The number type; raises `ShapeError` where the kind can only have another."""
        usual = TensorSpec.of(kind, *self.shape).dtype
        if self.dtype in ("auto", usual):
            return usual
        if kind in (Kind.TOKENS, Kind.INDEX, Kind.MASK):
            raise ShapeError(
                "",
                say("A tensor of kind {kind} holds {dtype} numbers.", kind=say(kind.value), dtype=usual),
                say("The dtype is {dtype}.", dtype=self.dtype),
                say("Choose auto for one of the two, and it follows the other."),
                (change("dtype", "auto"), change("kind", "auto")),
            )
        return self.dtype

    def output(self) -> TensorSpec:
        kind = self._kind()
        if not fits(kind, self.shape):
            raise wrong_kind(kind, self.shape)
        dims: list[Dim] = list(self.shape)
        words, places = self.varies.split(), _free_axes(kind, len(dims))
        if len(words) > len(places):
            raise ShapeError(
                "",
                say("A tensor of kind {kind} has {n} sizes that can differ from batch to batch.",
                    kind=say(kind.value), n=len(places)),
                say("It got the names “{text}”.", text=self.varies),
                say("Channels and features are fixed: weights depend on them."),
                (change("varies", " ".join(words[: len(places)])),),
            )  # fmt: skip
        for place, word in zip(places, words, strict=False):
            dims[place] = word
        return TensorSpec(kind, tuple(dims), self._numbers(kind))

    def torch(self) -> Call | None:
        return None


class Output(Layer):
    """A result leaves here under the name of this node."""

    family = Family.INPUT_OUTPUT
    inputs = (Port("x"),)
    chinese = "输出"
    analogy = "The shop window: what stands here is what others see of the network."
    advice = "Give each result its own Output with a telling name; exported code returns it under this name."
    pitfall = "A loss is not a result. If only losses end the drawing, there is nothing to use after training."
    keywords = ("result", "prediction", "logits", "head")
    formula = r"\hat{y} = x"
    source = "PyTorch: what torch.nn.Module.forward returns"

    training_only: bool = Field(False, description="leave it out when the network is used, as auxiliary heads are")

    def output(self, x: TensorSpec) -> TensorSpec:
        return x

    def torch(self, x: TensorSpec) -> Call | None:
        return None
