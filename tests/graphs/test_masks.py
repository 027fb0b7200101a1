"""Masks: what they mark, and that padding behind a mask changes nothing of what stands before it."""

from __future__ import annotations

from typing import Any

import pytest
import torch

import graphs
from graphs.layer import ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.test_shape_messages import layer

TOKENS = torch.tensor([[5, 7, 2, 0, 0], [3, 0, 0, 0, 0]])


def answer(kind: str, *values: torch.Tensor, **parameters: Any) -> torch.Tensor:
    """What one layer gives in a compiled network, and what its printed code gives: the same."""
    net, inputs, outlets = graphs.Network(), {}, []
    for place, value in enumerate(values):
        shape = tuple(value.shape[1:])
        of = {torch.bool: "mask", torch.float32: "auto"}.get(value.dtype, "tokens" if shape else "index")
        outlets.append(net.add("Input", name=f"in{place}", field=f"in{place}", shape=shape, kind=of))
        inputs[f"in{place}"] = value
    net.add("Output", net.add(kind, *outlets, name="it", **parameters), name="y")
    tree = graphs.compile(net)
    space: dict[str, Any] = {"__name__": "taken_away"}
    exec(compile(graphs.to_python(net), "<printed>", "exec"), space)
    found = tree(**inputs)["y"]
    assert torch.equal(found, space["Network"]()(**inputs))
    return found


def test_masks_of_padding_and_of_lengths_agree() -> None:
    padding = answer("PaddingMask", TOKENS)
    assert padding.tolist() == [[False, False, False, True, True], [False, True, True, True, True]]
    lengths = answer("SequenceLength", TOKENS)
    assert lengths.tolist() == [3, 1]
    assert torch.equal(answer("LengthMask", lengths, TOKENS, marks="padding"), padding)
    assert torch.equal(answer("LengthMask", lengths, TOKENS), answer("LogicalNot", padding))
    assert torch.equal(answer("PaddingMask", TOKENS, marks="words"), answer("Compare", TOKENS, how="ne", value=0))


def test_a_window_leaves_the_diagonal_and_its_neighbours() -> None:
    like = torch.zeros(2, 4, 3)
    assert answer("CausalMask", like, window=1)[1].int().tolist() == [
        [1, 0, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]
    ]  # fmt: skip
    both = answer("CausalMask", like, causal=False, window=1)
    assert torch.equal(both[0], both[0].T) and int(both[0].sum()) == 10


def test_masks_are_joined() -> None:
    a, b = torch.tensor([[True, True, False]]), torch.tensor([[True, False, False]])
    assert answer("LogicalAnd", a, b).tolist() == [[True, False, False]]
    assert answer("LogicalOr", a, b).tolist() == [[True, True, False]]


@pytest.mark.parametrize(
    ("how", "right"), [("gt", [0, 0, 1]), ("ge", [0, 1, 1]), ("lt", [1, 0, 0]), ("le", [1, 1, 0]), ("eq", [0, 1, 0])]
)
def test_numbers_are_compared(how: str, right: list[int]) -> None:
    a, b = torch.tensor([[1.0, 2.0, 3.0]]), torch.tensor([[2.0, 2.0, 2.0]])
    assert answer("Compare", a, b, how=how).int().tolist() == [right]
    assert answer("Compare", a, how=how, value=2.0).int().tolist() == [right]


@pytest.mark.parametrize("way", ["attention", "lstm", "windowed"])
def test_padding_changes_nothing_of_what_stands_before_it(way: str) -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(5,), kind="tokens")
    words = net.add("Embedding", x, name="words", num_embeddings=9, embedding_dim=4)
    if way == "attention":
        mask = net.add("PaddingMask", x)
        y = net.add("MultiheadAttention", words, key_padding_mask=mask, name="look", num_heads=2)
    elif way == "windowed":
        mask = net.add("CausalMask", words, window=1)
        y = net.add("ScaledDotProductAttention", words, words, words, attn_mask=mask, name="look")
    else:
        y = net.add("LSTM", words, lengths=net.add("SequenceLength", x), name="read", hidden_size=3)["h"]
    net.add("Output", y, name="y")
    tree = graphs.compile(net).eval()
    first, other = TOKENS[:1], TOKENS[:1].clone()
    with torch.no_grad():
        tree.words.weight[0] = 1.0
        before = tree(x=first)["y"]
        tree.words.weight[0] = -9.0  # padding now is something quite different
        after = tree(x=other)["y"]
    seen = slice(None) if way == "lstm" else slice(0, 3)
    assert torch.allclose(before[:, seen], after[:, seen], atol=1e-6)


@pytest.mark.parametrize(
    ("name", "arriving", "words"),
    [
        ("LogicalNot", (TensorSpec.of(Kind.FEATURES, 3),), "takes a mask"),
        ("LogicalAnd", (TensorSpec.of(Kind.MASK, 3), TensorSpec.of(Kind.MASK, 4)), "two masks for the same places"),
        ("PaddingMask", (TensorSpec.of(Kind.FEATURES, 3),), "takes tokens"),
        ("Compare", (TensorSpec.of(Kind.MASK, 3),), "asks of numbers"),
        ("Compare", (TensorSpec.of(Kind.FEATURES, 3), TensorSpec.of(Kind.FEATURES, 4)), "of the same shape"),
    ],
)
def test_what_is_no_mask_is_refused_in_words(name: str, arriving: tuple[TensorSpec, ...], words: str) -> None:
    with pytest.raises(ShapeError, match=words) as error:
        layer(name).output(*arriving)
    assert error.value.hint is not None
