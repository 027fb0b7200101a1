"""Convolutions turned round: every number that arrives is spread over a whole window of the output."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Arithmetic, Call, Cost, Family, Port, Proposal, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_known
from graphs.layers.sliding import DIRECTIONS, GRIDS, Margin3d, Placed, Size3d, counts, must_divide, plain, times
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.layers.windows import SpreadWindow
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec


class _Transposed(Placed):
    """What the three transposed convolutions share: every number is multiplied with a learned window and added in."""

    def _windows(self) -> tuple[SpreadWindow, ...]:
        names = ("kernel_size", "stride", "padding", "output_padding", "dilation")
        return tuple(SpreadWindow(*one) for one in zip(*map(self.numbers, names), strict=True))

    def _filters(self) -> tuple[int, int, bool]:
        raise NotImplementedError

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        out, groups, _ = self._filters()
        must_divide(self, must_be_known(self, "x", x, x.channels), out, groups)
        for window in self._windows():
            if window.output_padding >= max(window.stride, window.dilation):
                raise ShapeError(
                    "x",
                    say("{type} needs an output_padding below its stride or its dilation.", type=self.type_name()),
                    say(
                        "The output_padding is {n}, the stride {stride}, the dilation {dilation}.",
                        n=window.output_padding,
                        stride=window.stride,
                        dilation=window.dilation,
                    ),
                    say(
                        "It only settles which of several possible sizes is meant; "
                        "a larger one would be an empty border."
                    ),
                )
        places = tuple(w.places(size) for w, size in zip(self._windows(), x.dims[1:], strict=True))
        if any(isinstance(size, int) and size < 1 for size in places):
            raise ShapeError(
                "x",
                say("{type} must leave something of the output.", type=self.type_name()),
                gets(x),
                say("The padding is cut off the output here, and it takes everything: {sizes} would be left.",
                    sizes="×".join(map(str, places))),
            )  # fmt: skip
        return TensorSpec.of(x.kind, out, *places)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not GRIDS[self.rank]:
            return []
        none = self.written((0,) * self.rank)
        found = [change("groups", 1), change("output_padding", none), change("padding", none)]
        now = self.model_dump()
        return [proposal for proposal in found if all(now[key] != value for key, value in proposal.set.items())]

    def cost(self, x: TensorSpec) -> Cost:
        out, groups, bias = self._filters()
        kernel = self.numbers("kernel_size")
        weights = times(int(x.channels), (out // groups, *kernel))
        number, written = (weights.number + out, f"{weights.sum} + {out}") if bias else (weights.number, weights.sum)
        return Cost(Tally(number, written), times(int(x.channels), (out // groups, *kernel), counts(x.dims[1:])))

    def torch(self, x: TensorSpec) -> Call:
        out, _, _ = self._filters()
        given = {"kernel_size": plain(self.written(self.numbers("kernel_size")))}
        given |= self.given(stride=1, padding=0, output_padding=0, groups=1, bias=True, dilation=1)
        return Call(f"torch.nn.ConvTranspose{self.rank}d", (int(x.channels), out), given)

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        directions = zip(self._windows(), DIRECTIONS[self.rank], x.dims[1:], strict=True)
        return tuple(window.arithmetic(axis, size) for window, axis, size in directions)


class _Weights(Tieable):
    """What the three say of their weight, which has the shape of that of the convolution they undo."""

    weight_axes = mark("for each incoming channel one window of every feature map of its group")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        assert isinstance(self, _Transposed)
        out, groups, _ = self._filters()
        return (int(x.channels), out // groups, *self.numbers("kernel_size"))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        assert isinstance(self, _Transposed)
        return {"out_channels": sizes[1] * self._filters()[1], "kernel_size": self.written(sizes[2:])}


class ConvTranspose1d(_Weights, _Transposed):
    """Spread every step of a signal over a learned window, so that the signal grows longer."""

    rank = 1
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.SIGNAL,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "一维转置卷积"
    analogy = "A drummer who answers every beat of the metronome with a whole practised figure."
    advice = "Use it to make sound or series from a short code; with kernel = 2·stride the figures overlap evenly."
    pitfall = "With a kernel that the stride does not divide, some steps get more figures than others: a hum appears."
    keywords = ("deconvolution", "upsampling", "audio", "generator", "反卷积", "上采样", "信号")
    formula = r"y_{m,\,st+k} \mathrel{+}= \sum_{c} w_{c,m,k}\; x_{c,t}"
    source = "Donahue et al. 2019, WaveGAN: Adversarial audio synthesis, section 3.2"

    out_channels: int = Field(16, ge=1, le=65_536, description="how many feature maps come out", face="filters", rank=3)
    kernel_size: int = Field(
        4, ge=1, le=1024, description="steps over which one number is spread", face="kernel", unit="steps", rank=2
    )
    stride: int = Field(
        2, ge=1, le=1024, description="how many times longer the signal gets", face="stride", unit="steps", rank=1
    )
    padding: int = Field(1, ge=0, le=1024, description="steps cut off at both ends", face="padding", unit="steps")
    output_padding: int = Field(0, ge=0, le=1023, description="steps added at the end, below the stride", unit="steps")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    dilation: int = Field(
        1, ge=1, le=1024, description="distance between the steps a number is spread to", unit="steps"
    )

    def _filters(self) -> tuple[int, int, bool]:
        return self.out_channels, self.groups, self.bias


class ConvTranspose2d(_Weights, _Transposed):
    """Spread every pixel over a learned window, so that the image grows larger."""

    rank = 2
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.IMAGE,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "转置卷积"
    analogy = (
        "A painter with a rubber stamp: one dab for every small square of the sketch, and dabs that overlap add up."
    )
    advice = (
        "Use it in generators and decoders to double an image: kernel 4, stride 2, padding 1. It undoes the size "
        "of a convolution, not its numbers."
    )
    pitfall = "Where windows overlap unevenly a checkerboard shows: let the stride divide the kernel, or use Upsample."
    keywords = ("deconvolution", "upsampling", "decoder", "gan", "unet", "fractionally strided", "反卷积", "上采样")
    formula = r"y_{m,\,si+k,\,sj+l} \mathrel{+}= \sum_{c} w_{c,m,k,l}\; x_{c,i,j}"
    source = "Zeiler et al. 2010, Deconvolutional networks; Dumoulin & Visin 2016, chapter 4"

    out_channels: int = Field(16, ge=1, le=65_536, description="how many feature maps come out", face="filters", rank=3)
    kernel_size: Size2d = Field(
        4, description="rows and columns over which one pixel is spread", face="kernel", unit="px", rank=2
    )
    stride: Size2d = Field(2, description="how many times larger the image gets", face="stride", unit="px", rank=1)
    padding: Margin2d = Field(1, description="border cut off the output on every side", face="padding", unit="px")
    output_padding: Margin2d = Field(
        0, description="rows and columns added at the bottom and the right, below the stride", unit="px"
    )
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    dilation: Size2d = Field(1, description="distance between the pixels a number is spread to", unit="px")

    def _filters(self) -> tuple[int, int, bool]:
        return self.out_channels, self.groups, self.bias


class ConvTranspose3d(_Weights, _Transposed):
    """Spread every voxel over a learned window, so that the volume grows larger."""

    rank = 3
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.VOLUME,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "三维转置卷积"
    analogy = "Dropping sugar cubes into dough: each one puffs up into a practised lump on all sides."
    advice = "Use it on the way up of a 3D U-Net, or to grow an object from a code, one doubling at a time."
    pitfall = "Doubling three directions makes eight times the numbers: keep few channels where the volume is large."
    keywords = ("deconvolution", "upsampling", "voxel", "3d gan", "v-net", "反卷积", "上采样", "体数据")
    formula = r"y_{m,\,sd+n,\,si+k,\,sj+l} \mathrel{+}= \sum_{c} w_{c,m,n,k,l}\; x_{c,d,i,j}"
    source = "Wu et al. 2016, Learning a probabilistic latent space of object shapes (3D-GAN), section 3.1"

    out_channels: int = Field(8, ge=1, le=65_536, description="how many feature maps come out", face="filters", rank=3)
    kernel_size: Size3d = Field(
        (4, 4, 4), description="depth, rows and columns over which one voxel is spread", face="kernel", rank=2
    )
    stride: Size3d = Field((2, 2, 2), description="how many times larger the volume gets", face="stride", rank=1)
    padding: Margin3d = Field((1, 1, 1), description="border cut off the output on all six sides", face="padding")
    output_padding: Margin3d = Field((0, 0, 0), description="places added at the far ends, below the stride")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    dilation: Size3d = Field((1, 1, 1), description="distance between the voxels a number is spread to")

    def _filters(self) -> tuple[int, int, bool]:
        return self.out_channels, self.groups, self.bias
