"""What a recipe may do besides plain steps, each against a calculation written out here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from graphs.modules.scan import TeacherForcing
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import LBFGS, SGD, Adam, DataChoice, Order, Player, Recipe
from graphs.techniques import (
    EMA,
    FGSM,
    PGD,
    SWA,
    Balance,
    CutMix,
    Descent,
    ExponentialSampling,
    InverseSigmoidSampling,
    LinearSampling,
    Mixup,
    Precision,
)
from tests.workbench.engine.small import curve, failed, finished, flowers, kept_weights, same_weights, train, trainer
from workbench.engine import Control, EpochDone
from workbench.engine.balancing import class_weights
from workbench.engine.pieces import Pieces, rectangle
from workbench.engine.stepping import Piece
from workbench.engine.trainer import load_data
from workbench.engine.training import Training

SLOW = Player(optimizer=SGD(learning_rate=0.1))


def plain(**recipe: Any) -> Project:
    """Two linear layers with a tanh between them, plain descent, the examples in the order of the table."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("Tanh", net.add("Linear", x, name="hidden", out_features=6), name="tanh")
    scores = net.add("Linear", h, name="scores", out_features=3)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    settings: dict[str, Any] = {"players": (SLOW,), "epochs": 2, "batch_size": 21, "order": Order.AS_GIVEN}
    return Project(net, Recipe(data=DataChoice(name="iris"), device="cpu", **(settings | recipe)), "Plain")


class ByHand:
    """The same network as plain torch, with the same start."""

    def __init__(self, project: Project):
        torch.manual_seed(project.recipe.seed)
        self.net = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 3))
        part = load_data(project).parts.training
        self.x, self.y = torch.from_numpy(part["features"]), torch.from_numpy(part["label"])
        self.parameters = list(self.net.parameters())

    def batches(self, size: int = 21, epochs: int = 2) -> Iterator[tuple[Tensor, Tensor]]:
        """The batches in the order of the table."""
        for _ in range(epochs):
            for start in range(0, len(self.x), size):
                yield self.x[start : start + size], self.y[start : start + size]

    def gradients(self, loss: Tensor) -> list[Tensor]:
        """The gradient of a loss by every weight."""
        return list(torch.autograd.grad(loss, self.parameters))

    def move(self, gradients: list[Tensor], rate: float = 0.1) -> None:
        """One plain step."""
        with torch.no_grad():
            for parameter, gradient in zip(self.parameters, gradients, strict=True):
                parameter -= rate * gradient

    def weights(self) -> list[Tensor]:
        """The weights now."""
        return [parameter.detach().clone() for parameter in self.parameters]


def begin(project: Project) -> Training:
    """A training, ready for its first step."""
    return Training(project, load_data(project), torch.device("cpu"), 1)


def advanced(project: Project, steps: int) -> Training:
    """A training after some steps."""
    made = begin(project)
    with made.random:
        for _ in range(steps):
            made.advance()
    return made


def close(training: Training, expected: list[Tensor], rtol: float = 1e-5, atol: float = 1e-7) -> bool:
    """Whether the weights are those calculated by hand."""
    found = [parameter.detach() for parameter in training.tree.parameters()]
    return all(torch.allclose(a, b, rtol=rtol, atol=atol) for a, b in zip(found, expected, strict=True))


def test_l1_decoupled_decay_and_clipping_in_their_order() -> None:
    player = Player(optimizer=SGD(learning_rate=0.1), l1=0.01, decoupled=0.2, clip_value=0.05, clip_norm=0.08)
    project = plain(players=(player,))
    hand = ByHand(project)
    for x, y in list(hand.batches())[:4]:
        gradients = [
            (g + 0.01 * w.sign()).clamp(-0.05, 0.05)
            for g, w in zip(hand.gradients(cross_entropy(hand.net(x), y)), hand.weights(), strict=True)
        ]
        length = torch.stack([g.norm() for g in gradients]).norm()
        gradients = [g * min(1.0, 0.08 / (float(length) + 1e-6)) for g in gradients]
        with torch.no_grad():
            for parameter in hand.parameters:
                parameter *= 1 - 0.1 * 0.2
        hand.move(gradients)
    assert close(advanced(project, 4), hand.weights())


