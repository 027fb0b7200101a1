"""Why a network answered so: how much each part of one example counts for one of its answers.

The methods are captum's. Saliency: the gradient of a score (Simonyan, Vedaldi, Zisserman, ICLR workshop 2014, section
3). Integrated gradients: the gradient along the way from a baseline, whose sum is the difference of the scores
(Sundararajan, Taly, Yan, ICML 2017, equation 1 and axiom of completeness). Occlusion: the score with a part covered
(Zeiler, Fergus, ECCV 2014, section 4.2). Grad-CAM: the channels of a feature map, weighed by their mean gradients
(Selvaraju et al., ICCV 2017, equations 1 and 2). LIME: a linear model of the answers to examples with parts left out
(Ribeiro, Singh, Guestrin, KDD 2016, equation 1). SHAP: what a part adds on average over all orders (Lundberg, Lee, NIPS
2017, equation 4, KernelSHAP in theorem 2); for few parts every subset is asked, which is exact (Shapley 1953).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import torch
from torch import Tensor, nn

from graphs.meaning import Plan
from graphs.message import mark, say
from graphs.tensors import Kind
from workbench.engine.asking import Asked, CannotAsk, Patience, Question
from workbench.engine.attributing import folded, maps_at
from workbench.engine.events import Array

STEPS = 64
"""How many places on the way from the baseline integrated gradients look at."""

SAMPLES = 400
"""How many examples with parts left out LIME and KernelSHAP ask for."""

DRAWS = 64
"""How many baselines GradientSHAP draws."""

EXACT = 12
"""Up to so many parts every subset is asked: 2^12 = 4096 examples."""

CELLS = 7
"""Into how many rows and columns a picture is cut for occlusion, LIME and SHAP."""

PIECES = 48
"""Into how many pieces at most a series or a text is cut."""

AT_ONCE = 64
"""How many altered examples are asked for together."""


class Method(StrEnum):
    """How an answer is explained."""

    SALIENCY = mark("Saliency")
    INTEGRATED = mark("Integrated gradients")
    OCCLUSION = mark("Occlusion")
    GRAD_CAM = mark("Grad-CAM")
    LIME = mark("LIME")
    SHAP = mark("SHAP")
    GRADIENT_SHAP = mark("GradientSHAP")


LOOK_FOR: Mapping[Method, str] = {
    Method.SALIENCY: mark(
        "Where a small change would move the score most. It does not tell what the score is made of: where a unit is "
        "saturated, the gradient is small though the place counts."
    ),
    Method.INTEGRATED: mark(
        "What adds up to the score from the baseline on: all numbers together are the difference of the two scores. "
        "Another baseline gives another picture, and it does not tell how places work together."
    ),
    Method.OCCLUSION: mark(
        "How much the score falls when a place is covered. What stands in two places at once loses little when one is "
        "covered, and a grey square is nothing the network has learned from."
    ),
    Method.GRAD_CAM: mark(
        "Where the chosen node sees what speaks for the answer. It is as coarse as that feature map, and what speaks "
        "against the answer is not shown."
    ),
    Method.LIME: mark(
        "The weights of a straight line through answers to examples with parts left out. How well the line fits stands "
        "beside it: a poor fit explains nothing. Another seed gives somewhat other weights."
    ),
    Method.SHAP: mark(
        "What each part adds on average, whatever else is there; all together are the difference of the two scores. It "
        "tells what the network uses, and not what is the cause in the world."
    ),
    Method.GRADIENT_SHAP: mark(
        "Integrated gradients, averaged over baselines that are drawn from the training examples. It supposes that "
        "features do not hang together, and drawn numbers make it waver a little."
    ),
}
"""What to look for in each, and what it does not tell."""


class Baseline(StrEnum):
    """What stands for nothing being there."""

    ZERO = mark("zeros")
    MEAN = mark("the mean of the training examples")


@dataclass(frozen=True)
class Explanation:
    """How much each part of an example counts for one answer.

    ``values`` are signed and lie as the example does: (H, W) for a picture, (D, H, W) for a clip, (F,) for a row of a
    table, (T, F) or (C, T) for a series, (T,) for words. ``score`` and ``baseline`` are the scores of the example and
    of nothing; their difference less the sum of what all parts count is ``gap``, None for a method that promises
    nothing: LIME and SHAP give every place of a part what the whole part counts. ``fit`` is how much of the variance of
    the answers LIME's straight line explains. ``exact`` says that every subset was asked.
    """

    method: Method
    target: int
    values: Array
    score: float
    baseline: float
    gap: float | None = None
    fit: float | None = None
    exact: bool = False


def methods(plan: Plan, question: Question, node: int | None) -> tuple[Method, ...]:
    """The methods that fit an example; Grad-CAM needs a node that gives maps on the way."""
    return tuple(each for each in Method if each is not Method.GRAD_CAM or maps_at(plan, question, node) is not None)


def explain(
    asked: Asked,
    question: Question,
    inputs: Mapping[str, Tensor],
    method: Method,
    target: int,
    patience: Patience,
    baseline: Baseline = Baseline.ZERO,
    node: int | None = None,
) -> Explanation:
    """Explain the score of one answer for one example, whose ``inputs`` are (1, ...) by Input name.

    ``node`` is where Grad-CAM looks. Raises CannotAsk where the method does not fit, GivenUp when nobody waits.
    """
    found: Explanation = asked.run(
        lambda: _Explaining(asked, question, inputs, target, patience, baseline).by(method, node)
    )
    return found


class _Explaining:
    """One example and one answer."""

    def __init__(
        self,
        asked: Asked,
        question: Question,
        inputs: Mapping[str, Tensor],
        target: int,
        patience: Patience,
        baseline: Baseline,
    ):
        self.asked, self.question, self.inputs = asked, question, inputs
        self.target, self.patience = target, patience
        self.x = asked.tree.program((question.place,))(inputs)[0].detach().float()
        self.base = self._baseline(baseline)
        self.score_of = asked.scores_from(question, inputs, patience)
        self.pictured = question.sides is not None
        if question.sides is not None and self.x.dim() == 2:  # pixels in a row are cut into cells as a picture is
            row = self.score_of
            self.score_of = lambda values: row(values.flatten(1))
            self.x, self.base = (value.reshape(1, *question.sides) for value in (self.x, self.base))
        with torch.no_grad():
            both = self.score_of(torch.cat([self.x, self.base]))[:, target]
        self.score, self.nothing = (float(value) for value in both)
        self.done, self.planned = 0, 1

    def by(self, method: Method, node: int | None) -> Explanation:
        """Explain by one method."""
        ways: Mapping[Method, Callable[[], Explanation]] = {
            Method.SALIENCY: self._saliency,
            Method.INTEGRATED: self._integrated,
            Method.OCCLUSION: self._occlusion,
            Method.GRAD_CAM: lambda: self._grad_cam(node),
            Method.LIME: self._lime,
            Method.SHAP: self._shap,
            Method.GRADIENT_SHAP: self._gradient_shap,
        }
        return ways[method]()

    def _baseline(self, chosen: Baseline) -> Tensor:
        """Nothing, in the shape of the example (1, ...): for words the padding, whatever was chosen."""
        question, asked = self.question, self.asked
        if question.of_words:
            padding = {name: self._padded(name, value) for name, value in self.inputs.items()}
            return asked.tree.program((question.place,))(padding)[0].detach().float()
        name = asked.plan.by_node[question.place.node].name
        if chosen is Baseline.MEAN:
            return asked.outline(name)[2].unsqueeze(0).float().expand_as(self.x).clone()
        return torch.zeros_like(self.x)

    def _padded(self, name: str, value: Tensor) -> Tensor:
        step = next(step for step in self.asked.plan.steps if step.name == name)
        return torch.zeros_like(value) if step.outputs["y"].kind is Kind.TOKENS else value

    def _told(
        self,
        method: Method,
        values: Tensor,
        summed: Tensor | None = None,
        fit: float | None = None,
        exact: bool = False,
    ) -> Explanation:
        """Bring the numbers of one example (1, ...) into the form that is shown; ``summed`` are those that add up."""
        gap = None if summed is None else self.score - self.nothing - float(summed.double().sum())
        return Explanation(
            method, self.target, self._folded(values[0], method), self.score, self.nothing, gap, fit, exact
        )

    def _folded(self, values: Tensor, method: Method) -> Array:
        """One number for each place: the colours of a pixel and the numbers of a word together."""
        one = folded(values, self.question, pictured=self.pictured, strongest=method is Method.SALIENCY)
        return np.asarray(one.detach().double().numpy())

    # ------------------------------------------------------------------ by gradients

    def _saliency(self) -> Explanation:
        from captum.attr import Saliency

        values = Saliency(self.score_of).attribute(self.x.clone().requires_grad_(), target=self.target, abs=True)
        return self._told(Method.SALIENCY, values)

    def _integrated(self) -> Explanation:
        from captum.attr import IntegratedGradients

        values = IntegratedGradients(self._counted(STEPS)).attribute(
            self.x, self.base, target=self.target, n_steps=STEPS, internal_batch_size=self._at_once()
        )
        return self._told(Method.INTEGRATED, values, values)

    def _gradient_shap(self) -> Explanation:
        from captum.attr import GradientShap

        question = self.question
        if question.of_words:
            bases = self.base
        else:
            name = self.asked.plan.by_node[question.place.node].name
            bases = self.asked.sample("training", DRAWS)[name].float().reshape(-1, *self.x.shape[1:])
        values = GradientShap(self.score_of).attribute(self.x, bases, n_samples=DRAWS, target=self.target)
        with torch.no_grad():
            self.nothing = float(self.score_of(bases)[:, self.target].mean()) if not question.of_words else self.nothing
        return self._told(Method.GRADIENT_SHAP, values, values)

    def _grad_cam(self, node: int | None) -> Explanation:
        from captum.attr import LayerAttribution, LayerGradCam

        source = maps_at(self.asked.plan, self.question, node)
        if source is None:
            raise CannotAsk(
                say("Grad-CAM needs a node that gives feature maps of the picture on the way to the answer."),
                say("Select a convolution on the drawing, or choose another method."),
            )
        maps = self.asked.tree.program((source,))(self.inputs)[0].detach()
        onward = _Onward(self.asked.scores_from(self.question, self.inputs, self.patience, source))
        weights = LayerGradCam(onward, onward.here).attribute(
            maps.requires_grad_(), target=self.target, relu_attributions=True
        )
        size = tuple(int(side) for side in self.x.shape[2:])
        return self._told(Method.GRAD_CAM, LayerAttribution.interpolate(weights.detach(), size, "bilinear"))

    # ------------------------------------------------------------------ by leaving parts out

    def _occlusion(self) -> Explanation:
        from captum.attr import Occlusion

        window, stride = self._window()
        counts = [
            math.ceil(max(size - wide, 0) / step) + 1
            for size, wide, step in zip(self.x.shape[1:], window, stride, strict=True)
        ]
        values = Occlusion(self._counted(math.prod(counts))).attribute(
            self.x, window, stride, self.base, target=self.target, perturbations_per_eval=self._at_once()
        )
        return self._told(Method.OCCLUSION, values)

    def _window(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """How large the cover is, and how far it moves: half of itself on a picture."""
        dims = tuple(int(size) for size in self.x.shape[1:])
        if self.pictured:
            side = [max(1, round(size / CELLS)) for size in dims[1:]]
            return (dims[0], *side), (dims[0], *(max(1, size // 2) for size in side))
        if len(dims) == 1:
            return (1,), (1,)
        axis = 1 if self.question.kind in (Kind.SIGNAL, Kind.VOLUME) else 0
        wide = math.ceil(dims[axis] / PIECES)
        window = tuple(wide if place == axis else size for place, size in enumerate(dims))
        return window, window

    def _parts(self) -> Tensor:
        """Which part each number belongs to, (1, ...), int64: cells of a picture, features, stretches, words."""
        dims = tuple(int(size) for size in self.x.shape[1:])
        if self.pictured:
            rows, columns = (torch.arange(size) * min(CELLS, size) // size for size in dims[1:])
            cells = rows[:, None] * min(CELLS, dims[2]) + columns[None, :]
            return cells.expand(1, *dims).clone()
        if len(dims) == 1:
            return torch.arange(dims[0]).unsqueeze(0)
        axis = 1 if self.question.kind in (Kind.SIGNAL, Kind.VOLUME) else 0
        count = min(PIECES, dims[axis])
        pieces = torch.arange(dims[axis]) * count // dims[axis]
        if self.question.of_words:
            # Padding is left out by nobody: all of it is one part.
            empty = (self.x == self.base).flatten(2).all(2)[0]
            pieces = torch.arange(dims[0])
            if bool(empty.any()):
                pieces[empty] = int(torch.nonzero(empty)[0])
            pieces = torch.unique(pieces, return_inverse=True)[1]
        shape = [1] * (len(dims) + 1)
        shape[axis + 1] = dims[axis]
        return pieces.reshape(shape).expand(1, *dims).clone()

    def _lime(self) -> Explanation:
        from captum._utils.models.linear_model import SkLearnRidge
        from captum.attr import Lime

        parts = self._parts()
        asked: list[tuple[Tensor, Tensor]] = []
        lime = Lime(self._noted(asked, parts), SkLearnRidge(alpha=1e-2))
        weights = lime.attribute(
            self.x,
            self.base,
            target=self.target,
            feature_mask=parts,
            n_samples=SAMPLES,
            perturbations_per_eval=self._at_once(),
            return_input_shape=False,
        )[0]
        there, scores = torch.cat([one for one, _ in asked]), torch.cat([two for _, two in asked])
        return self._told(Method.LIME, self._spread(weights.double(), parts), fit=_fit(there, scores))

    def _noted(self, asked: list[tuple[Tensor, Tensor]], parts: Tensor) -> Callable[[Tensor], Tensor]:
        """The score, which notes what was there of each example and what came of it."""
        counted = self._counted(SAMPLES)
        count = int(parts.max()) + 1
        differs = (self.x != self.base)[0].reshape(-1)
        firsts = [next(iter(torch.nonzero((parts.reshape(-1) == part) & differs)), None) for part in range(count)]

        def score(values: Tensor) -> Tensor:
            found = counted(values)
            rows, mine = values.reshape(len(values), -1), self.x.reshape(-1)
            there = [
                torch.ones(len(values)) if first is None else (rows[:, int(first)] == mine[int(first)]).float()
                for first in firsts
            ]
            asked.append((torch.stack(there, 1).double(), found[:, self.target].detach().double()))
            return found

        return score

    def _shap(self) -> Explanation:
        from captum.attr import KernelShap

        parts = self._parts()
        count = int(parts.max()) + 1
        if count <= EXACT:
            exact = shapley(count, lambda there: self._with(there, parts), self.patience)
            return self._told(Method.SHAP, self._spread(exact, parts), exact, exact=True)
        weights = KernelShap(self._counted(SAMPLES * 4)).attribute(
            self.x,
            self.base,
            target=self.target,
            feature_mask=parts,
            n_samples=SAMPLES * 4,
            perturbations_per_eval=self._at_once(),
            return_input_shape=False,
        )[0]
        return self._told(Method.SHAP, self._spread(weights.double(), parts), weights)

    def _spread(self, weights: Tensor, parts: Tensor) -> Tensor:
        """The worth of each part (parts,) in the shape of the example, at every place of the part the same."""
        values = weights[parts]
        # Colours, and the numbers of a word, are added up again to be shown.
        if self.pictured or self.question.kind is Kind.VOLUME:
            return values / values.shape[1]
        return values / values.shape[2] if self.question.of_words else values

    def _with(self, there: Tensor, parts: Tensor) -> Tensor:
        """The scores (n,) with the parts that are there (n, parts), bool, and nothing in the place of the others."""
        with torch.no_grad():
            mixed = torch.where(there[:, parts[0]], self.x, self.base)
            return self.score_of(mixed)[:, self.target].double()

    # ------------------------------------------------------------------ how far it is

    def _at_once(self) -> int:
        return max(1, min(AT_ONCE, 4_000_000 // max(1, self.x.numel())))

    def _counted(self, planned: int) -> Callable[[Tensor], Tensor]:
        """The scores, telling how many of so many examples have been asked for."""
        self.done, self.planned = 0, max(planned, 1)

        def score(values: Tensor) -> Tensor:
            self.done += len(values)
            self.patience.go_on(self.done / self.planned)
            return self.score_of(values)

        return score


class _Onward(nn.Module):
    """What comes behind a feature map, as a module with a place at which captum can look."""

    def __init__(self, onward: Callable[[Tensor], Tensor]):
        super().__init__()
        self.here, self._onward = nn.Identity(), onward

    def forward(self, maps: Tensor) -> Tensor:
        return self._onward(self.here(maps))


def shapley(count: int, value: Callable[[Tensor], Tensor], patience: Patience) -> Tensor:
    """The Shapley values (count,) of a game: what each adds on average, over all orders in which they may come.

    ``value`` gives what subsets (n, count), bool, are worth, (n,). All 2^count are asked:
    φ_i = Σ_S |S|! (n − |S| − 1)! / n! (v(S ∪ {i}) − v(S)).
    """
    numbers = torch.arange(2**count)
    subsets = ((numbers[:, None] >> torch.arange(count)[None, :]) & 1).bool()
    worth = []
    for start in range(0, len(subsets), 256):
        patience.go_on(start / len(subsets))
        worth.append(value(subsets[start : start + 256]))
    values = torch.cat(worth)
    sizes = subsets.sum(1)
    weigh = torch.tensor(
        [math.factorial(size) * math.factorial(count - size - 1) / math.factorial(count) for size in range(count)],
        dtype=torch.float64,
    )
    found = torch.zeros(count, dtype=torch.float64)
    for part in range(count):
        without = numbers[~subsets[:, part]]
        found[part] = (weigh[sizes[without]] * (values[without + 2**part] - values[without])).sum()
    return found


def _fit(there: Tensor, scores: Tensor) -> float:
    """How much of the variance of scores (n,) a straight line in (n, parts) explains, 0 to 1, by least squares."""
    design = torch.cat([there, torch.ones(len(there), 1, dtype=torch.float64)], 1)
    line = torch.linalg.lstsq(design, scores.unsqueeze(1), driver="gelsd").solution
    rest = float(((scores.unsqueeze(1) - design @ line) ** 2).sum())
    whole = float(((scores - scores.mean()) ** 2).sum())
    return max(0.0, 1 - rest / whole) if whole > 0 else 1.0
