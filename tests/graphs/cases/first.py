"""Cases of the layers every classifier needs."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.graphs.cases import Case

WATCHED = "metrics are watched, nothing learns from them"

CASES = {
    "Sign": Case(no_gradient="a step has no slope"),
    "Accuracy": Case(no_gradient=WATCHED),
    "MeanAbsoluteError": Case(no_gradient=WATCHED),
    "MeanSquaredError": Case(no_gradient=WATCHED),
    "Linear": Case(counted=True),
    "Conv2d": Case(counted=True),
    "Dropout": Case(random=True),
    # The first number is whatever is left.
    "Reshape": Case(
        parameters={"shape": st.lists(st.integers(1, 6), min_size=0, max_size=2).map(lambda sizes: (-1, *sizes))}
    ),
}
