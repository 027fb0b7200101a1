"""What somebody will like next: factors of tastes, and networks that read a visit click by click."""

from __future__ import annotations

from dataclasses import replace

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam
from graphs.starts import Start
from presets.finishing import data, trained
from presets.registry import OTHER, PresetInfo, Size, preset


def _vectors(net: Network, of: Outlet, name: str, count: str, size: int, spread: float) -> Outlet:
    """A table with one row of small random numbers for each person or film."""
    row = net.add("Embedding", of, name=name, num_embeddings=count, embedding_dim=size)
    net.put_node(replace(net.node(name), start=Start("normal", {"std": spread})))
    return row


@preset(
    PresetInfo(
        name="matrix_factorisation", title=mark("Matrix factorisation"), chinese="矩阵分解推荐", family=OTHER,
        year=2009,
        source="Y. Koren, R. Bell and C. Volinsky, Matrix factorization techniques for recommender systems, IEEE "
        "Computer 42(8), 2009, equations 4 and 5",
        summary=mark(
            "A table of people and films with most places empty is written as the product of two narrow ones: a few "
            "numbers for the taste of each person, as many for the character of each film, and their dot product is "
            "the rating. Beside it stand the mean of all, how kind each person is and how good each film."
        ),
        look_for=mark(
            "The root mean squared error: is it the kindness and quality of each that are found first, or the tastes? "
            "The data are made from four hidden tastes; half a star of noise stays. Try it: give the "
            "vectors 1 number, or 64 with the weight of toll at 0, and compare training and validation."
        ),
        textbook=("A129",), views=("curves", "embeddings", "predictions"), sizes=("small",),
        reached=mark(
            "0.56 to 0.57 stars of root mean squared error on test ratings (seeds 0 to 2), 0.46 of what always "
            "saying the mean gives; half a star is noise that nobody can learn."
        ),
    )
)  # fmt: skip
def matrix_factorisation(size: Size) -> Project:
    """r = μ + b_u + b_i + p_u·q_i, squared errors, and a toll λ = 0.02 on the numbers of each rating's two rows."""
    net = Network()
    net.parameters = {"users": 100, "items": 80}
    user = net.add("Input", name="user", field="user", kind="index")
    item = net.add("Input", name="item", field="item", kind="index")
    tastes = _vectors(net, user, "taste_of_user", "=users", 4, 0.3)
    traits = _vectors(net, item, "trait_of_item", "=items", 4, 0.3)
    match = net.add("DotProduct", tastes, traits, name="match", keepdim=True)
    kind, good = _vectors(net, user, "kindness", "=users", 1, 0.01), _vectors(net, item, "quality", "=items", 1, 0.01)
    mean = net.add("LearnedTensor", match, name="mean", shape=[1], initial="zeros", batch_axis=False)
    rating = net.add("Add", net.add("Add", match, net.add("Add", kind, good, name="biases"), name="sum"), mean,
                     name="rating")  # fmt: skip
    net.add("Output", rating, name="answer")
    target = net.add("Input", name="target", field="target", shape=[1])
    net.add("MSELoss", rating, target, name="loss")
    rows = net.add("Concat", tastes, traits, kind, good, name="all_numbers")
    net.add("L2Penalty", rows, name="toll", weight=0.04)  # half of the squares, so twice λ
    net.add("RootMeanSquaredError", rating, target, name="rmse")
    return trained(net, data("ratings", samples=6000), Adam(learning_rate=0.01), epochs=40, batch=64)


def _next_click(scores: Outlet) -> Network:
    """Finish a drawing that scores every thing of the shop (items + 1): what is clicked next should stand high."""
    net = scores.network
    net.add("Output", scores, name="scores")
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("HitRate", scores, label, name="recall_at_5", k=5)
    net.add("MeanReciprocalRank", scores, label, name="reciprocal_rank")
    return net


