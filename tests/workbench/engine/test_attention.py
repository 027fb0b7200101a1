"""The attention a probe records is that of torch's own function, whatever the layer is made of."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from tests.workbench.engine.sentences import (
    aligned,
    attentive,
    drawn_attention,
    look,
    looking_at_patches,
    reader,
    training_of,
)
from tests.workbench.engine.small import same_weights, train
from workbench.engine import Sample
from workbench.engine.inside import has_attention
from workbench.engine.probes.attention import ROOM, Attention, entropy, rolled
from workbench.engine.runs import Run
from workbench.engine.training import Training


def by_torch(module: nn.MultiheadAttention, x: Tensor, causal: bool) -> Tensor:
    """The weights of F.scaled_dot_product_attention: with the unit matrix as values its answer is its weights."""
    q, k, _ = F.linear(x, module.in_proj_weight, module.in_proj_bias).chunk(3, -1)
    q, k = (part.unflatten(2, (module.num_heads, -1)).transpose(1, 2) for part in (q, k))
    unit = torch.eye(x.shape[1]).expand(len(x), module.num_heads, -1, -1)
    return F.scaled_dot_product_attention(q, k, unit, is_causal=causal).detach()


def embedded(training: Training, sample: Sample) -> Tensor:
    tokens = torch.from_numpy(training.prepared.parts.validation["tokens"][sample.data["examples"]])
    return training.tree.embedding(tokens).detach()


@pytest.mark.parametrize("causal", [True, False])
@pytest.mark.parametrize("need_weights", [True, False])
def test_every_head_of_every_copy_has_the_weights_of_torch(causal: bool, need_weights: bool) -> None:
    training = training_of(attentive(causal=causal, need_weights=need_weights, dropout=0.3))
    sample = look(Attention(), training)
    assert sample.labels["nodes"] == ("layers.0.attention", "layers.1.attention")
    x = embedded(training, sample)
    for place, branch in enumerate(training.tree.layers.children()):
        expected = by_torch(branch.attention, x, causal)
        found = torch.from_numpy(sample.data[f"weights/{place}"])
        assert found.shape == (4, 2, 16, 16)
        assert torch.allclose(found, expected, atol=1e-6)
        assert torch.allclose(found.sum(-1), torch.ones(4, 2, 16), atol=1e-5)
        assert not causal or not found.triu(1).any()
        assert branch.attention.training  # it goes on as it was
        branch.eval()
        x = x + branch.attention(x, x, x)[0]


def test_words_stand_on_both_axes_and_entropy_says_how_spread_out_a_head_is() -> None:
    training = training_of(attentive(causal=False))
    sample = look(Attention(), training)
    tokens = training.prepared.parts.validation["tokens"][sample.data["examples"]]
    words = np.array(training.prepared.dataset.vocabulary())[tokens].ravel().tolist()
    assert list(sample.labels["keys/0"]) == list(sample.labels["queries/0"]) == words
    weights = torch.from_numpy(sample.data["weights/0"]).double()
    expected = torch.distributions.Categorical(probs=weights).entropy().mean((0, 2))
    assert sample.data["entropy/0"] == pytest.approx(expected.numpy(), rel=1e-5)
    even = torch.full((1, 1, 3, 8), 1 / 8)
    assert entropy(even).item() == pytest.approx(np.log(8))
    assert entropy(torch.eye(8)[None, None]).item() == 0


def test_a_decoder_in_a_scan_shows_which_step_of_the_source_each_word_came_from() -> None:
    training = training_of(aligned())
    sample = look(Attention(), training)
    assert sample.labels["nodes"] == ("decoder.attention",)
    assert sample.data["weights/0"].shape == (4, 1, 9, 8)
    assert np.allclose(sample.data["weights/0"].sum(-1), 1, atol=1e-5)
    table, rows = training.prepared.parts.validation, sample.data["examples"]
    names = np.array(training.prepared.dataset.vocabulary("source"))
    assert list(sample.labels["keys/0"]) == names[table["source"][rows]].ravel().tolist()
    assert list(sample.labels["queries/0"]) == names[table["decoder_input"][rows]].ravel().tolist()


def test_attention_drawn_from_products_is_seen_at_its_softmax() -> None:
    training = training_of(drawn_attention())
    sample = look(Attention(), training)
    x = embedded(training, sample)
    q, k = training.tree.query(x).detach(), training.tree.key(x).detach()
    assert sample.labels["nodes"] == ("weights",)
    expected = torch.softmax(q @ k.transpose(1, 2), -1)
    assert np.abs(sample.data["weights/0"][:, 0] - expected.numpy()).max() < 1e-6


@pytest.mark.parametrize("class_token", [True, False])
def test_keys_that_are_patches_know_their_place_in_the_image(class_token: bool) -> None:
    training = training_of(looking_at_patches(class_token))
    sample = look(Attention(), training)
    assert sample.data["grid/0"].tolist() == [4, 4, int(class_token)]
    weights, looked = sample.data["weights/0"], sample.data["looked/0"]
    assert np.allclose(looked, weights[:, :, 0] if class_token else weights.mean(2))
    image = training.prepared.parts.validation["image"][sample.data["examples"]]
    span = image.max((1, 2, 3)) - image.min((1, 2, 3))
    shown = sample.data["image"][..., 0] / 255 * span[:, None, None] + image.min((1, 2, 3))[:, None, None]
    assert np.abs(shown - image[:, 0]).max() <= span.max() / 255


def test_long_sequences_are_rolled_up_and_their_rows_still_add_up_to_one() -> None:
    torch.manual_seed(0)
    weights = torch.softmax(torch.randn(1, 3, 512, 700), -1)
    small = rolled(weights, 40, 30)
    assert small.shape == (1, 3, 40, 30)
    assert torch.allclose(small.sum(-1), torch.ones(1, 3, 40), atol=1e-4)
    edges = torch.linspace(0, 512, 41)[:-1].long().tolist()
    first = weights[0, 0, : edges[1], : torch.linspace(0, 700, 31)[:-1].long()[1]]
    assert small[0, 0, 0, 0].item() == pytest.approx(first.sum(1).mean().item(), rel=1e-4)
    project = attentive(heads=4, blocks=1)
    training = training_of(project)
    probe = Attention()
    with training.random:
        assert probe.suits(training)
        probe.inputs["tokens"] = torch.randint(0, 14, (4, 640))
        (sample,) = probe.collect(training)
    assert sample.data["sizes/0"].tolist() == [640, 640]
    assert sample.data["weights/0"].size <= ROOM and sample.data["weights/0"].shape[:2] == (1, 4)
    assert np.allclose(sample.data["weights/0"].sum(-1), 1, atol=1e-4)


def test_watching_changes_no_bit_and_the_run_keeps_what_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.GRACE", 60.0)  # however slow the machine is
    train(attentive(dropout=0.2), tmp_path / "without")
    events, _ = train(attentive(dropout=0.2), tmp_path / "watched", probes=(Attention(every=1),))
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    seen = [e for e in events if isinstance(e, Sample)]
    with Run.open(tmp_path / "watched") as run:
        kept = list(run.samples("attention"))
    assert len(seen) > 1 and [s.step for s in kept] == [s.step for s in seen]
    assert np.array_equal(kept[-1].data["weights/1"], seen[-1].data["weights/1"])


def test_a_network_without_attention_is_left_alone() -> None:
    training = training_of(reader())
    assert not has_attention(training.plan) and not Attention().suits(training)
    assert all(has_attention(training_of(made).plan) for made in (attentive(), aligned(), drawn_attention()))
