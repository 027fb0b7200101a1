"""Cases of the layers every classifier needs."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

WATCHED = "metrics are watched, nothing learns from them"


def _vectors(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Features or a sequence."""
    sizes = draw(st.lists(st.integers(1, 9), min_size=1, max_size=2))
    return {"x": TensorSpec.of(Kind.FEATURES if len(sizes) == 1 else Kind.SEQUENCE, *sizes)}


CASES = {
    "Sign": Case(no_gradient="a step has no slope"),
    "Accuracy": Case(no_gradient=WATCHED),
    "MeanAbsoluteError": Case(no_gradient=WATCHED),
    "MeanSquaredError": Case(no_gradient=WATCHED),
    "Linear": Case(arriving=_vectors, counted=True),
    "Conv2d": Case(counted=True),
    "Dropout": Case(random=True),
    # The first number is whatever is left.
    "Reshape": Case(
        parameters={"shape": st.lists(st.integers(1, 6), min_size=0, max_size=2).map(lambda sizes: (-1, *sizes))}
    ),
}
