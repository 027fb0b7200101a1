"""Pooling to a size you choose, and pooling of everything: the result no longer depends on the size of the input."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field, Size2d
from graphs.layer import Call, Family, In, Port
from graphs.layers.sliding import Placed, Size3d, plain, row
from graphs.tensors import Kind, TensorSpec

_SIGNAL = (Port("x", (Kind.SIGNAL,)),)
_IMAGE = (Port("x", (Kind.IMAGE,)),)
_VOLUME = (Port("x", (Kind.VOLUME,)),)


class _Adaptive(Placed):
    """Regions that divide whatever arrives into so many parts."""

    def _size(self) -> Any:
        return getattr(self, "output_size", 1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        return x.with_dims(x.channels, *row(self._size()))

    def torch(self, x: TensorSpec) -> Call:
        return Call(f"torch.nn.{self.type_name()}", (plain(self._size()),))


class _Global(Placed):
    """One number for every channel."""

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        return TensorSpec(Kind.FEATURES, (x.channels,), x.dtype)

    def _axes(self) -> int | tuple[int, ...]:
        return -1 if self.rank == 1 else tuple(range(-self.rank, 0))


class AdaptiveAvgPool1d(_Adaptive):
    """Average a signal down to a length you choose, however long it is."""

    rank = 1
    family = Family.POOLING
    inputs = _SIGNAL
    chinese = "一维自适应平均池化"
    analogy = "A biography in exactly ten chapters, whether the life was short or long."
    advice = "Use it before Flatten when recordings differ in length but the Linear behind wants one length."
    pitfall = "A long and a short recording are squeezed differently, so speed no longer means the same in both."
    keywords = ("pooling", "average", "resize", "any length", "variable length", "任意长度")
    formula = r"y_{c,t} = \operatorname{mean}\, x_{c,\,\lfloor tT/n \rfloor : \lceil (t+1)T/n \rceil}"
    source = "He et al. 2014, Spatial pyramid pooling, section 2.2; PyTorch: torch.nn.AdaptiveAvgPool1d"

    output_size: int = Field(1, ge=1, le=1024, description="steps that come out", face="size", unit="steps", rank=1)


class AdaptiveAvgPool3d(_Adaptive):
    """Average a volume down to a size you choose, whatever size it has."""

    rank = 3
    family = Family.POOLING
    inputs = _VOLUME
    chinese = "三维自适应平均池化"
    analogy = "A model railway maker who shrinks every station, large or small, onto the same base plate."
    advice = "Use it at the end of a 3D network, so that clips and scans of any size fit the same last layers."
    pitfall = "It averages depth and space alike: slices far apart and pixels close together are blended the same way."
    keywords = ("pooling", "average", "resize", "video", "any size", "体数据", "任意大小")
    formula = (
        r"y_{c,d,i,j} = \operatorname{mean}\, x_{c,\,\lfloor dD/n \rfloor : \lceil (d+1)D/n \rceil,\;"
        r"\lfloor iH/h \rfloor : \lceil (i+1)H/h \rceil,\;\lfloor jW/w \rfloor : \lceil (j+1)W/w \rceil}"
    )
    source = "He et al. 2014, Spatial pyramid pooling, section 2.2; PyTorch: torch.nn.AdaptiveAvgPool3d"

    output_size: Size3d = Field((1, 1, 1), description="depth, rows and columns that come out", face="size", rank=1)


class AdaptiveMaxPool1d(_Adaptive):
    """Keep the largest number of each of so many equal parts of a signal."""

    rank = 1
    family = Family.POOLING
    inputs = _SIGNAL
    chinese = "一维自适应最大池化"
    analogy = "A newspaper with one headline for each quarter of the year, however much happened in it."
    advice = "Use it on texts and sounds when a few strongest responses, in their rough order, are enough to decide."
    pitfall = "Neighbouring parts overlap when the length does not divide evenly, and one peak may count twice."
    keywords = ("pooling", "maximum", "any length", "variable length", "k-max", "任意长度")
    formula = r"y_{c,t} = \max\, x_{c,\,\lfloor tT/n \rfloor : \lceil (t+1)T/n \rceil}"
    source = "He et al. 2014, Spatial pyramid pooling, section 2.2; PyTorch: torch.nn.AdaptiveMaxPool1d"

    output_size: int = Field(1, ge=1, le=1024, description="steps that come out", face="size", unit="steps", rank=1)


class AdaptiveMaxPool2d(_Adaptive):
    """Keep the largest number of each field of a grid laid over an image."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    chinese = "自适应最大池化"
    analogy = "A map of the country with the highest peak of every square, on the same grid for every country."
    advice = (
        "Use it instead of the averaging kind when one strong detail in a field should decide, not the whole field."
    )
    pitfall = "It has no fixed stride: on a larger image each field covers more pixels, and far fewer of them learn."
    keywords = ("pooling", "maximum", "resize", "any size", "任意大小")
    formula = (
        r"y_{c,i,j} = \max\, x_{c,\,\lfloor iH/h \rfloor : \lceil (i+1)H/h \rceil,"
        r"\;\lfloor jW/w \rfloor : \lceil (j+1)W/w \rceil}"
    )
    source = "He et al. 2014, Spatial pyramid pooling, section 2.2; PyTorch: torch.nn.AdaptiveMaxPool2d"

    output_size: Size2d = Field(1, description="rows and columns that come out", face="size", unit="px", rank=1)


