"""Whose weights a node may use, as a list to choose from."""

from __future__ import annotations

import graphs
from graphs.diagnosis import diagnose
from graphs.document import snapshot
from graphs.elements import Average
from graphs.weight_choices import Use, WeightsChoice, choose, chosen, possible


def drawing() -> graphs.Project:
    """Tokens, two layers of one size, a head that could be the embedding, and a layer of another size."""
    net = graphs.Network()
    tokens = net.add("Input", name="tokens", shape=(5,), kind="tokens")
    x = net.add("Embedding", tokens, name="wte", num_embeddings=9, embedding_dim=4)
    h = net.add("Linear", net.add("Linear", x, name="one", out_features=4), name="two", out_features=4)
    net.add("Output", net.add("Linear", h, name="head", out_features=9), name="y")
    net.add("Output", net.add("ReLU", h, name="relu"), name="z")
    return graphs.Project(net)


def listed(project: graphs.Project, name: str) -> list[str]:
    net = project.network
    return [str(choice.words(net)) for choice in possible(net, graphs.plan(net), net.node(name))]


def test_only_what_fits_is_listed() -> None:
    project = drawing()
    assert listed(project, "two") == ["its own", "weights of one", "average of one", "weight of one"]
    assert listed(project, "head") == ["its own", "weight of wte"]
    assert listed(project, "relu") == ["its own"]
    assert listed(project, "wte") == ["its own"]  # the head's weights would have to arrive before they are there


def test_what_is_chosen_is_drawn_and_undone() -> None:
    project = drawing()
    net, before = project.network, snapshot(project)
    two, head = net.node("two").id, net.node("head").id
    inverses = []
    for name, number, use in (("two", 1, Use.SHARED), ("two", 2, Use.AVERAGE), ("head", 1, Use.TIED)):
        node = net.node(name)
        inverses.append(project.apply(choose(net, node, possible(net, graphs.plan(net), node)[number], Average(0.9))))
        assert chosen(net, net.node(name)).use is use and diagnose(net) == []
    assert net.node(two).average == Average(0.9)
    assert listed(project, "head") == ["its own", "weight of wte"]
    assert listed(project, "one")[0] == "its own"
    inverses.append(project.apply(choose(net, net.node(head), WeightsChoice(Use.OWN))))
    assert chosen(net, net.node(head)).use is Use.OWN
    for inverse in reversed(inverses):
        project.apply(inverse)
    assert snapshot(project) == before
