"""Presets that torch has as one module are that module, under copied weights."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn

import graphs
import presets


def waves(length: int, width: int) -> torch.Tensor:
    """The positions of Vaswani et al. 2017, section 3.5: (T, F)."""
    place = torch.arange(length, dtype=torch.float64)[:, None]
    pace = torch.exp(-math.log(10_000.0) * torch.arange(0, width, 2, dtype=torch.float64) / width)
    return torch.stack([torch.sin(place * pace), torch.cos(place * pace)], dim=-1).flatten(1).float()


def test_the_transformer_is_torchs_less_its_two_final_norms() -> None:
    torch.manual_seed(0)
    ours = graphs.compile(presets.build("transformer_2017", "full").network).eval()
    theirs = nn.Transformer(512, 8, 6, 6, 2048, dropout=0.0, batch_first=True)  # training: its usual way, no shortcuts
    theirs.encoder.norm = theirs.decoder.norm = None
    keys = {
        key: key.replace("encoder", "encoder.layers.").replace("decoder", "decoder.layers.")
        for key in ours.state_dict()
        if key.startswith(("encoder", "decoder"))
    }
    theirs.load_state_dict({new: ours.state_dict()[key] for key, new in keys.items()}, strict=True)
    source, told = torch.randint(3, 44, (3, 18)), torch.randint(3, 44, (3, 11))
    source[1, 12:] = 0
    table = ours.state_dict()["words.weight"]
    read = table[source] * math.sqrt(512) + waves(18, 512)
    written = table[told] * math.sqrt(512) + waves(11, 512)
    ahead = torch.ones(11, 11, dtype=torch.bool).triu(1)
    with torch.no_grad():
        expected = theirs(
            read, written, tgt_mask=ahead, src_key_padding_mask=source == 0, memory_key_padding_mask=source == 0
        )
        given = ours(source=source, decoder_input=told)["scores"]
    assert torch.allclose(given, expected @ table.T, rtol=1e-4, atol=1e-4 * float(given.abs().max()))


def test_the_lenet_of_1998_learns_exactly_60000_numbers() -> None:
    """C1 156, S2 12, C3 1,516, S4 32, C5 48,120, F6 10,164; the 840 dots of the drawn digits stay as they are."""
    project = presets.build("lenet5_1998")
    summary = graphs.summary(project.network)
    assert (summary.trainable, summary.parameters) == (60_000, 60_840)
    tree = graphs.compile(project.network)
    graphs.write_weights(tree, project.weights)
    assert set(tree.state_dict()["output.weight"].unique().tolist()) == {-1.0, 1.0}
    counts = {
        name: sum(weight.numel() for key, weight in tree.named_parameters() if key.startswith(f"{name}."))
        for name in ("C1", "S2", "C3", "S4", "C5", "F6", "output")
    }
    assert list(counts.values()) == [156, 12, 1_516, 32, 48_120, 10_164, 840]


def test_gpt_2_small_has_its_size_and_one_table() -> None:
    project = presets.build("gpt", "full")
    assert graphs.summary(project.network).parameters == 124_439_808


def test_the_two_recurrent_layers_of_keras_have_a_bias_more_here() -> None:
    assert graphs.summary(presets.build("simple_rnn").network).parameters == 7_701 + 2 * 50


@pytest.mark.parametrize("name", ["gru", "coupled_lstm", "lstm", "peephole_lstm"])
def test_a_drawn_cell_takes_the_step_of_its_formula(name: str) -> None:
    """Gate by gate in plain torch: c' = f ⊙ c + i ⊙ g, h' = o ⊙ tanh c'; h' = (1 − z) ⊙ h + z ⊙ g."""
    torch.manual_seed(0)
    tree = graphs.compile(presets.build(name).network).eval()
    w = {key: value.double() for key, value in tree.state_dict().items()}

    def gate(which: str, *seen: torch.Tensor) -> torch.Tensor:
        return torch.cat(seen, dim=1) @ w[f"memory.W_{which}.weight"].T + w[f"memory.W_{which}.bias"]

    sequence = torch.randn(3, 50, 2, dtype=torch.float64)
    h = c = torch.zeros(3, 16, dtype=torch.float64)
    for x in sequence.unbind(1):
        if name == "gru":
            r, z = gate("r", h, x).sigmoid(), gate("z", h, x).sigmoid()
            h = (1 - z) * h + z * gate("g", r * h, x).tanh()
            continue
        eyes = (c, h, x) if name == "peephole_lstm" else (h, x)
        f, g = gate("f", *eyes).sigmoid(), gate("g", h, x).tanh()
        i = 1 - f if name == "coupled_lstm" else gate("i", *eyes).sigmoid()
        c = f * c + i * g
        h = gate("o", *((c, h, x) if name == "peephole_lstm" else (h, x))).sigmoid() * c.tanh()
    expected = h @ w["answer.weight"].T + w["answer.bias"]
    with torch.no_grad():
        given = tree.double()(sequence=sequence)["logits"]
    assert torch.allclose(given, expected, rtol=1e-9, atol=1e-9)
