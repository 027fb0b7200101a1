"""What one layer comes to with its parameters and what arrives: shapes, call and cost, or the fault.

The outcome depends on the type, the raw parameters, the names they use and the specs that arrive; that is the key it
is remembered under, so equal layers are worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graphs.catalogue import ParameterError, check_parameters
from graphs.elements import Node
from graphs.expressions import ExpressionError, resolve
from graphs.layer import Arithmetic, Call, Cost, Layer, ShapeError
from graphs.message import Message, say
from graphs.tensors import TensorSpec


@dataclass(frozen=True)
class Outcome:
    """A layer with resolved parameters and what it gives, calls and costs; or the fault: message, port, parameter,
    shape error."""

    layer: Layer | None = None
    outputs: Mapping[str, TensorSpec] = field(default_factory=dict)
    call: Call | None = None
    cost: Cost = Cost()
    arithmetic: tuple[Arithmetic, ...] = ()
    fault: tuple[Message, str, str, ShapeError | None] | None = None
    weights: Mapping[str, TensorSpec] = field(default_factory=dict)


class Asked:
    """A node with what arrives at each port, hashable by what decides its outcome."""

    __slots__ = ("arriving", "hash", "key", "kind", "layer", "raw", "scope")

    def __init__(
        self,
        node: Node,
        kind: type[Layer],
        scope: Mapping[str, Any],
        arriving: tuple[Any, ...],
        layer: Layer | None = None,
    ):
        self.kind, self.raw, self.arriving, self.layer = kind, node.parameters, arriving, layer
        self.scope = dict(scope) if node.uses_names else {}
        self.key = (node.key, tuple(sorted(self.scope.items())), arriving)
        self.hash = hash(self.key)

    def __hash__(self) -> int:
        return self.hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Asked) and self.key == other.key


@lru_cache(maxsize=65536)
def work_out(asked: Asked) -> Outcome:
    """Resolve the parameters of a layer, check what arrives and ask the layer for its shapes; never raises."""
    inputs = dict(asked.arriving)
    layer = asked.layer or _resolved(asked)
    if isinstance(layer, Outcome):
        return layer
    for port in asked.kind.inputs:
        given = inputs.get(port.name)
        for spec in () if given is None else given if port.many else (given,):
            if port.kinds and spec.kind not in port.kinds:
                try:  # the layer says it better when it knows this case
                    layer.output(**inputs)
                except ShapeError as error:
                    return Outcome(layer, fault=(_sentence(error), error.port or port.name, "", error))
                kinds = ", ".join(port.kinds)
                message = say(
                    "{port} takes {kinds}. It gets {got}.", port=port.name, kinds=kinds, got=f"{spec.kind} {spec.text}"
                )
                return Outcome(layer, fault=(message, port.name, "", None))
    try:
        given_out = layer.output(**inputs)
    except ShapeError as error:
        return Outcome(layer, fault=(_sentence(error), error.port, "", error))
    outputs = (
        given_out
        if isinstance(given_out, Mapping)
        else {asked.kind.outputs[0].name: given_out}
        if asked.kind.outputs
        else {}
    )
    call, cost, sums = layer.torch(**inputs), layer.cost(**inputs), layer.arithmetic(**inputs)
    return Outcome(layer, outputs, call, cost, sums, weights=layer.weight_outputs(**inputs))


_MOST_SIZES = 64
"""With so many sizes a form remembers what its layer comes to."""


def _resolved(asked: Asked) -> Layer | Outcome:
    """The layer with its parameters worked out; or the fault that one of them is."""
    values = {}
    for name, raw in asked.raw.items():
        try:
            values[name] = resolve(raw, asked.scope)
        except ExpressionError as error:
            return Outcome(fault=(error.message, "", name, None))
    try:
        return check_parameters(asked.kind, values)
    except ParameterError as error:
        return Outcome(fault=(error.message, "", error.parameter, None))


class Form:
    """A layer type with its raw parameters, and what it came to with the sizes that have arrived. The layer itself is
    one and the same for all sizes."""

    __slots__ = ("_kind", "_layer", "_node", "_outcomes", "_scope")

    def __init__(self, node: Node, kind: type[Layer], scope: Mapping[str, Any]):
        self._node, self._kind, self._scope = node, kind, scope
        self._outcomes: dict[tuple[Any, ...], Outcome] = {}
        self._layer: Layer | None = None

    def comes_to(self, arriving: tuple[Any, ...]) -> Outcome:
        """The outcome with what arrives: (port, spec) pairs, of a port that takes many with a row of specs."""
        found = self._outcomes.get(arriving)
        if found is None:
            if len(self._outcomes) >= _MOST_SIZES:
                self._outcomes.clear()
            found = work_out(Asked(self._node, self._kind, self._scope, arriving, self._layer))
            self._outcomes[arriving] = found
            self._layer = self._layer or found.layer
        return found


def form_of(node: Node, kind: type[Layer], scope: Mapping[str, Any]) -> Form:
    """The form of a node; nodes of equal type, parameters and names share one."""
    key = (node.key, tuple(sorted(scope.items())) if node.uses_names else ())
    found = _FORMS.get(key)
    if found is None:
        if len(_FORMS) >= _MOST_FORMS:
            _FORMS.clear()
        found = _FORMS[key] = Form(node, kind, dict(scope))
    return found


_MOST_FORMS = 8192
_FORMS: dict[Any, Form] = {}


def _sentence(error: ShapeError) -> Message:
    got: Any = error.got if isinstance(error.got, Message) else say("It gets {got}.", got=error.got.text)
    if error.hint is None:
        return say("{expected} {got}", expected=error.expected, got=got)
    return say("{expected} {got} {hint}", expected=error.expected, got=got, hint=error.hint)
