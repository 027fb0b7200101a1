"""A mean of the weights beside the weights: it is what is validated, tested and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import torch
from torch import Tensor
from torch.nn.modules.batchnorm import _BatchNorm

from graphs.modules.tree import Tree
from graphs.techniques import EMA, SWA


class Average:
    """The mean of a tree's weights over a training.

    ``count`` is how many weights have gone into it; before the first it is not ``ready``. ``measure`` runs the network
    once over the training examples, with gradients off; an SWA calls it to measure the statistics of batch
    normalisation for the averaged weights.
    """

    def __init__(self, tree: Tree, chosen: EMA | SWA, measure: Callable[[], None]):
        self.chosen, self.count, self._tree, self._measure = chosen, 0, tree, measure
        self._live: dict[str, Tensor] = dict(tree.named_parameters())
        if isinstance(chosen, EMA):
            self._live |= {name: value for name, value in tree.named_buffers() if value.is_floating_point()}
        with torch.no_grad():
            self.values = {name: value.detach().clone() for name, value in self._live.items()}

    @property
    def ready(self) -> bool:
        """Whether there is an average to be used."""
        return self.count > 0

    @torch.no_grad()
    def after_step(self) -> None:
        """Follow the weights after a step, if the average does so: a ← a + (1 − d)(w − a)."""
        if isinstance(self.chosen, EMA):
            self.count += 1
            share = 1 - self.chosen.keep(self.count)
            torch._foreach_lerp_(list(self.values.values()), list(self._live.values()), share)

    @torch.no_grad()
    def after_epoch(self, epoch: int, epochs: int) -> None:
        """Take in the weights at the end of an epoch, if the average does so: a ← a + (w − a)/(n + 1)."""
        if isinstance(self.chosen, SWA) and self.chosen.takes(epoch, epochs):
            torch._foreach_lerp_(list(self.values.values()), list(self._live.values()), 1 / (self.count + 1))
            self.count += 1

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Let the network have the averaged weights inside; afterwards everything is as it was."""
        with torch.no_grad():
            kept = {name: value.detach().clone() for name, value in self._everything().items()}
            self.take()
        try:
            yield
        finally:
            with torch.no_grad():
                for name, value in self._everything().items():
                    value.copy_(kept[name])

    def take(self) -> None:
        """Give the network the averaged weights for good."""
        with torch.no_grad():
            for name, value in self._live.items():
                value.copy_(self.values[name])
        if isinstance(self.chosen, SWA):
            self._settle_norms()

    def _everything(self) -> dict[str, Tensor]:
        return {**dict(self._tree.named_parameters()), **dict(self._tree.named_buffers())}

    def _settle_norms(self) -> None:
        """Measure the running statistics of batch normalisation anew, as plain means over all batches."""
        norms = [
            module
            for module in self._tree.modules()
            if isinstance(module, _BatchNorm) and module.track_running_stats and module.training
        ]
        if not norms:
            return
        momenta = [norm.momentum for norm in norms]
        for norm in norms:
            norm.reset_running_stats()
            norm.momentum = None
        others = {id(value): (value, value.clone()) for value in self._tree.buffers()}
        for norm in norms:
            for value in norm.buffers():
                others.pop(id(value), None)
        try:
            self._measure()
        finally:
            for norm, momentum in zip(norms, momenta, strict=True):
                norm.momentum = momentum
            with torch.no_grad():
                for value, old in others.values():
                    value.copy_(old)

    # ------------------------------------------------------------------ keeping

    def tensors(self) -> dict[str, Tensor]:
        """The average for a checkpoint."""
        return dict(self.values)

    @torch.no_grad()
    def restore(self, tensors: Mapping[str, Tensor], count: int) -> None:
        """Go back to an average that ``tensors`` gave."""
        for name, value in self.values.items():
            value.copy_(tensors[name])
        self.count = count
