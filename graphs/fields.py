"""The parameters of a layer: pydantic fields with bounds, units and one sentence each."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
from pydantic import BeforeValidator

from graphs.message import mark


def Field(  # noqa: N802 - used like pydantic.Field
    default: Any = ...,
    *,
    description: str,
    face: str = "",
    unit: str = "",
    ge: float | None = None,
    gt: float | None = None,
    le: float | None = None,
    lt: float | None = None,
    rank: int = 0,
) -> Any:
    """Declare a parameter.

    ``description`` is one sentence for a student; ``face`` is the short word shown on the node (``filters``), empty
    when the parameter does not appear there; ``unit`` is shown after the value; ``rank`` puts a parameter first on the
    face (higher first). ``ge, gt, le, lt`` are bounds, for each number of a pair too.
    """
    bounds: dict[str, Any] = {
        name: value for name, value in (("ge", ge), ("gt", gt), ("le", le), ("lt", lt)) if value is not None
    }
    return pydantic.Field(
        default,
        description=mark(description),
        json_schema_extra={"face": face, "unit": unit, "rank": rank},
        **bounds,
    )


def _pair(value: Any) -> Any:
    """Accept one number for both directions, and lists from files."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (value, value)
    if isinstance(value, list):
        return tuple(value)
    return value


def _row(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class Pair:
    """Marks a field of two whole numbers (rows, columns), so that a form offers two boxes that can be linked."""


Size2d = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=1, le=1024)], Annotated[int, pydantic.Field(ge=1, le=1024)]],
    BeforeValidator(_pair),
    Pair(),
]
"""Two whole numbers from 1, rows and columns; one number stands for both."""

Margin2d = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=0, le=1024)], Annotated[int, pydantic.Field(ge=0, le=1024)]],
    BeforeValidator(_pair),
    Pair(),
]
"""Two whole numbers from 0, rows and columns; one number stands for both."""

Shape = Annotated[tuple[int, ...], BeforeValidator(_row)]
"""A row of whole numbers: the dimensions of a tensor."""
