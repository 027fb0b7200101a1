"""Moving, cutting, padding, resizing and picking numbers: what comes out, what is refused, and that cures cure."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from graphs.catalogue import layer_types
from graphs.layer import Layer, ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import case
from tests.graphs.placing import SPECS, build, few, outputs, run, value_of
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

FILES = {
    "rearranging",
    "resizing",
    "patches",
    "merging",
    "products",
    "selecting",
    "reducing",
    "arithmetic",
    "gradient",
    "expression",
}
TYPES = sorted(name for name, kind in layer_types().items() if kind.__module__.rsplit(".", 1)[1] in FILES)


def spec(kind: Kind, *dims: int) -> TensorSpec:
    return TensorSpec.of(kind, *dims)


def given_by(of: Layer, specs: dict[str, Any], **values: Any) -> dict[str, torch.Tensor]:
    """What a layer gives for real tensors, by output port."""
    call = of.torch(**specs)
    assert call is not None
    return run(call, build(call), values, tuple(outputs(of, specs)))


def only(of: Layer, specs: dict[str, Any], **values: Any) -> torch.Tensor:
    (value,) = given_by(of, specs, **values).values()
    return value


def test_words_move_one_step_later_behind_a_start_token() -> None:
    words = spec(Kind.TOKENS, 4)
    y = only(layer("ShiftRight", start=9), {"x": words}, x=torch.tensor([[1, 2, 3, 4]]))
    assert y.tolist() == [[9, 1, 2, 3]] and y.dtype == torch.int64
    assert layer("ShiftRight").output(words) == words


def test_an_image_becomes_a_sequence_of_places_and_an_image_again() -> None:
    picture, x = image(3, 4, 5), torch.rand(2, 3, 4, 5)
    steps = only(layer("ToSequence"), {"x": picture}, x=x)
    assert torch.equal(steps[:, 6], x[:, :, 1, 1])  # row 1, column 1 of rows of 5
    assert layer("ToSequence").output(picture) == spec(Kind.SEQUENCE, 20, 3)
    back = only(layer("ToImage", height=4), {"x": spec(Kind.SEQUENCE, 20, 3)}, x=steps)
    assert torch.equal(back, x)


def test_permute_says_what_the_axes_mean_when_asked() -> None:
    assert layer("Permute", dims=(1, 2, 0), kind="tensor").output(image(3, 4, 5)) == TensorSpec(Kind.TENSOR, (4, 5, 3))
    assert layer("Transpose").output(spec(Kind.SIGNAL, 3, 8)) == spec(Kind.SEQUENCE, 8, 3)


def test_masks_and_tokens_keep_their_number_type() -> None:
    assert layer("Unsqueeze").output(spec(Kind.MASK, 4)) == spec(Kind.MASK, 4, 1)
    assert layer("Select", index=0).output(spec(Kind.TOKENS, 4)) == spec(Kind.INDEX)
    assert layer("Flip").output(spec(Kind.TOKENS, 4)) == spec(Kind.TOKENS, 4)


@pytest.mark.parametrize("mode", ["constant", "reflect", "replicate", "circular"])
def test_padding_a_sequence_adds_steps_as_torch_does_on_a_signal(mode: str) -> None:
    x = torch.rand(2, 5, 3)
    y = only(layer("Pad", padding=(1, 2), mode=mode), {"x": spec(Kind.SEQUENCE, 5, 3)}, x=x)
    expected = torch.nn.functional.pad(x.transpose(1, 2), (1, 2), mode=mode).transpose(1, 2)
    assert torch.equal(y, expected)


def test_the_border_begins_with_the_last_axis() -> None:
    padded = layer("Pad", padding=(1, 2, 0, 4))
    assert padded.output(image(3, 5, 5)) == image(3, 9, 8)
    assert [sum_.text for sum_ in padded.arithmetic(image(3, 5, 5))] == ["5 + 0 + 4 = 9", "5 + 1 + 2 = 8"]


def test_crops_keep_the_middle() -> None:
    x = torch.arange(25.0).reshape(1, 1, 5, 5)
    y = only(layer("CenterCrop", size=3), {"x": image(1, 5, 5)}, x=x)
    assert y[0, 0].tolist() == [[6, 7, 8], [11, 12, 13], [16, 17, 18]]
    like = only(layer("CropLike"), {"x": image(1, 5, 5), "like": image(7, 3, 3)}, x=x, like=torch.rand(1, 7, 3, 3))
    assert torch.equal(like, y)


def test_fold_undoes_unfold_where_windows_do_not_overlap() -> None:
    x, windows = torch.rand(2, 3, 6, 6), {"kernel_size": 2, "stride": 2}
    columns = only(layer("Unfold", **windows), {"x": image(3, 6, 6)}, x=x)
    assert layer("Unfold", **windows).output(image(3, 6, 6)) == spec(Kind.SIGNAL, 12, 9)
    back = only(layer("Fold", output_size=6, **windows), {"x": spec(Kind.SIGNAL, 12, 9)}, x=columns)
    assert torch.equal(back, x)


def test_a_split_has_as_many_outputs_as_parts() -> None:
    gates = layer("Split", parts=4).output(features(12))
    assert isinstance(gates, dict) and list(gates) == ["y1", "y2", "y3", "y4"]
    sizes = layer("Split", sizes=(2, 3)).output(features(5))
    assert isinstance(sizes, dict) and {port: s.dims for port, s in sizes.items()} == {"y1": (2,), "y2": (3,)}
    parts = given_by(layer("Split", sizes=(2, 3)), {"x": features(5)}, x=torch.arange(5.0).reshape(1, 5))
    assert parts["y2"].tolist() == [[2, 3, 4]]


def test_gather_reads_the_score_of_the_right_class_and_the_hidden_words() -> None:
    scores = torch.tensor([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]])
    right = only(layer("Gather"), {"x": features(3), "index": spec(Kind.INDEX)}, x=scores, index=torch.tensor([1, 2]))
    assert torch.equal(right, torch.tensor([0.7, 0.2]))
    words = torch.arange(12.0).reshape(1, 4, 3)
    specs = {"x": spec(Kind.SEQUENCE, 4, 3), "index": spec(Kind.TOKENS, 2)}
    hidden = only(layer("Gather"), specs, x=words, index=torch.tensor([[3, 1]]))
    assert hidden.tolist() == [[[9, 10, 11], [3, 4, 5]]]


def test_the_last_step_is_the_last_real_one_when_lengths_are_wired() -> None:
    x = torch.arange(12.0).reshape(2, 3, 2)
    specs = {"x": spec(Kind.SEQUENCE, 3, 2), "lengths": spec(Kind.INDEX)}
    y = only(layer("LastStep"), specs, x=x, lengths=torch.tensor([1, 3]))
    assert y.tolist() == [[0, 1], [10, 11]]
    assert torch.equal(only(layer("LastStep"), {"x": specs["x"]}, x=x), x[:, -1])


def test_the_mean_of_a_sentence_leaves_padding_out() -> None:
    x, mask = torch.tensor([[[1.0], [3.0], [100.0]]]), torch.tensor([[True, True, False]])
    specs = {"x": spec(Kind.SEQUENCE, 3, 1), "mask": spec(Kind.MASK, 3)}
    assert only(layer("MaskedMean"), specs, x=x, mask=mask).tolist() == [[2.0]]
    assert only(layer("MaskedMean"), specs, x=x, mask=torch.zeros(1, 3, dtype=torch.bool)).tolist() == [[0.0]]


def test_top_k_gives_values_and_places() -> None:
    best = given_by(layer("TopK", k=2), {"x": features(4)}, x=torch.tensor([[3.0, 9.0, 1.0, 7.0]]))
    assert best["values"].tolist() == [[9, 7]] and best["indices"].tolist() == [[1, 3]]


def test_one_hot_rows_are_numbers_a_layer_can_calculate_with() -> None:
    rows = only(layer("OneHot", num_classes=3), {"x": spec(Kind.INDEX)}, x=torch.tensor([2, 0]))
    assert rows.tolist() == [[0, 0, 1], [1, 0, 0]] and rows.dtype == torch.float32


SENTENCES = [
    (
        layer("ToImage"), (spec(Kind.SEQUENCE, 12, 3),),
        "ToImage needs a square number of steps, such as 49 = 7·7. It gets a sequence, 12×3 = 36 numbers. "
        "Every row of the image takes the same number of steps.",
    ),
    (
        layer("Select", dim=2), (spec(Kind.SEQUENCE, 4, 3),),
        "Select finds the axes 0 to 1 here. Its dim is 2. Axes are counted without the batch, and −1 is the last one.",
    ),
    (
        layer("Split", parts=4), (features(10),),
        "Split needs a size that divides by 4. The axis has 10. "
        "The parts together are the whole: nothing is left over.",
    ),
    (
        layer("Expand"), (image(3, 4, 4),),
        "Expand repeats along an axis of size 1. It gets an image, 3×4×4 = 48 numbers. "
        "Unsqueeze makes such an axis; Repeat copies axes of any size.",
    ),
    (
        layer("Upsample", mode="linear"), (image(3, 4, 4),),
        "Upsample fills this in with nearest, bilinear, bicubic. Its mode is linear. "
        "Each way of filling in belongs to one number of axes.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "inputs", "words"), SENTENCES, ids=lambda v: v.type_name() if isinstance(v, Layer) else ""
)
def test_a_refusal_says_what_what_came_and_what_to_do(asked: Layer, inputs: tuple[Any, ...], words: str) -> None:
    assert sentence(refusal(asked, *inputs)) == words


@pytest.mark.parametrize(
    ("broken", "inputs", "title"),
    [
        (layer("ToImage"), {"x": spec(Kind.SEQUENCE, 12, 3)}, "Set height to 3"),
        (layer("Split", parts=4), {"x": features(10)}, "Set sizes to (2, 2, 2, 4)"),
        (layer("Split", sizes=(2, 3)), {"x": features(9)}, "Set sizes to (2, 7)"),
        (layer("Pad", mode="reflect", padding=(9, 0)), {"x": features(5)}, "Set mode to replicate"),
        (layer("PixelShuffle", upscale_factor=4), {"x": image(12, 2, 2)}, "Set upscale_factor to 2"),
        (layer("TopK", k=9), {"x": features(5)}, "Set k to 5"),
        (layer("Std"), {"x": features(1)}, "Set correction to 0"),
        (layer("Permute"), {"x": image(3, 4, 5)}, "Set dims to (1, 2, 0)"),
        (layer("Fold", output_size=5, kernel_size=2, stride=2), {"x": spec(Kind.SIGNAL, 4, 9)}, "Set output_size to 6"),
        (
            layer("MatMul"), {"a": spec(Kind.SEQUENCE, 4, 3), "b": spec(Kind.SEQUENCE, 5, 3)},
            "Put Transpose (dim0=-2, dim1=-1) in between",
        ),
        (
            layer("MaskedFill"), {"x": spec(Kind.SEQUENCE, 4, 3), "mask": spec(Kind.MASK, 4)},
            "Add axes to the end of the mask (1)",
        ),
        (
            layer("Subtract"), {"a": features(5), "b": features(7)},
            "Put Linear (out_features=5) in between",
        ),
    ],
    ids=lambda v: v.type_name() if isinstance(v, Layer) else "",
)  # fmt: skip
def test_what_is_offered_cures(broken: Layer, inputs: dict[str, Any], title: str) -> None:
    error = refusal(broken, *inputs.values())
    (fix,) = [fix for fix in error.fixes if str(fix.title) == title]
    cured(broken, inputs, fix)


@pytest.mark.parametrize("name", TYPES)
def test_whatever_arrives_is_taken_or_refused_with_a_reason_and_cures_that_work(name: str) -> None:
    kind = layer_types()[name]

    @st.composite
    def anything(draw: st.DrawFn) -> tuple[Layer, dict[str, Any]]:
        from graphs.catalogue import ParameterError, check_parameters, fields_of

        special = case(name).parameters
        try:
            of = check_parameters(kind, {i.name: draw(special.get(i.name, value_of(i))) for i in fields_of(kind)})
        except ParameterError:
            of = kind()
        arriving: dict[str, Any] = {}
        for port in kind.inputs:
            if port.optional and draw(st.booleans()):
                continue
            whichever = st.sampled_from(tuple(Kind)).flatmap(lambda k: SPECS[k].map(lambda dims: spec(k, *dims)))
            earlier = [s for s in arriving.values() if isinstance(s, TensorSpec)]
            one = draw(st.sampled_from(earlier) | whichever if earlier else whichever)
            arriving[port.name] = (one, draw(whichever)) if port.many else one
        return of, arriving

    @few(25)
    @given(anything())
    def check(placing: tuple[Layer, dict[str, Any]]) -> None:
        of, arriving = placing
        try:
            of.output(**arriving)
        except ShapeError as error:
            assert error.hint is not None or error.fixes
            for fix in error.fixes:
                cured(of, arriving, fix)

    check()
