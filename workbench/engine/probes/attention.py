"""How much each query looks at each key: the weights of every head of every attention layer."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from graphs.meaning import Plan, Source, Step
from graphs.message import mark
from graphs.tensors import Kind
from workbench.engine.events import Array, Sample
from workbench.engine.inside import Path, full_name, is_attention, walk
from workbench.engine.probes.looking import ExampleProbe, module_of, numbered, shares
from workbench.engine.probes.places import grid_of

if TYPE_CHECKING:
    from workbench.engine.training import Training

ROOM = 64 * 1024
"""Numbers of one sample, for all layers together."""

HEADS = 32
"""How many heads of a layer are kept."""

AT_ONCE = 4_000_000
"""Weights of one layer that are computed at once: with more, fewer examples are looked at."""

THUMBNAIL = 48
"""The longest side of a kept image, over which attention to its patches can be laid."""

_RECOMPUTED = ("MultiheadAttention", "ScaledDotProductAttention")


@dataclass(frozen=True)
class Attending:
    """An attention layer of the drawing, wherever it lies: what to ask the network for, and how to read the answer.

    ``node`` is the node of the network it lies in; ``queries`` and ``keys`` are what it compares. ``read`` gives the
    weights (N, heads, Q, K).
    """

    node: int
    name: str
    sources: tuple[Source, ...]
    queries: Source
    keys: Source
    read: Callable[[tuple[Tensor, ...]], Tensor]


def attentions(tree: nn.Module, meaning: Plan) -> list[Attending]:
    """Every attention of a network: layers, layers inside a scan, and those drawn with a Softmax before a MatMul."""
    return [
        _attending(tree, meaning, path, loops, step)
        for path, loops, body, step in walk(meaning)
        if is_attention(body, step, loops)
    ]


def _attending(tree: nn.Module, meaning: Plan, path: Path, loops: int, step: Step) -> Attending:
    kind = step.layer.type_name()
    node, name = path[0][0] if path else step.node, full_name(meaning, path, step)
    wires = {port: Source(group[0].node, group[0].port, path) for port, group in step.inputs.items()}
    if kind == "Softmax":
        here = Source(step.node, "y", path)
        return Attending(node, name, (here,), here, here, lambda values: by_heads(values[0]))
    queries = wires["query"]
    keys = wires.get("key", queries)
    if kind not in _RECOMPUTED or loops:
        return Attending(
            node, name, (Source(step.node, "weights", path),), queries, keys, lambda values: by_heads(values[0])
        )
    module = module_of(tree, meaning, path, step)
    ports = tuple(wires)

    def recompute(values: tuple[Tensor, ...]) -> Tensor:
        assert module is not None
        return weights_of(module, dict(zip(ports, values, strict=True)))

    return Attending(node, name, tuple(wires.values()), queries, keys, recompute)


def by_heads(weights: Tensor) -> Tensor:
    """Weights (N, K), (N, Q, K) or (N, heads, Q, K) as (N, heads, Q, K)."""
    while weights.dim() < 4:
        weights = weights.unsqueeze(1)
    return weights


def weights_of(module: nn.Module, given: dict[str, Tensor]) -> Tensor:
    """The weights (N, heads, Q, K) of an attention module for what arrives at its ports, in evaluation mode.

    The module itself stays as it is, fused if it is fused: a second one with the same weights is asked.
    """
    second = copy.copy(module)  # its parameters are those of the first
    second.training = False
    second.need_weights = True  # type: ignore[assignment]
    query = given.pop("query")
    key = given.pop("key", query)
    value = given.pop("value", key)
    if isinstance(module, nn.MultiheadAttention):
        second.average_attn_weights = False  # type: ignore[assignment]
        if type(module) is nn.MultiheadAttention:
            given["average_attn_weights"] = False  # type: ignore[assignment]
    _, weights = second(query, key, value, **given)
    return by_heads(weights)


def entropy(weights: Tensor) -> Tensor:
    """The mean entropy of the rows of each head in nats, (heads,): 0 looks at one key, ln K evenly at all.

    ``weights`` are (N, heads, Q, K); a row that sees nothing does not count.
    """
    rows = -(weights.double() * weights.double().clamp(min=1e-30).log()).sum(3)
    real = weights.sum(3) > 0.5
    return (rows * real).sum((0, 2)) / real.sum((0, 2)).clamp(min=1)


def rolled(weights: Tensor, rows: int, columns: int) -> Tensor:
    """Weights (..., Q, K) made at most so small: the mean of neighbouring queries, the sum over neighbouring keys.

    So every row still adds up to 1.
    """
    for axis, most in ((-2, rows), (-1, columns)):
        length = weights.shape[axis]
        if length > most:
            starts = torch.linspace(0, length, most + 1)[:-1].long()
            group = torch.bucketize(torch.arange(length), starts, right=True) - 1
            sums = weights.new_zeros(*weights.shape[:axis], most, *weights.shape[axis:][1:])
            sums.index_add_(axis, group.to(weights.device), weights)
            if axis == -2:
                sums = sums / torch.bincount(group, minlength=most).to(weights).unsqueeze(1)
            weights = sums
    return weights


class Attention(ExampleProbe):
    """The attention of every head for the same few examples, and how spread out it is.

    A sample has ``nodes`` (n,), int64: the node of the network each layer lies in; ``examples`` (k,), int64: row
    numbers; and for layer i: ``weights/i`` (k, heads, Q, K), float32, rolled up where there is no room; ``sizes/i``
    (2,), int64: how many queries and keys there are; ``entropy/i`` (heads,), float64, as `entropy` gives it. Where keys
    are patches of an image: ``grid/i`` (3,), int64: rows, columns, and how many steps stand before the patches;
    ``looked/i`` (k, heads, K), float32: what the class token looks at, without one the mean of all queries; and
    ``image`` (k, H, W, 3), uint8. The label ``nodes`` names the layers, ``queries/i`` and ``keys/i`` are the words of
    the steps, example by example.
    """

    name: ClassVar[str] = "attention"
    title: ClassVar[str] = mark("Attention")
    salt: ClassVar[int] = 6

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: list[Attending] = []

    def suits(self, training: Training) -> bool:
        """Networks with attention."""
        reached = {step.node for mover in training.movers for step in training.plan.needed(mover.losses)}
        self._found = [one for one in attentions(training.tree, training.plan) if one.node in reached]
        return bool(self._found) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Ask the network for what arrives at its attention layers, and compute their weights from it."""
        chosen = [one for one in self._found if self.nodes is None or one.node in self.nodes] or self._found
        if not self.is_time(training):
            return []
        sources = tuple(dict.fromkeys(source for one in chosen for source in one.sources))
        values = dict(zip(sources, self.ask(training, sources), strict=True))
        found: list[tuple[Attending, Tensor]] = []
        with torch.no_grad():
            for one in chosen:
                given = tuple(values[source] for source in one.sources)
                heads = int(getattr(training.plan.by_node[one.node].layer, "num_heads", 8))
                # Weights of long sequences are large: fewer examples then.
                longest = max(value.shape[1] for value in given if value.dim() > 1)
                count = max(1, min(len(self.rows), AT_ONCE // (heads * longest**2)))
                weights = one.read(tuple(value[:count] for value in given))
                if not is_shares(weights) and one.sources[0].port == "y":
                    continue  # a Softmax over another axis is no attention
                found.append((one, weights[:, :HEADS].float()))
        if not found:
            return []
        room = shares(ROOM, [weights.numel() for _, weights in found])
        arrays, labels = [], {"nodes": tuple(one.name for one, _ in found), "truth": self.truth, "part": (self.part,)}
        for place, ((one, weights), space) in enumerate(zip(found, room, strict=True)):
            arrays.append(self._measured(training, one, weights, space))
            kept = len(arrays[-1]["weights"])
            for name, source, size in (
                ("queries", one.queries, weights.shape[2]),
                ("keys", one.keys, weights.shape[3]),
            ):
                words = self.words(training, source, size)[: kept * size]
                if words:
                    labels[f"{name}/{place}"] = words
        data: dict[str, Array] = {
            "nodes": np.array([one.node for one, _ in found], dtype=np.int64),
            "examples": self.rows,
        }
        if any("grid" in one for one in arrays):
            data["image"] = self._image(training)
        return [Sample(self.name, training.step, data | numbered(arrays), labels)]

    def _measured(self, training: Training, one: Attending, weights: Tensor, room: int) -> dict[str, Array]:
        count, heads, queries, keys = weights.shape
        kept = max(1, min(count, room // (heads * queries * keys)))
        side = math.inf if heads * queries * keys <= room else max(math.isqrt(room // heads), 1)
        small = rolled(weights[:kept], int(min(side, queries)), int(min(side, keys)))
        arrays: dict[str, Array] = {
            "weights": small.cpu().numpy(),
            "sizes": np.array([queries, keys], dtype=np.int64),
            "entropy": entropy(weights).cpu().numpy(),
        }
        grid = grid_of(training.plan, one.keys, keys)
        if grid is not None:
            before = grid[2]
            looked = weights[:kept, :, 0] if before else weights[:kept].mean(2)
            arrays |= {"grid": np.array(grid, dtype=np.int64), "looked": looked.cpu().numpy()}
        return arrays

    def _image(self, training: Training) -> Array:
        step = next(s for s in training.plan.steps if s.name in self.inputs and s.outputs["y"].kind is Kind.IMAGE)
        image = self.inputs[step.name][:, :3].float()
        factor = math.ceil(max(image.shape[2:]) / THUMBNAIL)
        image = nn.functional.avg_pool2d(image, factor, ceil_mode=True) if factor > 1 else image
        low, high = image.amin((1, 2, 3), keepdim=True), image.amax((1, 2, 3), keepdim=True)
        scaled = (255 * (image - low) / (high - low).clamp(min=1e-12)).to(torch.uint8)
        if scaled.shape[1] < 3:
            scaled = scaled[:, :1].expand(-1, 3, -1, -1)
        return np.ascontiguousarray(scaled.permute(0, 2, 3, 1).cpu().numpy())


def is_shares(weights: Tensor) -> bool:
    """Whether the rows of weights (..., K) add up to 1, or see nothing and add up to 0."""
    sums = weights.sum(-1)
    return bool(((sums - 1).abs().minimum(sums.abs()) < 1e-3).all())
