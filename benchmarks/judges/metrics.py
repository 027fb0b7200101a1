"""Goals that the test's own metrics measure."""

from __future__ import annotations

from benchmarks.judges import goal

goal("perceptron", metric="accuracy", at_least=1.0)
goal("softmax_regression", metric="accuracy", at_least=0.95)
goal("digit_mlp", metric="accuracy", at_least=0.96)
goal("lenet5", metric="accuracy", at_least=0.97)
goal("cnn", metric="accuracy", at_least=0.98)
goal("mlp", metric="accuracy", at_least=0.98)
