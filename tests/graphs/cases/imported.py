"""Cases of the layers that come from imported networks."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case


def _rows_and_columns(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    heads = layer.model_dump()["num_heads"]
    return {"x": TensorSpec(Kind.TENSOR, (draw(st.integers(1, 7)), draw(st.integers(1, 7)), 2 * heads))}


def _weighing(layer: Layer) -> int:
    """The small network that weighs distances is run once a batch."""
    given = layer.model_dump()
    rows, columns = given["window_size"]
    return (2 * rows - 1) * (2 * columns - 1) * 512 * (2 + given["num_heads"]) if given["cosine"] else 0


def _features(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x1": TensorSpec.of(Kind.FEATURES, 3)}


CASES = {
    "ShiftedWindowAttention": Case(
        parameters={
            "num_heads": st.integers(1, 2),
            "window_size": st.sampled_from((2, (3, 2))),
            "shift_size": st.integers(0, 1),
            "dropout": st.just(0.0),
            "attention_dropout": st.just(0.0),
        },
        arriving=_rows_and_columns,
        counted=True,
        once=_weighing,
    ),
    "PythonModule": Case(
        parameters={
            "target": st.just("torch.nn.Linear"),
            "arguments": st.just('{"in_features": 3, "out_features": 2}'),
            "gives": st.just("2"),
            "parameters": st.just(8),
            "buffers": st.just(0),
        },
        arriving=_features,
    ),
}
