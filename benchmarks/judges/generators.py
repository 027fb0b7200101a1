"""Judges of what generators make: how many clouds of the ring they cover, and what a classifier of digits says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn

from benchmarks.judges import Trained, judge
from graphs.meaning import Source
from workbench.engine.roles import CHANCE, code_of, copying, diffusion, made, spec_of

if TYPE_CHECKING:
    from workbench.engine.training import Training

COUNT = 1000
"""How many samples are judged."""

SURE = 0.9
"""A classifier accepts what it gives more than this probability to."""

NEEDED = 0.98
"""A classifier of digits may judge only if it knows so many of the digits it has not learned from."""

FOOLED = 0.01
"""And only if it is sure of no more than this share of pure noise."""

KINDS = 10
"""How many digits there are."""

EPOCHS = 14
"""How often the judge sees every digit, each time moved by a pixel or not."""

SIDE = 16
"""The size at which digits are judged; smaller ones are enlarged as the data are."""


def _drawn(training: Training, count: int, seed: int) -> tuple[Tensor, Tensor | None]:
    """Samples (count, ...) that a generator, or a decoder of plain noise, makes; and the labels asked for, if any."""
    meaning, chance = training.plan, torch.Generator().manual_seed(1000 + seed)
    fake = made(meaning)
    given: dict[str, Tensor] = {}
    if fake is not None:
        wanted, back = fake, None
        sources = [Source(step.node, "y") for step in meaning.needed((fake,)) if step.layer.type_name() == CHANCE]
    else:
        back = copying(meaning)
        code = code_of(meaning, back) if back is not None else None
        assert back is not None and code is not None
        wanted, sources = back.answer, [code]
    for source in sources:
        dims = [dim for dim in spec_of(meaning, source).dims if isinstance(dim, int)]
        given[meaning.by_node[source.node].name] = torch.randn(count, *dims, generator=chance)
    program = training.tree.program_from(tuple(sources), (wanted,))
    asked: Tensor | None = None
    for name in (one for one in program.inputs if one not in given):
        column = training.part("training")[name]
        rows = torch.randint(len(column), (count,), generator=chance)
        given[name] = column[rows]
        if name == "label":
            asked = given[name]
    with torch.no_grad():
        (values,) = program(given)
    return (back.copy(values) if back is not None else values), asked


def _denoised(training: Training, count: int, seed: int) -> Tensor:
    """Samples of a diffusion model, all its steps, each with fresh noise (Ho, Jain & Abbeel 2020, algorithm 2).

    Of the two variances of its section 3.2 the smaller one, that of the step back when the clean example is known.
    """
    found = diffusion(training.plan)
    assert found is not None
    mixed = Source(found.mixed.node, "noisy")
    program = training.tree.program_from((mixed, found.time), (found.answer,))
    kept = training.tree.get_submodule(found.mixed.name).get_buffer("alphas_cumprod")
    chance = torch.Generator().manual_seed(1000 + seed)
    dims = [dim for dim in spec_of(training.plan, found.clean).dims if isinstance(dim, int)]
    now, clock = torch.randn(count, *dims, generator=chance), training.plan.by_node[found.time.node].name
    for time in reversed(range(len(kept))):
        before = kept[time - 1] if time else torch.ones(())
        beta = 1 - kept[time] / before
        with torch.no_grad():
            (noise,) = program({found.mixed.name: now, clock: torch.full((count,), time)})
        now = (now - beta / (1 - kept[time]).sqrt() * noise) / (1 - beta).sqrt()
        if time:
            variance = beta * (1 - before) / (1 - kept[time])
            now = now + variance.sqrt() * torch.randn(now.shape, generator=chance)
    return now


# ------------------------------------------------------------------------------------------------------ the ring


def _near(points: Tensor, training: Training) -> Tensor:
    """How many of the points (n, 2) lie within three deviations of each cloud's centre, as the data have them."""
    table = training.prepared.parts.training
    real, label = torch.from_numpy(table["features"]), torch.from_numpy(table["label"])
    counts = []
    for cloud in range(int(label.max()) + 1):
        own = real[label == cloud]
        spread = own.sub(own.mean(0)).square().mean().sqrt()
        counts.append((points.sub(own.mean(0)).norm(dim=1) <= 3 * spread).sum())
    return torch.stack(counts)


