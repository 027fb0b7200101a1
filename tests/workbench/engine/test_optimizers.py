"""Every optimizer takes the steps its formula says, written out here in float64 on a small quadratic."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from graphs.optimizers import (
    LBFGS,
    OPTIMIZERS,
    SGD,
    Adadelta,
    Adagrad,
    Adam,
    Adamax,
    AdamW,
    Muon,
    NAdam,
    Optimizer,
    RAdam,
    RMSprop,
)
from graphs.recipe import Player
from tests.workbench.engine.small import flowers, same_weights, train, trainer
from workbench.engine.control import Control
from workbench.engine.faults import DrawingError
from workbench.engine.optimizers import build_optimizer

START = torch.tensor([[1.0, -2.0], [0.5, 3.0]], dtype=torch.float64)
STEEP = torch.tensor([[1.0, 10.0], [0.1, 2.0]], dtype=torch.float64)
STEPS = 3


def slope(w: Tensor) -> Tensor:
    """The gradient of ½ Σ steep · w²."""
    return STEEP * w


def taken(chosen: Optimizer, steps: int = STEPS) -> list[Tensor]:
    """The weights after each step of torch's optimizer as the engine makes it."""
    weight = torch.nn.Parameter(START.clone())
    made = build_optimizer([weight], chosen)
    found = []
    for _ in range(steps):
        weight.grad = slope(weight.detach())
        made.step()
        found.append(weight.detach().clone())
    return found


Rule = Callable[[Any, Callable[[Tensor], Tensor]], Iterator[Tensor]]


