"""Layers in which every output hears every input."""

from __future__ import annotations

from math import prod
from typing import Any, ClassVar

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.sentences import gets, must_be_float, must_be_known, put, takes, unless
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec

_TAKES = (Kind.FEATURES, Kind.SEQUENCE)


class Weighing(Layer):
    """What all layers share that weigh every input for every output."""

    inputs: ClassVar[tuple[Port, ...]] = (Port("x", (*_TAKES, Kind.TENSOR)),)

    out_features: int = Field(64, ge=1, le=1_048_576, description="how many numbers come out", face="units", rank=2)
    bias: bool = Field(True, description="add a learned number to every output")

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in (*_TAKES, Kind.TENSOR) or not x.dims:
            flat = x.kind in (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.BOXES, Kind.POINTS)
            hint = say("Put Flatten in between.") if flat else say("Nothing can be put in between: wire features here.")
            raise ShapeError("x", takes(self, _TAKES), gets(x), hint, (put("Flatten", "x"),) if flat else ())
        must_be_float(self, "x", x)
        must_be_known(self, "x", x, x.dims[-1])
        return x.with_dims(*x.dims[:-1], self.out_features)

    def cost(self, x: TensorSpec) -> Cost:
        into = int(x.dims[-1])
        sum_ = f"{self.out_features} × ({into} + 1)" if self.bias else f"{self.out_features} × {into}"
        steps = [dim for dim in x.dims[:-1] if isinstance(dim, int)]
        times = "".join(f"{dim} × " for dim in steps)
        return Cost(
            Tally(self.out_features * (into + self.bias), sum_),
            Tally(prod(steps) * self.out_features * into, f"{times}{self.out_features} × {into}"),
        )

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.Linear", (int(x.dims[-1]), self.out_features), unless(bias=(self.bias, True)))


class Linear(Tieable, Weighing):
    """Weigh all inputs and add them up, once for every output."""

    family = Family.DENSE
    inputs = (*Weighing.inputs, TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "全连接层"
    analogy = "A committee in which every member hears every report and gives each its own weight before voting."
    advice = "Use it to mix features, and as the last layer with one output per class."
    pitfall = (
        "On images it has a weight for every pixel: it grows large, and a shifted picture is a new one to it. Two "
        "in a row without an activation are no more than one."
    )
    keywords = ("dense", "fully connected", "affine", "perceptron", "fc", "线性层")
    formula = r"y = W x + b"
    source = "Rosenblatt 1958; PyTorch: torch.nn.Linear"

    weight_axes = mark("a row for each output, a column for each input")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_features, int(x.dims[-1]))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_features": sizes[0]}
