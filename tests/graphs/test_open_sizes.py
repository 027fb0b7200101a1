"""Inputs whose length differs from batch to batch, tokens and masks: one drawing serves every length."""

from __future__ import annotations

import pytest
import torch

import graphs
from graphs.diagnosis import diagnose
from graphs.edits import SetParameter
from graphs.meaning import Source
from graphs.recipe import SGD, Player
from graphs.tensors import Kind, TensorSpec
from workbench.engine.players import Mover


def reader() -> graphs.Network:
    """Read sentences of any length: tokens, and a mask that says which of them are real."""
    net = graphs.Network()
    tokens = net.add("Input", name="tokens", field="tokens", shape=(16,), kind="tokens", varies="T")
    real = net.add("Input", name="real", field="mask", shape=(16,), kind="mask", varies="T")
    label = net.add("Input", name="label", field="label", kind="index")
    x = net.add("Embedding", tokens, name="wte", num_embeddings=20, embedding_dim=8)
    padding = net.add("LogicalNot", real, name="padding")
    seen = net.add("MultiheadAttention", x, name="look", key_padding_mask=padding, num_heads=2)
    h = net.add("LayerNorm", net.add("Add", x, seen, name="sum"), name="norm")
    scores = net.add("Linear", net.add("MaskedMean", h, real, name="mean"), name="scores", out_features=3)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return net


def batch(length: int) -> dict[str, torch.Tensor]:
    """Six sentences, the last two steps of every other one not real."""
    real = torch.ones(6, length, dtype=torch.bool)
    real[::2, -2:] = False
    return {"tokens": torch.randint(0, 20, (6, length)), "real": real, "label": torch.arange(6) % 3}


def test_the_length_stays_a_letter_on_every_wire() -> None:
    net = reader()
    assert diagnose(net) == []
    meaning = graphs.plan(net)
    assert meaning.spec(net.node("tokens").id, "y") == TensorSpec(Kind.TOKENS, ("T",), "int64")
    assert meaning.spec(net.node("real").id, "y") == TensorSpec(Kind.MASK, ("T",), "bool")
    assert meaning.spec(net.node("norm").id, "y") == TensorSpec(Kind.SEQUENCE, ("T", 8))
    assert meaning.spec(net.node("scores").id, "y") == TensorSpec(Kind.FEATURES, (3,))


def test_one_drawing_trains_on_two_lengths() -> None:
    tree = graphs.compile(reader())
    mover = Mover(Player(optimizer=SGD(learning_rate=0.5)), tree)
    batches = [batch(5), batch(9)]
    losses = [float(mover.move(batches[step % 2])) for step in range(40)]
    assert sum(losses[-2:]) < 0.5 * sum(losses[:2])


def test_what_is_not_real_changes_nothing() -> None:
    tree = graphs.compile(reader()).eval()
    given = batch(6)
    changed = {**given, "tokens": given["tokens"].clone()}
    changed["tokens"][::2, -2:] = 0
    assert torch.allclose(tree(**given)["logits"], tree(**changed)["logits"], atol=1e-6)


def test_printed_code_takes_every_length_and_every_batch() -> None:
    net = reader()
    code = graphs.to_python(net, "Net")
    assert "tokens (N, T)" in code
    space: dict[str, object] = {}
    exec(compile(code, "<printed>", "exec"), space)
    printed, tree = space["Net"](), graphs.compile(net)  # type: ignore[operator]
    printed.load_state_dict(tree.state_dict(), strict=True)
    for length in (3, 12):
        given = batch(length)
        (logits,) = tree.program((Source(net.node("scores").id, "y"),))(given)
        assert torch.equal(printed(given["tokens"], given["real"]), logits)


def test_an_optional_input_may_stay_empty() -> None:
    net = reader()
    (wire,) = net.wires_into(net.node("look").id, "key_padding_mask")
    net.drop_wire(wire)
    assert diagnose(net) == []
    assert graphs.compile(net)(**batch(4))["logits"].shape == (6, 3)


def test_lengths_of_two_letters_do_not_fit_each_other() -> None:
    net = reader()
    project = graphs.Project(net)
    project.apply(SetParameter(net.node("real").id, "varies", "S"))
    assert [net.node(problem.node).name for problem in diagnose(net)] != []


@pytest.mark.parametrize(("kind", "shape", "varies", "dims"), [
    ("image", (3, 8, 8), "H W", (3, "H", "W")), ("signal", (2, 9), "T", (2, "T")), ("points", (5, 3), "N", ("N", 3)),
])  # fmt: skip
def test_other_kinds_vary_where_they_have_places(
    kind: str, shape: tuple[int, ...], varies: str, dims: tuple[int | str, ...]
) -> None:
    net = graphs.Network()
    net.add("Output", net.add("Input", name="x", shape=shape, kind=kind, varies=varies), name="y")
    spec = graphs.plan(net).spec(net.node("x").id, "y")
    assert spec is not None and spec.dims == dims


def test_features_do_not_vary_and_the_change_that_mends_it_is_offered() -> None:
    net = graphs.Network()
    project = graphs.Project(net)
    net.add("Output", net.add("Input", name="x", shape=(3,), varies="F"), name="y")
    (problem,) = diagnose(net)
    assert "Channels and features are fixed" in str(problem.text)
    project.apply(problem.fixes[0].edit)
    assert diagnose(net) == []
