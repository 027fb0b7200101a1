"""Language before the Transformer: a network that foretells the next letter, and words that become directions."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Scan
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import data, trained
from presets.gates import DRAWN
from presets.registry import RECURRENT, REPRESENTATIONS, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="rnn_language_model", title=mark("RNN language model"), chinese="循环神经网络语言模型", family=RECURRENT,
        year=2010,
        source="T. Mikolov, M. Karafiát, L. Burget, J. Černocký and S. Khudanpur, Recurrent neural network based "
        "language model, INTERSPEECH 2010, equations 1 to 5",
        summary=mark(
            "After every letter the network says how probable each next one is: softmax(W h + b), where h is all it "
            "remembers of what came before. The probability of a text is the product over its letters, so the loss is "
            "how surprised the network is by a letter, in nats. It reads the clockmaker's story."
        ),
        look_for=mark(
            "The loss in nats: 3.9 is guessing among 51 signs, 3.0 knows how frequent each letter is, 2.6 what follows "
            "which. The training loss falls on: that is learning by heart. Try it: put an LSTM in the place of the "
            "cell."
        ),
        textbook=("A77",), views=("curves", "embeddings", "gates", "gradients"), sizes=("small",),
        reached=mark(
            "2.45, 2.51 and 2.49 nats a letter on the test part (seeds 0, 1 and 2): 0.95, 0.97 and 0.96 of what the "
            "best table of pairs of letters has there."
        ),
    )
)  # fmt: skip
def rnn_language_model(size: Size) -> Project:
    """Letters as vectors, a drawn Elman cell, a score for every letter."""
    net = Network()
    net.parameters = {"length": 64, "vocabulary": 51}
    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    x = net.add("Embedding", tokens, name="letters", num_embeddings="=vocabulary", embedding_dim=16)
    DRAWN["RNN"](net.define("ElmanCell", hidden=64))
    h = net.add("ElmanCell", x, name="memory", scan=Scan(), hidden=64)
    y = net.add("Linear", net.add("Dropout", h, name="dropout", p=0.2), name="next_letter", out_features="=vocabulary")
    net.add("Output", y, name="scores")
    target = net.add("Input", name="target", field="target", shape=["=length"], kind="tokens")
    net.add("CrossEntropyLoss", y, target, name="loss")
    net.add("Perplexity", y, target, name="perplexity")
    return trained(net, data("corpus"), Adam(learning_rate=0.003), epochs=15)


@preset(
    PresetInfo(
        name="word2vec", title=mark("word2vec (skip-gram)"), chinese="word2vec 词向量（跳字模型）",
        family=REPRESENTATIONS, year=2013,
        source="T. Mikolov, I. Sutskever, K. Chen, G. Corrado and J. Dean, Distributed Representations of Words and "
        "Phrases and their Compositionality, NIPS 2013, arXiv 1310.4546, equation 4 and section 2.3",
        summary=mark(
            "You shall know a word by the company it keeps. Every word has two vectors; the product of one word's "
            "first and another's second is to be large where both stood side by side, and small for five noise words. "
            "No sentence is understood and no order is kept, and yet words of one kind end up in one place."
        ),
        look_for=mark(
            "The map of the words: animals gather, people gather, food and places lie beside those who want them. Try "
            "it: leave only one noise word in the data. What becomes of the map when there is less to be told apart?"
        ),
        textbook=("A127",), views=("embeddings", "curves", "gradients"), sizes=("small",),
        reached=mark(
            "For 36, 37 and 37 of the 37 words with a kind the nearest word is of the same kind (seeds 0, 1 and 2), "
            "after 1,644 steps; of six candidates the neighbour is named in 43 to 44 % of the test pairs."
        ),
    )
)  # fmt: skip
def word2vec(size: Size) -> Project:
    """Two tables of 16 numbers a word, a product for each candidate, and the question which were neighbours."""
    net = Network()
    net.parameters = {"length": 6, "vocabulary": 67}
    word = net.add("Input", name="word", field="word", kind="index")
    candidates = net.add("Input", name="candidates", field="candidates", shape=["=length"], kind="tokens")
    label = net.add("Input", name="label", field="label", kind="index")
    sizes = {"num_embeddings": "=vocabulary", "embedding_dim": 16}
    column = net.add("Unsqueeze", net.add("Embedding", word, name="words", **sizes), name="column", dim=-1)
    around = net.add("Embedding", candidates, name="contexts", **sizes)
    products = net.add("MatMul", around, column, name="products")
    scores = net.add("Reshape", products, name="one_score_each", shape=["=length"], kind="features")
    net.add("Output", scores, name="scores")
    real = net.add("OneHot", label, name="neighbour", num_classes="=length")
    net.add("BCEWithLogitsLoss", scores, real, name="loss", weight=6.0)
    net.add("Accuracy", scores, label, name="accuracy")
    return trained(net, data("word_neighbours", samples=50_000), Adam(learning_rate=0.01), epochs=6, batch=128)
