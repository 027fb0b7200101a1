"""Training that begins with weights learned elsewhere: by name and shape, and it says what starts anew."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

import graphs
from graphs.beginnings import begin_with, named
from graphs.compiler import write_weights
from graphs.document import snapshot
from graphs.elements import Average
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.engine.small import kept_weights, train
from workbench import cli
from workbench.beginnings import CannotBegin, begin, learned


def irises(width: int = 5) -> Project:
    """Tell irises apart: a body of two repeated blocks, a head."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    block = net.define("Layer")
    block.add("Output", block.add("Linear", block.add("Input", name="x"), name="fc", out_features=4), name="y")
    h = net.add("Layer", x, name="layer1", repeat=2, copies="beside")
    scores = net.add("Linear", net.add("Linear", h, name="hidden", out_features=width), name="head", out_features=3)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="iris"), epochs=1, batch_size=50, device="cpu"), "Irises")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A finished training."""
    train(irises(), tmp_path / "run")
    return tmp_path / "run"


def test_the_weights_of_a_run_are_found_by_name_and_shape(run: Path) -> None:
    project = irises(width=6)
    before = snapshot(project)
    found = begin(project, run)
    assert found.taken == ("layer1.fc.weight", "layer1.fc.bias", "layer2.fc.weight", "layer2.fc.bias", "head.bias")
    assert found.anew == ("hidden.weight", "hidden.bias", "head.weight")
    assert found.unused == ("head.weight", "hidden.bias", "hidden.weight")
    assert str(found.message) == (
        "5 of 8 weights taken over. These start anew: hidden.weight, hidden.bias, head.weight."
    )
    back = project.apply(found.edit)
    layer = project.network.node("layer1").id
    assert np.array_equal(project.weights[layer, "1.fc.weight"], learned(run)["layer2.fc.weight"])
    project.apply(back)
    assert project.weights == {} and snapshot(project) == before


def test_only_some_nodes_may_begin_with_them(run: Path) -> None:
    project = irises()
    found = begin(project, run, nodes=project.network.named(["layer1"]))
    assert {name.split(".")[0] for name in found.taken} == {"layer1", "layer2"} and found.anew == ()


def test_project_files_and_safetensors_files_are_read_too(run: Path, tmp_path: Path) -> None:
    project = irises()
    project.apply(begin(project, run).edit)
    graphs.save(project, tmp_path / "irises.workbench")
    save_file(named(project.network, project.weights), tmp_path / "irises.safetensors")
    for file in ("irises.workbench", "irises.safetensors"):
        found = begin(irises(), tmp_path / file)
        assert len(found.taken) == 8 and found.anew == () and str(found.message) == "8 of 8 weights taken over."


def test_training_begins_with_what_fits(run: Path, tmp_path: Path) -> None:
    kept, anew = (irises(width=6) for _ in range(2))
    for project in (kept, anew):
        project.recipe = project.recipe.model_copy(update={"seed": 1})
    kept.apply(begin(kept, run).edit)
    train(kept, tmp_path / "kept", keep_weights=True)
    train(anew, tmp_path / "anew")
    first, layer = learned(run)["layer1.fc.weight"], kept.network.node("layer1").id
    near, far = (
        float(np.abs(kept_weights(tmp_path / name)[layer, "0.fc.weight"] - first).max()) for name in ("kept", "anew")
    )
    assert near < 0.01 < far


def test_what_is_frozen_keeps_its_weights_when_all_else_starts_anew(run: Path, tmp_path: Path) -> None:
    project = irises()
    project.apply(begin(project, run).edit)
    body = project.network.node("layer1")
    project.network.put_node(replace(body, frozen=True))
    train(project, tmp_path / "transfer")
    before, after = kept_weights(run), kept_weights(tmp_path / "transfer")
    assert all(np.array_equal(after[key], before[key]) == (key[0] == body.id) for key in before)


def test_an_average_without_weights_of_its_own_begins_with_those_it_follows(run: Path) -> None:
    project = irises()
    net = project.network
    head, x = net.node("head"), net.node("hidden")
    mean = net.add("Linear", Outlet(net, x.id, "y"), name="mean", out_features=3,
                   share=Outlet(net, head.id, "y"), average=Average(0.9))  # fmt: skip
    net.add("Output", mean, name="calm")
    tree = graphs.compile(net)
    write_weights(tree, begin(project, run).weights)
    assert np.array_equal(tree.state_dict()["mean.weight"].numpy(), learned(run)["head.weight"])


def test_what_cannot_be_begun_with_says_why(run: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotBegin, match="There is no run and no file called nowhere"):
        learned("nowhere")
    graphs.save(irises(), tmp_path / "fresh.workbench")
    with pytest.raises(CannotBegin, match="fresh has not learned any weights yet"):
        learned(tmp_path / "fresh.workbench")
    (tmp_path / "broken.safetensors").write_bytes(b"not tensors")
    with pytest.raises(CannotBegin, match="broken.safetensors cannot be read"):
        learned(tmp_path / "broken.safetensors")
    other = Network()
    other.add("Output", other.add("Linear", other.add("Input", shape=(3,)), name="fc", out_features=2), name="y")
    with pytest.raises(CannotBegin, match=r"Here are fc\.weight, fc\.bias\."):
        begin(Project(other), run)
    assert begin_with(other, {}).taken == ()


def test_the_command_line_begins_with_them(run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graphs.save(irises(width=6), tmp_path / "wider.workbench")
    words = ["train", str(tmp_path / "wider.workbench"), "--weights-from", str(run), "--run-dir", str(tmp_path / "r")]
    assert cli.main([*words, "--threads", "1", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = (line for line in lines if line["event"] == "weights")
    assert len(told["taken"]) == 5 and told["anew"] == ["hidden.weight", "hidden.bias", "head.weight"]
    assert lines[-1]["event"] == "finished"
    assert cli.main(["train", "xor_relu", "--weights-from", str(run), "--run-dir", str(tmp_path / "s")]) == 2
    assert "No weight in" in capsys.readouterr().err
    assert cli.main(["train", "--resume", str(run), "--weights-from", str(run)]) == 2
