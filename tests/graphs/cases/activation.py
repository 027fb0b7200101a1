"""Cases of activations, normalisations and layers that draw random numbers."""

from __future__ import annotations

from typing import Any

import torch
from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

PLACES = st.sampled_from(((Kind.IMAGE, (2, 3)), (Kind.SIGNAL, (4,)), (Kind.VOLUME, (2, 1, 2))))
TINY = st.integers(1, 2)


def _channels(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """As many channels as the layer has slopes."""
    kind, places = draw(PLACES)
    return {"x": TensorSpec.of(kind, layer.model_dump()["num_parameters"] or draw(st.integers(1, 4)), *places)}


def _groups(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    kind, places = draw(PLACES)
    return {"x": TensorSpec.of(kind, layer.model_dump()["num_groups"] * draw(st.integers(1, 3)), *places)}


def _halves(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """An even number along every axis."""
    kind = draw(st.sampled_from((Kind.IMAGE, Kind.SIGNAL, Kind.SEQUENCE, Kind.FEATURES)))
    axes = {Kind.IMAGE: 3, Kind.FEATURES: 1}.get(kind, 2)
    return {"x": TensorSpec.of(kind, *(2 * draw(st.integers(1, 3)) for _ in range(axes)))}


def _image(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    groups = layer.model_dump()["groups"]
    return {"x": TensorSpec.of(Kind.IMAGE, groups * draw(TINY), *(draw(st.integers(3, 6)) for _ in range(2)))}


def _tokens(inputs: dict[str, TensorSpec], batch: int) -> dict[str, Any]:
    return {"x": torch.randint(0, 2, (batch, *inputs["x"].dims))}


def _pair(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    kind, sizes = draw(st.sampled_from(((Kind.FEATURES, (3,)), (Kind.SEQUENCE, (2, 3)), (Kind.IMAGE, (2, 3, 3)))))
    return {"mean": TensorSpec.of(kind, *sizes), "logvar": TensorSpec.of(kind, *sizes)}


FILTERS = {
    "out_channels": st.integers(1, 2).map(lambda n: 12 * n),
    "kernel_size": st.tuples(TINY, TINY),
    "stride": st.tuples(TINY, TINY),
    "dilation": st.tuples(TINY, TINY),
    "groups": st.sampled_from((1, 2, 3)),
}
BELOW_ONE = st.floats(0, 0.9)
WHOLE = "whole numbers are drawn, they have no slope"

CASES = {
    "PReLU": Case(arriving=_channels),
    "RReLU": Case(parameters={"lower": st.floats(0, 0.5), "upper": st.floats(0.5, 1)}, random=True),
    "Hardtanh": Case(parameters={"min_val": st.floats(-5, 0), "max_val": st.floats(0.5, 5)}),
    "CELU": Case(parameters={"alpha": st.floats(0.1, 5)}),
    "Softplus": Case(parameters={"beta": st.floats(0.1, 5), "threshold": st.floats(1, 20)}),
    "Heaviside": Case(no_gradient="a step has no slope"),
    "GLU": Case(parameters={"dim": st.none() | st.sampled_from((-1, 1))}, arriving=_halves),
    "SwiGLU": Case(counted=True),
    "GEGLU": Case(counted=True),
    "Maxout": Case(counted=True),
    "GroupNorm": Case(arriving=_groups),
    # A tiny sum to a large negative power is beyond what float32 can hold.
    "LocalResponseNorm": Case(parameters={"k": st.floats(0.5, 5), "beta": st.floats(0, 3)}),
    "WeightNormLinear": Case(counted=True),
    "WeightNormConv2d": Case(parameters=FILTERS, arriving=_image, counted=True),
    "SpectralNormLinear": Case(counted=True),
    "SpectralNormConv2d": Case(parameters=FILTERS, arriving=_image, counted=True),
    "Dropout1d": Case(parameters={"p": BELOW_ONE}, random=True),
    "Dropout2d": Case(parameters={"p": BELOW_ONE}, random=True),
    "Dropout3d": Case(parameters={"p": BELOW_ONE}, random=True),
    "AlphaDropout": Case(parameters={"p": BELOW_ONE}, random=True),
    "FeatureAlphaDropout": Case(parameters={"p": BELOW_ONE}, random=True),
    "DropPath": Case(parameters={"p": BELOW_ONE}, random=True),
    "GaussianNoise": Case(random=True),
    "GaussianDropout": Case(parameters={"p": BELOW_ONE}, random=True),
    "Reparameterize": Case(arriving=_pair, random=True),
    "AddNoise": Case(
        parameters={
            "num_steps": st.integers(2, 9),
            "beta_start": st.floats(0.01, 0.5),
            "beta_end": st.floats(0.01, 0.5),
        },
        random=True,
    ),
    "RandomTimestep": Case(no_gradient=WHOLE, random=True),
    "RandomNormal": Case(
        parameters={"kind": st.just("auto")},
        no_gradient="what is drawn does not depend on the numbers that arrive",
        random=True,
    ),
    "MaskTokens": Case(
        parameters={"num_embeddings": st.integers(6, 12)}, values=_tokens, no_gradient=WHOLE, random=True
    ),
    "GumbelSoftmax": Case(parameters={"tau": st.floats(0.2, 5)}, random=True),
}
