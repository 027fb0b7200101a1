"""Functions that move numbers, join and cut tensors, and tensors that the module holds itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from torch import fx

from graphs.importing.pieces import Unfit, Value
from graphs.importing.sizes import Size
from graphs.layers.tying import of_size
from graphs.message import counted, say
from graphs.tensors import Kind

if TYPE_CHECKING:
    from graphs.importing.reading import Operation, Reader

_LARGEST_CONSTANT = 65_536


def held(reader: Reader, found: Any, like: Value | None) -> Value:
    """A parameter, buffer or constant as a value: its node, repeated over the batch of ``like`` when that is given."""
    from torch import nn

    tensor, shape = found.tensor, [int(n) for n in found.tensor.shape]
    lead = 1 if len(shape) > 1 and shape[0] == 1 else 0
    inputs = {} if like is None else {"like": like}
    dims = shape[lead:]
    kind = "tensor" if len(dims) > 3 else "auto"
    name = found.path.rsplit(".", 1)[-1] or "constant"
    parameters: dict[str, Any] = {"shape": dims, "kind": kind}
    if not found.path or found.path in _unsaved(reader.trace.root):
        if tensor.numel() > _LARGEST_CONSTANT:
            raise Unfit(say("it holds a constant of {n} numbers", n=counted(tensor.numel())))
        type, path = "Constant", None
        parameters |= {"values": " ".join(_written(n) for n in tensor.flatten().tolist()), "dtype": _dtype(tensor)}
    elif isinstance(tensor, nn.Parameter):
        type, path = "LearnedTensor", found.path
        parameters |= {"initial": "normal"} | ({"batch_axis": True} if lead else {})
    else:
        type, path = "Buffer", found.path
        parameters |= {"dtype": _dtype(tensor)} | ({"batch_axis": True} if lead else {})
    if not dims:
        raise Unfit(say("it holds a single number without axes"))
    key = (path, found.node.meta["visit"])
    if path is not None and like is None and key in reader.tensors:
        return reader.tensors[key]
    value: Value = reader.place_many(found.node, type, parameters, inputs, name, path)["y"]
    value.shape = (*((None,) if like is not None else (1,) * lead), *dims)
    value.lead = lead if like is None else 1
    if like is None:
        reader.tensors[key] = value
    return value


def looked_up(op: Operation, table: Any, index: Any) -> Value:
    """Rows of a tensor that the module holds; raises `Unfit` for any other choice of entries by a tensor."""
    entries = op.reader.value(index)
    if table is None or len(table.tensor.shape) != 2 or entries.spec.dtype != "int64":
        raise Unfit(say("it picks entries that a tensor names"))
    tensor = held(op.reader, table, None).item
    shape = tuple(int(n) for n in table.tensor.shape)
    wired = tensor.outputs.setdefault("value", Value(tensor, "value", of_size(*shape), shape, 0))
    given = {"num_embeddings": shape[0], "embedding_dim": shape[1]}
    return op.place("Embedding", given, x=entries, weight=wired)


def _written(number: float) -> str:
    return str(int(number)) if isinstance(number, bool) else repr(number)


def _dtype(tensor: Any) -> str:
    name = str(tensor.dtype).removeprefix("torch.")
    if name not in ("float32", "int64", "bool"):
        raise Unfit(say("it holds a tensor of {name}", name=name))
    return name


def _unsaved(root: Any) -> set[str]:
    """The buffers that are not saved with the weights."""
    saved = set(root.state_dict().keys())
    return {name for name, _ in root.named_buffers() if name not in saved}


def _same(op: Operation) -> Value:
    """What changes nothing here: another layout in memory, the same number type, the same device."""
    x = op.reader.env.get(op.args[0])
    if op.node.meta["values"][0].dtype != op.args[0].meta["values"][0].dtype:
        raise Unfit(say("{name} changes the number type", name=op.name))
    return x if x is not None else op.value(0, "input")


def _joined(op: Operation) -> Value:
    """``torch.cat``: where a list grows by one from call to call, the former result is joined with what is new."""
    nodes = op.raw(0, "tensors")
    if not isinstance(nodes, list | tuple):
        raise Unfit(say("it joins an unknown number of tensors"))
    values = [op.reader.value(node) for node in nodes]
    dim = values[0].axis(op.number(1, "dim", 0))
    if len(values) == 1:
        return values[0]
    key = (dim, *(id(value) for value in values))
    former = op.reader.chains.get(key[:-1]) if len(values) > 2 else None
    wired = values if former is None else [former, values[-1]]
    found: Value = op.place("Concat", {"dim": dim}, xs=wired)
    op.reader.chains[key] = found
    last = values[-1].item
    if (former is not None or len(values) == 2) and _grows(op, values, former):
        # As textbooks draw it: the part that makes the new features also joins them to the old ones.
        found.item.visit, found.item.order = last.visit, last.order + 0.5
    return found


def _grows(op: Operation, values: list[Value], former: Value | None) -> bool:
    """Whether the part that made the last of these values has seen all the others."""
    visit = values[-1].item.visit
    here = op.node.meta["visit"]
    if visit is None or visit is here or values[-1].item.type == "Input":
        return False
    known = former if former is not None else values[0]
    seen = {id(value) for item in op.reader.items if item.visit is visit for value in item.sources}
    return id(known) in seen


def _stacked(op: Operation) -> Value:
    values = [op.reader.value(node) for node in op.raw(0, "tensors")]
    rank = len(values[0].shape) + 1
    dim = op.number(1, "dim", 0) % rank - values[0].lead
    if dim < 0:
        raise Unfit(say("it stacks along the examples of a batch"))
    kind = "tensor" if len(values[0].spec.dims) >= 2 else "auto"
    return op.place("Stack", {"dim": dim, "kind": kind}, xs=values)


def _flattened(op: Operation) -> Value:
    x = op.value(0, "input")
    first = x.axis(op.number(1, "start_dim", 0))
    last = x.axis(op.number(2, "end_dim", -1))
    if first == last:
        return x
    end = -1 if last == len(x.spec.dims) - 1 else last + 1
    return op.place("Flatten", {"start_dim": first + 1, "end_dim": end}, x=x)


def _reshaped(op: Operation) -> Value:
    x = op.value(0, "input")
    shape = op.node.meta["values"][0].shape
    if x.shape[:1] != (None,) and op.node.meta["values"][1].shape == shape:
        lead = 1 if x.lead and shape[0] == 1 else 0
        dims = [int(n) for n in shape[lead:]]
        kind = _kind(x, dims)
        return op.reader.place(op.node, "Reshape", {"shape": dims, "kind": kind}, {"x": x}, "reshape", lead=lead)
    if x.shape[:1] != (None,) or op.node.meta["values"][1].shape[:1] == shape[:1]:
        raise Unfit(say("it rearranges the examples of a batch"))
    dims = [int(n) for n in shape[1:]]
    if tuple(dims) == x.spec.dims:
        return x
    before = x.item.inputs["x"][0] if x.item.type == "Reshape" else None
    if before is not None and before.spec.dims == tuple(dims):
        return before
    if len(dims) == 1 and x.spec.kind is not Kind.SEQUENCE:
        return op.place("Flatten", x=x)
    if not dims:
        raise Unfit(say("it leaves no axis but the batch"))
    return op.place("Reshape", {"shape": dims, "kind": _kind(x, dims)}, x=x)


def _kind(x: Value, dims: Any) -> str:
    """What new axes mean: with three or more, nothing, unless they come back from meaning nothing."""
    return "auto" if len(dims) < 3 or (len(dims) == 3 and x.spec.kind is Kind.TENSOR) else "tensor"


@dataclass(frozen=True)
class Turned:
    """A value whose batch is not the module's first axis but the one at ``place``, as after ``qkv.permute(2, 0, …)``.

    The drawing keeps the batch in front; only what turns it back, or picks from another axis, can follow.
    """

    value: Value
    place: int

    @property
    def axes(self) -> list[int]:
        """For every axis of the module the drawing's, -1 for the batch."""
        found = list(range(len(self.value.spec.dims)))
        return [*found[: self.place], -1, *found[self.place :]]


