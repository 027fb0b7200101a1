"""Nodes that become a block, and back: frames, players, frozen nodes and shared weights keep their meaning."""

from __future__ import annotations

import pytest

import graphs
from graphs.block_edits import dissolve_block, make_block
from graphs.diagnosis import diagnose
from graphs.document import snapshot
from graphs.edits import ChangeNode, ShareWeights
from graphs.elements import Average, Frame
from graphs.players import chosen_nodes
from graphs.recipe import DataChoice, Player, Recipe


def chain() -> graphs.Project:
    """Three layers in a row, the first two in a frame and moved by a player."""
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(4,))
    one = net.add("Linear", x, name="one", out_features=4)
    two = net.add("Linear", net.add("Tanh", one, name="tanh"), name="two", out_features=4)
    net.add("Output", net.add("Linear", two, name="three", out_features=4), name="y")
    frame = Frame(net.next_id, "Body", net.named(["one", "tanh", "two"]))
    net.put_frame(frame)
    players = (
        Player(name="framed", frames=(frame.id,)),
        Player(name="named", moves=net.named(["one", "two", "three"])),
        Player(name="half", moves=net.named(["one"])),
    )
    return graphs.Project(net, Recipe(data=DataChoice(name="iris"), players=players))


def test_frames_and_players_name_the_block_and_then_its_nodes_again() -> None:
    project = chain()
    net, before = project.network, snapshot(project)
    back = project.apply(make_block(project, net.named(["one", "tanh", "two"]), "Body"))
    body, three = net.node("body").id, net.node("three").id
    framed, named, half = project.recipe.players
    assert chosen_nodes(net, framed) == {body}
    assert chosen_nodes(net, named) == {body, three}
    assert half.moves == chain().recipe.players[2].moves  # only a part of the block: this has no name any more
    project.apply(dissolve_block(project, body))
    assert chosen_nodes(net, framed) == set(net.named(["one", "tanh", "two"]))
    assert set(net.named(["one", "two", "three"])) <= set(project.recipe.players[1].moves)
    other = chain()
    other.apply(make_block(other, other.network.named(["one", "tanh", "two"]), "Body")).apply(other)
    assert snapshot(other) == before and back is not None


def test_what_shares_weights_goes_into_a_block_together_or_not_at_all() -> None:
    project = chain()
    net = project.network
    one, two, three = net.named(["one", "two", "three"])
    project.apply(ShareWeights(two, one))
    project.apply(ShareWeights(three, one, Average(0.9)))
    with pytest.raises(graphs.NetworkError, match="three uses the weights of one, and that only works side by side"):
        make_block(project, net.named(["one", "tanh", "two"]), "Body")
    project.apply(make_block(project, net.named(["one", "tanh", "two", "three"]), "Body"))
    assert diagnose(net) == []
    assert graphs.summary(net).trainable == 20
    project.apply(dissolve_block(project, net.node("body").id))
    assert diagnose(net) == [] and net.node("three").average == Average(0.9)
    assert {net.node("two").share, net.node("three").share} == {net.node("one").id}


def test_a_block_whose_weights_others_use_is_not_taken_apart() -> None:
    project = chain()
    net = project.network
    project.apply(make_block(project, net.named(["one", "tanh"]), "Body"))
    again = net.add("Body", net.add("Input", name="x2", field="features", shape=(4,)), name="again")
    project.apply(ShareWeights(again.node, net.node("body").id))
    for name in ("body", "again"):
        with pytest.raises(graphs.NetworkError, match="again uses the weights of body"):
            dissolve_block(project, net.node(name).id)


def test_what_was_frozen_as_a_block_stays_frozen_as_nodes() -> None:
    project = chain()
    net = project.network
    project.apply(make_block(project, net.named(["one", "tanh"]), "Body"))
    project.apply(ChangeNode(net.node("body").id, frozen=True, frozen_mode="train"))
    project.apply(dissolve_block(project, net.node("body").id))
    assert (net.node("one").frozen, net.node("one").frozen_mode) == (True, "train")
