"""Layers that make one number out of a whole axis."""

from __future__ import annotations

from typing import ClassVar

from graphs.fields import Field
from graphs.layer import Call, Family, In, Port, Proposal, ShapeError
from graphs.layers.axes import Mended, alike, place_of, usual
from graphs.layers.sentences import change, get_both, gets, must_be_batched, must_be_float, takes
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec


class _Reduction(Mended):
    """One axis, or all of them, becomes one number."""

    target: ClassVar[str]

    dim: int | None = Field(
        -1,
        ge=-5,
        le=4,
        description="the axis that goes, the batch not counted; empty takes all axes",
        face="axis",
        rank=1,
    )
    keepdim: bool = Field(False, description="leave an axis of size 1 where the numbers were")

    def _places(self, x: TensorSpec) -> tuple[int, ...]:
        """The axes that go, in ``x.dims``."""
        if not x.dims or self.dim is not None:
            return (place_of(self, x, self.dim if self.dim is not None else -1),)
        return tuple(range(len(x.dims)))

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        places = self._places(x)
        if self.keepdim:
            return alike(x, tuple(1 if place in places else dim for place, dim in enumerate(x.dims)))
        return usual(tuple(dim for place, dim in enumerate(x.dims) if place not in places), x.dtype)

    def _axes(self, x: TensorSpec) -> int | tuple[int, ...]:
        """The axes as torch counts them, the batch being 0."""
        places = tuple(place + 1 for place in self._places(x))
        return places[0] if len(places) == 1 else places

    def _kwargs(self) -> dict[str, object]:
        return {"keepdim": True} if self.keepdim else {}

    def torch(self, x: TensorSpec) -> Call:
        return self._call(self.target, x)

    def _call(self, target: str, x: TensorSpec, *args: object, **kwargs: object) -> Call:
        return Call(target, (In("x"), *args, self._axes(x)), {**kwargs, **self._kwargs()})


class Mean(_Reduction):
    """Replace an axis by the mean of its numbers."""

    family = Family.SHAPE
    target = "torch.mean"
    chinese = "均值"
    analogy = "The average grade of a class: one number instead of thirty."
    advice = "Use it to sum a sequence up in one vector, whatever its length."
    pitfall = "Padding steps count like real ones: use MaskedMean where sequences have different lengths."
    keywords = ("average", "reduce", "平均", "求均值")
    formula = r"y = \frac{1}{n} \sum_{i=1}^{n} x_i"
    source = "PyTorch: torch.mean"


class Sum(_Reduction):
    """Replace an axis by the sum of its numbers."""

    family = Family.SHAPE
    target = "torch.sum"
    chinese = "求和"
    analogy = "Emptying all purses on one table and counting the money once."
    advice = "Use it to join weighted parts, such as the values that attention has weighed."
    pitfall = "The sum grows with the length of the axis, and so do the gradients of what follows."
    keywords = ("add up", "total", "reduce", "总和")
    formula = r"y = \sum_{i=1}^{n} x_i"
    source = "PyTorch: torch.sum"


class Max(_Reduction):
    """Replace an axis by its largest number."""

    family = Family.SHAPE
    target = "torch.amax"
    chinese = "最大值"
    analogy = "The high-water mark on a bridge: only the worst flood leaves a line."
    advice = "Use it to ask whether something occurred anywhere, and over points, whose order must not matter."
    pitfall = "Only the winners get gradients, and equal winners share one: most inputs learn nothing in a step."
    keywords = ("largest", "amax", "reduce", "pointnet", "取最大")
    formula = r"y = \max_i x_i"
    source = "Qi et al. 2017, PointNet, equation 1; PyTorch: torch.amax"


class Min(_Reduction):
    """Replace an axis by its smallest number."""

    family = Family.SHAPE
    target = "torch.amin"
    chinese = "最小值"
    analogy = "A convoy sails at the speed of its slowest ship."
    advice = "Use it where the nearest or the worst case decides, such as the distance to the closest prototype."
    pitfall = "One outlier downwards decides alone; everything above it is not seen and gets no gradient."
    keywords = ("smallest", "amin", "reduce", "nearest", "取最小")
    formula = r"y = \min_i x_i"
    source = "PyTorch: torch.amin"


class Norm(_Reduction):
    """Replace an axis by the length of the vector along it."""

    family = Family.SHAPE
    chinese = "范数"
    analogy = "How far you are from home, whichever way you went."
    advice = "Use it to measure gradients or codes, or to divide by it and keep directions only."
    pitfall = "At exactly zero its slope is not defined, and near zero directions are noise."
    keywords = ("length", "l1", "l2", "magnitude", "euclidean", "长度", "模")
    formula = r"y = (\sum_i |x_i|^p)^{1/p}"
    source = "PyTorch: torch.linalg.vector_norm"

    ord: float = Field(
        2.0, ge=1, le=10, description="which norm: 2 is the usual length, 1 the sum of sizes", face="p", rank=2
    )

    def torch(self, x: TensorSpec) -> Call:
        return self._call("torch.linalg.vector_norm", x, self.ord)