def test_a_batch_in_pieces_is_the_same_step() -> None:
    whole, pieces = advanced(plain(), 5), advanced(plain(accumulate=4), 5)
    assert close(pieces, [parameter.detach() for parameter in whole.tree.parameters()])
    (loss, *_), (same, *_) = whole.fetch(), pieces.fetch()
    assert np.allclose(loss.values["train/loss"], same.values["train/loss"], rtol=1e-6)


def test_bfloat16_is_torchs_own_autocast() -> None:
    project = plain(precision=Precision.BFLOAT16)
    hand = ByHand(project)
    for x, y in list(hand.batches())[:4]:
        with torch.autocast("cpu", torch.bfloat16):
            loss = cross_entropy(hand.net(x), y)
        hand.move(hand.gradients(loss))
    made = advanced(project, 4)
    assert close(made, hand.weights())
    assert not close(made, [p.detach() for p in advanced(plain(), 4).tree.parameters()], rtol=1e-6, atol=1e-8)
    assert {parameter.dtype for parameter in made.tree.parameters()} == {torch.float32}


def test_float16_scales_the_loss_and_passes_over_a_step_that_overflows() -> None:
    project = plain(precision=Precision.FLOAT16)
    made = begin(project)
    scaler = made.movers[0].descent.scaler
    assert scaler is not None
    with made.random:
        made.advance()
        close_to = [p.detach() for p in advanced(plain(), 1).tree.parameters()]
        assert close(made, close_to, rtol=1e-2, atol=1e-3)
        kept = [parameter.detach().clone() for parameter in made.tree.parameters()]
        scaler.update(2.0**40)  # far more than float16 can hold
        made.advance()
    assert close(made, kept, rtol=0, atol=0)
    assert scaler.get_scale() == 2.0**39


def test_lbfgs_finds_the_bottom_on_the_whole_set(tmp_path: Path) -> None:
    player = Player(optimizer=LBFGS())
    events, _ = train(plain(players=(player,), descent=Descent.WHOLE, epochs=8), tmp_path / "run")
    losses = curve(events)
    assert len(losses) == 8 and losses[-1] < 0.02 < 0.5 < losses[0]


@pytest.mark.parametrize(("descent", "per_epoch"), [(Descent.MINI, 5), (Descent.WHOLE, 1), (Descent.SINGLE, 105)])
def test_a_step_looks_at_a_batch_at_all_or_at_one(descent: Descent, per_epoch: int) -> None:
    assert begin(plain(descent=descent)).per_epoch == per_epoch


def test_the_running_mean_of_the_weights_is_validated_and_kept(tmp_path: Path) -> None:
    project = plain(average=EMA(decay=0.6, ramp=False))
    hand = ByHand(project)
    mean = hand.weights()
    for x, y in hand.batches():
        hand.move(hand.gradients(cross_entropy(hand.net(x), y)))
        mean = [0.6 * a + 0.4 * w for a, w in zip(mean, hand.weights(), strict=True)]
    made = advanced(project, 10)
    assert close(made, hand.weights())
    with made.averaged():
        assert close(made, mean)
    assert close(made, hand.weights())
    events, _ = train(project, tmp_path / "run")
    weights = kept_weights(tmp_path / "run")
    kept = [torch.from_numpy(weights[n, k]) for n in sorted({n for n, _ in weights}) for k in ("weight", "bias")]
    assert all(torch.allclose(a, b, rtol=1e-5) for a, b in zip(kept, mean, strict=True))
    by_hand = ByHand(project)
    with torch.no_grad():
        for parameter, value in zip(by_hand.parameters, mean, strict=True):
            parameter.copy_(value)
    test = load_data(project).parts.test
    x, y = torch.from_numpy(test["features"]), torch.from_numpy(test["label"])
    assert finished(events).test["loss"] == pytest.approx(cross_entropy(by_hand.net(x), y).item(), rel=1e-5)


def test_a_ramp_lets_the_mean_follow_quickly_at_first() -> None:
    chosen = EMA(decay=0.99)
    assert [chosen.keep(step) for step in (1, 2, 10**6)] == [2 / 11, 3 / 12, 0.99]


