"""Judges of networks that know what is normal: how well their errors tell faults from normal examples."""

from __future__ import annotations

import numpy as np
import torch

from benchmarks.judges import Trained, judge
from workbench.engine.roles import copying

USUAL = 0.95
"""The threshold stands where this share of the normal validation examples lies below."""


def _errors(trained: Trained, part: str) -> tuple[np.ndarray, np.ndarray]:
    """The mean square error of each example of a part, and whether it is one with a fault."""
    training = trained.training
    found = copying(training.plan)
    assert found is not None
    with torch.no_grad():
        back, told, _ = training.tree.program(found.values)(training.part(part))
    parts = training.prepared.parts
    table = parts.test if part == "test" else parts.validation
    return (back - told).square().flatten(1).mean(1).numpy(), np.asarray(table["label"]) > 0


@judge("sensor_autoencoder", "lstm_autoencoder", figure="area under the ROC curve of the test", at_least=0.95)
def ranked(trained: Trained) -> float:
    """How often a fault has a larger error than a normal example (Hanley & McNeil 1982), counted pair by pair."""
    errors, fault = _errors(trained, "test")
    apart = errors[fault][:, None] - errors[~fault][None]
    return float((apart > 0).mean() + (apart == 0).mean() / 2)


@judge("sensor_autoencoder", "lstm_autoencoder", figure="F1 of the test at the threshold of 95 % normal", at_least=0.9)
def found(trained: Trained) -> float:
    """F1 of the alarms, at a threshold that was chosen on normal validation examples and not on the test."""
    errors, fault = _errors(trained, "validation")
    threshold = np.quantile(errors[~fault], USUAL)
    errors, fault = _errors(trained, "test")
    alarm = errors > threshold
    return float(2 * (alarm & fault).sum() / (alarm.sum() + fault.sum()))


@judge("sensor_autoencoder", "lstm_autoencoder", figure="threshold of 95 % normal")
def threshold(trained: Trained) -> float:
    """Where the threshold stands that F1 is told at."""
    errors, fault = _errors(trained, "validation")
    return float(np.quantile(errors[~fault], USUAL))
