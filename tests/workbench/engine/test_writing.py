"""A network that writes: greedy, sampling and beam search against a chain whose probabilities are known."""

from __future__ import annotations

import math

import pytest
import torch

import presets
from workbench.engine.asking import Asked, CannotAsk, Patience
from workbench.engine.writing import Decoding, Way, Writer, said, tokens_of, warmed

LETTERS = ("<pad>", "<start>", "<end>", "<unknown>", "a", "b", "c")


@pytest.fixture(scope="module")
def writer() -> Writer:
    """The language model, whose last layer is replaced by a table: after a comes b (.6) or c (.4), after c always c."""
    found = Writer(Asked(presets.build("rnn_language_model"), {}, None, None))
    a, b, c, d = found.numbers("abcd")[0]
    table = torch.full((len(found.vocabulary), len(found.vocabulary)), -1e4)
    for before, after, share in ((a, b, 0.6), (a, c, 0.4), (b, a, 0.5), (b, d, 0.5), (c, c, 1.0), (d, d, 1.0)):
        table[before, after] = math.log(share)

    def following(written, given):
        return table[[row[-1] for row in written]]

    found._next = following  # type: ignore[method-assign]
    return found


def letters(writer: Writer, start: str, decoding: Decoding) -> str:
    return "".join(token.text for token in writer.write(writer.numbers(start)[0], decoding, {}, Patience()))


def test_greedy_decoding_takes_the_likeliest_and_tells_its_rivals(writer):
    tokens = list(writer.write(writer.numbers("a")[0], Decoding(most=1), {}, Patience()))
    assert tokens[0].text == "b" and tokens[0].share == pytest.approx(0.6)
    assert dict(tokens[0].others[:2]) == pytest.approx({"b": 0.6, "c": 0.4})


def test_beam_search_finds_what_greedy_decoding_misses(writer):
    """a→b→a/d is .6 · .5 = .3, and a→c→c is .4: greedy goes wrong at the first step."""
    beams = writer.beams(writer.numbers("a")[0], Decoding(Way.BEAM, beams=2, most=2), {}, Patience())
    (best, total), (second, less) = beams.texts
    assert best == "cc" and total == pytest.approx(math.log(0.4)) and less == pytest.approx(math.log(0.3))
    assert letters(writer, "a", Decoding(most=2))[0] == "b" and second[0] == "b"
    assert [twig.text for twig in beams.tree if twig.step == 1 and twig.kept] == ["b", "c"]
    one = writer.beams(writer.numbers("a")[0], Decoding(Way.BEAM, beams=1, most=2), {}, Patience())
    assert one.texts[0][0] == letters(writer, "a", Decoding(most=2))


def test_sampling_follows_the_probabilities_and_its_seed(writer):
    first = [letters(writer, "a", Decoding(Way.SAMPLE, most=1, seed=seed)) for seed in range(300)]
    assert first == [letters(writer, "a", Decoding(Way.SAMPLE, most=1, seed=seed)) for seed in range(300)]
    assert set(first) == {"b", "c"} and 0.5 < first.count("b") / 300 < 0.7
    assert {letters(writer, "a", Decoding(Way.SAMPLE, top_k=1, most=1, seed=seed)) for seed in range(20)} == {"b"}


def test_a_temperature_sharpens_or_flattens():
    scores = torch.tensor([2.0, 1.0, 0.0])
    assert torch.allclose(warmed(scores, 1.0), scores.softmax(0))
    assert torch.allclose(warmed(scores, 0.5), (2 * scores).softmax(0))
    assert warmed(scores, 5.0, top_k=2)[2] == 0 and warmed(scores, 5.0).max() < 0.5
    with pytest.raises(ValueError, match="above 0"):
        warmed(scores, 0.0)


def test_what_cannot_write_says_so_and_masked_models_are_no_writers():
    for name in ("text_cnn", "tagger"):
        with pytest.raises(CannotAsk):
            Writer(Asked(presets.build(name), {}, None, None))


def test_a_translator_reads_its_source_and_stops_where_it_has_no_room():
    asked = Asked(presets.build("seq2seq"), {}, None, None)
    writer = Writer(asked)
    assert writer.source is not None and writer.reads.name == "decoder_input"
    row, strange = writer.source_row("May 3, 2020 √")
    assert strange == ("√",) and row.shape == (1, 18)
    given = {writer.source.name: row}
    written = list(writer.write([], Decoding(), given, Patience()))
    assert 0 < len(written) <= writer.room
    # Word by word it is what the network says when it hears its own words all at once.
    numbers = [writer.vocabulary.index(token.text) for token in written]
    fed = torch.tensor([[1, *numbers][: writer.room]])
    fed = torch.nn.functional.pad(fed, (0, writer.room - fed.shape[1]))
    at_once = asked.value_at(writer.scores, {**given, "decoder_input": fed})[0].argmax(-1)
    assert at_once[: len(numbers)].tolist() == numbers


def test_texts_become_tokens_and_come_back():
    assert tokens_of("abc", LETTERS) == ([4, 5, 6], ())
    assert tokens_of("aXb", LETTERS) == ([4, 3, 5], ("X",))
    assert tokens_of("A", LETTERS) == ([4], ())
    words = ("<pad>", "<start>", "<end>", "<unknown>", "Beijing", "Winter", "冬奥会", "北京")
    assert tokens_of("Beijing Winter Beijings", words) == ([4, 5, 3], ("Beijings",))
    assert tokens_of("北京冬奥会", words)[0] == [7, 6] and said([7, 6], words) == "北京冬奥会"
    assert said([4, 5, 2, 0], words[:6]) == "Beijing Winter"
