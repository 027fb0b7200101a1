"""Rules about the loss: it rises, it does not move, it is no number, it falls only for what was learned by heart, and
it is low because a rare class is left out."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from graphs.meaning import Fix
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.advice.remedies import balanced, clipped, held_back, other_rate
from workbench.engine.advice.rule import Finding, Reading, Rule, Watched, beyond
from workbench.engine.events import EpochDone, Event, Failure, RunFailed, Sample, Scalars

FLAT_STEPS = 60
"""Before so many steps nobody can say that a loss does not move."""

RISES = 1.2
"""From so many times its lowest value on a validation loss has risen."""

GAP = 0.2
"""From so large a gap between the accuracies of training and validation on a network learns by heart."""


def _at_loss(watched: Watched, holds: bool | None, **values: float | str) -> Reading:
    node = watched.loss_node
    return Reading(holds, node, watched.name(node), values)


class RisingLoss(Rule):
    """Speaks when the training loss climbs back to where it began, or beyond: the learning rate is too high."""

    name = "rising_loss"
    title = mark("The loss rises")
    reads = mark("the mean training loss of each epoch, or of 200 steps")
    hears = Scalars
    looks = 2

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Compare with the way the loss has fallen so far, or with a fifth of its first value."""
        means = watched.training.means
        if not watched.alone or not watched.completed or len(means) < 2:
            return
        first = min(watched.training.first, means[0])  # it may rise within the first window
        lowest = min(first, watched.training.lowest)
        way = max(first - lowest, 0.2 * abs(first))
        if way <= 0:
            return
        yield _at_loss(watched, beyond((means[-1] - lowest) / way, 1.0, 0.5), now=means[-1], lowest=lowest)

    def message(self, found: Finding) -> Message:
        """From where to where."""
        return say(
            "{node}: the loss rises, from {lowest} to {now}.",
            node=found.name,
            lowest=f"{float(found.values['lowest']):.3g}",
            now=f"{float(found.values['now']):.3g}",
        )

    def consequence(self, found: Finding) -> Message:
        """Why."""
        return say(
            "Most often the learning rate is too high: each step jumps across the valley and lands higher up. Lower "
            "it, and clip the gradient if it rises all of a sudden."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Shorter steps, clip."""
        yield from other_rate(found, project, 0.1)
        yield from clipped(found, project)


class FlatLoss(Rule):
    """Speaks when the training loss is after a while still what it was in the first steps."""

    name = "flat_loss"
    title = mark("The loss does not move")
    reads = mark("the mean training loss of the last quarter, against the first steps")
    hears = Scalars
    looks = 2

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Compare the last quarter of the windows with the first window and with the first three steps."""
        losses = watched.training
        if not watched.alone or not watched.completed or watched.began:
            return
        means = losses.means
        if len(means) < 3 or len(means) * losses.size < FLAT_STEPS or losses.start == 0:
            return
        quarter = max(1, min(len(means) // 4, 50))
        late = sum(means[-quarter:]) / quarter
        fallen = max(
            (means[0] - late) / abs(means[0]) if means[0] else 0.0, 0.4 * (losses.start - late) / abs(losses.start)
        )
        knows = bool(watched.accuracy) and sum(watched.accuracy) > 0.9 * len(watched.accuracy)
        holds = False if knows or late > 1.2 * abs(means[0]) else beyond(fallen, 0.02, 0.05)
        ratio = watched.update_ratio()
        yield _at_loss(
            watched, holds, now=late, steps=float(watched.step), ratio=ratio if math.isfinite(ratio) else -1.0
        )

    def message(self, found: Finding) -> Message:
        """What it is."""
        return say(
            "{node}: the loss does not move, it is still {now} after {steps} steps.",
            node=found.name,
            now=f"{float(found.values['now']):.3g}",
            steps=f"{float(found.values['steps']):,.0f}",
        )

    def consequence(self, found: Finding) -> Message:
        """What to look at first."""
        ratio = float(found.values["ratio"])
        if 0 <= ratio < 1e-4:
            return say("Each step moves the weights by less than a ten thousandth: the learning rate is too low.")
        if ratio > 0.03:
            return say("Each step moves the weights by more than three hundredths: the learning rate is too high.")
        return say(
            "The steps have a usual length, so look elsewhere: do labels and inputs belong together, does a gradient "
            "reach the first layers, is the last layer followed by the loss that fits it?"
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Longer steps where they are short, shorter ones where they are long, both where that is not known."""
        ratio = float(found.values["ratio"])
        if ratio <= 0.03:
            yield from other_rate(found, project, 10.0)
        if ratio < 0 or ratio > 1e-4:
            yield from other_rate(found, project, 0.1)


class NotFiniteNumbers(Rule):
    """Speaks at the node that gave the first number that is not finite."""

    name = "not_finite"
    title = mark("Numbers that are not finite")
    reads = mark("whether every loss is a finite number, and where the first that is not came from")
    hears = RunFailed
    looks = 1

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """A run that ended so says where."""
        if isinstance(event, RunFailed) and event.kind is Failure.NOT_FINITE:
            node = event.node if event.node is not None else watched.loss_node
            yield Reading(True, node, watched.name(node), {"step": float(event.step)})

    def message(self, found: Finding) -> Message:
        """Where and when."""
        step = f"{float(found.values['step']):,.0f}"
        return say("{node}: from here come numbers that are not finite, at step {step}.", node=found.name, step=step)

    def consequence(self, found: Finding) -> Message:
        """Why."""
        return say(
            "A step was too long, or a logarithm, a root or a division met a zero. Shorter steps and a clipped "
            "gradient help against the first; against the second a loss that takes scores and does softmax or sigmoid "
            "itself, in log space."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Shorter steps, clip."""
        yield from other_rate(found, project, 0.1)
        yield from clipped(found, project)


class Overfitting(Rule):
    """Speaks when the validation loss rises while the training loss falls, or the accuracies drift apart."""

    name = "overfitting"
    title = mark("Overfitting")
    reads = mark("training and validation loss and accuracy, validation by validation")
    hears = EpochDone
    looks = 3

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Compare with the validation whose loss was the lowest."""
        if not isinstance(event, EpochDone) or not event.validation or not watched.alone:
            return
        epochs, best = watched.epochs, watched.best
        train, now, learned, known = epochs[-1]
        lowest = epochs[best][1]
        if len(epochs) < 3 or not (math.isfinite(now) and math.isfinite(lowest)):
            return
        rise = now / lowest if lowest > 0 else 1.0
        gap = learned - known
        rises = beyond(rise, RISES, 1.05)
        if rises and not train < 0.95 * epochs[best][0]:
            rises = False  # the training loss does not fall either: no learning by heart
        apart = beyond(gap, GAP, GAP / 2) if math.isfinite(gap) else False
        holds = True if rises or apart else False if rises is False and apart is False else None
        yield _at_loss(
            watched, holds, now=now, best=lowest, train=train, learned=learned if apart else -1.0,
            known=known if apart else -1.0,
        )  # fmt: skip

    def message(self, found: Finding) -> Message:
        """How far apart they are."""
        values = found.values
        if float(values["learned"]) >= 0:
            return say(
                "{node}: {learned} of the training examples are right, and only {known} of the others.",
                node=found.name,
                learned=f"{100 * float(values['learned']):.0f} %",
                known=f"{100 * float(values['known']):.0f} %",
            )
        return say(
            "{node}: the validation loss has risen from {best} to {now} while the training loss falls to {train}.",
            node=found.name,
            best=f"{float(values['best']):.3g}",
            now=f"{float(values['now']):.3g}",
            train=f"{float(values['train']):.3g}",
        )

    def consequence(self, found: Finding) -> Message:
        """Why."""
        return say(
            "The network learns its examples by heart. Dropout and weight decay hold it back, an early stop keeps the "
            "weights from before it, and more data, or the same data varied, helps most."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Dropout, weight decay, early stop."""
        yield from held_back(project)


class LeftOutClass(Rule):
    """Speaks when a rare class is never the answer, and the network is content with the frequent ones."""

    name = "left_out_class"
    title = mark("A class is left out")
    reads = mark("the confusion matrix of each validation")
    hears = Sample
    looks = 3

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Look for classes that exist, are rare, and are never answered."""
        if not isinstance(event, Sample) or event.probe != "confusion":
            return
        counts = event.data["counts"]
        true, given, total = counts.sum(1), counts.sum(0), int(counts.sum())
        if not total or (true > 0).sum() < 2:
            return
        often = int(true.max())
        missing = np.flatnonzero((true > 0) & (given == 0) & (3 * true <= often))
        content = np.trace(counts) >= 0.9 * often
        holds = bool(len(missing)) and bool(content)
        which = int(missing[0]) if len(missing) else 0
        names = event.labels.get("classes", ())
        label = names[which] if which < len(names) else str(which)
        share = float(true[which]) / total
        yield _at_loss(watched, holds, label=str(label), share=share, n=float(len(missing)))

    def message(self, found: Finding) -> Message:
        """Which class."""
        return say(
            "{node}: the network never answers {label}, which {share} of the validation examples are.",
            node=found.name,
            label=str(found.values["label"]),
            share=f"{100 * float(found.values['share']):.2g} %",
        )

    def consequence(self, found: Finding) -> Message:
        """Why."""
        return say(
            "Where one class is frequent it pays to answer it always: the loss is low, and the accuracy looks good. "
            "Let the rare ones count more, or be drawn more often; the focal loss turns the easy ones down."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Weights, drawing, focal loss."""
        yield from balanced(found, project)
