"""Transformers that first learn from text alone: BERT fills gaps, ALBERT with one layer for all, T5 writes text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.optimizers import AdamW
from graphs.project import Project
from graphs.recipe import Adam
from graphs.schedules import Cosine
from graphs.starts import Start
from presets.finishing import data, trained, translated
from presets.placing import end, line, stand
from presets.registry import TRANSFORMERS, PresetInfo, Size, preset

VIEWS = ("curves", "attention", "embeddings", "gradients")
MASK, ORDINARY = 6, 7
"""The number of the word that stands for a hidden one, and that of the first word which is no sign."""


@dataclass(frozen=True)
class _Form:
    """The sizes of an encoder that is trained on pairs of sentences; ``narrow`` is how wide its words are."""

    depth: int
    width: int
    heads: int
    hidden: int
    narrow: int
    vocabulary: int
    places: int
    dropout: float


def _layer(net: Network, form: _Form, bend: dict[str, str]) -> None:
    """Define a layer of the encoder, normalised behind each sum, with the names of nn.TransformerEncoderLayer."""
    block = net.define("BertLayer", width=form.width, heads=form.heads, hidden=form.hidden, dropout=form.dropout)
    x = block.add("Input", name="x")
    padding = block.add("Input", name="padding", kind="mask")
    part = block.add("MultiheadAttention", x, name="self_attn", key_padding_mask=padding, num_heads="=heads",
                     dropout="=dropout")  # fmt: skip
    for number in (1, 2):
        part = block.add("Dropout", part, name=f"dropout{number}", p="=dropout")
        x = block.add("LayerNorm", block.add("Add", x, part, name=f"add{number}"), name=f"norm{number}", eps=1e-12)
        if number == 1:
            part = block.add(
                "GELU", block.add("Linear", x, name="linear1", out_features="=hidden"), name="gelu", **bend
            )
            part = block.add("Linear", part, name="linear2", out_features="=width")
    block.add("Output", x, name="y")


def _table(net: Network, x: Outlet, name: str, rows: int | str, width: int) -> Outlet:
    """Place a table of vectors that starts as BERT's weights do, with deviation 0.02."""
    y = net.add("Embedding", x, name=name, num_embeddings=rows, embedding_dim=width)
    net.put_node(replace(net.node(name), start=Start("normal", {"std": 0.02})))
    return y


def _encoder(form: _Form, bend: dict[str, str], *, shared: bool, asked: str) -> Network:
    """Draw an encoder with both tasks: hidden words, and whether two sentences are a right pair.

    ``shared`` uses one layer ``depth`` times over.
    """
    net = Network()
    net.parameters = {"length": 23, "vocabulary": form.vocabulary, "classes": 2}
    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    segments = net.add("Input", name="segments", field="segments", shape=["=length"], kind="tokens")
    label = net.add("Input", name="label", field="label", kind="index")
    _layer(net, form, bend)

    padding = net.add("PaddingMask", tokens, name="padding")
    hidden = net.add("MaskTokens", tokens, name="hide", num_embeddings="=vocabulary", p=0.15, mask_token=MASK,
                     first_ordinary=ORDINARY)  # fmt: skip
    words = _table(net, hidden["masked"], "words", "=vocabulary", form.narrow)
    sides = _table(net, segments, "sides", 2, form.narrow)
    x = net.add("Add", words, sides, name="words_and_sides")
    x = net.add("LearnedPosition", x, name="places", max_len=form.places)
    x = net.add("Dropout", net.add("LayerNorm", x, name="norm", eps=1e-12), name="dropout", p=form.dropout)
    if form.narrow != form.width:
        x = net.add("Linear", x, name="widen", out_features=form.width)
    first: Outlet | None = None
    for number in range(form.depth):
        more = {"share": first} if shared and first is not None else {}
        x = net.add("BertLayer", x, padding, name=f"layer{number}", width=form.width, heads=form.heads,
                    hidden=form.hidden, dropout=form.dropout, **more)  # fmt: skip
        first = first or x

    y = net.add("GELU", net.add("Linear", x, name="guess", out_features=form.narrow), name="guess_gelu", **bend)
    y = net.add("LayerNorm", y, name="guess_norm", eps=1e-12)
    scores = net.add("Linear", y, name="guess_words", weight=words["weight"], out_features="=vocabulary")
    pooled = net.add("Linear", net.add("FirstToken", x, name="first"), name="pooler", out_features=form.width)
    logits = net.add("Linear", net.add("Tanh", pooled, name="pooled"), name=asked, out_features="=classes")
    net.add("Output", scores, name="scores")
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", scores, hidden["target"], name="loss_words", ignore_index=-100)
    net.add("CrossEntropyLoss", logits, label, name="loss_pair")
    net.add("PixelAccuracy", scores, hidden["target"], name="words_right", ignore_index=-100)
    net.add("Accuracy", logits, label, name="pairs_right")
    for title, names in (
        (mark("Masked words"), ("guess", "guess_gelu", "guess_norm", "guess_words", "loss_words", "words_right")),
        (mark("Right pair"), ("first", "pooler", "pooled", asked, "loss_pair", "pairs_right")),
    ):
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    _in_rows(net, form.depth, asked)
    return net


