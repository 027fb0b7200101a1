"""A sentence about a picture: a convolutional network sees, a recurrent one writes and looks while it writes."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Scan
from graphs.project import Project
from graphs.recipe import Adam
from graphs.schedules import Cosine
from presets.finishing import data, trained, translated
from presets.placing import line, stand
from presets.registry import RECURRENT, PresetInfo, Size, preset

START, LENGTH = 1, 12


def _writer(net: Network, width: int, words: int) -> None:
    """The decoder: what it wrote last and where it looks make the next state, state and look the next word."""
    block = net.define("Writer", vocabulary=20, width=width, words=words)
    teacher = block.add("Input", name="teacher")
    own = block.add("State", name="own", shape=[], initial="value", value=START)
    seen = block.add("Input", name="places")
    h = block.add("State", name="h", shape=["=width"], initial="given")
    c = block.add("State", name="c", shape=["=width"], initial="given")
    token = block.add("TeacherForcing", own, teacher, name="feedback", p=1.0)
    word = block.add("Embedding", token, name="words", num_embeddings="=vocabulary", embedding_dim="=words")
    looked = block.add("AdditiveAttention", h, seen, name="attention", hidden_size="=width")
    cell = block.add("LSTMCell", block.add("Concat", word, looked, name="both"), h, c, name="cell",
                     hidden_size="=width")  # fmt: skip
    block.carry(cell, to=h)
    block.carry(cell["c"], to=c)
    scores = block.add("Linear", block.add("Concat", cell, looked, name="with_look"), name="scores",
                       out_features="=vocabulary")  # fmt: skip
    block.carry(block.add("ArgMax", scores, name="best"), to=own)
    block.add("Output", scores, name="y")
    block.add("Output", looked["weights"], name="looked_at")
    # The way of a word along the top, the look at the picture that joins it twice below.
    stand(block, {"teacher": (0, 0), "own": (0, 1), "h": (2, 1.5), "places": (2, 2.5), "attention": (3, 2),
                  "looked_at": (4.25, 3.25), "c": (4.25, 1.75), "best": (8.25, 0), "y": (8.25, 1)}
          | line(block, ("feedback", "words"), 1.0, 0.5)
          | line(block, ("both", "cell", "with_look", "scores"), 4.25, 0.5))  # fmt: skip


@preset(
    PresetInfo(
        name="show_attend_tell", title=mark("Show, attend and tell"), chinese="看图说话（Show, Attend and Tell）",
        family=RECURRENT, year=2015,
        source="K. Xu, J. Ba, R. Kiros, K. Cho, A. Courville, R. Salakhutdinov, R. Zemel and Y. Bengio, Show, Attend "
        "and Tell: Neural Image Caption Generation with Visual Attention, ICML 2015, arXiv 1502.03044, section 3.1 and "
        "4.2 (soft attention)",
        summary=mark(
            "A convolutional network makes a picture into 8×8 places, each with a vector of what lies there. Before "
            "every word the decoder weighs the places by attention and reads their mean; an LSTM turns the last word "
            "and that look into the next one. Here it describes coloured shapes: “a red circle is above a blue "
            "square”. Against the paper it is small, each place also carries where it lies, words and look are read at "
            "the output without the extra layer, and there is neither gate nor penalty on the look."
        ),
        look_for=mark(
            "In Captions, the light jumps to the first shape for its colour, and to the other one after “is above”. "
            "At first it writes the same sentence under every picture. Try it: cut the wire of the look to the LSTM; "
            "which words can it still write?"
        ),
        textbook=("A91",), sizes=("small",), views=("curves", "captions", "attention", "gradients"),
        reached=mark("52 % of the captions of the test are true, 73 % of their words right (seed 0), after 9 epochs."),
    )
)  # fmt: skip
def show_attend_tell(size: Size) -> Project:
    """Three convolutions, 64 places that know where they are, an LSTM of 64 that looks before each word."""
    net = Network()
    net.parameters = {"vocabulary": 20}
    image = net.add("Input", name="image", field="image", shape=[3, 32, 32], kind="image")
    x = image
    for number, channels in enumerate((16, 32, 48), start=1):
        x = net.add("Conv2d", x, name=f"conv{number}", out_channels=channels, kernel_size=3, padding=1, bias=False)
        x = net.add("ReLU", net.add("BatchNorm2d", x, name=f"norm{number}"), name=f"relu{number}")
        if number < 3:
            x = net.add("MaxPool2d", x, name=f"pool{number}", kernel_size=2)
    places = net.add("LearnedPosition", net.add("ToSequence", x, name="places"), name="where", max_len=64)
    mean = net.add("GlobalAveragePool2d", x, name="mean")
    h = net.add("Tanh", net.add("Linear", mean, name="begin_h", out_features=64), name="first_h")
    c = net.add("Tanh", net.add("Linear", mean, name="begin_c", out_features=64), name="first_c")
    told = net.add("Input", name="decoder_input", field="decoder_input", shape=[LENGTH], kind="tokens")
    _writer(net, 64, 32)
    written = net.add("Writer", told, places, h, c, name="writer", scan=Scan(constant=("places",)),
                      vocabulary="=vocabulary")  # fmt: skip
    net.add("Output", written["looked_at"], name="looked_at")
    translated(written, LENGTH)
    # The eye above, the writer below: figure 1 of the paper in two rows.
    stand(net, line(net, ("image", "conv1", "norm1", "relu1", "pool1", "conv2", "norm2", "relu2", "pool2", "conv3",
                          "norm3", "relu3"))
          | line(net, ("mean",), 0.0, 2.5) | line(net, ("begin_h", "first_h"), 1.0, 2.0)
          | line(net, ("begin_c", "first_c"), 1.0, 3.0) | line(net, ("places", "where"), 1.0, 4.0)
          | {"decoder_input": (2.67, 5.25), "writer": (4.25, 2.25), "target": (4.25, 4.75), "scores": (5.75, 1.5),
             "looked_at": (5.75, 5.5), "loss": (5.75, 2.5), "accuracy": (5.75, 3.5), "exact": (5.75, 4.5)})  # fmt: skip
    choice = data("shape_captions", samples=4000)
    return trained(net, choice, Adam(learning_rate=0.004), epochs=9, batch=64, schedule=Cosine(warmup=0.5))
