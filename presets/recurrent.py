"""Networks with a memory: Elman, Jordan, LSTM and its kin, GRU, both directions, many layers."""

from __future__ import annotations

from dataclasses import replace

from graphs.message import mark
from graphs.network import Network, Outlet, Scan
from graphs.project import Project
from graphs.recipe import Adam
from graphs.starts import Start
from presets.finishing import classes, data, numbers, tagged, trained
from presets.gates import DRAWN, KEEPS
from presets.registry import RECURRENT, Preset, PresetInfo, Size, preset

VIEWS = ("curves", "gradients", "gates")


def _series(net: Network, length: int, features: int) -> Outlet:
    """Give the network the sizes of a series and place the Input: (T, F)."""
    net.parameters |= {"features": features, "length": length}
    return net.add("Input", name="sequence", field="sequence", shape=["=length", "=features"], kind="sequence")


@preset(
    PresetInfo(
        name="elman", title=mark("RNN (Elman network)"), chinese="循环神经网络（Elman 网络）", family=RECURRENT,
        year=1990,
        source="J. Elman, Finding Structure in Time, Cognitive Science 14, 1990, figure 2",
        summary=mark(
            "A network that reads a series step by step and hands its hidden layer on to the next step: "
            "h = tanh(W x + U h + b). The same weights at every step. Here it foretells the next value of a noisy sine "
            "wave. In full size the same as one fused layer, which the program runs faster."
        ),
        look_for=mark(
            "Open the cell and pull the unroll slider: one copy for each step. On the wires the gradient fades towards "
            "the first steps. Try it: take the Tanh out. Does it still learn, and does it still stay finite?"
        ),
        textbook=("A61",), views=VIEWS,
        reached=mark(
            "Mean absolute error 0.020, 0.029 and 0.027 on the test part (seeds 0, 1 and 2): 0.10, 0.15 and 0.14 of "
            "what saying the last value again costs."
        ),
    )
)  # fmt: skip
def elman(size: Size) -> Project:
    """A drawn cell run over the steps; the fused layer in full size; the last state answers."""
    net = Network()
    x = _series(net, 25, 1)
    if size == "full":
        steps = net.add("RNN", x, name="rnn", hidden_size=32)
    else:
        DRAWN["RNN"](net.define("ElmanCell", hidden=32))
        steps = net.add("ElmanCell", x, name="rnn", scan=Scan())
    y = net.add("Linear", net.add("LastStep", steps, name="last"), name="next", out_features=1)
    return trained(numbers(y, 1), data("sine"), Adam(learning_rate=0.005), epochs=15)


@preset(
    PresetInfo(
        name="jordan", title=mark("Jordan network"), chinese="Jordan 网络", family=RECURRENT, year=1986,
        source="M. Jordan, Serial Order: A Parallel Distributed Processing Approach, UCSD report 8604, 1986",
        summary=mark(
            "Like Elman's network, but what comes back is the answer, not the hidden layer: it remembers only what it "
            "said. One number has to carry everything."
        ),
        look_for=mark(
            "Compare its loss with the Elman network's on the same waves. Try it: let the answer have 8 numbers and "
            "read one of them: how much better does it get?"
        ),
        textbook=("A62",), views=("curves", "gradients"), sizes=("small",),
        reached=mark(
            "Mean absolute error 0.118, 0.117 and 0.117 on the test part (seeds 0, 1 and 2): 0.59 of what saying the "
            "last value again costs."
        ),
    )
)  # fmt: skip
def jordan(size: Size) -> Project:
    """A cell whose answer of one step arrives at the next; the last answer counts."""
    net = Network()
    x = _series(net, 25, 1)
    block = net.define("JordanStep", hidden=32)
    said = block.add("State", name="said", shape=[1])
    cell = block.add("JordanCell", block.add("Input", name="x"), said, name="cell", hidden_size="=hidden",
                     output_size=1)  # fmt: skip
    block.carry(cell, to=said)
    block.add("Output", cell, name="y")
    y = net.add("LastStep", net.add("JordanStep", x, name="jordan", scan=Scan()), name="last")
    return trained(numbers(y, 1), data("sine"), Adam(learning_rate=0.005), epochs=15)