IN_ONE_ROW = 6
"""So many layers stand in one row; twelve fold into two."""


def _in_rows(net: Network, depth: int, asked: str) -> None:
    """What goes in above, the layers in rows below, and behind them the two heads, one over the other."""
    places = line(net, ("tokens", "hide", "words"), 0.0, 0.0) | line(net, ("segments", "sides"), 1.0, 1.0)
    column = end(net, places, "words")
    more = ("widen",) if "widen" in net else ()
    places |= line(net, ("words_and_sides", "places", "norm", "dropout", *more), column, 0.5)
    row, behind = 2.5, 0.0
    for start in range(0, depth, IN_ONE_ROW):
        names = [f"layer{number}" for number in range(start, min(depth, start + IN_ONE_ROW))]
        places |= line(net, names, 1.0, row)
        behind, row = end(net, places, names[-1]) + 0.25, row + 2.0
    places["padding"] = (0.0, 2.67)
    places |= line(net, ("first", "pooler", "pooled", asked), behind, 2.5)
    places |= line(net, ("guess", "guess_gelu", "guess_norm", "guess_words"), behind, 5.5)
    places["label"] = (places[asked][0], 3.75)
    column = max(end(net, places, asked), end(net, places, "guess_words")) + 0.25
    ends = ("logits", "loss_pair", "pairs_right"), ("scores", "loss_words", "words_right")
    for first, head in zip((1.75, 4.75), ends, strict=True):
        places |= {name: (column, first + number) for number, name in enumerate(head)}
    stand(net, places)


SMALL = _Form(2, 64, 4, 128, 64, 67, 64, 0.0)


@preset(
    PresetInfo(
        name="bert", title="BERT", chinese="BERT（双向编码器）", family=TRANSFORMERS, year=2019,
        source="J. Devlin, M. Chang, K. Lee and K. Toutanova, BERT: Pre-training of Deep Bidirectional Transformers "
        "for Language Understanding, NAACL 2019, arXiv 1810.04805, sections 3 and 3.1, appendix A",
        summary=mark(
            "The encoder of the Transformer alone, which reads a text from both sides at once. Fifteen of a hundred "
            "words are chosen; of these eight in ten are hidden, one is replaced by another, one stays, and the "
            "network says what they were. From the sign [CLS] it says whether the second sentence followed the first. "
            "In full size BERT-base with both heads: 12 layers of width 768, 110,106,428 parameters."
        ),
        look_for=mark(
            "The masked words first come out as the most frequent one, then as words of the right kind, then as those "
            "the other sentence names. Look for a head that looks from one sentence into the other. Try it: set p of "
            "hide to 0.5. How much can be hidden before nothing can be guessed?"
        ),
        textbook=("A96",), views=VIEWS,
        reached=mark(
            "73 % of the pairs and 72 % of the masked words of the test right (seed 0), after 8 epochs: three pairs in"
            " four is what telling the two worlds of the tales apart gives."
        ),
    )
)  # fmt: skip
def bert(size: Size) -> Project:
    """BERT-base with 30,522 words and 512 places; two layers of width 64 in small size."""
    form = _Form(12, 768, 12, 3072, 768, 30_522, 512, 0.1) if size == "full" else SMALL
    net = _encoder(form, {}, shared=False, asked="follows")
    return _pretrained(net, size, "next")


