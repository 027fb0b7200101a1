"""What plays which part in a drawing: what is compared with what, where a code lies, who makes and who judges.

Nothing here needs torch: views ask before anything has run.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graphs.layer import Family
from graphs.layers.input_output import Input, Output
from graphs.layers.sentences import is_float
from graphs.meaning import Plan, Source, Step
from graphs.tensors import Kind, TensorSpec
from workbench.engine.inside import Path, bodies, owner_of, walk

if TYPE_CHECKING:
    from torch import Tensor

DISTANCES = ("MSELoss", "L1Loss", "SmoothL1Loss", "HuberLoss", "LogCoshLoss", "GaussianNLLLoss", "QuantileLoss")
"""The losses that count how far numbers lie from numbers."""

LOGITS = ("BCEWithLogitsLoss",)
"""The losses that compare the sigmoid of an answer with the truth."""

FILLING = "MaskedMSELoss"
"""The loss of a network that fills in what was taken away."""

JUDGES = ("AdversarialLoss", "LeastSquaresGANLoss", "WassersteinLoss")
"""The losses on the scores of a network that tells real from made."""

DETECTOR_METRIC = "MeanAveragePrecision"
"""The metric that judges the boxes a detector has found."""

CHANCE = "RandomNormal"
"""The node that gives a maker something to begin with."""


DRAWN = "Reparameterize"
"""The node that draws a code by chance."""


class AnswerAndTruth(NamedTuple):
    """What a network answers, what is true, and the loss or metric that compares them."""

    answer: Source
    truth: Source
    by: Step


class Shape(StrEnum):
    """What an answer that is no class is: numbers, a map of places, frames one for one, or things found."""

    NUMBERS = "numbers"
    MAP = "map"
    BOXES = "boxes"
    FOUND = "found"


class Copying(NamedTuple):
    """A network that gives again what it was shown: its answer, what it shall be like, and what it is shown.

    ``logits`` says that the loss reads the answer through a sigmoid: the copy is the sigmoid of the answer, not the
    answer itself.
    """

    answer: Source
    truth: Source
    shown: Source
    logits: bool = False

    @property
    def values(self) -> tuple[Source, Source, Source]:
        """Answer, truth and what is shown, to be asked for together."""
        return self.answer, self.truth, self.shown

    def copy(self, answer: Tensor) -> Tensor:
        """What the network gives back, in the units of the truth, of its answer (any shape)."""
        return answer.sigmoid() if self.logits else answer


def spec_of(meaning: Plan, source: Source) -> TensorSpec:
    """What leaves an output of a node, also of one in a block."""
    return bodies(meaning, source.path)[-1].by_node[source.node].outputs[source.port]


def kind_of(meaning: Plan, source: Source) -> str:
    """The layer type of the node that gives a value, also of one in a block."""
    return bodies(meaning, source.path)[-1].by_node[source.node].layer.type_name()


def size_of(spec: TensorSpec) -> int:
    """How many numbers one example has; 0 where that is not known."""
    return math.prod(dim for dim in spec.dims if isinstance(dim, int)) if all(
        isinstance(dim, int) for dim in spec.dims
    ) else 0  # fmt: skip


def inputs_of(meaning: Plan, source: Source) -> tuple[Step, ...]:
    """The Inputs that a value depends on."""
    return tuple(step for step in meaning.needed((source,)) if isinstance(step.layer, Input))


def is_given(meaning: Plan, source: Source) -> bool:
    """Whether a value comes from the data as it is or reshaped, with nothing learned and nothing drawn by chance."""
    needed = meaning.needed((source,))
    return any(isinstance(step.layer, Input) for step in needed) and not any(
        step.totals.parameters or step.layer.family is Family.STOCHASTIC for step in needed
    )


def comparisons(meaning: Plan) -> Iterator[AnswerAndTruth]:
    """Everything learned that a loss or a metric compares with something given, losses first."""
    for family in (Family.LOSS, Family.METRIC):
        for step in meaning.steps:
            if step.layer.family is not family or len(step.inputs) < 2:
                continue
            first, second = (group[0] for group in list(step.inputs.values())[:2])
            for answer, truth in ((first, second), (second, first)):
                if is_given(meaning, truth) and not is_given(meaning, answer):
                    yield AnswerAndTruth(answer, truth, step)
                    break


def copying(meaning: Plan) -> Copying | None:
    """What a network copies: an auto-encoder its own input, a cleaner what lies under the noise; None where nothing."""
    for answer, truth, by in comparisons(meaning):
        spec = spec_of(meaning, answer)
        if by.layer.family is not Family.LOSS or spec.dims != spec_of(meaning, truth).dims or not is_float(spec):
            continue
        true, shown = inputs_of(meaning, truth), inputs_of(meaning, answer)
        own = [step for step in true if step in shown]
        logits = by.layer.type_name() in LOGITS
        if own and by.layer.type_name() == FILLING:
            return _filled(meaning, answer, own[0]) or Copying(answer, truth, Source(own[0].node, "y"))
        if own:
            return Copying(answer, truth, Source(own[0].node, "y"), logits)
        alike = [
            step
            for step in shown
            if step.outputs["y"].dims == spec.dims and step.outputs["y"].kind is spec_of(meaning, truth).kind
        ]
        if alike and by.layer.type_name() in DISTANCES and spec.kind is not Kind.FEATURES:
            return Copying(answer, truth, Source(alike[0].node, "y"))
    return None


def _filled(meaning: Plan, painted: Source, entrance: Step) -> Copying | None:
    """What fills holes, as whole pictures where the drawing gives them: an Output with what was painted in, and one
    with the holes."""
    given = [
        step.inputs["x"][0]
        for step in meaning.steps
        if isinstance(step.layer, Output) and spec_of(meaning, step.inputs["x"][0]).dims == entrance.outputs["y"].dims
    ]
    whole = [one for one in given if any(step.node == painted.node for step in meaning.needed((one,)))]
    holes = [one for one in given if one not in whole and entrance in inputs_of(meaning, one)]
    if not whole or not holes:
        return None
    return Copying(whole[0], Source(entrance.node, "y"), holes[0])


def answering(meaning: Plan) -> tuple[AnswerAndTruth, Shape] | None:
    """What a network foretells that is neither a class nor a copy: numbers, a map of places, or frames.

    What a detector has found is what its metric judges: decoded boxes with their scores.
    """
    for step in meaning.steps:
        if step.layer.type_name() == DETECTOR_METRIC and {"x", "boxes"} <= step.inputs.keys():
            return AnswerAndTruth(step.inputs["x"][0], step.inputs["boxes"][0], step), Shape.FOUND
    copied = copying(meaning)
    for found in comparisons(meaning):
        if copied is not None and found.answer == copied.answer:
            continue
        given, true = spec_of(meaning, found.answer), spec_of(meaning, found.truth)
        if found.by.layer.family is not Family.LOSS or not is_float(given):
            continue
        field = next(
            (step.layer.field for step in inputs_of(meaning, found.truth) if isinstance(step.layer, Input)), ""
        )
        places = true.dims if len(true.dims) == 2 else true.dims[1:]
        if given.dims == true.dims and true.dims[-1:] == (4,) and (true.kind is Kind.BOXES or field.startswith("box")):
            return found, Shape.BOXES
        if given.kind is Kind.IMAGE and len(places) == 2 and given.dims[1:] == places:
            return found, Shape.MAP
        if given.kind is Kind.FEATURES and given.dims == true.dims and is_float(true) and field not in ("sign", ""):
            return found, Shape.NUMBERS
    return None


def code_of(meaning: Plan, copied: Copying) -> Source | None:
    """The narrowest place that everything has to pass on its way from what is shown to the copy: the code.

    A `Reparameterize` on the way is the code of a variational auto-encoder. Where what is shown is not what is read
    (a picture with its holes, beside the network), the way begins at the Inputs.
    """
    needed = meaning.needed((copied.answer,))
    starts = {copied.shown}
    if all(step.node != copied.shown.node for step in needed):
        starts = {Source(step.node, "y") for step in inputs_of(meaning, copied.answer)}
    way = [
        Source(step.node, port)
        for step in needed
        for port, spec in step.outputs.items()
        if not isinstance(step.layer, Input) and is_float(spec) and spec.batched and size_of(spec)
    ]
    drawn = [source for source in way if meaning.by_node[source.node].layer.type_name() == DRAWN]
    if drawn:
        return drawn[-1]
    widest = size_of(spec_of(meaning, copied.shown))
    hidden = list(_in_blocks(meaning, starts, copied.answer))
    chance = [one for one in hidden if kind_of(meaning, one) == DRAWN]
    if chance:
        return chance[-1]
    narrow = [
        source
        for source in way
        if size_of(spec_of(meaning, source)) < widest and _all_pass(meaning, starts, source, copied.answer)
    ]
    # Where one in a block is as narrow as one outside, the one outside is taken: it has a name in the drawing.
    narrow = [*(one for one in hidden if size_of(spec_of(meaning, one)) < widest), *narrow]
    least = min((size_of(spec_of(meaning, source)) for source in narrow), default=0)
    return next((source for source in reversed(narrow) if size_of(spec_of(meaning, source)) == least), None)


def _in_blocks(meaning: Plan, starts: set[Source], end: Source, path: Path = ()) -> Iterator[Source]:
    """The places inside blocks that every way from some values to another leads through, in blocks of blocks too."""
    for step in meaning.needed((end,)):
        for number, copy in enumerate(owner_of(meaning, step).copies):
            if copy.loop is not None or not _all_pass(meaning, starts, Source(step.node, ""), end):
                continue
            body, way = copy.body, (*path, (step.node, number))
            entrances = {Source(one.node, port) for one in body.steps if one.is_entrance for port in one.outputs}
            exits = [one.inputs["x"][0] for one in body.steps if one.is_exit]
            for leaving in exits[:1] if len(exits) == 1 else ():
                yield from _in_blocks(body, entrances, leaving, way)
                for one in body.needed((leaving,)):
                    for port, spec in one.outputs.items():
                        here = Source(one.node, port)
                        fits = is_float(spec) and spec.batched and size_of(spec) and not one.is_entrance
                        if fits and (here == leaving or _all_pass(body, entrances, here, leaving)):
                            yield Source(one.node, port, way)


def _all_pass(meaning: Plan, starts: set[Source], gate: Source, end: Source) -> bool:
    """Whether every way from some values to another leads through a third; a gate without a port is the whole node."""
    todo, seen = [end], set()
    if end == gate:
        return False
    while todo:
        here = todo.pop()
        if here in starts:
            return False
        if here in seen or here == gate or (not gate.port and here.node == gate.node):
            continue
        seen.add(here)
        todo += [source for group in meaning.by_node[here.node].inputs.values() for source in group]
    return True


def has_chance(meaning: Plan, source: Source) -> bool:
    """Whether a value is made from numbers that a noise source drew."""
    return any(
        inner.layer.type_name() == CHANCE
        for step in meaning.needed((source,))
        for inner in (step, *(deep for copy in owner_of(meaning, step).copies for *_, deep in walk(copy.body)))
    )


class Judged(NamedTuple):
    """The scores of a judge: for what is real, and for what was made."""

    real: Source | None
    made: Source | None


def judged(meaning: Plan) -> Judged:
    """The scores that a judging network gives, D(x) and D(G(z)); None for what is not there."""
    scores = [
        next(iter(step.inputs.values()))[0]
        for step in meaning.steps
        if step.layer.type_name() in JUDGES and step.inputs
    ]
    made = next((source for source in scores if has_chance(meaning, source)), None)
    real = next((source for source in scores if not has_chance(meaning, source)), None)
    return Judged(real, made)


def made(meaning: Plan) -> Source | None:
    """What a generator makes: the last value on the way to the judge that is made by chance and looks like the data."""
    scores = judged(meaning).made
    if scores is None:
        return None
    data = {(step.outputs["y"].kind, step.outputs["y"].dims) for step in meaning.steps if isinstance(step.layer, Input)}
    found = None
    for step in meaning.needed((scores,)):
        for port, spec in step.outputs.items():
            source = Source(step.node, port)
            alike = (spec.kind, spec.dims) in data and step.layer.type_name() != CHANCE
            if alike and source != scores and has_chance(meaning, source):
                found = source
    return found


class Diffusion(NamedTuple):
    """A network that learns to see the noise in a mixture: where data and noise are mixed, and what it answers."""

    mixed: Step
    clean: Source
    time: Source
    answer: Source


def diffusion(meaning: Plan) -> Diffusion | None:
    """The noise that a network learns to see, and where it was added; None in every other drawing."""
    for step in meaning.steps:
        if step.layer.type_name() not in DISTANCES or len(step.inputs) < 2:
            continue
        first, second = (group[0] for group in list(step.inputs.values())[:2])
        for answer, noise in ((first, second), (second, first)):
            mixed = meaning.by_node[noise.node]
            if mixed.layer.type_name() == "AddNoise" and noise.port == "noise" and answer.node != noise.node:
                return Diffusion(mixed, mixed.inputs["x"][0], mixed.inputs["step"][0], answer)
    return None


def generates(meaning: Plan) -> bool:
    """Whether a drawing makes something out of chance: a generator, a variational auto-encoder, a diffusion model."""
    if made(meaning) is not None or diffusion(meaning) is not None:
        return True
    copied = copying(meaning)
    code = code_of(meaning, copied) if copied is not None else None
    return code is not None and kind_of(meaning, code) == DRAWN


_NOT_ONE_BY_ONE = ("Softmax", "LogSoftmax", "Softmin", "GLU", "SwiGLU", "GEGLU", "Maxout", "Identity")


def bends(step: Step) -> bool:
    """Whether a step is an activation that changes every number by itself, so that it has a curve."""
    return step.layer.family is Family.ACTIVATION and step.layer.type_name() not in _NOT_ONE_BY_ONE


POSITIONS = ("SinusoidalPosition", "LearnedPosition")
"""The layers that add to each step of a sequence where it stands."""

PLACING = (
    "TripletMarginLoss", "ContrastiveLoss", "CosineEmbeddingLoss", "NTXentLoss", "InfoNCELoss", "ClipLoss",
    "ArcFaceHead", "CosFaceHead",
)  # fmt: skip
"""The losses that draw alike examples together and push others apart, and the heads that do so for a loss."""


def placed(meaning: Plan) -> Source | None:
    """Where a network puts an example that a loss draws to its like: the first vector such a loss or head reads."""
    for step in meaning.steps:
        if step.layer.type_name() in PLACING and step.inputs:
            source = next(iter(step.inputs.values()))[0]
            if spec_of(meaning, source).kind is Kind.FEATURES:
                return source
    return None


_SEEN = (Kind.VOLUME, Kind.POINTS, Kind.SIGNAL, Kind.IMAGE, Kind.SEQUENCE)


def seen_input(meaning: Plan) -> Step | None:
    """The Input that is looked at or listened to: a volume or clip, a cloud, a sound, a picture, a series; the first of
    the richest kind that some layer other than a loss reads."""
    read = {
        source.node
        for step in meaning.steps
        if step.layer.family not in (Family.LOSS, Family.METRIC)
        for group in step.inputs.values()
        for source in group
    }
    inputs = [step for step in meaning.steps if isinstance(step.layer, Input) and step.node in read]
    known = [step for step in inputs if step.outputs["y"].kind in _SEEN]
    return min(known, key=lambda step: _SEEN.index(step.outputs["y"].kind), default=None)


def hidden_layers(meaning: Plan, scores: Source) -> list[Source]:
    """The hidden layers on the way to scores: activations of vectors of two units or more, the scores themselves not.

    Where nothing is an activation, the vectors that dense layers give.
    """
    way = [
        (step, Source(step.node, port))
        for step in meaning.needed((scores,))
        for port, spec in step.outputs.items()
        if spec.kind is Kind.FEATURES and size_of(spec) >= 2 and is_float(spec) and Source(step.node, port) != scores
    ]
    bent = [source for step, source in way if step.layer.family is Family.ACTIVATION]
    return bent or [source for step, source in way if step.layer.family is Family.DENSE]


SPIKING = ("LeakyIntegrateAndFire",)
"""The neurons that answer with spikes."""


def spiking(meaning: Plan) -> list[tuple[Path, Step]]:
    """The neurons that answer with spikes and run along the steps of a scan, with the way to each."""
    return [(path, step) for path, loops, _, step in walk(meaning) if loops == 1 and step.layer.type_name() in SPIKING]


def reads_by_ctc(meaning: Plan) -> Step | None:
    """The CTCLoss of a drawing; None without one."""
    return next((step for step in meaning.steps if step.layer.type_name() == "CTCLoss"), None)


class Writing(NamedTuple):
    """A network that writes about a picture: its scores, word by word, the Input it reads its words from, the Input
    that says what it should write, the Input of the picture, and which field names the words."""

    scores: Source
    read: int
    target: int
    picture: int
    field: str


def writing_about(meaning: Plan) -> Writing | None:
    """Who writes words about a picture, each with those before it; None where nobody does."""
    for answer, truth, by in comparisons(meaning):
        if by.layer.family is not Family.LOSS or spec_of(meaning, truth).kind is not Kind.TOKENS:
            continue
        target = meaning.by_node[truth.node]
        if spec_of(meaning, answer).kind is not Kind.SEQUENCE or not isinstance(target.layer, Input):
            continue
        given = inputs_of(meaning, answer)
        read = next((step for step in given if step.outputs["y"].kind is Kind.TOKENS), None)
        picture = next((step for step in given if step.outputs["y"].kind is Kind.IMAGE), None)
        if read is not None and picture is not None and read.outputs["y"].dims == target.outputs["y"].dims:
            return Writing(answer, read.node, target.node, picture.node, target.layer.field)
    return None
