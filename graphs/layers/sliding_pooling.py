"""Pooling with a window that slides along a signal, over an image or through a volume."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Port, Proposal, ShapeError
from graphs.layers.regions import Across, Along, Through
from graphs.layers.sentences import gets
from graphs.layers.sliding import Margin3d, Size3d, Sliding, counts, plain, row
from graphs.layers.windows import Window
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class Regions(Sliding):
    """What sliding pools share: a window that moves by its own size unless told otherwise."""

    def steps(self) -> tuple[int, ...]:
        """How far the window moves in each direction."""
        stride = getattr(self, "stride", None)
        return self.numbers("kernel_size") if stride is None else row(stride)

    def windows(self) -> tuple[Window, ...]:
        """The window along each direction; what a type has no parameter for is torch's default."""
        has = type(self).model_fields
        padding = self.numbers("padding") if "padding" in has else (0,) * self.rank
        dilation = self.numbers("dilation") if "dilation" in has else (1,) * self.rank
        ceil = bool(getattr(self, "ceil_mode", False))
        together = zip(self.numbers("kernel_size"), self.steps(), padding, dilation, strict=True)
        return tuple(Window(k, s, p, d, ceil) for k, s, p, d in together)

    def shape(self, x: TensorSpec) -> TensorSpec | dict[str, TensorSpec]:
        return self.pooled(x)

    def pooled(self, x: TensorSpec) -> TensorSpec:
        """What is left of ``x``; raises `ShapeError`."""
        self.must_have_places(x)
        for window in self.windows():
            if window.padding > window.kernel // 2:
                raise ShapeError(
                    "x",
                    say("{type} allows a padding of at most half the kernel.", type=self.type_name()),
                    say("The padding is {padding}, the kernel {kernel}.", padding=window.padding, kernel=window.kernel),
                    say("A larger border would give windows that see nothing of what arrives."),
                )
        return x.with_dims(x.channels, *self.places(x))

    def torch(self, x: TensorSpec) -> Call:
        kernel = self.numbers("kernel_size")
        given = {"kernel_size": plain(self.written(kernel))}
        if self.steps() != kernel:
            given["stride"] = plain(self.written(self.steps()))
        defaults = {"padding": 0, "dilation": 1, "ceil_mode": False, "count_include_pad": True}
        given |= self.given(**{name: value for name, value in defaults.items() if name in type(self).model_fields})
        return Call(f"torch.nn.{self.type_name()}", (), given)


class MaxPool1d(Along, Regions):
    """Keep the largest number of every few steps of a signal."""

    rank = 1
    family = Family.POOLING
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "一维最大池化"
    analogy = "A diary that keeps the highest temperature of each week and forgets on which day it was."
    advice = "Use it after a convolution along a signal to shorten it and to care less about the exact moment."
    pitfall = (
        "Moments are lost: where an alarm must name the very step, keep the length and widen the view by dilation."
    )
    keywords = ("pooling", "maximum", "downsample", "time series", "池化层", "信号")
    formula = r"y_{c,t} = \max_{k}\; x_{c,\,st+k}"
    source = "Yamaguchi et al. 1990, A neural network for speaker-independent isolated word recognition"

    padding: int = Field(0, ge=0, le=512, description="steps added at both ends, at most half the kernel", unit="steps")
    dilation: int = Field(1, ge=1, le=1024, description="distance between the steps of one region", unit="steps")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class MaxPool3d(Through, Regions):
    """Keep the largest number of every small block of a volume."""

    rank = 3
    family = Family.POOLING
    inputs = (Port("x", (Kind.VOLUME,)),)
    chinese = "三维最大池化"
    analogy = "Packing a warehouse into crates and labelling each one with its most precious piece only."
    advice = (
        "Use it between 3D convolutions. For clips, pool rows and columns early and time late, so that motion stays."
    )
    pitfall = "A kernel of 2 throws away seven of eight numbers at once, and thin scans soon have no depth left."
    keywords = ("pooling", "maximum", "downsample", "video", "voxel", "池化层", "体数据")
    formula = r"y_{c,d,i,j} = \max_{n,k,l}\; x_{c,\,sd+n,\,si+k,\,sj+l}"
    source = "Tran et al. 2015, Learning spatiotemporal features with 3D convolutional networks, section 3.3"

    padding: Margin3d = Field((0, 0, 0), description="border added on all six sides, at most half the kernel")
    dilation: Size3d = Field((1, 1, 1), description="distance between the voxels of one block")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class AvgPool1d(Along, Regions):
    """Replace every few steps of a signal by their mean."""

    rank = 1
    family = Family.POOLING
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "一维平均池化"
    analogy = "Monthly averages on a bank statement: single purchases vanish, the trend remains."
    advice = "Use it to shorten noisy signals, for example before a recurrent layer that would be slow on every step."
    pitfall = (
        "Fast swings cancel out: a tone that completes a whole wave inside the region is averaged away to nothing."
    )
    keywords = ("pooling", "average", "mean", "smoothing", "moving average", "均值池化", "滑动平均")
    formula = r"y_{c,t} = \frac{1}{k} \sum_{k'} x_{c,\,st+k'}"
    source = "Waibel et al. 1989, Phoneme recognition using time-delay neural networks; PyTorch: torch.nn.AvgPool1d"

    padding: int = Field(0, ge=0, le=512, description="steps added at both ends, at most half the kernel", unit="steps")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")
    count_include_pad: bool = Field(True, description="count the zeros of the border in the mean")


