"""Goals that the test's own metrics measure."""

from __future__ import annotations

from benchmarks.judges import goal

goal("lenet5", metric="accuracy", at_least=0.97)
