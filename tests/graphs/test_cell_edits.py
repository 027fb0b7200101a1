"""A drawn cell becomes a fused layer and a fused layer a drawn cell; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

import graphs
from graphs.cell_edits import draw_layer, fuse_cell
from graphs.document import snapshot
from graphs.drawn_cells import draw_cell
from graphs.network import Network, NetworkError, Scan
from graphs.project import Project


def trained(network: Network) -> Project:
    """A project with weights, as after a training."""
    project = Project(network)
    project.weights = graphs.read_weights(graphs.compile(network))
    return project


def outputs(project: Project, **inputs: torch.Tensor) -> dict[str, torch.Tensor]:
    """What the network gives with the project's weights."""
    tree = graphs.compile(project.network)
    assert graphs.write_weights(tree, project.weights) == ()
    return tree(**inputs)  # type: ignore[no-any-return]


def close(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    """Whether all outputs agree as far as 32 bits go."""
    return one.keys() == other.keys() and all(torch.allclose(one[k], other[k], atol=1e-6, rtol=1e-5) for k in one)


def reading(type: str, given: bool, **parameters: object) -> Network:
    """A network that reads a sequence, with or without a start from outside."""
    network = Network()
    network.parameters = {"width": 4}
    if type.startswith("Drawn"):
        draw_cell(network, type.removeprefix("Drawn"), type, initial="given" if given else "zeros", bias=not given)
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    start = network.add("Input", name="start", field="start", shape=(4,))
    states = ["h", "c"] if "LSTM" in type else ["h"]
    scan = {"scan": Scan()} if type in network.blocks else {}
    y = network.add(type, x, *[start] * (len(states) * given), name="read", **parameters, **scan)
    network.add("Output", y, name="y")
    for state in states:
        network.add("Output", y[state], name=f"last_{state}")
    return network


def given_inputs(given: bool) -> dict[str, torch.Tensor]:
    return {"x": torch.randn(2, 5, 3)} | ({"start": torch.randn(2, 4)} if given else {})


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
@pytest.mark.parametrize("given", [False, True])
@pytest.mark.parametrize("layers", [1, 2])
def test_there_and_back_every_output_stays(kind: str, given: bool, layers: int) -> None:
    more = {"repeat": layers} if layers > 1 else {}
    project = trained(reading(f"Drawn{kind}", given, hidden="=width", **more))
    node = project.network.node("read").id
    inputs = given_inputs(given)
    drawn, before, weights = outputs(project, **inputs), snapshot(project), dict(project.weights)
    back = project.apply(fuse_cell(project, node))
    assert project.network.node(node).type == kind
    assert project.network.node(node).parameters["hidden_size"] == "=width"
    assert close(outputs(project, **inputs), drawn)
    project.apply(draw_layer(project, node))
    assert list(project.network.blocks) == [f"Drawn{kind}"]  # the block that is there is used again
    assert all(torch.equal(value, drawn[name]) for name, value in outputs(project, **inputs).items())
    project.apply(fuse_cell(project, node))
    project.apply(draw_layer(project, node))
    assert snapshot(project) == before
    project.apply(fuse_cell(project, node))
    project.apply(back)
    assert snapshot(project) == before
    assert project.weights.keys() == weights.keys()


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
def test_a_fused_layer_is_drawn_from_gates(kind: str) -> None:
    project = trained(reading(kind, False, hidden_size=4, num_layers=2))
    inputs, before = given_inputs(False), snapshot(project)
    fused = outputs(project, **inputs)
    node = project.network.node("read").id
    back = project.apply(draw_layer(project, node))
    assert project.network.node(node).repeat == 2
    assert len({n.position for n in project.network.blocks[f"Drawn{kind}"]}) > 5  # laid out
    assert close(outputs(project, **inputs), fused)
    project.apply(back)
    assert snapshot(project) == before


def test_relu_and_other_names_are_known_again() -> None:
    network = reading("RNN", False, hidden_size=4, nonlinearity="relu", bias=False)
    project = trained(network)
    node = network.node("read").id
    project.apply(draw_layer(project, node))
    block = network.blocks["DrawnRNN"]
    for number, one in enumerate(block.nodes):
        if one.type not in ("Input", "State", "Output"):
            block.put_node(replace(one, name=f"part{number}"))
    project.weights = graphs.read_weights(graphs.compile(network))
    project.apply(fuse_cell(project, node))
    assert network.node(node).parameters == {"hidden_size": 4, "bias": False, "nonlinearity": "relu"}
    assert {key for owner, key in project.weights if owner == node} == {"weight_ih_l0", "weight_hh_l0"}


def refusal(network: Network, name: str = "read") -> str:
    """Why no fused layer takes the place of a node."""
    with pytest.raises(NetworkError) as caught:
        fuse_cell(Project(network), network.node(name).id)
    return str(caught.value)


def test_what_has_no_fused_layer_stays_drawn() -> None:
    assert "no fast layer" in refusal(reading("DrawnPeepholeLSTM", False, hidden=4))
    assert "no fast layer" in refusal(reading("DrawnTextbookGRU", False, hidden=4))
    network = reading("DrawnLSTM", False, hidden=4)
    assert "not a drawn cell" in refusal(network, "x")
    read = network.node("read")
    network.put_node(replace(read, scan=Scan(reverse=True)))
    assert "from the end" in refusal(network)
    network.put_node(read)
    gate = network.blocks["DrawnLSTM"].node("f")
    network.blocks["DrawnLSTM"].put_node(replace(gate, type="Tanh"))
    assert "none of the cells" in refusal(network)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [({"bidirectional": True}, "both directions"), ({"num_layers": 2, "dropout": 0.5}, "drops numbers")],
)
def test_what_one_scan_does_not_do_stays_fused(parameters: dict[str, object], words: str) -> None:
    network = reading("LSTM", False, hidden_size=4, **parameters)
    with pytest.raises(NetworkError, match=words):
        draw_layer(Project(network), network.node("read").id)


def test_shared_weights_are_left_alone() -> None:
    network = reading("DrawnGRU", False, hidden=4)
    x = network.add("Input", name="other", field="other", shape=(5, 3))
    read = network.node("read")
    network.add("DrawnGRU", x, name="twin", hidden=4, scan=Scan())
    network.put_node(replace(network.node("twin"), share=read.id))
    assert "share weights" in refusal(network)
    assert "share weights" in refusal(network, "twin")
