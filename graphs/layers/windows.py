"""Windows that slide over signals, images and volumes: how many places they have, and how that number comes about."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.layer import Arithmetic, Term
from graphs.layers.sentences import KINDS, gets
from graphs.message import Message, mark, say
from graphs.tensors import Dim, TensorSpec


@dataclass(frozen=True)
class Window:
    """A window along one axis: its size, its step, the margin on both sides, the gap between its cells."""

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    ceil: bool = False

    @property
    def extent(self) -> int:
        """How many cells the window spans from its first to its last one."""
        return self.dilation * (self.kernel - 1) + 1

    def places(self, size: Dim) -> Dim:
        """How many places the window has; below 1 when it does not fit. A symbol stays one."""
        if isinstance(size, str):
            change = 2 * self.padding - self.extent + 1
            inner = f"({size}{change - 1:+d})" if change != 1 else size
            return size if self.stride == 1 and change == 0 else f"⌊{inner}/{self.stride}⌋+1"
        room = size + 2 * self.padding - self.extent
        places = (-(-room // self.stride) if self.ceil else room // self.stride) + 1
        return places - 1 if self._last_is_outside(size, places) else places

    def _last_is_outside(self, size: int, places: int) -> bool:
        """Rounding up may add a window that begins beyond the input; torch drops it."""
        return self.ceil and (places - 1) * self.stride >= size + self.padding

    def arithmetic(self, axis: str, size: Dim) -> Arithmetic:
        """``⌊(32 + 2·0 − 5)/1⌋ + 1 = 28``, each number with its name; the dilation appears when it is not 1."""
        left, right = ("⌈", "⌉") if self.ceil else ("⌊", "⌋")
        terms = [
            Term(f"{left}("),
            Term(str(size), mark("input")),
            Term(" + 2·"),
            Term(str(self.padding), mark("padding")),
            Term(" − "),
        ]
        if self.dilation == 1:
            terms += [Term(str(self.kernel), mark("kernel"))]
        else:
            terms += [
                Term(str(self.dilation), mark("dilation")),
                Term("·("),
                Term(str(self.kernel), mark("kernel")),
                Term(" − 1) − 1"),
            ]
        terms += [Term(")/"), Term(str(self.stride), mark("stride")), Term(f"{right} + 1")]
        result = self.places(size)
        if self.ceil and isinstance(size, int):
            room = size + 2 * self.padding - self.extent
            if self._last_is_outside(size, -(-room // self.stride) + 1):
                terms.append(Term(" − 1", mark("window outside")))
        return Arithmetic(axis, tuple(terms), result)


def too_small(type_name: str, x: TensorSpec, rows: Window, columns: Window) -> tuple[Message, Message, Message]:
    """The three sentences for an image smaller than the window that slides over it: expected, got, hint."""
    windows = (rows, columns)
    least = "×".join(str(max(1, window.extent - 2 * window.padding)) for window in windows)
    span = "×".join(str(window.extent) for window in windows)
    seen = "×".join(
        str(size + 2 * w.padding) if isinstance(size, int) else size
        for size, w in zip(x.dims[1:], windows, strict=True)
    )
    return (
        say("{type} needs an image of at least {least} here.", type=type_name, least=least),
        gets(x),
        say("A kernel that spans {span} does not fit into {seen}, padding included.", span=span, seen=seen),
    )


@dataclass(frozen=True)
class SpreadWindow:
    """A window of a transposed convolution along one axis: every input cell becomes a whole window of the output."""

    kernel: int
    stride: int = 1
    padding: int = 0
    output_padding: int = 0
    dilation: int = 1

    def places(self, size: Dim) -> Dim:
        """How many cells come out; below 1 when the margin eats them all. A symbol stays one."""
        more = self.dilation * (self.kernel - 1) + 1 + self.output_padding - 2 * self.padding
        if isinstance(size, int):
            return (size - 1) * self.stride + more
        change = more - self.stride
        longer = size if self.stride == 1 else f"{self.stride}·{size}"
        return f"{longer}{change:+d}" if change else longer

    def arithmetic(self, axis: str, size: Dim) -> Arithmetic:
        """``(14 − 1)·2 − 2·1 + 1·(3 − 1) + 1 + 1 = 28``, each number with its name."""
        terms = (
            Term("("),
            Term(str(size), mark("input")),
            Term(" − 1)·"),
            Term(str(self.stride), mark("stride")),
            Term(" − 2·"),
            Term(str(self.padding), mark("padding")),
            Term(" + "),
            Term(str(self.dilation), mark("dilation")),
            Term("·("),
            Term(str(self.kernel), mark("kernel")),
            Term(" − 1) + "),
            Term(str(self.output_padding), mark("output padding")),
            Term(" + 1"),
        )
        return Arithmetic(axis, terms, self.places(size))


def does_not_fit(type_name: str, x: TensorSpec, windows: tuple[Window, ...]) -> tuple[Message, Message, Message]:
    """The three sentences for anything smaller than the window that slides over it: expected, got, hint."""
    least = "×".join(str(max(1, window.extent - 2 * window.padding)) for window in windows)
    span = "×".join(str(window.extent) for window in windows)
    seen = "×".join(
        str(size + 2 * w.padding) if isinstance(size, int) else size
        for size, w in zip(x.dims[1:], windows, strict=True)
    )
    return (
        say("{type} needs {kind} of at least {least} here.", type=type_name, kind=KINDS[x.kind], least=least),
        gets(x),
        say("A kernel that spans {span} does not fit into {seen}, padding included.", span=span, seen=seen),
    )
