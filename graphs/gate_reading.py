"""What a drawn cell computes, read from its nodes gate by gate, however its gates are drawn.

Textbooks draw one Linear for each gate, on the state and the input put together or on each alone. Every value in the
cell is followed back to the weights it is made of; from the sums that meet in each gate it is seen which cell it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphs.meaning import Copy, Plan, Source, Step


@dataclass(frozen=True, order=True)
class Rows:
    """Some rows of the weight of one Linear, and the columns that see one input: the number of their first and of the
    one behind the last."""

    node: str
    rows: tuple[int, int]
    columns: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Gate:
    """The sum of one gate before its bend: the weights on the input and on the state, and the biases of both."""

    of_x: Rows
    of_h: Rows
    bias_x: Rows | None
    bias_h: Rows | None


@dataclass(frozen=True)
class GatedCell:
    """Which cell is drawn, with its gates in torch's order; ``states`` are the names of h and, where it has one, c.

    ``entrance`` and ``exit`` are the names of its Input and its Output. ``given`` says that its States start with what
    arrives.
    """

    kind: str
    hidden: int
    nonlinearity: str
    gates: tuple[Gate, ...]
    states: tuple[str, ...]
    entrance: str
    exit: str
    given: bool

    @property
    def bias(self) -> bool:
        """Whether any gate has a bias."""
        return any(gate.bias_x is not None or gate.bias_h is not None for gate in self.gates)


class _UnreadError(Exception):
    """Something stands in the cell that no fused layer does."""


@dataclass(frozen=True)
class _Value:
    """A value in the cell: what made it (``in``, ``joined``, ``sum``, ``sigmoid``, ``times``, …) of which others."""

    made: str
    of: tuple[Any, ...] = ()
    size: int = 0


@dataclass(frozen=True)
class _Sum:
    """Rows of weights times what they see, rows of biases, and other values, all added up."""

    products: frozenset[tuple[Rows, str]] = frozenset()
    biases: frozenset[Rows] = frozenset()
    others: frozenset[_Value] = frozenset()


def gated_cell(copy: Copy) -> GatedCell | None:
    """Say which fused layer computes what one copy of a scan draws, or None when none does."""
    body, lengths = copy.body, copy.loop.lengths if copy.loop is not None else ""
    states = [step for step in body.steps if step.carried is not None]
    inputs = [s for s in body.steps if s.is_entrance and s.carried is None and s.name != lengths]
    exits = [step for step in body.steps if step.is_exit]
    if len(inputs) != 1 or len(exits) != 1 or len(states) not in (1, 2) or not _start_alike(states):
        return None
    try:
        return _Reading(body, inputs[0], states).cell(exits[0])
    except _UnreadError:
        return None


def _start_alike(states: list[Step]) -> bool:
    kept = [step.carried for step in states if step.carried is not None]
    same = len({(one.given, one.fill) for one in kept}) == 1 and kept[0].fill == 0
    return same and all(
        one.start is None and len(s.outputs["y"].dims) == 1 for one, s in zip(kept, states, strict=True)
    )


@dataclass
class _Reading:
    """One cell while it is read."""

    body: Plan
    entrance: Step
    states: list[Step]
    known: dict[Source, _Value] = field(default_factory=dict)

    # ------------------------------------------------------------------ which cell

    def cell(self, end: Step) -> GatedCell:
        """The cell whose Output this is."""
        shown = self.value(end.inputs["x"][0])
        nexts = {step.name: self.value(step.carried.next) for step in self.states if step.carried and step.carried.next}
        h = next((name for name, value in nexts.items() if value == shown), None)
        sizes = {step.outputs["y"].dims[0] for step in self.states}
        hidden = sizes.pop()
        if h is None or sizes or not isinstance(hidden, int):
            raise _UnreadError
        others = [name for name in nexts if name != h]
        if others:
            kind, bend, gates = "LSTM", "tanh", self._lstm(shown, nexts[others[0]], h, others[0])
        elif shown.made in ("tanh", "relu"):
            kind, bend, gates = "RNN", shown.made, (self._gate(shown, shown.made, h),)
        else:
            kind, bend, gates = "GRU", "tanh", self._gru(shown, h)
        if any(gate.of_x.rows[1] - gate.of_x.rows[0] != hidden for gate in gates) or not self._all_once(gates):
            raise _UnreadError
        first = self.states[0].carried
        assert first is not None
        return GatedCell(kind, hidden, bend, gates, (h, *others), self.entrance.name, end.name, first.given)

    def _lstm(self, shown: _Value, memory: _Value, h: str, c: str) -> tuple[Gate, ...]:
        """h' = o ⊙ tanh c', c' = f ⊙ c + i ⊙ g."""
        o = _other(shown, _Value("tanh", (memory,), memory.size))
        kept, written = _two(_sum_of(memory))
        old = _Value("in", (c,), memory.size)
        if old not in _factors(kept):
            kept, written = written, kept
        f = _other(kept, old)
        i, g = _factors(written)
        if i.made != "sigmoid":
            i, g = g, i
        return tuple(
            self._gate(one, bend, h) for one, bend in ((i, "sigmoid"), (f, "sigmoid"), (g, "tanh"), (o, "sigmoid"))
        )

    def _gru(self, shown: _Value, h: str) -> tuple[Gate, ...]:
        """h' = (1 − z) ⊙ n + z ⊙ h, n = tanh(W x + b + r ⊙ (U h + b'))."""
        kept, written = _two(_sum_of(shown))
        old = _Value("in", (h,), shown.size)
        if old not in _factors(kept):
            kept, written = written, kept
        z = _other(kept, old)
        n = _other(written, _Value("rest", (z,), shown.size))
        if n.made != "tanh":
            raise _UnreadError
        inner = _sum_of(n.of[0])
        if len(inner.others) != 1:
            raise _UnreadError
        parts = _factors(next(iter(inner.others)))
        r, of_h = parts if parts[0].made == "sigmoid" else parts[::-1]
        if of_h.made != "sum":
            raise _UnreadError
        state: _Sum = of_h.of[0]
        new = _gate(_Sum(inner.products | state.products), h, self.entrance.name)
        if state.others or {what for _, what in state.products} != {h}:
            raise _UnreadError
        if len(inner.biases) > 1 or len(state.biases) > 1:
            raise _UnreadError
        candidate = Gate(new.of_x, new.of_h, next(iter(inner.biases), None), next(iter(state.biases), None))
        return self._gate(r, "sigmoid", h), self._gate(z, "sigmoid", h), candidate

    def _gate(self, value: _Value, bend: str, h: str) -> Gate:
        if value.made != bend:
            raise _UnreadError
        inner = _sum_of(value.of[0])
        if inner.others:
            raise _UnreadError
        return _gate(inner, h, self.entrance.name)

    def _all_once(self, gates: tuple[Gate, ...]) -> bool:
        """Whether every number of every Linear belongs to one gate: none is left over, none serves two."""
        seen = [rows for gate in gates for rows in (gate.of_x, gate.of_h)]
        if len(set(seen)) < len(seen):
            return False
        for name in {rows.node for rows in seen}:
            call = next(step.call for step in self.body.steps if step.name == name)
            area = sum((r.rows[1] - r.rows[0]) * (r.columns[1] - r.columns[0]) for r in seen if r.node == name)
            if call is None or area != call.args[0] * call.args[1]:
                return False
        return True

    # ------------------------------------------------------------------ values

    def value(self, source: Source) -> _Value:
        """What arrives from a source; equal where the same is computed."""
        if source not in self.known:
            self.known[source] = self._made(source)
        return self.known[source]

    def _made(self, source: Source) -> _Value:
        step = self.body.by_node[source.node]
        size = self.body.specs[source].dims
        if source.path or len(size) != 1 or not isinstance(size[0], int) or step.share is not None:
            raise _UnreadError
        if step.is_entrance:
            return _Value("in", (step.name,), size[0])
        read = _READERS.get(step.layer.type_name())
        if read is None:
            raise _UnreadError
        return read(self, step, source.port, size[0])

    def at(self, step: Step, port: str) -> _Value:
        """What arrives at a port that takes one wire."""
        return self.value(step.inputs[port][0])


