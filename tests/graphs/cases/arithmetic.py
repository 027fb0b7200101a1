"""Cases of the layers that calculate, of formulas, of sources, and of what changes only gradients."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.layers.expression import inputs_of
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

SIZE = st.integers(1, 4)
FORMULAS = (
    "a * sigmoid(b) + 0.5",
    "a",
    "-c ** 2",
    "clamp(d, 0.2, 0.4) - min(a, 0.5) + max(0.1, b)",
    "sqrt(2) * exp(-abs(a - b)) / (1 + softplus(c))",
    "relu(a) + tanh(sin(a) * cos(a)) + log(1 + a)",
    "2 ** a",
)


def _used(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """What the formula uses, with axes that are equal or of size 1."""
    sizes = draw(st.lists(SIZE, min_size=1, max_size=4))
    return {
        port: TensorSpec(Kind.TENSOR, tuple(draw(st.sampled_from((size, 1))) for size in sizes))
        for port in inputs_of(layer.model_dump()["expression"])
    }


def _batch(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """The batch of another wire; without it there is one example, which an example shows."""
    return {"like": TensorSpec.of(Kind.FEATURES, draw(SIZE))}


SHAPE = st.lists(SIZE, min_size=0, max_size=3).map(tuple)
CASES = {
    "Power": Case(parameters={"exponent": st.sampled_from((0.5, 1.0, 2.0, 3.0))}),
    "Expression": Case(parameters={"expression": st.sampled_from(FORMULAS)}, arriving=_used),
    "Detach": Case(no_gradient="it is there to stop gradients"),
    "StraightThrough": Case(still=("hard",)),
    "LearnedTensor": Case(
        parameters={"shape": SHAPE, "kind": st.just("auto"), "batch_axis": st.just(False)},
        arriving=_batch,
        still=("like",),
    ),
    "Buffer": Case(
        parameters={"shape": SHAPE, "kind": st.just("auto"), "dtype": st.just("float32"), "batch_axis": st.just(False)},
        arriving=_batch,
        no_gradient="it is not learned",
        still=("like",),
    ),
    "Constant": Case(
        parameters={
            "shape": st.just((2, 3)),
            "values": st.sampled_from(("", "1 2 3 4 5 6", "-1, 0.5, 2, 0, 0, 1e3")),
            "kind": st.sampled_from(("auto", "tensor")),
            "dtype": st.just("float32"),
        },
        arriving=_batch,
        no_gradient="it is fixed",
    ),
}
