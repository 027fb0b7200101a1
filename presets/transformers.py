"""Attention alone: the Transformer of 2017, a character GPT, and the Vision Transformer."""

from __future__ import annotations

from dataclasses import replace

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, AdamW
from graphs.schedules import Cosine
from graphs.starts import Start
from presets.finishing import data, trained, translated
from presets.pictures import classifier, picture
from presets.placing import end, line, stand
from presets.registry import TRANSFORMERS, PresetInfo, Size, preset

VIEWS = ("curves", "attention", "gradients")


def _feed_forward(block: Network, x: Outlet, bend: str, names: tuple[str, str], wide: str, width: str) -> Outlet:
    """Draw the two linear layers that each step passes by itself."""
    y = block.add(bend, block.add("Linear", x, name=names[0], out_features=wide), name="bend")
    return block.add("Linear", y, name=names[1], out_features=width)


def _post_norm(block: Network, x: Outlet, part: Outlet, number: int) -> Outlet:
    """LayerNorm(x + Dropout(part)): Vaswani et al. 2017, section 3.1 and 5.4."""
    dropped = block.add("Dropout", part, name=f"dropout{number}", p="=dropout")
    return block.add("LayerNorm", block.add("Add", x, dropped, name=f"add{number}"), name=f"norm{number}")


def _encoder_layer(net: Network) -> None:
    """Define a layer of the encoder, with the names of nn.TransformerEncoderLayer."""
    block = net.define("EncoderLayer", width=512, heads=8, hidden=2048, dropout=0.1)
    x = block.add("Input", name="x")
    padding = block.add("Input", name="padding", kind="mask")
    seen = block.add("MultiheadAttention", x, name="self_attn", key_padding_mask=padding, num_heads="=heads",
                     dropout="=dropout")  # fmt: skip
    x = _post_norm(block, x, seen, 1)
    part = _feed_forward(block, x, "ReLU", ("linear1", "linear2"), "=hidden", "=width")
    block.add("Output", _post_norm(block, x, part, 2), name="y")


def _decoder_layer(net: Network) -> None:
    """Define a layer of the decoder, with the names of nn.TransformerDecoderLayer: it sees itself, then the source."""
    block = net.define("DecoderLayer", width=512, heads=8, hidden=2048, dropout=0.1)
    x = block.add("Input", name="x")
    memory = block.add("Input", name="memory")
    padding = block.add("Input", name="padding", kind="mask")
    more = {"num_heads": "=heads", "dropout": "=dropout"}
    seen = block.add("MultiheadAttention", x, name="self_attn", causal=True, **more)
    x = _post_norm(block, x, seen, 1)
    seen = block.add("MultiheadAttention", x, memory, name="multihead_attn", key_padding_mask=padding, **more)
    x = _post_norm(block, x, seen, 2)
    part = _feed_forward(block, x, "ReLU", ("linear1", "linear2"), "=hidden", "=width")
    block.add("Output", _post_norm(block, x, part, 3), name="y")


def _side_by_side(net: Network, depth: int) -> None:
    """The encoder on the left, the decoder on the right of it and lower: figure 1 of the paper, turned on its side."""
    places = line(net, ("source", "words", "places", "dropout_in", *(f"encoder{n}" for n in range(depth))), 0.0, 0.75)
    places["padding"] = (end(net, places, "words"), 0.0)
    after = end(net, places, f"encoder{depth - 1}")
    before = line(net, ("decoder_input", "written_words", "written_places", "dropout_out"))
    begin = after - end(net, before, "dropout_out")  # the first layer that writes stands behind the last that reads
    places |= {name: (column + begin, row + 3.0) for name, (column, row) in before.items()}
    places |= line(net, (*(f"decoder{n}" for n in range(depth)), "scores_of_words"), after, 3.0)
    column = end(net, places, "scores_of_words") + 0.25
    places |= {name: (column, 2.0 + row) for row, name in enumerate(("scores", "loss", "accuracy", "exact"))}
    stand(net, places | {"target": (column - 1.25, 4.5)})


