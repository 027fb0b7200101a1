"""Modules of torch that are layers here: which layer each is, with which parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from graphs.catalogue import UnknownLayer, fields_of, layer_type
from graphs.importing.pieces import Unfit, Value, operation_name
from graphs.importing.plainly import PLAIN
from graphs.layers.tying import of_size
from graphs.message import say
from graphs.tensors import Kind

if TYPE_CHECKING:
    from graphs.importing.reading import Reader


def _home(module: nn.Module) -> str:
    return f"{type(module).__module__}.{type(module).__qualname__}"


def known(module: nn.Module) -> bool:
    """Whether a module is one layer here and is not entered."""
    if _home(module) in SPECIAL:
        return True
    if type(module) in PLAIN or isinstance(module, nn.Sequential | nn.ModuleList | nn.ModuleDict):
        return False
    home = type(module).__module__
    return home.startswith(("torch.nn.", "graphs.modules.")) and home != "graphs.modules.tree"


def read(reader: Reader, node: Any, module: nn.Module) -> Any:
    """Place the layer of one module; raises `Unfit` where there is none for it."""
    if str(node.target) in reader.closed:
        return reader.closed[str(node.target)].place(reader, node)
    special = SPECIAL.get(_home(module))
    if special is not None:
        found = special(reader, node, module)
    else:
        name = _layer_name(module)
        found = _one(reader, node, module, name, parameters_of(module, name))
    if getattr(module, "inplace", False):
        reader.changed(node.args[0], found)
    return found


def _layer_name(module: nn.Module) -> str:
    name = type(module).__name__
    try:
        layer_type(name)
    except UnknownLayer as error:
        raise Unfit(say("there is no layer for {name}", name=name)) from error
    return name


def parameters_of(module: nn.Module, type: str) -> dict[str, Any]:
    """The parameters of a layer type that the module has under the same names."""
    found: dict[str, Any] = {}
    for info in fields_of(layer_type(type)):
        if not hasattr(module, info.name):
            continue
        value = getattr(module, info.name)
        if info.editor == "bool" and not isinstance(value, bool):
            value = value is not None
        found[info.name] = list(value) if isinstance(value, tuple) else value
    return found


def _one(reader: Reader, node: Any, module: nn.Module, type: str, parameters: Mapping[str, Any], **more: Any) -> Value:
    """A module with one input and one output."""
    if len(node.args) + len(node.kwargs) != 1:
        raise Unfit(say("{name} gets more than one thing", name=type))
    x = reader.value(node.args[0] if node.args else next(iter(node.kwargs.values())))
    tied = _tied(reader, node, module, type)
    if tied is not None:
        path = str(node.target) if getattr(module, "bias", None) is not None else None
        found: Value = reader.place(node, type, dict(parameters), {"x": x, "weight": tied}, _name(node), path)
        return found
    value: Value = reader.place(node, type, dict(parameters), {"x": x, **more}, _name(node), _path(module, node))
    _must_equal(value, module)
    return value


def _tied(reader: Reader, node: Any, module: Any, type: str) -> Value | None:
    """The weight of another layer of the same module that this one uses, too (GPT's head is its embedding)."""
    if type not in ("Linear", "Embedding"):
        return None
    for path, owner in reader.owners.items():
        other: Any = reader.trace.root.get_submodule(path) if owner.type in ("Linear", "Embedding") else None
        if other is None or other is module or other.weight is not module.weight or owner.share is not None:
            continue
        if owner.visit is not node.meta["visit"] or path.rpartition(".")[0] != str(node.target).rpartition(".")[0]:
            return None  # it lies in another part, where no wire leads: then each has weights of its own
        shape = tuple(int(n) for n in module.weight.shape)
        if "weight" not in owner.outputs:
            owner.outputs["weight"] = Value(owner, "weight", of_size(*shape), shape, 0)
        return owner.outputs["weight"]
    return None


def _path(module: nn.Module, node: Any) -> str | None:
    """Where the weights are; None when there are none."""
    return str(node.target) if module.state_dict() else None


def _name(node: Any) -> str:
    return str(node.target).rsplit(".", 1)[-1]


def _must_equal(value: Value, module: nn.Module) -> None:
    """Raise `Unfit` unless the layer builds a module with the same settings and weights of the same sizes."""
    from graphs.catalogue import check_parameters

    layer = check_parameters(layer_type(value.item.type), value.item.parameters)
    given = {port: values[0].spec for port, values in value.item.inputs.items()}
    call = layer.torch(**given)
    if call is None or not call.is_module or not call.target.startswith("torch.nn."):
        return
    with torch.device("meta"):
        built = getattr(nn, call.target.rsplit(".", 1)[-1])(*call.args, **call.kwargs)
    if _settings(built) != _settings(module) or _sizes(built) != _sizes(module):
        raise Unfit(
            say(
                "{name} has settings that its layer has not: {settings}",
                name=type(module).__name__,
                settings=module.extra_repr(),
            )
        )


def _settings(module: nn.Module) -> str:
    text = re.sub(r",? ?inplace=(True|False)", "", module.extra_repr())
    text = re.sub(r"\((\d+), \1(?:, \1)?\)", r"\1", text)
    return re.sub(r"(?<=[=( ])(\d+)\.0\b", r"\1", text)


def _sizes(module: nn.Module) -> dict[str, tuple[int, ...]]:
    return {name: tuple(tensor.shape) for name, tensor in module.state_dict().items()}


# ---------------------------------------------------------------------- modules with a reading of their own


def _nothing(reader: Reader, node: Any, module: Any) -> Any:
    return reader.env.get(node.args[0]) or reader.value(node.args[0])


def _drop(reader: Reader, node: Any, module: Any) -> Any:
    if module.p == 0 and type(module).__name__ != "StochasticDepth":
        return _nothing(reader, node, module)
    return _one(reader, node, module, _layer_name(module), {"p": module.p})


def _drop_path(reader: Reader, node: Any, module: Any) -> Value:
    if module.mode != "row":
        raise Unfit(say("StochasticDepth drops the whole batch"))
    return _one(reader, node, module, "DropPath", {"p": module.p})


def _convolution(reader: Reader, node: Any, module: Any) -> Value:
    type = _layer_name(module)
    given = parameters_of(module, type)
    if isinstance(module.padding, str):
        spread = [d * (k - 1) for d, k in zip(module.dilation, module.kernel_size, strict=True)]
        if module.padding == "same" and any(n % 2 for n in spread):
            raise Unfit(say("its padding differs from side to side"))
        given["padding"] = [n // 2 if module.padding == "same" else 0 for n in spread]
        if node.args:
            found: Value = reader.place(node, type, given, {"x": reader.value(node.args[0])}, _name(node),
                                        _path(module, node))  # fmt: skip
            return found
    return _one(reader, node, module, type, given)


def _layer_norm(reader: Reader, node: Any, module: nn.LayerNorm) -> Value:
    x = reader.value(node.args[0])
    if len(module.normalized_shape) == 1 and len(x.spec.dims) > 2:
        reader.env[node.args[0]] = reader.as_kind(node, x, Kind.TENSOR)  # of an image it would normalise all axes
    return _one(reader, node, module, "LayerNorm", parameters_of(module, "LayerNorm"))


def _embedding(reader: Reader, node: Any, module: Any) -> Value:
    if module.max_norm is not None or module.scale_grad_by_freq or module.sparse:
        raise Unfit(say("Embedding has a largest norm, or gradients by frequency"))
    return _one(reader, node, module, "Embedding", parameters_of(module, "Embedding"))


def _upsample(reader: Reader, node: Any, module: Any) -> Value:
    given: dict[str, Any] = {"mode": module.mode, "align_corners": bool(module.align_corners)}
    x = reader.value(node.args[0])
    if module.size is not None:
        size = module.size if isinstance(module.size, tuple) else (module.size,) * (len(x.spec.dims) - 1)
        given["size"] = [int(n) for n in size]
    else:
        factors = set(module.scale_factor) if isinstance(module.scale_factor, tuple) else {module.scale_factor}
        if len(factors) != 1 or next(iter(factors)) % 1:
            raise Unfit(say("it resizes by a fraction"))
        given["scale_factor"] = int(next(iter(factors)))
    return reader.place(node, "Upsample", given, {"x": x}, _name(node))


def _unflatten(reader: Reader, node: Any, module: Any) -> Value:
    x = reader.value(node.args[0])
    dims = [int(n) for n in node.meta["values"][0].shape[1:]]
    kind = "auto" if len(dims) < 4 else "tensor"
    return reader.place(node, "Reshape", {"shape": dims, "kind": kind}, {"x": x}, _name(node))


def _flatten(reader: Reader, node: Any, module: Any) -> Value:
    x = reader.value(node.args[0])
    if module.start_dim == 1 and module.end_dim == -1 and len(x.spec.dims) == 1:
        return x
    return _one(reader, node, module, "Flatten", parameters_of(module, "Flatten"))


def _attention(reader: Reader, node: Any, module: nn.MultiheadAttention) -> Any:
    """``nn.MultiheadAttention``: self or cross, with padding marked, causal where the mask says so."""
    names = ("query", "key", "value", "key_padding_mask", "need_weights", "attn_mask", "average_attn_weights",
             "is_causal")  # fmt: skip
    given = {**dict(zip(names, node.args, strict=False)), **node.kwargs}
    if not module.batch_first or module.bias_k is not None or module.add_zero_attn:
        raise Unfit(say("MultiheadAttention wants the batch second, or adds keys of its own"))
    wired = {"query": reader.value(given["query"])}
    if given["key"] is not given["query"] or given["value"] is not given["key"]:
        wired["key"] = reader.value(given["key"])
    if given["value"] is not given["key"]:
        wired["value"] = reader.value(given["value"])
    if given.get("key_padding_mask") is not None:
        wired["key_padding_mask"] = reader.value(given["key_padding_mask"])
    weights = given.get("need_weights", True)
    parameters = {
        "num_heads": module.num_heads, "dropout": module.dropout, "bias": module.in_proj_bias is not None,
        "need_weights": weights, "average_attn_weights": given.get("average_attn_weights", True),
        "causal": _is_causal(reader, given.get("attn_mask"), bool(given.get("is_causal"))),
    }  # fmt: skip
    found = reader.place_many(node, "MultiheadAttention", parameters, wired, _name(node), str(node.target))
    one, two = node.meta["values"]
    answer = reader.checked(found["y"], (one[0], two[0]))
    return (answer, reader.checked(found["weights"], (one[1], two[1])) if weights else None)


def _is_causal(reader: Reader, mask: Any, promised: bool) -> bool:
    """Whether a mask hides exactly the later steps; raises `Unfit` for any other."""
    if mask is None:
        return promised
    found = getattr(reader.env.get(mask), "tensor", None)
    if found is None:
        raise Unfit(say("its attention has a mask that is made on the way"))
    hidden = found if found.dtype == torch.bool else found == float("-inf")
    if hidden.dim() != 2 or not torch.equal(hidden, torch.ones_like(hidden, dtype=torch.bool).triu(1)):
        raise Unfit(say("its attention has a mask that is not the causal one"))
    return True


def _recurrent(reader: Reader, node: Any, module: Any) -> Any:
    """``nn.RNN``, ``nn.LSTM`` and ``nn.GRU``: the steps, and the last state of the last layer where it is picked."""
    type = _layer_name(module)
    if not module.batch_first or module.__dict__.get("proj_size", 0):
        raise Unfit(say("{name} wants the batch second, or projects its state", name=type))
    if len(node.args) + len(node.kwargs) > 1 and not _is_zero(reader, node):
        raise Unfit(say("{name} starts from a state that is not zero", name=type))
    names = ("hidden_size", "num_layers", "bias", "dropout", "bidirectional", "nonlinearity")
    parameters: dict[str, Any] = {name: getattr(module, name) for name in names if hasattr(module, name)}
    x = reader.value(node.args[0] if node.args else node.kwargs["input"])
    found = reader.place_many(node, type, parameters, {"x": x}, _name(node), str(node.target))
    one, two = node.meta["values"]
    steps = reader.checked(found["y"], (one[0], two[0]))
    states = tuple(_Last(found[port], module.bidirectional) for port in ("h", "c") if port in found)
    return (steps, states if len(states) > 1 else states[0])


class _Last(tuple):  # type: ignore[type-arg]
    """The states of all stacked layers, of which only the last layer's is a value here: ``h[-1]``."""

    def __new__(cls, value: Value, both: bool) -> _Last:
        """Hold the last layer's state."""
        made = super().__new__(cls)
        made.value, made.both = value, both
        return made

    value: Value
    both: bool

    def __getitem__(self, key: Any) -> Any:
        if key != -1 or self.both:
            raise Unfit(say("it reads the state of a layer that is not the last"))
        return self.value


def _is_zero(reader: Reader, node: Any) -> bool:
    """Whether a recurrent layer is given zeros to start from."""
    given = node.args[1] if len(node.args) > 1 else node.kwargs.get("hx")
    parts = given if isinstance(given, tuple | list) else (given,)
    return all(part is None or operation_name(part.target) in ("zeros", "new_zeros") for part in parts)


def _windows(reader: Reader, node: Any, module: Any) -> Value:
    """torchvision's attention in shifted windows (Swin)."""
    parameters = {
        "num_heads": module.num_heads, "window_size": [*module.window_size], "shift_size": [*module.shift_size],
        "qkv_bias": module.qkv.bias is not None, "attention_dropout": module.attention_dropout,
        "dropout": module.dropout, "cosine": hasattr(module, "logit_scale"),
    }  # fmt: skip
    return _one(reader, node, module, "ShiftedWindowAttention", parameters)


SPECIAL: Mapping[str, Any] = {
    "torch.nn.modules.linear.Identity": _nothing,
    "torch.nn.modules.dropout.Dropout": _drop,
    "torch.nn.modules.dropout.Dropout2d": _drop,
    "torch.nn.modules.conv.Conv1d": _convolution,
    "torch.nn.modules.conv.Conv2d": _convolution,
    "torch.nn.modules.conv.Conv3d": _convolution,
    "torch.nn.modules.flatten.Flatten": _flatten,
    "torch.nn.modules.flatten.Unflatten": _unflatten,
    "torch.nn.modules.sparse.Embedding": _embedding,
    "torch.nn.modules.normalization.LayerNorm": _layer_norm,
    "torch.nn.modules.upsampling.Upsample": _upsample,
    "torch.nn.modules.activation.MultiheadAttention": _attention,
    "torch.nn.modules.rnn.RNN": _recurrent,
    "torch.nn.modules.rnn.LSTM": _recurrent,
    "torch.nn.modules.rnn.GRU": _recurrent,
    "torchvision.ops.stochastic_depth.StochasticDepth": _drop_path,
    "torchvision.models.convnext.LayerNorm2d": lambda r, n, m: _one(
        r, n, m, "LayerNorm2d", {"eps": m.eps, "elementwise_affine": m.elementwise_affine}
    ),
    "torchvision.models.swin_transformer.ShiftedWindowAttention": _windows,
    "torchvision.models.swin_transformer.ShiftedWindowAttentionV2": _windows,
}
"""Modules whose parameters do not simply stand under the names of the layer's."""
