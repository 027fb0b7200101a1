"""The metrics of rankings and of language: where the right item stands, and how well words are foreseen."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.loss import must_be_scores
from graphs.layers.sentences import SCALAR, get_both, gets, must_be_float, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.set_metrics."
_OWN = "graphs.modules.gathered_metrics."
_ITEMS = (
    Port("x", (Kind.FEATURES,), description="scores, one per item"),
    Port("target", (Kind.INDEX,), description="the item that was chosen"),
)
_FITS = (Port("x", (Kind.FEATURES,), description="how well the sample fits each mode"),)
_WORDS = (
    Port("x", (Kind.SEQUENCE, Kind.TOKENS), description="tokens, or scores for every token"),
    Port("target", (Kind.TOKENS,), description="the right tokens"),
)


class _Ranking(Layer):
    """What the metrics of a ranking share: a score for every item, and the right item."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_scores(self, x, target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_OWN + self.type_name())


class _FirstK(_Ranking):
    """What the metrics share that look at the head of a ranking only."""

    k: int = Field(10, ge=1, le=100_000, description="how many items are shown", face="k", rank=1)

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_OWN + self.type_name(), (), unless(k=(self.k, 10)))


class HitRate(_FirstK):
    """Count how often the right item is among those shown."""

    family = Family.METRIC
    inputs = _ITEMS
    chinese = "命中率"
    analogy = "A shop window with ten places: does the thing the customer came for lie in it?"
    advice = "The plainest score of a recommender with one right item."
    pitfall = "First and tenth place count alike; see the order with NDCG."
    keywords = ("recommendation", "recall at k", "hr", "推荐", "排序")
    formula = r"\frac{1}{N} \sum_n \left[ rank_n \le k \right]"
    source = "Deshpande & Karypis 2004"


class NormalizedDiscountedCumulativeGain(_FirstK):
    """Reward the right item the more, the higher it stands among those shown."""

    family = Family.METRIC
    inputs = _ITEMS
    chinese = "归一化折损累计增益"
    analogy = "Tips along a street: the first musician gets most, and each further one a little less."
    advice = "Use it for recommendation and search when the order of the list matters."
    pitfall = "Values for different k cannot be compared, nor those of lists with different numbers of items."
    keywords = ("ndcg", "recommendation", "ranking", "search", "推荐", "排序")
    formula = r"\frac{1}{N} \sum_n \frac{\left[ rank_n \le k \right]}{\log_2(1 + rank_n)}"
    source = "Järvelin & Kekäläinen 2002, with one relevant item"


class MeanReciprocalRank(_Ranking):
    """Average one divided by the place of the right item."""

    family = Family.METRIC
    inputs = _ITEMS
    chinese = "平均倒数排名"
    analogy = "Calling numbers until the right person answers: one call scores 1, two score a half."
    advice = "Use it where people take the first right answer, as in question answering."
    pitfall = "It hardly sees improvements further down: from place 50 to place 10 changes less than a tenth."
    keywords = ("mrr", "search", "question answering", "搜索", "问答")
    formula = r"\frac{1}{N} \sum_n \frac{1}{rank_n}"
    source = "Voorhees 1999, TREC-8 question answering"


class Coverage(Layer):
    """Measure which share of all items is ever recommended to anybody."""

    family = Family.METRIC
    inputs = (Port("x", (Kind.FEATURES,), description="scores, one per item"),)
    chinese = "覆盖率"
    analogy = "A library: which share of its books has ever lain on the table of recommendations?"
    advice = "Watch it beside HitRate, to see whether only best-sellers are shown."
    pitfall = "It grows with the number of people asked, so it belongs to a set and not to a batch."
    keywords = ("diversity", "long tail", "recommendation", "多样性", "长尾", "推荐")
    formula = r"\frac{1}{I}\; | top_k(x_1) \cup \dots \cup top_k(x_N) |"
    source = "Ge, Delgado-Battenfeld & Jannach 2010"

    k: int = Field(10, ge=1, le=100_000, description="how many items are shown", face="k", rank=1)

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be_features(self, x)
        return SCALAR

    def torch(self, x: TensorSpec) -> Call:
        return Call(_OWN + "Coverage", (), unless(k=(self.k, 10)))


