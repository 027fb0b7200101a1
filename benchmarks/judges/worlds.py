"""Judges of pictures that are carried across or painted: does a stranger believe them, is it still the same thing?"""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor, nn

from benchmarks.judges import Trained, judge

SURE, NEEDED = 0.9, 0.98


@cache
def stranger() -> nn.Module:
    """A small network that tells the two worlds apart by pictures (n, 3, 16, 16), trained on others than the preset's.

    So that colour alone does not decide, half of what it is told are pictures of the one world in the other's colours,
    a third class. Raises RuntimeError when it knows fewer than 98 % of new ones: then it is no judge.
    """
    from workbench.data.domains import DisksAndSquares

    pictures, label = [], []
    for seed in (101, 102):
        table = DisksAndSquares(samples=1000).load(seed)
        a, b = torch.from_numpy(table["a"]), torch.from_numpy(table["b"])
        pictures.append(torch.cat([a, b, _recoloured(a, b), _recoloured(b, a)]))
        label.append(torch.arange(4).clamp(max=2).repeat_interleave(1000))
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = nn.Sequential(
            nn.Conv2d(3, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(24, 48, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(48 * 16, 3),
        )  # fmt: skip
        rule = torch.optim.Adam(network.parameters(), 2e-3)
        for _ in range(12):
            for rows in torch.randperm(4000).split(64):
                rule.zero_grad()
                nn.functional.cross_entropy(network(pictures[0][rows]), label[0][rows]).backward()
                rule.step()
    network.eval()
    with torch.no_grad():
        known = float((network(pictures[1]).argmax(1) == label[1]).float().mean())
    if known < NEEDED:
        raise RuntimeError(f"The judge of worlds knows {known:.1%} of new pictures; it has to know {NEEDED:.0%}.")
    return network


def _shares(pictures: Tensor) -> Tensor:
    """How much of each pixel is thing and not ground, (n, 1, h, w): the way from the ground, seen at a corner."""
    far = (pictures - pictures[:, :, :1, :1]).abs().sum(1, keepdim=True)
    return far / far.amax((2, 3), keepdim=True).clamp(min=1e-6)


def _recoloured(shapes: Tensor, colours: Tensor) -> Tensor:
    """The things of one world in the colours of the other."""
    share, inside = _shares(shapes), _shares(colours)
    ink = (colours * (inside > 0.99)).sum((2, 3), keepdim=True) / (inside > 0.99).sum((2, 3), keepdim=True)
    return share * ink + (1 - share) * colours[:, :, :1, :1]


def _travelled(trained: Trained) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Test pictures of both worlds, and what each becomes in the other."""
    columns = trained.training.part("test")
    with torch.no_grad():
        found = trained.training.tree(**{name: columns[name] for name in ("A", "B")})
    return columns["A"], columns["B"], found["as_B"], found["as_A"]


@judge("cyclegan", figure="share of pictures a stranger takes for the other world at p > .9", at_least=0.8)
def believed(trained: Trained) -> float:
    """The share of all carried pictures, both ways, that a judge with a third answer for half-carried ones accepts."""
    _, _, as_b, as_a = _travelled(trained)
    network = stranger()
    with torch.no_grad():
        said = [network(pictures).softmax(1)[:, world] for pictures, world in ((as_b, 1), (as_a, 0))]
    return float((torch.cat(said) > SURE).float().mean())


@judge("cyclegan", figure="mean error of the way back, of 2 from black to white", at_most=0.1)
def came_home(trained: Trained) -> float:
    """The mean distance between a pixel that set out and the one that came back, of both worlds."""
    a, b, as_b, as_a = _travelled(trained)
    with torch.no_grad():
        home = trained.training.tree(A=as_a, B=as_b)
    return float((home["as_A"] - a).abs().mean() + (home["as_B"] - b).abs().mean()) / 2


@judge("cyclegan", figure="how far things move on their way across, in pixels of 16", at_most=1.5)
def moved(trained: Trained) -> float:
    """The mean distance between the centres of a thing and of what it became."""
    a, b, as_b, as_a = _travelled(trained)
    return float((_centres(torch.cat([a, b])) - _centres(torch.cat([as_b, as_a]))).norm(dim=1).mean())


def _centres(pictures: Tensor) -> Tensor:
    """The centre (n, 2) of what is not ground."""
    share = (_shares(pictures) > 0.5).float()
    place = torch.arange(pictures.shape[-1]) + 0.5
    whole = share.sum((1, 2, 3)).clamp(min=1)
    return torch.stack([(share.sum((1, 2)) * place).sum(1) / whole, (share.sum((1, 3)) * place).sum(1) / whole], 1)


def _seen(trained: Trained, *names: str) -> list[dict[str, Tensor]]:
    """What the eye tells of these pictures: each output port of its use by that name."""
    from graphs.meaning import Source

    tree = trained.training.tree
    row = {name: column[:1] for name, column in trained.training.part("test").items()}
    found = []
    for name in names:
        step = next(step for step in tree.plan.steps if step.name == name)
        sources = tuple(Source(step.node, port) for port in step.outputs)
        with torch.no_grad():
            found.append(dict(zip(step.outputs, tree.program(sources)(row), strict=True)))
    return found


@judge("style_transfer", figure="distance of the style, of the photograph's own distance", at_most=0.1)
def styled(trained: Trained) -> float:
    """How far the painting's Gram matrices are from the style's, divided by how far the photograph's are."""

    def gap(one: dict[str, Tensor], other: dict[str, Tensor]) -> float:
        total = 0.0
        for port in one:
            if port.startswith("style"):
                grams = [maps[port][0].flatten(1) @ maps[port][0].flatten(1).T for maps in (one, other)]
                total += float((grams[0] - grams[1]).norm() / grams[1].norm())
        return total

    painting, photograph, style = _seen(trained, "sees_painting", "sees_photograph", "sees_style")
    return gap(painting, style) / gap(photograph, style)


@judge("style_transfer", figure="distance of the content, of the style's own distance", at_most=0.7)
def still_there(trained: Trained) -> float:
    """How far the painting's deep features are from the photograph's, divided by how far the style's are."""
    painting, photograph, style = _seen(trained, "sees_painting", "sees_photograph", "sees_style")
    return float(
        (painting["content"] - photograph["content"]).norm() / (style["content"] - photograph["content"]).norm()
    )
