"""Cases of the convolutions along signals and volumes, of those turned round, and of dense layers with two inputs."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case


def numbers(low: int, high: int, count: int) -> st.SearchStrategy[Any]:
    """One whole number for a signal, two for an image, three for a volume."""
    one = st.integers(low, high)
    return one if count == 1 else st.tuples(*[one] * count)


def sizes(rank: int, *names: str) -> dict[str, st.SearchStrategy[Any]]:
    """Small windows in so many directions."""
    ranges = {"kernel_size": (1, 3), "stride": (1, 3), "padding": (0, 2), "dilation": (1, 2), "output_padding": (0, 1)}
    return {name: numbers(*ranges[name], rank) for name in names}


def _grid(kind: Kind, least: int, most: int) -> Any:
    axes = {Kind.SIGNAL: 1, Kind.IMAGE: 2, Kind.VOLUME: 3}[kind]

    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        groups = layer.model_dump().get("groups", 1)
        channels = groups * draw(st.integers(1, 2))
        return {"x": TensorSpec.of(kind, channels, *(draw(st.integers(least, most)) for _ in range(axes)))}

    return arriving


def _two_vectors(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps = draw(st.lists(st.integers(1, 3), max_size=1))
    kind = Kind.SEQUENCE if steps else Kind.FEATURES
    return {port: TensorSpec.of(kind, *steps, draw(st.integers(1, 5))) for port in ("input1", "input2")}


FEW = {"out_channels": st.sampled_from((2, 4)), "groups": st.integers(1, 2)}
WINDOW = ("kernel_size", "stride", "padding", "dilation")
CASES = {
    "Conv1d": Case({**FEW, **sizes(1, *WINDOW)}, _grid(Kind.SIGNAL, 5, 9), counted=True),
    "Conv3d": Case({**FEW, **sizes(3, *WINDOW)}, _grid(Kind.VOLUME, 5, 6), counted=True),
    "CausalConv1d": Case(
        {**FEW, **sizes(1, "kernel_size", "stride", "dilation")}, _grid(Kind.SIGNAL, 1, 9), counted=True
    ),
    **{
        f"ConvTranspose{rank}d": Case(
            {**FEW, **sizes(rank, *WINDOW, "output_padding")}, _grid(kind, 2, 4), counted=True
        )
        for rank, kind in ((1, Kind.SIGNAL), (2, Kind.IMAGE), (3, Kind.VOLUME))
    },
    "DepthwiseConv2d": Case({"channel_multiplier": st.integers(1, 3), **sizes(2, *WINDOW)}, counted=True),
    "SeparableConv2d": Case({"out_channels": st.integers(1, 4), **sizes(2, *WINDOW)}, counted=True),
    "LocallyConnected2d": Case({"out_channels": st.integers(1, 3), **sizes(2, *WINDOW[:3])}, counted=True),
    "Bilinear": Case(arriving=_two_vectors),
}