def _axes(op: Operation) -> tuple[Value, list[int]]:
    """A value that may be turned, and for every axis of the module the drawing's, -1 for the batch."""
    found = op.reader.env.get(op.args[0])
    if isinstance(found, Turned):
        return found.value, found.axes
    x = op.value(0, "input")
    if x.lead:
        return x, [-1, *range(len(x.spec.dims))]
    return x, list(range(len(x.spec.dims)))


def _permuted(op: Operation) -> Value | Turned:
    x, axes = _axes(op)
    order = op.rest(1) or op.number(1, "dims")
    return _ordered(op, x, [axes[dim] for dim in order])


def _ordered(op: Operation, x: Value, order: list[int]) -> Value | Turned:
    place = order.index(-1) if -1 in order else 0
    order = [axis for axis in order if axis >= 0]
    if place and x.shape[:1] != (None,):
        raise Unfit(say("it moves the examples of a batch to another axis"))
    given = {"dims": order, "kind": _kind(x, order)}
    if not place:
        return x if order == sorted(order) else op.place("Permute", given, x=x)
    if order != sorted(order):
        shape = x.shape
        x = op.reader.place_many(op.node, "Permute", given, {"x": x}, "permute")["y"]
        x.shape, x.lead = (None, *(shape[axis + 1] for axis in order)), 1
    return Turned(x, place)


