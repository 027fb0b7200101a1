"""Cases of the layers that work with boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

SMALL = st.integers(1, 4)


def _cut(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {
        "x": TensorSpec.of(Kind.IMAGE, draw(SMALL), draw(st.integers(2, 6)), draw(st.integers(2, 6))),
        "boxes": TensorSpec.of(Kind.BOXES, draw(SMALL), 4),
    }


def _described(port: str, flat: Kind, numbers: int) -> Any:
    """Boxes, and so many numbers for each: in a row, or as a map with some anchors at every place."""

    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        anchors, rows, columns = draw(SMALL), draw(SMALL), draw(SMALL)
        boxes = TensorSpec.of(Kind.BOXES, anchors * rows * columns, 4)
        if draw(st.booleans()):
            return {"boxes": boxes, port: TensorSpec.of(Kind.IMAGE, numbers * anchors, rows, columns)}
        return {"boxes": boxes, port: TensorSpec.of(flat, boxes.dims[0], *((numbers,) if numbers > 1 else ()))}

    return arriving


def _grid(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    count = draw(SMALL)
    return {
        "x": TensorSpec.of(Kind.IMAGE, draw(SMALL), draw(SMALL), draw(SMALL)),
        "boxes": TensorSpec.of(Kind.BOXES, count, 4),
        "labels": TensorSpec.of(Kind.TOKENS, count),
    }


def _heads(**channels: int) -> Any:
    """Maps of one size; those without a number of channels have one for each of some classes."""

    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        size = draw(SMALL), draw(SMALL)
        return {name: TensorSpec.of(Kind.IMAGE, count or draw(SMALL), *size) for name, count in channels.items()}

    return arriving


def _real_boxes(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """Right of left and below the top."""
    values = {name: torch.rand(batch, *spec.dims, requires_grad=True) for name, spec in inputs.items()}
    corner = torch.rand(batch, *inputs["boxes"].dims[:1], 2)
    values["boxes"] = torch.cat([corner, corner + 1 + torch.rand_like(corner)], dim=-1).requires_grad_()
    return values


SIZE = {"output_size": st.tuples(SMALL, SMALL), "spatial_scale": st.sampled_from((0.5, 1.0, 2.0))}
CASES = {
    "RoIPool": Case(SIZE, _cut, _real_boxes, still=("boxes",)),
    "RoIAlign": Case(SIZE, _cut, _real_boxes, still=("boxes",)),
    "AnchorGenerator": Case(no_gradient="where anchors lie depends on no number that arrives"),
    "BoxDecode": Case(arriving=_described("deltas", Kind.SEQUENCE, 4), values=_real_boxes),
    "NonMaximumSuppression": Case(
        {"max_boxes": st.integers(1, 9)}, _described("scores", Kind.FEATURES, 1), _real_boxes
    ),
    "GridTargets": Case(arriving=_grid, no_gradient="what is wanted is given, not learned"),
    "GridDecode": Case(arriving=_heads(box=4, there=1, classes=0)),
    "CenterDecode": Case({"max_boxes": st.integers(1, 9)}, _heads(heat=0, offset=2, size=2)),
}
