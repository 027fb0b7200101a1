"""Problems in words, at the node, with changes that mend them; and advice that speaks only when it should."""

from __future__ import annotations

import pytest

import graphs
import presets
from graphs.diagnosis import diagnose_players
from graphs.edits import ChangeNode, SetParameter
from graphs.recipe import Player


def test_a_larger_kernel_makes_c5_complain_and_padding_mends_it() -> None:
    project = presets.build("lenet5")
    history = graphs.History(project)
    history.do(SetParameter(project.network.node("C1").id, "kernel_size", 7))
    (problem,) = graphs.diagnose(project.network)
    assert project.network.node(problem.node).name == "C5"
    assert "16×4×4" in problem.text
    assert "C1 6×26×26" in problem.text
    assert str(problem.fixes[0].title) == "Set C1's padding to 1"
    history.do(problem.fixes[0].edit)
    assert graphs.diagnose(project.network) == []


def test_every_offered_fix_mends_its_problem() -> None:
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "kernel_size", 7))
    (problem,) = graphs.diagnose(project.network)
    assert problem.fixes
    for fix in problem.fixes:
        back = project.apply(fix.edit)
        assert project.network.node("C5").id not in {p.node for p in graphs.diagnose(project.network)}, str(fix.title)
        project.apply(back)


def test_an_image_into_linear_offers_flatten() -> None:
    net = graphs.Network()
    x = net.add("Input", name="image", field="image", shape=(16, 5, 5))
    net.add("Output", net.add("Linear", x, name="fc", out_features=10), name="out")
    project = graphs.Project(net)
    (problem,) = graphs.diagnose(net)
    assert "16×5×5 = 400" in problem.text
    project.apply(problem.fixes[0].edit)
    assert graphs.diagnose(net) == []
    assert any(node.type == "Flatten" for node in net)


def test_a_layer_for_signals_on_an_image_becomes_the_one_for_images() -> None:
    net = graphs.Network()
    net.set_parameter("width", 4)
    x = net.add("Input", name="image", field="image", shape=(3, 9, 9))
    c = net.add("Conv1d", x, name="conv1d1", out_channels="=2*width", kernel_size=5)
    n = net.add("BatchNorm1d", c, name="norm", eps=0.01)
    net.add("Output", n, name="out")
    project = graphs.Project(net)
    history = graphs.History(project)
    before = net.node(c.node)
    for title in ("Use Conv2d instead", "Use BatchNorm2d instead"):
        (problem,) = [p for p in graphs.diagnose(project.network) if p.fixes]
        (fix,) = [fix for fix in problem.fixes if str(fix.title) == title]
        history.do(fix.edit)
    assert graphs.diagnose(project.network) == []
    after = project.network.node(c.node)
    assert (after.type, after.name, after.parameters["out_channels"]) == ("Conv2d", "conv2d", "=2*width")
    assert project.network.node(n.node).name == "norm" and project.network.node(n.node).parameters == {"eps": 0.01}
    assert [wire.target for wire in project.network.wires_out_of(c.node)] == [n.node]
    history.undo()
    history.undo()
    assert project.network.node(c.node) == before


def test_a_node_without_a_wire_says_what_to_do() -> None:
    net = graphs.Network()
    net.add("ReLU", name="relu")
    (problem,) = graphs.diagnose(net)
    assert "Drag a wire" in problem.text
    assert problem.reason is not None


def test_a_wrong_parameter_can_go_back_to_its_default() -> None:
    project = presets.build("lenet5")
    c1 = project.network.node("C1").id
    project.apply(SetParameter(c1, "stride", 0))
    (problem,) = graphs.diagnose(project.network)
    project.apply(problem.fixes[0].edit)
    assert graphs.diagnose(project.network) == []


@pytest.mark.parametrize("name", presets.names())
def test_presets_have_no_problem(name: str) -> None:
    for size in presets.info(name).sizes:
        project = presets.build(name, size)
        assert graphs.diagnose(project.network) == []
        assert diagnose_players(project.network, project.recipe.players) == []
        assert [one for one in graphs.advise(project.network) if not one.hidden] == []


def test_training_needs_a_loss() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(2,))
    net.add("Output", net.add("Linear", x, name="fc", out_features=2), name="out")
    (problem,) = diagnose_players(net, (Player(),))
    assert "loss" in problem.text


def test_a_player_with_everything_frozen_is_told() -> None:
    project = presets.build("perceptron")
    project.apply(ChangeNode(project.network.node("neuron").id, frozen=True))
    (problem,) = diagnose_players(project.network, project.recipe.players)
    assert "no weights to move" in problem.text


def classifier(*, softmax: bool) -> graphs.Network:
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(2,))
    label = net.add("Input", name="label", field="label", kind="index")
    z = net.add("Linear", x, name="scores", out_features=3)
    net.add("CrossEntropyLoss", net.add("Softmax", z, name="softmax") if softmax else z, label, name="loss")
    return net


def test_advice_speaks_of_a_softmax_before_cross_entropy() -> None:
    assert graphs.advise(classifier(softmax=False)) == []
    project = graphs.Project(classifier(softmax=True))
    (advice,) = graphs.advise(project.network)
    assert "softmax" in advice.text
    project.apply(advice.fixes[0].edit)
    assert graphs.advise(project.network) == []


def test_advice_speaks_of_two_linear_layers_in_a_row() -> None:
    net = classifier(softmax=False)
    project = graphs.Project(net)
    assert graphs.advise(net) == []
    wide = graphs.Network()
    x = wide.add("Input", name="x", field="features", shape=(2,))
    wide.add(
        "Output",
        wide.add("Linear", wide.add("Linear", x, name="a", out_features=4), name="b", out_features=2),
        name="out",
    )
    project = graphs.Project(wide)
    (advice,) = graphs.advise(wide)
    project.apply(advice.fixes[0].edit)
    assert graphs.advise(wide) == []
    assert graphs.diagnose(wide) == []


def test_the_default_is_offered_even_if_it_uncovers_another_fault() -> None:
    project = presets.build("lenet5")
    pool = project.network.node("S4").id
    project.apply(SetParameter(project.network.node("C1").id, "kernel_size", 7))
    project.apply(SetParameter(pool, "stride", "=clases"))
    (problem,) = graphs.diagnose(project.network)
    assert problem.node == pool and "clases" in problem.text
    project.apply(problem.fixes[0].edit)
    assert [project.network.node(p.node).name for p in graphs.diagnose(project.network)] == ["C5"]
