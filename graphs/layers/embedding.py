"""Layers that turn names and pieces of images into vectors."""

from __future__ import annotations

from typing import Any, Literal

import pydantic

from graphs.fields import Field, Size2d
from graphs.layer import Arithmetic, Call, Cost, Family, Port, ShapeError, Tally, Term
from graphs.layers.axes import longer
from graphs.layers.sentences import change, gets, must_be_float, must_be_known, takes, unless
from graphs.layers.steps import Tried, must_be_sequence, products
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import Message, mark, say
from graphs.tensors import Dim, Kind, TensorSpec

_EMBEDDING = "graphs.modules.embedding."


def _why_not_whole_numbers(x: TensorSpec) -> Message:
    if "float" in x.dtype:
        return say("An embedding looks names up. For quantities use Linear.")
    return say("It needs whole numbers from 0, such as labels or tokens.")


class _Table(Tried):
    """What both tables of vectors share."""

    num_embeddings: int = Field(
        1000, ge=1, le=16_777_216, description="how many names there are, from 0 to one less", face="names", rank=2
    )
    embedding_dim: int = Field(64, ge=1, le=65_536, description="how long each vector is", face="units", rank=3)
    padding_idx: int | None = Field(
        None, ge=0, le=16_777_215, description="the name that stands for padding: its vector is zero and never learns"
    )

    @pydantic.field_validator("padding_idx")
    @classmethod
    def _is_a_name(cls, name: int | None, info: pydantic.ValidationInfo) -> int | None:
        count = info.data.get("num_embeddings")
        if name is not None and count is not None and name >= count:
            raise ValueError(say("padding_idx is one of the {n} names, counted from 0. It got {value}.",
                                 n=count, value=name))  # fmt: skip
        return name

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(Tally(self.num_embeddings * self.embedding_dim, f"{self.num_embeddings} × {self.embedding_dim}"))


class _Weights(Tieable):
    """What both tables say of their vectors as a weight."""

    weight_axes = mark("a row for each name")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        table = self.model_dump()
        return (table["num_embeddings"], table["embedding_dim"])

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"num_embeddings": sizes[0], "embedding_dim": sizes[1]}


class _Rows(_Table):
    """What an Embedding does with its own vectors."""

    scale: bool = Field(False, description="multiply the vectors by √d, as Transformers do before adding positions")

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.dtype != "int64" or not x.batched:
            raise ShapeError("x", takes(self, (Kind.TOKENS, Kind.INDEX)), gets(x), _why_not_whole_numbers(x))
        kinds = {0: Kind.FEATURES, 1: Kind.SEQUENCE}
        return TensorSpec(kinds.get(len(x.dims), Kind.TENSOR), (*x.dims, self.embedding_dim))

    def torch(self, x: TensorSpec) -> Call:
        target = _EMBEDDING + "ScaledEmbedding" if self.scale else "torch.nn.Embedding"
        given = unless(padding_idx=(self.padding_idx, None))
        return Call(target, (self.num_embeddings, self.embedding_dim), given)


class Embedding(_Weights, _Rows):
    """Look up a learned vector for each token or label."""

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.TOKENS, Kind.INDEX, Kind.TENSOR)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "嵌入"
    analogy = "A phone book in which every name has an address, and people who have much in common live close together."
    advice = "The first layer for words, users, products, classes: for all that has a name and no size."
    pitfall = (
        "A token beyond the last name stops the run. Rare names hardly learn, since each learns only when it occurs."
    )
    keywords = ("word embedding", "lookup", "token", "vocabulary", "word2vec", "词嵌入", "词向量", "查表")
    formula = r"y_t = W_{x_t}"
    source = "Bengio et al. 2003, A neural probabilistic language model, section 2; PyTorch: torch.nn.Embedding"


class _Mixed(_Table):
    """What an EmbeddingBag does with its own vectors."""

    mode: Literal["mean", "sum", "max"] = Field("mean", description="how the vectors become one")

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.TOKENS:
            raise ShapeError("x", takes(self, (Kind.TOKENS,)), gets(x), _why_not_whole_numbers(x))
        return TensorSpec.of(Kind.FEATURES, self.embedding_dim)

    def torch(self, x: TensorSpec) -> Call:
        given = unless(mode=(self.mode, "mean"), padding_idx=(self.padding_idx, None))
        return Call("torch.nn.EmbeddingBag", (self.num_embeddings, self.embedding_dim), given)


class EmbeddingBag(_Weights, _Mixed):
    """Look up a learned vector for each token and give only their mean, their sum or their maxima."""

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.TOKENS,)), TAKES)
    outputs = (Port("y", (Kind.FEATURES,)), GIVES)
    chinese = "嵌入袋"
    analogy = "Judging a shopping basket by its average: what is in it counts, not the order at the till."
    advice = "Use it for fast text classifiers and for sets of properties, where the order says little."
    pitfall = "“Dog bites man” and “man bites dog” are the same to it."
    keywords = ("bag of words", "fasttext", "text classification", "mean of vectors", "词袋", "文本分类")
    formula = r"y = \operatorname{mean}_t\, W_{x_t}"
    source = "Joulin et al. 2017, Bag of tricks for efficient text classification; PyTorch: torch.nn.EmbeddingBag"


