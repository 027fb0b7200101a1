"""The networks of the contest, each drawn and written by hand, with the data they learn from.

Drawing and module have the same parameters in the same order; `tests/test_benchmarks.py` gives both the same numbers
and compares what they answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn

import presets
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe

FEATURES, HEADS, DEPTH, CONTEXT, LETTERS = 128, 4, 4, 64, 51
"""The size of GPT-small: numbers of a step, heads, blocks, steps, and how many characters there are.

With batches of 12 these are the settings that nanoGPT's guide gives for training on letters without a GPU (Karpathy
2022): ``--block_size=64 --batch_size=12 --n_layer=4 --n_head=4 --n_embd=128 --dropout=0.0``.
"""

WIDTH = 16
"""Channels of the first stage of ResNet-18; each of the three others has twice as many as the one before."""


@dataclass(frozen=True)
class ContestNet:
    """A network of the contest.

    ``field`` and ``target`` are the columns of the data that go in and that it learns; ``steps`` is how many batches an
    epoch has and ``batch`` how many examples a batch, for everybody.
    """

    name: str
    title: str
    project: Callable[[], Project]
    module: Callable[[], nn.Module]
    field: str
    target: str
    steps: int
    batch: int = 64


def score(scores: Tensor, target: Tensor) -> Tensor:
    """The mean cross-entropy of scores (n, ..., classes) and labels (n, ...), for every network here."""
    return nn.functional.cross_entropy(scores.flatten(0, -2), target.flatten())


def _judged(net: Network, scores: Outlet, label: Outlet) -> None:
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")


def _label(net: Network) -> Outlet:
    return net.add("Input", name="label", field="label", kind="index")


# ---------------------------------------------------------------------- MLP


def mlp() -> Project:
    """The multilayer perceptron 64-128-128-10 on 8×8 digits."""
    net = Network()
    x = net.add("Input", name="pixels", field="pixels", shape=(64,))
    h = net.add("ReLU", net.add("Linear", x, name="first", out_features=128), name="relu1")
    h = net.add("ReLU", net.add("Linear", h, name="second", out_features=128), name="relu2")
    _judged(net, net.add("Linear", h, name="scores", out_features=10), _label(net))
    return Project(net, Recipe(data=DataChoice(name="digits", parameters={"size": 8})))


def mlp_by_hand() -> nn.Module:
    """The same as a module: (n, 64) to (n, 10)."""
    return nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 10))


# ---------------------------------------------------------------------- LeNet


def lenet() -> Project:
    """The preset LeNet-5 on 32×32 digits."""
    return presets.build("lenet5")


def lenet_by_hand() -> nn.Module:
    """LeNet-5 as a module: (n, 1, 32, 32) to (n, 10)."""
    return nn.Sequential(
        *(nn.Conv2d(1, 6, 5), nn.Tanh(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Tanh(), nn.AvgPool2d(2)),
        *(nn.Conv2d(16, 120, 5), nn.Tanh(), nn.Flatten(), nn.Linear(120, 84), nn.Tanh(), nn.Linear(84, 10)),
    )


# ---------------------------------------------------------------------- LSTM


def lstm() -> Project:
    """An LSTM with 64 units that keeps a bit for fifty steps."""
    net = Network()
    x = net.add("Input", name="sequence", field="sequence", kind="sequence", shape=(50, 2))
    last = net.add("LastStep", net.add("LSTM", x, name="memory", hidden_size=64), name="last")
    _judged(net, net.add("Linear", last, name="answer", out_features=2), _label(net))
    return Project(net, Recipe(data=DataChoice(name="bit_to_remember", parameters={"samples": 2000})))


class LSTMByHand(nn.Module):
    """The same as a module: (n, 50, 2) to (n, 2)."""

    def __init__(self) -> None:
        super().__init__()
        self.memory, self.answer = nn.LSTM(2, 64, batch_first=True), nn.Linear(64, 2)

    def forward(self, x: Tensor) -> Tensor:
        """Return the scores of the last step."""
        return self.answer(self.memory(x)[0][:, -1])


# ---------------------------------------------------------------------- GPT-small


def gpt() -> Project:
    """Four causal transformer blocks that learn to continue a small corpus, letter by letter."""
    net = Network()
    x = net.add("Input", name="tokens", field="tokens", kind="tokens", shape=(CONTEXT,))
    x = net.add("Embedding", x, name="wte", num_embeddings=LETTERS, embedding_dim=FEATURES)
    x = net.add("LearnedPosition", x, name="wpe")
    for n in range(DEPTH):
        h = net.add("LayerNorm", x, name=f"norm_a{n}")
        settings = {"num_heads": HEADS, "causal": True, "need_weights": False}
        x = net.add("Add", x, net.add("MultiheadAttention", h, name=f"attention{n}", **settings), name=f"sum_a{n}")
        h = net.add("LayerNorm", x, name=f"norm_b{n}")
        h = net.add("GELU", net.add("Linear", h, name=f"wide{n}", out_features=4 * FEATURES), name=f"bend{n}")
        x = net.add("Add", x, net.add("Linear", h, name=f"narrow{n}", out_features=FEATURES), name=f"sum_b{n}")
    scores = net.add("Linear", net.add("LayerNorm", x, name="norm"), name="head", out_features=LETTERS)
    target = net.add("Input", name="target", field="target", kind="tokens", shape=(CONTEXT,))
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, target, name="loss")
    return Project(net, Recipe(data=DataChoice(name="corpus", parameters={"length": CONTEXT})))


class _AttentionByHand(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(FEATURES, 3 * FEATURES), nn.Linear(FEATURES, FEATURES)

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = (
            part.unflatten(2, (HEADS, FEATURES // HEADS)).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=2)
        )
        y = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        return self.out(y.transpose(1, 2).flatten(2))


class _BlockByHand(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.norm_a, self.attention, self.norm_b = nn.LayerNorm(FEATURES), _AttentionByHand(), nn.LayerNorm(FEATURES)
        self.wide, self.narrow = nn.Linear(FEATURES, 4 * FEATURES), nn.Linear(4 * FEATURES, FEATURES)

    def forward(self, x: Tensor) -> Tensor:
        x = x + self.attention(self.norm_a(x))
        return x + self.narrow(nn.functional.gelu(self.wide(self.norm_b(x))))


class _PlacesByHand(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.places = nn.Parameter(torch.empty(1, CONTEXT, FEATURES).normal_(std=0.02))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.places


class GPTByHand(nn.Module):
    """The same as a module: (n, 64) tokens to (n, 64, 51)."""

    def __init__(self) -> None:
        super().__init__()
        self.wte = nn.Embedding(LETTERS, FEATURES)
        self.wpe = _PlacesByHand()
        self.blocks = nn.Sequential(*[_BlockByHand() for _ in range(DEPTH)])
        self.norm, self.head = nn.LayerNorm(FEATURES), nn.Linear(FEATURES, LETTERS)

    def forward(self, x: Tensor) -> Tensor:
        """Return the scores of the letter after each."""
        return self.head(self.norm(self.blocks(self.wpe(self.wte(x)))))


# ---------------------------------------------------------------------- ResNet-18


def resnet() -> Project:
    """ResNet-18 for 32×32 pictures, sixteen channels wide, on coloured shapes."""
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(3, 32, 32))

    def convolved(x: Outlet, name: str, channels: int, kernel: int, stride: int) -> Outlet:
        settings = {"kernel_size": kernel, "stride": stride, "padding": kernel // 2, "bias": False}
        x = net.add("Conv2d", x, name=f"{name}_conv", out_channels=channels, **settings)
        return net.add("BatchNorm2d", x, name=f"{name}_norm")

    x = net.add("ReLU", convolved(x, "stem", WIDTH, 3, 1), name="stem_relu")
    for stage in range(4):
        for number in range(2):
            name, channels, stride = f"s{stage}b{number}", WIDTH << stage, 2 if stage and not number else 1
            h = net.add("ReLU", convolved(x, f"{name}_first", channels, 3, stride), name=f"{name}_relu")
            h = convolved(h, f"{name}_second", channels, 3, 1)
            if stride == 2:
                x = convolved(x, f"{name}_short", channels, 1, 2)
            x = net.add("ReLU", net.add("Add", h, x, name=f"{name}_add"), name=f"{name}_out")
    x = net.add("Flatten", net.add("AdaptiveAvgPool2d", x, name="pool", output_size=1), name="flat")
    _judged(net, net.add("Linear", x, name="scores", out_features=4), _label(net))
    return Project(net, Recipe(data=DataChoice(name="shapes", parameters={"samples": 1280, "size": 32})))


def _convolved_by_hand(before: int, channels: int, kernel: int, stride: int) -> nn.Sequential:
    conv = nn.Conv2d(before, channels, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(channels))


class _ResidualByHand(nn.Module):
    def __init__(self, before: int, channels: int):
        super().__init__()
        stride = 1 if before == channels else 2
        self.first = _convolved_by_hand(before, channels, 3, stride)
        self.second = _convolved_by_hand(channels, channels, 3, 1)
        self.short = nn.Identity() if stride == 1 else _convolved_by_hand(before, channels, 1, 2)

    def forward(self, x: Tensor) -> Tensor:
        return (self.second(self.first(x).relu()) + self.short(x)).relu()


def resnet_by_hand() -> nn.Module:
    """The same as a module: (n, 3, 32, 32) to (n, 4)."""
    widths = [WIDTH, *(WIDTH << stage for stage in range(4) for _ in range(2))]
    blocks = [_ResidualByHand(before, after) for before, after in pairwise(widths)]
    stem = (_convolved_by_hand(3, WIDTH, 3, 1), nn.ReLU())
    return nn.Sequential(*stem, *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8 * WIDTH, 4))


NETS = {
    net.name: net
    for net in (
        ContestNet("mlp", "MLP 64-128-128-10", mlp, mlp_by_hand, "pixels", "label", 28),
        ContestNet("lenet", "LeNet-5", lenet, lenet_by_hand, "image", "label", 28),
        ContestNet("lstm", "LSTM", lstm, LSTMByHand, "sequence", "label", 28),
        ContestNet("gpt", "GPT-small", gpt, GPTByHand, "tokens", "target", 20, 12),
        ContestNet("resnet18", "ResNet-18 32×32", resnet, resnet_by_hand, "image", "label", 6),
    )
}
"""Every network of the contest by its name."""
