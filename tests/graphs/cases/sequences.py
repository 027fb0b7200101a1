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
}
