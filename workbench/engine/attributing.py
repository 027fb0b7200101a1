"""How much each number that goes in counts for an answer, by gradients alone, for several examples at once.

This is what can be measured again and again while a network learns: nothing is loaded for it, and it takes no more than
a few passes. `workbench.engine.explaining` asks captum for the same and for what takes longer. Saliency: Simonyan,
Vedaldi, Zisserman, ICLR workshop 2014, section 3. Integrated gradients: Sundararajan, Taly, Yan, ICML 2017, equation 1.
Grad-CAM: Selvaraju et al., ICCV 2017, equations 1 and 2.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source
from graphs.tensors import Kind
from workbench.engine.asking import Question, node_outputs

Scores = Callable[[Tensor], Tensor]
"""Scores (m, answers) of values (m, ...), of which each row is one of n examples, the n one after the other."""


def slopes(score: Scores, values: Tensor, target: Tensor) -> Tensor:
    """The gradient of each example's score for its ``target`` (m,), in the shape of ``values`` (m, ...); zeros where
    the score does not depend on them."""
    with torch.enable_grad():
        leaf = values.detach().clone().requires_grad_()
        chosen = score(leaf).gather(1, target.unsqueeze(1)).sum()
        if not chosen.requires_grad:
            return torch.zeros_like(values)
        found = torch.autograd.grad(chosen, leaf, allow_unused=True)[0]
    return torch.zeros_like(values) if found is None else found.detach()


def integrated(score: Scores, values: Tensor, base: Tensor, target: Tensor, steps: int, at_once: int) -> Tensor:
    """Integrated gradients (n, ...) of examples (n, ...) from a baseline of the same shape.

    The way is looked at in ``steps`` places by the Gauss–Legendre rule, of ``at_once`` examples together at most.
    """
    places, weights = np.polynomial.legendre.leggauss(steps)
    shares = torch.as_tensor((places + 1) / 2, dtype=values.dtype, device=values.device)
    parts = torch.as_tensor(weights / 2, dtype=values.dtype, device=values.device)
    total, way = torch.zeros_like(values), values - base
    together = max(1, at_once // len(values))
    for first in range(0, steps, together):
        some = shares[first : first + together]
        lifted = some.reshape(-1, *(1,) * values.dim())
        on_way = (base.unsqueeze(0) + lifted * way.unsqueeze(0)).flatten(0, 1)
        found = slopes(score, on_way, target.repeat(len(some))).reshape(len(some), *values.shape)
        total += (found * parts[first : first + together].reshape(-1, *(1,) * values.dim())).sum(0)
    return total * way


def grad_cam(onward: Scores, maps: Tensor, target: Tensor, size: tuple[int, int]) -> Tensor:
    """Grad-CAM (n, H, W) in the size of the picture, from feature maps (n, C, h, w) and what comes behind them."""
    weights = slopes(onward, maps, target).mean((2, 3), keepdim=True)
    seen = (weights * maps).sum(1, keepdim=True).relu()
    return nn.functional.interpolate(seen, size=size, mode="bilinear")[:, 0]


def maps_at(plan: Plan, question: Question, node: int | None) -> Source | None:
    """The feature maps that Grad-CAM is laid on: those of the node, without one the last on the way to the scores."""
    if question.kind is not Kind.IMAGE or question.of_words:
        return None
    way = [
        source
        for step in plan.needed((question.scores,))
        if not isinstance(step.layer, Input)
        for source in node_outputs(plan, step.node)
        if plan.specs[source].kind is Kind.IMAGE and _reads(plan, source, question.place)
    ]
    if node is not None:
        return next((source for source in way if source.node == node), None)
    behind = [source for source in way if source != question.scores] or way
    wide = [source for source in behind if any(isinstance(d, int) and d > 1 for d in plan.specs[source].dims[1:])]
    return next(reversed(wide or behind), None)


def _reads(plan: Plan, source: Source, place: Source) -> bool:
    return any(step.node == place.node for step in plan.needed((source,)))


def folded(values: Tensor, question: Question, *, pictured: bool, strongest: bool) -> Tensor:
    """One number for each place of one example (...): the colours of a pixel, the numbers of a word or of a step
    together, their sum or with ``strongest`` their largest.

    What is ``pictured`` lies as (C, H, W). Series keep all their numbers.
    """
    if (pictured and values.dim() == 3) or question.kind is Kind.VOLUME:
        return values.amax(0) if strongest else values.sum(0)
    if question.of_words and values.dim() == 2:
        return values.amax(1) if strongest else values.sum(1)
    return values
