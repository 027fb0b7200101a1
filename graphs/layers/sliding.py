"""What layers share that look at signals, images or volumes place by place: one rule for one, two and three directions.

A subclass names its ``rank``; its parameters are one number for a signal, a pair for an image, three for a volume.
"""

from __future__ import annotations

from math import prod
from typing import Annotated, Any, ClassVar

import pydantic
from pydantic import BeforeValidator

from graphs.layer import Arithmetic, Call, Cost, Proposal, ShapeError, Tally
from graphs.layers.axes import Mended
from graphs.layers.sentences import KINDS, change, gets, must_be_float, must_be_known, put, takes
from graphs.layers.sisters import instead
from graphs.layers.windows import Window, does_not_fit
from graphs.message import mark, say
from graphs.tensors import Dim, Kind, TensorSpec

GRIDS = {1: Kind.SIGNAL, 2: Kind.IMAGE, 3: Kind.VOLUME}
"""The kind of tensor that has so many directions to slide along."""

DIRECTIONS = {
    1: (mark("length"),),
    2: (mark("height"), mark("width")),
    3: (mark("depth"), mark("height"), mark("width")),
}
"""What the directions are called in a sum."""


FILTERS = mark("for each filter one window of every channel of its group")
"""What the axes of the weight of a convolution are."""


def _triple(value: Any) -> Any:
    """Accept one number for all three directions, and lists from files."""
    if isinstance(value, int) and not isinstance(value, bool):
        return (value, value, value)
    return tuple(value) if isinstance(value, list) else value


_From1 = Annotated[int, pydantic.Field(ge=1, le=1024)]
_From0 = Annotated[int, pydantic.Field(ge=0, le=1024)]

Size3d = Annotated[tuple[_From1, _From1, _From1], BeforeValidator(_triple)]
"""Three whole numbers from 1, depth, rows and columns; one number stands for all."""

Margin3d = Annotated[tuple[_From0, _From0, _From0], BeforeValidator(_triple)]
"""Three whole numbers from 0, depth, rows and columns; one number stands for all."""


def row(value: int | tuple[int, ...]) -> tuple[int, ...]:
    """One number for each direction: a signal's single number becomes a row of one."""
    return value if isinstance(value, tuple) else (value,)


def plain(value: Any) -> Any:
    """Write equal numbers once, as people do: ``(3, 3, 3)`` is ``3``."""
    return value[0] if isinstance(value, tuple) and len(set(value)) == 1 else value


def counts(sizes: tuple[Dim, ...]) -> tuple[int, ...]:
    """Sizes as numbers; a symbol counts once."""
    return tuple(size if isinstance(size, int) else 1 for size in sizes)


def times(*groups: Any) -> Tally:
    """Multiply numbers and groups of numbers, and write down how: ``6 × 1·5·5``."""
    rows = [row(group) for group in groups]
    written = " × ".join("·".join(map(str, numbers)) for numbers in rows if numbers)
    return Tally(prod(prod(numbers) for numbers in rows), written)


class Placed(Mended):
    """A layer that takes a signal, an image or a volume, by its ``rank``, and whose cures are tried."""

    rank: ClassVar[int]

    def must_have_places(self, x: TensorSpec) -> None:
        """Refuse other kinds and numbers without a fraction; raises `ShapeError`, with readings that work."""
        kind = GRIDS[self.rank]
        if x.kind is kind:
            return must_be_float(self, "x", x)
        readings = tuple(proposal for proposal, read in self._readings(x) if self._reads(read))
        fixes = (*instead(self, x), *readings)
        hint = (
            say("The same numbers can be read as {kind}.", kind=KINDS[kind])
            if readings
            else say("Nothing can be put in between: wire {kind} here.", kind=KINDS[kind])
        )
        raise ShapeError("x", takes(self, (kind,)), gets(x), hint, fixes)

    def _readings(self, x: TensorSpec) -> list[tuple[Proposal, TensorSpec]]:
        """How the same numbers can be read as the kind this layer takes."""
        if self.rank == 1 and x.kind is Kind.SEQUENCE:
            turned = put("Transpose", "x", dim0=0, dim1=1, kind="signal")
            return [(turned, TensorSpec(Kind.SIGNAL, x.dims[::-1], x.dtype))]
        if self.rank == 1 and x.kind is Kind.FEATURES and isinstance(x.features, int):
            lone = put("Reshape", "x", shape=(1, x.features), kind="signal")
            return [(lone, TensorSpec(Kind.SIGNAL, (1, x.features), x.dtype))]
        if self.rank == 3 and x.kind is Kind.IMAGE:
            thin = put("Unsqueeze", "x", dim=1, kind="volume")
            return [(thin, TensorSpec(Kind.VOLUME, (x.channels, 1, *x.dims[1:]), x.dtype))]
        return []

    def _reads(self, x: TensorSpec) -> bool:
        try:
            self.shape(x)
        except ShapeError:
            return False
        return True

    def numbers(self, name: str) -> tuple[int, ...]:
        """A parameter as one number for each direction."""
        return row(getattr(self, name))

    def written(self, values: tuple[int, ...]) -> Any:
        """Numbers for each direction as the parameter takes them: a signal's is one number."""
        return values[0] if self.rank == 1 else values

    def given(self, **defaults: Any) -> dict[str, Any]:
        """The parameters that differ from torch's defaults, in torch's words."""
        now = {name: plain(getattr(self, name)) for name in defaults}
        return {name: value for name, value in now.items() if value != defaults[name]}


