"""From the drawing to PyTorch: what a person drew is what runs, and what they take away is the same."""

from __future__ import annotations

import pytest
import torch
from torch import nn

import graphs
import presets
from graphs.layer import Call
from graphs.meaning import Source
from graphs.modules.tree import NodeError


def small() -> graphs.Network:
    """Two features, a hidden layer, two outputs that share it."""
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(3,))
    h = net.add("Tanh", net.add("Linear", x, name="hidden", out_features=4), name="tanh")
    net.add("Output", net.add("Linear", h, name="left", out_features=2), name="a")
    net.add("Output", net.add("Linear", h, name="right", out_features=5), name="b")
    return net


def test_the_module_gives_its_outputs_by_name() -> None:
    tree = graphs.compile(small())
    given = tree(x=torch.zeros(7, 3))
    assert {name: tuple(value.shape) for name, value in given.items()} == {"a": (7, 2), "b": (7, 5)}


def test_state_dict_keys_read_like_the_drawing() -> None:
    keys = list(graphs.compile(small()).state_dict())
    assert keys[:2] == ["hidden.weight", "hidden.bias"]
    assert set(keys) == {f"{node}.{key}" for node in ("hidden", "left", "right") for key in ("weight", "bias")}


def test_a_program_runs_only_what_its_outputs_need() -> None:
    net = small()
    tree = graphs.compile(net)
    program = tree.program((Source(net.node("left").id, "y"),))
    assert "self.right" not in "\n".join(line.text for line in program.lines)
    assert program is tree.program((Source(net.node("left").id, "y"),))


def test_taps_change_no_number() -> None:
    net = small()
    tree = graphs.compile(net)
    left, hidden = Source(net.node("left").id, "y"), Source(net.node("hidden").id, "y")
    x = torch.randn(5, 3)
    (plain,) = tree.program((left,))({"x": x})
    tapped, inside = tree.program((left, hidden))({"x": x})
    assert torch.equal(plain, tapped)
    assert inside.shape == (5, 4)


def test_an_error_of_torch_names_the_node() -> None:
    net = small()
    tree = graphs.compile(net)
    with pytest.raises(NodeError) as caught:
        tree(x=torch.zeros(7, 9))
    assert caught.value.name == "hidden"
    assert caught.value.node == net.node("hidden").id
    assert "3 per example" in str(caught.value)


def test_a_missing_input_is_named() -> None:
    with pytest.raises(TypeError, match="x did not come"):
        graphs.compile(small())(image=torch.zeros(1, 3))


def test_a_drawing_with_a_fault_is_not_compiled() -> None:
    net = graphs.Network()
    net.add("Linear", name="alone", out_features=2)
    with pytest.raises(graphs.CompileError, match="alone"):
        graphs.compile(net)


def test_weights_follow_their_node_through_a_new_name() -> None:
    project = graphs.Project(small())
    weights = graphs.read_weights(graphs.compile(project.network))
    from graphs.edits import ChangeNode

    project.apply(ChangeNode(project.network.node("hidden").id, name="renamed"))
    tree = graphs.compile(project.network)
    assert graphs.write_weights(tree, weights) == ()
    assert torch.equal(tree.state_dict()["renamed.weight"], torch.from_numpy(weights[2, "weight"]))


def test_only_nodes_whose_shapes_changed_start_anew() -> None:
    project = graphs.Project(small())
    weights = graphs.read_weights(graphs.compile(project.network))
    from graphs.edits import SetParameter

    left = project.network.node("left").id
    project.apply(SetParameter(left, "out_features", 9))
    assert graphs.write_weights(graphs.compile(project.network), weights) == (left,)


@pytest.mark.parametrize(
    ("name", "size"), [(name, size) for name in presets.names() for size in presets.info(name).sizes]
)
def test_the_printed_module_computes_the_same_numbers(name: str, size: str) -> None:
    project = presets.build(name, size)
    if size == "full" and graphs.summary(project.network).parameters > 10_000_000:
        pytest.skip("the same blocks as in small size, and many seconds")
    text = graphs.to_python(project.network, project.title)
    space: dict[str, object] = {}
    exec(compile(text, "<printed>", "exec"), space)
    (kind,) = [
        v for v in space.values() if isinstance(v, type) and issubclass(v, nn.Module) and v.__module__ != nn.__name__
    ][-1:]
    tree = graphs.compile(project.network).eval()
    printed = kind().eval()
    printed.load_state_dict(tree.state_dict(), strict=True)
    inputs = {}
    for step in tree.plan.steps:
        if step.call is None and not step.inputs:
            spec = next(iter(step.outputs.values()))
            counts = spec.dtype == "int64"
            inputs[step.name] = torch.ones(4, *spec.dims, dtype=torch.int64) if counts else torch.randn(4, *spec.dims)
    torch.manual_seed(0)  # what draws numbers, draws in evaluation too
    expected = tree(**inputs)
    import inspect

    named = {key.lower(): value for key, value in inputs.items()}  # printed code writes arguments small
    wanted = {key: named[key.lower()] for key in inspect.signature(printed.forward).parameters}
    torch.manual_seed(0)
    given = printed(**wanted)
    given = given if isinstance(given, dict) else dict(zip(expected, [given], strict=True))
    for key, value in expected.items():
        assert torch.equal(value, given[key])


def test_lenet_reads_like_code_a_person_wrote() -> None:
    text = graphs.to_python(presets.build("lenet5").network, "LeNet-5")
    assert "class LeNet5(nn.Module):" in text
    assert "def __init__(self, channels: int = 1, classes: int = 10) -> None:" in text
    assert "self.C1 = nn.Conv2d(channels, 6, kernel_size=5)" in text
    assert "x = self.C1(image)" in text
    assert "import graphs" not in text


def test_names_of_a_project_cannot_smuggle_code_into_a_program() -> None:
    net = graphs.Network()
    for hostile in ("x); import os", "a b", "__class__", "lambda", "é", "x\ny"):
        with pytest.raises(graphs.NetworkError):
            net.add("Input", name=hostile, field="features", shape=(3,))
    x = net.add("Input", name="x", field="f'); import os; ('", shape=(3,))
    net.add("Output", net.add("Linear", x, name="y1", out_features=2), name="out")
    assert "import os" not in graphs.to_python(net)


def test_what_cannot_be_printed_as_an_argument_is_refused() -> None:
    from graphs.programs import construction

    with pytest.raises(TypeError):
        construction(Call("torch.nn.Linear", (object(),)))


def test_a_look_into_the_first_copies_computes_no_further() -> None:
    """What is asked for inside copy 0, twice, needs neither the other copies nor anything behind the block."""
    project = presets.build("vanishing_gradients")
    tree = graphs.compile(project.network)
    place = next(step for step in tree.plan.steps if len(step.copies) > 2)
    inner = next(step for step in place.copies[0].body.steps if not step.is_entrance)
    source = Source(inner.node, next(iter(inner.outputs)), ((place.node, 0),))
    start = next(step for step in tree.plan.steps if step.is_entrance)
    given = torch.randn(2, *start.outputs["y"].dims)
    once, again = tree.program((source, source))({start.name: given})
    assert torch.equal(once, again) and once.shape[0] == 2