@preset(
    PresetInfo(
        name="albert", title="ALBERT", chinese="ALBERT（跨层参数共享）", family=TRANSFORMERS, year=2020,
        source="Z. Lan et al., ALBERT: A Lite BERT for Self-supervised Learning of Language Representations, ICLR "
        "2020, arXiv 1909.11942, section 3.1 and table 1",
        summary=mark(
            "BERT made small in two ways: all layers are one and the same, used twelve times over, and words are "
            "narrow vectors of 128 that one matrix widens to 768. In full size ALBERT-base has 12 million parameters "
            "where BERT-base has 110 million, and computes as long. It is asked another question about the pair: "
            "are both sentences in the right order?"
        ),
        look_for=mark(
            "Compare it with BERT: the drawing is as deep, the parameters are a fraction, the multiply-adds are not. "
            "Click a layer to see whose weights it uses. Try it: give layer1 weights of its own. What does that cost, "
            "and what does it gain?"
        ),
        textbook=("A101",), views=VIEWS,
        reached=mark("99.8 % of the pairs and 67 % of the masked words of the test right (seed 0), after 8 epochs."),
    )
)  # fmt: skip
def albert(size: Size) -> Project:
    """ALBERT-base with 30,000 words; one layer of width 64, used twice, in small size."""
    form = _Form(12, 768, 12, 3072, 128, 30_000, 512, 0.1) if size == "full" else replace(SMALL, narrow=16)
    net = _encoder(form, {"approximate": "tanh"}, shared=True, asked="in_order")
    return _pretrained(net, size, "order")


def _pretrained(net: Network, size: Size, question: str) -> Project:
    asked = {"next": "does the second follow the first", "order": "are both in the right order"}[question]
    if size == "full":
        rule = AdamW(learning_rate=0.0001, weight_decay=0.01)
        return trained(net, data("tale_pairs", question=asked), rule, epochs=30)
    choice = data("tale_pairs", question=asked, samples=12_000)
    rule = AdamW(learning_rate=0.002, weight_decay=0.01)
    return trained(net, choice, rule, epochs=8, batch=64, schedule=Cosine(warmup=1.0))


def _t5_attention(block: Network, query: Outlet, seen: Outlet, name: str, **more: object) -> Outlet:
    """Queries, keys and values without a bias, products without 1/√d, one more matrix: Raffel et al. 2020, 2.1."""
    q = block.add("Linear", query, name=f"{name}_q", out_features="=inner", bias=False)
    k = block.add("Linear", seen, name=f"{name}_k", out_features="=inner", bias=False)
    v = block.add("Linear", seen, name=f"{name}_v", out_features="=inner", bias=False)
    looked = block.add("ScaledDotProductAttention", q, k, v, name=name, num_heads="=heads", scale=1.0, **more)
    return block.add("Linear", looked, name=f"{name}_o", out_features="=width", bias=False)


def _t5_add(block: Network, x: Outlet, part: Outlet, name: str) -> Outlet:
    return block.add("Add", x, block.add("Dropout", part, name=f"{name}_dropout", p="=dropout"), name=f"{name}_add")


