"""Goals of the gates: every corner of the square on its right side."""

from __future__ import annotations

from benchmarks.judges import Trained, judge


@judge("xor_relu", figure="corners of XOR right, of 4", at_least=4)
def corners(trained: Trained) -> float:
    """Count the corners whose answer is nearer to what XOR says than to its contrary."""
    answer, target = trained.values("answer", "target", part="training")
    return float(((answer > 0.5) == (target > 0.5)).flatten().sum())