class RetrievalAccuracy(Layer):
    """Count how often the right partner is the first that a search finds.

    Each ``a`` looks among every ``b`` of the set by cosine. Right is its own partner, and every other example with the
    same ``group``.
    """

    family = Family.METRIC
    inputs = (
        Port("a", (Kind.FEATURES,), description="what searches"),
        Port("b", (Kind.FEATURES,), description="what is to be found"),
        Port("group", (Kind.INDEX, Kind.TOKENS), optional=True, description="examples with the same are right too"),
    )
    chinese = "检索准确率"
    analogy = "A box of single gloves: you hold one up and count how often the first you take out is its pair."
    advice = "Watch it beside contrastive losses, whose size says little: pictures find their texts, views their twins."
    pitfall = "It falls with the number of examples searched, so a batch scores higher than a whole set."
    keywords = ("retrieval", "recall at 1", "clip", "simclr", "nearest neighbour", "检索", "最近邻", "对比学习")
    formula = (
        r"\frac{1}{N} \sum_i \left[ \left|\{ j \notin G_i : \cos(a_i, b_j) \ge"
        r" \max_{p \in G_i} \cos(a_i, b_p) \}\right| < k \right]"
    )
    source = "Recall at k between two modalities: Frome et al. 2013; Radford et al. 2021, section 3.1"

    k: int = Field(1, ge=1, le=100_000, description="how many finds are looked at", face="k", rank=1)

    def output(self, a: TensorSpec, b: TensorSpec, group: TensorSpec | None = None) -> TensorSpec:
        _must_be_features(self, a, "a")
        _must_be_features(self, b, "b")
        if a.dims != b.dims:
            hint = say("Bring both to the same number of features with Linear.")
            expected = say("{type} compares vectors of one size.", type=self.type_name())
            raise ShapeError("b", expected, get_both(a, b), hint)
        return SCALAR

    def torch(self, a: TensorSpec, b: TensorSpec, group: TensorSpec | None = None) -> Call:
        return Call(_OWN + "RetrievalAccuracy", (), unless(k=(self.k, 1)))


class ModeCoverage(Layer):
    """Measure which share of the modes of the data a generator reaches."""

    family = Family.METRIC
    inputs = _FITS
    chinese = "模式覆盖率"
    analogy = "A cook with ten recipes in the book: how many of them does he ever serve?"
    advice = "Behind a classifier that looks at generated samples; it shows when a GAN makes only a few kinds."
    pitfall = "A mode counts as reached by poor samples too: it says nothing of their quality."
    keywords = ("mode collapse", "gan", "diversity", "模式崩溃", "多样性")
    formula = r"\frac{1}{K} \sum_k \left[ \frac{n_k}{N} \ge share \right]"
    source = "Metz et al. 2017, section 3.3"

    share: float = Field(0.01, ge=0, le=1, description="share of the samples from which on a mode counts as reached")

    def output(self, x: TensorSpec) -> TensorSpec:
        _must_be_features(self, x)
        return SCALAR

    def torch(self, x: TensorSpec) -> Call:
        return Call(_OWN + "ModeCoverage", (), unless(share=(self.share, 0.01)))


class Perplexity(Layer):
    """Measure among how many words a language model hesitates on average."""

    family = Family.METRIC
    inputs = (
        Port("x", (Kind.SEQUENCE,), description="scores for every token"),
        Port("target", (Kind.TOKENS,), description="the right tokens"),
    )
    chinese = "困惑度"
    analogy = "A die with that many sides: the model guesses the next word as well as somebody rolling it."
    advice = "The usual score of language models; compare only models with the same vocabulary."
    pitfall = "It is e to the mean loss: padding that counts makes it look far too good."
    keywords = ("language model", "cross-entropy", "gpt", "语言模型")
    formula = r"e^{-\frac{1}{N} \sum_n \ln p(t_n)}"
    source = "Jelinek et al. 1977; torchmetrics: Perplexity"

    ignore_index: int = Field(-100, ge=-1000, le=1_000_000, description="target that does not count, such as padding")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        _must_be_sentences(self, x, target)
        if x.kind is not Kind.SEQUENCE:
            hint = say("Wire what the last Linear gives, before any choice of a word.")
            raise ShapeError("x", say("Perplexity needs scores for every token."), gets(x), hint)
        if x.dims[0] != target.dims[0]:
            hint = say("Shift one of them by ShiftRight or Slice so that every step foresees one token.")
            raise ShapeError("target", say("Perplexity needs one token for every step."), get_both(x, target), hint)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "Perplexity", (), unless(ignore_index=(self.ignore_index, -100)))


