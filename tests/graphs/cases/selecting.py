"""Cases of the layers that pick out numbers, and of those that make one number out of an axis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import Case

NEAR = st.integers(-2, 1)
SIZE = st.integers(2, 4)


def _sizes(draw: st.DrawFn, most: int = 4) -> list[int]:
    return draw(st.lists(SIZE, min_size=1, max_size=most))


def _divided(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    values, sizes = layer.model_dump(), _sizes(draw)
    dim = values["dim"] if -len(sizes) <= values["dim"] < len(sizes) else 0
    sizes[dim] = sum(values["sizes"]) or values["parts"] * draw(st.integers(1, 2))
    return {"x": TensorSpec(Kind.TENSOR, tuple(sizes))}


def _indexed(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    """Entries 0 and 1 are asked for, so every axis has at least two."""
    sizes, dim = _sizes(draw, 3), layer.model_dump()["dim"]
    how = draw(st.sampled_from(("one", "row", "all")))
    index = TensorSpec.of(Kind.INDEX) if how == "one" else TensorSpec.of(Kind.TOKENS, 3)
    if how == "all" and -len(sizes) <= dim < len(sizes):
        wanted = list(sizes)
        wanted[dim] = 3
        index = TensorSpec(Kind.TENSOR, tuple(wanted), "int64")
    return {"x": TensorSpec(Kind.TENSOR, tuple(sizes)), "index": index}


def _mask(draw: st.DrawFn, sizes: list[int]) -> TensorSpec:
    return TensorSpec(Kind.MASK, tuple(draw(st.sampled_from((size, 1))) for size in sizes), "bool")


def _hidden(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    sizes = _sizes(draw)
    return {"x": TensorSpec(Kind.TENSOR, tuple(sizes)), "mask": _mask(draw, sizes)}


def _either(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    sizes = _sizes(draw)
    both = {port: TensorSpec(Kind.TENSOR, tuple(sizes)) for port in ("a", "b")}
    return {"condition": _mask(draw, sizes), **both}


def _marked(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    steps = draw(SIZE)
    mask = TensorSpec(Kind.MASK, (steps,), "bool")
    return {"x": TensorSpec.of(Kind.SEQUENCE, steps, draw(SIZE)), "mask": mask}


def _ended(draw: st.DrawFn, layer: Layer) -> dict[str, Any]:
    x = TensorSpec.of(Kind.SEQUENCE, draw(SIZE), draw(SIZE))
    return {"x": x, "lengths": TensorSpec.of(Kind.INDEX)} if draw(st.booleans()) else {"x": x}


CASES = {
    **{
        name: Case(parameters={"dim": st.none() | NEAR})
        for name in ("Mean", "Sum", "Max", "Min", "Norm", "Std", "Variance", "LogSumExp")
    },
    "CumSum": Case(parameters={"dim": NEAR}),
    "MaskedMean": Case(arriving=_marked),
    "Slice": Case(parameters={"dim": NEAR, "stop": st.none() | st.integers(-2, 5), "start": st.integers(-3, 3)}),
    "Select": Case(parameters={"dim": NEAR, "index": st.integers(-2, 1), "kind": st.just("auto")}),
    "Split": Case(
        parameters={"dim": NEAR, "sizes": st.just(()) | st.lists(st.integers(1, 3), min_size=2, max_size=4).map(tuple)},
        arriving=_divided,
    ),
    "Gather": Case(parameters={"dim": NEAR}, arriving=_indexed),
    "TopK": Case(parameters={"dim": NEAR, "k": st.integers(1, 3)}),
    "ArgMax": Case(parameters={"dim": NEAR}, no_gradient="a position has no slope"),
    "OneHot": Case(no_gradient="labels are names, not quantities"),
    "LastStep": Case(arriving=_ended),
    "MaskedFill": Case(arriving=_hidden),
    "Where": Case(arriving=_either),
}
