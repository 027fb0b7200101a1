"""How weights start: each way gives the numbers it promises, and what is said of it lasts through file and undo."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import torch

import graphs
from graphs.block_edits import Inside
from graphs.document import DocumentError, to_json
from graphs.edits import ChangeNode
from graphs.history import History
from graphs.learning_edits import SetRate, SetStart, start_all
from graphs.network import Network, NetworkError
from graphs.project import Project
from graphs.starts import WAYS, Start


def _drawn(type: str, shape: tuple[int, ...], **given: object) -> tuple[Project, int]:
    net = Network()
    x = net.add("Input", name="x", field="x", shape=shape)
    y = net.add(type, x, name="layer", **given)
    net.add("Output", y, name="out")
    return Project(net), y.node


def _weights(project: Project) -> dict[str, torch.Tensor]:
    torch.manual_seed(3)
    weights = graphs.compile(project.network).get_submodule("layer").named_parameters()
    return {name: value.detach() for name, value in weights}


def _started(start: Start, type: str = "Linear", shape: tuple[int, ...] = (300,), **given: object) -> torch.Tensor:
    project, node = _drawn(type, shape, **({"out_features": 200} if type == "Linear" else given))
    project.apply(SetStart(node, start))
    return _weights(project)["weight"]


def test_zeros_constant_and_biases_are_exact() -> None:
    """A perceptron starts with nothing at all; a constant is that number."""
    project, node = _drawn("Linear", (4,), out_features=3)
    project.apply(SetStart(node, Start("zeros", bias=0.0)))
    assert [float(value.abs().sum()) for value in _weights(project).values()] == [0.0, 0.0]
    project.apply(SetStart(node, Start("constant", {"value": 0.25}, bias=-1.0)))
    weights = _weights(project)
    assert weights["weight"].unique().tolist() == [0.25] and weights["bias"].unique().tolist() == [-1.0]


@pytest.mark.parametrize(
    ("start", "deviation", "bound"),
    [
        (Start("uniform", {"low": -0.5, "high": 0.5}), 0.5 / math.sqrt(3), 0.5),
        (Start("normal", {"std": 0.3}), 0.3, math.inf),
        (Start("truncated_normal", {"std": 0.3}), 0.3 * 0.8796, 0.6),
        (Start("xavier_uniform"), math.sqrt(2 / 500), math.sqrt(6 / 500)),
        (Start("xavier_normal", {"gain": 2.0}), 2 * math.sqrt(2 / 500), math.inf),
        (Start("kaiming_uniform"), math.sqrt(2 / 300), math.sqrt(6 / 300)),
        (Start("kaiming_normal", {"slope": 1.0}), math.sqrt(1 / 300), math.inf),
    ],
    ids=lambda value: value.way if isinstance(value, Start) else "",
)
def test_random_starts_have_the_spread_of_their_formula(start: Start, deviation: float, bound: float) -> None:
    """Linear from 300 to 200 numbers: 60,000 draws show mean and deviation to one per cent or so."""
    weight = _started(start)
    assert float(weight.std()) == pytest.approx(deviation, rel=0.015)
    assert abs(float(weight.mean())) < 4 * deviation / math.sqrt(weight.numel())
    assert float(weight.abs().max()) <= bound


def test_a_convolution_counts_its_kernel() -> None:
    """He's deviation asks for kernel times channels, per group; a transposed one is laid out the other way round."""
    weight = _started(Start("kaiming_normal"), "Conv2d", (16, 9, 9), out_channels=64, kernel_size=3, groups=2)
    assert float(weight.std()) == pytest.approx(math.sqrt(2 / (8 * 9)), rel=0.03)
    weight = _started(Start("kaiming_normal"), "ConvTranspose2d", (16, 9, 9), out_channels=64, kernel_size=3)
    assert weight.shape[:2] == (16, 64)
    assert float(weight.std()) == pytest.approx(math.sqrt(2 / (16 * 9)), rel=0.03)


def test_identity_passes_everything_on_and_orthogonal_keeps_lengths() -> None:
    """A Dirac convolution gives back its image; the matrices of an orthogonal RNN keep every length."""
    project, node = _drawn("Conv2d", (4, 6, 6), out_channels=4, kernel_size=3, padding=1)
    project.apply(SetStart(node, Start("identity", bias=0.0)))
    image = torch.rand(2, 4, 6, 6)
    assert torch.equal(graphs.compile(project.network)(x=image)["out"], image)
    project, node = _drawn("LSTM", (5, 8), hidden_size=8)
    project.apply(SetStart(node, Start("orthogonal", {"gain": 2.0})))
    for gate in _weights(project)["weight_hh_l0"].chunk(4):
        assert torch.allclose(gate @ gate.T, 4 * torch.eye(8), atol=1e-5)


