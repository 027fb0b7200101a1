"""Speech: from sound to letters without anybody having said which moment belongs to which letter."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Outlet, Scan
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import data, trained
from presets.registry import RECURRENT, PresetInfo, Size, preset

BANDS = 26
"""How many bands of the mel scale the network hears, as many as Graves's filter bank had."""


def _heard(net: Network) -> Outlet:
    """A waveform as steps of 26 bands: short frames, their frequencies, bands as the ear hears them, logarithms."""
    signal = net.add("Input", name="signal", field="signal", shape=[1, "=length"], kind="signal")
    x = net.add("Spectrogram", signal, name="frames", n_fft=256, hop_length=64)
    x = net.add("MelFilterBank", x, name="bands", n_mels=BANDS, sample_rate=8000.0)
    x = net.add("Log", net.add("Shift", x, name="above_zero", amount=0.01), name="loudness")
    x = net.add("Squeeze", x, name="one_channel", dim=0)
    return net.add("Permute", x, name="steps", dims=[1, 0], kind="sequence")


def _peepholes(net: Network, x: Outlet, hidden: int) -> Outlet:
    """Two drawn readers whose cells look at themselves, one of them from the end: Graves et al. 2006, section 5.2."""
    block = net.define("Reader", hidden=hidden)
    h, c = (block.add("State", name=name, shape=["=hidden"]) for name in ("h", "c"))
    seen = block.add("Input", name="x")
    always = block.add("Constant", seen, name="always_on", shape=[1], value=1.0)  # the bias unit of the paper
    cell = block.add("PeepholeLSTMCell", block.add("Concat", seen, always, name="with_bias"), h, c, name="cell",
                     hidden_size="=hidden", bias=False, full=False)  # fmt: skip
    block.carry(cell, to=h)
    block.carry(cell["c"], to=c)
    block.add("Output", cell, name="y")
    ahead = net.add("Reader", x, name="ahead", scan=Scan(), hidden=hidden)
    turned = net.add("Flip", x, name="turned", dim=0)
    back = net.add("Reader", turned, name="back", scan=Scan(), hidden=hidden)
    return net.add("Concat", ahead, net.add("Flip", back, name="turned_back", dim=0), name="both", dim=1)


@preset(
    PresetInfo(
        name="blstm_ctc", title=mark("Speech recogniser (CTC)"), chinese="语音识别（BLSTM + CTC）",
        family=RECURRENT, year=2006,
        source="A. Graves, S. Fernández, F. Gomez and J. Schmidhuber, Connectionist Temporal Classification: Labelling "
        "Unsegmented Sequence Data with Recurrent Neural Networks, ICML 2006, sections 3, 4 and 5.2",
        summary=mark(
            "Sound is cut into short frames, two LSTMs read it from both ends, and at every step the network says a "
            "letter or nothing, the blank. The loss adds up all ways in which the letters could lie along the steps, "
            "so nobody has to say when each was heard. Read the best sign of each step, merge equal neighbours, drop "
            "the blanks: that is the text. In full size the network of 2006, 100 cells with peepholes in each "
            "direction and 62 signs: 114,662 parameters."
        ),
        look_for=mark(
            "At first it says nothing but blanks, then the letters appear as spikes, one step wide, somewhere within "
            "their tone. The label error rate counts what must be changed to get the right word. Try it: read from one "
            "side only. Where do the spikes move?"
        ),
        textbook=("A84",), views=("curves", "ctc_paths", "gates", "gradients"),
        reached=mark("0 to 1.9 % of the test's letters to be corrected (seeds 0 to 2), after 350 steps."),
    )
)  # fmt: skip
def blstm_ctc(size: Size) -> Project:
    """Bands, a BLSTM of 32 in each direction, one score for every letter and the blank, the CTC loss."""
    net = Network()
    full = size == "full"
    net.parameters = {"length": 2000, "vocabulary": 62 if full else 6}
    steps = _heard(net)
    x = _peepholes(net, steps, 100) if full else net.add("LSTM", steps, name="blstm", hidden_size=32,
                                                          bidirectional=True)  # fmt: skip
    scores = net.add("Linear", x, name="letters_heard", out_features="=vocabulary")
    net.add("Output", scores, name="scores")
    letters = net.add("Input", name="letters", field="letters", shape=[3], kind="tokens")
    net.add("CTCLoss", scores, letters, name="loss")
    net.add("WordErrorRate", scores, letters, name="label_error", merge=True)
    return trained(net, data("tone_words"), Adam(learning_rate=0.005), epochs=25)