def _nearest(size: int, patch: int) -> int:
    """The divisor of a side that is nearest to the patch; the larger of two."""
    return min((n for n in range(1, min(size, 1024) + 1) if size % n == 0), key=lambda n: (abs(n - patch), -n))


class _Patches(Tried):
    """What a PatchEmbedding does with its own weights."""

    embed_dim: int = Field(192, ge=1, le=65_536, description="how long each vector is", face="units", rank=2)
    patch_size: Size2d = Field((16, 16), description="size of a patch", face="patch", unit="px", rank=1)
    bias: bool = Field(True, description="add a learned number to every output")

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.IMAGE:
            hint = say("Patches are cut out of an image: read the numbers as one first, with Reshape.")
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint)
        must_be_float(self, "x", x)
        must_be_known(self, "x", x, x.channels)
        rows, columns = self._grid(x)
        return TensorSpec(Kind.SEQUENCE, (rows * columns, self.embed_dim), x.dtype)

    def _grid(self, x: TensorSpec) -> tuple[int, int]:
        height, width = (must_be_known(self, "x", x, size) for size in (x.height, x.width))
        down, across = self.patch_size
        if height % down or width % across:
            fitting = (_nearest(height, down), _nearest(width, across))
            raise ShapeError(
                "x",
                say("PatchEmbedding cuts the image into whole patches of {down}×{across}.", down=down, across=across),
                gets(x),
                say("Choose a size that divides both sides, or resize the image first."),
                (change("patch_size", fitting),),
            )
        return height // down, width // across

    def cost(self, x: TensorSpec) -> Cost:
        (down, across), channels = self.patch_size, int(x.channels)
        rows, columns = self._grid(x)
        of_each, sum_ = channels * down * across, f"{channels}·{down}·{across}"
        return Cost(
            Tally(self.embed_dim * (of_each + self.bias), f"{self.embed_dim} × ({sum_}{' + 1' if self.bias else ''})"),
            products((rows, columns, self.embed_dim, of_each)),
        )

    def torch(self, x: TensorSpec) -> Call:
        down, across = self.patch_size
        patch = down if down == across else self.patch_size
        given = unless(bias=(self.bias, True))
        return Call(_EMBEDDING + "PatchEmbedding", (int(x.channels), self.embed_dim, patch), given)

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        (down, across), (rows, columns) = self.patch_size, self._grid(x)
        terms = (
            Term("("), Term(str(x.height), mark("height")), Term(" / "), Term(str(down), mark("patch")), Term(") · ("),
            Term(str(x.width), mark("width")), Term(" / "), Term(str(across), mark("patch")), Term(")"),
        )  # fmt: skip
        return (Arithmetic(mark("steps"), terms, rows * columns),)


class PatchEmbedding(Tieable, _Patches):
    """Cut an image into patches and map each patch to a vector."""

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.IMAGE,)), TAKES)
    outputs = (Port("y", (Kind.SEQUENCE,), description="one step for each patch, row by row"), GIVES)
    chinese = "图像分块嵌入"
    analogy = (
        "Cutting a photograph along a grid and describing each snippet on a card; the cards are then read in turn."
    )
    advice = "The entrance of a vision transformer: with images of 224 and patches of 16 it gives 196 steps."
    pitfall = "Half the patch size makes four times the steps, and attention sixteen times as dear."
    keywords = ("vit", "vision transformer", "patchify", "tokens", "conv_proj", "分块", "视觉Transformer")
    formula = r"y_p = W\, \mathrm{vec}(x_{\text{patch } p}) + b"
    source = "Dosovitskiy et al. 2021, An image is worth 16×16 words, section 3.1"

    weight_axes = mark("for each number that comes out one patch of every channel")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.embed_dim, int(x.channels), *self.patch_size)

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"embed_dim": sizes[0], "patch_size": sizes[2:]}


class ClassToken(Tried):
    """Put a learned step in front of a sequence, for the network to gather its verdict in."""

    family = Family.EMBEDDING
    inputs = (Port("x", (Kind.SEQUENCE,)),)
    pill = True
    chinese = "分类标记"
    analogy = "A secretary who joins the meeting as one more member, says nothing at first and writes the summary."
    advice = (
        "Use it at the entrance of a Transformer that classifies, and FirstToken at its end. More than one: registers."
    )
    pitfall = "Add positions behind it, not before, when it shall have a place of its own; count one step more."
    keywords = ("cls", "vit", "bert", "register", "分类词元", "CLS标记")
    formula = r"y = [c;\ x_1;\ \dots;\ x_T]"
    source = "Devlin et al. 2019, BERT, section 3; Dosovitskiy et al. 2021, equation 1"

    num_tokens: int = Field(1, ge=1, le=1024, description="how many learned steps there are", face="tokens", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_sequence(self, "x", x)
        return x.with_dims(longer(x.length, self.num_tokens), x.features)

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(Tally(self.num_tokens * int(x.features), f"{self.num_tokens} × {x.features}"))

    def torch(self, x: TensorSpec) -> Call:
        return Call(_EMBEDDING + "ClassToken", (int(x.features),), unless(num_tokens=(self.num_tokens, 1)))

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        length: Dim = x.length
        if not isinstance(length, int):
            return ()
        terms = (Term(str(self.num_tokens), mark("tokens")), Term(" + "), Term(str(length), mark("input")))
        return (Arithmetic(mark("steps"), terms, self.num_tokens + length),)