@preset(
    PresetInfo(
        name="simple_rnn", title=mark("Two-layer RNN for a series"), chinese="两层 SimpleRNN 时间序列预测",
        family=RECURRENT, year=2015,
        source="F. Chollet et al., Keras, 2015: layers SimpleRNN, Dropout, Dense as in its guides for time series",
        summary=mark(
            "The network of many first courses: an RNN of 50 that gives every step, dropout of 0.2, a second RNN of 50 "
            "of which the last step counts, dropout, one number. 7,801 parameters here, 7,701 in Keras, which counts "
            "one bias where PyTorch has two."
        ),
        look_for=mark(
            "Training loss lies above validation loss: dropout is off when it is validated. Try it: set both dropouts "
            "to 0 and see which of the two curves moves."
        ),
        textbook=("A63",), views=VIEWS, sizes=("small",),
        reached=mark(
            "Mean absolute error 0.026 to 0.035 on the test part, 0.13 to 0.17 of that of saying the last value "
            "again (seeds 0 to 2)."
        ),
    )
)  # fmt: skip
def simple_rnn(size: Size) -> Project:
    """RNN 50, Dropout 0.2, RNN 50, Dropout 0.2, one linear unit."""
    net = Network()
    y = _series(net, 25, 1)
    for number in (1, 2):
        y = net.add("RNN", y, name=f"rnn{number}", hidden_size=50)
        y = net.add("LastStep", y, name="last") if number == 2 else y
        y = net.add("Dropout", y, name=f"dropout{number}", p=0.2)
    y = net.add("Linear", y, name="dense", out_features=1)
    return trained(numbers(y, 1), data("sine"), Adam(learning_rate=0.001), epochs=50)


SEPP = "S. Hochreiter and J. Schmidhuber, Long Short-Term Memory, Neural Computation 9, 1997"
GERS = "F. Gers, J. Schmidhuber and F. Cummins, Learning to Forget, Neural Computation 12, 2000"


def _remembering(name: str, title: str, chinese: str, year: int, source: str, textbook: str, kind: str,
                 summary: str, look_for: str, reached: str = "") -> Preset:  # fmt: skip
    """Declare a drawn cell that has to hold one bit for 50 steps; ``kind`` is the cell's name among the drawn ones."""
    fused = kind if kind in ("RNN", "LSTM", "GRU") else ""
    told = PresetInfo(
        name=name, title=title, chinese=chinese, family=RECURRENT, year=year, source=source, summary=summary,
        look_for=look_for, textbook=(textbook,), views=VIEWS, reached=reached,
        sizes=("small", "full") if fused else ("small",),
    )  # fmt: skip

    def draw(size: Size) -> Project:
        net = Network()
        net.parameters["classes"] = 2
        x = _series(net, 50, 2)
        if size == "full":
            steps = net.add(fused, x, name="memory", hidden_size=16)
            if fused == "LSTM":
                net.put_node(replace(net.node("memory"), start=Start(forget=KEEPS)))
        else:
            DRAWN[kind](net.define(f"Drawn{kind}", hidden=16))
            steps = net.add(f"Drawn{kind}", x, name="memory", scan=Scan())
        y = net.add("Linear", net.add("LastStep", steps, name="last"), name="answer", out_features="=classes")
        return trained(
            classes(y), data("bit_to_remember"), Adam(learning_rate=0.005 if kind == "RNN" else 0.01), epochs=12
        )

    return preset(told)(draw)


