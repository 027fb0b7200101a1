"""Advice that needs to know the data: how many examples of each class there are, and which numbers are to be
predicted."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from graphs.advice_steps import kind_of, step_before, wired_past
from graphs.diagnosis import Diagnostic
from graphs.edits import SetParameter
from graphs.layers.input_output import Input
from graphs.meaning import Fix
from graphs.message import counted, say
from graphs.network import Network
from graphs.planning import plan

UNEVEN = 4.0
"""From this many times as many examples of one class as of another on, a network is told about it."""
RULE = "class_imbalance"


_BOUNDED = {
    "Sigmoid": (0.0, 1.0), "Hardsigmoid": (0.0, 1.0), "Softmax": (0.0, 1.0), "Tanh": (-1.0, 1.0),
    "Hardtanh": (-1.0, 1.0), "Softsign": (-1.0, 1.0), "ReLU": (0.0, math.inf), "Softplus": (0.0, math.inf),
}  # fmt: skip
_MEASURES = ("MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss", "LogCoshLoss")


def advise_on_numbers(network: Network, ranges: Mapping[str, tuple[float, float]]) -> list[Diagnostic]:
    """Say where the last activation cannot reach the numbers to predict, and offer to leave it out.

    ``ranges`` has, for each column of numbers to predict, the least and the greatest as the loss sees them.
    """
    meaning = plan(network)
    found: list[Diagnostic] = []
    if meaning.faults:
        return found
    for step in meaning.steps:
        before, target = step_before(meaning, step), step_before(meaning, step, "target")
        if kind_of(step) not in _MEASURES or before is None or target is None or not isinstance(target.layer, Input):
            continue
        bounds, wanted = _BOUNDED.get(kind_of(before)), ranges.get(target.layer.field)
        if bounds is None or wanted is None or (bounds[0] <= wanted[0] and wanted[1] <= bounds[1]):
            continue
        written = "∞" if math.isinf(bounds[1]) else f"{bounds[1]:g}"
        rule = "out_of_reach"
        found.append(
            Diagnostic(
                step.node,
                say("{node} gives only numbers from {low} to {high}, and {target} goes from {least} to {most}.",
                    node=before.name, low=f"{bounds[0]:g}".replace("-", "−"), high=written, target=target.name,
                    least=f"{wanted[0]:.3g}".replace("-", "−"), most=f"{wanted[1]:.3g}".replace("-", "−")),
                consequence=say(
                    "What lies beyond can never be said. A network that predicts numbers ends with a linear layer and "
                    "no activation."
                ),
                fixes=wired_past(network, before, step),
                rule=rule,
                hidden=rule in network.node(step.node).quiet,
            )
        )  # fmt: skip
    return found


def advise_on_scores(network: Network, counts: Mapping[str, Sequence[int]]) -> list[Diagnostic]:
    """Say where a loss gets another number of scores than there are classes, and offer as many as there are."""
    meaning = plan(network)
    found: list[Diagnostic] = []
    if meaning.faults:
        return found
    for step in meaning.steps:
        target = step_before(meaning, step, "target")
        if (
            kind_of(step) not in ("CrossEntropyLoss", "NLLLoss")
            or target is None
            or not isinstance(target.layer, Input)
        ):
            continue
        classes = len(counts.get(target.layer.field, ()))
        scores = meaning.specs[step.inputs["x"][0]].dims
        if not classes or len(scores) != 1 or not isinstance(scores[0], int) or scores[0] in (1, classes):
            continue
        last = step_before(meaning, step)
        while last is not None and kind_of(last) in ("LogSoftmax", "Softmax", "Dropout"):
            last = step_before(meaning, last)
        fixes: tuple[Fix, ...] = ()
        if last is not None and kind_of(last) == "Linear":
            title = say("Set {parameter} of {node} to {value}", parameter="out_features", node=last.name, value=classes)
            fixes = (Fix(title, SetParameter(last.node, "out_features", classes)),)
        found.append(
            Diagnostic(
                step.node,
                say("{loss} gets {n} scores, and the data have {classes} classes.",
                    loss=step.name, n=scores[0], classes=classes),
                consequence=say("The scores too many stand for classes that never come.")
                if scores[0] > classes
                else say("A class without a score stops the training with an error."),
                fixes=fixes,
                reason=say("Give the last layer one output per class."),
                rule="scores_and_classes",
                hidden="scores_and_classes" in network.node(step.node).quiet,
            )
        )  # fmt: skip
    return found


def balanced_weights(counts: Sequence[int]) -> list[float]:
    """Class weights after which every class counts the same: n / (k·n_c), to three digits; 1 where there is none."""
    total, classes = sum(counts), len(counts)
    return [float(f"{total / (classes * count):.3g}") if count else 1.0 for count in counts]


def advise_on_classes(network: Network, counts: Mapping[str, Sequence[int]]) -> list[Diagnostic]:
    """Say where a loss sees one class far more often than another, and offer class weights against it.

    ``counts`` has, for each column of labels, how many examples of each class there are. A loss that has class weights
    already, or is made for uneven classes, hears nothing.
    """
    meaning = plan(network)
    found: list[Diagnostic] = []
    if meaning.faults:
        return found
    for step in meaning.steps:
        target = step.inputs.get("target", ())
        source = meaning.by_node.get(target[0].node) if target else None
        if step.layer.type_name() != "CrossEntropyLoss" or source is None or not isinstance(source.layer, Input):
            continue
        seen = counts.get(source.layer.field, ())
        most, least = max(seen, default=0), min((count for count in seen if count), default=0)
        if getattr(step.layer, "class_weights", ()) or not least or most < UNEVEN * least:
            continue
        name = network.node(step.node).name
        fixes: tuple[Fix, ...] = ()
        scores = meaning.specs[step.inputs["x"][0]].dims
        if scores and scores[0] == len(seen):
            edit = SetParameter(step.node, "class_weights", balanced_weights(seen))
            fixes = (Fix(say("Let every class count the same"), edit),)
        found.append(
            Diagnostic(
                step.node,
                say("{node} sees the most frequent class {times} times as often as the rarest: {most} examples and "
                    "{least}.", node=name, times=f"{most / least:.3g}", most=counted(most), least=counted(least)),
                consequence=say(
                    "Whoever always answers the frequent class is right most of the time, and accuracy does not show "
                    "it. Weights of the classes mend that; look at the confusion matrix."
                ),
                fixes=fixes,
                reason=say("Set class_weights, or use FocalLoss."),
                rule=RULE,
                hidden=RULE in network.node(step.node).quiet,
            )
        )  # fmt: skip
    return found
