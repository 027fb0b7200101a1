"""Cases of the losses: what arrives at ports whose shapes depend on each other."""

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
LABEL = TensorSpec.of(Kind.INDEX)


def _scores(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Scores of one example, of every step, or of every pixel."""
    classes = len(getattr(layer, "class_weights", ())) or draw(SIZE)
    form = draw(st.sampled_from(("label", "sequence", "image")))
    if form == "sequence":
        steps = draw(SIZE)
        return {"x": TensorSpec.of(Kind.SEQUENCE, steps, classes), "target": TensorSpec.of(Kind.TOKENS, steps)}
    if form == "image":
        return {
            "x": TensorSpec.of(Kind.IMAGE, classes, 3, 2),
            "target": TensorSpec(Kind.TENSOR, (3, 2), "int64"),
        }
    return {"x": TensorSpec.of(Kind.FEATURES, classes), "target": LABEL}


def _alike(*ports: str, label: bool = False) -> Any:
    """Features of one size at all ports, and a label where asked."""

    def arriving(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
        spec = TensorSpec.of(Kind.FEATURES, draw(SIZE))
        return {port: spec for port in ports} | ({"target": LABEL} if label else {})

    return arriving


def _lists(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    classes = draw(SIZE)
    return {"x": TensorSpec.of(Kind.FEATURES, classes), "target": TensorSpec.of(Kind.TOKENS, classes)}


def _text(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    found = {
        "x": TensorSpec.of(Kind.SEQUENCE, draw(st.integers(5, 8)), draw(SIZE)),
        "target": TensorSpec.of(Kind.TOKENS, draw(st.integers(1, 3))),
    }
    return found | ({"input_lengths": LABEL, "target_lengths": LABEL} if draw(st.booleans()) else {})


def _text_values(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    values = {port: example(spec, batch) for port, spec in inputs.items()}
    if "input_lengths" in values:
        values["input_lengths"] = torch.full((batch,), int(inputs["x"].dims[0]))
        values["target_lengths"] = torch.ones(batch, dtype=torch.int64)
    return values


def _ranked(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"a": TensorSpec.of(Kind.FEATURES, 1), "b": TensorSpec.of(Kind.FEATURES, 1), "target": LABEL}


def _task(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    size, known = draw(SIZE), draw(SIZE) * layer.model_dump()["shots"]
    return {
        "x": TensorSpec.of(Kind.SEQUENCE, draw(SIZE), size),
        "support": TensorSpec.of(Kind.SEQUENCE, known, size),
    }


def _slope_values(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """A score that was computed from x; it bends, so that its slope has a gradient."""
    x = example(inputs["x"], batch)
    score = x.square().flatten(1).sum(1).reshape(batch, *[1] * len(inputs["score"].dims))
    return {"score": score.expand(batch, *inputs["score"].dims), "x": x}


def _maps(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    x = TensorSpec.of(Kind.IMAGE, draw(SIZE), 3, 2)
    return {"x": x, "target": draw(st.sampled_from((x, TensorSpec(Kind.TENSOR, (3, 2), "int64"))))}


def _box_values(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """Boxes with sides, whichever way their numbers are read."""
    found = {}
    for port, spec in inputs.items():
        count = int(spec.dims[0])
        start, sides = torch.rand(batch, count, 2) * 0.3, torch.rand(batch, count, 2) * 0.5
        found[port] = torch.cat([start, start + 0.1 + sides], -1).requires_grad_()
    return found


def _fixed_target(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """Some of torch's losses refuse a target that asks for a gradient."""
    values = {port: example(spec, batch) for port, spec in inputs.items()}
    return values | {"target": values["target"].detach()}


CASES = {
    "SoftMarginLoss": Case(values=_fixed_target),
    "CrossEntropyLoss": Case(
        parameters={
            "class_weights": st.lists(st.floats(0.5, 2), max_size=4).filter(lambda row: len(row) != 1).map(tuple),
            "ignore_index": st.sampled_from((-100, -1)),
        },
        arriving=_scores,
    ),
    "GaussianNLLLoss": Case(arriving=_alike("x", "target", "var")),
    "MultiLabelMarginLoss": Case(arriving=_lists),
    "DistillationLoss": Case(
        parameters={"temperature": st.floats(0.5, 5)}, arriving=_alike("x", "teacher", label=True), still=("teacher",)
    ),
    "KLDivLoss": Case(arriving=_alike("x", "target")),
    **{name: Case(arriving=_alike("a", "b", label=True)) for name in ("ContrastiveLoss", "CosineEmbeddingLoss")},
    "MarginRankingLoss": Case(arriving=_ranked),
    "ArcFaceHead": Case(counted=True),
    "CosFaceHead": Case(counted=True),
    "PrototypeDistance": Case(arriving=_task),
    "CTCLoss": Case(
        parameters={"blank": st.integers(0, 1), "zero_infinity": st.just(True)},
        arriving=_text,
        values=_text_values,
    ),
    "GradientPenalty": Case(values=_slope_values, still=("score",)),
    "StyleLoss": Case(counted=True),
    **{name: Case(arriving=_maps) for name in ("DiceLoss", "JaccardLoss", "TverskyLoss")},
    **{name: Case(values=_box_values) for name in ("IoULoss", "GIoULoss", "DIoULoss", "CIoULoss")},
}
