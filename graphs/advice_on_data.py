"""Advice that needs to know the data: how many examples of each class there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
