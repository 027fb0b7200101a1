"""What the nodes of the drawing show while a run is open: a loss, a metric, the gradient of their weights."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from graphs.layer import Family
from graphs.meaning import Plan
from graphs.network import Network
from graphs.planning import plan
from widgets.canvas.strip import NodeStatistics
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample, Scalars
from workbench.metric_words import metric_words, percent

SPARK = 64
"""How many of the latest gradient norms make the small line on a node."""


def nodes_by_tag(meaning: Plan) -> dict[str, int]:
    """Which node a tag of the training part belongs to: ``train/accuracy`` to the metric of that type.

    A single loss is ``train/loss``; of several, each goes by the name of its node, and so do metrics of one type.
    """
    losses = [step for step in meaning.steps if step.layer.family is Family.LOSS]
    metrics = [step for step in meaning.steps if step.layer.family is Family.METRIC]
    found = {"train/loss": losses[0].node} if len(losses) == 1 else {f"train/{step.name}": step.node for step in losses}
    kinds = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", step.layer.type_name()).lower() for step in metrics]
    for step, kind in zip(metrics, kinds, strict=True):
        found[f"train/{kind if kinds.count(kind) == 1 else step.name}"] = step.node
    return found


class NodeNumbers:
    """Collects the present numbers of nodes; ``stale`` says whether there is something to draw."""

    def __init__(self) -> None:
        self.stale = False
        self._tags: dict[str, int] = {}
        self._values: dict[int, tuple[str, float]] = {}
        self._norms: dict[int, deque[float]] = {}
        self._saturated: dict[int, float] = {}
        self._advice: Mapping[int, str] = {}

    def advise(self, words: Mapping[int, str]) -> None:
        """Say this of nodes from now on, until something else is to be said."""
        if words != self._advice:
            self._advice, self.stale = dict(words), True

    def begin(self, network: Network) -> None:
        """A run begins with this network."""
        self._tags = nodes_by_tag(plan(network))

    def clear(self) -> None:
        """Show nothing on any node."""
        self._values.clear()
        self._norms.clear()
        self._saturated.clear()
        self.stale = True

    def take_scalars(self, event: Scalars) -> None:
        """Remember the newest loss and metrics."""
        for tag, values in event.values.items():
            if tag in self._tags and len(values):
                self._values[self._tags[tag]] = (tag.removeprefix("train/"), float(values[-1]))
                self.stale = True

    def take_gradients(self, sample: Sample) -> None:
        """Remember the gradient norms of nodes with weights."""
        if "nodes" not in sample.data:
            return
        for node, norm in zip(sample.data["nodes"].tolist(), sample.data["weight_norms"].tolist(), strict=True):
            self._norms.setdefault(node, deque(maxlen=SPARK)).append(norm)
        self.stale = True

    def take_gates(self, sample: Sample) -> None:
        """Remember the share of saturated gates of recurrent layers; of several in one node, the largest."""
        shares: dict[int, float] = {}
        for node, share in zip(sample.data["nodes"].tolist(), sample.data["saturated"].tolist(), strict=True):
            shares[node] = max(share, shares.get(node, 0.0))
        self._saturated |= shares
        self.stale = True

    def statistics(self) -> dict[int, NodeStatistics]:
        """What each node shows now."""
        self.stale = False
        found = {
            node: NodeStatistics(
                percent(value) if name == "accuracy" else short_number(value),
                tr("loss") if name == "loss" else tr(metric_words(name)),
            )
            for node, (name, value) in self._values.items()
        }
        lines = {node: NodeStatistics(history=tuple(norms)) for node, norms in self._norms.items()}
        gates = {
            node: NodeStatistics(percent(share), tr("saturated"), tuple(self._norms.get(node, ())))
            for node, share in self._saturated.items()
        }
        shown = found | lines | gates
        return shown | {
            node: replace(shown.get(node, NodeStatistics()), advice=words) for node, words in self._advice.items()
        }
