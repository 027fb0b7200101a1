"""A recurrent layer walked through step by step: gates, memory and answers are those of a cell computed by hand."""

import numpy as np
import pytest
import torch

import presets
from workbench.engine.loading import load_data
from workbench.engine.sentence_walk import TimeWalk
from workbench.engine.stations import Request
from workbench.engine.training import Training
from workbench.engine.walking import walk


def walked(name: str) -> tuple[Training, tuple[TimeWalk, ...]]:
    """A small preset before its first step, and the recurrent layers of its first example."""
    project = presets.build(name, "small")
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    with training.random:
        return training, walk(training, Request(count=1)).times


def test_every_step_of_a_fused_lstm_is_the_cells():
    training, (forwards, backwards) = walked("tagger")
    inputs = training.part("training")["tokens"][:1]
    reader = training.tree.reader
    cell = torch.nn.LSTMCell(reader.input_size, reader.hidden_size)
    with torch.no_grad():
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
            getattr(cell, name).copy_(getattr(reader, f"{name}_l0"))
        read = training.tree.words(inputs)[0]
        h = c = torch.zeros(1, reader.hidden_size)
        for time in range(forwards.steps):
            h, c = cell(read[time : time + 1], (h, c))
            assert np.allclose(forwards.parts["h"][time], h[0], atol=1e-5)
            assert np.allclose(forwards.parts["c"][time], c[0], atol=1e-5)
            kept, added = forwards.kept_and_added(time)
            assert np.allclose(kept + added, c[0], atol=1e-5)
            assert np.allclose(kept, forwards.parts["f"][time] * forwards.before("c", time), atol=1e-6)
    assert forwards.words[:3] == ("Blue", "Bank", "opened")
    assert backwards.backwards and backwards.order(0) == backwards.steps - 1 and not backwards.answers
    with torch.no_grad():
        out = training.tree.tag(reader(training.tree.words(inputs))[0]).softmax(-1)[0]
    given = np.array([[share for _, share in step] for step in forwards.answers])
    assert np.allclose(given, out[: forwards.steps], atol=1e-5)
    assert forwards.answers[0][1][0] == "person"


@pytest.mark.parametrize("name", ["lstm", "gru", "coupled_lstm"])
def test_a_drawn_cell_says_what_it_keeps_and_what_it_would_answer(name):
    training, (one,) = walked(name)
    for time in (0, 7, one.steps - 1):
        kept, added = one.kept_and_added(time)
        assert np.allclose(kept + added, one.parts["c" if "c" in one.parts else "h"][time], atol=1e-5)
    # The answer after the last step is the network's own; after an earlier one, that of the shorter example.
    tree, sequence = training.tree.eval(), training.part("training")["sequence"][:1]
    with torch.no_grad():
        whole = tree(sequence=sequence)["logits"].softmax(1)[0]
        states = torch.from_numpy(one.parts["h"][9:10])
        short = tree.answer(states).softmax(1)[0]
    assert [share for _, share in one.answers[-1]] == pytest.approx(whole.tolist(), abs=1e-5)
    assert [share for _, share in one.answers[9]] == pytest.approx(short.tolist(), abs=1e-5)


def test_a_cell_without_gates_has_states_alone_and_no_classes_to_name():
    _, (one,) = walked("elman")
    assert one.kept_and_added(3) is None and not one.answers
    assert np.allclose(one.before("h", 4), one.parts["h"][3])
    assert one.curve is not None and len(one.curve) == one.steps
