"""Dense layers that multiply two inputs with each other, or measure distances to learned centres."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Port, ShapeError, Tally
from graphs.layers.axes import Mended
from graphs.layers.sentences import get_both, gets, must_be_float, must_be_known, put, takes, unless
from graphs.layers.sliding import counts, times
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec

_VECTORS = (Kind.FEATURES, Kind.SEQUENCE)
_FLAT = (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.BOXES, Kind.POINTS)


def _must_be_vectors(layer: Mended, port: str, x: TensorSpec, fixable: bool) -> None:
    if x.kind not in _VECTORS:
        flat = fixable and x.kind in _FLAT
        hint = say("Put Flatten in between.") if flat else say("Nothing can be put in between: wire features here.")
        raise ShapeError(port, takes(layer, _VECTORS), gets(x), hint, (put("Flatten", port),) if flat else ())
    must_be_float(layer, port, x)
    must_be_known(layer, port, x, x.features)


class _Pairs(Mended):
    """What a Bilinear does with its own weights."""

    out_features: int = Field(16, ge=1, le=65_536, description="how many numbers come out", face="units", rank=1)
    bias: bool = Field(True, description="add a learned number to every output")

    def shape(self, input1: TensorSpec, input2: TensorSpec) -> TensorSpec:
        _must_be_vectors(self, "input1", input1, input2.kind is Kind.FEATURES)
        _must_be_vectors(self, "input2", input2, input1.kind is Kind.FEATURES)
        if input1.dims[:-1] != input2.dims[:-1]:
            raise ShapeError(
                "input2",
                say("Bilinear pairs the steps of both inputs, so it needs equally many."),
                get_both(input1, input2),
                say("Only the number of features may differ."),
            )
        return input1.with_dims(*input1.dims[:-1], self.out_features)

    def cost(self, input1: TensorSpec, input2: TensorSpec) -> Cost:
        pair = (int(input1.features), int(input2.features))
        products = f"{self.out_features} × ({pair[0]}·{pair[1]} + 1)" if self.bias else ""
        weights = times(self.out_features, pair)
        return Cost(
            Tally(weights.number + (self.out_features if self.bias else 0), products or weights.sum),
            times(*counts(input1.dims[:-1]), self.out_features, pair),
        )

    def torch(self, input1: TensorSpec, input2: TensorSpec) -> Call:
        sizes = (int(input1.features), int(input2.features), self.out_features)
        return Call("torch.nn.Bilinear", sizes, unless(bias=(self.bias, True)))


class Bilinear(Tieable, _Pairs):
    """Weigh every product of a number of one input with a number of the other."""

    family = Family.DENSE
    inputs = (Port("input1", _VECTORS), Port("input2", _VECTORS), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "双线性层"
    analogy = "A matchmaker who judges every pair of traits, one from each person, and not the traits alone."
    advice = "Use it to relate two things: a question and a picture, a head and a dependent word, a user and an item."
    pitfall = "The weights grow with the product of both sizes: 1,000 by 1,000 is a million for every output."
    keywords = ("interaction", "pair", "biaffine", "fusion", "outer product", "双线性", "特征交互")
    formula = r"y_o = b_o + \sum_{i,j} x^{(1)}_i\, W_{o,i,j}\, x^{(2)}_j"
    source = "Tenenbaum & Freeman 2000, Separating style and content with bilinear models, equation 1"

    weight_axes = mark("for each output a row for each number of input1, a column for each of input2")

    def weight_sizes(self, input1: TensorSpec, input2: TensorSpec) -> tuple[int, ...]:
        return (self.out_features, int(input1.features), int(input2.features))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_features": sizes[0]}


class _Centres(Mended):
    """What an RBFLayer does with its own centres."""

    out_features: int = Field(10, ge=1, le=65_536, description="how many centres there are", face="centres", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_vectors(self, "x", x, True)
        return x.with_dims(*x.dims[:-1], self.out_features)

    def cost(self, x: TensorSpec) -> Cost:
        weights = times(self.out_features, int(x.features))
        return Cost(weights, times(*counts(x.dims[:-1]), self.out_features, int(x.features)))

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.dense.RBFLayer", (int(x.features), self.out_features))


class RBFLayer(Tieable, _Centres):
    """Measure how far the input is from each of several learned centres, as a squared distance."""

    family = Family.DENSE
    inputs = (Port("x", _VECTORS), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "径向基层"
    analogy = "Comparing handwriting with a sheet of model letters and noting how much each of them differs."
    advice = (
        "LeNet-5 of 1998 ended with it: the class is the nearest centre. Turn the sign before a softmax, since small "
        "means similar."
    )
    pitfall = "Far from all centres every output is huge and the gradients with it: normalise the features first."
    keywords = (
        "rbf",
        "radial basis",
        "gaussian connection",
        "prototype",
        "distance",
        "lenet",
        "高斯连接层",
        "径向基函数",
    )
    formula = r"y_i = \sum_j (x_j - w_{ij})^2"
    source = "LeCun et al. 1998, Gradient-based learning applied to document recognition, equation 7"

    weight_axes = mark("a row for each centre")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_features, int(x.features))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_features": sizes[0]}
