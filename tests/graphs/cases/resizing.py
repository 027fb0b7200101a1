"""Cases of the layers that make images, signals and sequences larger or smaller."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

SIZE = st.integers(2, 5)
GRIDS = {Kind.SIGNAL: 1, Kind.IMAGE: 2, Kind.VOLUME: 3}


def _grid(draw: st.DrawFn, kind: Kind, channels: int | None = None) -> TensorSpec:
    places = [draw(SIZE) for _ in range(GRIDS[kind])]
    return TensorSpec.of(kind, channels or draw(st.integers(1, 3)), *places)


def _padded(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Anything with places; tokens have no gradient to look at, an example shows them."""
    kind = draw(st.sampled_from((Kind.FEATURES, Kind.SEQUENCE, *GRIDS)))
    return {
        "x": _grid(draw, kind) if kind in GRIDS else TensorSpec.of(kind, 6, *((2,) if kind is Kind.SEQUENCE else ()))
    }


def _filled(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    mode = layer.model_dump()["mode"]
    fitting = {"linear": Kind.SIGNAL, "bilinear": Kind.IMAGE, "bicubic": Kind.IMAGE, "trilinear": Kind.VOLUME}
    kind = fitting.get(mode) or draw(st.sampled_from(tuple(GRIDS)))
    x = _grid(draw, kind)
    return {"x": x} if len(type(layer).inputs) == 1 else {"x": x, "like": _grid(draw, kind)}


def _larger(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    like = _grid(draw, Kind.IMAGE)
    return {
        "x": TensorSpec.of(Kind.IMAGE, 2, *(int(size) + draw(st.integers(0, 3)) for size in like.dims[1:])),
        "like": like,
    }


def _blocks(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    values = layer.model_dump()
    if "upscale_factor" in values:
        return {"x": _grid(draw, Kind.IMAGE, values["upscale_factor"] ** 2 * draw(st.integers(1, 2)))}
    r = values["downscale_factor"]
    return {"x": TensorSpec.of(Kind.IMAGE, 2, r * draw(st.integers(1, 2)), r)}


def _columns(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    values = layer.model_dump()
    places = 1
    for axis in (0, 1):
        extent = values["dilation"][axis] * (values["kernel_size"][axis] - 1) + 1
        places *= (
            max(0, values["output_size"][axis] + 2 * values["padding"][axis] - extent) // values["stride"][axis] + 1
        )
    cells = values["kernel_size"][0] * values["kernel_size"][1]
    return {"x": TensorSpec.of(Kind.SIGNAL, cells * draw(st.integers(1, 2)), places)}


ONE_OR_TWO = st.tuples(st.integers(1, 2), st.integers(1, 2))
CASES = {
    "Pad": Case(
        parameters={"padding": st.sampled_from(((1, 2), (0, 1), (1, 1, 2, 0), (1, 0, 0, 1, 1, 1)))}, arriving=_padded
    ),
    "CenterCrop": Case(parameters={"size": ONE_OR_TWO}),
    "CropLike": Case(arriving=_larger, still=("like",)),
    "Upsample": Case(
        parameters={
            "size": st.just(()) | st.sampled_from(((3,), (3, 7), (2, 3, 4))),
            "scale_factor": st.integers(1, 3),
        },
        arriving=_filled,
    ),
    "ResizeLike": Case(arriving=_filled, still=("like",)),
    "PixelShuffle": Case(parameters={"upscale_factor": st.integers(1, 3)}, arriving=_blocks),
    "PixelUnshuffle": Case(parameters={"downscale_factor": st.integers(1, 3)}, arriving=_blocks),
    "Unfold": Case(parameters={"kernel_size": ONE_OR_TWO, "dilation": ONE_OR_TWO}),
    "Fold": Case(
        parameters={"kernel_size": ONE_OR_TWO, "dilation": ONE_OR_TWO, "output_size": st.tuples(SIZE, SIZE)},
        arriving=_columns,
    ),
}
