"""Layers that make images, signals and sequences larger or smaller without learning anything."""

from __future__ import annotations

from typing import Any, Literal

import pydantic

from graphs.fields import Field, Shape, Size2d
from graphs.layer import Arithmetic, Call, Family, In, Port, Proposal, ShapeError, Term
from graphs.layers.axes import Mended, longer, times
from graphs.layers.sentences import change, get_both, gets, is_float, must_be_float, takes, unless
from graphs.message import mark, say
from graphs.tensors import Dim, Kind, TensorSpec

_IMAGE = (Kind.IMAGE,)
_GRIDS = (Kind.IMAGE, Kind.SIGNAL, Kind.VOLUME)
_PLACES = {Kind.FEATURES: 1, Kind.TOKENS: 1, Kind.SEQUENCE: 1, Kind.SIGNAL: 1, Kind.IMAGE: 2, Kind.VOLUME: 3}
"""How many axes of a kind are places in a row, which can be padded."""

Mode = Literal["nearest", "linear", "bilinear", "bicubic", "trilinear"]
"""How numbers between the known places are found, in torch's words."""

_MODES: dict[Kind, tuple[Mode, ...]] = {
    Kind.SIGNAL: ("nearest", "linear"),
    Kind.IMAGE: ("nearest", "bilinear", "bicubic"),
    Kind.VOLUME: ("nearest", "trilinear"),
}
_AXES = {
    Kind.SIGNAL: (mark("steps"),),
    Kind.IMAGE: (mark("height"), mark("width")),
    Kind.VOLUME: (mark("depth"), mark("height"), mark("width")),
}


def _must_be_image(layer: Mended, x: TensorSpec, port: str = "x") -> None:
    if x.kind is not Kind.IMAGE:
        hint = say("Nothing can be put in between: wire an image here.")
        raise ShapeError(port, takes(layer, _IMAGE), gets(x), hint)


def _must_be_grid(layer: Mended, x: TensorSpec, mode: Mode) -> None:
    if x.kind not in _GRIDS:
        raise ShapeError("x", takes(layer, _GRIDS), gets(x), say("Wire a tensor with channels and places here."))
    must_be_float(layer, "x", x)
    if mode not in _MODES[x.kind]:
        raise ShapeError(
            "x",
            say("{type} fills this in with {modes}.", type=layer.type_name(), modes=", ".join(_MODES[x.kind])),
            say("Its mode is {mode}.", mode=mode),
            say("Each way of filling in belongs to one number of axes."),
        )