@preset(
    PresetInfo(
        name="transformer_2017", title="Transformer (2017)", chinese="Transformer（2017 原版）", family=TRANSFORMERS,
        year=2017,
        source="A. Vaswani et al., Attention Is All You Need, NIPS 2017, arXiv 1706.03762, sections 3 and 5.4",
        summary=mark(
            "No recurrence and no convolution: every step looks at every other by attention, eight ways at once, then "
            "thinks by itself in two linear layers. Six layers read, six write; waves added to the words tell their "
            "places. The words in, the words out and the last layer share one table. It writes dates of many forms in "
            "one."
        ),
        look_for=mark(
            "The decoder's second attention is the alignment of the older networks, now eight of them in each layer. "
            "Which head reads the year? Try it: bypass the positions. Why does the loss stop so early?"
        ),
        textbook=("A95",), views=VIEWS,
        reached=mark(
            "99.7, 99.6 and 99.9 % of the 900 test dates without an error (seeds 0, 1 and 2), after 9 epochs."
        ),
    )
)  # fmt: skip
def transformer_2017(size: Size) -> Project:
    """Encoder and decoder of six layers, width 512, eight heads; two layers of width 64 in small size."""
    full = size == "full"
    form = {"width": 512, "heads": 8, "hidden": 2048, "dropout": 0.1}
    if not full:
        form = {"width": 64, "heads": 4, "hidden": 128, "dropout": 0.0}
    depth = 6 if full else 2
    net = Network()
    net.parameters = {"length": 18, "vocabulary": 44}
    source = net.add("Input", name="source", field="source", shape=["=length"], kind="tokens")
    told = net.add("Input", name="decoder_input", field="decoder_input", shape=[11], kind="tokens")
    _encoder_layer(net)
    _decoder_layer(net)
    padding = net.add("PaddingMask", source, name="padding")
    sizes = {"num_embeddings": "=vocabulary", "embedding_dim": form["width"], "scale": True}
    words = net.add("Embedding", source, name="words", **sizes)
    net.put_node(replace(net.node("words"), start=Start("normal", {"std": form["width"] ** -0.5})))
    x = net.add("Dropout", net.add("SinusoidalPosition", words, name="places"), name="dropout_in", p=form["dropout"])
    for number in range(depth):
        x = net.add("EncoderLayer", x, padding, name=f"encoder{number}", **form)
    y = net.add("Embedding", told, name="written_words", share=words, **sizes)
    y = net.add("Dropout", net.add("SinusoidalPosition", y, name="written_places"), name="dropout_out",
                p=form["dropout"])  # fmt: skip
    for number in range(depth):
        y = net.add("DecoderLayer", y, x, padding, name=f"decoder{number}", **form)
    y = net.add("Linear", y, name="scores_of_words", weight=words["weight"], out_features="=vocabulary", bias=False)
    translated(y, 11)
    _side_by_side(net, depth)
    falling = None if full else Cosine(warmup=1.0)
    choice = data("dates") if full else data("dates", samples=6000)
    return trained(net, choice, Adam(learning_rate=0.002), epochs=25 if full else 9, batch=64, schedule=falling)


@preset(
    PresetInfo(
        name="gpt", title=mark("Character GPT"), chinese="字符级 GPT", family=TRANSFORMERS, year=2019,
        source="A. Radford, J. Wu, R. Child, D. Luan, D. Amodei and I. Sutskever, Language Models are Unsupervised "
        "Multitask Learners, 2019 (GPT-2), section 2.3 and table 2",
        summary=mark(
            "A decoder alone: each character may look at those before it, never ahead, and the network guesses the "
            "next one, at every place at once. Nothing but guessing, on nothing but text. The last layer uses the "
            "table of the characters itself. In full size GPT-2 small: 12 layers of width 768, 124,439,808 parameters."
        ),
        look_for=mark(
            "The attention maps are triangles: no step sees a later one. The loss first falls to what the frequency of "
            "letters gives, then below what pairs of letters give. Try it: take causal off in the block. Why is the "
            "loss suddenly almost nothing?"
        ),
        textbook=("A97",), views=VIEWS,
        reached=mark(
            "2.48 nats a letter of the test with each of the seeds 0, 1 and 2, after 10 epochs; the best table of "
            "pairs of letters has 2.60 there."
        ),
    )
)  # fmt: skip
def gpt(size: Size) -> Project:
    """GPT-2's blocks, norm first, under learned places; three blocks of width 96 in small size."""
    full = size == "full"
    depth, width, heads, length, vocabulary = (12, 768, 12, 1024, 50_257) if full else (3, 96, 4, 64, 51)
    net = Network()
    net.parameters = {"length": length, "vocabulary": vocabulary}
    block = net.define("GPTBlock", width=width, heads=heads, dropout=0.1)
    x = block.add("Input", name="x")
    seen = block.add("MultiheadAttention", block.add("LayerNorm", x, name="ln_1"), name="attn", causal=True,
                     num_heads="=heads", dropout="=dropout")  # fmt: skip
    x = block.add("Add", x, block.add("Dropout", seen, name="dropout1", p="=dropout"), name="add1")
    part = _feed_forward(
        block, block.add("LayerNorm", x, name="ln_2"), "GELU", ("c_fc", "c_proj"), "=4*width", "=width"
    )
    y = block.add("Add", x, block.add("Dropout", part, name="dropout2", p="=dropout"), name="add2")
    block.add("Output", y, name="y")

    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    y = net.add("Embedding", tokens, name="wte", num_embeddings="=vocabulary", embedding_dim=width)
    net.put_node(replace(net.node("wte"), start=Start("normal", {"std": 0.02})))
    y = net.add("LearnedPosition", y, name="wpe", max_len="=length")
    y = net.add("Dropout", y, name="drop", p=0.1)
    y = net.add("GPTBlock", y, name="h", repeat=depth, width=width, heads=heads, dropout=0.1)
    table = Outlet(net, net.node("wte").id, "weight")
    y = net.add("Linear", net.add("LayerNorm", y, name="ln_f"), name="lm_head", weight=table,
                out_features="=vocabulary", bias=False)  # fmt: skip
    net.add("Output", y, name="scores")
    target = net.add("Input", name="target", field="target", shape=["=length"], kind="tokens")
    net.add("CrossEntropyLoss", y, target, name="loss")
    net.add("Perplexity", y, target, name="perplexity")
    choice = data("text_file", length=length) if full else data("corpus")
    falling = None if full else Cosine(warmup=1.0)
    return trained(net, choice, AdamW(learning_rate=0.0015, weight_decay=0.01), epochs=10, schedule=falling)


