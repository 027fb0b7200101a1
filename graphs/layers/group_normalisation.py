"""Layers that bring each example to a common scale by itself: per map or group, by its length or its neighbours."""

from __future__ import annotations

from math import prod
from typing import ClassVar

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Layer, Port, ShapeError, Tally
from graphs.layers.elementwise import CHANNELS_FIRST, AlongAxis
from graphs.layers.sentences import change, gets, must_be_float, must_be_known, takes, unless
from graphs.layers.sisters import instead
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec


class _InstanceNorm(Layer):
    """What the instance normalisations share: each channel of each example is normalised over its places."""

    kind: ClassVar[Kind]
    elsewhere: ClassVar[dict[Kind, Message]] = {
        Kind.SIGNAL: say("Use InstanceNorm1d for a signal."),
        Kind.IMAGE: say("Use InstanceNorm2d for images."),
        Kind.VOLUME: say("Use InstanceNorm3d for volumes."),
        Kind.FEATURES: say("Features have one number per channel and nothing to compare it with: use LayerNorm."),
        Kind.SEQUENCE: say("Use LayerNorm for a sequence."),
    }

    eps: float = Field(1e-5, gt=0, le=1, description="keeps the division safe")
    momentum: float = Field(0.1, ge=0, le=1, description="share of the newest batch in the running mean and spread")
    affine: bool = Field(False, description="learn a scale and a shift for every channel")
    track_running_stats: bool = Field(
        False, description="in use, normalise with averages of the training instead of those of the example itself"
    )

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not self.kind:
            hint = self.elsewhere.get(x.kind, say("Nothing can be put in between: wire what has channels and places."))
            fixes = instead(self, x, dict.fromkeys((Kind.FEATURES, Kind.SEQUENCE), "LayerNorm"))
            raise ShapeError("x", takes(self, (self.kind,)), gets(x), hint, fixes)
        must_be_float(self, "x", x)
        must_be_known(self, "x", x, x.dims[0])
        if all(size == 1 for size in x.dims[1:]):
            raise ShapeError(
                "x",
                say("{type} compares the places of a channel, so it needs at least two.", type=self.type_name()),
                gets(x),
                say("Normalise before the places are pooled into one, or use LayerNorm."),
            )
        return x

    def cost(self, x: TensorSpec) -> Cost:
        channels = int(x.dims[0])
        learned = Tally(2 * channels, f"2 × {channels}") if self.affine else Tally()
        return Cost(learned, buffers=2 * channels + 1 if self.track_running_stats else 0)

    def torch(self, x: TensorSpec) -> Call:
        given = unless(
            eps=(self.eps, 1e-5), momentum=(self.momentum, 0.1), affine=(self.affine, False),
            track_running_stats=(self.track_running_stats, False),
        )  # fmt: skip
        return Call(f"torch.nn.{self.type_name()}", (int(x.dims[0]),), given)


class InstanceNorm1d(_InstanceNorm):
    """Shift and scale each channel of each signal so that over its time it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.SIGNAL,)),)
    kind = Kind.SIGNAL
    pill = True
    chinese = "一维实例归一化"
    analogy = "Each recording is turned up or down until all are equally loud, before anybody listens to the melody."
    advice = "Use it on time series whose level drifts from one window to the next, for example in forecasting."
    pitfall = "The level of the series is gone afterwards: a forecast has to add mean and spread again."
    keywords = ("instance normalization", "in", "time series", "实例归一化", "时间序列")
    formula = (
        r"y_{c} = \frac{x_{c} - \mu_{c}}{\sqrt{\sigma_{c}^2 + \epsilon}},"
        r"\quad \mu_{c} = \operatorname{mean}_{t}\, x_{c,t}"
    )
    source = "Ulyanov, Vedaldi & Lempitsky 2016, Instance normalization; PyTorch: torch.nn.InstanceNorm1d"


class InstanceNorm2d(_InstanceNorm):
    """Shift and scale each feature map of each image so that over its pixels it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.IMAGE,)),)
    kind = Kind.IMAGE
    pill = True
    chinese = "二维实例归一化"
    analogy = "A photographer who corrects the contrast of every single picture, so that only what it shows remains."
    advice = "The choice for style transfer and for turning one kind of picture into another, as in CycleGAN."
    pitfall = "For recognition it is usually worse than BatchNorm2d: contrast and colour say something about the class."
    keywords = ("instance normalization", "in", "style transfer", "实例归一化", "风格迁移")
    formula = (
        r"y_{c} = \frac{x_{c} - \mu_{c}}{\sqrt{\sigma_{c}^2 + \epsilon}},"
        r"\quad \mu_{c} = \operatorname{mean}_{i,j}\, x_{c,i,j}"
    )
    source = "Ulyanov, Vedaldi & Lempitsky 2016, Instance normalization, equation 3"


