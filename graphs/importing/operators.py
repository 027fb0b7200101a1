"""Operations as torch.export names them, and functions that are given their weights: which layer each one is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphs.importing import arithmetic, places
from graphs.importing.pieces import Unfit, Value
from graphs.layers.tying import of_size
from graphs.message import say

if TYPE_CHECKING:
    from graphs.importing.reading import Operation

_FAR = 2**31


def _sliced(op: Operation) -> Value:
    """``aten.slice``: a stretch of one axis; all of the batch is everything."""
    x = op.value(0, "input")
    dim = op.number(1, "dim", 0)
    key = _stretch(x, dim, op.number(2, "start"), op.number(3, "end"), op.number(4, "step", 1))
    if key is None:
        return x
    return op.reader.checked(places.one_axis(op, x, x.axis(dim), key), op.node.meta["values"])


def _stretch(x: Value, dim: int, start: int | None, end: int | None, step: int) -> slice | None:
    """A stretch of an axis in numbers; None when it is the whole axis."""
    size = x.shape[dim % len(x.shape)]
    if not start and (end is None or end >= _FAR or end == size) and step == 1:
        return None
    if size is None:
        raise Unfit(say("it works along the examples of a batch"))
    return slice(*slice(start, end, step).indices(size))


def _written(op: Operation) -> Value:
    """``slice_scatter`` and ``select_scatter``: a part of a tensor replaced by another, the rest joined around it."""
    x, dim = op.value(0, "input"), op.number(2, "dim", 0)
    number = op.reader.env.get(op.raw(1, "src"))
    new = op.value(1, "src") if not isinstance(number, float) else x
    if op.name == "slice_scatter":
        key = _stretch(x, dim, op.number(3, "start"), op.number(4, "end"), op.number(5, "step", 1))
        if key is None:
            return new
    else:
        place = op.number(3, "index") % int(x.spec.dims[x.axis(dim)])
        key = slice(place, place + 1, 1)
    if key.step != 1:
        raise Unfit(say("it writes into every {n}th place", n=key.step))
    axis = x.axis(dim)
    if isinstance(number, float):
        dims = [1 if place == axis else int(n) for place, n in enumerate(x.spec.dims)]
        type, given, like = _constant(x, dims, number)
        new = _with_shape(op.reader.place_many(op.node, type, given, like, "written")["y"], x, axis, 1)
    elif op.name == "select_scatter":
        wider = op.reader.place_many(op.node, "Unsqueeze", {"dim": axis, "kind": "tensor"}, {"x": new}, "unsqueeze")
        new = _with_shape(wider["y"], x, axis, 1)
    parts = [
        places.one_axis(op, x, axis, slice(0, key.start)) if key.start else None,
        new,
        places.one_axis(op, x, axis, slice(key.stop, None)) if key.stop < int(x.spec.dims[axis]) else None,
    ]
    return op.place("Concat", {"dim": axis}, xs=[part for part in parts if part is not None])


def _with_shape(value: Value, like: Value, axis: int, size: int) -> Value:
    shape = list(like.shape)
    shape[axis + like.lead] = size
    value.shape, value.lead = tuple(shape), like.lead
    return value


def _filled(op: Operation) -> Value | float:
    """A tensor as large as another, one number everywhere."""
    x = op.value(0, "input")
    number = 0.0 if op.name.startswith(("zero", "empty")) else 1.0 if op.name.startswith("ones") else op.raw(1, "value")
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise Unfit(say("it calculates with something that is neither a tensor nor a number"))
    dims = [int(n) for n in x.spec.dims]
    if not dims:
        return float(number)  # one number for each example: known where it is written
    type, given, like = _constant(x, dims, float(number))
    return op.reader.place(op.node, type, given, like, "constant", lead=None if like else x.lead)


def _constant(x: Value, dims: list[int], number: float) -> tuple[str, dict[str, Any], dict[str, Value]]:
    """The layer for one number everywhere, as many examples of it as another value has."""
    like = {"like": x} if x.shape[:1] == (None,) else {}
    kind = x.spec.kind.value if x.spec.dtype == "float32" and len(dims) == len(x.spec.dims) else "auto"
    return "Constant", {"shape": dims, "value": number, "kind": kind, "dtype": x.spec.dtype}, like


def _new(op: Operation) -> Value | tuple[()]:
    """A fresh tensor for each example; what is in an empty one does not matter, for it is written first."""
    places_taken = op.node.meta["values"][0].shape
    x = op.value(0, "input")
    name, number = op.name.removeprefix("new_"), op.raw(2, "fill_value", 0.0)
    if x.shape[:1] != (None,) or op.node.meta["values"][1].shape[0] == places_taken[0] or len(places_taken) < 2:
        return ()  # what a recurrent layer starts from, and no value for anything else
    value = {"zeros": 0.0, "empty": 0.0, "ones": 1.0}.get(name, number)
    given = {"shape": [int(n) for n in places_taken[1:]], "value": float(value)}
    return op.place("Constant", given | {"kind": "tensor" if len(places_taken) > 4 else "auto"}, like=x)


def _copied(op: Operation) -> Value:
    """``aten.copy``: a tensor takes the numbers of another."""
    x, new = op.value(0, "input"), op.value(1, "src")
    if new.shape != x.shape or new.spec.dtype != x.spec.dtype:
        raise Unfit(say("it writes a smaller tensor into a larger one"))
    return new


def _dropped(op: Operation) -> Any:
    """``native_dropout``: what is left, and where; the places are never asked for."""
    return (arithmetic.FUNCTIONS["dropout"](op), None)


def _taken_away(op: Operation) -> Value:
    if op.kwargs.get("alpha", 1) != 1 or op.is_tensor(1, "other"):
        raise Unfit(say("there is no layer for {name} with these arguments", name=op.name))
    return op.place("Expression", {"expression": f"({float(op.number(1, 'other'))!r}) - a"}, a=op.value(0, "input"))


def _at_least(op: Operation) -> Value:
    given = {"min": op.number(1, "min")} if op.name == "clamp_min" else {"max": op.number(1, "max")}
    return op.place("Clamp", given, x=op.value(0, "input"))


def _length(op: Operation) -> Value:
    """``linalg_vector_norm``: the length of the vectors along an axis."""
    x, dims = op.value(0, "input"), op.number(2, "dim")
    if not isinstance(dims, list) or len(dims) != 1 or op.kwargs.get("dtype") is not None:
        raise Unfit(say("{name} runs over several axes at once", name=op.name))
    given = {"p": float(op.number(1, "ord", 2)), "dim": x.axis(dims[0]), "keepdim": bool(op.number(3, "keepdim"))}
    return op.place("Norm", given, x=x)


def _resized(op: Operation) -> Value:
    """``upsample_nearest2d`` and its kin."""
    x, mode = op.value(0, "input"), op.name.removeprefix("upsample_").rstrip("123d")
    corners = bool(op.number(2, "align_corners", False)) if mode in ("bilinear", "bicubic") else False
    size = [int(n) for n in op.node.meta["values"][0].shape[2:]]
    return op.place("Upsample", {"mode": mode, "align_corners": corners, "size": size}, x=x)


def _linear(op: Operation) -> Value:
    """``F.linear`` with weights the module holds: its layer, or a tensor wired to one."""
    x = op.value(0, "input")
    weight, bias = op.held(1, "weight"), op.held(2, "bias")
    if weight is None or len(weight.tensor.shape) != 2:
        raise Unfit(say("{name} gets weights that are calculated", name=op.name))
    given = {"out_features": int(weight.tensor.shape[0]), "bias": bias is not None}
    home = _home(op, weight, bias)
    if home is not None:
        return op.reader.place(op.node, "Linear", given, {"x": x}, home.rsplit(".", 1)[-1], home)
    tensor = places.held(op.reader, weight, None).item
    shape = tuple(int(n) for n in weight.tensor.shape)
    wired = tensor.outputs.setdefault("value", Value(tensor, "value", of_size(*shape), shape, 0))
    found = op.place("Linear", given | {"bias": False}, x=x, weight=wired)
    return found if bias is None else op.place("Add", a=found, b=places.held(op.reader, bias, None))


def _home(op: Operation, weight: Any, bias: Any) -> str | None:
    """Where a layer would lie whose weights these are: both have its path before ``weight`` and ``bias``."""
    home, _, name = weight.path.rpartition(".")
    if name != "weight" or not home or (bias is not None and bias.path != f"{home}.bias"):
        return None
    module = op.reader.trace.root.get_submodule(home)
    names = {name for name, _ in module.named_parameters()}
    fitting = names == ({"weight"} if bias is None else {"weight", "bias"})
    return str(home) if fitting else None


def _rows(op: Operation) -> Value:
    """``table[index]`` with an index that the module holds: rows of a table, one for each entry."""
    table, (index,) = op.held(0, "input"), op.raw(1, "indices")
    return places.looked_up(op, table, index)


def _contracted(op: Operation) -> Value:
    """``einsum`` of two tensors along one axis: a product of matrices between axes put in order."""
    operands = op.raw(1, "operands")
    nodes = list(operands) if isinstance(operands, list | tuple) else list(op.args[1:])
    text = str(op.raw(0, "equation")).replace(" ", "")
    left, arrow, out = text.partition("->")
    labels = left.split(",")
    if not arrow or len(labels) != 2 or len(nodes) != 2 or "." in text or any(len({*w}) != len(w) for w in labels):
        raise Unfit(say("there is no layer for {name}", name=f"einsum {text}"))
    a, b = (op.reader.value(node) for node in nodes)
    inner = [one for one in labels[0] if one in labels[1] and one not in out]
    shared = [one for one in labels[0] if one in labels[1] and one in out]
    rows, columns = ([one for one in word if one not in inner + shared] for word in labels)
    batch = labels[0][0]
    plain = len(inner) == len(rows) == len(columns) == 1 and batch == labels[1][0] == out[0]
    if not plain or a.shape[:1] != (None,) or b.shape[:1] != (None,) or sorted(out) != sorted(shared + rows + columns):
        raise Unfit(say("there is no layer for {name}", name=f"einsum {text}"))
    first = _in_order(op, a, labels[0], [*shared, *rows, *inner])
    second = _in_order(op, b, labels[1], [*shared, *inner, *columns])
    product = op.reader.place_many(op.node, "MatMul", {}, {"a": first, "b": second}, "matmul")["y"]
    found = [*shared, *rows, *columns]
    if found != list(out):
        product = _in_order(op, product, "".join(found), list(out))
    return op.reader.checked(product, op.node.meta["values"])


def _in_order(op: Operation, value: Value, labels: str, wanted: list[str]) -> Value:
    """The axes of a value as they are wanted; the first one is the batch and stays."""
    order = [labels.index(one) - 1 for one in wanted[1:]]
    if order == sorted(order):
        return value
    given: tuple[str, dict[str, Any]] = ("Permute", {"dims": order, "kind": "tensor"})
    moved = [place for place, axis in enumerate(order) if place != axis]
    if len(moved) == 2:
        given = ("Transpose", {"dim0": moved[0], "dim1": moved[1], "kind": "tensor"})
    return op.reader.place_many(op.node, *given, {"x": value}, given[0].lower())["y"]


FUNCTIONS: Mapping[str, Any] = {
    "slice": _sliced, "slice_scatter": _written, "select_scatter": _written, "copy": _copied,
    "fill": _filled, "zero": _filled, "zeros_like": _filled, "ones_like": _filled, "full_like": _filled,
    "empty_like": _filled, "new_zeros": _new, "new_empty": _new, "new_ones": _new, "new_full": _new,
    "native_dropout": _dropped, "rsub": _taken_away, "clamp_min": _at_least, "clamp_max": _at_least,
    "linalg_vector_norm": _length, "upsample_nearest2d": _resized, "upsample_bilinear2d": _resized,
    "upsample_bicubic2d": _resized, "linear": _linear, "index": _rows, "einsum": _contracted,
    "rsqrt": lambda op: op.place("Power", {"exponent": -0.5}, x=op.value(0, "input")),
    "unsafe_view": places.FUNCTIONS["view"], "split_with_sizes": places.FUNCTIONS["split"],
    "expand_as": places.FUNCTIONS["expand"], "constant_pad_nd": places.FUNCTIONS["pad"],
    "lift_fresh_copy": places.FUNCTIONS["clone"], "alias": places.FUNCTIONS["clone"],
    "to_copy": places.FUNCTIONS["to"],
}  # fmt: skip
"""What reads each of them."""
