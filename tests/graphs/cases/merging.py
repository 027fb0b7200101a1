"""Cases of the layers that make one tensor out of two or more."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

SIZE = st.integers(1, 4)


def _broadcast(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Shapes that are equal, or 1 where they differ."""
    sizes = draw(st.lists(SIZE, min_size=1, max_size=4))
    found = {}
    for port in type(layer).inputs:
        if not (port.optional and draw(st.booleans())):
            found[port.name] = TensorSpec(Kind.TENSOR, tuple(draw(st.sampled_from((size, 1))) for size in sizes))
    return found


def _matrices(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    heads = draw(st.sampled_from(((), (2,), (2, 3))))
    rows, inner, columns = draw(SIZE), draw(SIZE), draw(SIZE)
    kind = {0: Kind.SEQUENCE, 1: Kind.IMAGE, 2: Kind.VOLUME}[len(heads)]
    return {"a": TensorSpec.of(kind, *heads, rows, inner), "b": TensorSpec.of(kind, *heads, inner, columns)}


def _sets(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    length = draw(SIZE)
    return {port: TensorSpec.of(Kind.SEQUENCE, draw(SIZE), length) for port in ("a", "b")}


def _vectors(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {port: TensorSpec.of(Kind.FEATURES, draw(SIZE)) for port in ("a", "b")}


CASES = {
    **{name: Case(arriving=_broadcast) for name in ("Subtract", "Divide", "Maximum", "Minimum", "Lerp")},
    "RandomInterpolate": Case(random=True, still=("a", "b")),
    "Stack": Case(parameters={"dim": st.integers(-2, 1), "kind": st.just("auto")}),
    "MatMul": Case(arriving=_matrices, counted=True),
    "DistanceMatrix": Case(arriving=_sets),
    "GramMatrix": Case(counted=True),
    "OuterProduct": Case(arriving=_vectors),
}
