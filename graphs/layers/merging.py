"""Layers that make one tensor out of two or more, number by number."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, In, Port, Proposal, ShapeError
from graphs.layers.axes import Mended, chosen, place_of
from graphs.layers.input_output import KindChoice
from graphs.layers.pairs import broadcast
from graphs.layers.sentences import change, get_both, must_be_batched, must_be_float
from graphs.message import say
from graphs.tensors import TensorSpec

_PAIR = (Port("a"), Port("b"))


class _NumberByNumber(Mended):
    """Two inputs that meet number by number; an axis of size 1 is repeated to fit."""

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        return broadcast(self, {"a": a, "b": b})


class Subtract(_NumberByNumber):
    """Take the second tensor away from the first, number by number."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "相减"
    analogy = "Comparing the bill with what was paid: what is left is the difference."
    advice = "Use it for errors and residuals, or to take a mean away before something is measured."
    pitfall = "The order counts: exchange the wires and every sign turns around."
    keywords = ("minus", "difference", "sub", "减法", "差")
    formula = r"y = a - b"
    source = "PyTorch: torch.sub"

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.sub", (In("a"), In("b")))


class Divide(_NumberByNumber):
    """Divide the first tensor by the second, number by number."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "相除"
    analogy = "Prices per kilogram: the price divided by the weight, each for itself."
    advice = "Use it to normalise by something the network computes, such as a sum or a norm."
    pitfall = (
        "Where the divisor comes near zero, results and gradients explode: Clamp or Shift it away from zero first."
    )
    keywords = ("quotient", "ratio", "div", "normalise", "除法", "比值")
    formula = r"y = a / b"
    source = "PyTorch: torch.div"

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.div", (In("a"), In("b")))


class Maximum(_NumberByNumber):
    """Keep the larger of two numbers at every place."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "逐元素最大值"
    analogy = "Two judges write down marks, and for every exercise the kinder mark counts."
    advice = "Use it for Maxout units and to join detectors of which one is enough."
    pitfall = "Only the larger one gets the gradient; where both are equal they share it."
    keywords = ("larger", "maxout", "or", "取大")
    formula = r"y = \max(a, b)"
    source = "Goodfellow et al. 2013, Maxout networks, section 2; PyTorch: torch.maximum"

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.maximum", (In("a"), In("b")))


class Minimum(_NumberByNumber):
    """Keep the smaller of two numbers at every place."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "逐元素最小值"
    analogy = "A chain is as strong as the weaker of its two links."
    advice = "Use it where the more careful of two estimates counts, as with the twin critics of TD3."
    pitfall = "The input that is larger everywhere learns nothing at all."
    keywords = ("smaller", "clipped", "twin critics", "and", "取小")
    formula = r"y = \min(a, b)"
    source = "Fujimoto, van Hoof & Meger 2018, Addressing function approximation error, equation 10; torch.minimum"

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.minimum", (In("a"), In("b")))


class Lerp(Mended):
    """Mix two tensors: a share of the first and the rest of the second."""

    family = Family.SHAPE
    inputs = (
        Port("a"),
        Port("b"),
        Port("weight", optional=True, description="the share of a at every place; used instead of alpha"),
    )
    chinese = "线性插值"
    analogy = "A mixing tap: the more it is turned to warm, the less cold water comes."
    advice = "Use it for gates that keep or replace, as in GRU, with the gate wired to weight; or to blend two images."
    pitfall = "A share outside 0 to 1 goes beyond both inputs: put a Sigmoid before weight."
    keywords = ("blend", "mix", "interpolate", "gate", "update gate", "插值", "混合")
    formula = r"y = \alpha a + (1 - \alpha) b"
    source = (
        "Cho et al. 2014, Learning phrase representations using RNN encoder-decoder, equation 7; torch.lerp(b, a, α)"
    )

    alpha: float = Field(
        0.5, ge=-10, le=10, description="the share of a when nothing is wired to weight", face="α", rank=1
    )

    def shape(self, a: TensorSpec, b: TensorSpec, weight: TensorSpec | None = None) -> TensorSpec:
        return broadcast(self, {"a": a, "b": b} | ({} if weight is None else {"weight": weight}))

    def torch(self, a: TensorSpec, b: TensorSpec, weight: TensorSpec | None = None) -> Call:
        return Call("torch.lerp", (In("b"), In("a"), self.alpha if weight is None else In("weight")))


class RandomInterpolate(Mended):
    """Pick a random point between two examples, a starting point for gradients of its own."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "随机插值"
    analogy = "Stopping anywhere on the road between two towns to measure how steep it is there."
    advice = "Put it between real and generated data before the critic, and the gradient penalty behind the critic."
    pitfall = "It draws anew each time, in use as in training, and lets no gradient through to its inputs: on purpose."
    keywords = ("wgan-gp", "gradient penalty", "mixup", "epsilon", "梯度惩罚")
    formula = r"y = \varepsilon a + (1 - \varepsilon) b,\quad \varepsilon \sim U(0, 1)"
    source = "Gulrajani et al. 2017, Improved training of Wasserstein GANs, algorithm 1, lines 4 to 6"

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        for port, spec in (("a", a), ("b", b)):
            must_be_batched(self, port, spec)
            must_be_float(self, port, spec)
        if a.dims != b.dims or a.dtype != b.dtype:
            hint = say("The point lies between one example of each, so both must look alike.")
            raise ShapeError("b", say("RandomInterpolate needs two inputs of the same shape."), get_both(a, b), hint)
        return a

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("graphs.modules.merging.RandomInterpolate")


