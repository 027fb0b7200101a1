"""Words as numbers: a vocabulary, sentences padded to one length, and what a decoder reads and shall say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from workbench.data.dataset import Array

PADDING, START, END, UNKNOWN = 0, 1, 2, 3
"""The numbers of the four signs that every vocabulary begins with."""

SIGNS = ("<pad>", "<start>", "<end>", "<unknown>")
"""How these signs are written."""


def vocabulary_of(texts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the signs, then every word of ``texts`` once, sorted; a text is a sequence of words or characters."""
    return (*SIGNS, *sorted({word for text in texts for word in text}))


def encode(texts: Sequence[Sequence[str]], vocabulary: Sequence[str], length: int) -> Array:
    """Return (N, length) int64: the number of every word, then 0; a text that is longer is cut, a strange word is 3."""
    numbers = {word: number for number, word in enumerate(vocabulary)}
    found = np.full((len(texts), length), PADDING, dtype=np.int64)
    for row, text in enumerate(texts):
        for place, word in enumerate(text[:length]):
            found[row, place] = numbers.get(word, UNKNOWN)
    return found


def decode(tokens: Array, vocabulary: Sequence[str]) -> list[str]:
    """Return the words of one row of tokens up to its end; padding and start are left out."""
    words = []
    for token in tokens.tolist():
        if token == END:
            break
        if token not in (PADDING, START):
            words.append(vocabulary[token] if 0 <= token < len(vocabulary) else SIGNS[UNKNOWN])
    return words


def for_decoder(tokens: Array) -> tuple[Array, Array]:
    """Return what a decoder reads and what it shall say: ``<start> a b`` and ``a b <end>``.

    ``tokens`` is (N, T) with at least one place of padding at the end; both results are (N, T) too.
    """
    begin = np.full((len(tokens), 1), START, dtype=np.int64)
    read = np.concatenate([begin, tokens[:, :-1]], axis=1)
    said = tokens.copy()
    said[np.arange(len(tokens)), (tokens != PADDING).sum(axis=1)] = END
    return read, said
