"""Layers that draw random numbers: how many, how large, and what they do when training is over."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from graphs.catalogue import ParameterError
from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build, outputs, run
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

SIGNAL = TensorSpec.of(Kind.SIGNAL, 200, 5)
VOLUME = TensorSpec.of(Kind.VOLUME, 200, 2, 2, 2)
LABEL = TensorSpec.of(Kind.INDEX)
TOKENS = TensorSpec.of(Kind.TOKENS, 50)


@pytest.fixture(autouse=True)
def _same_dice() -> None:
    torch.manual_seed(0)


def draw(of: Layer, training: bool = True, **given: tuple[TensorSpec, torch.Tensor]) -> dict[str, torch.Tensor]:
    """What a layer gives for inputs (spec, batch), by output port."""
    specs = {port: spec for port, (spec, _) in given.items()}
    call = of.torch(**specs)
    assert call is not None
    module = build(call).train(training)
    return run(call, module, {port: batch for port, (_, batch) in given.items()}, tuple(outputs(of, specs)))


@pytest.mark.parametrize(("name", "x"), [("Dropout1d", SIGNAL), ("Dropout2d", image(200, 3, 3)), ("Dropout3d", VOLUME)])
def test_spatial_dropout_drops_whole_channels(name: str, x: TensorSpec) -> None:
    y = draw(layer(name, p=0.5), x=(x, torch.ones(1, *x.dims)))["y"].flatten(2)
    assert torch.equal(y.amin(dim=2), y.amax(dim=2))  # a channel goes or stays as a whole
    assert set(y.unique().tolist()) == {0.0, 2.0}  # what stays is divided by 1 − p
    assert 0.35 < float((y == 0).float().mean()) < 0.65


ONLY_TRAINING = [
    (layer("Dropout1d"), SIGNAL),
    (layer("Dropout2d"), image(200, 3, 3)),
    (layer("Dropout3d"), VOLUME),
    (layer("AlphaDropout"), features(200)),
    (layer("FeatureAlphaDropout"), image(200, 3, 3)),
    (layer("DropPath", p=0.5), features(200)),
    (layer("GaussianNoise"), features(200)),
    (layer("GaussianDropout"), features(200)),
]


@pytest.mark.parametrize(("asked", "x"), ONLY_TRAINING, ids=lambda v: v.type_name() if isinstance(v, Layer) else "")
def test_what_disturbs_training_leaves_use_alone(asked: Layer, x: TensorSpec) -> None:
    batch = torch.randn(8, *x.dims)
    assert torch.equal(draw(asked, training=False, x=(x, batch))["y"], batch)
    assert not torch.equal(draw(asked, x=(x, batch))["y"], batch)


@pytest.mark.parametrize("name", ["AlphaDropout", "GaussianDropout"])
def test_the_mean_stays_what_it_was(name: str) -> None:
    y = draw(layer(name, p=0.2), x=(features(200), torch.randn(500, 200)))["y"]
    assert float(y.mean()) == pytest.approx(0, abs=0.02)


def test_gaussian_dropout_scatters_as_much_as_dropout() -> None:
    ones = torch.ones(500, 200)
    spread = {}
    for name in ("Dropout", "GaussianDropout"):
        spread[name] = float(draw(layer(name, p=0.3), x=(features(200), ones))["y"].std())
    assert spread["Dropout"] == pytest.approx(spread["GaussianDropout"], rel=0.02)


def test_gaussian_noise_has_the_spread_it_is_given() -> None:
    y = draw(layer("GaussianNoise", std=0.3), x=(features(200), torch.full((500, 200), 7.0)))["y"]
    assert (float(y.mean()), float(y.std())) == pytest.approx((7, 0.3), rel=0.01)


def test_drop_path_drops_whole_examples() -> None:
    y = draw(layer("DropPath", p=0.25), x=(features(3), torch.ones(400, 3)))["y"]
    assert y.unique().tolist() == pytest.approx([0, 4 / 3])
    assert torch.equal(y.amin(dim=1), y.amax(dim=1))
    assert float((y == 0).float().mean()) == pytest.approx(0.25, abs=0.08)


def test_a_channel_dropout_on_features_names_the_layer_to_use() -> None:
    assert sentence(refusal(layer("Dropout2d"), features(8))) == (
        "Dropout2d takes an image. It gets features, 8 numbers. Use Dropout: here there are no channels to drop."
    )


def test_the_latent_code_has_the_mean_and_the_spread_it_is_given() -> None:
    mean, logvar = torch.full((5000, 2), 3.0), torch.full((5000, 2), 4.0).log()  # a variance of 4, a spread of 2
    z = draw(layer("Reparameterize"), mean=(features(2), mean), logvar=(features(2), logvar))["z"]
    assert (float(z.mean()), float(z.std())) == pytest.approx((3, 2), rel=0.03)


def test_gradients_pass_through_the_draw_to_mean_and_spread() -> None:
    mean, logvar = torch.zeros(1, 1, requires_grad=True), torch.zeros(1, 1, requires_grad=True)
    z = draw(layer("Reparameterize"), mean=(features(1), mean), logvar=(features(1), logvar))["z"]
    z.sum().backward()
    assert mean.grad is not None and logvar.grad is not None
    assert float(mean.grad) == 1
    assert float(logvar.grad) == pytest.approx(z.item() / 2)  # d/dlogvar of exp(½·logvar)·ε at 0


def test_in_use_the_latent_code_is_the_mean_unless_asked_otherwise() -> None:
    inputs = {"mean": (features(2), torch.randn(4, 2)), "logvar": (features(2), torch.zeros(4, 2))}
    assert torch.equal(draw(layer("Reparameterize"), training=False, **inputs)["z"], inputs["mean"][1])
    drawn = draw(layer("Reparameterize", sample_in_eval=True), training=False, **inputs)["z"]
    assert not torch.equal(drawn, inputs["mean"][1])


def test_mean_and_logvar_of_different_length_are_made_equal_by_a_linear_layer() -> None:
    inputs = {"mean": features(8), "logvar": features(6)}
    with pytest.raises(Exception, match="the same shape") as caught:
        layer("Reparameterize").output(**inputs)
    fixes = getattr(caught.value, "fixes", ())
    assert [cured(layer("Reparameterize"), inputs, fix) for fix in fixes] == [features(8), features(6)]


def noised(step: int, **parameters: Any) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Clean data, the noisy data of a step, and the noise in it."""
    x = torch.randn(3, 50)
    steps = torch.full((3,), step)
    given = draw(layer("AddNoise", **parameters), x=(features(50), x), step=(LABEL, steps))
    return x, given["noisy"], given["noise"]