class Pad(Mended):
    """Put a border around an image, or more steps before and behind a sequence."""

    family = Family.SHAPE
    inputs = (Port("x", tuple(_PLACES)),)
    chinese = "填充"
    analogy = "A passe-partout around a picture: the picture stays, the frame becomes wider."
    advice = "Use it before a convolution where its own padding cannot do what you need, such as more on one side."
    pitfall = "Zeros at the border look like an edge to the filters behind; reflect and replicate avoid it."
    keywords = ("border", "margin", "zero padding", "reflect", "replicate", "circular", "补零", "边缘填充")
    formula = r"y_i = x_{i - b}\ \text{inside},\quad v\ \text{outside}"
    source = "PyTorch: torch.nn.functional.pad"

    padding: Shape = Field(
        (1, 1, 1, 1),
        description="how many before and after: left, right, then top, bottom, then front, back",
        face="border",
        rank=1,
    )
    mode: Literal["constant", "reflect", "replicate", "circular"] = Field(
        "constant", description="what the border is made of: one value, the mirror image, the edge, or the other side"
    )
    value: float = Field(0.0, ge=-1e6, le=1e6, description="the number in the border when mode is constant")

    @pydantic.field_validator("padding")
    @classmethod
    def _pairs(cls, padding: tuple[int, ...]) -> tuple[int, ...]:
        if not padding or len(padding) % 2 or len(padding) > 6 or any(not 0 <= size <= 4096 for size in padding):
            raise ValueError(
                say(
                    "A padding has two numbers per axis, before and after, each from 0 to 4,096. It got ({padding}).",
                    padding=", ".join(map(str, padding)),
                )
            )
        return padding

    def _borders(self, x: TensorSpec) -> tuple[tuple[int, int], ...]:
        """Before and after for each axis of places, in the order of ``x.dims``."""
        pairs = list(zip(self.padding[::2], self.padding[1::2], strict=True))
        pairs += [(0, 0)] * (_PLACES[x.kind] - len(pairs))
        return tuple(reversed(pairs))

    def _first(self, x: TensorSpec) -> int:
        """The first axis of places in ``x.dims``."""
        return 0 if x.kind in (Kind.FEATURES, Kind.TOKENS, Kind.SEQUENCE) else 1

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in _PLACES:
            raise ShapeError(
                "x", takes(self, _PLACES), gets(x), say("It needs places in a row to put a border around.")
            )
        if len(self.padding) > 2 * _PLACES[x.kind]:
            raise ShapeError(
                "x",
                say("Pad takes at most {n} numbers here, two per axis.", n=2 * _PLACES[x.kind]),
                say("Its padding is ({padding}).", padding=", ".join(map(str, self.padding))),
                say("The first pair is for the last axis of places."),
            )
        if self.mode != "constant" and not is_float(x):
            hint = say("Tokens are names, so only a constant token can stand in the border.")
            raise ShapeError("x", say("Pad mirrors and repeats numbers with a fraction."), gets(x), hint)
        first = self._first(x)
        dims = list(x.dims)
        for place, (before, after) in enumerate(self._borders(x), start=first):
            dims[place] = self._grown(x, x.dims[place], before, after)
        return x.with_dims(*dims)

    def _grown(self, x: TensorSpec, size: Dim, before: int, after: int) -> Dim:
        most = {"reflect": -1, "circular": 0}.get(self.mode)
        if isinstance(size, int) and most is not None and max(before, after) > size + most:
            raise ShapeError(
                "x",
                say("Pad with {mode} takes at most {n} here.", mode=self.mode, n=size + most),
                say("Its padding is ({padding}).", padding=", ".join(map(str, self.padding))),
                say("A border made of the tensor itself cannot be wider than the tensor."),
            )
        return longer(size, before + after)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        fewer = 2 * _PLACES.get(x.kind, 0)
        return [
            *([change("padding", self.padding[:fewer])] if 0 < fewer < len(self.padding) else []),
            *([change("mode", "constant"), change("mode", "replicate")] if self.mode != "constant" else []),
        ]

    def torch(self, x: TensorSpec) -> Call:
        pairs = [size for pair in reversed(self._borders(x)) for size in pair]
        if x.kind is Kind.SEQUENCE and self.mode != "constant":
            return Call("graphs.modules.resizing.PadSteps", (*pairs, self.mode))
        value: float = self.value if is_float(x) else int(self.value)
        numbers = (0, 0, *pairs) if x.kind is Kind.SEQUENCE else tuple(pairs)
        constant = unless(value=(value, 0)) if self.mode == "constant" else {}
        return Call("torch.nn.functional.pad", (In("x"), numbers), {**unless(mode=(self.mode, "constant")), **constant})

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        axes = _AXES.get(x.kind, (mark("steps") if x.kind is not Kind.FEATURES else mark("features"),))
        found = []
        for place, (before, after) in enumerate(self._borders(x)):
            size = x.dims[self._first(x) + place]
            if isinstance(size, int):
                terms = (
                    Term(str(size), mark("input")),
                    Term(" + "),
                    Term(str(before), mark("before")),
                    Term(" + "),
                    Term(str(after), mark("after")),
                )
                found.append(Arithmetic(axes[place], terms, size + before + after))
        return tuple(found)


