"""Layers in which one half of the numbers decides how much of the other half passes, or the largest answer wins."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Proposal, ShapeError, Tally
from graphs.layers.axes import alike
from graphs.layers.dense import Weighing
from graphs.layers.elementwise import AlongAxis
from graphs.layers.sentences import must_be_known, put, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class GLU(AlongAxis):
    """Let the second half of the channels decide, through a sigmoid, how much of the first half passes."""

    family = Family.ACTIVATION
    pill = True
    chinese = "门控线性单元"
    analogy = "A row of taps: one half of the pipes carries the water, the other half turns the handles."
    advice = "Use it after a layer with twice as many outputs as you want, for example in convolutions over text."
    pitfall = "It halves the channels. Give the layer before it twice as many, or the network gets narrow unnoticed."
    keywords = ("activation", "gate", "gated linear unit", "激活函数", "门控")
    formula = r"y = a \odot \sigma(b), \quad x = [a;\, b]"
    source = "Dauphin et al. 2017, Language modeling with gated convolutional networks, equation 1"

    dim: int | None = Field(
        None, ge=-5, le=5, description="axis that is halved, the batch being 0; empty means channels or features"
    )

    def output(self, x: TensorSpec) -> TensorSpec:
        super().output(x)
        place = self.place(x)
        size = must_be_known(self, "x", x, x.dims[place])
        if size % 2:
            raise ShapeError(
                "x",
                say("GLU divides an axis into two equal halves."),
                say("Here this axis has the size {n}, which is odd.", n=size),
                say("Give the layer before it an even number of outputs."),
                self._evened(x, size + 1),
            )
        return alike(x, (*x.dims[:place], size // 2, *x.dims[place + 1 :]))

    def _evened(self, x: TensorSpec, size: int) -> tuple[Proposal, ...]:
        """One more channel or feature makes the axis even; elsewhere no single layer does."""
        last = len(x.dims) - 1
        if self.place(x) == last and x.kind in (Kind.FEATURES, Kind.SEQUENCE, Kind.TENSOR):
            return (put("Linear", "x", out_features=size),)
        if self.place(x) == 0 and x.kind is Kind.IMAGE:
            return (put("Conv2d", "x", out_channels=size, kernel_size=1),)
        return ()

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.GLU", (), unless(dim=(self.axis(x), -1)))


class SwiGLU(Weighing):
    """Make two weighted sums for every output and let one, bent by SiLU, weigh the other."""

    family = Family.ACTIVATION
    chinese = "Swish 门控线性单元"
    analogy = "A speaker and an editor: one says everything, the other decides sentence by sentence what is printed."
    advice = "Use it as the first layer of the feed-forward part of a language model, as LLaMA and PaLM do."
    pitfall = "It has two matrices where Linear has one: take two thirds of the width to compare fairly."
    keywords = ("gate", "glu", "llama", "feed-forward", "激活函数", "门控")
    formula = r"y = \operatorname{SiLU}(W x + b) \odot (V x + c)"
    source = "Shazeer 2020, GLU variants improve transformer, equation 5"

    bias: bool = Field(True, description="add a learned number to both sums of every output")

    def cost(self, x: TensorSpec) -> Cost:
        one = super().cost(x)
        return Cost(
            Tally(2 * one.parameters.number, f"2 × {one.parameters.sum}"),
            Tally(2 * one.multiply_adds.number, f"2 × {one.multiply_adds.sum}"),
        )

    def torch(self, x: TensorSpec) -> Call:
        sizes = (int(x.dims[-1]), self.out_features)
        return Call(f"graphs.modules.activation.{self.type_name()}", sizes, unless(bias=(self.bias, True)))


class GEGLU(SwiGLU):
    """Make two weighted sums for every output and let one, bent by GELU, weigh the other."""

    family = Family.ACTIVATION
    chinese = "GELU 门控线性单元"
    analogy = "Two advisers: the first gives an opinion, the second says how much that opinion is worth today."
    advice = "Use it in the feed-forward part of transformers for text and diffusion, such as T5 version 1.1."
    pitfall = (
        "Some libraries put gate and value into one matrix, in either order: split it rightly when weights are copied."
    )
    keywords = ("gate", "glu", "t5", "feed-forward", "激活函数", "门控")
    formula = r"y = \operatorname{GELU}(W x + b) \odot (V x + c)"
    source = "Shazeer 2020, GLU variants improve transformer, equation 5"


class Maxout(Weighing):
    """Make several weighted sums for every output and pass on the largest."""

    family = Family.ACTIVATION
    chinese = "最大输出单元"
    analogy = "A relay team that sends whoever is best for this stretch: the answer is that of the strongest."
    advice = "Use it together with Dropout; with enough pieces it can bend into any convex shape by itself."
    pitfall = "Parameters and work grow with the pieces, and a piece that never wins gets no gradient."
    keywords = ("activation", "maximum", "pieces", "linear", "激活函数", "最大值")
    formula = r"y_i = \max_{j \le k}\, (W_{ij}\, x + b_{ij})"
    source = "Goodfellow et al. 2013, Maxout networks, section 3"

    pieces: int = Field(2, ge=1, le=1024, description="how many sums compete for each output", face="pieces", rank=1)

    def cost(self, x: TensorSpec) -> Cost:
        one = super().cost(x)
        return Cost(
            Tally(self.pieces * one.parameters.number, f"{self.pieces} × {one.parameters.sum}"),
            Tally(self.pieces * one.multiply_adds.number, f"{self.pieces} × {one.multiply_adds.sum}"),
        )

    def torch(self, x: TensorSpec) -> Call:
        sizes = (int(x.dims[-1]), self.out_features)
        given = unless(pieces=(self.pieces, 2), bias=(self.bias, True))
        return Call("graphs.modules.activation.Maxout", sizes, given)
