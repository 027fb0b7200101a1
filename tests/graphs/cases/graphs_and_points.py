"""Cases of the convolutions on graphs and points."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case


def _graph(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    nodes = draw(st.integers(1, 5))
    table = TensorSpec(draw(st.sampled_from((Kind.TENSOR, Kind.SEQUENCE))), (nodes, nodes))
    return {"x": TensorSpec.of(Kind.SEQUENCE, nodes, draw(st.integers(1, 4))), "adjacency": table}


def _cloud(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    arriving = {"points": TensorSpec.of(Kind.POINTS, 6, 3)}
    if draw(st.booleans()):
        arriving["features"] = TensorSpec.of(Kind.SEQUENCE, 6, draw(st.integers(1, 3)))
    return arriving


SMALL = st.integers(1, 4)
CASES = {
    "GraphConv": Case(arriving=_graph, counted=True),
    "XConv": Case({"out_features": SMALL, "out_points": SMALL, "k": SMALL, "lifted": SMALL}, _cloud, counted=True),
}
