"""Muted nodes are left out with all that cannot do without them; bypassed ones hand on what arrives."""

from __future__ import annotations

import torch

import graphs
from graphs.block_edits import Inside
from graphs.document import from_snapshot, snapshot
from graphs.edits import ChangeNode
from graphs.project import Project


def branches() -> graphs.Network:
    """Two branches that are added up, a classifier, and a second loss at the side."""
    net = graphs.Network()
    x = net.add("Input", name="x", field="image", shape=(2, 8, 8))
    a = net.add("Conv2d", x, name="a", out_channels=3, kernel_size=3, padding=1)
    b = net.add("Conv2d", x, name="b", out_channels=3, kernel_size=3, padding=1)
    drop = net.add("Dropout", b, name="drop", p=0.5)
    both = net.add("Concat", [a, drop], name="both")
    logits = net.add("Linear", net.add("Flatten", both, name="flat"), name="head", out_features=4)
    label = net.add("Input", name="label", field="label", kind="index", shape=())
    net.add("CrossEntropyLoss", logits, label, name="loss")
    aside = net.add("Linear", net.add("Flatten", a, name="flat2"), name="head2", out_features=4)
    net.add("CrossEntropyLoss", aside, label, name="loss2")
    net.add("Output", logits, name="logits")
    return net


def test_a_bypassed_node_hands_on_what_arrives_at_it() -> None:
    project = Project(branches())
    net = project.network
    back = project.apply(ChangeNode(net.node("drop").id, mode="bypassed"))
    meaning = graphs.plan(net)
    assert not meaning.faults and meaning.step(net.node("drop").id) is None
    spec = meaning.spec(net.node("drop").id, "y")
    assert spec is not None and spec.dims == (3, 8, 8)  # the wire still says what runs along it
    tree = graphs.compile(net).train()
    torch.manual_seed(0)
    once = tree(x=torch.ones(1, 2, 8, 8), label=torch.zeros(1, dtype=torch.int64))["logits"]
    again = tree(x=torch.ones(1, 2, 8, 8), label=torch.zeros(1, dtype=torch.int64))["logits"]
    assert torch.equal(once, again)  # nothing is dropped
    assert "Dropout" not in graphs.to_python(net)
    project.apply(back)
    assert graphs.plan(net).step(net.node("drop").id) is not None


def test_a_muted_branch_leaves_what_joins_many_and_takes_what_needs_it() -> None:
    project = Project(branches())
    net = project.network
    project.apply(ChangeNode(net.node("b").id, mode="muted"))
    meaning = graphs.plan(net)
    names = {step.name for step in meaning.steps}
    assert not meaning.faults and not {"b", "drop"} & names and {"both", "logits", "loss"} <= names
    both = meaning.spec(net.node("both").id, "y")
    assert both is not None and both.dims == (3, 8, 8)
    project.apply(ChangeNode(net.node("a").id, mode="muted"))
    left = {step.name for step in graphs.plan(net).steps}
    assert left == {"x", "label"} and not graphs.plan(net).faults


def test_a_muted_loss_is_not_minimised() -> None:
    project = Project(branches())
    net = project.network
    before = graphs.compile(net)
    assert any(key.startswith("head2") for key in before.state_dict())
    project.apply(ChangeNode(net.node("loss2").id, mode="muted"))
    assert {s.name for s in graphs.plan(net).steps} >= {"loss", "head2"}
    assert "loss2" not in {s.name for s in graphs.plan(net).steps}


def test_a_bypassed_block_and_one_inside_a_block() -> None:
    net = graphs.Network()
    block = net.define("Twice")
    inner = block.add("Input", name="x")
    one = block.add("Conv2d", inner, name="one", out_channels=5, kernel_size=3)
    block.add("Output", block.add("ReLU", one, name="relu"), name="y")
    x = net.add("Input", name="x", field="image", shape=(2, 8, 8))
    net.add("Output", net.add("Twice", x, name="twice"), name="out")
    project = Project(net)
    project.apply(Inside("Twice", ChangeNode(block.node("one").id, mode="bypassed")))
    spec = graphs.plan(net).spec(net.node("twice").id, "y")
    assert spec is not None and spec.dims == (2, 8, 8)
    project.apply(ChangeNode(net.node("twice").id, mode="bypassed"))
    assert graphs.compile(net)(x=torch.ones(1, 2, 8, 8))["out"].shape == (1, 2, 8, 8)


def test_the_mode_is_kept_in_the_file() -> None:
    project = Project(branches())
    project.apply(ChangeNode(project.network.node("drop").id, mode="bypassed"))
    again = from_snapshot(snapshot(project))
    assert again.network.node("drop").mode == "bypassed" and snapshot(again) == snapshot(project)
