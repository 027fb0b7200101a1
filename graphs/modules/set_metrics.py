"""Metrics that are measured over a whole set of examples, because the mean of their batches would be another number.

Each is called like a layer and then measures one batch by itself. Who measures a set calls `reset`, `update` for every
batch and `compute` once. Most of them stand in front of a metric of torchmetrics, which is loaded when the first of
them is made: that takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn


class OverTheSet(nn.Module):
    """What the metrics of torchmetrics share here: they see what `arranged` makes of a batch.

    Of no example at all the value is not a number.
    """

    def __init__(self, metric: nn.Module) -> None:
        super().__init__()
        self.metric = metric
        self.seen = 0
        self.least = 1

    def reset(self) -> None:
        """Forget every example."""
        self.metric.reset()  # type: ignore[operator]
        self.seen = 0

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Bring a batch into the form the metric takes; first dimension: what is counted."""
        return arriving

    @torch.no_grad()
    def update(self, *arriving: torch.Tensor) -> None:
        """See one more batch."""
        values = self.arranged(*arriving)
        if len(values[0]):
            self.metric.update(*values)  # type: ignore[operator]
            self.seen += len(values[0])

    def compute(self) -> torch.Tensor:
        """Return the value over every example since the last `reset`, one number."""
        if self.seen < self.least:
            return torch.tensor(float("nan"))
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            value: torch.Tensor = self.metric.compute().float()  # type: ignore[operator]
        return value

    def forward(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return the value of one batch by itself; whatever was seen before is forgotten."""
        self.reset()
        self.update(*arriving)
        value = self.compute().to(arriving[0].device)
        self.reset()
        return value


def answers(
    x: torch.Tensor, target: torch.Tensor, classes: int, threshold: float, ignore_index: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the classes that were answered and the right ones, both (places), without the places that do not count.

    With one class, ``x`` above the threshold is yes and a target above 0 is right with yes. Else the highest of the
    scores answers, which lie on axis 1 of pictures (N, classes, H, W) and on the last axis of everything else.
    """
    if classes == 1:
        return (x > threshold).long().flatten(), (target > 0).long().flatten()
    answered, right = x.argmax(1 if x.ndim > 3 else -1).flatten(), target.flatten()
    counts = right != ignore_index
    return answered[counts], right[counts]


def for_classes(
    classes: int,
    binary: Callable[..., nn.Module],
    several: Callable[..., nn.Module],
    both: dict[str, Any] | None = None,
    **only_several: Any,
) -> nn.Module:
    """Make the metric of torchmetrics for yes and no where there is one class, else the one for several classes.

    ``both`` are settings that either takes, ``only_several`` those of the second: how the classes are averaged.
    """
    if classes == 1:
        return binary(validate_args=False, **(both or {}))
    return several(classes, validate_args=False, **(both or {}), **only_several)


class ClassMetric(OverTheSet):
    """What the metrics of answered classes share: ``x`` scores, ``target`` labels, in every form `answers` takes."""

    def __init__(self, metric: nn.Module, classes: int, threshold: float, ignore_index: int) -> None:
        super().__init__(metric)
        self.classes, self.threshold, self.ignore_index = classes, threshold, ignore_index

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Bring scores and labels to answered and right classes."""
        return answers(arriving[0], arriving[1], self.classes, self.threshold, self.ignore_index)


class PixelAccuracy(ClassMetric):
    """The share of places (pixels, steps) that have the right class, from 0 to 1."""

    def __init__(self, classes: int, threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import MulticlassAccuracy

        metric = MulticlassAccuracy(max(classes, 2), average="micro", validate_args=False)
        super().__init__(metric, classes, threshold, ignore_index)


class Precision(ClassMetric):
    """The share of right ones among those answered with a class; the mean of the classes that occur, or all as one."""

    def __init__(self, classes: int, average: str = "macro", threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import BinaryPrecision, MulticlassPrecision

        made = for_classes(classes, BinaryPrecision, MulticlassPrecision, average=average)
        super().__init__(made, classes, threshold, ignore_index)


class Recall(ClassMetric):
    """The share of a class's examples that were found; the mean of the classes that occur, or all as one."""

    def __init__(self, classes: int, average: str = "macro", threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import BinaryRecall, MulticlassRecall

        made = for_classes(classes, BinaryRecall, MulticlassRecall, average=average)
        super().__init__(made, classes, threshold, ignore_index)


class F1Score(ClassMetric):
    """2·TP / (2·TP + FP + FN), from 0 to 1; for masks of one class this is the Dice coefficient."""

    def __init__(self, classes: int, average: str = "macro", threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import BinaryF1Score, MulticlassF1Score

        made = for_classes(classes, BinaryF1Score, MulticlassF1Score, average=average)
        super().__init__(made, classes, threshold, ignore_index)


class MatthewsCorrelation(ClassMetric):
    """The correlation of answered and right classes, from −1 to 1; 0 for guessing."""

    def __init__(self, classes: int, threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import MulticlassMatthewsCorrCoef

        metric = MulticlassMatthewsCorrCoef(max(classes, 2), validate_args=False)
        super().__init__(metric, classes, threshold, ignore_index)


class MeanIoU(ClassMetric):
    """The mean over the classes of overlap divided by union, from 0 to 1; with one class: of yes and of no."""

    def __init__(self, classes: int, threshold: float = 0.0, ignore_index: int = -100) -> None:
        from torchmetrics.classification import MulticlassJaccardIndex

        metric = MulticlassJaccardIndex(max(classes, 2), average="macro", validate_args=False)
        super().__init__(metric, classes, threshold, ignore_index)


class TopKAccuracy(OverTheSet):
    """The share of examples whose right class is among the ``k`` highest scores; or, as ``error``, the share of the
    others.

    ``x`` (N, classes) and labels (N).
    """

    def __init__(self, classes: int, k: int = 5, error: bool = False) -> None:
        from torchmetrics.classification import MulticlassAccuracy

        super().__init__(MulticlassAccuracy(classes, top_k=k, average="micro", validate_args=False))
        self.error = error

    def compute(self) -> torch.Tensor:
        """Return the share over every example since the last `reset`."""
        return 1 - super().compute() if self.error else super().compute()


class ScoreMetric(OverTheSet):
    """What the metrics of probabilities share: softmax or sigmoid of ``x`` unless it has been taken already.

    ``x`` (N, classes) with labels (N), or (N, 1) with labels 0 and 1 or signs. The mean is taken over those classes
    of which there are examples and counter-examples.
    """

    def __init__(self, metric: nn.Module, classes: int, probabilities: bool) -> None:
        super().__init__(metric)
        self.classes, self.probabilities = classes, probabilities
        self.of_each = torch.zeros(max(classes, 2), dtype=torch.long)

    def reset(self) -> None:
        """Forget every example."""
        super().reset()
        self.of_each = torch.zeros_like(self.of_each)

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Bring scores to probabilities, and count the labels."""
        x, target = arriving
        if self.classes == 1:
            x, right = x.flatten(), (target > 0).long().flatten()
            found = x if self.probabilities else x.sigmoid()
        else:
            right = target
            found = x if self.probabilities else x.softmax(-1)
        self.of_each = self.of_each + torch.bincount(right.cpu(), minlength=len(self.of_each))
        return found, right

    def compute(self) -> torch.Tensor:
        """Return the mean over the classes that can be told from others in what was seen."""
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            known = (self.of_each > 0) & (self.of_each < self.seen)
            if not bool(known.any()):
                return torch.tensor(float("nan"))
            values: torch.Tensor = self.metric.compute().float()  # type: ignore[operator]
        return values if values.ndim == 0 else values[known.to(values.device)].mean()


class AUROC(ScoreMetric):
    """The chance that an example of a class gets a higher score for it than an example of another; 0.5 is guessing."""

    def __init__(self, classes: int, probabilities: bool = False) -> None:
        from torchmetrics.classification import BinaryAUROC, MulticlassAUROC

        super().__init__(for_classes(classes, BinaryAUROC, MulticlassAUROC, average=None), classes, probabilities)


class AveragePrecision(ScoreMetric):
    """The area under the curve of precision over recall, from 0 to 1."""

    def __init__(self, classes: int, probabilities: bool = False) -> None:
        from torchmetrics.classification import BinaryAveragePrecision, MulticlassAveragePrecision

        super().__init__(
            for_classes(classes, BinaryAveragePrecision, MulticlassAveragePrecision, average=None),
            classes,
            probabilities,
        )


class CalibrationError(OverTheSet):
    """How far the confidence of an answer lies from how often such answers are right, from 0 to 1.

    ``x`` (N, classes) with labels (N), or (N, 1) with labels 0 and 1; softmax or sigmoid is taken here unless
    ``probabilities``. The confidences are sorted into ``bins`` of equal width.
    """

    def __init__(self, classes: int, bins: int = 15, probabilities: bool = False) -> None:
        from torchmetrics.classification import BinaryCalibrationError, MulticlassCalibrationError

        super().__init__(for_classes(classes, BinaryCalibrationError, MulticlassCalibrationError, {"n_bins": bins}))
        self.classes, self.probabilities = classes, probabilities

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Bring scores to probabilities."""
        x, target = arriving
        if self.classes == 1:
            x = x.flatten()
            return x if self.probabilities else x.sigmoid(), (target > 0).long().flatten()
        return x if self.probabilities else x.softmax(-1), target


class NumberMetric(OverTheSet):
    """What the metrics of numbers share: every number of ``x`` beside the one of ``target`` at its place."""

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Lay all numbers in a row."""
        x, target = arriving
        return x.flatten(), target.to(x.dtype).flatten()


class RootMeanSquaredError(NumberMetric):
    """The root of the mean of (x − target)², in the unit of the target."""

    def __init__(self) -> None:
        from torchmetrics.regression import MeanSquaredError

        super().__init__(MeanSquaredError(squared=False))


class MeanAbsolutePercentageError(NumberMetric):
    """The mean of |x − target| / |target|, as a share: 0.1 is ten per cent. A target below 10⁻⁶ counts as 10⁻⁶."""

    def __init__(self) -> None:
        from torchmetrics.regression import MeanAbsolutePercentageError as Behind

        super().__init__(Behind())


class R2Score(NumberMetric):
    """1 − Σ(x − target)² / Σ(target − mean)², at most 1; 0 for who always says the mean."""

    def __init__(self) -> None:
        from torchmetrics.regression import R2Score as Behind

        super().__init__(Behind())
        self.least = 2


class PearsonCorrelation(NumberMetric):
    """How well a straight line joins predictions and targets, from −1 to 1."""

    def __init__(self) -> None:
        from torchmetrics.regression import PearsonCorrCoef

        super().__init__(PearsonCorrCoef())
        self.least = 2


class SpearmanCorrelation(NumberMetric):
    """How alike the orders of predictions and targets are, from −1 to 1."""

    def __init__(self) -> None:
        import warnings

        from torchmetrics.regression import SpearmanCorrCoef

        with warnings.catch_warnings():  # that it keeps every number is said in its help
            warnings.simplefilter("ignore")
            super().__init__(SpearmanCorrCoef())
        self.least = 2


class PeakSignalNoiseRatio(NumberMetric):
    """10·log₁₀(range² / mean squared error), in decibels."""

    def __init__(self, data_range: float = 1.0) -> None:
        from torchmetrics.image import PeakSignalNoiseRatio as Behind

        super().__init__(Behind(data_range=data_range))


class StructuralSimilarity(OverTheSet):
    """How alike brightness, contrast and structure of pictures (N, C, H, W) are, from −1 to 1; mean over pictures.

    It looks through a Gaussian window of 11 × 11 pixels.
    """

    def __init__(self, data_range: float = 1.0) -> None:
        from torchmetrics.image import StructuralSimilarityIndexMeasure

        super().__init__(StructuralSimilarityIndexMeasure(data_range=data_range))


class Perplexity(OverTheSet):
    """e to the power of the mean cross-entropy of the tokens, from 1 upwards.

    ``x`` scores (N, T, words), ``target`` tokens (N, T); tokens equal to ``ignore_index`` do not count.
    """

    def __init__(self, ignore_index: int = -100) -> None:
        from torchmetrics.text import Perplexity as Behind

        super().__init__(Behind(ignore_index=ignore_index))
        self.ignore_index = ignore_index

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Lay all tokens that count in one row."""
        x, target = arriving
        counts = target != self.ignore_index
        found, right = x[counts], target[counts]
        return (found.unsqueeze(0), right.unsqueeze(0)) if len(right) else (found, right)


class Sentences(OverTheSet):
    """What the metrics of sentences share: tokens read as words up to the end, without padding.

    ``x`` are tokens (N, T), or scores (N, T, words) of which the highest answers. With ``merge`` they are read as CTC
    reads them: tokens that stand next to their like count once, and ``padding`` is the blank between them.
    """

    def __init__(self, metric: nn.Module, padding: int, merge: bool) -> None:
        super().__init__(metric)
        self.padding, self.merge = padding, merge

    def words(self, tokens: torch.Tensor, merge: bool) -> list[str]:
        """Read each row as a sentence whose words are the numbers of the tokens."""
        rows = []
        for row in tokens.tolist():
            kept = [token for at, token in enumerate(row) if not merge or at == 0 or token != row[at - 1]]
            rows.append(" ".join(str(token) for token in kept if token != self.padding))
        return rows

    def right_forms(self, sentences: list[str]) -> list[str] | list[list[str]]:
        """What the metric takes as right."""
        return sentences

    @torch.no_grad()
    def update(self, *arriving: torch.Tensor) -> None:
        """See one more batch."""
        x, target = arriving
        tokens = x.argmax(-1) if x.is_floating_point() else x
        right = self.right_forms(self.words(target, False))
        self.metric.update(self.words(tokens, self.merge), right)  # type: ignore[operator]
        self.seen += len(right)


class WordErrorRate(Sentences):
    """The fewest words to insert, delete or replace, divided by the number of right words; may be above 1."""

    def __init__(self, padding: int = 0, merge: bool = False) -> None:
        from torchmetrics.text import WordErrorRate as Behind

        super().__init__(Behind(), padding, merge)


class ExactMatch(OverTheSet):
    """The share of sentences that have the right token at every place that is not padding, from 0 to 1.

    ``x`` are tokens (N, T), or scores (N, T, words) of which the highest answers; ``target`` tokens (N, T).
    """

    def __init__(self, padding: int = 0) -> None:
        from torchmetrics.classification import MulticlassExactMatch

        super().__init__(MulticlassExactMatch(2, ignore_index=padding, validate_args=False))  # it counts no classes

    def arranged(self, *arriving: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Choose the token with the highest score."""
        x, target = arriving
        return (x.argmax(-1) if x.is_floating_point() else x), target


class BLEUScore(Sentences):
    """The geometric mean of the shares of right runs of 1 to ``n`` words, times a penalty for being short; 0 to 1."""

    def __init__(self, n: int = 4, padding: int = 0) -> None:
        from torchmetrics.text import BLEUScore as Behind

        super().__init__(Behind(n), padding, False)

    def right_forms(self, sentences: list[str]) -> list[str] | list[list[str]]:
        """Each sentence may have several right forms; here it has one."""
        return [[sentence] for sentence in sentences]
