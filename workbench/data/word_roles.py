"""What every word does in its sentence, and where words end that nobody put a space between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, sample_count
from workbench.data.sentences import Templated
from workbench.data.words import encode, vocabulary_of

ROLES = (mark("noun"), mark("verb"), mark("adjective"), mark("adverb"), mark("determiner"), mark("preposition"))
"""What a word can be, in the order of its number."""

_WORDS = {
    "noun": ("dog", "girl", "garden", "book", "light", "walk", "cook", "watch"),
    "verb": ("sees", "likes", "carries", "finds", "sleeps", "runs"),
    "adjective": ("small", "old", "red", "light", "open"),
    "adverb": ("often", "slowly", "never", "gladly"),
    "determiner": ("the", "a", "every", "her"),
    "preposition": ("in", "near", "under", "with"),
}
_PATTERNS = (
    "determiner noun verb determiner noun",
    "determiner adjective noun adverb verb determiner noun",
    "determiner noun verb preposition determiner adjective noun",
    "determiner noun preposition determiner noun verb adverb",
    "adverb determiner noun verb determiner adjective noun",
)
_ROLE_WORDS = vocabulary_of(_WORDS.values())
_LONGEST = 8


class WordRoles(Generated, frozen=True):
    """Sentences in which every word is a noun, a verb or something else."""

    name: ClassVar[str] = "word_roles"
    title: ClassVar[str] = mark("Parts of speech")
    chinese: ClassVar[str] = "词性标注"
    paragraph: ClassVar[str] = mark(
        "English sentences from templates with the part of speech of every word. “light” is a noun here and an "
        "adjective there: its neighbours decide. `tokens` are the words (0 is padding), `tags` the part of speech of "
        "each, −100 at padding, which CrossEntropyLoss passes over. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.TAGGING

    samples: int = sample_count(800)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``tags``, 8 places each."""
        return {"tokens": TensorSpec.of(Kind.TOKENS, _LONGEST), "tags": TensorSpec.of(Kind.TOKENS, _LONGEST)}

    def class_names(self) -> tuple[str, ...]:
        """Return the parts of speech."""
        return ROLES

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the words; nothing for the tags, which are classes."""
        return _ROLE_WORDS if column == "tokens" else ()

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return sentences with a tag for every word."""
        said, tags = [], np.full((self.samples, _LONGEST), -100)
        for row in range(self.samples):
            roles = _PATTERNS[int(random.integers(len(_PATTERNS)))].split()
            said.append([_WORDS[role][int(random.integers(len(_WORDS[role])))] for role in roles])
            tags[row, : len(roles)] = [ROLES.index(role) for role in roles]
        return {"tokens": encode(said, _ROLE_WORDS, _LONGEST), "tags": tags}


PLACES = (mark("begins a word"), mark("within a word"), mark("ends a word"), mark("a word of its own"))
"""Where a character stands in its word: B, M, E and S of the usual scheme, in the order of its number."""

_SUBJECTS = ("我", "我们", "老师", "研究生", "北京大学", "小明", "他")
_VERBS = ("喜欢", "研究", "学习", "看", "参加")
_OBJECTS = ("生命", "科学", "北京", "北京冬奥会", "书", "人工智能", "大学生活", "起源")
_WHEN = ("今天", "昨天", "", "常常", "")
_SEGMENT_WORDS = vocabulary_of(["".join((*_SUBJECTS, *_VERBS, *_OBJECTS, *_WHEN))])
_CHARACTERS = 16


class WordSegments(Generated, frozen=True):
    """Chinese sentences: where does a word begin and end?"""

    name: ClassVar[str] = "word_segments"
    title: ClassVar[str] = mark("Chinese words")
    chinese: ClassVar[str] = "中文分词"
    paragraph: ClassVar[str] = mark(
        "Chinese sentences from templates, written without spaces as always, and for each character whether it begins "
        "a word, stands within or ends one, or is one. 研究生 is a graduate student, 研究 生命 is research into life: "
        "the neighbours decide. `tokens` are the characters (0 is padding), `tags` their places, −100 at padding. Made "
        "here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.TAGGING

    samples: int = sample_count(800)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``tags``, 16 places each."""
        return {"tokens": TensorSpec.of(Kind.TOKENS, _CHARACTERS), "tags": TensorSpec.of(Kind.TOKENS, _CHARACTERS)}

    def class_names(self) -> tuple[str, ...]:
        """Return the four places."""
        return PLACES

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the characters; nothing for the tags, which are classes."""
        return _SEGMENT_WORDS if column == "tokens" else ()

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return sentences of subject, time, verb and object, with the place of every character in its word."""
        said, tags = [], np.full((self.samples, _CHARACTERS), -100)
        for row in range(self.samples):
            words = [group[int(random.integers(len(group)))] for group in (_SUBJECTS, _WHEN, _VERBS, _OBJECTS)]
            places: list[int] = []
            for word in words:
                places += [3] if len(word) == 1 else [0, *[1] * (len(word) - 2), 2] if word else []
            said.append("".join(words))
            tags[row, : len(places)] = places
        return {"tokens": encode(said, _SEGMENT_WORDS, _CHARACTERS), "tags": tags}


class Topics(Templated, frozen=True):
    """Short pieces of news: what are they about?"""

    name: ClassVar[str] = "topics"
    title: ClassVar[str] = mark("Topics of the news")
    chinese: ClassVar[str] = "新闻主题"
    paragraph: ClassVar[str] = mark(
        "English headlines from templates about sport, the weather, money and science. “match” and "
        "“bank” come up under two topics each. `tokens` are the words, 0 is padding. Made here "
        "from a seed, free of any licence."
    )
    length: ClassVar[int] = 12
    choices: ClassVar = {
        "town": ("Beijing", "Paris", "Oslo", "Lima", "Cairo"),
        "day": ("today", "on Monday", "this week", "last night"),
        "much": ("strong", "record", "surprising", "weak"),
    }
    templates: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("*town wins the match *day", "*much finish for the team of *town", "the final in *town ends in a draw *day",
         "a record jump at the games in *town"),
        ("*much rain falls on *town *day", "snow and wind reach *town *day", "a record heat in *town *day",
         "the river leaves its bank near *town"),
        ("the bank of *town reports *much profits", "prices rise in *town *day", "*much demand at the market of *town",
         "shares fall *day in *town"),
        ("a *much signal from a far star reaches *town", "the cell that heals itself is found in *town",
         "a match for the human gene is found *day", "the telescope near *town opens *day"),
    )  # fmt: skip

    def class_names(self) -> tuple[str, ...]:
        """Return the four topics."""
        return (mark("sport"), mark("weather"), mark("money"), mark("science"))
