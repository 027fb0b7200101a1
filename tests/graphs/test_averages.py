"""A node whose weights are the moving average of another's; frozen nodes and how they work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

import graphs
from graphs.diagnosis import diagnose
from graphs.document import snapshot
from graphs.edits import ChangeNode, RemoveNode, ShareWeights
from graphs.elements import Average, Buffers
from graphs.modules.places import fixed, followers, set_training


def momentum_pair(average: Average | None = None) -> graphs.Network:
    """MoCo's two encoders in miniature: the key encoder is a moving average of the query encoder."""
    net = graphs.Network()
    block = net.define("Encoder", width=3)
    h = block.add("Linear", block.add("Input", name="x"), name="fc", out_features="=width")
    block.add("Output", block.add("BatchNorm1d", h, name="bn"), name="code")
    view1, view2 = (net.add("Input", name=name, field="features", shape=(4,)) for name in ("view1", "view2"))
    query = net.add("Encoder", view1, name="query")
    key = net.add("Encoder", view2, name="key", share=query, average=average or Average(0.9))
    net.add("Output", query, name="q")
    net.add("Output", key, name="k")
    return net


def test_it_has_weights_of_its_own_that_do_not_learn_and_begin_equal() -> None:
    net = momentum_pair()
    tree = graphs.compile(net)
    state = tree.state_dict()
    for name in [name for name in state if name.startswith("query.")]:
        assert torch.equal(state[name], state[name.replace("query", "key")])
    summary = graphs.summary(net)
    assert (summary.parameters, summary.trainable) == (2 * 21, 21)
    assert sum(p.numel() for p in tree.parameters() if p.requires_grad) == 21
    assert len(fixed(tree, tree.plan)) == 4


@pytest.mark.parametrize("buffers", ["copied", "averaged", "own"])
def test_it_moves_by_its_decay_and_its_statistics_as_stated(buffers: Buffers) -> None:
    tree = graphs.compile(momentum_pair(Average(0.9, buffers)))
    (follower,) = followers(tree, tree.plan)
    before = {name: value.clone() for name, value in tree.state_dict().items()}
    with torch.no_grad():
        tree.get_submodule("query.fc").get_parameter("weight").add_(1.0)
        tree.get_submodule("query.bn").get_buffer("running_mean").add_(1.0)
        tree.get_submodule("query.bn").get_buffer("num_batches_tracked").add_(5)
    follower.update(1)
    after = tree.state_dict()
    moved = {name: after[name] - before[name] for name in after}
    assert torch.allclose(moved["key.fc.weight"], torch.full((3, 4), 0.1))
    by = {"copied": 1.0, "averaged": 0.1, "own": 0.0}[buffers]
    assert torch.allclose(moved["key.bn.running_mean"], torch.full((3,), by))
    assert int(moved["key.bn.num_batches_tracked"]) == (0 if buffers == "own" else 5)


def test_a_target_network_is_copied_every_so_many_steps() -> None:
    tree = graphs.compile(momentum_pair(Average(0.0, every=3)))
    (follower,) = followers(tree, tree.plan)
    query, key = (tree.get_submodule(f"{name}.fc").get_parameter("weight") for name in ("query", "key"))
    with torch.no_grad():
        query.add_(1.0)
    for step, equal in ((1, False), (2, False), (3, True)):
        follower.update(step)
        assert torch.equal(query, key) is equal


def test_no_gradient_goes_into_an_average() -> None:
    tree = graphs.compile(momentum_pair())
    out = tree(view1=torch.randn(5, 4), view2=torch.randn(5, 4))
    (out["q"] * out["k"]).sum().backward()
    assert all((p.grad is None) is name.startswith("key") for name, p in tree.named_parameters())


def test_an_average_may_be_used_twice_and_lie_in_a_block() -> None:
    net = momentum_pair()
    again = net.add("Encoder", net.add("Input", name="view3", field="x", shape=(4,)), name="again")
    project = graphs.Project(net)
    project.apply(ShareWeights(again.node, net.node("key").id))
    assert diagnose(net) == []
    inside = graphs.Network()
    block = inside.define("Pair")
    x = block.add("Input", name="x")
    fast = block.add("Linear", x, name="fast", out_features=4)
    block.add("Output", block.add("Linear", x, name="slow", out_features=4, share=fast, average=Average(0.5)), name="y")
    pair = inside.add("Pair", inside.add("Input", name="x", field="x", shape=(4,)), name="pair", repeat=2)
    inside.add("Output", pair, name="y")
    tree = graphs.compile(inside)
    assert [one.node for one in followers(tree, tree.plan)] == [pair.node, pair.node]
    assert graphs.summary(inside).trainable == 2 * 20 == sum(p.numel() for p in tree.parameters() if p.requires_grad)


