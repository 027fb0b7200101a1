"""Spikes, CTC's ways and captions are what the layers, torch's own loss and the network itself give."""

import itertools
import math

import numpy as np
import pytest
import torch

from graphs.meaning import Source
from tests.workbench.engine.sayers import describer, fires, hears, parting
from tests.workbench.engine.sentences import look, training_of
from tests.workbench.engine.small import flowers
from workbench.engine.probes.captions import Captions
from workbench.engine.probes.ctc_paths import CtcPaths, collapsed, occupancy
from workbench.engine.probes.hidden_space import CELLS, HiddenSpace
from workbench.engine.probes.spikes import Spikes


def test_the_ways_of_a_text_are_those_found_by_trying_every_way() -> None:
    torch.manual_seed(0)
    scores = torch.randn(5, 3).log_softmax(1)
    text = torch.tensor([2, 2])
    ways, log = occupancy(scores, text, 0)
    expected, whole = np.zeros((5, 5)), 0.0
    letters = [0, 2, 0, 2, 0]
    for places in itertools.product(range(5), repeat=5):
        steps = itertools.pairwise(places)
        fits = places[0] < 2 and places[-1] > 2 and all(
            0 <= b - a <= 1 or (b - a == 2 and letters[b] not in (0, letters[a])) for a, b in steps
        )  # fmt: skip
        if fits:
            chance = math.exp(sum(float(scores[t, letters[place]]) for t, place in enumerate(places)))
            whole += chance
            for t, place in enumerate(places):
                expected[place, t] += chance
    assert ways.numpy() == pytest.approx(expected / whole, abs=1e-9)
    assert math.exp(log) == pytest.approx(whole)
    loss = torch.nn.functional.ctc_loss(scores[:, None], text[None], torch.tensor([5]), torch.tensor([2]), 0, "sum")
    assert -log == pytest.approx(float(loss), rel=1e-5)


def test_a_text_of_different_letters_may_skip_the_blank_between_them() -> None:
    torch.manual_seed(1)
    scores, text = torch.randn(9, 4).log_softmax(1), torch.tensor([3, 1, 1, 2])
    ways, log = occupancy(scores, text, 0)
    loss = torch.nn.functional.ctc_loss(scores[:, None], text[None], torch.tensor([9]), torch.tensor([4]), 0, "sum")
    assert -log == pytest.approx(float(loss), rel=1e-5)
    assert ways.sum(0).numpy() == pytest.approx(np.ones(9))


def test_equal_neighbours_become_one_and_blanks_go() -> None:
    assert collapsed([0, 2, 2, 0, 2, 1, 1, 0], 0) == [2, 2, 1]


def test_what_is_heard_adds_up_to_one_and_reads_like_the_scores() -> None:
    training = training_of(hears())
    sample = look(CtcPaths(), training)
    assert sample.data["probabilities"].sum(1) == pytest.approx(
        np.ones_like(sample.data["probabilities"][:, 0]), abs=1e-5
    )
    assert len(sample.labels["said"]) == len(sample.data["likely"]) == 4
    assert all(sample.data[f"ways/{n}"].shape[0] == len(sample.labels[f"ways/{n}"]) for n in range(4))


def test_spikes_are_those_the_scan_gives() -> None:
    training = training_of(fires())
    sample = look(Spikes(), training)
    probe = Spikes()
    assert probe.suits(training) and sample.labels["nodes"] == ("neurons.leaky",)
    scan = next(step for step in training.plan.steps if step.name == "neurons")
    (given,) = probe.ask(training, (Source(scan.node, "y"),))
    np.testing.assert_array_equal(sample.data["spikes/0"], given.transpose(1, 2).numpy().astype(np.uint8))
    share, silent = sample.data["rates/0"]
    assert share == pytest.approx(float(given.mean())) and 0 < share < 1 and 0 <= silent <= 1
    assert sample.data["sizes/0"].tolist() == [10, 6]


def test_captions_are_what_the_network_writes_from_its_own_words() -> None:
    training = training_of(describer())
    with training.random:
        probe = Captions()
        assert probe.suits(training)
        before = probe.inputs["decoder_input"].clone()
        (sample,) = probe.collect(training)
        assert torch.equal(probe.inputs["decoder_input"], before)
    looked = sample.data["looked"]
    assert looked.shape[1:] == (12, 4, 4) and looked.sum((2, 3)) == pytest.approx(np.ones(looked.shape[:2]), abs=1e-5)
    # The writer runs free as a scan does when nobody tells it: the same words come out one step at a time.
    names = training.prepared.dataset.vocabulary("target")
    tokens = torch.full_like(before, 0)
    tokens[:, 0] = before[:, 0]
    training.tree.eval()
    for place in range(12):
        scores = training.tree(**{**probe.inputs, "decoder_input": tokens})["scores"]
        best = scores[:, place].argmax(1)
        assert [names[n] for n in best.tolist()] == [sample.labels["words"][e * 12 + place] for e in range(len(best))]
        if place < 11:
            tokens[:, place + 1] = best


def test_a_bent_grid_is_what_the_hidden_layer_gives_for_the_grid() -> None:
    training = training_of(parting())
    sample = look(HiddenSpace(), training)
    assert sample.labels["nodes"] == ("relu",) and sample.data["grid/0"].shape == (CELLS, CELLS, 2)
    points = np.asarray(training.prepared.parts.training["features"], dtype=np.float32)
    hidden = training.tree.get_submodule("hidden")
    expected = torch.relu(hidden(torch.from_numpy(points))).detach().numpy()
    seen = sample.data["points/0"]
    assert seen == pytest.approx(expected[: len(seen)], abs=1e-5)
    assert not HiddenSpace().suits(training_of(flowers()))
