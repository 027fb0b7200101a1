"""Advice on which activation belongs where: hidden or last, for classes or numbers, straight or through time; and on
starts that keep units alike."""

from __future__ import annotations

from collections.abc import Iterator

from graphs.advice_steps import edit_past, kind_of, only_reader, step_before, wired_past
from graphs.diagnosis import Diagnostic
from graphs.edits import Batch, RemoveNode, ReplaceType, SetParameter
from graphs.layer import Family
from graphs.learning_edits import SetStart
from graphs.meaning import Fix, Plan, Step
from graphs.message import say
from graphs.network import Network

_NOT_NEGATIVE = ("ReLU", "ReLU6", "SquaredReLU", "Sigmoid", "Softmax", "Softplus", "Hardsigmoid")
_ALIKE = ("zeros", "constant")


def _weighs(step: Step) -> bool:
    return kind_of(step) == "Linear" or kind_of(step).startswith("Conv")


def _one_number(meaning: Plan, step: Step) -> bool:
    """Whether a single number per example arrives at a node."""
    sources = step.inputs.get("x", ())
    return bool(sources) and meaning.specs[sources[0]].dims == (1,)


def _softmax_of_one(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A softmax over one score: the only class there is always wins."""
    for step in meaning.steps:
        if kind_of(step) not in ("Softmax", "LogSoftmax") or not _one_number(meaning, step):
            continue
        kind = "Sigmoid" if kind_of(step) == "Softmax" else "LogSigmoid"
        title = say("Use {type} instead", type=kind)
        yield Diagnostic(
            step.node,
            say("{node} shares one whole among a single score, so its answer never changes.", node=step.name),
            consequence=say("Nothing is learned through it. One score that says yes or no goes through a sigmoid."),
            fixes=(Fix(title, ReplaceType(step.node, kind, {}, step.name)),),
        )


def _log_missing(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """Probabilities where their logarithms are wanted."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) == "NLLLoss" else None
        if before is None or kind_of(before) != "Softmax" or not only_reader(network, before.node):
            continue
        title = say("Make {node} a {type}", node=before.name, type="LogSoftmax")
        yield Diagnostic(
            step.node,
            say("{loss} wants logarithms of probabilities, and {node} gives the probabilities.",
                loss=step.name, node=before.name),
            consequence=say("The loss goes below zero, and a sure answer has no steeper slope than an unsure one."),
            fixes=(Fix(title, ReplaceType(before.node, "LogSoftmax", {}, before.name)),),
        )  # fmt: skip


def _softmax_inside(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A softmax as the activation of a hidden layer."""
    for step in meaning.steps:
        before = step_before(meaning, step) if _weighs(step) else None
        if before is None or kind_of(before) != "Softmax" or not only_reader(network, before.node):
            continue
        earlier = step_before(meaning, before)
        if earlier is None or not _weighs(earlier):
            continue
        title = say("Make {node} a {type}", node=before.name, type="ReLU")
        yield Diagnostic(
            before.node,
            say("{node} is a softmax between {a} and {b}.", node=before.name, a=earlier.name, b=step.name),
            consequence=say(
                "Its units share one whole: where one speaks up, the others fall silent, and little gradient comes "
                "through. A softmax belongs at the end; hidden layers take ReLU."
            ),
            fixes=(Fix(title, ReplaceType(before.node, "ReLU", {}, before.name)),),
        )


def _needless_relu(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A ReLU of what is never negative."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) == "ReLU" else None
        if before is None or kind_of(before) not in _NOT_NEGATIVE:
            continue
        edits = [
            edit_past(network, step.node, wire.target, wire.target_port) for wire in network.wires_out_of(step.node)
        ]
        title = say("Take {node} out of the way", node=step.name)
        past = [edit for edit in edits if edit is not None]
        gone = (*past, RemoveNode(step.node))
        yield Diagnostic(
            step.node,
            say("{node} gets only numbers from 0 upwards from {other}, and changes none of them.",
                node=step.name, other=before.name),
            consequence=say("Nothing is wrong: it does nothing. A layer with weights may be missing between the two."),
            fixes=(Fix(title, Batch(gone, title)),) if past and len(past) == len(edits) else (),
            reason=say("Take it out, or put a layer with weights between them."),
        )  # fmt: skip


def _relu_in_time(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A recurrent layer whose state may grow at every step."""
    for step in meaning.steps:
        if step.layer.family is not Family.RECURRENT or getattr(step.layer, "nonlinearity", "tanh") != "relu":
            continue
        title = say("Set {parameter} of {node} to {value}", parameter="nonlinearity", node=step.name, value="tanh")
        yield Diagnostic(
            step.node,
            say("{node} carries its state through a ReLU at every step.", node=step.name),
            consequence=say(
                "The same weights multiply the state again and again, and nothing keeps it small: over a long sequence "
                "it explodes. In recurrent layers tanh is the usual choice, or weights that start as the identity."
            ),
            fixes=(Fix(title, SetParameter(step.node, "nonlinearity", "tanh")),),
        )


def _units_alike(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """A hidden layer whose units all start the same, and therefore stay the same."""
    for step in meaning.steps:
        before = step_before(meaning, step) if _weighs(step) else None
        while before is not None and not before.cost.parameters.number:
            before = step_before(meaning, before)
        if before is None or not _weighs(before) or before.start is None or before.start.way not in _ALIKE:
            continue
        title = say("Start {node} as PyTorch does", node=before.name)
        yield Diagnostic(
            before.node,
            say("All weights of {node} start with the same number.", node=before.name),
            consequence=say(
                "Then all its units give the same answer and get the same gradient for ever: it learns one thing only. "
                "Random numbers tell them apart."
            ),
            fixes=(Fix(title, SetStart(before.node, None)),),
        )


def _bounded_scores(network: Network, meaning: Plan) -> Iterator[Diagnostic]:
    """Scores that cannot leave the range of a sigmoid or a tanh."""
    for step in meaning.steps:
        before = step_before(meaning, step) if kind_of(step) == "CrossEntropyLoss" else None
        if before is None or kind_of(before) not in ("Sigmoid", "Tanh"):
            continue
        yield Diagnostic(
            step.node,
            say("{node} keeps every score between {low} and 1 before {loss}.",
                node=before.name, loss=step.name, low=0 if kind_of(before) == "Sigmoid" else "−1"),
            consequence=say("No answer can be sure: with ten classes the best probability is {most}. Scores are free.",
                            most="23 %" if kind_of(before) == "Sigmoid" else "45 %"),
            fixes=wired_past(network, before, step),
        )  # fmt: skip


STRATEGY = (
    _softmax_of_one,
    _log_missing,
    _softmax_inside,
    _needless_relu,
    _relu_in_time,
    _units_alike,
    _bounded_scores,
)
"""Rules that say which activation belongs where."""
