"""The same layer for another number of directions, or another layer for the same end, as the cure of a wrong wire."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graphs.layer import Layer, Proposal, ShapeError
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_RANKS = {Kind.FEATURES: "1d", Kind.SIGNAL: "1d", Kind.IMAGE: "2d", Kind.VOLUME: "3d"}


def instead(layer: Layer, x: TensorSpec, others: Mapping[Kind, str] | None = None) -> tuple[Proposal, ...]:
    """Propose the layer type that takes what arrives: the sister for its number of directions, or one of ``others``.

    Parameters of the same name are kept. The proposal has been tried: that type accepts ``x``; without one, ``()``.
    """
    from graphs.catalogue import ParameterError, UnknownLayer, check_parameters, layer_type  # which imports the layers

    own = layer.type_name()
    wanted = (others or {}).get(x.kind) or re.sub(r"[123]d", _RANKS.get(x.kind, "?"), own)
    if wanted == own:
        return ()
    try:
        kind = layer_type(wanted)
        now = {name: _plain(value) for name, value in layer.model_dump().items()}
        usual = {name: _plain(field.default) for name, field in type(layer).model_fields.items()}
        kept = {name: now[name] for name in kind.model_fields if name in now and now[name] != usual[name]}
        check_parameters(kind, kept).output(x)
    except (UnknownLayer, ParameterError, ShapeError):
        return ()
    return (Proposal(say("Use {type} instead", type=wanted), set=kept, replace=wanted),)


def _plain(value: Any) -> Any:
    """Equal numbers for all directions as one number, which every sister takes."""
    return value[0] if isinstance(value, tuple) and value and len(set(value)) == 1 else value
