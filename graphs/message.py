"""Sentences a person will read, kept as data so that they can be shown in any language.

Code without Qt cannot translate; it *says*: ``say("{node} gets {got}", node="C5", got=spec)``. The English text is the
key of the translation, the values are filled in after it. ``str(message)`` is the English sentence; widgets render the
same message in the language of the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Translate = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """A sentence with named gaps: ``text`` is English and the key of its translation, ``values`` fill the gaps."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Translate) -> str:
        """Return the sentence in another language; values that are messages themselves are rendered too."""
        filled = {
            name: value.render(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        sentence = translate(self.text)
        return sentence.format(**filled) if filled else sentence

    def __str__(self) -> str:
        return self.render(lambda text: text)

    def __hash__(self) -> int:
        return hash(str(self))


def say(text: str, /, **values: Any) -> Message:
    """Make a message. ``text`` must be a literal, so that ``make translations`` finds it."""
    return Message(text, values)


def mark(text: str) -> str:
    """Mark a literal for translation where it is declared; it is translated where it is shown."""
    return text


def counted(number: int) -> str:
    """Write a whole number the way people read it: ``61,706``."""
    return f"{number:,}"
