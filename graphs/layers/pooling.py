"""Layers that summarise small regions of an image."""

from __future__ import annotations

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Arithmetic, Call, Family, In, Layer, Port, Proposal, ShapeError
from graphs.layers.regions import Across
from graphs.layers.sentences import change, gets, must_be_float, short, takes, unless, with_parameters
from graphs.layers.sisters import instead
from graphs.layers.windows import Window, too_small
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec

_IMAGE = (Port("x", (Kind.IMAGE,)),)


def _must_be_image(layer: Layer, x: TensorSpec) -> None:
    if x.kind is not Kind.IMAGE:
        hint = say("Nothing can be put in between: wire an image here.")
        raise ShapeError("x", takes(layer, (Kind.IMAGE,)), gets(x), hint, instead(layer, x))
    must_be_float(layer, "x", x)


class _Pooling(Layer):
    """What the sliding kinds of pooling share: one window, one result per place and channel."""

    def _windows(self) -> tuple[Window, Window]:
        raise NotImplementedError

    def _shape(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        rows, columns = self._windows()
        for window in (rows, columns):
            if window.padding > window.kernel // 2:
                raise ShapeError(
                    "x",
                    say("{type} allows a padding of at most half the kernel.", type=self.type_name()),
                    say("The padding is {padding}, the kernel {kernel}.", padding=window.padding, kernel=window.kernel),
                    say("A larger border would give windows that see nothing of the image."),
                )
        heights, widths = rows.places(x.height), columns.places(x.width)
        if any(isinstance(places, int) and places < 1 for places in (heights, widths)):
            raise ShapeError("x", *too_small(self.type_name(), x, rows, columns))
        return x.with_dims(x.channels, heights, widths)

    def _accepts(self, x: TensorSpec) -> bool:
        try:
            self._shape(x)
        except ShapeError:
            return False
        return True

    def _fixes(self, x: TensorSpec) -> tuple[Proposal, ...]:
        """Every proposal here has been tried: the rule accepts it."""
        if x.kind is not Kind.IMAGE:
            return instead(self, x)
        windows = self._windows()
        sizes = [size if isinstance(size, int) else 1 for size in x.dims[1:]]
        needed = [max(w.padding, -(-(w.extent - size) // 2)) for w, size in zip(windows, sizes, strict=True)]
        allowed = [min(w.padding, w.kernel // 2) for w in windows]
        fitting = [
            min(w.kernel, (size + 2 * w.padding - 1) // w.dilation + 1) for w, size in zip(windows, sizes, strict=True)
        ]
        candidates = [
            change("padding", tuple(needed)),
            change("padding", tuple(allowed)),
            change("kernel_size", tuple(fitting)),
        ]
        now = self.model_dump()
        kept = []
        for candidate in candidates:
            other = with_parameters(self, candidate.set)
            if all(now[k] != v for k, v in candidate.set.items()) and isinstance(other, _Pooling) and other._accepts(x):
                kept.append(candidate)
        return tuple(kept)

    def output(self, x: TensorSpec) -> TensorSpec:
        try:
            return self._shape(x)
        except ShapeError as error:
            raise ShapeError(error.port, error.expected, error.got, error.hint, self._fixes(x)) from None

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        rows, columns = self._windows()
        return rows.arithmetic(mark("height"), x.height), columns.arithmetic(mark("width"), x.width)


class MaxPool2d(Across, _Pooling):
    """Keep the largest number of every small region."""

    family = Family.POOLING
    inputs = _IMAGE
    chinese = "最大池化"
    analogy = "Every district sends its loudest singer; the quiet ones stay at home."
    advice = "Use it after a convolution to halve the image and to care less about where exactly a detail lies."
    pitfall = (
        "Only the winner of each region learns, and fine positions are lost: poor where every pixel needs an answer."
    )
    keywords = ("pooling", "maximum", "subsampling", "downsample", "池化层")
    formula = r"y_{c,i,j} = \max_{k,l}\; x_{c,\,si+k,\,sj+l}"
    source = "Ranzato et al. 2007, Unsupervised learning of invariant feature hierarchies"

    padding: Margin2d = Field(0, description="border added on every side, at most half the kernel", unit="px")
    dilation: Size2d = Field(1, description="distance between the pixels of one region", unit="px")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")

    def _windows(self) -> tuple[Window, Window]:
        step = self.stride or self.kernel_size
        rows, columns = (
            Window(self.kernel_size[i], step[i], self.padding[i], self.dilation[i], self.ceil_mode) for i in (0, 1)
        )
        return rows, columns

    def torch(self, x: TensorSpec) -> Call:
        step = self.stride or self.kernel_size
        given = unless(
            stride=(step, self.kernel_size), padding=(self.padding, (0, 0)), dilation=(self.dilation, (1, 1)),
            ceil_mode=(self.ceil_mode, False),
        )  # fmt: skip
        return Call("torch.nn.MaxPool2d", (), {"kernel_size": short(self.kernel_size), **given})


class AvgPool2d(Across, _Pooling):
    """Replace every small region by its mean."""

    family = Family.POOLING
    inputs = _IMAGE
    chinese = "平均池化"
    analogy = "Squinting: details blur, but the overall brightness stays."
    advice = "Use it where everything in a region matters a little, as LeNet did."
    pitfall = (
        "A single strong response drowns among many weak ones. With padding, the zeros of the border are averaged "
        "in unless count_include_pad is off."
    )
    keywords = ("pooling", "average", "mean", "subsampling", "downsample", "均值池化")
    formula = r"y_{c,i,j} = \frac{1}{k^2} \sum_{k,l} x_{c,\,si+k,\,sj+l}"
    source = "LeCun et al. 1989, Backpropagation applied to handwritten zip code recognition"

    padding: Margin2d = Field(0, description="border added on every side, at most half the kernel", unit="px")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")
    count_include_pad: bool = Field(True, description="count the zeros of the border in the mean")

    def _windows(self) -> tuple[Window, Window]:
        step = self.stride or self.kernel_size
        rows, columns = (Window(self.kernel_size[i], step[i], self.padding[i], ceil=self.ceil_mode) for i in (0, 1))
        return rows, columns

    def torch(self, x: TensorSpec) -> Call:
        step = self.stride or self.kernel_size
        given = unless(
            stride=(step, self.kernel_size), padding=(self.padding, (0, 0)), ceil_mode=(self.ceil_mode, False),
            count_include_pad=(self.count_include_pad, True),
        )  # fmt: skip
        return Call("torch.nn.AvgPool2d", (), {"kernel_size": short(self.kernel_size), **given})


class AdaptiveAvgPool2d(Layer):
    """Average an image down to a size you choose, whatever size it has."""

    family = Family.POOLING
    inputs = _IMAGE
    chinese = "自适应平均池化"
    analogy = "A photo printer that fits any picture into the same frame."
    advice = "Put it before Flatten, and the Linear behind it works for images of any size."
    pitfall = "A larger size than the image only repeats numbers: nothing new appears."
    keywords = ("pooling", "average", "resize", "any size")
    formula = (
        r"y_{c,i,j} = \operatorname{mean}\, x_{c,\,\lfloor iH/h \rfloor : \lceil (i+1)H/h \rceil,"
        r"\;\lfloor jW/w \rfloor : \lceil (j+1)W/w \rceil}"
    )
    source = "He et al. 2014, Spatial pyramid pooling; PyTorch: torch.nn.AdaptiveAvgPool2d"

    output_size: Size2d = Field(1, description="rows and columns that come out", face="size", unit="px", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        return x.with_dims(x.channels, *self.output_size)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.AdaptiveAvgPool2d", (short(self.output_size),))


class GlobalAveragePool2d(Layer):
    """Replace every feature map by its mean, one number per channel."""

    family = Family.POOLING
    inputs = _IMAGE
    pill = True
    chinese = "全局平均池化"
    analogy = "A questionnaire about a whole film: one grade per topic, no matter in which scene it came up."
    advice = (
        "Close a convolutional network with it instead of Flatten and large Linear layers: no weights, less "
        "overfitting."
    )
    pitfall = "Where something is seen is gone completely; do not use it when the position is the answer."
    keywords = ("pooling", "gap", "global average", "mean")
    formula = r"y_c = \frac{1}{HW} \sum_{i,j} x_{c,i,j}"
    source = "Lin et al. 2014, Network in network, section 3.2"

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be_image(self, x)
        return TensorSpec(Kind.FEATURES, (x.channels,), x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.mean", (In("x"),), {"dim": (-2, -1)})
