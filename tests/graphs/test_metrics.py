"""Metrics: numbers calculated by hand, over a whole set in uneven batches, and taken away as Python."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from sklearn import metrics as known

import graphs
from graphs.catalogue import layer_type, layer_types
from graphs.layer import Family, ShapeError
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import case
from tests.graphs.placing import build, example

LABEL = TensorSpec.of(Kind.INDEX)
F4, ONE = TensorSpec.of(Kind.FEATURES, 4), TensorSpec.of(Kind.FEATURES, 1)
MASK, WORDS = TensorSpec.of(Kind.IMAGE, 1, 3, 2), TensorSpec.of(Kind.SEQUENCE, 5, 4)
TOKENS, BOXES = TensorSpec.of(Kind.TOKENS, 5), TensorSpec.of(Kind.BOXES, 5, 4)


def made(name: str, *arriving: TensorSpec, **parameters: Any) -> Any:
    """The module of a metric for what arrives at its ports."""
    layer = layer_type(name)(**parameters)
    return build(layer.torch(**dict(zip((p.name for p in type(layer).inputs), arriving, strict=False))))


def over_the_set(metric: Any, values: Sequence[torch.Tensor], sizes: Sequence[int]) -> float:
    """Show a metric the examples in batches of these sizes."""
    metric.reset()
    for batch in zip(*(value.split(list(sizes)) for value in values), strict=True):
        metric.update(*batch)
    return float(metric.compute())


def drawn(*specs: TensorSpec, count: int = 23, seed: int = 3) -> list[torch.Tensor]:
    """Random predictions, and labels or numbers that have something to do with them."""
    torch.manual_seed(seed)
    found: list[torch.Tensor] = []
    for spec in specs:
        dims = (count, *spec.dims)
        if spec.dtype == "int64":
            highest = int(found[0].shape[-1]) if found[0].is_floating_point() else 4
            found.append(torch.randint(0, max(highest, 2), dims))
        else:
            found.append(torch.randn(dims) + (0.5 * found[0] if found and found[0].shape == dims else 0))
    return found


GATHERING: dict[str, tuple[tuple[TensorSpec, ...], dict[str, Any]]] = {
    **{
        name: ((F4, LABEL), {})
        for name in ("PixelAccuracy", "Precision", "Recall", "F1Score", "MatthewsCorrelation", "MeanIoU", "AUROC",
                     "AveragePrecision", "CalibrationError")
    },
    "TopKAccuracy": ((F4, LABEL), {"k": 2}),
    "VerificationAccuracy": ((ONE, LABEL), {}),
    "PerformanceGap": ((F4, LABEL, LABEL), {"groups": 4}),
    "RetrievalAccuracy": ((F4, F4), {}),
    **{
        name: ((F4, F4), {})
        for name in ("RootMeanSquaredError", "MeanAbsolutePercentageError", "R2Score", "PearsonCorrelation",
                     "SpearmanCorrelation", "PeakSignalNoiseRatio")
    },
    "StructuralSimilarity": ((TensorSpec.of(Kind.IMAGE, 2, 12, 11),) * 2, {}),
    "Coverage": ((F4,), {"k": 1}),
    "ModeCoverage": ((F4,), {"share": 0.25}),
    "MeanAveragePrecision": ((WORDS, BOXES, BOXES, TOKENS), {"iou_threshold": 0.05, "no_object": False}),
    "Perplexity": ((WORDS, TOKENS), {}),
    "WordErrorRate": ((WORDS, TOKENS), {}),
    "ExactMatch": ((WORDS, TOKENS), {}),
    "BLEUScore": ((WORDS, TOKENS), {"n": 2, "padding": -1}),
}  # fmt: skip


def test_every_metric_that_gathers_is_tried() -> None:
    gathering = {
        name
        for name, kind in layer_types().items()
        if kind.family is Family.METRIC and hasattr(_class(name, kind), "update")
    }
    assert gathering == set(GATHERING)


def _class(name: str, kind: type[graphs.layer.Layer]) -> Any:
    specs = GATHERING[name][0] if name in GATHERING else (F4, LABEL, LABEL)
    if kind.__module__ == "graphs.layers.metric":
        return importlib.import_module("graphs.modules.metrics").__dict__[name]
    for module in ("set_metrics", "gathered_metrics", "box_metrics"):
        found = getattr(importlib.import_module(f"graphs.modules.{module}"), name, None)
        if found is not None:
            return found
    raise AssertionError((name, specs))


@pytest.mark.parametrize("name", sorted(GATHERING))
def test_uneven_batches_give_the_value_of_the_whole_set(name: str) -> None:
    specs, parameters = GATHERING[name]
    values = drawn(*specs)
    if name in ("PeakSignalNoiseRatio", "MeanAveragePrecision"):
        values = [value.sigmoid() if value.is_floating_point() else value for value in values]
    metric = made(name, *specs, **parameters)
    whole = float(metric(*values))
    assert whole == whole, "a number"
    assert over_the_set(metric, values, (9, 9, 4, 1)) == pytest.approx(whole, rel=1e-5)
    assert over_the_set(metric, values, (23,)) == pytest.approx(whole, rel=1e-5)
    assert metric.state_dict() == {}


def test_the_mean_of_batches_would_be_another_number() -> None:
    for name in ("F1Score", "AUROC", "MeanIoU", "RootMeanSquaredError", "R2Score", "Perplexity"):
        specs, parameters = GATHERING[name]
        values, metric = drawn(*specs), made(name, *specs, **parameters)
        batches = [metric(*batch) for batch in zip(*(value.split([12, 11]) for value in values), strict=True)]
        assert float(batches[0] * 12 + batches[1] * 11) / 23 != pytest.approx(float(metric(*values)), rel=1e-4), name


SCIKIT: dict[str, Callable[[Any, Any], float]] = {
    "PixelAccuracy": lambda right, x: known.accuracy_score(right, x.argmax(1)),
    "Precision": lambda right, x: known.precision_score(right, x.argmax(1), average="macro"),
    "Recall": lambda right, x: known.recall_score(right, x.argmax(1), average="macro"),
    "F1Score": lambda right, x: known.f1_score(right, x.argmax(1), average="macro"),
    "MatthewsCorrelation": lambda right, x: known.matthews_corrcoef(right, x.argmax(1)),
    "MeanIoU": lambda right, x: known.jaccard_score(right, x.argmax(1), average="macro"),
    "AUROC": lambda right, x: known.roc_auc_score(right, x.softmax(1), multi_class="ovr"),
    "AveragePrecision": lambda right, x: known.average_precision_score(right, x.softmax(1)),
    "TopKAccuracy": lambda right, x: known.top_k_accuracy_score(right, x, k=2),
    "RootMeanSquaredError": lambda right, x: known.root_mean_squared_error(right.flatten(), x.flatten()),
    "MeanAbsolutePercentageError": lambda right, x: known.mean_absolute_percentage_error(right.flatten(), x.flatten()),
    "R2Score": lambda right, x: known.r2_score(right.flatten(), x.flatten()),
}


@pytest.mark.parametrize("name", sorted(SCIKIT))
def test_scikit_learn_finds_the_same(name: str) -> None:
    specs, parameters = GATHERING[name]
    x, target = drawn(*specs, count=60)
    assert float(made(name, *specs, **parameters)(x, target)) == pytest.approx(SCIKIT[name](target, x), abs=1e-5)


def test_yes_or_no_counts_the_yes() -> None:
    x, target = torch.tensor([[2.0], [-1.0], [0.5], [-3.0]]), torch.tensor([1, 1, 0, 0])
    assert float(made("Precision", ONE, LABEL)(x, target)) == 0.5
    assert float(made("Recall", ONE, LABEL, threshold=-2.0)(x, target)) == 1.0
    assert float(made("AUROC", ONE, LABEL)(x, target)) == 0.75
    signs = torch.tensor([[1.0], [1.0], [-1.0], [-1.0]])
    assert float(made("F1Score", ONE, ONE)(x, signs)) == 0.5


def test_f1_of_a_mask_is_the_dice_coefficient_and_mean_iou_looks_at_both_sides() -> None:
    x = torch.tensor([1.0, 1, 1, -1, -1, -1]).reshape(1, 1, 3, 2)
    target = torch.tensor([1.0, 1, 0, 1, 0, 0]).reshape(1, 1, 3, 2)
    assert float(made("F1Score", MASK, MASK)(x, target)) == pytest.approx(2 * 2 / (3 + 3))
    assert float(made("MeanIoU", MASK, MASK)(x, target)) == pytest.approx(2 / 4)


def test_padding_does_not_count() -> None:
    x = torch.nn.functional.one_hot(torch.tensor([[1, 2, 3, 3, 3]]), 4).float()
    target = torch.tensor([[1, 2, 0, 0, 0]])
    assert float(made("PixelAccuracy", WORDS, TOKENS, ignore_index=0)(x, target)) == 1
    sure = made("Perplexity", WORDS, TOKENS, ignore_index=0)
    assert float(sure(x * 100, target)) == pytest.approx(1)
    assert float(sure(x * 0, target)) == pytest.approx(4)  # it hesitates between all four
    assert torch.isnan(sure(x, target * 0))  # nothing counts


def test_auroc_of_one_side_is_no_number_and_missing_classes_are_left_out() -> None:
    x = torch.randn(4, 4)
    assert torch.isnan(made("AUROC", F4, LABEL)(x, torch.zeros(4, dtype=torch.long)))
    target = torch.tensor([0, 0, 1, 1])
    shares = x.softmax(1)
    both = [known.roc_auc_score(target == k, shares[:, k]) for k in (0, 1)]
    assert float(made("AUROC", F4, LABEL)(x, target)) == pytest.approx(sum(both) / 2, abs=1e-6)


def test_calibration_of_a_forecaster_who_is_too_sure() -> None:
    x = torch.full((10, 1), 0.9)
    target = torch.tensor([1] * 6 + [0] * 4)
    metric = made("CalibrationError", ONE, LABEL, probabilities=True)
    assert float(metric(x, target)) == pytest.approx(0.3, abs=1e-6)


def test_rankings_by_hand() -> None:
    x = torch.tensor([[0.9, 0.5, 0.1, 0.0], [0.1, 0.5, 0.4, 0.9], [1.0, 1.0, 1.0, 1.0]])
    target = torch.tensor([0, 2, 1])  # places 1, 3, and 4 among equals
    assert float(made("MeanReciprocalRank", F4, LABEL)(x, target)) == pytest.approx((1 + 1 / 3 + 1 / 4) / 3)
    assert float(made("HitRate", F4, LABEL, k=3)(x, target)) == pytest.approx(2 / 3)
    gain = made("NormalizedDiscountedCumulativeGain", F4, LABEL, k=3)(x, target)
    assert float(gain) == pytest.approx((1 + 0.5) / 3)
    assert float(made("Coverage", F4, k=1)(x[:2])) == 0.5


def test_rankings_agree_with_torchmetrics() -> None:
    from torchmetrics.functional import retrieval

    x, target = drawn(F4, LABEL)
    x = x.exp()  # torchmetrics takes negative scores for items that are not recommended at all
    right = torch.nn.functional.one_hot(target, 4)
    pairs = list(zip(x, right, strict=True))
    gain = torch.stack([retrieval.retrieval_normalized_dcg(a, b, top_k=3) for a, b in pairs]).mean()
    rank = torch.stack([retrieval.retrieval_reciprocal_rank(a, b) for a, b in pairs]).mean()
    hits = torch.stack([retrieval.retrieval_hit_rate(a, b, top_k=3) for a, b in pairs]).mean()
    assert float(made("NormalizedDiscountedCumulativeGain", F4, LABEL, k=3)(x, target)) == pytest.approx(float(gain))
    assert float(made("MeanReciprocalRank", F4, LABEL)(x, target)) == pytest.approx(float(rank))
    assert float(made("HitRate", F4, LABEL, k=3)(x, target)) == pytest.approx(float(hits))


def test_faces_are_told_apart_at_the_best_threshold() -> None:
    distance, same = torch.tensor([[0.1], [0.2], [0.3], [0.9]]), torch.tensor([1, 0, 1, 0])
    assert float(made("VerificationAccuracy", ONE, LABEL)(distance, same)) == 0.75
    likeness = made("VerificationAccuracy", ONE, LABEL, compares="similarity")
    assert float(likeness(-distance, same)) == 0.75
    alike = torch.ones(4, 1)  # nothing can be parted: all the same, or none
    assert float(made("VerificationAccuracy", ONE, LABEL)(alike, torch.tensor([1, 0, 0, 0]))) == 0.75


def test_a_gap_between_groups() -> None:
    x = torch.tensor([[1.0], [1.0], [-1.0], [1.0]])
    gap = made("PerformanceGap", ONE, LABEL, LABEL, groups=3)
    assert float(gap(x, torch.tensor([1, 1, 1, 1]), torch.tensor([0, 0, 2, 2]))) == 0.5


def test_a_heart_that_throws_out_three_quarters() -> None:
    full, rest = torch.ones(1, 1, 4, 4), torch.zeros(1, 1, 4, 4)
    rest[..., :1] = 1
    assert float(made("EjectionFraction", MASK, MASK)(full, rest)) == 75
    assert float(made("EjectionFraction", MASK, MASK)(rest * 0, rest * 0)) == 0


def test_up_and_down_from_the_last_value() -> None:
    last, x = torch.tensor([[10.0], [10.0], [10.0]]), torch.tensor([[11.0], [9.0], [12.0]])
    metric = made("DirectionAccuracy", ONE, ONE, ONE)
    assert float(metric(x, torch.tensor([[15.0], [11.0], [10.5]]), last)) == pytest.approx(2 / 3)


def test_words_to_correct_and_reading_as_ctc() -> None:
    right = torch.tensor([[5, 6, 7, 0, 0]])
    heard = torch.tensor([[5, 5, 0, 6, 9]])
    assert float(made("WordErrorRate", TOKENS, TOKENS, merge=True)(heard, right)) == pytest.approx(1 / 3)
    assert float(made("WordErrorRate", TOKENS, TOKENS)(heard, right)) == pytest.approx(2 / 3)
    assert float(made("BLEUScore", TOKENS, TOKENS, n=2)(right, right)) == pytest.approx(1)


def test_a_sentence_is_right_or_it_is_not() -> None:
    right = torch.tensor([[5, 6, 7, 0, 0], [1, 2, 3, 4, 5]])
    heard = torch.tensor([[5, 6, 7, 9, 9], [1, 2, 3, 4, 6]])
    assert float(made("ExactMatch", TOKENS, TOKENS)(heard, right)) == 0.5
    assert float(made("ExactMatch", TOKENS, TOKENS, padding=-1)(heard, right)) == 0


@pytest.mark.parametrize(
    ("name", "arriving", "words"),
    [
        ("TopKAccuracy", (F4, LABEL), "at least 5 scores"),
        ("F1Score", (F4, F4), "compares with a label"),
        ("Perplexity", (WORDS, TensorSpec.of(Kind.TOKENS, 4)), "one token for every step"),
        ("StructuralSimilarity", (MASK, MASK), "at least 11×11"),
        ("PerformanceGap", (F4, LABEL, F4), "number of a group"),
        ("EjectionFraction", (MASK, F4), "two masks of one shape"),
        ("WordErrorRate", (F4, TOKENS), "takes a sequence or tokens"),
        ("ExactMatch", (WORDS, TensorSpec.of(Kind.TOKENS, 4)), "word by word"),
    ],
)
def test_what_does_not_fit_is_said(name: str, arriving: tuple[TensorSpec, ...], words: str) -> None:
    layer = layer_type(name)()
    with pytest.raises(ShapeError, match=words) as error:
        layer.output(**dict(zip((p.name for p in type(layer).inputs), arriving, strict=False)))
    for fix in error.value.fixes:
        mended = layer_type(name)(**fix.set)
        mended.output(**dict(zip((p.name for p in type(layer).inputs), arriving, strict=False)))


def test_mean_average_precision_by_hand() -> None:
    def one_hot(*kinds: int) -> torch.Tensor:
        return 9 * torch.nn.functional.one_hot(torch.tensor([kinds]), 3).float()

    here, there, far = [0.2, 0.2, 0.2, 0.2], [0.7, 0.7, 0.2, 0.2], [0.5, 0.1, 0.1, 0.1]
    boxes, labels = torch.tensor([[here, there, far]]), torch.tensor([[0, 1, -1]])  # the third only fills the list
    metric = made("MeanAveragePrecision", WORDS, BOXES, BOXES, TOKENS)
    assert float(metric(one_hot(0, 1), torch.tensor([[here, there]]), boxes, labels)) == 1
    assert float(metric(one_hot(1, 0), torch.tensor([[here, there]]), boxes, labels)) == 0  # named wrongly
    assert float(metric(one_hot(0, 2), torch.tensor([[here, there]]), boxes, labels)) == 0.5  # one is not found
    surer = one_hot(0, 0, 1) * torch.tensor([1.0, 2.0, 1.0]).reshape(1, 3, 1)
    doubled = torch.tensor([[here, far, there]])  # a surer false alarm of class 0: precision one half at full recall
    assert float(metric(surer, doubled, boxes, labels)) == pytest.approx((0.5 + 1) / 2)
    twice = torch.tensor([[here, here, there]])  # a true box can be found once only
    assert float(metric(surer, twice, boxes, labels)) == 1
    assert torch.isnan(metric(one_hot(0), torch.tensor([[here]]), boxes, labels * 0 - 1))


AWAY = GATHERING | {
    "HitRate": ((F4, LABEL), {"k": 2}),
    "NormalizedDiscountedCumulativeGain": ((F4, LABEL), {}),
    "MeanReciprocalRank": ((F4, LABEL), {}),
    "DirectionAccuracy": ((F4, F4), {}),
    "EjectionFraction": ((MASK, MASK), {"sigmoid": True}),
    "MeanValue": ((F4,), {"sigmoid": True}),
}


@pytest.mark.parametrize("name", sorted(AWAY))
def test_the_printed_class_measures_the_same(name: str) -> None:
    specs, parameters = AWAY[name]
    net, values, outlets = graphs.Network(), {}, {}
    for port, spec in zip(layer_type(name).inputs, specs, strict=False):
        kind = str(spec.kind.name).lower()
        outlets[port.name] = net.add("Input", name=f"in_{port.name}", field=port.name, shape=spec.dims, kind=kind)
        values[f"in_{port.name}"] = example(spec, 6).detach()
    net.add("Output", net.add(name, name="it", **outlets, **parameters), name="y")
    tree = graphs.compile(net)
    space: dict[str, Any] = {"__name__": "taken_away"}
    exec(compile(graphs.to_python(net), "<printed>", "exec"), space)
    taken = space["Network"]()
    taken.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(tree(**values)["y"], taken(**values))


def test_torchmetrics_is_loaded_by_the_first_metric_that_needs_it() -> None:
    code = (
        "import sys, graphs\n"
        "net = graphs.Network()\n"
        "x = net.add('Input', name='x', field='x', shape=(3,))\n"
        "t = net.add('Input', name='t', field='t', kind='index')\n"
        "net.add('Accuracy', x, t)\n"
        "net.add('MeanReciprocalRank', x, t)\n"
        "graphs.compile(net)\n"
        "assert 'torchmetrics' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_metrics_are_cases_without_gradient() -> None:
    for name, kind in layer_types().items():
        assert kind.family is not Family.METRIC or case(name).no_gradient