class CenterCrop(Mended):
    """Cut the middle out of an image."""

    family = Family.SHAPE
    inputs = (Port("x", _IMAGE),)
    chinese = "中心裁剪"
    analogy = "Cutting a passport photo out of a larger print."
    advice = "Use it to trim a border that convolutions spoilt, or to bring images to one size."
    pitfall = "What lies outside is lost for good, and gets no gradient."
    keywords = ("crop", "cut", "trim", "裁切")
    formula = r"y_{ij} = x_{i + t,\, j + l},\quad t = \lfloor (H - h)/2 \rfloor,\ l = \lfloor (W - w)/2 \rfloor"
    source = "torchvision: transforms.CenterCrop; odd remainders leave one more row or column at the end"

    size: Size2d = Field(24, description="rows and columns to keep", face="size", unit="px", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        if any(isinstance(size, int) and size < kept for size, kept in zip(x.dims[1:], self.size, strict=True)):
            kept = "×".join(map(str, self.size))
            hint = say("A crop only makes smaller: Pad or Upsample make larger.")
            raise ShapeError(
                "x", say("CenterCrop to {size} needs an image at least so large.", size=kept), gets(x), hint
            )
        return x.with_dims(x.channels, *self.size)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not Kind.IMAGE:
            return []
        fitting = [min(s, k) if isinstance(s, int) else k for s, k in zip(x.dims[1:], self.size, strict=True)]
        return [change("size", tuple(fitting))]

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.resizing.CenterCrop", self.size)


class CropLike(Mended):
    """Cut the middle out of an image so that it becomes as large as another."""

    family = Family.SHAPE
    inputs = (
        Port("x", _IMAGE),
        Port("like", _IMAGE, description="its height and width are kept, its numbers are not read"),
    )
    chinese = "按参照裁剪"
    analogy = "Laying a smaller sheet on a larger one and cutting along its edge."
    advice = "Put it on the skip of a U-Net without padding: the decoder's image is smaller than the encoder's."
    pitfall = "If the two images were not centred on each other, the skip brings details to wrong places."
    keywords = ("crop", "u-net", "skip", "cut", "对齐裁剪")
    formula = r"y = \operatorname{crop}(x;\ H', W')"
    source = "Ronneberger, Fischer & Brox 2015, U-Net, figure 1: copy and crop"

    def shape(self, x: TensorSpec, like: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        _must_be_image(self, like, "like")
        if any(
            isinstance(a, int) and isinstance(b, int) and a < b for a, b in zip(x.dims[1:], like.dims[1:], strict=True)
        ):
            raise ShapeError(
                "x",
                say("CropLike needs an image at least as large as the one it is like."),
                get_both(x, like),
                say("Exchange the two wires, or use ResizeLike, which also makes larger."),
            )
        return x.with_dims(x.channels, *like.dims[1:])

    def torch(self, x: TensorSpec, like: TensorSpec) -> Call:
        return Call("graphs.modules.resizing.CropLike")


class Upsample(Mended):
    """Make an image larger by filling in numbers between those it has."""

    family = Family.SHAPE
    inputs = (Port("x", _GRIDS),)
    chinese = "上采样"
    analogy = "Blowing up a photograph: more dots, but no new detail."
    advice = "Use it in decoders, followed by a convolution: fewer checkerboard patterns than a transposed convolution."
    pitfall = (
        "Nearest gives blocks, bilinear blurs; and align_corners shifts everything by part of a pixel between tools."
    )
    keywords = ("interpolate", "resize", "enlarge", "nearest", "bilinear", "bicubic", "decoder", "插值", "放大")
    formula = r"(C, H, W) \to (C, sH, sW)"
    source = "PyTorch: torch.nn.Upsample; Odena, Dumoulin & Olah 2016, Deconvolution and checkerboard artifacts"

    scale_factor: int = Field(
        2, ge=1, le=64, description="how many times as large along each axis", face="times", rank=1
    )
    size: Shape = Field((), description="the size to reach along each axis instead; empty uses scale_factor")
    mode: Mode = Field("nearest", description="how numbers between the known ones are found", face="mode")
    align_corners: bool = Field(False, description="put the corner numbers exactly on the corners; not for nearest")

    @pydantic.field_validator("size")
    @classmethod
    def _positive(cls, size: tuple[int, ...]) -> tuple[int, ...]:
        if any(not 1 <= number <= 65_536 for number in size):
            raise ValueError(say("Every size is from 1 to 65,536. It got ({size}).", size=", ".join(map(str, size))))
        return size

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_grid(self, x, self.mode)
        if self.size and len(self.size) != len(x.dims) - 1:
            raise ShapeError(
                "x",
                say("Upsample needs {n} sizes here, one per axis of places.", n=len(x.dims) - 1),
                say("Its size is ({size}).", size=", ".join(map(str, self.size))),
                say("An empty size makes every axis scale_factor times as large."),
            )
        return x.with_dims(x.channels, *(self.size or (times(size, self.scale_factor) for size in x.dims[1:])))

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        modes = [change("mode", mode) for mode in _MODES.get(x.kind, ())]
        return [*modes, change("size", ()), Proposal(say("Reset size and mode"), set={"size": (), "mode": "nearest"})]

    def torch(self, x: TensorSpec) -> Call:
        sizes: dict[str, Any] = {"size": self.size} if self.size else {"scale_factor": self.scale_factor}
        corners = {"align_corners": True} if self.align_corners and self.mode != "nearest" else {}
        return Call("torch.nn.Upsample", (), {**sizes, **unless(mode=(self.mode, "nearest")), **corners})

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        return tuple(
            Arithmetic(
                axis,
                (Term(str(size), mark("input")), Term(" · "), Term(str(self.scale_factor), mark("times"))),
                size * self.scale_factor,
            )
            for axis, size in zip(_AXES[x.kind], x.dims[1:], strict=True)
            if isinstance(size, int) and not self.size
        )


class ResizeLike(Mended):
    """Bring an image to the size of another one, larger or smaller."""

    family = Family.SHAPE
    inputs = (Port("x", _GRIDS), Port("like", _GRIDS, description="its size is taken over, its numbers are not read"))
    chinese = "按参照缩放"
    analogy = "Fitting a curtain to a window: the window says how large, the curtain stays the same cloth."
    advice = (
        "Use it where two paths must meet, as in feature pyramids, or to bring scores back to the size of the image."
    )
    pitfall = "Making much smaller this way skips pixels in between: pool first."
    keywords = ("interpolate", "upsample", "resize", "pyramid", "fpn", "缩放", "插值")
    formula = r"(C, H, W),\ (C', H', W') \to (C, H', W')"
    source = "Lin et al. 2017, Feature pyramid networks, figure 3; PyTorch: torch.nn.functional.interpolate"

    mode: Mode = Field("nearest", description="how numbers between the known ones are found", face="mode")

    def shape(self, x: TensorSpec, like: TensorSpec) -> TensorSpec:
        _must_be_grid(self, x, self.mode)
        if like.kind is not x.kind:
            raise ShapeError(
                "like",
                say("ResizeLike needs two inputs of the same kind."),
                get_both(x, like),
                say("Only the size of the second one counts, but it needs the same axes: wire another one."),
            )
        return x.with_dims(x.channels, *like.dims[1:])

    def candidates(self, x: TensorSpec, like: TensorSpec) -> list[Proposal]:
        return [change("mode", mode) for mode in _MODES.get(x.kind, ())]

    def torch(self, x: TensorSpec, like: TensorSpec) -> Call:
        return Call("graphs.modules.resizing.ResizeLike", (), unless(mode=(self.mode, "nearest")))


class PixelShuffle(Mended):
    """Build a larger image out of channels: every few channels become a block of pixels."""

    family = Family.SHAPE
    inputs = (Port("x", _IMAGE),)
    chinese = "像素重组"
    analogy = "Four small mosaics, laid into each other stone by stone, give one large mosaic."
    advice = "Use it for super-resolution: a convolution before it learns what the new pixels shall be."
    pitfall = "Untrained, neighbouring pixels come from unrelated filters and form a checkerboard."
    keywords = ("super resolution", "sub-pixel", "upsample", "depth to space", "亚像素卷积", "超分辨率")
    formula = r"(C \cdot r^2, H, W) \to (C, H \cdot r, W \cdot r)"
    source = "Shi et al. 2016, Real-time single image super-resolution, equation 4; PyTorch: torch.nn.PixelShuffle"

    upscale_factor: int = Field(2, ge=1, le=64, description="how many times as high and wide", face="times", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        block = self.upscale_factor**2
        if not isinstance(x.channels, int) or x.channels % block:
            raise ShapeError(
                "x",
                say("PixelShuffle by {factor} needs a multiple of {n} channels.", factor=self.upscale_factor, n=block),
                gets(x),
                say("Each new channel is made of one channel per pixel of a block."),
            )
        larger = [times(size, self.upscale_factor) for size in x.dims[1:]]
        return x.with_dims(x.channels // block, *larger)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("upscale_factor", n) for n in range(self.upscale_factor - 1, 0, -1)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.PixelShuffle", (self.upscale_factor,))


class PixelUnshuffle(Mended):
    """Make an image smaller without losing a number: every block of pixels becomes channels."""

    family = Family.SHAPE
    inputs = (Port("x", _IMAGE),)
    chinese = "像素重排"
    analogy = "Sorting a chessboard by the colour and row of its fields into several small boards."
    advice = "Use it to halve an image at the start of a network where no detail may be lost."
    pitfall = "The channels multiply by the square of the factor, and the weights of the next layer with them."
    keywords = ("space to depth", "downsample", "focus", "reorg", "下采样")
    formula = r"(C, H \cdot r, W \cdot r) \to (C \cdot r^2, H, W)"
    source = "PyTorch: torch.nn.PixelUnshuffle; Redmon & Farhadi 2017, YOLO9000, the passthrough layer"

    downscale_factor: int = Field(2, ge=1, le=64, description="how many times smaller", face="times", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        r = self.downscale_factor
        if any(not isinstance(size, int) or size % r for size in x.dims[1:]):
            raise ShapeError(
                "x",
                say("PixelUnshuffle by {factor} needs a height and a width that divide by {factor}.", factor=r),
                gets(x),
                say("Every block has to be whole; Pad or CenterCrop change the size."),
            )
        return x.with_dims(times(x.channels, r * r), *(int(size) // r for size in x.dims[1:]))

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("downscale_factor", n) for n in range(self.downscale_factor - 1, 0, -1)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.PixelUnshuffle", (self.downscale_factor,))
