"""Tensors that do not come from data: learned ones, and fixed ones."""

from __future__ import annotations

from math import isfinite, prod
from typing import Literal

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Call, Cost, Family, Layer, Port, Proposal, ShapeError, Tally
from graphs.layers.axes import chosen
from graphs.layers.input_output import KindChoice
from graphs.layers.sentences import change, must_be_batched, unless
from graphs.layers.tying import of_size
from graphs.message import counted, say
from graphs.tensors import TensorSpec

_LIKE = (Port("like", optional=True, description="gives the size of the batch; without it there is one example"),)
_GIVES = (Port("y"), Port("value", quiet=True, description="the tensor itself, without a batch: a weight for others"))
DType = Literal["float32", "int64", "bool"]
"""The number types a fixed tensor can have, in torch's words."""

_DTYPE = "the type of the numbers: with a fraction, whole, or yes and no"
_KIND = "what the axes mean; auto decides by how many there are"


def _positive(shape: tuple[int, ...]) -> tuple[int, ...]:
    if any(size < 1 for size in shape) or prod(shape) > 2**31:
        raise ValueError(
            say("Every number of a shape is at least 1. It got ({shape}).", shape=", ".join(map(str, shape)))
        )
    return shape


def _read(values: str) -> tuple[float, ...]:
    """The numbers of a text; the typographic minus counts, too. Raises ValueError."""
    return tuple(float(word) for word in values.replace(",", " ").replace("−", "-").split())


class _Source(Layer):
    """A tensor of a given shape, the same for each example of the batch."""

    shape: Shape

    def weight_outputs(self, like: TensorSpec | None = None) -> dict[str, TensorSpec]:
        return {"value": of_size(*self.shape)}

    def _spec(
        self, shape: tuple[int, ...], kind: KindChoice, like: TensorSpec | None, dtype: str = "float32"
    ) -> TensorSpec:
        if like is not None:
            must_be_batched(self, "like", like)
        return chosen(kind, shape, dtype)


class LearnedTensor(_Source):
    """A tensor that comes from nowhere and is learned, the same for every example."""

    family = Family.INPUT_OUTPUT
    inputs = _LIKE
    outputs = _GIVES
    chinese = "可学习张量"
    analogy = "An empty seat at the table, reserved for a guest the network invents itself."
    advice = "Use it for class tokens, learned queries and constants, or for the image itself in style transfer."
    pitfall = "Without like it has a batch of one: Add repeats it, but Concat with a batch needs like to be wired."
    keywords = ("parameter", "class token", "query", "embedding", "style transfer", "参数", "分类标记")
    formula = r"y = W"
    source = "Dosovitskiy et al. 2021, An image is worth 16×16 words, equation 1: the class token"

    shape: Shape = Field((1, 64), description="dimensions without the batch", face="shape", rank=1)
    initial: Literal["zeros", "ones", "normal"] = Field(
        "normal", description="what it is before training", face="start"
    )
    std: float = Field(0.02, gt=0, le=10, description="spread of the first numbers when they are normal")
    kind: KindChoice = Field("auto", description=_KIND)
    batch_axis: bool = Field(False, description="keep the tensor with an axis of size 1 for the batch, as others do")

    _legal = pydantic.field_validator("shape")(_positive)

    def output(self, like: TensorSpec | None = None) -> TensorSpec:
        return self._spec(self.shape, self.kind, like)

    def cost(self, like: TensorSpec | None = None) -> Cost:
        return Cost(parameters=Tally(prod(self.shape), "·".join(map(str, self.shape)) or "1"))

    def torch(self, like: TensorSpec | None = None) -> Call:
        spread = {"std": self.std} if self.initial == "normal" and self.std != 0.02 else {}
        initial = {} if self.initial == "normal" else {"initial": self.initial}
        shape = (1, *self.shape) if self.batch_axis else self.shape
        return Call("graphs.modules.sources.LearnedTensor", (shape,), {**initial, **spread})

    def weight_outputs(self, like: TensorSpec | None = None) -> dict[str, TensorSpec]:
        return {"value": of_size(*((1, *self.shape) if self.batch_axis else self.shape))}


