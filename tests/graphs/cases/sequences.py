"""Cases of the layers over time: recurrent layers, cells, attention, embeddings and positions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case
from tests.graphs.placing import example

SIZE = st.integers(1, 4)
FEATURES, SEQUENCE, INDEX, TOKENS = Kind.FEATURES, Kind.SEQUENCE, Kind.INDEX, Kind.TOKENS
Arriving = Callable[[st.DrawFn, Layer], dict[str, Any]]


def spec(kind: Kind, *dims: int) -> TensorSpec:
    return TensorSpec.of(kind, *dims)


def _fused(*states: str) -> Arriving:
    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        values = layer.model_dump()
        inputs = {"x": spec(SEQUENCE, draw(SIZE), draw(SIZE))}
        state = spec(FEATURES, values["hidden_size"] * (2 if values["bidirectional"] else 1))
        inputs |= {port: state for port in states if draw(st.booleans())}
        return inputs | ({"lengths": spec(INDEX)} if draw(st.booleans()) else {})

    return arriving


def _with_lengths(inputs: Mapping[str, Any], batch: int) -> dict[str, Any]:
    values = {port: example(one, batch) for port, one in inputs.items()}
    if "lengths" in inputs:
        values["lengths"] = torch.randint(1, inputs["x"].dims[0] + 1, (batch,))
    return values


def _cell(*states: str, together: bool = False, size: str = "hidden_size") -> Arriving:
    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        state, wired = spec(FEATURES, layer.model_dump()[size]), draw(st.booleans())
        inputs = {"x": spec(FEATURES, draw(SIZE))}
        return inputs | {port: state for port in states if (wired if together else draw(st.booleans()))}

    return arriving


def _mask(draw: st.DrawFn, *dims: int) -> dict[str, Any]:
    return {"mask": spec(Kind.MASK, *dims)} if draw(st.booleans()) else {}


def _asked(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    values = layer.model_dump()
    steps, size = draw(SIZE), draw(SIZE)
    several = draw(st.booleans())
    asked = (draw(SIZE),) if several else ()
    of_query = size if values.get("score") == "dot" else draw(SIZE)
    query = TensorSpec(SEQUENCE if several else FEATURES, (*asked, of_query))
    inputs = {"query": query, "key": spec(SEQUENCE, steps, size), **_mask(draw, steps)}
    monotonic = values.get("alignment") == "monotonic" and not several
    return inputs | ({"position": spec(INDEX)} if monotonic else {})


def _candidate(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps, size = draw(SIZE), draw(SIZE)
    return {"query": spec(FEATURES, size), "key": spec(SEQUENCE, steps, size), **_mask(draw, steps)}


def _bias(draw: st.DrawFn, heads: int, *pairs: int) -> dict[str, Any]:
    dims = draw(st.sampled_from((None, pairs, (heads, *pairs))))
    return {} if dims is None else {"attn_bias": spec(Kind.TENSOR, *dims)}


def _three(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    heads = layer.model_dump()["num_heads"]
    asked, steps, size = draw(SIZE), draw(SIZE), heads * draw(st.integers(1, 2))
    inputs = {
        "query": spec(SEQUENCE, asked, size),
        "key": spec(SEQUENCE, steps, size),
        "value": spec(SEQUENCE, steps, heads * draw(st.integers(1, 2))),
    }
    mask = draw(st.sampled_from((None, (steps,), (asked, steps))))
    inputs |= {} if mask is None else {"attn_mask": spec(Kind.MASK, *mask)}
    return inputs | _bias(draw, heads, asked, steps)


def _heads(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    heads = layer.model_dump()["num_heads"]
    asked = steps = draw(SIZE)
    inputs = {"query": spec(SEQUENCE, asked, heads * draw(st.integers(1, 2)))}
    if draw(st.booleans()):
        steps = draw(SIZE)
        inputs["key"] = spec(SEQUENCE, steps, draw(SIZE))
    if draw(st.booleans()):
        inputs["value"] = spec(SEQUENCE, steps, draw(SIZE))
    inputs |= {"key_padding_mask": spec(Kind.MASK, steps)} if draw(st.booleans()) else {}
    return inputs | _bias(draw, heads, asked, steps)


def _names(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    dims = draw(st.lists(SIZE, max_size=2))
    kind = {0: INDEX, 1: TOKENS}.get(len(dims), Kind.TENSOR)
    return {"x": TensorSpec(kind, tuple(dims), "int64")}


def _patches(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    down, across = layer.model_dump()["patch_size"]
    return {"x": spec(Kind.IMAGE, draw(SIZE), down * draw(st.integers(1, 3)), across * draw(st.integers(1, 3)))}


def _pairs(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x": spec(SEQUENCE, draw(SIZE), 2 * layer.model_dump()["num_heads"] * draw(st.integers(1, 3)))}


# Names in the tests are 0 and 1.
TABLE = {"num_embeddings": st.integers(2, 6), "padding_idx": st.none() | st.integers(0, 1)}
BASE = st.floats(2, 1e5)
HEADS = st.integers(1, 3)
ODD = st.sampled_from((1, 3, 5))
FUSED = {"num_layers": st.integers(1, 2), "hidden_size": SIZE, "dropout": st.sampled_from((0.0, 0.25))}

CASES = {
    "RNN": Case(parameters=FUSED, arriving=_fused("h"), values=_with_lengths),
    "GRU": Case(parameters=FUSED, arriving=_fused("h"), values=_with_lengths),
    "LSTM": Case(parameters=FUSED, arriving=_fused("h", "c"), values=_with_lengths),
    "RNNCell": Case(arriving=_cell("h"), counted=True),
    "GRUCell": Case(arriving=_cell("h"), counted=True),
    "TextbookGRUCell": Case(arriving=_cell("h"), counted=True),
    "LSTMCell": Case(arriving=_cell("h", "c", together=True), counted=True),
    "PeepholeLSTMCell": Case(arriving=_cell("h", "c"), counted=True),
    "CoupledLSTMCell": Case(arriving=_cell("h", "c"), counted=True),
    "JordanCell": Case(arriving=_cell("y", size="output_size"), counted=True),
    "ScaledDotProductAttention": Case(parameters={"num_heads": HEADS}, arriving=_three, counted=True),
    "MultiheadAttention": Case(parameters={"num_heads": HEADS}, arriving=_heads, counted=True),
    "AdditiveAttention": Case(arriving=_asked, counted=True),
    "MultiplicativeAttention": Case(arriving=_asked, counted=True),
    "LocalAttention": Case(arriving=_asked, counted=True),
    "HardAttention": Case(arriving=_asked, counted=True, random=True),
    "TargetAttention": Case(arriving=_candidate, counted=True),
    "SpatialAttention": Case(parameters={"kernel_size": ODD}, counted=True),
    "ChannelAttention": Case(parameters={"reduction": st.integers(1, 3)}, counted=True),
    "SqueezeExcite": Case(parameters={"reduction": st.integers(1, 3)}, counted=True),
    "Embedding": Case(parameters=TABLE, arriving=_names),
    "EmbeddingBag": Case(parameters=TABLE),
    "PatchEmbedding": Case(arriving=_patches, counted=True),
    "RelativePositionBias": Case(
        parameters={"num_buckets": st.integers(4, 9), "max_distance": st.integers(10, 20)}, still=("query", "key")
    ),
    "RotaryPosition": Case(parameters={"num_heads": HEADS, "base": BASE}, arriving=_pairs),
    "SinusoidalPosition": Case(parameters={"base": BASE}),
    "LearnedPosition": Case(parameters={"max_len": st.none() | st.integers(4, 9)}),
    "TimestepEmbedding": Case(parameters={"base": BASE, "out_features": SIZE}, counted=True),
}