def test_the_first_step_keeps_nearly_everything_and_the_last_nearly_nothing() -> None:
    x, noisy, noise = noised(0)
    torch.testing.assert_close(noisy, (1 - 1e-4) ** 0.5 * x + 1e-4**0.5 * noise)
    x, noisy, noise = noised(999)
    torch.testing.assert_close(noisy, noise, atol=0.05, rtol=0)


def test_the_linear_schedule_is_the_product_of_what_each_step_keeps() -> None:
    x, noisy, noise = noised(1, num_steps=3, beta_start=0.1, beta_end=0.3)
    kept = (1 - 0.1) * (1 - 0.2)
    torch.testing.assert_close(noisy, kept**0.5 * x + (1 - kept) ** 0.5 * noise)


def test_the_cosine_schedule_follows_a_quarter_of_a_wave() -> None:
    x, noisy, noise = noised(499, schedule="cosine")
    angle = torch.tensor((0.5 + 0.008) / 1.008 * torch.pi / 2)
    kept = float(angle.cos() ** 2 / torch.tensor(0.008 / 1.008 * torch.pi / 2).cos() ** 2)
    torch.testing.assert_close(noisy, kept**0.5 * x + (1 - kept) ** 0.5 * noise, rtol=1e-4, atol=1e-4)


def test_noise_is_added_in_use_too_and_takes_a_step_of_each_example() -> None:
    asked, steps = layer("AddNoise", num_steps=10), torch.tensor([0, 9])
    given = draw(asked, training=False, x=(image(2, 3, 3), torch.zeros(2, 2, 3, 3)), step=(LABEL, steps))
    size = given["noisy"].abs().flatten(1) / given["noise"].abs().flatten(1)
    assert float(size[0].mean()) == pytest.approx(1e-2, rel=1e-3)
    assert float(size[1].mean()) > 0.2


