"""Three small tasks told apart by nothing but the first word of what is read."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from workbench.data.generated import sample_count
from workbench.data.sequences import Pair, Sequences
from workbench.data.words import SIGNS

LETTERS = "abcdefgh"
PREFIXES = ("reverse:", "upper:", "count:")
"""What a text begins with: write it backwards, write it in capitals, say how many letters it has."""


class TextTasks(Sequences, frozen=True):
    """Letters, and before them the word that says what to do with them: text in, text out."""

    name: ClassVar[str] = "text_tasks"
    title: ClassVar[str] = mark("Tasks named in the text")
    chinese: ClassVar[str] = "带任务前缀的文本"
    paragraph: ClassVar[str] = mark(
        "Texts such as “reverse: b a d”, “upper: b a d” and “count: b a d”, whose answers are “d a b”, “B A D” and "
        "“3”: three tasks for one network, and only the first word says which. `source` is read, `decoder_input` and "
        "`target` are the answer shifted by one; 0 is padding. Made here from a seed, free of any licence."
    )

    samples: int = sample_count(4000)
    longest: int = Field(6, ge=1, le=9, description="how many letters a text has at most")

    def lengths(self) -> tuple[int, int]:
        """Return room for the prefix and the letters, and for the letters."""
        return 1 + self.longest, self.longest

    def words(self) -> tuple[str, ...]:
        """Return the prefixes, the letters, small and large, and the digits."""
        return (*SIGNS, *PREFIXES, *LETTERS, *LETTERS.upper(), *"123456789")

    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return each task about as often as the others, on letters of any number up to the longest."""
        found: list[Pair] = []
        for task, length in zip(
            random.integers(0, 3, self.samples).tolist(),
            random.integers(1, self.longest + 1, self.samples).tolist(),
            strict=True,
        ):
            text = [LETTERS[number] for number in random.integers(0, len(LETTERS), length)]
            answer = (text[::-1], [letter.upper() for letter in text], [str(length)])[task]
            found.append(([PREFIXES[task], *text], answer))
        return found
