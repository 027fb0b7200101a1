"""What of a network can be explained: which of its numbers, and of what that was put in.

Nothing here needs torch: views ask before anything has run.
"""

from __future__ import annotations

from graphs.layer import Family
from graphs.meaning import Plan, Source, Step
from graphs.tensors import Kind, TensorSpec
from workbench.engine.probes.probe import find_answer
from workbench.engine.roles import AnswerAndTruth, Shape, answering, comparisons, copying, inputs_of, spec_of


def is_explainable(plan: Plan, *, numbers: bool) -> bool:
    """Whether a network has an answer that depends on something that can be shown; ``numbers`` says that the data are
    foretold, not told apart."""
    found = None if numbers else find_answer(plan)
    answered = foretold(plan)
    scores = found.scores if found is not None else None if answered is None else answered.answer
    return scores is not None and place_of(plan, scores) is not None


def foretold(plan: Plan) -> AnswerAndTruth | None:
    """What a network answers beside one class: numbers, a map of places, or an answer at each step of a sequence."""
    known, copied = answering(plan), copying(plan)
    if known is not None and known[1] in (Shape.NUMBERS, Shape.MAP):
        return known[0]
    for found in comparisons(plan):
        spec = spec_of(plan, found.answer)
        if (
            found.by.layer.family is Family.LOSS
            and spec.kind is Kind.SEQUENCE
            and places_of(spec)
            and (copied is None or found.answer != copied.answer)
        ):
            return found
    return None


def places_of(spec: TensorSpec) -> tuple[int, ...]:
    """Of which places there is an answer each: the rows and columns of a map, the steps of a sequence."""
    dims = {Kind.IMAGE: spec.dims[1:], Kind.SEQUENCE: spec.dims[:1]}.get(spec.kind, ())
    return tuple(dim for dim in dims if isinstance(dim, int))


_READ = (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.SEQUENCE, Kind.FEATURES, Kind.POINTS, Kind.TENSOR)


def place_of(plan: Plan, scores: Source) -> Source | None:
    """Where something is put in of which the scores are a smooth function: the richest Input of numbers, else where
    words have become numbers."""
    inputs = inputs_of(plan, scores)
    known = [step for step in inputs if step.outputs["y"].kind in _READ and step.outputs["y"].dtype.startswith("float")]
    if known:
        chosen = min(known, key=lambda step: _READ.index(step.outputs["y"].kind))
        return Source(chosen.node, "y")
    words = {step.node for step in inputs if step.outputs["y"].kind is Kind.TOKENS}
    return next((Source(step.node, "y") for step in plan.needed((scores,)) if _reads_words(step, words)), None)


def _reads_words(step: Step, words: set[int]) -> bool:
    """Whether a step turns words into numbers, one row for each word."""
    reads = {source.node for group in step.inputs.values() for source in group}
    spec = step.outputs.get("y")
    return bool(reads & words) and spec is not None and spec.kind is Kind.SEQUENCE and spec.dtype.startswith("float")
