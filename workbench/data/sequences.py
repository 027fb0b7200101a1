"""One sequence from another: copy, reverse, sort, add, rewrite a date, translate a phrase."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, sample_count
from workbench.data.moves import each
from workbench.data.words import SIGNS, encode, for_decoder, vocabulary_of

Pair = tuple[Sequence[str], Sequence[str]]
"""What is read and what shall be said, as words or characters."""


class Sequences(Generated, frozen=True):
    """Pairs of sequences with one vocabulary for both, as an encoder and a decoder need them."""

    task: ClassVar[Task] = Task.TRANSLATION

    samples: int = sample_count(2000)

    @abstractmethod
    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return as many pairs as there are samples."""

    @abstractmethod
    def lengths(self) -> tuple[int, int]:
        """Return how many places the longest source and the longest target have, without signs."""

    @abstractmethod
    def words(self) -> tuple[str, ...]:
        """Return every word of both sides, behind the four signs."""

    def vocabulary(self, column: str = "source") -> tuple[str, ...]:
        """Return the words of both sides."""
        return self.words()

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``source``; ``decoder_input`` and ``target``, which have one place more; 0 is padding in all."""
        source, target = self.lengths()
        said = TensorSpec.of(Kind.TOKENS, target + 1)
        return {"source": TensorSpec.of(Kind.TOKENS, source), "decoder_input": said, "target": said}

    def unfit(self) -> Mapping[str, str]:
        """Return what would change the answer."""
        return each(
            mark("Every sign of the question counts: with one hidden or moved, another answer would be right."),
            "TokenDropout",
            "TokenSwap",
        )

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return the pairs as numbers: the decoder reads ``<start> a b`` and shall say ``a b <end>``."""
        pairs = self.pairs(random)
        source, target = self.lengths()
        read, said = for_decoder(encode([pair[1] for pair in pairs], self.words(), target + 1))
        return {
            "source": encode([pair[0] for pair in pairs], self.words(), source),
            "decoder_input": read,
            "target": said,
        }


class Rule(StrEnum):
    """What happens to the letters."""

    COPY = mark("copy")
    REVERSE = mark("reverse")
    SORT = mark("sort")


class LetterTasks(Sequences, frozen=True):
    """Letters to copy, to reverse or to sort: what a network must remember, made small."""

    name: ClassVar[str] = "letters"
    title: ClassVar[str] = mark("Copy, reverse, sort")
    chinese: ClassVar[str] = "复制、反转、排序"
    paragraph: ClassVar[str] = mark(
        "Rows of letters and what a rule makes of them: the same, the same backwards, or in alphabetical order. Shows "
        "how far a recurrent state remembers and where attention looks. `source` is read, `decoder_input` and `target` "
        "are the answer shifted by one; 0 is padding. Made here from a seed, free of any licence."
    )

    rule: Rule = Field(Rule.REVERSE, description="what happens to the letters", face="rule")
    shortest: int = Field(3, ge=1, le=50, description="how many letters a row has at least")
    longest: int = Field(8, ge=1, le=50, description="how many letters a row has at most")
    alphabet: int = Field(10, ge=2, le=26, description="how many different letters there are")

    def lengths(self) -> tuple[int, int]:
        """Return the same length for both sides."""
        most = max(self.shortest, self.longest)
        return most, most

    def words(self) -> tuple[str, ...]:
        """Return the letters."""
        return (*SIGNS, *"abcdefghijklmnopqrstuvwxyz"[: self.alphabet])

    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return rows of random length and letters."""
        letters = np.array(self.words()[len(SIGNS) :])
        found: list[Pair] = []
        for length in random.integers(self.shortest, self.lengths()[0] + 1, self.samples).tolist():
            row = letters[random.integers(0, self.alphabet, length)].tolist()
            answer = {Rule.COPY: row, Rule.REVERSE: row[::-1], Rule.SORT: sorted(row)}[self.rule]
            found.append((row, answer))
        return found


class Addition(Sequences, frozen=True):
    """Sums written as text: can a network learn to carry?"""

    name: ClassVar[str] = "addition"
    title: ClassVar[str] = mark("Addition as text")
    chinese: ClassVar[str] = "文本加法"
    paragraph: ClassVar[str] = mark(
        "Sums such as “47+85” and their results “132”, character by character. Learning them by heart does not help on "
        "new numbers: the network must find out how to carry. Made here from a seed, free of any licence."
    )

    digits: int = Field(2, ge=1, le=6, face="digits", description="how many digits each number has at most")

    def lengths(self) -> tuple[int, int]:
        """Return room for two numbers and a plus, and for the sum."""
        return 2 * self.digits + 1, self.digits + 1

    def words(self) -> tuple[str, ...]:
        """Return the digits and the plus."""
        return (*SIGNS, *"0123456789+")

    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return sums of numbers that are short as often as long."""
        size = random.integers(1, self.digits + 1, (self.samples, 2))
        numbers = (random.random((self.samples, 2)) * 10**size).astype(np.int64).tolist()
        return [(f"{a}+{b}", str(a + b)) for a, b in numbers]


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_FORMS = ("{month} {day}, {year}", "{day} {month} {year}", "{short} {day}, {year}", "{day}.{number}.{year}",
          "{day} {short} {year}")  # fmt: skip


