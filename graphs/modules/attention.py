"""Attention between steps: every query looks at all keys and takes a weighted mean of their values.

Shapes: a query (N, Q, E) or, as one vector, (N, E); keys and values (N, T, …); weights (N, Q, T) or (N, T). A query
that may look at nothing gets zeros. Each class can be copied with the functions it uses.
"""

from __future__ import annotations

import torch
from torch import nn


def softmax_over(scores: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
    """Softmax over the last axis among what ``seen`` (yes or no) shows; zeros where it shows nothing at all."""
    if seen is None:
        return torch.softmax(scores, dim=-1)
    low = scores.masked_fill(~seen, torch.finfo(scores.dtype).min)  # unlike −∞, this has a gradient in an empty row
    return torch.softmax(low, dim=-1).masked_fill(~seen, 0.0)


def near(queries: int, keys: int, causal: bool, window: int | None, device: torch.device) -> torch.Tensor | None:
    """Which keys each query sees, (queries, keys): none behind it when ``causal``, none further than ``window``."""
    if not causal and window is None:
        return None
    distance = torch.arange(queries, device=device).unsqueeze(1) - torch.arange(keys, device=device)
    seen = distance >= 0 if causal else torch.ones_like(distance, dtype=torch.bool)
    return seen if window is None else seen & (distance.abs() <= window)


def heads_of(x: torch.Tensor, heads: int) -> torch.Tensor:
    """Cut the features into heads that lie beside each other: (N, T, F) becomes (N, heads, T, F/heads)."""
    return x.reshape(x.shape[0], x.shape[1], heads, -1).transpose(1, 2)


def rows_of(query: torch.Tensor) -> torch.Tensor:
    """A query of one vector (N, E) as a sequence of one step (N, 1, E)."""
    return query.unsqueeze(1) if query.dim() == 2 else query


def weighted(weights: torch.Tensor, value: torch.Tensor, single: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """The weighted sums of ``value`` and the weights; without the axis of the queries for a single one."""
    y = weights @ value
    return (y.squeeze(1), weights.squeeze(1)) if single else (y, weights)


class ScaledDotProductAttention(nn.Module):
    """softmax(Q Kᵀ·scale) V (Vaswani et al. 2017, equation 1); ``scale`` None is 1/√E per head.

    With ``num_heads`` the features are cut into so many heads that work side by side. ``dropout_p`` hides weights while
    training only. Without ``need_weights`` torch's fused function runs, which never stores the weights.
    """

    def __init__(
        self,
        num_heads: int = 1,
        dropout_p: float = 0.0,
        is_causal: bool = False,
        scale: float | None = None,
        need_weights: bool = True,
    ):
        super().__init__()
        self.num_heads, self.dropout_p, self.is_causal = num_heads, dropout_p, is_causal
        self.scale, self.need_weights = scale, need_weights

    def forward(
        self,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        attn_mask: torch.Tensor | None = None,
        attn_bias: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        """Return the answers (N, Q, V) and the weights (N, Q, T), or (N, heads, Q, T) for several heads.

        ``attn_mask`` (N, T) or (N, Q, T): yes takes part. ``attn_bias`` (N, Q, T) or (N, heads, Q, T) is added.
        """
        q, k, v = (heads_of(x, self.num_heads) for x in (query, key, value))
        seen = near(q.shape[2], k.shape[2], self.is_causal, None, q.device)
        if attn_mask is not None:
            mask = attn_mask[:, None, None] if attn_mask.dim() == 2 else attn_mask.unsqueeze(1)
            seen = mask if seen is None else mask & seen
        bias = attn_bias.unsqueeze(1) if attn_bias is not None and attn_bias.dim() == 3 else attn_bias
        dropout = self.dropout_p if self.training else 0.0
        if not self.need_weights:
            if bias is not None and seen is not None:
                seen = bias.masked_fill(~seen, float("-inf"))
            added = bias if seen is None else seen
            alone = self.is_causal and attn_mask is None and bias is None
            y = nn.functional.scaled_dot_product_attention(
                q, k, v, None if alone else added, dropout, is_causal=alone, scale=self.scale
            )
            return y.transpose(1, 2).flatten(2), None
        scores = q @ k.transpose(-2, -1) * (q.shape[-1] ** -0.5 if self.scale is None else self.scale)
        weights = softmax_over(scores if bias is None else scores + bias, seen)
        weights = nn.functional.dropout(weights, dropout)
        return (weights @ v).transpose(1, 2).flatten(2), weights if self.num_heads > 1 else weights.squeeze(1)


class MultiheadAttention(nn.MultiheadAttention):
    """nn.MultiheadAttention, batch first, that can also be causal, see only a ``window`` of steps to each side, and
    take what is added to the scores. Its weights have torch's names."""

    def __init__(
        self,
        embed_dim: int,
        num_heads: int,
        dropout: float = 0.0,
        bias: bool = True,
        kdim: int | None = None,
        vdim: int | None = None,
        causal: bool = False,
        window: int | None = None,
        average_attn_weights: bool = True,
        need_weights: bool = True,
    ):
        super().__init__(embed_dim, num_heads, dropout, bias, kdim=kdim, vdim=vdim, batch_first=True)
        self.causal, self.window = causal, window
        self.average_attn_weights, self.need_weights = average_attn_weights, need_weights

    def forward(  # type: ignore[override]
        self,
        query: torch.Tensor,
        key: torch.Tensor,
        value: torch.Tensor,
        key_padding_mask: torch.Tensor | None = None,
        attn_bias: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        """Return the answers (N, Q, E) and the weights (N, Q, T), or (N, heads, Q, T) when they are not averaged.

        ``key_padding_mask`` (N, T): yes is padding and is ignored. ``attn_bias`` (N, Q, T) or (N, heads, Q, T).
        """
        if query is key and key is value and self._qkv_same_embed_dim:
            # One product for all three is quicker than three.
            three = nn.functional.linear(query, self.in_proj_weight, self.in_proj_bias).chunk(3, dim=-1)
            q, k, v = (heads_of(part, self.num_heads) for part in three)
        else:
            if self._qkv_same_embed_dim:
                matrices = self.in_proj_weight.chunk(3)
            else:
                matrices = (self.q_proj_weight, self.k_proj_weight, self.v_proj_weight)
            biases = (None, None, None) if self.in_proj_bias is None else self.in_proj_bias.chunk(3)
            q, k, v = (
                heads_of(nn.functional.linear(x, matrix, bias), self.num_heads)
                for x, matrix, bias in zip((query, key, value), matrices, biases, strict=True)
            )
        seen = near(q.shape[2], k.shape[2], self.causal, self.window, q.device)
        if key_padding_mask is not None:
            real = ~key_padding_mask[:, None, None]
            seen = real if seen is None else real & seen
        extra = attn_bias.unsqueeze(1) if attn_bias is not None and attn_bias.dim() == 3 else attn_bias
        dropout = self.dropout if self.training else 0.0
        if not self.need_weights:
            if extra is not None and seen is not None:
                extra, seen = extra.masked_fill(~seen, float("-inf")), None
            alone = self.causal and self.window is None and key_padding_mask is None and extra is None
            mask = None if alone else extra if seen is None else seen
            y = nn.functional.scaled_dot_product_attention(q, k, v, mask, dropout, is_causal=alone)
            return self.out_proj(y.transpose(1, 2).flatten(2)), None
        scores = q @ k.transpose(-2, -1) * q.shape[-1] ** -0.5
        weights = softmax_over(scores if extra is None else scores + extra, seen)
        weights = nn.functional.dropout(weights, dropout)
        y = self.out_proj((weights @ v).transpose(1, 2).flatten(2))
        return y, weights.mean(dim=1) if self.average_attn_weights else weights


class AdditiveAttention(nn.Module):
    """Weights from vᵀ tanh(W q + U k), one small network for every pair (Bahdanau, Cho & Bengio 2015)."""

    def __init__(self, query_size: int, key_size: int, hidden_size: int):
        super().__init__()
        self.query = nn.Linear(query_size, hidden_size, bias=False)
        self.key = nn.Linear(key_size, hidden_size, bias=False)
        self.score = nn.Linear(hidden_size, 1, bias=False)

    def forward(
        self, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the means of the keys and the weights; ``mask`` (N, T): yes takes part."""
        pairs = rows_of(self.query(query)).unsqueeze(2) + self.key(key).unsqueeze(1)
        scores = self.score(torch.tanh(pairs)).squeeze(-1)
        weights = softmax_over(scores, None if mask is None else mask.unsqueeze(1))
        return weighted(weights, key, query.dim() == 2)


class MultiplicativeAttention(nn.Module):
    """Weights from qᵀ k, or with ``general`` from qᵀ W k (Luong, Pham & Manning 2015, section 3.1)."""

    def __init__(self, query_size: int, key_size: int, general: bool = True):
        super().__init__()
        self.query = nn.Linear(query_size, key_size, bias=False) if general else nn.Identity()

    def forward(
        self, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the means of the keys and the weights; ``mask`` (N, T): yes takes part."""
        scores = rows_of(self.query(query)) @ key.transpose(1, 2)
        weights = softmax_over(scores, None if mask is None else mask.unsqueeze(1))
        return weighted(weights, key, query.dim() == 2)


class LocalAttention(nn.Module):
    """Multiplicative attention to the steps within ``window`` of a place (Luong, Pham & Manning 2015, section 3.2).

    Without ``predictive`` the place is ``position`` (N) for one query, and the number of the row for several (local-m).
    With it, the place is T·sigmoid(vᵀ tanh(W q)), and the weights are multiplied by a bell curve around it whose spread
    is half the window, so that the place can be learned (local-p).
    """

    def __init__(self, query_size: int, key_size: int, window: int = 10, predictive: bool = True, general: bool = True):
        super().__init__()
        self.window = window
        self.query = nn.Linear(query_size, key_size, bias=False) if general else nn.Identity()
        self.place = None
        if predictive:
            inner = nn.Linear(query_size, query_size, bias=False)
            self.place = nn.Sequential(inner, nn.Tanh(), nn.Linear(query_size, 1, bias=False), nn.Sigmoid())

    def forward(
        self,
        query: torch.Tensor,
        key: torch.Tensor,
        mask: torch.Tensor | None = None,
        position: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the sums of the keys and the weights; ``mask`` (N, T): yes takes part."""
        scores = rows_of(self.query(query)) @ key.transpose(1, 2)
        steps = torch.arange(key.shape[1], device=key.device, dtype=key.dtype)
        if self.place is not None:
            centre = key.shape[1] * rows_of(self.place(query))
        elif position is not None:
            centre = position.to(key.dtype).view(-1, 1, 1)
        else:
            centre = torch.arange(scores.shape[1], device=key.device, dtype=key.dtype).view(1, -1, 1)
        distance = steps - centre
        seen = (distance.detach().abs() <= self.window).expand_as(scores)
        weights = softmax_over(scores, seen if mask is None else seen & mask.unsqueeze(1))
        if self.place is not None:
            weights = weights * torch.exp(-2 * (distance / self.window).square())
        return weighted(weights, key, query.dim() == 2)


class HardAttention(nn.Module):
    """Pick one step with the probabilities of a softmax over qᵀ W k (or qᵀ k), and pass the gradient of the softmax.

    While training a step is drawn by Gumbel noise at temperature ``tau`` (Jang, Gu & Poole 2017); in evaluation mode
    the likeliest one is taken. The weights are one 1 and zeros.
    """

    def __init__(self, query_size: int, key_size: int, tau: float = 1.0, general: bool = True):
        super().__init__()
        self.tau = tau
        self.query = nn.Linear(query_size, key_size, bias=False) if general else nn.Identity()

    def forward(
        self, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the keys that were picked and the weights; ``mask`` (N, T): yes takes part."""
        scores = rows_of(self.query(query)) @ key.transpose(1, 2)
        if self.training:
            scores = scores - torch.empty_like(scores).exponential_().clamp(min=1e-20).log()
        seen = None if mask is None else mask.unsqueeze(1).expand_as(scores)
        soft = softmax_over(scores / self.tau, seen)
        picked = torch.zeros_like(soft).scatter(-1, soft.argmax(dim=-1, keepdim=True), 1.0)
        if seen is not None:
            picked = picked.masked_fill(~seen, 0.0)
        weights = picked + (soft - soft.detach())  # the number of the pick, the gradient of the softmax
        return weighted(weights, key, query.dim() == 2)


class TargetAttention(nn.Module):
    """How much each step of a history says about one candidate, without softmax (Zhou et al. 2018, section 4.3).

    A small network reads step, candidate, difference and product; ``softmax`` makes its answers add up to one, which
    the paper does not.
    """

    def __init__(self, size: int, hidden_size: int = 36, softmax: bool = False):
        super().__init__()
        self.softmax = softmax
        self.score = nn.Sequential(nn.Linear(4 * size, hidden_size), nn.PReLU(), nn.Linear(hidden_size, 1))

    def forward(
        self, query: torch.Tensor, key: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the weighted sum of the history (N, E) and the weights (N, T); ``mask`` (N, T): yes takes part."""
        candidate = query.unsqueeze(1).expand_as(key)
        weights = self.score(torch.cat((key, candidate, key - candidate, key * candidate), dim=-1)).squeeze(-1)
        if self.softmax:
            weights = softmax_over(weights, mask)
        elif mask is not None:
            weights = weights.masked_fill(~mask, 0.0)
        return weighted(weights.unsqueeze(1), key, True)