class InstanceNorm3d(_InstanceNorm):
    """Shift and scale each channel of each volume so that over all its places it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.VOLUME,)),)
    kind = Kind.VOLUME
    pill = True
    chinese = "三维实例归一化"
    analogy = "Scans from ten hospitals, each calibrated against itself, because no two machines agree on a zero."
    advice = "Use it in segmentation of medical scans, where a batch holds one or two of them, as nnU-Net does."
    pitfall = "A volume that is empty but for noise is blown up to full spread as well."
    keywords = ("instance normalization", "in", "medical", "segmentation", "实例归一化", "医学影像")
    formula = (
        r"y_{c} = \frac{x_{c} - \mu_{c}}{\sqrt{\sigma_{c}^2 + \epsilon}},"
        r"\quad \mu_{c} = \operatorname{mean}_{t,i,j}\, x_{c,t,i,j}"
    )
    source = "Ulyanov, Vedaldi & Lempitsky 2016; PyTorch: torch.nn.InstanceNorm3d"


class GroupNorm(Layer):
    """Divide the channels of each example into groups and give every group mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (*CHANNELS_FIRST, Kind.FEATURES)),)
    pill = True
    chinese = "组归一化"
    analogy = "A choir that tunes section by section: the altos among themselves, the basses among themselves."
    advice = "Use it with small batches, in detection, segmentation and diffusion; 32 groups are a common choice."
    pitfall = "The groups have to divide the channels. One group is LayerNorm, as many as channels is InstanceNorm."
    keywords = ("group normalization", "gn", "small batch", "组归一化", "小批量")
    formula = (
        r"y = \gamma_c\,\frac{x - \mu_g}{\sqrt{\sigma_g^2 + \epsilon}} + \beta_c,"
        r"\quad \mu_g, \sigma_g \text{ over the group } g \text{ of } c"
    )
    source = "Wu & He 2018, Group normalization, equations 1, 2 and 7"

    num_groups: int = Field(8, ge=1, le=65_536, description="how many groups of channels", face="groups", rank=1)
    eps: float = Field(1e-5, gt=0, le=1, description="keeps the division safe")
    affine: bool = Field(True, description="learn a scale and a shift for every channel")

    def _fits(self, groups: int, x: TensorSpec) -> bool:
        channels = int(x.dims[0])
        return channels % groups == 0 and (channels > groups or any(size != 1 for size in x.dims[1:]))

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in (*CHANNELS_FIRST, Kind.FEATURES):
            hint = (
                say("Use LayerNorm or RMSNorm for a sequence: here every step would be taken for a channel.")
                if x.kind is Kind.SEQUENCE
                else say("Nothing can be put in between: wire what has channels.")
            )
            raise ShapeError("x", takes(self, (*CHANNELS_FIRST, Kind.FEATURES)), gets(x), hint)
        must_be_float(self, "x", x)
        channels = must_be_known(self, "x", x, x.dims[0])
        if not self._fits(self.num_groups, x):
            fitting = [groups for groups in range(min(self.num_groups, channels), 0, -1) if self._fits(groups, x)]
            nearest: list[int] = sorted({fitting[0], fitting[-1]}, reverse=True) if fitting else []
            raise ShapeError(
                "x",
                say("GroupNorm divides the channels into {n} equal groups of more than one number.", n=self.num_groups),
                say("It gets {n} channels.", n=channels),
                say("Choose a number of groups that divides the channels.")
                if fitting
                else say("There is nothing to normalise in one number: leave this layer out here."),
                tuple(change("num_groups", groups) for groups in nearest),
            )
        return x

    def cost(self, x: TensorSpec) -> Cost:
        channels = int(x.dims[0])
        return Cost(Tally(2 * channels, f"2 × {channels}")) if self.affine else Cost()

    def torch(self, x: TensorSpec) -> Call:
        given = unless(eps=(self.eps, 1e-5), affine=(self.affine, True))
        return Call("torch.nn.GroupNorm", (self.num_groups, int(x.dims[0])), given)


