"""Whole numbers that depend on the batch, and where they were read."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from graphs.message import say


class Size(int):
    """A whole number read from the shape of a tensor.

    A module is followed with two batch sizes at once; ``other`` is what the number is with the second. ``origin`` is
    the traced value and the axis it was read from, ``None`` after arithmetic.
    """

    other: int
    origin: tuple[Any, int] | None

    def __new__(cls, value: int, other: int, origin: tuple[Any, int] | None = None) -> Size:
        """Make the number for both batch sizes."""
        made = super().__new__(cls, value)
        made.other, made.origin = other, origin
        return made

    @property
    def varies(self) -> bool:
        """Whether the number depends on the batch."""
        return int(self) != self.other

    def __deepcopy__(self, memo: Any) -> Size:
        return self

    def __reduce__(self) -> Any:
        return (Size, (int(self), self.other))


def second(value: Any) -> Any:
    """The number with the second batch size."""
    return value.other if isinstance(value, Size) else value


def joined(one: Any, two: Any, origin: tuple[Any, int] | None = None) -> Any:
    """What was found with both batch sizes as one number; raises ValueError when two others differ."""
    if isinstance(one, bool) or not isinstance(one, int):
        if one != two:
            raise ValueError(say("{one} becomes {two} with another batch size", one=one, two=two))
        return one
    return Size(one, two, origin) if one != two or origin is not None else int(one)


def _calculated(function: Callable[[Any, Any], Any], swapped: bool) -> Callable[[Size, Any], Any]:
    def calculate(self: Size, other: Any) -> Any:
        if not isinstance(other, int | float):
            return NotImplemented
        pairs = ((int(self), int(other) if isinstance(other, int) else other), (self.other, second(other)))
        one, two = (function(b, a) if swapped else function(a, b) for a, b in pairs)
        return joined(one, two)

    return calculate


for _name in ("add", "sub", "mul", "floordiv", "truediv", "mod"):
    _function = getattr(operator, _name)
    setattr(Size, f"__{_name}__", _calculated(_function, swapped=False))
    setattr(Size, f"__r{_name}__", _calculated(_function, swapped=True))


class Sizes(tuple[int, ...]):
    """A shape as a module sees it while it is followed: it can be cut and added to like torch's own."""

    def numel(self) -> int:
        """How many numbers there are."""
        total: int = 1
        for size in self:
            total = total * size
        return total

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        return Sizes(found) if isinstance(key, slice) else found


def sizes(one: Iterable[int], two: Iterable[int], origin: Any) -> Sizes:
    """A shape read from a traced value."""
    pairs = zip(one, two, strict=True)
    return Sizes(joined(int(a), int(b), (origin, axis)) for axis, (a, b) in enumerate(pairs))
