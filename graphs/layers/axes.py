"""Axes as layers count them: without the batch, from 0, and from −1 backwards; and shapes that have to go together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pydantic

from graphs.layer import Layer, Proposal, ShapeError
from graphs.layers.input_output import KindChoice, fits, kind_of, wrong_kind
from graphs.layers.sentences import change, gets, with_parameters
from graphs.message import say
from graphs.tensors import AXES, Dim, Kind, TensorSpec


def usual(dims: tuple[Dim, ...], dtype: str = "float32") -> TensorSpec:
    """A tensor of the kind its axes and its number type suggest; one number with a fraction has no name of its own."""
    if dtype == "bool":
        return TensorSpec(Kind.MASK, dims, dtype)
    if dtype == "int64":
        whole = {0: Kind.INDEX, 1: Kind.TOKENS}
        return TensorSpec(whole.get(len(dims), Kind.TENSOR), dims, dtype)
    return TensorSpec(kind_of(len(dims)) if dims else Kind.TENSOR, dims, dtype)


def alike(x: TensorSpec, dims: tuple[Dim, ...]) -> TensorSpec:
    """The kind of ``x`` with other sizes, where the kind can have them; else what the axes suggest."""
    axes = AXES[x.kind]
    sizes = tuple(dim if isinstance(dim, int) else -1 for dim in dims)
    if axes is None or fits(x.kind, sizes):
        return TensorSpec(x.kind, dims, x.dtype, x.batched)
    return usual(dims, x.dtype)


def chosen(kind: KindChoice, dims: tuple[Dim, ...], dtype: str) -> TensorSpec:
    """A tensor of the kind a person chose, ``auto`` being the usual one; raises `ShapeError` when it cannot be."""
    if kind == "auto":
        return usual(dims, dtype)
    sizes = tuple(dim if isinstance(dim, int) else -1 for dim in dims)
    if not fits(Kind(kind), sizes):
        raise wrong_kind(Kind(kind), sizes)
    return TensorSpec(Kind(kind), dims, dtype)


def times(dim: Dim, factor: int) -> Dim:
    """A dimension so many times as long; a symbol stays one."""
    return dim * factor if isinstance(dim, int) else dim if factor == 1 else f"{dim}·{factor}"


def longer(dim: Dim, by: int) -> Dim:
    """A dimension longer by so many; a symbol stays one."""
    return dim + by if isinstance(dim, int) else f"{dim}{by:+d}" if by else dim


def together(sizes: Iterable[Dim]) -> Dim | None:
    """The size that sizes have together when 1 is repeated to fit; None when they do not go together."""
    others = {size for size in sizes if size != 1}
    return None if len(others) > 1 else others.pop() if others else 1


def place_of(layer: Layer, x: TensorSpec, dim: int, port: str = "x", parameter: str = "dim", more: int = 0) -> int:
    """The place in ``x.dims`` of an axis, counted from 0 or from −1 backwards; raises `ShapeError` beyond the end.

    ``more`` allows so many places behind the last axis, for an axis that is yet to come.
    """
    axes = len(x.dims) + more
    if not axes:
        raise ShapeError(
            port,
            say("{type} needs at least one axis besides the batch.", type=layer.type_name()),
            gets(x),
            say("One number per example has no axis to work along: Unsqueeze would give it one."),
        )
    if not -axes <= dim < axes:
        raise ShapeError(
            port,
            say("{type} finds the axes 0 to {n} here.", type=layer.type_name(), n=axes - 1),
            say("Its {parameter} is {value}.", parameter=parameter, value=dim),
            say("Axes are counted without the batch, and −1 is the last one."),
        )
    return dim % axes


class Mended(Layer):
    """A layer that tries its own cures: of the proposals it can think of, only those that work are offered."""

    def shape(self, *args: Any, **inputs: Any) -> TensorSpec | dict[str, TensorSpec]:
        """The shape rule itself, with the sentences of its refusals."""
        raise NotImplementedError

    def candidates(self, *args: Any, **inputs: Any) -> Iterable[Proposal]:
        """Changes of this layer's parameters that may mend what does not fit; each will be tried."""
        return self.other_axes(*args, **inputs)

    def other_axes(self, *args: Any, **inputs: Any) -> Iterable[Proposal]:
        """Work along another axis, for layers that have a parameter ``dim``."""
        first = args[0] if args else next(iter(inputs.values()), None)
        if isinstance(first, TensorSpec) and "dim" in type(self).model_fields:
            return [change("dim", place) for place in range(len(first.dims))]
        return ()

    def output(self, *args: Any, **inputs: Any) -> TensorSpec | dict[str, TensorSpec]:
        """The shape rule; a refusal carries the cures that were found to work."""
        try:
            return self.shape(*args, **inputs)
        except ShapeError as error:
            working = [p for p in self.candidates(*args, **inputs) if self._works(p, args, inputs)]
            fixes = (*error.fixes, *working)
            raise ShapeError(error.port, error.expected, error.got, error.hint, fixes) from None

    def _works(self, proposal: Proposal, args: tuple[Any, ...], inputs: dict[str, Any]) -> bool:
        try:
            other = with_parameters(self, proposal.set)
            assert isinstance(other, Mended)
            other.shape(*args, **inputs)
        except (ShapeError, pydantic.ValidationError):
            return False
        return True
