"""One tensor used by two layers: a wire from the weight port of its owner to that of the user."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
import torch.nn.functional as F

import graphs
from graphs.diagnosis import diagnose
from graphs.document import snapshot
from graphs.edits import Connect, Disconnect, RemoveNode, SetParameter
from graphs.meaning import Source
from graphs.network import Wire


def language_model(bias: bool = False) -> graphs.Network:
    """A language model in miniature: its head is its embedding, as in GPT-2."""
    net = graphs.Network()
    tokens = net.add("Input", name="tokens", field="tokens", shape=(7,), kind="tokens")
    x = net.add("Embedding", tokens, name="wte", num_embeddings=11, embedding_dim=4)
    h = net.add("Tanh", net.add("Linear", x, name="mix", out_features=4), name="tanh")
    scores = net.add("Linear", h, name="lm_head", weight=x["weight"], out_features=11, bias=bias)
    net.add("Output", scores, name="logits")
    return net


def printed(net: graphs.Network) -> torch.nn.Module:
    """The class a person takes away, made."""
    space: dict[str, object] = {}
    exec(compile(graphs.to_python(net, "Net"), "<printed>", "exec"), space)
    return space["Net"]()  # type: ignore[no-any-return,operator]


TOKENS = torch.tensor([[1, 5, 0, 10, 3, 3, 2], [0, 1, 2, 3, 4, 5, 6]])


def test_the_owner_holds_the_weight_and_it_counts_once() -> None:
    net = language_model()
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["wte.weight", "mix.weight", "mix.bias"]
    assert graphs.summary(net).parameters == 11 * 4 + 4 * 5 == sum(p.numel() for p in tree.parameters())
    assert graphs.summary(net).nodes["lm_head"].parameters == 0
    assert graphs.summary(net).nodes["lm_head"].multiply_adds == 7 * 11 * 4


def test_head_and_embedding_compute_with_one_tensor_and_both_teach_it() -> None:
    tree = graphs.compile(language_model())
    logits = tree(tokens=TOKENS)["logits"]
    wte, mix = tree.get_submodule("wte"), tree.get_submodule("mix")
    weight = wte.weight
    assert isinstance(weight, torch.nn.Parameter)
    expected = F.linear(torch.tanh(mix(wte(TOKENS))), weight)
    assert torch.equal(logits, expected)
    (wanted,) = torch.autograd.grad(expected.square().sum(), weight)
    logits.square().sum().backward()
    assert weight.grad is not None and torch.allclose(weight.grad, wanted)
    assert bool((weight.grad[7] != 0).any())  # no token asks for row 7, but the head uses it


@pytest.mark.parametrize("bias", [False, True])
def test_printed_code_names_the_weight_where_it_is_used(bias: bool) -> None:
    net = language_model(bias)
    code = graphs.to_python(net, "Net")
    assert ("F.linear(x, self.wte.weight)" if not bias else "self.lm_head(x, self.wte.weight)") in code
    tree, module = graphs.compile(net), printed(net)
    module.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(tree(tokens=TOKENS)["logits"], module(TOKENS))
    assert ("lm_head.bias" in tree.state_dict()) is bias


def test_weights_that_do_not_fit_are_refused_with_a_change_that_mends_it() -> None:
    net = language_model()
    head = net.node("lm_head")
    project = graphs.Project(net)
    project.apply(SetParameter(head.id, "out_features", 12))
    (problem,) = diagnose(net)
    assert problem.text.startswith("Linear takes weights of 12×4: a row for each output, a column for each input.")
    assert "It gets 11×4." in problem.text
    project.apply(problem.fixes[0].edit)
    assert diagnose(net) == []


def test_what_has_a_batch_is_no_weight() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(4,))
    net.add("Linear", x, name="fc", weight=x, out_features=1)
    (problem,) = diagnose(net)
    assert problem.port == "weight" and "a tensor with a batch" in problem.text


def test_a_learned_tensor_may_be_the_weights_of_two_layers() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(4,))
    weights = net.add("LearnedTensor", name="w", shape=(4, 4))["value"]
    h = net.add("Linear", x, name="first", weight=weights, out_features=4, bias=False)
    net.add("Output", net.add("Linear", h, name="second", weight=weights, out_features=4, bias=False), name="y")
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["w"]
    x_ = torch.randn(2, 4)
    w = tree.state_dict()["w"]
    assert torch.equal(tree(x=x_)["y"], x_ @ w.T @ w.T)
    module = printed(net)
    module.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(module(x_), tree(x=x_)["y"])


def test_an_embedding_may_use_the_rows_of_a_layer_and_one_that_passes_it_on() -> None:
    net = graphs.Network()
    tokens = net.add("Input", name="tokens", field="tokens", shape=(3,), kind="tokens")
    one = net.add("Embedding", tokens, name="one", num_embeddings=5, embedding_dim=4)
    sizes = {"num_embeddings": 5, "embedding_dim": 4}
    two = net.add("Embedding", tokens, name="two", weight=one["weight"], scale=True, **sizes)
    three = net.add("Embedding", tokens, name="three", weight=two["weight"], **sizes)
    net.add("Output", net.add("Add", two, three, name="sum"), name="y")
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["one.weight"]
    rows = tree.state_dict()["one.weight"][torch.tensor([[0, 4, 2]])]
    assert torch.allclose(tree(tokens=torch.tensor([[0, 4, 2]]))["y"], 3 * rows)
    assert "self.one(" not in graphs.to_python(net)  # only its weight is wanted


def test_an_owner_of_which_only_the_weight_is_wanted_does_not_run() -> None:
    net = language_model()
    hidden = net.node("mix").id
    net.drop_wire(net.wires_into(hidden)[0])
    codes = net.add("Input", name="codes_in", field="codes", shape=(7, 4))
    net.put_wire(Wire(codes.node, "y", hidden, "x"))
    program = graphs.compile(net).program((Source(net.node("lm_head").id, "y"),))
    assert program.inputs == ("codes_in",)
    assert program({"codes_in": torch.zeros(2, 7, 4)})[0].shape == (2, 7, 11)


def test_a_weight_leaves_a_block_through_an_output() -> None:
    net = graphs.Network()
    block = net.define("Encoder")
    wte = block.add("Embedding", block.add("Input", name="x"), name="wte", num_embeddings=5, embedding_dim=4)
    block.add("Output", wte, name="codes")
    block.add("Output", wte["weight"], name="table")
    encoder = net.add("Encoder", net.add("Input", name="x", field="x", shape=(3,), kind="tokens"), name="encoder")
    net.add("Output", net.add("Linear", encoder, weight=encoder["table"], out_features=5, name="head"), name="y")
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["encoder.wte.weight", "head.bias"]
    module = printed(net)
    module.load_state_dict(tree.state_dict(), strict=True)
    tokens = torch.tensor([[1, 2, 3]])
    assert torch.equal(tree(x=tokens)["y"], module(tokens))


def test_tying_is_a_wire_that_undo_takes_away_and_files_keep(tmp_path: Path) -> None:
    net = language_model()
    project = graphs.Project(net)
    before = snapshot(project)
    (wire,) = net.wires_into(net.node("lm_head").id, "weight")
    back = project.apply(Disconnect(wire))
    assert "lm_head.weight" in graphs.compile(net).state_dict()
    project.apply(back)
    assert snapshot(project) == before
    assert isinstance(back, Connect)
    graphs.save(project, tmp_path / "gpt.workbench")
    assert next(iter(graphs.compile(graphs.load(tmp_path / "gpt.workbench").network).state_dict())) == "wte.weight"


def test_without_its_owner_a_layer_has_weights_of_its_own_again() -> None:
    net = language_model()
    project = graphs.Project(net)
    tokens = net.add("Input", name="codes_in", field="codes", shape=(7, 4))
    project.apply(RemoveNode(net.node("wte").id))
    project.apply(Connect(Wire(tokens.node, "y", net.node("mix").id, "x")))
    assert "lm_head.weight" in graphs.compile(net).state_dict()


def test_a_decoder_may_use_the_transposed_weights_of_the_encoder() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(6,))
    code = net.add("Linear", x, name="encoder", out_features=3)
    turned = net.add("Transpose", code["weight"], name="turned")
    net.add("Output", net.add("Linear", code, name="decoder", weight=turned, out_features=6), name="y")
    assert diagnose(net) == []
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["encoder.weight", "encoder.bias", "decoder.bias"]
    given, weight = torch.randn(2, 6), tree.state_dict()["encoder.weight"]
    encoder = tree.get_submodule("encoder")
    assert torch.allclose(tree(x=given)["y"], encoder(given) @ weight + tree.state_dict()["decoder.bias"])
    module = printed(net)
    module.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(module(given), tree(x=given)["y"])
    assert graphs.summary(net).parameters == 3 * 7 + 6
