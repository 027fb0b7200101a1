"""Cases of the pooling layers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case
from tests.graphs.cases.convolution_more import numbers, sizes


def _with_indices(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    kind = type(layer).inputs[0].kinds[0]
    axes = {Kind.SIGNAL: 2, Kind.IMAGE: 3, Kind.VOLUME: 4}[kind]
    dims = tuple(draw(st.integers(1, 4)) for _ in range(axes))
    return {"x": TensorSpec.of(kind, *dims), "indices": TensorSpec(Kind.TENSOR, dims, "int64")}


def _first_pixel(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """The first pixel is the only place that lies in an image of any size."""
    dims = (batch, *inputs["x"].dims)
    return {"x": torch.rand(dims, requires_grad=True), "indices": torch.zeros(dims, dtype=torch.int64)}


def _volumes(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x": TensorSpec.of(Kind.VOLUME, draw(st.integers(1, 2)), *(draw(st.integers(2, 5)) for _ in range(3)))}


def _stride(rank: int) -> dict[str, st.SearchStrategy[Any]]:
    return {"kernel_size": numbers(1, 3, rank), "stride": st.none() | numbers(1, 3, rank)}


POWER = {"norm_type": st.sampled_from((1.0, 2.0, 3.0))}
CASES = {
    "MaxPool1d": Case({**_stride(1), **sizes(1, "padding", "dilation")}),
    "AvgPool1d": Case({**_stride(1), **sizes(1, "padding")}),
    "MaxPool3d": Case({**_stride(3), **sizes(3, "padding", "dilation")}, _volumes),
    "AvgPool3d": Case({**_stride(3), **sizes(3, "padding")}, _volumes),
    "LPPool1d": Case({**POWER, **_stride(1)}),
    "LPPool2d": Case({**POWER, **_stride(2)}),
    **{f"Adaptive{kind}Pool3d": Case({"output_size": numbers(1, 4, 3)}) for kind in ("Avg", "Max")},
    "MaxPool2dWithIndices": Case({**_stride(2), **sizes(2, "padding", "dilation")}),
    "MaxUnpool2d": Case({**_stride(2), **sizes(2, "padding")}, _with_indices, _first_pixel),
    "FractionalMaxPool2d": Case({"output_ratio": st.floats(0.3, 0.9)}, random=True),
    "StochasticPool1d": Case(_stride(1), random=True),
    "StochasticPool2d": Case(_stride(2), random=True),
    "StochasticPool3d": Case(_stride(3), _volumes, random=True),
    "LPPool3d": Case({**POWER, **_stride(3)}, _volumes),
    "MaxPool1dWithIndices": Case({**_stride(1), **sizes(1, "padding", "dilation")}),
    "MaxPool3dWithIndices": Case({**_stride(3), **sizes(3, "padding", "dilation")}, _volumes),
    "MaxUnpool1d": Case({**_stride(1), **sizes(1, "padding")}, _with_indices, _first_pixel),
    "MaxUnpool3d": Case({**_stride(3), **sizes(3, "padding")}, _with_indices, _first_pixel),
    "SpatialPyramidPool": Case({"levels": st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple)}),
}
