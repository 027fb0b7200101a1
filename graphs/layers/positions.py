"""Layers that tell where a step stands: attention alone cannot know."""

from __future__ import annotations

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Port, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_known, takes, unless
from graphs.layers.steps import Tried, must_be_sequence
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_X = (Port("x", (Kind.SEQUENCE,)),)
_POSITIONS = "graphs.modules.positions."
_BASE = "sets the longest wave, about six times this many steps"


class SinusoidalPosition(Tried):
    """Add to each step a pattern of waves that tells its place, the same for every sequence."""

    family = Family.EMBEDDING
    inputs = _X
    pill = True
    chinese = "正弦位置编码"
    analogy = "The hands of a clock: seconds, minutes and hours turn at different speeds, and together tell the moment."
    advice = "Put it behind an Embedding, scaled by √d, at the entrance of a Transformer: it learns nothing."
    pitfall = "Small embeddings drown in it: the waves reach from −1 to 1, whatever the size of the numbers they meet."
    keywords = ("positional encoding", "transformer", "sine", "cosine", "absolute", "位置编码", "绝对位置")
    formula = r"y_{t,2i} = x_{t,2i} + \sin(t / 10000^{2i/d}), \quad y_{t,2i+1} = x_{t,2i+1} + \cos(t / 10000^{2i/d})"
    source = "Vaswani et al. 2017, Attention is all you need, section 3.5"

    base: float = Field(10000.0, gt=1, le=1e8, description=_BASE)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_sequence(self, "x", x)
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call(_POSITIONS + "SinusoidalPosition", (), unless(base=(self.base, 10000.0)))


class LearnedPosition(Tried):
    """Add to each step a learned vector that belongs to its place."""

    family = Family.EMBEDDING
    inputs = _X
    chinese = "可学习位置编码"
    analogy = "Reserved seats in a theatre: whoever sits there, the usher knows the place by its number plate."
    advice = "Use it when all sequences have one known length, such as the patches of an image or a fixed context."
    pitfall = "It knows no place beyond its last one, and places that were rare in training stay badly learned."
    keywords = ("positional embedding", "vit", "gpt", "bert", "absolute", "位置嵌入", "绝对位置")
    formula = r"y_t = x_t + p_t"
    source = "Gehring et al. 2017, section 3.1; Dosovitskiy et al. 2021, equation 1"

    max_len: int | None = Field(
        None, ge=1, le=1_048_576, description="how many places have a vector; empty is as many as arrive", unit="steps",
        face="places", rank=1,
    )  # fmt: skip

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_sequence(self, "x", x)
        if self.max_len is None:
            must_be_known(self, "x", x, x.length)
        elif isinstance(x.length, int) and x.length > self.max_len:
            raise ShapeError(
                "x",
                say("LearnedPosition knows {n} places.", n=self.max_len),
                gets(x),
                say("Every step needs a place of its own."),
                (change("max_len", x.length),),
            )
        return x

    def _places(self, x: TensorSpec) -> int:
        return int(x.length) if self.max_len is None else self.max_len

    def cost(self, x: TensorSpec) -> Cost:
        places, size = self._places(x), int(x.features)
        return Cost(Tally(places * size, f"{places} × {size}"))

    def torch(self, x: TensorSpec) -> Call:
        return Call(_POSITIONS + "LearnedPosition", (self._places(x), int(x.features)))


class RelativePositionBias(Tried):
    """Learn for every head how much two steps matter to each other merely by how far apart they are."""

    family = Family.EMBEDDING
    inputs = (
        Port("query", (Kind.SEQUENCE,), description="the steps that look; only how many there are counts"),
        Port(
            "key", (Kind.SEQUENCE,), optional=True, description="the steps that are looked at; the queries without it"
        ),
    )
    outputs = (Port("y", (Kind.TENSOR,), description="to be added to the scores of attention"),)
    chinese = "相对位置偏置（T5）"
    analogy = "Gossip in a street: what the neighbour says counts more than what is heard from three blocks away."
    advice = "Wire it into attn_bias of attention; one for all layers is enough, as in T5."
    pitfall = "It stores a number for every pair of steps: for long sequences that is the largest tensor of all."
    keywords = ("t5", "relative attention", "bias", "distance", "相对位置编码", "距离")
    formula = r"y_{h,i,j} = b_{h,\,\mathrm{bucket}(j - i)}"
    source = "Raffel et al. 2020, Exploring the limits of transfer learning (T5), section 2.1; Shaw et al. 2018"

    num_heads: int = Field(4, ge=1, le=1024, description="as many as the attention has", face="heads", rank=1)
    num_buckets: int = Field(32, ge=4, le=65_536, description="how many groups of distances are told apart")
    max_distance: int = Field(
        128, ge=2, le=1_048_576, description="from here on all distances count alike", unit="steps"
    )
    bidirectional: bool = Field(True, description="tell before from behind; no where attention is causal")

    @pydantic.field_validator("max_distance")
    @classmethod
    def _beyond(cls, distance: int, info: pydantic.ValidationInfo) -> int:
        buckets = info.data.get("num_buckets", 32)
        if distance <= buckets:
            raise ValueError(
                say(
                    "max_distance is larger than the number of buckets, {n}. It got {value}.", n=buckets, value=distance
                )
            )
        return distance

    def shape(self, query: TensorSpec, key: TensorSpec | None = None) -> TensorSpec:
        must_be_sequence(self, "query", query)
        if key is not None:
            must_be_sequence(self, "key", key)
        steps = query.length if key is None else key.length
        return TensorSpec(Kind.TENSOR, (self.num_heads, query.length, steps))

    def cost(self, query: TensorSpec, key: TensorSpec | None = None) -> Cost:
        return Cost(Tally(self.num_buckets * self.num_heads, f"{self.num_buckets} × {self.num_heads}"))

    def torch(self, query: TensorSpec, key: TensorSpec | None = None) -> Call:
        given = unless(
            num_buckets=(self.num_buckets, 32), max_distance=(self.max_distance, 128),
            bidirectional=(self.bidirectional, True),
        )  # fmt: skip
        return Call(_POSITIONS + "RelativePositionBias", (self.num_heads,), given)


