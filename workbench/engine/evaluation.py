"""How good a network is on examples it does not learn from: losses and metrics over a whole part of the data."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

import torch
from torch import Tensor

from graphs.meaning import Plan, Source
from graphs.modules.tree import Tree
from workbench.engine.players import loss_sources, metric_sources
from workbench.engine.streaming import Streamed, cut

CHUNK = 512
"""How many examples are looked at in one go, unless training batches are larger."""


class Visitor(Protocol):
    """Sees further outputs for every example of an evaluation (a probe that counts confusions)."""

    sources: tuple[Source, ...]

    def visit(self, values: tuple[Tensor, ...]) -> None:
        """See the outputs of one chunk, each (chunk, ...), on the device."""


@runtime_checkable
class Gathers(Protocol):
    """A metric that is no mean over batches (F1, AUROC, perplexity, …): it gathers batches and is computed once."""

    def reset(self) -> None:
        """Forget every example."""

    def update(self, *arriving: Tensor) -> None:
        """See one more batch."""

    def compute(self) -> Tensor:
        """Return the value over every example seen."""


def _gathering(tree: Tree) -> dict[Source, tuple[Gathers, tuple[Source, ...]]]:
    """The metrics that gather, each as a copy of its own, and what arrives at their ports."""
    found: dict[Source, tuple[Gathers, tuple[Source, ...]]] = {}
    for source in metric_sources(tree.plan):
        step = tree.plan.by_node[source.node]
        module = tree.parts(step.node if step.share is None else step.share).get("")
        if isinstance(module, Gathers):
            own = copy.deepcopy(module)
            own.reset()
            found[source] = own, tuple(s for group in step.inputs.values() for s in group)
    return found


def metric_names(plan: Plan) -> dict[Source, str]:
    """Name every loss and metric as it stands in tags: ``accuracy``, ``mean_absolute_error``; by node where a type
    occurs twice.

    The losses are only named one by one when there are several: their sum is ``loss``.
    """
    names: dict[Source, str] = {}
    losses, metrics = loss_sources(plan), metric_sources(plan)
    if len(losses) > 1:
        names |= {source: plan.by_node[source.node].name for source in losses}
    types = [_snake(plan.by_node[source.node].layer.type_name()) for source in metrics]
    for source, kind in zip(metrics, types, strict=True):
        name = kind if types.count(kind) == 1 and kind != "loss" else plan.by_node[source.node].name
        names[source] = name if name not in names.values() else f"{name}_{source.node}"
    return names


def evaluate(
    tree: Tree, columns: Mapping[str, Tensor], batch_size: int, visitors: tuple[Visitor, ...] = ()
) -> dict[str, float]:
    """Measure every loss and metric over all examples, in evaluation mode, without changing anything.

    ``columns`` maps Input names to tensors (N, ...) on the tree's device, or reads them (`Streamed`). Values are means
    over the examples: each chunk counts by its size. A metric that is no such mean sees every chunk and is computed at
    the end. Returns ``loss`` (the sum of all losses) and the names of `metric_names`; nothing for no examples.
    """
    losses, names = loss_sources(tree.plan), metric_names(tree.plan)
    gathering = _gathering(tree)
    measured = tuple(source for source in dict.fromkeys((*losses, *names)) if source not in gathering)
    arriving = [source for _, sources in gathering.values() for source in sources]
    seen = [source for visitor in visitors for source in visitor.sources]
    wanted = tuple(dict.fromkeys((*measured, *arriving, *seen)))
    if not wanted or not columns or not len(next(iter(columns.values()))):
        return {}
    program = tree.program(wanted)
    count = len(columns[program.inputs[0]]) if program.inputs else 1
    size = batch_size if isinstance(columns, Streamed) else max(batch_size, CHUNK)
    results, weights = [], []
    training = {module: module.training for module in tree.modules()}
    tree.eval()
    try:
        with torch.enable_grad() if program.needs_grad else torch.no_grad():
            for start in range(0, count, size):
                end = min(count, start + size)
                inputs = cut(columns, program.inputs, start, end)
                seen_now = len(inputs[program.inputs[0]]) if program.inputs else end - start
                if not seen_now:
                    continue  # none of these files can be read
                values = program(inputs)
                found = dict(zip(wanted, (value.detach() for value in values), strict=True))
                if measured:
                    results.append(torch.stack([found[source].float() for source in measured]))
                weights.append(seen_now)
                for metric, sources in gathering.values():
                    metric.update(*(found[source] for source in sources))
                for visitor in visitors:
                    visitor.visit(tuple(found[source] for source in visitor.sources))
    finally:
        for module, mode in training.items():
            module.training = mode
    if not weights:
        return {}
    shares = torch.tensor(weights, dtype=torch.float64) / sum(weights)
    means: dict[Source, float] = {source: float(metric.compute()) for source, (metric, _) in gathering.items()}
    if measured:
        means |= dict(zip(measured, (shares @ torch.stack(results).cpu().double()).tolist(), strict=True))
    totals = {"loss": sum(means[source] for source in losses)} if losses else {}
    return totals | {name: means[source] for source, name in names.items()}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
