"""Pooling that remembers where each number lay, and its reverse, which puts them back."""

from __future__ import annotations

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Arithmetic, Call, Family, In, Port, Proposal, ShapeError
from graphs.layers.regions import Across, Along, Through
from graphs.layers.sentences import change, get_both, gets
from graphs.layers.sliding import DIRECTIONS, Margin3d, Placed, Size3d, plain, row
from graphs.layers.sliding_pooling import Regions
from graphs.layers.windows import SpreadWindow
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

_SIGNAL = (Port("x", (Kind.SIGNAL,)),)
_IMAGE = (Port("x", (Kind.IMAGE,)),)
_VOLUME = (Port("x", (Kind.VOLUME,)),)
_FOUND = (Port("y"), Port("indices"))
_INDICES = Port("indices", (Kind.TENSOR,))


class _Remembering(Regions):
    """What the pools share that say where they found their numbers."""

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        y = self.pooled(x)
        return {"y": y, "indices": TensorSpec(Kind.TENSOR, y.dims, "int64")}

    def torch(self, x: TensorSpec) -> Call:
        call = super().torch(x)
        given = {**call.kwargs, "return_indices": True}
        return Call(f"torch.nn.MaxPool{self.rank}d", (), given, paths={"y": (0,), "indices": (1,)})


