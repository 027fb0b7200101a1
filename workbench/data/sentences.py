"""Sentences made from templates: opinions, commands, names to be found, and questions about facts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import cache
from typing import ClassVar

import numpy as np

from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.moves import each
from workbench.data.words import encode, vocabulary_of

Choices = Mapping[str, Sequence[str]]
"""What can stand in each gap of a template."""


def fill(random: np.random.Generator, template: str, choices: Choices) -> list[str]:
    """Return the words of a template whose gaps ``*name`` are filled by chance."""
    words: list[str] = []
    for word in template.split():
        chosen = choices.get(word[1:]) if word.startswith("*") else None
        words += word.split() if chosen is None else str(chosen[int(random.integers(len(chosen)))]).split()
    return words


@cache
def _vocabulary(kind: type[Templated]) -> tuple[str, ...]:
    said = [template for templates in kind.templates for template in templates]
    plain = [[word for word in text.split() if not word.startswith("*")] for text in said]
    return vocabulary_of([*plain, *(text.split() for gap in kind.choices.values() for text in gap)])


class Templated(Generated, frozen=True):
    """Sentences whose class is the group of templates they were made from."""

    task: ClassVar[Task] = Task.CLASSIFICATION
    templates: ClassVar[tuple[tuple[str, ...], ...]]
    choices: ClassVar[Choices]
    length: ClassVar[int]

    samples: int = sample_count(1000)

    @abstractmethod
    def class_names(self) -> tuple[str, ...]:
        """Return a name for each group of templates."""

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` with 0 as padding, and ``label``; with two classes also ``target`` and ``sign``."""
        return {"tokens": TensorSpec.of(Kind.TOKENS, self.length), **label_fields(len(self.class_names()))}

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the words of all sentences, behind the four signs."""
        return _vocabulary(type(self))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return as many sentences of each class."""
        label = balanced(random, self.samples, len(self.templates))
        said = []
        for number in label.tolist():
            group = self.templates[number]
            said.append(fill(random, group[int(random.integers(len(group)))], self.choices))
        classes = len(self.class_names())
        return {"tokens": encode(said, self.vocabulary(), self.length), **label_columns(label, classes)}


class Reviews(Templated, frozen=True):
    """Short reviews: did the guest like it?"""

    name: ClassVar[str] = "reviews"
    title: ClassVar[str] = mark("Reviews")
    chinese: ClassVar[str] = "评论情感"
    paragraph: ClassVar[str] = mark(
        "Short English reviews of films, meals and hotels from templates, half of them negative. “not” turns the "
        "meaning round, so that counting words is not enough. `tokens` are the words, 0 is padding. Made here from a "
        "seed, free of any licence."
    )
    length: ClassVar[int] = 16
    choices: ClassVar[Choices] = {
        "thing": ("film", "meal", "hotel", "book", "concert", "service", "room"),
        "good": ("great", "wonderful", "lovely", "excellent", "good"),
        "bad": ("terrible", "boring", "awful", "poor", "bad"),
        "very": ("really", "very", "quite"),
        "who": ("I", "we", "my friends"),
    }
    templates: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("the *thing was *very *bad", "*who did not like the *thing", "the *thing was not *good",
         "what a *bad *thing", "the *thing was *good but the *thing was *very *bad and *who left"),
        ("the *thing was *very *good", "*who liked the *thing", "the *thing was not *bad",
         "what a *good *thing", "the *thing was *bad but the *thing was *very *good and *who stayed"),
    )  # fmt: skip

    def class_names(self) -> tuple[str, ...]:
        """Return the two opinions."""
        return (mark("negative"), mark("positive"))


class Commands(Templated, frozen=True):
    """What somebody tells their home: which command is meant?"""

    name: ClassVar[str] = "commands"
    title: ClassVar[str] = mark("Home commands")
    chinese: ClassVar[str] = "家居指令"
    paragraph: ClassVar[str] = mark(
        "English commands to a house from templates: light on, light off, warmer, colder, music. The same wish has "
        "many wordings. `tokens` are the words, 0 is padding. Made here from a seed, free of any licence."
    )
    length: ClassVar[int] = 9
    choices: ClassVar[Choices] = {
        "room": ("kitchen", "bedroom", "bathroom", "hall", "office"),
        "please": ("please", "now", "could you", "hey house"),
        "song": ("jazz", "a song", "the radio", "some music"),
    }
    templates: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("*please turn on the light in the *room", "it is dark in the *room", "light on in the *room"),
        ("*please turn off the light in the *room", "it is too bright in the *room", "light off in the *room"),
        ("*please make the *room warmer", "I am cold in the *room", "turn up the heat"),
        ("*please make the *room colder", "I am hot in the *room", "turn down the heat"),
        ("*please play *song in the *room", "I want to hear *song", "turn on *song"),
    )

    def class_names(self) -> tuple[str, ...]:
        """Return the five commands."""
        return (mark("light on"), mark("light off"), mark("warmer"), mark("colder"), mark("music"))