def test_the_last_epochs_are_averaged_and_norms_measured_anew() -> None:
    project = flowers(epochs=4, dropout=0.0, average=SWA(start=0.5), players=(SLOW,))
    made, ends = begin(project), []
    with made.random:
        for _ in range(28):
            made.advance()
            if made.step in (21, 28):
                ends.append([parameter.detach().clone() for parameter in made.tree.parameters()])
        with made.averaged():
            assert close(made, [(a + b) / 2 for a, b in zip(*ends, strict=True)])
            norm = made.tree.get_submodule("norm")
            hidden = made.tree.get_submodule("hidden")
            seen = [
                hidden(x).detach() for x in torch.from_numpy(load_data(project).parts.training["features"]).split(16)
            ]
            assert torch.allclose(
                norm.running_mean, torch.stack([h.mean(0) for h in seen]).mean(0), rtol=1e-4, atol=1e-5
            )
            assert torch.allclose(norm.running_var, torch.stack([h.var(0) for h in seen]).mean(0), rtol=1e-4)
    assert close(made, ends[1], rtol=0, atol=0)


def draw_as(made: Training) -> None:
    """Let torch draw next what the training draws in its next step."""
    torch.set_rng_state(made.random._own["cpu"])


def step(made: Training) -> None:
    """One step with the training's own random numbers."""
    with made.random:
        made.advance()


def test_mixup_blends_questions_and_asks_for_both_answers() -> None:
    project = plain(mixing=Mixup(alpha=1.0))
    hand, made = ByHand(project), begin(project)
    for x, y in list(hand.batches())[:3]:
        draw_as(made)
        torch.rand(())
        share = float(torch.distributions.Beta(1.0, 1.0).sample())
        other = torch.randperm(len(x))
        out = hand.net(share * x + (1 - share) * x[other])
        loss = share * cross_entropy(out, y) + (1 - share) * cross_entropy(out, y[other])
        hand.move(hand.gradients(loss))
        step(made)
    assert close(made, hand.weights())


def test_both_answers_are_asked_of_the_same_network() -> None:
    """Dropout drops the same for both, so a batch mixed with itself is the batch."""
    project = flowers(order=Order.AS_GIVEN, players=(SLOW,))
    one, two = begin(project), begin(project)
    batch = one.batches.next()
    with one.random:
        single = one.movers[0].move(batch)
    with two.random:
        double = two.movers[0].move(batch, (Piece(0.3, batch), Piece(0.7, batch, again=True)))
    assert float(double) == pytest.approx(float(single), rel=1e-6)


def test_cutmix_pastes_a_rectangle_and_counts_by_its_area() -> None:
    pictures = torch.arange(4.0).reshape(4, 1, 1, 1).expand(4, 1, 8, 10).clone()
    batch = {"image": pictures, "label": torch.arange(4)}
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 8, 10))
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", net.add("Linear", net.add("Flatten", image), out_features=4), label)
    from graphs.planning import plan

    recipe = Recipe(data=DataChoice(name="digits"), mixing=CutMix(chance=1.0))
    torch.manual_seed(3)
    first, second = Pieces(plan(net), recipe, batch).mixed(batch)
    image, other = first.inputs["image"], second.inputs["label"]
    assert torch.equal(image, second.inputs["image"]) and torch.equal(first.inputs["label"], batch["label"])
    for row in range(4):
        own = image[row, 0] == row
        assert ((image[row, 0] == other[row]) | own).all()
        if other[row] != row:
            assert float(own.float().mean()) == pytest.approx(first.share)
    assert first.share + second.share == pytest.approx(1.0)


def test_a_rectangle_has_the_share_it_should_where_it_is_not_cut_off() -> None:
    torch.manual_seed(0)
    for _ in range(200):
        top, bottom, left, right = rectangle(0.64, (50, 100))
        assert 0 <= top <= bottom <= 50 and 0 <= left <= right <= 100
        if 0 < top and bottom < 50 and 0 < left and right < 100:
            assert (bottom - top) * (right - left) == 30 * 60  # √(1 − 0.64) = 0.6 of either side


