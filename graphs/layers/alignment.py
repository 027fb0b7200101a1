"""Attention of one question, or a few, to the steps of a sequence: which of them matter now."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Port, ShapeError, Tally
from graphs.layers.sentences import change, get_both, gets, must_be_float, must_be_known, put, takes, unless
from graphs.layers.steps import Tried, must_be_features, must_be_sequence, must_mask, products
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_QUERY = Port(
    "query", (Kind.FEATURES, Kind.SEQUENCE), description="what is asked now: one vector, or one for each step"
)
_KEY = Port("key", (Kind.SEQUENCE,), description="the steps that are looked at")
_MASK = Port("mask", (Kind.MASK,), optional=True, description="yes for every step that is real")
_ASKED = (_QUERY, _KEY, _MASK)
_ANSWER = (
    Port("y", (Kind.FEATURES, Kind.SEQUENCE), description="the weighed sum of the steps"),
    Port("weights", (Kind.TENSOR,), description="how much each step counts"),
)
_ATTENTION = "graphs.modules.attention."
_BOTH = {"y": (0,), "weights": (1,)}
Score = Literal["general", "dot"]
"""How a query is compared with a key: through a learned matrix, or directly."""


class _Queried(Tried):
    """What these layers share: a query of one vector or several, the steps it looks at, a mask of the real ones."""

    def shape(
        self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec
    ) -> dict[str, TensorSpec]:
        if query.kind not in (Kind.FEATURES, Kind.SEQUENCE):
            must_be_features(self, "query", query)  # says what would mend it
        must_be_float(self, "query", query)
        must_be_known(self, "query", query, query.features)
        must_be_sequence(self, "key", key)
        must_mask(self, "mask", mask, key, (key.length,))
        asked = query.dims[:-1]
        return {
            "y": TensorSpec(query.kind, (*asked, key.features), key.dtype),
            "weights": TensorSpec(Kind.TENSOR, (*asked, key.length), key.dtype),
        }

    def must_be_comparable(self, query: TensorSpec, key: TensorSpec) -> None:
        """Refuse a direct product of vectors of different lengths; raises `ShapeError`."""
        if query.features != key.features:
            raise ShapeError(
                "query",
                say("{type} with dot multiplies vectors of the same length.", type=self.type_name()),
                get_both(query, key),
                say("With general a learned matrix stands between them."),
                (change("score", "general"), put("Linear", "query", out_features=key.features)),
            )


class AdditiveAttention(_Queried):
    """Let a small network judge how well the question fits each step, and give the weighed mean of the steps."""

    family = Family.ATTENTION
    inputs = _ASKED
    outputs = _ANSWER
    chinese = "加性注意力（Bahdanau）"
    analogy = "A translator who, before every word, glances back at the source and marks the words that matter now."
    advice = "Use it between decoder and encoder when their sizes differ and sentences are of moderate length."
    pitfall = "It runs a network for every pair of question and step: slower than a product, and larger in memory."
    keywords = ("bahdanau", "seq2seq", "alignment", "translation", "加性", "对齐", "机器翻译")
    formula = r"y = \sum_j \alpha_j k_j, \quad \alpha = \operatorname{softmax}_j\ v^{\top} \tanh(W q + U k_j)"
    source = "Bahdanau, Cho & Bengio 2015, Neural machine translation by jointly learning to align, appendix A.1.2"

    hidden_size: int = Field(
        64, ge=1, le=65_536, description="how many hidden numbers judge each pair", face="units", rank=1
    )

    def cost(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Cost:
        of_query, of_key, size = int(query.features), int(key.features), self.hidden_size
        asked = query.dims[:-1]
        return Cost(
            Tally(size * (of_query + of_key + 1), f"{size} × ({of_query} + {of_key} + 1)"),
            products(
                (*asked, of_query, size), (key.length, of_key, size), (*asked, key.length, size),
                (*asked, key.length, of_key),
            ),
        )  # fmt: skip

    def torch(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Call:
        sizes = (int(query.features), int(key.features), self.hidden_size)
        return Call(f"{_ATTENTION}AdditiveAttention", sizes, paths=_BOTH)


class _Multiplied(_Queried):
    """What the layers share that compare by a product."""

    score: Score = Field(
        "general", description="general compares through a learned matrix, dot directly", face="score", rank=1
    )

    def shape(
        self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec
    ) -> dict[str, TensorSpec]:
        says = super().shape(query, key, mask)
        if self.score == "dot":
            self.must_be_comparable(query, key)
        return says

    def cost(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec) -> Cost:
        of_query, of_key = int(query.features), int(key.features)
        asked = query.dims[:-1]
        looked = ((*asked, key.length, of_key),) * 2
        if self.score == "dot":
            return Cost(multiply_adds=products(*looked))
        return Cost(Tally(of_query * of_key, f"{of_query} × {of_key}"), products((*asked, of_query, of_key), *looked))


class MultiplicativeAttention(_Multiplied):
    """Multiply the question with each step, directly or through a matrix, and give the weighed mean of the steps."""

    family = Family.ATTENTION
    inputs = _ASKED
    outputs = _ANSWER
    chinese = "乘性注意力（Luong）"
    analogy = "Holding a key against each lock of a row: the better the teeth fit, the more that door opens."
    advice = "Use it in place of AdditiveAttention when speed matters; general lets question and steps differ in size."
    pitfall = "There is no division by √d: with large vectors nearly all weight falls on one step."
    keywords = ("luong", "general", "dot", "bilinear", "seq2seq", "乘性", "双线性", "机器翻译")
    formula = r"y = \sum_j \alpha_j k_j, \quad \alpha = \operatorname{softmax}_j\ q^{\top} W k_j"
    source = "Luong, Pham & Manning 2015, Effective approaches to attention-based translation, section 3.1"

    def torch(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Call:
        given = {} if self.score == "general" else {"general": False}
        sizes = (int(query.features), int(key.features))
        return Call(f"{_ATTENTION}MultiplicativeAttention", sizes, given, paths=_BOTH)


class LocalAttention(_Multiplied):
    """Look only at the steps around one place, which the question names itself or which moves along step by step."""

    family = Family.ATTENTION
    inputs = (
        *_ASKED,
        Port("position", (Kind.INDEX,), optional=True, description="place of a single question, when it is monotonic"),
    )
    outputs = _ANSWER
    chinese = "局部注意力"
    analogy = "A magnifying glass on a long letter: sharp in the middle, and nothing beyond its rim."
    advice = "Use it on long sequences where what matters lies close together: speech, handwriting, translation."
    pitfall = "When the place is wrong the right step is outside the window, and only the bell curve can pull it there."
    keywords = ("luong", "window", "monotonic", "alignment", "local-p", "local-m", "窗口", "局部")
    formula = (
        r"\alpha_j = \operatorname{softmax}_{|j - p| \le D}(q^{\top} W k_j)\; e^{-(j - p)^2 / (2 (D/2)^2)},"
        r" \quad p = T\, \sigma(v^{\top} \tanh(W_p q))"
    )
    source = "Luong, Pham & Manning 2015, Effective approaches to attention-based translation, equations 9 and 10"

    alignment: Literal["predictive", "monotonic"] = Field(
        "predictive", description="the place is learned from the question, or it is the number of the step"
    )
    window: int = Field(
        10, ge=1, le=65_536, description="how many steps to each side are seen", face="window", unit="steps", rank=2
    )

    def shape(
        self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec
    ) -> dict[str, TensorSpec]:
        says = super().shape(query, key, mask)
        position = more.get("position")
        if self.alignment == "monotonic" and query.kind is Kind.FEATURES and position is None:
            raise ShapeError(
                "position",
                say("Monotonic LocalAttention needs to know the place of a single question."),
                gets(query),
                say("Wire the number of the step, or let the place be learned."),
                (change("alignment", "predictive"),),
            )
        if position is not None and (self.alignment == "predictive" or query.kind is Kind.SEQUENCE):
            raise ShapeError(
                "position",
                say("LocalAttention finds the place by itself here."),
                gets(position),
                say("A position belongs to a single question with monotonic alignment."),
                (change("alignment", "monotonic"),) if query.kind is Kind.FEATURES else (),
            )
        if position is not None and position.kind is not Kind.INDEX:
            hint = say("A place is one whole number per example, counted from 0.")
            raise ShapeError("position", takes(self, (Kind.INDEX,)), gets(position), hint)
        return says

    def cost(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec) -> Cost:
        plain, size = super().cost(query, key, mask), int(query.features)
        if self.alignment == "monotonic":
            return plain
        learned, place = plain.parameters, products((*query.dims[:-1], size, size), (*query.dims[:-1], size))
        return Cost(
            Tally(learned.number + size * (size + 1), f"{learned.sum or 0} + {size} × ({size} + 1)"),
            Tally(plain.multiply_adds.number + place.number, f"{plain.multiply_adds.sum} + {place.sum}"),
        )

    def torch(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None, **more: TensorSpec) -> Call:
        given = unless(
            window=(self.window, 10), predictive=(self.alignment == "predictive", True),
            general=(self.score == "general", True),
        )  # fmt: skip
        sizes = (int(query.features), int(key.features))
        wired = {**({} if mask is None else {"mask": In("mask")}), **{port: In(port) for port in more}}
        return Call(f"{_ATTENTION}LocalAttention", sizes, given, (In("query"), In("key")), wired, _BOTH)


class HardAttention(_Multiplied):
    """Pick a single step instead of mixing them all, and learn as if they had been mixed.

    While training the step is drawn at random; in evaluation mode the likeliest is taken.
    """

    family = Family.ATTENTION
    inputs = _ASKED
    outputs = _ANSWER
    chinese = "硬注意力"
    analogy = "Opening one single drawer, after weighing all the labels on the outside."
    advice = "Use it where one thing has to be chosen: a pointer, a memory slot, a place to look at next."
    pitfall = "What is random jumps from run to run: begin with tau at 1 or above and lower it, not the other way."
    keywords = ("gumbel", "straight-through", "stochastic", "pointer", "discrete", "硬注意力", "直通估计", "采样")
    formula = r"y = k_{j^*}, \quad j^* = \arg\max_j\, (q^{\top} W k_j + g_j), \quad g_j \sim \mathrm{Gumbel}"
    source = "Xu et al. 2015, Show, attend and tell, section 4.1; Jang, Gu & Poole 2017 (straight-through Gumbel)"

    tau: float = Field(
        1.0, ge=0.05, le=100, description="temperature of the softmax that gives the gradient", face="tau", rank=2
    )

    def torch(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Call:
        given = unless(tau=(self.tau, 1.0), general=(self.score == "general", True))
        sizes = (int(query.features), int(key.features))
        return Call(f"{_ATTENTION}HardAttention", sizes, given, paths=_BOTH)


class TargetAttention(Tried):
    """Judge each step of a history by one candidate, and add the steps up by how much they say about it."""

    family = Family.ATTENTION
    inputs = (
        Port("query", (Kind.FEATURES,), description="the candidate, such as the advertisement that may be shown"),
        Port("key", (Kind.SEQUENCE,), description="the history, such as what was clicked before"),
        _MASK,
    )
    outputs = (
        Port("y", (Kind.FEATURES,), description="the history as this candidate sees it"),
        Port("weights", (Kind.TENSOR,), description="how much each step says; they need not add up to 1"),
    )
    chinese = "目标注意力（DIN）"
    analogy = "A shop assistant who, asked about boots, recalls which of your purchases had to do with walking."
    advice = "Use it in recommenders: one history per user, read anew for every candidate."
    pitfall = (
        "Its weights are no shares: a long history gives large sums. That is meant, but normalise what comes after."
    )
    keywords = ("din", "deep interest network", "recommender", "click", "activation unit", "推荐", "兴趣", "点击率")
    formula = r"y = \sum_j a(k_j, q)\, k_j, \quad a = \mathrm{MLP}([k_j;\ q;\ k_j - q;\ k_j \odot q])"
    source = "Zhou et al. 2018, Deep interest network for click-through rate prediction, equation 3"

    hidden_size: int = Field(
        36, ge=1, le=65_536, description="how many hidden numbers judge each step", face="units", rank=1
    )
    softmax: bool = Field(False, description="make the weights add up to one, which the paper does not")

    def shape(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> dict[str, TensorSpec]:
        size = must_be_features(self, "query", query)
        must_be_sequence(self, "key", key)
        if key.features != size:
            raise ShapeError(
                "query",
                say("TargetAttention subtracts the candidate from each step, so both have the same length."),
                get_both(query, key),
                say("Both are best read by one Embedding. A Linear brings the candidate to the length of a step."),
                (put("Linear", "query", out_features=key.features),),
            )
        must_mask(self, "mask", mask, key, (key.length,))
        return {"y": query, "weights": TensorSpec(Kind.TENSOR, (key.length,), key.dtype)}

    def cost(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Cost:
        size, hidden = int(key.features), self.hidden_size
        return Cost(
            Tally(hidden * (4 * size + 1) + 1 + hidden + 1, f"{hidden} × (4·{size} + 1) + 1 + {hidden} + 1"),
            products((key.length, 4, size, hidden), (key.length, hidden), (key.length, size)),
        )

    def torch(self, query: TensorSpec, key: TensorSpec, mask: TensorSpec | None = None) -> Call:
        given = unless(hidden_size=(self.hidden_size, 36), softmax=(self.softmax, False))
        return Call(f"{_ATTENTION}TargetAttention", (int(key.features),), given, paths=_BOTH)
