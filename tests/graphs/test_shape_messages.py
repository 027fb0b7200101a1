"""What a layer says when it cannot take what arrives, and that each fix it proposes is a cure."""

from __future__ import annotations

from typing import Any

import pytest

from graphs.catalogue import check_parameters, layer_type
from graphs.layer import Layer, Proposal, ShapeError
from graphs.tensors import Kind, TensorSpec

IMAGE = TensorSpec.of(Kind.IMAGE, 16, 5, 5)
LABEL = TensorSpec.of(Kind.INDEX)


def features(n: int) -> TensorSpec:
    return TensorSpec.of(Kind.FEATURES, n)


def image(*dims: int) -> TensorSpec:
    return TensorSpec.of(Kind.IMAGE, *dims)


def layer(name: str, **parameters: Any) -> Layer:
    return check_parameters(layer_type(name), parameters)


def refusal(of: Layer, *inputs: Any) -> ShapeError:
    with pytest.raises(ShapeError) as caught:
        of.output(*inputs)
    return caught.value


def sentence(error: ShapeError) -> str:
    return f"{error.expected} {error.got} {error.hint}"


def cured(broken: Layer, inputs: dict[str, Any], fix: Proposal) -> TensorSpec | dict[str, TensorSpec]:
    """Apply a proposal as the diagnosis does: set parameters, put layers on the wire, or use another type."""
    arriving = dict(inputs)
    if fix.replace:
        return layer(fix.replace, **fix.set).output(**arriving)
    for name, parameters in fix.insert:
        arriving[fix.port] = layer(name, **parameters).output(arriving[fix.port])
    return check_parameters(type(broken), {**broken.model_dump(), **fix.set}).output(**arriving)


