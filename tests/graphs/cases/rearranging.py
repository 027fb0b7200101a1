"""Cases of the layers that move numbers to other places."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case


def _order(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    sizes = [draw(st.integers(1, 4)) for _ in layer.model_dump()["dims"]]
    return {"x": TensorSpec(Kind.TENSOR, tuple(sizes))}


def _with_a_one(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """A tensor with axes of size 1 where the layer works, and maybe elsewhere."""
    sizes = draw(st.lists(st.sampled_from((1, 1, 2, 3)), min_size=1, max_size=4))
    dim = layer.model_dump()["dim"]
    if dim is None or not -len(sizes) <= dim < len(sizes):
        dim = 0
    sizes[dim] = 1
    return {"x": TensorSpec(Kind.TENSOR, tuple(sizes))}


def _grid(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    rows = layer.model_dump()["height"] or 3
    return {"x": TensorSpec.of(Kind.SEQUENCE, rows * (draw(st.integers(1, 3)) if rows != 3 else 3), 2)}


def _grouped(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    channels = layer.model_dump()["groups"] * draw(st.integers(1, 3))
    kind, places = draw(st.sampled_from(((Kind.IMAGE, (2, 3)), (Kind.SIGNAL, (4,)), (Kind.VOLUME, (2, 1, 2)))))
    return {"x": TensorSpec.of(kind, channels, *places)}


def _sequence(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Steps with features; tokens have no gradient to look at, an example shows them."""
    return {"x": TensorSpec.of(Kind.SEQUENCE, draw(st.integers(2, 5)), draw(st.integers(1, 4)))}


NEAR = st.integers(-2, 1)
CASES = {
    "Permute": Case(
        parameters={
            "dims": st.integers(1, 4).flatmap(lambda n: st.permutations(range(n))).map(tuple),
            "kind": st.sampled_from(("auto", "tensor")),
        },
        arriving=_order,
    ),
    "Transpose": Case(parameters={"dim0": NEAR, "dim1": NEAR, "kind": st.sampled_from(("auto", "tensor"))}),
    "Unsqueeze": Case(parameters={"dim": st.integers(-2, 1), "kind": st.just("auto")}),
    "Squeeze": Case(parameters={"dim": st.none() | NEAR, "kind": st.just("auto")}, arriving=_with_a_one),
    "Expand": Case(parameters={"dim": NEAR}, arriving=_with_a_one),
    "Repeat": Case(parameters={"dim": NEAR}),
    "Roll": Case(parameters={"dim": NEAR}),
    "Flip": Case(parameters={"dim": NEAR}),
    "ChannelShuffle": Case(arriving=_grouped),
    "ShiftRight": Case(arriving=_sequence),
    "ToImage": Case(arriving=_grid),
}