forgetful_rnn = _remembering(
    "forgetful_rnn", mark("An RNN that forgets"), "健忘的循环网络", 1994,
    "Y. Bengio, P. Simard and P. Frasconi, Learning Long-Term Dependencies with Gradient Descent is Difficult, IEEE "
    "Transactions on Neural Networks 5, 1994",
    "A61", "RNN",
    mark(
        "The first of 50 steps shows a bit, the last is asked for it. A plain RNN multiplies by the same matrix 50 "
        "times on the way back, so the gradient of the first step is nearly nothing, and it guesses."
    ),
    mark(
        "The gradient over the steps: large at the last, nearly nothing at the first. Try it: shorten the sequence to "
        "5 steps in the data, and it learns. Then open the LSTM on the same task."
    ),
    mark("Test accuracy 50, 51 and 49 % (seeds 0, 1 and 2), after 528 steps: a guess."),
)  # fmt: skip
lstm = _remembering(
    "lstm", "LSTM", "长短期记忆网络 LSTM", 1997, f"{SEPP}; with the forget gate of {GERS}", "A65", "LSTM",
    mark(
        "A memory with gates: the forget gate says what of the cell stays, the input gate what is written, the output "
        "gate what is shown. Along the cell only additions happen, so that the gradient passes 50 steps, if the forget "
        "gate starts open: its bias starts at 4, about log 50. Drawn from its gates; in full size the fused layer."
    ),
    mark(
        "Watch the forget gate: it stays near 1 and keeps the bit. Compare with the RNN that forgets, on the same "
        "data. Try it: start the bias of W_f at 0 in the inspector. Then even an LSTM forgets."
    ),
    mark("Test accuracy 100 % with each of the seeds 0, 1 and 2, after 528 steps."),
)  # fmt: skip
peephole_lstm = _remembering(
    "peephole_lstm", mark("LSTM with peepholes"), "窥视孔 LSTM", 2000,
    "F. Gers and J. Schmidhuber, Recurrent Nets that Time and Count, IJCNN 2000", "A66", "PeepholeLSTM",
    mark(
        "The gates of an LSTM see what is shown, not what is remembered. Peepholes let them look at the cell itself: "
        "forget and input gate at the old one, the output gate at the new."
    ),
    mark(
        "Open the cell and find the three new wires from the cell to the gates. Do they help with a single bit, or "
        "only when something has to be counted?"
    ),
    mark("Test accuracy 100 % with each of the seeds 0, 1 and 2, after 528 steps."),
)  # fmt: skip
coupled_lstm = _remembering(
    "coupled_lstm", mark("LSTM with coupled gates"), "耦合门 LSTM", 2015,
    "K. Greff, R. Srivastava, J. Koutník, B. Steunebrink and J. Schmidhuber, LSTM: A Search Space Odyssey, IEEE "
    "TNNLS 28, 2017, arXiv 1503.04069, variant CIFG", "A67", "CoupledLSTM",
    mark(
        "What is forgotten makes room for what is written: the input gate is one minus the forget gate. One gate "
        "fewer, a quarter of the parameters saved."
    ),
    mark("Compare parameters and accuracy with the LSTM's. Which of the two needs fewer steps to keep the bit?"),
    mark("Test accuracy 100 % with each of the seeds 0, 1 and 2, after 528 steps."),
)  # fmt: skip
gru = _remembering(
    "gru", "GRU", "门控循环单元 GRU", 2014,
    "K. Cho et al., Learning Phrase Representations using RNN Encoder-Decoder for Statistical Machine Translation, "
    "EMNLP 2014, arXiv 1406.1078, section 2.3", "A68", "GRU",
    mark(
        "Two gates and no cell of its own: the update gate mixes old state and new candidate, the reset gate says how "
        "much of the past the candidate sees. Three quarters of the LSTM's parameters. Drawn as textbooks write it; "
        "nn.GRU, the full size, applies the reset gate behind the product and turns z round: not the same numbers."
    ),
    mark(
        "Watch the update gate: near 0 the state stays as it is. Open the full size beside it. Try it: start the bias "
        "of W_z at 0 and count the steps until it has learned."
    ),
    mark("Test accuracy 100 % with each of the seeds 0, 1 and 2, after 528 steps."),
)  # fmt: skip


def _words(net: Network, length: int, vocabulary: int, count: int, width: int) -> Outlet:
    """Give the network the sizes of sentences, place the Input and look their words up: (T, width)."""
    net.parameters |= {"vocabulary": vocabulary, "length": length, "classes": count}
    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    return net.add("Embedding", tokens, name="words", num_embeddings="=vocabulary", embedding_dim=width)


def _tagger(name: str, title: str, chinese: str, year: int, source: str, textbook: tuple[str, ...], layer: str,
            both: bool, summary: str, look_for: str, reached: str = "") -> Preset:  # fmt: skip
    """Declare a network that gives every word of a sentence a tag."""
    told = PresetInfo(
        name=name, title=title, chinese=chinese, family=RECURRENT, year=year, source=source, summary=summary,
        look_for=look_for, textbook=textbook, views=VIEWS, sizes=("small",), reached=reached,
    )  # fmt: skip

    def draw(size: Size) -> Project:
        net = Network()
        y = net.add(layer, _words(net, 12, 43, 4, 16), name="reader", hidden_size=24, bidirectional=both)
        y = net.add("Linear", y, name="tag", out_features="=classes")
        return trained(tagged(y), data("tagged_sentences"), Adam(learning_rate=0.005), epochs=8)

    return preset(told)(draw)