def test_mixing_needs_numbers_that_can_be_mixed(tmp_path: Path) -> None:
    trouble = failed(train(plain(mixing=CutMix()), tmp_path / "run")[0])
    assert str(trouble.message).startswith("CutMix changes pictures")
    with pytest.raises(ValueError, match="do not go together"):
        plain(mixing=Mixup(), adversary=FGSM())


def test_fgsm_takes_one_step_uphill_and_trains_on_both() -> None:
    project = plain(adversary=FGSM(epsilon=0.1, clean=0.25))
    hand, made = ByHand(project), begin(project)
    low, high = float(hand.x.min()), float(hand.x.max())
    for x, y in list(hand.batches())[:4]:
        asked = x.clone().requires_grad_()
        (g,) = torch.autograd.grad(cross_entropy(hand.net(asked), y), asked)
        harder = (x + 0.1 * g.sign()).clamp(low, high)
        loss = 0.25 * cross_entropy(hand.net(x), y) + 0.75 * cross_entropy(hand.net(harder), y)
        hand.move(hand.gradients(loss))
        step(made)
    assert close(made, hand.weights())


def test_pgd_climbs_in_small_steps_and_stays_within_reach() -> None:
    project = plain(adversary=PGD(epsilon=0.1, size=0.04, steps=3))
    hand, made = ByHand(project), begin(project)
    low, high = float(hand.x.min()), float(hand.x.max())
    for x, y in list(hand.batches())[:3]:
        draw_as(made)
        now = (x + torch.empty_like(x).uniform_(-0.1, 0.1)).clamp(low, high)
        for _ in range(3):
            asked = now.clone().requires_grad_()
            (g,) = torch.autograd.grad(cross_entropy(hand.net(asked), y), asked)
            now = torch.minimum(torch.maximum(now + 0.04 * g.sign(), x - 0.1), x + 0.1).clamp(low, high)
        hand.move(hand.gradients(cross_entropy(hand.net(now), y)))
        step(made)
    assert close(made, hand.weights())


def test_an_adversary_leaves_running_statistics_alone() -> None:
    project = flowers(dropout=0.0, adversary=FGSM(clean=1.0, epsilon=0.5), order=Order.AS_GIVEN)
    quiet = advanced(flowers(dropout=0.0, order=Order.AS_GIVEN), 3)
    harder = advanced(project.copy(), 3)
    for name, value in quiet.tree.named_buffers():
        assert torch.equal(value, harder.tree.get_buffer(name))


def uneven() -> Callable[[np.ndarray], np.ndarray]:
    """Rows of the flowers with few of the second kind."""
    return lambda labels: np.flatnonzero((labels != 1) | (np.arange(len(labels)) % 5 == 0))


def test_rare_classes_count_more_in_the_loss() -> None:
    assert class_weights(np.array([0, 0, 0, 1]), 2) == (4 / 6, 2.0)
    assert class_weights(np.array([0, 0, 2, 2]), 3) == (1.0, 1.0, 1.0)
    project = plain(balance=Balance.WEIGHTS)
    data = load_data(project)
    rows = uneven()(data.parts.training["label"])
    few = data.parts.training.take(rows)
    from dataclasses import replace

    made = Training(project, replace(data, parts=replace(data.parts, training=few)), torch.device("cpu"), 1)
    hand = ByHand(project)
    weights = torch.tensor(class_weights(few["label"], 3))
    assert weights[1] > 3 * weights[0]
    x, y = torch.from_numpy(few["features"][:21]), torch.from_numpy(few["label"][:21])
    hand.move(hand.gradients(cross_entropy(hand.net(x), y, weight=weights)))
    step(made)
    assert close(made, hand.weights())
    assert str(made.notes[0]).startswith("loss weighs the classes by")


def test_rare_classes_are_drawn_more_often() -> None:
    project = plain(balance=Balance.SAMPLING, batch_size=16)
    data = load_data(project)
    from dataclasses import replace

    few = data.parts.training.take(uneven()(data.parts.training["label"]))
    made = Training(project, replace(data, parts=replace(data.parts, training=few)), torch.device("cpu"), 1)
    seen = torch.cat([made.batches.next()["label"] for _ in range(made.per_epoch * 40)]).bincount()
    assert seen.sum() == 40 * len(few)
    assert (seen.float() / seen.sum() - 1 / 3).abs().max() < 0.03


