"""A sequence becomes another: encoder and decoder, first over one vector, then with attention of four kinds."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Outlet, Scan
from graphs.project import Project
from graphs.recipe import Adam
from graphs.schedules import Cosine
from presets.finishing import data, trained, translated
from presets.placing import end, line, stand
from presets.registry import RECURRENT, Preset, PresetInfo, Size, preset

START, WIDTH = 1, 64
DATES = {"seq2seq": 6000, "local_attention": 6000}
EPOCHS = {"seq2seq": 16, "bahdanau": 25, "luong": 16, "local_attention": 12}
"""How many dates there are, 2,000 where nothing is said, and how often each is shown: the shorter the way from a word
to what it is read from, the sooner it is found.
"""
LOOKS = ("AdditiveAttention", "MultiplicativeAttention", "LocalAttention")


def _sentences(net: Network, source: int, target: int, vocabulary: int) -> tuple[Outlet, Outlet]:
    """Give the network its sizes and place both Inputs: the source (T,), and the target one step later (U,)."""
    net.parameters |= {"length": source, "vocabulary": vocabulary}
    read = net.add("Input", name="source", field="source", shape=["=length"], kind="tokens")
    told = net.add("Input", name="decoder_input", field="decoder_input", shape=[target], kind="tokens")
    return read, told


def _feedback(block: Network) -> tuple[Outlet, Outlet]:
    """Place what the decoder wrote last, or should have written, as a vector; return that and the State behind it."""
    teacher = block.add("Input", name="teacher")
    own = block.add("State", name="own", shape=[], initial="value", value=START)
    token = block.add("TeacherForcing", own, teacher, name="feedback", p=1.0)
    words = block.add("Embedding", token, name="words", num_embeddings="=vocabulary", embedding_dim="=width")
    return words, own


def _answer(block: Network, features: Outlet, own: Outlet) -> None:
    """Place the scores of all words, choose the best and hand it on to the next step."""
    scores = block.add("Linear", features, name="scores", out_features="=vocabulary")
    best = block.add("ArgMax", scores, name="best")
    block.carry(best, to=own)
    block.add("Output", scores, name="y")


def _plain_decoder(net: Network) -> None:
    """The decoder of seq2seq: everything it knows of the source is the state it starts with."""
    block = net.define("Decoder", vocabulary=44, width=WIDTH)
    words, own = _feedback(block)
    h = block.add("State", name="h", shape=["=width"], initial="given")
    c = block.add("State", name="c", shape=["=width"], initial="given")
    cell = block.add("LSTMCell", words, h, c, name="cell", hidden_size="=width")
    block.carry(cell, to=h)
    block.carry(cell["c"], to=c)
    _answer(block, cell, own)


def _decoder_at(block: Network) -> None:
    """The way of a word from left to right; below it the source, and the look at it that joins in."""
    places = {"teacher": (0, 0), "own": (0, 1)} | line(block, ("feedback", "words"), 1.0, 0.5)
    before = "with_context" in block  # the look comes before the cell: Bahdanau
    way = ("both", "cell", "with_context", "scores") if before else ("cell", "both", "mix", "mixed", "scores")
    places |= line(block, way, 4.25 if before else 3.0, 0.5)
    column = end(block, places, "scores")
    looks = 3.0 if before else 4.0
    places |= {"s": (1.0 if before else 2.0, 1.75), "seen": (looks - 1.0, 2.75), "real": (looks - 1.0, 3.75),
               "attention": (looks, 2.25), "alignment": (looks + 1.25, 3.25)}  # fmt: skip
    if not before:
        places["both"] = (places["both"][0] + 1.0, 0.5)
        places |= {name: (places[name][0] + 1.0, places[name][1]) for name in ("mix", "mixed", "scores")}
        column += 1.0
    stand(block, places | {"best": (column, 0), "y": (column, 1)})


def _looking_decoder(net: Network, kind: str) -> None:
    """A decoder that looks at all steps of the source before each word: Bahdanau before its cell, Luong behind it."""
    block = net.define("Decoder", vocabulary=44, width=WIDTH)
    words, own = _feedback(block)
    seen = block.add("Input", name="seen")
    real = block.add("Input", name="real", kind="mask")
    s = block.add("State", name="s", shape=["=width"], initial="given")
    if kind == "AdditiveAttention":
        looked = block.add(kind, s, seen, name="attention", mask=real, hidden_size="=width")
        cell = block.add("GRUCell", block.add("Concat", words, looked, name="both"), s, name="cell",
                         hidden_size="=width")  # fmt: skip
        features = block.add("Concat", cell, looked, name="with_context")
    else:
        cell = block.add("GRUCell", words, s, name="cell", hidden_size="=width")
        more = {"window": 10} if kind == "LocalAttention" else {}
        looked = block.add(kind, cell, seen, name="attention", mask=real, **more)
        joined = block.add("Concat", looked, cell, name="both")
        features = block.add("Tanh", block.add("Linear", joined, name="mix", out_features="=width"), name="mixed")
    block.carry(cell, to=s)
    _answer(block, features, own)
    block.add("Output", looked["weights"], name="alignment")
    _decoder_at(block)


def _laid_out(net: Network) -> None:
    """The encoder on the left, the decoder right of it, what it writes and what that costs behind it."""
    places = {
        "source": (0, 1), "words": (1, 0.5), "lengths": (1, 1.67), "encoder": (2, 0.75), "real": (2, 2.17),
        "decoder_input": (2, 3), "decoder": (3.25, 1), "target": (3.25, 3), "scores": (4.75, 0),
        "loss": (4.75, 1), "accuracy": (4.75, 2), "exact": (4.75, 3), "alignment": (4.75, 4),
    }  # fmt: skip
    stand(net, {name: place for name, place in places.items() if name in net})


def _declared(name: str, title: str, chinese: str, year: int, source: str, textbook: str, kind: str, summary: str,
              look_for: str, reached: str = "") -> Preset:  # fmt: skip
    """Declare an encoder with one of the decoders; they all learn to write dates in one form."""
    told = PresetInfo(
        name=name, title=title, chinese=chinese, family=RECURRENT, year=year, source=source, summary=summary,
        look_for=look_for, textbook=(textbook,), reached=reached, sizes=("small",),
        views=("curves", "attention", "gradients") if kind else ("curves", "gradients"),
    )  # fmt: skip

    def draw(size: Size) -> Project:
        net = Network()
        source_tokens, told_tokens = _sentences(net, 18, 11, 44)
        words = net.add("Embedding", source_tokens, name="words", num_embeddings="=vocabulary", embedding_dim=WIDTH)
        lengths = net.add("SequenceLength", source_tokens, name="lengths")
        if not kind:
            _plain_decoder(net)
            read = net.add("LSTM", words, name="encoder", hidden_size=WIDTH, lengths=lengths)
            written = net.add("Decoder", told_tokens, read["h"], read["c"], name="decoder", scan=Scan(),
                              vocabulary="=vocabulary")  # fmt: skip
        else:
            _looking_decoder(net, kind)
            read = net.add("GRU", words, name="encoder", hidden_size=WIDTH // 2, lengths=lengths, bidirectional=True)
            real = net.add("PaddingMask", source_tokens, name="real", marks="words")
            written = net.add("Decoder", told_tokens, read, real, read["h"], name="decoder",
                              scan=Scan(constant=("seen", "real")), vocabulary="=vocabulary")  # fmt: skip
            net.add("Output", written["alignment"], name="alignment")
        translated(written, 11)
        _laid_out(net)
        choice = data("dates", samples=DATES[name]) if name in DATES else data("dates")
        slower = None if name == "bahdanau" else Cosine(end=0.05)
        return trained(net, choice, Adam(learning_rate=0.005), epochs=EPOCHS[name], batch=64, schedule=slower)

    return preset(told)(draw)


seq2seq = _declared(
    "seq2seq", mark("Sequence to sequence"), "编码器-解码器 Seq2Seq", 2014,
    "I. Sutskever, O. Vinyals and Q. Le, Sequence to Sequence Learning with Neural Networks, NIPS 2014, arXiv "
    "1409.3215", "A72", "",
    mark(
        "One LSTM reads, another writes; between them stands nothing but the state at the end of the source. While it "
        "learns, the decoder is fed the right words (teacher forcing); in use it reads what it wrote itself. It learns "
        "to write dates of many forms as year-month-day."
    ),
    mark(
        "Everything the decoder knows passes through one vector: which part of the date comes out wrong first? Then "
        "open the same task with attention."
    ),
    mark(
        "96.7 % of the 900 test dates without an error (seed 0), after 16 epochs of 4,200 dates; attention needs a "
        "third of them and reaches more."
    ),
)  # fmt: skip
bahdanau = _declared(
    "bahdanau", mark("Seq2Seq with additive attention"), "加性注意力 Seq2Seq（Bahdanau）", 2015,
    "D. Bahdanau, K. Cho and Y. Bengio, Neural Machine Translation by Jointly Learning to Align and Translate, ICLR "
    "2015, arXiv 1409.0473, section 3", "A73", "AdditiveAttention",
    mark(
        "Before each word the decoder asks every step of the source how well it fits, with a small network, and reads "
        "the weighed mean. The fixed vector between reading and writing is gone."
    ),
    mark(
        "The alignment: one row for each letter that is written, bright where it looked. The year is read where the "
        "year stands, wherever that is. Try it: write a date the other way round."
    ),
    mark(
        "Every one of the 300 test dates without an error, with each of the seeds 0, 1 and 2, after 550 steps."
    ),
)  # fmt: skip
luong = _declared(
    "luong", mark("Seq2Seq with multiplicative attention"), "乘性注意力 Seq2Seq（Luong）", 2015,
    "M. Luong, H. Pham and C. Manning, Effective Approaches to Attention-based Neural Machine Translation, EMNLP 2015, "
    "arXiv 1508.04025, equations 5 to 8", "A74", "MultiplicativeAttention",
    mark(
        "The score is a product with a matrix between, sᵀ W h, instead of a network: cheaper, and all at once. It asks "
        "with the new state, after the cell, and mixes what it saw into the answer."
    ),
    mark("Compare the alignment and the number of steps with the additive form: which needs fewer multiply-adds?"),
    mark("100, 98.7 and 99.3 % of the test dates without an error (seeds 0, 1 and 2), after 352 steps."),
)  # fmt: skip
local_attention = _declared(
    "local_attention", mark("Seq2Seq with local attention"), "局部注意力 Seq2Seq（Luong）", 2015,
    "M. Luong, H. Pham and C. Manning, EMNLP 2015, arXiv 1508.04025, section 3.2, equations 9 and 10", "A75",
    "LocalAttention",
    mark(
        "First the decoder guesses a place in the source, then it looks only at a few steps around it, weighed by a "
        "bell curve. For long texts that saves most of the work."
    ),
    mark(
        "In the alignment only a band is bright, and it jumps. Try it: make the window 1. What can it not find "
        "any more?"
    ),
    mark(
        "Every one of the 900 test dates without an error, with each of the seeds 0, 1 and 2, after 792 steps."
    ),
)  # fmt: skip
