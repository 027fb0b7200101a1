"""What a node says of weights that are not its own."""

from __future__ import annotations

import graphs
from graphs.diagnosis import diagnose
from graphs.edits import ShareWeights
from graphs.elements import Average
from widgets.canvas.illustrator import Illustrator


def test_the_foot_says_whose_weights_a_node_uses() -> None:
    net = graphs.Network()
    tokens = net.add("Input", name="tokens", shape=(5,), kind="tokens")
    x = net.add("Embedding", tokens, name="wte", num_embeddings=9, embedding_dim=4)
    one = net.add("Linear", x, name="one", out_features=4)
    two = net.add("Linear", one, name="two", out_features=4, share=one)
    net.add("Linear", two, name="head", weight=x["weight"], out_features=9, bias=False)
    project, illustrator = graphs.Project(net), Illustrator()

    def feet() -> dict[str, str]:
        nodes = illustrator.picture(net, graphs.plan(net), diagnose(net)).nodes
        return {node.name: node.foot for node in nodes}

    assert feet()["two"] == "weights of one" and feet()["head"] == "weight of wte"
    assert feet()["one"] == "20 parameters"
    project.apply(ShareWeights(net.node("two").id, net.node("one").id, Average(0.9)))
    assert feet()["two"] == "average of one"
    project.apply(ShareWeights(net.node("two").id, None))
    assert feet()["two"] == "20 parameters"