class _Spread(_Reduction):
    """How far numbers lie apart."""

    correction: int = Field(
        1, ge=0, le=1, description="taken off the count before dividing: 1 for a sample, 0 for all there is"
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        result = super().shape(x)
        count = 1
        for place in self._places(x):
            size = x.dims[place]
            count *= size if isinstance(size, int) else 2
        if count <= self.correction:
            raise ShapeError(
                "x",
                say("{type} with correction 1 needs at least two numbers.", type=self.type_name()),
                gets(x),
                say("With correction 0 a single number has the spread 0."),
            )
        return result

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("correction", 0), *self.other_axes(x)]

    def _correction(self) -> dict[str, object]:
        return {} if self.correction == 1 else {"correction": self.correction}


class Std(_Spread):
    """Replace an axis by how far its numbers spread around their mean."""

    family = Family.SHAPE
    chinese = "标准差"
    analogy = "Two trains are late by five minutes on average; one is so every day, the other never knows."
    advice = "Use it to watch variety, as the last layers of a critic that looks for mode collapse do."
    pitfall = "Layers normalise with correction 0, torch counts with 1 by default: small axes differ clearly."
    keywords = ("standard deviation", "spread", "minibatch", "方差", "离散")
    formula = r"y = \sqrt{\frac{1}{n - c} \sum_i (x_i - \bar{x})^2}"
    source = "PyTorch: torch.std"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.std", (In("x"), self._axes(x)), {**self._correction(), **self._kwargs()})


class Variance(_Spread):
    """Replace an axis by the mean square of how far its numbers are from their mean."""

    family = Family.SHAPE
    chinese = "方差"
    analogy = "Darts on a board: the mean says where you aim, the variance how steady your hand is."
    advice = "Use it to build a normalisation yourself, or to keep codes from collapsing to one point."
    pitfall = "Its unit is the square of the data's: take a Sqrt before comparing it with them."
    keywords = ("var", "spread", "second moment", "离散程度")
    formula = r"y = \frac{1}{n - c} \sum_i (x_i - \bar{x})^2"
    source = "PyTorch: torch.var; Bardes, Ponce & LeCun 2022, VICReg, equation 1"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.var", (In("x"), self._axes(x)), {**self._correction(), **self._kwargs()})


class LogSumExp(_Reduction):
    """Replace an axis by a smooth maximum of its numbers: the logarithm of the sum of their exponentials."""

    family = Family.SHAPE
    target = "torch.logsumexp"
    chinese = "对数求和指数"
    analogy = "The loudness of a choir: a little above its loudest voice, since the others help."
    advice = "Use it for the denominators of softmax losses and for energies, without any overflow."
    pitfall = "It is never below the largest number: n equal numbers give that number plus log n."
    keywords = ("soft maximum", "logsumexp", "energy", "softmax", "平滑最大值")
    formula = r"y = \log \sum_i e^{x_i}"
    source = "PyTorch: torch.logsumexp"


class CumSum(Mended):
    """Replace each number by the sum of itself and all before it."""

    family = Family.SHAPE
    chinese = "累积和"
    analogy = "The balance of a bank account after each booking."
    advice = "Use it to turn steps into a path, or shares into a distribution function."
    pitfall = "Late steps add up many numbers: they grow large, and early inputs gather gradients from all of them."
    keywords = ("cumulative", "running total", "integral", "prefix", "累加", "前缀和")
    formula = r"y_i = \sum_{j \le i} x_j"
    source = "PyTorch: torch.cumsum"

    dim: int = Field(
        -1, ge=-5, le=4, description="the axis to add up along, the batch not counted", face="axis", rank=1
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        place_of(self, x, self.dim)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.cumsum", (In("x"), place_of(self, x, self.dim) + 1))


class MaskedMean(Mended):
    """Replace a sequence by the mean of those steps that a mask marks."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SEQUENCE,)), Port("mask", (Kind.MASK,), description="yes for every step that counts"))
    pill = True
    chinese = "掩码均值"
    analogy = "The average of an exam in which the absent are not counted as zero."
    advice = "Use it to turn the words of a sentence into one vector when sentences have different lengths."
    pitfall = "A mask with the opposite meaning, yes for padding, averages exactly the wrong steps."
    keywords = ("padding", "sentence embedding", "pooling", "填充", "句向量")
    formula = r"y = \frac{\sum_t m_t x_t}{\max(1, \sum_t m_t)}"
    source = "Reimers & Gurevych 2019, Sentence-BERT, section 3"

    def shape(self, x: TensorSpec, mask: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.SEQUENCE:
            hint = say("Only steps can be marked one by one: wire a sequence here.")
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), hint)
        must_be_float(self, "x", x)
        steps: tuple[Dim, ...] = x.dims[:1]
        if mask.kind is not Kind.MASK or mask.dims != steps:
            raise ShapeError(
                "mask",
                say("MaskedMean needs a mask with one yes or no per step."),
                get_both(x, mask),
                say("The mask comes from where the lengths are known: wire it from there."),
            )
        return TensorSpec(Kind.FEATURES, x.dims[1:], x.dtype)

    def torch(self, x: TensorSpec, mask: TensorSpec) -> Call:
        return Call("graphs.modules.reducing.MaskedMean")
