"""Weights that are used twice: one owner, any number of users, each key once."""

from __future__ import annotations

import pytest
import torch
from torch import nn

import graphs
from graphs.document import snapshot
from graphs.edits import ChangeNode, RemoveNode, ShareWeights
from graphs.meaning import Source


def twins() -> graphs.Network:
    """One encoder, used for two inputs; the second is a block copy that shares."""
    net = graphs.Network()
    block = net.define("Encoder", width=5)
    y = block.add("Linear", block.add("Input", name="x"), name="fc", out_features="=width")
    block.add("Output", block.add("Tanh", y, name="tanh"), name="code")
    a, b = (net.add("Input", name=name, field="features", shape=(3,)) for name in ("a", "b"))
    one = net.add("Encoder", a, name="one")
    two = net.add("Encoder", b, name="two", share=one)
    head = net.add("Linear", one, name="head", out_features=2)
    again = net.add("Linear", two, name="again", out_features=2, share=head)
    net.add("Output", net.add("Add", head, again, name="sum"), name="y")
    return net


def test_shared_weights_are_there_once() -> None:
    net = twins()
    tree = graphs.compile(net)
    assert set(tree.state_dict()) == {"one.fc.weight", "one.fc.bias", "head.weight", "head.bias"}
    assert graphs.summary(net).parameters == sum(p.numel() for p in tree.parameters())


def test_both_uses_compute_with_the_same_weights() -> None:
    tree = graphs.compile(twins())
    a, b = torch.randn(4, 3), torch.randn(4, 3)
    fc, head = tree.get_submodule("one.fc"), tree.get_submodule("head")
    expected = head(torch.tanh(fc(a))) + head(torch.tanh(fc(b)))
    assert torch.equal(tree(a=a, b=b)["y"], expected)


def test_the_gradient_is_the_sum_over_the_uses() -> None:
    tree = graphs.compile(twins())
    a, b = torch.randn(4, 3), torch.randn(4, 3)
    tree(a=a, b=b)["y"].sum().backward()
    head = tree.get_submodule("head")
    assert isinstance(head, nn.Linear) and head.bias.grad is not None
    assert head.bias.grad.tolist() == [8.0, 8.0]


def test_printed_code_shares_too() -> None:
    net = twins()
    space: dict[str, object] = {}
    exec(compile(graphs.to_python(net, "Net"), "<printed>", "exec"), space)
    tree, printed = graphs.compile(net), space["Net"]()  # type: ignore[operator]
    printed.load_state_dict(tree.state_dict(), strict=True)
    a, b = torch.randn(4, 3), torch.randn(4, 3)
    assert torch.equal(tree(a=a, b=b)["y"], printed(a, b))


def test_a_program_may_need_only_the_user() -> None:
    net = twins()
    tree = graphs.compile(net)
    program = tree.program((Source(net.node("two").id, "code"),))
    assert program.inputs == ("b",)
    assert program({"b": torch.zeros(1, 3)})[0].shape == (1, 5)


def test_the_owner_may_be_renamed() -> None:
    project = graphs.Project(twins())
    graphs.plan(project.network)
    project.apply(ChangeNode(project.network.node("head").id, name="shared"))
    tree = graphs.compile(project.network)
    assert "shared.weight" in tree.state_dict()
    assert tree(a=torch.zeros(1, 3), b=torch.zeros(1, 3))["y"].shape == (1, 2)


def test_unequal_layers_cannot_share() -> None:
    from dataclasses import replace

    net = twins()
    again = net.node("again")
    net.put_node(replace(again, parameters={"out_features": 7}))
    messages = [str(problem.message) for problem in graphs.diagnose(net)]
    assert any("again uses the weights of head" in message for message in messages)


def test_an_owner_that_is_gone_is_missed() -> None:
    project = graphs.Project(twins())
    project.apply(RemoveNode(project.network.node("head").id))
    assert any("again" in str(p.message) for p in graphs.diagnose(project.network))


def test_sharing_is_an_edit_that_undo_takes_back(tmp_path) -> None:  # type: ignore[no-untyped-def]
    project = graphs.Project(twins())
    before = snapshot(project)
    back = project.apply(ShareWeights(project.network.node("again").id, None))
    assert graphs.summary(project.network).parameters == 20 + 2 * 12
    project.apply(back)
    assert snapshot(project) == before
    graphs.save(project, tmp_path / "twins.workbench")
    assert graphs.load(tmp_path / "twins.workbench").network.node("again").share == project.network.node("head").id
    with pytest.raises(graphs.NetworkError):
        project.apply(ShareWeights(project.network.node("again").id, 999))
