"""What a printed class says of weights that do not learn: frozen ones, and moving averages of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphs.meaning import Step
from graphs.programs import reach


def _names(step: Step) -> list[str]:
    """How the modules of a node are reached."""
    first = dict.fromkeys(copy.path[0] for copy in step.copies) if step.copies else (step.name,)
    return [reach((name,)) for name in first]


def _pairs(steps: Sequence[Step]) -> list[tuple[Step, Step]]:
    """Each moving average with the node it follows, where both are printed."""
    known = {step.node: step for step in steps}
    return [(step, known[step.follows]) for step in steps if step.follows in known]


def still_lines(steps: Sequence[Step]) -> list[tuple[int, str]]:
    """The statements of ``__init__`` after the modules: what starts equal, what gets no gradient; each with its
    node."""
    lines = []
    for step, owner in _pairs(steps):
        for mine, other in zip(_names(step), _names(owner), strict=True):
            lines.append((step.node, f"{mine}.load_state_dict({other}.state_dict())  # see update_averages"))
    for step in steps:
        if (not step.frozen and step.follows is None) or not step.cost.parameters.number:
            continue
        keeps = step.frozen and step.frozen_mode == "eval" and step.cost.buffers
        comment = "  # frozen; .eval() keeps its running statistics too" if keeps else ""
        lines += [(step.node, f"{name}.requires_grad_(False){comment}") for name in _names(step)]
    return lines


def average_method(steps: Sequence[Step]) -> list[str]:
    """The method that lets moving averages follow; nothing where there are none."""
    pairs = _pairs(steps)
    if not pairs:
        return []
    said = "; ".join(f"{step.name} follows {owner.name}{_rarely(step)}" for step, owner in pairs)
    lines = ["", "    @torch.no_grad()", "    def update_averages(self) -> None:"]
    lines.append(f'        """Call this after each step of the optimizer: {said}."""')
    for step, owner in pairs:
        for mine, other in zip(_names(step), _names(owner), strict=True):
            lines += [f"        {line}" for line in _following(step, mine, other)]
    return lines


def _rarely(step: Step) -> str:
    every = step.average.every if step.average is not None else 1
    return f" (call it only every {every} steps)" if every > 1 else ""


def _following(step: Step, mine: str, other: str) -> Iterable[str]:
    average = step.average
    assert average is not None
    follow = f"average.lerp_(value, 1 - {average.decay!r})" if average.decay else "average.copy_(value)"
    yield f"for average, value in zip({mine}.parameters(), {other}.parameters(), strict=True):"
    yield f"    {follow}"
    if step.cost.buffers and average.buffers != "own":
        yield f"for average, value in zip({mine}.buffers(), {other}.buffers(), strict=True):"
        if average.buffers == "copied" or not average.decay:
            yield "    average.copy_(value)"
        else:
            yield "    if average.is_floating_point():"
            yield f"        {follow}"
            yield "    else:"
            yield "        average.copy_(value)"
