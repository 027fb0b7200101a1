"""Pictures with most of their patches taken away, and the places where they were filled again."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.comparing import WEIGHT, must_be_equal
from graphs.layers.selecting import must_be_masked
from graphs.layers.sentences import SCALAR, get_both, gets, must_be_float, must_be_known, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.hiding."


class MaskPatches(Layer):
    """Take most of the patches of a picture away, others in every example, and hand on those that are left.

    Which ones go is drawn anew at every call, in evaluation mode too: without holes there is nothing to fill.
    """

    family = Family.STOCHASTIC
    inputs = (Port("x", (Kind.SEQUENCE,), description="the patches, one a step"),)
    outputs = (
        Port("kept", description="the patches that are left, in a mixed order"),
        Port("mask", description="yes where a patch was taken away"),
        Port("places", description="where each patch of the picture stands now"),
    )
    chinese = "随机遮盖图块"
    analogy = "A jigsaw puzzle with three pieces out of four gone: you look at the rest and guess the picture."
    advice = "Put it behind the patches and their positions, before the encoder; RestorePatches fills the holes again."
    pitfall = (
        "What is left has lost its order: add positions before, not behind. With small shares the task is too easy."
    )
    keywords = ("mae", "masked autoencoder", "random masking", "self-supervised", "掩码自编码器", "自监督", "随机掩码")
    formula = r"y_j = x_{\pi(j)},\quad j < T' = \lfloor T (1 - p) \rfloor"
    source = "He et al. 2022, Masked autoencoders are scalable vision learners, section 3"

    p: float = Field(0.75, ge=0, lt=1, description="share of the patches that is taken away", face="p", rank=1)

    def output(self, x: TensorSpec) -> dict[str, TensorSpec]:
        if x.kind is not Kind.SEQUENCE:
            hint = say("PatchEmbedding or Unfold cuts a picture into patches.")
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), hint)
        must_be_float(self, "x", x)
        steps = must_be_known(self, "x", x, x.length)
        return {
            "kept": x.with_dims(self.left(steps), *x.dims[1:]),
            "mask": TensorSpec.of(Kind.MASK, steps, 1),
            "places": TensorSpec.of(Kind.TOKENS, steps),
        }

    def left(self, steps: int) -> int:
        """How many of so many patches are left: at least one."""
        return max(1, int(steps * (1 - self.p) + 1e-9))

    def torch(self, x: TensorSpec) -> Call:
        paths = {"kept": (0,), "mask": (1,), "places": (2,)}
        return Call(_MODULES + "MaskPatches", (self.left(int(x.length)),), paths=paths)


class RestorePatches(Layer):
    """Bring patches back to their places and put one learned vector where a patch is missing."""

    family = Family.EMBEDDING
    inputs = (
        Port("x", (Kind.SEQUENCE,), description="the patches that were left"),
        Port("places", (Kind.TOKENS,), description="where each patch of the picture stands in x, as MaskPatches says"),
    )
    chinese = "还原图块位置"
    analogy = "Pieces put back on the board, with the same blank piece in every gap."
    advice = "Use it between the encoder and the decoder of a masked autoencoder, then add positions once more."
    pitfall = "Every gap gets the same vector: without positions behind it the decoder cannot tell them apart."
    keywords = ("mask token", "unshuffle", "mae", "masked autoencoder", "掩码词元", "掩码自编码器")
    formula = r"y_t = x_{\pi^{-1}(t)} \;\; \pi^{-1}(t) < T', \quad m \;\; \text{else}"
    source = "He et al. 2022, Masked autoencoders are scalable vision learners, section 3"

    def output(self, x: TensorSpec, places: TensorSpec) -> TensorSpec:
        for port, arriving, kind in (("x", x, Kind.SEQUENCE), ("places", places, Kind.TOKENS)):
            if arriving.kind is not kind:
                hint = say("Both come from MaskPatches; x may have passed an encoder.")
                raise ShapeError(port, takes(self, (kind,)), gets(arriving), hint)
        must_be_float(self, "x", x)
        left, steps = must_be_known(self, "x", x, x.length), must_be_known(self, "places", places, places.dims[0])
        if left > steps:
            hint = say("Wire the places that belong to these patches.")
            expected = say("There are as many places as patches, or more.")
            raise ShapeError("places", expected, get_both(x, places), hint)
        must_be_known(self, "x", x, x.features)
        return x.with_dims(steps, *x.dims[1:])

    def cost(self, x: TensorSpec, places: TensorSpec) -> Cost:
        return Cost(Tally(int(x.features), str(x.features)))

    def torch(self, x: TensorSpec, places: TensorSpec) -> Call:
        return Call(_MODULES + "RestorePatches", (x.features,))


class MaskedMSELoss(Layer):
    """Average the squared errors, but only where a mask says that they count.

    The mean is over all numbers that count, in the whole batch.
    """

    family = Family.LOSS
    inputs = (
        Port("x", description="the prediction"),
        Port("target", description="what it should be"),
        Port("mask", (Kind.MASK,), description="yes where it counts"),
    )
    chinese = "掩码均方误差损失"
    analogy = "A restorer is judged by the pieces that were missing, not by those nobody took away."
    advice = "Use it to rebuild what was hidden, and for series of different length whose padding must not count."
    pitfall = "Where nothing counts the loss is 0 and teaches nothing. Places that do not count may become anything."
    keywords = ("masked mse", "mae", "masked autoencoder", "missing values", "掩码", "缺失值", "重构")
    formula = r"L = \frac{\sum_i m_i (x_i - t_i)^2}{\sum_i m_i}"
    source = "He et al. 2022, Masked autoencoders are scalable vision learners, section 3: loss on masked patches only"

    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec, mask: TensorSpec) -> TensorSpec:
        must_be_equal(self, x=x, target=target)
        must_be_masked(self, "mask", mask, x.dims)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec, mask: TensorSpec) -> Call:
        return Call(_MODULES + "MaskedMSELoss", (), unless(factor=(self.weight, 1.0)))
