"""Cases of the losses of detectors: predictions for the same places, and true boxes with labels."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

SIZE = st.integers(2, 5)


def _targets(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(SIZE)
    return {"boxes": TensorSpec.of(Kind.BOXES, count, 4), "labels": TensorSpec.of(Kind.TOKENS, count)}


def _grid(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    channels = 5 * draw(st.integers(1, 3)) + layer.model_dump()["classes"]
    return {"x": TensorSpec.of(Kind.IMAGE, channels, draw(SIZE), draw(SIZE)), **_targets(draw)}


def _anchors(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    boxes = TensorSpec.of(Kind.BOXES, draw(SIZE), 4)
    scores = TensorSpec.of(Kind.SEQUENCE, int(boxes.dims[0]), draw(st.integers(3, 5)))
    return {"scores": scores, "offsets": boxes, "anchors": boxes, **_targets(draw)}


def _centres(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    heat = TensorSpec.of(Kind.IMAGE, draw(SIZE), draw(SIZE), draw(SIZE))
    pair = heat.with_dims(2, *heat.dims[1:])
    return {"heat": heat, "offset": pair, "size": pair, **_targets(draw)}


def _set(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    x = TensorSpec.of(Kind.BOXES, draw(SIZE), 4)
    return {"scores": TensorSpec.of(Kind.SEQUENCE, int(x.dims[0]), draw(st.integers(3, 5))), "x": x, **_targets(draw)}


CASES = {
    "GridDetectionLoss": Case(parameters={"classes": st.integers(2, 4)}, arriving=_grid, still=("boxes",)),
    "AnchorDetectionLoss": Case(arriving=_anchors, still=("boxes", "anchors")),
    "CenterDetectionLoss": Case(arriving=_centres, still=("boxes",)),
    "SetDetectionLoss": Case(arriving=_set, still=("boxes",)),
}
