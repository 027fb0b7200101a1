"""Presets of language: the sizes their papers count, and the numbers their formulas give, in plain torch."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import nn

import graphs
import presets
from benchmarks.judges.language import bigrams, greedy
from graphs.meaning import Source
from workbench.data import data_set


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("bert", 109_482_240 + 768 * 768 + 768 + 2 * 768 + 30_522 + 2 * 768 + 2),  # the encoder, and its two heads
        ("albert", 11_683_584 + 768 * 128 + 128 + 2 * 128 + 30_000 + 2 * 768 + 2),
        ("t5", 60_506_624),
        ("blstm_ctc", 114_662),  # Graves et al. 2006, section 5.2
    ],
)
def test_it_has_the_parameters_that_were_published(name: str, count: int) -> None:
    assert graphs.summary(presets.build(name, "full").network).parameters == count


def inner(tree: torch.nn.Module, name: str) -> dict[str, torch.Tensor]:
    """The weights below one child."""
    return {key.removeprefix(f"{name}."): value for key, value in tree.state_dict().items() if key.startswith(name)}


def test_a_layer_of_bert_is_torchs_encoder_layer_with_gelu() -> None:
    torch.manual_seed(0)
    tree = graphs.compile(presets.build("bert").network).eval()
    theirs = nn.TransformerEncoderLayer(64, 4, 128, 0.0, "gelu", 1e-12, batch_first=True)
    theirs.load_state_dict(inner(tree, "layer0"), strict=True)
    before, after = (next(step for step in tree.plan.steps if step.name == name) for name in ("dropout", "layer0"))
    table = data_set("tale_pairs", samples=20).load(0)
    program = tree.program((Source(before.node, "y"), Source(after.node, "y")))
    inputs = {name: torch.from_numpy(table[name]) for name in program.inputs}
    x, y = program(inputs)
    real = inputs["tokens"] != 0
    expected = theirs(x, src_key_padding_mask=~real)
    assert torch.allclose(y[real], expected[real], atol=1e-5)


def test_bert_scores_words_with_the_table_it_reads_them_by_and_albert_uses_one_layer_twice() -> None:
    bert, albert = (graphs.compile(presets.build(name).network) for name in ("bert", "albert"))
    assert not any(key.startswith("guess_words.weight") for key in bert.state_dict())
    assert any(key.startswith("layer1.") for key in bert.state_dict())
    assert not any(key.startswith("layer1.") for key in albert.state_dict())
    bert_full, albert_full = (graphs.summary(presets.build(name, "full").network) for name in ("bert", "albert"))
    assert albert_full.parameters * 9 < bert_full.parameters
    assert albert_full.multiply_adds > 0.8 * bert_full.multiply_adds


def buckets(distance: torch.Tensor, both: bool) -> torch.Tensor:
    """Which group a distance (key − query) belongs to: Raffel et al. 2020 with 32 buckets up to 128 steps."""
    half = 16 if both else 32
    base = (distance > 0).long() * half if both else torch.zeros_like(distance)
    away = distance.abs() if both else (-distance).clamp(min=0)
    exact = half // 2
    far = exact + (torch.log(away.clamp(min=1) / exact) / math.log(128 / exact) * (half - exact)).long()
    return base + torch.where(away < exact, away, far.clamp(max=half - 1))


def test_t5_is_what_its_paper_says_in_plain_torch() -> None:
    """Norm first by the root mean square, no bias, no 1/√d, one table of distances, scores times d^-½."""
    torch.manual_seed(0)
    tree = graphs.compile(presets.build("t5").network).double().eval()
    w = tree.state_dict()
    table = data_set("text_tasks", samples=20).load(0)
    source, told = torch.from_numpy(table["source"]), torch.from_numpy(table["decoder_input"])

    def norm(x: torch.Tensor, key: str) -> torch.Tensor:
        return w[f"{key}.weight"] * x * (x.square().mean(-1, keepdim=True) + 1e-6).rsqrt()

    def attend(x: torch.Tensor, seen: torch.Tensor, key: str, extra: torch.Tensor) -> torch.Tensor:
        q, k, v = (
            (given @ w[f"{key}_{which}.weight"].T).unflatten(-1, (4, 16)).transpose(1, 2)
            for which, given in (("q", x), ("k", seen), ("v", seen))
        )
        mixed = torch.softmax(q @ k.transpose(2, 3) + extra, dim=-1) @ v
        return mixed.transpose(1, 2).flatten(2) @ w[f"{key}_o.weight"].T

    def think(x: torch.Tensor, key: str) -> torch.Tensor:
        hidden = torch.relu(norm(x, f"{key}.norm") @ w[f"{key}.wi.weight"].T)
        return x + hidden @ w[f"{key}.wo.weight"].T

    def bias(length: int, name: str, both: bool) -> torch.Tensor:
        place = torch.arange(length)
        (weight,) = inner(tree, name).values()
        return weight[buckets(place[None] - place[:, None], both)].permute(2, 0, 1)

    hidden = torch.zeros(source.shape, dtype=torch.float64).masked_fill(source == 0, -torch.inf)[:, None, None]
    x = w["shared.weight"][source]
    for layer in ("encoder0", "encoder1"):
        seen = norm(x, f"{layer}.own_norm")
        x = think(x + attend(seen, seen, f"{layer}.own", bias(7, "encoder_bias", True) + hidden), layer)
    memory = norm(x, "encoder_norm")
    y = w["shared.weight"][told]
    ahead = torch.full((7, 7), -torch.inf, dtype=torch.float64).triu(1)
    for layer in ("decoder0", "decoder1"):
        seen = norm(y, f"{layer}.own_norm")
        y = y + attend(seen, seen, f"{layer}.own", bias(7, "decoder_bias", False) + ahead)
        y = think(y + attend(norm(y, f"{layer}.cross_norm"), memory, f"{layer}.cross", hidden), layer)
    expected = norm(y, "decoder_norm") * 64**-0.5 @ w["shared.weight"].T
    with torch.no_grad():
        given = tree(source=source, decoder_input=told)["scores"]
    assert torch.allclose(given, expected, atol=1e-9)


def losses(name: str, samples: int) -> tuple[graphs.Project, torch.nn.Module, dict[str, torch.Tensor]]:
    """A preset, its network as it starts, and some of its data by Input name."""
    torch.manual_seed(0)
    project = presets.build(name)
    tree = graphs.compile(project.network).eval()
    table = data_set(project.recipe.data.name, samples=samples).load(0)
    fields = {step.name: step.layer.field for step in tree.plan.steps if step.is_entrance}
    return project, tree, {entrance: torch.from_numpy(table[field]) for entrance, field in fields.items()}


def test_word2vec_minimises_equation_4() -> None:
    """−log σ(u·v) for the neighbour, −log σ(−u·v) for each noise word: Mikolov et al. 2013."""
    project, tree, given = losses("word2vec", 50)
    with torch.no_grad():
        (value,) = tree.program((Source(project.network.node("loss").id, "y"),))(given)
    words, contexts = tree.state_dict()["words.weight"], tree.state_dict()["contexts.weight"]
    product = (contexts[given["candidates"]] * words[given["word"]][:, None]).sum(-1)
    is_neighbour = torch.arange(6)[None] == given["label"][:, None]
    expected = -nn.functional.logsigmoid(torch.where(is_neighbour, product, -product)).sum(1).mean()
    assert torch.allclose(value, expected, rtol=1e-5)


def test_the_recogniser_minimises_torchs_ctc_and_its_error_counts_corrections() -> None:
    project, tree, given = losses("blstm_ctc", 20)
    nodes = [Source(project.network.node(name).id, "y") for name in ("loss", "label_error", "letters_heard")]
    with torch.no_grad():
        value, error, scores = tree.program(tuple(nodes))(given)
    steps = torch.full((20,), scores.shape[1])
    expected = nn.CTCLoss()(scores.log_softmax(-1).transpose(0, 1), given["letters"], steps, torch.full((20,), 3))
    assert torch.allclose(value, expected, rtol=1e-5)
    wrong = 0
    for row, letters in zip(scores.argmax(-1).tolist(), given["letters"].tolist(), strict=True):
        heard = [now for before, now in zip([0, *row], row, strict=False) if now != before and now != 0]
        wrong += corrections(heard, letters)
    assert float(error) == pytest.approx(wrong / 60)


def corrections(one: list[int], other: list[int]) -> int:
    """How many signs must be put in, taken out or changed (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for number, sign in enumerate(one, 1):
        last, row[0] = row[0], number
        for place, wanted in enumerate(other, 1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (sign != wanted))
    return row[-1]


def test_a_table_of_pairs_knows_what_follows_which() -> None:
    """a b a c: after a comes b or c, after b always a; one more of each of three letters leaves room for doubt."""
    table = bigrams(np.array([0, 1, 0]), np.array([1, 0, 2]), 3, more=1.0)
    assert np.allclose(np.exp(table), [[1 / 5, 2 / 5, 2 / 5], [2 / 4, 1 / 4, 1 / 4], [1 / 3, 1 / 3, 1 / 3]])


def test_decoding_word_by_word_is_what_a_free_running_decoder_writes() -> None:
    """In use the decoder reads what it wrote, whatever it is told: so its metric is that of greedy decoding."""
    _, tree, given = losses("luong", 20)

    def scores(source: torch.Tensor, read: torch.Tensor) -> torch.Tensor:
        return tree(source=source, decoder_input=read)["scores"]

    with torch.no_grad():
        said = greedy(given["source"], 11, scores)
        free = scores(given["source"], given["decoder_input"]).argmax(-1)
    assert torch.equal(said, free)
