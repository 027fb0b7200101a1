"""Layers that move numbers to other places, and change none of them."""

from __future__ import annotations

from math import isqrt

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Arithmetic, Call, Family, In, Port, Proposal, ShapeError, Term
from graphs.layers.axes import Mended, alike, chosen, place_of, times
from graphs.layers.input_output import KindChoice
from graphs.layers.sentences import change, gets, must_be_batched, put, takes
from graphs.message import mark, say
from graphs.tensors import Dim, Kind, TensorSpec

_KIND = "what the new axes mean; auto decides by how many there are"
_GRIDS = (Kind.IMAGE, Kind.SIGNAL, Kind.VOLUME)


class Permute(Mended):
    """Put the axes of a tensor into another order."""

    family = Family.SHAPE
    chinese = "维度重排"
    analogy = "Filing the same cards by year and then by town, instead of by town and then by year."
    advice = "Use it where the next layer expects the axes in another order, for example channels last."
    pitfall = "Auto names the result by its number of axes alone: say with kind what they mean now."
    keywords = ("axes", "order", "swap", "rearrange", "channels last", "维度", "交换")
    formula = r"y_{i_{p(1)} \dots i_{p(n)}} = x_{i_1 \dots i_n}"
    source = "PyTorch: torch.permute"

    dims: Shape = Field(
        (1, 0), description="the axes in their new order, counted from 0 without the batch", face="order", rank=1
    )
    kind: KindChoice = Field("auto", description=_KIND)

    @pydantic.field_validator("dims")
    @classmethod
    def _legal(cls, dims: tuple[int, ...]) -> tuple[int, ...]:
        if not dims or sorted(dims) != list(range(len(dims))):
            raise ValueError(
                say(
                    "An order names every axis once, counted from 0, such as (1, 2, 0). It got ({dims}).",
                    dims=", ".join(map(str, dims)),
                )
            )
        return dims

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        if len(self.dims) != len(x.dims):
            raise ShapeError(
                "x",
                say("Permute to ({dims}) needs {n} axes.", dims=", ".join(map(str, self.dims)), n=len(self.dims)),
                gets(x),
                say("The order has to name each axis that arrives, the batch not counted.")
                if x.dims
                else say("One number per example has no axes to put in order: take the Permute away."),
            )
        return chosen(self.kind, tuple(x.dims[place] for place in self.dims), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        axes = len(x.dims)
        orders = [(*range(1, axes), 0), tuple(reversed(range(axes)))] if axes else []
        return [change("dims", order) for order in dict.fromkeys(orders)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.permute", (In("x"), (0, *(place + 1 for place in self.dims))))


class Transpose(Mended):
    """Exchange two axes of a tensor.

    The weights of a layer may be transposed too, for the decoder of an autoencoder that uses those of its encoder.
    """

    family = Family.SHAPE
    chinese = "转置"
    analogy = "Turning a table so that its rows become its columns."
    advice = "Use it to turn keys before a MatMul, or to let a layer work along the other axis."
    pitfall = "A Reshape to the same size looks alike in its shape, but it mixes up the numbers."
    keywords = ("swap axes", "matrix", "矩阵转置", "交换维度")
    formula = r"y_{ji} = x_{ij}"
    source = "PyTorch: torch.transpose"

    dim0: int = Field(0, ge=-5, le=4, description="one of the two axes, the batch not counted", face="axis", rank=2)
    dim1: int = Field(1, ge=-5, le=4, description="the other axis, the batch not counted", face="and", rank=1)
    kind: KindChoice = Field("auto", description=_KIND)

    def _places(self, x: TensorSpec) -> tuple[int, int]:
        return place_of(self, x, self.dim0, parameter="dim0"), place_of(self, x, self.dim1, parameter="dim1")

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x, or_weight=True)
        first, second = self._places(x)
        dims = list(x.dims)
        dims[first], dims[second] = dims[second], dims[first]
        if not x.batched:
            return TensorSpec(Kind.TENSOR, tuple(dims), x.dtype, batched=False)
        return chosen(self.kind, tuple(dims), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [
            Proposal(say("Exchange the last two axes"), set={"dim0": -2, "dim1": -1}),
            Proposal(say("Exchange the only axis with itself"), set={"dim0": 0, "dim1": 0}),
        ][0 if len(x.dims) > 1 else 1 :][:1]

    def torch(self, x: TensorSpec) -> Call:
        first, second = self._places(x)
        return Call("torch.transpose", (In("x"), first + x.batched, second + x.batched))


class Unsqueeze(Mended):
    """Give a tensor one more axis, of size 1."""

    family = Family.SHAPE
    chinese = "增加维度"
    analogy = "Putting a single sheet into a folder: still one sheet, but now it can lie among other folders."
    advice = "Use it to make two shapes line up before they meet, such as weights per channel and an image."
    pitfall = "At the wrong place the shapes still fit together by repetition, and the numbers meet the wrong partners."
    keywords = ("new axis", "dimension", "broadcast", "升维")
    formula = r"(d_1, \dots, d_n) \to (d_1, \dots, 1, \dots, d_n)"
    source = "PyTorch: torch.unsqueeze"

    dim: int = Field(
        -1, ge=-6, le=5, description="place of the new axis, the batch not counted; −1 is the end", face="axis", rank=1
    )
    kind: KindChoice = Field("auto", description=_KIND)

    def _place(self, x: TensorSpec) -> int:
        return place_of(self, x, self.dim, more=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = self._place(x)
        return chosen(self.kind, (*x.dims[:place], 1, *x.dims[place:]), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("dim", 0), change("dim", -1)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.unsqueeze", (In("x"), self._place(x) + 1))


class Squeeze(Mended):
    """Take axes of size 1 away."""

    family = Family.SHAPE
    chinese = "压缩维度"
    analogy = "Taking the only book out of its box: the box said nothing the book does not say."
    advice = "Use it after a pooling or a convolution that left an axis with a single number."
    pitfall = "Without dim, every axis of size 1 goes: an image with one channel loses the channel, too."
    keywords = ("drop axis", "dimension", "remove", "降维")
    formula = r"(d_1, \dots, 1, \dots, d_n) \to (d_1, \dots, d_n)"
    source = "PyTorch: torch.squeeze"

    dim: int | None = Field(
        None, ge=-5, le=4, description="the axis to take away, the batch not counted; empty takes all of size 1"
    )
    kind: KindChoice = Field("auto", description=_KIND)

    def _places(self, x: TensorSpec) -> tuple[int, ...]:
        if self.dim is None:
            return tuple(place for place, dim in enumerate(x.dims) if dim == 1)
        return (place_of(self, x, self.dim),)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        places = self._places(x)
        if not places or any(x.dims[place] != 1 for place in places):
            raise ShapeError(
                "x",
                say("Squeeze takes away an axis of size 1."),
                gets(x),
                say("Another axis of it has size 1.")
                if 1 in x.dims
                else say("No axis of it has: take the Squeeze away."),
            )
        return chosen(self.kind, tuple(dim for place, dim in enumerate(x.dims) if place not in places), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("dim", None), *(change("dim", place) for place, dim in enumerate(x.dims) if dim == 1)]

    def torch(self, x: TensorSpec) -> Call:
        places = tuple(place + 1 for place in self._places(x))
        return Call("torch.squeeze", (In("x"), places[0] if len(places) == 1 else places))


class Expand(Mended):
    """Repeat the single entry of an axis until the axis has the wanted size."""

    family = Family.SHAPE
    chinese = "扩展"
    analogy = "One map that the whole class looks at: everybody has it, and it was printed once."
    advice = "Use it to bring one code to every place of an image, or one query to every step."
    pitfall = (
        "Only an axis of size 1 can be expanded. All its copies are the same numbers and send their gradients "
        "back to one."
    )
    keywords = ("broadcast", "repeat", "copy", "广播", "重复")
    formula = r"y_{i} = x_{1},\quad i = 1, \dots, n"
    source = "PyTorch: torch.Tensor.expand"

    dim: int = Field(
        0, ge=-5, le=4, description="the axis of size 1 to repeat along, the batch not counted", face="axis"
    )
    size: int = Field(2, ge=1, le=65_536, description="the size the axis has afterwards", face="size", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        if x.dims[place] != 1:
            raise ShapeError(
                "x",
                say("Expand repeats along an axis of size 1."),
                gets(x),
                say("Unsqueeze makes such an axis; Repeat copies axes of any size."),
                (put("Unsqueeze", "x", dim=self.dim),),
            )
        return alike(x, (*x.dims[:place], self.size, *x.dims[place + 1 :]))

    def torch(self, x: TensorSpec) -> Call:
        place = place_of(self, x, self.dim)
        sizes = tuple(self.size if axis == place else -1 for axis in range(len(x.dims)))
        return Call("torch.broadcast_to", (In("x"), (-1, *sizes)))


class Repeat(Mended):
    """Lay whole copies of a tensor behind one another along an axis."""

    family = Family.SHAPE
    chinese = "平铺重复"
    analogy = "A roll of wallpaper: the same pattern again and again."
    advice = "Use it to feed the same input several times, for example one image once per question."
    pitfall = "The copies hold nothing new but cost memory; where the axis has size 1, Expand does it for free."
    keywords = ("tile", "copy", "平铺", "复制")
    formula = r"y = [x; x; \dots; x]"
    source = "PyTorch: torch.tile"

    dim: int = Field(0, ge=-5, le=4, description="the axis to repeat along, the batch not counted", face="axis")
    repeats: int = Field(2, ge=1, le=4096, description="how many copies there are afterwards", face="times", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        return alike(x, (*x.dims[:place], times(x.dims[place], self.repeats), *x.dims[place + 1 :]))

    def torch(self, x: TensorSpec) -> Call:
        place = place_of(self, x, self.dim)
        copies = tuple(self.repeats if axis == place else 1 for axis in range(len(x.dims)))
        return Call("torch.tile", (In("x"), (1, *copies)))

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        size = x.dims[place_of(self, x, self.dim)]
        terms = (Term(str(size), mark("input")), Term(" · "), Term(str(self.repeats), mark("copies")))
        return (Arithmetic(mark("size"), terms, times(size, self.repeats)),) if isinstance(size, int) else ()


class Roll(Mended):
    """Shift numbers along an axis; what falls off one end comes back at the other."""

    family = Family.SHAPE
    chinese = "循环移位"
    analogy = "A round sushi belt that moved on by a few plates."
    advice = "Use it to shift the windows of a Swin transformer, or to compare a signal with its own past."
    pitfall = (
        "The two ends become neighbours though they have nothing to do with each other: mask them where it matters."
    )
    keywords = ("shift", "circular", "cyclic", "swin", "平移")
    formula = r"y_i = x_{(i - s) \bmod n}"
    source = "PyTorch: torch.roll; Liu et al. 2021, Swin transformer, figure 4"

    shifts: int = Field(
        1, ge=-4096, le=4096, description="by how many places; negative shifts back", face="shift", rank=1
    )
    dim: int = Field(-1, ge=-5, le=4, description="the axis to shift along, the batch not counted", face="axis")

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place_of(self, x, self.dim)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.roll", (In("x"), self.shifts, place_of(self, x, self.dim) + 1))


class Flip(Mended):
    """Reverse the order of the numbers along an axis."""

    family = Family.SHAPE
    chinese = "翻转"
    analogy = "Looking at a picture in the mirror, or playing a tape backwards."
    advice = "Use it to read a sequence from its end, or to average a prediction with that of the mirror image."
    pitfall = "It flips every image alike, in training and in use; for random flips let the data do it."
    keywords = ("mirror", "reverse", "镜像", "反转")
    formula = r"y_i = x_{n + 1 - i}"
    source = "PyTorch: torch.flip"

    dim: int = Field(-1, ge=-5, le=4, description="the axis to reverse, the batch not counted", face="axis", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place_of(self, x, self.dim)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.flip", (In("x"), (place_of(self, x, self.dim) + 1,)))


class ChannelShuffle(Mended):
    """Deal the channels out anew, so that every group gets some of every other."""

    family = Family.SHAPE
    inputs = (Port("x", _GRIDS),)
    chinese = "通道混洗"
    analogy = "Shuffling two halves of a deck of cards into each other, card by card."
    advice = "Put it between grouped convolutions, which otherwise never exchange anything between groups."
    pitfall = "The order is fixed, not random: it mixes, but it does not regularise."
    keywords = ("groups", "shufflenet", "mix", "分组", "洗牌")
    formula = r"(g, C/g) \to (C/g, g)"
    source = "Zhang et al. 2018, ShuffleNet, figure 1; PyTorch: torch.nn.ChannelShuffle"

    groups: int = Field(2, ge=1, le=1024, description="how many groups the channels come in", face="groups", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in _GRIDS:
            raise ShapeError("x", takes(self, _GRIDS), gets(x), say("Wire a tensor with channels here."))
        if not isinstance(x.channels, int) or x.channels % self.groups:
            raise ShapeError(
                "x",
                say("ChannelShuffle needs channels that divide by groups {groups}.", groups=self.groups),
                gets(x),
                say("Every group takes the same number of channels."),
            )
        return x

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        count = x.dims[0] if x.kind in _GRIDS else 0
        return [change("groups", n) for n in range(self.groups, 0, -1) if isinstance(count, int) and count % n == 0][:2]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.ChannelShuffle", (self.groups,))


class ShiftRight(Mended):
    """Move a sequence one step later and put a start sign in front."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.TOKENS, Kind.SEQUENCE)),)
    chinese = "右移"
    analogy = "A dictation in which you may only see the words before the one you are writing."
    advice = "Put it before the decoder of a translator or language model, so that each step predicts the next word."
    pitfall = (
        "Without it, a decoder sees the very word it has to predict: the loss falls to nothing, and it learned to copy."
    )
    keywords = ("start token", "decoder", "teacher forcing", "causal", "起始符", "解码器")
    formula = r"(x_1, \dots, x_T) \to (s, x_1, \dots, x_{T-1})"
    source = "Vaswani et al. 2017, Attention is all you need, section 3.1: outputs (shifted right)"

    start: int = Field(
        0, ge=0, le=1_000_000, description="the start token, or the number in every feature of the first step",
        face="start", rank=1,
    )  # fmt: skip

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in (Kind.TOKENS, Kind.SEQUENCE):
            hint = say("Only steps in an order can be moved later: wire tokens or a sequence here.")
            raise ShapeError("x", takes(self, (Kind.TOKENS, Kind.SEQUENCE)), gets(x), hint)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.rearranging.ShiftRight", (self.start,))


class ToSequence(Mended):
    """Read the places of an image one after another as the steps of a sequence."""

    family = Family.SHAPE
    inputs = (Port("x", _GRIDS),)
    pill = True
    chinese = "图像转序列"
    analogy = "Walking through a chessboard field by field and telling what stands on each."
    advice = "Put it between convolutions and attention: each place becomes a step with its channels as features."
    pitfall = "Where a place was is no longer in the numbers: add positions before attention."
    keywords = ("image to sequence", "patches", "tokens", "transformer", "序列")
    formula = r"(C, H, W) \to (H \cdot W, C)"
    source = "Dosovitskiy et al. 2021, An image is worth 16×16 words, section 3.1"

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in _GRIDS:
            hint = say("It needs channels and places: read the numbers as an image first, with Reshape.")
            raise ShapeError("x", takes(self, _GRIDS), gets(x), hint)
        steps: Dim = 1
        for dim in x.dims[1:]:
            steps = times(dim, steps) if isinstance(steps, int) else f"{steps}·{dim}"
        return TensorSpec(Kind.SEQUENCE, (steps, x.channels), x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.rearranging.ToSequence")

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        if x.numel is None:
            return ()
        words = {Kind.IMAGE: (mark("height"), mark("width")), Kind.SIGNAL: (mark("steps"),)}
        names = words.get(x.kind, (mark("depth"), mark("height"), mark("width")))
        terms: list[Term] = []
        for dim, word in zip(x.dims[1:], names, strict=True):
            terms += [Term(" · ")] if terms else []
            terms.append(Term(str(dim), word))
        steps = self.shape(x).dims[0]
        return (Arithmetic(mark("steps"), tuple(terms), steps),)


class ToImage(Mended):
    """Lay the steps of a sequence out again as the places of an image."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SEQUENCE,)),)
    chinese = "序列转图像"
    analogy = "Hanging photographs from an album on a wall, row by row."
    advice = "Put it after attention over places, before convolutions or upsampling go on."
    pitfall = "A class token is one step too many: take it off with Slice first."
    keywords = ("sequence to image", "unpatchify", "grid", "还原")
    formula = r"(H \cdot W, F) \to (F, H, W)"
    source = "Zheng et al. 2021, Rethinking semantic segmentation with transformers, section 3.3"

    height: int | None = Field(
        None, ge=1, le=4096, description="rows of the image; empty makes it square", face="rows", rank=1
    )

    def _rows(self, steps: Dim) -> int:
        return self.height or (isqrt(steps) if isinstance(steps, int) else 1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.SEQUENCE:
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), say("Wire steps with features here."))
        steps, rows = x.length, self._rows(x.length)
        if not isinstance(steps, int):
            hint = say("Only its source can fix the open size: give the Input numbers in its shape.")
            raise ShapeError("x", say("ToImage needs to know how many steps arrive."), gets(x), hint)
        if steps % rows or (self.height is None and rows * rows != steps):
            raise ShapeError(
                "x",
                say("ToImage needs a square number of steps, such as 49 = 7·7.")
                if self.height is None
                else say("ToImage with {rows} rows needs a multiple of {rows} steps.", rows=rows),
                gets(x),
                say("Every row of the image takes the same number of steps."),
            )
        return TensorSpec(Kind.IMAGE, (x.features, rows, steps // rows), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not Kind.SEQUENCE or not isinstance(x.length, int):
            return []
        near = [rows for rows in range(self._rows(x.length), 0, -1) if x.length % rows == 0]
        return [change("height", None), *(change("height", rows) for rows in near[:1])]

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.rearranging.ToImage", (self._rows(x.length),))
