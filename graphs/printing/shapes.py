"""The sentence of a printed class: what it takes and gives, with shapes in the words of its arguments."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from graphs.meaning import Source
from graphs.printing.places import dimension_names
from graphs.programs import entrances

if TYPE_CHECKING:
    from graphs.printing.definitions import Definition

_LETTERS = {"channels": "C", "depth": "D", "height": "H", "width": "W", "length": "T", "features": "F"}


def sentence(definition: Definition) -> list[str]:
    """The lines of the docstring."""
    body = definition.first.body
    steps = body.steps if definition.block is not None else body.needed(definition.wanted)
    arriving = [
        f"{step.name} {_shape(definition, Source(step.node, 'y'), '')}" for step in entrances(body, tuple(steps))
    ]
    leaving = [f"{name} {_shape(definition, source, _PRIME)}" for name, source in definition.outlets.items()]
    text = f'"""Takes {_listed(arriving)}; gives {_listed(leaving)}."""'
    lines = textwrap.wrap(text, 104, break_long_words=False, break_on_hyphens=False)
    if len(lines) > 1 and len(lines[-1]) > 100:
        lines = [*lines[:-1], lines[-1].removesuffix('"""'), '"""']
    return [f"    {line}" for line in lines]


_PRIME = "'"


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts) or "nothing"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _shape(definition: Definition, source: Source, mark: str) -> str:
    specs = definition.specs(source)
    first = specs[0]
    if not first.batched and not first.dims:
        return "(one number)"
    if any(len(spec.dims) != len(first.dims) for spec in specs):
        return "(N, …)"
    texts = []
    for number, name in enumerate(dimension_names(first)):
        text = definition.dimension_text([spec.dims[number] for spec in specs])
        if text is None and definition.block is None:
            text = str(first.dims[number])
        elif text is None:
            text = _LETTERS.get(name, "D") + mark
        texts.append(text)
    inner = ", ".join([*(["N"] if first.batched else []), *texts])
    return f"({inner})" if len(texts) + first.batched != 1 else f"({inner},)"