TAGS = (mark("other"), mark("person"), mark("place"), mark("organisation"))
"""What a word can be, in the order of its number."""

_ENTITIES: dict[str, tuple[str, ...]] = {
    "person": ("Anna", "Li Wei", "John Smith", "Maria", "Chen Jie", "Peter", "Jordan"),
    "place": ("Beijing", "Paris", "New York", "Shanghai", "Berlin", "Jordan"),
    "organisation": ("Acme", "Red Cross", "Beijing University", "Blue Bank", "City Library"),
}
_TAGGED = ("*person works for *organisation in *place", "*person and *person live in *place",
           "*organisation is in *place", "*person left *organisation", "in *place *person met *person",
           "*organisation opened an office in *place",
           "yesterday *person flew from *place to *place")  # fmt: skip
_TAG_WORDS = vocabulary_of(
    [text.split() for gap in _ENTITIES.values() for text in gap]
    + [[word for word in text.split() if not word.startswith("*")] for text in _TAGGED]
)


class TaggedSentences(Generated, frozen=True):
    """Sentences in which every word is other, a person, a place or an organisation."""

    name: ClassVar[str] = "tagged_sentences"
    title: ClassVar[str] = mark("Names in sentences")
    chinese: ClassVar[str] = "命名实体"
    paragraph: ClassVar[str] = mark(
        "English sentences from templates in which persons, places and organisations are tagged. Some names need their "
        "neighbours: Jordan is a person and a place, Beijing begins a university. `tokens` are the words (0 is "
        "padding), `tags` the class of each, −100 at padding, which CrossEntropyLoss passes over. Made here from a "
        "seed, free of any licence."
    )
    task: ClassVar[Task] = Task.TAGGING

    samples: int = sample_count(1000)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``tags``, 12 places each."""
        return {"tokens": TensorSpec.of(Kind.TOKENS, 12), "tags": TensorSpec.of(Kind.TOKENS, 12)}

    def class_names(self) -> tuple[str, ...]:
        """Return the tags."""
        return TAGS

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the words; nothing for the tags, which are classes."""
        return _TAG_WORDS if column == "tokens" else ()

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return sentences with a tag for every word."""
        said, tags = [], np.full((self.samples, 12), -100)
        for row in range(self.samples):
            words: list[str] = []
            for word in _TAGGED[int(random.integers(len(_TAGGED)))].split():
                tag = TAGS.index(word[1:]) if word.startswith("*") else 0
                more = fill(random, word, _ENTITIES)
                tags[row, len(words) : len(words) + len(more)] = tag
                words += more
            said.append(words)
        return {"tokens": encode(said, _TAG_WORDS, 12), "tags": tags}


_NAMES, _ROOMS = ("Anna", "Ben", "Chen", "Dora", "Emil"), ("garden", "kitchen", "hall", "office", "school")
_FACT_WORDS = vocabulary_of([_NAMES, _ROOMS, ["is", "in", "the", "where", "."]])


class Facts(Generated, frozen=True):
    """A little story of who is where, and a question about it."""

    name: ClassVar[str] = "facts"
    title: ClassVar[str] = mark("Questions about facts")
    chinese: ClassVar[str] = "事实问答"
    paragraph: ClassVar[str] = mark(
        "Three sentences such as “Anna is in the garden .” and a question “where is Anna”: the answer is one of five "
        "places. The last word about a person counts, for people move. After the first task of bAbI (J. Weston and "
        "others, 2015), with sentences of our own. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1000)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` (the story, 18 places), ``question`` (3) and ``label``."""
        story, question = TensorSpec.of(Kind.TOKENS, 18), TensorSpec.of(Kind.TOKENS, 3)
        return {"tokens": story, "question": question, "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the places."""
        return (mark("garden"), mark("kitchen"), mark("hall"), mark("office"), mark("school"))

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the words of story and question."""
        return _FACT_WORDS

    def unfit(self) -> Mapping[str, str]:
        """Return what would hide the answer."""
        return each(
            mark("The answer is one of the words of the text: hidden or moved, it can no longer be found."),
            "TokenDropout",
            "TokenSwap",
        )

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return stories in which the one who is asked about was mentioned."""
        stories, asked = [], []
        label = np.zeros(self.samples, dtype=np.int64)
        who, where = random.integers(0, 5, (2, self.samples, 3))
        chosen = random.integers(0, 3, self.samples)
        for row in range(self.samples):
            person = who[row, chosen[row]]
            label[row] = where[row, np.flatnonzero(who[row] == person)[-1]]
            parts = [[_NAMES[p], "is", "in", "the", _ROOMS[r], "."] for p, r in zip(who[row], where[row], strict=True)]
            stories.append([word for part in parts for word in part])
            asked.append(["where", "is", _NAMES[person]])
        return {
            "tokens": encode(stories, _FACT_WORDS, 18), "question": encode(asked, _FACT_WORDS, 3), "label": label,
        }  # fmt: skip
