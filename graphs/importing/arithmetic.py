"""Functions that calculate number by number, and products: which layer each one is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from graphs.catalogue import ParameterError
from graphs.importing.pieces import Unfit, Value
from graphs.layer import ShapeError
from graphs.message import say

if TYPE_CHECKING:
    from graphs.importing.reading import Operation


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unfit(say("it calculates with something that is neither a tensor nor a number"))
    return float(value)


def _levelled(op: Operation, a: Value, b: Value) -> tuple[Value, Value]:
    """Give the tensor with fewer axes as many as the other has, in front."""
    while len(a.spec.dims) != len(b.spec.dims):
        if len(a.spec.dims) < len(b.spec.dims):
            a = _wider(op, a)
        else:
            b = _wider(op, b)
    return a, b


def _wider(op: Operation, value: Value) -> Value:
    if value.shape[:1] == (None,):
        raise Unfit(say("{name} repeats the examples of a batch", name=op.name))
    found = op.reader.place_many(op.node, "Unsqueeze", {"dim": 0, "kind": "tensor"}, {"x": value}, "unsqueeze")["y"]
    found.shape, found.lead = value.shape, value.lead - 1
    return found


def _two(layer: str, sign: str, forms: Mapping[str, Callable[[float], tuple[str, dict[str, Any]]]]) -> Any:
    """A sign between two tensors, or a tensor and a number."""

    def read(op: Operation) -> Value:
        if op.raw(2, "alpha", 1) != 1 or op.kwargs.get("rounding_mode") is not None:
            raise Unfit(say("there is no layer for {name} with a factor or a rounding", name=op.name))
        if sign == "+" and (op.hides(0, "input") or op.hides(1, "other")):
            return _hidden(op)
        if op.is_tensor(0, "input") and op.is_tensor(1, "other"):
            a, b = op.value(0, "input"), op.value(1, "other")
            if a.item.type != "LearnedTensor" or b.item.type != "LearnedTensor":
                a, b = _levelled(op, a, b)
            try:
                return op.place(layer, a=a, b=b)
            except (ShapeError, Unfit):
                return op.place("Expression", {"expression": f"a {sign} b"}, a=a, b=b)
        first = op.is_tensor(0, "input")
        x = op.value(0 if first else 1, "input" if first else "other")
        number = _number(op.raw(1 if first else 0, "other" if first else "input"))
        form = forms.get("right" if first else "left")
        if form is not None:
            type, parameters = form(number)
            try:
                return op.place(type, parameters, x=x)
            except ParameterError:
                pass
        text = f"a {sign} ({number!r})" if first else f"({number!r}) {sign} a"
        return op.place("Expression", {"expression": text}, a=x)

    return read


def _shift(n: float) -> tuple[str, dict[str, Any]]:
    return "Shift", {"amount": n}


def _scale(n: float) -> tuple[str, dict[str, Any]]:
    return "Scale", {"factor": n}


_ADD = _two("Add", "+", {"right": _shift, "left": _shift})
_SUB = _two("Subtract", "-", {"right": lambda n: _shift(-n)})
_MUL = _two("Multiply", "*", {"right": _scale, "left": _scale})
_DIV = _two("Divide", "/", {})


def _power(op: Operation) -> Value:
    exponent = _number(op.raw(1, "exponent"))
    return op.place("Power", {"exponent": exponent}, x=op.value(0, "input"))


def _plain(type: str) -> Any:
    return lambda op: op.place(type, x=op.value(0, "input"))


def _formula(text: str) -> Any:
    return lambda op: op.place("Expression", {"expression": text}, a=op.value(0, "input"))


def _matmul(op: Operation) -> Value:
    return op.place("MatMul", a=op.value(0, "input"), b=op.value(1, "other"))


def _clamp(op: Operation) -> Value:
    low, high = op.number(1, "min"), op.number(2, "max")
    return op.place("Clamp", {"min": low, "max": high}, x=op.value(0, "input"))


def _bent(type: str, **named: tuple[int, str, Any]) -> Any:
    """An activation with numbers: where each stands among the arguments, its name and its default there."""

    def read(op: Operation) -> Value:
        given = {field: op.number(place, name, default) for field, (place, name, default) in named.items()}
        return op.place(type, given, x=op.value(0, "input"))

    return read


def _along(type: str) -> Any:
    """An activation along an axis, which torch counts with the batch."""

    def read(op: Operation) -> Value:
        x = op.value(0, "input")
        dim = op.number(1, "dim")
        if dim is None or op.kwargs.get("dtype") is not None:
            raise Unfit(say("{name} does not say its axis", name=op.name))
        return op.place(type, {"dim": x.axis(dim) + 1}, x=x)

    return read


def _dropout(type: str) -> Any:
    def read(op: Operation) -> Value:
        x = op.value(0, "input")
        off = op.reader.training and not op.raw(2, "training", True)  # in use it is off, but still drawn
        if off or op.number(1, "p", 0.5) == 0:
            return x
        return op.place(type, {"p": op.number(1, "p", 0.5)}, x=x)

    return read


_LOWEST = -3e38
"""What stands for −∞ before a softmax: both give 0 behind it, to the last bit."""


def _masked_fill(op: Operation) -> Value:
    x, mask = op.value(0, "input"), op.value(1, "mask")
    number = op.number(2, "value")
    if number == float("-inf") and op.only_before("softmax"):
        number = _LOWEST
    return op.place("MaskedFill", {"value": number}, x=x, mask=mask)


def _hidden(op: Operation) -> Value:
    """A constant of 0 and −∞ that is added before a softmax: the places that shall not be seen."""
    place, name = (0, "input") if op.hides(0, "input") else (1, "other")
    x = op.value(1 - place, "other" if place == 0 else "input")
    x, mask = _levelled(op, x, op.hiding(place, name))
    return op.place("MaskedFill", {"value": _LOWEST}, x=x, mask=mask)


def _attended(op: Operation) -> Value:
    """``F.scaled_dot_product_attention`` over heads from a view and a transpose: undone, and made again."""
    names = ("query", "key", "value", "attn_mask", "dropout_p", "is_causal", "scale")
    given = {**dict(zip(names, op.args, strict=False)), **op.kwargs}
    if given.get("attn_mask") is not None or given.get("enable_gqa"):
        raise Unfit(say("its attention has a mask or groups of heads"))
    cut = [op.reader.value(given[name]) for name in names[:3]]
    heads = {value.spec.dims[0] for value in cut}
    if len(heads) != 1 or any(len(value.spec.dims) != 3 or value.shape[:1] != (None,) for value in cut):
        raise Unfit(say("its attention has no heads"))
    count = int(heads.pop())
    parameters = {
        "num_heads": count, "dropout_p": float(given.get("dropout_p", 0.0)), "need_weights": False,
        "is_causal": bool(given.get("is_causal", False)), "scale": given.get("scale"),
    }  # fmt: skip
    query, key, value = (_joined_heads(op, one) for one in cut)
    wired = {"query": query, "key": key, "value": value}
    answer = op.reader.place_many(op.node, "ScaledDotProductAttention", parameters, wired, "attention")["y"]
    steps, size = (int(n) for n in answer.spec.dims)
    shape = {"shape": [steps, count, size // count], "kind": "tensor"}
    parts = op.reader.place_many(op.node, "Reshape", shape, {"x": answer}, "heads")["y"]
    return op.place("Transpose", {"dim0": 0, "dim1": 1, "kind": "tensor"}, x=parts)


def _joined_heads(op: Operation, value: Value) -> Value:
    """The sequence that heads (heads, steps, size) were cut from, or one made by joining them."""
    turned = value.item
    before = turned.inputs["x"][0] if turned.type == "Transpose" else None
    if before is not None and before.item.type == "Reshape":
        whole: Value = before.item.inputs["x"][0]
        heads, steps, size = value.spec.dims
        if whole.spec.dims == (steps, int(heads) * int(size)):
            return whole
    places = op.reader.place_many(op.node, "Transpose", {"dim0": 0, "dim1": 1, "kind": "tensor"}, {"x": value}, "steps")
    heads, steps, size = (int(n) for n in value.spec.dims)
    shape = {"shape": [steps, heads * size]}
    found: Value = op.reader.place_many(op.node, "Reshape", shape, {"x": places["y"]}, "joined")["y"]
    return found


def _pair(type: str) -> Any:
    return lambda op: op.place(type, a=op.value(0, "input"), b=op.value(1, "other"))


FUNCTIONS: Mapping[str, Any] = {
    "add": _ADD, "iadd": _ADD, "sub": _SUB, "isub": _SUB, "mul": _MUL, "imul": _MUL, "multiply": _MUL,
    "div": _DIV, "truediv": _DIV, "itruediv": _DIV, "true_divide": _DIV,
    "pow": _power, "square": lambda op: op.place("Power", {"exponent": 2.0}, x=op.value(0, "input")),
    "neg": lambda op: op.place("Scale", {"factor": -1.0}, x=op.value(0, "input")),
    "abs": _plain("Abs"), "exp": _plain("Exp"), "log": _plain("Log"), "sqrt": _plain("Sqrt"),
    "sin": _formula("sin(a)"), "cos": _formula("cos(a)"), "sign": _plain("Sign"), "detach": _plain("Detach"),
    "matmul": _matmul, "bmm": _matmul, "clamp": _clamp, "clip": _clamp,
    "maximum": _pair("Maximum"), "minimum": _pair("Minimum"),
    "relu": _plain("ReLU"), "sigmoid": _plain("Sigmoid"), "tanh": _plain("Tanh"), "silu": _plain("SiLU"),
    "relu6": _plain("ReLU6"), "selu": _plain("SELU"), "mish": _plain("Mish"), "hardswish": _plain("Hardswish"),
    "hardsigmoid": _plain("Hardsigmoid"), "logsigmoid": _plain("LogSigmoid"), "softsign": _plain("Softsign"),
    "tanhshrink": _plain("Tanhshrink"),
    "gelu": _bent("GELU", approximate=(1, "approximate", "none")), "elu": _bent("ELU", alpha=(1, "alpha", 1.0)),
    "leaky_relu": _bent("LeakyReLU", negative_slope=(1, "negative_slope", 0.01)),
    "celu": _bent("CELU", alpha=(1, "alpha", 1.0)),
    "hardtanh": _bent("Hardtanh", min_val=(1, "min_val", -1.0), max_val=(2, "max_val", 1.0)),
    "softplus": _bent("Softplus", beta=(1, "beta", 1.0), threshold=(2, "threshold", 20.0)),
    "softmax": _along("Softmax"), "log_softmax": _along("LogSoftmax"), "softmin": _along("Softmin"),
    "dropout": _dropout("Dropout"), "dropout2d": _dropout("Dropout2d"), "dropout1d": _dropout("Dropout1d"),
    "masked_fill": _masked_fill, "scaled_dot_product_attention": _attended,
}  # fmt: skip
"""What reads each of them."""
