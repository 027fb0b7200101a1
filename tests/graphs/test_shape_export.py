"""Each layer that rearranges, merges, selects or calculates, taken away as code: the same weights, the same numbers."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

import graphs
from graphs.catalogue import layer_types
from graphs.tensors import Kind, TensorSpec

IMAGE, SEQUENCE, FEATURES, SIGNAL = Kind.IMAGE, Kind.SEQUENCE, Kind.FEATURES, Kind.SIGNAL


def spec(kind: Kind, *dims: int) -> TensorSpec:
    return TensorSpec.of(kind, *dims)


PICTURE, STEPS, VECTOR = spec(IMAGE, 4, 6, 6), spec(SEQUENCE, 4, 3), spec(FEATURES, 5)
LABEL, WORDS, MASK = spec(Kind.INDEX), spec(Kind.TOKENS, 4), spec(Kind.MASK, 4)
PAIR = (VECTOR, VECTOR)
DRAWN: list[tuple[str, dict[str, Any], tuple[TensorSpec, ...]]] = [
    ("Permute", {"dims": (1, 2, 0)}, (PICTURE,)),
    ("Transpose", {}, (STEPS,)),
    ("Unsqueeze", {}, (VECTOR,)),
    ("Squeeze", {}, (spec(IMAGE, 1, 6, 1),)),
    ("Expand", {"size": 3}, (spec(IMAGE, 1, 6, 6),)),
    ("Repeat", {"repeats": 3}, (STEPS,)),
    ("Roll", {"shifts": 2}, (STEPS,)),
    ("Flip", {}, (PICTURE,)),
    ("ChannelShuffle", {}, (PICTURE,)),
    ("ShiftRight", {"start": 1}, (WORDS,)),
    ("ToSequence", {}, (PICTURE,)),
    ("ToImage", {}, (STEPS,)),
    ("Pad", {"padding": (1, 2), "mode": "reflect"}, (STEPS,)),
    ("Pad", {"padding": (1, 0, 2, 1), "value": 0.5}, (PICTURE,)),
    ("Pad", {"padding": (0, 2), "value": 1}, (WORDS,)),
    ("CenterCrop", {"size": 3}, (PICTURE,)),
    ("CropLike", {}, (PICTURE, spec(IMAGE, 2, 4, 3))),
    ("Upsample", {"mode": "bilinear", "align_corners": True}, (PICTURE,)),
    ("ResizeLike", {}, (PICTURE, spec(IMAGE, 2, 9, 3))),
    ("PixelShuffle", {}, (PICTURE,)),
    ("PixelUnshuffle", {"downscale_factor": 3}, (PICTURE,)),
    ("Unfold", {"kernel_size": 3, "stride": 3}, (PICTURE,)),
    ("Fold", {"output_size": 6, "kernel_size": 3, "stride": 3}, (spec(SIGNAL, 18, 4),)),
    *((name, {}, PAIR) for name in ("Subtract", "Divide", "Maximum", "Minimum", "OuterProduct")),
    *((name, {}, PAIR) for name in ("DotProduct", "CosineSimilarity", "PairwiseDistance", "StraightThrough")),
    ("Lerp", {"alpha": 0.25}, PAIR),
    ("Lerp", {}, (*PAIR, VECTOR)),
    ("RandomInterpolate", {}, PAIR),
    ("Average", {}, (VECTOR, VECTOR, VECTOR)),
    ("Stack", {}, PAIR),
    ("MatMul", {}, (STEPS, spec(SEQUENCE, 3, 2))),
    ("DistanceMatrix", {}, (STEPS, spec(SEQUENCE, 2, 3))),
    ("GramMatrix", {}, (PICTURE,)),
    *((name, {}, (STEPS,)) for name in ("Mean", "Sum", "Max", "Min", "Norm", "Std", "Variance", "LogSumExp", "CumSum")),
    ("MaskedMean", {}, (STEPS, MASK)),
    ("Slice", {"start": 1, "step": 2}, (STEPS,)),
    ("Select", {"index": 2}, (STEPS,)),
    ("Split", {"sizes": (1, 3)}, (STEPS,)),
    ("Gather", {}, (VECTOR, LABEL)),
    ("Gather", {}, (STEPS, WORDS)),
    ("TopK", {"k": 2}, (VECTOR,)),
    ("ArgMax", {}, (VECTOR,)),
    ("OneHot", {"num_classes": 3}, (WORDS,)),
    ("LastStep", {}, (STEPS, LABEL)),
    ("LastStep", {}, (STEPS,)),
    ("FirstToken", {}, (STEPS,)),
    ("MaskedFill", {}, (spec(Kind.TENSOR, 4), MASK)),
    ("Where", {}, (MASK, spec(Kind.TENSOR, 4), spec(Kind.TENSOR, 4))),
    ("Scale", {"factor": 0.5}, (VECTOR,)),
    ("Shift", {"amount": -1.0}, (VECTOR,)),
    ("Power", {"exponent": 3.0}, (VECTOR,)),
    ("Clamp", {"min": 0.25, "max": None}, (VECTOR,)),
    *((name, {}, (VECTOR,)) for name in ("Abs", "Exp", "Log", "Sqrt", "Detach", "GradientReversal", "GradientScale")),
    ("LearnedTensor", {"shape": (1, 3)}, (STEPS,)),
    ("Buffer", {"shape": (1, 3)}, (STEPS,)),
    ("Constant", {"shape": (2, 2), "values": "1 0, 0 −1"}, (STEPS,)),
    ("Expression", {"expression": "a * sigmoid(b) + sqrt(2)"}, PAIR),
]


def drawn(name: str, parameters: dict[str, Any], arriving: tuple[TensorSpec, ...]) -> graphs.Network:
    """Inputs, the layer, and an Output for each of its outputs."""
    net = graphs.Network()
    sources = [
        net.add("Input", name=f"in{number}", field=f"f{number}", shape=one.dims, kind=one.kind.value)
        for number, one in enumerate(arriving)
    ]
    made = net.add(name, *sources, name="layer", **parameters)
    step = graphs.plan(net).step(made.node)
    assert step is not None, graphs.diagnose(net)
    for port in step.outputs:
        net.add("Output", made[port], name=f"out_{port}")
    return net


def numbers(one: TensorSpec) -> torch.Tensor:
    dims = (3, *(int(dim) for dim in one.dims))
    if one.dtype == "int64":
        return torch.randint(0, 2, dims)
    return torch.rand(dims) < 0.5 if one.dtype == "bool" else torch.rand(dims)


@pytest.mark.parametrize(
    ("name", "parameters", "arriving"), DRAWN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_code_a_person_takes_away_gives_the_same_numbers(
    name: str, parameters: dict[str, Any], arriving: tuple[TensorSpec, ...]
) -> None:
    net = drawn(name, parameters, arriving)
    text = graphs.to_python(net, "Taken")
    assert "import graphs" not in text
    space: dict[str, Any] = {}
    exec(compile(text, "<printed>", "exec"), space)
    tree, printed = graphs.compile(net).eval(), space["Taken"]().eval()
    printed.load_state_dict(tree.state_dict(), strict=True)
    assert isinstance(printed, nn.Module)
    inputs = {f"in{number}": numbers(one) for number, one in enumerate(arriving)}
    torch.manual_seed(0)
    expected = tree(**inputs)
    torch.manual_seed(0)
    given = printed(**inputs)
    given = given if isinstance(given, dict) else dict(zip(expected, [given], strict=True))
    for key, value in expected.items():
        assert torch.equal(value, given[key])


def test_every_type_of_these_files_is_tried() -> None:
    files = "rearranging resizing patches merging products selecting reducing arithmetic gradient sources expression"
    types = {name for name, kind in layer_types().items() if kind.__module__.rsplit(".", 1)[1] in files.split()}
    assert types <= {name for name, _, _ in DRAWN}
    assert len(types) >= 72


def test_functions_of_torch_stand_in_the_code_by_their_names() -> None:
    assert "torch.permute(in0, (0, 2, 3, 1))" in graphs.to_python(drawn("Permute", {"dims": (1, 2, 0)}, (PICTURE,)))
    text = graphs.to_python(drawn("Split", {"sizes": (1, 3)}, (STEPS,)))
    assert "torch.split(in0, [1, 3], 1)" in text
    text = graphs.to_python(drawn("Expression", {"expression": "a - b"}, PAIR))
    assert 'self.layer = Expression("a - b")' in text and "self.layer(a=in0, b=in1)" in text
