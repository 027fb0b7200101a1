"""Scans while they run: what loops by hand give, in training and outside, probed, exported, inside blocks."""

from __future__ import annotations

import pytest
import torch
from torch import nn

import graphs
from graphs.drawn_cells import CELLS, draw_cell
from graphs.meaning import Source
from graphs.modules.attention import AdditiveAttention
from graphs.modules.tree import NodeError, Tree
from graphs.network import Network, Scan
from tests.graphs.scans import (
    END,
    START,
    TARGET,
    VOCABULARY,
    WIDTH,
    inside,
    same_as_exported,
    sentences,
    summed,
    summing,
    translator,
)


def test_every_step_is_given_and_the_last_state() -> None:
    x = torch.randn(3, 4, 2)
    given = graphs.compile(summed())(x=x)
    assert torch.allclose(given["y"], x.cumsum(1))
    assert torch.equal(given["last"], given["y"][:, -1])


def test_reversed_it_begins_at_the_end() -> None:
    x = torch.randn(3, 4, 2)
    given = graphs.compile(summed(reverse=True))(x=x)
    assert torch.allclose(given["y"], x.flip(1).cumsum(1).flip(1))
    assert torch.equal(given["last"], given["y"][:, 0])


@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("initial", ["zeros", "learned", "given"])
def test_exported_cells_compute_the_same_numbers(kind: str, initial: str) -> None:
    network = Network()
    draw_cell(network, kind, "Cell", hidden=3, initial=initial)
    x = network.add("Input", name="x", field="x", shape=(4, 2))
    start = network.add("Input", name="start", field="start", shape=(3,))
    states = [p.name for p in network.ports_of("Cell", inputs=True) or () if p.name != "x"]
    y = network.add("Cell", x, *[start] * len(states), name="cell", scan=Scan())
    network.add("Output", network.add("Cell", y, *[start] * len(states), name="more", scan=Scan(), repeat=2), name="y")
    tree = graphs.compile(network)
    given = {"x": torch.randn(2, 4, 2)} | ({"start": torch.randn(2, 3)} if initial == "given" else {})
    same_as_exported(network, tree, **given)
    if initial == "learned":
        assert tree.get_parameter("cell.h").shape == (3,)
        tree(**given)["y"].sum().backward()
        assert tree.get_parameter("cell.h").grad is not None


