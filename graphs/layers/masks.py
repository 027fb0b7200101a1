"""Masks, yes or no for each place: from tokens, from lengths, from an order, from comparing; and their arithmetic."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Call, Family, In, Layer, Port, ShapeError
from graphs.layers.sentences import get_both, gets, must_be_batched, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.masks."
_TOKENS = (Port("x", (Kind.TOKENS,), description="the tokens, padded to one length"),)
_LIKE = Port("like", (Kind.SEQUENCE, Kind.TOKENS, Kind.POINTS), description="only how many steps it has counts")
_MASK = Port("x", (Kind.MASK,), description="yes or no for each place")
_TWO_MASKS = (
    Port("a", (Kind.MASK,), description="yes or no for each place"),
    Port("b", (Kind.MASK,), description="yes or no for the same places"),
)


def _must_be(layer: Layer, port: str, x: TensorSpec, *kinds: Kind) -> None:
    if x.kind not in kinds:
        hint = say("Masks come from PaddingMask, LengthMask, CausalMask and Compare.")
        other = say("Wire what the data brings along here.")
        raise ShapeError(port, takes(layer, kinds), gets(x), hint if Kind.MASK in kinds else other)


class PaddingMask(Layer):
    """Mark the places of a sentence that hold padding, or those that hold words."""

    family = Family.EMBEDDING
    inputs = _TOKENS
    pill = True
    chinese = "填充掩码"
    analogy = "A ruler laid on a form: it shows where the writing ends and the dotted line begins."
    advice = "Wire padding to key_padding_mask of MultiheadAttention, and words to masks of the other attentions."
    pitfall = "The two meanings are each other's opposite, and a wrong one is not refused: attention sees only padding."
    keywords = ("padding", "variable length", "attention mask", "key_padding_mask", "变长", "注意力掩码")
    formula = r"y_t = [\, x_t = p \,]"
    source = "Vaswani et al. 2017, section 3.2.3; PyTorch: key_padding_mask"

    padding_idx: int = Field(0, ge=-1, le=1_000_000, description="the token that is padding", face="padding", rank=1)
    marks: Literal["padding", "words"] = Field("padding", description="what the mask says yes to", face="yes for")

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be(self, "x", x, Kind.TOKENS)
        return TensorSpec.of(Kind.MASK, *x.dims)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.eq" if self.marks == "padding" else "torch.ne", (In("x"), self.padding_idx))


class SequenceLength(Layer):
    """Count how many tokens of each sentence are no padding."""

    family = Family.EMBEDDING
    inputs = _TOKENS
    pill = True
    chinese = "序列长度"
    analogy = "A counter at the door of a bus: seats do not count, passengers do."
    advice = "Wire it to lengths of RNN, LSTM and GRU, so that they stop at the last word, or to input_lengths of CTC."
    pitfall = "It counts tokens, wherever they stand: padding in the middle makes the last words vanish."
    keywords = ("lengths", "packed sequence", "variable length", "count", "变长", "有效长度")
    formula = r"y = \sum_t [\, x_t \ne p \,]"
    source = "PyTorch: torch.nn.utils.rnn.pack_padded_sequence, lengths"

    padding_idx: int = Field(0, ge=-1, le=1_000_000, description="the token that is padding", face="padding", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be(self, "x", x, Kind.TOKENS)
        return TensorSpec.of(Kind.INDEX)

    def torch(self, x: TensorSpec) -> Call:
        return Call(_MODULES + "SequenceLength", (), unless(padding_idx=(self.padding_idx, 0)))


class LengthMask(Layer):
    """Mark the first steps of each sequence, as many as its length says, or those behind them."""

    family = Family.EMBEDDING
    inputs = (Port("lengths", (Kind.INDEX,), description="how many steps of each example are real"), _LIKE)
    pill = True
    chinese = "长度掩码"
    analogy = "A conductor's nod: from here on this voice is silent, though the bars are still printed."
    advice = "Use it where the data brings lengths along: recordings, time series, sets of points."
    pitfall = "Steps count from the start; sequences padded at the front get exactly the wrong half."
    keywords = ("lengths", "padding", "variable length", "sequence mask", "变长", "序列掩码")
    formula = r"y_t = [\, t < n \,]"
    source = "Common usage; PyTorch: torch.arange"

    marks: Literal["real", "padding"] = Field("real", description="what the mask says yes to", face="yes for", rank=1)

    def output(self, lengths: TensorSpec, like: TensorSpec) -> TensorSpec:
        _must_be(self, "lengths", lengths, Kind.INDEX)
        _must_be(self, "like", like, Kind.SEQUENCE, Kind.TOKENS, Kind.POINTS)
        return TensorSpec.of(Kind.MASK, like.dims[0])

    def torch(self, lengths: TensorSpec, like: TensorSpec) -> Call:
        return Call(_MODULES + "LengthMask", (), unless(padding=(self.marks == "padding", False)))


class CausalMask(Layer):
    """Say for each step which steps it may look at: those up to itself, or those near it."""

    family = Family.EMBEDDING
    inputs = (_LIKE,)
    pill = True
    chinese = "因果掩码"
    analogy = "Reading with a card over the lines below: what comes later is covered."
    advice = "Wire it to attn_mask of ScaledDotProductAttention; with a window each step sees only its neighbours."
    pitfall = "It grows with the square of the length. MultiheadAttention has causal and window itself."
    keywords = ("triangular", "future", "decoder", "sliding window", "local attention", "下三角", "滑动窗口")
    formula = r"y_{ij} = [\, j \le i \,]\; \land\; [\, |i - j| \le w \,]"
    source = "Vaswani et al. 2017, section 3.2.3; window: Beltagy, Peters & Cohan 2020, section 3.1"

    causal: bool = Field(True, description="no step sees a later one", face="causal", rank=1)
    window: int | None = Field(
        None, ge=0, le=1_048_576, description="how many steps to each side are seen; empty is all", unit="steps"
    )

    def output(self, like: TensorSpec) -> TensorSpec:
        _must_be(self, "like", like, Kind.SEQUENCE, Kind.TOKENS, Kind.POINTS)
        return TensorSpec.of(Kind.MASK, like.dims[0], like.dims[0])

    def torch(self, like: TensorSpec) -> Call:
        return Call(_MODULES + "CausalMask", (), unless(causal=(self.causal, True), window=(self.window, None)))


class LogicalNot(Layer):
    """Turn every yes of a mask into a no, and every no into a yes."""

    family = Family.SHAPE
    inputs = (_MASK,)
    pill = True
    chinese = "取反"
    analogy = "A photographic negative: what was dark is light."
    advice = "Use it where one layer marks what counts and another what does not."
    pitfall = "Two in a row do nothing; when results are strange, count how often a mask was turned."
    keywords = ("invert", "negate", "mask", "not", "反转掩码", "非")
    formula = r"y = \lnot x"
    source = "PyTorch: torch.logical_not"

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be(self, "x", x, Kind.MASK)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.logical_not", (In("x"),))


class _Joining(Layer):
    """What the layers share that make one mask of two."""

    def output(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        _must_be(self, "a", a, Kind.MASK)
        _must_be(self, "b", b, Kind.MASK)
        if a.dims != b.dims:
            hint = say("A mask for steps and a mask for pairs of steps do not mix: wire each to a port of its own.")
            expected = say("{type} needs two masks for the same places.", type=self.type_name())
            raise ShapeError("b", expected, get_both(a, b), hint)
        return a

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        name = {"LogicalAnd": "logical_and", "LogicalOr": "logical_or"}[self.type_name()]
        return Call(f"torch.{name}", (In("a"), In("b")))


class LogicalAnd(_Joining):
    """Say yes where two masks both say yes."""

    family = Family.SHAPE
    inputs = _TWO_MASKS
    pill = True
    chinese = "逻辑与"
    analogy = "A safe with two keys: both have to turn."
    advice = "Use it to hide what either of two masks hides, where yes means that a place takes part."
    pitfall = "With masks that mean hidden it is the wrong one: there, what either hides is LogicalOr."
    keywords = ("mask", "both", "intersection", "合并掩码", "交集")
    formula = r"y = a \;\land\; b"
    source = "PyTorch: torch.logical_and"


class LogicalOr(_Joining):
    """Say yes where at least one of two masks says yes."""

    family = Family.SHAPE
    inputs = _TWO_MASKS
    pill = True
    chinese = "逻辑或"
    analogy = "A corridor lamp with two switches wired so that either one lights it."
    advice = "Use it to join two masks of padding, or two regions of a segmentation."
    pitfall = "It only ever adds places; where one mask says yes everywhere, the other is lost."
    keywords = ("mask", "either", "union", "合并掩码", "并集")
    formula = r"y = a \;\lor\; b"
    source = "PyTorch: torch.logical_or"


class Compare(Layer):
    """Ask of every number whether it is larger, smaller or equal, and give the answers as a mask."""

    family = Family.SHAPE
    inputs = (Port("a"), Port("b", optional=True, description="what each number is compared with; a fixed one without"))
    chinese = "比较"
    analogy = "A height bar at a fairground ride: taller than this, yes or no."
    advice = "It makes conditions for Where and masks for MaskedFill: pixels above a level, tokens of one kind."
    pitfall = "A yes or no has no slope: nothing before it learns through the mask itself."
    keywords = ("greater", "less", "equal", "condition", "threshold", "大于", "小于", "等于", "条件")
    formula = r"y_i = [\, a_i > b_i \,]"
    source = "PyTorch: torch.gt, torch.ge, torch.lt, torch.le, torch.eq, torch.ne"

    how: Literal["gt", "ge", "lt", "le", "eq", "ne"] = Field(
        "gt", description="gt: larger, ge: at least, lt: smaller, le: at most, eq: equal, ne: different", face="is",
        rank=2,
    )  # fmt: skip
    value: float = Field(0.0, ge=-1e9, le=1e9, description="what is compared with, unless b is wired", face="than")

    def output(self, a: TensorSpec, b: TensorSpec | None = None) -> TensorSpec:
        must_be_batched(self, "a", a)
        if a.dtype == "bool":
            hint = say("Masks are joined by LogicalAnd and LogicalOr.")
            raise ShapeError("a", say("Compare asks of numbers."), gets(a), hint)
        if b is not None and (b.dims != a.dims or not b.batched or b.dtype == "bool"):
            hint = say("Numbers are compared place by place.")
            raise ShapeError("b", say("Compare needs two tensors of the same shape."), get_both(a, b), hint)
        return TensorSpec.of(Kind.MASK, *a.dims)

    def torch(self, a: TensorSpec, b: TensorSpec | None = None) -> Call:
        return Call(f"torch.{self.how}", (In("a"), self.value if b is None else In("b")))
