"""Networks that learn what is normal, and so notice what is not: by what they fail to give back."""

from __future__ import annotations

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, DataChoice
from presets.finishing import data, trained
from presets.placing import stand
from presets.registry import REPRESENTATIONS, PresetInfo, Size, preset

VIEWS = ("error_histogram", "reconstructions", "curves", "gradients")


def _watched(told: Outlet, back: Outlet, threshold: float) -> Network:
    """Compare what was told (T, F) with what came back; judge each example by its mean square error.

    The loss sees normal examples alone, as the data have it. The two metrics see the error of all: whether a fault has
    a larger one than a normal example (area under the ROC curve), and how well one ``threshold`` tells them apart (F1).
    """
    net = told.network
    net.add("Output", back, name="again")
    net.add("MSELoss", back, told, name="loss")
    squares = net.add("Expression", told, back, name="squares", expression="(a - b) ** 2")
    error = net.add("Mean", squares, name="mean_square", dim=None)
    score = net.add("Reshape", error, name="score", shape=[1], kind="features")
    target = net.add("Input", name="fault", field="fault", shape=[1])
    net.add("AUROC", score, target, name="auc", probabilities=True)
    net.add("F1Score", score, target, name="f1", threshold=threshold)
    return net


def _placed(net: Network, way: tuple[str, ...]) -> None:
    """Lay the way through the code along the top, and what gives the alarm under its end."""
    places: dict[str, tuple[float, float]] = {"told": (0, 0)}
    x = 1.0
    for name in way:
        small = name.endswith("_tanh")
        places[name] = (x, 0.2 if small else 0)
        x += 0.6 if small else 1.0
    places |= {"loss": (x - 1, 1), "squares": (x - 2.8, 2.3), "mean_square": (x - 1.8, 2.4), "score": (x - 0.9, 2.4)}
    places |= {"auc": (x, 2.3), "f1": (x, 3.3), "fault": (x - 0.9, 3.4)}
    stand(net, places)


def _frame(net: Network, title: str, *names: str) -> None:
    net.put_frame(Frame(net.next_id, title, net.named(names)))


def _told(length: int, features: int) -> tuple[Network, Outlet]:
    net = Network()
    net.parameters = {"length": length, "features": features}
    return net, net.add("Input", name="told", field="sequence", shape=["=length", "=features"], kind="sequence")


@preset(
    PresetInfo(
        name="sensor_autoencoder", title=mark("Anomaly detector for machines"), chinese="工业异常检测（自编码器）",
        family=REPRESENTATIONS, year=2014,
        source="M. Sakurada and T. Yairi, Anomaly detection using autoencoders with nonlinear dimensionality "
        "reduction, MLSDA 2014, sections 2.2 and 3",
        summary=mark(
            "Six sensors of a machine follow two movements, so two numbers a step are enough to tell all six. An "
            "autoencoder that has seen normal hours alone learns just that. A sensor that jumps, drifts, sticks or "
            "goes its own way does not fit into two numbers, and comes back wrong: a large error is an alarm."
        ),
        look_for=mark(
            "The errors of normal stretches gather at the left, faults lie to the right of them. Move the threshold: "
            "each fault found at the left costs false alarms. Try it: make the code 6. What can a detector "
            "still notice when everything fits through?"
        ),
        textbook=("A107",), views=VIEWS, sizes=("small",),
        reached=mark(
            "Of the test: area under the ROC curve 1.00, F1 0.95 to 0.98 at the threshold under which 95 % of the"
            " normal validation stretches lie (seeds 0 to 2), after 660 steps."
        ),
    )
)  # fmt: skip
def sensor_autoencoder(size: Size) -> Project:
    """Six numbers a step through a code of two, and back; learned from normal stretches alone."""
    net, told = _told(60, 6)
    net.parameters |= {"code": 2}
    x = net.add("Linear", told, name="encode", out_features=24)
    x = net.add("Tanh", x, name="encode_tanh")
    x = net.add("Linear", x, name="code", out_features="=code")
    x = net.add("Linear", x, name="decode", out_features=24)
    x = net.add("Tanh", x, name="decode_tanh")
    back = net.add("Linear", x, name="back", out_features="=features")
    _watched(told, back, 0.015)
    _placed(net, ("encode", "encode_tanh", "code", "decode", "decode_tanh", "back", "again"))
    _frame(net, mark("Encoder"), "encode", "encode_tanh")
    _frame(net, mark("Decoder"), "decode", "decode_tanh", "back")
    _frame(net, mark("Alarm"), "squares", "mean_square", "score", "auc", "f1", "fault")
    choice = data("sensors", samples=2000, learn_from="normal")
    return trained(net, choice, Adam(learning_rate=0.005), epochs=60, batch=64)


@preset(
    PresetInfo(
        name="lstm_autoencoder", title=mark("LSTM autoencoder"), chinese="LSTM 自编码器", family=REPRESENTATIONS,
        year=2016,
        source="P. Malhotra et al., LSTM-based encoder-decoder for multi-sensor anomaly detection, ICML anomaly "
        "detection workshop 2016, arXiv 1607.00148, section 2; N. Srivastava, E. Mansimov and R. Salakhutdinov, "
        "Unsupervised learning of video representations using LSTMs, ICML 2015, section 2",
        summary=mark(
            "One LSTM reads a wave to its end and keeps nothing but its last state; a second one writes the wave down "
            "again from that state alone, last step first. Trained on normal waves it can write normal waves only: "
            "where something went wrong, what it writes departs from what was read."
        ),
        look_for=mark(
            "The copies are flat at first, then find the pace, at last the height. Choose an example with a fault: the "
            "copy goes on as if nothing had happened. Try it: make the states of both LSTMs 2. Can a wave be told in "
            "two numbers?"
        ),
        textbook=("A81",), views=VIEWS, sizes=("small",),
        reached=mark(
            "Of the test: area under the ROC curve 0.997, F1 0.97 at the threshold under which 95 % of the "
            "normal validation waves lie (seed 0), after 990 steps."
        ),
    )
)  # fmt: skip
def lstm_autoencoder(size: Size) -> Project:
    """40 steps into a state of 32, and back, last step first."""
    net, told = _told(40, 1)
    net.parameters |= {"hidden": 32}
    net.add("LSTM", told, name="encoder", hidden_size="=hidden")
    state = Outlet(net, net.node("encoder").id, "h")
    seed = net.add("Reshape", state, name="one_step", shape=[1, "=hidden"], kind="sequence")
    seeds = net.add("Expand", seed, name="each_step", dim=0, size="=length")
    x = net.add("LSTM", seeds, name="decoder", hidden_size="=hidden")
    x = net.add("Linear", x, name="write", out_features="=features")
    back = net.add("Flip", x, name="forwards", dim=0)
    _watched(told, back, 0.045)
    _placed(net, ("encoder", "one_step", "each_step", "decoder", "write", "forwards", "again"))
    _frame(net, mark("Encoder"), "encoder")
    _frame(net, mark("Decoder"), "one_step", "each_step", "decoder", "write", "forwards")
    _frame(net, mark("Alarm"), "squares", "mean_square", "score", "auc", "f1", "fault")
    return trained(net, _waves(), Adam(learning_rate=0.005), epochs=90, batch=64)


def _waves() -> DataChoice:
    return data("faulty_waves", samples=2000)