def _transposed(op: Operation) -> Value | Turned:
    x, axes = _axes(op)
    places = [op.number(1, "dim0") % len(axes), op.number(2, "dim1") % len(axes)]
    one, two = (axes[place] for place in places)
    if one == two:
        return x
    if one < 0 or two < 0 or x is not op.reader.env.get(op.args[0]):
        order = list(axes)
        order[places[0]], order[places[1]] = two, one
        return _ordered(op, x, order)
    former = x.item
    if former.type == "Transpose" and {former.parameters.get("dim0", 0), former.parameters.get("dim1", 1)} == {
        one,
        two,
    }:
        before: Value = former.inputs["x"][0]
        return before  # turned round and back again
    given = {"dim0": one, "dim1": two, "kind": _kind(x, x.spec.dims)}
    return op.place("Transpose", given, x=x)


def _from_turned(op: Operation, found: Turned, dim: int, index: int) -> Value | Turned:
    """One entry of an axis that is not the batch."""
    axis = found.axes[dim % len(found.axes)]
    if axis < 0:
        raise Unfit(say("it works along the examples of a batch"))
    x = one_axis(op, found.value, axis, index)
    place = found.place - (axis < found.place)
    return Turned(x, place) if place else op.reader.checked(x, op.node.meta["values"])


def _unsqueezed(op: Operation) -> Value:
    x = op.value(0, "input")
    place = op.number(1, "dim") % (len(x.shape) + 1) - x.lead
    if place < 0:
        raise Unfit(say("it gives the batch another axis"))
    kind = "tensor" if len(x.spec.dims) >= 2 and x.spec.kind is not Kind.TENSOR else "auto"
    return op.place("Unsqueeze", {"dim": place, "kind": kind}, x=x)


def _squeezed(op: Operation) -> Value:
    x = op.value(0, "input")
    dim = op.number(1, "dim")
    if dim is None:
        raise Unfit(say("it takes every axis of size 1 away, the batch too if there is one example"))
    return op.place("Squeeze", {"dim": x.axis(dim)}, x=x)


def _expanded(op: Operation) -> Value:
    found, sizes = op.reader.env.get(op.args[0]), op.rest(1) or list(op.kwargs.get("size", ()))
    first = sizes[0] if sizes else None
    if hasattr(found, "tensor") and isinstance(first, Size) and first.varies and first.origin is not None:
        like = op.reader.value(first.origin[0].node)
        value: Value = op.reader.checked(held(op.reader, found, like), op.node.meta["values"])
        return value
    x = op.value(0, "input")
    wanted = [int(n) for n in op.node.meta["values"][0].shape[x.lead :]]
    grown = [place for place, (a, b) in enumerate(zip(x.spec.dims, wanted, strict=True)) if a != b]
    if not grown:
        return x
    if len(grown) > 1:
        raise Unfit(say("it repeats along several axes at once"))
    return op.place("Expand", {"dim": grown[0], "size": wanted[grown[0]]}, x=x)