def _parts_below_each_other(block: Network, *, decodes: bool) -> None:
    """Each part in rows of its own: what goes around it along the top, what it adds below."""
    places = {"x": (0.0, 0.0), "bias": (1.75, 4.0)}
    row = 0.0
    for name in ("own", "cross") if decodes else ("own",):
        keys = 1.0 if name == "own" else 0.25
        places |= line(block, (f"{name}_norm", f"{name}_q"), 1.0, row + 1.0)
        places |= {f"{name}_{letter}": (1.75, row + 1.0 + n) for n, letter in enumerate("kv", 1)}
        places |= line(block, (name, f"{name}_o", f"{name}_dropout"), 3.0, row + keys + 0.75)
        places[f"{name}_add"] = (end(block, places, f"{name}_dropout"), row)
        row += 5.75 if decodes and name == "own" else 5.0
    if decodes:
        places |= {"memory": (0.0, 8.5), "real": (1.75, 9.75)}
        row = 11.25
    else:
        places["real"] = (1.75, 5.0)
        row = 6.5
    places |= line(block, ("norm", "wi", "relu", "wide_dropout", "wo", "think_dropout"), 0.0, row + 1.0)
    column = end(block, places, "think_dropout")
    stand(block, places | {"think_add": (column, row), "y": (column + 1.0, row)})


def _t5_block(net: Network, name: str, form: dict[str, int | float], *, decodes: bool) -> None:
    """Define a layer that is normalised before each part: it looks at itself, at the source, and thinks."""
    block = net.define(name, **form)
    x = block.add("Input", name="x")
    bias = block.add("Input", name="bias", kind="tensor")
    real = block.add("Input", name="real", kind="mask")
    norm = block.add("RMSNorm", x, name="own_norm", eps=1e-6)
    mine = {"is_causal": True} if decodes else {"attn_mask": real}
    x = _t5_add(block, x, _t5_attention(block, norm, norm, "own", attn_bias=bias, **mine), "own")
    if decodes:
        memory = block.add("Input", name="memory")
        norm = block.add("RMSNorm", x, name="cross_norm", eps=1e-6)
        x = _t5_add(block, x, _t5_attention(block, norm, memory, "cross", attn_mask=real), "cross")
    wide = block.add("Linear", block.add("RMSNorm", x, name="norm", eps=1e-6), name="wi", out_features="=hidden",
                     bias=False)  # fmt: skip
    wide = block.add("Dropout", block.add("ReLU", wide, name="relu"), name="wide_dropout", p="=dropout")
    x = _t5_add(block, x, block.add("Linear", wide, name="wo", out_features="=width", bias=False), "think")
    block.add("Output", x, name="y")
    _parts_below_each_other(block, decodes=decodes)


def _laid_out(net: Network, depth: int) -> None:
    """The encoder in a row above, the decoder in a row below and to the right, as in the figure of 2017, turned."""
    reads = ("dropout_in", *(f"encoder{number}" for number in range(depth)), "encoder_norm", "memory")
    places = line(net, ("source", "shared"), 0.0, 1.0)
    below = end(net, places, "shared")
    places |= line(net, reads, below + 0.5, 1.0)
    places |= {"real": (below, 0.0), "encoder_bias": (below, 2.25)}
    writes = (*(f"decoder{number}" for number in range(depth)), "decoder_norm", "dropout_end", "scaled")
    before = line(net, ("decoder_input", "written", "dropout_out"))
    begin = end(net, places, "memory") - end(net, before, "dropout_out")
    places |= {name: (column + begin, row + 4.0) for name, (column, row) in before.items()}
    places["decoder_bias"] = (places["dropout_out"][0] - 0.4, 5.25)
    places |= line(net, (*writes, "scores_of_words"), end(net, places, "memory"), 4.0)
    column = end(net, places, "scores_of_words") + 0.25
    places |= {name: (column, 3.0 + row) for row, name in enumerate(("scores", "loss", "accuracy", "exact"))}
    stand(net, places | {"target": (column - 1.25, 5.5)})


