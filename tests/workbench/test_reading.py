"""``workbench import``: a network out of Python code, and what is said when that does not work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

import graphs
from tests.graphs.importing.modules import Twice
from workbench.cli import main

CODE = "tests.graphs.importing.modules:"


def test_a_network_is_read_with_its_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "choice.workbench"
    words = ["import", f"{CODE}AroundChoosing", "--input", "4", "-o", str(path), "--trust", "--json"]
    assert main(words) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["python"] == ["tests.graphs.importing.modules.Choosing"]
    assert said["parameters"] == 50
    project = graphs.load(path)
    first = project.network.node("first").id
    assert project.weights[first, "weight"].shape == (4, 4)


def test_arguments_reach_the_callable(tmp_path: Path) -> None:
    path = tmp_path / "noisy.workbench"
    words = ["import", f"{CODE}Noisy", "--arguments", '{"size": 6}', "--input", "6", "-o", str(path), "--trust"]
    assert main(words) == 0
    (node,) = [node for node in graphs.load(path).network if node.type == "PythonModule"]
    assert json.loads(node.parameters["arguments"]) == {"size": 6}


def test_the_same_weights_give_the_same_numbers(tmp_path: Path) -> None:
    torch.manual_seed(3)
    wanted = Twice()
    torch.manual_seed(3)
    path = tmp_path / "twice.workbench"
    assert main(["import", f"{CODE}Twice", "--input", "4", "-o", str(path), "--trust"]) == 0
    project = graphs.load(path)
    tree = graphs.compile(project.network)
    graphs.write_weights(tree, project.weights)
    x = torch.randn(2, 4)
    assert torch.equal(tree(x=x)["output"], wanted(x))


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["torch.nn:Linear"], 2, "If you trust it, say so with --trust."),
        (["torch.nn", "--trust"], 1, "is not MODULE:CALLABLE"),
        (["nowhere_at_all:Net", "--trust"], 1, "cannot be found"),
        (["torch.nn:Linear", "--trust"], 1, "could not be made"),
        (["builtins:dict", "--trust"], 1, "not a torch.nn.Module"),
        (["torch.nn:Identity", "--arguments", "[1]", "--trust"], 1, "is not a JSON object"),
        (["torch.nn:Identity", "--input", "3,x", "--trust"], 1, "is not a shape such as 3,224,224"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    words: list[str], code: int, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", *words, "-o", str(tmp_path / "x.workbench")]) == code
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "x.workbench").exists()


def test_code_of_its_own_trains_only_when_trusted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network = graphs.Network()
    pixels = network.add("Input", name="pixels", field="pixels", shape=(1024,))
    label = network.add("Input", name="label", field="label", kind="index")
    target = f"{CODE.removesuffix(':')}.Noisy"
    given = {"target": target, "arguments": '{"size": 1024}', "gives": "1024", "parameters": 1024 * 1025}
    scores = network.add("PythonModule", pixels, name="own", **given)
    network.add("CrossEntropyLoss", scores, label, name="loss")
    graphs.save(graphs.Project(network), tmp_path / "own.workbench")
    words = ["train", str(tmp_path / "own.workbench"), "--epochs", "1", "--json", "--run-dir"]
    assert main([*words, str(tmp_path / "refused")]) == 1
    assert "It runs only when you say that you trust it" in "".join(capsys.readouterr())
    assert main([*words, str(tmp_path / "run"), "--trust"]) == 0
