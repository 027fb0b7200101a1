"""What probes share that look at a few fixed examples: which examples, what words they hold, and how the network is
asked for them without changing its training."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source, Step
from graphs.modules.places import module_at
from graphs.tensors import Kind
from workbench.engine.events import Array
from workbench.engine.inside import Path, bodies, origins, owner_of
from workbench.engine.probes.probe import Moment, Probe

if TYPE_CHECKING:
    from workbench.engine.training import Training

GROWTH = 1.02
"""From one sample to the next the step grows at least by this factor, so that long runs stay small on the disk."""


class ExampleProbe(Probe):
    """A probe that asks the network for the same few examples, in evaluation mode, ever more rarely as steps pass.

    The examples are validation examples where there are some, one of each class first.
    """

    moment: ClassVar[Moment] = Moment.BETWEEN
    patience: ClassVar[float] = 0.5
    most: ClassVar[int] = 4
    """How many examples are looked at."""
    salt: ClassVar[int] = 5
    """What is added to the recipe's seed for the random numbers of a look."""

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._next = 0
        self.rows: Array = np.zeros(0, dtype=np.int64)
        self.part = "validation"
        self.truth: tuple[str, ...] = ()
        self.inputs: dict[str, Tensor] = {}

    def choose_examples(self, training: Training) -> bool:
        """Choose the examples of a training that begins; False when it has none."""
        self._next = 0
        self.part = "validation" if training.part("validation") else "training"
        parts = training.prepared.parts
        table = parts.validation if self.part == "validation" else parts.training
        self.rows, self.truth = np.arange(min(self.most, len(table))), ()
        if "label" in table.columns and table["label"].ndim == 1:
            labels = np.asarray(table["label"])
            # One of each class first: several examples of the same class would teach less.
            firsts = np.sort(np.unique(labels, return_index=True)[1])
            others = np.setdiff1d(np.arange(len(table)), firsts)
            self.rows = np.sort(np.concatenate([firsts, others])[: self.most])
            names = training.prepared.dataset.class_names()
            chosen = labels[self.rows].tolist()
            self.truth = tuple(names[n] if n < len(names) else str(n) for n in chosen)
        places = torch.as_tensor(self.rows, device=training.device)
        self.inputs = {name: column[places] for name, column in training.part(self.part).items()}
        return bool(len(self.rows))

    def is_time(self, training: Training) -> bool:
        """Whether so many steps have passed since the last look; a person who goes step by step sees every step."""
        if training.step < self._next and training.step % self.every == 0:
            return False
        self._next = max(training.step + 1, math.ceil(training.step * GROWTH))
        return True

    def ask(self, training: Training, sources: tuple[Source, ...]) -> tuple[Tensor, ...]:
        """The outputs ``sources`` for the examples, (examples, ...), in evaluation mode and without gradients."""
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.no_grad(), training.random.aside(training.recipe.seed + self.salt):
                return training.tree.program(sources)(self.inputs)
        finally:
            for module, mode in modes.items():
                module.training = mode

    def words(self, training: Training, source: Source, length: int) -> tuple[str, ...]:
        """The words a value of ``length`` steps is made of, row by row, (examples · length); nothing without words.

        Where several are as long, as words and the sides of a pair in BERT, those with most different ones say most.
        """
        found: list[tuple[str, tuple[str, ...]]] = []
        for step in origins(training.plan, source):
            spec, field = step.outputs["y"], step.layer.field if isinstance(step.layer, Input) else ""
            if spec.kind is Kind.TOKENS and step.name in self.inputs and self.inputs[step.name].shape[1] == length:
                found.append((step.name, tuple(training.prepared.dataset.vocabulary(field))))
        if not found:
            return ()
        name, names = max(found, key=lambda one: len(one[1]))
        numbers = self.inputs[name].cpu().numpy().ravel().tolist()
        return tuple(names[n] if 0 <= n < len(names) else str(n) for n in numbers)

    def curve(self, training: Training, source: Source, length: int) -> Array | None:
        """The first number of each step of the sequence a value is made of, (examples, length), float32."""
        for step in origins(training.plan, source):
            values = self.inputs.get(step.name)
            if values is None or not values.is_floating_point():
                continue
            if step.outputs["y"].kind is Kind.SIGNAL:
                values = values.transpose(1, 2)
            if values.dim() == 3 and values.shape[1] == length:
                return np.asarray(values[:, :, 0].float().cpu().numpy())
        return None


def module_of(tree: nn.Module, meaning: Plan, path: Path, step: Step | None = None) -> nn.Module | None:
    """The module of a step, or without one the branch of the block at the end of the way."""
    names: list[str] = []
    for plan_, (node, number) in zip(bodies(meaning, path), path, strict=False):
        names += owner_of(plan_, plan_.by_node[node]).copies[number].path
    if step is not None:
        names.append(owner_of(bodies(meaning, path)[-1], step).name)
    return module_at(tree, tuple(names))


def shares(room: int, sizes: Sequence[int]) -> list[int]:
    """Divide a room among some who ask for sizes: nobody gets more than it asks, what is left goes to the others."""
    found, left, waiting = [0] * len(sizes), room, len(sizes)
    for place in sorted(range(len(sizes)), key=sizes.__getitem__):
        found[place] = min(sizes[place], left // waiting)
        left, waiting = left - found[place], waiting - 1
    return found


def numbered(arrays: Iterable[Mapping[str, Array]]) -> dict[str, Array]:
    """The arrays of several nodes under names with the place of their node: ``maps/0``."""
    return {f"{name}/{place}": array for place, one in enumerate(arrays) for name, array in one.items()}
