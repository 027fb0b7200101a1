"""How much of an image one cell of a feature map sees: its receptive field, worked out from the windows on the way.

Nothing here needs torch. A window of kernel k, stride s, padding p and dilation d makes a cell see (k − 1)·d·j pixels
more, where j is how far apart two neighbouring cells look so far; the next layer's j is s times as large.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphs.layer import Family, Layer
from graphs.meaning import Plan, Source, Step
from graphs.tensors import Kind, TensorSpec
from workbench.engine.inside import bodies, owner_of

_POINTWISE = (Family.ACTIVATION, Family.NORMALISATION, Family.STOCHASTIC, Family.SHAPE)
"""Families whose layers look at one place only, as long as the size of the image stays."""


@dataclass(frozen=True)
class Sight:
    """What cell i sees along one axis: the pixels from ``start + i·step``, ``size`` of them, also beyond the border."""

    start: int = 0
    step: int = 1
    size: int = 1

    def of(self, first: int, last: int) -> tuple[int, int]:
        """The first pixel that the cells from ``first`` to ``last`` see, and the one behind the last."""
        return self.start + first * self.step, self.start + last * self.step + self.size

    def through(self, kernel: int, stride: int, padding: int, dilation: int) -> Sight:
        """What a cell behind one more window sees."""
        return Sight(
            self.start - padding * self.step, self.step * stride, self.size + (kernel - 1) * dilation * self.step
        )

    def joined(self, other: Sight) -> Sight | None:
        """What a cell sees that adds up two cells; None when they lie at different distances."""
        if self.step != other.step:
            return None
        start = min(self.start, other.start)
        return Sight(start, self.step, max(self.start + self.size, other.start + other.size) - start)


@dataclass(frozen=True)
class ReceptiveField:
    """What the cells of an output see of an image: the node of that Input, its size, and the sight along both axes."""

    image: int
    height: int
    width: int
    rows: Sight
    columns: Sight


def receptive_field(meaning: Plan, source: Source) -> ReceptiveField | None:
    """The receptive field of an output of kind image; None where it is none, or where the way there is no window."""
    return _field(meaning, source, {})


def _field(meaning: Plan, source: Source, known: dict[Source, ReceptiveField | None]) -> ReceptiveField | None:
    if source not in known:
        known[source] = None  # a way that leads in a circle has no field
        known[source] = _of_step(meaning, source, known)
    return known[source]


def _of_step(meaning: Plan, source: Source, known: dict[Source, ReceptiveField | None]) -> ReceptiveField | None:
    plans = bodies(meaning, source.path)
    step = plans[-1].by_node.get(source.node)
    spec = None if step is None else step.outputs.get(source.port)
    if step is None or spec is None or spec.kind is not Kind.IMAGE:
        return None
    if step.is_entrance:
        return _entrance(meaning, source, step, spec, plans, known)
    if step.copies:
        last = len(step.copies) - 1
        copy = owner_of(plans[-1], step).copies[last]
        inner = next((one for one in copy.body.steps if one.is_exit and one.name == source.port), None)
        if copy.loop is not None or inner is None:
            return None
        return _field(meaning, Source(inner.node, "y", (*source.path, (step.node, last))), known)
    arriving = [
        (s, plans[-1].specs[s])
        for group in step.inputs.values()
        for s in group
        if plans[-1].specs[s].kind is Kind.IMAGE
    ]
    fields = [_field(meaning, Source(s.node, s.port, source.path), known) for s, _ in arriving]
    joined = fields[0] if fields else None
    for other in fields[1:]:
        joined = _joined(joined, other)
    if joined is None:
        return None
    windows = windows_of(step.layer)
    if windows is not None:
        rows, columns = windows
        return ReceptiveField(
            joined.image, joined.height, joined.width, joined.rows.through(*rows), joined.columns.through(*columns)
        )
    same = all(before.dims[1:] == spec.dims[1:] for _, before in arriving)
    return joined if same and (step.is_exit or step.layer.family in _POINTWISE) else None


def _entrance(
    meaning: Plan,
    source: Source,
    step: Step,
    spec: TensorSpec,
    plans: list[Plan],
    known: dict[Source, ReceptiveField | None],
) -> ReceptiveField | None:
    """The field at an Input: the image itself, or inside a block what arrives there."""
    if not source.path:
        height, width = spec.dims[1:]
        if not isinstance(height, int) or not isinstance(width, int):
            return None
        return ReceptiveField(step.node, height, width, Sight(), Sight())
    node, number = source.path[-1]
    outer, way = plans[-2].by_node[node], source.path[:-1]
    if number:
        # A copy reads what the copy before it gives, in the order of their ends.
        before = owner_of(plans[-2], outer).copies[number - 1].body
        entrances = [one.name for one in before.steps if one.is_entrance]
        exits = [one for one in before.steps if one.is_exit]
        place = entrances.index(step.name) if step.name in entrances else 0
        if place >= len(exits):
            return None
        return _field(meaning, Source(exits[place].node, "y", (*way, (node, number - 1))), known)
    wires = outer.inputs.get(step.name, ())
    return _field(meaning, Source(wires[0].node, wires[0].port, way), known) if wires else None


def _joined(one: ReceptiveField | None, other: ReceptiveField | None) -> ReceptiveField | None:
    if one is None or other is None or one.image != other.image:
        return None
    rows, columns = one.rows.joined(other.rows), one.columns.joined(other.columns)
    if rows is None or columns is None:
        return None
    return ReceptiveField(one.image, one.height, one.width, rows, columns)


Numbers = tuple[int, int, int, int]
"""Kernel, stride, padding and dilation along one axis."""


def windows_of(layer: Layer) -> tuple[Numbers, Numbers] | None:
    """The windows of a layer that slides over an image, along rows and columns; None for one that does not slide."""
    kernel = getattr(layer, "kernel_size", None)
    if kernel is None or "Transpose" in layer.type_name() or "Unpool" in layer.type_name():
        return None
    stride = getattr(layer, "stride", 1)
    numbers = [_pair(kernel), _pair(kernel if stride is None else stride)]
    numbers += [_pair(getattr(layer, "padding", 0)), _pair(getattr(layer, "dilation", 1))]
    if any(pair is None for pair in numbers):
        return None
    rows, columns = (tuple(pair[axis] for pair in numbers if pair is not None) for axis in (0, 1))
    return rows, columns  # type: ignore[return-value]


def _pair(value: object) -> tuple[int, int] | None:
    if isinstance(value, int):
        return value, value
    if isinstance(value, tuple | list) and len(value) == 2 and all(isinstance(one, int) for one in value):
        return int(value[0]), int(value[1])
    return None