SENTENCES = [
    (
        layer("Linear"), (IMAGE,),
        "Linear takes features or a sequence. It gets an image, 16×5×5 = 400 numbers. Put Flatten in between.",
    ),
    (
        layer("Conv2d", kernel_size=7), (IMAGE,),
        "Conv2d needs an image of at least 7×7 here. It gets an image, 16×5×5 = 400 numbers. "
        "A kernel that spans 7×7 does not fit into 5×5, padding included.",
    ),
    (
        layer("Conv2d"), (features(49),),
        "Conv2d takes an image. It gets features, 49 numbers. Read the features as an image with Reshape.",
    ),
    (
        layer("Add"), (image(128, 8, 8), image(64, 16, 16)),
        "Add needs two inputs of the same shape. They differ: channels 128 and 64; height 8 and 16; width 8 and 16. "
        "A projection on one of the wires makes them equal.",
    ),
    (
        layer("Reshape", shape=(1, 28, 28)), (features(1024),),
        "Reshape to 1×28×28 needs 784 numbers. It gets features, 1,024 numbers. "
        "The new dimensions, multiplied, must give as many numbers as arrive.",
    ),
    (
        layer("ReLU"), (LABEL,),
        "ReLU calculates with numbers that can have a fraction. It gets a label. "
        "Labels, tokens and masks are names, not quantities, so no layer in between helps: wire numbers here.",
    ),
    (
        layer("CrossEntropyLoss"), (features(1), LABEL),
        "CrossEntropyLoss needs at least two numbers, one per class. It gets features, one number. "
        "For one number per example use BCEWithLogitsLoss, or give the last layer one output per class.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "inputs", "words"), SENTENCES, ids=lambda v: v.type_name() if isinstance(v, Layer) else ""
)
def test_the_sentence(asked: Layer, inputs: tuple[Any, ...], words: str) -> None:
    assert sentence(refusal(asked, *inputs)) == words


BROKEN = [
    (layer("Linear"), {"x": IMAGE}, ["Put Flatten in between"]),
    (layer("Conv2d", kernel_size=7), {"x": IMAGE}, ["Set padding to 1", "Set kernel_size to 5"]),
    (layer("Conv2d", kernel_size=3, dilation=3), {"x": IMAGE}, ["Set padding to 1", "Set kernel_size to 2"]),
    (layer("Conv2d", groups=3), {"x": IMAGE}, ["Set groups to 1"]),
    (layer("Conv2d", padding=6, padding_mode="reflect"), {"x": IMAGE}, ["Set padding_mode to zeros"]),
    (layer("Conv2d"), {"x": features(49)}, ["Put Reshape (shape=(1, 7, 7)) in between"]),
    (layer("MaxPool2d", kernel_size=6), {"x": IMAGE}, ["Set padding to 1", "Set kernel_size to 5"]),
    (layer("AvgPool2d", kernel_size=2, padding=2), {"x": IMAGE}, ["Set padding to 1"]),
    (layer("Flatten", start_dim=3, end_dim=2), {"x": IMAGE}, ["Join all axes"]),
    (layer("Reshape", shape=(1, 28, 28)), {"x": features(1568)}, ["Set shape to (-1, 28, 28)"]),
    (layer("Reshape", shape=(-1, 3), kind="image"), {"x": features(9)}, ["Set kind to auto"]),
    (layer("Input", shape=(3, 8), kind="image"), {}, ["Set kind to auto"]),
    (layer("Softmax", dim=4), {"x": features(3)}, ["Set dim to None"]),
    (
        layer("Add"), {"a": image(128, 4, 4), "b": image(64, 8, 8)},
        ["Put Conv2d (out_channels=128, kernel_size=1, stride=2) in between"],
    ),
    (
        layer("Add"), {"a": features(5), "b": features(7)},
        ["Put Linear (out_features=5) in between", "Put Linear (out_features=7) in between"],
    ),
    (layer("Multiply"), {"a": image(16, 5, 5), "b": features(16)}, ["Put Reshape (shape=(16, 1, 1)) in between"]),
    (layer("Concat", dim=0), {"xs": (image(2, 4, 3), image(2, 4, 5))}, ["Set dim to 2"]),
    (layer("BatchNorm1d"), {"x": IMAGE}, ["Use BatchNorm2d instead"]),
    (layer("BatchNorm2d", eps=0.1), {"x": TensorSpec.of(Kind.SEQUENCE, 4, 3)}, ["Use LayerNorm instead"]),
    (layer("InstanceNorm2d"), {"x": features(4)}, ["Use LayerNorm instead"]),
    (layer("Dropout2d", p=0.1), {"x": features(4)}, ["Use Dropout instead"]),
    (layer("Conv1d", kernel_size=5), {"x": IMAGE}, ["Use Conv2d instead"]),
    (layer("Conv2d", padding=1), {"x": TensorSpec.of(Kind.VOLUME, 1, 4, 4, 4)}, ["Use Conv3d instead"]),
    (layer("MaxPool2d"), {"x": TensorSpec.of(Kind.SIGNAL, 2, 8)}, ["Use MaxPool1d instead"]),
    (layer("GlobalAveragePool2d"), {"x": TensorSpec.of(Kind.SIGNAL, 2, 8)}, ["Use GlobalAveragePool1d instead"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "inputs", "titles"), BROKEN, ids=lambda v: v.type_name() if isinstance(v, Layer) else ""
)
def test_every_fix_cures(broken: Layer, inputs: dict[str, Any], titles: list[str]) -> None:
    error = refusal(broken, *inputs.values())
    offered = [str(fix.title) for fix in error.fixes]
    assert [title for title in titles if title not in offered] == []
    for fix in error.fixes:
        cured(broken, inputs, fix)


def test_without_a_fix_the_hint_says_why() -> None:
    for asked, inputs in (
        (layer("BatchNorm1d"), (LABEL,)),
        (layer("Concat"), (())),
        (layer("HingeLoss"), (features(2), LABEL)),
        (layer("MSELoss"), (features(2), features(3))),
        (layer("Linear"), (LABEL,)),
    ):
        error = refusal(asked, *(inputs or ((),)))
        assert error.fixes == () and error.hint is not None and len(str(error.hint)) > 20


def test_the_arithmetic_of_a_convolution_reads_as_in_a_book() -> None:
    rows, columns = layer("Conv2d", out_channels=6, kernel_size=5).arithmetic(image(1, 32, 32))
    assert rows.text == columns.text == "⌊(32 + 2·0 − 5)/1⌋ + 1 = 28"
    assert [term.name for term in rows.terms if term.name] == ["input", "padding", "kernel", "stride"]
    wide, _ = layer("Conv2d", kernel_size=3, dilation=2, padding=1).arithmetic(image(1, 8, 8))
    assert wide.text == "⌊(8 + 2·1 − 2·(3 − 1) − 1)/1⌋ + 1 = 6"
    assert layer("Flatten").arithmetic(IMAGE)[0].text == "16 · 5 · 5 = 400"


def test_the_cost_shows_its_sum() -> None:
    cost = layer("Conv2d", out_channels=6, kernel_size=5).cost(image(1, 32, 32))
    assert (cost.parameters.sum, cost.parameters.number) == ("6 × (1·5·5 + 1)", 156)
    assert (cost.multiply_adds.sum, cost.multiply_adds.number) == ("6 × 1·5·5 × 28·28", 117_600)
    assert layer("BatchNorm2d").cost(IMAGE).buffers == 2 * 16 + 1


def test_the_call_leaves_out_what_torch_does_anyway() -> None:
    call = layer("Conv2d", out_channels=6, kernel_size=5).torch(image(1, 32, 32))
    assert call is not None and (call.args, dict(call.kwargs)) == ((1, 6), {"kernel_size": 5})
    pool = layer("MaxPool2d", kernel_size=2, stride=2).torch(image(1, 32, 32))
    assert pool is not None and dict(pool.kwargs) == {"kernel_size": 2}
