"""Little tales told by rules: pairs of sentences for what BERT learns from, and words beside words for word2vec."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.words import SIGNS, encode

GROUPS: Mapping[str, tuple[str, ...]] = {
    "animal": ("fox", "owl", "bear", "hare", "wolf", "mouse"),
    "person": ("miller", "baker", "sailor", "teacher", "girl", "boy"),
    "wild": ("forest", "river", "meadow", "mountain"),
    "town": ("mill", "harbour", "market", "school"),
    "found": ("berries", "honey", "nuts", "mushrooms"),
    "baked": ("bread", "soup", "cake", "cheese"),
    "mood": ("hungry", "tired", "old", "clever", "lonely"),
    "time": ("morning", "evening", "winter", "summer"),
}
"""The words of the tales by what they are: animals live in the wild and eat what they find, people live in the town."""

_PLAIN = ("the", "a", "in", "to", "at", "goes", "walks", "lives", "sleeps", "wants", "looks", "for", "eats", "meets",
          "gives", "some", "is", "says", "thanks", "with", "and", "shares", "stays")  # fmt: skip
_TALE = (
    "in the *time the *mood *hero goes to the *place",
    "the *hero wants some *food and looks for the *friend",
    "at the *place the *hero meets the *friend",
    "the *friend gives some *food to the *hero",
    "the *hero eats the *food with the *friend",
    "the *mood *hero thanks the *friend and stays",
    "in the *time the *hero sleeps at the *place",
)
_LONGEST = max(len(sentence.split()) for sentence in _TALE)
CLS, SEP, MASK = "[CLS]", "[SEP]", "[MASK]"
"""What stands before both sentences, what ends each of them, and what stands for a hidden word."""
SPECIAL = (*SIGNS, CLS, SEP, MASK)
"""The signs that are no words of a tale: the first numbers of the vocabulary."""
WORDS = (*SPECIAL, *sorted({*_PLAIN, *(word for group in GROUPS.values() for word in group)}))
"""Every sign and word, in the order of its number."""


def tell(random: np.random.Generator) -> list[list[str]]:
    """Return one tale, sentence by sentence: its hero, friend, place, food, time and mood stay the same."""
    wild = random.random() < 0.5
    heroes, places, foods = (GROUPS[name] for name in (("animal", "wild", "found") if wild
                                                       else ("person", "town", "baked")))  # fmt: skip
    hero, friend = (heroes[number] for number in random.permutation(len(heroes))[:2])
    chosen = {"hero": hero, "friend": friend} | {
        gap: group[int(random.integers(len(group)))]
        for gap, group in (("place", places), ("food", foods), ("time", GROUPS["time"]), ("mood", GROUPS["mood"]))
    }
    return [[chosen[word[1:]] if word.startswith("*") else word for word in line.split()] for line in _TALE]


class Question(StrEnum):
    """What is asked about two sentences."""

    NEXT = mark("does the second follow the first")
    ORDER = mark("are both in the right order")


class TalePairs(Generated, frozen=True):
    """Two sentences of a tale, or of two: do they belong together?"""

    name: ClassVar[str] = "tale_pairs"
    title: ClassVar[str] = mark("Pairs of sentences from tales")
    chinese: ClassVar[str] = "小故事句对"
    paragraph: ClassVar[str] = mark(
        "Two sentences, [CLS] before, [SEP] behind each, from little tales in which foxes look for honey and bakers go "
        "to market. In half of the pairs the second follows the first; in the others it is from another tale, or both "
        "have changed places. `tokens` are the words, `segments` is 1 in the second sentence, `label` is 1 where the "
        "pair is right. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(3000)
    question: Question = Field(Question.NEXT, description="what is asked about the two sentences", face="asks")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``segments``, two sentences and three signs long, and what a label is bound as."""
        pair = TensorSpec.of(Kind.TOKENS, 2 * _LONGEST + 3)
        return {"tokens": pair, "segments": pair, **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two answers."""
        return (mark("wrong pair"), mark("right pair"))

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the signs and the words of the tales; nothing for the segments, which are 0 or 1."""
        return WORDS if column == "tokens" else ()

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return half of the pairs right; sentences follow each other within a tale."""
        label = balanced(random, self.samples, 2)
        said: list[list[str]] = []
        segments = np.zeros((self.samples, 2 * _LONGEST + 3), dtype=np.int64)
        for row, right in enumerate(label.tolist()):
            tale, place = tell(random), int(random.integers(len(_TALE) - 1))
            first, second = tale[place], tale[place + 1]
            if not right and self.question is Question.ORDER:
                first, second = second, first
            elif not right:
                second = tell(random)[place + 1]
            said.append([CLS, *first, SEP, *second, SEP])
            segments[row, len(first) + 2 : len(said[-1])] = 1
        return {"tokens": encode(said, WORDS, segments.shape[1]), "segments": segments, **label_columns(label, 2)}


class WordNeighbours(Generated, frozen=True):
    """A word of a tale, and several words of which one stood beside it."""

    name: ClassVar[str] = "word_neighbours"
    title: ClassVar[str] = mark("Words and their neighbours")
    chinese: ClassVar[str] = "词与上下文词"
    paragraph: ClassVar[str] = mark(
        "Pairs for word2vec from little tales: `word` is a word, `candidates` are one of its neighbours in the "
        "sentence and some noise words, drawn with their frequency to the power of 3/4; `label` says which is the "
        "neighbour. Frequent words are left out as often as Mikolov's rule says. Made here from a seed, free of any "
        "licence."
    )
    task: ClassVar[Task] = Task.SIMILARITY

    samples: int = sample_count(20_000)
    window: int = Field(3, ge=1, le=8, face="window", description="how many words to each side are neighbours at most")
    noise: int = Field(5, ge=1, le=50, face="noise words", description="how many noise words stand beside a neighbour")
    rare: float = Field(
        0.01, gt=0, le=1, description="words more frequent than this are left out now and then (t of Mikolov's rule)"
    )

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``word``, ``candidates`` (1 + noise) and ``label``."""
        return {
            "candidates": TensorSpec.of(Kind.TOKENS, 1 + self.noise),
            "word": TensorSpec.of(Kind.INDEX),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the signs and the words of the tales, for the words and for the candidates alike."""
        return WORDS

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return neighbours at distances of which near ones come more often (Mikolov et al. 2013, section 2.2, 2.3)."""
        number = {word: place for place, word in enumerate(WORDS)}
        said = [[number[word] for word in line] for _ in range(400) for line in tell(random)]
        count = Counter(word for line in said for word in line)
        often = np.bincount([word for line in said for word in line], minlength=len(WORDS)).astype(float)
        keep = {word: min(1.0, float(np.sqrt(self.rare * sum(count.values()) / n))) for word, n in count.items()}
        pairs: list[tuple[int, int]] = []
        while len(pairs) < self.samples:
            for line in said:
                kept = [word for word in line if random.random() < keep[word]]
                for place, word in enumerate(kept):
                    reach = int(random.integers(1, self.window + 1))
                    pairs += [(word, other) for other in kept[max(0, place - reach) : place]]
                    pairs += [(word, other) for other in kept[place + 1 : place + 1 + reach]]
        chosen = np.array(pairs)[random.permutation(len(pairs))[: self.samples]]
        share = often**0.75 / (often**0.75).sum()
        candidates = random.choice(len(WORDS), size=(self.samples, 1 + self.noise), p=share)
        label = balanced(random, self.samples, 1 + self.noise)
        candidates[np.arange(self.samples), label] = chosen[:, 1]
        return {"word": chosen[:, 0], "candidates": candidates, "label": label}