def test_the_forget_gate_of_an_lstm_opens_and_nothing_else_changes() -> None:
    """The two biases PyTorch adds are exactly 1 together, in the forget gate alone."""
    project, node = _drawn("LSTM", (5, 8), hidden_size=6)
    plain = _weights(project)
    project.apply(SetStart(node, Start(forget=1.0)))
    weights = _weights(project)
    both = weights["bias_ih_l0"] + weights["bias_hh_l0"]
    assert both[6:12].tolist() == [1.0] * 6
    for name, value in weights.items():
        keep = [0, 1, 2, 3, 4, 5, *range(12, 24)] if name.startswith("bias") else slice(None)
        assert torch.equal(value[keep], plain[name][keep])


def test_a_start_leaves_the_other_nodes_as_they_would_start_without() -> None:
    """What asks for nothing draws the same random numbers as before."""
    net = Network()
    x = net.add("Input", name="x", field="x", shape=(8,))
    first = net.add("Linear", x, name="first", out_features=8)
    net.add("Output", net.add("Linear", first, name="second", out_features=8), name="out")
    project = Project(net)
    torch.manual_seed(1)
    before = graphs.compile(net).state_dict()["second.weight"].clone()
    project.apply(SetStart(first.node, Start("kaiming_normal")))
    torch.manual_seed(1)
    assert torch.equal(graphs.compile(net).state_dict()["second.weight"], before)


def test_a_block_hands_its_start_to_what_is_inside() -> None:
    """A node inside that says something for itself keeps it."""
    net = Network()
    block = net.define("Pair")
    x = block.add("Input", name="x")
    a = block.add("Linear", x, name="a", out_features=4)
    b = block.add("Linear", a, name="b", out_features=4)
    block.add("Output", b, name="y")
    image = net.add("Input", name="image", field="x", shape=(4,))
    pair = net.add("Pair", image, name="pair", repeat=2)
    net.add("Output", pair, name="out")
    project = Project(net)
    project.apply(SetStart(pair.node, Start("zeros")))
    project.apply(Inside("Pair", SetStart(b.node, Start("constant"))))
    weights = graphs.compile(net).state_dict()
    assert [float(weights[f"pair.{copy}.{name}.weight"].mean()) for copy in (0, 1) for name in "ab"] == [0, 1, 0, 1]


def test_file_undo_and_copies_keep_start_and_rate(tmp_path: Path) -> None:
    """A project saved and opened starts in the same way; undo leaves the same bytes; renaming changes nothing."""
    project, node = _drawn("Linear", (4,), out_features=3)
    history = History(project)
    before = to_json(project)
    history.do(start_all((node,), Start("uniform", {"low": 0.0, "high": 1.0}, bias=0.5)))
    history.do(SetRate(node, 0.1))
    history.do(ChangeNode(node, name="renamed"))
    graphs.save(project, tmp_path / "a.workbench")
    opened = graphs.load(tmp_path / "a.workbench").network.node("renamed")
    assert opened.start == Start("uniform", {"low": 0.0, "high": 1.0}, bias=0.5) and opened.rate == 0.1
    for _ in range(3):
        history.undo()
    known = {name: text for name, text in to_json(project).items() if name != "manifest.json"}
    assert known == {name: text for name, text in before.items() if name != "manifest.json"}


@pytest.mark.parametrize("start", [Start("sideways"), Start("normal", {"std": -1.0}), Start("zeros", {"low": 1.0})])
def test_a_start_there_is_not_is_refused(start: Start) -> None:
    """Nothing changes, and the sentence names what came."""
    project, node = _drawn("Linear", (4,), out_features=3)
    with pytest.raises(NetworkError):
        project.apply(SetStart(node, start))
    assert project.network.node(node).start is None
    with pytest.raises(NetworkError, match="0 to 1000"):
        project.apply(SetRate(node, -1.0))


def test_a_file_with_a_start_there_is_not_says_so(tmp_path: Path) -> None:
    """Bad data never reach the drawing."""
    project, node = _drawn("Linear", (4,), out_features=3)
    project.apply(SetStart(node, Start("zeros")))
    folder = tmp_path / "project"
    folder.mkdir()
    graphs.save(project, folder)
    text = (folder / "network.json").read_text()
    (folder / "network.json").write_text(text.replace('"zeros"', '"sideways"'))
    with pytest.raises(DocumentError):
        graphs.load(folder)


def test_every_way_starts_every_kind_of_weight() -> None:
    """No way stops at a norm's single row, a convolution or the gates of a GRU."""
    for way in WAYS:
        for type, shape, given in (
            ("BatchNorm1d", (5,), {}),
            ("Conv2d", (3, 9, 9), {"out_channels": 4}),
            ("GRU", (5, 8), {"hidden_size": 4}),
        ):
            project, node = _drawn(type, shape, **given)
            project.apply(SetStart(node, Start(way, bias=0.0)))
            assert all(bool(torch.isfinite(value).all()) for value in _weights(project).values()), (way, type)
