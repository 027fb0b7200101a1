"""Layers that pick out some of the numbers, and layers that decide which."""

from __future__ import annotations

from itertools import accumulate

import pydantic

from graphs.fields import Field, Shape
from graphs.layer import Call, Family, In, Layer, Port, Proposal, ShapeError
from graphs.layers.axes import Mended, alike, chosen, place_of, together, usual
from graphs.layers.input_output import KindChoice
from graphs.layers.sentences import change, get_both, gets, must_be_batched, must_be_float, put, takes
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

_PARTS = tuple(Port(f"y{number}") for number in range(1, 5))


def _sized(layer: Mended, x: TensorSpec, place: int) -> int:
    """The size of an axis, which has to be a number; raises `ShapeError` for a symbol."""
    size = x.dims[place]
    if isinstance(size, int):
        return size
    hint = say("Only its source can fix the open size: give the Input numbers in its shape.")
    raise ShapeError("x", say("{type} needs to know the size of its axis.", type=layer.type_name()), gets(x), hint)


class Slice(Mended):
    """Cut a stretch out of an axis, or take every so many-th entry."""

    family = Family.SHAPE
    chinese = "切片"
    analogy = "Cutting the slices you want out of a loaf, and leaving the ends."
    advice = "Use it to take off a class token, to drop the last steps, or to look at some channels only."
    pitfall = "The stop itself is not included, as in Python; what is left out gets no gradient."
    keywords = ("cut", "range", "narrow", "index", "subset", "截取")
    formula = r"y_i = x_{a + s i},\quad a \le a + s i < b"
    source = "PyTorch: slicing of torch.Tensor"

    dim: int = Field(0, ge=-5, le=4, description="the axis to cut, the batch not counted", face="axis", rank=1)
    start: int = Field(
        0, ge=-65_536, le=65_536, description="first entry to keep; negative counts from the end", face="from", rank=3
    )
    stop: int | None = Field(
        None,
        ge=-65_536,
        le=65_536,
        description="first entry not to keep any more; empty keeps to the end",
        face="to",
        rank=2,
    )
    step: int = Field(1, ge=1, le=4096, description="keep one entry in so many")

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        size = _sized(self, x, place)
        kept = len(range(*slice(self.start, self.stop, self.step).indices(size)))
        if not kept:
            raise ShapeError(
                "x",
                say("Slice needs to keep at least one of the {n} entries.", n=size),
                say(
                    "From {start} to {stop} there is none.",
                    start=self.start,
                    stop="–" if self.stop is None else self.stop,
                ),
                say("Entries are counted from 0, and stop is not included."),
            )
        return alike(x, (*x.dims[:place], kept, *x.dims[place + 1 :]))

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("stop", None), change("start", 0), *self.other_axes(x)]

    def torch(self, x: TensorSpec) -> Call:
        place = place_of(self, x, self.dim) + 1
        return Call("graphs.modules.selecting.Slice", (place, self.start, self.stop, self.step))