def test_a_wrong_step_is_answered_with_where_steps_come_from() -> None:
    error = refusal(layer("AddNoise"), features(4), features(1))
    assert error.port == "step"
    assert sentence(error) == (
        "AddNoise takes one whole number per example as its step. It gets features, one number. "
        "RandomTimestep draws such numbers."
    )


@pytest.mark.parametrize("training", [True, False])
def test_every_step_is_drawn_and_none_beyond(training: bool) -> None:
    steps = draw(layer("RandomTimestep", num_steps=4), training, x=(features(1), torch.zeros(400, 1)))["step"]
    assert sorted(steps.unique().tolist()) == [0, 1, 2, 3]
    assert int(steps.bincount().min()) > 60


def test_random_numbers_come_in_the_shape_that_was_chosen() -> None:
    asked = layer("RandomNormal", shape=(2, 5, 5))
    assert asked.output(like=LABEL) == image(2, 5, 5)
    z = draw(asked, like=(LABEL, torch.zeros(300, dtype=torch.int64)))["y"]
    assert z.shape == (300, 2, 5, 5)
    assert (float(z.mean()), float(z.std())) == pytest.approx((0, 1), abs=0.03)


def test_a_shape_needs_numbers_and_a_kind_that_can_have_a_fraction() -> None:
    with pytest.raises(ParameterError, match="at least one number"):
        layer("RandomNormal", shape=())
    wrong = layer("RandomNormal", shape=(5,), kind="tokens")
    (fix,) = refusal(wrong, LABEL).fixes
    assert cured(wrong, {"like": LABEL}, fix) == features(5)


def test_fifteen_percent_are_hidden_eighty_ten_ten() -> None:
    x = torch.randint(2, 1000, (2000, 50))
    given = draw(layer("MaskTokens"), x=(TOKENS, x))
    masked, target = given["masked"], given["target"]
    chosen = target != -100
    assert float(chosen.float().mean()) == pytest.approx(0.15, abs=0.01)
    assert torch.equal(target[chosen], x[chosen])
    assert torch.equal(masked[~chosen], x[~chosen])
    hidden, kept = masked[chosen] == 1, masked[chosen] == x[chosen]
    assert float(hidden.float().mean()) == pytest.approx(0.8, abs=0.02)
    assert float(kept.float().mean()) == pytest.approx(0.1, abs=0.02)
    others = masked[chosen][~hidden & ~kept]
    assert int(others.min()) >= 2 and int(others.max()) < 1000


def test_special_tokens_are_never_hidden() -> None:
    given = draw(layer("MaskTokens", p=1), x=(TOKENS, torch.tensor([[0, 1, 2, 3]])))
    assert given["target"].tolist() == [[-100, -100, 2, 3]]


def test_a_mask_token_beyond_the_vocabulary_is_refused_in_words() -> None:
    with pytest.raises(ParameterError, match="mask_token is a token, so it lies below num_embeddings, which is 10"):
        layer("MaskTokens", num_embeddings=10, mask_token=10)


def test_gumbel_softmax_draws_by_share() -> None:
    logits = torch.tensor([[0.7, 0.2, 0.1]]).log().repeat(4000, 1)
    y = draw(layer("GumbelSoftmax", hard=True), x=(features(3), logits))["y"]
    torch.testing.assert_close(y.sum(dim=1), torch.ones(4000))
    assert y.mean(dim=0).tolist() == pytest.approx([0.7, 0.2, 0.1], abs=0.03)


def test_gumbel_softmax_is_calm_in_use() -> None:
    logits = torch.tensor([[0.7, 0.2, 0.1]]).log()
    soft = draw(layer("GumbelSoftmax"), training=False, x=(features(3), logits))["y"]
    hard = draw(layer("GumbelSoftmax", hard=True), training=False, x=(features(3), logits))["y"]
    torch.testing.assert_close(soft, torch.tensor([[0.7, 0.2, 0.1]]))
    assert hard.tolist() == [[1, 0, 0]]
