"""What layers with several inputs share: when shapes go together, and what to say when they do not."""

from __future__ import annotations

from collections.abc import Mapping

from graphs.layer import Layer, Proposal, ShapeError
from graphs.layers.axes import alike, together
from graphs.layers.sentences import KINDS, get_both, is_float, is_weight, must_be_float, put, short
from graphs.layers.windows import Window
from graphs.message import Message, mark, say
from graphs.tensors import AXES, Kind, TensorSpec

AXIS_WORDS = {
    "C": mark("channels"),
    "H": mark("height"),
    "W": mark("width"),
    "D": mark("depth"),
    "T": mark("steps"),
    "F": mark("features"),
}
"""The axes of a tensor as they are named in a sentence."""


def differences(a: TensorSpec, b: TensorSpec) -> Message:
    """``channels 128 and 64; height 8 and 4``: where two shapes of one kind differ."""
    letters = AXES[a.kind] or ("",) * len(a.dims)
    parts = [
        say(
            "{axis} {a} and {b}",
            axis=say(AXIS_WORDS[letter]) if letter in AXIS_WORDS else say("axis {n}", n=place),
            a=one,
            b=two,
        )
        for place, (letter, one, two) in enumerate(zip(letters, a.dims, b.dims, strict=True))
        if one != two
    ]
    joined = parts[0]
    for part in parts[1:]:
        joined = say("{first}; {second}", first=joined, second=part)
    return joined


def projection(wanted: TensorSpec, x: TensorSpec, port: str) -> Proposal | None:
    """A layer that gives ``x`` the wanted shape, or None when none of ours can."""
    if not (is_float(x) and wanted.numel and x.numel and wanted.kind is x.kind):
        return None
    if x.kind in (Kind.FEATURES, Kind.SEQUENCE) and wanted.dims[:-1] == x.dims[:-1]:
        return put("Linear", port, out_features=wanted.dims[-1])
    if x.kind is Kind.IMAGE:
        sizes, targets = [int(d) for d in x.dims[1:]], [int(d) for d in wanted.dims[1:]]
        stride = tuple(-(-size // target) for size, target in zip(sizes, targets, strict=True))
        reached = [Window(1, step).places(size) for size, step in zip(sizes, stride, strict=True)]
        if reached == targets:
            return put(
                "Conv2d",
                port,
                out_channels=wanted.dims[0],
                kernel_size=1,
                **({} if stride == (1, 1) else {"stride": short(stride)}),
            )
        if wanted.dims[0] == x.dims[0]:
            return put("AdaptiveAvgPool2d", port, output_size=short(tuple(targets)))
    return None


class Pairwise(Layer):
    """What the layers with two inputs of one shape share."""

    def must_match(self, a: TensorSpec, b: TensorSpec) -> None:
        """Refuse two kinds or two number types; raises `ShapeError`."""
        if a.kind is not b.kind or len(a.dims) != len(b.dims) or a.batched != b.batched:
            raise ShapeError(
                "b",
                say("{type} needs two inputs of the same kind.", type=self.type_name()),
                get_both(a, b),
                say(
                    "What could join {a} and {b} depends on what you mean: no single layer does it.",
                    a=KINDS[a.kind],
                    b=KINDS[b.kind],
                ),
            )
        if a.dtype != b.dtype:
            raise ShapeError(
                "b",
                say("{type} needs two inputs of the same number type.", type=self.type_name()),
                say("It gets {a} and {b}.", a=a.dtype, b=b.dtype),
                say("No layer here changes the number type: wire two results of layers."),
            )

    def unequal(self, a: TensorSpec, b: TensorSpec) -> ShapeError:
        """The refusal of two shapes that differ, with the projections that would make them equal."""
        found = [fix for fix in (projection(a, b, "b"), projection(b, a, "a")) if fix is not None]
        hint = (
            say("A projection on one of the wires makes them equal.")
            if found
            else say("No single layer makes these shapes equal.")
        )
        return ShapeError(
            "b",
            say("{type} needs two inputs of the same shape.", type=self.type_name()),
            say("They differ: {differences}.", differences=differences(a, b)),
            hint,
            tuple(found),
        )


def _go_together(inputs: Mapping[str, TensorSpec]) -> bool:
    """Whether the axes of all inputs are equal or 1, each with each."""
    rows = [spec.dims for spec in inputs.values() if spec.batched or is_weight(spec)]
    return len({len(row) for row in rows}) == 1 and all(together(sizes) for sizes in zip(*rows, strict=True))


def broadcast(layer: Layer, inputs: Mapping[str, TensorSpec]) -> TensorSpec:
    """The shape that inputs have together, number by number: axes of size 1 are repeated to fit.

    One number for the whole batch goes with everything; a weight is the same for each example. Raises `ShapeError` at
    the first port that does not fit.
    """
    for port, spec in inputs.items():
        must_be_float(layer, port, spec)
    names = list(inputs)
    first = next((name for name in names if inputs[name].batched), names[0])
    result = inputs[first]
    for port in names:
        spec = inputs[port]
        if port == first or not (spec.batched or is_weight(spec)):
            continue
        if spec.dtype != result.dtype:
            raise ShapeError(
                port,
                say("{type} needs inputs of the same number type.", type=layer.type_name()),
                say("It gets {a} and {b}.", a=result.dtype, b=spec.dtype),
                say("No layer here changes the number type: wire two results of layers."),
            )
        if len(spec.dims) != len(result.dims):
            raise ShapeError(
                port,
                say("{type} needs inputs with the same number of axes.", type=layer.type_name()),
                get_both(result, spec),
                say("Unsqueeze gives a tensor one more axis, of size 1, at the place where it shall be repeated."),
            )
        sizes = [together(pair) for pair in zip(result.dims, spec.dims, strict=True)]
        if None in sizes:
            tries = ((port, result), (first, spec))
            found = [
                fix
                for where, wanted in tries
                if (fix := projection(wanted, inputs[where], where)) is not None
                and _go_together({**inputs, where: wanted})
            ]
            raise ShapeError(
                port,
                say("{type} needs inputs of the same shape, or of size 1 where they differ.", type=layer.type_name()),
                get_both(result, spec),
                say("A projection on one of the wires makes them equal.")
                if found
                else say("No single layer makes these shapes equal."),
                tuple(found),
            )
        result = alike(result, tuple(size for size in sizes if size is not None))
    return result
