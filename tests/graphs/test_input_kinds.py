"""What an Input can give: numbers with a fraction, whole numbers, yes and no, of any number of axes."""

from __future__ import annotations

from typing import Any

import pytest
import torch

import graphs
from graphs.diagnosis import diagnose
from graphs.layers.input_output import Input, kind_and_numbers
from graphs.tensors import Kind, TensorSpec


@pytest.mark.parametrize(
    ("says", "kind", "dtype"),
    [
        ({"shape": (), "dtype": "int64"}, Kind.INDEX, "int64"),
        ({"shape": (), "dtype": "float32"}, Kind.TENSOR, "float32"),
        ({"shape": (7,), "dtype": "int64"}, Kind.TOKENS, "int64"),
        ({"shape": (7,), "dtype": "bool"}, Kind.MASK, "bool"),
        ({"shape": (8, 8), "dtype": "int64"}, Kind.TENSOR, "int64"),
        ({"shape": (3, 8, 8), "dtype": "float32"}, Kind.IMAGE, "float32"),
        ({"shape": (3, 8, 8), "kind": "image", "dtype": "int64"}, Kind.IMAGE, "int64"),
        ({"shape": (8, 8), "kind": "mask"}, Kind.MASK, "bool"),
    ],
)
def test_an_input_gives_the_numbers_it_says(says: dict[str, Any], kind: Kind, dtype: str) -> None:
    spec = Input(**says).output()
    assert (spec.kind, spec.dtype, spec.dims) == (kind, dtype, says["shape"])
    again = Input(shape=spec.dims, **kind_and_numbers(spec)).output()  # type: ignore[arg-type]
    assert again == spec


def test_tokens_with_a_fraction_are_refused_with_the_way_out() -> None:
    net = graphs.Network()
    net.add("Output", net.add("Input", name="x", shape=(4,), kind="tokens", dtype="float32"), name="y")
    (problem,) = diagnose(net)
    assert problem.text.startswith("A tensor of kind tokens holds int64 numbers. The dtype is float32.")
    for fix in problem.fixes:
        copy = graphs.Project(net.copy())
        copy.apply(fix.edit)
        assert diagnose(copy.network) == []


def test_a_class_map_arrives_and_is_compared_with_scores_for_every_pixel() -> None:
    net = graphs.Network()
    image = net.add("Input", name="image", field="image", shape=(3, 8, 8))
    classes = net.add("Input", name="classes", field="classes", shape=(8, 8), dtype="int64")
    scores = net.add("Conv2d", image, name="scores", out_channels=5, kernel_size=1)
    net.add("Output", net.add("CrossEntropyLoss", scores, classes, name="loss"), name="how_wrong")
    assert diagnose(net) == []
    tree = graphs.compile(net)
    pixels, right = torch.rand(2, 3, 8, 8), torch.randint(0, 5, (2, 8, 8))
    expected = torch.nn.functional.cross_entropy(tree.get_submodule("scores")(pixels), right)
    assert torch.allclose(tree(image=pixels, classes=right)["how_wrong"], expected)
    assert TensorSpec.of(Kind.MASK, 8, 8).dtype == "bool"
