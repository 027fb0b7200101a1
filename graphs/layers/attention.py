"""Attention of all steps to all steps: what Transformers are made of."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, In, Layer, Port, ShapeError, Tally
from graphs.layers.sentences import change, get_both, gets, must_be_float, put, unless
from graphs.layers.steps import Tried, must_be_sequence, must_mask, products
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_BIAS = Port(
    "attn_bias", (Kind.TENSOR, Kind.SEQUENCE, Kind.IMAGE), optional=True,
    description="added to the scores, for example what RelativePositionBias gives",
)  # fmt: skip
_ANSWERS = Port("y", (Kind.SEQUENCE,), description="the answer to each query")
_WEIGHTS = Port("weights", (Kind.TENSOR,), description="how much each query looked at each key; every row adds up to 1")
_ATTENTION = "graphs.modules.attention."


def _must_divide(layer: Layer, port: str, x: TensorSpec, heads: int) -> None:
    """Refuse features that do not divide among the heads; raises `ShapeError`."""
    size = int(x.features)
    if size % heads:
        fitting = max(n for n in range(1, heads + 1) if size % n == 0)
        raise ShapeError(
            port,
            say("{type} divides the features among {n} heads.", type=layer.type_name(), n=heads),
            say("It gets {n} features.", n=size),
            say("Choose a number of heads that divides the features."),
            (change("num_heads", fitting),),
        )


def _must_be_bias(layer: Layer, bias: TensorSpec | None, query: TensorSpec, key: TensorSpec, heads: int) -> None:
    """Refuse what cannot be added to the scores; raises `ShapeError`."""
    if bias is None:
        return
    pairs = (query.length, key.length)
    if bias.dims not in (pairs, (heads, *pairs)):
        wanted = " × ".join(map(str, (heads, *pairs)))
        raise ShapeError(
            "attn_bias",
            say("{type} adds one number to each score, {shape}.", type=layer.type_name(), shape=wanted),
            gets(bias),
            say("RelativePositionBias gives it, with as many heads as here."),
        )
    must_be_float(layer, "attn_bias", bias)


class ScaledDotProductAttention(Tried):
    """Compare every query with every key and give the mean of the values, weighed by how well they match."""

    family = Family.ATTENTION
    inputs = (
        Port("query", (Kind.SEQUENCE,), description="what is asked, one vector for each step"),
        Port("key", (Kind.SEQUENCE,), description="what the queries are compared with"),
        Port("value", (Kind.SEQUENCE,), description="what is averaged; as many steps as the keys"),
        Port("attn_mask", (Kind.MASK,), optional=True, description="yes for every key that takes part"),
        _BIAS,
    )
    outputs = (_ANSWERS, _WEIGHTS)
    chinese = "缩放点积注意力"
    analogy = "A library where you describe what you seek: every book answers, the louder the better it fits."
    advice = "Use it to draw attention from its parts: Linear for query, key and value, positions in between."
    pitfall = "Without the division by √d the softmax of long vectors puts all on one key, and its gradient dies."
    keywords = ("attention", "transformer", "self-attention", "query key value", "softmax", "自注意力", "点积", "查询")
    formula = r"y = \operatorname{softmax}\left(\frac{Q K^{\top}}{\sqrt{d}}\right) V"
    source = "Vaswani et al. 2017, Attention is all you need, equation 1"

    num_heads: int = Field(1, ge=1, le=1024, description="how many parts work side by side", face="heads", rank=2)
    dropout_p: float = Field(0.0, ge=0, lt=1, description="share of weights hidden, while training only")
    is_causal: bool = Field(False, description="no step sees a later one", face="causal", rank=1)
    scale: float | None = Field(
        None, gt=0, le=1000, description="what the products are multiplied by; empty is 1/√d for each head"
    )
    need_weights: bool = Field(
        True, description="give the weights, too; without them it is faster and needs less memory"
    )

    def shape(
        self,
        query: TensorSpec,
        key: TensorSpec,
        value: TensorSpec,
        attn_mask: TensorSpec | None = None,
        attn_bias: TensorSpec | None = None,
    ) -> dict[str, TensorSpec]:
        sizes = [must_be_sequence(self, port, x) for port, x in (("query", query), ("key", key), ("value", value))]
        if sizes[0] != sizes[1]:
            raise ShapeError(
                "key",
                say("ScaledDotProductAttention compares queries and keys of the same length."),
                get_both(query, key),
                say("A Linear on one side brings them to one length."),
                (put("Linear", "key", out_features=sizes[0]),),
            )
        if key.length != value.length:
            raise ShapeError(
                "value",
                say("Every key has one value."),
                get_both(key, value),
                say("Keys and values are made of the same steps: wire both from there."),
            )
        for port, x in (("query", query), ("value", value)):
            _must_divide(self, port, x, self.num_heads)
        must_mask(self, "attn_mask", attn_mask, key, (key.length,), (query.length, key.length))
        _must_be_bias(self, attn_bias, query, key, self.num_heads)
        y = query.with_dims(query.length, value.features)
        if not self.need_weights:
            return {"y": y}
        heads = (self.num_heads,) if self.num_heads > 1 else ()
        return {"y": y, "weights": TensorSpec(Kind.TENSOR, (*heads, query.length, key.length), query.dtype)}

    def cost(self, query: TensorSpec, key: TensorSpec, value: TensorSpec, **more: TensorSpec) -> Cost:
        pairs = (query.length, key.length)
        return Cost(multiply_adds=products((*pairs, query.features), (*pairs, value.features)))

    def torch(self, query: TensorSpec, key: TensorSpec, value: TensorSpec, **more: TensorSpec) -> Call:
        given = unless(
            num_heads=(self.num_heads, 1), dropout_p=(self.dropout_p, 0.0), is_causal=(self.is_causal, False),
            scale=(self.scale, None), need_weights=(self.need_weights, True),
        )  # fmt: skip
        paths = {"y": (0,), "weights": (1,)} if self.need_weights else {"y": (0,)}
        on = (In("query"), In("key"), In("value"))
        return Call(f"{_ATTENTION}ScaledDotProductAttention", (), given, on, {port: In(port) for port in more}, paths)


class MultiheadAttention(Tried):
    """Let every step look at all steps in several ways at once, with learned queries, keys and values.

    Only query wired: self-attention. Query and key wired: cross-attention, the keys are the values.
    """

    family = Family.ATTENTION
    inputs = (
        Port("query", (Kind.SEQUENCE,), description="the steps that look"),
        Port(
            "key", (Kind.SEQUENCE,), optional=True, description="the steps that are looked at; the queries without it"
        ),
        Port("value", (Kind.SEQUENCE,), optional=True, description="what is gathered; the keys without it"),
        Port("key_padding_mask", (Kind.MASK,), optional=True, description="yes for every key that is padding"),
        _BIAS,
    )
    outputs = (_ANSWERS, _WEIGHTS)
    chinese = "多头注意力"
    analogy = "Eight readers of one text: one looks for names, one for verbs, one for the last full stop."
    advice = "The heart of every Transformer: put it into a residual block, with a normalisation before or after it."
    pitfall = (
        "It does not see the order of steps: add positions before it. Twice the length costs four times the memory."
    )
    keywords = (
        "transformer", "self-attention", "cross-attention", "causal", "window", "mha",
        "自注意力", "交叉注意力", "因果掩码",
    )  # fmt: skip
    formula = (
        r"\begin{array}{l} y = [head_1; \dots; head_h] W^O \\"
        r" head_i = \operatorname{softmax}\left(\frac{Q W_i^Q (K W_i^K)^{\top}}{\sqrt{d}}\right) V W_i^V \end{array}"
    )
    source = "Vaswani et al. 2017, Attention is all you need, section 3.2.2; PyTorch: torch.nn.MultiheadAttention"

    num_heads: int = Field(4, ge=1, le=1024, description="how many ways of looking there are", face="heads", rank=2)
    causal: bool = Field(False, description="no step sees a later one", face="causal", rank=1)
    window: int | None = Field(
        None, ge=0, le=1_048_576, description="how many steps to each side are seen; empty is all", unit="steps"
    )
    dropout: float = Field(0.0, ge=0, lt=1, description="share of weights hidden, while training only")
    bias: bool = Field(True, description="add learned numbers to every sum")
    average_attn_weights: bool = Field(True, description="give the mean of the weights over the heads")
    need_weights: bool = Field(
        True, description="give the weights, too; without them it is faster and needs less memory"
    )

    def _three(
        self, query: TensorSpec, key: TensorSpec | None, value: TensorSpec | None
    ) -> tuple[TensorSpec, TensorSpec, TensorSpec]:
        keys = query if key is None else key
        return query, keys, keys if value is None else value

    def shape(
        self,
        query: TensorSpec,
        key: TensorSpec | None = None,
        value: TensorSpec | None = None,
        key_padding_mask: TensorSpec | None = None,
        attn_bias: TensorSpec | None = None,
    ) -> dict[str, TensorSpec]:
        query, keys, values = self._three(query, key, value)
        for port, x in (("query", query), ("key", keys), ("value", values)):
            must_be_sequence(self, port, x)
        if keys.length != values.length:
            raise ShapeError(
                "value",
                say("Every key has one value."),
                get_both(keys, values),
                say("Keys and values are made of the same steps: wire both from there."),
            )
        _must_divide(self, "query", query, self.num_heads)
        must_mask(self, "key_padding_mask", key_padding_mask, keys, (keys.length,))
        _must_be_bias(self, attn_bias, query, keys, self.num_heads)
        if not self.need_weights:
            return {"y": query}
        heads = () if self.average_attn_weights else (self.num_heads,)
        return {"y": query, "weights": TensorSpec(Kind.TENSOR, (*heads, query.length, keys.length), query.dtype)}

    def cost(
        self, query: TensorSpec, key: TensorSpec | None = None, value: TensorSpec | None = None, **more: TensorSpec
    ) -> Cost:
        query, keys, values = self._three(query, key, value)
        size, of_key, of_value = int(query.features), int(keys.features), int(values.features)
        learned, sum_ = size * (2 * size + of_key + of_value), f"{size} × ({size} + {of_key} + {of_value} + {size})"
        if self.bias:
            learned, sum_ = learned + 4 * size, f"{sum_} + 4·{size}"
        pairs = (2, query.length, keys.length, size)
        return Cost(
            Tally(learned, sum_),
            products((2, query.length, size, size), (keys.length, of_key, size), (keys.length, of_value, size), pairs),
        )

    def torch(
        self, query: TensorSpec, key: TensorSpec | None = None, value: TensorSpec | None = None, **more: TensorSpec
    ) -> Call:
        size = int(query.features)
        _, keys, values = self._three(query, key, value)
        sizes = unless(
            dropout=(self.dropout, 0.0), bias=(self.bias, True),
            kdim=(int(keys.features), size), vdim=(int(values.features), size),
        )  # fmt: skip
        keys_from = "query" if key is None else "key"
        on = (In("query"), In(keys_from), In(keys_from if value is None else "value"))
        paths = {"y": (0,), "weights": (1,)} if self.need_weights else {"y": (0,)}
        if not (self.causal or self.window is not None or more):
            how = unless(need_weights=(self.need_weights, True), average_attn_weights=(self.average_attn_weights, True))
            given = {**sizes, "batch_first": True}
            return Call("torch.nn.MultiheadAttention", (size, self.num_heads), given, on, how, paths)
        given = sizes | unless(
            causal=(self.causal, False), window=(self.window, None),
            average_attn_weights=(self.average_attn_weights, True), need_weights=(self.need_weights, True),
        )  # fmt: skip
        with_more = {port: In(port) for port in more}
        return Call(f"{_ATTENTION}MultiheadAttention", (size, self.num_heads), given, on, with_more, paths)
