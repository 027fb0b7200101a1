"""Layers that compare or combine vectors: products, similarities and distances."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Port, ShapeError, Tally
from graphs.layers.axes import Mended, together, usual
from graphs.layers.sentences import get_both, gets, must_be_batched, must_be_float, put, takes
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

_PAIR = (Port("a"), Port("b"))
_VECTORS = (Kind.FEATURES, Kind.SEQUENCE)
_TWO_VECTORS = (Port("a", _VECTORS), Port("b", _VECTORS))


def _known(*dims: Dim) -> tuple[int, ...]:
    """The sizes as numbers; a symbol counts once."""
    return tuple(dim if isinstance(dim, int) else 1 for dim in dims)


class MatMul(Mended):
    """Multiply matrices: every row of the first with every column of the second."""

    family = Family.SHAPE
    inputs = _PAIR
    pill = True
    chinese = "矩阵乘法"
    analogy = "Every customer's shopping list times every shop's prices: one total for each pair."
    advice = "Use it to draw attention yourself, or whenever both factors are computed and none is a weight."
    pitfall = (
        "The last axis of a must equal the last but one of b: Transpose one of them for products of rows with rows."
    )
    keywords = ("matrix product", "bmm", "dot", "attention scores", "矩阵相乘")
    formula = r"y_{ij} = \sum_k a_{ik} b_{kj}"
    source = "PyTorch: torch.matmul"

    def _factors(self, a: TensorSpec, b: TensorSpec) -> tuple[Dim, ...]:
        """The dimensions of the product; raises `ShapeError`."""
        for port, spec in (("a", a), ("b", b)):
            must_be_batched(self, port, spec)
            must_be_float(self, port, spec)
        if len(a.dims) < 2 or len(a.dims) != len(b.dims):
            raise ShapeError(
                "b",
                say("MatMul needs two inputs with the same number of axes, at least two."),
                get_both(a, b),
                say("The last two axes are the matrix; Unsqueeze makes a row or a column of features."),
                (put("Unsqueeze", "b", dim=-1),) if len(a.dims) == 2 and b.dims == a.dims[-1:] else (),
            )
        leading = [together(pair) for pair in zip(a.dims[:-2], b.dims[:-2], strict=True)]
        if None in leading or a.dims[-1] != b.dims[-2]:
            turned = None not in leading and a.dims[-1] == b.dims[-1]
            raise ShapeError(
                "b",
                say("MatMul needs as many columns in a as rows in b, and equal axes before them."),
                get_both(a, b),
                say("Both have the same number of columns: turn b.")
                if turned
                else say("Which of the two is wrong depends on what you mean: no single layer mends it."),
                (put("Transpose", "b", dim0=-2, dim1=-1),) if turned else (),
            )
        return (*(dim for dim in leading if dim is not None), a.dims[-2], b.dims[-1])

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        return usual(self._factors(a, b), a.dtype)

    def cost(self, a: TensorSpec, b: TensorSpec) -> Cost:
        *leading, rows, columns = _known(*self._factors(a, b))
        (inner,) = _known(a.dims[-1])
        factors, number = [*leading, rows, inner, columns], 1
        for factor in factors:
            number *= factor
        return Cost(multiply_adds=Tally(number, " × ".join(map(str, factors))))

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.matmul", (In("a"), In("b")))


class _TwoVectors(Mended):
    """Two inputs of one shape, compared along their features."""

    keepdim: bool = Field(True, description="keep one feature per comparison, so that a loss or a Linear can follow")

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        for port, spec in (("a", a), ("b", b)):
            if spec.kind not in _VECTORS:
                hint = (
                    say("Flatten turns an image into features.")
                    if spec.kind is Kind.IMAGE
                    else say("Wire vectors here.")
                )
                fixes = (put("Flatten", port),) if spec.kind is Kind.IMAGE and a.dims == b.dims and port == "b" else ()
                raise ShapeError(port, takes(self, _VECTORS), gets(spec), hint, fixes if a.kind in _VECTORS else ())
            must_be_float(self, port, spec)
        if a.dims != b.dims or a.dtype != b.dtype:
            one_axis = a.kind is b.kind and a.dims[:-1] == b.dims[:-1] and a.numel and b.numel and a.dtype == b.dtype
            raise ShapeError(
                "b",
                say("{type} needs two inputs of the same shape.", type=self.type_name()),
                get_both(a, b),
                say("A projection on one of the wires makes them equal.")
                if one_axis
                else say("No single layer makes these shapes equal."),
                (put("Linear", "b", out_features=a.features), put("Linear", "a", out_features=b.features))
                if one_axis
                else (),
            )
        return usual((*a.dims[:-1], *((1,) if self.keepdim else ())), a.dtype)


class DotProduct(_TwoVectors):
    """Multiply two vectors number by number and add everything up."""

    family = Family.SHAPE
    inputs = _TWO_VECTORS
    chinese = "点积"
    analogy = "Two people fill in the same questionnaire; every shared strong opinion adds to how well they match."
    advice = "Use it to score how well a user and an item fit, or a word and its context."
    pitfall = "Long vectors give large numbers whatever their direction: use CosineSimilarity, or Scale by 1/√d."
    keywords = ("inner product", "score", "matching", "recommender", "word2vec", "内积")
    formula = r"y = \sum_i a_i b_i"
    source = "Mikolov et al. 2013, Distributed representations of words, equation 2"

    def cost(self, a: TensorSpec, b: TensorSpec) -> Cost:
        sizes = _known(*a.dims)
        return Cost(
            multiply_adds=Tally(sizes[0] * sizes[-1] if len(sizes) > 1 else sizes[0], " × ".join(map(str, sizes)))
        )

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("graphs.modules.products.DotProduct", () if self.keepdim else (False,))


class CosineSimilarity(_TwoVectors):
    """Compare the directions of two vectors: 1 for the same, 0 for a right angle, −1 for opposite."""

    family = Family.SHAPE
    inputs = _TWO_VECTORS
    chinese = "余弦相似度"
    analogy = "Two compass needles: only where they point counts, not how long they are."
    advice = "Use it to compare codes, in contrastive learning and in searches for similar items."
    pitfall = "It stays between −1 and 1, too narrow for a softmax: divide by a small temperature first."
    keywords = ("angle", "similar", "contrastive", "siamese", "相似度", "夹角")
    formula = r"y = \frac{a \cdot b}{\max(\|a\|, \epsilon) \max(\|b\|, \epsilon)}"
    source = "Chen et al. 2020, SimCLR, section 2.1; PyTorch: torch.nn.CosineSimilarity"

    eps: float = Field(1e-8, ge=1e-12, le=0.1, description="smallest length that is divided by")

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        eps = {} if self.eps == 1e-8 else {"eps": self.eps}
        keep = {} if self.keepdim else {"keepdim": False}
        return Call("graphs.modules.products.CosineSimilarity", (), {**eps, **keep})


class PairwiseDistance(_TwoVectors):
    """Measure how far two vectors lie apart."""

    family = Family.SHAPE
    inputs = _TWO_VECTORS
    chinese = "成对距离"
    analogy = "A string stretched between two pins on a map."
    advice = "Use it in siamese and triplet networks: same things near, different things far."
    pitfall = "In many dimensions all distances grow alike; normalise the vectors before you set a margin."
    keywords = ("euclidean", "siamese", "metric learning", "norm", "欧氏距离", "孪生网络")
    formula = r"y = (\sum_i |a_i - b_i + \epsilon|^p)^{1/p}"
    source = "Chopra, Hadsell & LeCun 2005, Learning a similarity metric; PyTorch: torch.nn.PairwiseDistance"

    p: float = Field(
        2.0, ge=1, le=10, description="the norm: 2 is the straight line, 1 the way along the axes", face="p", rank=1
    )

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        norm = {} if self.p == 2 else {"p": self.p}
        keep = {"keepdim": True} if self.keepdim else {}
        return Call("torch.nn.PairwiseDistance", (), {**norm, **keep})


class DistanceMatrix(Mended):
    """Measure the distance from every vector of one set to every vector of another."""

    family = Family.SHAPE
    inputs = (Port("a", (Kind.SEQUENCE, Kind.POINTS)), Port("b", (Kind.SEQUENCE, Kind.POINTS)))
    chinese = "距离矩阵"
    analogy = "The table of distances between towns at the back of a road atlas."
    advice = "Use it for nearest neighbours, prototypes and radial basis functions."
    pitfall = "It has one number per pair: a thousand vectors on each side make a million."
    keywords = ("cdist", "nearest neighbour", "k-means", "prototype", "距离", "最近邻")
    formula = r"y_{ij} = \| a_i - b_j \|_p"
    source = "PyTorch: torch.cdist; Snell, Swersky & Zemel 2017, Prototypical networks, equation 2"

    p: float = Field(
        2.0, ge=1, le=10, description="the norm: 2 is the straight line, 1 the way along the axes", face="p", rank=1
    )

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        for port, spec in (("a", a), ("b", b)):
            if spec.kind not in (Kind.SEQUENCE, Kind.POINTS):
                hint = say("It needs several vectors per example: Unsqueeze with dim 0 makes one row of features.")
                raise ShapeError(port, takes(self, (Kind.SEQUENCE, Kind.POINTS)), gets(spec), hint)
            must_be_float(self, port, spec)
        if a.dims[1] != b.dims[1]:
            raise ShapeError(
                "b",
                say("DistanceMatrix needs vectors of the same length on both sides."),
                get_both(a, b),
                say("A Linear on one side brings them to one length."),
                (put("Linear", "b", out_features=a.dims[1]),)
                if b.kind is Kind.SEQUENCE and b.numel and a.numel
                else (),
            )
        return TensorSpec(Kind.SEQUENCE, (a.dims[0], b.dims[0]), a.dtype)

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.cdist", (In("a"), In("b")), {} if self.p == 2 else {"p": self.p})


class GramMatrix(Mended):
    """Multiply every feature map with every other one: which of them appear together."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.IMAGE, Kind.SIGNAL, Kind.VOLUME)),)
    chinese = "格拉姆矩阵"
    analogy = "Counting which spices a cook uses together says much about the style, and nothing about the dish."
    advice = "Use it on feature maps of a trained network to compare the styles of two images."
    pitfall = "Programs divide it by different numbers, so style weights cannot be carried from one to another."
    keywords = ("style transfer", "texture", "gatys", "correlation", "风格迁移", "纹理")
    formula = r"G_{ij} = \frac{1}{Z} \sum_k F_{ik} F_{jk}"
    source = "Gatys, Ecker & Bethge 2016, Image style transfer, equations 3 and 4"

    normalisation: Literal["gatys", "size", "none"] = Field(
        "gatys",
        description="the divisor Z: gatys 2·H·W, so that MSELoss behind it is their equation 4; size C·H·W; none 1",
        face="divide",
        rank=1,
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        kinds = (Kind.IMAGE, Kind.SIGNAL, Kind.VOLUME)
        if x.kind not in kinds:
            raise ShapeError(
                "x", takes(self, kinds), gets(x), say("It compares channels, place by place: wire them here.")
            )
        must_be_float(self, "x", x)
        return TensorSpec(Kind.SEQUENCE, (x.channels, x.channels), x.dtype)

    def cost(self, x: TensorSpec) -> Cost:
        channels, *places = _known(*x.dims)
        number = channels * channels
        for size in places:
            number *= size
        return Cost(multiply_adds=Tally(number, f"{channels}·{channels} × {'·'.join(map(str, places))}"))

    def torch(self, x: TensorSpec) -> Call:
        return Call(
            "graphs.modules.products.GramMatrix", () if self.normalisation == "gatys" else (self.normalisation,)
        )


class OuterProduct(Mended):
    """Multiply every number of one vector with every number of another."""

    family = Family.SHAPE
    inputs = (Port("a", (Kind.FEATURES,)), Port("b", (Kind.FEATURES,)))
    pill = True
    chinese = "外积"
    analogy = "A multiplication table: one row per number of the first, one column per number of the second."
    advice = "Use it to let two descriptions interact in all pairs, as in bilinear networks and fast weights."
    pitfall = "The result has the product of both sizes: 512 and 512 give a quarter of a million numbers."
    keywords = ("bilinear", "tensor product", "interaction", "张量积", "特征交叉")
    formula = r"y_{ij} = a_i b_j"
    source = "Lin, RoyChowdhury & Maji 2015, Bilinear CNN models, equation 1"

    def shape(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        for port, spec in (("a", a), ("b", b)):
            if spec.kind is not Kind.FEATURES:
                fits = (
                    spec.kind is Kind.IMAGE
                    and (port == "a" or a.kind is Kind.FEATURES)
                    and b.kind in (spec.kind, Kind.FEATURES)
                )
                fixes = (put("Flatten", port),) if fits and (port == "b" or b.kind is Kind.FEATURES) else ()
                hint = say("Put Flatten in between.") if fixes else say("Wire one vector per example here.")
                raise ShapeError(port, takes(self, (Kind.FEATURES,)), gets(spec), hint, fixes)
            must_be_float(self, port, spec)
        return TensorSpec(Kind.SEQUENCE, (a.dims[0], b.dims[0]), a.dtype)

    def cost(self, a: TensorSpec, b: TensorSpec) -> Cost:
        (one, two) = _known(a.dims[0], b.dims[0])
        return Cost(multiply_adds=Tally(one * two, f"{one} × {two}"))

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        return Call("torch.einsum", ("ni,nj->nij", In("a"), In("b")))