class RotaryPosition(Tried):
    """Turn the features of each step by angles that grow with its place, so that products tell distances."""

    family = Family.EMBEDDING
    inputs = _X
    chinese = "旋转位置编码"
    analogy = "Two dancers turning at one speed: how they stand to each other tells how much later one began."
    advice = "Put it on queries and keys, never on values, between their Linear and ScaledDotProductAttention."
    pitfall = "Its heads have to be those of the attention, and a model trained on short texts reads long ones badly."
    keywords = ("rope", "rotary embedding", "llama", "relative", "transformer", "旋转编码", "相对位置")
    formula = (
        r"\begin{array}{l} y_{t,2i} = x_{t,2i} \cos(t\theta_i) - x_{t,2i+1} \sin(t\theta_i) \\"
        r" y_{t,2i+1} = x_{t,2i} \sin(t\theta_i) + x_{t,2i+1} \cos(t\theta_i) \end{array}"
    )
    source = "Su et al. 2021, RoFormer: enhanced transformer with rotary position embedding, equation 34"

    num_heads: int = Field(1, ge=1, le=1024, description="as many as the attention has", face="heads", rank=1)
    base: float = Field(10000.0, gt=1, le=1e8, description=_BASE)
    interleaved: bool = Field(
        True, description="pairs are neighbours, as in the paper; else one of the first half and one of the second"
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        size = must_be_sequence(self, "x", x)
        if size % (2 * self.num_heads):
            fitting = [n for n in range(self.num_heads, 0, -1) if size % (2 * n) == 0]
            raise ShapeError(
                "x",
                say("RotaryPosition turns pairs: it needs an even number of features for each of {n} heads.",
                    n=self.num_heads),
                say("It gets {n} features.", n=size),
                say("Choose heads that leave each an even number.")
                if fitting
                else say("An odd number of features cannot be cut into pairs: change the layer before."),
                tuple(change("num_heads", n) for n in fitting[:1]),
            )  # fmt: skip
        return x

    def torch(self, x: TensorSpec) -> Call:
        given = unless(num_heads=(self.num_heads, 1), base=(self.base, 10000.0), interleaved=(self.interleaved, True))
        return Call(_POSITIONS + "RotaryPosition", (), given)


class TimestepEmbedding(Tried):
    """Turn the number of a time step into features that a network can read."""

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.INDEX,)),)
    outputs = (Port("y", (Kind.FEATURES,)),)
    chinese = "时间步嵌入"
    analogy = "A date written out as year, month and day: far easier to work with than the count of days since zero."
    advice = "Use it in diffusion models: add it, through a Linear, to the channels of every block."
    pitfall = "Give it the very step the noise was made with, from the same RandomTimestep, or nothing is learned."
    keywords = ("diffusion", "ddpm", "time", "sinusoidal", "noise level", "扩散模型", "时间步")
    formula = r"y = W_2\, \mathrm{SiLU}(W_1 [\sin(t\omega_i); \cos(t\omega_i)]_i), \quad \omega_i = 10000^{-2i/d}"
    source = "Ho, Jain & Abbeel 2020, Denoising diffusion probabilistic models, appendix B"

    embedding_dim: int = Field(
        64, ge=1, le=65_536, description="how many sines and cosines there are", face="waves", rank=1
    )
    out_features: int | None = Field(
        None, ge=1, le=65_536, description="size after two learned layers; empty gives the waves themselves",
        face="units", rank=2,
    )  # fmt: skip
    base: float = Field(10000.0, gt=1, le=1e8, description=_BASE)

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.INDEX:
            hint = say("A time step is one whole number per example: RandomTimestep draws it.")
            raise ShapeError("x", takes(self, (Kind.INDEX,)), gets(x), hint)
        return TensorSpec.of(Kind.FEATURES, self.embedding_dim if self.out_features is None else self.out_features)

    def cost(self, x: TensorSpec) -> Cost:
        if self.out_features is None:
            return Cost()
        size, out = self.embedding_dim, self.out_features
        return Cost(
            Tally(out * (size + 1) + out * (out + 1), f"{out} × ({size} + 1) + {out} × ({out} + 1)"),
            Tally(out * (size + out), f"{out} × ({size} + {out})"),
        )

    def torch(self, x: TensorSpec) -> Call:
        given = unless(out_features=(self.out_features, None), base=(self.base, 10000.0))
        return Call(_POSITIONS + "TimestepEmbedding", (self.embedding_dim,), given)
