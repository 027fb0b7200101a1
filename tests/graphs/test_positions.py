"""Embeddings and positions: what they promise in formulas, what they refuse; and all layers over time as code."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import nn

from graphs.catalogue import ParameterError, layer_types
from graphs.layer import ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build
from tests.graphs.test_shape_export import drawn, numbers, spec
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

STEPS, WORDS, LABEL = spec(Kind.SEQUENCE, 4, 6), spec(Kind.TOKENS, 5), spec(Kind.INDEX)
FEATURES, SEQUENCE, MASK = Kind.FEATURES, Kind.SEQUENCE, Kind.MASK


def module(name: str, x: TensorSpec, **parameters: Any) -> Any:
    call = layer(name, **parameters).torch(x)
    assert call is not None
    torch.manual_seed(0)
    return build(call)


def test_the_first_place_is_sines_of_zero_and_each_pair_turns_slower() -> None:
    waves = module("SinusoidalPosition", STEPS)(torch.zeros(1, 4, 6))[0]
    torch.testing.assert_close(waves[0], torch.tensor([0.0, 1.0, 0.0, 1.0, 0.0, 1.0]))
    angle = 3 / 10000 ** (2 / 6)
    torch.testing.assert_close(waves[3, 2:4], torch.tensor([math.sin(angle), math.cos(angle)]))
    assert module("SinusoidalPosition", spec(SEQUENCE, 4, 5))(torch.zeros(1, 4, 5)).shape == (1, 4, 5)


def test_a_shift_of_places_is_one_linear_map_for_all_places() -> None:
    waves = module("SinusoidalPosition", STEPS)(torch.zeros(1, 40, 8, dtype=torch.float64))[0]
    map_ = torch.linalg.lstsq(waves[:-5], waves[5:]).solution
    torch.testing.assert_close(waves[:-5] @ map_, waves[5:], rtol=0, atol=1e-10)


@pytest.mark.parametrize("interleaved", [True, False])
def test_products_of_turned_vectors_depend_on_their_distance_only(interleaved: bool) -> None:
    turn = module("RotaryPosition", spec(SEQUENCE, 9, 8), num_heads=2, interleaved=interleaved)
    q, k = (torch.randn(8, dtype=torch.float64).expand(1, 9, 8) for _ in range(2))
    turned_q, turned_k = (turn(x)[0].unflatten(-1, (2, 4)) for x in (q, k))
    products = torch.einsum("ihd,jhd->hij", turned_q, turned_k)
    for distance in range(-8, 9):
        same = torch.diagonal(products, distance, 1, 2)
        torch.testing.assert_close(same, same[:, :1].expand_as(same), rtol=0, atol=1e-12)
    torch.testing.assert_close(turn(q).norm(dim=-1), q.norm(dim=-1))
    torch.testing.assert_close(turn(q)[:, 0], q[:, 0])


def test_relative_positions_fall_into_the_buckets_of_t5() -> None:
    both = module("RelativePositionBias", STEPS, num_heads=3)
    buckets = both.buckets(200, 200, torch.device("cpu"))
    assert [int(buckets[150, 150 - n]) for n in (0, 1, 7, 8, 11, 12, 15, 16, 127, 150)] == [
        0, 1, 7, 8, 8, 9, 9, 10, 15, 15,
    ]  # fmt: skip
    assert int(buckets[0, 1]) == 17 and int(buckets[0, 199]) == 31
    causal = module("RelativePositionBias", STEPS, bidirectional=False).buckets(3, 3, torch.device("cpu"))
    assert causal.tolist() == [[0, 0, 0], [1, 0, 0], [2, 1, 0]]
    bias = both(torch.zeros(2, 4, 6))
    assert bias.shape == (2, 3, 4, 4)
    torch.testing.assert_close(bias[0, :, 1, 0], both.relative_attention_bias.weight[1])


def test_learned_places_are_added() -> None:
    places = module("LearnedPosition", STEPS, max_len=10)
    x = torch.randn(2, 4, 6)
    torch.testing.assert_close(places(x), x + places.pos_embedding[:, :4])
    assert places.pos_embedding.shape == (1, 10, 6)


def test_an_embedding_looks_vectors_up_and_can_scale_them() -> None:
    words = torch.tensor([[1, 0, 2]])
    plain = module("Embedding", WORDS, num_embeddings=3, embedding_dim=4, padding_idx=0)
    scaled = module("Embedding", WORDS, num_embeddings=3, embedding_dim=4, padding_idx=0, scale=True)
    assert type(plain) is nn.Embedding and bool((plain(words)[0, 1] == 0).all())
    scaled.load_state_dict(plain.state_dict())
    torch.testing.assert_close(scaled(words), 2 * plain(words))
    assert layer("Embedding", embedding_dim=4).output(LABEL) == features(4)
    bag = module("EmbeddingBag", WORDS, num_embeddings=3, embedding_dim=4)
    torch.testing.assert_close(bag(words), bag.weight.mean(0, keepdim=True))


def test_patches_are_cut_row_by_row() -> None:
    x = image(2, 4, 6)
    cut = module("PatchEmbedding", x, embed_dim=5, patch_size=2)
    picture = torch.randn(1, 2, 4, 6)
    second = picture[0, :, :2, 2:4].flatten()
    torch.testing.assert_close(cut(picture)[0, 1], cut.weight.flatten(1) @ second + cut.bias)
    assert [sum_.text for sum_ in layer("PatchEmbedding", patch_size=2).arithmetic(x)] == ["(4 / 2) · (6 / 2) = 6"]


def test_the_vision_transformer_of_the_paper_has_197_steps() -> None:
    patches = layer("PatchEmbedding", embed_dim=768).output(image(3, 224, 224))
    assert patches == spec(SEQUENCE, 196, 768)
    assert layer("ClassToken").output(patches) == spec(SEQUENCE, 197, 768)
    assert layer("LearnedPosition").cost(spec(SEQUENCE, 197, 768)).parameters.number == 197 * 768


def test_the_class_token_comes_first() -> None:
    token = module("ClassToken", STEPS)
    nn.init.constant_(token.class_token, 7.0)
    x = torch.randn(2, 4, 6)
    assert bool((token(x)[:, 0] == 7).all()) and torch.equal(token(x)[:, 1:], x)


def test_a_time_step_becomes_waves_and_then_features() -> None:
    now = torch.tensor([0, 5])
    waves = module("TimestepEmbedding", LABEL, embedding_dim=4)(now)
    torch.testing.assert_close(
        waves[1], torch.tensor([math.sin(5), math.cos(5), math.sin(0.05), math.cos(0.05)]), rtol=1e-5, atol=1e-6
    )
    learned = module("TimestepEmbedding", LABEL, embedding_dim=4, out_features=3)
    torch.testing.assert_close(learned(now), learned.mlp[2](nn.functional.silu(learned.mlp[0](waves))))


REFUSED = [
    (
        layer("PatchEmbedding"), image(3, 30, 48),
        "PatchEmbedding cuts the image into whole patches of 16×16. It gets an image, 3×30×48 = 4,320 numbers. "
        "Choose a size that divides both sides, or resize the image first.",
    ),
    (
        layer("LearnedPosition", max_len=3), STEPS,
        "LearnedPosition knows 3 places. It gets a sequence, 4×6 = 24 numbers. Every step needs a place of its own.",
    ),
    (
        layer("RotaryPosition", num_heads=4), STEPS,
        "RotaryPosition turns pairs: it needs an even number of features for each of 4 heads. It gets 6 features. "
        "Choose heads that leave each an even number.",
    ),
    (
        layer("ClassToken"), image(3, 2, 2),
        "ClassToken takes a sequence. It gets an image, 3×2×2 = 12 numbers. "
        "ToSequence reads the places one after another as steps.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "x", "text"), REFUSED, ids=lambda v: str(v)[:20])
def test_what_does_not_fit_is_explained_and_the_proposal_cures(broken: Any, x: TensorSpec, text: str) -> None:
    error = refusal(broken, x)
    assert sentence(error) == text
    (fix,) = error.fixes
    assert cured(broken, {"x": x}, fix)


def test_quantities_are_not_looked_up_and_padding_is_a_name() -> None:
    assert "For quantities use Linear" in sentence(refusal(layer("Embedding"), features(4)))
    assert "For quantities use Linear" in sentence(refusal(layer("EmbeddingBag"), features(4)))
    with pytest.raises(ParameterError, match="padding_idx is one of the 5 names"):
        layer("Embedding", num_embeddings=5, padding_idx=5)
    with pytest.raises(ParameterError, match="larger than the number of buckets"):
        layer("RelativePositionBias", num_buckets=32, max_distance=32)
    with pytest.raises(ParameterError, match="has a middle"):
        layer("SpatialAttention", kernel_size=4)
    with pytest.raises(ShapeError):
        layer("TimestepEmbedding").output(features(3))


VECTOR, STATE, PICTURE = spec(FEATURES, 6), spec(FEATURES, 5), image(4, 6, 6)
QUESTION = (VECTOR, STEPS, spec(MASK, 4))
TAKEN: list[tuple[str, dict[str, Any], tuple[TensorSpec, ...]]] = [
    *((name, {"hidden_size": 5}, (STEPS,)) for name in ("RNN", "LSTM", "GRU")),
    *((name, {"hidden_size": 5, "num_layers": 2, "bidirectional": True}, (STEPS,)) for name in ("RNN", "LSTM", "GRU")),
    *((name, {"hidden_size": 5}, (STEPS, STATE)) for name in ("RNN", "LSTM", "GRU")),
    *((name, {"hidden_size": 5}, (VECTOR, STATE)) for name in ("RNNCell", "GRUCell", "TextbookGRUCell")),
    *((f"{name}LSTMCell", {"hidden_size": 5}, (VECTOR, STATE, STATE)) for name in ("", "Peephole", "Coupled")),
    ("JordanCell", {"output_size": 5}, (VECTOR, STATE)),
    ("LeakyIntegrateAndFire", {}, (VECTOR, VECTOR)),
    ("ScaledDotProductAttention", {"num_heads": 2}, (STEPS, STEPS, STEPS, spec(MASK, 4))),
    ("MultiheadAttention", {"num_heads": 2}, (STEPS,)),
    ("MultiheadAttention", {"num_heads": 2, "causal": True, "window": 2}, (STEPS, STEPS)),
    *((f"{name}Attention", {}, QUESTION) for name in ("Additive", "Multiplicative", "Local", "Hard", "Target")),
    *((name, {}, (PICTURE,)) for name in ("SpatialAttention",)),
    *((name, {"reduction": 2}, (PICTURE,)) for name in ("ChannelAttention", "SqueezeExcite")),
    ("Embedding", {}, (WORDS,)),
    ("Embedding", {"scale": True}, (WORDS,)),
    ("EmbeddingBag", {}, (WORDS,)),
    ("PatchEmbedding", {"patch_size": (2, 3)}, (PICTURE,)),
    ("ClassToken", {}, (STEPS,)),
    ("TimestepEmbedding", {"out_features": 4}, (LABEL,)),
    *((f"{name}Position", {}, (STEPS,)) for name in ("Sinusoidal", "Learned", "Rotary")),
    ("RelativePositionBias", {}, (STEPS, spec(SEQUENCE, 3, 2))),
]


@pytest.mark.parametrize(
    ("name", "parameters", "arriving"), TAKEN, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_code_a_person_takes_away_gives_the_same_numbers(
    name: str, parameters: dict[str, Any], arriving: tuple[TensorSpec, ...]
) -> None:
    import graphs

    net = drawn(name, parameters, arriving)
    text = graphs.to_python(net, "Taken")
    assert "import graphs" not in text
    space: dict[str, Any] = {}
    exec(compile(text, "<printed>", "exec"), space)
    tree, printed = graphs.compile(net).eval(), space["Taken"]().eval()
    printed.load_state_dict(tree.state_dict(), strict=True)
    inputs = {f"in{number}": numbers(one) for number, one in enumerate(arriving)}
    expected, given = tree(**inputs), printed(**inputs)
    given = given if isinstance(given, dict) else dict(zip(expected, [given], strict=True))
    for key, value in expected.items():
        assert torch.equal(value, given[key])


def test_every_type_of_these_files_is_taken_away() -> None:
    files = ["recurrent", "cells", "attention", "alignment", "attention_gates", "positions", "embedding"]
    types = {name for name, kind in layer_types().items() if kind.__module__.rsplit(".", 1)[1] in files}
    assert types == {name for name, _, _ in TAKEN}
    assert len(types) == 30