def _picked(op: Operation) -> Any:
    """``x[…]``: a part of a tuple, entries of axes, or stretches of them."""
    found = op.reader.env.get(op.args[0])
    key = op.raw(1, "key")
    if isinstance(found, tuple | list):
        if not isinstance(key, int):
            raise Unfit(say("it cuts a row of tensors"))
        chosen = found[key]
        return chosen(op) if callable(chosen) else chosen
    if isinstance(found, Turned) and isinstance(key, int):
        return _from_turned(op, found, 0, key)
    x = op.value(0, "input")
    keys = list(key) if isinstance(key, tuple) else [key]
    if len(keys) == 1 and isinstance(keys[0], fx.Node):
        return looked_up(op, op.held(0, "input"), keys[0])
    if any(not isinstance(k, int | slice | type(None) | type(...)) for k in keys):
        raise Unfit(say("it picks entries that a tensor names"))
    named = sum(k is not None and k is not ... for k in keys)
    if ... in keys:
        place = keys.index(...)
        keys[place : place + 1] = [slice(None)] * (len(x.shape) - named)
    dim = 0
    for one in keys:
        if one is None:
            raise Unfit(say("it adds an axis while picking"))
        if one == slice(None):
            dim += 1
            continue
        axis = x.axis(dim - len(x.shape)) if dim else x.axis(0)
        x = one_axis(op, x, axis, one)
        dim += not isinstance(one, int)
    return op.reader.checked(x, op.node.meta["values"]) if keys else x


def one_axis(op: Operation, x: Value, axis: int, key: Any) -> Value:
    """One entry or one stretch of one axis."""
    dims: list[Any] = list(x.shape)
    if isinstance(key, int):
        kind = "tensor" if len(x.spec.dims) > 3 else "auto"
        given: dict[str, Any] = {"dim": axis, "index": int(key), "kind": kind}
        found = op.reader.place_many(op.node, "Select", given, {"x": x}, "select")["y"]
        del dims[axis + x.lead]
    else:
        start, stop, step = (None if n is None else int(n) for n in (key.start, key.stop, key.step))
        if any(isinstance(n, Size) and n.varies for n in (key.start, key.stop)):
            raise Unfit(say("it cuts at a place that depends on how many examples there are"))
        if not (start or 0) and (stop is None or stop >= int(x.spec.dims[axis])) and (step or 1) == 1:
            return x
        given = {"dim": axis, "start": start or 0, "stop": stop, "step": step or 1}
        found = op.reader.place_many(op.node, "Slice", given, {"x": x}, "slice")["y"]
        dims[axis + x.lead] = found.spec.dims[axis]
    found.shape, found.lead = tuple(dims), x.lead
    return found


def _parted(op: Operation) -> Any:
    """``chunk`` and ``split``: up to four parts are one Split, more are stretches."""
    x = op.value(0, "input")
    axis = x.axis(op.number(2, "dim", 0))
    sizes = [int(part.shape[axis + x.lead]) for part in op.node.meta["values"][0]]
    if 2 <= len(sizes) <= 4:
        given: dict[str, Any] = {"dim": axis}
        given |= {"parts": len(sizes)} if len(set(sizes)) == 1 else {"sizes": sizes}
        found = op.reader.place_many(op.node, "Split", given, {"x": x}, op.name)
        one, two = op.node.meta["values"]
        return tuple(op.reader.checked(v, (one[i], two[i])) for i, v in enumerate(found.values()))
    starts = [0, *accumulate(sizes)]
    return tuple(
        lambda asked, a=a, n=n: one_axis(asked, x, axis, slice(a, a + n)) for a, n in zip(starts, sizes, strict=False)
    )


def _unbound(op: Operation) -> Any:
    count, turned = len(op.node.meta["values"][0]), op.reader.env.get(op.args[0])
    if isinstance(turned, Turned):
        dim = op.number(1, "dim", 0)
        return tuple(lambda asked, i=i: _from_turned(asked, turned, dim, i) for i in range(count))
    x = op.value(0, "input")
    axis = x.axis(op.number(1, "dim", 0))
    return tuple(lambda asked, i=i: one_axis(asked, x, axis, i) for i in range(count))


