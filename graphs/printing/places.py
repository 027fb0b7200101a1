"""Where a class is used: every place of a block in the drawing, and places that are only tried.

A number that is the same at every drawn place may still follow from a parameter. So a block is also planned with other
parameters and with other sizes arriving; what a printed formula says has to hold there too.
"""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from graphs.expressions import ExpressionError, resolve
from graphs.layer import Call, In
from graphs.meaning import Loop, Plan, Source, Step, loop_shape
from graphs.network import Network
from graphs.planning import plan_body
from graphs.printing.formulas import Number
from graphs.programs import exits
from graphs.scanning import ends_of
from graphs.tensors import AXES, TensorSpec

_ATTRIBUTES = {"C": "channels", "D": "depth", "H": "height", "W": "width", "T": "length", "F": "features"}


def dimension_names(spec: TensorSpec) -> tuple[str, ...]:
    """What the dimensions of a tensor are called: ``channels``, ``height``, ``width``; ``dim1`` where axes have no
    names."""
    axes = AXES[spec.kind]
    if axes is None:
        return tuple(f"dim{number}" for number in range(1, len(spec.dims) + 1))
    return tuple(_ATTRIBUTES.get(axis, f"dim{number}") for number, axis in enumerate(axes, 1))


def size_symbol(place: int, name: str) -> str:
    """The symbol of a dimension that arrives: no name in a drawing has such a dot."""
    return f"in·{place}·{name}"


@dataclass(frozen=True, eq=False)
class Place:
    """A network or block where it stands: its plan there, the values of its parameters, what arrives."""

    network: Network
    body: Plan
    arguments: Mapping[str, Number]
    is_top: bool = False
    loop: Loop | None = None

    @cached_property
    def given(self) -> dict[str, TensorSpec]:
        """What arrives at each Input of a block; nothing for the network, whose Inputs have sizes of their own."""
        if self.is_top:
            return {}
        return {step.name: step.outputs["y"] for step in self.body.steps if step.is_entrance and step.carried is None}

    @cached_property
    def symbols(self) -> dict[str, Number]:
        """The numbers that formulas may use: parameters, and the dimensions of what arrives."""
        found = {name: value for name, value in self.arguments.items() if is_name(name)}
        for number, spec in enumerate(self.given.values()):
            sizes = zip(dimension_names(spec), spec.dims, strict=True)
            found |= {size_symbol(number, name): size for name, size in sizes if isinstance(size, int)}
        return found

    def inner(self, step: Step, number: int) -> Place:
        """The place of one copy of a block in here."""
        node = self.network.node(step.node)
        block = self.network.blocks[node.type]
        scope = {**self.arguments, **self.given}
        raw = {name: node.parameters.get(name, default) for name, default in block.parameters.items()}
        values = {name: resolve(value, scope) for name, value in raw.items()}
        return Place(block, step.copies[number].body, values, loop=step.copies[number].loop)

    def wanted(self, outputs: Mapping[str, Source] | None = None) -> tuple[Source, ...]:
        """What its function gives."""
        return tuple((exits(self.body) if outputs is None else outputs).values())


def is_name(text: str) -> bool:
    """Whether a parameter can stand in an expression."""
    return text.isidentifier() and not keyword.iskeyword(text)


