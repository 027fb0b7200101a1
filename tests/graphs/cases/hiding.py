"""Cases of patches taken away and put back, of rivals that are remembered, and of searching."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case
from tests.graphs.placing import example

SIZE = st.integers(2, 5)


def _patches(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x": TensorSpec.of(Kind.SEQUENCE, draw(SIZE), draw(SIZE))}


def _kept(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    left = draw(SIZE)
    steps = left + draw(st.integers(1, 4))
    return {"x": TensorSpec.of(Kind.SEQUENCE, left, draw(SIZE)), "places": TensorSpec.of(Kind.TOKENS, steps)}


def _places(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """An order for every example."""
    steps = int(inputs["places"].dims[0])
    return {
        "x": example(inputs["x"], batch),
        "places": torch.stack([torch.randperm(steps) for _ in range(batch)]),
    }


def _masked(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps, size = draw(SIZE), draw(SIZE)
    spec = TensorSpec.of(Kind.SEQUENCE, steps, size)
    return {"x": spec, "target": spec, "mask": TensorSpec.of(Kind.MASK, steps, draw(st.sampled_from((1, size))))}


def _mask_values(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    values = {port: example(spec, batch) for port, spec in inputs.items()}
    mask = torch.zeros(values["mask"].shape, dtype=torch.bool)
    mask[:, 0] = True
    return values | {"mask": mask}


def _queries(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    size = draw(SIZE)
    rivals = TensorSpec(Kind.TENSOR, (draw(SIZE), size), "float32", batched=False)
    both = {port: TensorSpec.of(Kind.FEATURES, size) for port in ("query", "key")}
    return both | ({"others": rivals} if draw(st.booleans()) else {})


def _searched(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    spec = TensorSpec.of(Kind.FEATURES, draw(SIZE))
    group = draw(st.sampled_from((None, TensorSpec.of(Kind.INDEX), TensorSpec.of(Kind.TOKENS, 3))))
    return {"a": spec, "b": spec} | ({} if group is None else {"group": group})


CASES = {
    "MaskPatches": Case(arriving=_patches, random=True),
    "RestorePatches": Case(arriving=_kept, values=_places),
    "MaskedMSELoss": Case(arriving=_masked, values=_mask_values),
    "KeyQueue": Case(
        parameters={"size": st.integers(1, 8)}, no_gradient="what was remembered was made by other weights"
    ),
    "ImageHistory": Case(parameters={"size": st.integers(1, 8)}, random=True),
    "InfoNCELoss": Case(arriving=_queries),
    "RetrievalAccuracy": Case(arriving=_searched, no_gradient="metrics are watched, nothing learns from them"),
}
