"""The class of a block that runs once per time step: one method for the step, and the loop as ``forward``."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from graphs.loops import loop_text, wanted_of_step
from graphs.meaning import Copy, Source, Step
from graphs.printing.bodies import ClassBody, PrintedLine
from graphs.printing.places import Place
from graphs.programs import is_taken, local_name
from graphs.scanning import outlets

if TYPE_CHECKING:
    from graphs.printing.definitions import Definition


def outlets_of(place: Place) -> dict[str, Source]:
    """What a block gives at a place, by name: its Outputs, and where it runs over time the last values of its
    States."""
    return outlets(_copy(place))


def _copy(place: Place) -> Copy:
    return Copy((), place.body, place.loop)


def scan_sentence(definition: Definition) -> list[str]:
    """The lines of the docstring."""
    place = definition.first
    taken = ", ".join(step.name for step in place.body.steps if step.arrives) or "nothing"
    each = dict(place.loop.each) if place.loop is not None else {}
    over = [step.name for step in place.body.steps if step.is_exit]
    last = [step.name for step in place.body.steps if step.carried is not None]
    text = f'"""Runs once per time step{" of " + ", ".join(each) if each else ""}. Takes {taken}; gives '
    text += " and ".join(
        [*([f"{', '.join(over)} of every step"] if over else []), *([f"the last {', '.join(last)}"] if last else [])]
    )
    return [f"    {line}" for line in textwrap.wrap(text + '."""', 104, break_long_words=False)]


def shape_texts(definition: Definition, step: Step, *, stored: bool) -> list[str]:
    """The dimensions of what a State holds, in the words of the class."""
    own = definition.numbers.of_node(step.node, "shape")
    rows = [place.body.by_node[step.node].outputs["y"].dims for place in definition.places]
    return [definition.value_text(column, own, "size", stored=stored) for column in zip(*rows, strict=True)]


def start_text(definition: Definition, step: Step) -> str:
    """The construction of a State that learns how it starts."""
    assert step.carried is not None and step.carried.start is not None
    dims = shape_texts(definition, step, stored=False)
    row = f"({', '.join(dims)}{',' if len(dims) == 1 else ''})"
    return f"nn.Parameter(torch.zeros({row}))"


def scan_methods(definition: Definition) -> list[PrintedLine]:
    """One time step as a method, and ``forward``, which calls it for one step after another."""
    copy = _copy(definition.first)
    wanted = tuple(definition.outlets.values())
    children = {step.name for step in definition.first.body.steps}
    method = next(name for name in ("step", "one_step", "time_step", "do_step") if name not in children)
    inner = wanted_of_step(copy, wanted)
    body = ClassBody(definition, inner)
    given = ", ".join(["self", *(f"{name}: Tensor" for name in body.every_argument)])
    lines = [PrintedLine(f"    def {method}({given}) -> {_kind(len(inner))}:")]
    lines += [PrintedLine(line.text, line.node, line.origin) for line in body.lines]
    lines += [PrintedLine(f"        return {', '.join(body.results)}"), PrintedLine("")]
    used = {"self", "i"}

    def free(name: str) -> str:
        while is_taken(name):
            name += "_"
        return local_name(name, used)

    loop = loop_text(
        copy,
        wanted,
        lambda arguments: f"self.{method}({', '.join(arguments)})",
        free,
        lambda step: shape_texts(definition, step, stored=True),
    )
    taken = ", ".join(["self", *(f"{name}: Tensor" for name in loop.arguments)])
    lines.append(PrintedLine(f"    def forward({taken}) -> {_kind(len(wanted))}:"))
    lines += [PrintedLine(f"        {text}") for text in loop.lines]
    return [*lines, PrintedLine(f"        return {', '.join(loop.results)}")]


def _kind(count: int) -> str:
    return "Tensor" if count == 1 else f"tuple[{', '.join(['Tensor'] * count)}]"
