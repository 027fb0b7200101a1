"""The loop over time steps as Python text: the same for what runs and for what a person takes away.

One step of the block is a function of its own; the loop feeds it one time step after another and hands on the States.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graphs.layers.sentences import is_float
from graphs.meaning import Copy, Plan, Source, Step
from graphs.scanning import LAST, live_states, stack_axis


@dataclass(frozen=True)
class LoopText:
    """The loop of one scan: names of its arguments, its lines, and the names of what it returns.

    ``step`` are the values that one step has to give, in the order in which the loop takes them.
    """

    arguments: tuple[str, ...]
    lines: tuple[str, ...]
    results: tuple[str, ...]


def wanted_of_step(copy: Copy, wanted: tuple[Source, ...]) -> tuple[Source, ...]:
    """What one time step has to give so that a scan can give ``wanted``: the values, the token that ends it, and what
    every State becomes that they depend on."""
    values = tuple(source for source in wanted if source.port != LAST or source.path)
    token = _end_of(copy)
    values = values if token is None or token in values else (*values, token)
    return (*values, *(_next(step) for step in _states(copy, wanted)))


def _end_of(copy: Copy) -> Source | None:
    assert copy.loop is not None
    if copy.loop.end is None:
        return None
    name = copy.loop.end[0]
    return next(Source(step.node, "y") for step in copy.body.steps if step.is_exit and step.name == name)


def _states(copy: Copy, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
    token = _end_of(copy)
    roots = [Source(s.node, "y") if s.port == LAST and not s.path else s for s in wanted]
    return live_states(copy.body, tuple(roots if token is None else [*roots, token]))


def _next(step: Step) -> Source:
    assert step.carried is not None and step.carried.next is not None
    return step.carried.next


def loop_text(
    copy: Copy,
    wanted: tuple[Source, ...],
    call_step: Callable[[list[str]], str],
    local_name: Callable[[str], str],
    shape_texts: Callable[[Step], list[str]] | None = None,
) -> LoopText:
    """Print the loop of a scan for what is wanted of it.

    ``call_step`` gives the text that calls one step with arguments for every Input and State of the block, in the order
    of the plan; ``local_name`` a name that nothing else has; ``shape_texts`` the dimensions of a State, where they are
    not to be printed as numbers.
    """
    body, loop = copy.body, copy.loop
    assert loop is not None
    states = _states(copy, wanted)
    needed = {step.node for step in body.needed(wanted_of_step(copy, wanted)) if step.is_entrance}
    marks = next((step for step in body.steps if step.arrives and step.name == loop.lengths), None)
    read = needed if marks is None else {*needed, marks.node}
    names = {step.node: local_name(step.name) for step in body.steps if step.is_entrance}
    arriving = [step for step in body.steps if step.arrives]
    arguments = [names[step.node] if step.node in read else f"_{names[step.node]}" for step in arriving]
    batch = next((name for step, name in zip(arriving, arguments, strict=True) if step.outputs["y"].batched), None)
    lines = [
        f"{names[step.node]} = {_start(step, body, batch, dict(zip(arguments, arriving, strict=True)), shape_texts)}"
        for step in states
        if step.carried is not None and not step.carried.given
    ]
    token = _end_of(copy)
    values = list(wanted_of_step(copy, wanted)[: -len(states) or None])
    lists = {source: local_name(f"all_{_called(body, source)}") for source in values}
    lines += [f"{name} = []" for name in lists.values()]
    count = _steps_text(copy, dict(zip((step.name for step in arriving), arguments, strict=True)))
    ended = local_name("ended") if token is not None else ""
    if token is not None:
        device = f", device={batch}.device" if batch is not None else ""
        size = f"{batch}.shape[0]" if batch is not None else "1"
        lines.append(f"{ended} = torch.zeros({size}, dtype=torch.bool{device})")
    each = dict(loop.each)
    rows = {step.node: local_name(f"{step.name}_t") for step in arriving if step.name in each and step.node in read}
    walked = [
        f"{name}.unbind({each[step.name]})" for step, name in zip(arriving, arguments, strict=True) if step.node in rows
    ]
    real = "" if marks is None else rows.get(marks.node, "")
    if marks is not None and not real:  # lengths: which steps are real is worked out here
        every, real, lengths = local_name("real"), local_name("real_t"), names[marks.node]
        lines.append(f"{every} = torch.arange({count}, device={lengths}.device) < {lengths}.unsqueeze(1)")
        walked.append(f"{every}.unbind(1)")
    taken = [*rows.values(), *([real] if real and real not in rows.values() else [])]
    lines.append(_for(taken, walked, count, reverse=loop.reverse))
    given = [rows.get(step.node, names[step.node]) if step.node in needed else "None" for step in body.steps
             if step.is_entrance]  # fmt: skip
    left = [local_name(_called(body, source)) for source in values]
    kept = {step.node: local_name(f"next_{step.name}") if real else names[step.node] for step in states}
    lines.append(f"    {', '.join([*left, *kept.values()])} = {call_step(given)}")
    lines += [
        f"    {names[step.node]} = torch.where({_as_wide(real, step)}, {kept[step.node]}, {names[step.node]})"
        for step in states
        if real
    ]
    lines += [
        f"    {name}.append({_shown(value, body, source, real)})"
        for (source, name), value in zip(lists.items(), left, strict=True)
    ]
    if token is not None and loop.end is not None:
        lines.append(f"    {ended} = {ended} | ({left[values.index(token)]} == {loop.end[1]})")
        lines.append(f"    if not self.training and bool({ended}.all()):")
        lines.append("        break")
        for source, name in lists.items():
            filled = f"torch.full_like({name}[0], {loop.end[1]})" if source == token else f"torch.zeros_like({name}[0])"
            lines.append(f"{name} += [{filled}] * ({count} - len({name}))")
    results = [
        names[source.node]
        if source.port == LAST and not source.path
        else f"torch.stack({lists[source]}{'[::-1]' if loop.reverse else ''}, {_axis(body, source)})"
        for source in wanted
    ]
    return LoopText(tuple(arguments), tuple(lines), tuple(results))


def _as_wide(real: str, step: Step) -> str:
    """Yes or no for each example, with as many axes as what a node gives."""
    axes = len(step.outputs["y"].dims)
    return f"{real}[:{', None' * axes}]" if axes else real


def _shown(value: str, body: Plan, source: Source, real: str) -> str:
    """What leaves in one step: of an Output nothing but zeros where the step is not real."""
    step = body.by_node[source.path[0][0] if source.path else source.node]
    if not real or source.path or not step.is_exit:
        return value
    return f"{value}.masked_fill(~{_as_wide(real, step)}, 0)"


def _start(
    step: Step,
    body: Plan,
    batch: str | None,
    arriving: dict[str, Step],
    shape_texts: Callable[[Step], list[str]] | None,
) -> str:
    """The value of a State before the first step."""
    state, spec = step.carried, step.outputs["y"]
    assert state is not None
    size = f"{batch}.shape[0]" if batch is not None else "1"
    if state.start is not None:  # a parameter of the block, the same for every example
        learned = f"self.{step.name}" if step.name.isidentifier() else f'getattr(self, "{step.name}")'
        return f"{learned}.expand({', '.join([size, *['-1'] * len(spec.dims)])})"
    sizes = [size, *(map(str, spec.dims) if shape_texts is None else shape_texts(step))]
    row = f"({', '.join(sizes)}{',' if len(sizes) == 1 else ''})"
    floats = (name for name, one in arriving.items() if is_float(one.outputs["y"]))
    like = next(floats, None) if is_float(spec) else batch
    if like is None and is_float(spec) and body.totals.parameters:
        like = "next(self.parameters())"
    whole = "" if is_float(spec) else f", dtype=torch.{spec.dtype}"
    fill = repr(state.fill if is_float(spec) else int(state.fill) if spec.dtype == "int64" else bool(state.fill))
    if like is None:
        device = f", device={batch}.device" if batch is not None else ""
        return f"torch.full({row}, {fill}{whole}{device})"
    if state.fill:
        return f"{like}.new_full({row}, {fill}{whole})"
    return f"{like}.new_zeros({', '.join(sizes)}{whole})"


def _steps_text(copy: Copy, arguments: dict[str, str]) -> str:
    """How many steps there are."""
    assert copy.loop is not None
    if not copy.loop.each:
        return str(copy.loop.steps)
    port, axis = copy.loop.each[0]
    return f"{arguments[port]}.shape[{axis}]"


def _for(rows: list[str], walked: list[str], count: str, *, reverse: bool) -> str:
    if not rows:
        return f"for _ in range({count}):"
    walked = [f"reversed({text})" for text in walked] if reverse else walked
    if len(rows) == 1:
        return f"for {rows[0]} in {walked[0]}:"
    return f"for {', '.join(rows)} in zip({', '.join(walked)}, strict=True):"


def _called(body: Plan, source: Source) -> str:
    if source.path:
        return f"{body.by_node[source.path[0][0]].name}_{source.node}_{source.port}"
    step = body.by_node[source.node]
    return step.name if len(step.outputs) == 1 else f"{step.name}_{source.port}"


def _axis(body: Plan, source: Source) -> int:
    """Along which axis the values of a source are stacked; what lies in a block inside is looked up there."""
    for place, (node, number) in enumerate(source.path):
        copy = body.by_node[node].copies[number]
        if copy.loop is not None:  # already stacked once
            return _outer_axis(copy, source, source.path[place + 1 :])
        body = copy.body
    return stack_axis(body.specs[Source(source.node, source.port)])


def _outer_axis(copy: Copy, source: Source, path: tuple[tuple[int, int], ...]) -> int:
    for node, number in path:
        copy = copy.body.by_node[node].copies[number]
    return 1 if copy.body.specs[Source(source.node, source.port)].batched else 0