@preset(
    PresetInfo(
        name="gru4rec", title="GRU4Rec", chinese="GRU4Rec 会话推荐", family=OTHER, year=2016,
        source="B. Hidasi, A. Karatzoglou, L. Baltrunas and D. Tikk, Session-based recommendations with recurrent "
        "neural networks, ICLR 2016, arXiv 1511.06939, section 3.1 and figure 1",
        summary=mark(
            "A visitor nobody knows has clicked on a few things: what comes next? The clicks are read one by one by a "
            "GRU, and its last state scores every thing in the shop. Nothing is known of the visitor but this visit."
        ),
        look_for=mark(
            "recall at 5: how often the next click is among the five things shown. Compare it with showing everybody "
            "the five best-sellers. The clicks come from a Markov chain, so the last one decides: which gate of the "
            "GRU finds that out? Try it: replace the GRU by the mean of the clicks."
        ),
        textbook=("A134", "A137"), views=("curves", "gates", "embeddings", "gradients"), sizes=("small",),
        reached=mark(
            "Recall at 5 of 78.5 to 82.7 % on test visits (seeds 0 to 2), 2.5 to 2.7 times that of the five best-"
            "sellers."
        ),
    )
)  # fmt: skip
def gru4rec(size: Size) -> Project:
    """Embedding, GRU, last state, one score a thing; cross-entropy over the whole shop.

    The paper feeds one-hot clicks and ranks against the other sessions of the batch (its BPR and TOP1 losses); in a
    shop of thirty things all can be scored.
    """
    net = Network()
    net.parameters = {"length": 8, "vocabulary": 31}
    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    x = net.add("Embedding", tokens, name="things", num_embeddings="=vocabulary", embedding_dim=24)
    x = net.add("GRU", x, name="gru", hidden_size=48)
    x = net.add("LastStep", x, name="last")
    scores = net.add("Linear", x, name="score", out_features="=vocabulary")
    return trained(_next_click(scores), data("sessions", samples=4000), Adam(learning_rate=0.003), epochs=12, batch=64)


@preset(
    PresetInfo(
        name="sasrec", title="SASRec", chinese="SASRec 自注意力序列推荐", family=OTHER, year=2018,
        source="W.-C. Kang and J. McAuley, Self-attentive sequential recommendation, ICDM 2018, arXiv 1808.09781, "
        "section III, equations 2 to 5",
        summary=mark(
            "The same question as GRU4Rec's, answered by attention: each click looks back at the earlier ones and "
            "takes what matters, and the last one is compared with the vectors of all things in the shop, the same "
            "vectors that the clicks were read with."
        ),
        look_for=mark(
            "The attention of the last click: in these data the next click depends on the last alone. Does it look at "
            "itself? "
            "Beside GRU4Rec: recall at 5 after how many epochs? Try it: take causal off in the block. Why does nothing "
            "get better, though the network sees more?"
        ),
        textbook=("A135",), views=("curves", "attention", "embeddings", "gradients"), sizes=("small",),
        reached=mark(
            "Recall at 5 of 79.8 to 82.5 % on test visits (seeds 0 to 2), 2.5 to 2.7 times that of the five best-"
            "sellers."
        ),
    )
)  # fmt: skip
def sasrec(size: Size) -> Project:
    """Two blocks of causal self-attention of one head over clicks with learned places; scores by the clicks' own table.

    The paper takes one wrong thing for each right one (its equation 6); in a shop of thirty things all can be scored.
    """
    net = Network()
    net.parameters = {"length": 8, "vocabulary": 31}
    block = net.define("AttentionBlock", width=32, dropout=0.1)
    x = block.add("Input", name="x")
    seen = block.add("MultiheadAttention", block.add("LayerNorm", x, name="norm1"), name="attention", num_heads=1,
                     causal=True)  # fmt: skip
    x = block.add("Add", x, block.add("Dropout", seen, name="dropout1", p="=dropout"), name="add1")
    y = block.add("Linear", block.add("LayerNorm", x, name="norm2"), name="wide", out_features="=width")
    y = block.add("Linear", block.add("ReLU", y, name="relu"), name="back", out_features="=width")
    y = block.add("Add", x, block.add("Dropout", y, name="dropout2", p="=dropout"), name="add2")
    block.add("Output", y, name="y")

    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    x = net.add("Embedding", tokens, name="things", num_embeddings="=vocabulary", embedding_dim=32, padding_idx=0)
    x = net.add("LearnedPosition", x, name="places", max_len="=length")
    x = net.add("AttentionBlock", x, name="block", repeat=2, width=32)
    x = net.add("LastStep", net.add("LayerNorm", x, name="norm"), name="last")
    table = Outlet(net, net.node("things").id, "weight")
    scores = net.add("Linear", x, name="score", weight=table, out_features="=vocabulary", bias=False)
    return trained(_next_click(scores), data("sessions", samples=4000), Adam(learning_rate=0.003), epochs=15, batch=64)
