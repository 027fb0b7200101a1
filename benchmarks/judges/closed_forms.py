"""What gradient descent reaches beside an answer that linear algebra finds at once."""

from __future__ import annotations

import numpy as np

from benchmarks.judges import Trained, judge


@judge("linear_regression", figure="squared error ÷ that of least squares solved at once", at_most=1.05)
def against_least_squares(made: Trained) -> float:
    """The test error relative to that of the normal equations' solution on the same training part."""
    features, target = (one.flatten(1).double().numpy() for one in made.values("features", "target", part="training"))
    asked, true = (one.flatten(1).double().numpy() for one in made.values("features", "target"))
    answer = made.values("prediction")[0].flatten(1).double().numpy()
    plane = np.linalg.lstsq(np.c_[features, np.ones(len(features))], target, rcond=None)[0]
    solved = np.c_[asked, np.ones(len(asked))] @ plane
    return float(((answer - true) ** 2).mean() / ((solved - true) ** 2).mean())


@judge("autoencoder", "deep_autoencoder", figure="squared error ÷ that of as many principal components", at_most=1.0)
def against_components(made: Trained) -> float:
    """The test pictures' error relative to the best linear code of the same width (Bourlard & Kamp 1988)."""
    known = made.values("pixels", part="training")[0].flatten(1).double().numpy()
    asked, code, picture = (one.flatten(1).double().numpy() for one in made.values("pixels", "code", "picture"))
    middle = known.mean(0)
    axes = np.linalg.svd(known - middle, full_matrices=False)[2][: code.shape[1]]
    linear = middle + (asked - middle) @ axes.T @ axes
    return float(((picture - asked) ** 2).mean() / ((linear - asked) ** 2).mean())