class _Whole(Through, Regions):
    """What the pools of a volume share whose kernel torch wants to fit in without the padding."""

    def shape(self, x: TensorSpec) -> TensorSpec:
        y = self.pooled(x)
        if any(isinstance(size, int) and size < k for size, k in zip(x.dims[1:], self.kernel_size, strict=True)):
            raise ShapeError(
                "x",
                say(
                    "{type} needs a volume of at least {least} here.",
                    type=self.type_name(), least="×".join(map(str, self.kernel_size)),
                ),
                gets(x),
                say("Unlike the others, its kernel has to fit in without the padding."),
            )  # fmt: skip
        return y

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        found = super().candidates(x)
        if x.kind is Kind.VOLUME:
            kernel = tuple(min(k, size) for k, size in zip(self.kernel_size, counts(x.dims[1:]), strict=True))
            margin = getattr(self, "padding", None)
            if margin is None:
                found.append(Proposal(say("Set kernel_size to {kernel}", kernel=kernel), set={"kernel_size": kernel}))
            else:
                padding = tuple(min(p, k // 2) for p, k in zip(margin, kernel, strict=True))
                title = say("Set kernel_size to {kernel} and padding to {padding}", kernel=kernel, padding=padding)
                found.append(Proposal(title, set={"kernel_size": kernel, "padding": padding}))
        return found


class AvgPool3d(_Whole):
    """Replace every small block of a volume by its mean."""

    rank = 3
    family = Family.POOLING
    inputs = (Port("x", (Kind.VOLUME,)),)
    chinese = "三维平均池化"
    analogy = "A weather map of the sky in boxes of ten kilometres: one temperature stands for all the air inside."
    advice = "Use it to make scans coarser without inventing edges, or to blend neighbouring frames of a clip."
    pitfall = "Small bright spots, a nodule of a few voxels, disappear in the mean: use MaxPool3d to keep them."
    keywords = ("pooling", "average", "mean", "video", "voxel", "均值池化", "体数据")
    formula = r"y_{c,d,i,j} = \frac{1}{k^3} \sum_{n,k',l} x_{c,\,sd+n,\,si+k',\,sj+l}"
    source = "Carreira & Zisserman 2017, Quo vadis, action recognition, figure 3; PyTorch: torch.nn.AvgPool3d"

    padding: Margin3d = Field((0, 0, 0), description="border added on all six sides, at most half the kernel")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")
    count_include_pad: bool = Field(True, description="count the zeros of the border in the mean")


class _Powers(Regions):
    """What the pools by a power share."""

    norm_type: float = Field(
        2.0, ge=1, le=16, description="the power p: 1 adds up, large values keep the largest", face="p"
    )

    def torch(self, x: TensorSpec) -> Call:
        call = super().torch(x)
        return Call(call.target, (self.norm_type,), call.kwargs)


class LPPool1d(Along, _Powers):
    """Replace every few steps of a signal by the p-th root of the sum of their p-th powers."""

    rank = 1
    family = Family.POOLING
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "一维 Lp 池化"
    analogy = "A loudness meter on a microphone: what it shows is the energy of the last moment, not a single swing."
    advice = "With p = 2 it gives the energy of each stretch, which suits filtered sounds and vibrations."
    pitfall = "Where every step of a region is exactly zero the slope of the root has no value: keep a bias before it."
    keywords = ("pooling", "l2", "energy", "norm", "power", "范数池化", "能量")
    formula = r"y_{c,t} = \sqrt[p]{\sum_{k} x_{c,\,st+k}^p}"
    source = "Gulcehre et al. 2014, Learned-norm pooling; PyTorch: torch.nn.LPPool1d"

    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class LPPool2d(Across, _Powers):
    """Replace every small region of an image by the p-th root of the sum of its p-th powers."""

    rank = 2
    family = Family.POOLING
    inputs = (Port("x", (Kind.IMAGE,)),)
    chinese = "Lp 池化（L2 池化）"
    analogy = "Judging a choir by how far it can be heard: every voice adds, the strong ones far more than the weak."
    advice = "Its p slides between adding up (1) and the maximum (large): 2, called L2 pooling, is the usual middle."
    pitfall = "It adds and does not average: a larger kernel makes every number larger. And p = 2 forgets the sign."
    keywords = ("pooling", "l2 pooling", "norm", "root of squares", "L2池化", "范数池化")
    formula = r"y_{c,i,j} = \sqrt[p]{\sum_{k,l} x_{c,\,si+k,\,sj+l}^p}"
    source = "Sermanet, Chintala & LeCun 2012, Convolutional neural networks applied to house numbers, section 2.2"

    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class LPPool3d(_Whole, _Powers):
    """Replace every block of a volume by the p-th root of the sum of its p-th powers."""

    rank = 3
    family = Family.POOLING
    inputs = (Port("x", (Kind.VOLUME,)),)
    chinese = "三维 Lp 池化"
    analogy = "Weighing the strength of an orchestra hall block by block: quiet seats add little, brass adds a lot."
    advice = "Use it in 3D networks when a block full of middling responses should count more than one lone peak."
    pitfall = "A block of 2 sums up eight powers, so numbers grow fast: put a normalisation behind it."
    keywords = ("pooling", "l2 pooling", "norm", "voxel", "L2池化", "范数池化", "体数据")
    formula = r"y_{c,d,i,j} = \sqrt[p]{\sum_{n,k,l} x_{c,\,sd+n,\,si+k,\,sj+l}^p}"
    source = "Sermanet, Chintala & LeCun 2012, section 2.2, in three directions; PyTorch: torch.nn.LPPool3d"

    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")
