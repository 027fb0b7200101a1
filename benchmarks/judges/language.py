"""Judges of what reads and writes: greedy decoding word by word, nats a letter, and which words lie side by side."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from benchmarks.judges import Trained, goal, judge
from workbench.data.corpus import Corpus
from workbench.data.tales import GROUPS, WORDS
from workbench.data.words import END, PADDING, START

goal("birnn", "tagger", metric="f1_score", at_least=0.99)
goal("lstm", "peephole_lstm", "coupled_lstm", "gru", metric="accuracy", at_least=0.99)
goal("forgetful_rnn", metric="accuracy", at_most=0.65)
goal("blstm_ctc", metric="word_error_rate", at_most=0.05)
goal(
    "bert", metric="accuracy", at_least=0.9,
    why="no: telling the two worlds of the tales apart answers three pairs in four, and it gets no further in a "
    "minute, nor in 4,200 smaller steps; Lan et al. 2020, section 3.1, call the topic the easy part of this task",
)  # fmt: skip
goal("albert", metric="accuracy", at_least=0.9)
goal("bert", "albert", metric="pixel_accuracy", at_least=0.6)

DECODED = 1000
"""How many examples of the test are decoded at most."""


def greedy(source: Tensor, steps: int, scores: nn.Module) -> Tensor:
    """Write (N, steps) tokens, each time the best one after what was written: nothing of the answer is looked at.

    ``scores`` takes the source (N, T) and what was written so far behind <start> (N, steps), and gives (N, steps, V).
    """
    read = torch.full((len(source), steps), PADDING, dtype=torch.long)
    read[:, 0] = START
    said = torch.zeros_like(read)
    for step in range(steps):
        said[:, step] = scores(source, read)[:, step].argmax(-1)
        if step + 1 < steps:
            read[:, step + 1] = said[:, step]
    return said


@judge("bahdanau", "luong", "local_attention", "transformer_2017", "t5",
       figure="share of test texts written without an error, by greedy decoding", at_least=0.95)  # fmt: skip
@judge("seq2seq", figure="share of test texts written without an error, by greedy decoding")
def exact(trained: Trained) -> float:
    """The share of test examples whose decoded text is the right one up to its end."""
    columns = {name: value[:DECODED] for name, value in trained.training.part("test").items()}
    tree = trained.training.tree.eval()
    with torch.no_grad():
        said = greedy(columns["source"], columns["target"].shape[1],
                      lambda source, read: tree(source=source, decoder_input=read)["scores"])  # fmt: skip
    target = columns["target"]
    up_to_end = (target == END).int().cumsum(1) - (target == END).int() == 0
    return float(((said == target) | ~up_to_end).all(1).float().mean())


def bigrams(tokens: np.ndarray, target: np.ndarray, vocabulary: int, more: float) -> np.ndarray:
    """log p(next | letter), (V, V), from pairs that were seen, each pair counted ``more`` too often (Lidstone)."""
    count = np.full((vocabulary, vocabulary), more)
    np.add.at(count, (tokens, target), 1)
    return np.asarray(np.log(count / count.sum(1, keepdims=True)))


def bigram_nats(trained: Trained) -> float:
    """How surprised a table of pairs is by a letter of the test, counted on the training part of the same split.

    What is added to each count is chosen in favour of the table: the best of five for the test itself.
    """
    training, test = (trained.training.part(part) for part in ("training", "test"))
    seen, new = ((part["tokens"].numpy().ravel(), part["target"].numpy().ravel()) for part in (training, test))
    count = len(Corpus().vocabulary())
    return min(-float(bigrams(*seen, count, more)[new].mean()) for more in (0.03, 0.1, 0.2, 0.3, 0.5))


@judge(
    "gpt", "rnn_language_model", figure="nats a letter of the test ÷ those of the best table of pairs", at_most=0.999
)
def below_bigrams(trained: Trained) -> float:
    """The loss on the test over the bigram entropy of the same split."""
    return trained.test["loss"] / bigram_nats(trained)


@judge("gpt", "rnn_language_model", figure="nats a letter of the test")
def nats(trained: Trained) -> float:
    """The mean cross-entropy of the next letter."""
    return trained.test["loss"]


@judge("word2vec", figure="share of words whose nearest word is of their kind", at_least=0.8)
def alike(trained: Trained) -> float:
    """Of the words that have a kind (animals, people, places, food, moods, times), by the cosine of their vectors."""
    kinds = {word: kind for kind, words in GROUPS.items() for word in words}
    table = nn.functional.normalize(trained.training.tree.get_parameter("words.weight").detach(), dim=1)
    rows = [WORDS.index(word) for word in kinds]
    alike_ = table[rows] @ table[rows].T
    nearest = alike_.fill_diagonal_(-2).argmax(1).tolist()
    names = list(kinds)
    return float(np.mean([kinds[names[near]] == kinds[name] for name, near in zip(names, nearest, strict=True)]))


@judge("elman", "simple_rnn", figure="mean absolute error ÷ that of saying the last value again", at_most=0.3)
@judge("jordan", figure="mean absolute error ÷ that of saying the last value again", at_most=0.9)
def better_than_standing_still(trained: Trained) -> float:
    """The error of the next value over that of a forecast that says nothing will change."""
    answer, target, seen = trained.values("answer", "target", "sequence")
    return float((answer - target).abs().mean() / (seen[:, -1, :1] - target).abs().mean())


@judge("forecaster", "stacked_rnn", figure="mean absolute error ÷ that of the same hour of yesterday", at_most=0.9)
def better_than_yesterday(trained: Trained) -> float:
    """The error of the forecast over that of the laziest one that knows the day."""
    answer, target, seen = trained.values("answer", "target", "sequence")
    yesterday = seen[:, -24:, 0][:, : target.shape[1]]
    return float((answer - target).abs().mean() / (yesterday - target).abs().mean())
