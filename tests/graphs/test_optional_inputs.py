"""Inputs that may be left out: of a block that is placed, and of the network when it runs."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

import graphs
from graphs.network import Network, Scan
from tests.graphs.scans import END, TARGET, same_as_exported, sentences, translator


def branching() -> Network:
    """A block with a main path and an optional one: a mask for attention, and an answer of its own."""
    network = Network()
    block = network.define("Reader")
    x = block.add("Input", name="x")
    more = block.add("Input", name="more", optional=True)
    looked = block.add("GRU", x, more, name="gru", hidden_size=4)
    block.add("Output", looked, name="y")
    block.add("Output", block.add("Linear", more, name="fc", out_features=2), name="z")
    return network


def test_a_block_does_without_an_optional_input_and_what_depends_on_it() -> None:
    network = branching()
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    h = network.add("Input", name="h", field="h", shape=(4,))
    network.add("Output", network.add("Reader", x, name="without"), name="y1")
    full = network.add("Reader", x, h, name="full")
    network.add("Output", full, name="y2")
    network.add("Output", full["z"], name="z2")
    assert graphs.diagnose(network) == []
    tree = graphs.compile(network)
    keys = {key.rsplit(".", 1)[0] for key in tree.state_dict()}
    assert keys == {"without.gru", "full.gru", "full.fc"}
    given = {"x": torch.randn(2, 5, 3), "h": torch.randn(2, 4)}
    same_as_exported(network, tree, **given)
    (plain, _) = tree.get_submodule("without.gru")(given["x"])
    assert torch.equal(tree(**given)["y1"], plain)


def test_whoever_needs_what_is_left_out_is_told() -> None:
    network = branching()
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    reader = network.add("Reader", x, name="reader")
    network.add("Output", network.add("Tanh", reader["z"], name="bent"), name="z")
    (problem,) = graphs.diagnose(network)
    assert problem.node == network.node("bent").id
    assert "reader gives at z" in problem.text


def test_a_decoder_runs_free_where_no_teacher_comes() -> None:
    network = translator(1.0, end=END, free=True)
    assert graphs.diagnose(network) == []
    tree, told = graphs.compile(network).eval(), graphs.compile(translator(end=END)).eval()
    told.load_state_dict(tree.state_dict(), strict=True)
    given = sentences()
    free = tree(source=given["source"])
    assert free["logits"].shape[1] == TARGET
    for name, value in told(**given).items():  # outside training the teacher only says how long it is
        assert torch.equal(free[name], value), name
        assert torch.equal(tree(**given)[name], value), name
    assert torch.equal(tree(source=given["source"], teacher=None)["token"], free["token"])
    with pytest.raises(TypeError, match="source"):
        tree(teacher=given["teacher"])


def test_without_a_teacher_it_has_to_know_how_many_steps() -> None:
    network = translator(free=True)
    node = network.node("decoder")
    network.put_node(replace(node, scan=Scan(constant=("source",))))
    (problem,) = graphs.diagnose(network)
    assert problem.text.startswith("Without teacher: Nothing arrives at decoder step by step")
    assert problem.fixes


def test_outputs_that_need_an_absent_input_are_left_out() -> None:
    network = Network()
    x = network.add("Input", name="x", field="x", shape=(3,))
    more = network.add("Input", name="more", field="more", shape=(3,), optional=True)
    network.add("Output", x, name="same")
    network.add("Output", network.add("Add", x, more, name="add"), name="sum")
    tree = graphs.compile(network)
    x, more = torch.randn(2, 3), torch.randn(2, 3)
    assert list(tree(x=x)) == ["same"]
    assert torch.equal(tree(x=x, more=more)["sum"], x + more)