class _Many(Mended):
    """Several inputs of one shape."""

    def _common(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        """What all inputs look like; raises `ShapeError` when they differ."""
        if not xs:
            hint = say("Drag at least one wire to it.")
            raise ShapeError("xs", say("{type} needs an input.", type=self.type_name()), say("It gets nothing."), hint)
        for x in xs:
            must_be_batched(self, "xs", x)
            if x.dims != xs[0].dims or x.dtype != xs[0].dtype:
                raise ShapeError(
                    "xs",
                    say("{type} needs inputs of the same shape.", type=self.type_name()),
                    get_both(xs[0], x),
                    say("Bring each to the same shape before they meet, for example with a Linear of its own."),
                )
        return xs[0]


class Average(_Many):
    """Take the mean of several tensors of the same shape."""

    family = Family.SHAPE
    inputs = (Port("xs", many=True),)
    pill = True
    chinese = "平均集成"
    analogy = "Guessing the weight of an ox at a fair: the mean of all guesses beats nearly every single one."
    advice = "Use it to join the answers of several networks or branches into an ensemble."
    pitfall = "Average probabilities or scores, not both mixed; and branches that make the same errors do not help."
    keywords = ("ensemble", "mean", "vote", "集成学习", "投票")
    formula = r"y = \frac{1}{n} \sum_{i=1}^{n} x_i"
    source = "Hansen & Salamon 1990, Neural network ensembles"

    def shape(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        first = self._common(xs)
        must_be_float(self, "xs", first)
        return first

    def torch(self, xs: tuple[TensorSpec, ...]) -> Call:
        return Call("graphs.modules.merging.Average")


class Stack(_Many):
    """Lay several tensors of the same shape on top of each other, along a new axis."""

    family = Family.SHAPE
    inputs = (Port("xs", many=True),)
    chinese = "堆叠"
    analogy = "Single photographs become a flip book: one more direction to leaf through."
    advice = "Use it to turn results of several steps or branches into a sequence or a clip."
    pitfall = "Stack makes a new axis, Concat makes one longer: mixing them up shows only layers later."
    keywords = ("new axis", "pile", "join", "合并")
    formula = r"y_i = x_i,\quad i = 1, \dots, n"
    source = "PyTorch: torch.stack"

    dim: int = Field(0, ge=-6, le=5, description="place of the new axis, the batch not counted", face="axis", rank=1)
    kind: KindChoice = Field("auto", description="what the new axes mean; auto decides by how many there are")

    def shape(self, xs: tuple[TensorSpec, ...]) -> TensorSpec:
        first = self._common(xs)
        place = place_of(self, first, self.dim, "xs", more=1)
        return chosen(self.kind, (*first.dims[:place], len(xs), *first.dims[place:]), first.dtype)

    def candidates(self, xs: tuple[TensorSpec, ...]) -> list[Proposal]:
        return [change("dim", 0), change("dim", -1)]

    def torch(self, xs: tuple[TensorSpec, ...]) -> Call:
        return Call("torch.stack", (In("xs"), place_of(self, xs[0], self.dim, "xs", more=1) + 1))
