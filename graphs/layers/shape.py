"""Layers that rearrange numbers, and layers that join two or more wires."""

from __future__ import annotations

from math import prod

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Arithmetic, Call, Family, In, Layer, Port, Proposal, ShapeError, Term
from graphs.layers.input_output import KindChoice, fits, kind_of, wrong_kind
from graphs.layers.pairs import AXIS_WORDS, Pairwise, differences
from graphs.layers.sentences import (
    change,
    get_both,
    gets,
    must_be_batched,
    put,
    unless,
    with_parameters,
)
from graphs.message import counted, mark, say
from graphs.tensors import AXES, Dim, Kind, TensorSpec


def _product(dims: tuple[Dim, ...]) -> Dim:
    if all(isinstance(dim, int) for dim in dims):
        return prod(int(dim) for dim in dims)
    return "·".join(str(dim) for dim in dims)


class Flatten(Layer):
    """Lay all numbers of an example out in one row."""

    family = Family.SHAPE
    pill = True
    chinese = "展平"
    analogy = "Reading a page line by line onto one long strip of paper."
    advice = "Place it between the last image layer and the first Linear."
    pitfall = (
        "Neighbours above and below end up far apart, and the following Linear needs a weight for each number: "
        "make the image small first."
    )
    keywords = ("reshape", "vector", "扁平化")
    formula = r"(C, H, W) \to C \cdot H \cdot W"
    source = "PyTorch: torch.flatten"

    start_dim: int = Field(1, ge=1, le=8, description="first axis to join, the batch being 0")
    end_dim: int = Field(-1, ge=-8, le=8, description="last axis to join; −1 is the last one there is")

    def _range(self, x: TensorSpec) -> tuple[int, int]:
        """The axes to join as places in ``x.dims``, both included."""
        axes = len(x.dims)
        last = self.end_dim - 1 if self.end_dim >= 0 else axes + self.end_dim
        return self.start_dim - 1, last

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        first, last = self._range(x)
        if not x.dims:
            hint = say("One number is flat already: take the Flatten away.")
            raise ShapeError("x", say("Flatten needs at least one axis besides the batch."), gets(x), hint)
        if not first <= last < len(x.dims):
            raise ShapeError(
                "x",
                say("Here start_dim to end_dim must lie between 1 and {n}.", n=len(x.dims)),
                say("They are {first} and {last}.", first=self.start_dim, last=self.end_dim),
                say("1 and −1 join everything but the batch."),
                (Proposal(say("Join all axes"), set={"start_dim": 1, "end_dim": -1}),),
            )
        dims = (*x.dims[:first], _product(x.dims[first : last + 1]), *x.dims[last + 1 :])
        if len(dims) == 1:
            return TensorSpec(Kind.FEATURES, dims, x.dtype)
        if x.kind is Kind.IMAGE and first == 1 and len(dims) == 2:
            return TensorSpec(Kind.SIGNAL, dims, x.dtype)
        return TensorSpec(x.kind if first == last else Kind.TENSOR, dims, x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.flatten", (In("x"), self.start_dim), unless(end_dim=(self.end_dim, -1)))

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        first, last = self._range(x)
        axes = AXES[x.kind] or ()
        terms: list[Term] = []
        for place, dim in enumerate(x.dims[first : last + 1], start=first):
            terms += [Term(" · ")] if terms else []
            terms.append(Term(str(dim), AXIS_WORDS.get(axes[place], "") if axes else ""))
        return (Arithmetic(mark("features"), tuple(terms), self.output(x).dims[first]),) if last > first else ()


class Reshape(Layer):
    """Read the same numbers in rows of another length."""

    family = Family.SHAPE
    chinese = "变形"
    analogy = "The same beads on the same string, laid in rows of another length."
    advice = "Use it to read features as an image, for a decoder or for weights per channel."
    pitfall = "It moves nothing: exchanging two axes this way mixes up the numbers without any error."
    keywords = ("view", "unflatten", "rearrange", "改变形状")
    formula = r"(d_1, \dots, d_n) \to (e_1, \dots, e_m),\quad \textstyle\prod d_i = \prod e_j"
    source = "PyTorch: torch.reshape"

    shape: Shape = Field(
        (-1,),
        description="the new dimensions without the batch; one of them may be −1, whatever is left",
        face="shape",
        rank=1,
    )
    kind: KindChoice = Field("auto", description="what the new axes mean; auto decides by how many there are")

    @pydantic.field_validator("shape")
    @classmethod
    def _legal(cls, shape: tuple[int, ...]) -> tuple[int, ...]:
        if not shape or any(size < 1 and size != -1 for size in shape) or shape.count(-1) > 1:
            raise ValueError(
                say(
                    "A shape has at least one number, each at least 1, and −1 once at most. It got ({shape}).",
                    shape=", ".join(map(str, shape)),
                )
            )
        return shape

    def _dims(self, x: TensorSpec) -> tuple[int, ...] | None:
        """The new dimensions with −1 worked out; None when the numbers do not fit."""
        fixed, numel = prod(size for size in self.shape if size != -1), x.numel or 0
        if -1 in self.shape:
            return tuple(numel // fixed if size == -1 else size for size in self.shape) if numel % fixed == 0 else None
        return self.shape if fixed == numel else None

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x, or_weight=True)
        if x.numel is None:
            hint = say("Only its source can fix the open size: give the Input numbers in its shape.")
            raise ShapeError("x", say("Reshape needs to know how many numbers arrive."), gets(x), hint)
        dims = self._dims(x)
        if dims is None:
            fixes = tuple(
                c
                for c in self._candidates()
                if isinstance(o := with_parameters(self, c.set), Reshape) and o._dims(x) is not None
            )
            shape = "×".join(map(str, self.shape)).replace("-1", "?")
            raise ShapeError(
                "x",
                say("Reshape to {shape} needs {n} numbers.", shape=shape, n=counted(prod(self.shape)))
                if -1 not in self.shape
                else say(
                    "Reshape to {shape} needs a multiple of {n} numbers.", shape=shape, n=counted(-prod(self.shape))
                ),
                gets(x),
                say("The new dimensions, multiplied, must give as many numbers as arrive."),
                fixes,
            )
        if not x.batched:
            return TensorSpec(Kind.TENSOR, dims, x.dtype, batched=False)
        kind = kind_of(len(dims)) if self.kind == "auto" else Kind(self.kind)
        if not fits(kind, dims):
            raise wrong_kind(kind, dims)
        return TensorSpec(kind, dims, x.dtype)

    def _candidates(self) -> list[Proposal]:
        shapes = [
            tuple(-1 if i == place else size for i, size in enumerate(self.shape)) for place in range(len(self.shape))
        ]
        legal = [shape for shape in shapes if shape.count(-1) == 1 and self.kind in ("auto", "tensor")]
        return [change("shape", shape) for shape in legal] + [
            Proposal(say("Set shape to (−1,), one row"), set={"shape": (-1,), "kind": "auto"})
        ]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.reshape", (In("x"), (*((-1,) if x.batched else ()), *(self._dims(x) or ()))))


class Add(Pairwise):
    """Add two tensors of the same shape, number by number."""

    family = Family.SHAPE
    inputs = (Port("a"), Port("b"))
    pill = True
    chinese = "相加"
    analogy = "A footnote: the text stays, and a small correction is added to it."
    advice = (
        "Lead a wire around some layers and add it again: such a shortcut lets gradients reach the early layers "
        "of deep networks."
    )
    pitfall = (
        "Both shapes must be equal. Where channels or size changed, the shortcut needs a 1×1 convolution of its own."
    )
    keywords = ("sum", "plus", "residual", "skip", "shortcut", "残差连接")
    formula = r"y = a + b"
    source = "He et al. 2016, Deep residual learning, equation 1"

    def output(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        self.must_match(a, b)
        if a.dims != b.dims:
            raise self.unequal(a, b)
        return a

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.add", (In("a"), In("b")))


class Multiply(Pairwise):
    """Multiply two tensors number by number; an axis of size 1 is repeated to fit."""

    family = Family.SHAPE
    inputs = (Port("a"), Port("b"))
    pill = True
    chinese = "相乘"
    analogy = "A row of taps: one input is the water, the other says how far each tap is open."
    advice = "Use it as a gate, after a Sigmoid, to let parts through or hold them back."
    pitfall = "Products of many small numbers vanish and of many large ones explode, their gradients with them."
    keywords = ("product", "times", "gate", "hadamard", "scale", "门控", "逐元素相乘")
    formula = r"y = a \odot b"
    source = "Hochreiter & Schmidhuber 1997, the multiplicative gate units"

    def output(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        for image, weights, port in ((a, b, "b"), (b, a, "a")):
            if image.kind is Kind.IMAGE and weights.kind is Kind.FEATURES and weights.dims[0] in (1, image.channels):
                raise ShapeError(
                    port,
                    say("Multiply needs two inputs of the same kind."),
                    get_both(a, b),
                    say("Give the features a height and a width of 1, and they weigh the channels."),
                    (put("Reshape", port, shape=(weights.dims[0], 1, 1)),),
                )
        self.must_match(a, b)
        if any(one != two and 1 not in (one, two) for one, two in zip(a.dims, b.dims, strict=True)):
            raise self.unequal(a, b)
        return a.with_dims(*(two if one == 1 else one for one, two in zip(a.dims, b.dims, strict=True)))

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.mul", (In("a"), In("b")))


class Concat(Layer):
    """Put several tensors one after the other along one axis."""

    family = Family.SHAPE
    inputs = (Port("xs", many=True),)
    chinese = "拼接"
    analogy = "Colleagues put their reports into one folder; nobody's report is changed."
    advice = (
        "Use it to keep several views side by side, as in Inception or in the skips of a U-Net, and let the next "
        "layer choose."
    )
    pitfall = "Channels pile up with each use, and so do the weights of the next layer."
    keywords = ("concatenate", "cat", "join", "merge", "stack", "skip", "连接")
    formula = r"y = [x_1; x_2; \dots]"
    source = "Szegedy et al. 2015, Going deeper with convolutions, figure 2; PyTorch: torch.cat"

    dim: int = Field(
        0, ge=0, le=4, description="axis that grows, without the batch: 0 is channels or features", face="axis", rank=1
    )

    def _shape(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        if not xs or not xs[0].dims or not all(x.batched for x in xs):
            hint = say("Wire features, sequences or images of the same kind here.")
            raise ShapeError(
                "xs",
                say("Concat needs tensors with at least one axis besides the batch."),
                gets(xs[0]) if xs else say("It gets nothing."),
                hint,
            )
        first = xs[0]
        for x in xs[1:]:
            if x.kind is not first.kind or len(x.dims) != len(first.dims) or x.dtype != first.dtype:
                hint = say("Change the wires so that all bring the same kind; no single layer is right for every case.")
                raise ShapeError("xs", say("Concat needs inputs of the same kind."), get_both(first, x), hint)
        if self.dim >= len(first.dims):
            expected = say("Here dim can be from 0 to {n}.", n=len(first.dims) - 1)
            raise ShapeError(
                "xs", expected, say("It is {dim}.", dim=self.dim), say("Axes are counted without the batch.")
            )
        for x in xs[1:]:
            others = [
                (one, two) for place, (one, two) in enumerate(zip(first.dims, x.dims, strict=True)) if place != self.dim
            ]
            if any(one != two for one, two in others):
                raise ShapeError(
                    "xs",
                    say("Concat needs inputs that are equal in every axis but dim {dim}.", dim=self.dim),
                    say("They differ: {differences}.", differences=differences(first, x)),
                    say(
                        "Bring the inputs to one size before they meet, for example with AdaptiveAvgPool2d or padding."
                    ),
                )
        sizes = [x.dims[self.dim] for x in xs]
        grown: Dim = sum(int(s) for s in sizes) if all(isinstance(s, int) for s in sizes) else "+".join(map(str, sizes))
        return first.with_dims(*(grown if place == self.dim else dim for place, dim in enumerate(first.dims)))

    def output(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        try:
            return self._shape(xs)
        except ShapeError as error:
            fixes = []
            for dim in range(len(xs[0].dims) if xs else 0):
                other = with_parameters(self, {"dim": dim})
                try:
                    assert isinstance(other, Concat)
                    other._shape(xs)
                except ShapeError:
                    continue
                fixes.append(change("dim", dim))
            raise ShapeError(error.port, error.expected, error.got, error.hint, tuple(fixes)) from None

    def torch(self, xs: tuple[TensorSpec, ...]) -> Call:
        return Call("torch.cat", (In("xs"),), {"dim": self.dim + 1})

    def arithmetic(self, xs: tuple[TensorSpec, ...]) -> tuple[Arithmetic, ...]:
        y = self._shape(xs)
        terms: list[Term] = []
        for number, x in enumerate(xs, start=1):
            terms += [Term(" + ")] if terms else []
            terms.append(Term(str(x.dims[self.dim]), str(number)))
        axes = AXES[y.kind]
        return (Arithmetic(AXIS_WORDS.get(axes[self.dim], "") if axes else "", tuple(terms), y.dims[self.dim]),)