class Sliding(Placed):
    """A layer with one window that slides in every direction of its input."""

    def windows(self) -> tuple[Window, ...]:
        """The window along each direction."""
        raise NotImplementedError

    def places(self, x: TensorSpec) -> tuple[Dim, ...]:
        """How many places the window has in each direction; raises `ShapeError` when it has none."""
        found = tuple(w.places(size) for w, size in zip(self.windows(), x.dims[1:], strict=True))
        if any(isinstance(places, int) and places < 1 for places in found):
            raise ShapeError("x", *does_not_fit(self.type_name(), x, self.windows()))
        return found

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not GRIDS[self.rank]:
            return []
        pairs = list(zip(self.windows(), counts(x.dims[1:]), strict=True))
        found = []
        if "padding" in type(self).model_fields:
            needed = tuple(max(w.padding, -(-(w.extent - size) // 2)) for w, size in pairs)
            found.append(change("padding", self.written(needed)))
            found.append(change("padding", self.written(tuple(min(w.padding, w.kernel // 2) for w, _ in pairs))))
        fitting = tuple(min(w.kernel, (size + 2 * w.padding - 1) // w.dilation + 1) for w, size in pairs)
        found.append(change("kernel_size", self.written(fitting)))
        now = self.model_dump()
        return [proposal for proposal in found if all(now[key] != value for key, value in proposal.set.items())]

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        return tuple(
            w.arithmetic(axis, size)
            for w, axis, size in zip(self.windows(), DIRECTIONS[self.rank], x.dims[1:], strict=True)
        )


class Convolution(Sliding):
    """Learned filters of one size, in groups of channels that do not see each other."""

    def filters(self, channels: int) -> tuple[int, int]:
        """How many filters there are for so many channels, and in how many groups."""
        raise NotImplementedError

    def learned_bias(self) -> bool:
        """Whether every filter adds a learned number."""
        return bool(getattr(self, "bias", False))

    def windows(self) -> tuple[Window, ...]:
        names = ("kernel_size", "stride", "padding", "dilation")
        return tuple(Window(k, s, p, d) for k, s, p, d in zip(*map(self.numbers, names), strict=True))

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        channels = must_be_known(self, "x", x, x.channels)
        out, groups = self.filters(channels)
        must_divide(self, channels, out, groups)
        self._must_have_border(x)
        return TensorSpec.of(x.kind, out, *self.places(x))

    def _must_have_border(self, x: TensorSpec) -> None:
        """A border that copies from inside needs enough inside."""
        mode = getattr(self, "padding_mode", "zeros")
        limit = {"reflect": -1, "circular": 0}.get(mode)
        for size, margin in zip(x.dims[1:], self.numbers("padding"), strict=True):
            if limit is not None and isinstance(size, int) and margin > size + limit:
                raise ShapeError(
                    "x",
                    say(
                        "With padding_mode {mode} the border of {padding} copies numbers from inside.",
                        mode=mode,
                        padding=margin,
                    ),
                    gets(x),
                    say("There are only {n} places on that side.", n=size),
                )

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        found = super().candidates(x)
        if "groups" in type(self).model_fields:
            found.append(change("groups", 1))
        if "padding_mode" in type(self).model_fields:
            found.append(change("padding_mode", "zeros"))
        return found

    def cost(self, x: TensorSpec) -> Cost:
        out, groups = self.filters(int(x.channels))
        window = (int(x.channels) // groups, *self.numbers("kernel_size"))
        return filter_cost(out, window, self.learned_bias(), counts(self.places(x)))

    def torch(self, x: TensorSpec) -> Call:
        out, groups = self.filters(int(x.channels))
        given = {
            "kernel_size": plain(self.written(self.numbers("kernel_size"))),
            **self.given(stride=1, padding=0, dilation=1),
        }
        if groups != 1:
            given["groups"] = groups
        given |= self.given(bias=True)
        if "padding_mode" in type(self).model_fields:
            given |= self.given(padding_mode="zeros")
        return Call(f"torch.nn.Conv{self.rank}d", (int(x.channels), out), given)


def must_divide(layer: Placed, channels: int, filters: int, groups: int) -> None:
    """Refuse groups that do not divide channels and filters evenly; raises `ShapeError`."""
    for number, name in ((channels, mark("incoming channels")), (filters, mark("filters"))):
        if number % groups:
            raise ShapeError(
                "x",
                say(
                    "{type} divides channels and filters into {groups} equal groups.",
                    type=layer.type_name(),
                    groups=groups,
                ),
                say("It has {n} {what}, which {groups} does not divide.", n=number, what=say(name), groups=groups),
                say("Choose groups so that it divides both."),
            )


def must_be_a_number(layer: Mended, port: str, x: TensorSpec, dim: Dim) -> int:
    """Return a size that has to be a number before anything runs; raises `ShapeError` for a symbol."""
    if isinstance(dim, int):
        return dim
    raise ShapeError(
        port,
        say("{type} needs to know the size {dim} before it runs.", type=layer.type_name(), dim=dim),
        gets(x),
        say("Only its source can fix this size: give the Input numbers in its shape."),
    )


def filter_cost(out: int, window: tuple[int, ...], bias: bool, places: tuple[int, ...]) -> Cost:
    """Parameters and multiply-adds of ``out`` filters that each see ``window`` numbers at so many places."""
    seen = "·".join(map(str, window))
    learned = f"{out} × ({seen} + 1)" if bias else f"{out} × {seen}"
    return Cost(Tally(out * (prod(window) + bias), learned), times(out, window, places))