def sgd(o: SGD, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, v = START, torch.zeros_like(START)
    while True:
        v = o.momentum * v + (1 - o.momentum if o.form == "averaged" else 1) * g(w)
        w = w - o.learning_rate * v
        yield w


def nesterov(o: SGD, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    """Sutskever's form; torch's weights are the points looked at, w − ηβv."""
    w, v = START, torch.zeros_like(START)
    while True:
        v = o.momentum * v + g(w - o.learning_rate * o.momentum * v)
        w = w - o.learning_rate * v
        yield w - o.learning_rate * o.momentum * v


def adagrad(o: Adagrad, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, s = START, torch.zeros_like(START)
    while True:
        s = s + g(w) ** 2
        w = w - o.learning_rate * g(w) / (s.sqrt() + o.eps)
        yield w


def rmsprop(o: RMSprop, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, s, v = START, torch.zeros_like(START), torch.zeros_like(START)
    while True:
        s = o.alpha * s + (1 - o.alpha) * g(w) ** 2
        v = o.momentum * v + g(w) / (s.sqrt() + o.eps)
        w = w - o.learning_rate * v
        yield w


def adadelta(o: Adadelta, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, s, u = START, torch.zeros_like(START), torch.zeros_like(START)
    while True:
        s = o.rho * s + (1 - o.rho) * g(w) ** 2
        step = (u + o.eps).sqrt() / (s + o.eps).sqrt() * g(w)
        u = o.rho * u + (1 - o.rho) * step**2
        w = w - o.learning_rate * step
        yield w


def adam(o: Adam | AdamW | NAdam | RAdam, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, m, v, t, product = START, torch.zeros_like(START), torch.zeros_like(START), 0, 1.0
    far = 2 / (1 - o.beta2) - 1
    while True:
        t += 1
        slope_now = g(w)
        if isinstance(o, AdamW):
            w = w * (1 - o.learning_rate * o.weight_decay)
        m = o.beta1 * m + (1 - o.beta1) * slope_now
        v = o.beta2 * v + (1 - o.beta2) * slope_now**2
        size = (v / (1 - o.beta2**t)).sqrt() + o.eps
        mean = m / (1 - o.beta1**t)
        if isinstance(o, NAdam):
            now, then = (o.beta1 * (1 - 0.5 * 0.96 ** (k * o.momentum_decay)) for k in (t, t + 1))
            product *= now
            w = w - o.learning_rate * (then * m / (1 - product * then) + (1 - now) * slope_now / (1 - product)) / size
        elif isinstance(o, RAdam):
            rho = far - 2 * t * o.beta2**t / (1 - o.beta2**t)
            if rho > 5:
                r = math.sqrt((rho - 4) * (rho - 2) * far / ((far - 4) * (far - 2) * rho))
                w = w - o.learning_rate * mean * r * math.sqrt(1 - o.beta2**t) / (v.sqrt() + o.eps)
            else:
                w = w - o.learning_rate * mean
        else:
            w = w - o.learning_rate * mean / size
        yield w


def adamax(o: Adamax, g: Callable[[Tensor], Tensor]) -> Iterator[Tensor]:
    w, m, u, t = START, torch.zeros_like(START), torch.zeros_like(START), 0
    while True:
        t += 1
        m = o.beta1 * m + (1 - o.beta1) * g(w)
        u = torch.maximum(o.beta2 * u, g(w).abs() + o.eps)
        w = w - o.learning_rate / (1 - o.beta1**t) * m / u
        yield w


@pytest.mark.parametrize(
    ("chosen", "rule", "steps"),
    [
        (SGD(learning_rate=0.05), sgd, STEPS),
        (SGD(learning_rate=0.05, momentum=0.9), sgd, STEPS),
        (SGD(learning_rate=0.05, momentum=0.9, form="averaged"), sgd, STEPS),
        (SGD(learning_rate=0.05, momentum=0.9, nesterov=True), nesterov, STEPS),
        (Adagrad(learning_rate=0.1), adagrad, STEPS),
        (RMSprop(), rmsprop, STEPS),
        (RMSprop(momentum=0.8), rmsprop, STEPS),
        (Adadelta(), adadelta, STEPS),
        (Adam(learning_rate=0.1), adam, STEPS),
        (AdamW(learning_rate=0.1, weight_decay=0.3), adam, STEPS),
        (NAdam(learning_rate=0.1), adam, STEPS),
        (RAdam(learning_rate=0.1), adam, 9),
        (Adamax(learning_rate=0.1), adamax, STEPS),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_the_steps_are_those_of_the_written_formula(chosen: Optimizer, rule: Rule, steps: int) -> None:
    expected = rule(chosen, slope)
    for number, weight in enumerate(taken(chosen, steps), 1):
        assert torch.allclose(weight, next(expected), rtol=1e-6, atol=1e-9), f"step {number}"


@pytest.mark.parametrize("kind", [kind for kind in OPTIMIZERS if kind not in (AdamW, Muon, LBFGS)])
def test_weight_decay_is_added_to_the_gradient(kind: type[Any]) -> None:
    rule: dict[Any, Rule] = {SGD: sgd, Adagrad: adagrad, RMSprop: rmsprop, Adadelta: adadelta, Adamax: adamax}
    chosen = kind(weight_decay=0.5)
    expected = rule.get(kind, adam)(chosen, lambda w: slope(w) + 0.5 * w)
    for weight in taken(chosen):
        assert torch.allclose(weight, next(expected), rtol=1e-6, atol=1e-9)


def test_muon_turns_matrices_and_gives_everything_else_to_adamw() -> None:
    chosen = Muon(learning_rate=0.1, momentum=0.9, weight_decay=0.2)
    matrix = torch.nn.Parameter(START.clone())
    bias = torch.nn.Parameter(START.flatten().clone())
    made = build_optimizer([matrix, bias], chosen)
    mean = torch.zeros_like(START)
    by_hand = START.clone()
    adamw = adam(AdamW(learning_rate=0.1, weight_decay=0.2), lambda w: STEEP * w)
    for _ in range(STEPS):
        mean = 0.9 * mean + 0.1 * slope(by_hand)
        x = (0.1 * slope(by_hand) + 0.9 * mean).bfloat16()
        x = x / x.norm().clamp(min=1e-7)
        for _ in range(5):
            gram = x @ x.T
            x = 3.4445 * x + (-4.775 * gram + 2.0315 * gram @ gram) @ x
        by_hand = by_hand * (1 - 0.1 * 0.2) - 0.1 * 0.2 * math.sqrt(2) * x.double()
        matrix.grad = slope(matrix.detach())
        bias.grad = slope(bias.detach().reshape(2, 2)).flatten()
        made.step()
        assert torch.allclose(matrix, by_hand, rtol=2e-2, atol=2e-3)  # the turning is done in bfloat16
        assert torch.allclose(bias.reshape(2, 2), next(adamw), rtol=1e-6, atol=1e-9)


def test_lbfgs_takes_the_steps_of_the_two_loops() -> None:
    chosen = LBFGS(learning_rate=0.02, iterations=6, history=3, search=False)
    moved = torch.nn.Parameter(START.clone())
    made = build_optimizer([moved], chosen)

    def closure() -> Tensor:
        moved.grad = slope(moved.detach())
        return (moved.detach() * moved.grad).sum() / 2

    made.step(closure)  # type: ignore[arg-type]
    w, pairs = START.clone().flatten(), []
    g = slope(w.reshape(START.shape)).flatten()
    for number in range(6):
        q, left = -g, []
        for s, y in reversed(pairs):
            a = (s @ q) / (y @ s)
            left.append(a)
            q = q - a * y
        q = q * (pairs[-1][0] @ pairs[-1][1]) / (pairs[-1][1] @ pairs[-1][1]) if pairs else q
        for (s, y), a in zip(pairs, reversed(left), strict=True):
            q = q + s * (a - (y @ q) / (y @ s))
        t = min(1.0, 1.0 / float(g.abs().sum())) * 0.02 if number == 0 else 0.02
        w = w + t * q
        new = slope(w.reshape(START.shape)).flatten()
        pairs = [*pairs, (t * q, new - g)][-3:]
        g = new
    assert torch.allclose(moved.flatten(), w, rtol=1e-6, atol=1e-9)


def test_lbfgs_moves_all_weights_together() -> None:
    weights = [torch.nn.Parameter(START.clone()) for _ in range(2)]
    with pytest.raises(DrawingError, match="moves all weights together"):
        build_optimizer(weights, LBFGS(), {id(weights[0]): 0.1})


def test_the_averaged_form_has_no_look_ahead() -> None:
    with pytest.raises(ValueError, match="classical form"):
        SGD(momentum=0.9, form="averaged", nesterov=True)


@pytest.mark.parametrize(
    "chosen",
    [SGD(momentum=0.9, form="averaged"), *(kind() for kind in OPTIMIZERS if kind is not SGD)],
    ids=lambda chosen: chosen.type,
)
def test_a_run_goes_on_as_if_never_stopped(chosen: Optimizer, tmp_path: Path) -> None:
    project = flowers(epochs=2, players=(Player(optimizer=chosen),))
    train(project, tmp_path / "whole")
    control = Control()
    one = trainer(project, tmp_path / "parts", control)
    for number, _ in enumerate(one.run()):
        if number == 4:
            control.stop()
    train(project, tmp_path / "parts", resume=True)
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