class Select(Mended):
    """Take one entry of an axis; the axis itself goes."""

    family = Family.SHAPE
    chinese = "选取"
    analogy = "Pulling one card out of a deck by its number."
    advice = "Use it to read one step, one channel or one head."
    pitfall = "The result has one axis less; Slice with one entry keeps the axis."
    keywords = ("index", "pick", "entry", "索引", "取出")
    formula = r"y = x_k"
    source = "PyTorch: torch.select"

    dim: int = Field(0, ge=-5, le=4, description="the axis to pick from, the batch not counted", face="axis", rank=1)
    index: int = Field(
        0, ge=-65_536, le=65_536, description="which entry, from 0; negative counts from the end", face="entry", rank=2
    )
    kind: KindChoice = Field("auto", description="what the new axes mean; auto decides by how many there are")

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        size = _sized(self, x, place)
        if not -size <= self.index < size:
            raise ShapeError(
                "x",
                say("Select finds the entries 0 to {n} here.", n=size - 1),
                say("Its {parameter} is {value}.", parameter="index", value=self.index),
                say("Entries are counted from 0, and −1 is the last one."),
            )
        return chosen(self.kind, (*x.dims[:place], *x.dims[place + 1 :]), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("index", -1), change("kind", "auto"), *self.other_axes(x)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.select", (In("x"), place_of(self, x, self.dim) + 1, self.index))


class Split(Mended):
    """Cut a tensor into two, three or four parts along an axis."""

    family = Family.SHAPE
    outputs = _PARTS
    chinese = "拆分"
    analogy = "Cutting a cake: into equal pieces, or into pieces of the sizes that were ordered."
    advice = "Use it to compute several things with one Linear, such as the gates of an LSTM or mean and variance."
    pitfall = "Which part means what is settled by you alone: keep the order the same wherever weights are reused."
    keywords = ("chunk", "parts", "gates", "query key value", "分割", "切分")
    formula = r"[y_1; y_2; \dots] = x"
    source = "PyTorch: torch.split"

    parts: int = Field(2, ge=2, le=4, description="how many equal parts, when sizes is empty", face="parts", rank=2)
    sizes: Shape = Field((), description="the size of each part; empty makes equal parts")
    dim: int = Field(0, ge=-5, le=4, description="the axis to cut, the batch not counted", face="axis", rank=1)

    @pydantic.field_validator("sizes")
    @classmethod
    def _legal(cls, sizes: tuple[int, ...]) -> tuple[int, ...]:
        if sizes and (not 2 <= len(sizes) <= 4 or min(sizes) < 1):
            raise ValueError(
                say("Split has two to four sizes, each at least 1. It got ({sizes}).", sizes=", ".join(map(str, sizes)))
            )
        return sizes

    def _sizes(self, x: TensorSpec) -> tuple[int, ...]:
        size = _sized(self, x, place_of(self, x, self.dim))
        return self.sizes or (size // self.parts,) * self.parts

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        size, sizes = _sized(self, x, place), self._sizes(x)
        if sum(sizes) != size or not size:
            raise ShapeError(
                "x",
                say("Split into ({sizes}) needs {n} entries.", sizes=", ".join(map(str, sizes)), n=sum(sizes))
                if self.sizes
                else say("Split needs a size that divides by {parts}.", parts=self.parts),
                say("The axis has {n}.", n=size),
                say("The parts together are the whole: nothing is left over."),
            )
        return {
            port.name: alike(x, (*x.dims[:place], part, *x.dims[place + 1 :]))
            for port, part in zip(_PARTS, sizes, strict=False)
        }

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if not x.batched or not x.dims or not -len(x.dims) <= self.dim < len(x.dims):
            return list(self.other_axes(x))
        size, found = x.dims[self.dim], list(self.other_axes(x))
        starts = (0, *accumulate(self.sizes[:-1]))[-1] if self.sizes else 0
        if self.sizes and isinstance(size, int) and size > starts:
            found.append(change("sizes", (*self.sizes[:-1], size - starts)))
        elif isinstance(size, int) and size >= self.parts:
            even = size // self.parts
            found.append(change("sizes", (*(even,) * (self.parts - 1), size - even * (self.parts - 1))))
        return found

    def torch(self, x: TensorSpec) -> Call:
        sizes = self._sizes(x)
        paths = {port.name: (number,) for number, port in enumerate(_PARTS[: len(sizes)])}
        return Call("torch.split", (In("x"), list(sizes), place_of(self, x, self.dim) + 1), paths=paths)


class Gather(Mended):
    """Take those entries of an axis that an index names, another choice for every example."""

    family = Family.SHAPE
    inputs = (
        Port("x"),
        Port(
            "index",
            (Kind.INDEX, Kind.TOKENS, Kind.TENSOR),
            description="one entry, a row of entries, or as many axes as x",
        ),
    )
    chinese = "按索引取值"
    analogy = "A librarian fetches for each reader the shelf numbers on his own slip."
    advice = "Use it to read the score of the right class, or the steps where words were hidden."
    pitfall = "An index beyond the end stops the run, on a GPU with an error far away from this node."
    keywords = ("index", "lookup", "pick", "masked positions", "查表", "取元素")
    formula = r"y_k = x_{i_k}"
    source = "PyTorch: torch.gather"

    dim: int = Field(
        0, ge=-5, le=4, description="the axis the index counts along, without the batch", face="axis", rank=1
    )

    def shape(self, x: TensorSpec, index: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        place = place_of(self, x, self.dim)
        if index.dtype != "int64" or not index.batched:
            hint = say("An index is a whole number such as a label, or what ArgMax and TopK give.")
            raise ShapeError("index", say("Gather needs an index of whole numbers."), gets(index), hint)
        if len(index.dims) == len(x.dims):
            if any(one != two for axis, (one, two) in enumerate(zip(x.dims, index.dims, strict=True)) if axis != place):
                raise ShapeError(
                    "index",
                    say("Gather needs an index as large as x in every other axis."),
                    get_both(x, index),
                    say("A row of entries serves all other axes alike."),
                )
            return alike(x, index.dims)
        if len(index.dims) > 1:
            raise ShapeError(
                "index",
                say("Gather needs one entry, a row of entries, or an index with as many axes as x."),
                get_both(x, index),
                say("Which entries are meant cannot be told from these axes."),
            )
        return usual((*x.dims[:place], *index.dims, *x.dims[place + 1 :]), x.dtype)

    def torch(self, x: TensorSpec, index: TensorSpec) -> Call:
        place = place_of(self, x, self.dim) + 1
        if len(index.dims) == len(x.dims):
            return Call("torch.gather", (In("x"), place, In("index")))
        return Call("graphs.modules.selecting.TakeEntries", (place,))


class TopK(Mended):
    """Keep the largest few numbers of an axis, and tell where they were."""

    family = Family.SHAPE
    outputs = (Port("values"), Port("indices"))
    chinese = "前 K 大"
    analogy = "The winners' podium: the three best results, with their start numbers."
    advice = "Use it to choose experts, candidates or boxes, and for sparse activations."
    pitfall = "Places change in jumps from step to step: only the chosen values get gradients, the choice itself none."
    keywords = ("largest", "best", "candidates", "mixture of experts", "排序", "选优")
    formula = r"y_1 \ge y_2 \ge \dots \ge y_k"
    source = "Shazeer et al. 2017, Outrageously large neural networks, equation 5; PyTorch: torch.topk"

    k: int = Field(3, ge=1, le=65_536, description="how many to keep", face="k", rank=2)
    dim: int = Field(
        -1, ge=-5, le=4, description="the axis to choose along, the batch not counted", face="axis", rank=1
    )
    largest: bool = Field(True, description="keep the largest; off keeps the smallest")

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        place = place_of(self, x, self.dim)
        size = _sized(self, x, place)
        if size < self.k:
            raise ShapeError(
                "x",
                say("TopK needs an axis of at least {k} numbers.", k=self.k),
                say("The axis has {n}.", n=size),
                say("It cannot keep more than there are."),
            )
        dims: tuple[Dim, ...] = (*x.dims[:place], self.k, *x.dims[place + 1 :])
        return {"values": alike(x, dims), "indices": usual(dims, "int64")}

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        axis = x.dims[self.dim] if -len(x.dims) <= self.dim < len(x.dims) else 1
        return [change("k", axis if isinstance(axis, int) else 1), *self.other_axes(x)]

    def torch(self, x: TensorSpec) -> Call:
        smallest = {} if self.largest else {"largest": False}
        paths = {"values": (0,), "indices": (1,)}
        return Call("torch.topk", (In("x"), self.k, place_of(self, x, self.dim) + 1), smallest, paths=paths)


class ArgMax(Mended):
    """Say where the largest number of an axis stands."""

    family = Family.SHAPE
    chinese = "最大值索引"
    analogy = "The referee calls the start number of the winner, not the time."
    advice = "Use it at the end, to turn scores into the predicted class or the next word."
    pitfall = "A position has no slope: nothing before it can learn through it. For training keep the scores."
    keywords = ("prediction", "decide", "class", "greedy", "预测类别", "贪心")
    formula = r"y = \arg\max_i x_i"
    source = "PyTorch: torch.argmax"

    dim: int = Field(-1, ge=-5, le=4, description="the axis to search, the batch not counted", face="axis", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        place = place_of(self, x, self.dim)
        return usual((*x.dims[:place], *x.dims[place + 1 :]), "int64")

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.argmax", (In("x"), place_of(self, x, self.dim) + 1))


class OneHot(Mended):
    """Write a label as a row of zeros with a single one at its place."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.INDEX, Kind.TOKENS)),)
    chinese = "独热编码"
    analogy = "A row of light switches, one per class, of which exactly one is on."
    advice = "Use it to give a label to a network as numbers, as conditional GANs and VAEs do."
    pitfall = "A label that is not below num_classes stops the run; with many classes an Embedding is far cheaper."
    keywords = ("label", "condition", "categorical", "one-hot", "类别编码")
    formula = r"y_k = 1\ \text{if } k = x,\ \text{else } 0"
    source = "Mirza & Osindero 2014, Conditional generative adversarial nets, section 3.2; torch.nn.functional.one_hot"

    num_classes: int = Field(10, ge=2, le=1_000_000, description="how many classes there are", face="classes", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind not in (Kind.INDEX, Kind.TOKENS):
            hint = say("It needs names, not quantities: wire labels or tokens, or put ArgMax before it.")
            raise ShapeError("x", takes(self, (Kind.INDEX, Kind.TOKENS)), gets(x), hint)
        return usual((*x.dims, self.num_classes))

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.selecting.OneHot", (self.num_classes,))


class LastStep(Mended):
    """Keep the last step of a sequence."""

    family = Family.SHAPE
    inputs = (
        Port("x", (Kind.SEQUENCE,)),
        Port("lengths", (Kind.INDEX,), optional=True, description="how many steps of each example are real"),
    )
    pill = True
    chinese = "取末步"
    analogy = "Asking a reader what he thinks after the last page, not on every page."
    advice = "Put it after a recurrent layer when the whole sequence gets one answer."
    pitfall = "With padding behind short sequences, the last step is padding: wire their lengths."
    keywords = ("final", "many to one", "recurrent", "many-to-one", "最后时刻", "最后一步")
    formula = r"y = x_T"
    source = "Sutskever, Vinyals & Le 2014, Sequence to sequence learning, section 2"

    def shape(self, x: TensorSpec, lengths: TensorSpec | None = None) -> TensorSpec:
        if x.kind is not Kind.SEQUENCE:
            hint = say("Only steps in an order have a last one: wire a sequence here.")
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), hint)
        if lengths is not None and lengths.kind is not Kind.INDEX:
            hint = say("One whole number per example says how many steps are real.")
            raise ShapeError("lengths", takes(self, (Kind.INDEX,)), gets(lengths), hint)
        return TensorSpec(Kind.FEATURES, x.dims[1:], x.dtype)

    def torch(self, x: TensorSpec, lengths: TensorSpec | None = None) -> Call:
        if lengths is None:
            return Call("torch.select", (In("x"), 1, -1))
        return Call("graphs.modules.selecting.LastStep")


class FirstToken(Mended):
    """Keep the first step of a sequence, where a class token stands."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SEQUENCE,)),)
    pill = True
    chinese = "取首位标记"
    analogy = "The spokesman of a meeting, who listened to all and reports for all."
    advice = "Put it after a transformer whose first token gathers the answer, as in BERT and ViT."
    pitfall = "Without a class token in front it keeps an ordinary first word or patch, and ignores the rest."
    keywords = ("class token", "cls", "bert", "vit", "pooler", "分类标记")
    formula = r"y = x_1"
    source = "Devlin et al. 2019, BERT, section 3; Dosovitskiy et al. 2021, equation 4"

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.SEQUENCE:
            hint = say("Only steps in an order have a first one: ToSequence makes steps of an image.")
            fixes = (put("ToSequence", "x"),) if x.kind is Kind.IMAGE else ()
            raise ShapeError("x", takes(self, (Kind.SEQUENCE,)), gets(x), hint, fixes)
        return TensorSpec(Kind.FEATURES, x.dims[1:], x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.select", (In("x"), 1, 0))


def must_be_masked(layer: Layer, port: str, mask: TensorSpec, dims: tuple[Dim, ...]) -> None:
    """Ask for a mask that goes with these dimensions, axis by axis; raises `ShapeError`."""
    if mask.dtype != "bool":
        hint = say("A mask says yes or no at every place; numbers say how much.")
        raise ShapeError(port, say("{type} needs a mask here.", type=layer.type_name()), gets(mask), hint)
    if len(mask.dims) < len(dims) and mask.dims == dims[: len(mask.dims)]:
        missing = ("Unsqueeze", {"dim": -1})
        fix = Proposal(
            say("Add axes to the end of the mask ({n})", n=len(dims) - len(mask.dims)),
            insert=(missing,) * (len(dims) - len(mask.dims)),
            port=port,
        )
    elif len(mask.dims) == len(dims) and all(one in (1, two) for one, two in zip(mask.dims, dims, strict=True)):
        return
    else:
        fix = None
    raise ShapeError(
        port,
        say("{type} needs a mask with the sizes of x, or 1 where one answer serves all.", type=layer.type_name()),
        gets(mask),
        say("Unsqueeze gives it the axes it lacks.") if fix else say("Wire a mask that belongs to this tensor."),
        (fix,) if fix else (),
    )


class MaskedFill(Mended):
    """Write one number to every place that a mask marks."""

    family = Family.SHAPE
    inputs = (Port("x"), Port("mask", (Kind.MASK,), description="yes where the number is written"))
    chinese = "掩码填充"
    analogy = "Blacking out lines in a document before it is handed on."
    advice = "Use it before a softmax with a very low value, so that hidden places get no attention."
    pitfall = "If a mask marks a whole row before a softmax, the row becomes a uniform guess."
    keywords = ("hide", "attention mask", "padding mask", "causal", "遮盖", "注意力掩码")
    formula = r"y_i = v\ \text{if } m_i,\ \text{else } x_i"
    source = "Vaswani et al. 2017, Attention is all you need, section 3.2.3; PyTorch: torch.Tensor.masked_fill"

    value: float = Field(
        -1e9, ge=-3e38, le=3e38, description="the number written where the mask says yes", face="value", rank=1
    )

    def shape(self, x: TensorSpec, mask: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        must_be_masked(self, "mask", mask, x.dims)
        return x

    def torch(self, x: TensorSpec, mask: TensorSpec) -> Call:
        return Call("torch.masked_fill", (In("x"), In("mask"), self.value))


class Where(Mended):
    """Take the first tensor where a mask says yes, and the second where it says no."""

    family = Family.SHAPE
    inputs = (Port("condition", (Kind.MASK,), description="yes takes a, no takes b"), Port("a"), Port("b"))
    pill = True
    chinese = "条件选择"
    analogy = "A stencil: through its holes you see the new colour, elsewhere the old wall."
    advice = "Use it to replace hidden patches by a learned one, or to keep old states where a sequence has ended."
    pitfall = "Both sides are computed; a number that is not a number on the unused side still spoils the gradient."
    keywords = ("choose", "condition", "if else", "select", "条件")
    formula = r"y_i = a_i\ \text{if } m_i,\ \text{else } b_i"
    source = "PyTorch: torch.where"

    def shape(self, condition: TensorSpec, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        must_be_batched(self, "a", a)
        must_be_batched(self, "b", b)
        sizes = [together(pair) for pair in zip(a.dims, b.dims, strict=False)]
        if len(a.dims) != len(b.dims) or None in sizes or a.dtype != b.dtype:
            raise ShapeError(
                "b",
                say("Where needs two tensors of the same shape and number type to choose from."),
                get_both(a, b),
                say("Which of them is right depends on what you mean: no single layer does it."),
            )
        dims = tuple(size for size in sizes if size is not None)
        must_be_masked(self, "condition", condition, dims)
        return alike(a, dims)

    def torch(self, condition: TensorSpec, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.where", (In("condition"), In("a"), In("b")))
