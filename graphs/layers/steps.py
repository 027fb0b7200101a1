"""What layers over time and over sets of vectors say and count alike: steps, states, masks."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from graphs.layer import Layer, Proposal, ShapeError, Tally
from graphs.layers.sentences import get_both, gets, must_be_float, must_be_known, put, takes, with_parameters
from graphs.message import Message, say
from graphs.tensors import Dim, Kind, TensorSpec

_GRIDS = (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL)


class Tried(Layer):
    """A layer that tries its proposals before it offers them: those that leave the same port in trouble are dropped."""

    def shape(self, *args: Any, **inputs: Any) -> TensorSpec | dict[str, TensorSpec]:
        """The shape rule itself, with the sentences of its refusals."""
        raise NotImplementedError

    def output(self, *args: Any, **inputs: Any) -> TensorSpec | dict[str, TensorSpec]:
        """The shape rule; a refusal carries the proposals that were found to work."""
        try:
            return self.shape(*args, **inputs)
        except ShapeError as error:
            arriving = {**dict(zip((port.name for port in self.inputs), args, strict=False)), **inputs}
            working = tuple(fix for fix in error.fixes if self._cures(fix, error.port, arriving))
            raise ShapeError(error.port, error.expected, error.got, error.hint, working) from None

    def _cures(self, fix: Proposal, port: str, arriving: Mapping[str, TensorSpec]) -> bool:
        from graphs.catalogue import check_parameters, layer_type  # which imports the layers

        changed = dict(arriving)
        try:
            for name, parameters in fix.insert:
                given = check_parameters(layer_type(name), parameters).output(changed[fix.port])
                assert isinstance(given, TensorSpec)
                changed[fix.port] = given
            other = with_parameters(self, fix.set)
            assert isinstance(other, Tried)
            other.shape(**changed)
        except ShapeError as error:
            return error.port != port  # what another port says is another matter
        return True


def must_be_sequence(layer: Layer, port: str, x: TensorSpec) -> int:
    """Refuse what has no steps, with a layer that makes some; return the numbers per step. Raises `ShapeError`."""
    if x.kind is not Kind.SEQUENCE:
        raise ShapeError(port, takes(layer, (Kind.SEQUENCE,)), gets(x), *_to_sequence(port, x))
    must_be_float(layer, port, x)
    return must_be_known(layer, port, x, x.features)


def _to_sequence(port: str, x: TensorSpec) -> tuple[Message, tuple[Proposal, ...]]:
    if x.kind in _GRIDS and isinstance(x.channels, int):
        return say("ToSequence reads the places one after another as steps."), (put("ToSequence", port),)
    if x.kind is Kind.TOKENS:
        return say("Embedding turns each token into a vector."), (put("Embedding", port),)
    if x.kind is Kind.FEATURES:
        return say("Features are one step: Unsqueeze makes a sequence of it."), (put("Unsqueeze", port, dim=0),)
    return say("Nothing can be put in between: wire steps with features here."), ()


def must_be_features(layer: Layer, port: str, x: TensorSpec) -> int:
    """Refuse what is not one vector per example; return its numbers. Raises `ShapeError`."""
    if x.kind is not Kind.FEATURES:
        hint = say("Nothing can be put in between: wire one vector per example here.")
        fixes: tuple[Proposal, ...] = ()
        if x.kind is Kind.SEQUENCE:
            hint = say("A cell does one step: take the last one here, or use a layer that runs over all steps.")
            fixes = (put("LastStep", port),)
        elif x.kind in _GRIDS and x.numel:
            hint, fixes = say("Put Flatten in between."), (put("Flatten", port),)
        raise ShapeError(port, takes(layer, (Kind.FEATURES,)), gets(x), hint, fixes)
    must_be_float(layer, port, x)
    return must_be_known(layer, port, x, x.features)


def must_be_state(layer: Layer, port: str, state: TensorSpec | None, size: int) -> None:
    """Refuse a state that has not ``size`` numbers; raises `ShapeError`. None is the start with zeros."""
    if state is None:
        return
    if state.kind is not Kind.FEATURES or state.dims != (size,):
        fits = state.kind is Kind.FEATURES and isinstance(state.features, int)
        raise ShapeError(
            port,
            say("{type} needs {n} numbers as its state {port}.", type=layer.type_name(), n=size, port=port),
            gets(state),
            say("A Linear in between gives the state its size.")
            if fits
            else say("A state is one vector per example: wire what this layer gave one step before."),
            (put("Linear", port, out_features=size),) if fits and "float" in state.dtype else (),
        )
    must_be_float(layer, port, state)


def must_be_lengths(layer: Layer, lengths: TensorSpec | None) -> None:
    """Refuse lengths that are not one whole number per example; raises `ShapeError`."""
    if lengths is not None and lengths.kind is not Kind.INDEX:
        hint = say("A length is one whole number per example: the data brings it along with the padded steps.")
        raise ShapeError("lengths", takes(layer, (Kind.INDEX,)), gets(lengths), hint)


def must_mask(layer: Layer, port: str, mask: TensorSpec | None, key: TensorSpec, *shapes: tuple[Dim, ...]) -> None:
    """Refuse a mask that has none of these shapes; raises `ShapeError`."""
    if mask is None or (mask.kind is Kind.MASK and mask.dims in shapes):
        return
    wanted = "×".join(map(str, shapes[0]))
    raise ShapeError(
        port,
        say("{type} needs a mask of {shape} here, yes or no for each.", type=layer.type_name(), shape=wanted),
        get_both(key, mask) if mask.dims else gets(mask),
        say("The mask comes from where the lengths are known: wire it from there."),
    )


def known(*dims: Dim) -> tuple[int, ...]:
    """The dimensions that are numbers; symbols count as one and are left out."""
    return tuple(dim for dim in dims if isinstance(dim, int))


def products(*parts: tuple[Dim, ...]) -> Tally:
    """Add products up: ``products((T, H, D), (T, H))`` is T·H·D + T·H. Those that are empty are left out."""
    counted = [known(*part) for part in parts]
    return Tally(sum(prod(part) for part in counted), " + ".join("·".join(map(str, p)) or "1" for p in counted))
