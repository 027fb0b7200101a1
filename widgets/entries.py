"""What is typed into a form, read as the raw value of a parameter, and written back the way people write it."""

from __future__ import annotations

import math
from typing import Any

from graphs.catalogue import FieldInfo
from graphs.message import Message, say


class EntryError(ValueError):
    """What was typed cannot be read; ``message`` says what would be."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def limits(info: FieldInfo) -> tuple[float, float]:
    """The smallest and the largest number a field takes; infinite where it has no bound.

    An open bound (``gt=0``) of a whole number is the next one; of a fraction it stays, and the layer says so when it is
    reached.
    """
    step = 1 if info.editor in ("int", "pair", "shape") else 0
    low = max(
        (bound for bound in (info.bounds.get("ge"), _shifted(info.bounds.get("gt"), step)) if bound is not None),
        default=-math.inf,
    )
    high = min(
        (bound for bound in (info.bounds.get("le"), _shifted(info.bounds.get("lt"), -step)) if bound is not None),
        default=math.inf,
    )
    return low, high


def _shifted(bound: float | None, step: int) -> float | None:
    return None if bound is None else bound + step


def parts(text: str) -> list[str]:
    """Split a row such as ``3, min(a, b)`` at the commas (or ×) outside brackets."""
    found, depth = [""], 0
    for sign in text:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth <= 0 and sign in ",×;":
            found.append("")
        else:
            found[-1] += sign
    return [part.strip() for part in found if part.strip()]


def _number(text: str, whole: bool) -> int | float:
    cleaned = text.strip().replace("−", "-").replace("_", "")
    try:
        return int(cleaned)
    except ValueError:
        if whole:
            raise EntryError(
                say(
                    "A whole number such as 3 goes here, or arithmetic such as =2*classes. It gets “{text}”.", text=text
                )
            ) from None
    try:
        return float(cleaned)
    except ValueError:
        raise EntryError(
            say("A number such as 0.5 goes here, or arithmetic such as =1/classes. It gets “{text}”.", text=text)
        ) from None


def read(info: FieldInfo, text: str) -> Any:
    """Turn what was typed into a raw parameter: a number, a row, a choice, or an ``=`` text. Raises `EntryError`."""
    text = text.strip()
    kind = info.editor
    if info.optional and text.lower() in ("", "none"):
        return None
    if kind in ("pair", "shape"):
        items = parts(text.strip("()[]") if not text.startswith("=") else text)
        row: list[Any] = [item if item.startswith("=") else _number(item, whole=True) for item in items]
        if kind == "pair":
            if len(row) not in (1, 2):
                raise EntryError(
                    say("One or two whole numbers go here, such as 3 or 3, 5. It gets “{text}”.", text=text)
                )
            return row[0] if len(row) == 1 else row
        return row[0] if len(row) == 1 and isinstance(row[0], str) else row
    if kind == "numbers":
        items = parts(text if text.startswith("=") else text.strip("()[]"))
        return [item if item.startswith("=") else _number(item, whole=False) for item in items]
    if text.startswith("="):
        return text
    if kind in ("int", "float"):
        return _number(text, whole=kind == "int")
    if kind == "bool":
        known = {
            "true": True,
            "yes": True,
            "on": True,
            "1": True,
            "false": False,
            "no": False,
            "off": False,
            "0": False,
        }
        if text.lower() not in known:
            raise EntryError(say("on or off goes here. It gets “{text}”.", text=text))
        return known[text.lower()]
    if kind == "choice":
        for choice in info.choices:
            if str(choice) == text:
                return choice
        raise EntryError(
            say("One of {choices} goes here. It gets “{text}”.", choices=", ".join(map(str, info.choices)), text=text)
        )
    return text


def written(value: Any) -> str:
    """Write a raw parameter the way a person types it: ``3, 5``; ``=4*channels``; ``on``."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list | tuple):
        return ", ".join(written(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}" if float(f"{value:g}") == value else repr(value)
    return str(value)
