"""Functions that make one number out of an axis or a window, and those that choose entries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphs.importing.pieces import Unfit, Value
from graphs.message import say
from graphs.tensors import Kind

if TYPE_CHECKING:
    from graphs.importing.reading import Operation


def _axes(op: Operation, x: Value, place: int = 1) -> tuple[int, ...]:
    """The axes that are meant, as the drawing counts them; all of them without the batch raise `Unfit`."""
    dim = op.number(place, "dim", op.kwargs.get("axis"))
    if dim is None:
        raise Unfit(say("{name} runs over the examples of a batch", name=op.name))
    return tuple(sorted(x.axis(one) for one in (dim if isinstance(dim, list) else [dim])))


def _reduced(type: str) -> Any:
    def read(op: Operation) -> Value:
        x = op.value(0, "input")
        axes, keepdim = _axes(op, x), bool(op.number(2, "keepdim", False))
        if op.kwargs.get("dtype") is not None:
            raise Unfit(say("{name} changes the number type", name=op.name))
        return _over(op, type, x, axes, keepdim, {})

    return read


def _over(op: Operation, type: str, x: Value, axes: tuple[int, ...], keepdim: bool, more: dict[str, Any]) -> Value:
    rank = len(x.spec.dims)
    if type == "Mean" and x.spec.kind is Kind.IMAGE and axes == (1, 2) and not keepdim:
        return op.place("GlobalAveragePool2d", x=x)
    if len(axes) == 1:
        dim = axes[0] if axes[0] < rank - 1 else -1
        return op.place(type, {"dim": dim, "keepdim": keepdim, **more}, x=x)
    if axes == tuple(range(rank)):
        return op.place(type, {"dim": None, "keepdim": keepdim, **more}, x=x)
    raise Unfit(say("{name} runs over several axes at once", name=op.name))


def _largest(type: str) -> Any:
    """``x.max(dim)`` gives numbers and places; ``torch.max(a, b)`` compares."""

    def read(op: Operation) -> Any:
        if op.is_tensor(1, "other"):
            pair = {"Max": "Maximum", "Min": "Minimum"}[type]
            return op.place(pair, a=op.value(0, "input"), b=op.value(1, "other"))
        raise Unfit(
            say(
                "{name} gives the numbers together with their places; use amax or amin for the numbers alone",
                name=op.name,
            )
        )

    return read


def _spread(type: str) -> Any:
    def read(op: Operation) -> Value:
        x = op.value(0, "input")
        correction = op.kwargs.get("correction", 1 if op.kwargs.get("unbiased", True) else 0)
        return _over(op, type, x, _axes(op, x), bool(op.kwargs.get("keepdim", False)), {"correction": correction})

    return read


def _along(type: str) -> Any:
    def read(op: Operation) -> Value:
        x = op.value(0, "input")
        (axis,) = _axes(op, x)
        if op.kwargs.get("keepdim") or op.kwargs.get("dtype") is not None:
            raise Unfit(say("there is no layer for {name} that keeps the axis", name=op.name))
        return op.place(type, {"dim": axis}, x=x)

    return read


def _topk(op: Operation) -> Any:
    x = op.value(0, "input")
    dim = x.axis(op.number(2, "dim", -1))
    given = {"k": op.number(1, "k"), "dim": dim, "largest": bool(op.number(3, "largest", True))}
    found = op.reader.place_many(op.node, "TopK", given, {"x": x}, "topk")
    one, two = op.node.meta["values"]
    return tuple(op.reader.checked(found[p], (one[i], two[i])) for i, p in enumerate(("values", "indices")))


def _normalised(op: Operation) -> Value:
    x = op.value(0, "input")
    given = {
        "p": float(op.number(1, "p", 2.0)),
        "dim": x.axis(op.number(2, "dim", 1)),
        "eps": op.number(3, "eps", 1e-12),
    }
    return op.place("Normalize", given, x=x)


def _pool(type: str, *names: tuple[str, Any]) -> Any:
    """A window that slides: the arguments in torch's order with their defaults there."""

    def read(op: Operation) -> Value:
        given = {name: op.number(place, name, default) for place, (name, default) in enumerate(names, start=1)}
        given = {name: value for name, value in given.items() if value is not None and value != []}
        if given.pop("return_indices", False) or given.pop("divisor_override", None):
            raise Unfit(say("there is no layer for {name} with these arguments", name=op.name))
        return op.place(type, given, x=op.value(0, "input"))

    return read


def _adaptive(type: str) -> Any:
    return lambda op: op.place(type, {"output_size": op.number(1, "output_size")}, x=op.value(0, "input"))


_MAX = (("kernel_size", 2), ("stride", None), ("padding", 0), ("dilation", 1), ("ceil_mode", False))
_MEAN = (("kernel_size", 2), ("stride", None), ("padding", 0), ("ceil_mode", False), ("count_include_pad", True))

FUNCTIONS: Mapping[str, Any] = {
    "mean": _reduced("Mean"), "sum": _reduced("Sum"), "amax": _reduced("Max"), "amin": _reduced("Min"),
    "logsumexp": _reduced("LogSumExp"), "max": _largest("Max"), "min": _largest("Min"),
    "std": _spread("Std"), "var": _spread("Variance"), "argmax": _along("ArgMax"), "cumsum": _along("CumSum"),
    "topk": _topk, "normalize": _normalised,
    "max_pool2d": _pool("MaxPool2d", *_MAX), "max_pool1d": _pool("MaxPool1d", *_MAX),
    "avg_pool2d": _pool("AvgPool2d", *_MEAN), "avg_pool1d": _pool("AvgPool1d", *_MEAN),
    "adaptive_avg_pool2d": _adaptive("AdaptiveAvgPool2d"), "adaptive_avg_pool1d": _adaptive("AdaptiveAvgPool1d"),
    "adaptive_max_pool2d": _adaptive("AdaptiveMaxPool2d"),
}  # fmt: skip
"""What reads each of them."""
