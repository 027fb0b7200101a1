"""Whether the gradient a node gives is the derivative of what it computes: analytic against numeric, in float64.

The node alone is looked at, with what really arrives there: L = Σ w·y for fixed random numbers w, so that every output
counts. The numeric slope is the central difference (L(x + h) − L(x − h)) / 2h; where both disagree, smaller steps and
the two one-sided differences tell a wrong gradient from a kink, where a function like ReLU has two slopes and torch
chooses one between them. Everything happens on a copy.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import torch
from torch import Tensor

from graphs.compiler import compile, read_weights, write_weights
from graphs.layer import Family
from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source, Step
from graphs.message import mark, say
from graphs.programs import given_name
from workbench.engine.asking import Asked, CannotAsk, Patience, node_outputs
from workbench.engine.events import Array
from workbench.engine.receptive import ReceptiveField, receptive_field

EXAMPLES = 3
"""How many examples pass the node."""

MOST = 48
"""How many numbers of a weight or an input are tried; of a larger one these are drawn by chance."""

FEWEST, SECONDS = 6, 8.0
"""Of a node that takes long fewer numbers are tried, so that a check takes about so many seconds, but never less."""

STEP = 1e-5
"""How far a number is moved, times its size where that is above 1; float64 loses least near the cube root of 1e-16."""

SMALLER = (1.0, 0.1, 0.01)
"""The steps that are tried while both slopes disagree."""

TOLERANCE = 1e-5
"""How far analytic and numeric slope may be apart, as a share of the larger one."""

ROUNDING = 64 * float(np.finfo(np.float64).eps)
"""What a sum may be off by, as a share of its size."""


class Verdict(StrEnum):
    """What came of comparing two slopes."""

    AGREES = mark("agrees")
    KINK = mark("kink")
    WRONG = mark("wrong")


ON_PURPOSE = ("GradientReversal", "StraightThrough", "StopGradient")
"""The layers that give another gradient than the derivative because that is what they are for."""


@dataclass(frozen=True)
class Slope:
    """One number that was moved: where it stands, the gradient torch gives, and what the differences say."""

    tensor: str
    place: tuple[int, ...]
    analytic: float
    numeric: float
    left: float
    right: float
    verdict: Verdict

    @property
    def error(self) -> float:
        """|analytic − numeric| as a share of the larger of the two; 0 where both are 0."""
        larger = max(abs(self.analytic), abs(self.numeric))
        return abs(self.analytic - self.numeric) / larger if larger else 0.0


@dataclass(frozen=True)
class Checked:
    """One weight or input: how many numbers it has, and those that were tried."""

    name: str
    size: int
    slopes: tuple[Slope, ...]

    def count(self, verdict: Verdict) -> int:
        """How many of the tried numbers came to a verdict."""
        return sum(slope.verdict is verdict for slope in self.slopes)

    @property
    def is_cut(self) -> bool:
        """Whether nothing at all flows back here though it would count, as behind a detach."""
        return bool(self.count(Verdict.WRONG)) and not any(slope.analytic for slope in self.slopes)

    @property
    def worst(self) -> float:
        """The largest relative error apart from kinks; 0 where all are kinks."""
        return max((slope.error for slope in self.slopes if slope.verdict is not Verdict.KINK), default=0.0)


@dataclass(frozen=True)
class GradientCheck:
    """What came of a node: its weights and what arrives there; ``on_purpose`` where it is meant to give another one."""

    node: str
    tensors: tuple[Checked, ...]
    on_purpose: bool

    @property
    def verdict(self) -> Verdict:
        """Wrong where one slope is, else kink where there is one, else all agree."""
        counts = {verdict: sum(tensor.count(verdict) for tensor in self.tensors) for verdict in Verdict}
        return Verdict.WRONG if counts[Verdict.WRONG] else Verdict.KINK if counts[Verdict.KINK] else Verdict.AGREES

    @property
    def cut(self) -> tuple[str, ...]:
        """What nothing flows back to, where that is all that is wrong."""
        wrong = [tensor for tensor in self.tensors if tensor.count(Verdict.WRONG)]
        return tuple(tensor.name for tensor in wrong) if all(tensor.is_cut for tensor in wrong) else ()

    @property
    def tried(self) -> int:
        """How many numbers were moved."""
        return sum(len(tensor.slopes) for tensor in self.tensors)


def check_gradients(asked: Asked, node: int, patience: Patience, part: str = "validation") -> GradientCheck:
    """Compare the gradients of a node with differences, for its weights and everything that arrives.

    Raises CannotAsk for a node that has no gradient.
    """
    step = _step(asked.plan, node)
    found: GradientCheck = asked.run(lambda: _checked(asked, step, patience, part))
    return found


def _step(plan: Plan, node: int) -> Step:
    step = plan.by_node.get(node)
    if step is None:
        raise CannotAsk(say("This node takes no part in what is computed."), say("Choose a node on the way to a loss."))
    if isinstance(step.layer, Input) or step.layer.family is Family.METRIC or not node_outputs_or_loss(plan, step):
        raise CannotAsk(
            say("{node} has no gradient: nothing flows back through it.", node=step.name),
            say("Choose a layer, a block or a loss."),
        )
    return step


def node_outputs_or_loss(plan: Plan, step: Step) -> tuple[Source, ...]:
    """The outputs of a node that a slope can be asked of: its numbers, and the number of a loss."""
    outputs = node_outputs(plan, step.node)
    if outputs or step.layer.family is not Family.LOSS:
        return outputs
    return tuple(Source(step.node, port) for port in step.outputs)[:1]


def _checked(asked: Asked, step: Step, patience: Patience, part: str) -> GradientCheck:
    part = part if asked.count(part) else asked.parts()[0]
    inputs = asked.sample(part, EXAMPLES)
    arriving = tuple(dict.fromkeys(source for group in step.inputs.values() for source in group))
    with torch.no_grad():
        values = asked.tree.program(arriving)(inputs) if arriving else ()
    tree = compile(asked.project.network, trust=asked.project.trusted)
    write_weights(tree, read_weights(asked.tree))
    tree = tree.double().eval()
    tree.requires_grad_(False)
    outputs = node_outputs_or_loss(tree.plan, step)
    program = tree.program_from(arriving, outputs)
    names = {source: given_name(tree.plan, arriving, source) for source in arriving}
    given = {
        names[source]: value.detach().double() if value.is_floating_point() else value.detach()
        for source, value in zip(arriving, values, strict=True)
    }
    owner = step.node if step.share is None else step.share
    moved: dict[str, Tensor] = {name: value.data for name, value in tree.node_parameters(owner).items()}
    parameters = dict(tree.node_parameters(owner))
    ports = {port: group for port, group in step.inputs.items()}
    for port, group in ports.items():
        for place, source in enumerate(group):
            if given[names[source]].is_floating_point():
                moved[f"{port}[{place}]" if len(group) > 1 else port] = given[names[source]]
    if not moved:
        raise CannotAsk(
            say("{node} has no weights, and what arrives are whole numbers, which cannot be moved a little.",
                node=step.name),
            say("Choose a layer behind it."),
        )  # fmt: skip
    weigh: list[Tensor] = []
    generator = torch.Generator().manual_seed(0)

    def total() -> tuple[Tensor, float]:
        """Σ w·y of the node as everything stands now, and Σ |w·y|, which rounding goes by."""
        patience.go_on()
        torch.manual_seed(0)  # a node that draws numbers draws the same ones each time
        found = program(given)
        if not weigh:
            weigh.extend(torch.randn(y.shape, generator=generator, dtype=torch.float64) for y in found)
        terms = [w * y for w, y in zip(weigh, found, strict=True)]
        size = sum(float(term.detach().abs().sum()) for term in terms)
        return torch.stack([term.sum() for term in terms]).sum(), size

    analytic = _analytic(total, moved, parameters)
    began = time.perf_counter()
    with torch.no_grad():
        total()
    most = int(SECONDS / max(2 * len(moved) * (time.perf_counter() - began), 1e-9))
    most = max(FEWEST, min(MOST, most))
    count = sum(min(value.numel(), most) for value in moved.values())
    done, checked = 0, []
    for name, value in moved.items():
        slopes = []
        for place in _places(value, most, generator):
            slopes.append(_slope(name, value, place, float(analytic[name].reshape(-1)[place]), total))
            done += 1
            patience.go_on(done / count)
        checked.append(Checked(name, value.numel(), tuple(slopes)))
    return GradientCheck(step.name, tuple(checked), step.layer.type_name() in ON_PURPOSE)


def _analytic(
    total: Callable[[], tuple[Tensor, float]], moved: dict[str, Tensor], parameters: dict[str, torch.nn.Parameter]
) -> dict[str, Tensor]:
    """The gradient torch gives for each of what is moved; zeros where none arrives."""
    leaves = {name: parameters.get(name, value) for name, value in moved.items()}
    for leaf in leaves.values():
        leaf.requires_grad_(True)
    with torch.enable_grad():
        value, _ = total()
        if not value.requires_grad:
            found: tuple[Tensor | None, ...] = (None,) * len(leaves)
        else:
            found = torch.autograd.grad(value, list(leaves.values()), allow_unused=True)
    for leaf in leaves.values():
        leaf.requires_grad_(False)
    return {
        name: torch.zeros_like(leaf) if grad is None else grad.detach()
        for (name, leaf), grad in zip(leaves.items(), found, strict=True)
    }


def _places(value: Tensor, most: int, generator: torch.Generator) -> list[int]:
    if value.numel() <= most:
        return list(range(value.numel()))
    return sorted(torch.randperm(value.numel(), generator=generator)[:most].tolist())


def _slope(name: str, value: Tensor, place: int, analytic: float, total: Callable[[], tuple[Tensor, float]]) -> Slope:
    """Move one number to both sides and judge."""
    with torch.no_grad():
        if not value.is_contiguous():
            index = tuple(int(i) for i in np.unravel_index(place, tuple(value.shape)))
        else:
            index = tuple(int(i) for i in np.unravel_index(place, tuple(value.shape))) if value.dim() else ()
        before = float(value[index])
        here, size = total()
        gaps: list[float] = []
        verdict, first = Verdict.WRONG, (0.0, 0.0, 0.0)
        for share in SMALLER:
            step = STEP * share * max(1.0, abs(before))
            value[index] = before + step
            above, _ = total()
            value[index] = before - step
            below, _ = total()
            value[index] = before
            left, right = float(here - below) / step, float(above - here) / step
            numeric, noise = float(above - below) / (2 * step), ROUNDING * size / step
            gaps.append(abs(right - left))
            if share == 1.0:
                first = numeric, left, right
            slack = TOLERANCE * max(abs(analytic), abs(numeric)) + noise
            if abs(analytic - numeric) <= slack:
                verdict, first = Verdict.AGREES, (numeric, left, right)
                break
            # Where several kinks meet, as in windows that overlap, torch's choice need not lie between both slopes.
            if share == SMALLER[-1] and min(gaps) > 0.5 * max(gaps) and gaps[0] > max(slack, 4 * noise):
                verdict = Verdict.KINK
        numeric, left, right = first
        return Slope(name, index, analytic, numeric, left, right, verdict)


# ---------------------------------------------------------------------- what a node sees


@dataclass(frozen=True)
class Seen:
    """What one cell of a node sees of the image, and of every node on the way to it."""

    field: ReceptiveField
    way: tuple[tuple[str, ReceptiveField], ...]


def sight_of(plan: Plan, node: int) -> Seen | None:
    """The receptive field of a node and how it grew on the way; None where no image leaves it or nothing slides."""
    source = next((one for one in node_outputs(plan, node)), None)
    field = None if source is None else receptive_field(plan, source)
    if source is None or field is None:
        return None
    return Seen(field, tuple(_grown(plan, source)))


def _grown(plan: Plan, source: Source) -> Iterator[tuple[str, ReceptiveField]]:
    """The fields of the nodes on the way that see more than those before them, in order, the node itself last."""
    known: set[int] = set()
    for step in plan.needed((source,)):
        outputs = node_outputs(plan, step.node)
        field = receptive_field(plan, outputs[0]) if outputs else None
        if field is None:
            continue
        if step.node == source.node or field.rows.size not in known:
            yield step.name, field
        known.add(field.rows.size)


def example_image(asked: Asked, field: ReceptiveField, inputs: dict[str, Tensor]) -> Array:
    """The picture that a receptive field lies on, (H, W, 3), uint8, of the first example."""
    from workbench.engine.probes.showing import ends_of

    image = inputs[asked.plan.by_node[field.image].name][:1].float()
    image = image if image.shape[1] in (1, 3) else image[:, :1]
    low, high = ends_of(image)
    scaled = (255 * (image - low) / (high - low).clamp(min=1e-12)).clamp(0, 255).to(torch.uint8)
    return np.ascontiguousarray(scaled.expand(-1, 3, -1, -1)[0].permute(1, 2, 0).numpy())
