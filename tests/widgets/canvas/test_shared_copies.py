"""Copies of nodes that use or follow another's weights."""

from __future__ import annotations

import graphs
from graphs.diagnosis import diagnose
from graphs.elements import Average
from widgets.canvas.clipping import clipped, duplicated, pasted


def follower() -> graphs.Project:
    """A layer, and one that is its moving average."""
    net = graphs.Network()
    x = net.add("Input", name="x", shape=(4,))
    fast = net.add("Linear", x, name="fast", out_features=4)
    net.add("Linear", x, name="slow", out_features=4, share=fast, average=Average(0.9))
    return graphs.Project(net)


def test_a_copy_without_what_it_follows_has_weights_of_its_own() -> None:
    project = follower()
    part = clipped(project.network, project.network.named(["slow"]))
    assert (part.node("slow").share, part.node("slow").average) == (None, None)


def test_copied_together_the_copy_follows_the_copy() -> None:
    project = follower()
    net = project.network
    (_, fast, slow), edit = pasted(net, clipped(net, net.named(["x", "fast", "slow"])))
    project.apply(edit)
    assert (net.node(slow).share, net.node(slow).average) == (fast, Average(0.9)) and diagnose(net) == []


def test_a_duplicate_follows_what_the_original_follows() -> None:
    project = follower()
    net = project.network
    (copy,), edit = duplicated(net, net.named(["slow"]))
    project.apply(edit)
    assert (net.node(copy).share, net.node(copy).average) == (net.node("fast").id, Average(0.9))
    assert diagnose(net) == []