class _PuttingBack(Placed):
    """What the reverses of those pools share."""

    def _steps(self) -> tuple[int, ...]:
        stride = getattr(self, "stride", None)
        return self.numbers("kernel_size") if stride is None else row(stride)

    def _wanted(self) -> tuple[int, ...] | None:
        size = getattr(self, "output_size", None)
        return None if size is None else row(size)

    def _windows(self) -> tuple[SpreadWindow, ...]:
        together = zip(self.numbers("kernel_size"), self._steps(), self.numbers("padding"), strict=True)
        return tuple(SpreadWindow(k, s, p) for k, s, p in together)

    def shape(self, x: TensorSpec, indices: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        if indices.dtype != "int64" or indices.dims != x.dims:
            raise ShapeError(
                "indices",
                say(
                    "{type} needs one index for every number, as {pool} gives them.",
                    type=self.type_name(),
                    pool=f"MaxPool{self.rank}dWithIndices",
                ),
                get_both(x, indices),
                say("Wire the output indices of the pooling that this layer undoes."),
            )
        places: tuple[Dim, ...] = tuple(w.places(n) for w, n in zip(self._windows(), x.dims[1:], strict=True))
        if any(isinstance(size, int) and size < 1 for size in places):
            raise ShapeError(
                "x",
                say("{type} must leave something of the output.", type=self.type_name()),
                gets(x),
                say("The padding takes everything: {sizes} would be left.", sizes="×".join(map(str, places))),
            )
        wanted_sizes = self._wanted()
        if wanted_sizes is None:
            return x.with_dims(x.channels, *places)
        for wanted, size, step in zip(wanted_sizes, places, self._steps(), strict=True):
            if isinstance(size, int) and not size - step < wanted < size + step:
                raise ShapeError(
                    "x",
                    say(
                        "{type} can give {low} to {high} here.",
                        type=self.type_name(),
                        low=max(1, size - step + 1),
                        high=size + step - 1,
                    ),
                    say("Its output_size asks for {n}.", n=wanted),
                    say("A pooling of another size would have given another number of regions."),
                )
        return x.with_dims(x.channels, *wanted_sizes)

    def candidates(self, x: TensorSpec, indices: TensorSpec) -> list[Proposal]:
        if self._wanted() is not None:
            return [change("output_size", None)]
        return [change("padding", self.written((0,) * self.rank))]

    def torch(self, x: TensorSpec, indices: TensorSpec) -> Call:
        kernel = self.numbers("kernel_size")
        given = {"kernel_size": plain(kernel)}
        if self._steps() != kernel:
            given["stride"] = plain(self._steps())
        given |= self.given(padding=0)
        wanted = {"output_size": self._wanted()} if self._wanted() is not None else {}
        return Call(f"torch.nn.MaxUnpool{self.rank}d", (), given, on=(In("x"), In("indices")), on_kwargs=wanted)

    def arithmetic(self, x: TensorSpec, indices: TensorSpec) -> tuple[Arithmetic, ...]:
        if self._wanted() is not None:
            return ()
        directions = zip(self._windows(), DIRECTIONS[self.rank], x.dims[1:], strict=True)
        return tuple(window.arithmetic(axis, size) for window, axis, size in directions)


class MaxPool1dWithIndices(Along, _Remembering):
    """Keep the largest number of every few steps of a signal and remember at which step it stood."""

    rank = 1
    family = Family.POOLING
    inputs = _SIGNAL
    outputs = _FOUND
    chinese = "带索引的一维最大池化"
    analogy = "A ship's log with the highest wave of every watch, and the minute at which it came."
    advice = "Use it to shorten a signal whose peaks a decoder has to put back to the very step, by MaxUnpool1d."
    pitfall = "The indices are whole numbers without a slope: they tell the decoder where, but teach nothing."
    keywords = ("pooling", "argmax", "peaks", "unpooling", "信号", "索引", "反池化")
    formula = r"y_{c,t} = \max_k x_{c,\,st+k},\quad n_{c,t} = \operatorname{argmax}_k x_{c,\,st+k}"
    source = "Zeiler & Fergus 2014, section 2.1, along one direction; PyTorch: torch.nn.MaxPool1d(return_indices=True)"

    padding: int = Field(0, ge=0, le=512, description="steps added at both ends, at most half the kernel", unit="steps")
    dilation: int = Field(1, ge=1, le=1024, description="distance between the steps of one region", unit="steps")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class MaxPool2dWithIndices(Across, _Remembering):
    """Keep the largest number of every region and remember where it lay."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    outputs = _FOUND
    chinese = "带索引的最大池化"
    analogy = "Pressing flowers: the finest of each bed goes into the book, with a note of where it grew."
    advice = "Use it in an encoder whose decoder puts the numbers back with MaxUnpool2d, as SegNet does."
    pitfall = "The indices count pixels of the image before pooling: they fit no image of another size."
    keywords = ("pooling", "argmax", "switches", "segnet", "unpooling", "索引", "反池化")
    formula = (
        r"y_{c,i,j} = \max_{k,l} x_{c,\,si+k,\,sj+l},\quad n_{c,i,j} = \operatorname{argmax}_{k,l} x_{c,\,si+k,\,sj+l}"
    )
    source = "Zeiler & Fergus 2014, Visualizing and understanding convolutional networks, section 2.1"

    padding: Margin2d = Field(0, description="border added on every side, at most half the kernel", unit="px")
    dilation: Size2d = Field(1, description="distance between the pixels of one region", unit="px")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class MaxPool3dWithIndices(Through, _Remembering):
    """Keep the largest number of every block of a volume and remember in which voxel it lay."""

    rank = 3
    family = Family.POOLING
    inputs = _VOLUME
    outputs = _FOUND
    chinese = "带索引的三维最大池化"
    analogy = "A geologist who keeps the best stone of every cubic metre, with a tag of the hole it came from."
    advice = "Use it in encoders for scans whose segmentation must not blur thin structures, with MaxUnpool3d behind."
    pitfall = "The indices need twice the memory of the numbers they belong to: with volumes that is felt."
    keywords = ("pooling", "argmax", "voxel", "unpooling", "segmentation", "体数据", "索引", "反池化")
    formula = (
        r"y_{c,d,i,j} = \max_{n,k,l} x_{c,\,sd+n,\,si+k,\,sj+l},"
        r"\quad n_{c,d,i,j} = \operatorname{argmax}_{n,k,l} x_{c,\,sd+n,\,si+k,\,sj+l}"
    )
    source = "Zeiler & Fergus 2014, section 2.1, in three directions; PyTorch: torch.nn.MaxPool3d(return_indices=True)"

    padding: Margin3d = Field((0, 0, 0), description="border added on all six sides, at most half the kernel")
    dilation: Size3d = Field((1, 1, 1), description="distance between the voxels of one block")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")


class MaxUnpool2d(Across, _PuttingBack):
    """Put every number back where the pooling found it, and zeros everywhere else."""

    rank = 2
    family = Family.POOLING
    inputs = (*_IMAGE, _INDICES)
    chinese = "最大反池化"
    analogy = "Setting the pressed flowers back into the beds they came from; the rest of the garden stays bare."
    advice = "Use it in decoders that have to hit edges exactly: the indices come from MaxPool2dWithIndices."
    pitfall = "Odd sizes lose their last row when pooled: give output_size, or the indices point outside the image."
    keywords = ("unpooling", "segnet", "deconvnet", "switches", "upsampling", "反池化", "上采样", "索引")
    formula = r"y_{c,\,n_{c,i,j}} = x_{c,i,j},\quad 0\ \text{elsewhere}"
    source = "Zeiler & Fergus 2014, Visualizing and understanding convolutional networks, section 2.1"

    padding: Margin2d = Field(0, description="border that the pooling added on every side", unit="px")
    output_size: Size2d | None = Field(
        None, description="rows and columns of the image before pooling; empty means the smallest possible", unit="px"
    )


class MaxUnpool1d(Along, _PuttingBack):
    """Put the peaks of a signal back at the steps where the pooling found them, with silence between."""

    rank = 1
    family = Family.POOLING
    inputs = (*_SIGNAL, _INDICES)
    chinese = "一维最大反池化"
    analogy = "Hanging the winners' lamps back along the street at their old house numbers; the others stay dark."
    advice = "Use it in decoders of signals that have to place a beat or a spike exactly, then smooth with a Conv1d."
    pitfall = "Most steps come out as zero: without a convolution behind it the result is a row of needles."
    keywords = ("unpooling", "decoder", "peaks", "upsampling", "信号", "反池化", "上采样")
    formula = r"y_{c,\,n_{c,t}} = x_{c,t},\quad 0\ \text{elsewhere}"
    source = "Zeiler & Fergus 2014, section 2.1, along one direction; PyTorch: torch.nn.MaxUnpool1d"

    padding: int = Field(0, ge=0, le=512, description="steps that the pooling added at both ends", unit="steps")
    output_size: int | None = Field(
        None, ge=1, le=1_048_576, description="steps of the signal before pooling; empty means the fewest possible",
        unit="steps",
    )  # fmt: skip


class MaxUnpool3d(Through, _PuttingBack):
    """Put every number of a volume back into the voxel where the pooling found it."""

    rank = 3
    family = Family.POOLING
    inputs = (*_VOLUME, _INDICES)
    chinese = "三维最大反池化"
    analogy = "Returning the tagged stones to their holes; all the ground between is left empty."
    advice = "Use it in decoders for scans, where borders between organs have to lie on the right slice."
    pitfall = "Seven of eight voxels or more are zero behind it: let a Conv3d fill them before anything else."
    keywords = ("unpooling", "decoder", "voxel", "upsampling", "体数据", "反池化", "上采样")
    formula = r"y_{c,\,n_{c,d,i,j}} = x_{c,d,i,j},\quad 0\ \text{elsewhere}"
    source = "Zeiler & Fergus 2014, section 2.1, in three directions; PyTorch: torch.nn.MaxUnpool3d"

    padding: Margin3d = Field((0, 0, 0), description="border that the pooling added on all six sides")
    output_size: Size3d | None = Field(
        None, description="depth, rows and columns before pooling; empty means the smallest possible"
    )
