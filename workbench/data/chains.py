"""Chains of signs: DNA with a motif in it, and melodies from a scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, balanced, sample_count

BASES = "ACGT"
"""The letters of DNA, in the order of their number."""

MOTIFS = ("TATAAA", "GGGCGG", "CACGTG")
"""The motifs: TATA box, GC box and E box."""


class Dna(Generated, frozen=True):
    """Pieces of DNA that hold one of three motifs, or none."""

    name: ClassVar[str] = "dna"
    title: ClassVar[str] = mark("DNA motifs")
    chinese: ClassVar[str] = "DNA 基序"
    paragraph: ClassVar[str] = mark(
        "Random DNA with a TATA box, a GC box, an E box or nothing in it, anywhere and sometimes with one letter "
        "changed. `tokens` are the letters from 0 to 3, `signal` the same as one channel per letter: a convolution "
        "over it learns the motif as its filter. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1200)
    length: int = Field(60, ge=20, le=1000, face="letters", description="how many letters a piece has")
    mutation: float = Field(0.2, ge=0, le=1, description="how often one letter of the motif is changed")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` (length), ``signal`` (4, length) and ``label``."""
        return {
            "tokens": TensorSpec.of(Kind.TOKENS, self.length),
            "signal": TensorSpec.of(Kind.SIGNAL, 4, self.length),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the motifs, with none first."""
        return (mark("no motif"), mark("TATA box"), mark("GC box"), mark("E box"))

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the four letters."""
        return tuple(BASES)

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return every class equally often; in pieces without one a motif can still come up by chance."""
        label = balanced(random, self.samples, 4)
        tokens = random.integers(0, 4, (self.samples, self.length))
        motifs = np.array([[BASES.index(letter) for letter in motif] for motif in MOTIFS])[np.maximum(label - 1, 0)]
        changed = random.random(self.samples) < self.mutation
        place = random.integers(0, 6, self.samples)
        rows = np.arange(self.samples)
        motifs[rows, place] = np.where(changed, random.integers(0, 4, self.samples), motifs[rows, place])
        start = random.integers(0, self.length - 5, (self.samples, 1)) + np.arange(6)
        tokens[rows[:, None], start] = np.where(label[:, None] > 0, motifs, tokens[rows[:, None], start])
        return {"tokens": tokens, "signal": np.eye(4)[tokens].transpose(0, 2, 1), "label": label}


NOTES = ("–", "C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B")
"""A rest, and the twelve notes of an octave."""

_STEPS = ((0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10), (0, 2, 4, 7, 9))


class Melodies(Generated, frozen=True):
    """Melodies that go up and down a scale or through its chord."""

    name: ClassVar[str] = "melodies"
    title: ClassVar[str] = mark("Scales and melodies")
    chinese: ClassVar[str] = "音阶与旋律"
    paragraph: ClassVar[str] = mark(
        "Melodies in any key from the major, the minor or the pentatonic scale: scales, broken chords and small steps, "
        "with a rest now and then. `tokens` are the notes, `target` the notes that follow, `label` the kind of scale. "
        "Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1000)
    length: int = Field(16, ge=8, le=256, face="notes", description="how many notes a melody has")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``target`` (length), and ``label``."""
        notes = TensorSpec.of(Kind.TOKENS, self.length)
        return {"tokens": notes, "target": notes, "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the kinds of scale."""
        return (mark("major"), mark("minor"), mark("pentatonic"))

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the rest and the notes."""
        return NOTES

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return melodies of which a third each runs, leaps through a chord, or wanders."""
        label = balanced(random, self.samples, len(_STEPS))
        long = self.length + 1
        way = random.integers(0, 3, (self.samples, 1))
        side = np.where(random.random((self.samples, 1)) < 0.5, 1, -1)
        wander = np.cumsum(random.integers(-1, 2, (self.samples, long)), axis=1)
        place = np.select([way == 0, way == 1], [side * np.arange(long), 2 * side * np.arange(long)], wander)
        sizes = np.array([len(steps) for steps in _STEPS])[label][:, None]
        table = np.array([[*steps, *steps[:2]][:7] for steps in _STEPS])
        key = random.integers(0, 12, (self.samples, 1))
        notes = 1 + (table[label[:, None], place % sizes] + key) % 12
        notes = np.where(random.random(notes.shape) < 0.05, 0, notes)
        return {"tokens": notes[:, :-1], "target": notes[:, 1:], "label": label}