class AdaptiveMaxPool3d(_Adaptive):
    """Keep the largest number of each field of a grid laid through a volume."""

    rank = 3
    family = Family.POOLING
    inputs = _VOLUME
    chinese = "三维自适应最大池化"
    analogy = "One alarm lamp per room of a building, lit as brightly as the worst sensor inside."
    advice = "Use it on scans when a single suspicious spot anywhere in a region has to be passed on."
    pitfall = "One noisy voxel decides for its whole field: smooth the maps before, or average instead."
    keywords = ("pooling", "maximum", "video", "voxel", "any size", "体数据", "任意大小")
    formula = (
        r"y_{c,d,i,j} = \max\, x_{c,\,\lfloor dD/n \rfloor : \lceil (d+1)D/n \rceil,\;"
        r"\lfloor iH/h \rfloor : \lceil (i+1)H/h \rceil,\;\lfloor jW/w \rfloor : \lceil (j+1)W/w \rceil}"
    )
    source = "He et al. 2014, Spatial pyramid pooling, section 2.2; PyTorch: torch.nn.AdaptiveMaxPool3d"

    output_size: Size3d = Field((1, 1, 1), description="depth, rows and columns that come out", face="size", rank=1)


class GlobalAveragePool1d(_Global):
    """Replace every channel of a signal by its mean over time."""

    rank = 1
    family = Family.POOLING
    inputs = _SIGNAL
    pill = True
    chinese = "一维全局平均池化"
    analogy = "The average mark of a whole school year: every week counts the same."
    advice = "Use it to close a convolutional network for sounds and series of any length."
    pitfall = "Silence counts as much as sound: padded steps at the end pull the mean towards zero."
    keywords = ("pooling", "gap", "global average", "mean over time", "时间平均")
    formula = r"y_c = \frac{1}{T} \sum_{t} x_{c,t}"
    source = "Wang, Yan & Oates 2017, Time series classification from scratch, section II.B"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.mean", (In("x"),), {"dim": self._axes()})


class GlobalAveragePool3d(_Global):
    """Replace every channel of a volume by its mean over all places."""

    rank = 3
    family = Family.POOLING
    inputs = _VOLUME
    pill = True
    chinese = "三维全局平均池化"
    analogy = "Melting down a statue and weighing each metal: how much there is remains, the form is gone."
    advice = "Use it to close a network for clips or scans with one number per channel and no further weights."
    pitfall = "A tiny finding in a large scan hardly moves the mean over millions of voxels."
    keywords = ("pooling", "gap", "global average", "video", "voxel", "体数据")
    formula = r"y_c = \frac{1}{DHW} \sum_{d,i,j} x_{c,d,i,j}"
    source = "Hara et al. 2018, Can spatiotemporal 3D CNNs retrace the history of 2D CNNs, table 1"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.mean", (In("x"),), {"dim": self._axes()})


class GlobalMaxPool1d(_Global):
    """Keep the strongest response of every filter over the whole signal: max over time."""

    rank = 1
    family = Family.POOLING
    inputs = _SIGNAL
    pill = True
    chinese = "时间最大池化"
    analogy = "A talent scout who remembers of every long show only the best second of each performer."
    advice = (
        "Close a TextCNN with it: each filter looks for a phrase, and here it says whether the phrase occurred at all."
    )
    pitfall = (
        "How often and in which order things occurred is lost: “not good, but cheap” looks like “good, not cheap”."
    )
    keywords = ("pooling", "max over time", "textcnn", "global max", "sentence", "文本卷积", "全局最大池化")
    formula = r"y_c = \max_{t}\; x_{c,t}"
    source = "Collobert et al. 2011, section 3.3.3; Kim 2014, Convolutional neural networks for sentence classification"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.amax", (In("x"),), {"dim": self._axes()})


class GlobalMaxPool2d(_Global):
    """Keep the strongest response of every feature map, one number per channel."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    pill = True
    chinese = "全局最大池化"
    analogy = "A burglar alarm: one open window anywhere in the house is enough to set it off."
    advice = "Use it when seeing something once, anywhere, is the answer; the place of the maximum shows what was seen."
    pitfall = (
        "A single pixel per map learns in each step, so training is slower and noise shows more than with the mean."
    )
    keywords = ("pooling", "global max", "maximum", "weakly supervised", "最大池化")
    formula = r"y_c = \max_{i,j}\; x_{c,i,j}"
    source = "Oquab et al. 2015, Is object localization for free, section 3.2"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.amax", (In("x"),), {"dim": self._axes()})


class GlobalMaxPool3d(_Global):
    """Keep the strongest response in a whole volume, one number per channel."""

    rank = 3
    family = Family.POOLING
    inputs = _VOLUME
    pill = True
    chinese = "三维全局最大池化"
    analogy = "A rescue dog that searches the whole mountain and reports only how strong the strongest scent was."
    advice = "Use it for scans in which one small finding, on whatever slice, decides the answer."
    pitfall = "One bright artefact in a single voxel outshouts the whole scan: smooth or clip it first."
    keywords = ("pooling", "global max", "maximum", "voxel", "scan", "最大池化", "体数据")
    formula = r"y_c = \max_{d,i,j}\; x_{c,d,i,j}"
    source = "Oquab et al. 2015, Is object localization for free, section 3.2, in three directions"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.amax", (In("x"),), {"dim": self._axes()})
