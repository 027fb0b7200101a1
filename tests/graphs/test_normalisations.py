"""Normalisations give the mean, spread and length they promise, and say what they cannot take."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build, run
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

VOLUME = TensorSpec.of(Kind.VOLUME, 4, 3, 5, 5)
SIGNAL = TensorSpec.of(Kind.SIGNAL, 4, 30)
SEQUENCE = TensorSpec.of(Kind.SEQUENCE, 5, 6)


def built(of: Layer, x: TensorSpec) -> Any:
    """The module of a layer for an input."""
    call = of.torch(x=x)
    assert call is not None
    return build(call)


def numbers(x: TensorSpec, batch: int = 6) -> torch.Tensor:
    """A batch far from mean 0 and spread 1."""
    return 5 + 3 * torch.randn(batch, *x.dims, generator=torch.Generator().manual_seed(0))


def check_mean_and_spread(y: torch.Tensor, over: tuple[int, ...]) -> None:
    """Each set of numbers along these axes has mean 0 and spread 1."""
    mean, spread = y.mean(dim=over), y.std(dim=over, correction=0)
    torch.testing.assert_close(mean, torch.zeros_like(mean), atol=1e-4, rtol=0)
    torch.testing.assert_close(spread, torch.ones_like(spread), atol=1e-3, rtol=0)


@pytest.mark.parametrize(
    ("asked", "x", "over"),
    [
        (layer("BatchNorm3d"), VOLUME, (0, 2, 3, 4)),
        (layer("InstanceNorm1d"), SIGNAL, (2,)),
        (layer("InstanceNorm2d"), image(4, 6, 6), (2, 3)),
        (layer("InstanceNorm3d"), VOLUME, (2, 3, 4)),
        (layer("GroupNorm", num_groups=1), VOLUME, (1, 2, 3, 4)),
        (layer("GroupNorm", num_groups=4), SIGNAL, (2,)),
    ],
    ids=lambda v: v.type_name() if isinstance(v, Layer) else "",
)
def test_mean_and_spread_over_what_the_help_says(asked: Layer, x: TensorSpec, over: tuple[int, ...]) -> None:
    check_mean_and_spread(built(asked, x)(numbers(x)), over)


def test_each_group_of_channels_is_normalised_by_itself() -> None:
    y = built(layer("GroupNorm", num_groups=2), image(6, 4, 4))(numbers(image(6, 4, 4)))
    check_mean_and_spread(y.unflatten(1, (2, 3)), (2, 3, 4))


def test_rms_norm_keeps_the_mean_and_makes_the_mean_square_one() -> None:
    y = built(layer("RMSNorm"), SEQUENCE)(numbers(SEQUENCE))
    torch.testing.assert_close(y.square().mean(dim=-1), torch.ones(6, 5))
    assert y.mean().item() > 0.5


def test_rms_norm_has_one_weight_for_every_number_it_compares() -> None:
    assert layer("RMSNorm").cost(x=SEQUENCE).parameters.number == 6
    assert layer("RMSNorm").cost(x=image(2, 3, 4)).parameters.number == 24


def test_neighbouring_channels_weaken_each_other() -> None:
    asked, x = layer("LocalResponseNorm", size=3, alpha=3, beta=1, k=2), image(3, 1, 1)
    y = built(asked, x)(torch.tensor([1.0, 2.0, 3.0]).reshape(1, 3, 1, 1))
    by_hand = torch.tensor([1 / (2 + 1 + 4), 2 / (2 + 1 + 4 + 9), 3 / (2 + 4 + 9)])  # alpha / size is 1
    torch.testing.assert_close(y.flatten(), by_hand)


def test_normalised_vectors_have_length_one() -> None:
    call = layer("Normalize").torch(x=features(2))
    assert call is not None
    assert run(call, build(call), {"x": torch.tensor([[3.0, 4.0]])}, ("y",))["y"].tolist() == [
        pytest.approx([0.6, 0.8])
    ]


def test_normalize_takes_the_channels_of_an_image_as_the_vector_of_a_pixel() -> None:
    call = layer("Normalize").torch(x=image(3, 2, 2))
    assert call is not None
    y = run(call, build(call), {"x": torch.rand(1, 3, 2, 2)}, ("y",))["y"]
    torch.testing.assert_close(y.square().sum(dim=1), torch.ones(1, 2, 2))


def test_weight_norm_begins_with_the_weights_of_its_plain_layer() -> None:
    for name, x in (("WeightNormLinear", features(3)), ("WeightNormConv2d", image(3, 5, 5))):
        module = built(layer(name), x)
        lengths, directions = (module.parametrizations.weight[0](*_originals(module)), module.weight)
        torch.testing.assert_close(lengths, directions)
        with torch.no_grad():
            module.parametrizations.weight.original0.mul_(2)
        torch.testing.assert_close(module.weight, 2 * directions)


def _originals(module: Any) -> tuple[torch.Tensor, torch.Tensor]:
    return module.parametrizations.weight.original0, module.parametrizations.weight.original1


def test_spectral_norm_makes_no_vector_longer() -> None:
    for name, x in (("SpectralNormLinear", features(6)), ("SpectralNormConv2d", image(3, 5, 5))):
        module = built(layer(name, n_power_iterations=30), x)
        largest = torch.linalg.matrix_norm(module.weight.flatten(1), ord=2)
        assert largest.item() == pytest.approx(1, abs=0.02)


def test_spectral_norm_stands_still_in_use() -> None:
    module = built(layer("SpectralNormLinear"), features(6)).eval()
    assert torch.equal(module.weight, module.weight)
    before = module.state_dict()["parametrizations.weight.0._u"].clone()
    module(torch.randn(4, 6))
    assert torch.equal(before, module.state_dict()["parametrizations.weight.0._u"])


def test_costs_of_normalised_weights() -> None:
    plain = layer("Linear", out_features=8).cost(x=features(3))
    weight = layer("WeightNormLinear", out_features=8).cost(x=features(3))
    spectral = layer("SpectralNormLinear", out_features=8).cost(x=features(3))
    assert weight.parameters.number == plain.parameters.number + 8
    assert (spectral.parameters, spectral.buffers) == (plain.parameters, 8 + 3)


@pytest.mark.parametrize(
    ("asked", "x", "words"),
    [
        (
            layer("InstanceNorm2d"), features(8),
            "InstanceNorm2d takes an image. It gets features, 8 numbers. "
            "Features have one number per channel and nothing to compare it with: use LayerNorm.",
        ),
        (
            layer("InstanceNorm2d"), image(8, 1, 1),
            "InstanceNorm2d compares the places of a channel, so it needs at least two. "
            "It gets an image, 8×1×1 = 8 numbers. "
            "Normalise before the places are pooled into one, or use LayerNorm.",
        ),
        (
            layer("GroupNorm"), image(6, 4, 4),
            "GroupNorm divides the channels into 8 equal groups of more than one number. It gets 6 channels. "
            "Choose a number of groups that divides the channels.",
        ),
        (
            layer("BatchNorm3d"), image(3, 8, 8),
            "BatchNorm3d takes a volume. It gets an image, 3×8×8 = 192 numbers. Use BatchNorm2d for images.",
        ),
        (
            layer("LocalResponseNorm"), features(8),
            "LocalResponseNorm takes a signal, an image or a volume. It gets features, 8 numbers. "
            "Only what has channels has neighbours: wire an image, a signal or a volume here.",
        ),
    ],
)  # fmt: skip
def test_the_sentence(asked: Layer, x: TensorSpec, words: str) -> None:
    assert sentence(refusal(asked, x)) == words


def test_a_number_of_groups_that_fits_is_proposed() -> None:
    error = refusal(layer("GroupNorm"), image(6, 4, 4))
    assert [fix.set["num_groups"] for fix in error.fixes] == [6, 1]
    assert all(cured(layer("GroupNorm"), {"x": image(6, 4, 4)}, fix) == image(6, 4, 4) for fix in error.fixes)


def test_groups_of_a_single_number_are_never_proposed() -> None:
    error = refusal(layer("GroupNorm"), features(6))
    assert [fix.set["num_groups"] for fix in error.fixes] == [3, 1]
    assert refusal(layer("GroupNorm"), features(1)).fixes == ()


def test_an_axis_that_does_not_exist_is_replaced_by_the_usual_one() -> None:
    asked = layer("Normalize", dim=3)
    (fix,) = refusal(asked, features(6)).fixes
    assert cured(asked, {"x": features(6)}, fix) == features(6)
