"""Cases of the masks: yes and no have no slope."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

NO_SLOPE = "yes and no have no slope"


def _lengths(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps = draw(st.integers(1, 5))
    like = draw(st.sampled_from((TensorSpec.of(Kind.SEQUENCE, steps, 2), TensorSpec.of(Kind.TOKENS, steps))))
    return {"lengths": TensorSpec.of(Kind.INDEX), "like": like}


CASES = {
    "LengthMask": Case(arriving=_lengths, no_gradient=NO_SLOPE),
    **{
        name: Case(no_gradient=NO_SLOPE)
        for name in (
            "PaddingMask", "SequenceLength", "CausalMask", "LogicalNot", "LogicalAnd", "LogicalOr", "Compare",
        )
    },
}  # fmt: skip