class Dates(Sequences, frozen=True):
    """Dates as people write them, to be rewritten as 2024-03-09."""

    name: ClassVar[str] = "dates"
    title: ClassVar[str] = mark("Date formats")
    chinese: ClassVar[str] = "日期格式"
    paragraph: ClassVar[str] = mark(
        "Dates in five ways of writing (“March 9, 2024”, “9.3.2024”) and the same date as 2024-03-09, character by "
        "character: attention can be seen wandering from the year to the month to the day. Made here from a seed, free "
        "of any licence."
    )

    def lengths(self) -> tuple[int, int]:
        """Return room for “September 30, 2024” and “2024-09-30”."""
        return 18, 10

    def words(self) -> tuple[str, ...]:
        """Return the characters of all dates."""
        return vocabulary_of(["0123456789-., ", *_MONTHS])

    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return dates from 1950 to 2049."""
        found: list[Pair] = []
        for year, month, day, form in zip(
            random.integers(1950, 2050, self.samples).tolist(),
            random.integers(1, 13, self.samples).tolist(),
            random.integers(1, 29, self.samples).tolist(),
            random.integers(0, len(_FORMS), self.samples).tolist(),
            strict=True,
        ):
            name = _MONTHS[month - 1]
            said = _FORMS[form].format(month=name, short=name[:3], day=day, year=year, number=month)
            found.append((said, f"{year}-{month:02}-{day:02}"))
        return found


_FIXED = (
    ("Beijing Winter Games", "北 京 冬 奥 会"), ("Beijing Summer Games", "北 京 夏 奥 会"), ("how are you", "你 好 吗"),
    ("good morning", "早 上 好"), ("good night", "晚 安"), ("thank you", "谢 谢"), ("see you tomorrow", "明 天 见"),
    ("welcome to Beijing", "欢 迎 来 到 北 京"), ("happy new year", "新 年 快 乐"), ("deep learning", "深 度 学 习"),
    ("neural network", "神 经 网 络"), ("machine translation", "机 器 翻 译"), ("I do not know", "我 不 知 道"),
)  # fmt: skip
_WHO = (("I", "我"), ("you", "你"), ("he", "他"), ("she", "她"), ("we", "我 们"), ("they", "他 们"))
_DO = (("like", "喜 欢"), ("see", "看 见"), ("want", "想 要"), ("know", "认 识"), ("need", "需 要"))
_WHAT = (("this book", "这 本 书"), ("the cat", "那 只 猫"), ("the teacher", "那 位 老 师"), ("red apples", "红 苹 果"),
         ("Beijing", "北 京"), ("the winter games", "冬 奥 会"), ("green tea", "绿 茶"))  # fmt: skip


def phrases() -> tuple[tuple[str, str], ...]:
    """Return every phrase pair: English words and Chinese characters, both with spaces between them."""
    made = [
        (f"{who} {do if who not in ('he', 'she') else do + 's'} {what}", f"{wer} {tun} {was}")
        for who, wer in _WHO
        for do, tun in _DO
        for what, was in _WHAT
    ]
    return (*_FIXED, *made)


class Phrases(Sequences, frozen=True):
    """Short English phrases and their Chinese."""

    name: ClassVar[str] = "phrases"
    title: ClassVar[str] = mark("English to Chinese phrases")
    chinese: ClassVar[str] = "英译中短语"
    paragraph: ClassVar[str] = mark(
        "223 phrase pairs, word by word in English and character by character in Chinese: “Beijing Winter Games” is "
        "北京冬奥会, “how are you” is 你好吗, and simple sentences made of parts. Chance chooses which of them "
        "come, some more than once, so the parts share phrases. Written for this program, free of any licence."
    )

    samples: int = sample_count(600)

    def lengths(self) -> tuple[int, int]:
        """Return the longest phrase of either side."""
        return max(len(one.split()) for one, _ in phrases()), max(len(other.split()) for _, other in phrases())

    def words(self) -> tuple[str, ...]:
        """Return the English words and the Chinese characters."""
        return vocabulary_of(side.split() for pair in phrases() for side in pair)

    def pairs(self, random: np.random.Generator) -> list[Pair]:
        """Return every phrase before any comes twice, in random order."""
        every = [(one.split(), other.split()) for one, other in phrases()]
        turns = -(-self.samples // len(every))
        order = np.concatenate([random.permutation(len(every)) for _ in range(turns)])[: self.samples]
        return [every[number] for number in order.tolist()]