@preset(
    PresetInfo(
        name="t5", title="T5", chinese="T5（文本到文本）", family=TRANSFORMERS, year=2020,
        source="C. Raffel et al., Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer, "
        "JMLR 21, 2020, arXiv 1910.10683, sections 2.1 and 2.4, appendix; sizes of T5-small",
        summary=mark(
            "Every task is text in, text out, and the first word of the text says which: reverse:, upper:, count:. An "
            "encoder and a decoder as in 2017, but normalised before each part by the root mean square, without any "
            "bias, and places are told by what two steps so far apart add to their score, learned once for all layers. "
            "In full size T5-small: 60,506,624 parameters."
        ),
        look_for=mark(
            "One network, three tasks: which does it learn first? In the decoder's cross attention “reverse:” runs "
            "backwards through the source, “upper:” forwards. Try it: bypass both bias nodes. Which of the three tasks "
            "still works when no step knows its place?"
        ),
        textbook=("A99",), views=("curves", "attention", "gradients"),
        reached=mark("99.0 % of the 1,500 test texts written without an error (seed 0), after 11 epochs."),
    )
)  # fmt: skip
def t5(size: Size) -> Project:
    """Six and six layers of width 512 in full size, two and two of width 64 in small."""
    full = size == "full"
    form: dict[str, int | float] = (
        {"width": 512, "inner": 512, "heads": 8, "hidden": 2048, "dropout": 0.1} if full
        else {"width": 64, "inner": 64, "heads": 4, "hidden": 128, "dropout": 0.0}
    )  # fmt: skip
    depth = 6 if full else 2
    net = Network()
    net.parameters = {"length": 7, "vocabulary": 32_128 if full else 32}
    source = net.add("Input", name="source", field="source", shape=["=length"], kind="tokens")
    told = net.add("Input", name="decoder_input", field="decoder_input", shape=[7], kind="tokens")
    _t5_block(net, "T5Encoder", form, decodes=False)
    _t5_block(net, "T5Decoder", form, decodes=True)
    sizes = {"num_embeddings": "=vocabulary", "embedding_dim": form["width"]}
    real = net.add("PaddingMask", source, name="real", marks="words")
    words = net.add("Embedding", source, name="shared", **sizes)
    bias = net.add("RelativePositionBias", words, name="encoder_bias", num_heads=form["heads"])
    x = net.add("Dropout", words, name="dropout_in", p=form["dropout"])
    for number in range(depth):
        x = net.add("T5Encoder", x, bias, real, name=f"encoder{number}", **form)
    x = net.add("Dropout", net.add("RMSNorm", x, name="encoder_norm", eps=1e-6), name="memory", p=form["dropout"])
    y = net.add("Embedding", told, name="written", share=words, **sizes)
    bias = net.add("RelativePositionBias", y, name="decoder_bias", num_heads=form["heads"], bidirectional=False)
    y = net.add("Dropout", y, name="dropout_out", p=form["dropout"])
    for number in range(depth):
        y = net.add("T5Decoder", y, bias, real, x, name=f"decoder{number}", **form)
    y = net.add("Dropout", net.add("RMSNorm", y, name="decoder_norm", eps=1e-6), name="dropout_end", p=form["dropout"])
    y = net.add("Scale", y, name="scaled", factor=float(form["width"]) ** -0.5)
    y = net.add("Linear", y, name="scores_of_words", weight=words["weight"], out_features="=vocabulary", bias=False)
    translated(y, 7)
    _laid_out(net, depth)
    if full:
        return trained(net, data("text_tasks"), Adam(learning_rate=0.001), epochs=28, batch=64)
    choice = data("text_tasks", samples=10_000)
    return trained(net, choice, Adam(learning_rate=0.002), epochs=11, batch=64, schedule=Cosine(warmup=1.0))