def test_nodes_thaw_from_the_last_to_the_first() -> None:
    player = Player(optimizer=SGD(learning_rate=0.1, weight_decay=0.1), thaw_every=1.0)
    made = begin(flowers(epochs=3, players=(player,), average=EMA()))
    moved = []
    for _ in range(3):
        before = {name: value.detach().clone() for name, value in made.tree.state_dict().items()}
        with made.random:
            for _ in range(7):
                made.advance()
        after = made.tree.state_dict()
        moved.append({name.split(".")[0] for name in after if not torch.equal(after[name], before[name])})
    assert moved == [{"scores"}, {"scores", "norm"}, {"scores", "norm", "hidden"}]


def test_the_teacher_lets_go_as_the_schedule_says() -> None:
    assert [LinearSampling(length=4.0, end=0.2).share(e) for e in (0, 2, 4, 9)] == pytest.approx([1, 0.6, 0.2, 0.2])
    assert ExponentialSampling(factor=0.5).share(2) == 0.25
    assert InverseSigmoidSampling(slowness=3.0).share(6) == pytest.approx(3 / (3 + np.exp(2)))
    assert InverseSigmoidSampling(slowness=1.0).share(5000) == pytest.approx(0.0)


RECIPES: Mapping[str, dict[str, Any]] = {
    "pieces": {"accumulate": 3},
    "bfloat16": {"precision": Precision.BFLOAT16},
    "float16": {"precision": Precision.FLOAT16},
    "penalties": {"players": (Player(optimizer=Adam(), l1=0.01, decoupled=0.1, clip_norm=1.0),)},
    "lbfgs": {"players": (Player(optimizer=LBFGS(iterations=4, history=3)),)},
    "whole": {"descent": Descent.WHOLE, "epochs": 6},
    "ema": {"average": EMA(decay=0.9)},
    "swa": {"average": SWA(start=0.0), "epochs": 3},
    "mixup": {"mixing": Mixup()},
    "fgsm": {"adversary": FGSM()},
    "pgd": {"adversary": PGD(steps=2)},
    "weights": {"balance": Balance.WEIGHTS},
    "sampling": {"balance": Balance.SAMPLING},
    "thaw": {"players": (Player(thaw_every=0.5),)},
}


@pytest.mark.parametrize("name", RECIPES)
def test_a_run_goes_on_to_the_same_bits(name: str, tmp_path: Path) -> None:
    project = flowers(**{"epochs": 2, **RECIPES[name]})
    whole, _ = train(project, tmp_path / "whole")
    control, first = Control(), []
    for event in trainer(project, tmp_path / "parts", control).run():
        first.append(event)
        if isinstance(event, EpochDone) and event.epoch == 1:
            control.stop()
    assert finished(first).stopped
    second, _ = train(project, tmp_path / "parts", resume=True)
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
    assert finished(second).test == finished(whole).test
    again, _ = train(project, tmp_path / "parts", resume=True)  # a run that has ended is tested once more
    assert finished(again).test == finished(whole).test
    assert same_weights(tmp_path / "whole", tmp_path / "parts")


def test_teachers_in_the_network_have_the_chance_of_the_epoch() -> None:
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    own = net.add("Linear", x, name="own", out_features=3)
    told = net.add("TeacherForcing", own, net.add("Linear", x, name="other", out_features=3), name="told", p=0.8)
    net.add("CrossEntropyLoss", told, label, name="loss")
    teaching = LinearSampling(length=2.0, end=0.5)
    recipe = Recipe(data=DataChoice(name="iris"), device="cpu", batch_size=21, teaching=teaching, players=(SLOW,))
    made = begin(Project(net, recipe, "Told"))
    (teacher,) = [module for module in made.tree.modules() if isinstance(module, TeacherForcing)]
    seen = []
    for _ in range(12):
        step(made)
        seen.append(teacher.p)
    assert seen[:3] == pytest.approx([0.8, 0.8 * 0.95, 0.8 * 0.9]) and seen[10:] == pytest.approx([0.4, 0.4])