def _linear(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    if port != "y" or "weight" in step.inputs:
        raise _UnreadError
    arriving, column = reading.at(step, "x"), 0
    products = set()
    for part in arriving.of if arriving.made == "joined" else (arriving,):
        if part.made != "in":
            raise _UnreadError
        products.add((Rows(step.name, (0, size), (column, column + part.size)), part.of[0]))
        column += part.size
    biases = {Rows(step.name, (0, size))} if step.layer.model_dump()["bias"] else set()
    return _Value("sum", (_Sum(frozenset(products), frozenset(biases)),), size)


def _joined(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    parts: list[_Value] = []
    for source in step.inputs["xs"]:
        value = reading.value(source)
        parts += value.of if value.made == "joined" else (value,)
    return _Value("joined", tuple(parts), size)


def _split(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    whole = _sum_of(reading.at(step, "x"))
    if whole.others:
        raise _UnreadError
    before = 0
    for name, spec in step.outputs.items():
        if name == port:
            break
        before += int(spec.dims[0])

    def cut(rows: Rows) -> Rows:
        return Rows(rows.node, (rows.rows[0] + before, rows.rows[0] + before + size), rows.columns)

    products = frozenset((cut(rows), what) for rows, what in whole.products)
    return _Value("sum", (_Sum(products, frozenset(map(cut, whole.biases))),), size)


def _added(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    one, other = _as_sum(reading.at(step, "a")), _as_sum(reading.at(step, "b"))
    if one.products & other.products or one.biases & other.biases or one.others & other.others:
        raise _UnreadError  # twice the same
    total = _Sum(one.products | other.products, one.biases | other.biases, one.others | other.others)
    return _Value("sum", (total,), size)


def _multiplied(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    return _times(reading.at(step, "a"), reading.at(step, "b"), size)


def _times(one: _Value, other: _Value, size: int) -> _Value:
    if one.size != other.size or one == other:
        raise _UnreadError  # one number is repeated, or squared
    return _Value("times", (frozenset((one, other)),), size)


def _mixed(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    """α a + (1 − α) b."""
    if "weight" not in step.inputs:
        raise _UnreadError
    a, b, share = (reading.at(step, name) for name in ("a", "b", "weight"))
    parts = {_times(share, a, size), _times(_Value("rest", (share,), share.size), b, size)}
    return _Value("sum", (_Sum(others=frozenset(parts)),), size)


def _subtracted(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    """1 − z, with a Constant of ones."""
    ones = reading.body.by_node[step.inputs["a"][0].node]
    numbers = ones.layer.model_dump()
    value = reading.at(step, "b")
    if ones.layer.type_name() != "Constant" or numbers["values"] or numbers["value"] != 1 or value.size != size:
        raise _UnreadError
    return _Value("rest", (value,), size)


def _scaled(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    if step.layer.model_dump()["factor"] != -1:
        raise _UnreadError
    return _Value("minus", (reading.at(step, "x"),), size)


def _shifted(reading: _Reading, step: Step, port: str, size: int) -> _Value:
    """1 − z, as −z and 1 more."""
    value = reading.at(step, "x")
    if step.layer.model_dump()["amount"] != 1 or value.made != "minus":
        raise _UnreadError
    return _Value("rest", value.of, size)


def _bent(name: str) -> Callable[[_Reading, Step, str, int], _Value]:
    def bend(reading: _Reading, step: Step, port: str, size: int) -> _Value:
        return _Value(name, (reading.at(step, "x"),), size)

    return bend


_READERS: Mapping[str, Callable[[_Reading, Step, str, int], _Value]] = {
    "Linear": _linear,
    "Concat": _joined,
    "Split": _split,
    "Add": _added,
    "Multiply": _multiplied,
    "Lerp": _mixed,
    "Subtract": _subtracted,
    "Scale": _scaled,
    "Shift": _shifted,
    "Sigmoid": _bent("sigmoid"),
    "Tanh": _bent("tanh"),
    "ReLU": _bent("relu"),
}


def _as_sum(value: _Value) -> _Sum:
    return _sum_of(value) if value.made == "sum" else _Sum(others=frozenset({value}))


def _sum_of(value: _Value) -> _Sum:
    if value.made != "sum":
        raise _UnreadError
    found: _Sum = value.of[0]
    return found


def _two(total: _Sum) -> tuple[_Value, _Value]:
    """The two products that are added up to a state."""
    if total.products or total.biases or len(total.others) != 2:
        raise _UnreadError
    one, other = total.others
    return one, other


def _factors(value: _Value) -> tuple[_Value, _Value]:
    if value.made != "times":
        raise _UnreadError
    one, other = value.of[0]
    return one, other


def _other(value: _Value, known: _Value) -> _Value:
    """The factor beside a known one."""
    one, other = _factors(value)
    if known not in (one, other):
        raise _UnreadError
    return other if one == known else one


def _gate(inner: _Sum, h: str, x: str) -> Gate:
    """A gate that sees the input once and the state once, with a bias at most for each."""
    seen = {what: rows for rows, what in inner.products}
    if len(inner.products) != 2 or seen.keys() != {h, x}:
        raise _UnreadError
    on_h = [rows for rows in inner.biases if rows.node == seen[h].node != seen[x].node]
    on_x = [rows for rows in inner.biases if rows not in on_h]
    if len(on_h) > 1 or len(on_x) > 1:
        raise _UnreadError
    return Gate(seen[x], seen[h], on_x[0] if on_x else None, on_h[0] if on_h else None)
