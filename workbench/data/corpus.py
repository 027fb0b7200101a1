"""A small text of our own, cut into windows: what character comes next?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, DataSet, Table, Task
from workbench.data.words import encode, vocabulary_of

TEXT = """
In the town by the river lived a clockmaker who had never been on time. His clocks were the best in the land. They
struck the hour together, and in the evening the whole street was full of bells. But the clockmaker himself was late
for breakfast, late for church, and late for his own birthday.

"How can it be," asked the baker, "that a man with a hundred clocks does not know what time it is?"

"A man with one clock knows what time it is," said the clockmaker. "A man with a hundred clocks has to think about it."

One winter the river froze, and with the river the great wheel froze that drove the mill. The miller came to the
clockmaker and said: "You know about wheels. Make my wheel turn again."

The clockmaker went down to the mill. He looked at the wheel for a day. He listened to the ice for a night. In the
morning he took a small hammer and knocked once, and the ice broke, and the wheel began to turn.

"What do I owe you?" asked the miller.

"A penny for the knock," said the clockmaker, "and ninety-nine for knowing where to knock."

The miller paid, for he was a just man, and the clockmaker went home along the river. The children ran beside him and
asked him to tell them a story. So he told them about a bird that counted the stars.

Every night the bird sat on the highest tree and counted. One, two, three, it counted, up to a thousand. Then a cloud
came, and when the cloud was gone, the bird had forgotten its number and had to begin again. The other birds laughed.
"Why do you count what nobody can count?" they asked.

"I do not count to know how many there are," said the bird. "I count to have looked at every one of them."

The children were quiet for a while. Then the smallest of them asked: "And did it ever finish?"

"It is counting still," said the clockmaker. "Listen."

And they stood in the snow and listened, and because it was a very clear night, they heard it: one, two, three.

In spring the ice melted and the boats came back. They brought oranges, letters and salt, and they took clocks away to
the cities at the sea. In every clock the clockmaker had written, behind the wheels, where nobody would ever read it,
the same small sentence: "Take your time."

Many years later a boy in a city at the sea opened an old clock, because it no longer struck the hour. He cleaned the
wheels, one after the other, and when he took out the last he found the sentence. He read it twice. Then he put the
wheels back in their places, slowly, and did not hurry at all, and when he was done the clock struck twelve. It was
half past nine. The boy laughed, and he decided to become a clockmaker.

Learning is like that. Nobody sees the wheels. You knock, you listen, and you knock again a little to the left. Most of
what you try is wrong, and what is wrong tells you where to try next. One morning the ice breaks and the wheel turns,
and people will say that it was easy, because it was only one knock.
"""
"""A story written for this program and given to the public domain."""


class Corpus(DataSet, frozen=True):
    """A story, character by character: what comes next?"""

    name: ClassVar[str] = "corpus"
    title: ClassVar[str] = mark("The clockmaker's story")
    chinese: ClassVar[str] = "小语料：钟表匠的故事"
    paragraph: ClassVar[str] = mark(
        "A short English story of about 2,900 characters, cut into windows. `tokens` are the characters, `target` the "
        "same moved on by one: each place is asked what comes next. It is far too short to learn a language from; a "
        "network learns it by heart, which the validation part shows. Written for this program and given to the public "
        "domain, so free of any licence."
    )
    source: ClassVar[str] = mark("written for this program")
    task: ClassVar[Task] = Task.GENERATION
    ordered: ClassVar[bool] = True

    length: int = Field(64, ge=4, le=512, face="length", description="how many characters the network sees at once")
    step: int = Field(3, ge=1, le=512, description="characters between the beginnings of two windows")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``target``, both of ``length``."""
        window = TensorSpec.of(Kind.TOKENS, self.length)
        return {"tokens": window, "target": window}

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the characters of the story, behind the four signs."""
        return vocabulary_of([TEXT])

    def load(self, seed: int = 0) -> Table:
        """Return the windows in the order of the story; the seed changes nothing."""
        return Table(next_token(encode([TEXT], self.vocabulary(), len(TEXT))[0], self.length, self.step))


def next_token(tokens: Array, length: int, step: int) -> dict[str, Array]:
    """Cut a row of tokens (S,) into windows and the same moved on by one: ``tokens`` and ``target``, (N, length).

    S is more than ``length``; N is as many windows as begin every ``step`` tokens.
    """
    every = np.lib.stride_tricks.sliding_window_view(tokens, length + 1)[::step]
    return {"tokens": np.ascontiguousarray(every[:, :-1]), "target": np.ascontiguousarray(every[:, 1:])}
