"""Tales: what is asked about two sentences, and how often noise words come."""

from collections import Counter

import numpy as np

from workbench.data import data_set
from workbench.data.tales import GROUPS, WORDS, Question, tell


def sentences(tokens: np.ndarray, segments: np.ndarray) -> tuple[list[str], list[str]]:
    """The words of both sentences, without the signs."""
    words = [WORDS[token] for token in tokens.tolist()]
    return (
        [word for word, side in zip(words, segments.tolist(), strict=True) if side == 0 and word[0] not in "[<"],
        [word for word, side in zip(words, segments.tolist(), strict=True) if side == 1 and word[0] not in "[<"],
    )


def heroes(words: list[str]) -> set[str]:
    """Who comes up in a sentence."""
    return set(words) & {*GROUPS["animal"], *GROUPS["person"]}


def test_a_second_sentence_that_follows_is_about_the_same_ones() -> None:
    table = data_set("tale_pairs", samples=200).load(0)
    shared = {0: 0, 1: 0}
    for tokens, segments, label in zip(table["tokens"], table["segments"], table["label"].tolist(), strict=True):
        assert [WORDS[token] for token in tokens.tolist()].count("[SEP]") == 2 and WORDS[tokens[0]] == "[CLS]"
        first, second = sentences(tokens, segments)
        shared[label] += bool(heroes(first) & heroes(second))
    assert shared[1] == 100 and shared[0] < 50


def test_in_the_wrong_order_the_same_two_sentences_stand() -> None:
    table = data_set("tale_pairs", samples=100, question=Question.ORDER).load(0)
    plots = [" ".join(word for word in line if word in ("goes", "wants", "meets", "gives", "eats", "thanks", "sleeps"))
             for line in tell(np.random.default_rng(0))]  # fmt: skip
    for tokens, segments, label in zip(table["tokens"], table["segments"], table["label"].tolist(), strict=True):
        first, second = (
            next(plots.index(word) for word in words if word in plots) for words in sentences(tokens, segments)
        )
        assert second - first == (1 if label else -1)


def test_noise_words_come_with_their_frequency_to_the_three_quarters() -> None:
    table = data_set("word_neighbours").load(0)
    noise = table["candidates"][np.arange(6)[None] != table["label"][:, None]]
    random = np.random.default_rng(0)
    count = Counter(word for _ in range(400) for line in tell(random) for word in line)
    share = {word: n**0.75 for word, n in count.items()}
    for word in ("the", "to", "fox"):
        expected = share[word] / sum(share.values())
        assert abs(float((noise == WORDS.index(word)).mean()) - expected) < 0.15 * expected
    beside = table["candidates"][np.arange(len(table)), table["label"]]
    after_goes = {WORDS[other] for word, other in zip(table["word"], beside, strict=True) if WORDS[word] == "hungry"}
    assert {"the", "fox"} <= after_goes and "bread" not in after_goes