class _Translator(nn.Module):
    """The translator as a person writes it, with a loop."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self.encoder = nn.GRU(3, WIDTH, batch_first=True)
        self.embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.attention = AdditiveAttention(WIDTH, WIDTH, WIDTH)
        self.cell = nn.GRUCell(2 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, VOCABULARY)
        self.load_state_dict({key.removeprefix("decoder."): value for key, value in tree.state_dict().items()})

    def forward(self, source: torch.Tensor, teacher: torch.Tensor | None, p: float = 1.0) -> dict[str, torch.Tensor]:
        states, h = self.encoder(source)
        s, own, logits, tokens, alignment = h[-1], source.new_full((len(source),), START, dtype=torch.int64), [], [], []
        for step in range(TARGET):
            token = own
            if teacher is not None and p == 1:
                token = teacher[:, step]
            elif teacher is not None and p > 0:
                token = torch.where(torch.rand(len(source)) < p, teacher[:, step], own)
            looked, weights = self.attention(s, states)
            s = self.cell(torch.cat([self.embedding(token), looked], 1), s)
            scores = self.out(s)
            own = scores.argmax(1)
            for row, value in ((logits, scores), (tokens, own), (alignment, weights)):
                row.append(value)
        return {
            "logits": torch.stack(logits, 1),
            "token": torch.stack(tokens, 1),
            "alignment": torch.stack(alignment, 1),
        }


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("p", [0.0, 0.5, 1.0])
def test_bahdanaus_decoder_is_the_loop_by_hand(p: float, training: bool) -> None:
    tree = graphs.compile(translator(p)).train(training)
    hand, given = _Translator(tree), sentences()
    torch.manual_seed(1)
    mine = tree(**given)
    torch.manual_seed(1)
    wanted = hand(given["source"], given["teacher"] if training else None, p)
    for name, value in wanted.items():
        assert torch.equal(mine[name], value), name
    mine["logits"].square().sum().backward()
    wanted["logits"].square().sum().backward()
    for name, parameter in hand.named_parameters():
        slope = tree.get_parameter(name if name.startswith("encoder") else f"decoder.{name}").grad
        assert slope is not None and torch.equal(slope, parameter.grad), name


def test_scheduled_sampling_repeats_with_its_seed_and_mixes_both() -> None:
    tree, given = graphs.compile(translator(0.5)).train(), sentences()

    def run(seed: int) -> torch.Tensor:
        torch.manual_seed(seed)
        return tree(**given)["logits"]

    assert torch.equal(run(1), run(1))
    assert any(not torch.equal(run(1), run(seed)) for seed in range(2, 8))


@pytest.mark.parametrize("training", [True, False])
def test_the_exported_decoder_computes_the_same_numbers(training: bool) -> None:
    network = translator(0.5, end=END)
    same_as_exported(network, graphs.compile(network).train(training), **sentences())


def test_a_scan_ends_early_on_a_token_outside_training_only() -> None:
    plain, ending = graphs.compile(translator()), graphs.compile(translator(end=END))
    ending.load_state_dict(plain.state_dict())
    with torch.no_grad():  # the second step gives the end token, by the bias of what it writes
        for tree in (plain, ending):
            tree.get_parameter("decoder.out.bias").zero_()[END] = 100
    given = sentences()
    for name, value in plain.train()(**given).items():
        assert torch.equal(ending.train()(**given)[name], value)
    done = ending.eval()(**given)
    whole = plain.eval()(**given)
    assert torch.equal(done["token"], whole["token"])
    assert done["logits"].shape == (2, TARGET, VOCABULARY)
    assert torch.equal(done["logits"][:, :1], whole["logits"][:, :1])
    assert not done["logits"][:, 1:].any()
    same_as_exported(translator(end=END), ending, **given)


def test_without_anything_per_step_it_runs_so_many_steps() -> None:
    network = Network()
    block = network.define("Twice")
    state = block.add("State", name="s", shape=[2], initial="given")
    new = block.add("Scale", state, name="twice", factor=2.0)
    block.carry(new, to=state)
    block.add("Output", new, name="y")
    network.parameters = {"count": 3}
    x = network.add("Input", name="x", field="x", shape=(2,))
    network.add("Output", network.add("Twice", x, name="growth", scan=Scan(steps="=count")), name="y")
    tree = graphs.compile(network)
    x = torch.tensor([[1.0, 3.0]])
    assert tree(x=x)["y"].tolist() == [[[2, 6], [4, 12], [8, 24]]]
    same_as_exported(network, tree, x=x)


def test_a_probe_sees_every_step_and_changes_nothing() -> None:
    network = Network()
    draw_cell(network, "LSTM", "Cell", hidden=3)
    x = network.add("Input", name="x", field="x", shape=(4, 2))
    out = network.add("Cell", x, name="cell", scan=Scan())
    end = network.add("Output", out, name="y")
    tree = graphs.compile(network)
    plain = (Source(end.node, "y"),)
    taps = tuple(inside(network, "cell", name) for name in ("f", "new_c", "c"))
    given = {"x": torch.randn(2, 4, 2)}
    (alone,) = tree.program(plain)(given)
    y, forget, new_c, c = tree.program((*plain, *taps))(given)
    assert torch.equal(alone, y)
    assert forget.shape == (2, 4, 3) and bool(((forget > 0) & (forget < 1)).all())
    assert torch.equal(c[:, 1:], new_c[:, :-1]) and not c[:, 0].any()
    (only,) = tree.program(taps[:1])(given)
    assert torch.equal(only, forget)


def test_an_error_names_the_node_inside_the_step() -> None:
    network = Network()
    draw_cell(network, "LSTM", "Cell", hidden=3)
    x = network.add("Input", name="x", field="x", shape=(4, 2))
    network.add("Output", network.add("Cell", x, name="cell", scan=Scan()), name="y")
    with pytest.raises(NodeError) as caught:
        graphs.compile(network)(x=torch.randn(2, 4, 5))
    assert caught.value.name == "cell.ih"
    assert caught.value.path == (network.node("cell").id, network.blocks["Cell"].node("ih").id)


def test_scans_in_blocks_and_blocks_in_scans() -> None:
    network = Network()
    summing(network)
    inner = network.define("Layer", width=2)
    x = inner.add("Input", name="x")
    inner.add("Output", inner.add("Tanh", inner.add("Linear", x, name="fc", out_features="=width")), name="y")
    step = network.define("Step")
    h = step.add("State", name="h", shape=[2])
    new = step.add("Layer", step.add("Add", step.add("Input", name="x"), h, name="add"), name="layer", repeat=2)
    step.carry(new, to=h)
    step.add("Output", new, name="y")
    reader = network.define("Reader")
    there = reader.add("Step", reader.add("Input", name="x"), name="there", scan=Scan())
    back = reader.add("Adder", there, name="back", scan=Scan(reverse=True))
    reader.add("Output", back, name="y")
    x = network.add("Input", name="x", field="x", shape=(3, 2))
    network.add("Output", network.add("Reader", x, name="reader", repeat=2), name="y")
    tree = graphs.compile(network)
    assert {key.rsplit(".", 1)[0] for key in tree.state_dict()} == {
        f"reader.{copy}.there.layer.{layer}.fc" for copy in (0, 1) for layer in (0, 1)
    }
    x = torch.randn(2, 3, 2)
    same_as_exported(network, tree, x=x)
    block = network.blocks["Reader"]
    way = ((network.node("reader").id, 1), (block.node("there").id, 0), (network.blocks["Step"].node("layer").id, 0))
    (tapped,) = tree.program((Source(inner.node("fc").id, "y", way),))({"x": x})
    assert tapped.shape == (2, 3, 2)


def test_one_scan_uses_the_weights_of_another_over_another_length() -> None:
    network = Network()
    draw_cell(network, "GRU", "Cell", hidden=3)
    a = network.add("Input", name="a", field="a", shape=(4, 2))
    b = network.add("Input", name="b", field="b", shape=(6, 2))
    first = network.add("Cell", a, name="first", scan=Scan())
    second = network.add("Cell", b, name="second", scan=Scan(), share=first)
    network.add("Output", first, name="ya")
    network.add("Output", second, name="yb")
    tree = graphs.compile(network)
    assert {key.split(".")[0] for key in tree.state_dict()} == {"first"}
    x = torch.randn(1, 4, 2)
    given = tree(a=x, b=torch.cat([x, torch.zeros(1, 2, 2)], 1))
    assert torch.equal(given["ya"], given["yb"][:, :4])
    same_as_exported(network, tree, a=x, b=torch.randn(1, 6, 2))
    back = network.add("Cell", a, name="third", scan=Scan(reverse=True), share=first)
    network.add("Output", back, name="yc")
    (fault,) = graphs.plan(network).faults
    assert "has to" in str(fault.message) or "have to" in str(fault.message)


def test_clips_are_read_image_by_image() -> None:
    network = Network()
    block = network.define("ConvStep", channels=3)
    x = block.add("Input", name="x")
    h = block.add("State", name="h", shape=["=channels", 5, 5])
    both = block.add("Concat", x, h, name="both")
    new = block.add("Tanh", block.add("Conv2d", both, name="conv", out_channels="=channels", kernel_size=3, padding=1))
    block.carry(new, to=h)
    block.add("Output", new, name="y")
    x = network.add("Input", name="x", field="clip", shape=(2, 4, 5, 5), kind="volume")
    network.add("Output", network.add("ConvStep", x, name="convlstm", scan=Scan()), name="y")
    tree = graphs.compile(network)
    given = {"x": torch.randn(1, 2, 4, 5, 5)}
    assert tree(**given)["y"].shape == (1, 3, 4, 5, 5)
    assert graphs.summary(network).multiply_adds == 4 * 3 * 5 * 9 * 25
    same_as_exported(network, tree, **given)
