"""What misleads a network: a step along the sign of the gradient, one pixel, and how sure an answer under noise is.

FGSM: x + ε·sign(∇ₓ J(x, y)) (Goodfellow, Shlens, Szegedy, "Explaining and harnessing adversarial examples", ICLR 2015,
section 4). One pixel: differential evolution over a place and its colours (Su, Vargas, Sakurai, "One pixel attack for
fooling deep neural networks", IEEE Transactions on Evolutionary Computation 2019, section III; their factor F = 0.5 and
no crossover). Randomised smoothing: the class most votes are for under Gaussian noise, certified within the radius
R = σ Φ⁻¹(p) with the lower Clopper–Pearson bound p of its share (Cohen, Rosenfeld, Kolter, "Certified adversarial
robustness via randomized smoothing", ICML 2019, theorem 1 and section 3.2.2, algorithm CERTIFY).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from graphs.message import say
from workbench.engine.asking import Asked, CannotAsk, Patience
from workbench.engine.events import Array
from workbench.engine.probes.probe import find_answer, truth

EPSILONS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3)
"""The strengths of the curve, in the unit of a `Target`."""

SAMPLE = 256
"""How many examples the curve is measured on."""

POPULATION, GENERATIONS = 200, 60
"""How many candidates there are at once, and how often they are renewed at most."""

FACTOR = 0.5
"""How far a candidate is moved along the difference of two others."""

FIRST, VOTES, ALPHA = 100, 1000, 0.001
"""How many noisy copies choose the class, how many vote, and how often the certificate may be wrong."""


@dataclass(frozen=True)
class Misled:
    """An example before and after: what was put in, what was answered, in probabilities (classes,).

    ``strength`` is ε in the unit of a `Target`.
    """

    before: Array
    after: Array
    shares_before: Array
    shares_after: Array
    right: int
    strength: float

    @property
    def succeeded(self) -> bool:
        """Whether another answer came than before."""
        return int(self.shares_before.argmax()) != int(self.shares_after.argmax())


@dataclass(frozen=True)
class OnePixel:
    """What came of looking for one pixel: where it is (row, column), what it became, and after how many rounds."""

    misled: Misled
    place: tuple[int, int]
    colours: tuple[float, ...]
    generations: int
    asked: int


@dataclass(frozen=True)
class Smoothed:
    """The votes (classes,) under noise, and how far the answer holds.

    ``answer`` is the class most votes are for, ``bound`` the lower end of its share, ``radius`` the certified radius in
    the numbers that go into the network (Euclidean), 0 where it abstains; ``sigma`` the noise in the same numbers.
    """

    votes: Array
    answer: int
    bound: float
    radius: float
    sigma: float
    right: int

    @property
    def abstains(self) -> bool:
        """Whether no class can be certified."""
        return self.bound <= 0.5


class Target:
    """A classifier whose Input of numbers can be altered, and between which ends these lie. Raises CannotAsk.

    ``unit`` is what strengths are counted in: from the darkest to the brightest number of pictures, else one standard
    deviation of the training examples.
    """

    def __init__(self, asked: Asked):
        self.asked, self.question = asked, asked.question()
        if not self.question.classes:
            raise CannotAsk(
                say("This network foretells numbers; only a choice between classes can be turned over."),
                say("Open a network that tells classes apart."),
            )
        if self.question.of_words:
            raise CannotAsk(
                say("Words cannot be changed a little, and an attack on a text would need other words."),
                say("Open a network that reads pictures, a table or a series."),
            )
        self.name = asked.plan.by_node[self.question.place.node].name
        low, high, _ = asked.outline(self.name)
        self.low, self.high = float(low), float(high)
        self.unit = max(self.high - self.low if self.has_pixels else asked.deviation(self.name), 1e-12)
        answer = find_answer(asked.plan)
        assert answer is not None
        self._target = answer.target

    def right(self, inputs: Mapping[str, Tensor]) -> Tensor:
        """The true classes (n,)."""
        return truth(self.asked.value_at(self._target, inputs))

    def shares(self, inputs: Mapping[str, Tensor]) -> Array:
        """The probabilities (n, classes)."""
        return np.asarray(self.question.shares(self.asked.answers(self.question, inputs)).numpy(), dtype=np.float64)

    def gradient_sign(self, inputs: Mapping[str, Tensor], patience: Patience) -> Tensor:
        """sign(∇ₓ J) of the cross-entropy with what is true, in the shape of what is put in (n, ...)."""
        right = self.right(inputs)

        def work() -> Tensor:
            score = self.asked.scores_from(self.question, inputs, patience)
            values = inputs[self.name].clone().requires_grad_()
            with torch.enable_grad():
                loss = F.cross_entropy(score(values), right, reduction="sum")
                return torch.autograd.grad(loss, values)[0].sign()

        sign: Tensor = self.asked.run(work)
        return sign

    def stepped(self, values: Tensor, sign: Tensor, strength: float) -> Tensor:
        """x + ε·sign, kept between the ends; ε is ``strength`` units."""
        return (values + strength * self.unit * sign).clamp(self.low, self.high)

    def fgsm(self, inputs: Mapping[str, Tensor], strength: float, patience: Patience) -> Misled:
        """One step of ``strength`` units for one example (1, ...)."""
        sign = self.gradient_sign(inputs, patience)
        return self._misled(inputs, self.stepped(inputs[self.name], sign, strength), strength)

    def curve(self, patience: Patience, part: str, most: int = SAMPLE) -> tuple[Array, Array, int]:
        """The share of right answers (n,) for each of the strengths (n,), and over how many examples."""
        inputs = self.asked.sample(part, most)
        sign, right = self.gradient_sign(inputs, patience), self.right(inputs)
        found = []
        for place, strength in enumerate(EPSILONS):
            patience.go_on(place / len(EPSILONS))
            changed = {**inputs, self.name: self.stepped(inputs[self.name], sign, strength)}
            answers = self.asked.answers(self.question, changed).argmax(1)
            found.append(float((answers == right).float().mean()))
        return np.array(EPSILONS), np.array(found), len(right)

    def _misled(self, inputs: Mapping[str, Tensor], after: Tensor, strength: float) -> Misled:
        both = self.shares(_repeated(inputs, self.name, torch.cat([inputs[self.name], after])))
        right = int(self.right(inputs)[0])
        before = np.asarray(inputs[self.name][0].numpy())
        return Misled(before, np.asarray(after[0].numpy()), both[0], both[1], right, strength)

    # ------------------------------------------------------------------ one pixel

    @property
    def has_pixels(self) -> bool:
        """Whether a picture is put in."""
        return self.question.sides is not None

    def one_pixel(self, inputs: Mapping[str, Tensor], patience: Patience) -> OnePixel:
        """Look for one pixel of one example (1, C, H, W) that turns the answer over; the best one found is returned.

        Raises CannotAsk where no picture is put in.
        """
        if not self.has_pixels:
            raise CannotAsk(
                say("One pixel can be changed in a picture only."), say("Open a network that reads pictures.")
            )
        assert self.question.sides is not None
        channels, height, width = self.question.sides
        image = inputs[self.name].reshape(1, channels, height, width)
        answer = int(self.shares(inputs)[0].argmax())
        ends = np.array([[0, height], [0, width], *[[self.low, self.high]] * channels], dtype=np.float64)

        def altered(candidates: Array) -> Tensor:
            """Candidates (n, 2 + C) as pictures, in the shape in which they are put in."""
            pictures = image.repeat(len(candidates), 1, 1, 1)
            rows, columns = (
                candidates[:, axis].astype(int).clip(0, size - 1) for axis, size in ((0, height), (1, width))
            )
            colours = torch.from_numpy(candidates[:, 2:]).to(pictures.dtype)
            pictures[torch.arange(len(candidates)), :, torch.from_numpy(rows), torch.from_numpy(columns)] = colours
            return pictures.reshape(len(candidates), *inputs[self.name].shape[1:])

        def worth(candidates: Array) -> Array:
            """How probable the present answer stays, (n,); one less where another has become more probable."""
            shares = self.shares(_repeated(inputs, self.name, altered(candidates)))
            return np.asarray(shares[:, answer] - (shares.argmax(1) != answer))

        best, generations, asked = evolve(worth, ends, patience)
        found = altered(best[None])
        row, column = int(min(best[0], height - 1)), int(min(best[1], width - 1))
        return OnePixel(
            self._misled(inputs, found, 0.0), (row, column), tuple(float(v) for v in best[2:]), generations, asked
        )

    # ------------------------------------------------------------------ votes under noise

    def smoothed(self, inputs: Mapping[str, Tensor], sigma: float, patience: Patience, votes: int = VOTES) -> Smoothed:
        """Let noisy copies of one example (1, ...) vote; ``sigma`` is in units."""
        generator = torch.Generator().manual_seed(0)
        noise = sigma * self.unit
        classes = len(self.question.names)
        chosen = int(self._votes(inputs, noise, FIRST, classes, generator, patience, 0.0).argmax())
        counted = self._votes(inputs, noise, votes, classes, generator, patience, FIRST / (FIRST + votes))
        bound = lower_bound(int(counted[chosen]), votes, ALPHA)
        return Smoothed(counted, chosen, bound, certified_radius(bound, noise), noise, int(self.right(inputs)[0]))

    def _votes(
        self,
        inputs: Mapping[str, Tensor],
        noise: float,
        count: int,
        classes: int,
        generator: torch.Generator,
        patience: Patience,
        begun: float,
    ) -> Array:
        found = np.zeros(classes, dtype=np.int64)
        values = inputs[self.name]
        size = max(1, min(100, 4_000_000 // max(1, values.numel())))
        for start in range(0, count, size):
            patience.go_on(begun + (1 - begun) * start / count)
            number = min(size, count - start)
            drawn = torch.randn((number, *values.shape[1:]), generator=generator)
            answers = self.asked.answers(self.question, _repeated(inputs, self.name, values + noise * drawn)).argmax(1)
            found += np.bincount(answers.numpy(), minlength=classes)
        return found


def _repeated(inputs: Mapping[str, Tensor], name: str, values: Tensor) -> dict[str, Tensor]:
    """Examples of which one Input is given and all others are those of the first."""
    return {
        key: values if key == name else value[:1].expand(len(values), *value.shape[1:]) for key, value in inputs.items()
    }


def evolve(
    worth: Callable[[Array], Array],
    ends: Array,
    patience: Patience,
    population: int = POPULATION,
    generations: int = GENERATIONS,
) -> tuple[Array, int, int]:
    """Look for the candidate of least worth by differential evolution; return it, the rounds and how many were asked.

    ``ends`` (n, 2) are the least and the greatest of each number. ``worth`` judges candidates (m, n) as (m,); below
    zero the search has succeeded. A child is x_a + F (x_b − x_c) and takes the place of its parent when it is no
    worse (Storn, Price 1997). The same every time.
    """
    random = np.random.default_rng(0)
    low, high = ends[:, 0], ends[:, 1]
    crowd = low + (high - low) * random.random((population, len(ends)))
    values = worth(crowd)
    asked, rounds = population, 0
    while rounds < generations and values.min() >= 0:
        rounds += 1
        patience.go_on(rounds / generations)
        a, b, c = (random.permutation(population) for _ in range(3))
        children = (crowd[a] + FACTOR * (crowd[b] - crowd[c])).clip(low, high)
        theirs = worth(children)
        asked += population
        better = theirs <= values
        crowd[better], values[better] = children[better], theirs[better]
    return crowd[int(values.argmin())], rounds, asked


def lower_bound(hits: int, count: int, alpha: float) -> float:
    """The lower end of a share of which ``hits`` of ``count`` were seen, wrong once in 1/α (Clopper, Pearson 1934)."""
    from scipy.stats import beta

    return float(beta.ppf(alpha, hits, count - hits + 1)) if hits else 0.0


def certified_radius(bound: float, sigma: float) -> float:
    """σ Φ⁻¹(p): within this Euclidean distance the smoothed answer holds; 0 where p is not above one half."""
    from scipy.stats import norm

    return float(sigma * norm.ppf(bound)) if bound > 0.5 else 0.0


def ranked(shares: Array, names: Sequence[str], most: int = 10) -> dict[str, float]:
    """The most probable classes by name, the likeliest first."""
    order = np.argsort(-shares, kind="stable")[:most]
    return {names[int(place)]: float(shares[int(place)]) for place in order}