CLIPPED = "clipped weights make a simple critic, so points lie between the clouds (Gulrajani et al. 2017, section 3)"


@judge("gan_ring", "lsgan_ring", "wgan_gp", figure="clouds covered, of 8", at_least=7)
@judge("wgan_clip", figure="clouds covered, of 8", at_least=7, why=CLIPPED)
def covered(trained: Trained) -> float:
    """How many clouds have at least a quarter of their fair share of the made points within three deviations."""
    points, _ = _drawn(trained.training, COUNT, trained.seed)
    near = _near(points, trained.training)
    return float((near >= COUNT / len(near) / 4).sum())


@judge("gan_ring", "lsgan_ring", "wgan_clip", "wgan_gp", figure="share of made points on a cloud")
def on_a_cloud(trained: Trained) -> float:
    """The share of the made points that lie within three deviations of a cloud's centre."""
    points, _ = _drawn(trained.training, COUNT, trained.seed)
    return float(_near(points, trained.training).sum() / COUNT)


@judge("ddpm_moons", figure="share of made points on the moons", at_least=0.9)
def on_the_moons(trained: Trained) -> float:
    """The share of the made points nearer to an example than all but one in a hundred examples are to another."""
    made_, real = _denoised(trained.training, COUNT, trained.seed), trained.training.part("training")["clean"]
    among = torch.cdist(real, real).fill_diagonal_(torch.inf).amin(1)
    return float((torch.cdist(made_, real).amin(1) <= among.quantile(0.99)).float().mean())


@judge("ddpm_moons", figure="share of examples with a made point near", at_least=0.9)
def moons_filled(trained: Trained) -> float:
    """The share of the examples that have a made point as near as an example's tenth neighbour usually is."""
    made_, real = _denoised(trained.training, COUNT, trained.seed), trained.training.part("training")["clean"]
    usual = torch.cdist(real, real).kthvalue(11, dim=1).values.quantile(0.95)
    return float((torch.cdist(real, made_).amin(1) <= usual).float().mean())


# ---------------------------------------------------------------------------------------------------- the digits


def _enlarged(pictures: Tensor) -> Tensor:
    """Pictures (n, 1, s, s) at the size at which they are judged, as the data are enlarged."""
    if pictures.shape[-1] == SIDE:
        return pictures
    return nn.functional.interpolate(pictures, size=(SIDE, SIDE), mode="bilinear", align_corners=False)


