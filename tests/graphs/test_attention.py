"""Attention: what it calculates, what it may not see, and what it says when something is wrong."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn
from torch.nn import functional

from graphs.layer import Layer, ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build, outputs, run
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence


def steps(length: int, size: int) -> TensorSpec:
    return TensorSpec.of(Kind.SEQUENCE, length, size)


def mask(*dims: int) -> TensorSpec:
    return TensorSpec.of(Kind.MASK, *dims)


def asked(of: Layer, values: dict[str, torch.Tensor], training: bool = False) -> tuple[Any, dict[str, Any]]:
    """Run a layer on real numbers; give the module and the outputs by port."""
    specs = {}
    for port, value in values.items():
        kinds = {2: Kind.FEATURES, 3: Kind.SEQUENCE}
        kind = Kind.MASK if value.dtype == torch.bool else kinds.get(value.dim(), Kind.TENSOR)
        specs[port] = TensorSpec.of(Kind.INDEX if value.dim() == 1 else kind, *value.shape[1:])
    call = of.torch(**specs)
    assert call is not None
    torch.manual_seed(0)
    module = build(call).train(training)
    return module, run(call, module, values, tuple(outputs(of, specs)))


def three(length: int = 5, keys: int = 7, size: int = 8) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    shapes = {"query": (2, length, size), "key": (2, keys, size), "value": (2, keys, size)}
    return {port: torch.randn(shape, generator=generator) for port, shape in shapes.items()}


def heads(x: torch.Tensor, count: int) -> torch.Tensor:
    return x.unflatten(-1, (count, -1)).transpose(1, 2)


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.parametrize("need_weights", [False, True])
def test_scaled_dot_product_is_torchs(count: int, causal: bool, need_weights: bool) -> None:
    of = layer("ScaledDotProductAttention", num_heads=count, is_causal=causal, need_weights=need_weights)
    values = three()
    _, gives = asked(of, values)
    q, k, v = (heads(x, count) for x in values.values())
    expected = functional.scaled_dot_product_attention(q, k, v, is_causal=causal).transpose(1, 2).flatten(2)
    torch.testing.assert_close(gives["y"], expected, rtol=1e-5, atol=1e-6)
    assert ("weights" in gives) is need_weights


@pytest.mark.parametrize("need_weights", [False, True])
def test_masks_and_biases_are_torchs(need_weights: bool) -> None:
    of = layer("ScaledDotProductAttention", num_heads=2, need_weights=need_weights)
    seen, bias = torch.rand(2, 7) < 0.6, torch.randn(2, 2, 5, 7)
    seen[:, 0] = True
    values = three()
    q, k, v = (heads(x, 2) for x in values.values())
    _, gives = asked(of, {**values, "attn_mask": seen, "attn_bias": bias})
    scores = bias.masked_fill(~seen[:, None, None], float("-inf"))
    expected = functional.scaled_dot_product_attention(q, k, v, scores).transpose(1, 2).flatten(2)
    torch.testing.assert_close(gives["y"], expected, rtol=1e-5, atol=1e-6)


def test_weights_add_up_to_one_and_a_question_that_sees_nothing_gets_zeros() -> None:
    seen = torch.ones(2, 5, 7, dtype=torch.bool)
    seen[0, 3] = False
    values = {port: x.requires_grad_() for port, x in three().items()}
    _, gives = asked(layer("ScaledDotProductAttention"), {**values, "attn_mask": seen})
    wanted = torch.ones(2, 5)
    wanted[0, 3] = 0
    torch.testing.assert_close(gives["weights"].sum(-1), wanted)
    assert bool((gives["y"][0, 3] == 0).all())
    gives["y"].sum().backward()
    assert all(x.grad is not None and bool(torch.isfinite(x.grad).all()) for x in values.values())


@pytest.mark.parametrize("more", [{"causal": True}, {"window": 9}, {"causal": True, "need_weights": False}])
def test_multihead_attention_is_torchs_with_the_names_of_its_weights(more: dict[str, Any]) -> None:
    values = {"query": three()["query"]}
    module, gives = asked(layer("MultiheadAttention", num_heads=2, **more), values)
    theirs = nn.MultiheadAttention(8, 2, batch_first=True).eval()
    theirs.load_state_dict(module.state_dict())
    later = torch.ones(5, 5, dtype=torch.bool).triu(1) if "causal" in more else None
    y, weights = theirs(*[values["query"]] * 3, attn_mask=later)
    torch.testing.assert_close(gives["y"], y, rtol=1e-5, atol=1e-6)
    if "weights" in gives:
        torch.testing.assert_close(gives["weights"], weights, rtol=1e-5, atol=1e-6)


def test_cross_attention_between_different_sizes_ignores_padding() -> None:
    generator = torch.Generator().manual_seed(1)
    query, key, value = (torch.randn(2, n, f, generator=generator) for n, f in ((5, 8), (7, 3), (7, 4)))
    padding = torch.zeros(2, 7, dtype=torch.bool)
    padding[1, 4:] = True
    values = {"query": query, "key": key, "value": value, "key_padding_mask": padding}
    module, gives = asked(layer("MultiheadAttention", num_heads=2), values)
    theirs = nn.MultiheadAttention(8, 2, kdim=3, vdim=4, batch_first=True).eval()
    theirs.load_state_dict(module.state_dict())
    y, weights = theirs(query, key, value, key_padding_mask=padding)
    torch.testing.assert_close(gives["y"], y, rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(gives["weights"], weights, rtol=1e-5, atol=1e-6)
    assert bool((gives["weights"][1, :, 4:] == 0).all())


def test_plain_attention_names_torchs_class_in_the_code() -> None:
    call = layer("MultiheadAttention").torch(query=steps(5, 8))
    assert call is not None and call.target == "torch.nn.MultiheadAttention"


@pytest.mark.parametrize("name", ["ScaledDotProductAttention", "MultiheadAttention"])
def test_a_causal_layer_does_not_see_the_future(name: str) -> None:
    of = layer(name, **({"is_causal": True} if name.startswith("S") else {"causal": True, "num_heads": 2}))
    values = three(keys=5)
    _, before = asked(of, values)
    changed = {port: torch.cat((x[:, :3], torch.randn(2, 2, 8)), dim=1) for port, x in values.items()}
    _, after = asked(of, changed)
    torch.testing.assert_close(before["y"][:, :3], after["y"][:, :3])
    assert not torch.allclose(before["y"][:, 3:], after["y"][:, 3:])


def test_a_window_hides_what_is_far() -> None:
    _, gives = asked(layer("MultiheadAttention", num_heads=2, window=1), {"query": three()["query"]})
    distance = (torch.arange(5).unsqueeze(1) - torch.arange(5)).abs()
    assert torch.equal(gives["weights"][0] > 0, distance <= 1)


def test_heads_can_be_looked_at_one_by_one() -> None:
    values = {"query": three()["query"]}
    _, apart = asked(layer("MultiheadAttention", num_heads=2, average_attn_weights=False), values)
    _, mean = asked(layer("MultiheadAttention", num_heads=2), values)
    assert apart["weights"].shape == (2, 2, 5, 5)
    torch.testing.assert_close(apart["weights"].mean(1), mean["weights"])


def one(size: int = 8, keys: int = 7, key_size: int = 6) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(2)
    return {
        "query": torch.randn(2, size, generator=generator),
        "key": torch.randn(2, keys, key_size, generator=generator),
    }


def test_additive_attention_is_bahdanaus_formula() -> None:
    values = one()
    module, gives = asked(layer("AdditiveAttention", hidden_size=5), values)
    w, u, v = module.query.weight, module.key.weight, module.score.weight
    scores = torch.tanh((values["query"] @ w.T).unsqueeze(1) + values["key"] @ u.T) @ v[0]
    weights = torch.softmax(scores, dim=1)
    torch.testing.assert_close(gives["weights"], weights)
    torch.testing.assert_close(gives["y"], (weights.unsqueeze(-1) * values["key"]).sum(1))


@pytest.mark.parametrize("score", ["general", "dot"])
def test_multiplicative_attention_is_luongs_formula(score: str) -> None:
    values = one(key_size=6 if score == "general" else 8)
    module, gives = asked(layer("MultiplicativeAttention", score=score), values)
    turned = values["query"] @ module.query.weight.T if score == "general" else values["query"]
    weights = torch.softmax((values["key"] * turned.unsqueeze(1)).sum(-1), dim=1)
    torch.testing.assert_close(gives["weights"], weights)


ASKING = ["AdditiveAttention", "MultiplicativeAttention", "LocalAttention", "HardAttention"]


@pytest.mark.parametrize("name", ASKING)
def test_several_questions_are_answered_like_each_alone_and_padding_counts_nothing(name: str) -> None:
    values = one()
    questions = torch.stack((values["query"], -values["query"]), dim=1)
    real = torch.tensor([[True] * 7, [True] * 4 + [False] * 3])
    _, alone = asked(layer(name), {**values, "mask": real})
    _, both = asked(layer(name), {**values, "query": questions, "mask": real})
    torch.testing.assert_close(both["y"][:, 0], alone["y"])
    torch.testing.assert_close(both["weights"][:, 0], alone["weights"])
    assert bool((both["weights"][1, :, 4:] == 0).all())


def test_local_attention_looks_around_the_place_it_is_told() -> None:
    of = layer("LocalAttention", alignment="monotonic", window=1)
    _, gives = asked(of, {**one(), "position": torch.tensor([3, 0])})
    assert [row.nonzero().flatten().tolist() for row in gives["weights"]] == [[2, 3, 4], [0, 1]]
    torch.testing.assert_close(gives["weights"].sum(1), torch.ones(2))


def test_local_attention_finds_its_place_under_a_bell_curve() -> None:
    values = one()
    module, gives = asked(layer("LocalAttention", window=2), values)
    place = 7 * module.place(values["query"])
    distance = torch.arange(7) - place
    scores = (values["key"] * (values["query"] @ module.query.weight.T).unsqueeze(1)).sum(-1)
    inside = torch.softmax(scores.masked_fill(distance.abs() > 2, float("-inf")), dim=1)
    torch.testing.assert_close(gives["weights"], inside * torch.exp(-(distance**2) / (2 * (2 / 2) ** 2)))


def test_hard_attention_picks_one_step_and_draws_by_the_probabilities() -> None:
    values = one(key_size=8)
    _, use = asked(layer("HardAttention", score="dot"), values)
    shares = torch.softmax((values["key"] * values["query"].unsqueeze(1)).sum(-1) / 4, dim=1)
    assert torch.equal(use["y"][0], values["key"][0, int(shares[0].argmax())])
    question = (values["query"][:1] / 4).requires_grad_()
    many = {"query": question.expand(4000, -1), "key": values["key"][:1].expand(4000, -1, -1)}
    _, drawn = asked(layer("HardAttention", score="dot"), many, training=True)
    assert set(drawn["weights"].unique().tolist()) == {0.0, 1.0}
    torch.testing.assert_close(drawn["weights"].detach().mean(0), shares[0], atol=0.04, rtol=0)
    drawn["y"].sum().backward()
    assert question.grad is not None and float(question.grad.abs().max()) > 0


def test_target_attention_adds_without_sharing_out() -> None:
    values = one(size=6)
    module, gives = asked(layer("TargetAttention", hidden_size=4), values)
    k, q = values["key"], values["query"].unsqueeze(1).expand(2, 7, 6)
    weights = module.score(torch.cat((k, q, k - q, k * q), dim=-1))
    torch.testing.assert_close(gives["y"], (weights * k).sum(1))
    _, shared = asked(layer("TargetAttention", softmax=True), values)
    torch.testing.assert_close(shared["weights"].sum(1), torch.ones(2))


def test_cbam_is_its_two_equations() -> None:
    x = torch.randn(2, 8, 5, 5)
    channel = layer("ChannelAttention", reduction=4).torch(x=image(8, 5, 5))
    spatial = layer("SpatialAttention", kernel_size=3).torch(x=image(8, 5, 5))
    assert channel is not None and spatial is not None
    module = build(channel)
    mlp = nn.Sequential(module.fc1, nn.ReLU(), module.fc2)
    m = torch.sigmoid(mlp(functional.adaptive_avg_pool2d(x, 1)) + mlp(functional.adaptive_max_pool2d(x, 1)))
    torch.testing.assert_close(module(x)[0], m * x)
    module = build(spatial)
    mean_of_means, mean_of_maxima = module.conv.weight[:, :1], module.conv.weight[:, 1:]
    s = functional.conv2d(x.mean(1, True), mean_of_means, padding=1)
    s = torch.sigmoid(s + functional.conv2d(x.amax(1, True), mean_of_maxima, padding=1))
    torch.testing.assert_close(module(x)[0], s * x)


def test_squeeze_excite_is_torchvisions() -> None:
    from torchvision.ops import SqueezeExcitation

    call = layer("SqueezeExcite", reduction=4).torch(x=image(8, 5, 5))
    assert call is not None
    ours, theirs = build(call), SqueezeExcitation(8, 2)
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(2, 8, 5, 5)
    torch.testing.assert_close(ours(x)[0], theirs(x))


REFUSED: list[tuple[Layer, dict[str, TensorSpec], str]] = [
    (
        layer("MultiheadAttention", num_heads=4), {"query": steps(5, 6)},
        "MultiheadAttention divides the features among 4 heads. It gets 6 features. "
        "Choose a number of heads that divides the features.",
    ),
    (
        layer("ScaledDotProductAttention"), {"query": steps(5, 6), "key": steps(5, 4), "value": steps(5, 4)},
        "ScaledDotProductAttention compares queries and keys of the same length. It gets a sequence 5×6 and a sequence "
        "5×4. A Linear on one side brings them to one length.",
    ),
    (
        layer("MultiplicativeAttention", score="dot"), {"query": features(4), "key": steps(5, 6)},
        "MultiplicativeAttention with dot multiplies vectors of the same length. It gets features 4 and a sequence "
        "5×6. With general a learned matrix stands between them.",
    ),
    (
        layer("LocalAttention", alignment="monotonic"), {"query": features(4), "key": steps(5, 6)},
        "Monotonic LocalAttention needs to know the place of a single question. It gets features, 4 numbers. "
        "Wire the number of the step, or let the place be learned.",
    ),
    (
        layer("TargetAttention"), {"query": features(4), "key": steps(5, 6)},
        "TargetAttention subtracts the candidate from each step, so both have the same length. It gets features 4 and "
        "a sequence 5×6. Both are best read by one Embedding. A Linear brings the candidate to the length of a step.",
    ),
    (
        layer("SqueezeExcite"), {"x": image(8, 5, 5)},
        "SqueezeExcite needs at least 16 channels, one number in its bottleneck. It gets 8 channels. "
        "A smaller reduction leaves more numbers in the bottleneck.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "inputs", "text"), REFUSED, ids=lambda v: str(v)[:20])
def test_what_does_not_fit_is_explained_and_each_proposal_cures(
    broken: Layer, inputs: dict[str, TensorSpec], text: str
) -> None:
    error = refusal(broken, *inputs.values())
    assert sentence(error) == text
    assert error.fixes
    for fix in error.fixes:
        assert cured(broken, inputs, fix)


def test_masks_and_biases_have_to_fit() -> None:
    with pytest.raises(ShapeError, match="needs a mask of 5 here"):
        layer("AdditiveAttention").output(query=features(3), key=steps(5, 6), mask=mask(4))
    bias = TensorSpec(Kind.TENSOR, (3, 5, 5))
    with pytest.raises(ShapeError, match="adds one number to each score, 2 × 5 × 5"):
        layer("MultiheadAttention", num_heads=2).output(query=steps(5, 6), attn_bias=bias)
