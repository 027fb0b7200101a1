"""Pooling gives the numbers of its formula, remembers and draws as it says, and explains itself."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from graphs.catalogue import ParameterError, check_parameters, layer_type
from graphs.layer import Layer, ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build
from tests.graphs.test_shape_messages import cured

IMAGE = TensorSpec.of(Kind.IMAGE, 2, 4, 6)


def layer(name: str, **parameters: Any) -> Layer:
    return check_parameters(layer_type(name), parameters)


def built(of: Layer, **inputs: TensorSpec) -> Any:
    call = of.torch(**inputs)
    assert call is not None
    return build(call).eval()


def test_l2_pooling_is_the_root_of_the_sum_of_squares() -> None:
    x = torch.tensor([[[[3.0, 4.0], [0.0, 12.0]]]])
    assert built(layer("LPPool2d"), x=TensorSpec.of(Kind.IMAGE, 1, 2, 2))(x).item() == pytest.approx(13)


def test_max_over_time_keeps_one_number_per_filter_however_long_the_text_is() -> None:
    text = TensorSpec.of(Kind.SIGNAL, 6, "T")
    assert layer("GlobalMaxPool1d").output(x=text) == TensorSpec.of(Kind.FEATURES, 6)


def test_unpooling_puts_numbers_back_where_they_came_from() -> None:
    odd = TensorSpec.of(Kind.IMAGE, 2, 5, 7)
    pooling, unpooling = layer("MaxPool2dWithIndices"), layer("MaxUnpool2d", output_size=(5, 7))
    small = pooling.output(x=odd)
    assert isinstance(small, dict)
    assert unpooling.output(x=small["y"], indices=small["indices"]) == odd
    x = torch.randn(1, 2, 5, 7)
    y, indices = built(pooling, x=odd)(x)
    call = unpooling.torch(x=small["y"], indices=small["indices"])
    assert call is not None
    back = build(call)(y, indices, **call.on_kwargs)
    found = back != 0
    assert torch.equal(back[found], x[found]) and int(found.sum()) == y.numel()


def test_stochastic_pooling_expects_the_mean_weighted_by_the_numbers_themselves() -> None:
    pooling = built(layer("StochasticPool2d"), x=IMAGE)
    x = torch.tensor([[[[1.0, 3.0], [0.0, -5.0]]]])
    assert pooling(x).item() == pytest.approx((1 * 1 + 3 * 3) / 4)


def test_stochastic_pooling_draws_large_numbers_more_often_while_training() -> None:
    torch.manual_seed(0)
    pooling = built(layer("StochasticPool2d"), x=IMAGE).train()
    drawn = pooling(torch.tensor([[1.0, 3.0], [0.0, -5.0]]).expand(1, 4000, 2, 2))
    assert set(drawn.flatten().tolist()) == {1.0, 3.0}
    assert (drawn == 3).float().mean().item() == pytest.approx(0.75, abs=0.03)


def test_stochastic_pooling_of_zeros_is_zero_and_has_a_slope() -> None:
    pooling = built(layer("StochasticPool2d"), x=IMAGE)
    for training in (True, False):
        x = torch.zeros(1, 1, 2, 2, requires_grad=True)
        y = pooling.train(training)(x)
        y.sum().backward()
        assert y.item() == 0 and x.grad is not None and bool(torch.isfinite(x.grad).all())


def test_a_pyramid_has_the_same_length_for_images_of_any_size() -> None:
    pyramid = layer("SpatialPyramidPool", levels=(1, 2, 4))
    for size in (5, 9):
        x = TensorSpec.of(Kind.IMAGE, 3, size, size)
        assert pyramid.output(x=x) == TensorSpec.of(Kind.FEATURES, 3 * (1 + 4 + 16))
    x = torch.randn(1, 3, 8, 8)
    assert torch.equal(built(pyramid, x=IMAGE)(x)[:, :3], x.amax(dim=(2, 3)))


def test_a_pyramid_needs_at_least_one_grid() -> None:
    with pytest.raises(ParameterError, match="levels"):
        layer("SpatialPyramidPool", levels=())


def test_fractional_pooling_shrinks_by_the_ratio() -> None:
    assert layer("FractionalMaxPool2d", output_ratio=0.7).output(x=TensorSpec.of(Kind.IMAGE, 1, 10, 20)) == (
        TensorSpec.of(Kind.IMAGE, 1, 7, 14)
    )


REFUSALS: list[tuple[Layer, dict[str, TensorSpec], str]] = [
    (layer("MaxPool1d", kernel_size=5), {"x": TensorSpec.of(Kind.SIGNAL, 1, 3)}, "MaxPool1d needs a signal"),
    (layer("AvgPool1d"), {"x": TensorSpec.of(Kind.SEQUENCE, 4, 3)}, "AvgPool1d takes a signal"),
    (layer("MaxPool1d", padding=2), {"x": TensorSpec.of(Kind.SIGNAL, 1, 9)}, "MaxPool1d allows a padding"),
    (
        layer("MaxPool3d", kernel_size=(5, 1, 1)), {"x": TensorSpec.of(Kind.VOLUME, 1, 2, 2, 2)},
        "MaxPool3d needs a volume of at least 5×1×1",
    ),
    (
        layer("AvgPool3d", kernel_size=3, padding=1), {"x": TensorSpec.of(Kind.VOLUME, 1, 2, 2, 2)},
        "AvgPool3d needs a volume of at least 3×3×3",
    ),
    (
        layer("FractionalMaxPool2d", kernel_size=3, output_ratio=0.9), {"x": TensorSpec.of(Kind.IMAGE, 1, 4, 4)},
        "FractionalMaxPool2d needs room for 3×3",
    ),
    (
        layer("MaxUnpool2d", output_size=(9, 9)),
        {"x": TensorSpec.of(Kind.IMAGE, 1, 2, 2), "indices": TensorSpec(Kind.TENSOR, (1, 2, 2), "int64")},
        "MaxUnpool2d can give 3 to 5 here",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "inputs", "expected"), REFUSALS, ids=lambda value: str(value)[:30])
def test_a_refusal_says_what_is_expected_and_every_cure_works(
    broken: Layer, inputs: dict[str, TensorSpec], expected: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        broken.output(**inputs)
    error = caught.value
    assert str(error.expected).startswith(expected) and error.fixes
    for fix in error.fixes:
        cured(broken, inputs, fix)


def test_indices_must_be_those_of_the_pooling() -> None:
    with pytest.raises(ShapeError, match="one index for every number"):
        layer("MaxUnpool2d").output(x=IMAGE, indices=TensorSpec(Kind.TENSOR, (2, 4, 5), "int64"))


@pytest.mark.parametrize(("name", "kind"), [("StochasticPool1d", Kind.SIGNAL), ("StochasticPool3d", Kind.VOLUME)])
def test_lots_are_drawn_in_proportion_along_and_through(name: str, kind: Kind) -> None:
    spec = TensorSpec.of(kind, 1, *([2] * (1 if kind is Kind.SIGNAL else 3)))
    pooling, x = built(layer(name), x=spec), torch.zeros(1, *spec.dims)
    x.flatten()[0], x.flatten()[-1] = 1.0, 3.0
    assert pooling(x).item() == pytest.approx((1 + 9) / 4)
    torch.manual_seed(0)
    drawn = pooling.train()(x.expand(4000, *spec.dims))
    assert (drawn == 3).float().mean().item() == pytest.approx(0.75, abs=0.03)
    assert set(drawn.unique().tolist()) == {1.0, 3.0}