def _nothing(pictures: Tensor) -> Tensor:
    """As many pictures that are no digits, all (n, 1, 16, 16): digits whose pixels or whose 16 squares are shuffled,
    noise of either grain, and an even page.
    """
    count = len(pictures)
    pixels = pictures.flatten(1).gather(1, torch.rand(count, SIDE * SIDE).argsort(1)).reshape(pictures.shape)
    squares = nn.functional.unfold(pictures, SIDE // 4, stride=SIDE // 4)
    squares = squares.gather(2, torch.rand(count, 1, 16).argsort(2).expand_as(squares))
    cut = nn.functional.fold(squares, (SIDE, SIDE), SIDE // 4, stride=SIDE // 4)
    fine, even = torch.rand(pictures.shape), torch.rand(count, 1, 1, 1).expand(pictures.shape)
    coarse = _enlarged(torch.rand(count, 1, SIDE // 2, SIDE // 2))
    kinds = torch.stack([pixels, cut, cut, fine, coarse, even])
    return kinds[torch.randint(len(kinds), (count,)), torch.arange(count)]


@cache
def classifier() -> tuple[nn.Module, float, float]:
    """A small convolutional network that knows digits, its accuracy on a fifth of them it has not learned from, and the
    share of pure noise it is sure of.

    Pictures (n, 1, 16, 16), ink 1 and paper 0; it answers with scores (n, 11), the last for what is no digit: without
    that answer it would accept half of pure noise. Trained here, from the data that come along. The noise it is asked
    about is another than it has learned from. Raises RuntimeError when it knows fewer than 98 % or is sure of more than
    1 % of the noise: then it is no judge.
    """
    from workbench.data.digits import Digits

    table = Digits(size=8, values="grey").load()
    pictures, label = _enlarged(torch.from_numpy(table["image"])), torch.from_numpy(table["label"])
    order = torch.from_numpy(np.random.default_rng(0).permutation(len(label)))
    held, learned = order[: len(order) // 5], order[len(order) // 5 :]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = nn.Sequential(
            nn.Conv2d(1, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
            nn.Dropout(0.4), nn.Linear(64 * 16, 64), nn.ReLU(), nn.Linear(64, KINDS + 1),
        )  # fmt: skip
        rule = torch.optim.AdamW(network.parameters(), 3e-3, weight_decay=0.01)
        rate = torch.optim.lr_scheduler.CosineAnnealingLR(rule, EPOCHS)
        for _ in range(EPOCHS):
            for rows in learned[torch.randperm(len(learned))].split(64):
                moved = pictures[rows].roll((int(torch.randint(-1, 2, ())), int(torch.randint(-1, 2, ()))), (2, 3))
                none = _nothing(pictures[rows[: len(rows) // 4]])
                truth = torch.cat([label[rows], torch.full((len(none),), KINDS)])
                rule.zero_grad()
                nn.functional.cross_entropy(network(torch.cat([moved, none])), truth).backward()
                rule.step()
            rate.step()
        noise = torch.stack([torch.randn(COUNT, 1, SIDE, SIDE), _enlarged(torch.randn(COUNT, 1, SIDE // 2, SIDE // 2))])
    network.eval()
    with torch.no_grad():
        known = float((network(pictures[held]).argmax(1) == label[held]).float().mean())
        sure = network(noise.flatten(0, 1).clamp(0, 1)).softmax(1)[:, :KINDS].amax(1)
        fooled = float((sure > SURE).float().mean())
    if known < NEEDED or fooled > FOOLED:
        raise RuntimeError(
            f"The judge of digits knows {known:.1%} of them and is sure of {fooled:.1%} of pure noise; it has to know "
            f"{NEEDED:.0%} and may be sure of {FOOLED:.0%} to judge."
        )
    return network, known, fooled


def verdict(pictures: Tensor) -> Tensor:
    """What the judge thinks of pictures (n, 1, s, s), ink 1 and paper 0: probabilities (n, 10) of each digit.

    What is left to 1 is its probability that this is no digit.
    """
    network, _, _ = classifier()
    with torch.no_grad():
        found: Tensor = network(_enlarged(pictures.clamp(0, 1))).softmax(1)[:, :KINDS]
    return found


def _digits(trained: Trained) -> tuple[Tensor, Tensor | None]:
    """Digits (n, 1, s, s), ink 1, that a training makes, and which were asked for."""
    asked: Tensor | None = None
    if diffusion(trained.training.plan) is not None:
        values = _denoised(trained.training, 2 * COUNT // 5, trained.seed)
    else:
        values, asked = _drawn(trained.training, COUNT, trained.seed)
    if trained.name != "vae":
        values = (values + 1) / 2  # these draw from -1 to 1
    side = round((values[0].numel()) ** 0.5)
    return values.reshape(len(values), 1, side, side), asked


@judge("vae", figure="share of digits accepted at p > .9", at_least=0.6)
@judge("ddpm_digits", figure="share of digits accepted at p > .9", at_least=0.8)
@judge("dcgan", figure="share of digits accepted at p > .9", at_least=0.6)
def accepted(trained: Trained) -> float:
    """The share of the made digits that the judge is sure of, whichever it takes them for."""
    return float((verdict(_digits(trained)[0]).amax(1) > SURE).float().mean())


@judge("cgan", figure="share of digits that are the one asked for, at p > .9", at_least=0.6)
def obeyed(trained: Trained) -> float:
    """The share of the made digits that the judge surely takes for what was asked for."""
    pictures, asked = _digits(trained)
    assert asked is not None
    sure, said = verdict(pictures).max(1)
    return float(((sure > SURE) & (said == asked)).float().mean())


@judge("vae", "ddpm_digits", "dcgan", figure="kinds of digit made, of 10", at_least=8)
def kinds(trained: Trained) -> float:
    """How many digits have at least a quarter of their fair share of what the judge accepts."""
    sure, said = verdict(_digits(trained)[0]).max(1)
    counts = said[sure > SURE].bincount(minlength=KINDS)
    return float((counts >= max(1.0, float(counts.sum()) / 40)).sum())