def built_steps(body: Plan, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
    """The steps a class is printed with: those that run, those whose weights they use, and all others that have
    something to save, so that the keys are those of the whole drawing."""
    running = body.needed(wanted)
    nodes = {step.node for step in running} | {step.share for step in running if step.share is not None}
    kept = (s for s in body.steps if s.share is None and (s.cost.parameters.number or s.cost.buffers))
    nodes |= {step.node for step in kept}
    return tuple(step for step in body.steps if step.node in nodes)


def made(step: Step) -> Call | None:
    """What builds the module of a node, or None when it has none."""
    call = step.call if step.carried is None else step.carried.start
    return call if call is not None and call.is_module else None


class Structure:
    """What two copies of a block must have in common to be one class: all but the numbers."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Plan, Any]] = {}  # the plan is held, so that its id stays its own

    def of(self, body: Plan, wanted: tuple[Source, ...] | None = None) -> Any:
        """The structure of a plan; equal for plans that can be one class."""
        if id(body) not in self._known:
            found = tuple(self._step(step) for step in built_steps(body, ends_of(body) if wanted is None else wanted))
            self._known[id(body)] = body, found
        return self._known[id(body)][1]

    def _step(self, step: Step) -> Any:
        inputs = tuple((port, tuple((s.node, s.port) for s in sources)) for port, sources in step.inputs.items())
        runs: list[list[Any]] = []
        for copy in step.copies:
            inner = self.of(copy.body)
            if runs and runs[-1][0] == inner:
                runs[-1][1] += 1
            else:
                runs.append([inner, 1])
        copies = tuple(map(tuple, runs)) if len(runs) > 1 else tuple(run[0] for run in runs)
        call = None if step.call is None else self._call(step, step.call)
        loops = tuple(dict.fromkeys(loop_shape(copy.loop) for copy in step.copies))
        state = step.carried and (step.carried.next, step.carried.given, step.carried.start is None, step.carried.fill)
        return (step.node, step.share, inputs, tuple(step.outputs), call, copies, loops, state)

    @staticmethod
    def _call(step: Step, call: Call) -> Any:
        known = type(step.layer).model_fields
        words = frozenset(name for name, value in call.kwargs.items() if name not in known or _has_port(value))
        return (
            call.target, len(call.args), tuple(map(_ports, call.args)), words,
            None if call.on is None else tuple(map(_ports, call.on)),
            tuple((name, _ports(value)) for name, value in call.on_kwargs.items()),
            tuple(call.paths.items()),
        )  # fmt: skip


def _has_port(value: Any) -> bool:
    return isinstance(value, In) or (isinstance(value, list | tuple) and any(map(_has_port, value)))


def _ports(value: Any) -> Any:
    """Where ports stand inside an argument; everything else may differ."""
    if isinstance(value, In):
        return value.port
    if isinstance(value, list | tuple) and _has_port(value):
        return tuple(map(_ports, value))
    return None


Same = Callable[[Plan], bool]


def tried_places(seeds: Sequence[Place], same: Same) -> list[Place]:
    """Places like the drawn ones with other numbers, remembered until the block changes; see `_tried`."""
    memo = seeds[0].network.memo.setdefault("tried", {})
    key = tuple(id(seed.body) for seed in seeds)
    if key not in memo:
        memo[key] = seeds, _tried(seeds, same)  # the seeds are held, so that their ids stay their own
    return memo[key][1]  # type: ignore[no-any-return]


def _tried(seeds: Sequence[Place], same: Same) -> list[Place]:
    """Places like the drawn ones with other numbers: one number moved, or, where that does not fit, several together.

    ``same`` says whether a plan still has the structure of the class.
    """
    found: list[Place] = []
    for seed in seeds:
        moved: set[str] = set()
        for name in seed.symbols:
            for change in (_doubled, _tripled, _one_more):
                if place := _moved(seed, (name,), change, same):
                    found.append(place)
                    moved.add(name)
        for group in _groups(seed):
            if set(group) <= moved:
                continue
            more = [place for change in (_doubled, _tripled, _fivefold) if (place := _moved(seed, group, change, same))]
            if more:
                found += more
                moved |= set(group)
    return found


def _groups(seed: Place) -> Iterator[tuple[str, ...]]:
    """Numbers that may have to move together, the likeliest first."""
    sizes = [name for name in seed.symbols if "·" in name]
    parameters = [name for name in seed.symbols if "·" not in name]
    wide = [name for name in sizes if name.endswith(("channels", "features"))]
    yield from combinations([*wide, *parameters], 2)
    for attribute in dict.fromkeys(name.rsplit("·", 1)[1] for name in sizes):
        yield tuple(name for name in sizes if name.endswith(f"·{attribute}"))
    yield from ((*wide, name) for name in parameters)
    yield (*wide, *parameters)
    yield tuple(sizes)
    yield (*sizes, *parameters)
    yield from combinations(sizes, 2)


def _doubled(value: Number) -> Number:
    return value * 2 if isinstance(value, int) else value / 2


def _tripled(value: Number) -> Number:
    return value * 3 if isinstance(value, int) else value / 4


def _fivefold(value: Number) -> Number:
    return value * 5 if isinstance(value, int) else value / 8


def _one_more(value: Number) -> Number:
    return value + 1 if isinstance(value, int) else value or 0.125


def _moved(seed: Place, names: Sequence[str], change: Callable[[Number], Number], same: Same) -> Place | None:
    """The place with these numbers changed, when everything still fits there."""
    arguments = {name: change(value) if name in names else value for name, value in seed.arguments.items()}
    given = {}
    for number, (name, spec) in enumerate(seed.given.items()):
        sizes = zip(dimension_names(spec), spec.dims, strict=True)
        dims = (
            change(size) if isinstance(size, int) and size_symbol(number, axis) in names else size
            for axis, size in sizes
        )  # fmt: skip
        given[name] = spec.with_dims(*dims)  # type: ignore[arg-type]
    if arguments == seed.arguments and given == seed.given:
        return None
    try:
        body = plan_body(seed.network, arguments, given, stepping=seed.loop is not None)
        place = Place(seed.network, body, arguments, seed.is_top, seed.loop)
        fits = same(body) and not (body.faults and not seed.body.faults)
    except (ExpressionError, ArithmeticError):
        return None
    return place if fits else None