@preset(
    PresetInfo(
        name="vit_b_16", title="Vision Transformer (ViT-B/16)", chinese="视觉 Transformer（ViT-B/16）",
        family=TRANSFORMERS, year=2021,
        source="A. Dosovitskiy et al., An Image is Worth 16x16 Words, ICLR 2021, arXiv 2010.11929, table 1 and "
        "equations 1 to 4",
        summary=mark(
            "Cut the picture into patches, lay each flat, and read them as words of a sentence. One more word, learned "
            "and the same for every picture, gathers what the decision needs. No filter slides, so from the first "
            "layer on every patch sees every other; 86,567,656 parameters in full size."
        ),
        look_for=mark(
            "Look at the row of the class token in the attention: which patches does it read for a 4, which for a 0? "
            "Try it: bypass the positions. How much does a bag of patches still know?"
        ),
        textbook=("A102",), views=("curves", "attention", "gradients", "confusion_matrix"),
        reached=mark(
            "Test accuracy 92.2 to 97.0 % (seeds 0 to 2): with so few digits convolutions, which know what lies "
            "near, reach more."
        ),
    )
)  # fmt: skip
def vit_b_16(size: Size) -> Project:
    """Twelve blocks of width 768 over patches of 16×16, torchvision's names; three of width 48 in small size."""
    full = size == "full"
    width, heads, depth, patch, side = (768, 12, 12, 16, 224) if full else (48, 4, 3, 4, 16)
    places = (side // patch) ** 2
    net = Network()
    x = picture(net, *((3, side, side, 1000) if full else (1, side, side, 10)))

    block = net.define("MLPBlock", width=width)
    block.add("Output", _in_vit(block, block.add("Input", name="x")), name="y")

    block = net.define("EncoderBlock", width=width, heads=heads)
    inside = block.add("Input", name="x")
    seen = block.add("MultiheadAttention", block.add("LayerNorm", inside, name="ln_1", eps=1e-6),
                     name="self_attention", num_heads="=heads", need_weights=False)  # fmt: skip
    y = block.add("Add", seen, inside, name="add1")
    part = block.add("MLPBlock", block.add("LayerNorm", y, name="ln_2", eps=1e-6), name="mlp", width="=width")
    block.add("Output", block.add("Add", y, part, name="add2"), name="y")

    block = net.define("Layers", width=width, heads=heads)
    y = block.add("EncoderBlock", block.add("Input", name="x"), name="encoder_layer_0", repeat=depth, copies="beside",
                  width="=width", heads="=heads")  # fmt: skip
    block.add("Output", y, name="y")

    block = net.define("Encoder", width=width, heads=heads)
    where = block.add("LearnedTensor", name="pos_embedding", shape=[places + 1, "=width"], batch_axis=True)
    y = block.add("Add", block.add("Input", name="x"), where, name="placed")
    y = block.add("Layers", y, name="layers", width="=width", heads="=heads")
    block.add("Output", block.add("LayerNorm", y, name="ln", eps=1e-6), name="y")

    block = net.define("Heads", classes=1000)
    y = block.add("Linear", block.add("Input", name="x"), name="head", out_features="=classes")
    block.add("Output", y, name="y")

    y = net.add("Conv2d", x, name="conv_proj", out_channels=width, kernel_size=patch, stride=patch)
    y = net.add("Permute", net.add("Reshape", y, name="flat", shape=[width, places]), name="patches", dims=[1, 0],
                kind="sequence")  # fmt: skip
    token = net.add("LearnedTensor", y, name="class_token", shape=[1, width], initial="zeros", batch_axis=True)
    y = net.add("Concat", token, y, name="with_token")
    y = net.add("Encoder", y, name="encoder", width=width, heads=heads)
    y = net.add("Heads", net.add("FirstToken", y, name="gathered"), name="heads", classes="=classes")
    return classifier(y, size, side=16, rule=Adam(learning_rate=0.002), epochs=20)


def _in_vit(block: Network, x: Outlet) -> Outlet:
    y = block.add("GELU", block.add("Linear", x, name="0", out_features="=4*width"), name="1")
    return block.add("Linear", y, name="3", out_features="=width")
