"""Cases of the metrics: predictions and targets that belong together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case
from tests.graphs.placing import example

SIZE = st.integers(2, 5)
LABEL = TensorSpec.of(Kind.INDEX)
WATCHED = "metrics are watched, nothing learns from them"


def _places(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Scores of one example, of every step or of every pixel; or one mask."""
    classes, steps = draw(SIZE), draw(SIZE)
    picture = TensorSpec.of(Kind.IMAGE, classes, 3, 2)
    labels = TensorSpec(Kind.TENSOR, (3, 2), "int64")
    return draw(
        st.sampled_from(
            (
                {"x": TensorSpec.of(Kind.FEATURES, classes), "target": LABEL},
                {"x": TensorSpec.of(Kind.FEATURES, 1), "target": LABEL},
                {"x": TensorSpec.of(Kind.SEQUENCE, steps, classes), "target": TensorSpec.of(Kind.TOKENS, steps)},
                {"x": picture, "target": labels},
                {"x": picture.with_dims(1, 3, 2), "target": picture.with_dims(1, 3, 2)},
            )
        )
    )


def _scores(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    classes = draw(st.integers(max(2, layer.model_dump().get("k", 1)), 11))
    return {"x": TensorSpec.of(Kind.FEATURES, classes), "target": LABEL}


def _groups(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    return {"x": TensorSpec.of(Kind.FEATURES, draw(st.integers(1, 4))), "target": LABEL, "group": LABEL}


def _numbers(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    spec = TensorSpec.of(Kind.FEATURES, draw(SIZE))
    return {"x": spec, "target": spec} | ({"last": spec} if draw(st.booleans()) else {})


def _sentences(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps = draw(SIZE)
    tokens = TensorSpec.of(Kind.TOKENS, steps)
    scores = TensorSpec.of(Kind.SEQUENCE, steps, draw(SIZE))
    only_scores = type(layer).__name__ == "Perplexity"
    return {"x": scores if only_scores else draw(st.sampled_from((scores, tokens))), "target": tokens}


def _pictures(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    spec = TensorSpec.of(Kind.IMAGE, draw(st.integers(1, 3)), 12, 11)
    return {"x": spec, "target": spec}


def _detector(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    guesses, truths = draw(SIZE), draw(SIZE)
    return {
        "scores": TensorSpec.of(Kind.SEQUENCE, guesses, draw(SIZE)),
        "x": TensorSpec.of(Kind.BOXES, guesses, 4),
        "boxes": TensorSpec.of(Kind.BOXES, truths, 4),
        "labels": TensorSpec.of(Kind.TOKENS, truths),
    }


def _probabilities(inputs: Mapping[str, TensorSpec], batch: int) -> dict[str, Any]:
    """Numbers that add up to 1 for every example."""
    values = {port: example(spec, batch) for port, spec in inputs.items()}
    x = values["x"].detach()
    return values | {"x": x / x.sum(-1, keepdim=True) if x.shape[-1] > 1 else x}


IGNORED = {"ignore_index": st.sampled_from((-100, -1))}
CASES = {
    **{
        name: Case(parameters=IGNORED, arriving=_places, no_gradient=WATCHED)
        for name in ("PixelAccuracy", "Precision", "Recall", "F1Score", "MatthewsCorrelation", "MeanIoU")
    },
    **{
        name: Case(arriving=_scores, no_gradient=WATCHED)
        for name in ("TopKAccuracy", "HitRate", "NormalizedDiscountedCumulativeGain", "MeanReciprocalRank")
    },
    **{
        name: Case(arriving=_scores, values=_probabilities, no_gradient=WATCHED)
        for name in ("AUROC", "AveragePrecision", "CalibrationError")
    },
    "VerificationAccuracy": Case(no_gradient=WATCHED),
    "PerformanceGap": Case(arriving=_groups, no_gradient=WATCHED),
    **{
        name: Case(no_gradient=WATCHED)
        for name in (
            "RootMeanSquaredError", "MeanAbsolutePercentageError", "R2Score", "PearsonCorrelation",
            "SpearmanCorrelation", "PeakSignalNoiseRatio", "EjectionFraction", "MeanValue", "Coverage",
            "ModeCoverage",
        )
    },
    "MeanAveragePrecision": Case(arriving=_detector, no_gradient=WATCHED),
    "DirectionAccuracy": Case(arriving=_numbers, no_gradient=WATCHED),
    "StructuralSimilarity": Case(arriving=_pictures, no_gradient=WATCHED),
    "Perplexity": Case(parameters=IGNORED, arriving=_sentences, no_gradient=WATCHED),
    "ExactMatch": Case(arriving=_sentences, no_gradient=WATCHED),
    "WordErrorRate": Case(arriving=_sentences, no_gradient=WATCHED),
    "BLEUScore": Case(arriving=_sentences, no_gradient=WATCHED),
}  # fmt: skip