class RMSNorm(Layer):
    """Divide the numbers of each example by their root mean square, without moving their mean.

    Features, sequences and tensors are normalised over the last axis (each step by itself), images, volumes and signals
    over all their axes.
    """

    family = Family.NORMALISATION
    pill = True
    chinese = "均方根归一化"
    analogy = "A volume control that evens out how loud it is, but leaves a hum in the line where it was."
    advice = "Use it in place of LayerNorm in large language models: one step less, and equally good there."
    pitfall = "It keeps the mean. Where inputs have a large common offset, the offset rules the result."
    keywords = ("root mean square", "rms", "layer normalization", "llama", "均方根", "大语言模型")
    formula = r"y = \gamma \odot \frac{x}{\sqrt{\operatorname{mean}(x^2) + \epsilon}}"
    source = "Zhang & Sennrich 2019, Root mean square layer normalization, equation 4"

    eps: float | None = Field(
        None, gt=0, le=1, description="keeps the division safe; empty is the smallest step of the number type"
    )
    elementwise_affine: bool = Field(True, description="learn a scale for every number")

    def _over(self, x: TensorSpec) -> tuple[int, ...]:
        axes = x.dims if x.kind in CHANNELS_FIRST else x.dims[-1:]
        return tuple(must_be_known(self, "x", x, dim) for dim in axes)

    def output(self, x: TensorSpec) -> TensorSpec:
        if not x.dims:
            hint = say("There is nothing to normalise in one number: wire features here.")
            raise ShapeError("x", takes(self, (Kind.FEATURES, Kind.SEQUENCE, Kind.IMAGE)), gets(x), hint)
        must_be_float(self, "x", x)
        self._over(x)
        return x

    def cost(self, x: TensorSpec) -> Cost:
        over = self._over(x)
        return Cost(Tally(prod(over), "·".join(map(str, over)))) if self.elementwise_affine else Cost()

    def torch(self, x: TensorSpec) -> Call:
        over = self._over(x)
        given = unless(eps=(self.eps, None), elementwise_affine=(self.elementwise_affine, True))
        return Call("torch.nn.RMSNorm", (over[0] if len(over) == 1 else over,), given)


class LocalResponseNorm(Layer):
    """Weaken each number when its neighbours in nearby channels are large at the same place."""

    family = Family.NORMALISATION
    inputs = (Port("x", CHANNELS_FIRST),)
    pill = True
    chinese = "局部响应归一化"
    analogy = "Neighbours in a choir: whoever stands beside a very loud voice is hardly heard any more."
    advice = "Use it to rebuild AlexNet and other networks of its time; newer ones use batch normalisation."
    pitfall = "PyTorch divides alpha by size and the paper does not: its α = 1e-4 with n = 5 is alpha = 5e-4 here."
    keywords = ("lrn", "lateral inhibition", "alexnet", "局部归一化", "侧抑制")
    formula = r"y_c = x_c\; (k + \frac{\alpha}{n} \sum_{|c' - c| \le n/2} x_{c'}^2)^{-\beta}"
    source = "Krizhevsky, Sutskever & Hinton 2012, section 3.3"

    size: int = Field(5, ge=1, le=65_536, description="how many channels are neighbours", face="size", rank=1)
    alpha: float = Field(1e-4, ge=0, le=1000, description="how strongly neighbours count")
    beta: float = Field(0.75, ge=0, le=10, description="how steeply the answer falls")
    k: float = Field(1.0, gt=0, le=1000, description="what is added to the sum before the power")

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in CHANNELS_FIRST:
            hint = say("Only what has channels has neighbours: wire an image, a signal or a volume here.")
            raise ShapeError("x", takes(self, CHANNELS_FIRST), gets(x), hint)
        must_be_float(self, "x", x)
        return x

    def torch(self, x: TensorSpec) -> Call:
        given = unless(alpha=(self.alpha, 1e-4), beta=(self.beta, 0.75), k=(self.k, 1.0))
        return Call("torch.nn.LocalResponseNorm", (self.size,), given)


class Normalize(AlongAxis):
    """Divide numbers by their length, so that only their direction remains."""

    family = Family.NORMALISATION
    pill = True
    chinese = "L2 归一化"
    analogy = "A compass needle: it says where things lie, whatever the distance."
    advice = "Use it on embeddings that are compared by angle: face recognition, contrastive learning, retrieval."
    pitfall = "How strong a feature is as a whole is lost, and a vector of zeros stays zeros."
    keywords = ("l2 norm", "unit length", "cosine", "embedding", "单位向量", "余弦相似度")
    formula = r"y = \frac{x}{\max(\lVert x \rVert_p,\, \epsilon)}"
    source = "PyTorch: torch.nn.functional.normalize; Schroff et al. 2015, FaceNet, section 3"

    dim: int | None = Field(
        None, ge=-5, le=5, description="axis whose numbers form a vector, the batch being 0; empty means channels or "
        "features",
    )  # fmt: skip
    p: float = Field(2.0, ge=1, le=100, description="how lengths are measured: 2 as the crow flies, 1 along the grid")
    eps: float = Field(1e-12, gt=0, le=1, description="shortest length that is divided by")

    def torch(self, x: TensorSpec) -> Call:
        given = unless(p=(self.p, 2.0), dim=(self.axis(x), 1), eps=(self.eps, 1e-12))
        return Call("torch.nn.functional.normalize", (In("x"),), given)
