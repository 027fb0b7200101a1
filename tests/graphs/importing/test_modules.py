"""Modules with what makes them hard to read: what comes back, and that it calculates the same."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
import torch
from torch import nn

import graphs
from graphs.importing import imported
from tests.graphs.importing import modules as written

ROWS = (torch.randn(3, 4),)
READ: list[tuple[type[nn.Module], tuple[torch.Tensor, ...]]] = [
    (written.Twice, ROWS),
    (written.BlockTwice, ROWS),
    (written.Dead, ROWS),
    (written.Constants, ROWS),
    (written.Reader, (torch.randint(0, 20, (3, 5)),)),
    (written.Looking, (torch.randn(3, 5, 8), torch.randn(3, 7, 8))),
    (written.Encoder, (torch.randn(3, 5, 8),)),
    (written.OneProjection, (torch.randn(2, 5, 8),)),
    (written.Causal, (torch.randint(0, 10, (2, 5)),)),
    (written.Fused, (torch.randn(2, 5, 8),)),
    (written.Unet, (torch.randn(2, 1, 8, 8),)),
    (written.InPlace, ROWS),
    (written.Helped, ROWS),
]


def flat(result: Any) -> list[torch.Tensor]:
    if hasattr(result, "__dataclass_fields__"):
        return list(vars(result).values())
    if isinstance(result, torch.Tensor):
        return [result]
    return list(result.values()) if isinstance(result, dict) else list(result)


def both(module: nn.Module, network: graphs.Network, inputs: tuple[torch.Tensor, ...], training: bool) -> Any:
    """What the module and its drawing give for the same inputs, with the same weights and random numbers."""
    tree = graphs.compile(network, trust=True)
    tree.load_state_dict(module.state_dict(), strict=True)
    results = []
    names = [node.name for node in network if node.type == "Input"]
    for one, given, named in ((module, inputs, {}), (tree, (), dict(zip(names, inputs, strict=True)))):
        one.train(training)
        torch.manual_seed(1)
        with torch.no_grad():
            results.append(flat(one(*given, **named)))
    return results


@pytest.mark.parametrize(("kind", "inputs"), READ, ids=[kind.__name__ for kind, _ in READ])
def test_a_module_and_its_drawing_calculate_the_same(kind: type[nn.Module], inputs: tuple[torch.Tensor, ...]) -> None:
    module = kind()
    network = graphs.from_module(module, inputs)
    assert "PythonModule" not in {node.type for node in network}
    for training in (False, True):
        here, there = both(module, network, inputs, training)
        assert len(here) == len(there)
        assert all(torch.equal(a, b) for a, b in zip(here, there, strict=True))
    assert graphs.summary(network).parameters == sum(p.numel() for p in module.parameters())


def test_a_layer_and_a_block_used_twice_share_their_weights() -> None:
    network = graphs.from_module(written.Twice(), ROWS)
    assert network.node("linear2").share == network.node("linear").id
    network = graphs.from_module(written.BlockTwice(), ROWS)
    assert network.node("block2").share == network.node("block").id
    assert list(network.blocks) == ["Residual"]


def test_equal_layers_in_a_row_are_one_repeated_block() -> None:
    network = graphs.from_module(written.Encoder(), (torch.randn(3, 5, 8),))
    (layers,) = [node for node in network.blocks["TransformerEncoder"] if node.type == "TransformerEncoderLayer"]
    assert (layers.name, layers.repeat, layers.copies) == ("layers", 3, "inside")


def test_results_have_the_names_of_the_module() -> None:
    network = graphs.from_module(written.Looking(), {"x": torch.randn(3, 5, 8), "memory": torch.randn(3, 7, 8)})
    assert [node.name for node in network if node.type == "Output"] == ["seen", "weights"]
    network = graphs.from_module(written.Helped(), ROWS)
    outputs = {node.name: dict(node.parameters) for node in network if node.type == "Output"}
    assert outputs == {"logits": {}, "helper": {"training_only": True}}


def test_a_head_tied_to_its_embedding_stays_tied() -> None:
    module, tokens = written.Tied(), torch.randint(0, 30, (2, 5))
    network = graphs.from_module(module, tokens)
    (wire,) = network.wires_into(network.node("head").id, "weight")
    assert (network.node(wire.source).name, wire.source_port) == ("embed", "weight")
    assert graphs.summary(network).parameters == sum(p.numel() for p in module.parameters())
    tree = graphs.compile(network).eval()
    assert tree.load_state_dict(module.state_dict(), strict=False).unexpected_keys == ["head.weight"]
    assert torch.equal(tree(tokens=tokens)["output"], module.eval()(tokens))


def test_lists_of_modules_that_take_turns_get_other_names_and_say_so() -> None:
    module, tokens = written.Writer(), torch.randint(0, 30, (2, 5))
    found = imported(module, tokens)
    assert found.keys["blocks.1.qkv.weight"] == "blocks_1.qkv.weight"
    tree = graphs.compile(found.network)
    tree.load_state_dict({found.keys[key]: value for key, value in module.state_dict().items()}, strict=True)
    assert torch.allclose(tree(tokens=tokens)["output"], module(tokens), atol=1e-6)


@pytest.mark.parametrize("kind", [written.AroundChoosing, written.AroundNoisy])
def test_only_the_smallest_module_that_cannot_be_followed_stays_python(kind: type[nn.Module]) -> None:
    module = kind()
    network = graphs.from_module(module, ROWS)
    (closed,) = [node for node in network if node.type == "PythonModule"]
    assert closed.parameters["target"].rsplit(".", 1)[1] in ("Choosing", "Noisy")
    assert sum(node.type == "Linear" for node in network) == (2 if kind is written.AroundChoosing else 1)
    for training in (False, True):
        here, there = both(module, network, ROWS, training)
        assert torch.equal(here[0], there[0])


def test_python_of_its_own_runs_only_when_trusted_and_is_saved_as_a_name(tmp_path: Any) -> None:
    network = graphs.from_module(written.AroundChoosing(), ROWS)
    with pytest.raises(graphs.CompileError, match="Choosing, which is Python code of its own"):
        graphs.compile(network)
    graphs.save(graphs.Project(network), tmp_path / "choice.workbench")
    again = graphs.load(tmp_path / "choice.workbench")
    assert not again.trusted
    (closed,) = [node for node in again.network if node.type == "PythonModule"]
    assert json.loads(closed.parameters.get("arguments") or "{}") == {}
    with pytest.raises(graphs.CompileError):
        graphs.compile(again.network)


def test_a_target_that_is_no_module_is_refused() -> None:
    network = graphs.Network()
    x = network.add("Input", name="x", field="x", shape=(4,))
    network.add("Output", network.add("PythonModule", x, target="subprocess.Popen", gives="4"), name="y")
    with pytest.raises(TypeError, match="no class of modules"):
        graphs.compile(network, trust=True)


def test_what_cannot_be_read_at_all_is_said_in_words() -> None:
    class Local(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return x if x.sum() > 0 else -x

    with pytest.raises(graphs.ImportFailed, match="depends on the numbers that arrive"):
        graphs.from_module(Local(), ROWS)


def test_reading_changes_neither_weights_nor_random_numbers_nor_mode() -> None:
    module = nn.Sequential(nn.Linear(4, 4), nn.BatchNorm1d(4), nn.Dropout(0.5))
    module[1].eval()
    before = {key: value.clone() for key, value in module.state_dict().items()}
    state = torch.get_rng_state()
    graphs.from_module(module, ROWS)
    assert all(torch.equal(value, before[key]) for key, value in module.state_dict().items())
    assert torch.equal(torch.get_rng_state(), state)
    assert [one.training for one in module] == [True, False, True]


def test_our_own_compiled_network_can_be_read_back() -> None:
    network = graphs.Network()
    image = network.add("Input", name="image", field="image", shape=(1, 8, 8))
    block = network.define("Stage", channels=4)
    x = block.add("Input", name="x", field="x", shape=(1, 8, 8))
    h = block.add("ReLU", block.add("Conv2d", x, name="conv", out_channels="=channels", padding=1), name="relu")
    block.add("Output", h, name="y")
    h = network.add("Stage", network.add("Stage", image, name="s1"), name="s2", channels=8)
    network.add("Output", network.add("Linear", network.add("Flatten", h), name="head", out_features=3), name="logits")
    tree = graphs.compile(network)
    again = graphs.from_module(tree, {"image": torch.randn(2, 1, 8, 8)})
    other = graphs.compile(again)
    other.load_state_dict(tree.state_dict(), strict=True)
    x = torch.randn(2, 1, 8, 8)
    assert torch.equal(tree(image=x)["logits"], other(image=x)["logits"])


def test_the_name_is_there_before_torch_is() -> None:
    code = "import sys, graphs; graphs.from_module; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
