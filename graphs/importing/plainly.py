"""The forwards of torch's own composed layers without their shortcuts, so that they can be followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import nn

from graphs.message import say


def _must_be_batch_first(attention: nn.MultiheadAttention) -> None:
    if not attention.batch_first:
        raise TypeError(say("it wants the batch as its second axis: build it with batch_first=True"))


def _attended(attention: Any, query: Any, key: Any, mask: Any, padding: Any, causal: bool) -> Any:
    _must_be_batch_first(attention)
    return attention(query, key, key, attn_mask=mask, key_padding_mask=padding, is_causal=causal, need_weights=False)[0]


def encoder_layer(
    self: Any, src: Any, src_mask: Any = None, src_key_padding_mask: Any = None, is_causal: bool = False
) -> Any:
    """``nn.TransformerEncoderLayer``: attention and a small network, each with a shortcut and a norm."""

    def attend(x: Any) -> Any:
        return self.dropout1(_attended(self.self_attn, x, x, src_mask, src_key_padding_mask, is_causal))

    def think(x: Any) -> Any:
        return self.dropout2(self.linear2(self.dropout(self.activation(self.linear1(x)))))

    x = src
    if self.norm_first:
        x = x + attend(self.norm1(x))
        return x + think(self.norm2(x))
    x = self.norm1(x + attend(x))
    return self.norm2(x + think(x))


def decoder_layer(
    self: Any,
    tgt: Any,
    memory: Any,
    tgt_mask: Any = None,
    memory_mask: Any = None,
    tgt_key_padding_mask: Any = None,
    memory_key_padding_mask: Any = None,
    tgt_is_causal: bool = False,
    memory_is_causal: bool = False,
) -> Any:
    """``nn.TransformerDecoderLayer``: the encoder's layer with a second attention, to the memory."""

    def attend(x: Any) -> Any:
        return self.dropout1(_attended(self.self_attn, x, x, tgt_mask, tgt_key_padding_mask, tgt_is_causal))

    def look_back(x: Any) -> Any:
        found = _attended(self.multihead_attn, x, memory, memory_mask, memory_key_padding_mask, memory_is_causal)
        return self.dropout2(found)

    def think(x: Any) -> Any:
        return self.dropout3(self.linear2(self.dropout(self.activation(self.linear1(x)))))

    x = tgt
    if self.norm_first:
        x = x + attend(self.norm1(x))
        x = x + look_back(self.norm2(x))
        return x + think(self.norm3(x))
    x = self.norm1(x + attend(x))
    x = self.norm2(x + look_back(x))
    return self.norm3(x + think(x))


def encoder(
    self: Any, src: Any, mask: Any = None, src_key_padding_mask: Any = None, is_causal: bool | None = None
) -> Any:
    """``nn.TransformerEncoder``: its layers one after the other, and a norm."""
    x = src
    for layer in self.layers:
        x = layer(x, src_mask=mask, is_causal=bool(is_causal), src_key_padding_mask=src_key_padding_mask)
    return x if self.norm is None else self.norm(x)


def decoder(
    self: Any,
    tgt: Any,
    memory: Any,
    tgt_mask: Any = None,
    memory_mask: Any = None,
    tgt_key_padding_mask: Any = None,
    memory_key_padding_mask: Any = None,
    tgt_is_causal: bool | None = None,
    memory_is_causal: bool = False,
) -> Any:
    """``nn.TransformerDecoder``: its layers one after the other, all with the same memory, and a norm."""
    x = tgt
    for layer in self.layers:
        x = layer(
            x, memory, tgt_mask=tgt_mask, memory_mask=memory_mask, tgt_key_padding_mask=tgt_key_padding_mask,
            memory_key_padding_mask=memory_key_padding_mask, tgt_is_causal=bool(tgt_is_causal),
            memory_is_causal=memory_is_causal,
        )  # fmt: skip
    return x if self.norm is None else self.norm(x)


PLAIN: dict[type[nn.Module], Callable[..., Any]] = {
    nn.TransformerEncoderLayer: encoder_layer,
    nn.TransformerDecoderLayer: decoder_layer,
    nn.TransformerEncoder: encoder,
    nn.TransformerDecoder: decoder,
}
"""By class: what it does, in operations that can be seen."""