class Buffer(_Source):
    """A tensor that is saved with the weights but never learned."""

    family = Family.INPUT_OUTPUT
    inputs = _LIKE
    outputs = _GIVES
    chinese = "缓冲张量"
    analogy = "A table in the appendix of a book: printed along with the text, and never revised by reading."
    advice = "Use it for index tables and masks that belong to a set of weights and are loaded together with them."
    pitfall = "It starts with zeros: until weights are loaded into it, it says nothing."
    keywords = ("register_buffer", "state", "table", "saved", "查找表", "不学习")
    formula = r"y = B"
    source = "PyTorch: torch.nn.Module.register_buffer"

    shape: Shape = Field((1,), description="dimensions without the batch", face="shape", rank=1)
    dtype: DType = Field("float32", description=_DTYPE)
    kind: KindChoice = Field("auto", description=_KIND)
    batch_axis: bool = Field(False, description="keep the tensor with an axis of size 1 for the batch, as others do")

    _legal = pydantic.field_validator("shape")(_positive)

    def output(self, like: TensorSpec | None = None) -> TensorSpec:
        return self._spec(self.shape, self.kind, like, self.dtype)

    def weight_outputs(self, like: TensorSpec | None = None) -> dict[str, TensorSpec]:
        return {"value": of_size(*((1, *self.shape) if self.batch_axis else self.shape), dtype=self.dtype)}

    def cost(self, like: TensorSpec | None = None) -> Cost:
        return Cost(buffers=prod(self.shape))

    def torch(self, like: TensorSpec | None = None) -> Call:
        shape = (1, *self.shape) if self.batch_axis else self.shape
        given = unless(dtype=(self.dtype, "float32"))
        return Call("graphs.modules.sources.Buffer", (shape,), given)


class Constant(_Source):
    """A tensor of numbers you write down; it never changes."""

    family = Family.INPUT_OUTPUT
    inputs = _LIKE
    outputs = _GIVES
    chinese = "常量"
    analogy = "A number printed on the wall: everybody can read it, nobody can change it."
    advice = "Use it for filters, anchors, prices or weights that are known and shall not be learned."
    pitfall = "What the network should find out itself does not belong here: a LearnedTensor can move."
    keywords = ("fixed", "number", "values", "literal", "常数", "固定值")
    formula = r"y = c"
    source = "PyTorch: torch.full, torch.tensor"

    shape: Shape = Field((1,), description="dimensions without the batch", face="shape", rank=1)
    value: float = Field(
        0.0, ge=-1e30, le=1e30, description="the number at every place, when no values are given", face="value"
    )
    values: str = Field(
        "", description="all numbers one after the other, separated by spaces or commas; empty uses value"
    )
    kind: KindChoice = Field("auto", description=_KIND)
    dtype: DType = Field("float32", description=_DTYPE)

    _legal = pydantic.field_validator("shape")(_positive)

    @pydantic.field_validator("values")
    @classmethod
    def _numbers(cls, values: str) -> str:
        try:
            numbers = _read(values)
        except ValueError as error:
            raise ValueError(
                say(
                    "Values are numbers such as −1 0.5 2, separated by spaces or commas. It got “{text}”.",
                    text=values[:60],
                )
            ) from error
        if len(numbers) > 65_536 or not all(isfinite(number) for number in numbers):
            raise ValueError(say("Values are at most 65,536 finite numbers. It got “{text}”.", text=values[:60]))
        return values

    def _given(self) -> tuple[float, ...]:
        return _read(self.values)

    def output(self, like: TensorSpec | None = None) -> TensorSpec:
        numbers = self._given()
        if numbers and len(numbers) != prod(self.shape):
            raise ShapeError(
                "",
                say(
                    "Constant of shape {shape} needs {n} values.",
                    shape="×".join(map(str, self.shape)) or "1",
                    n=counted(prod(self.shape)),
                ),
                say("It has {n}.", n=counted(len(numbers))),
                say("Write as many numbers as the shape has places, the last axis running fastest."),
                (
                    Proposal(say("Lay the values in one row"), set={"shape": (len(numbers),), "kind": "auto"}),
                    change("values", ""),
                ),
            )
        return self._spec(self.shape, self.kind, like, self.dtype)

    def weight_outputs(self, like: TensorSpec | None = None) -> dict[str, TensorSpec]:
        return {"value": of_size(*self.shape, dtype=self.dtype)}

    def torch(self, like: TensorSpec | None = None) -> Call:
        given = unless(dtype=(self.dtype, "float32"))
        return Call("graphs.modules.sources.Constant", (self.shape, self._given() or self.value), given)
