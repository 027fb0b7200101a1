"""What nodes answer to a few fixed examples: the channels of images, steps of sequences, numbers of vectors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layer import Family
from graphs.layers.input_output import Input
from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import full_name, walk
from workbench.engine.probes.probe import Moment, Probe
from workbench.engine.receptive import ReceptiveField, receptive_field

if TYPE_CHECKING:
    from workbench.engine.training import Training

EXAMPLES = 8
"""How many examples are shown at most."""

CHANNELS = 64
"""How many channels of an image are kept; the statistics of the whole node count all of them."""

SIDE = 32
"""The longest side of a kept map; a larger one is averaged over squares."""

LENGTHS = (128, 256)
"""How many steps and how many numbers per step are kept of a sequence."""

NUMBERS = 1024
"""How many numbers of a vector are kept."""

ROOM = 128 * 1024
"""Bytes of one sample: nodes are measured as long as there is room, those asked for first."""

GROWTH = 1.02
"""From one sample to the next the step grows at least by this factor, so that long runs stay small on the disk."""

ASKED = 24
"""So many outputs that were asked for are measured even without room."""

OFFERED = 200
"""How many outputs are named that could be measured."""

KERNEL_SIDE = 15
"""Kernels wider than this are not kept."""


class Watched(NamedTuple):
    """One output that is measured, and for how many examples; ``field`` is what its cells see of an image."""

    source: Source
    name: str
    examples: int
    kernels: bool
    field: ReceptiveField | None = None

    @property
    def top(self) -> int:
        """The node of the network it lies in."""
        return self.source.path[0][0] if self.source.path else self.source.node


def channelled(values: Tensor) -> Tensor | None:
    """Bring an answer (batch, ...) into one of three forms; None where it has none.

    (batch, channels, H, W) for images and the middle slice of a volume, (batch, steps, numbers) for two axes, (batch,
    numbers) for one. Whole numbers have no form.
    """
    if not values.is_floating_point() or values.numel() == 0:
        return None
    if values.dim() == 5:
        values = values[:, :, values.shape[2] // 2]
    return values.detach().float() if values.dim() in (2, 3, 4) else None


def kept(values: Tensor) -> Tensor:
    """Cut and average (batch, ...) of one of the three forms down to the size that is kept."""
    if values.dim() == 4:
        values = values[:, :CHANNELS]
        factor = math.ceil(max(values.shape[2:]) / SIDE)
        return nn.functional.avg_pool2d(values, factor, ceil_mode=True) if factor > 1 else values
    if values.dim() == 3:
        return values[:, : LENGTHS[0], : LENGTHS[1]]
    return values[:, :NUMBERS]


def packed(values: Tensor) -> tuple[Tensor, Tensor]:
    """Pack numbers (batch, ...) into bytes of the same shape and the two values that 0 and 255 stand for.

    Images have a pair of values per channel (batch, channels, 2), everything else one per example (batch, 1, 2). No
    number is off by more than half of a 255th of its range; what is not finite is packed as the lowest.
    """
    rows = values.flatten(2) if values.dim() == 4 else values.flatten(1).unsqueeze(1)
    finite = torch.isfinite(rows)
    low = torch.where(finite, rows, math.inf).amin(2)
    high = torch.where(finite, rows, -math.inf).amax(2)
    low, high = torch.nan_to_num(low, posinf=0.0), torch.nan_to_num(high, neginf=0.0)
    span = torch.where(high > low, high - low, 1.0)
    places = torch.nan_to_num((rows - low.unsqueeze(2)) / span.unsqueeze(2), nan=0.0, posinf=1.0, neginf=0.0)
    return (places * 255).round().to(torch.uint8).reshape(values.shape), torch.stack([low, high], 2)


def statistics(values: Tensor) -> Tensor:
    """Mean, standard deviation and share of exact zeros, (batch, 1 + channels, 3): row 0 is the whole node.

    ``values`` are complete, in one of the three forms; only images have rows of their own for their first channels.
    """

    def of(rows: Tensor) -> Tensor:
        return torch.stack([rows.mean(-1), rows.std(-1, correction=0), (rows == 0).float().mean(-1)], -1)

    whole = of(values.flatten(1)).unsqueeze(1)
    return torch.cat([whole, of(values[:, :CHANNELS].flatten(2))], 1) if values.dim() == 4 else whole


class FeatureMaps(Probe):
    """The answers of nodes to the same few validation examples, in evaluation mode, ever more rarely as steps pass.

    Without ``nodes``, every node is measured that there is room for, the first convolution first; with ``nodes``
    these come first; outputs inside blocks are measured last, or when their block is asked for. Label ``nodes``
    names the outputs, ``shapes`` gives their complete size, ``truth`` the class of each example, ``part`` where the
    examples are from. A sample has ``nodes`` (n,), int64, node ids; ``examples`` (k,), int64, row numbers in that
    part; and for output i: ``maps/i``, uint8, and ``scale/i``, float32, as ``packed`` gives them; ``statistics/i``
    (batch, 1 + channels, 3), float32; and for a convolution that reads an input ``kernels/i`` (channels, inputs,
    kh, kw), float32. For one that sees a part of an image ``field/i`` (2, 3), int64, has start, step and size along
    rows and columns as `Sight` has them, and the label ``field/i`` the name of that Input; ``pixels/i`` (2,),
    int64, is the size of the output before it was averaged. The label ``offered`` names every output that could be
    measured, ``offered_nodes`` (m,) the nodes they lie in.
    """

    name: ClassVar[str] = "feature_maps"
    title: ClassVar[str] = mark("Feature maps")
    moment: ClassVar[Moment] = Moment.BETWEEN
    patience: ClassVar[float] = 0.5

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._next = 0
        self._rows: Array = np.zeros(0, dtype=np.int64)
        self._part = "validation"
        self._inputs: dict[str, Tensor] = {}
        self._chosen: dict[tuple[int, ...] | None, tuple[Watched, ...]] = {}
        self._truth: tuple[str, ...] = ()
        self._offered: tuple[tuple[str, int], ...] = ()

    def suits(self, training: Training) -> bool:
        """Every network with an answer of numbers."""
        self._part = "validation" if training.part("validation") else "training"
        parts = training.prepared.parts
        table = parts.validation if self._part == "validation" else parts.training
        self._chosen.clear()
        self._next = 0
        self._rows = np.arange(min(EXAMPLES, len(table)))
        self._truth = ()
        if "label" in table.columns and table["label"].ndim == 1:
            labels = np.asarray(table["label"])
            # One of each class first: eight examples of the same class would teach less.
            firsts = np.sort(np.unique(labels, return_index=True)[1])
            others = np.setdiff1d(np.arange(len(table)), firsts)
            self._rows = np.sort(np.concatenate([firsts, others])[:EXAMPLES])
            names = training.prepared.dataset.class_names()
            chosen = labels[self._rows].tolist()
            self._truth = tuple(names[n] if n < len(names) else str(n) for n in chosen)
        places = torch.as_tensor(self._rows, device=training.device)
        self._inputs = {name: column[places] for name, column in training.part(self._part).items()}
        return bool(len(self._rows)) and bool(self.watched(training))

    def watched(self, training: Training) -> tuple[Watched, ...]:
        """Which outputs are measured, in the order of the drawing."""
        if self.nodes not in self._chosen:
            self._chosen[self.nodes] = self._choose(training)
        return self._chosen[self.nodes]

    def _choose(self, training: Training) -> tuple[Watched, ...]:
        plan = training.plan
        found: list[tuple[int, int, int, Source, str]] = []
        first = next((step.node for step in plan.steps if step.layer.family is Family.CONVOLUTION), None)
        for place, (path, loops, _, step) in enumerate(walk(plan)):
            inner = bool(path) and (step.is_entrance or step.is_exit)
            if step.layer.family in (Family.LOSS, Family.METRIC) or loops or inner:
                continue
            ports = [
                port
                for port, spec in step.outputs.items()
                if port not in step.weights
                and spec.batched
                and spec.dtype.startswith(("float", "bfloat"))
                and 1 <= len(spec.dims) <= 4
            ]
            for port in ports:
                top = path[0][0] if path else step.node
                rank = 0 if top in (self.nodes or ()) else 1 if step.node == first and not path else 3 if path else 2
                size = _size(tuple(d if isinstance(d, int) else LENGTHS[0] for d in step.outputs[port].dims))
                whole = full_name(plan, path, step)
                name = whole if len(ports) == 1 else f"{whole}.{port}"
                found.append((rank, place, size, Source(step.node, port, path), name))
        self._offered = tuple(
            (name, s.path[0][0] if s.path else s.node) for _, _, _, s, name in sorted(found)[:OFFERED]
        )
        room = ROOM
        chosen: list[tuple[int, Watched]] = []
        for rank, place, size, source, name in sorted(found):
            examples = min(len(self._rows), room // size)
            if (rank == 0 and len(chosen) < ASKED) or (rank == 1 and self.nodes is None):
                examples = max(examples, 1)
            if examples:
                room = max(room - examples * size, 0)
                kernels = not source.path and self._reads_input(training, source.node)
                chosen.append((place, Watched(source, name, examples, kernels, receptive_field(plan, source))))
        return tuple(watched for _, watched in sorted(chosen))

    def _reads_input(self, training: Training, node: int) -> bool:
        step = training.plan.by_node[node]
        sources = [source for group in step.inputs.values() for source in group]
        origins = [
            training.plan.by_node[source.node].layer for source in sources if source.node in training.plan.by_node
        ]
        return step.layer.family is Family.CONVOLUTION and any(isinstance(layer, Input) for layer in origins)

    def collect(self, training: Training) -> list[Sample]:
        """Ask the network for these examples, in evaluation mode and with random numbers of its own."""
        # A person who goes step by step stops between the usual places, and sees every step.
        if training.step < self._next and training.step % self.every == 0:
            return []
        self._next = max(training.step + 1, math.ceil(training.step * GROWTH))
        watched = self.watched(training)
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.no_grad(), training.random.aside(training.recipe.seed + 4):
                values = training.tree.program(tuple(each.source for each in watched))(self._inputs)
                measured = [
                    (each, formed[: each.examples])
                    for each, value in zip(watched, values, strict=True)
                    if (formed := channelled(value)) is not None
                ]
                data: dict[str, Array] = {
                    "nodes": np.array([each.top for each, _ in measured], dtype=np.int64),
                    "examples": self._rows,
                    "offered_nodes": np.array([node for _, node in self._offered], dtype=np.int64),
                }
                for place, (each, value) in enumerate(measured):
                    data |= {f"{name}/{place}": array for name, array in _measure(value).items()}
                    kernels = self._kernels(training, each) if each.kernels else None
                    if kernels is not None:
                        data[f"kernels/{place}"] = kernels
                    if each.field is not None:
                        sights = (each.field.rows, each.field.columns)
                        data[f"field/{place}"] = np.array([[s.start, s.step, s.size] for s in sights], dtype=np.int64)
                        data[f"pixels/{place}"] = np.array(value.shape[2:], dtype=np.int64)
        finally:
            for module, mode in modes.items():
                module.training = mode
        labels = {
            "nodes": tuple(each.name for each, _ in measured),
            "shapes": tuple("×".join(str(size) for size in value.shape[1:]) for _, value in measured),
            "truth": self._truth,
            "part": (self._part,),
            "offered": tuple(name for name, _ in self._offered),
        }
        for place, (each, _) in enumerate(measured):
            if each.field is not None:
                labels[f"field/{place}"] = (training.plan.by_node[each.field.image].name,)
        return [Sample(self.name, training.step, data, labels)]

    def _kernels(self, training: Training, watched: Watched) -> Array | None:
        for name, value in training.tree.node_state(watched.source.node).items():
            if name.split(".")[-1] == "weight" and value.dim() == 4 and max(value.shape[2:]) <= KERNEL_SIDE:
                return np.asarray(value[:CHANNELS, :3].detach().float().cpu().numpy().copy())
        return None


def _size(dims: tuple[int, ...]) -> int:
    """How many bytes are kept of one example."""
    if len(dims) >= 3:
        factor = math.ceil(max(dims[-2:]) / SIDE)
        return min(dims[0], CHANNELS) * math.ceil(dims[-2] / factor) * math.ceil(dims[-1] / factor)
    if len(dims) == 2:
        return min(dims[0], LENGTHS[0]) * min(dims[1], LENGTHS[1])
    return min(dims[0], NUMBERS)


def _measure(values: Tensor) -> dict[str, Array]:
    maps, scale = packed(kept(values))
    return {
        "maps": maps.cpu().numpy(),
        "scale": scale.cpu().numpy(),
        "statistics": statistics(values).cpu().numpy(),
    }
