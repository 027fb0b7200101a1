"""Networks that write: after a prompt, or about something they have read, one token at a time.

Greedy decoding takes the likeliest token each time, sampling draws one with the probabilities softmax(scores /
temperature), of all tokens or of the ``top_k`` likeliest (Fan, Lewis & Dauphin 2018, section 4.4), and beam search
keeps the best unfinished texts side by side and compares the sums of their log-probabilities (Graves 2012, section 2.5;
Sutskever, Vinyals & Le 2014, section 3.2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import torch
from torch import Tensor

from graphs.layer import Family
from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source, Step
from graphs.message import mark, say
from graphs.modules.scan import TeacherForcing
from graphs.tensors import Kind
from workbench.data.words import END, SIGNS, START, UNKNOWN
from workbench.engine.asking import Asked, CannotAsk, Patience
from workbench.engine.roles import comparisons, inputs_of, spec_of

SHOWN = 5
"""How many of the likeliest tokens are told beside each that was taken."""


class Way(StrEnum):
    """How the next token is taken."""

    GREEDY = mark("greedy")
    SAMPLE = mark("sampling")
    BEAM = mark("beam search")


@dataclass(frozen=True)
class Decoding:
    """How a text is written. ``top_k`` 0 means all tokens, ``most`` is the number of tokens at which it ends.

    ``temperature`` divides the scores: below 1 the likely becomes likelier, above 1 everything becomes alike.
    """

    way: Way = Way.GREEDY
    temperature: float = 1.0
    top_k: int = 0
    beams: int = 3
    most: int = 200
    seed: int = 0


class Token(NamedTuple):
    """One token that was written, its probability, and the likeliest there were, as pairs of text and probability."""

    text: str
    share: float
    others: tuple[tuple[str, float], ...]


class Twig(NamedTuple):
    """A token in the tree of a beam search: where it hangs, its log-probability so far, and whether it was kept."""

    parent: int
    step: int
    text: str
    total: float
    kept: bool


@dataclass(frozen=True)
class Beams:
    """What a beam search found: texts with the sums of their log-probabilities, best first, and the tree it grew."""

    texts: tuple[tuple[str, float], ...]
    tree: tuple[Twig, ...]


class Writer:
    """A network that writes, asked for a text. Raises CannotAsk for every other network.

    It is one whose loss compares scores (T, V) with tokens (T,) of a vocabulary, and of which one Input holds such
    tokens too and lets no score see what comes behind its own place: that is tried, not guessed from names. Another
    Input, if there is one, is what it has read before. The copy of ``asked`` is its own from then on.
    """

    def __init__(self, asked: Asked):
        self._asked = asked
        for module in asked.tree.modules():  # a decoder that hears its own word in use shall hear the one that is given
            if isinstance(module, TeacherForcing):
                module.p = 1.0
                module.train()
        found = _scores_and_target(asked)
        reads = None if found is None else _reader(asked, *found)
        if found is None or reads is None:
            raise CannotAsk(
                say("This network writes no text: no Input holds what it has written so far."),
                say("Open a language model or a sequence-to-sequence network, such as gpt or seq2seq."),
            )
        self.scores, target = found
        self.reads: Step = reads
        self.vocabulary = asked.training.prepared.dataset.vocabulary(_field(target))
        dims = reads.outputs["y"].dims
        self.room = int(dims[0])  # tokens it can see of what it has written
        others = [step for step in inputs_of(asked.plan, self.scores) if step.node != reads.node]
        self.source: Step | None = next((step for step in others if step.outputs["y"].kind is Kind.TOKENS), None)
        self.about = tuple(others)
        self._signs = self.vocabulary[: len(SIGNS)] == SIGNS

    @property
    def source_vocabulary(self) -> tuple[str, ...]:
        """The words of what is read before; nothing where nothing is."""
        if self.source is None:
            return ()
        return self._asked.training.prepared.dataset.vocabulary(_field(self.source))

    # ------------------------------------------------------------------ words and numbers

    def numbers(self, text: str) -> tuple[list[int], tuple[str, ...]]:
        """The tokens of a prompt, and what of it the network has no token for."""
        return tokens_of(text, self.vocabulary)

    def text(self, numbers: Sequence[int]) -> str:
        """Tokens as a text."""
        return said(numbers, self.vocabulary)

    def source_row(self, text: str) -> tuple[Tensor, tuple[str, ...]]:
        """What is to be read, (1, T) int64, padded; and what of it the network has no token for."""
        assert self.source is not None
        numbers, strange = tokens_of(text, self.source_vocabulary)
        size = int(self.source.outputs["y"].dims[0])
        row = torch.zeros(1, size, dtype=torch.long)
        row[0, : min(size, len(numbers))] = torch.tensor(numbers[:size], dtype=torch.long)
        return row, strange

    # ------------------------------------------------------------------ writing

    def write(
        self, prompt: Sequence[int], decoding: Decoding, given: dict[str, Tensor], patience: Patience
    ) -> Iterator[Token]:
        """Write on after a prompt, token by token; ``given`` has one example (1, ...) for each other Input.

        A network that begins with <start> takes the prompt as the beginning of its answer. Ends with <end>, after
        ``most`` tokens, or where a network that reads has no room left. Raises GivenUp when nobody waits any more.
        """
        written, chance = list(prompt), torch.Generator().manual_seed(decoding.seed)
        for count in range(decoding.most):
            patience.go_on(count / decoding.most)
            if self.about and len(written) >= self.room:
                return
            (scores,) = self._next([written], given)
            shares = warmed(scores, decoding.temperature, decoding.top_k if decoding.way is Way.SAMPLE else 0)
            drawn = decoding.way is Way.SAMPLE
            token = int(torch.multinomial(shares, 1, generator=chance)) if drawn else int(shares.argmax())
            if self._signs and token == END:
                return
            best = shares.topk(min(SHOWN, len(shares)))
            others = tuple((self._word(int(n)), float(p)) for p, n in zip(best.values, best.indices, strict=True))
            yield Token(self._word(token), float(shares[token]), others)
            written.append(token)

    def beams(self, prompt: Sequence[int], decoding: Decoding, given: dict[str, Tensor], patience: Patience) -> Beams:
        """Keep the ``beams`` likeliest texts side by side until all have ended or ``most`` tokens are written."""
        tree = [Twig(-1, 0, self.text(prompt), 0.0, True)]
        alive: list[tuple[float, list[int], int]] = [(0.0, list(prompt), 0)]
        ended: list[tuple[float, list[int]]] = []
        for step in range(1, decoding.most + 1):
            patience.go_on(step / decoding.most)
            room = [one for one in alive if not (self.about and len(one[1]) >= self.room)]
            ended += [(total, written) for total, written, _ in alive if self.about and len(written) >= self.room]
            if not room:
                alive = []
                break
            logs = self._next([written for _, written, _ in room], given).div(decoding.temperature).log_softmax(-1)
            grown: list[tuple[float, list[int], int, int]] = []
            for (total, written, place), row in zip(room, logs, strict=True):
                best = row.topk(min(decoding.beams, len(row)))
                for value, token in zip(best.values.tolist(), best.indices.tolist(), strict=True):
                    grown.append((total + value, written, place, token))
            grown.sort(key=lambda one: -one[0])
            alive = []
            for rank, (total, written, place, token) in enumerate(grown):
                kept = rank < decoding.beams
                tree.append(Twig(place, step, self._word(token), total, kept))
                if kept and self._signs and token == END:
                    ended.append((total, written))
                elif kept:
                    alive.append((total, [*written, token], len(tree) - 1))
            best_end = max((total for total, _ in ended), default=None)
            if not alive or (len(ended) >= decoding.beams and best_end is not None and best_end >= alive[0][0]):
                break  # log-probabilities only fall: no unfinished text can overtake any more
        ended += [(total, written) for total, written, _ in alive]
        ended.sort(key=lambda one: -one[0])
        texts = tuple((self.text(written[len(prompt) :]), total) for total, written in ended[: decoding.beams])
        return Beams(texts, tuple(tree))

    def _next(self, written: Sequence[Sequence[int]], given: dict[str, Tensor]) -> Tensor:
        """The scores of the next token, (texts, V), after texts of one length each, float32."""
        starts = bool(self.about) and self._signs
        rows = torch.zeros(len(written), self.room, dtype=torch.long)
        for row, numbers in zip(rows, written, strict=True):
            seen = ([START, *numbers] if starts else list(numbers))[-self.room :] or [0]
            row[: len(seen)] = torch.tensor(seen)
        at = max(1, min(self.room, len(written[0]) + int(starts))) - 1
        inputs = {name: value.expand(len(written), *value.shape[1:]) for name, value in given.items()}
        program = self._asked.tree.program((self.scores,))
        inputs[self.reads.name] = rows

        def compute() -> Tensor:
            with torch.no_grad():
                (scores,) = program({name: inputs[name] for name in program.inputs})
            return scores[:, at].float()

        found: Tensor = self._asked.run(compute)
        return found

    def _word(self, number: int) -> str:
        return self.vocabulary[number] if 0 <= number < len(self.vocabulary) else str(number)


def warmed(scores: Tensor, temperature: float, top_k: int = 0) -> Tensor:
    """Probabilities (V,) of scores (V,) at a temperature; all but the ``top_k`` likeliest become 0 where it is given.

    Raises ValueError for a temperature that is not above 0.
    """
    if not temperature > 0:
        raise ValueError(f"A temperature is above 0, and this one is {temperature}.")
    if 0 < top_k < len(scores):
        least = scores.topk(top_k).values[-1]
        scores = scores.masked_fill(scores < least, -torch.inf)
    return (scores / temperature).softmax(-1)


# ---------------------------------------------------------------------- texts


def tokens_of(text: str, vocabulary: Sequence[str]) -> tuple[list[int], tuple[str, ...]]:
    """A text as numbers of a vocabulary, the longest word that fits each time; and what has no number.

    A vocabulary of single characters reads every character, blanks too; one of words passes over blanks. What is
    strange becomes <unknown> where there is such a sign, else it is left out. Capital letters give way to small ones
    where only these are known.
    """
    numbers = {word: number for number, word in enumerate(vocabulary)}
    by_letter = all(len(word) == 1 for word in vocabulary if word not in SIGNS)
    known = sorted((word for word in numbers if word and word not in SIGNS), key=len, reverse=True)
    unknown = UNKNOWN if vocabulary[: len(SIGNS)] == SIGNS else None
    found: list[int] = []
    strange: list[str] = []
    for piece in [text] if by_letter else text.split():
        rest = piece
        while rest:
            word = next((one for one in known if rest.startswith(one)), None)
            if word is None:
                word = next((one for one in known if rest.lower().startswith(one)), None)
            whole = re.match(r"\w+|.", rest, re.DOTALL)
            assert whole is not None
            if word is not None and (by_letter or len(word) >= len(whole.group()) or not word.isascii()):
                found.append(numbers[word])
                rest = rest[len(word) :]
                continue
            odd = rest[0] if by_letter else whole.group()
            strange.append(odd)
            if unknown is not None:
                found.append(unknown)
            rest = rest[len(odd) :]
    return found, tuple(strange)


def said(numbers: Sequence[int], vocabulary: Sequence[str]) -> str:
    """Tokens as a text: characters and Chinese words side by side, other words with blanks between."""
    words = [vocabulary[number] for number in numbers if 0 <= number < len(vocabulary)]
    words = [word for word in words if word not in SIGNS[:3]]
    plain = all(len(word) == 1 for word in vocabulary if word not in SIGNS)
    return ("" if plain or any(not word.isascii() for word in words) else " ").join(words)


# ---------------------------------------------------------------------- who writes


def _field(step: Step) -> str:
    return step.layer.field if isinstance(step.layer, Input) else ""


def _scores_and_target(asked: Asked) -> tuple[Source, Step] | None:
    """The scores of the next token, and the Input that says which it should be."""
    plan, dataset = asked.plan, asked.training.prepared.dataset
    for answer, truth, by in comparisons(plan):
        target, spec = plan.by_node[truth.node], spec_of(plan, answer)
        if by.layer.family is not Family.LOSS or not isinstance(target.layer, Input):
            continue
        wanted = target.outputs["y"]
        if wanted.kind is Kind.TOKENS and len(spec.dims) == 2 and spec.dims[0] == wanted.dims[0]:
            words = dataset.vocabulary(target.layer.field)
            if words and spec.dims[1] == len(words):
                return answer, target
    return None


def _reader(asked: Asked, scores: Source, target: Step) -> Step | None:
    """The Input of what has been written: the scores before its last place do not see it, those at it do."""
    plan: Plan = asked.plan
    words = asked.training.prepared.dataset.vocabulary(_field(target))
    part = next((name for name in asked.parts()), None)
    if part is None or len(words) < 3:
        return None
    inputs = asked.rows(part, [0])
    program = asked.tree.program((scores,))

    def ask(changed: dict[str, Tensor]) -> Tensor:
        with torch.no_grad():
            (value,) = program({name: changed[name] for name in program.inputs})
        return value

    compute: Callable[[dict[str, Tensor]], Tensor] = lambda changed: asked.run(lambda: ask(changed))  # noqa: E731
    before = compute(inputs)
    for step in inputs_of(plan, scores):
        spec = step.outputs["y"]
        if spec.kind is not Kind.TOKENS or spec.dims != target.outputs["y"].dims:
            continue
        other = inputs[step.name].clone()
        other[0, -1] = next(n for n in (len(words) - 1, len(words) - 2) if n != int(other[0, -1]))
        after = compute({**inputs, step.name: other})
        moved = (after - before).abs().amax(-1)[0]
        if bool((moved[:-1] <= 1e-5).all()) and bool(moved[-1] > 1e-7):
            return step
    return None