class _OfSentences(Layer):
    """What the metrics of whole sentences share."""

    padding: int = Field(0, ge=-1, le=1_000_000, description="the token that is no word; -1 for none", face="padding")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        _must_be_sentences(self, x, target)
        return SCALAR


class WordErrorRate(_OfSentences):
    """Count the corrections a sentence needs, in relation to its length."""

    family = Family.METRIC
    inputs = _WORDS
    chinese = "词错误率"
    analogy = "A teacher's red pencil: strokes for every word missing, wrong or too many."
    advice = "The score of speech recognition; with tokens for sounds it is the phoneme error rate."
    pitfall = "It can be above 1 when too many words are heard; read CTC outputs with merge on."
    keywords = ("wer", "speech", "edit distance", "phoneme", "ctc", "语音识别", "编辑距离", "音素")
    formula = r"\frac{S + D + I}{N}"
    source = "Levenshtein 1966; torchmetrics: WordErrorRate"

    merge: bool = Field(
        False, description="read as CTC does: equal neighbours count once, padding is the blank", face="ctc"
    )

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(padding=(self.padding, 0), merge=(self.merge, False))
        return Call(_MODULES + "WordErrorRate", (), given)


class ExactMatch(_OfSentences):
    """Count which share of the sentences is right in every word."""

    family = Family.METRIC
    inputs = _WORDS
    chinese = "完全匹配率"
    analogy = "A telephone number: one wrong digit, and somebody else answers."
    advice = "Watch it when a part that is right is worth nothing, as with dates, sums and commands."
    pitfall = "It stays at 0 for long while the words get better one by one; watch the loss beside it."
    keywords = ("exact match", "sequence accuracy", "whole sentence", "subset accuracy", "整句准确率", "序列准确率")
    formula = r"\frac{1}{N} \sum_n \left[ \hat{t}_{n,1 \dots T} = t_{n,1 \dots T} \right]"
    source = "torchmetrics: MulticlassExactMatch"

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        _must_be_sentences(self, x, target)
        if x.dims[0] != target.dims[0]:
            hint = say("Shift one of them by ShiftRight or Slice so that every step foresees one token.")
            raise ShapeError("target", say("ExactMatch compares word by word."), get_both(x, target), hint)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "ExactMatch", (), unless(padding=(self.padding, 0)))


class BLEUScore(_OfSentences):
    """Compare a translation with the right one by the runs of words they share."""

    family = Family.METRIC
    inputs = _WORDS
    chinese = "BLEU 分数"
    analogy = "Two puzzles of the same picture: how many pieces of one, two, three, four words fit both?"
    advice = "The customary score of translation and captions, counted over the whole set."
    pitfall = "A good sentence in other words scores low, and without one shared run of n words it is 0."
    keywords = ("translation", "caption", "n-gram", "机器翻译", "图像描述")
    formula = r"BP \cdot \exp\left( \frac{1}{n} \sum_{i=1}^{n} \ln p_i \right)"
    source = "Papineni et al. 2002, equation 2; torchmetrics: BLEUScore"

    n: int = Field(4, ge=1, le=4, description="the longest run of words that is compared", face="n", rank=1)

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "BLEUScore", (), unless(n=(self.n, 4), padding=(self.padding, 0)))


def _must_be_features(layer: Layer, x: TensorSpec, port: str = "x") -> None:
    """Ask for one number per item; raises `ShapeError`."""
    must_be_float(layer, port, x)
    if x.kind is not Kind.FEATURES:
        hint = say("Bring the network to one number per class first, for example with Flatten and Linear.")
        raise ShapeError(port, takes(layer, (Kind.FEATURES,)), gets(x), hint)


def _must_be_sentences(layer: Layer, x: TensorSpec, target: TensorSpec) -> None:
    """Ask for tokens, or scores of tokens, and right tokens; raises `ShapeError`."""
    if x.kind not in (Kind.SEQUENCE, Kind.TOKENS):
        hint = say("Wire tokens here, or the scores of the last Linear over the words.")
        raise ShapeError("x", takes(layer, (Kind.SEQUENCE, Kind.TOKENS)), gets(x), hint)
    if target.kind is not Kind.TOKENS:
        hint = say("Wire the tokens of the data here.")
        raise ShapeError("target", say("{type} compares with tokens.", type=layer.type_name()), gets(target), hint)