def _selected(op: Operation) -> Any:
    before = op.reader.env.get(op.args[0])
    if isinstance(before, Turned):
        return _from_turned(op, before, op.number(1, "dim"), op.number(2, "index"))
    if isinstance(before, tuple):  # the states of a recurrent layer
        return before[op.number(2, "index")]
    x = op.value(0, "input")
    found = one_axis(op, x, x.axis(op.number(1, "dim")), op.number(2, "index"))
    return op.reader.checked(found, op.node.meta["values"])


def _attribute(op: Operation) -> Any:
    name = op.raw(1, "name")
    if name not in ("T", "mT") or len(op.value(0, "input").spec.dims) < 2:
        raise Unfit(say("there is no layer for .{name}", name=name))
    return op.place("Transpose", {"dim0": -2, "dim1": -1}, x=op.value(0, "input"))


def _resized(op: Operation) -> Value:
    x, mode = op.value(0, "input"), op.raw(3, "mode", "nearest")
    size, factor, corners = op.raw(1, "size"), op.raw(2, "scale_factor"), bool(op.raw(4, "align_corners", False))
    origins = {id(n.origin[0]): n.origin for n in size if isinstance(n, Size) and n.origin} if isinstance(
        size, tuple | list
    ) else {}  # fmt: skip
    if len(origins) == 1 and not corners and len(size) == len(x.spec.dims) - 1:
        like = op.reader.value(next(iter(origins.values()))[0].node)
        return op.place("ResizeLike", {"mode": mode}, x=x, like=like)
    given: dict[str, Any] = {"mode": mode, "align_corners": corners}
    if size is not None:
        given["size"] = op.number(1, "size") if isinstance(size, list | tuple) else [size] * (len(x.spec.dims) - 1)
    else:
        factors = set(factor) if isinstance(factor, list | tuple) else {factor}
        (one,) = factors if len(factors) == 1 else (0.5,)
        if one != int(one):
            raise Unfit(say("it resizes by a fraction"))
        given["scale_factor"] = int(one)
    return op.place("Upsample", given, x=x)


def _padded(op: Operation) -> Value:
    x, numbers = op.value(0, "input"), op.number(1, "pad")
    if not any(numbers):
        return x
    axes = len(x.spec.dims) - 1
    numbers = [*numbers, *[0] * (2 * axes - len(numbers))]
    if len(numbers) > 2 * axes or x.spec.kind not in (Kind.IMAGE, Kind.SIGNAL, Kind.VOLUME, Kind.SEQUENCE):
        raise Unfit(say("it pads an axis that is not a place"))
    given = {"padding": numbers, "mode": op.raw(2, "mode", "constant"), "value": float(op.raw(3, "value", 0) or 0)}
    return op.place("Pad", given, x=x)


def _rolled(op: Operation) -> Value:
    x, dim = op.value(0, "input"), op.number(2, "dims")
    given = {"shifts": op.number(1, "shifts"), "dim": x.axis(dim)}
    return op.place("Roll", given, x=x)


def _shuffled(type: str, name: str) -> Any:
    return lambda op: op.place(type, {name: op.number(1, name)}, x=op.value(0, "input"))


def _made(op: Operation) -> Any:
    """Zeros as large as the batch: what a recurrent layer starts with anyway, and no value for anything else."""
    return ()


FUNCTIONS: Mapping[str, Any] = {
    "zeros": _made,
    "contiguous": _same, "clone": _same, "to": _same, "float": _same, "type_as": _same, "type": _same,
    "cat": _joined, "concat": _joined, "concatenate": _joined, "stack": _stacked, "flatten": _flattened,
    "reshape": _reshaped, "view": _reshaped, "permute": _permuted, "transpose": _transposed, "swapaxes": _transposed,
    "unsqueeze": _unsqueezed, "squeeze": _squeezed, "expand": _expanded, "getitem": _picked, "chunk": _parted,
    "split": _parted, "unbind": _unbound, "select": _selected, "getattr": _attribute, "interpolate": _resized,
    "pad": _padded, "roll": _rolled, "pixel_shuffle": _shuffled("PixelShuffle", "upscale_factor"),
    "pixel_unshuffle": _shuffled("PixelUnshuffle", "downscale_factor"),
    "channel_shuffle": _shuffled("ChannelShuffle", "groups"),
}  # fmt: skip
"""What reads each of them."""