def test_what_cannot_be_averaged_is_told_in_words() -> None:
    net = momentum_pair()
    project = graphs.Project(net)
    key, query = net.node("key").id, net.node("query").id
    third = net.add("Encoder", net.add("Input", name="view3", field="x", shape=(4,)), name="third").node
    project.apply(ShareWeights(third, key, Average()))
    assert "third follows key, which follows another node itself." in diagnose(net)[0].text
    project.apply(ShareWeights(third, third, Average()))
    assert "third uses the weights of a node that has none here." in diagnose(net)[0].text
    project.apply(ShareWeights(third, query, Average()))
    assert diagnose(net) == []
    with pytest.raises(graphs.NetworkError, match="moving average of nothing"):
        project.apply(ShareWeights(third, None, Average()))
    with pytest.raises(graphs.NetworkError, match=r"a share from 0 to 1"):
        Average(1.5)
    project.apply(RemoveNode(query))
    assert "third uses the weights of a node that has none here." in " ".join(d.text for d in diagnose(net))


def test_an_average_is_an_edit_that_undo_takes_back_and_files_keep(tmp_path: Path) -> None:
    net = momentum_pair(Average(0.99, "averaged", 2))
    project = graphs.Project(net)
    before = snapshot(project)
    key, query = net.node("key").id, net.node("query").id
    back = project.apply(ShareWeights(key, query))
    assert list(graphs.compile(net).state_dict())[-1].startswith("query")
    project.apply(back)
    assert snapshot(project) == before
    mode = project.apply(ChangeNode(query, frozen=True, frozen_mode="train"))
    graphs.save(project, tmp_path / "moco.workbench")
    opened = graphs.load(tmp_path / "moco.workbench").network
    assert opened.node("key").average == Average(0.99, "averaged", 2)
    assert (opened.node("query").frozen, opened.node("query").frozen_mode) == (True, "train")
    project.apply(mode)
    assert snapshot(project) == before


@pytest.mark.parametrize(("mode", "moves"), [("eval", False), ("train", True)])
def test_a_frozen_norm_keeps_its_statistics_unless_it_shall_move_them(mode: str, moves: bool) -> None:
    net = graphs.Network()
    block = net.define("Body")
    x = block.add("Input", name="x")
    block.add("Output", block.add("BatchNorm1d", block.add("Linear", x, name="fc", out_features=3), name="bn"))
    body = net.add("Body", net.add("Input", name="x", field="x", shape=(4,)), name="body")
    net.add("Output", net.add("Dropout", net.add("Linear", body, name="head", out_features=2), name="drop"), name="y")
    project = graphs.Project(net)
    project.apply(ChangeNode(body.node, frozen=True, frozen_mode=mode))  # type: ignore[arg-type]
    tree = graphs.compile(net)
    assert {name for name, p in tree.named_parameters() if p.requires_grad} == {"head.weight", "head.bias"}
    set_training(tree, tree.plan)
    tree(x=torch.randn(6, 4))
    assert bool(tree.get_submodule("body.bn").get_buffer("running_mean").any()) is moves
    assert tree.get_submodule("drop").training


def test_one_node_inside_a_block_may_be_frozen() -> None:
    net = graphs.Network()
    block = net.define("Body")
    h = block.add("Linear", block.add("Input", name="x"), name="still", out_features=3)
    block.add("Output", block.add("Linear", h, name="free", out_features=3), name="y")
    inner = block.node("still")
    block.put_node(replace(inner, frozen=True))
    net.add("Output", net.add("Body", net.add("Input", name="x", field="x", shape=(4,)), name="body"), name="y")
    tree = graphs.compile(net)
    assert {name for name, p in tree.named_parameters() if p.requires_grad} == {"body.free.weight", "body.free.bias"}
    assert graphs.summary(net).trainable == 12


@pytest.mark.parametrize("average", [Average(0.9), Average(0.75, "averaged", 2), Average(0.0, "own")])
def test_printed_code_says_what_does_not_learn_and_how_the_average_follows(average: Average) -> None:
    net = momentum_pair(average)
    code = graphs.to_python(net, "Net")
    assert ("call it only every 2 steps" in code) is (average.every == 2)
    space: dict[str, Any] = {}
    exec(compile(code, "<printed>", "exec"), space)
    printed, tree = space["Net"](), graphs.compile(net)
    assert all(p.requires_grad is not name.startswith("key") for name, p in printed.named_parameters())
    printed.load_state_dict(tree.state_dict(), strict=True)
    for module in (tree, printed):
        torch.manual_seed(0)
        with torch.no_grad():
            for tensor in module.get_submodule("query").state_dict().values():
                tensor.copy_(torch.randn(tensor.shape) * 9)
    (follower,) = followers(tree, tree.plan)
    follower.update(average.every)
    printed.update_averages()
    mine, theirs = tree.state_dict(), printed.state_dict()
    assert mine.keys() == theirs.keys() and all(torch.equal(mine[name], theirs[name]) for name in mine)


def test_printed_code_freezes_what_is_frozen() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(4,))
    h = net.add("BatchNorm1d", net.add("Linear", x, name="fc", out_features=3), name="bn")
    net.add("Output", h, name="y")
    for name in ("fc", "bn"):
        net.put_node(replace(net.node(name), frozen=True))
    code = graphs.to_python(net)
    assert "self.fc.requires_grad_(False)\n" in code
    assert "self.bn.requires_grad_(False)  # frozen; .eval() keeps its running statistics too\n" in code