SCHUSTER = (
    "M. Schuster and K. Paliwal, Bidirectional Recurrent Neural Networks, IEEE Transactions on Signal Processing 45"
)
birnn = _tagger(
    "birnn", mark("Bidirectional RNN"), "双向循环神经网络", 1997, f"{SCHUSTER}, 1997", ("A64",), "RNN", True,
    mark(
        "One RNN reads from left to right, another from right to left; at each word both are laid side by side. So the "
        "tag of a word can depend on what comes after it."
    ),
    mark("Try it: switch bidirectional off. Which tags go wrong, those at the beginning of a name or at its end?"),
    mark("Every word of the test part tagged rightly, with each of the seeds 0, 1 and 2."),
)  # fmt: skip
tagger = _tagger(
    "tagger", mark("Tagger for names (BiLSTM)"), "双向 LSTM 命名实体识别", 2015,
    "Z. Huang, W. Xu and K. Yu, Bidirectional LSTM-CRF Models for Sequence Tagging, arXiv 1508.01991 (without the CRF)",
    ("A69", "A78"), "LSTM", True,
    mark(
        "Every word gets a tag: person, place, company or none. Two LSTMs read the sentence from both ends, and a "
        "linear layer decides word by word: many to many."
    ),
    mark(
        "Look at the sentences it reads wrongly: names that are also words. Watch F1 beside the accuracy, since most "
        "words are no names at all."
    ),
    mark("Every word of the test part tagged rightly, with each of the seeds 0, 1 and 2."),
)  # fmt: skip


@preset(
    PresetInfo(
        name="stacked_rnn", title=mark("Deep RNN with shortcuts"), chinese="带残差的深层循环网络", family=RECURRENT,
        year=2016,
        source="Y. Wu et al., Google's Neural Machine Translation System, arXiv 1609.08144, section 3.1 (residual "
        "connections between recurrent layers); J. Ba, J. Kiros and G. Hinton, Layer Normalization, arXiv 1607.06450",
        summary=mark(
            "Recurrent layers on top of each other: deep in space as well as in time. From the third layer on such "
            "stacks learn badly; a shortcut around each layer, a layer normalisation and dropout help."
        ),
        look_for=mark(
            "The gradient at the lowest layer. Try it: cut the shortcut in the block and compare, then repeat the "
            "block eight times with and without it."
        ),
        textbook=("A70", "A71"), views=VIEWS, sizes=("small",),
        reached=mark(
            "Mean absolute error 0.24, 0.24 and 0.23 on the test part (seeds 0, 1 and 2): 0.73, 0.52 and 0.61 of the "
            "error of saying the same hour of yesterday."
        ),
    )
)  # fmt: skip
def stacked_rnn(size: Size) -> Project:
    """Three blocks of a GRU with shortcut, layer normalisation and dropout; the last step answers."""
    net = Network()
    x = _series(net, 48, 3)
    block = net.define("RecurrentBlock", hidden=32)
    inside = block.add("Input", name="x")
    y = block.add("Dropout", block.add("GRU", inside, name="gru", hidden_size="=hidden"), name="dropout", p=0.1)
    block.add("Output", block.add("LayerNorm", block.add("Add", inside, y, name="add"), name="norm"), name="y")
    y = net.add("RecurrentBlock", net.add("Linear", x, name="widen", out_features=32), name="layers", repeat=3)
    y = net.add("Linear", net.add("LastStep", y, name="last"), name="ahead", out_features=6)
    return trained(numbers(y, 6), data("seasons"), Adam(learning_rate=0.003), epochs=10)


@preset(
    PresetInfo(
        name="forecaster", title=mark("Forecaster (LSTM)"), chinese="LSTM 时间序列预测", family=RECURRENT, year=2000,
        source="F. Gers, D. Eck and J. Schmidhuber, Applying LSTM to Time Series Predictable through Time-Window "
        "Approaches, ICANN 2001",
        summary=mark(
            "Two days of an hourly series with a rhythm of the day and the week, and the next 24 hours to foretell: "
            "temperature, sales, load. The LSTM reads hour by hour, and its last state answers for the whole day."
        ),
        look_for=mark(
            "The laziest forecast says: as yesterday at this hour. It is wrong by 0.33 on average here; how far below "
            "does the LSTM get? Try it: choose Market with regimes in the data, 30 steps, 1 ahead. There nothing can "
            "be foretold, and a model that seems to do well has seen the future."
        ),
        textbook=("A80",), views=(*VIEWS, "predictions"), sizes=("small",), reached=mark(
            "Mean error 0.286, 0.322 and 0.287 on the test part (seeds 0, 1 and 2): 0.88, 0.70 and 0.77 of the error "
            "of saying the same hour of yesterday."
        ),
    )
)  # fmt: skip
def forecaster(size: Size) -> Project:
    """An LSTM over two days; its last state answers for the next."""
    net = Network()
    x = _series(net, 48, 3)
    y = net.add("LastStep", net.add("LSTM", x, name="lstm", hidden_size=32), name="last")
    y = net.add("Linear", net.add("Dropout", y, name="dropout", p=0.1), name="next", out_features=24)
    return trained(numbers(y, 24), data("seasons", ahead=24), Adam(learning_rate=0.005), epochs=20)
